package session

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
)

// ask sends a request through the middleware to a handler that tells the
// viewer's address.
func ask(s *Service, header http.Header, inside func(context.Context)) *http.Response {
	h := s.Middleware(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if inside != nil {
			inside(r.Context())
		}
		who := "nobody"
		if v := authz.FromContext(r.Context()); v != nil {
			who = v.Email
		}
		_, _ = io.WriteString(w, who)
	}))
	r := httptest.NewRequest(http.MethodPost, "/graphql", nil)
	for k, v := range header {
		r.Header[k] = v
	}
	rec := httptest.NewRecorder()
	h.ServeHTTP(rec, r)
	return rec.Result()
}

func TestMiddleware(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	w.user("bob@harbour.test", w.cust)
	ada, bob, over := w.signInAs("ada@harbour.test").Token, w.signInAs("bob@harbour.test").Token, w.signInAs("ada@harbour.test")
	w.must(w.Revoke(authz.NewContext(t.Context(), over.Viewer), over.Session.ID))
	cookie := func(token string) string { return CookieName + "=" + token }
	unknown, _, err := newToken(w.cfg.Random, w.reseller, schemaID())
	w.must(err)

	for name, tt := range map[string]struct {
		authorization []string
		cookie        string
		status        int
		body          string
	}{
		"nothing":            {nil, "", 200, "nobody"},
		"bearer":             {[]string{"Bearer " + ada}, "", 200, "ada@harbour.test"},
		"bearer, small":      {[]string{"bearer " + ada}, "", 200, "ada@harbour.test"},
		"cookie":             {nil, cookie(ada), 200, "ada@harbour.test"},
		"both":               {[]string{"Bearer " + bob}, cookie(ada), 200, "bob@harbour.test"},
		"bad cookie":         {nil, cookie("tnts_x"), 200, "nobody"},
		"unknown cookie":     {nil, cookie(unknown), 200, "nobody"},
		"revoked cookie":     {nil, cookie(over.Token), 200, "nobody"},
		"other scheme":       {[]string{"Basic YTpi"}, cookie(ada), 200, "ada@harbour.test"},
		"bad bearer":         {[]string{"Bearer nonsense"}, "", 401, ""},
		"unknown bearer":     {[]string{"Bearer " + unknown}, "", 401, ""},
		"revoked bearer":     {[]string{"Bearer " + over.Token}, "", 401, ""},
		"empty bearer":       {[]string{"Bearer"}, "", 401, ""},
		"bad bearer, cookie": {[]string{"Bearer nonsense"}, cookie(ada), 401, ""},
		"two bearers":        {[]string{"Bearer " + ada, "Bearer " + bob}, "", 401, ""},
	} {
		header := http.Header{}
		if tt.authorization != nil {
			header["Authorization"] = tt.authorization
		}
		if tt.cookie != "" {
			header.Set("Cookie", tt.cookie)
		}
		answer := ask(w.Service, header, nil)
		raw, _ := io.ReadAll(answer.Body)
		body := string(raw)
		if answer.StatusCode != tt.status {
			t.Errorf("%s: status %d %s", name, answer.StatusCode, body)
		}
		if tt.status == 401 {
			tt.body = `{"errors":[{"extensions":{"code":"UNAUTHENTICATED"},"message":"The session has ended. Sign in again."}]}` + "\n"
		}
		if body != tt.body {
			t.Errorf("%s: %q, want %q", name, body, tt.body)
		}
		if got := answer.Header["Set-Cookie"]; len(got) != 0 {
			t.Errorf("%s: Set-Cookie %q, which may be another session's by now", name, got)
		}
	}
}

func TestMiddlewareWithoutDatabase(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	r := w.signInAs("ada@harbour.test")
	w.must(w.cfg.DB.Close())
	answer := ask(w.Service, http.Header{"Cookie": {CookieName + "=" + r.Token}}, nil)
	if answer.StatusCode != http.StatusServiceUnavailable || len(answer.Header["Set-Cookie"]) != 0 {
		t.Errorf("%d, %v: a session must not be lost with the database", answer.StatusCode, answer.Header)
	}
}

func TestCookie(t *testing.T) {
	w := newWorld(t)
	stale := http.Header{"Cookie": {CookieName + "=tnts_stale"}}
	end := time.Date(2026, 4, 1, 0, 0, 0, 0, time.UTC)
	in := func(ctx context.Context) { SetCookie(ctx, "tnts_new", end) }
	const attributes = "; Path=/; Expires=Wed, 01 Apr 2026 00:00:00 GMT; HttpOnly"
	if got := ask(w.Service, stale, in).Header["Set-Cookie"]; len(got) != 1 || got[0] != CookieName+"=tnts_new"+attributes+"; Secure; SameSite=Lax" {
		t.Errorf("%q", got)
	}
	w.cfg.InsecureCookie = true
	if got := ask(w.Service, nil, in).Header["Set-Cookie"]; len(got) != 1 || got[0] != CookieName+"=tnts_new"+attributes+"; SameSite=Lax" {
		t.Errorf("%q", got)
	}
	SetCookie(t.Context(), "tnts_new", end) // outside: nothing to set, nothing breaks
}

func TestSignOutAndRevoke(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	w.user("bob@harbour.test", w.cust)
	ada, second, bob := w.signInAs("ada@harbour.test"), w.signInAs("ada@harbour.test"), w.signInAs("bob@harbour.test")
	as := authz.NewContext(t.Context(), ada.Viewer)
	for name, id := range map[string]uuid.UUID{"another's": bob.Session.ID, "unknown": schemaID(), "none": uuid.Nil} {
		if err := w.Revoke(as, id); code(err) != "NOT_FOUND" {
			t.Errorf("%s: %v", name, err)
		}
	}
	w.must(w.Revoke(as, second.Session.ID))
	if err := w.Revoke(as, second.Session.ID); code(err) != "NOT_FOUND" {
		t.Errorf("twice: %v", err)
	}
	if err := w.Revoke(t.Context(), ada.Session.ID); code(err) != "UNAUTHENTICATED" {
		t.Errorf("nobody: %v", err)
	}
	if _, err := w.SignOut(t.Context()); code(err) != "UNAUTHENTICATED" {
		t.Errorf("nobody: %v", err)
	}
	answer := ask(w.Service, http.Header{"Cookie": {CookieName + "=" + ada.Token}}, func(ctx context.Context) {
		if id, err := w.SignOut(ctx); err != nil || id != ada.Session.ID {
			t.Errorf("%v, %v", id, err)
		}
	})
	if got := answer.Header.Get("Set-Cookie"); !strings.Contains(got, "Max-Age=0") {
		t.Errorf("Set-Cookie: %q", got)
	}
	for token, want := range map[string]string{ada.Token: "UNAUTHENTICATED", second.Token: "UNAUTHENTICATED", bob.Token: ""} {
		if _, err := w.Authenticate(t.Context(), token); code(err) != want {
			t.Errorf("%v, want %q", err, want)
		}
	}
	got := w.text(`SELECT string_agg(action || ' ' || COALESCE(reason, ''), ', ' ORDER BY created_at, id) FROM audit_events
		WHERE reseller_id = $1 AND action = 'session.revoked'`, w.reseller)
	if got != "session.revoked REVOKED, session.revoked SIGNED_OUT" {
		t.Errorf("audit: %s", got)
	}
}
