package server

import (
	"net/http"

	"tenantry/internal/server/playground"
)

// invitationPolicy lets the page run its one script, which talks to this
// server alone. The form is sent by the script, never by the browser: a
// password must not end up in an address.
const invitationPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
	"form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

// invitation is the page that the link of an invitation mail opens, outside
// development too. The token stands in the fragment and never reaches this
// handler; the page's script hands it to the API.
func invitation(cfg Config) http.Handler {
	t := templates()
	var data struct{ SignIn string } // where to sign in afterwards; empty: nowhere in this program
	if cfg.Dev {
		data.SignIn = playground.Path
	}
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { render(w, t, "invitation.html", invitationPolicy, data) })
}
