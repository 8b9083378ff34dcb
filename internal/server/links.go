package server

import (
	"net/http"

	"tenantry/console"
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

// opened answers the link of a mail: with the page of the console under the
// same name, or with a page of this package. Browsers take the fragment along,
// and with it the token.
func opened(cfg Config, path string, page http.Handler) http.Handler {
	if !cfg.Console {
		return page
	}
	return http.RedirectHandler(console.Path+path, http.StatusSeeOther)
}
