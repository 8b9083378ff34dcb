/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Conditions on audit events; all must hold. */
export type AuditEventWhereInput = {
  /** Stable keys of what happened, at most 100. */
  action?: StringFilter | null | undefined;
  /** Who did it. */
  actorId?: IdFilter | null | undefined;
  /** When. */
  occurredAt?: DateTimeFilter | null | undefined;
  /** Organization the target belongs to. */
  organizationId?: IdFilter | null | undefined;
  /** What it was done to. */
  targetId?: IdFilter | null | undefined;
};

/** What a bulk mutation does with the good items when some are refused. */
export type BulkErrorPolicy =
  /** Write nothing. */
  | 'ALL_OR_NOTHING'
  /** Write the good items and report the others. */
  | 'SKIP_FAILED';

/** Access of a member. */
export type ClientAccess =
  /** Every module, and the administration of members. */
  | 'ADMIN'
  /** The modules and sub-accounts that were granted. */
  | 'USER';

/** Compares an instant; several bounds are combined with and. */
export type DateTimeFilter = {
  /** Later than. */
  gt?: string | null | undefined;
  /** Later than or equal to. */
  gte?: string | null | undefined;
  /** True: has no value. False: has one. */
  isNull?: boolean | null | undefined;
  /** Earlier than. */
  lt?: string | null | undefined;
  /** Earlier than or equal to. */
  lte?: string | null | undefined;
};

/** Compares an id. */
export type IdFilter = {
  /** Equal to. */
  eq?: string | null | undefined;
  /** One of these, at most 100. */
  in?: Array<string> | null | undefined;
  /** None of these, at most 100. */
  notIn?: Array<string> | null | undefined;
};

/** What a person gives to accept an invitation. */
export type InvitationAcceptInput = {
  /** Version of the terms that was shown and accepted, from invitationPreview. */
  acceptedTermsVersion: string;
  /** Given name; without it the inviter's spelling stays. */
  firstName?: string | null | undefined;
  /** Family name; without it the inviter's spelling stays. */
  lastName?: string | null | undefined;
  /** Password: at least 10 characters, not a common one and not made of the name or address. */
  password: string;
  /** Token of the link. */
  token: string;
};

/** Things the caller may do to an invitation. */
export type InvitationAction =
  /** invitationResend. */
  | 'RESEND'
  /** invitationRevoke. */
  | 'REVOKE';

/** One person to invite. */
export type InvitationItemInput = {
  /** Administrator or user of the organization; refused for staff. */
  access?: ClientAccess;
  /** Address, at most 200 characters. */
  email: string;
  /** Given name. */
  firstName?: string | null | undefined;
  /** Family name. */
  lastName?: string | null | undefined;
  /** Keys of modules for access USER. PRICING, PAYMENT and USER_MANAGEMENT are for administrators alone. */
  modules?: Array<string> | null | undefined;
  /** Role of staff; the reseller's own organization needs it or roleIds, others refuse it. */
  resellerRole?: ResellerRole | null | undefined;
  /** Further roles: permission roles for staff, custom roles elsewhere. */
  roleIds?: Array<string> | null | undefined;
  /** Sub-accounts of the customer for access USER. */
  subAccountIds?: Array<string> | null | undefined;
  /** Kind of tenant user; refused for staff. It cannot change later. */
  userType?: UserType | null | undefined;
};

/** One term of the order of invitations. */
export type InvitationOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: InvitationOrderField;
};

/** What invitations can be sorted by. */
export type InvitationOrderField =
  /** Created at. */
  | 'CREATED_AT'
  /** Address. */
  | 'EMAIL'
  /** The link stops working at. */
  | 'EXPIRES_AT';

/** States of an invitation. */
export type InvitationStatus =
  /** Accepted; the user is active. */
  | 'ACCEPTED'
  /** Not accepted in time; can be sent again. */
  | 'EXPIRED'
  /** Waits for the person. */
  | 'PENDING'
  /** Withdrawn. */
  | 'REVOKED';

/** Compares the state of an invitation. */
export type InvitationStatusFilter = {
  /** One of these. */
  in?: Array<InvitationStatus> | null | undefined;
  /** None of these. */
  notIn?: Array<InvitationStatus> | null | undefined;
};

/** Conditions on invitations; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type InvitationWhereInput = {
  /** All of these hold. */
  and?: Array<InvitationWhereInput> | null | undefined;
  /** Created at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Address. */
  email?: StringFilter | null | undefined;
  /** The link stops working at. */
  expiresAt?: DateTimeFilter | null | undefined;
  /** Id of the invitation. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: InvitationWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<InvitationWhereInput> | null | undefined;
  /** Organization to join. */
  organizationId?: IdFilter | null | undefined;
  /** State; EXPIRED follows from the clock. */
  status?: InvitationStatusFilter | null | undefined;
};

/** People to invite into one organization. */
export type InvitationsCreateInput = {
  /** True: tell the verdicts and write nothing. */
  dryRun?: boolean;
  /** What happens to the others when some are refused. */
  errorPolicy?: BulkErrorPolicy;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** The people, at most 500. */
  items: Array<InvitationItemInput>;
  /** A few words for the mail, at most 1,000 characters. */
  message?: string | null | undefined;
  /** Organization to join: the reseller's own for staff. */
  organizationId: string;
};

/** What became of one address. */
export type InviteOutcome =
  /** Invited, or with dryRun: would be. */
  | 'INVITED'
  /** Good, but not written because errorPolicy is ALL_OR_NOTHING and another item failed. */
  | 'NOT_WRITTEN'
  /** Was named before in the same request. */
  | 'REJECTED_DUPLICATE'
  /** The roles are more than the caller holds, cannot be combined or do not fit the organization. */
  | 'REJECTED_FORBIDDEN_ROLE'
  /** Is not an e-mail address, or another value of the item is wrong. */
  | 'REJECTED_INVALID_EMAIL'
  /** No seat is left. */
  | 'REJECTED_SEAT_LIMIT'
  /** Has an open invitation already. */
  | 'SKIPPED_ALREADY_INVITED'
  /** Belongs to a provider of throw-away mailboxes. */
  | 'SKIPPED_DISPOSABLE_EMAIL'
  /** Belongs to a user of the organization already. */
  | 'SKIPPED_EXISTING_USER';

/** States of a membership. */
export type MembershipStatus =
  /** In force. */
  | 'ACTIVE'
  /** Blocked in this organization alone. */
  | 'DEACTIVATED'
  /** Ended; a new invitation can bring the person back. */
  | 'REMOVED';

