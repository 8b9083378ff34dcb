package authz

import (
	"slices"

	"github.com/google/uuid"
)

// ModuleGrant is a module of the customer portal that a membership with access
// USER opens at an organization and below it. [003]
type ModuleGrant struct {
	Organization uuid.UUID
	Module       string // key of the catalogue
}

// ModuleOpen reports whether a module is open to the viewer at the chain: to an
// administrator each is, to others those of their membership. The three that
// are reserved have permissions of their own and are never granted. [003]
func (a *Authorizer) ModuleOpen(v *Viewer, key string, chain ...uuid.UUID) bool {
	held := a.Permissions(v, chain...)
	switch key {
	case "PRICING":
		return held.Has(ModulePricingAccess)
	case "PAYMENT":
		return held.Has(ModulePaymentAccess)
	case "USER_MANAGEMENT":
		return held.Has(ModuleUserManagementAccess)
	}
	return held.Has(ModuleOtherAccess) || v != nil && slices.ContainsFunc(v.Modules, func(g ModuleGrant) bool {
		return g.Module == key && slices.Contains(chain, g.Organization)
	})
}

// subAccountGranted reports whether a membership opens a sub-account that the
// chain names.
func (v *Viewer) subAccountGranted(chain []uuid.UUID) bool {
	return slices.ContainsFunc(v.SubAccounts, func(id uuid.UUID) bool { return slices.Contains(chain, id) })
}

// bound reports whether the viewer is a plain member of his account, who knows
// of no sub-accounts but those he was given. [003]
func (v *Viewer) bound() bool {
	plain := false
	for _, held := range v.Assignments {
		switch {
		case held.Role == RoleClientAdmin && held.Domain == v.AccountID:
			return false
		case held.Role == RoleClientUser:
			plain = true
		}
	}
	return plain && !v.Staff()
}

// seesSubAccounts lists the permissions any of which, over an organization of
// his account, lets a plain member know of it.
func seesSubAccounts() []Permission {
	return []Permission{OrganizationRead, SubAccountRead, TenantUserRead, MemberRead}
}

// boundSees is seesOrganization for a plain member, in his own account.
func boundSees(v *Viewer, held Set, t OrganizationTarget) bool {
	return t.ID == v.AccountID || t.ID == v.OrganizationID || held.HasAny(seesSubAccounts()...) ||
		slices.ContainsFunc(v.Assignments, func(held Assignment) bool { return held.Domain == t.ID })
}
