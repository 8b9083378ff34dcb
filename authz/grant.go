package authz

import (
	"slices"

	"github.com/google/uuid"
)

// OpensAccounts tells whether the viewer may name the first administrator of a
// customer account without being one, because he opens accounts [002 003]. That
// there is none yet, the caller must know.
func (a *Authorizer) OpensAccounts(v *Viewer, chain ...uuid.UUID) bool {
	return a.Has(v, chain, OrganizationCreate)
}

// GrantVerdict names the roles the viewer may not hand out at an organization
// (chain: itself, account, root), by invitation or by a change of roles; empty
// means all may be given. Nobody gives a permission that is not Grantable to
// him, and an unknown role is given by nobody.
func (a *Authorizer) GrantVerdict(v *Viewer, chain []uuid.UUID, roles []string) (lacking []string) {
	p := a.Policy()
	ceiling := a.Grantable(v, chain...)
	// Whoever administers the members of an account names its administrators,
	// without using each module himself.
	administers := a.Has(v, chain, MemberUpdate)
	for _, role := range roles {
		if role == RoleClientAdmin && administers {
			continue
		}
		if !p.Known(role) || !p.Allowed(role).SubsetOf(ceiling) {
			lacking = append(lacking, role)
		}
	}
	return lacking
}

// Grantable is the ceiling of what the viewer may give at an organization, as a
// role or inside a custom role:
//
//   - everything he holds there;
//   - status news and portal logins: the first is a personal choice nobody
//     else holds on one's behalf, the others open a door behind which every
//     room is still guarded. Were they counted, an administrator of one portal
//     could invite nobody to another. The reseller's door is in the gift of
//     staff only;
//   - with tenant_user:create, the everyday work of a tenant (bots, agents,
//     conversations, figures): document [004] has the tenant's administrator
//     create every type of user without being each of them. So is the account's
//     own word about who may log in to it: staff, who never have it, name a
//     tenant's administrators all the same.
//
// A viewer with no role there may give nothing.
func (a *Authorizer) Grantable(v *Viewer, chain ...uuid.UUID) Set {
	held := a.Permissions(v, chain...)
	if held.Empty() {
		return held
	}
	ceiling := held.With(ServiceStatusSubscribe, PortalCustomerLogin,
		PortalTenantAdminLogin, PortalOperationsLogin, PortalAgentDesktopLogin)
	if v.Staff() {
		ceiling = ceiling.With(PortalResellerLogin)
	}
	if held.Has(TenantUserCreate) {
		ceiling = ceiling.With(BotRead, BotCreate, BotManage, AgentMonitor, ConversationRead,
			ConversationMonitor, ConversationHandle, AnalyticsRead, TenantReportRead, LoginAsConsent)
	}
	return ceiling
}

// Conflicts names the roles that cannot stand beside the others: a reseller
// viewer only reads, so of the permission roles he may have website access and
// status news alone. The policy would deny the rest anyway; refusing them keeps
// a role list from promising what it does not give.
func Conflicts(roles []string) []string {
	if !slices.Contains(roles, RoleResellerViewer) {
		return nil
	}
	var conflicts []string
	for _, role := range SystemRoles() {
		if role.Family == FamilyPermission && role.Key != RoleAccountUser && role.Key != RoleServiceStatus &&
			slices.Contains(roles, role.Key) {
			conflicts = append(conflicts, role.Key)
		}
	}
	return conflicts
}
