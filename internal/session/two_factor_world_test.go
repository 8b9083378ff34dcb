package session

import (
	"context"
	"encoding/base32"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/pquerna/otp/totp"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/internal/database"
)

// letters is Mails that remembers.
type letters struct {
	mu   sync.Mutex
	sent []string
}

func (l *letters) TwoFactorChanged(_ context.Context, _ *database.Tx, _, _ uuid.UUID, factor string, removed bool, _ time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if removed {
		factor += " removed"
	}
	l.sent = append(l.sent, factor)
	return nil
}

func (l *letters) PasswordChanged(context.Context, *database.Tx, uuid.UUID, uuid.UUID, time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sent = append(l.sent, "password changed")
	return nil
}

func (l *letters) RecoveryCodeUsed(context.Context, *database.Tx, uuid.UUID, uuid.UUID, time.Time) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.sent = append(l.sent, "code used")
	return nil
}

// taken answers what was sent since it was last asked.
func (l *letters) taken() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	sent := l.sent
	l.sent = nil
	return sent
}

// as is a request of who was signed in by a result.
func (w *world) as(r Result) context.Context {
	w.t.Helper()
	if r.Session == nil {
		w.t.Fatalf("nobody was signed in: %+v", r.Challenge)
	}
	v, err := w.Authenticate(w.t.Context(), r.Token)
	w.must(err)
	return authz.NewContext(w.t.Context(), v)
}

// app is a user's authenticator app.
type app struct {
	w      *world
	secret string
}

func (a app) code() string {
	a.w.t.Helper()
	code, err := totp.GenerateCode(a.secret, a.w.now())
	a.w.must(err)
	return code
}

// enrol signs the user in, sets up an app and lets its first code pass by.
func (w *world) enrol(email string) (app, []string) {
	w.t.Helper()
	ctx := w.as(w.signInAs(email))
	e, err := w.TOTPEnroll(ctx)
	w.must(err)
	a := app{w, e.Secret}
	codes, err := w.TOTPConfirm(ctx, a.code())
	w.must(err)
	w.clock.advance(time.Minute)
	return a, codes
}

func (w *world) answer(token string, more func(*Answer)) (Result, error) {
	w.t.Helper()
	in := Answer{Token: token, IP: home, UserAgent: "Browser"}
	more(&in)
	return w.Answer(w.t.Context(), in)
}

func byCode(code string) func(*Answer)        { return func(a *Answer) { a.Code = code } }
func byRecovery(code string) func(*Answer)    { return func(a *Answer) { a.RecoveryCode = code } }
func byNewPassword(text string) func(*Answer) { return func(a *Answer) { a.NewPassword = &text } }

func (w *world) want(r Result, err error, kind ChallengeKind) *Challenge {
	w.t.Helper()
	w.must(err)
	switch {
	case kind == "" && r.Session == nil:
		w.t.Fatalf("no session: %+v", r.Challenge)
	case kind != "" && (r.Challenge == nil || r.Challenge.Kind != kind || r.Session != nil || r.Token != "" || r.Viewer != nil):
		w.t.Fatalf("%+v, want the challenge %s alone", r, kind)
	}
	return r.Challenge
}

func (w *world) refused(err error, want string) {
	w.t.Helper()
	if got := code(err); got != want {
		w.t.Errorf("%q (%v), want %q", got, err, want)
	}
}

func (w *world) require(organization uuid.UUID, required bool) {
	w.t.Helper()
	w.exec(`UPDATE organizations SET two_factor_required = $3 WHERE reseller_id = $1 AND id = $2`, w.reseller, organization, required)
}

func mustChange(c *db.UserCreate) { c.SetMustChangePassword(true) }

func rawSecret(t *testing.T, text string) []byte {
	t.Helper()
	b, err := base32.StdEncoding.WithPadding(base32.NoPadding).DecodeString(text)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
