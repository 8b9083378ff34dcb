package server_test

import (
	"net/http"
	"strings"
	"testing"

	"tenantry/internal/mail"
	"tenantry/internal/server"
)

// Every mail can be looked at in every language, framed so that it can do
// nothing; in production there is no such page.
func TestMailSamples(t *testing.T) {
	t.Parallel()
	list := get(t, config(nil), http.MethodGet, "/dev/mailbox/templates").Body.String()
	for _, language := range mail.Languages() {
		for _, sample := range mail.Samples(language) {
			path := "/dev/mailbox/templates/" + language + "/" + sample.Name
			if !strings.Contains(list, `href="`+path+`"`) {
				t.Errorf("the list does not lead to %s", path)
			}
			m, err := mail.Render(sample.Mail)
			if err != nil {
				t.Fatal(err)
			}
			page := get(t, config(nil), http.MethodGet, path)
			if page.Code != 200 || !strings.Contains(page.Body.String(), `<iframe src="`+path+`/html"`) ||
				!strings.Contains(page.Header().Get("Content-Security-Policy"), "frame-src 'self'") {
				t.Errorf("%s: %d\n%s", path, page.Code, page.Body.String())
			}
			frame := get(t, config(nil), http.MethodGet, path+"/html")
			if frame.Code != 200 || !strings.HasSuffix(frame.Body.String(), m.HTML) ||
				!strings.HasPrefix(frame.Header().Get("Content-Security-Policy"), "sandbox ") {
				t.Errorf("%s/html: %d, policy %q", path, frame.Code, frame.Header().Get("Content-Security-Policy"))
			}
		}
	}
	for _, path := range []string{"/en/nothing", "/fr/invitation", "/fr/invitation/html", "/en/invitation/text"} {
		if got := get(t, config(nil), http.MethodGet, "/dev/mailbox/templates"+path).Code; got != 404 {
			t.Errorf("%s: %d", path, got)
		}
	}
	production := config(func(c *server.Config) { c.Dev = false })
	if got := get(t, production, http.MethodGet, "/dev/mailbox/templates").Code; got != 404 {
		t.Errorf("in production: %d", got)
	}
}
