package authz

// entry is what the catalogue knows about one permission.
type entry struct{ resource, action, description string }

// entry is the catalogue's row of p; the empty row outside the catalogue.
func (p Permission) entry() entry {
	if !p.Valid() {
		return entry{}
	}
	return catalogue[p]
}

// catalogue is never written to. Array indices tie each row to its constant, so
// a constant without a row shows as an empty description in the tests.
var catalogue = [permissionEnd]entry{
	OrganizationRead:           {"organization", "read", "See organizations and their company information."},
	OrganizationCreate:         {"organization", "create", "Open customer accounts and sub-accounts."},
	OrganizationUpdate:         {"organization", "update", "Change the details of an organization."},
	OrganizationSuspend:        {"organization", "suspend", "Suspend an organization or lift its suspension."},
	OrganizationDelete:         {"organization", "delete", "Delete an organization."},
	OrganizationExport:         {"organization", "export", "Export the list of organizations."},
	OrganizationFeatureRead:    {"organization.feature", "read", "See which features an organization has."},
	OrganizationFeatureSet:     {"organization.feature", "set", "Switch features of an organization on and off."},
	OrganizationSeatRead:       {"organization.seat", "read", "See the seats of an organization."},
	OrganizationSeatSet:        {"organization.seat", "set", "Set the number of seats of an organization."},
	OrganizationCreditRead:     {"organization.credit", "read", "See the communication credits of an organization."},
	OrganizationCreditAdjust:   {"organization.credit", "adjust", "Add or correct communication credits."},
	OrganizationSsoTokenReveal: {"organization.sso_token", "reveal", "Reveal the single sign-on token of an organization."},
	OrganizationSsoTokenRotate: {"organization.sso_token", "rotate", "Replace the single sign-on token of an organization."},
	LoginAsClient:              {"login_as", "client", "Enter a customer's portal as the customer sees it."},
	LoginAsPartner:             {"login_as", "partner", "Enter a customer's portal including its hidden parts."},

	SubscriptionRead:   {"subscription", "read", "See subscriptions."},
	SubscriptionManage: {"subscription", "manage", "Create, change and end subscriptions."},
	BillingRead:        {"billing", "read", "See billing accounts and invoices."},
	BillingManage:      {"billing", "manage", "Change billing accounts and the reseller's own company record."},
	BrandingRead:       {"branding", "read", "See the branding of the portals."},
	BrandingManage:     {"branding", "manage", "Change the branding of the portals."},
	CustomModelRead:    {"custom_model", "read", "See custom models."},
	CustomModelManage:  {"custom_model", "manage", "Create, change and remove custom models."},
	UsageRead:          {"usage", "read", "See usage data."},
	ReportRead:         {"report", "read", "See the reseller's reports."},

	ResellerUserRead:           {"reseller_user", "read", "See the reseller's internal users."},
	ResellerUserInvite:         {"reseller_user", "invite", "Invite internal users."},
	ResellerUserUpdate:         {"reseller_user", "update", "Change the details of internal users."},
	ResellerUserAssignRole:     {"reseller_user", "assign_role", "Change the roles of internal users."},
	ResellerUserSuspend:        {"reseller_user", "suspend", "Suspend internal users."},
	ResellerUserReactivate:     {"reseller_user", "reactivate", "Reactivate internal users."},
	ResellerUserDelete:         {"reseller_user", "delete", "Delete internal users for good."},
	ResellerUserExport:         {"reseller_user", "export", "Export the list of internal users."},
	ResellerUserSendActivation: {"reseller_user", "send_activation", "Send the activation mail to internal users again."},
	ResellerUserResetTwoFactor: {"reseller_user", "reset_two_factor", "Remove the second factors of internal users."},

	StorageAccountRead:     {"storage_account", "read", "See storage accounts."},
	StorageAccountCreate:   {"storage_account", "create", "Create storage accounts."},
	StorageAccountManage:   {"storage_account", "manage", "Change and remove storage accounts."},
	WebhookRead:            {"webhook", "read", "See webhook endpoints and deliveries."},
	WebhookManage:          {"webhook", "manage", "Create, change and remove webhook endpoints."},
	WebhookRedeliver:       {"webhook", "redeliver", "Send a webhook delivery again."},
	ApiServiceConfigure:    {"api_service", "configure", "Configure the API service."},
	ApiCredentialRead:      {"api_credential", "read", "See API credentials, never their secret."},
	ApiCredentialManage:    {"api_credential", "manage", "Create and revoke API credentials."},
	ServiceStatusSubscribe: {"service_status", "subscribe", "Receive platform status updates and release notes."},

	PortalResellerLogin:     {"portal.reseller", "login", "Sign in to the reseller portal."},
	PortalCustomerLogin:     {"portal.customer", "login", "Sign in to the customer portal."},
	PortalTenantAdminLogin:  {"portal.tenant_admin", "login", "Sign in to the tenant administration portal."},
	PortalOperationsLogin:   {"portal.operations", "login", "Sign in to the operations portal."},
	PortalAgentDesktopLogin: {"portal.agent_desktop", "login", "Sign in to the agent desktop."},
	InvitationRead:          {"invitation", "read", "See invitations."},
	InvitationCreate:        {"invitation", "create", "Invite people."},
	InvitationResend:        {"invitation", "resend", "Send an invitation again."},
	InvitationRevoke:        {"invitation", "revoke", "Withdraw an invitation."},
	AuditRead:               {"audit", "read", "Read the audit log."},
	AuditExport:             {"audit", "export", "Export the audit log."},
	MailRead:                {"mail", "read", "See mails that could not be delivered."},
	MailResend:              {"mail", "resend", "Send mails again that could not be delivered."},
	RoleRead:                {"role", "read", "See roles and what they permit."},
	RoleManage:              {"role", "manage", "Create, change and remove custom roles."},

	TenantUserRead:           {"tenant_user", "read", "See the users of a tenant."},
	TenantUserCreate:         {"tenant_user", "create", "Create users in a tenant."},
	TenantUserUpdate:         {"tenant_user", "update", "Change the details of a tenant's users."},
	TenantUserAssignRole:     {"tenant_user", "assign_role", "Change the roles of a tenant's users."},
	TenantUserResetPassword:  {"tenant_user", "reset_password", "Give a tenant's user a temporary password."},
	TenantUserResetTwoFactor: {"tenant_user", "reset_two_factor", "Remove the second factors of a tenant's user."},
	TenantUserSuspend:        {"tenant_user", "suspend", "Suspend users of a tenant."},
	TenantUserReactivate:     {"tenant_user", "reactivate", "Reactivate users of a tenant."},
	TenantUserDelete:         {"tenant_user", "delete", "Delete users of a tenant for good."},
	TenantUserExport:         {"tenant_user", "export", "Export the user list of a tenant."},
	BotRead:                  {"bot", "read", "See bots."},
	BotCreate:                {"bot", "create", "Create bots."},
	BotManage:                {"bot", "manage", "Change and remove bots."},
	AgentMonitor:             {"agent", "monitor", "Watch agents at work."},
	ConversationRead:         {"conversation", "read", "Read conversations."},
	ConversationMonitor:      {"conversation", "monitor", "Watch live conversations."},
	ConversationHandle:       {"conversation", "handle", "Take part in live conversations."},
	AnalyticsRead:            {"analytics", "read", "See analytics."},
	TenantReportRead:         {"tenant_report", "read", "See the reports of a tenant."},

	MemberRead:                 {"member", "read", "See the members of an account."},
	MemberInvite:               {"member", "invite", "Invite members to an account."},
	MemberUpdate:               {"member", "update", "Change a member's details, modules and sub-accounts."},
	MemberDeactivate:           {"member", "deactivate", "Block a member in an account."},
	MemberReactivate:           {"member", "reactivate", "Let a blocked member back in."},
	MemberRemove:               {"member", "remove", "Remove a member from an account."},
	MemberResetTwoFactor:       {"member", "reset_two_factor", "Remove the second factors of a member."},
	ModulePricingAccess:        {"module.pricing", "access", "Open the pricing module."},
	ModulePaymentAccess:        {"module.payment", "access", "Open the payment module."},
	ModuleUserManagementAccess: {"module.user_management", "access", "Open the user management module."},
	ModuleOtherAccess:          {"module", "access", "Open any other module."},
	SubAccountRead:             {"sub_account", "read", "See the sub-accounts of an account."},
	SubAccountAccess:           {"sub_account", "access", "Work in the sub-accounts of an account."},
	SubAccountAssign:           {"sub_account", "assign", "Give members access to sub-accounts."},
}
