package directory

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/actiontoken"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// EmailChange asks for another address.
type EmailChange struct {
	Email           string
	ExpectedVersion *int
}

// UserEmailChange notes a new address and mails it a link to confirm it; the
// old one is warned and stays in force until then. An earlier request is
// replaced. Refusals: NOT_FOUND, WRONG_STATE, ROLE_OUT_OF_SCOPE, STALE,
// LIMIT_REACHED; at input.email REQUIRED, TOO_LONG, INVALID, DISPOSABLE_EMAIL
// and TAKEN. [001] [004]
func (s *Service) UserEmailChange(ctx context.Context, id uuid.UUID, in EmailChange) (*db.User, error) {
	var errs fault.Refusals
	wanted := email(&errs, "input.email", in.Email)
	if wanted.domain != "" && s.Disposable.Contains(wanted.domain) {
		errs.Add(fault.DisposableEmail, "input.email", "The address belongs to a provider of throw-away mailboxes.")
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var updated *db.User
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		u, err := s.userForChange(ctx, tx, authz.UserActionChangeEmail, id, in.ExpectedVersion)
		if err != nil {
			return err
		}
		if wanted.key == u.EmailKey {
			return fault.Refuse(fault.Invalid, "input.email", "This is the address already in force.")
		}
		holder, err := s.holderOf(ctx, tx, u, wanted.key)
		if err != nil {
			return err
		}
		if err := s.askForEmail(ctx, tx, u, wanted, holder != nil); err != nil {
			return err
		}
		updated, err = readUser(ctx, tx, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	return updated, nil
}

// holderOf is the other user of the organization who has the address, and a
// refusal for viewers who may know of him. To others nothing shows until the
// address is confirmed, which its true owner will not do.
func (s *Service) holderOf(ctx context.Context, tx *database.Tx, u *db.User, key string) (*db.User, error) {
	holder, err := tx.Client.User.Query().Where(user.OrganizationID(u.OrganizationID), user.EmailKey(key),
		user.StatusNEQ(user.StatusDELETED)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil
	} else if err != nil {
		return nil, fmt.Errorf("look for address: %w", err)
	}
	if s.Authorizer.UserVisible(authz.FromContext(ctx), Target(holder)) {
		return nil, fault.Refuse(fault.Taken, "input.email", "Another user of the organization has this address.")
	}
	return holder, nil
}

// askForEmail writes the request. A taken address gets no mail: its owner
// could do nothing with it.
func (s *Service) askForEmail(ctx context.Context, tx *database.Tx, u *db.User, wanted address, taken bool) error {
	const action = "user.email_change_requested"
	if err := s.sentTooOften(ctx, tx, u, action, "id"); err != nil {
		return err
	}
	link, err := s.newLink(ctx, tx, u, actiontoken.PurposeEMAIL_CHANGE, wanted.text, EmailLinkTTL)
	if err != nil {
		return err
	}
	if err := s.setPendingEmail(ctx, tx, u, action, &wanted.text); err != nil {
		return err
	}
	if taken {
		return s.enqueue(ctx, tx, EmailChangeAskedMail{ResellerID: u.ResellerID, ActionTokenID: link})
	}
	return s.enqueue(ctx, tx, EmailConfirmMail{ResellerID: u.ResellerID, ActionTokenID: link},
		EmailChangeAskedMail{ResellerID: u.ResellerID, ActionTokenID: link})
}

// setPendingEmail notes the address that waits, or that none does, and writes
// it down.
func (s *Service) setPendingEmail(ctx context.Context, tx *database.Tx, u *db.User, action string, waiting *string) error {
	now := s.Now()
	change := tx.Client.User.Update().Where(user.ID(u.ID))
	if waiting == nil {
		change.ClearPendingEmail()
	} else {
		change.SetPendingEmail(*waiting)
	}
	if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("note new address of user %s: %w", u.ID, err)
	}
	return audit.Record(ctx, tx, userEvent(u, now, action, audit.Diff("pendingEmail", u.PendingEmail, waiting), nil))
}

// UserEmailChangeCancel gives up a change of address that is not confirmed; its
// link dies. Refusals: NOT_FOUND, WRONG_STATE, ROLE_OUT_OF_SCOPE.
func (s *Service) UserEmailChangeCancel(ctx context.Context, id uuid.UUID) (*db.User, error) {
	var updated *db.User
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		u, err := s.userForChange(ctx, tx, authz.UserActionChangeEmail, id, nil)
		if err != nil {
			return err
		}
		if u.PendingEmail == nil {
			return fault.Refuse(fault.WrongState, "id", "No change of address is under way.")
		}
		if err := s.killLinks(ctx, tx, id, actiontoken.PurposeEMAIL_CHANGE); err != nil {
			return err
		}
		if err := s.setPendingEmail(ctx, tx, u, "user.email_change_cancelled", nil); err != nil {
			return err
		}
		updated, err = readUser(ctx, tx, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	return updated, nil
}
