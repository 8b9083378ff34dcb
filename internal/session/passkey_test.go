package session

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/descope/virtualwebauthn"
	"github.com/google/go-cmp/cmp"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/internal/fault"
)

// key is a device with one passkey.
type key struct {
	w      *world
	rp     virtualwebauthn.RelyingParty
	device virtualwebauthn.Authenticator
	cred   virtualwebauthn.Credential
}

func (w *world) newKey() *key {
	return &key{w: w, rp: virtualwebauthn.RelyingParty{ID: "portal.test", Origin: "https://portal.test"},
		device: virtualwebauthn.NewAuthenticator(), cred: virtualwebauthn.NewCredential(virtualwebauthn.KeyTypeEC2)}
}

// made is what the browser answers to a question for a new passkey.
func (k *key) made(q *PasskeyQuestion) json.RawMessage {
	k.w.t.Helper()
	options, err := virtualwebauthn.ParseAttestationOptions(string(q.Options))
	k.w.must(err)
	k.device.Options.UserHandle = []byte(options.UserID)
	return json.RawMessage(virtualwebauthn.CreateAttestationResponse(k.rp, k.device, k.cred, *options))
}

// shown is what it answers to a question for one; each use raises the counter.
func (k *key) shown(options json.RawMessage) json.RawMessage {
	k.w.t.Helper()
	parsed, err := virtualwebauthn.ParseAssertionOptions(string(options))
	k.w.must(err)
	k.cred.Counter++
	return json.RawMessage(virtualwebauthn.CreateAssertionResponse(k.rp, k.device, k.cred, *parsed))
}

// register adds a new passkey to the account of who is signed in.
func (w *world) register(r Result) *key {
	w.t.Helper()
	k, ctx := w.newKey(), w.as(r)
	q, err := w.PasskeyRegistrationBegin(ctx)
	w.must(err)
	_, err = w.PasskeyRegister(ctx, NewPasskey{Token: q.Token, Name: "Phone", Credential: k.made(q)})
	w.must(err)
	return k
}

func byPasskey(answer json.RawMessage) func(*Answer) { return func(a *Answer) { a.Passkey = answer } }

func TestPasskeySignsIn(t *testing.T) {
	w := newWorld(t)
	u := w.user("ada@harbour.test", w.cust)
	k := w.register(w.signInAs("ada@harbour.test"))
	if diff := cmp.Diff([]string{"PASSKEY"}, w.mails.taken()); diff != "" {
		t.Error(diff)
	}

	// Alone, without a name: it counts for both factors.
	q, err := w.PasskeyBegin(t.Context())
	w.must(err)
	r, err := w.answer(q.Token, byPasskey(k.shown(q.Options)))
	w.want(r, err, "")
	if r.User.ID != u.ID || !r.Session.TwoFactor {
		t.Errorf("%+v", r)
	}
	_, err = w.answer(q.Token, byPasskey(k.shown(q.Options)))
	w.refused(err, "TOKEN_INVALID") // used

	// After the password.
	c := w.want(w.signInAs("ada@harbour.test"), nil, ChallengePasskey)
	_, err = w.answer(c.Token, byCode("123456"))
	w.refused(err, "INVALID")
	answer := k.shown(c.PasskeyOptions)
	r, err = w.answer(c.Token, byPasskey(answer))
	w.want(r, err, "")

	// An answer to one question is none to another.
	c = w.want(w.signInAs("ada@harbour.test"), nil, ChallengePasskey)
	_, err = w.answer(c.Token, byPasskey(answer))
	w.refused(err, "INVALID_CREDENTIALS")

	// With a temporary password the chain goes on.
	w.exec(`UPDATE users SET must_change_password = true WHERE reseller_id = $1`, w.reseller)
	q, err = w.PasskeyBegin(t.Context())
	w.must(err)
	r, err = w.answer(q.Token, byPasskey(k.shown(q.Options)))
	w.want(r, err, ChallengePasswordChange)
	w.exec(`UPDATE users SET must_change_password = false, status = 'SUSPENDED' WHERE reseller_id = $1`, w.reseller)
	q, err = w.PasskeyBegin(t.Context())
	w.must(err)
	_, err = w.answer(q.Token, byPasskey(k.shown(q.Options)))
	w.refused(err, "ACCOUNT_SUSPENDED")
}

