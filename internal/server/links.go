package server

import (
	"net/http"

	"tenantry/internal/server/playground"
)

// linkPage is a page that the link of a mail opens, outside development too. As
// with the page of an invitation the token stands in the fragment.
func linkPage(cfg Config, name string) http.Handler {
	t := templates()
	var data struct{ SignIn string } // where to sign in afterwards; empty: nowhere in this program
	if cfg.Dev {
		data.SignIn = playground.Path
	}
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { render(w, t, name, invitationPolicy, data) })
}