/** Reasons why a mutation refuses. New values can appear in a minor release. */
export type MutationErrorCode =
  /** The account is suspended. Only told to someone who knows the password. */
  | 'ACCOUNT_SUSPENDED'
  /** The address already has an open invitation. */
  | 'ALREADY_INVITED'
  /** The address already belongs to a user of this organization. */
  | 'ALREADY_MEMBER'
  /** Another change is in the way. */
  | 'CONFLICT'
  /** The address belongs to a provider of throw-away mailboxes. */
  | 'DISPOSABLE_EMAIL'
  /** The same value was sent twice in one request. */
  | 'DUPLICATE'
  /** The link or grant is no longer valid. */
  | 'EXPIRED'
  /** The policy refuses this for the record, though not in general. */
  | 'FORBIDDEN'
  /** The idempotency key was used with other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The value cannot change after creation. */
  | 'IMMUTABLE'
  /** A value has the wrong form. */
  | 'INVALID'
  /** E-mail address and password do not match an account that may sign in. */
  | 'INVALID_CREDENTIALS'
  /** The account would lose its last administrator. */
  | 'LAST_ADMIN'
  /** A limit other than seats is reached. */
  | 'LIMIT_REACHED'
  /** The module is reserved for administrators. */
  | 'MODULE_ADMIN_ONLY'
  /** No such record, or none that the caller can see. */
  | 'NOT_FOUND'
  /** A value is missing. */
  | 'REQUIRED'
  /** The roles cannot be combined. */
  | 'ROLE_CONFLICT'
  /** A role holds permissions the caller lacks. */
  | 'ROLE_OUT_OF_SCOPE'
  /** All seats of the account are taken. */
  | 'SEAT_LIMIT_REACHED'
  /** Nobody may do this to themselves. */
  | 'SELF_FORBIDDEN'
  /** The record changed since the version named in expectedVersion. */
  | 'STALE'
  /** The value must be unique and another record has it. */
  | 'TAKEN'
  /** The token is unknown, used or revoked. */
  | 'TOKEN_INVALID'
  /** A text is longer than allowed. */
  | 'TOO_LONG'
  /** The password is too easy to guess. */
  | 'WEAK_PASSWORD'
  /** The record is not in a state that allows this. */
  | 'WRONG_STATE';

/** Direction of a sort term. Nulls stand last in both directions. */
export type OrderDirection =
  /** Smallest, earliest or first letter first. */
  | 'ASC'
  /** Largest, latest or last letter first. */
  | 'DESC';

/** Things the caller may do to an organization. */
export type OrganizationAction =
  /** Close it. */
  | 'DELETE'
  /** Switch features and change seats. */
  | 'FEATURES'
  /** invitationsCreate into it. */
  | 'INVITE'
  /** Unblock it. */
  | 'REACTIVATE'
  /** Block it. */
  | 'SUSPEND'
  /** organizationUpdate. */
  | 'UPDATE';

/** First administrator of a new organization. */
export type OrganizationAdministratorInput = {
  /** Address the invitation goes to. */
  email: string;
  /** Given name. */
  firstName?: string | null | undefined;
  /** Family name. */
  lastName?: string | null | undefined;
};

/** A new customer organization. */
export type OrganizationCreateInput = {
  /** Postal address, at most 500 characters. */
  address?: string | null | undefined;
  /** First administrator, who gets an invitation by mail. */
  administrator?: OrganizationAdministratorInput | null | undefined;
  /** Address of that person, at most 200 characters. */
  contactEmail?: string | null | undefined;
  /** Person to talk to, at most 100 characters. */
  contactName?: string | null | undefined;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Registered name, at most 200 characters. */
  legalName?: string | null | undefined;
  /** Name, at most 100 characters. */
  name: string;
  /** Phone number in E.164 form. */
  phone?: string | null | undefined;
  /** Seats; null means no limit. */
  seatLimit?: number | null | undefined;
  /** Free labels, at most 20 of at most 40 characters. */
  tags?: Array<string> | null | undefined;
};

/** Places in the tree of organizations. */
export type OrganizationKind =
  /** A customer of the reseller. */
  | 'CUSTOMER'
  /** The reseller itself, the root. */
  | 'RESELLER'
  /** A part of a customer. */
  | 'SUB_ACCOUNT';

/** Compares the place in the tree. */
export type OrganizationKindFilter = {
  /** One of these. */
  in?: Array<OrganizationKind> | null | undefined;
  /** None of these. */
  notIn?: Array<OrganizationKind> | null | undefined;
};

/** One term of the order of organizations. */
export type OrganizationOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: OrganizationOrderField;
};

/** What organizations can be sorted by. */
export type OrganizationOrderField =
  /** Added at. */
  | 'CREATED_AT'
  /** Name, without regard to case and accents. */
  | 'NAME'
  /** State: active, suspended. */
  | 'STATUS';

/** States of an organization. */
export type OrganizationStatus =
  /** In use. */
  | 'ACTIVE'
  /** Closed; appears in no list. */
  | 'DELETED'
  /** Blocked with all its users. */
  | 'SUSPENDED';

/** Compares the state of an organization. */
export type OrganizationStatusFilter = {
  /** One of these. */
  in?: Array<OrganizationStatusFilterValue> | null | undefined;
  /** None of these. */
  notIn?: Array<OrganizationStatusFilterValue> | null | undefined;
};

/** States of an organization that a list can be filtered by. */
export type OrganizationStatusFilterValue =
  /** In use. */
  | 'ACTIVE'
  /** Blocked with all its users. */
  | 'SUSPENDED';

/** Changes to an organization; what is left out stays, null clears. */
export type OrganizationUpdateInput = {
  /** Postal address, at most 500 characters. */
  address?: string | null | undefined;
  /** Address of that person, at most 200 characters. */
  contactEmail?: string | null | undefined;
  /** Person to talk to, at most 100 characters. */
  contactName?: string | null | undefined;
  /** Refuse with STALE unless the organization still has this version. */
  expectedVersion?: number | null | undefined;
  /** Registered name, at most 200 characters. */
  legalName?: string | null | undefined;
  /** Name, at most 100 characters. */
  name?: string | null | undefined;
  /** Phone number in E.164 form. */
  phone?: string | null | undefined;
  /** Free labels, at most 20 of at most 40 characters. */
  tags?: Array<string> | null | undefined;
};

/** Conditions on organizations; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type OrganizationWhereInput = {
  /** All of these hold. */
  and?: Array<OrganizationWhereInput> | null | undefined;
  /** Added at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Id of the organization. */
  id?: IdFilter | null | undefined;
  /** Place in the tree. */
  kind?: OrganizationKindFilter | null | undefined;
  /** Name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: OrganizationWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<OrganizationWhereInput> | null | undefined;
  /** Organization directly above. */
  parentId?: IdFilter | null | undefined;
  /** State. */
  status?: OrganizationStatusFilter | null | undefined;
};