func TestPasskeyIsRefused(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	w.user("bob@harbour.test", w.cust)
	rival, rivalRoot := w.newReseller("Southwind")
	far := w.userOf(rival, "eve@south.test", rivalRoot)
	ada, bob := w.register(w.signInAs("ada@harbour.test")), w.register(w.signInAs("bob@harbour.test"))
	eve := w.register(w.signInAs("eve@south.test"))
	ask := func() *Challenge { return w.want(w.signInAs("ada@harbour.test"), nil, ChallengePasskey) }
	handle := func(k *key, h []byte) *key {
		other := *k
		other.device.Options.UserHandle = h
		return &other
	}
	elsewhere := *ada
	elsewhere.rp.Origin = "https://portal.test.evil.test"
	for name, k := range map[string]*key{
		"another user's":                    bob,
		"another reseller's":                eve,
		"another user's in his name":        handle(bob, ada.device.Options.UserHandle),
		"another reseller's in his name":    handle(eve, ada.device.Options.UserHandle),
		"one's own in the name of another":  handle(ada, bob.device.Options.UserHandle),
		"one's own for another reseller":    handle(ada, handleOf(rival, far.ID)),
		"from another site":                 &elsewhere,
		"in the name of nobody":             handle(ada, nil),
		"in the name of something too long": handle(ada, make([]byte, 64)),
	} {
		c := ask()
		_, err := w.answer(c.Token, byPasskey(k.shown(c.PasskeyOptions)))
		if name != "in the name of nobody" { // the handle need not be named where one is known
			w.refused(err, "INVALID_CREDENTIALS")
		}
		q, err := w.PasskeyBegin(t.Context())
		w.must(err)
		r, err := w.answer(q.Token, byPasskey(k.shown(q.Options)))
		switch name {
		case "another user's", "another reseller's": // sign in as whom they belong to
			w.must(err)
			if r.User.Email == "ada@harbour.test" {
				t.Errorf("%s: signed in as %s", name, r.User.Email)
			}
		default:
			if code(err) != "INVALID_CREDENTIALS" {
				t.Errorf("%s, alone: %v", name, err)
			}
		}
		w.exec(`DELETE FROM sign_in_throttles`)
	}
	for _, garbage := range []string{`{}`, `null`, `"x"`, `[1]`, `{"id":"x"}`} {
		q, err := w.PasskeyBegin(t.Context())
		w.must(err)
		_, err = w.answer(q.Token, byPasskey(json.RawMessage(garbage)))
		w.refused(err, "INVALID_CREDENTIALS")
		w.exec(`DELETE FROM sign_in_throttles`)
	}
	// Alone it must prove who is there.
	ada.device.Options.UserNotVerified = true
	q, err := w.PasskeyBegin(t.Context())
	w.must(err)
	_, err = w.answer(q.Token, byPasskey(ada.shown(q.Options)))
	w.refused(err, "INVALID_CREDENTIALS")
	c := ask()
	r, err := w.answer(c.Token, byPasskey(ada.shown(c.PasskeyOptions)))
	w.want(r, err, "") // after a password it need not
}

// A counter that does not rise tells of a copy: refused and written down.
func TestPasskeyClone(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	k := w.register(w.signInAs("ada@harbour.test"))
	use := func() error {
		q, err := w.PasskeyBegin(t.Context())
		w.must(err)
		_, err = w.answer(q.Token, byPasskey(k.shown(q.Options)))
		return err
	}
	w.must(use())
	w.must(use())
	k.cred.Counter = 0
	w.refused(use(), "INVALID_CREDENTIALS")
	got := w.text(`SELECT string_agg(target_type || coalesce(actor_id::text, '-'), ',') FROM audit_events
		WHERE reseller_id = $1 AND action = 'user.passkey_refused'`, w.reseller)
	if got != "User-" {
		t.Errorf("audit: %q", got)
	}
	k.cred.Counter = 5
	w.must(use()) // the true one goes on
}

