package directory

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/logindirectory"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/mailaddr"
)

// Suspension says why a user is blocked.
type Suspension struct {
	Motive          *user.SuspensionMotive
	Reason          *string
	ExpectedVersion *int
}

// UserSuspend blocks an active user from every portal, ends all sessions and
// mails the user. Refusals: NOT_FOUND, SELF_FORBIDDEN, WRONG_STATE,
// LAST_ADMIN, STALE, TOO_LONG, INVALID. [000] [004]
func (s *Service) UserSuspend(ctx context.Context, id uuid.UUID, in Suspension) (*db.User, error) {
	var errs fault.Refusals
	in.Reason = optional(&errs, "input.reason", in.Reason, maxReason)
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var updated *db.User
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		u, err := s.userForChange(ctx, tx, authz.UserActionSuspend, id, in.ExpectedVersion)
		if err != nil {
			return err
		}
		now := s.Now()
		change := tx.Client.User.Update().Where(user.ID(id)).
			SetStatus(user.StatusSUSPENDED).SetSuspendedAt(now).SetNillableSuspendedBy(actorID(ctx)).
			SetUpdatedAt(now).AddVersion(1)
		if in.Motive != nil {
			change.SetSuspensionMotive(*in.Motive)
		}
		if in.Reason != nil {
			change.SetSuspensionReason(*in.Reason)
		}
		if err := change.Exec(ctx); err != nil {
			return fmt.Errorf("suspend user %s: %w", id, err)
		}
		if err := s.Sessions.RevokeAll(ctx, tx, id, "USER_SUSPENDED"); err != nil {
			return err
		}
		changes := audit.Text("status", string(user.StatusACTIVE), string(user.StatusSUSPENDED))
		if in.Motive != nil {
			changes = append(changes, audit.Text("suspensionMotive", "", string(*in.Motive))...)
		}
		if err := audit.Record(ctx, tx, userEvent(u, now, "user.suspended", changes, in.Reason)); err != nil {
			return err
		}
		if err := s.enqueue(ctx, tx, SuspendedMail{ResellerID: u.ResellerID, UserID: id, Version: u.Version + 1}); err != nil {
			return err
		}
		updated, err = readUser(ctx, tx, id)
		return err
	})
	return updated, err
}

// UserReactivate lifts a suspension and mails the user; roles stay as they
// were. Refusals: NOT_FOUND, SELF_FORBIDDEN, WRONG_STATE, STALE. [000]
func (s *Service) UserReactivate(ctx context.Context, id uuid.UUID, expectedVersion *int) (*db.User, error) {
	var updated *db.User
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		u, err := s.userForChange(ctx, tx, authz.UserActionReactivate, id, expectedVersion)
		if err != nil {
			return err
		}
		now := s.Now()
		err = tx.Client.User.Update().Where(user.ID(id)).
			SetStatus(user.StatusACTIVE).ClearSuspendedAt().ClearSuspendedBy().ClearSuspensionMotive().ClearSuspensionReason().
			SetUpdatedAt(now).AddVersion(1).Exec(ctx)
		if err != nil {
			return fmt.Errorf("reactivate user %s: %w", id, err)
		}
		changes := audit.Text("status", string(user.StatusSUSPENDED), string(user.StatusACTIVE))
		if err := audit.Record(ctx, tx, userEvent(u, now, "user.reactivated", changes, nil)); err != nil {
			return err
		}
		if err := s.Sessions.Changed(ctx, tx, id); err != nil {
			return err
		}
		if err := s.enqueue(ctx, tx, ReactivatedMail{ResellerID: u.ResellerID, UserID: id, Version: u.Version + 1}); err != nil {
			return err
		}
		updated, err = readUser(ctx, tx, id)
		return err
	})
	return updated, err
}

// Deletion confirms that a user is to be removed for good.
type Deletion struct {
	ConfirmEmail    string
	Reason          *string
	ExpectedVersion *int
}

// UserDelete removes a user for good: signed out at once, personal data gone
// from the row, the address free again; the audit log keeps names and deeds.
// Refusals: NOT_FOUND, SELF_FORBIDDEN, LAST_ADMIN, STALE, INVALID
// (confirmEmail). [000]
func (s *Service) UserDelete(ctx context.Context, id uuid.UUID, in Deletion) error {
	var errs fault.Refusals
	in.Reason = optional(&errs, "input.reason", in.Reason, maxReason)
	if err := errs.Err(); err != nil {
		return err
	}
	return s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		u, err := s.userForChange(ctx, tx, authz.UserActionDelete, id, in.ExpectedVersion)
		if err != nil {
			return err
		}
		if key, _, ok := mailaddr.Key(in.ConfirmEmail); !ok || key != u.EmailKey {
			return fault.Refuse(fault.Invalid, "input.confirmEmail", "This is not the user's e-mail address.")
		}
		now := s.Now()
		if err := s.erase(ctx, tx, u); err != nil {
			return err
		}
		changes := append(audit.Text("status", string(u.Status), string(user.StatusDELETED)), audit.Text("email", u.Email, "")...)
		return audit.Record(ctx, tx, userEvent(u, now, "user.deleted", changes, in.Reason))
	})
}

// erase leaves a tombstone of the user and ends all that hangs on it.
func (s *Service) erase(ctx context.Context, tx *database.Tx, u *db.User) error {
	now := s.Now()
	err := tx.Client.User.Update().Where(user.ID(u.ID)).
		SetStatus(user.StatusDELETED).SetDeletedAt(now).SetNillableDeletedBy(actorID(ctx)).
		SetEmail("").SetEmailKey("").SetFirstName("").SetLastName("").SetDisplayName("").SetSortName("").SetSearchText("").
		ClearPhone().ClearExternalID().ClearTimezone().ClearLocale().ClearAvatarURL().ClearPasswordHash().
		ClearEmailVerifiedAt().ClearTermsVersion().ClearTermsAcceptedAt().ClearSuspensionReason().
		SetUpdatedAt(now).AddVersion(1).Exec(ctx)
	if err != nil {
		return fmt.Errorf("erase user %s: %w", u.ID, err)
	}
	if err := tx.Client.Membership.Update().Where(membership.UserID(u.ID), membership.StatusNEQ(membership.StatusREMOVED)).
		SetStatus(membership.StatusREMOVED).SetEndedAt(now).SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("end memberships of user %s: %w", u.ID, err)
	}
	if _, err := tx.Client.RoleAssignment.Delete().Where(roleassignment.UserID(u.ID)).Exec(ctx); err != nil {
		return fmt.Errorf("take roles of user %s: %w", u.ID, err)
	}
	if err := tx.Client.Invitation.Update().Where(invitation.UserID(u.ID), invitation.StatusEQ(invitation.StatusPENDING)).
		SetStatus(invitation.StatusREVOKED).SetRevokedAt(now).SetNillableRevokedBy(actorID(ctx)).
		SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("revoke invitations of user %s: %w", u.ID, err)
	}
	if _, err := tx.Client.LoginDirectory.Delete().Where(logindirectory.ID(u.ID)).Exec(ctx); err != nil {
		return fmt.Errorf("drop sign-in address of user %s: %w", u.ID, err)
	}
	return s.Sessions.RevokeAll(ctx, tx, u.ID, "USER_DELETED")
}
