package graph

import (
	"context"
	"errors"

	"tenantry/ent/db"
	"tenantry/graph/model"
	"tenantry/internal/directory"
	"tenantry/internal/fault"
)

func rolesWish(in model.UserRolesInput) directory.RolesWish {
	w := directory.RolesWish{ResellerRole: field(in.ResellerRole)}
	grants, given := in.Grants.ValueOK()
	if !given || grants == nil {
		return w
	}
	w.Grants = &[]directory.GrantWish{}
	for _, g := range grants {
		wish := directory.GrantWish{RoleID: keyOf(rolePrefix, g.RoleID), StartsAt: g.StartsAt.Value(), ExpiresAt: g.ExpiresAt.Value()}
		if id := g.OrganizationID.Value(); id != nil {
			if wish.OrganizationID = keyOf(organizationPrefix, *id); wish.OrganizationID == [16]byte{} {
				wish.OrganizationID = noID // the zero id would mean the user's home
			}
		}
		*w.Grants = append(*w.Grants, wish)
	}
	return w
}

// noID is the key of no record.
var noID = [16]byte{15: 1}

// rolesPlan previews a change. A refused one is shown as far as it is known.
func (r *Resolver) rolesPlan(ctx context.Context, id string, in model.UserRolesInput) (*model.UserRolesPlan, error) {
	p, err := r.Directory.UserRolesPreview(ctx, keyOf(userPrefix, id), rolesWish(in))
	if _, refused := errors.AsType[fault.Refusals](err); err != nil && !refused {
		return nil, err
	}
	errs, err := refusals(err)
	if err != nil {
		return nil, err
	}
	plan := &model.UserRolesPlan{
		Added: linked(p.Added), Removed: linked(p.Removed), Gained: orEmpty(p.Gained), Lost: orEmpty(p.Lost),
		SessionsToRenew: p.SessionsToRenew, Errors: errs,
	}
	if p.Token != "" {
		plan.PlanToken = &p.Token
	}
	return plan, nil
}

func linked(list []*db.Role) []*db.Role {
	roles.link(list)
	return orEmpty(list)
}

// orEmpty is a list that is never null.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
