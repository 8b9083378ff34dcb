package directory

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/role"
	"tenantry/ent/db/roleassignment"
	"tenantry/ent/db/rolepermission"
	"tenantry/ent/db/user"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/policy"
)

// RolePatch changes a custom role.
type RolePatch struct {
	ExpectedVersion   *int
	Name, Description Set[string]
	Permissions       *[]authz.Permission // nil: as they are
}

// RoleUpdate changes a custom role; everybody who holds it has the new
// permissions at once. Refusals: NOT_FOUND, WRONG_STATE, STALE, REQUIRED,
// INVALID, TOO_LONG, TAKEN (name), ROLE_OUT_OF_SCOPE, also for what is the
// reseller's while a customer's user holds the role.
func (s *Service) RoleUpdate(ctx context.Context, id uuid.UUID, p RolePatch) (*db.Role, error) {
	var errs fault.Refusals
	if p.Name.Given {
		p.Name.Value = new(roleTitle(&errs, orEmpty(p.Name.Value)))
	}
	p.Description.Value = optional(&errs, "input.description", p.Description.Value, maxReason)
	if p.Permissions != nil && len(*p.Permissions) == 0 {
		errs.Add(fault.Required, "input.permissions", "A role gives one permission at least.")
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	return s.changeRole(ctx, authz.RoleActionUpdate, id, p.ExpectedVersion, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, r *db.Role, have authz.Set) error {
		return s.patchRole(ctx, tx, v, r, have, p)
	})
}

// RoleTwoFactorSet says whether whoever holds the role signs in with a second
// factor; sessions that have shown none end with their next request. Refusals:
// NOT_FOUND.
func (s *Service) RoleTwoFactorSet(ctx context.Context, id uuid.UUID, required bool) (*db.Role, error) {
	return s.changeRole(ctx, authz.RoleActionSetTwoFactor, id, nil, func(ctx context.Context, tx *database.Tx, _ *authz.Viewer, r *db.Role, _ authz.Set) error {
		if r.TwoFactorRequired == required {
			return nil
		}
		now := s.Now()
		if err := tx.Client.Role.Update().Where(role.ID(id)).SetTwoFactorRequired(required).SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
			return fmt.Errorf("change role %s: %w", id, err)
		}
		changes := audit.Text("twoFactorRequired", fmt.Sprint(r.TwoFactorRequired), fmt.Sprint(required))
		if err := s.Sessions.AllChanged(ctx, tx, r.ResellerID); err != nil {
			return err
		}
		return audit.Record(ctx, tx, roleEvent(r, now, "role.two_factor_changed", changes))
	})
}

// changeRole reads a role and what it gives, asks the policy, and carries out a
// change.
func (s *Service) changeRole(
	ctx context.Context, action authz.RoleAction, id uuid.UUID, expected *int,
	change func(context.Context, *database.Tx, *authz.Viewer, *db.Role, authz.Set) error,
) (*db.Role, error) {
	var changed *db.Role
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		changed = nil
		r, err := tx.Client.Role.Query().Where(role.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "id", "There is no such role.")
		} else if err != nil {
			return fmt.Errorf("read role %s: %w", id, err)
		}
		v := authz.FromContext(ctx)
		if err := deny(s.Authorizer.CustomRole(v, action, roleTarget(r, authz.Set{})), "id"); err != nil {
			return err // before anything is locked: a built-in role belongs to the reseller's account
		}
		if v, err = s.lockForRole(ctx, tx, r.AccountID); err != nil {
			return err
		}
		r, err = tx.Client.Role.Query().Where(role.ID(id)).ForUpdate().Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "id", "There is no such role.")
		} else if err != nil {
			return fmt.Errorf("lock role %s: %w", id, err)
		}
		have, err := permissionsOf(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := deny(s.Authorizer.CustomRole(v, action, roleTarget(r, have)), "id"); err != nil {
			return err
		}
		if err := stale(expected, r.Version, "input.expectedVersion"); err != nil {
			return err
		}
		if err := change(ctx, tx, v, r, have); err != nil {
			return err
		}
		changed, err = tx.Client.Role.Query().Where(role.ID(id)).Only(ctx)
		if err != nil && !db.IsNotFound(err) {
			return fmt.Errorf("read role %s: %w", id, err)
		}
		return policy.Changed(ctx, tx, id)
	})
	if err != nil {
		return nil, err
	}
	return changed, s.roleChanged(ctx, id)
}

func roleTarget(r *db.Role, allowed authz.Set) authz.RoleTarget {
	return authz.RoleTarget{OrganizationID: r.OrganizationID, AccountID: r.AccountID, System: r.System, Allowed: allowed}
}

// permissionsOf is what a custom role gives.
func permissionsOf(ctx context.Context, tx *database.Tx, id uuid.UUID) (authz.Set, error) {
	var set authz.Set
	names, err := tx.Client.RolePermission.Query().Where(rolepermission.RoleID(id)).Select(rolepermission.FieldPermission).Strings(ctx)
	if err != nil {
		return set, fmt.Errorf("read permissions of role %s: %w", id, err)
	}
	for _, name := range names {
		if p, err := authz.ParseName(name); err == nil { // one that is no more allows nothing
			set = set.With(p)
		}
	}
	return set, nil
}

