package directory

import (
	"context"
	"fmt"
	"strconv"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/auditevent"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/passkey"
	"tenantry/ent/db/recoverycode"
	"tenantry/ent/db/signinchallenge"
	"tenantry/ent/db/totpcredential"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// UserTwoFactorReset removes every second factor of a user who has lost them,
// ends all sessions and mails the user. Refusals: NOT_FOUND, SELF_FORBIDDEN,
// WRONG_STATE (there is none), ROLE_OUT_OF_SCOPE.
func (s *Service) UserTwoFactorReset(ctx context.Context, id uuid.UUID) (*db.User, error) {
	var updated *db.User
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		u, err := s.userForChange(ctx, tx, authz.UserActionResetTwoFactor, id, nil)
		if err != nil {
			return err
		}
		if err := s.dropFactors(ctx, tx, u); err != nil {
			return err
		}
		if err := s.Sessions.RevokeAll(ctx, tx, id, "TWO_FACTOR_RESET"); err != nil {
			return err
		}
		now := s.Now()
		if err := audit.Record(ctx, tx, userEvent(u, now, "user.two_factor_reset", nil, nil)); err != nil {
			return err
		}
		if err := s.enqueue(ctx, tx, TwoFactorResetMail{ResellerID: u.ResellerID, UserID: id, At: now}); err != nil {
			return err
		}
		updated, err = readUser(ctx, tx, id)
		return err
	})
	return updated, err
}

// dropFactors forgets what a locked user could show beside the password, and
// what he has been asked for and not shown yet.
func (s *Service) dropFactors(ctx context.Context, tx *database.Tx, u *db.User) error {
	c := tx.Client
	for _, d := range []struct {
		what string
		exec func(context.Context) (int, error)
	}{
		{"authenticator", c.TotpCredential.Delete().Where(totpcredential.UserID(u.ID)).Exec},
		{"recovery codes", c.RecoveryCode.Delete().Where(recoverycode.UserID(u.ID)).Exec},
		{"passkeys", c.Passkey.Delete().Where(passkey.UserID(u.ID)).Exec},
		{"challenges", c.SignInChallenge.Delete().
			Where(signinchallenge.OwnerResellerID(u.ResellerID), signinchallenge.UserID(u.ID)).Exec},
	} {
		if _, err := d.exec(ctx); err != nil {
			return fmt.Errorf("drop %s of user %s: %w", d.what, u.ID, err)
		}
	}
	err := c.User.Update().Where(user.ID(u.ID)).ClearTwoFactorAt().SetUpdatedAt(s.Now()).AddVersion(1).Exec(ctx)
	if err != nil {
		return fmt.Errorf("reset second factors of user %s: %w", u.ID, err)
	}
	return nil
}

