package directory

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/ent/db/rolepermission"
	"tenantry/ent/schema"
	"tenantry/internal/audit"
	"tenantry/internal/database"
	"tenantry/internal/fault"
	"tenantry/internal/policy"
)

// maxRoles bounds the custom roles of one organization.
const maxRoles = 200

// NewRole is a custom role to make.
type NewRole struct {
	OrganizationID uuid.UUID
	Name           string
	Description    *string
	Permissions    []authz.Permission
	IdempotencyKey *string
}

// RoleCreate makes a custom role in an organization. Refusals: NOT_FOUND,
// REQUIRED, INVALID, TOO_LONG, TAKEN (name), ROLE_OUT_OF_SCOPE, LIMIT_REACHED,
// IDEMPOTENCY_KEY_REUSED.
func (s *Service) RoleCreate(ctx context.Context, in NewRole) (*db.Role, error) {
	var errs fault.Refusals
	in.Name = roleTitle(&errs, in.Name)
	in.Description = optional(&errs, "input.description", in.Description, maxReason)
	in.IdempotencyKey = optional(&errs, "input.idempotencyKey", in.IdempotencyKey, maxKey)
	if len(in.Permissions) == 0 {
		errs.Add(fault.Required, "input.permissions", "A role gives one permission at least.")
	}
	if err := errs.Err(); err != nil {
		return nil, err
	}
	var created *db.Role
	err := s.DB.WithTx(ctx, func(ctx context.Context, tx *database.Tx) error {
		org, v, err := s.organizationForRole(ctx, tx, in.OrganizationID)
		if err != nil {
			return err
		}
		id, err := once(ctx, s, tx, "roleCreate", in.IdempotencyKey, in, func() (uuid.UUID, error) {
			return s.insertRole(ctx, tx, v, org, in)
		})
		if err != nil {
			return err
		}
		created, err = tx.Client.Role.Query().Where(role.ID(id)).Only(ctx)
		if db.IsNotFound(err) {
			return fault.Refuse(fault.Missing, "input.idempotencyKey", "The role that was made with this key is gone.")
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	return created, s.roleChanged(ctx, created.ID)
}

// organizationForRole reads an organization whose roles the viewer manages, and
// locks its account and the viewer.
func (s *Service) organizationForRole(ctx context.Context, tx *database.Tx, id uuid.UUID) (*db.Organization, *authz.Viewer, error) {
	const path = "input.organizationId"
	org, err := tx.Client.Organization.Query().Where(organization.ID(id)).Only(ctx)
	if db.IsNotFound(err) {
		return nil, nil, fault.Refuse(fault.Missing, path, "There is no such organization.")
	} else if err != nil {
		return nil, nil, fmt.Errorf("read organization %s: %w", id, err)
	}
	v, err := s.lockForRole(ctx, tx, org.AccountID)
	switch {
	case err != nil:
		return nil, nil, err
	case org.Status == organization.StatusDELETED || !s.Authorizer.OrganizationVisible(v, OrganizationTarget(org)):
		return nil, nil, fault.Refuse(fault.Missing, path, "There is no such organization.")
	case !s.Authorizer.Has(v, []uuid.UUID{org.ID, org.AccountID, v.RootID}, authz.RoleManage):
		return nil, nil, deny(authz.Verdict{Code: authz.Forbidden, Permissions: []authz.Permission{authz.RoleManage}, Message: "You do not have the permission for this."}, path)
	}
	return org, v, nil
}

// lockForRole serialises changes to the roles of an account, and answers the
// viewer with what he holds now.
func (s *Service) lockForRole(ctx context.Context, tx *database.Tx, account uuid.UUID) (*authz.Viewer, error) {
	if _, err := lockOrganization(ctx, tx, account); err != nil {
		return nil, err
	}
	v := authz.FromContext(ctx)
	if v == nil {
		return nil, fault.New(fault.Unauthenticated, "Nobody is signed in.")
	}
	if err := holdActor(ctx, tx, v); err != nil {
		return nil, err
	}
	held, err := Held(ctx, tx.Client, s.Now(), &db.User{ID: v.UserID})
	if err != nil {
		return nil, err
	}
	return stillHolding(v, held[v.UserID]), nil
}

func (s *Service) insertRole(ctx context.Context, tx *database.Tx, v *authz.Viewer, org *db.Organization, in NewRole) (uuid.UUID, error) {
	id, now := schema.NewID(), s.Now()
	var errs fault.Refusals
	s.judgePermissions(&errs, v, org.ID, org.AccountID, in.Permissions)
	if err := s.judgeName(ctx, tx, &errs, org.ID, uuid.Nil, in.Name); err != nil {
		return id, err
	}
	count, err := tx.Client.Role.Query().Where(role.OrganizationID(org.ID), role.System(false)).Count(ctx)
	if err != nil {
		return id, fmt.Errorf("count roles of organization %s: %w", org.ID, err)
	}
	if count >= maxRoles {
		errs.Add(fault.LimitReached, "input.organizationId", "At most %d roles can be made in one organization.", maxRoles)
	}
	if err := errs.Err(); err != nil {
		return id, err
	}
	r, err := tx.Client.Role.Create().SetID(id).SetAccountID(org.AccountID).SetOrganizationID(org.ID).SetKey("custom." + id.String()).
		SetName(in.Name).SetDescription(orEmpty(in.Description)).SetFamily(role.FamilyCUSTOM).SetCreatedAt(now).SetUpdatedAt(now).Save(ctx)
	if err != nil {
		return id, fmt.Errorf("create role: %w", err)
	}
	if err := s.permit(ctx, tx, r, authz.SetOf(in.Permissions...), authz.Set{}); err != nil {
		return id, err
	}
	changes := slices.Concat(audit.Text("name", "", r.Name), audit.Text("description", "", r.Description),
		audit.Text("permissions", "", permissionText(authz.SetOf(in.Permissions...))))
	if err := audit.Record(ctx, tx, roleEvent(r, now, "role.created", changes)); err != nil {
		return id, err
	}
	return id, policy.Changed(ctx, tx, id)
}

// permit writes the permissions of a role that are new and drops those that
// are no more.
func (s *Service) permit(ctx context.Context, tx *database.Tx, r *db.Role, want, have authz.Set) error {
	if gone := have.Minus(want); !gone.Empty() {
		var gonePermissions []string
		for _, p := range gone.List() {
			gonePermissions = append(gonePermissions, p.Name())
		}
		if _, err := tx.Client.RolePermission.Delete().Where(rolepermission.RoleID(r.ID), rolepermission.PermissionIn(gonePermissions...)).Exec(ctx); err != nil {
			return fmt.Errorf("take permissions from role %s: %w", r.ID, err)
		}
	}
	var fresh []*db.RolePermissionCreate
	for _, p := range want.Minus(have).List() {
		fresh = append(fresh, tx.Client.RolePermission.Create().SetAccountID(r.AccountID).SetRoleID(r.ID).SetPermission(p.Name()).SetCreatedAt(s.Now()))
	}
	if len(fresh) == 0 {
		return nil
	}
	if err := tx.Client.RolePermission.CreateBulk(fresh...).Exec(ctx); err != nil {
		return fmt.Errorf("give permissions to role %s: %w", r.ID, err)
	}
	return nil
}

// judgePermissions: a role never gives more than its author could, and that of
// a customer nothing that is the reseller's.
func (s *Service) judgePermissions(errs *fault.Refusals, v *authz.Viewer, org, account uuid.UUID, permissions []authz.Permission) {
	ceiling, tenant := s.Authorizer.Grantable(v, org, account, v.RootID), authz.TenantPermissions()
	for i, p := range permissions {
		path := "input.permissions." + strconv.Itoa(i)
		switch {
		case org != v.RootID && !tenant.Has(p):
			errs.Add(fault.RoleOutOfScope, path, "%s means nothing in a customer's organization.", p.Name())
		case !ceiling.Has(p):
			errs.Add(fault.RoleOutOfScope, path, "You cannot give what you do not hold: %s.", p.Name())
		}
	}
}

// judgeName keeps the names of an organization's roles apart, from one another
// and from the built-in ones. The account is locked.
func (s *Service) judgeName(ctx context.Context, tx *database.Tx, errs *fault.Refusals, org, self uuid.UUID, name string) error {
	others, err := tx.Client.Role.Query().Where(role.Or(role.OrganizationID(org), role.System(true)), role.IDNEQ(self)).Select(role.FieldName).Strings(ctx)
	if err != nil {
		return fmt.Errorf("read names of roles: %w", err)
	}
	if slices.ContainsFunc(others, func(other string) bool { return Fold(other) == Fold(name) }) {
		errs.Add(fault.Taken, "input.name", "Another role has this name.")
	}
	return nil
}

func roleTitle(errs *fault.Refusals, name string) string {
	name = line(errs, "input.name", name, maxName)
	if name == "" && !errs.At("input.name") {
		errs.Add(fault.Required, "input.name", "A name is required.")
	}
	return name
}

// roleChanged makes this process decide by the role as it is now; the others
// hear of it.
func (s *Service) roleChanged(ctx context.Context, id uuid.UUID) error {
	if s.RoleChanged == nil {
		return nil
	}
	return s.RoleChanged(context.WithoutCancel(ctx), id)
}

func roleEvent(r *db.Role, at time.Time, action string, changes []audit.Change) audit.Event {
	return audit.Event{
		At: at, Action: action, OrganizationID: r.OrganizationID, AccountID: r.AccountID,
		TargetType: "Role", TargetID: r.ID, TargetName: r.Name, Changes: changes,
	}
}

func permissionText(s authz.Set) string {
	var list []string
	for _, p := range s.List() {
		list = append(list, p.Name())
	}
	return strings.Join(list, ", ")
}
