package session

import (
	"crypto/rand"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/user"
	"tenantry/internal/request"
	"tenantry/internal/rule"
)

func (w *world) newSSOToken(at uuid.UUID) string {
	w.t.Helper()
	text, err := rule.NewSSOToken(rand.Reader, w.reseller, at)
	w.must(err)
	return text
}

// ssoToken gives an organization a token, and its account and the reseller the
// feature.
func (w *world) ssoToken(at uuid.UUID) string {
	w.t.Helper()
	text := w.newSSOToken(at)
	w.exec(`UPDATE organizations SET sso_token_hash = $3, sso_token_at = $4 WHERE reseller_id = $1 AND id = $2`,
		w.reseller, at, rule.HashSSOToken(text), w.now())
	w.exec(`UPDATE organizations SET features = '{SSO}' WHERE reseller_id = $1 AND id IN ($2, $3)`, w.reseller, w.root, w.cust)
	return text
}

func (w *world) exchange(token, email, externalID string) (string, error) {
	link, err := w.SSOExchange(w.t.Context(), SSORequest{Token: token, Email: email, ExternalID: externalID, IP: home})
	_, secret, _ := strings.Cut(link.URL, "/sso#token=")
	return secret, err
}

func TestSSOExchange(t *testing.T) {
	w := newWorld(t)
	ada := w.user("ada@harbour.test", w.cust, func(c *db.UserCreate) { c.SetExternalID("crm-1") })
	w.user("eve@harbour.test", w.sub)
	w.user("away@harbour.test", w.cust, func(c *db.UserCreate) { c.SetStatus(user.StatusSUSPENDED) })
	w.user("soon@harbour.test", w.cust, func(c *db.UserCreate) { c.SetStatus(user.StatusPENDING) })
	w.user("boss@northwind.test", w.root)
	token, below := w.ssoToken(w.cust), w.ssoToken(w.sub)
	forged := w.newSSOToken(w.cust)
	root := w.ssoToken(w.root)
	for _, c := range []struct{ name, token, email, external, want string }{
		{"by address", token, "Ada@Harbour.test", "", ""},
		{"by external id", token, "", "crm-1", ""},
		{"in a sub-account", token, "eve@harbour.test", "", ""},
		{"of the sub-account", below, "eve@harbour.test", "", ""},
		{"above the sub-account", below, "ada@harbour.test", "", "NOT_FOUND"},
		{"nobody", token, "nobody@harbour.test", "", "NOT_FOUND"},
		{"staff", token, "boss@northwind.test", "", "NOT_FOUND"},
		{"not activated", token, "soon@harbour.test", "", "NOT_FOUND"},
		{"suspended", token, "away@harbour.test", "", "ACCOUNT_SUSPENDED"},
		{"both", token, "ada@harbour.test", "crm-1", "INVALID"},
		{"neither", token, "", "", "INVALID"},
		{"the reseller's", root, "boss@northwind.test", "", "TOKEN_INVALID"},
		{"forged", forged, "ada@harbour.test", "", "TOKEN_INVALID"},
		{"no token", "tnto_x", "ada@harbour.test", "", "TOKEN_INVALID"},
	} {
		secret, err := w.exchange(c.token, c.email, c.external)
		if got := code(err); got != c.want || (secret != "") != (c.want == "") {
			t.Errorf("%s: %q, want %q (%q)", c.name, got, c.want, secret)
		}
	}
	if got := w.text(`SELECT string_agg(action || ' ' || target_type || coalesce(' ' || reason, ''), ', ' ORDER BY id) FROM audit_events
		WHERE reseller_id = $1 AND action LIKE 'sso.%'`, w.reseller); got != strings.Join([]string{
		"sso.exchanged User", "sso.exchanged User", "sso.exchanged User", "sso.exchanged User",
		"sso.refused Organization NOT_FOUND", "sso.refused Organization NOT_FOUND", "sso.refused Organization NOT_FOUND", "sso.refused User NOT_FOUND",
		"sso.refused User ACCOUNT_SUSPENDED", "sso.refused Organization TOKEN_INVALID", "sso.refused Organization TOKEN_INVALID",
	}, ", ") {
		t.Errorf("audit: %s", got)
	}

	// The link signs in once; the log knows the user, who has signed in.
	secret, err := w.exchange(token, ada.Email, "")
	w.must(err)
	r, err := w.SignInBySSO(t.Context(), secret, "Browser", home)
	w.must(err)
	if v, err := w.Authenticate(t.Context(), r.Token); err != nil || v.UserID != ada.ID || v.Impersonation != nil || !slices.Equal(v.Features, []string{"SSO"}) {
		t.Errorf("%+v %v", v, err)
	}
	if _, err := w.SignInBySSO(t.Context(), secret, "Browser", home); code(err) != "TOKEN_INVALID" {
		t.Errorf("again: %v", err)
	}
	if secret, err = w.exchange(token, ada.Email, ""); err != nil {
		t.Fatal(err)
	}
	w.clock.advance(SSOLinkTTL)
	if _, err := w.SignInBySSO(t.Context(), secret, "Browser", home); code(err) != "EXPIRED" {
		t.Errorf("late: %v", err)
	}

	// A new password, a suspension of the account and the feature switched off.
	secret, err = w.exchange(token, ada.Email, "")
	w.must(err)
	w.exec(`UPDATE users SET password_hash = 'another' WHERE reseller_id = $1 AND id = $2`, w.reseller, ada.ID)
	if _, err := w.SignInBySSO(t.Context(), secret, "Browser", home); code(err) != "TOKEN_INVALID" {
		t.Errorf("after a new password: %v", err)
	}

	// The token replaced or removed, and the feature of the account.
	for name, change := range map[string]string{
		"rotated":             `UPDATE organizations SET sso_token_hash = '\x01' WHERE reseller_id = $1 AND id = $2`,
		"removed":             `UPDATE organizations SET sso_token_hash = NULL, sso_token_at = NULL WHERE reseller_id = $1 AND id = $2`,
		"without the feature": `UPDATE organizations SET features = '{}' WHERE reseller_id = $1 AND id = $2`,
	} {
		token = w.ssoToken(w.cust)
		if secret, err = w.exchange(token, ada.Email, ""); err != nil {
			t.Fatal(err)
		}
		w.exec(change, w.reseller, w.cust)
		if _, err := w.SignInBySSO(t.Context(), secret, "Browser", home); code(err) != "TOKEN_INVALID" {
			t.Errorf("%s: %v", name, err)
		}
	}
	token = w.ssoToken(w.cust)
	w.exec(`UPDATE organizations SET features = '{}' WHERE reseller_id = $1 AND id = $2`, w.reseller, w.root)
	if _, err := w.exchange(token, ada.Email, ""); code(err) != "FEATURE_DISABLED" {
		t.Errorf("without the feature: %v", err)
	}
	w.exec(`UPDATE organizations SET status = $3 WHERE reseller_id = $1 AND id = $2`, w.reseller, w.cust, organization.StatusSUSPENDED)
	if _, err := w.exchange(token, ada.Email, ""); code(err) != "ACCOUNT_SUSPENDED" {
		t.Errorf("of a suspended account: %v", err)
	}
}

