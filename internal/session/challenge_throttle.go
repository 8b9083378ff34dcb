package session

import (
	"context"
	"database/sql"
	"errors"
	"time"

	"github.com/google/uuid"
)

// accountFailures is how many wrong codes an account bears within the window
// from all clients together. Unlike passwords, codes are few enough to be found
// from many places; and who is asked for one has shown the password, so that
// no stranger can lock the owner out.
const accountFailures = 20

// beginCode is begin for a code or a passkey of a user; the zero id means
// nobody is known. Failures are no part of those of passwords: the password
// that leads here would forgive them.
func (t *throttle) beginCode(ctx context.Context, user uuid.UUID, ip string, now time.Time) (*attempt, error) {
	account := ""
	if user != uuid.Nil {
		account = t.id("code", user.String())
	}
	return t.start(ctx, t.id("code pair", user.String(), network(ip)), account, ip, now)
}

// beginStepUp is begin for the password of who is signed in.
func (t *throttle) beginStepUp(ctx context.Context, user uuid.UUID, ip string, now time.Time) (*attempt, error) {
	return t.start(ctx, t.id("step-up pair", user.String(), network(ip)), t.id("step-up", user.String()), ip, now)
}

// beginSSO is begin for a token of single sign-on, known by the organization
// it names; the zero id means that it names none.
func (t *throttle) beginSSO(ctx context.Context, organization uuid.UUID, ip string, now time.Time) (*attempt, error) {
	return t.start(ctx, t.id("sso pair", organization.String(), network(ip)), "", ip, now)
}

// concluded counts how the attempt ended: err is what it answered. What was
// neither right nor wrong leaves the client charged, like any broken attempt.
func (a *attempt) concluded(ctx context.Context, err error, now time.Time) error {
	switch {
	case err == nil:
		return a.succeeded(ctx)
	case wrongAnswer(err):
		return a.failed(ctx, now)
	}
	return a.forgiven(ctx)
}

// admitOne counts a thing that is limited in number, whatever comes of it.
func (t *throttle) admitOne(ctx context.Context, id string, limit int, now time.Time) error {
	_, err := t.count(ctx, id, limit, now)
	if !errors.Is(err, sql.ErrNoRows) {
		return err
	}
	until, err := t.blocked(ctx, id, now)
	if err != nil {
		return err
	}
	return tooMany(until.Sub(now))
}
