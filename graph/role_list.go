package graph

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/organization"
	"tenantry/ent/db/role"
	"tenantry/graph/model"
	"tenantry/internal/connection"
	"tenantry/internal/directory"
	"tenantry/internal/fault"
)

// roleFilter is what a list of roles is asked for.
type roleFilter struct {
	families       []role.Family
	search         *string
	organizationID *string
	grantable      bool
}

// roleList is the page of the built-in roles and of the custom roles within
// the viewer's reach.
func (r *Resolver) roleList(ctx context.Context, args connection.Args, f roleFilter) (*model.RoleConnection, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := r.rolesShown(ctx, v)
	if err != nil {
		return nil, err
	}
	if f.families != nil {
		names := make([]any, len(f.families))
		for i, name := range f.families {
			names[i] = name
		}
		rows = connection.And(rows, func(s *sql.Selector) { s.Where(sql.In(s.C("family"), names...)) })
	}
	text, err := roleSearch(f.search)
	if err != nil {
		return nil, err
	}
	held, err := r.rolesHeldAt(ctx, v, f)
	if err != nil {
		return nil, err
	}
	l, err := fetch(ctx, roles, r.client().Role.Query(), args, connection.And(rows, text, held), rolesByName)
	if err != nil {
		return nil, err
	}
	return &model.RoleConnection{
		Edges: edges(l, func(o *db.Role, cursor string) *model.RoleEdge { return &model.RoleEdge{Node: o, Cursor: cursor} }),
		Nodes: l.nodes(), PageInfo: l.info(), TotalCount: l.Total,
	}, nil
}

// rolesShown is the condition of the roles that a viewer knows of: the built-in
// ones and the custom ones within his reach; who only makes API keys, those he
// can give one somewhere.
func (r *Resolver) rolesShown(ctx context.Context, v *authz.Viewer) (connection.Filter, error) {
	if !r.Authorizer.Anywhere(v).HasAny(roleReaders()...) {
		ids, err := r.rolesForKeys(ctx, v)
		return among("id", ids), err
	}
	reach := within(v, r.Authorizer.Reach(v, roleReaders()...), "organization_id")
	if reach == nil {
		return nil, nil
	}
	return connection.Or(sql.FieldEQ("system", true), reach), nil
}

// rolesForKeys are the roles the viewer may give an API key where he makes them.
func (r *Resolver) rolesForKeys(ctx context.Context, v *authz.Viewer) ([]uuid.UUID, error) {
	all, err := r.client().Role.Query().Select(roles.base...).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read roles for API keys: %w", err)
	}
	var ids []uuid.UUID
	for _, o := range all {
		gives := func(held authz.Assignment) bool {
			chain := []uuid.UUID{held.Domain, held.Account, v.RootID}
			return r.Authorizer.Has(v, chain, authz.ApiCredentialManage) && (o.System || slices.Contains(chain, o.OrganizationID)) &&
				len(r.Authorizer.GrantVerdict(v, chain, []string{directory.RoleKey(o)})) == 0
		}
		if slices.ContainsFunc(v.Assignments, gives) {
			ids = append(ids, o.ID)
		}
	}
	return ids, nil
}

// foldedName is the name of a role without accents, as directory.Fold writes it
// for users: roles are few and keep no column for it. The ranges are the marks
// that stand on letters of Latin, Greek, Cyrillic, Hebrew and Arabic.
const foldedName = `regexp_replace(normalize("roles"."name", NFKD), ` +
	`'[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]', '', 'g')`

// roleSearch looks for every word in the name of a role, or in the key of a
// built-in one: the key of a custom role is no word.
func roleSearch(search *string) (connection.Filter, error) {
	if _, err := searched("name", search); err != nil || search == nil {
		return nil, err
	}
	like := strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)
	var and []connection.Filter
	for _, word := range strings.Fields(*search) {
		pattern := "%" + like.Replace(directory.Fold(word)) + "%"
		and = append(and, func(s *sql.Selector) {
			s.Where(sql.P(func(b *sql.Builder) {
				b.WriteString("(" + foldedName).WriteString(" ILIKE ").Arg(pattern)
				b.WriteString(" OR ").Ident(s.C("system")).WriteString(" AND ").Ident(s.C("key")).WriteString(" ILIKE ").Arg(pattern).WriteString(")")
			}))
		})
	}
	return connection.And(and...), nil
}