func TestPasskeyAdministration(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	w.user("bob@harbour.test", w.cust)
	signedIn := w.signInAs("ada@harbour.test")
	ctx, bob := w.as(signedIn), w.as(w.signInAs("bob@harbour.test"))
	k := w.register(signedIn)
	q, err := w.PasskeyRegistrationBegin(ctx)
	w.must(err)
	if options := string(q.Options); !strings.Contains(options, `"name":"Northwind"`) || !strings.Contains(options, `"excludeCredentials":[{`) {
		t.Errorf("options: %s", options)
	}
	_, err = w.PasskeyRegister(bob, NewPasskey{Token: q.Token, Name: "Phone", Credential: w.newKey().made(q)})
	w.refused(err, "TOKEN_INVALID")
	_, err = w.PasskeyRegister(ctx, NewPasskey{Token: q.Token, Name: "Phone", Credential: k.made(q)})
	w.refused(err, "DUPLICATE")
	_, err = w.PasskeyRegister(ctx, NewPasskey{Token: q.Token, Name: "Phone", Credential: json.RawMessage(`{}`)})
	w.refused(err, "INVALID_CREDENTIALS")
	_, err = w.PasskeyRegister(ctx, NewPasskey{Token: q.Token, Name: strings.Repeat("ü", 101), Credential: k.made(q)})
	w.refused(err, "TOO_LONG")
	_, err = w.answer(q.Token, byPasskey(k.shown(q.Options)))
	w.refused(err, "TOKEN_INVALID") // no sign-in
	for range MaxPasskeys - 1 {
		w.register(signedIn)
	}
	_, err = w.PasskeyRegistrationBegin(ctx)
	w.refused(err, "LIMIT_REACHED")

	f, err := w.TwoFactor(ctx)
	w.must(err)
	if len(f.Passkeys) != MaxPasskeys || f.RecoveryCodesLeft != recoveryCodes || !f.Enabled {
		t.Errorf("%+v", f)
	}
	w.refused(w.PasskeyRename(bob, f.Passkeys[0].ID, "Mine"), "NOT_FOUND")
	w.refused(w.PasskeyRemove(bob, f.Passkeys[0].ID), "NOT_FOUND")
	w.refused(w.PasskeyRename(ctx, f.Passkeys[0].ID, " \u202e "), "INVALID")
	w.must(w.PasskeyRename(ctx, f.Passkeys[0].ID, " Work phone "))
	w.require(w.cust, true)
	for i, p := range f.Passkeys {
		err := w.PasskeyRemove(ctx, p.ID)
		if i < MaxPasskeys-1 {
			w.must(err)
		} else {
			w.refused(err, "WRONG_STATE") // the last one, while one is required
		}
	}
	w.require(w.cust, false)
	w.must(w.PasskeyRemove(ctx, f.Passkeys[MaxPasskeys-1].ID))
	f, err = w.TwoFactor(ctx)
	w.must(err)
	if f.Enabled || f.RecoveryCodesLeft != 0 || w.text(`SELECT two_factor_at::text FROM users WHERE email = 'ada@harbour.test' AND reseller_id = $1`, w.reseller) != "" {
		t.Errorf("after the last: %+v", f)
	}
	w.want(w.signInAs("ada@harbour.test"), nil, "")
}

func TestPasskeyHost(t *testing.T) {
	t.Parallel()
	for url, want := range map[string][2]string{
		"":                          {"localhost", "http://localhost"},
		"https://portal.test":       {"portal.test", "https://portal.test"},
		"https://portal.test:8443/": {"portal.test", "https://portal.test:8443"},
		"http://127.0.0.1:8080":     {"localhost", "http://localhost:8080"},
		"http://[::1]:8080":         {"localhost", "http://localhost:8080"},
	} {
		k, err := newPasskeys(url)
		if err != nil || k.web.Config.RPID != want[0] || k.web.Config.RPOrigins[0] != want[1] {
			t.Errorf("%q: %+v, %v", url, k, err)
		}
	}
	if _, err := newPasskeys("portal"); err == nil {
		t.Error("no host was taken")
	}
}

