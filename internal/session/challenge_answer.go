package session

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// Answer is the token of a challenge and exactly one of the others.
type Answer struct {
	Token        string
	Code         string // of the authenticator app
	RecoveryCode string
	Passkey      json.RawMessage // what the browser answered
	NewPassword  *string
	UserAgent    string
	IP           string // textual, without a port
}

func (a Answer) given() (n int) {
	for _, there := range []bool{a.Code != "", a.RecoveryCode != "", len(a.Passkey) > 0, a.NewPassword != nil} {
		if there {
			n++
		}
	}
	return n
}

const pathToken = "input.token"

// Answer checks the answer to a challenge and opens the session or asks for
// the next proof. Refusals: INVALID_CREDENTIALS, TOKEN_INVALID, EXPIRED,
// WEAK_PASSWORD, TOO_LONG, ACCOUNT_SUSPENDED, INVALID (not one answer, or not
// of the kind that was asked for); fault.RateLimited after repeated failures.
func (s *Service) Answer(ctx context.Context, in Answer) (Result, error) {
	result, err := s.answer(ctx, in)
	s.cfg.Observe(outcomeOf(result, err))
	return result, err
}

func (s *Service) answer(ctx context.Context, in Answer) (Result, error) {
	if in.given() != 1 {
		return Result{}, fault.Refuse(fault.Invalid, "input", "Give exactly one answer.")
	}
	c, err := s.charge(ctx, in.Token, pathToken)
	if err != nil {
		return Result{}, err
	}
	result, err := s.weigh(ctx, c, in)
	s.settle(ctx, c, err)
	s.reportClone(ctx, err)
	return result, err
}

// weigh decides on an answer that has been charged.
func (s *Service) weigh(ctx context.Context, c *challenge, in Answer) (result Result, err error) {
	switch {
	case c.kind == ChallengePasswordChange && in.NewPassword != nil:
		return s.replacePassword(ctx, c, in)
	case (c.kind == ChallengeTOTP || c.kind == ChallengeEnrollment) && in.Code != "":
	case (c.kind == ChallengeTOTP || c.kind == ChallengePasskey) && in.RecoveryCode != "":
	case c.proof.Passkey != nil && len(in.Passkey) > 0 && (c.kind == ChallengeTOTP || c.kind == ChallengePasskey || c.kind == askedSignIn):
	case c.proof.Session != uuid.Nil:
		return Result{}, deadChallenge(pathToken) // asked within a session, and no sign-in
	default:
		return Result{}, fault.Refuse(fault.Invalid, "input", "This challenge is answered in another way.")
	}
	shown := c.proof
	if c.kind == askedSignIn {
		if shown.Reseller, shown.User, err = passkeyOwner(in.Passkey); err != nil {
			shown.Reseller, shown.User = uuid.Nil, uuid.Nil // counted like others
		}
	}
	attempt, err := s.throttle.beginCode(ctx, shown.User, in.IP, s.now())
	if err != nil {
		return Result{}, err
	}
	defer attempt.done()
	if shown.User == uuid.Nil {
		err = wrongFactor("input.passkey")
	} else {
		err = s.cfg.DB.WithTx(database.WithReseller(ctx, shown.Reseller), func(ctx context.Context, tx *database.Tx) error {
			result, err = s.accept(ctx, tx, c, shown, in)
			return err
		})
	}
	return result, errors.Join(err, attempt.concluded(ctx, err, s.now()))
}

// accept takes the challenge, checks the answer and goes on, in one
// transaction: when it is refused, neither challenge nor code is used up.
func (s *Service) accept(ctx context.Context, tx *database.Tx, c *challenge, shown proof, in Answer) (Result, error) {
	if err := take(ctx, tx.SQL, c, pathToken); err != nil {
		return Result{}, err
	}
	p, err := lockPerson(ctx, tx.SQL, shown.Reseller, shown.User)
	if errors.Is(err, sql.ErrNoRows) {
		return Result{}, wrongFactor("input.passkey")
	}
	if err != nil {
		return Result{}, err
	}
	var fresh []string
	switch {
	case c.kind == ChallengeEnrollment:
		fresh, err = s.enrollNow(ctx, tx, p, shown.TOTP, in.Code)
	case in.Code != "":
		err = s.useCode(ctx, tx, p, in.Code, "input.code")
	case in.RecoveryCode != "":
		err = s.useRecoveryCode(ctx, tx, p, in.RecoveryCode)
	default:
		err = s.usePasskey(ctx, tx, p, shown.Passkey, in.Passkey, "input.passkey")
	}
	if err != nil {
		return Result{}, err
	}
	if c.kind == askedSignIn {
		shown.Password = digest(p.passwordHash) // none was asked for
	}
	shown.Factor, shown.Passkey, shown.TOTP = true, nil, nil
	result, err := s.advance(ctx, tx, shown, device{in.IP, in.UserAgent}, pathToken)
	result.RecoveryCodes = fresh
	return result, err
}

