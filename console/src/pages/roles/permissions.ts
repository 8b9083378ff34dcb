import type { Permission } from '@contract'

/**
 * The catalogue of permissions by what they are about, in the order of the policy. What stands under `reseller` means
 * something for the reseller alone: a customer's own roles cannot hold it.
 */
export const groups = {
  organization: {
    reseller: true,
    permissions: ['ORGANIZATION_READ', 'ORGANIZATION_CREATE', 'ORGANIZATION_UPDATE', 'ORGANIZATION_SUSPEND', 'ORGANIZATION_DELETE', 'ORGANIZATION_EXPORT'],
  },
  entitlement: {
    reseller: true,
    permissions: [
      'ORGANIZATION_FEATURE_READ',
      'ORGANIZATION_FEATURE_SET',
      'ORGANIZATION_SEAT_READ',
      'ORGANIZATION_SEAT_SET',
      'ORGANIZATION_CREDIT_READ',
      'ORGANIZATION_CREDIT_ADJUST',
      'ORGANIZATION_CREDIT_USE',
    ],
  },
  entry: {
    reseller: true,
    permissions: ['ORGANIZATION_SSO_TOKEN_REVEAL', 'ORGANIZATION_SSO_TOKEN_ROTATE', 'LOGIN_AS_CLIENT', 'LOGIN_AS_PARTNER'],
  },
  business: {
    reseller: true,
    permissions: [
      'SUBSCRIPTION_READ',
      'SUBSCRIPTION_MANAGE',
      'BILLING_READ',
      'BILLING_MANAGE',
      'BRANDING_READ',
      'BRANDING_MANAGE',
      'CUSTOM_MODEL_READ',
      'CUSTOM_MODEL_MANAGE',
      'USAGE_READ',
      'USAGE_RECORD',
      'REPORT_READ',
      'REPORT_MANAGE',
    ],
  },
  staff: {
    reseller: true,
    permissions: [
      'RESELLER_USER_READ',
      'RESELLER_USER_INVITE',
      'RESELLER_USER_UPDATE',
      'RESELLER_USER_ASSIGN_ROLE',
      'RESELLER_USER_SUSPEND',
      'RESELLER_USER_REACTIVATE',
      'RESELLER_USER_DELETE',
      'RESELLER_USER_EXPORT',
      'RESELLER_USER_SEND_ACTIVATION',
      'RESELLER_USER_RESET_TWO_FACTOR',
    ],
  },
  integration: {
    reseller: true,
    permissions: [
      'STORAGE_ACCOUNT_READ',
      'STORAGE_ACCOUNT_CREATE',
      'STORAGE_ACCOUNT_MANAGE',
      'WEBHOOK_READ',
      'WEBHOOK_MANAGE',
      'WEBHOOK_REDELIVER',
      'API_SERVICE_CONFIGURE',
      'API_CREDENTIAL_READ',
      'API_CREDENTIAL_MANAGE',
    ],
  },
  status: { reseller: true, permissions: ['SERVICE_STATUS_SUBSCRIBE', 'SERVICE_STATUS_MANAGE', 'PORTAL_RESELLER_LOGIN'] },
  portal: {
    reseller: false,
    permissions: ['PORTAL_CUSTOMER_LOGIN', 'PORTAL_TENANT_ADMIN_LOGIN', 'PORTAL_OPERATIONS_LOGIN', 'PORTAL_AGENT_DESKTOP_LOGIN'],
  },
  invitation: { reseller: false, permissions: ['INVITATION_READ', 'INVITATION_CREATE', 'INVITATION_RESEND', 'INVITATION_REVOKE'] },
  oversight: { reseller: false, permissions: ['AUDIT_READ', 'AUDIT_EXPORT', 'MAIL_READ', 'MAIL_RESEND', 'ROLE_READ', 'ROLE_MANAGE', 'LOGIN_AS_CONSENT'] },
  tenant: {
    reseller: false,
    permissions: [
      'TENANT_USER_READ',
      'TENANT_USER_CREATE',
      'TENANT_USER_UPDATE',
      'TENANT_USER_ASSIGN_ROLE',
      'TENANT_USER_RESET_PASSWORD',
      'TENANT_USER_RESET_TWO_FACTOR',
      'TENANT_USER_SUSPEND',
      'TENANT_USER_REACTIVATE',
      'TENANT_USER_DELETE',
      'TENANT_USER_EXPORT',
    ],
  },
  work: {
    reseller: false,
    permissions: [
      'BOT_READ',
      'BOT_CREATE',
      'BOT_MANAGE',
      'AGENT_MONITOR',
      'CONVERSATION_READ',
      'CONVERSATION_MONITOR',
      'CONVERSATION_HANDLE',
      'ANALYTICS_READ',
      'TENANT_REPORT_READ',
    ],
  },
  member: {
    reseller: false,
    permissions: ['MEMBER_READ', 'MEMBER_INVITE', 'MEMBER_UPDATE', 'MEMBER_DEACTIVATE', 'MEMBER_REACTIVATE', 'MEMBER_REMOVE', 'MEMBER_RESET_TWO_FACTOR'],
  },
  module: {
    reseller: false,
    permissions: ['MODULE_PRICING_ACCESS', 'MODULE_PAYMENT_ACCESS', 'MODULE_USER_MANAGEMENT_ACCESS', 'MODULE_ACCESS'],
  },
  subAccount: { reseller: false, permissions: ['SUB_ACCOUNT_READ', 'SUB_ACCOUNT_ACCESS', 'SUB_ACCOUNT_ASSIGN'] },
} as const satisfies Record<string, { reseller: boolean; permissions: readonly Permission[] }>

export type Group = keyof typeof groups
export const groupNames = Object.keys(groups) as Group[]
export const permissionsOf = (group: Group): readonly Permission[] => groups[group].permissions

/** Every permission there is; a new one that stands in no group does not compile. */
type Listed = (typeof groups)[Group]['permissions'][number]
const complete: [Exclude<Permission, Listed>] extends [never] ? true : never = true
export const allPermissions: readonly Permission[] = complete ? groupNames.flatMap(permissionsOf) : []

/** May be given whatever the giver holds: behind each door every room is still guarded. */
const doors: Permission[] = ['SERVICE_STATUS_SUBSCRIBE', 'PORTAL_CUSTOMER_LOGIN', 'PORTAL_TENANT_ADMIN_LOGIN', 'PORTAL_OPERATIONS_LOGIN', 'PORTAL_AGENT_DESKTOP_LOGIN']
/** The work of a tenant, which whoever makes a tenant's users may give without doing it. */
const everyday: Permission[] = [...groups.work.permissions, 'LOGIN_AS_CONSENT']

export type Bar = 'lacking' | 'resellerOnly'

/**
 * Why the author cannot put a permission into a role of an organization; undefined when it is free to give. The server
 * decides; this says beforehand what it would answer.
 */
export function barred(permission: Permission, author: { permissions: readonly Permission[]; staff: boolean }, ofReseller: boolean): Bar | undefined {
  const group = groupNames.find((one) => permissionsOf(one).includes(permission))
  if (!ofReseller && group && groups[group].reseller) return 'resellerOnly'
  if (author.permissions.includes(permission) || doors.includes(permission)) return undefined
  if (permission === 'PORTAL_RESELLER_LOGIN' && author.staff) return undefined
  if (everyday.includes(permission) && author.permissions.includes('TENANT_USER_CREATE')) return undefined
  return 'lacking'
}
