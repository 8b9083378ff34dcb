package session

import (
	"context"
	"encoding/base32"
	"fmt"
	"io"
	"strings"
	"unicode"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/recoverycode"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/mail"
)

// Recovery codes: ten of eighty bits each, in groups of four letters and digits.
const (
	recoveryCodes     = 10
	recoveryCodeBytes = 10
	recoveryGroup     = 4
)

// recoveryHash is what is stored of a code, however it is spaced and cased.
func (s *Service) recoveryHash(user uuid.UUID, code string) []byte {
	bare := strings.Map(func(r rune) rune {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, code)
	return mac(s.vault.codes, user.String(), bare)
}

// newRecoveryCodes replaces all codes of a user.
func (s *Service) newRecoveryCodes(ctx context.Context, tx *database.Tx, p *person) ([]string, error) {
	if _, err := tx.Client.RecoveryCode.Delete().Where(recoverycode.UserID(p.id)).Exec(ctx); err != nil {
		return nil, fmt.Errorf("drop recovery codes of user %s: %w", p.id, err)
	}
	codes := make([]string, recoveryCodes)
	rows := make([]*db.RecoveryCodeCreate, recoveryCodes)
	for i := range codes {
		secret := make([]byte, recoveryCodeBytes)
		if _, err := io.ReadFull(s.cfg.Random, secret); err != nil {
			return nil, fmt.Errorf("make recovery code: %w", err)
		}
		text := strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(secret))
		groups := make([]string, 0, len(text)/recoveryGroup)
		for ; text != ""; text = text[recoveryGroup:] {
			groups = append(groups, text[:recoveryGroup])
		}
		codes[i] = strings.Join(groups, "-")
		id, err := s.newID()
		if err != nil {
			return nil, fmt.Errorf("make recovery code: %w", err)
		}
		rows[i] = tx.Client.RecoveryCode.Create().SetID(id).SetResellerID(p.resellerID).SetAccountID(p.accountID).
			SetUserID(p.id).SetCodeHash(s.recoveryHash(p.id, codes[i])).SetCreatedAt(s.now())
	}
	if err := tx.Client.RecoveryCode.CreateBulk(rows...).Exec(ctx); err != nil {
		return nil, fmt.Errorf("write recovery codes of user %s: %w", p.id, err)
	}
	return codes, nil
}

// useRecoveryCode takes a code, which works once, and tells the user by mail.
func (s *Service) useRecoveryCode(ctx context.Context, tx *database.Tx, p *person, code string) error {
	n, err := tx.Client.RecoveryCode.Update().
		Where(recoverycode.UserID(p.id), recoverycode.CodeHash(s.recoveryHash(p.id, code)), recoverycode.UsedAtIsNil()).
		SetUsedAt(s.now()).Save(ctx)
	if err != nil {
		return fmt.Errorf("use recovery code of user %s: %w", p.id, err)
	}
	if n == 0 {
		return wrongFactor("input.recoveryCode")
	}
	if err := audit.Record(ctx, tx, s.userEvent(p, "user.recovery_code_used")); err != nil {
		return err
	}
	if s.cfg.Mails == nil {
		return nil
	}
	return s.cfg.Mails.RecoveryCodeUsed(ctx, tx, p.resellerID, p.id, s.now())
}

// RecoveryCodesRenew makes new recovery codes for the viewer; the old ones
// die. Refusals: WRONG_STATE without a second factor.
func (s *Service) RecoveryCodesRenew(ctx context.Context) (fresh []string, err error) {
	err = s.own(ctx, func(ctx context.Context, tx *database.Tx, _ *authz.Viewer, p *person) error {
		held, err := enrolled(ctx, tx, p.id)
		if err != nil {
			return err
		}
		if !held.any() {
			return fault.Refuse(fault.WrongState, "", "Recovery codes stand in for a second factor. Set one up first.")
		}
		if fresh, err = s.newRecoveryCodes(ctx, tx, p); err != nil {
			return err
		}
		if err := audit.Record(ctx, tx, s.userEvent(p, "user.recovery_codes_renewed")); err != nil {
			return err
		}
		return s.mailChange(ctx, tx, p, mail.FactorRecoveryCodes, false)
	})
	if err != nil {
		return nil, err
	}
	return fresh, nil
}
