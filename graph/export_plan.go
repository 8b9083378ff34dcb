package graph

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"github.com/google/uuid"
	"github.com/vektah/gqlparser/v2/ast"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/schema"
)

// columnField is the field that a column shows.
func columnField(key string) string {
	switch key {
	case "actorName", "actorEmail", "actorId":
		return "actor"
	case "onBehalfOfName", "onBehalfOfId":
		return "onBehalfOf"
	case "targetType", "targetName", "targetId":
		return "target"
	case "organizationId":
		return "organization"
	case "parentId":
		return "parent"
	case "seatsUsed", "seatLimit":
		return "seats"
	}
	return key
}

// needed are the permissions any of which opens the field of a column; none
// for an open field. Features have no guard, for an account's own people see
// theirs.
func needed(of *ast.Definition, key string) []authz.Permission {
	var anyOf []authz.Permission
	if field := of.Fields.ForName(columnField(key)); field != nil {
		if guard := field.Directives.ForName("hasPermission"); guard != nil {
			for _, c := range guard.Arguments.ForName("anyOf").Value.Children {
				if p, err := authz.ParseName(c.Value.Raw); err == nil {
					anyOf = append(anyOf, p)
				}
			}
		}
	}
	return anyOf
}

// readableColumns leaves out the columns whose field the API guards with a
// permission that is not held.
func readableColumns(of *ast.Definition, held authz.Set, columns []string) []string {
	return slices.DeleteFunc(slices.Clone(columns), func(key string) bool {
		need := needed(of, key)
		return of.Fields.ForName(columnField(key)) == nil || len(need) > 0 && !held.HasAny(need...)
	})
}

// exportPlan writes the values of columns as the list does, save that edges
// shrink to the names behind them.
func (r *Resolver) exportPlan(columns []string) *plan[db.User] {
	p := &plan[db.User]{typeName: "User"}
	for _, key := range columns {
		p.fields = append(p.fields, key)
		write := userLeaves[key]
		switch key {
		case "organizationId":
			write = func(b []byte, u *db.User) []byte {
				return appendText(b, schema.GlobalID(organizationPrefix, u.OrganizationID))
			}
		case "organization":
			write = r.planOrganizationName(p)
		case "roles":
			write = r.planRoleNames(p)
		case "twoFactorEnabled":
			write = func(b []byte, u *db.User) []byte { return strconv.AppendBool(b, u.TwoFactorAt != nil) }
		}
		p.values = append(p.values, write)
	}
	return p
}

func (r *Resolver) planOrganizationName(p *plan[db.User]) leaf[db.User] {
	var found map[uuid.UUID]*db.Organization
	p.loads = append(p.loads, func(ctx context.Context, nodes []*db.User) (err error) {
		ids := gather(nodes, func(u *db.User) *uuid.UUID { return &u.OrganizationID })
		found, err = r.organizationsNamed(ctx, ids, organizations.columnsOf([]string{"name"}))
		if err == nil && len(found) < len(ids) {
			err = fmt.Errorf("read organizations of users: %d of %d found", len(found), len(ids))
		}
		return err
	})
	return func(b []byte, u *db.User) []byte { return appendText(b, found[u.OrganizationID].Name) }
}

func (r *Resolver) planRoleNames(p *plan[db.User]) leaf[db.User] {
	held := each(p, r.rolesOf)
	return func(b []byte, u *db.User) []byte {
		return appendList(b, held[u], func(b []byte, o *db.Role) []byte { return appendText(b, o.Name) })
	}
}