/** What a role can allow: an action on a resource. Printed from the policy's catalogue. */
export type Permission =
  /** Watch agents at work. */
  | 'AGENT_MONITOR'
  /** See analytics. */
  | 'ANALYTICS_READ'
  /** Create and revoke API credentials. */
  | 'API_CREDENTIAL_MANAGE'
  /** See API credentials, never their secret. */
  | 'API_CREDENTIAL_READ'
  /** Configure the API service. */
  | 'API_SERVICE_CONFIGURE'
  /** Export the audit log. */
  | 'AUDIT_EXPORT'
  /** Read the audit log. */
  | 'AUDIT_READ'
  /** Change billing accounts and the reseller's own company record. */
  | 'BILLING_MANAGE'
  /** See billing accounts and invoices. */
  | 'BILLING_READ'
  /** Create bots. */
  | 'BOT_CREATE'
  /** Change and remove bots. */
  | 'BOT_MANAGE'
  /** See bots. */
  | 'BOT_READ'
  /** Change the branding of the portals. */
  | 'BRANDING_MANAGE'
  /** See the branding of the portals. */
  | 'BRANDING_READ'
  /** Take part in live conversations. */
  | 'CONVERSATION_HANDLE'
  /** Watch live conversations. */
  | 'CONVERSATION_MONITOR'
  /** Read conversations. */
  | 'CONVERSATION_READ'
  /** Create, change and remove custom models. */
  | 'CUSTOM_MODEL_MANAGE'
  /** See custom models. */
  | 'CUSTOM_MODEL_READ'
  /** Invite people. */
  | 'INVITATION_CREATE'
  /** See invitations. */
  | 'INVITATION_READ'
  /** Send an invitation again. */
  | 'INVITATION_RESEND'
  /** Withdraw an invitation. */
  | 'INVITATION_REVOKE'
  /** Enter a customer's portal as the customer sees it. */
  | 'LOGIN_AS_CLIENT'
  /** Enter a customer's portal including its hidden parts. */
  | 'LOGIN_AS_PARTNER'
  /** Block a member in an account. */
  | 'MEMBER_DEACTIVATE'
  /** Invite members to an account. */
  | 'MEMBER_INVITE'
  /** Let a blocked member back in. */
  | 'MEMBER_REACTIVATE'
  /** See the members of an account. */
  | 'MEMBER_READ'
  /** Remove a member from an account. */
  | 'MEMBER_REMOVE'
  /** Change a member's details, modules and sub-accounts. */
  | 'MEMBER_UPDATE'
  /** Open any other module. */
  | 'MODULE_ACCESS'
  /** Open the payment module. */
  | 'MODULE_PAYMENT_ACCESS'
  /** Open the pricing module. */
  | 'MODULE_PRICING_ACCESS'
  /** Open the user management module. */
  | 'MODULE_USER_MANAGEMENT_ACCESS'
  /** Open customer accounts and sub-accounts. */
  | 'ORGANIZATION_CREATE'
  /** Add or correct communication credits. */
  | 'ORGANIZATION_CREDIT_ADJUST'
  /** See the communication credits of an organization. */
  | 'ORGANIZATION_CREDIT_READ'
  /** Delete an organization. */
  | 'ORGANIZATION_DELETE'
  /** Export the list of organizations. */
  | 'ORGANIZATION_EXPORT'
  /** See which features an organization has. */
  | 'ORGANIZATION_FEATURE_READ'
  /** Switch features of an organization on and off. */
  | 'ORGANIZATION_FEATURE_SET'
  /** See organizations and their company information. */
  | 'ORGANIZATION_READ'
  /** See the seats of an organization. */
  | 'ORGANIZATION_SEAT_READ'
  /** Set the number of seats of an organization. */
  | 'ORGANIZATION_SEAT_SET'
  /** Reveal the single sign-on token of an organization. */
  | 'ORGANIZATION_SSO_TOKEN_REVEAL'
  /** Replace the single sign-on token of an organization. */
  | 'ORGANIZATION_SSO_TOKEN_ROTATE'
  /** Suspend an organization or lift its suspension. */
  | 'ORGANIZATION_SUSPEND'
  /** Change the details of an organization. */
  | 'ORGANIZATION_UPDATE'
  /** Sign in to the agent desktop. */
  | 'PORTAL_AGENT_DESKTOP_LOGIN'
  /** Sign in to the customer portal. */
  | 'PORTAL_CUSTOMER_LOGIN'
  /** Sign in to the operations portal. */
  | 'PORTAL_OPERATIONS_LOGIN'
  /** Sign in to the reseller portal. */
  | 'PORTAL_RESELLER_LOGIN'
  /** Sign in to the tenant administration portal. */
  | 'PORTAL_TENANT_ADMIN_LOGIN'
  /** See the reseller's reports. */
  | 'REPORT_READ'
  /** Change the roles of internal users. */
  | 'RESELLER_USER_ASSIGN_ROLE'
  /** Delete internal users for good. */
  | 'RESELLER_USER_DELETE'
  /** Export the list of internal users. */
  | 'RESELLER_USER_EXPORT'
  /** Invite internal users. */
  | 'RESELLER_USER_INVITE'
  /** Reactivate internal users. */
  | 'RESELLER_USER_REACTIVATE'
  /** See the reseller's internal users. */
  | 'RESELLER_USER_READ'
  /** Send the activation mail to internal users again. */
  | 'RESELLER_USER_SEND_ACTIVATION'
  /** Suspend internal users. */
  | 'RESELLER_USER_SUSPEND'
  /** Change the details of internal users. */
  | 'RESELLER_USER_UPDATE'
  /** Create, change and remove custom roles. */
  | 'ROLE_MANAGE'
  /** See roles and what they permit. */
  | 'ROLE_READ'
  /** Receive platform status updates and release notes. */
  | 'SERVICE_STATUS_SUBSCRIBE'
  /** Create storage accounts. */
  | 'STORAGE_ACCOUNT_CREATE'
  /** Change and remove storage accounts. */
  | 'STORAGE_ACCOUNT_MANAGE'
  /** See storage accounts. */
  | 'STORAGE_ACCOUNT_READ'
  /** Create, change and end subscriptions. */
  | 'SUBSCRIPTION_MANAGE'
  /** See subscriptions. */
  | 'SUBSCRIPTION_READ'
  /** Work in the sub-accounts of an account. */
  | 'SUB_ACCOUNT_ACCESS'
  /** Give members access to sub-accounts. */
  | 'SUB_ACCOUNT_ASSIGN'
  /** See the sub-accounts of an account. */
  | 'SUB_ACCOUNT_READ'
  /** See the reports of a tenant. */
  | 'TENANT_REPORT_READ'
  /** Change the roles of a tenant's users. */
  | 'TENANT_USER_ASSIGN_ROLE'
  /** Create users in a tenant. */
  | 'TENANT_USER_CREATE'
  /** Delete users of a tenant for good. */
  | 'TENANT_USER_DELETE'
  /** Export the user list of a tenant. */
  | 'TENANT_USER_EXPORT'
  /** Reactivate users of a tenant. */
  | 'TENANT_USER_REACTIVATE'
  /** See the users of a tenant. */
  | 'TENANT_USER_READ'
  /** Give a tenant's user a temporary password. */
  | 'TENANT_USER_RESET_PASSWORD'
  /** Suspend users of a tenant. */
  | 'TENANT_USER_SUSPEND'
  /** Change the details of a tenant's users. */
  | 'TENANT_USER_UPDATE'
  /** See usage data. */
  | 'USAGE_READ'
  /** Create, change and remove webhook endpoints. */
  | 'WEBHOOK_MANAGE'
  /** See webhook endpoints and deliveries. */
  | 'WEBHOOK_READ'
  /** Send a webhook delivery again. */
  | 'WEBHOOK_REDELIVER';

