package session

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/request"
)

// device is where a session is opened from.
type device struct{ ip, agent string }

// digest is what a proof remembers of a stored password hash: once another
// password is set, a challenge that was opened by the old one is worth nothing.
func digest(hash sql.NullString) []byte {
	if !hash.Valid {
		return nil
	}
	sum := sha256.Sum256([]byte(hash.String))
	return sum[:]
}

// OpenAfter signs in a user who has just set a password by a link that reached
// him: a session, or what is missing before one opens. u is as it was committed.
func (s *Service) OpenAfter(ctx context.Context, u *db.User) (Result, error) {
	var hash sql.NullString
	if u.PasswordHash != nil {
		hash = sql.NullString{String: *u.PasswordHash, Valid: true}
	}
	info := request.FromContext(ctx)
	result, err := s.proceed(ctx, proof{Reseller: u.ResellerID, User: u.ID, Password: digest(hash)}, device{info.IP, info.UserAgent}, "input.token")
	s.cfg.Observe(outcomeOf(result, err))
	return result, err
}

// proceed is advance in a transaction of its own.
func (s *Service) proceed(ctx context.Context, shown proof, from device, path string) (result Result, err error) {
	err = s.cfg.DB.WithTx(database.WithReseller(ctx, shown.Reseller), func(ctx context.Context, tx *database.Tx) error {
		result, err = s.advance(ctx, tx, shown, from, path)
		return err
	})
	if err != nil {
		return Result{}, err
	}
	return result, nil
}

// advance opens the session, or asks for the next proof that is missing. All
// that speaks for or against it is read anew, with the user's row locked:
// every change that ends sessions writes that row first.
func (s *Service) advance(ctx context.Context, tx *database.Tx, shown proof, from device, path string) (Result, error) {
	p, err := lockPerson(ctx, tx.SQL, shown.Reseller, shown.User)
	if errors.Is(err, sql.ErrNoRows) {
		return Result{}, refuseSignIn(path)
	}
	if err != nil {
		return Result{}, err
	}
	g, err := loadGrants(ctx, tx.SQL, p)
	if err != nil {
		return Result{}, err
	}
	switch {
	case p.status == user.StatusPENDING || p.status == user.StatusDELETED || !bytes.Equal(digest(p.passwordHash), shown.Password):
		return Result{}, refuseSignIn(path)
	case p.status != user.StatusACTIVE || !p.organizationsActive():
		return Result{}, suspended(path)
	case g.shutOut(p):
		return Result{}, shutOut(path)
	}
	if shown.SSO != nil {
		if good, err := shown.SSO.stillGood(ctx, tx.SQL, shown.Reseller); err != nil {
			return Result{}, err
		} else if !good {
			return Result{}, refuseSignIn(path)
		}
	}
	held, err := enrolled(ctx, tx, p.id)
	if err != nil {
		return Result{}, err
	}
	if held.any() && !shown.Factor {
		return s.askFactor(ctx, tx, p, held, shown)
	}
	if p.mustChangePassword {
		return s.challenged(ctx, tx, ChallengePasswordChange, shown, Challenge{})
	}
	if !held.any() {
		needed, err := s.factorNeeded(ctx, tx.SQL, p, g)
		if err != nil {
			return Result{}, err
		}
		if needed {
			return s.askEnrollment(ctx, tx, p, shown)
		}
	}
	return s.open(ctx, tx, p, g, shown.Factor, from)
}

// refuseSignIn says that what was shown opens nothing: to who signs in as to
// anybody, to who answers a challenge that it is worth nothing any more.
func refuseSignIn(path string) error {
	if path == pathSignIn {
		return wrongCredentials()
	}
	return deadChallenge(path)
}

// challenged asks for one more proof.
func (s *Service) challenged(ctx context.Context, tx *database.Tx, kind ChallengeKind, p proof, c Challenge) (result Result, err error) {
	c.Kind = kind
	if c.Token, c.ExpiresAt, err = s.ask(ctx, tx.SQL, kind, p); err != nil {
		return Result{}, err
	}
	return Result{Challenge: &c}, nil
}

func (s *Service) askFactor(ctx context.Context, tx *database.Tx, p *person, held factors, shown proof) (Result, error) {
	var c Challenge
	kind := ChallengePasskey
	if held.totp {
		kind = ChallengeTOTP
	}
	if len(held.passkeys) > 0 {
		var err error
		if c.PasskeyOptions, shown.Passkey, err = s.passkeys.question(p.owner(), held.passkeys, false); err != nil {
			return Result{}, err
		}
	}
	return s.challenged(ctx, tx, kind, shown, c)
}

func (s *Service) askEnrollment(ctx context.Context, tx *database.Tx, p *person, shown proof) (Result, error) {
	name, err := resellerName(ctx, tx.SQL, p.resellerID)
	if err != nil {
		return Result{}, err
	}
	e, secret, err := s.newEnrollment(name, p.email)
	if err != nil {
		return Result{}, err
	}
	shown.TOTP = secret
	return s.challenged(ctx, tx, ChallengeEnrollment, shown, Challenge{TOTP: e})
}

func resellerName(ctx context.Context, at execer, reseller uuid.UUID) (name string, err error) {
	if err := at.QueryRowContext(ctx, `SELECT name FROM resellers WHERE id = $1`, reseller).Scan(&name); err != nil {
		return "", fmt.Errorf("read reseller %s: %w", reseller, err)
	}
	return name, nil
}

// lockPerson reads a person and keeps everybody else from changing him until
// the transaction ends; sql.ErrNoRows when there is none.
func lockPerson(ctx context.Context, at execer, reseller, id uuid.UUID) (*person, error) {
	var p person
	err := at.QueryRowContext(ctx, `SELECT `+personColumns+` FROM `+personTables+`
		WHERE u.reseller_id = $1 AND u.id = $2 FOR NO KEY UPDATE OF u`, reseller, id).Scan(p.columns()...)
	if err != nil {
		return nil, fmt.Errorf("lock user %s: %w", id, err)
	}
	return &p, nil
}

// wrongFactor is the answer to a code or a passkey that is not the user's.
func wrongFactor(path string) fault.Refusals {
	return fault.Refuse(fault.InvalidCredentials, path, "This is not right, or was used before. Try again with a new code.")
}
