package authz

import (
	"slices"

	"github.com/google/uuid"
)

// TenantPermissions are those that mean something below the reseller: only
// these can stand in a role of a customer's own.
func TenantPermissions() Set {
	var s Set
	for p := PortalCustomerLogin; p < permissionEnd; p++ {
		s = s.With(p)
	}
	return s
}

// Change tells what another set of assignments means for a user: what he gains
// at one organization at least, and what he loses everywhere. The home is that
// of the user: his organization, his account, the root. Denials count, so a
// role added can lose something and one taken away gain it.
func (a *Authorizer) Change(home [3]uuid.UUID, before, after []Assignment) (gained, lost Set) {
	was := &Viewer{OrganizationID: home[0], AccountID: home[1], RootID: home[2], Assignments: before}
	will := &Viewer{OrganizationID: home[0], AccountID: home[1], RootID: home[2], Assignments: after}
	for _, at := range slices.Concat(before, after) {
		chain := []uuid.UUID{at.Domain, was.account(at), home[2]}
		gained = gained.Union(a.Permissions(will, chain...).Minus(a.Permissions(was, chain...)))
	}
	return gained, a.Anywhere(was).Minus(a.Anywhere(will))
}

// Conflicts is the function of the same name, and besides names what gives more
// than somebody who only reads can have, whatever else he is given: of a
// viewer, an analyst and a reseller viewer the custom roles, and the
// administration of a client account.
func (a *Authorizer) Conflicts(roles []string) []string {
	conflicts, p := Conflicts(roles), a.Policy()
	for _, reader := range [3]string{RoleViewer, RoleAnalyst, RoleResellerViewer} {
		if !slices.Contains(roles, reader) {
			continue
		}
		for _, role := range roles {
			if (!p.builtIn(role) || role == RoleClientAdmin) && !slices.Contains(conflicts, role) &&
				!p.Allowed(role).SubsetOf(p.Allowed(role, reader)) {
				conflicts = append(conflicts, role)
			}
		}
	}
	return conflicts
}

// NameOf is a role's name as people read it; empty for one that did not come
// with the product.
func NameOf(key string) string {
	for _, r := range SystemRoles() {
		if r.Key == key {
			return r.UIName
		}
	}
	return ""
}

// builtIn tells whether the role came with the product.
func (p *Policy) builtIn(role string) bool {
	i, ok := p.index[role]
	return ok && p.roles[i].Family != FamilyCustom
}
