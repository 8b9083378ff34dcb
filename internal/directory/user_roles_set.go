package directory

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/role"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/session"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
)

// reasonSecondFactor is why a session ends that has shown no second factor
// when a role begins to ask for one.
const reasonSecondFactor = "TWO_FACTOR_REQUIRED"

// UserRolesSet makes a previewed change, exactly so: everything is judged
// again, and whatever changed since makes the plan STALE, its own use
// included. Refusals besides: TOKEN_INVALID, EXPIRED, and those of
// UserRolesPreview. [000]
func (s *Service) UserRolesSet(ctx context.Context, id uuid.UUID, token string, reason *string) (*db.User, error) {
	var wrong fault.Refusals
	reason = optional(&wrong, "input.reason", reason, maxReason)
	var updated *db.User
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		var found fault.Refusals
		f, v, err := s.openReviewed(ctx, tx, id, token)
		if err := gather(&found, err); err != nil {
			return err
		}
		if err := append(found, wrong...).Err(); err != nil {
			return err
		}
		if err := s.writeRoles(ctx, tx, v, f, reason); err != nil {
			return err
		}
		updated, err = readUser(ctx, tx, id)
		return err
	})
	return updated, err
}

// openReviewed reads what a plan is about, and refuses one that cannot be
// carried out any more.
func (s *Service) openReviewed(ctx context.Context, tx *database.Tx, id uuid.UUID, token string) (*roleFacts, *authz.Viewer, error) {
	u, v, err := s.userAndActor(ctx, tx, authz.UserActionChangeRole, id, nil)
	if err != nil {
		return nil, nil, err
	}
	plan, err := s.openPlan(v, id, token)
	if err != nil {
		return nil, nil, err
	}
	if err := lockRoles(ctx, tx, plan.State); err != nil {
		return nil, nil, err
	}
	f, err := s.readRoleFacts(ctx, tx, v, u, func(roleState) roleState { return plan.State })
	if err != nil {
		return nil, nil, err
	}
	fingerprint, err := f.fingerprint()
	if err != nil {
		return nil, nil, err
	}
	if u.Version != plan.Version || !bytes.Equal(fingerprint, plan.Fingerprint) {
		return nil, nil, fault.Refuse(fault.Stale, "input.planToken", "The user or the roles were changed meanwhile; preview the change again.")
	}
	return f, v, atToken(s.judgeRoles(v, f)).Err()
}

// atToken moves refusals to the one argument there is.
func atToken(errs fault.Refusals) fault.Refusals {
	for i := range errs {
		errs[i].Path = fault.Path("input.planToken")
	}
	return errs
}

// lockRoles keeps the roles of a state as they are until the transaction ends.
func lockRoles(ctx context.Context, tx *database.Tx, state roleState) error {
	ids := make([]uuid.UUID, len(state.Grants))
	for i, g := range state.Grants {
		ids[i] = g.Role
	}
	if len(ids) == 0 {
		return nil
	}
	if _, err := tx.Client.Role.Query().Where(anyOf[uuid.UUID]("id", ids)).Order(db.Asc(role.FieldID)).
		Select(role.FieldID).ForShare().All(ctx); err != nil {
		return fmt.Errorf("lock roles: %w", err)
	}
	return nil
}