/** Roles of a reseller's staff. */
export type ResellerRole =
  /** Full administrative access. */
  | 'RESELLER_ADMIN'
  /** Sees organizations and usage and helps customers; cannot change subscriptions or delete organizations. */
  | 'RESELLER_SUPPORT'
  /** Reads organizations, usage and reports, and nothing else. */
  | 'RESELLER_VIEWER';

/** Compares the role of staff; users without one match notIn. */
export type ResellerRoleFilter = {
  /** One of these. */
  in?: Array<ResellerRole> | null | undefined;
  /** None of these. */
  notIn?: Array<ResellerRole> | null | undefined;
};

/** Families of roles. */
export type RoleFamily =
  /** Access of members. */
  | 'CLIENT'
  /** Made by an administrator. */
  | 'CUSTOM'
  /** Permission roles of a reseller's staff. */
  | 'PERMISSION'
  /** Roles of a reseller's staff. */
  | 'RESELLER'
  /** Kinds of tenant users. */
  | 'USER_TYPE';

/** Kinds of further proof at sign-in. */
export type SessionChallengeKind =
  /** The temporary password must be replaced first. */
  | 'PASSWORD_CHANGE'
  /** A code from an authenticator app. */
  | 'TOTP';

/** Credentials for signing in. */
export type SessionCreateInput = {
  /** True: return a bearer token and set no cookie. */
  bearer?: boolean;
  /** Address of the account; case does not matter. */
  email: string;
  /** Id of the organization, for a person whose address has accounts in several. Without it the account used last is meant. */
  organization?: string | null | undefined;
  /** Password of the account. */
  password: string;
};

/** Compares a text without regard to case. */
export type StringFilter = {
  /** Contains. */
  contains?: string | null | undefined;
  /** Equal to. */
  eq?: string | null | undefined;
  /** Equal to one of these, at most 100. */
  in?: Array<string> | null | undefined;
  /** Begins with. */
  startsWith?: string | null | undefined;
};

/** Reasons for suspending a user. */
export type SuspensionMotive =
  /** The person is away for some time. */
  | 'ON_LEAVE'
  /** Something else; see the reason. */
  | 'OTHER'
  /** A matter is being looked into. */
  | 'PENDING_INVESTIGATION'
  /** The account may be misused. */
  | 'SECURITY_CONCERN'
  /** A temporary contract paused or ended. */
  | 'TEMPORARY_CONTRACTOR';

/** Things the caller may do to a user. */
export type UserAction =
  /** Change the roles. */
  | 'CHANGE_ROLE'
  /** userDelete. */
  | 'DELETE'
  /** userReactivate. */
  | 'REACTIVATE'
  /** Set a new password. */
  | 'RESET_PASSWORD'
  /** Send the activation mail again. */
  | 'SEND_ACTIVATION'
  /** userSuspend. */
  | 'SUSPEND'
  /** userUpdate. */
  | 'UPDATE';

/** Confirmation for removing a user. */
export type UserDeleteInput = {
  /** The user's e-mail address, typed once more. */
  confirmEmail: string;
  /** Refuse with STALE unless the user still has this version. */
  expectedVersion?: number | null | undefined;
  /** Reason in words, for the audit log, at most 500 characters. */
  reason?: string | null | undefined;
};

/** One term of the order of users. */
export type UserOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: UserOrderField;
};

/** What users can be sorted by. */
export type UserOrderField =
  /** Added at. */
  | 'CREATED_AT'
  /** Full name, without regard to case and accents. */
  | 'DISPLAY_NAME'
  /** Address. */
  | 'EMAIL'
  /** Last request. */
  | 'LAST_ACTIVITY_AT'
  /** Last sign-in. */
  | 'LAST_LOGIN_AT'
  /** Main role, the most powerful first. */
  | 'ROLE'
  /** State: active, pending, suspended. */
  | 'STATUS';

/** Guard for reactivating a user. */
export type UserReactivateInput = {
  /** Refuse with STALE unless the user still has this version. */
  expectedVersion?: number | null | undefined;
};

/** States of a user's account. */
export type UserStatus =
  /** Can sign in. */
  | 'ACTIVE'
  /** Removed for good; appears in no list. */
  | 'DELETED'
  /** Invited, not activated yet; cannot sign in. */
  | 'PENDING'
  /** Blocked from every portal; can be reactivated. */
  | 'SUSPENDED';

/** Compares the state of a user. */
export type UserStatusFilter = {
  /** One of these. */
  in?: Array<UserStatusFilterValue> | null | undefined;
  /** None of these. */
  notIn?: Array<UserStatusFilterValue> | null | undefined;
};

/** States of a user's account that a list can be filtered by. */
export type UserStatusFilterValue =
  /** Can sign in. */
  | 'ACTIVE'
  /** Invited, not activated yet. */
  | 'PENDING'
  /** Blocked. */
  | 'SUSPENDED';

/** Reason for suspending a user. */
export type UserSuspendInput = {
  /** Refuse with STALE unless the user still has this version. */
  expectedVersion?: number | null | undefined;
  /** Reason of the list. */
  motive?: SuspensionMotive | null | undefined;
  /** Reason in words, at most 500 characters; the user reads it in the mail. */
  reason?: string | null | undefined;
};

/** Kinds of tenant users, fixed at creation. */
export type UserType =
  /** Handles conversations. */
  | 'AGENT'
  /** Reads analytics and reports. */
  | 'ANALYST'
  /** Creates and manages bots. */
  | 'BOT_ADMIN'
  /** Watches agents and conversations. */
  | 'SUPERVISOR'
  /** Administers the users of the tenant. */
  | 'TENANT_ADMIN'
  /** Reads everything of the tenant, changes nothing. */
  | 'VIEWER';

/** Compares the kind of tenant user; users without one match notIn. */
export type UserTypeFilter = {
  /** One of these. */
  in?: Array<UserType> | null | undefined;
  /** None of these. */
  notIn?: Array<UserType> | null | undefined;
};

/** Changes to a profile; what is left out stays, null clears. */
export type UserUpdateInput = {
  /** Full name, at most 100 characters; null makes it from the given and family name. */
  displayName?: string | null | undefined;
  /** Refuse with STALE unless the user still has this version. */
  expectedVersion?: number | null | undefined;
  /** Identifier in the customer's own system, unique in the organization, at most 200 characters. */
  externalId?: string | null | undefined;
  /** Given name, at most 100 characters. */
  firstName?: string | null | undefined;
  /** Family name, at most 100 characters. */
  lastName?: string | null | undefined;
  /** Language, a BCP 47 tag. */
  locale?: string | null | undefined;
  /** Phone number in E.164 form, such as +4930901820. */
  phone?: string | null | undefined;
  /** Time zone, as in the IANA database. */
  timezone?: string | null | undefined;
};