// rolesHeldAt is the condition that a role can be held at an organization and,
// when asked, that the viewer may give it there by name. An organization the viewer
// does not see has none.
func (r *Resolver) rolesHeldAt(ctx context.Context, v *authz.Viewer, f roleFilter) (connection.Filter, error) {
	if f.organizationID == nil {
		if f.grantable {
			return nil, fault.Input([]string{"grantable"}, "grantable needs organizationId")
		}
		return nil, nil
	}
	id := keyOf(organizationPrefix, *f.organizationID)
	found, err := r.visibleOrganizations(ctx, []uuid.UUID{id}, organizations.base)
	if err != nil {
		return nil, err
	}
	at := found[id]
	if at == nil {
		return among("id", nil), nil
	}
	chain := []uuid.UUID{at.ID, at.AccountID, v.RootID}
	all, err := r.client().Role.Query().Where(func(s *sql.Selector) {
		s.Where(sql.Or(sql.EQ(s.C("system"), true), inArray(s.C("organization_id"), chain)))
	}).Select(roles.base...).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("read roles of organization %s: %w", at.ID, err)
	}
	var ids []uuid.UUID
	for _, o := range all {
		if r.canBeHeld(o, at, v) && (!f.grantable || givenByName(o) && len(r.Authorizer.GrantVerdict(v, chain, []string{directory.RoleKey(o)})) == 0) {
			ids = append(ids, o.ID)
		}
	}
	return among("id", ids), nil
}

// givenByName tells whether a role is given as such: the others come with a field of
// their own, and a grant of them is refused.
func givenByName(o *db.Role) bool {
	return o.Family == role.FamilyCUSTOM || o.Family == role.FamilyPERMISSION
}

// canBeHeld tells whether a role fits an organization: the families of staff at
// the root alone, those of a customer's people elsewhere.
func (r *Resolver) canBeHeld(o *db.Role, at *db.Organization, v *authz.Viewer) bool {
	if o.Family == role.FamilyCUSTOM {
		return at.ID == v.RootID || o.OrganizationID != v.RootID ||
			r.Authorizer.Policy().Allowed(directory.RoleKey(o)).SubsetOf(authz.TenantPermissions())
	}
	staff := o.Family == role.FamilyRESELLER || o.Family == role.FamilyPERMISSION
	return staff == (at.Kind == organization.KindRESELLER)
}

// roleTarget is what the policy needs to know about a role.
func (r *Resolver) roleTarget(ctx context.Context, o *db.Role) (authz.RoleTarget, error) {
	t := authz.RoleTarget{OrganizationID: o.OrganizationID, AccountID: o.AccountID, System: o.System}
	if o.System {
		return t, nil
	}
	permissions, err := r.permissionsOf(ctx, o)
	t.Allowed = authz.SetOf(permissions...)
	return t, err
}

func (r *Resolver) roleActions(ctx context.Context, o *db.Role) ([]authz.RoleAction, error) {
	target, err := r.roleTarget(ctx, o)
	if err != nil {
		return nil, err
	}
	return r.Authorizer.RoleActions(authz.FromContext(ctx), target), nil
}

// roleOwner is the organization of a custom role, as far as the viewer sees it.
func (r *Resolver) roleOwner(ctx context.Context, o *db.Role) (*db.Organization, error) {
	owner := func(o *db.Role) *uuid.UUID {
		if o.System {
			return nil
		}
		return &o.OrganizationID
	}
	return toOne(ctx, o, o.Siblings, "organization", owner, organizations.selected(ctx), r.visibleOrganizations)
}

// rolePayload is the result of a change to a role.
func rolePayload(o *db.Role, err error) (*model.RolePayload, error) {
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	return &model.RolePayload{Role: o, Errors: errs}, nil
}

func roleDeletePayload(id string, err error) (*model.RoleDeletePayload, error) {
	errs, err := refusals(err)
	if err != nil || len(errs) > 0 {
		return orNil(&model.RoleDeletePayload{Errors: errs}, err)
	}
	return &model.RoleDeletePayload{DeletedID: &id, Errors: errs}, nil
}

func newRole(in model.RoleCreateInput) directory.NewRole {
	return directory.NewRole{
		OrganizationID: keyOf(organizationPrefix, in.OrganizationID), Name: in.Name, Description: in.Description.Value(),
		Permissions: in.Permissions, IdempotencyKey: in.IdempotencyKey.Value(),
	}
}

func rolePatch(in model.RoleUpdateInput) directory.RolePatch {
	p := directory.RolePatch{ExpectedVersion: in.ExpectedVersion.Value(), Name: field(in.Name), Description: field(in.Description)}
	if permissions, given := in.Permissions.ValueOK(); given {
		p.Permissions = new(slices.Clone(permissions))
	}
	return p
}