func TestStepUp(t *testing.T) {
	w := newWorld(t)
	u := w.user("ada@harbour.test", w.cust)
	r := w.signInAs("ada@harbour.test")
	other := w.process()
	viewer := func() *authz.Viewer { return authz.FromContext(w.as(r)) }
	try := func(in StepUp) (*db.Session, error) {
		in.IP = home
		return w.StepUp(w.as(r), in)
	}
	text := func(s string) *string { return &s }
	w.clock.advance(authz.StepUpWindow)
	if viewer().Proven(w.now()) {
		t.Fatal("still proven")
	}
	_, err := try(StepUp{})
	w.refused(err, "INVALID")
	_, err = try(StepUp{Password: text("x"), Code: "1"})
	w.refused(err, "INVALID")
	_, err = try(StepUp{Password: text("wrong")})
	w.refused(err, "INVALID_CREDENTIALS")
	ctx := w.as(r)
	s, err := w.StepUp(ctx, StepUp{Password: text(password), IP: home})
	w.must(err)
	if !s.ProvenAt.Equal(w.now()) || s.TwoFactor || !authz.FromContext(ctx).Proven(w.now()) || !viewer().Proven(w.now()) {
		t.Errorf("session: %+v", s)
	}
	if v, err := other.Authenticate(t.Context(), r.Token); err != nil || !v.Proven(w.now()) {
		t.Errorf("another process: %+v, %v", v, err)
	}
	if n := w.text(`SELECT count(*) FROM audit_events WHERE reseller_id = $1 AND action = 'session.stepped_up' AND actor_id = $2`, w.reseller, u.ID); n != "1" {
		t.Errorf("%s lines in the audit log", n)
	}

	// With a second factor the password is not enough.
	a, _ := w.enrol("ada@harbour.test")
	_, err = try(StepUp{Password: text(password)})
	w.refused(err, "INVALID_CREDENTIALS")
	_, wrong := try(StepUp{Password: text("wrong")})
	was, _ := errors.AsType[fault.Refusals](err)
	if got, ok := errors.AsType[fault.Refusals](wrong); !ok || cmp.Diff(was, got) != "" {
		t.Errorf("a wrong password answers %v, the right one %v", got, was)
	}
	shown := a.code()
	s, err = try(StepUp{Code: shown})
	w.must(err)
	if !s.TwoFactor || !viewer().TwoFactor {
		t.Errorf("session: %+v", s)
	}
	_, err = try(StepUp{Code: shown})
	w.refused(err, "INVALID_CREDENTIALS") // once

	_, err = w.StepUpPasskeyBegin(w.as(r))
	w.refused(err, "WRONG_STATE")
	k := w.register(r)
	q, err := w.StepUpPasskeyBegin(w.as(r))
	w.must(err)
	second := w.want(w.signInAs("ada@harbour.test"), nil, ChallengeTOTP)
	w.clock.advance(time.Minute)
	r2, err := w.answer(second.Token, byCode(a.code()))
	w.want(r2, err, "")
	_, err = w.StepUp(w.as(r2), StepUp{PasskeyToken: q.Token, Passkey: k.shown(q.Options), IP: home})
	w.refused(err, "TOKEN_INVALID") // asked in another session
	w.clock.advance(time.Minute)
	// A security key without a PIN is a second factor, as a code is.
	if !strings.Contains(string(q.Options), `"userVerification":"preferred"`) {
		t.Errorf("asked %s", q.Options)
	}
	k.device.Options.UserNotVerified = true
	s, err = try(StepUp{PasskeyToken: q.Token, Passkey: k.shown(q.Options)})
	w.must(err)
	if !s.ProvenAt.Equal(w.now()) {
		t.Errorf("session: %+v", s)
	}
	_, err = try(StepUp{PasskeyToken: q.Token, Passkey: k.shown(q.Options)})
	w.refused(err, "TOKEN_INVALID")

	for range pairFailures {
		_, err = try(StepUp{Code: "000000"})
		w.refused(err, "INVALID_CREDENTIALS")
	}
	_, err = try(StepUp{Code: a.code()})
	w.refused(err, "RATE_LIMITED")

	ended, err := w.RevokeOthers(w.as(r))
	w.must(err)
	if ended != 2 {
		t.Errorf("%d sessions ended", ended)
	}
	if _, err := w.Authenticate(t.Context(), r2.Token); code(err) != "UNAUTHENTICATED" {
		t.Errorf("another session goes on: %v", err)
	}
	w.as(r)
}

