package graph

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"tenantry/authz"
	"tenantry/ent/db"
	"tenantry/ent/db/user"
	"tenantry/graph/model"
	"tenantry/internal/directory"
	"tenantry/internal/fault"
)

// explainAccess tells which roles of a user speak about a permission at an
// organization; nil when the viewer does not see one of the two.
func (r *Resolver) explainAccess(ctx context.Context, userID string, p authz.Permission, on string) (*model.AccessExplanation, error) {
	v, err := signedIn(ctx)
	if err != nil {
		return nil, err
	}
	found, err := r.visibleUsers(ctx, []uuid.UUID{keyOf(userPrefix, userID)}, users.base)
	if err != nil {
		return nil, err
	}
	places, err := r.visibleOrganizations(ctx, []uuid.UUID{keyOf(organizationPrefix, on)}, organizations.base)
	if err != nil {
		return nil, err
	}
	u, at := found[keyOf(userPrefix, userID)], places[keyOf(organizationPrefix, on)]
	if u == nil || at == nil {
		return nil, nil
	}
	chain := []uuid.UUID{at.ID, at.AccountID, v.RootID}
	if !r.Authorizer.Has(v, chain, authz.RoleRead) {
		return nil, &fault.Error{Kind: fault.Forbidden, Message: "You do not have the permission for this.", Permission: []string{authz.RoleRead.Name()}}
	}
	held, err := directory.Held(ctx, r.client(), r.Now(), u)
	if err != nil {
		return nil, err
	}
	rules, err := r.accessRules(ctx, held[u.ID], p, func(a authz.Assignment) bool {
		reaches := u.OrganizationID == v.RootID || a.Domain != v.RootID && (authz.TenantPermissions().Has(p) || authz.NameOf(a.Role) != "")
		return slices.Contains(chain, a.Domain) && reaches // as Permissions counts
	})
	if err != nil {
		return nil, err
	}
	x := &model.AccessExplanation{Rules: rules}
	if u.Status != user.StatusACTIVE {
		x.RefusedBy = &u.Status
		return x, nil
	}
	if len(rules) > 0 {
		rules[0].Decides = true
		x.Allowed = rules[0].Effect == model.AccessEffectAllow
	}
	return x, nil
}

// accessRules are the words of the roles that count, denials first: one of
// them decides, or else the first that allows.
func (r *Resolver) accessRules(ctx context.Context, held []authz.Assignment, p authz.Permission, counts func(authz.Assignment) bool) ([]*model.AccessRule, error) {
	rows, err := r.rolesNamed(ctx, held)
	if err != nil {
		return nil, err
	}
	rules := []*model.AccessRule{}
	for _, a := range held {
		o := rows[a.Role]
		if o == nil || !counts(a) {
			continue
		}
		word, err := r.Authorizer.Policy().Explain([]string{a.Role}, p)
		if err != nil {
			return nil, fmt.Errorf("explain %v: %w", p, err)
		}
		switch word.Effect {
		case authz.Allow:
			rules = append(rules, &model.AccessRule{Role: o, OrganizationID: a.Domain, Effect: model.AccessEffectAllow})
		case authz.Deny:
			rules = append(rules, &model.AccessRule{Role: o, OrganizationID: a.Domain, Effect: model.AccessEffectDeny})
		case authz.Unsaid:
		}
	}
	slices.SortStableFunc(rules, func(a, b *model.AccessRule) int {
		return denies(b) - denies(a)
	})
	return rules, nil
}

func denies(a *model.AccessRule) int {
	if a.Effect == model.AccessEffectDeny {
		return 1
	}
	return 0
}

// rolesNamed reads the rows of roles, by their names in the policy.
func (r *Resolver) rolesNamed(ctx context.Context, held []authz.Assignment) (map[string]*db.Role, error) {
	system, err := r.builtIn(ctx)
	if err != nil {
		return nil, err
	}
	rows := map[string]*db.Role{}
	var ids []uuid.UUID
	for _, a := range held {
		if o := system[a.Role]; o != nil {
			rows[a.Role] = o
		} else if id, err := uuid.Parse(a.Role); err == nil {
			ids = append(ids, id)
		}
	}
	custom, err := r.heldByUsers(ctx, ids, roles.base)
	for id, o := range custom {
		rows[id.String()] = o
	}
	return rows, err
}

// ruleOrganization is where a role is held, as far as the viewer sees it.
func (r *Resolver) ruleOrganization(ctx context.Context, a *model.AccessRule) (*db.Organization, error) {
	found, err := r.visibleOrganizations(ctx, []uuid.UUID{a.OrganizationID}, organizations.selected(ctx))
	return found[a.OrganizationID], err
}