// A required second factor is asked for behind a link as ever.
func TestSSOAsksForTheFactor(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	app, _ := w.enrol("ada@harbour.test")
	secret, err := w.exchange(w.ssoToken(w.cust), "ada@harbour.test", "")
	w.must(err)
	r, err := w.SignInBySSO(t.Context(), secret, "Browser", home)
	w.must(err)
	if r.Session != nil || r.Challenge == nil || r.Challenge.Kind != ChallengeTOTP {
		t.Fatalf("%+v", r)
	}
	// What follows the link stands on the token as well.
	w.exec(`UPDATE organizations SET sso_token_hash = '\x01' || sso_token_hash WHERE reseller_id = $1 AND id = $2`, w.reseller, w.cust)
	if _, err := w.Answer(t.Context(), Answer{Token: r.Challenge.Token, Code: app.code(), IP: home}); code(err) != "TOKEN_INVALID" {
		t.Errorf("after rotation: %v", err)
	}
	w.exec(`UPDATE organizations SET sso_token_hash = substring(sso_token_hash FROM 2) WHERE reseller_id = $1 AND id = $2`, w.reseller, w.cust)
	w.clock.advance(time.Minute)
	r, err = w.Answer(t.Context(), Answer{Token: r.Challenge.Token, Code: app.code(), IP: home})
	if err != nil || r.Session == nil || !r.Session.TwoFactor {
		t.Errorf("%+v %v", r, err)
	}
}

