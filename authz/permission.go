package authz

import (
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
)

// Permission is one action on one resource: the smallest thing a role can
// grant. The zero value is no permission at all. Values are stable within one
// build only; store and send the name.
type Permission uint8

// The catalogue. Each constant is described by Permission.Description.
const (
	_ Permission = iota

	// Customer accounts and what belongs to them.
	OrganizationRead
	OrganizationCreate
	OrganizationUpdate
	OrganizationSuspend
	OrganizationDelete
	OrganizationExport
	OrganizationFeatureRead
	OrganizationFeatureSet
	OrganizationSeatRead
	OrganizationSeatSet
	OrganizationCreditRead
	OrganizationCreditAdjust
	OrganizationCreditUse
	OrganizationSsoTokenReveal
	OrganizationSsoTokenRotate
	LoginAsClient
	LoginAsPartner

	// Business of the reseller.
	SubscriptionRead
	SubscriptionManage
	BillingRead
	BillingManage
	BrandingRead
	BrandingManage
	CustomModelRead
	CustomModelManage
	UsageRead
	UsageRecord
	ReportRead
	ReportManage

	// The reseller's own staff.
	ResellerUserRead
	ResellerUserInvite
	ResellerUserUpdate
	ResellerUserAssignRole
	ResellerUserSuspend
	ResellerUserReactivate
	ResellerUserDelete
	ResellerUserExport
	ResellerUserSendActivation
	ResellerUserResetTwoFactor

	// Integrations and storage.
	StorageAccountRead
	StorageAccountCreate
	StorageAccountManage
	WebhookRead
	WebhookManage
	WebhookRedeliver
	ApiServiceConfigure
	ApiCredentialRead
	ApiCredentialManage
	ServiceStatusSubscribe
	ServiceStatusManage

	// Doors, and what every tenant has.
	PortalResellerLogin
	PortalCustomerLogin
	PortalTenantAdminLogin
	PortalOperationsLogin
	PortalAgentDesktopLogin
	InvitationRead
	InvitationCreate
	InvitationResend
	InvitationRevoke
	AuditRead
	AuditExport
	MailRead
	MailResend
	RoleRead
	RoleManage

	// Work inside a tenant.
	TenantUserRead
	TenantUserCreate
	TenantUserUpdate
	TenantUserAssignRole
	TenantUserResetPassword
	TenantUserResetTwoFactor
	TenantUserSuspend
	TenantUserReactivate
	TenantUserDelete
	TenantUserExport
	BotRead
	BotCreate
	BotManage
	AgentMonitor
	ConversationRead
	ConversationMonitor
	ConversationHandle
	AnalyticsRead
	TenantReportRead

	// Members of a client account.
	MemberRead
	MemberInvite
	MemberUpdate
	MemberDeactivate
	MemberReactivate
	MemberRemove
	MemberResetTwoFactor
	ModulePricingAccess
	ModulePaymentAccess
	ModuleUserManagementAccess
	ModuleOtherAccess
	SubAccountRead
	SubAccountAccess
	SubAccountAssign
	LoginAsConsent

	permissionEnd // one past the last; must stay within the bits of Set
)

// Valid reports whether p is a permission of the catalogue.
func (p Permission) Valid() bool { return p > 0 && p < permissionEnd }

// Resource is the thing acted upon, such as "organization.feature".
func (p Permission) Resource() string { return p.entry().resource }

// Action is the verb, such as "read".
func (p Permission) Action() string { return p.entry().action }

// Description is one short sentence for people.
func (p Permission) Description() string { return p.entry().description }

// String is the form of the policy: "organization:read".
func (p Permission) String() string {
	if !p.Valid() {
		return "permission(" + strconv.Itoa(int(p)) + ")"
	}
	e := p.entry()
	return e.resource + ":" + e.action
}

// Name is the value of the GraphQL enum: "ORGANIZATION_SSO_TOKEN_REVEAL".
// It is empty for a value outside the catalogue.
func (p Permission) Name() string {
	if !p.Valid() {
		return ""
	}
	_, names := named()
	return names[p]
}

func (p Permission) makeName() string {
	e := p.entry()
	return strings.ToUpper(strings.ReplaceAll(e.resource, ".", "_") + "_" + e.action)
}

// Permissions lists the whole catalogue in its order.
func Permissions() []Permission {
	list := make([]Permission, 0, permissionEnd-1)
	for p := Permission(1); p < permissionEnd; p++ {
		list = append(list, p)
	}
	return list
}

// named finds permissions by name. Names are put together from the catalogue,
// so they are made once: every guarded field of the API is looked up here.
var named = sync.OnceValues(func() (byName map[string]Permission, names [permissionEnd]string) {
	byName = make(map[string]Permission, permissionEnd)
	for p := Permission(1); p < permissionEnd; p++ {
		names[p] = p.makeName()
		byName[names[p]] = p
	}
	return byName, names
})

// ParseName is the inverse of Permission.Name.
func ParseName(name string) (Permission, error) {
	byName, _ := named()
	if p, ok := byName[name]; ok {
		return p, nil
	}
	return 0, fmt.Errorf("authz: %q is not a permission", name)
}

// Parse is the inverse of Permission.String.
func Parse(s string) (Permission, error) {
	resource, action, _ := strings.Cut(s, ":")
	for p := Permission(1); p < permissionEnd; p++ {
		if e := p.entry(); e.resource == resource && e.action == action {
			return p, nil
		}
	}
	return 0, fmt.Errorf("authz: %q is not a permission", s)
}

// MarshalGQL writes the enum value; gqlgen calls it.
func (p Permission) MarshalGQL(w io.Writer) { writeEnum(w, p.Name()) }

// UnmarshalGQL reads the enum value; gqlgen calls it.
func (p *Permission) UnmarshalGQL(v any) error {
	s, ok := v.(string)
	if !ok {
		return fmt.Errorf("authz: a permission is an enum value, not %T", v)
	}
	parsed, err := ParseName(s)
	if err != nil {
		return err
	}
	*p = parsed
	return nil
}