func (s *Service) patchRole(ctx context.Context, tx *database.Tx, v *authz.Viewer, r *db.Role, have authz.Set, p RolePatch) error {
	var errs fault.Refusals
	change, now := tx.Client.Role.Update().Where(role.ID(r.ID)), s.Now()
	var changes []audit.Change
	if p.Name.Given {
		if err := s.judgeName(ctx, tx, &errs, r.OrganizationID, r.ID, *p.Name.Value); err != nil {
			return err
		}
		changes = append(changes, audit.Text("name", r.Name, *p.Name.Value)...)
		change.SetName(*p.Name.Value)
	}
	if p.Description.Given {
		changes = append(changes, audit.Text("description", r.Description, orEmpty(p.Description.Value))...)
		change.SetDescription(orEmpty(p.Description.Value))
	}
	want := have
	if p.Permissions != nil {
		want = authz.SetOf(*p.Permissions...)
		s.judgePermissions(&errs, v, r.OrganizationID, r.AccountID, *p.Permissions)
		if err := judgeHolders(ctx, tx, &errs, v, r, want.Minus(have), s.Now()); err != nil {
			return err
		}
		changes = append(changes, audit.Text("permissions", permissionText(have), permissionText(want))...)
	}
	if err := errs.Err(); err != nil || len(changes) == 0 {
		return err
	}
	if err := s.permit(ctx, tx, r, want, have); err != nil {
		return err
	}
	if err := change.SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("update role %s: %w", r.ID, err)
	}
	return audit.Record(ctx, tx, roleEvent(r, now, "role.updated", changes))
}

// judgeHolders: a role that a customer's people hold is given nothing of the
// reseller's, which could not be given to them with it either.
func judgeHolders(ctx context.Context, tx *database.Tx, errs *fault.Refusals, v *authz.Viewer, r *db.Role, fresh authz.Set, now time.Time) error {
	beyond := fresh.Minus(authz.TenantPermissions())
	if r.OrganizationID != v.RootID || beyond.Empty() {
		return nil
	}
	n, err := tx.Client.RoleAssignment.Query().Where(roleassignment.RoleID(r.ID), roleassignment.AccountIDNEQ(r.AccountID),
		roleassignment.Or(roleassignment.ExpiresAtIsNil(), roleassignment.ExpiresAtGT(now))).Count(ctx)
	if err != nil {
		return fmt.Errorf("look which customers hold role %s: %w", r.ID, err)
	}
	if n > 0 {
		errs.Add(fault.RoleOutOfScope, "input.permissions", "Customers' users hold this role; it cannot give them what is the reseller's: %s.", permissionText(beyond))
	}
	return nil
}

// RoleDelete removes a custom role. Refusals: NOT_FOUND, WRONG_STATE, STALE,
// ROLE_OUT_OF_SCOPE, CONFLICT while somebody holds it, unless unassign takes it
// from them.
func (s *Service) RoleDelete(ctx context.Context, id uuid.UUID, expected *int, unassign bool) error {
	_, err := s.changeRole(ctx, authz.RoleActionDelete, id, expected, func(ctx context.Context, tx *database.Tx, v *authz.Viewer, r *db.Role, have authz.Set) error {
		held, err := tx.Client.RoleAssignment.Query().Where(roleassignment.RoleID(id)).Select(roleassignment.FieldUserID).All(ctx)
		if err != nil {
			return fmt.Errorf("look who holds role %s: %w", id, err)
		}
		var holders []uuid.UUID
		for _, a := range held {
			holders = append(holders, a.UserID)
		}
		slices.SortFunc(holders, func(a, b uuid.UUID) int { return slices.Compare(a[:], b[:]) })
		holders = slices.Compact(holders)
		keys, err := keysHolding(ctx, tx, r)
		if err != nil {
			return err
		}
		if len(holders)+len(keys) > 0 && !unassign {
			return fault.Refuse(fault.Conflict, "id", "The role is held by %s; say unassign to take it away.", holdersText(len(holders), len(keys)))
		}
		if err := s.unassign(ctx, tx, v, r, holders); err != nil {
			return err
		}
		if err := s.takeFromKeys(ctx, tx, r, keys); err != nil {
			return err
		}
		if _, err := tx.Client.RolePermission.Delete().Where(rolepermission.RoleID(id)).Exec(ctx); err != nil {
			return fmt.Errorf("drop permissions of role %s: %w", id, err)
		}
		if _, err := tx.Client.Role.Delete().Where(role.ID(id)).Exec(ctx); err != nil {
			return fmt.Errorf("delete role %s: %w", id, err)
		}
		changes := slices.Concat(audit.Text("name", r.Name, ""), audit.Text("permissions", permissionText(have), ""))
		return audit.Record(ctx, tx, roleEvent(r, s.Now(), "role.deleted", changes))
	})
	return err
}

// unassign takes a role from everybody who holds it, and tells them.
func (s *Service) unassign(ctx context.Context, tx *database.Tx, v *authz.Viewer, r *db.Role, holders []uuid.UUID) error {
	if len(holders) == 0 {
		return nil
	}
	now := s.Now()
	users, err := tx.Client.User.Query().Where(anyOf[uuid.UUID](user.FieldID, holders)).Order(db.Asc(user.FieldID)).ForUpdate().All(ctx)
	if err != nil {
		return fmt.Errorf("lock who holds role %s: %w", r.ID, err)
	}
	if _, err := tx.Client.RoleAssignment.Delete().Where(roleassignment.RoleID(r.ID)).Exec(ctx); err != nil {
		return fmt.Errorf("take role %s from all: %w", r.ID, err)
	}
	if err := tx.Client.User.Update().Where(anyOf[uuid.UUID](user.FieldID, holders)).SetUpdatedAt(now).AddVersion(1).Exec(ctx); err != nil {
		return fmt.Errorf("take role %s from all: %w", r.ID, err)
	}
	for part := range slices.Chunk(users, 1000) {
		if err := s.tellLost(ctx, tx, &v.UserID, part, r.Name); err != nil {
			return err
		}
	}
	return nil
}
