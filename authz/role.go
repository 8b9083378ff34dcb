package authz

// Family says on which axis of a user a role sits.
type Family string

// The families of roles.
const (
	FamilyReseller   Family = "RESELLER"   // one fixed role of a staff member
	FamilyPermission Family = "PERMISSION" // any number beside it
	FamilyUserType   Family = "USER_TYPE"  // what a tenant's user is, for life
	FamilyClient     Family = "CLIENT"     // per membership in a client account
	FamilyCustom     Family = "CUSTOM"     // made by a tenant, see CustomRole
)

// Keys of the system roles, as policy.csv writes them.
const (
	RoleResellerAdmin   = "reseller_admin"
	RoleResellerSupport = "reseller_support"
	RoleResellerViewer  = "reseller_viewer"

	RoleAccountUser   = "account.user"
	RoleUserAdmin     = "user.admin"
	RoleServiceStatus = "account.service.status"
	RoleStorageAdmin  = "account.storage.admin"
	RoleBrandingAdmin = "branding.admin"
	RoleCustomerAdmin = "customer.admin"
	RoleOnboarding    = "onboarding.admin"
	RoleWebhooksAdmin = "webhooks.admin"
	RoleTenantAdmin   = "tenant_admin"
	RoleBotAdmin      = "bot_admin"
	RoleSupervisor    = "supervisor"
	RoleAgent         = "agent"
	RoleAnalyst       = "analyst"
	RoleViewer        = "viewer"
	RoleClientAdmin   = "client_admin"
	RoleClientUser    = "client_user"
)

// Role describes a role to people. What it permits is in the policy.
type Role struct {
	Key         string
	UIName      string
	Description string
	Family      Family
}

// SystemRoles lists the roles that come with the product, family by family.
// Names and descriptions of the PERMISSION family are data prescribed by
// document [001] and kept letter by letter, slips included: existing
// installations show these texts.
func SystemRoles() []Role {
	return []Role{
		{RoleResellerAdmin, "Reseller Admin", "Runs the reseller: customers, subscriptions, billing, branding, models, reports and staff.", FamilyReseller},
		{RoleResellerSupport, "Reseller Support", "Looks after customers; cannot change subscriptions or delete organizations.", FamilyReseller},
		{RoleResellerViewer, "Reseller Viewer", "Sees organizations, usage and reports and changes nothing.", FamilyReseller},

		{RoleAccountUser, "Reseller Website Access", "Grants the user access to the reseller web portal.", FamilyPermission},
		{RoleUserAdmin, "Manage Users", "Allows the user manager other Reseller Portal user permissions.", FamilyPermission},
		{RoleServiceStatus, "Status Updates", "Subscribes the user to platform status updates and release notes", FamilyPermission},
		{RoleStorageAdmin, "Storage Administrator", "Allows the user to create and manage storage accounts.", FamilyPermission},
		{RoleBrandingAdmin, "Branding Administrator", "Allows the user to modify the branding for all applicable portals.", FamilyPermission},
		{RoleCustomerAdmin, "Customer Administrator", "Allows the user to create and manage customer accounts.", FamilyPermission},
		{RoleOnboarding, "REST API Administrator", "Allows the user to login into the Reseller Portal.", FamilyPermission},
		{RoleWebhooksAdmin, "Webhook Administrator", "Allows the user to configure the REST API service.", FamilyPermission},

		{RoleTenantAdmin, "Tenant Admin", "Runs the tenant and everyone in it.", FamilyUserType},
		{RoleBotAdmin, "Bot Admin", "Builds and runs bots.", FamilyUserType},
		{RoleSupervisor, "Supervisor", "Watches over agents and their conversations.", FamilyUserType},
		{RoleAgent, "Agent", "Talks to people in live conversations.", FamilyUserType},
		{RoleAnalyst, "Analyst", "Reads analytics and reports and changes nothing.", FamilyUserType},
		{RoleViewer, "Viewer", "Reads across the tenant and changes nothing.", FamilyUserType},

		{RoleClientAdmin, "Client Admin", "Runs a client account, with every module and all of its members.", FamilyClient},
		{RoleClientUser, "Client User", "Uses the modules and sub-accounts the membership gives.", FamilyClient},
	}
}