func TestTOTPOfOneself(t *testing.T) {
	w := newWorld(t)
	w.user("ada@harbour.test", w.cust)
	ctx := w.as(w.signInAs("ada@harbour.test"))
	_, err := w.TOTPConfirm(ctx, "123456")
	w.refused(err, "WRONG_STATE")
	w.refused(w.TOTPRemove(ctx), "WRONG_STATE")
	_, err = w.RecoveryCodesRenew(ctx)
	w.refused(err, "WRONG_STATE")
	first, err := w.TOTPEnroll(ctx)
	w.must(err)
	w.want(w.signInAs("ada@harbour.test"), nil, "") // not in force yet
	second, err := w.TOTPEnroll(ctx)
	w.must(err)
	_, err = w.TOTPConfirm(ctx, app{w, first.Secret}.code())
	w.refused(err, "INVALID_CREDENTIALS") // replaced
	fresh, err := w.TOTPConfirm(ctx, app{w, second.Secret}.code())
	w.must(err)
	if v := authz.FromContext(ctx); v == nil || len(fresh) != recoveryCodes || len(fresh[0]) != 19 {
		t.Errorf("recovery codes: %v", fresh)
	}
	_, err = w.TOTPEnroll(ctx)
	w.refused(err, "WRONG_STATE")
	stored := w.text(`SELECT encode(secret, 'hex') FROM totp_credentials WHERE reseller_id = $1`, w.reseller)
	if strings.Contains(stored, hex.EncodeToString(rawSecret(t, second.Secret))) {
		t.Error("the secret can be read")
	}
	renewed, err := w.RecoveryCodesRenew(ctx)
	w.must(err)
	c := w.want(w.signInAs("ada@harbour.test"), nil, ChallengeTOTP)
	_, err = w.answer(c.Token, byRecovery(fresh[0]))
	w.refused(err, "INVALID_CREDENTIALS") // dead
	r, err := w.answer(c.Token, byRecovery(strings.ToUpper(strings.ReplaceAll(renewed[0], "-", " "))))
	w.want(r, err, "")
	w.require(w.cust, true)
	w.refused(w.TOTPRemove(ctx), "WRONG_STATE")
	w.require(w.cust, false)
	w.must(w.TOTPRemove(ctx))
	want := []string{"TOTP", "RECOVERY_CODES", "code used", "TOTP removed"}
	if diff := cmp.Diff(want, w.mails.taken()); diff != "" {
		t.Error(diff)
	}
	if n := w.text(`SELECT count(*) FROM recovery_codes WHERE reseller_id = $1`, w.reseller); n != "0" {
		t.Errorf("%s recovery codes are left", n)
	}
}

// A device's clock may be one step off, and no code works twice.
func TestTOTPSteps(t *testing.T) {
	t.Parallel()
	secret := []byte("12345678901234567890") // RFC 6238, appendix B, cut to six digits
	at := func(unix int64) time.Time { return time.Unix(unix, 0) }
	for _, tt := range []struct {
		code  string
		now   int64
		after int64
		want  int64
	}{
		{"287082", 59, 0, 1}, {"081804", 1111111109, 0, 37037036}, {"081 804", 1111111109, 0, 37037036},
		{"287082", 29, 0, 1}, {"287082", 89, 0, 1}, {"287082", 90, 0, 0}, {"287082", 59, 1, 0}, {"", 59, 0, 0}, {"28708", 59, 0, 0},
	} {
		if got, ok := totpStep(secret, tt.code, at(tt.now), tt.after); got != tt.want || ok != (tt.want != 0) {
			t.Errorf("%+v: step %d, %t", tt, got, ok)
		}
	}
}

func TestSealedTextStaysInItsPlace(t *testing.T) {
	w := newWorld(t)
	sealed, err := w.vault.seal(w.vault.totp, []byte("text"), "here")
	w.must(err)
	if text, err := w.vault.open(w.vault.totp, sealed, "here"); err != nil || string(text) != "text" {
		t.Errorf("%q, %v", text, err)
	}
	if _, err := w.vault.open(w.vault.totp, sealed, "there"); err == nil {
		t.Error("opens elsewhere")
	}
	if _, err := w.vault.open(w.vault.challenges, sealed, "here"); err == nil {
		t.Error("opens with the key of another use")
	}
	if _, _, err := passkeyOwner(nil); err == nil {
		t.Error("nobody's passkey was read")
	}
}