// OrganizationTwoFactorSet says whether the users of an organization and of
// all below it need a second factor. Open sessions that have shown none end with
// their next request. Refusals: NOT_FOUND, also of a deleted one; FORBIDDEN, to
// customers who take back what staff asked for.
func (s *Service) OrganizationTwoFactorSet(ctx context.Context, id uuid.UUID, required bool) (*db.Organization, error) {
	v := authz.FromContext(ctx)
	var updated *db.Organization
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		hidden := fault.Refuse(fault.Missing, "id", "There is no such organization.")
		org, err := tx.Client.Organization.Query().Where(organization.ID(id)).ForUpdate().Only(ctx)
		if db.IsNotFound(err) {
			return hidden
		} else if err != nil {
			return fmt.Errorf("read organization %s: %w", id, err)
		}
		if !s.Authorizer.OrganizationVisible(v, OrganizationTarget(org)) || org.Status == organization.StatusDELETED {
			return hidden
		}
		if err := s.mayRequireFactor(v, org, required); err != nil {
			return err
		}
		updated = org
		byStaff := false
		if org.TwoFactorRequired && org.ID != v.RootID {
			if byStaff, err = s.factorAskedByStaff(ctx, tx, v, org); err != nil {
				return err
			}
		}
		switch {
		case org.TwoFactorRequired && !required && byStaff && !v.Staff():
			return deny(authz.Verdict{Code: authz.Forbidden, Message: "The reseller asks for this second factor, and its staff alone take that back."}, "id")
		case org.TwoFactorRequired && required && !byStaff && v.Staff() && org.ID != v.RootID:
			// It becomes theirs: the log is where that is kept.
			return audit.Record(ctx, tx, organizationEvent(org, s.Now(), factorSet, nil))
		case org.TwoFactorRequired == required:
			return nil
		}
		now := s.Now()
		err = tx.Client.Organization.Update().Where(organization.ID(id)).
			SetTwoFactorRequired(required).SetUpdatedAt(now).AddVersion(1).Exec(ctx)
		if err != nil {
			return fmt.Errorf("update organization %s: %w", id, err)
		}
		changes := audit.Text("twoFactorRequired", strconv.FormatBool(org.TwoFactorRequired), strconv.FormatBool(required))
		if err := audit.Record(ctx, tx, organizationEvent(org, now, factorSet, changes)); err != nil {
			return err
		}
		if err := s.Sessions.AllChanged(ctx, tx, org.ResellerID); err != nil {
			return err
		}
		updated, err = tx.Client.Organization.Query().Where(organization.ID(id)).Only(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	return updated, nil
}

// factorSet is the line of the audit log about what an organization asks for.
const factorSet = "organization.two_factor_set"

// factorAskedByStaff tells whether staff were the last to ask a customer for a
// second factor. The audit log says so, which nothing is ever taken from; a
// line without an actor is an operator's, and no line at all nobody's.
func (s *Service) factorAskedByStaff(ctx context.Context, tx *database.Tx, v *authz.Viewer, org *db.Organization) (bool, error) {
	ctx = database.WithReseller(ctx, org.ResellerID) // a customer does not see who of the staff it was
	last, err := tx.Client.AuditEvent.Query().Where(auditevent.TargetID(org.ID), auditevent.Action(factorSet)).
		Order(db.Desc(auditevent.FieldCreatedAt), db.Desc(auditevent.FieldID)).First(ctx)
	if db.IsNotFound(err) {
		return false, nil
	} else if err != nil {
		return false, fmt.Errorf("look who asked organization %s for a second factor: %w", org.ID, err)
	}
	if last.ActorID == nil {
		return true, nil
	}
	byStaff, err := tx.Client.User.Query().Where(user.ID(*last.ActorID), user.OrganizationID(v.RootID)).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("look who asked organization %s for a second factor: %w", org.ID, err)
	}
	return byStaff, nil
}

// mayRequireFactor decides over an organization the viewer sees. Of the
// reseller's own people only an administrator of the reseller decides, both
// ways: not whoever merely looks after their accounts. A customer's people are
// asked for more by those who may reset their factors; to ask for less takes
// staff, or who also runs the roles there, since it was perhaps not the
// customer who asked.
func (s *Service) mayRequireFactor(v *authz.Viewer, org *db.Organization, required bool) error {
	resets, administers := []authz.Permission{authz.TenantUserResetTwoFactor, authz.MemberResetTwoFactor}, false
	switch {
	case org.ID == v.RootID:
		resets, administers = []authz.Permission{authz.ResellerUserResetTwoFactor}, true
	case !required && !v.Staff():
		resets, administers = []authz.Permission{authz.TenantUserResetTwoFactor}, true
	}
	held := s.Authorizer.Permissions(v, org.ID, org.AccountID, v.RootID)
	lacking := resets
	switch {
	case !held.HasAny(resets...):
	case administers && !held.Has(authz.RoleManage):
		lacking = []authz.Permission{authz.RoleManage}
	default:
		return nil
	}
	return deny(authz.Verdict{Code: authz.Forbidden, Permissions: lacking, Message: "You do not have the permission for this."}, "id")
}
