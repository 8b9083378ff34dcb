package graph

import (
	"context"
	"fmt"
	"strconv"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
	"tenantry/graph/model"
)

// directive is the form gqlgen calls @hasPermission in.
type directive func(context.Context, any, graphql.Resolver, []authz.Permission, model.DenyBehavior) (any, error)

// compiling lets the guard of a list hand out its finished JSON.
func (r *Resolver) compiling(guard directive) directive {
	return func(ctx context.Context, obj any, next graphql.Resolver, anyOf []authz.Permission, onDeny model.DenyBehavior) (any, error) {
		list, err := guard(ctx, obj, next, anyOf, onDeny)
		if err != nil {
			return nil, err
		}
		return r.compiled(ctx, list)
	}
}

// compiled is the finished JSON of a list that a plan knows, else the list as
// it came.
func (r *Resolver) compiled(ctx context.Context, list any) (any, error) {
	switch c := list.(type) {
	case *model.UserConnection:
		if c == nil {
			break
		}
		page := rows[db.User]{
			typeName: "User", nodes: c.Nodes, info: c.PageInfo, total: c.TotalCount,
			cursor: func(i int) string { return c.Edges[i].Cursor },
		}
		if json, known, err := encode(ctx, page, r.userPlan); known || err != nil {
			return json, err
		}
	case *model.OrganizationConnection:
		if c == nil {
			break
		}
		page := rows[db.Organization]{
			typeName: "Organization", nodes: c.Nodes, info: c.PageInfo, total: c.TotalCount,
			cursor: func(i int) string { return c.Edges[i].Cursor },
		}
		plan := func(oc *graphql.OperationContext, sel ast.SelectionSet) (*plan[db.Organization], bool) {
			return r.organizationPlan(oc, authz.FromContext(ctx), sel)
		}
		if json, known, err := encode(ctx, page, plan); known || err != nil {
			return json, err
		}
	}
	return list, nil
}

var userLeaves = map[string]leaf[db.User]{
	"id":             func(b []byte, u *db.User) []byte { return appendText(b, u.GlobalID()) },
	"version":        func(b []byte, u *db.User) []byte { return appendInt(b, u.Version) },
	"displayName":    func(b []byte, u *db.User) []byte { return appendText(b, u.DisplayName) },
	"firstName":      func(b []byte, u *db.User) []byte { return appendText(b, u.FirstName) },
	"lastName":       func(b []byte, u *db.User) []byte { return appendText(b, u.LastName) },
	"email":          func(b []byte, u *db.User) []byte { return appendText(b, u.Email) },
	"phone":          func(b []byte, u *db.User) []byte { return appendOptional(b, u.Phone) },
	"avatarUrl":      func(b []byte, u *db.User) []byte { return appendOptional(b, u.AvatarURL) },
	"initials":       func(b []byte, u *db.User) []byte { return appendText(b, initials(u.DisplayName, u.Email)) },
	"status":         func(b []byte, u *db.User) []byte { return appendText(b, string(u.Status)) },
	"userType":       func(b []byte, u *db.User) []byte { return appendOptional(b, u.UserType) },
	"resellerRole":   func(b []byte, u *db.User) []byte { return appendOptional(b, u.ResellerRole) },
	"timezone":       func(b []byte, u *db.User) []byte { return appendOptional(b, u.Timezone) },
	"locale":         func(b []byte, u *db.User) []byte { return appendOptional(b, u.Locale) },
	"externalId":     func(b []byte, u *db.User) []byte { return appendOptional(b, u.ExternalID) },
	"lastLoginAt":    func(b []byte, u *db.User) []byte { return appendOptionalTime(b, u.LastLoginAt) },
	"lastActivityAt": func(b []byte, u *db.User) []byte { return appendOptionalTime(b, u.LastActivityAt) },
	"createdAt":      func(b []byte, u *db.User) []byte { return appendTime(b, u.CreatedAt) },
	"updatedAt":      func(b []byte, u *db.User) []byte { return appendTime(b, u.UpdatedAt) },
	"primaryTenant": func(b []byte, u *db.User) []byte {
		return appendText(b, schema.GlobalID(organizationPrefix, u.OrganizationID))
	},
	"twoFactorEnabled":   func(b []byte, u *db.User) []byte { return strconv.AppendBool(b, u.TwoFactorAt != nil) },
	"mustChangePassword": func(b []byte, u *db.User) []byte { return strconv.AppendBool(b, u.MustChangePassword) },
}

// userPlan knows the columns of users, their organization, roles and buttons.
func (r *Resolver) userPlan(oc *graphql.OperationContext, sel ast.SelectionSet) (*plan[db.User], bool) {
	return planned(oc, sel, "User", users.types, userLeaves, func(p *plan[db.User], f graphql.CollectedField) bool {
		switch f.Name {
		case "organization":
			return r.planOrganization(oc, p, f)
		case "roles":
			return r.planRoles(oc, p, f)
		case "viewerActions":
			r.planActions(p, f)
			return true
		}
		return false
	})
}

func (r *Resolver) planOrganization(oc *graphql.OperationContext, p *plan[db.User], f graphql.CollectedField) bool {
	object, ok := planned(oc, f.Selections, "Organization", organizations.types, organizationLeaves, nil)
	if !ok {
		return false
	}
	cols := organizations.columnsOf(object.fields)
	target := always(func(u *db.User) uuid.UUID { return u.OrganizationID })
	found := map[uuid.UUID]*db.Organization{}
	p.loads = append(p.loads, func(ctx context.Context, nodes []*db.User) error {
		clear(found)
		for _, u := range nodes { // read at once, for the lists beside this one too
			o, err := toOne(ctx, u, u.Siblings, "organization", target, cols, r.organizationsNamed)
			if err != nil {
				return err
			}
			if o == nil {
				return fmt.Errorf("read organization of user %s: %s is not there", u.ID, u.OrganizationID)
			}
			found[u.OrganizationID] = o
		}
		return nil
	})
	p.add(f, func(b []byte, u *db.User) []byte { return object.append(b, found[u.OrganizationID]) })
	return true
}

func (r *Resolver) planRoles(oc *graphql.OperationContext, p *plan[db.User], f graphql.CollectedField) bool {
	object, ok := planned(oc, f.Selections, "Role", roles.types, roleLeaves, nil)
	if !ok {
		return false
	}
	held := each(p, r.rolesOf)
	p.add(f, func(b []byte, u *db.User) []byte { return appendList(b, held[u], object.append) })
	return true
}

func (r *Resolver) planActions(p *plan[db.User], f graphql.CollectedField) {
	may := each(p, r.userActions)
	p.add(f, func(b []byte, u *db.User) []byte {
		return appendList(b, may[u], func(b []byte, a authz.UserAction) []byte { return appendText(b, string(a)) })
	})
}
