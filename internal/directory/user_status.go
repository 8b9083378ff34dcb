package directory

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/actiontoken"
	"tenantry/ent/db/invitation"
	"tenantry/ent/db/logindirectory"
	"tenantry/ent/db/membership"
	"tenantry/ent/db/passkey"
	"tenantry/ent/db/recoverycode"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/totpcredential"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/mailaddr"
)

// maxSuspensionYears is how far ahead the end of a suspension may lie.
const maxSuspensionYears = 2

// Suspension says why a user is blocked, and when the block ends by itself.
type Suspension struct {
	Motive          *user.SuspensionMotive
	Reason          *string
	Until           *time.Time // nil: when an administrator lifts it
	ExpectedVersion *int
}

// checked is the suspension with a cleaned reason.
func (in Suspension) checked(now time.Time) (Suspension, error) {
	var errs fault.Refusals
	in.Reason = optional(&errs, "input.reason", in.Reason, maxReason)
	if in.Until != nil {
		until := in.Until.UTC().Truncate(time.Microsecond)
		switch {
		case !until.After(now):
			errs.Add(fault.Invalid, "input.until", "The end of the suspension must lie in the future.")
		case until.After(now.AddDate(maxSuspensionYears, 0, 0)):
			errs.Add(fault.Invalid, "input.until", "A suspension ends at most %d years ahead, or is lifted by hand.", maxSuspensionYears)
		}
		in.Until = &until
	}
	return in, errs.Err()
}

// UserSuspend blocks an active user from every portal, ends all sessions and
// mails the user. Refusals: NOT_FOUND, SELF_FORBIDDEN, WRONG_STATE,
// LAST_ADMIN, STALE, TOO_LONG, INVALID (until). [000] [004]
func (s *Service) UserSuspend(ctx context.Context, id uuid.UUID, in Suspension) (*db.User, error) {
	in, err := in.checked(s.Now())
	if err != nil {
		return nil, err
	}
	var updated *db.User
	err = s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if err := s.suspend(ctx, tx, id, in); err != nil {
			return err
		}
		updated, err = readUser(ctx, tx, id)
		return err
	})
	return updated, err
}

// suspend is UserSuspend within a transaction, of a checked suspension.
func (s *Service) suspend(ctx context.Context, tx *database.Tx, id uuid.UUID, in Suspension) error {
	u, err := s.userForChange(ctx, tx, authz.UserActionSuspend, id, in.ExpectedVersion)
	if err != nil {
		return err
	}
	now := s.Now()
	change := tx.Client.User.Update().Where(user.ID(id)).
		SetStatus(user.StatusSUSPENDED).SetSuspendedAt(now).SetNillableSuspendedBy(actorID(ctx)).
		SetNillableSuspensionMotive(in.Motive).SetNillableSuspensionReason(in.Reason).SetNillableSuspendedUntil(in.Until).
		ClearPendingEmail().SetUpdatedAt(now).AddVersion(1)
	if err := change.Exec(ctx); err != nil {
		return fmt.Errorf("suspend user %s: %w", id, err)
	}
	if err := s.Sessions.RevokeAll(ctx, tx, id, "USER_SUSPENDED"); err != nil {
		return err
	}
	if err := s.killLinks(ctx, tx, id, actiontoken.PurposePASSWORD_RESET, actiontoken.PurposeEMAIL_CHANGE); err != nil {
		return err
	}
	changes := audit.Text("status", string(user.StatusACTIVE), string(user.StatusSUSPENDED))
	if in.Motive != nil {
		changes = append(changes, audit.Text("suspensionMotive", "", string(*in.Motive))...)
	}
	changes = append(changes, audit.Diff("suspendedUntil", nil, instant(in.Until))...)
	if err := audit.Record(ctx, tx, userEvent(u, now, "user.suspended", changes, in.Reason)); err != nil {
		return err
	}
	return s.enqueue(ctx, tx, SuspendedMail{ResellerID: u.ResellerID, UserID: id, Version: u.Version + 1})
}

// instant is a moment as the audit log writes it.
func instant(t *time.Time) *string {
	if t == nil {
		return nil
	}
	text := t.UTC().Format(time.RFC3339)
	return &text
}

// UserReactivate lifts a suspension and mails the user; roles stay as they
// were. Refusals: NOT_FOUND, SELF_FORBIDDEN, WRONG_STATE, STALE. [000]
func (s *Service) UserReactivate(ctx context.Context, id uuid.UUID, expectedVersion *int) (*db.User, error) {
	var updated *db.User
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		if err := s.reactivate(ctx, tx, id, expectedVersion); err != nil {
			return err
		}
		var err error
		updated, err = readUser(ctx, tx, id)
		return err
	})
	return updated, err
}