// replacePassword replaces a temporary password. What is slow comes before the
// transaction.
func (s *Service) replacePassword(ctx context.Context, c *challenge, in Answer) (result Result, err error) {
	p, err := s.readPerson(ctx, c.proof.Reseller, c.proof.User)
	if errors.Is(err, sql.ErrNoRows) {
		return Result{}, deadChallenge(pathToken)
	}
	if err != nil {
		return Result{}, err
	}
	const path = "input.newPassword"
	if code, message := CheckPassword(*in.NewPassword, p.email, p.firstName, p.lastName, p.displayName, "@"+p.organizationName); code != "" {
		return Result{}, fault.Refuse(code, path, "%s", message)
	}
	if p.passwordHash.Valid {
		same, _, err := s.cfg.Hasher.Verify(ctx, *in.NewPassword, p.passwordHash.String)
		if err != nil {
			return Result{}, fmt.Errorf("replace password: %w", err)
		}
		if same {
			return Result{}, fault.Refuse(fault.WeakPassword, path, "This is the temporary password. Choose one of your own.")
		}
	}
	hash, err := s.cfg.Hasher.Hash(ctx, *in.NewPassword)
	if err != nil {
		return Result{}, fmt.Errorf("replace password: %w", err)
	}
	err = s.cfg.DB.WithTx(database.WithReseller(ctx, p.resellerID), func(ctx context.Context, tx *database.Tx) error {
		if err := take(ctx, tx.SQL, c, pathToken); err != nil {
			return err
		}
		shown := c.proof
		if err := s.setPassword(ctx, tx, shown, hash); err != nil {
			return err
		}
		shown.Password = digest(sql.NullString{String: hash, Valid: true})
		result, err = s.advance(ctx, tx, shown, device{in.IP, in.UserAgent}, pathToken)
		return err
	})
	return result, err
}

// setPassword stores the password that a person has chosen in place of the
// temporary one he has shown.
func (s *Service) setPassword(ctx context.Context, tx *database.Tx, shown proof, hash string) error {
	p, err := lockPerson(ctx, tx.SQL, shown.Reseller, shown.User)
	if err != nil {
		return err
	}
	if !p.mustChangePassword || string(digest(p.passwordHash)) != string(shown.Password) {
		return deadChallenge(pathToken)
	}
	_, err = tx.SQL.ExecContext(ctx, `
		UPDATE users SET password_hash = $3, must_change_password = false, password_changed_at = $4
		WHERE reseller_id = $1 AND id = $2`, p.resellerID, p.id, hash, s.now())
	if err != nil {
		return fmt.Errorf("replace password of user %s: %w", p.id, err)
	}
	if err := audit.Record(ctx, tx, s.userEvent(p, "user.password_changed")); err != nil || s.cfg.Mails == nil {
		return err
	}
	return s.cfg.Mails.PasswordChanged(ctx, tx, p.resellerID, p.id, s.now())
}

// readPerson is lockPerson without a lock.
func (s *Service) readPerson(ctx context.Context, reseller, id uuid.UUID) (*person, error) {
	var p person
	err := s.cfg.DB.Write.QueryRowContext(ctx, `SELECT `+personColumns+` FROM `+personTables+`
		WHERE u.reseller_id = $1 AND u.id = $2`, reseller, id).Scan(p.columns()...)
	if err != nil {
		return nil, fmt.Errorf("read user %s: %w", id, err)
	}
	return &p, nil
}