// Guessing is slowed down by token and address, use of a genuine token by user.
func TestSSOThrottle(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	token := w.ssoToken(w.cust)
	forged := w.newSSOToken(w.cust)
	for range pairFailures {
		if _, err := w.exchange(forged, "ada@harbour.test", ""); code(err) != "TOKEN_INVALID" {
			t.Fatal(err)
		}
	}
	if _, err := w.exchange(token, "ada@harbour.test", ""); code(err) != "RATE_LIMITED" {
		t.Errorf("after guesses: %v", err)
	}
	elsewhere := SSORequest{Token: token, Email: "ada@harbour.test", IP: "198.51.100.9"}
	for range ssoPerUser {
		if _, err := w.SSOExchange(t.Context(), elsewhere); err != nil {
			t.Fatalf("from elsewhere: %v", err)
		}
	}
	if _, err := w.SSOExchange(t.Context(), elsewhere); code(err) != "RATE_LIMITED" {
		t.Errorf("the user once more: %v", err)
	}
}

func TestSSOHandler(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	token := w.ssoToken(w.cust)
	forged := w.newSSOToken(w.cust)
	send := func(bearer, body, contentType string) (*httptest.ResponseRecorder, string) {
		r := httptest.NewRequest(http.MethodPost, "/sso/exchange", strings.NewReader(body))
		r = r.WithContext(request.WithInfo(authz.NewContext(t.Context(), nil), request.Info{ID: "request", IP: home}))
		if bearer != "" {
			r.Header.Set("Authorization", "Bearer "+bearer)
		}
		r.Header.Set("Content-Type", contentType)
		rec := httptest.NewRecorder()
		w.SSOHandler().ServeHTTP(rec, r)
		var answer struct {
			URL, ExpiresAt string
			Errors         []struct {
				Message    string
				Extensions struct{ Code, RequestID string }
			}
		}
		if err := json.Unmarshal(rec.Body.Bytes(), &answer); err != nil {
			t.Fatalf("%v: %s", err, rec.Body)
		}
		if rec.Code == http.StatusOK {
			if !strings.HasPrefix(answer.URL, "https://portal.test/sso#token=tntc_") || answer.ExpiresAt == "" {
				t.Errorf("%s", rec.Body)
			}
			return rec, ""
		}
		if len(answer.Errors) != 1 || answer.Errors[0].Message == "" || answer.Errors[0].Extensions.RequestID != "request" {
			t.Fatalf("%d %s", rec.Code, rec.Body)
		}
		return rec, answer.Errors[0].Extensions.Code
	}
	const plain, name = "application/json", `{"email":"ada@harbour.test"}`
	for _, c := range []struct {
		name, bearer, body, kind string
		status                   int
		code                     string
	}{
		{"bearer", token, name, plain, 200, ""},
		{"body", "", `{"token":"` + token + `","email":"ada@harbour.test"}`, plain + "; charset=utf-8", 200, ""},
		{"two tokens", token, `{"token":"` + forged + `","email":"ada@harbour.test"}`, plain, 400, "BAD_USER_INPUT"},
		{"form", token, "email=ada@harbour.test", "application/x-www-form-urlencoded", 415, "BAD_USER_INPUT"},
		{"unknown member", token, `{"mail":"ada@harbour.test"}`, plain, 400, "BAD_USER_INPUT"},
		{"two objects", token, name + name, plain, 400, "BAD_USER_INPUT"},
		{"too long", token, `{"email":"` + strings.Repeat("a", maxSSOBody) + `"}`, plain, 400, "BAD_USER_INPUT"},
		{"nobody named", token, `{}`, plain, 400, "INVALID"},
		{"unknown user", token, `{"externalId":"x"}`, plain, 404, "NOT_FOUND"},
		{"no token", "", name, plain, 401, "TOKEN_INVALID"},
		{"forged", forged, name, plain, 401, "TOKEN_INVALID"},
	} {
		rec, got := send(c.bearer, c.body, c.kind)
		if rec.Code != c.status || got != c.code || rec.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %s, want %d %s", c.name, rec.Code, got, c.status, c.code)
		}
	}
	for range pairFailures {
		send(forged, name, plain)
	}
	if rec, got := send(forged, name, plain); rec.Code != 429 || got != "RATE_LIMITED" || rec.Header().Get("Retry-After") == "" {
		t.Errorf("%d %s %v", rec.Code, got, rec.Header())
	}
}
