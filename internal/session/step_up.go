package session

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/session"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// StepUp is a proof of who is at the keyboard: exactly one of password, code
// and passkey, the latter with the token of its question.
type StepUp struct {
	Password     *string
	Code         string
	PasskeyToken string
	Passkey      json.RawMessage
	IP           string // textual, without a port
}

const pathStepUpToken = "input.passkey.token"

// StepUpPasskeyBegin asks the viewer for a passkey. Refusals: WRONG_STATE when
// he has none.
func (s *Service) StepUpPasskeyBegin(ctx context.Context) (q *PasskeyQuestion, err error) {
	err = s.own(ctx, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, p *person) error {
		held, err := passkeysOf(ctx, tx, p.id)
		if err != nil {
			return err
		}
		if len(held) == 0 {
			return fault.Refuse(fault.WrongState, "", "You have no passkey.")
		}
		options, asked, err := s.passkeys.question(p.owner(), held, false)
		if err != nil {
			return err
		}
		state := proof{Reseller: p.resellerID, User: p.id, Session: v.SessionID, Passkey: asked}
		token, _, err := s.ask(ctx, tx.SQL, askedStepUp, state)
		q = &PasskeyQuestion{Token: token, Options: options}
		return err
	})
	if err != nil {
		return nil, err
	}
	return q, nil
}

// StepUp proves anew who is behind the viewer's session; it holds for
// authz.StepUpWindow, in this request as well. A password is not enough for who
// has a second factor. Refusals: INVALID_CREDENTIALS, TOKEN_INVALID, EXPIRED,
// INVALID (not exactly one proof); fault.RateLimited after repeated failures.
func (s *Service) StepUp(ctx context.Context, in StepUp) (*db.Session, error) {
	v := authz.FromContext(ctx)
	if v == nil {
		return nil, errNoSession
	}
	var given int
	for _, there := range []bool{in.Password != nil, in.Code != "", len(in.Passkey) > 0} {
		if there {
			given++
		}
	}
	if given != 1 {
		return nil, fault.Refuse(fault.Invalid, "input", "Give exactly one proof.")
	}
	proven, err := s.stepUp(ctx, v, in)
	s.reportClone(ctx, err)
	if err != nil {
		return nil, err
	}
	s.cache.forget(v.SessionID) // the next request may come before the notification
	now := *v
	now.ProvenAt, now.TwoFactor = proven.ProvenAt, proven.TwoFactor
	authz.Become(ctx, &now)
	return proven, nil
}

func (s *Service) stepUp(ctx context.Context, v *authz.Viewer, in StepUp) (proven *db.Session, err error) {
	var c *challenge
	if len(in.Passkey) > 0 {
		if c, err = s.charge(ctx, in.PasskeyToken, pathStepUpToken); err != nil {
			return nil, err
		}
		defer func() { s.settle(ctx, c, err) }()
		if !c.askedOf(askedStepUp, v) {
			return nil, deadChallenge(pathStepUpToken)
		}
	}
	begin := s.throttle.beginCode
	if in.Password != nil {
		begin = s.throttle.beginStepUp
	}
	attempt, err := begin(ctx, v.UserID, in.IP, s.now())
	if err != nil {
		return nil, err
	}
	defer attempt.done()
	hash, err := s.verifyOwn(ctx, in.Password)
	if err == nil {
		err = s.own(ctx, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, p *person) error {
			switch {
			case in.Password != nil:
				err = s.passwordEnough(ctx, tx, p, hash)
			case c != nil:
				if err = take(ctx, tx.SQL, c, pathStepUpToken); err == nil {
					err = s.usePasskey(ctx, tx, p, c.proof.Passkey, in.Passkey, "input.passkey.credential")
				}
			default:
				err = s.useCode(ctx, tx, p, in.Code, "input.code")
			}
			if err != nil {
				return err
			}
			proven, err = s.proveAnew(ctx, tx, v, p, in.Password == nil)
			return err
		})
	}
	return proven, errors.Join(err, attempt.concluded(ctx, err, s.now()))
}

func wrongPassword() error {
	return fault.Refuse(fault.InvalidCredentials, "input.password", "The password is wrong.")
}

func onlyFactor() error {
	return fault.Refuse(fault.InvalidCredentials, "input.password", "You have a second factor: prove it with that.")
}

// verifyOwn compares with the viewer's password and answers the hash that
// matched. It is slow, so it comes before the transaction.
func (s *Service) verifyOwn(ctx context.Context, password *string) (hash string, err error) {
	if password == nil {
		return "", nil
	}
	var stored string
	err = s.own(ctx, func(ctx context.Context, tx *database.Tx, _ *authz.Viewer, p *person) error {
		// The factor first: who has one learns nothing about the password here.
		held, err := enrolled(ctx, tx, p.id)
		switch {
		case err != nil:
			return err
		case held.any():
			return onlyFactor()
		case !p.passwordHash.Valid:
			return wrongPassword()
		}
		stored = p.passwordHash.String
		return nil
	})
	if err != nil {
		return "", err
	}
	ok, _, err := s.cfg.Hasher.Verify(ctx, *password, stored)
	switch {
	case err != nil:
		return "", fmt.Errorf("step up: %w", err)
	case !ok:
		return "", wrongPassword()
	}
	return stored, nil
}

func (s *Service) passwordEnough(ctx context.Context, tx *database.Tx, p *person, hash string) error {
	held, err := enrolled(ctx, tx, p.id)
	switch {
	case err != nil:
		return err
	case held.any():
		return onlyFactor() // enrolled meanwhile
	case p.passwordHash.String != hash:
		return wrongPassword() // changed meanwhile
	}
	return nil
}

// proveAnew writes down when the session was proven.
func (s *Service) proveAnew(ctx context.Context, tx *database.Tx, v *authz.Viewer, p *person, factor bool) (*db.Session, error) {
	change := tx.Client.Session.Update().
		Where(session.ID(v.SessionID), session.UserID(v.UserID), session.RevokedAtIsNil(), session.ExpiresAtGT(s.now())).
		SetProvenAt(s.now())
	if factor {
		change.SetTwoFactor(true)
	}
	n, err := change.Save(ctx)
	if err != nil {
		return nil, fmt.Errorf("step up session %s: %w", v.SessionID, err)
	}
	if n == 0 {
		return nil, errNoSession
	}
	proven, err := tx.Client.Session.Query().Where(session.ID(v.SessionID)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("read session %s: %w", v.SessionID, err)
	}
	err = audit.Record(ctx, tx, audit.Event{
		At: s.now(), Action: "session.stepped_up", OrganizationID: p.organizationID, AccountID: p.accountID,
		TargetType: "Session", TargetID: v.SessionID, TargetName: p.displayName,
	})
	if err != nil {
		return nil, err
	}
	return proven, NotifySession(ctx, tx, v.SessionID)
}
