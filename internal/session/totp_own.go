package session

import (
	"context"
	"fmt"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/totpcredential"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/mail"
)

// TOTPEnroll begins to set up an authenticator app for the viewer; a secret
// that was not confirmed is replaced. Refusals: WRONG_STATE.
func (s *Service) TOTPEnroll(ctx context.Context) (e *Enrollment, err error) {
	err = s.own(ctx, func(ctx context.Context, tx *database.Tx, _ *authz.Viewer, p *person) error {
		held, err := enrolled(ctx, tx, p.id)
		if err != nil {
			return err
		}
		if held.totp {
			return fault.Refuse(fault.WrongState, "", "An authenticator app is set up already. Remove it first.")
		}
		name, err := resellerName(ctx, tx.SQL, p.resellerID)
		if err != nil {
			return err
		}
		var secret []byte
		if e, secret, err = s.newEnrollment(name, p.email); err != nil {
			return err
		}
		return s.storeTOTP(ctx, tx, p, secret, 0, nil)
	})
	if err != nil {
		return nil, err
	}
	return e, nil
}

// TOTPConfirm puts the viewer's new authenticator app in force by its first
// code. It answers recovery codes when there were none. Refusals: WRONG_STATE,
// INVALID_CREDENTIALS.
func (s *Service) TOTPConfirm(ctx context.Context, code string) (fresh []string, err error) {
	err = s.own(ctx, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, p *person) error {
		waiting, err := tx.Client.TotpCredential.Query().
			Where(totpcredential.UserID(p.id), totpcredential.ConfirmedAtIsNil()).Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.WrongState, "code", "There is no authenticator app to confirm. Set one up first.")
		}
		if err != nil {
			return fmt.Errorf("read authenticator of user %s: %w", p.id, err)
		}
		secret, err := s.vault.open(s.vault.totp, waiting.Secret, totpAbout(p.resellerID, p.id))
		if err != nil {
			return fmt.Errorf("open authenticator secret of user %s: %w", p.id, err)
		}
		step, ok := totpStep(secret, code, s.now(), 0)
		if !ok {
			return wrongFactor("code")
		}
		err = tx.Client.TotpCredential.Update().Where(totpcredential.ID(waiting.ID)).
			SetConfirmedAt(s.now()).SetLastStep(step).Exec(ctx)
		if err != nil {
			return fmt.Errorf("confirm authenticator of user %s: %w", p.id, err)
		}
		if fresh, err = s.added(ctx, tx, p, mail.FactorTOTP, "user.totp_enrolled"); err != nil {
			return err
		}
		return s.prove2FA(ctx, tx, v)
	})
	if err != nil {
		return nil, err
	}
	s.cache.forget(authz.FromContext(ctx).SessionID)
	return fresh, nil
}

// enrollNow sets an authenticator app up while signing in.
func (s *Service) enrollNow(ctx context.Context, tx *database.Tx, p *person, secret []byte, code string) ([]string, error) {
	held, err := enrolled(ctx, tx, p.id)
	if err != nil {
		return nil, err
	}
	if held.any() {
		return nil, deadChallenge(pathToken) // set up elsewhere meanwhile: that one is to be shown
	}
	now := s.now()
	step, ok := totpStep(secret, code, now, 0)
	if !ok {
		return nil, wrongFactor("input.code")
	}
	if err := s.storeTOTP(ctx, tx, p, secret, step, &now); err != nil {
		return nil, err
	}
	return s.added(ctx, tx, p, mail.FactorTOTP, "user.totp_enrolled")
}

// TOTPRemove takes the viewer's authenticator app away. Refusals: WRONG_STATE
// when there is none, or when it is the last factor and one is required.
func (s *Service) TOTPRemove(ctx context.Context) error {
	return s.own(ctx, func(ctx context.Context, tx *database.Tx, _ *authz.Viewer, p *person) error {
		n, err := tx.Client.TotpCredential.Delete().
			Where(totpcredential.UserID(p.id), totpcredential.ConfirmedAtNotNil()).Exec(ctx)
		if err != nil {
			return fmt.Errorf("remove authenticator of user %s: %w", p.id, err)
		}
		if n == 0 {
			return fault.Refuse(fault.WrongState, "", "No authenticator app is set up.")
		}
		return s.removed(ctx, tx, p, mail.FactorTOTP, "user.totp_removed")
	})
}