/** Conditions on users; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type UserWhereInput = {
  /** All of these hold. */
  and?: Array<UserWhereInput> | null | undefined;
  /** Added at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Full name. */
  displayName?: StringFilter | null | undefined;
  /** Address. */
  email?: StringFilter | null | undefined;
  /** Identifier in the customer's own system. Here upper and lower case differ. */
  externalId?: StringFilter | null | undefined;
  /** Id of the user. */
  id?: IdFilter | null | undefined;
  /** Last request. */
  lastActivityAt?: DateTimeFilter | null | undefined;
  /** Last sign-in. */
  lastLoginAt?: DateTimeFilter | null | undefined;
  /** This does not hold. */
  not?: UserWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<UserWhereInput> | null | undefined;
  /** Home organization. */
  organizationId?: IdFilter | null | undefined;
  /** Role of staff. */
  resellerRole?: ResellerRoleFilter | null | undefined;
  /** Role held, built-in or custom: one of those that User.roles shows. */
  roleId?: IdFilter | null | undefined;
  /** State. */
  status?: UserStatusFilter | null | undefined;
  /** Kind of tenant user. */
  userType?: UserTypeFilter | null | undefined;
};

export type AuditEventsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: AuditEventWhereInput | null | undefined;
}>;


export type AuditEventsQuery = { auditEvents: { __typename: 'AuditEventConnection', nodes: Array<{ __typename: 'AuditEvent', id: string, occurredAt: string, action: string, reason: string | null, requestId: string, actor: { __typename: 'AuditActor', userId: string | null, displayName: string, email: string } | null, onBehalfOf: { __typename: 'AuditActor', userId: string | null, displayName: string, email: string } | null, target: { __typename: 'AuditTarget', typeName: string, targetId: string | null, displayName: string }, organization: { __typename: 'Organization', id: string, name: string } | null, changes: Array<{ __typename: 'AuditChange', field: string, before: string | null, after: string | null }> }>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type InvitationAcceptMutationVariables = Exact<{
  input: InvitationAcceptInput;
}>;


export type InvitationAcceptMutation = { invitationAccept: { __typename: 'InvitationAcceptPayload', userId: string | null, email: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type InvitationPreviewQueryVariables = Exact<{
  token: string;
}>;


export type InvitationPreviewQuery = { invitationPreview: { __typename: 'InvitationPreview', maskedEmail: string, organizationName: string, firstName: string, lastName: string, expiresAt: string, status: InvitationStatus, termsVersion: string } | null };

export type InvitationResendMutationVariables = Exact<{
  id: string;
}>;


export type InvitationResendMutation = { invitationResend: { __typename: 'InvitationPayload', invitation: (
      { __typename: 'Invitation' }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type InvitationRevokeMutationVariables = Exact<{
  id: string;
}>;


export type InvitationRevokeMutation = { invitationRevoke: { __typename: 'InvitationPayload', invitation: (
      { __typename: 'Invitation' }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type InvitationRowFragment = { __typename: 'Invitation', id: string, email: string, status: InvitationStatus, expiresAt: string, lastSentAt: string, sendCount: number, createdAt: string, viewerActions: Array<InvitationAction>, organization: { __typename: 'Organization', id: string, name: string }, inviter: { __typename: 'User', id: string, displayName: string } | null } & { ' $fragmentName'?: 'InvitationRowFragment' };

export type InvitationsCreateMutationVariables = Exact<{
  input: InvitationsCreateInput;
}>;


export type InvitationsCreateMutation = { invitationsCreate: { __typename: 'InvitationsCreatePayload', results: Array<{ __typename: 'InvitationResult', email: string, outcome: InviteOutcome, invitation: (
        { __typename: 'Invitation' }
        & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
      ) | null, errors: Array<(
        { __typename: 'MutationError' }
        & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
      )> }>, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type InvitationsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  where?: InvitationWhereInput | null | undefined;
  orderBy?: Array<InvitationOrder> | InvitationOrder | null | undefined;
}>;


export type InvitationsPageQuery = { invitations: { __typename: 'InvitationConnection', totalCount: number, nodes: Array<(
      { __typename: 'Invitation' }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type OrganizationCreateMutationVariables = Exact<{
  input: OrganizationCreateInput;
}>;


export type OrganizationCreateMutation = { organizationCreate: { __typename: 'OrganizationPayload', organization: (
      { __typename: 'Organization' }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment;'OrganizationDetailsFragment': OrganizationDetailsFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationDetailQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationDetailQuery = { organization: (
    { __typename: 'Organization', updatedAt: string, children: { __typename: 'OrganizationConnection', nodes: Array<(
        { __typename: 'Organization' }
        & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment } }
      )>, pageInfo: (
        { __typename: 'PageInfo' }
        & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
      ) } | null, users: { __typename: 'UserConnection', totalCount: number, nodes: Array<(
        { __typename: 'User' }
        & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
      )>, pageInfo: (
        { __typename: 'PageInfo' }
        & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
      ) } | null }
    & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment;'OrganizationDetailsFragment': OrganizationDetailsFragment } }
  ) | null };

export type OrganizationDetailsFragment = { __typename: 'Organization', legalName: string | null, address: string | null, contactName: string | null, contactEmail: string | null, phone: string | null, tags: Array<string> | null } & { ' $fragmentName'?: 'OrganizationDetailsFragment' };

export type OrganizationRowFragment = { __typename: 'Organization', id: string, version: number, name: string, kind: OrganizationKind, status: OrganizationStatus, createdAt: string, viewerActions: Array<OrganizationAction>, parent: { __typename: 'Organization', id: string, name: string } | null, seats: { __typename: 'SeatUsage', limit: number | null, used: number } | null } & { ' $fragmentName'?: 'OrganizationRowFragment' };

export type OrganizationUpdateMutationVariables = Exact<{
  id: string;
  input: OrganizationUpdateInput;
}>;


export type OrganizationUpdateMutation = { organizationUpdate: { __typename: 'OrganizationPayload', organization: (
      { __typename: 'Organization' }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment;'OrganizationDetailsFragment': OrganizationDetailsFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  where?: OrganizationWhereInput | null | undefined;
  orderBy?: Array<OrganizationOrder> | OrganizationOrder | null | undefined;
}>;


export type OrganizationsPageQuery = { organizations: { __typename: 'OrganizationConnection', totalCount: number, nodes: Array<(
      { __typename: 'Organization' }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type PageFieldsFragment = { __typename: 'PageInfo', hasNextPage: boolean, hasPreviousPage: boolean, startCursor: string | null, endCursor: string | null } & { ' $fragmentName'?: 'PageFieldsFragment' };

export type PermissionMatrixQueryVariables = Exact<{ [key: string]: never; }>;


export type PermissionMatrixQuery = { permissionMatrix: Array<{ __typename: 'RolePermissions', roleKey: string, name: string, family: RoleFamily, allowed: Array<Permission>, denied: Array<Permission> }> | null };

export type RefusalFragment = { __typename: 'MutationError', code: MutationErrorCode, message: string, path: Array<string> | null, relatedIds: Array<string> | null } & { ' $fragmentName'?: 'RefusalFragment' };

export type RolesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  family?: Array<RoleFamily> | RoleFamily | null | undefined;
}>;


export type RolesQuery = { roles: { __typename: 'RoleConnection', totalCount: number, nodes: Array<{ __typename: 'Role', id: string, key: string, name: string, description: string, family: RoleFamily, system: boolean, permissions: Array<Permission> }>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type SignInMutationVariables = Exact<{
  input: SessionCreateInput;
}>;


export type SignInMutation = { sessionCreate: { __typename: 'SessionCreatePayload', token: string | null, session: { __typename: 'Session', id: string, expiresAt: string } | null, challenge: { __typename: 'SessionChallenge', kind: SessionChallengeKind } | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { sessionDelete: { __typename: 'SessionDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserDeleteMutationVariables = Exact<{
  id: string;
  input: UserDeleteInput;
}>;


export type UserDeleteMutation = { userDelete: { __typename: 'UserDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserDetailQueryVariables = Exact<{
  id: string;
}>;


export type UserDetailQuery = { user: (
    { __typename: 'User', firstName: string, lastName: string, phone: string | null, avatarUrl: string | null, timezone: string | null, locale: string | null, externalId: string | null, createdAt: string, updatedAt: string, lastActivityAt: string | null, memberships: Array<{ __typename: 'Membership', id: string, status: MembershipStatus, access: ClientAccess, modules: Array<string>, joinedAt: string | null, organization: { __typename: 'Organization', id: string, name: string }, subAccounts: Array<{ __typename: 'Organization', id: string, name: string }> }>, suspension: { __typename: 'UserSuspension', motive: SuspensionMotive | null, reason: string | null, suspendedAt: string, suspendedBy: { __typename: 'User', id: string, displayName: string } | null } | null, invitation: (
      { __typename: 'Invitation' }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    ) | null }
    & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
  ) | null };

export type UserReactivateMutationVariables = Exact<{
  id: string;
  input: UserReactivateInput;
}>;


export type UserReactivateMutation = { userReactivate: { __typename: 'UserPayload', user: (
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserRowFragment = { __typename: 'User', id: string, version: number, displayName: string, email: string, initials: string, status: UserStatus, userType: UserType | null, resellerRole: ResellerRole | null, lastLoginAt: string | null, viewerActions: Array<UserAction>, roles: Array<{ __typename: 'Role', id: string, key: string, name: string }>, organization: { __typename: 'Organization', id: string, name: string } } & { ' $fragmentName'?: 'UserRowFragment' };

export type UserStatsQueryVariables = Exact<{
  search?: string | null | undefined;
  where?: UserWhereInput | null | undefined;
}>;


export type UserStatsQuery = { userStats: { __typename: 'UserStats', total: number, active: number, pending: number, suspended: number } | null };

export type UserSuspendMutationVariables = Exact<{
  id: string;
  input: UserSuspendInput;
}>;


export type UserSuspendMutation = { userSuspend: { __typename: 'UserPayload', user: (
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserUpdateMutationVariables = Exact<{
  id: string;
  input: UserUpdateInput;
}>;


export type UserUpdateMutation = { userUpdate: { __typename: 'UserPayload', user: (
      { __typename: 'User', firstName: string, lastName: string, phone: string | null, timezone: string | null, locale: string | null, externalId: string | null }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UsersPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  search?: string | null | undefined;
  where?: UserWhereInput | null | undefined;
  orderBy?: Array<UserOrder> | UserOrder | null | undefined;
}>;


export type UsersPageQuery = { users: { __typename: 'UserConnection', totalCount: number, nodes: Array<(
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { __typename: 'Viewer', id: string, permissions: Array<Permission>, user: { __typename: 'User', id: string, displayName: string, email: string, initials: string }, organization: { __typename: 'Organization', id: string, name: string, kind: OrganizationKind } } | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const InvitationRowFragmentDoc = new TypedDocumentString(`
    fragment InvitationRow on Invitation {
  __typename
  id
  email
  status
  organization {
    __typename
    id
    name
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  createdAt
  viewerActions
}
    `, {"fragmentName":"InvitationRow"}) as unknown as TypedDocumentString<InvitationRowFragment, unknown>;
export const OrganizationDetailsFragmentDoc = new TypedDocumentString(`
    fragment OrganizationDetails on Organization {
  __typename
  legalName
  address
  contactName
  contactEmail
  phone
  tags
}
    `, {"fragmentName":"OrganizationDetails"}) as unknown as TypedDocumentString<OrganizationDetailsFragment, unknown>;
export const OrganizationRowFragmentDoc = new TypedDocumentString(`
    fragment OrganizationRow on Organization {
  __typename
  id
  version
  name
  kind
  status
  parent {
    __typename
    id
    name
  }
  seats {
    __typename
    limit
    used
  }
  createdAt
  viewerActions
}
    `, {"fragmentName":"OrganizationRow"}) as unknown as TypedDocumentString<OrganizationRowFragment, unknown>;
export const PageFieldsFragmentDoc = new TypedDocumentString(`
    fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageFields"}) as unknown as TypedDocumentString<PageFieldsFragment, unknown>;
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const UserRowFragmentDoc = new TypedDocumentString(`
    fragment UserRow on User {
  __typename
  id
  version
  displayName
  email
  initials
  status
  userType
  resellerRole
  roles {
    __typename
    id
    key
    name
  }
  organization {
    __typename
    id
    name
  }
  lastLoginAt
  viewerActions
}
    `, {"fragmentName":"UserRow"}) as unknown as TypedDocumentString<UserRowFragment, unknown>;
export const AuditEventsDocument = new TypedDocumentString(`
    query AuditEvents($first: Int, $after: Cursor, $where: AuditEventWhereInput) {
  auditEvents(first: $first, after: $after, where: $where) {
    __typename
    nodes {
      __typename
      id
      occurredAt
      action
      actor {
        __typename
        userId
        displayName
        email
      }
      onBehalfOf {
        __typename
        userId
        displayName
        email
      }
      target {
        __typename
        typeName
        targetId
        displayName
      }
      organization {
        __typename
        id
        name
      }
      changes {
        __typename
        field
        before
        after
      }
      reason
      requestId
    }
    pageInfo {
      __typename
      ...PageFields
    }
  }
}
    fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"e43674ece651b415b1b7ecf57f789a59f0b56fe8ee397caa724b985ba0bbf892"}) as unknown as TypedDocumentString<AuditEventsQuery, AuditEventsQueryVariables>;
export const InvitationAcceptDocument = new TypedDocumentString(`
    mutation InvitationAccept($input: InvitationAcceptInput!) {
  invitationAccept(input: $input) {
    __typename
    userId
    email
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"85c40d87e1837bd09197a6ed9f3c77cfbf875b002c5f9c7f912cb580ea57baec"}) as unknown as TypedDocumentString<InvitationAcceptMutation, InvitationAcceptMutationVariables>;
export const InvitationPreviewDocument = new TypedDocumentString(`
    query InvitationPreview($token: String!) {
  invitationPreview(token: $token) {
    __typename
    maskedEmail
    organizationName
    firstName
    lastName
    expiresAt
    status
    termsVersion
  }
}
    `, {"hash":"5be6f8a780bc8c026dbcaf15837ac34691407556187b346543a12fef74af067e"}) as unknown as TypedDocumentString<InvitationPreviewQuery, InvitationPreviewQueryVariables>;
export const InvitationResendDocument = new TypedDocumentString(`
    mutation InvitationResend($id: ID!) {
  invitationResend(id: $id) {
    __typename
    invitation {
      __typename
      ...InvitationRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment InvitationRow on Invitation {
  __typename
  id
  email
  status
  organization {
    __typename
    id
    name
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"94b1728932d8d0626141e4cc98cc7da7c19008c7a8db994280aa52ad78177b00"}) as unknown as TypedDocumentString<InvitationResendMutation, InvitationResendMutationVariables>;
export const InvitationRevokeDocument = new TypedDocumentString(`
    mutation InvitationRevoke($id: ID!) {
  invitationRevoke(id: $id) {
    __typename
    invitation {
      __typename
      ...InvitationRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment InvitationRow on Invitation {
  __typename
  id
  email
  status
  organization {
    __typename
    id
    name
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"cc3eb14ee7f607f5c611379f93517f0e8d0be4961f1fa1b7d4784f640929a743"}) as unknown as TypedDocumentString<InvitationRevokeMutation, InvitationRevokeMutationVariables>;
export const InvitationsCreateDocument = new TypedDocumentString(`
    mutation InvitationsCreate($input: InvitationsCreateInput!) {
  invitationsCreate(input: $input) {
    __typename
    results {
      __typename
      email
      outcome
      invitation {
        __typename
        ...InvitationRow
      }
      errors {
        __typename
        ...Refusal
      }
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment InvitationRow on Invitation {
  __typename
  id
  email
  status
  organization {
    __typename
    id
    name
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"75b03f44d9a77beb6e4a88ddf97fd0a3f45bbf4283598d808bb31c14b576e4fd"}) as unknown as TypedDocumentString<InvitationsCreateMutation, InvitationsCreateMutationVariables>;
export const InvitationsPageDocument = new TypedDocumentString(`
    query InvitationsPage($first: Int, $after: Cursor, $search: String, $where: InvitationWhereInput, $orderBy: [InvitationOrder!]) {
  invitations(
    first: $first
    after: $after
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...InvitationRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
    totalCount
  }
}
    fragment InvitationRow on Invitation {
  __typename
  id
  email
  status
  organization {
    __typename
    id
    name
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  createdAt
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"e49c7f4971fe9597f75989998e815dbff805bbd78c1f97a69ca354ec15501623"}) as unknown as TypedDocumentString<InvitationsPageQuery, InvitationsPageQueryVariables>;
export const OrganizationCreateDocument = new TypedDocumentString(`
    mutation OrganizationCreate($input: OrganizationCreateInput!) {
  organizationCreate(input: $input) {
    __typename
    organization {
      __typename
      ...OrganizationRow
      ...OrganizationDetails
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment OrganizationDetails on Organization {
  __typename
  legalName
  address
  contactName
  contactEmail
  phone
  tags
}
fragment OrganizationRow on Organization {
  __typename
  id
  version
  name
  kind
  status
  parent {
    __typename
    id
    name
  }
  seats {
    __typename
    limit
    used
  }
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"b1be7eb5756f531cbb6ab577e9b42027ec6d08ac2f826798d0edda0e8c23f0ed"}) as unknown as TypedDocumentString<OrganizationCreateMutation, OrganizationCreateMutationVariables>;
export const OrganizationDetailDocument = new TypedDocumentString(`
    query OrganizationDetail($id: ID!) {
  organization(id: $id) {
    __typename
    ...OrganizationRow
    ...OrganizationDetails
    updatedAt
    children(first: 25) {
      __typename
      nodes {
        __typename
        ...OrganizationRow
      }
      pageInfo {
        __typename
        ...PageFields
      }
    }
    users(first: 10) {
      __typename
      nodes {
        __typename
        ...UserRow
      }
      pageInfo {
        __typename
        ...PageFields
      }
      totalCount
    }
  }
}
    fragment OrganizationDetails on Organization {
  __typename
  legalName
  address
  contactName
  contactEmail
  phone
  tags
}
fragment OrganizationRow on Organization {
  __typename
  id
  version
  name
  kind
  status
  parent {
    __typename
    id
    name
  }
  seats {
    __typename
    limit
    used
  }
  createdAt
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment UserRow on User {
  __typename
  id
  version
  displayName
  email
  initials
  status
  userType
  resellerRole
  roles {
    __typename
    id
    key
    name
  }
  organization {
    __typename
    id
    name
  }
  lastLoginAt
  viewerActions
}`, {"hash":"f8e43f42b951d9e4ef093e18953cacd3ad74bd82b1845a7a0b79c21632d4fb49"}) as unknown as TypedDocumentString<OrganizationDetailQuery, OrganizationDetailQueryVariables>;
export const OrganizationUpdateDocument = new TypedDocumentString(`
    mutation OrganizationUpdate($id: ID!, $input: OrganizationUpdateInput!) {
  organizationUpdate(id: $id, input: $input) {
    __typename
    organization {
      __typename
      ...OrganizationRow
      ...OrganizationDetails
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment OrganizationDetails on Organization {
  __typename
  legalName
  address
  contactName
  contactEmail
  phone
  tags
}
fragment OrganizationRow on Organization {
  __typename
  id
  version
  name
  kind
  status
  parent {
    __typename
    id
    name
  }
  seats {
    __typename
    limit
    used
  }
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"0256e5cda3bb7b8f9e08bbd11e1be1b92f5cf9469780c79fe10d13de13d582d6"}) as unknown as TypedDocumentString<OrganizationUpdateMutation, OrganizationUpdateMutationVariables>;
export const OrganizationsPageDocument = new TypedDocumentString(`
    query OrganizationsPage($first: Int, $after: Cursor, $search: String, $where: OrganizationWhereInput, $orderBy: [OrganizationOrder!]) {
  organizations(
    first: $first
    after: $after
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...OrganizationRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
    totalCount
  }
}
    fragment OrganizationRow on Organization {
  __typename
  id
  version
  name
  kind
  status
  parent {
    __typename
    id
    name
  }
  seats {
    __typename
    limit
    used
  }
  createdAt
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"4af4ab04ab82235eb55c0a918f4c00d683b0e951893e10f4531f9bb8985de75f"}) as unknown as TypedDocumentString<OrganizationsPageQuery, OrganizationsPageQueryVariables>;
export const PermissionMatrixDocument = new TypedDocumentString(`
    query PermissionMatrix {
  permissionMatrix {
    __typename
    roleKey
    name
    family
    allowed
    denied
  }
}
    `, {"hash":"45c55761e5d250d08c044fdcba6a3c5d6ec4dcf843d978e3e8befd3648fde0b0"}) as unknown as TypedDocumentString<PermissionMatrixQuery, PermissionMatrixQueryVariables>;
export const RolesDocument = new TypedDocumentString(`
    query Roles($first: Int, $after: Cursor, $family: [RoleFamily!]) {
  roles(first: $first, after: $after, family: $family) {
    __typename
    nodes {
      __typename
      id
      key
      name
      description
      family
      system
      permissions
    }
    pageInfo {
      __typename
      ...PageFields
    }
    totalCount
  }
}
    fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"d0430b4fb51ec60b32ea8c08da7391d2df8d26b7d55677a82422f33dd1b3a4a8"}) as unknown as TypedDocumentString<RolesQuery, RolesQueryVariables>;
export const SignInDocument = new TypedDocumentString(`
    mutation SignIn($input: SessionCreateInput!) {
  sessionCreate(input: $input) {
    __typename
    session {
      __typename
      id
      expiresAt
    }
    token
    challenge {
      __typename
      kind
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"a662f48c0349425ff1c08a9f41daa4129c511964778b5cea8fbaf3423c92cf5b"}) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
export const SignOutDocument = new TypedDocumentString(`
    mutation SignOut {
  sessionDelete {
    __typename
    deletedId
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"c87f1519aad614890c790b258277c1803dfebf9d29eef87350dad54d8b388409"}) as unknown as TypedDocumentString<SignOutMutation, SignOutMutationVariables>;
export const UserDeleteDocument = new TypedDocumentString(`
    mutation UserDelete($id: ID!, $input: UserDeleteInput!) {
  userDelete(id: $id, input: $input) {
    __typename
    deletedId
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"4b0568457479d2658da8966b325ff58c2b10a3a8f6573f8f46c709afc7466b2a"}) as unknown as TypedDocumentString<UserDeleteMutation, UserDeleteMutationVariables>;
export const UserDetailDocument = new TypedDocumentString(`
    query UserDetail($id: ID!) {
  user(id: $id) {
    __typename
    ...UserRow
    firstName
    lastName
    phone
    avatarUrl
    timezone
    locale
    externalId
    createdAt
    updatedAt
    lastActivityAt
    memberships {
      __typename
      id
      status
      access
      modules
      joinedAt
      organization {
        __typename
        id
        name
      }
      subAccounts {
        __typename
        id
        name
      }
    }
    suspension {
      __typename
      motive
      reason
      suspendedAt
      suspendedBy {
        __typename
        id
        displayName
      }
    }
    invitation {
      __typename
      ...InvitationRow
    }
  }
}
    fragment InvitationRow on Invitation {
  __typename
  id
  email
  status
  organization {
    __typename
    id
    name
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  createdAt
  viewerActions
}
fragment UserRow on User {
  __typename
  id
  version
  displayName
  email
  initials
  status
  userType
  resellerRole
  roles {
    __typename
    id
    key
    name
  }
  organization {
    __typename
    id
    name
  }
  lastLoginAt
  viewerActions
}`, {"hash":"a560f22d12d162d746f96e845b3ba04fa6f718720ba003f7990a53bb5eb03604"}) as unknown as TypedDocumentString<UserDetailQuery, UserDetailQueryVariables>;
export const UserReactivateDocument = new TypedDocumentString(`
    mutation UserReactivate($id: ID!, $input: UserReactivateInput!) {
  userReactivate(id: $id, input: $input) {
    __typename
    user {
      __typename
      ...UserRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}
fragment UserRow on User {
  __typename
  id
  version
  displayName
  email
  initials
  status
  userType
  resellerRole
  roles {
    __typename
    id
    key
    name
  }
  organization {
    __typename
    id
    name
  }
  lastLoginAt
  viewerActions
}`, {"hash":"217f45e5a9ff292d9218cabe45b4a7f64cf03f39dc8ba01d12f2aa72d2a21517"}) as unknown as TypedDocumentString<UserReactivateMutation, UserReactivateMutationVariables>;
export const UserStatsDocument = new TypedDocumentString(`
    query UserStats($search: String, $where: UserWhereInput) {
  userStats(search: $search, where: $where) {
    __typename
    total
    active
    pending
    suspended
  }
}
    `, {"hash":"e11388d1c9864bc2caa99e0e7a9f13d78ae7ca8fefc84e63d1776e1fde7b007e"}) as unknown as TypedDocumentString<UserStatsQuery, UserStatsQueryVariables>;
export const UserSuspendDocument = new TypedDocumentString(`
    mutation UserSuspend($id: ID!, $input: UserSuspendInput!) {
  userSuspend(id: $id, input: $input) {
    __typename
    user {
      __typename
      ...UserRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}
fragment UserRow on User {
  __typename
  id
  version
  displayName
  email
  initials
  status
  userType
  resellerRole
  roles {
    __typename
    id
    key
    name
  }
  organization {
    __typename
    id
    name
  }
  lastLoginAt
  viewerActions
}`, {"hash":"51576b3f25ff85dda0289a8911387484f46cb6979573db797782914d73f34256"}) as unknown as TypedDocumentString<UserSuspendMutation, UserSuspendMutationVariables>;
export const UserUpdateDocument = new TypedDocumentString(`
    mutation UserUpdate($id: ID!, $input: UserUpdateInput!) {
  userUpdate(id: $id, input: $input) {
    __typename
    user {
      __typename
      ...UserRow
      firstName
      lastName
      phone
      timezone
      locale
      externalId
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}
fragment UserRow on User {
  __typename
  id
  version
  displayName
  email
  initials
  status
  userType
  resellerRole
  roles {
    __typename
    id
    key
    name
  }
  organization {
    __typename
    id
    name
  }
  lastLoginAt
  viewerActions
}`, {"hash":"2d2f1b72642d761cf91e212d9c937acd0bfc650df00a27114e64f2d6bc6da4c4"}) as unknown as TypedDocumentString<UserUpdateMutation, UserUpdateMutationVariables>;
export const UsersPageDocument = new TypedDocumentString(`
    query UsersPage($first: Int, $after: Cursor, $search: String, $where: UserWhereInput, $orderBy: [UserOrder!]) {
  users(
    first: $first
    after: $after
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...UserRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
    totalCount
  }
}
    fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment UserRow on User {
  __typename
  id
  version
  displayName
  email
  initials
  status
  userType
  resellerRole
  roles {
    __typename
    id
    key
    name
  }
  organization {
    __typename
    id
    name
  }
  lastLoginAt
  viewerActions
}`, {"hash":"5debb000be47ace39db15de16058fb66e4bc6099422ebd4be2bf0b495b525488"}) as unknown as TypedDocumentString<UsersPageQuery, UsersPageQueryVariables>;
export const ViewerDocument = new TypedDocumentString(`
    query Viewer {
  viewer {
    __typename
    id
    user {
      __typename
      id
      displayName
      email
      initials
    }
    organization {
      __typename
      id
      name
      kind
    }
    permissions
  }
}
    `, {"hash":"6c284fc6e79eb9d0ea82abb15e5ba1d693ee3084acc82a23985a16948d76d914"}) as unknown as TypedDocumentString<ViewerQuery, ViewerQueryVariables>;