// writeRoles writes what differs, and nothing when nothing does.
func (s *Service) writeRoles(ctx context.Context, tx *database.Tx, v *authz.Viewer, f *roleFacts, reason *string) error {
	u := f.u
	gone, fresh := f.before.minus(f.want), f.want.minus(f.before)
	changes := append(audit.Text("resellerRole", roleName(f.before.ResellerRole), roleName(f.want.ResellerRole)),
		audit.Text("grants", f.text(f.before), f.text(f.want))...)
	if len(gone)+len(fresh)+len(changes) == 0 {
		return nil
	}
	for _, g := range gone {
		if _, err := tx.Client.RoleAssignment.Delete().Where(roleassignment.UserID(u.ID),
			roleassignment.RoleID(g.Role), roleassignment.OrganizationID(g.Organization)).Exec(ctx); err != nil {
			return fmt.Errorf("take role %s from user %s: %w", g.Role, u.ID, err)
		}
	}
	inserts := make([]*db.RoleAssignmentCreate, len(fresh))
	for i, g := range fresh {
		inserts[i] = tx.Client.RoleAssignment.Create().SetAccountID(u.AccountID).SetUserID(u.ID).SetRoleID(g.Role).
			SetOrganizationID(g.Organization).SetGrantedBy(v.UserID).SetNillableStartsAt(g.StartsAt).SetNillableExpiresAt(g.ExpiresAt).
			SetAnnouncedAt(f.now).SetCreatedAt(f.now)
	}
	if len(inserts) > 0 {
		if err := tx.Client.RoleAssignment.CreateBulk(inserts...).Exec(ctx); err != nil {
			return fmt.Errorf("give roles to user %s: %w", u.ID, err)
		}
	}
	change := tx.Client.User.Update().Where(user.ID(u.ID)).SetUpdatedAt(f.now).AddVersion(1)
	if f.want.ResellerRole != nil {
		change.SetResellerRole(*f.want.ResellerRole)
	} else {
		change.ClearResellerRole()
	}
	if u.OrganizationID == v.RootID { // the rank of others follows their type and memberships
		change.SetRoleRank(RoleRank(f.want.ResellerRole, u.UserType, ""))
	}
	if err := change.Exec(ctx); err != nil {
		return fmt.Errorf("change roles of user %s: %w", u.ID, err)
	}
	if err := audit.Record(ctx, tx, userEvent(u, f.now, "user.roles_changed", changes, reason)); err != nil {
		return err
	}
	return s.rolesTakeEffect(ctx, tx, v, f)
}

// rolesTakeEffect ends the sessions that lack a second factor, makes the
// others go on with the new roles, and mails the user.
func (s *Service) rolesTakeEffect(ctx context.Context, tx *database.Tx, v *authz.Viewer, f *roleFacts) error {
	open, err := f.sessionsToRenew(ctx, tx, v)
	if err != nil {
		return err
	}
	if err := s.endWithoutFactor(ctx, tx, f.u, open); err != nil {
		return err
	}
	if err := s.Sessions.Changed(ctx, tx, f.u.ID); err != nil {
		return err
	}
	var plan RolesPlan
	s.describe(&plan, v, f)
	if len(plan.Added)+len(plan.Removed) == 0 {
		return nil
	}
	return s.enqueue(ctx, tx, RoleChangedMail{
		ResellerID: f.u.ResellerID, UserID: f.u.ID, Version: f.u.Version + 1,
		Added: namesOf(plan.Added), Removed: namesOf(plan.Removed), ActorID: &v.UserID,
	})
}

// endWithoutFactor ends some sessions of a user, which have shown no second factor.
func (s *Service) endWithoutFactor(ctx context.Context, tx *database.Tx, u *db.User, open []*db.Session) error {
	if len(open) == 0 {
		return nil
	}
	now := s.Now()
	ids, events := make([]uuid.UUID, len(open)), make([]audit.Event, len(open))
	for i, o := range open {
		ids[i] = o.ID
		events[i] = audit.Event{
			At: now, Action: "session.revoked", OrganizationID: u.OrganizationID, AccountID: u.AccountID,
			TargetType: "Session", TargetID: o.ID, TargetName: u.DisplayName, Reason: new(reasonSecondFactor),
		}
	}
	if err := tx.Client.Session.Update().Where(session.IDIn(ids...)).
		SetRevokedAt(now).SetRevokedReason(reasonSecondFactor).Exec(ctx); err != nil {
		return fmt.Errorf("end sessions of user %s: %w", u.ID, err)
	}
	return audit.Record(ctx, tx, events...)
}

// minus lists the grants of one state that are not in the other.
func (s roleState) minus(other roleState) []grant {
	var list []grant
	for _, g := range s.Grants {
		if !other.has(g) {
			list = append(list, g)
		}
	}
	return list
}

func roleName(r *user.ResellerRole) string {
	if r == nil {
		return ""
	}
	return string(*r)
}

func namesOf(roles []*db.Role) []string {
	list := make([]string, len(roles))
	for i, r := range roles {
		list[i] = strings.TrimSpace(r.Name)
	}
	return list
}
