package session

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db/passkey"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/mail"
)

// Bounds of passkeys.
const (
	MaxPasskeys       = 10
	maxPasskeyName    = 100 // characters
	maxCredentialSize = 16 << 10
)

// PasskeyRegistrationBegin asks the viewer's browser for a new passkey.
// Refusals: LIMIT_REACHED.
func (s *Service) PasskeyRegistrationBegin(ctx context.Context) (q *PasskeyQuestion, err error) {
	err = s.own(ctx, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, p *person) error {
		held, err := passkeysOf(ctx, tx, p.id)
		if err != nil {
			return err
		}
		if len(held) >= MaxPasskeys {
			return tooManyPasskeys()
		}
		name, err := resellerName(ctx, tx.SQL, p.resellerID)
		if err != nil {
			return err
		}
		options, asked, err := s.passkeys.creation(p.owner(), held, name)
		if err != nil {
			return err
		}
		state := proof{Reseller: p.resellerID, User: p.id, Session: v.SessionID, Passkey: asked}
		token, _, err := s.ask(ctx, tx.SQL, askedRegistration, state)
		q = &PasskeyQuestion{Token: token, Options: options}
		return err
	})
	if err != nil {
		return nil, err
	}
	return q, nil
}

func tooManyPasskeys() error {
	return fault.Refuse(fault.LimitReached, "", "You have %d passkeys already. Remove one first.", MaxPasskeys)
}

// NewPasskey is what a browser made.
type NewPasskey struct {
	Token, Name string
	Credential  json.RawMessage
}

// PasskeyRegister keeps a passkey of the viewer. It answers recovery codes when
// there were none. Refusals: TOKEN_INVALID, EXPIRED, INVALID_CREDENTIALS (the
// answer does not fit the question), LIMIT_REACHED, DUPLICATE, TOO_LONG,
// INVALID and REQUIRED (name).
func (s *Service) PasskeyRegister(ctx context.Context, in NewPasskey) (fresh []string, err error) {
	v := authz.FromContext(ctx)
	if v == nil {
		return nil, errNoSession
	}
	name, err := passkeyName("input.name", in.Name)
	if err != nil {
		return nil, err
	}
	c, err := s.charge(ctx, in.Token, pathToken)
	if err != nil {
		return nil, err
	}
	defer func() { s.settle(ctx, c, err) }()
	if !c.askedOf(askedRegistration, v) {
		return nil, deadChallenge(pathToken)
	}
	err = s.own(ctx, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, p *person) error {
		if err := take(ctx, tx.SQL, c, pathToken); err != nil {
			return err
		}
		if err := s.keepPasskey(ctx, tx, p, c, name, in.Credential); err != nil {
			return err
		}
		if fresh, err = s.added(ctx, tx, p, mail.FactorPasskey, "user.passkey_registered"); err != nil {
			return err
		}
		return s.prove2FA(ctx, tx, v)
	})
	if err != nil {
		return nil, err
	}
	s.cache.forget(v.SessionID)
	return fresh, nil
}

// askedOf tells whether the viewer was asked this in this session.
func (c *challenge) askedOf(kind ChallengeKind, v *authz.Viewer) bool {
	return c.kind == kind && c.proof.Session == v.SessionID && c.proof.User == v.UserID && c.proof.Reseller == v.ResellerID
}

func (s *Service) keepPasskey(ctx context.Context, tx *database.Tx, p *person, c *challenge, name string, raw json.RawMessage) error {
	const path = "input.credential"
	held, err := passkeysOf(ctx, tx, p.id)
	if err != nil {
		return err
	}
	if len(held) >= MaxPasskeys {
		return tooManyPasskeys()
	}
	parsed, err := protocol.ParseCredentialCreationResponseBytes(raw)
	if err != nil {
		return fault.Refuse(fault.InvalidCredentials, path, "This is no answer of a browser to the question for a passkey.")
	}
	made, err := s.passkeys.web.CreateCredential(p.owner(), *c.proof.Passkey, parsed)
	if err != nil {
		return fault.Refuse(fault.InvalidCredentials, path, "The passkey was made for another question or another site.")
	}
	for _, k := range held {
		if bytes.Equal(k.credential.ID, made.ID) {
			return fault.Refuse(fault.Duplicate, path, "This passkey is registered already.")
		}
	}
	text, err := json.Marshal(made)
	if err != nil {
		return fmt.Errorf("write passkey: %w", err)
	}
	if len(text) > maxCredentialSize {
		return fault.Refuse(fault.TooLong, path, "The passkey is larger than can be kept.")
	}
	id, err := s.newID()
	if err != nil {
		return fmt.Errorf("make passkey id: %w", err)
	}
	err = tx.Client.Passkey.Create().SetID(id).SetResellerID(p.resellerID).SetAccountID(p.accountID).SetUserID(p.id).
		SetName(name).SetCredentialID(made.ID).SetCredential(text).SetCreatedAt(s.now()).Exec(ctx)
	if err != nil {
		return fmt.Errorf("write passkey of user %s: %w", p.id, err)
	}
	return nil
}

func passkeyName(path, name string) (string, error) {
	name = strings.TrimSpace(name)
	switch {
	case name == "":
		return "", fault.Refuse(fault.Required, path, "A name is required.")
	case utf8.RuneCountInString(name) > maxPasskeyName:
		return "", fault.Refuse(fault.TooLong, path, "At most %d characters are allowed.", maxPasskeyName)
	case !utf8.ValidString(name) || strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) }):
		return "", fault.Refuse(fault.Invalid, path, "The name contains characters that cannot be shown.")
	}
	return name, nil
}

// PasskeyRename names one of the viewer's passkeys. Refusals: NOT_FOUND,
// REQUIRED, TOO_LONG, INVALID.
func (s *Service) PasskeyRename(ctx context.Context, id uuid.UUID, name string) error {
	name, err := passkeyName("name", name)
	if err != nil {
		return err
	}
	return s.own(ctx, func(ctx context.Context, tx *database.Tx, _ *authz.Viewer, p *person) error {
		n, err := tx.Client.Passkey.Update().Where(passkey.ID(id), passkey.UserID(p.id)).SetName(name).Save(ctx)
		if err != nil {
			return fmt.Errorf("rename passkey %s: %w", id, err)
		}
		if n == 0 {
			return noPasskey()
		}
		return audit.Record(ctx, tx, s.userEvent(p, "user.passkey_renamed"))
	})
}

// PasskeyRemove takes one of the viewer's passkeys away. Refusals: NOT_FOUND,
// WRONG_STATE when it is the last factor and one is required.
func (s *Service) PasskeyRemove(ctx context.Context, id uuid.UUID) error {
	return s.own(ctx, func(ctx context.Context, tx *database.Tx, _ *authz.Viewer, p *person) error {
		n, err := tx.Client.Passkey.Delete().Where(passkey.ID(id), passkey.UserID(p.id)).Exec(ctx)
		if err != nil {
			return fmt.Errorf("remove passkey %s: %w", id, err)
		}
		if n == 0 {
			return noPasskey()
		}
		return s.removed(ctx, tx, p, mail.FactorPasskey, "user.passkey_removed")
	})
}

func noPasskey() error {
	return fault.Refuse(fault.Missing, "id", "There is no such passkey.")
}
