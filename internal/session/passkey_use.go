package session

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/go-webauthn/webauthn/protocol"
	"github.com/go-webauthn/webauthn/webauthn"
	"github.com/google/uuid"

	"tenantry/ent/db/passkey"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/request"
)

// passkeyQuestions is how many questions to nobody in particular one client
// gets within the window: each is a row, and anybody may ask.
const passkeyQuestions = 300

// heldPasskey is a passkey as it is stored.
type heldPasskey struct {
	id         uuid.UUID
	credential webauthn.Credential
}

// passkeysOf reads a user's passkeys, the oldest first. Whoever uses one holds
// the lock of the user's row, so that no counter is read twice.
func passkeysOf(ctx context.Context, tx *database.Tx, user uuid.UUID) ([]heldPasskey, error) {
	rows, err := tx.Client.Passkey.Query().Where(passkey.UserID(user)).Order(passkey.ByCreatedAt(), passkey.ByID()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read passkeys of user %s: %w", user, err)
	}
	held := make([]heldPasskey, len(rows))
	for i, row := range rows {
		held[i].id = row.ID
		if err := json.Unmarshal(row.Credential, &held[i].credential); err != nil {
			return nil, fmt.Errorf("read passkey %s: %w", row.ID, err)
		}
	}
	return held, nil
}

// usePasskey takes a browser's answer to a question.
func (s *Service) usePasskey(ctx context.Context, tx *database.Tx, p *person, asked *webauthn.SessionData, raw json.RawMessage, path string) error {
	parsed, err := protocol.ParseCredentialRequestResponseBytes(raw)
	if err != nil || asked == nil {
		return wrongFactor(path)
	}
	held, err := passkeysOf(ctx, tx, p.id)
	if err != nil {
		return err
	}
	o := p.owner()
	o.credentials = credentialsOf(held)
	question := *asked
	if len(question.UserID) == 0 {
		question.UserID = o.handle // asked of anybody; the answer has named him
	}
	used, err := s.passkeys.web.ValidateLogin(o, question, parsed)
	if err != nil {
		return wrongFactor(path)
	}
	if used.Authenticator.CloneWarning {
		return &clonedPasskey{refusal: wrongFactor(path), reseller: p.resellerID, event: s.cloneEvent(p)}
	}
	text, err := json.Marshal(used)
	if err != nil {
		return fmt.Errorf("write passkey: %w", err)
	}
	for _, k := range held {
		if !bytes.Equal(k.credential.ID, used.ID) {
			continue
		}
		err := tx.Client.Passkey.Update().Where(passkey.ID(k.id)).SetCredential(text).SetLastUsedAt(s.now()).Exec(ctx)
		if err != nil {
			return fmt.Errorf("note use of passkey %s: %w", k.id, err)
		}
	}
	return nil
}

// clonedPasskey refuses a passkey whose counter did not rise: two devices hold
// the same key. The refusal undoes its transaction, so the audit line about it
// is written afterwards, by reportClone.
type clonedPasskey struct {
	refusal  fault.Refusals
	reseller uuid.UUID
	event    audit.Event
}

func (c *clonedPasskey) Error() string { return "cloned passkey: " + c.refusal.Error() }
func (c *clonedPasskey) Unwrap() error { return c.refusal }

func (s *Service) cloneEvent(p *person) audit.Event {
	reason := "The counter of the passkey did not rise: it may have been copied."
	e := s.userEvent(p, "user.passkey_refused")
	e.Reason, e.Actor = &reason, nil // whoever that was
	return e
}

func (s *Service) reportClone(ctx context.Context, err error) {
	c, ok := errors.AsType[*clonedPasskey](err)
	if !ok {
		return
	}
	ctx = database.WithReseller(context.WithoutCancel(ctx), c.reseller)
	err = s.cfg.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error { return audit.Record(ctx, tx, c.event) })
	if err != nil {
		s.cfg.Log.ErrorContext(ctx, "cannot write down that a passkey was copied", "error", err)
	}
}

// PasskeyQuestion is a passkey to be asked for, or to be made.
type PasskeyQuestion struct {
	Token   string          // names the question in the answer
	Options json.RawMessage // for navigator.credentials
}

// PasskeyBegin asks for a passkey without naming an account; Answer takes it
// for both factors. It is fault.RateLimited for a client that asks too often.
func (s *Service) PasskeyBegin(ctx context.Context) (*PasskeyQuestion, error) {
	id := s.throttle.id("passkey question", network(request.FromContext(ctx).IP))
	if err := s.throttle.admitOne(ctx, id, passkeyQuestions, s.now()); err != nil {
		return nil, err
	}
	options, asked, err := s.passkeys.anybody()
	if err != nil {
		return nil, err
	}
	token, _, err := s.ask(ctx, s.cfg.DB.Write, askedSignIn, proof{Passkey: asked})
	if err != nil {
		return nil, err
	}
	return &PasskeyQuestion{Token: token, Options: options}, nil
}