// reactivate is UserReactivate within a transaction.
func (s *Service) reactivate(ctx context.Context, tx *database.Tx, id uuid.UUID, expectedVersion *int) error {
	u, err := s.userForChange(ctx, tx, authz.UserActionReactivate, id, expectedVersion)
	if err != nil {
		return err
	}
	return s.lift(ctx, tx, u)
}

// lift ends the suspension of a locked user, whoever asked for it.
func (s *Service) lift(ctx context.Context, tx *database.Tx, u *db.User) error {
	now := s.Now()
	err := tx.Client.User.Update().Where(user.ID(u.ID)).
		SetStatus(user.StatusACTIVE).ClearSuspendedAt().ClearSuspendedBy().ClearSuspensionMotive().ClearSuspensionReason().
		ClearSuspendedUntil().SetUpdatedAt(now).AddVersion(1).Exec(ctx)
	if err != nil {
		return fmt.Errorf("reactivate user %s: %w", u.ID, err)
	}
	changes := audit.Text("status", string(user.StatusSUSPENDED), string(user.StatusACTIVE))
	changes = append(changes, audit.Diff("suspendedUntil", instant(u.SuspendedUntil), nil)...)
	if err := audit.Record(ctx, tx, userEvent(u, now, "user.reactivated", changes, nil)); err != nil {
		return err
	}
	if err := s.Sessions.Changed(ctx, tx, u.ID); err != nil {
		return err
	}
	return s.enqueue(ctx, tx, ReactivatedMail{ResellerID: u.ResellerID, UserID: u.ID, Version: u.Version + 1})
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
		return s.remove(ctx, tx, u, in.Reason)
	})
}

// remove erases a locked user and writes it down.
func (s *Service) remove(ctx context.Context, tx *database.Tx, u *db.User, reason *string) error {
	now := s.Now()
	if err := s.erase(ctx, tx, u); err != nil {
		return err
	}
	// One that is merely revoked keeps its address, for inviting again.
	if err := tx.Client.Invitation.Update().Where(invitation.UserID(u.ID)).SetEmail("").SetEmailKey("").ClearMessage().Exec(ctx); err != nil {
		return fmt.Errorf("erase address from invitations of user %s: %w", u.ID, err)
	}
	changes := append(audit.Text("status", string(u.Status), string(user.StatusDELETED)), audit.Text("email", u.Email, "")...)
	return audit.Record(ctx, tx, userEvent(u, now, "user.deleted", changes, reason))
}

// erase leaves a tombstone of the user and ends all that hangs on it.
func (s *Service) erase(ctx context.Context, tx *database.Tx, u *db.User) error {
	now := s.Now()
	err := tx.Client.User.Update().Where(user.ID(u.ID)).
		SetStatus(user.StatusDELETED).SetDeletedAt(now).SetNillableDeletedBy(actorID(ctx)).
		SetEmail("").SetEmailKey("").SetFirstName("").SetLastName("").SetDisplayName("").SetSortName("").SetSearchText("").
		ClearPhone().ClearExternalID().ClearTimezone().ClearLocale().ClearAvatarURL().ClearPasswordHash().
		ClearEmailVerifiedAt().ClearTermsVersion().ClearTermsAcceptedAt().ClearSuspensionReason().
		ClearSuspendedUntil().ClearPendingEmail().ClearTwoFactorAt().ClearPasswordChangedAt().
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
	if err := s.dropSecrets(ctx, tx, u.ID); err != nil {
		return err
	}
	if _, err := tx.Client.LoginDirectory.Delete().Where(logindirectory.ID(u.ID)).Exec(ctx); err != nil {
		return fmt.Errorf("drop sign-in address of user %s: %w", u.ID, err)
	}
	return s.Sessions.RevokeAll(ctx, tx, u.ID, "USER_DELETED")
}

// dropSecrets forgets the second factors of a user and the links mailed to him.
func (s *Service) dropSecrets(ctx context.Context, tx *database.Tx, id uuid.UUID) error {
	c := tx.Client
	for _, d := range []struct {
		what string
		exec func(context.Context) (int, error)
	}{
		{"authenticator", c.TotpCredential.Delete().Where(totpcredential.UserID(id)).Exec},
		{"recovery codes", c.RecoveryCode.Delete().Where(recoverycode.UserID(id)).Exec},
		{"passkeys", c.Passkey.Delete().Where(passkey.UserID(id)).Exec},
		{"mailed links", c.ActionToken.Delete().Where(actiontoken.UserID(id)).Exec},
	} {
		if _, err := d.exec(ctx); err != nil {
			return fmt.Errorf("drop %s of user %s: %w", d.what, id, err)
		}
	}
	return nil
}
