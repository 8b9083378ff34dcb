package session

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"tenantry/internal/request"
)

// Requests for a forgotten password that are borne within the window before a
// pause sets in, of one address and of one client. Whoever asks for others can
// keep an address waiting, but its owner has the mails that were asked for.
const (
	forgottenOfAddress = 3
	forgottenOfClient  = 30
)

// ProvePassword tells whether somebody who is signed in knows the password
// behind a stored hash; without a hash it costs the same and is wrong. Failures
// count like those to sign in with the address, and answer RATE_LIMITED when
// they were too many.
func (s *Service) ProvePassword(ctx context.Context, address, password string, hash *string) (bool, error) {
	a, err := s.throttle.begin(ctx, addressKey(address), request.FromContext(ctx).IP, s.now())
	if err != nil {
		return false, err
	}
	defer a.done()
	ok := false
	if hash == nil {
		err = s.cfg.Hasher.Dummy(ctx, password)
	} else {
		ok, _, err = s.cfg.Hasher.Verify(ctx, password, *hash)
	}
	switch {
	case err != nil:
		return false, fmt.Errorf("prove password: %w", err)
	case ok:
		return true, a.succeeded(ctx)
	default:
		return false, a.failed(ctx, s.now())
	}
}

// AdmitForgotten counts a request for a forgotten password by its client and
// its address, known or not, and answers RATE_LIMITED when they were too many.
func (s *Service) AdmitForgotten(ctx context.Context, address string) error {
	t, now := s.throttle, s.now()
	for _, counted := range []struct {
		id    string
		limit int
	}{
		{t.id("forgotten client", network(request.FromContext(ctx).IP)), forgottenOfClient},
		{t.id("forgotten address", addressKey(address)), forgottenOfAddress},
	} {
		_, err := t.count(ctx, counted.id, counted.limit, now)
		if errors.Is(err, sql.ErrNoRows) {
			until, err := t.blocked(ctx, counted.id, now)
			if err != nil {
				return err
			}
			limited := tooMany(until.Sub(now))
			limited.Message = "Too many requests. Wait a moment and try again."
			return limited
		}
		if err != nil {
			return err
		}
	}
	return nil
}
