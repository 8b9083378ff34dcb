/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What a rule says. */
export type AccessEffect =
  /** The role gives the permission. */
  | 'ALLOW'
  /** The role forbids it, whatever other roles give. */
  | 'DENY';

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

/** What happened to an object. */
export type ChangeKind =
  /** It was added. */
  | 'CREATED'
  /** It was removed. */
  | 'DELETED'
  /** Many changed at once, or events may have been missed: read the list again. */
  | 'RESYNC'
  /** It changed. */
  | 'UPDATED';

/** Access of a member. */
export type ClientAccess =
  /** Every module, and the administration of members. */
  | 'ADMIN'
  /** The modules and sub-accounts that were granted. */
  | 'USER';

/** Compares the access of memberships in force. */
export type ClientAccessFilter = {
  /** One of these. */
  in?: Array<ClientAccess> | null | undefined;
};

/** How a new user gets a password. */
export type CredentialMode =
  /** The user chooses it, with the link of an invitation mail. */
  | 'INVITE_LINK'
  /** One is generated, shown once to the caller, and must be changed at the first sign-in. */
  | 'TEMPORARY_PASSWORD';

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

/** A file to make. */
export type ExportCreateInput = {
  /** Form of the file. */
  format?: ExportFormat;
  /** Repeating the request with the same key within 24 hours answers the first job again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** The list of users, with the arguments of the field users. */
  users: UsersExportInput;
};

/** Forms of a file. */
export type ExportFormat =
  /** Comma-separated values (RFC 4180), UTF-8 with a byte order mark; texts that a spreadsheet would run as a formula begin with an apostrophe. */
  | 'CSV'
  /** One JSON object on each line. */
  | 'NDJSON'
  /** Office Open XML workbook; at most 1,048,575 rows. */
  | 'XLSX';

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
  /** True: return a bearer token and set no cookie. */
  bearer?: boolean;
  /** Given name; without it the inviter's spelling stays. */
  firstName?: string | null | undefined;
  /** Family name; without it the inviter's spelling stays. */
  lastName?: string | null | undefined;
  /** Password: at least 10 characters, not a common one and not made of the name or address. */
  password: string;
  /** Token of the link. */
  token: string;
};

/** What everybody of a pasted list gets; fields as in InvitationItemInput. */
export type InvitationAccessInput = {
  /** Administrator or user of the organization. */
  access?: ClientAccess;
  /** Keys of modules for access USER. */
  modules?: Array<string> | null | undefined;
  /** Role of staff. */
  resellerRole?: ResellerRole | null | undefined;
  /** Further roles. */
  roleIds?: Array<string> | null | undefined;
  /** Sub-accounts for access USER. */
  subAccountIds?: Array<string> | null | undefined;
  /** Kind of tenant user; it cannot change later. */
  userType?: UserType | null | undefined;
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
  /** What everybody of text gets. */
  each?: InvitationAccessInput | null | undefined;
  /** What happens to the others when some are refused. */
  errorPolicy?: BulkErrorPolicy;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** The people, at most 500. Give items or text. */
  items?: Array<InvitationItemInput>;
  /** Language of the mails, a BCP 47 tag; without it English. */
  locale?: string | null | undefined;
  /** A few words for the mail, at most 1,000 characters. */
  message?: string | null | undefined;
  /** Organization to join: the reseller's own for staff. */
  organizationId: string;
  /** A pasted list or CSV text, as invitationItemsParse reads it, instead of items. */
  text?: string | null | undefined;
};

/** What became of one address. */
export type InviteOutcome =
  /** Invited, or with dryRun: would be. */
  | 'INVITED'
  /** Good, but not written because errorPolicy is ALL_OR_NOTHING and another item failed. */
  | 'NOT_WRITTEN'
  /** Was named before in the same request. */
  | 'REJECTED_DUPLICATE'
  /** Roles, modules or sub-accounts do not exist or do not fit the organization, or the roles are more than the caller holds or cannot be combined. */
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

/** States of one thing a job does. */
export type JobItemStatus =
  /** Done. */
  | 'DONE'
  /** Refused; see errors. */
  | 'FAILED'
  /** Left alone; see errors. */
  | 'SKIPPED'
  /** Waits for its turn. */
  | 'WAITING';

/** Kinds of long work. */
export type JobKind =
  /** exportCreate. */
  | 'EXPORT'
  /** usersBulkChange. */
  | 'USERS_BULK_CHANGE'
  /** usersImport. */
  | 'USERS_IMPORT';

/** States of long work. */
export type JobStatus =
  /** Stopped by the caller. */
  | 'CANCELED'
  /** Given up; see failureReason. */
  | 'FAILED'
  /** Waits for its turn. */
  | 'QUEUED'
  /** Being done. */
  | 'RUNNING'
  /** Done; single items may have failed. */
  | 'SUCCEEDED';

/** Reason for ending or blocking a membership. */
export type MemberEndInput = {
  /** Refuse with STALE unless the membership still has this version. */
  expectedVersion?: number | null | undefined;
  /** Reason in words, at most 500 characters; the member reads it in the mail. */
  reason?: string | null | undefined;
};

/** Guard for lifting the block of a member. */
export type MemberReactivateInput = {
  /** Refuse with STALE unless the membership still has this version. */
  expectedVersion?: number | null | undefined;
};

/** Changes to a membership; what is left out stays. */
export type MemberUpdateInput = {
  /** Administrator or user. */
  access?: ClientAccess | null | undefined;
  /** Refuse with STALE unless the membership still has this version. */
  expectedVersion?: number | null | undefined;
  /** Keys of all modules for access USER. PRICING, PAYMENT and USER_MANAGEMENT are for administrators alone: MODULE_ADMIN_ONLY. */
  modules?: Array<string> | null | undefined;
  /** All sub-accounts for access USER. */
  subAccountIds?: Array<string> | null | undefined;
};

/** Things the caller may do to a membership. */
export type MembershipAction =
  /** memberDeactivate. */
  | 'DEACTIVATE'
  /** memberReactivate. */
  | 'REACTIVATE'
  /** memberRemove. */
  | 'REMOVE'
  /** memberUpdate. */
  | 'UPDATE';

/** States of a membership. */
export type MembershipStatus =
  /** In force. */
  | 'ACTIVE'
  /** Blocked in this organization alone. */
  | 'DEACTIVATED'
  /** Ended; a new invitation can bring the person back. */
  | 'REMOVED';

/** Compares the state of memberships; those that have ended count when REMOVED is asked for. */
export type MembershipStatusFilter = {
  /** One of these. */
  in?: Array<MembershipStatus> | null | undefined;
};

/** Compares the modules that memberships in force open. */
export type ModuleFilter = {
  /** One of these keys, at most 100. */
  in?: Array<string> | null | undefined;
};

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

/** Answer of a browser to a question for a passkey. */
export type PasskeyAnswerInput = {
  /** What the browser answered. */
  credential: unknown;
  /** Token of the question. */
  token: string;
};

/** A passkey the browser made. */
export type PasskeyRegisterInput = {
  /** What the browser's navigator.credentials.create answered. */
  credential: unknown;
  /** Name, at most 100 characters; without it the device's. */
  name?: string | null | undefined;
  /** Token of passkeyRegistrationBegin. */
  token: string;
};

/** A change of one's own password. */
export type PasswordChangeInput = {
  /** The password so far. */
  currentPassword: string;
  /** The new one: at least 10 characters, hard to guess, not a common one and not made of the name or address. No kinds of characters are prescribed. */
  newPassword: string;
};

/** Whose password was forgotten. */
export type PasswordForgottenInput = {
  /** Address of the account. */
  email: string;
  /** Id of the organization, for an address with accounts in several; without it every account of the address gets a mail. */
  organizationId?: string | null | undefined;
};

/** A new password with a mailed link. */
export type PasswordResetInput = {
  /** The new password, under the same rules as passwordChange. */
  newPassword: string;
  /** Token of the link. */
  token: string;
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
  /** See mails that could not be delivered. */
  | 'MAIL_READ'
  /** Send mails again that could not be delivered. */
  | 'MAIL_RESEND'
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
  /** Remove the second factors of a member. */
  | 'MEMBER_RESET_TWO_FACTOR'
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
  /** Remove the second factors of internal users. */
  | 'RESELLER_USER_RESET_TWO_FACTOR'
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
  /** Remove the second factors of a tenant's user. */
  | 'TENANT_USER_RESET_TWO_FACTOR'
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

/** Things the caller may do to a role. */
export type RoleAction =
  /** roleDelete. */
  | 'DELETE'
  /** roleTwoFactorSet. */
  | 'SET_TWO_FACTOR'
  /** roleUpdate. */
  | 'UPDATE';

/** A new custom role. */
export type RoleCreateInput = {
  /** What the role is for, at most 500 characters. */
  description?: string | null | undefined;
  /** Repeating the request with the same key within 24 hours answers the first role again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Name, at most 100 characters, unique in the organization whatever its case. */
  name: string;
  /** Organization that owns the role; it can be held there and below. */
  organizationId: string;
  /** Permissions, at least one. */
  permissions: Array<Permission>;
};

/** Confirmation for deleting a role. */
export type RoleDeleteInput = {
  /** Refuse with STALE unless the role still has this version. */
  expectedVersion?: number | null | undefined;
  /** True: take it from everybody who holds it. */
  unassign?: boolean;
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

/** A role to be held. */
export type RoleGrantInput = {
  /** In force until; without it for good. */
  expiresAt?: string | null | undefined;
  /** Organization it holds for, with all below it; without it the user's home. */
  organizationId?: string | null | undefined;
  /** Id of the role. */
  roleId: string;
  /** In force from; without it at once. */
  startsAt?: string | null | undefined;
};

/** Changes to a custom role; what is left out stays. */
export type RoleUpdateInput = {
  /** What the role is for, at most 500 characters; null clears. */
  description?: string | null | undefined;
  /** Refuse with STALE unless the role still has this version. */
  expectedVersion?: number | null | undefined;
  /** Name, at most 100 characters. */
  name?: string | null | undefined;
  /** All permissions, at least one. */
  permissions?: Array<Permission> | null | undefined;
};

/** Answer to a challenge: the token and exactly one of the others. */
export type SessionChallengeAnswerInput = {
  /** True: return a bearer token and set no cookie. */
  bearer?: boolean;
  /** Code of the authenticator app, six digits. */
  code?: string | null | undefined;
  /** New password, for PASSWORD_CHANGE. */
  newPassword?: string | null | undefined;
  /** What the browser's navigator.credentials.get answered. */
  passkey?: unknown;
  /** Recovery code. */
  recoveryCode?: string | null | undefined;
  /** Token of the challenge. */
  token: string;
};

/** Kinds of further proof at sign-in. */
export type SessionChallengeKind =
  /** A passkey as second factor, or a recovery code. */
  | 'PASSKEY'
  /** The temporary password must be replaced first. */
  | 'PASSWORD_CHANGE'
  /** A second factor: a code from the authenticator app, a passkey when passkeyOptions are given, or a recovery code. */
  | 'TOTP'
  /** The organization or a role asks for a second factor and none is enrolled: set up the app in totp and answer with its first code. */
  | 'TWO_FACTOR_ENROLLMENT';

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

/** Proof of who is at the keyboard: exactly one. */
export type SessionStepUpInput = {
  /** Code of the authenticator app, six digits. */
  code?: string | null | undefined;
  /** Answer to sessionStepUpPasskeyBegin. */
  passkey?: PasskeyAnswerInput | null | undefined;
  /** The caller's password; not enough for who has a second factor. */
  password?: string | null | undefined;
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
  /** userEmailChange. */
  | 'CHANGE_EMAIL'
  /** userRolesSet. */
  | 'CHANGE_ROLE'
  /** userDelete. */
  | 'DELETE'
  /** userSessionsEnd. */
  | 'END_SESSIONS'
  /** userReactivate. */
  | 'REACTIVATE'
  /** userPasswordReset. */
  | 'RESET_PASSWORD'
  /** userTwoFactorReset. */
  | 'RESET_TWO_FACTOR'
  /** userActivationEmailSend. */
  | 'SEND_ACTIVATION'
  /** userPasswordResetLinkSend. */
  | 'SEND_RESET_LINK'
  /** userSuspend. */
  | 'SUSPEND'
  /** userUpdate. */
  | 'UPDATE';

/** Things to do to many users. */
export type UserBulkAction =
  /** As userDelete. No address is typed: with matching, expectedCount stands for it; with ids nothing does, so ask before. */
  | 'DELETE'
  /** As userSessionsEnd. */
  | 'END_SESSIONS'
  /** As userReactivate. */
  | 'REACTIVATE'
  /** As userActivationEmailSend. */
  | 'SEND_ACTIVATION'
  /** As userSuspend. */
  | 'SUSPEND';

/** Another way to name a user: exactly one field. */
export type UserBy =
  {   /** Address within an organization. */
  email: UserByEmail; externalId?: never; id?: never; }
  |  { email?: never;   /** Identifier in the customer's own system, within an organization. */
  externalId: UserByExternalId; id?: never; }
  |  { email?: never; externalId?: never;   /** Id of the user. */
  id: string; };

/** Names a user by address. */
export type UserByEmail = {
  /** The address; case does not matter. */
  email: string;
  /** Home organization of the user. */
  organizationId: string;
};

/** Names a user by an identifier of the customer's own system. */
export type UserByExternalId = {
  /** The identifier; upper and lower case differ. */
  externalId: string;
  /** Home organization of the user. */
  organizationId: string;
};

/** Columns of an export of users. */
export type UserColumn =
  /** Added at. */
  | 'CREATED_AT'
  /** Full name. */
  | 'DISPLAY_NAME'
  /** Address. */
  | 'EMAIL'
  /** Identifier in the customer's own system. */
  | 'EXTERNAL_ID'
  /** Given name. */
  | 'FIRST_NAME'
  /** Global id. */
  | 'ID'
  /** Last request. */
  | 'LAST_ACTIVITY_AT'
  /** Last sign-in. */
  | 'LAST_LOGIN_AT'
  /** Family name. */
  | 'LAST_NAME'
  /** Language. */
  | 'LOCALE'
  /** Name of the home organization. */
  | 'ORGANIZATION'
  /** Id of the home organization. */
  | 'ORGANIZATION_ID'
  /** Phone number in E.164 form. */
  | 'PHONE'
  /** Role of staff. */
  | 'RESELLER_ROLE'
  /** Names of all roles, separated by semicolons. */
  | 'ROLES'
  /** State. */
  | 'STATUS'
  /** Time zone. */
  | 'TIMEZONE'
  /** A second factor is enrolled. */
  | 'TWO_FACTOR_ENABLED'
  /** Kind of tenant user. */
  | 'USER_TYPE';

/** A new user. */
export type UserCreateInput = {
  /** Access to the organization as a member; left out for a user without a membership, refused for staff. */
  access?: ClientAccess | null | undefined;
  /** Picture: an https address, at most 500 characters. */
  avatarUrl?: string | null | undefined;
  /** How the user gets a password. */
  credentialMode?: CredentialMode;
  /** Full name, at most 100 characters; without it, given and family name. */
  displayName?: string | null | undefined;
  /** Address for signing in, at most 200 characters, unique in the organization whatever its case. */
  email: string;
  /** Identifier in the customer's own system, unique in the organization, at most 200 characters. */
  externalId?: string | null | undefined;
  /** Given name, at most 100 characters. Given and family name are needed unless displayName is given; tenant users need both. */
  firstName?: string | null | undefined;
  /** Repeating the request with the same key within 24 hours answers the first user again, without the password. At most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Family name, at most 100 characters. */
  lastName?: string | null | undefined;
  /** Language, a BCP 47 tag; mails are written in it when there is a translation. */
  locale?: string | null | undefined;
  /** A few words for the invitation mail, at most 1,000 characters. */
  message?: string | null | undefined;
  /** Keys of modules for access USER. PRICING, PAYMENT and USER_MANAGEMENT are for administrators alone. */
  modules?: Array<string> | null | undefined;
  /** Phone number, with the country: +49 30 901820. Stored in E.164 form. */
  phone?: string | null | undefined;
  /** Home organization, for good: the reseller's own for staff. */
  primaryTenant: string;
  /** Role of staff; the reseller's own organization needs it or roleIds, others refuse it. */
  resellerRole?: ResellerRole | null | undefined;
  /** Further roles: permission roles for staff, custom roles elsewhere. */
  roleIds?: Array<string> | null | undefined;
  /** Sub-accounts of the customer for access USER. */
  subAccountIds?: Array<string> | null | undefined;
  /** Time zone, as in the IANA database. */
  timezone?: string | null | undefined;
  /** Kind of tenant user; refused for staff. It cannot change later. */
  userType?: UserType | null | undefined;
};

/** Confirmation for removing a user. */
export type UserDeleteInput = {
  /** The user's e-mail address, typed once more. */
  confirmEmail: string;
  /** Refuse with STALE unless the user still has this version. */
  expectedVersion?: number | null | undefined;
  /** Reason in words, for the audit log, at most 500 characters. */
  reason?: string | null | undefined;
};

/** A new address. */
export type UserEmailChangeInput = {
  /** The address, at most 200 characters, unique in the organization whatever its case. */
  email: string;
  /** Refuse with STALE unless the user still has this version. */
  expectedVersion?: number | null | undefined;
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

/** All roles a user shall have, but for the user type, which never changes, and the access of memberships, which memberUpdate sets. */
export type UserRolesInput = {
  /** Every permission role or custom role the user shall have; left out keeps them. */
  grants?: Array<RoleGrantInput> | null | undefined;
  /** Role of staff; null takes it away, left out keeps it. Refused for others. */
  resellerRole?: ResellerRole | null | undefined;
};

/** A reviewed plan. */
export type UserRolesSetInput = {
  /** The planToken of userRolesPreview; good for 15 minutes, once, and for the caller who asked. */
  planToken: string;
  /** Reason in words, for the audit log, at most 500 characters. */
  reason?: string | null | undefined;
};

/** States of a user's account. */
export type UserStatus =
  /** Activated and not suspended; may still be shut out by memberships. */
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
  /** Activated and not suspended; may still be shut out by memberships. */
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
  /** Ends by itself at: a moment in the future, at most two years ahead. */
  until?: string | null | undefined;
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
  /** Picture: an https address, at most 500 characters. */
  avatarUrl?: string | null | undefined;
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
  /** Cannot change: any other value than the user's answers IMMUTABLE. */
  userType?: UserType | null | undefined;
};

/** Conditions on users; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type UserWhereInput = {
  /** Access of a membership in force. */
  access?: ClientAccessFilter | null | undefined;
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
  /** Organization of a membership that has not ended. */
  memberOf?: IdFilter | null | undefined;
  /** State of a membership: DEACTIVATED finds members who are blocked in one organization alone, REMOVED those who were members somewhere. */
  membershipStatus?: MembershipStatusFilter | null | undefined;
  /** Key of a module that a membership in force opens: granted, or open to every administrator. */
  module?: ModuleFilter | null | undefined;
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
  /** Sub-account that a membership in force opens: granted, or open to every administrator of the account. */
  subAccountId?: IdFilter | null | undefined;
  /** True: with a second factor. False: without. */
  twoFactorEnabled?: boolean | null | undefined;
  /** Kind of tenant user. */
  userType?: UserTypeFilter | null | undefined;
};

/** A change to many users. */
export type UsersBulkChangeInput = {
  /** What to do. */
  action: UserBulkAction;
  /** True: tell what would happen and write nothing. Takes at most 100 users by id; for all that match it answers their number. */
  dryRun?: boolean;
  /** What happens to the others when some are refused. ALL_OR_NOTHING takes at most 100 users. */
  errorPolicy?: BulkErrorPolicy;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Reason of the list, for SUSPEND. */
  motive?: SuspensionMotive | null | undefined;
  /** Reason in words, at most 500 characters, for SUSPEND and DELETE. */
  reason?: string | null | undefined;
  /** Ends by itself at, for SUSPEND. */
  until?: string | null | undefined;
  /** Whom: exactly one field. */
  users: UsersSelection;
};

/** The list of users to export. */
export type UsersExportInput = {
  /** Columns in the order of the file; all when nothing is said. */
  columns?: Array<UserColumn> | null | undefined;
  /** Order as in users. */
  orderBy?: Array<UserOrder>;
  /** Text as in users. */
  search?: string | null | undefined;
  /** Conditions as in users. */
  where?: UserWhereInput | null | undefined;
};

/** A file of users. */
export type UsersImportInput = {
  /** Text of the file, at most 900 KiB and 10,000 rows: a header row with any of email, firstName, lastName, displayName, phone, externalId, timezone, locale, avatarUrl, userType, resellerRole, access, roles (keys, separated by semicolons), modules, subAccounts. Commas, semicolons or tabs. Everybody is invited by a link; nobody gets a password. */
  csv: string;
  /** True: check every row and write nothing. */
  dryRun?: boolean;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Home organization of all users of the file. */
  organizationId: string;
};

/** All users of a list. */
export type UsersMatching = {
  /** The number of users the caller saw (totalCount of the list): STALE when it is another by now. */
  expectedCount: number;
  /** Text as in users. */
  search?: string | null | undefined;
  /** Conditions as in users. */
  where?: UserWhereInput | null | undefined;
};

/** Users to change: exactly one field. */
export type UsersSelection =
  {   /** Ids, at most 1,000. */
  ids: Array<string>; matching?: never; }
  |  { ids?: never;   /** All that match. */
  matching: UsersMatching; };

export type AuditEventAddedSubscriptionVariables = Exact<{
  organizationId?: string | null | undefined;
}>;


export type AuditEventAddedSubscription = { auditEventAdded: { __typename: 'AuditEventAdded', kind: ChangeKind, auditEvent: (
      { __typename: 'AuditEvent' }
      & { ' $fragmentRefs'?: { 'AuditEventRowFragment': AuditEventRowFragment } }
    ) | null } | null };

export type AuditEventRowFragment = { __typename: 'AuditEvent', id: string, occurredAt: string, action: string, reason: string | null, ipAddress: string | null, requestId: string, actor: { __typename: 'AuditActor', userId: string | null, displayName: string, email: string } | null, onBehalfOf: { __typename: 'AuditActor', userId: string | null, displayName: string, email: string } | null, target: { __typename: 'AuditTarget', typeName: string, targetId: string | null, displayName: string }, organization: { __typename: 'Organization', id: string, name: string } | null, changes: Array<{ __typename: 'AuditChange', field: string, before: string | null, after: string | null }> } & { ' $fragmentName'?: 'AuditEventRowFragment' };

export type AuditEventsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  where?: AuditEventWhereInput | null | undefined;
}>;


export type AuditEventsQuery = { auditEvents: { __typename: 'AuditEventConnection', nodes: Array<(
      { __typename: 'AuditEvent' }
      & { ' $fragmentRefs'?: { 'AuditEventRowFragment': AuditEventRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type DeadMailResendMutationVariables = Exact<{
  id: string;
}>;


export type DeadMailResendMutation = { deadMailResend: { __typename: 'DeadMailPayload', deadMail: (
      { __typename: 'DeadMail' }
      & { ' $fragmentRefs'?: { 'DeadMailRowFragment': DeadMailRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type DeadMailRowFragment = { __typename: 'DeadMail', id: string, kind: string, email: string, failure: string, attempts: number, createdAt: string, resentAt: string | null, user: { __typename: 'User', id: string, displayName: string, email: string } | null } & { ' $fragmentName'?: 'DeadMailRowFragment' };

export type DeadMailsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type DeadMailsQuery = { deadMails: { __typename: 'DeadMailConnection', nodes: Array<(
      { __typename: 'DeadMail' }
      & { ' $fragmentRefs'?: { 'DeadMailRowFragment': DeadMailRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type ExplainAccessQueryVariables = Exact<{
  userId: string;
  permission: Permission;
  on: string;
}>;


export type ExplainAccessQuery = { explainAccess: { __typename: 'AccessExplanation', allowed: boolean, refusedBy: UserStatus | null, rules: Array<{ __typename: 'AccessRule', effect: AccessEffect, decides: boolean, role: { __typename: 'Role', id: string, key: string, name: string }, organization: { __typename: 'Organization', id: string, name: string } | null }> } | null };

export type ExportCreateMutationVariables = Exact<{
  input: ExportCreateInput;
}>;


export type ExportCreateMutation = { exportCreate: { __typename: 'JobPayload', job: (
      { __typename: 'Job' }
      & { ' $fragmentRefs'?: { 'JobRowFragment': JobRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type InvitationAcceptMutationVariables = Exact<{
  input: InvitationAcceptInput;
}>;


export type InvitationAcceptMutation = { invitationAccept: { __typename: 'InvitationAcceptPayload', userId: string | null, email: string | null, token: string | null, session: { __typename: 'Session', id: string, expiresAt: string } | null, challenge: (
      { __typename: 'SessionChallenge' }
      & { ' $fragmentRefs'?: { 'SignInChallengeFragment': SignInChallengeFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type InvitationChangedSubscriptionVariables = Exact<{
  organizationId?: string | null | undefined;
}>;


export type InvitationChangedSubscription = { invitationChanged: { __typename: 'InvitationChange', kind: ChangeKind, invitationId: string | null, invitation: (
      { __typename: 'Invitation' }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    ) | null } | null };

export type InvitationItemsParseQueryVariables = Exact<{
  text: string;
}>;


export type InvitationItemsParseQuery = { invitationItemsParse: { __typename: 'InvitationItemsParsed', problem: string | null, items: Array<{ __typename: 'InvitationItemParsed', line: number, email: string, firstName: string | null, lastName: string | null, problem: string | null }> } | null };

export type InvitationPreviewQueryVariables = Exact<{
  token: string;
}>;


export type InvitationPreviewQuery = { invitationPreview: { __typename: 'InvitationPreview', maskedEmail: string, organizationName: string, inviterName: string | null, message: string | null, firstName: string, lastName: string, roleNames: Array<string>, modules: Array<string>, subAccountNames: Array<string>, expiresAt: string, status: InvitationStatus, termsVersion: string, twoFactorRequired: boolean } | null };

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

export type JobQueryVariables = Exact<{
  id: string;
}>;


export type JobQuery = { job: (
    { __typename: 'Job' }
    & { ' $fragmentRefs'?: { 'JobRowFragment': JobRowFragment } }
  ) | null };

export type JobCancelMutationVariables = Exact<{
  id: string;
}>;


export type JobCancelMutation = { jobCancel: { __typename: 'JobPayload', job: (
      { __typename: 'Job' }
      & { ' $fragmentRefs'?: { 'JobRowFragment': JobRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type JobChangedSubscriptionVariables = Exact<{
  id: string;
}>;


export type JobChangedSubscription = { jobChanged: (
    { __typename: 'Job' }
    & { ' $fragmentRefs'?: { 'JobRowFragment': JobRowFragment } }
  ) | null };

export type JobItemsQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  status?: Array<JobItemStatus> | JobItemStatus | null | undefined;
}>;


export type JobItemsQuery = { job: { __typename: 'Job', id: string, items: { __typename: 'JobItemConnection', totalCount: number, nodes: Array<{ __typename: 'JobItem', position: number, label: string, status: JobItemStatus, user: { __typename: 'User', id: string, displayName: string } | null, errors: Array<(
          { __typename: 'MutationError' }
          & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
        )> }>, pageInfo: (
        { __typename: 'PageInfo' }
        & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
      ) } | null } | null };

export type JobRowFragment = { __typename: 'Job', id: string, kind: JobKind, status: JobStatus, total: number | null, done: number, failed: number, progress: number, failureReason: string | null, createdAt: string, startedAt: string | null, finishedAt: string | null, download: { __typename: 'JobDownload', url: string, fileName: string, contentType: string, size: string, sha256: string, expiresAt: string } | null } & { ' $fragmentName'?: 'JobRowFragment' };

export type JobsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type JobsQuery = { jobs: { __typename: 'JobConnection', nodes: Array<(
      { __typename: 'Job' }
      & { ' $fragmentRefs'?: { 'JobRowFragment': JobRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type MailSenderQueryVariables = Exact<{ [key: string]: never; }>;


export type MailSenderQuery = { mailSender: { __typename: 'MailSender', name: string } | null };

export type MailSenderSetMutationVariables = Exact<{
  name?: string | null | undefined;
}>;


export type MailSenderSetMutation = { mailSenderSet: { __typename: 'MailSenderPayload', mailSender: { __typename: 'MailSender', name: string } | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type MemberDeactivateMutationVariables = Exact<{
  id: string;
  input?: MemberEndInput;
}>;


export type MemberDeactivateMutation = { memberDeactivate: { __typename: 'MembershipPayload', membership: (
      { __typename: 'Membership' }
      & { ' $fragmentRefs'?: { 'MembershipRowFragment': MembershipRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type MemberReactivateMutationVariables = Exact<{
  id: string;
  input?: MemberReactivateInput;
}>;


export type MemberReactivateMutation = { memberReactivate: { __typename: 'MembershipPayload', membership: (
      { __typename: 'Membership' }
      & { ' $fragmentRefs'?: { 'MembershipRowFragment': MembershipRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type MemberRemoveMutationVariables = Exact<{
  id: string;
  input?: MemberEndInput;
}>;


export type MemberRemoveMutation = { memberRemove: { __typename: 'MemberRemovePayload', deletedId: string | null, user: (
      { __typename: 'User', memberships: Array<(
        { __typename: 'Membership' }
        & { ' $fragmentRefs'?: { 'MembershipRowFragment': MembershipRowFragment } }
      )> }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type MemberUpdateMutationVariables = Exact<{
  id: string;
  input: MemberUpdateInput;
}>;


export type MemberUpdateMutation = { memberUpdate: { __typename: 'MembershipPayload', membership: (
      { __typename: 'Membership' }
      & { ' $fragmentRefs'?: { 'MembershipRowFragment': MembershipRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type MembershipRowFragment = { __typename: 'Membership', id: string, version: number, status: MembershipStatus, access: ClientAccess, modules: Array<string>, joinedAt: string | null, viewerActions: Array<MembershipAction>, organization: { __typename: 'Organization', id: string, name: string }, subAccounts: Array<{ __typename: 'Organization', id: string, name: string }> } & { ' $fragmentName'?: 'MembershipRowFragment' };

export type ModulesQueryVariables = Exact<{ [key: string]: never; }>;


export type ModulesQuery = { modules: Array<{ __typename: 'Module', key: string, name: string, adminOnly: boolean }> | null };

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
    { __typename: 'Organization', twoFactorRequired: boolean, updatedAt: string, userStats: { __typename: 'UserStats', total: number, active: number, pending: number, suspended: number } | null, children: { __typename: 'OrganizationConnection', nodes: Array<(
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

export type OrganizationTwoFactorSetMutationVariables = Exact<{
  id: string;
  required: boolean;
}>;


export type OrganizationTwoFactorSetMutation = { organizationTwoFactorSet: { __typename: 'OrganizationPayload', organization: (
      { __typename: 'Organization', twoFactorRequired: boolean }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

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

export type PasskeyRegisterMutationVariables = Exact<{
  input: PasskeyRegisterInput;
}>;


export type PasskeyRegisterMutation = { passkeyRegister: { __typename: 'TwoFactorPayload', recoveryCodes: Array<string>, twoFactor: (
      { __typename: 'TwoFactor' }
      & { ' $fragmentRefs'?: { 'TwoFactorStateFragment': TwoFactorStateFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type PasskeyRegistrationBeginMutationVariables = Exact<{ [key: string]: never; }>;


export type PasskeyRegistrationBeginMutation = { passkeyRegistrationBegin: { __typename: 'PasskeyRegistrationPayload', token: string | null, options: unknown, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type PasskeyRemoveMutationVariables = Exact<{
  id: string;
}>;


export type PasskeyRemoveMutation = { passkeyRemove: { __typename: 'TwoFactorPayload', twoFactor: (
      { __typename: 'TwoFactor' }
      & { ' $fragmentRefs'?: { 'TwoFactorStateFragment': TwoFactorStateFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type PasskeyRenameMutationVariables = Exact<{
  id: string;
  name: string;
}>;


export type PasskeyRenameMutation = { passkeyRename: { __typename: 'TwoFactorPayload', twoFactor: (
      { __typename: 'TwoFactor' }
      & { ' $fragmentRefs'?: { 'TwoFactorStateFragment': TwoFactorStateFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type PasswordChangeMutationVariables = Exact<{
  input: PasswordChangeInput;
}>;


export type PasswordChangeMutation = { passwordChange: { __typename: 'PasswordPayload', ok: boolean, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type PasswordForgottenMutationVariables = Exact<{
  input: PasswordForgottenInput;
}>;


export type PasswordForgottenMutation = { passwordForgotten: { __typename: 'PasswordPayload', ok: boolean, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type PasswordResetMutationVariables = Exact<{
  input: PasswordResetInput;
}>;


export type PasswordResetMutation = { passwordReset: { __typename: 'PasswordPayload', ok: boolean, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type PermissionMatrixQueryVariables = Exact<{ [key: string]: never; }>;


export type PermissionMatrixQuery = { permissionMatrix: Array<{ __typename: 'RolePermissions', roleKey: string, name: string, family: RoleFamily, allowed: Array<Permission>, denied: Array<Permission> }> | null };

export type RecoveryCodesRenewMutationVariables = Exact<{ [key: string]: never; }>;


export type RecoveryCodesRenewMutation = { recoveryCodesRenew: { __typename: 'TwoFactorPayload', recoveryCodes: Array<string>, twoFactor: (
      { __typename: 'TwoFactor' }
      & { ' $fragmentRefs'?: { 'TwoFactorStateFragment': TwoFactorStateFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type RefusalFragment = { __typename: 'MutationError', code: MutationErrorCode, message: string, path: Array<string> | null, relatedIds: Array<string> | null } & { ' $fragmentName'?: 'RefusalFragment' };

export type RoleCreateMutationVariables = Exact<{
  input: RoleCreateInput;
}>;


export type RoleCreateMutation = { roleCreate: { __typename: 'RolePayload', role: (
      { __typename: 'Role' }
      & { ' $fragmentRefs'?: { 'RoleRowFragment': RoleRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type RoleDeleteMutationVariables = Exact<{
  id: string;
  input?: RoleDeleteInput;
}>;


export type RoleDeleteMutation = { roleDelete: { __typename: 'RoleDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type RoleGrantRowFragment = { __typename: 'RoleGrant', startsAt: string | null, expiresAt: string | null, active: boolean, role: { __typename: 'Role', id: string, key: string, name: string }, organization: { __typename: 'Organization', id: string, name: string } | null, grantedBy: { __typename: 'User', id: string, displayName: string } | null } & { ' $fragmentName'?: 'RoleGrantRowFragment' };

export type RoleRowFragment = { __typename: 'Role', id: string, version: number, key: string, name: string, description: string, family: RoleFamily, system: boolean, permissions: Array<Permission>, twoFactorRequired: boolean, viewerActions: Array<RoleAction>, organization: { __typename: 'Organization', id: string, name: string } | null } & { ' $fragmentName'?: 'RoleRowFragment' };

export type RoleTwoFactorSetMutationVariables = Exact<{
  id: string;
  required: boolean;
}>;


export type RoleTwoFactorSetMutation = { roleTwoFactorSet: { __typename: 'RolePayload', role: (
      { __typename: 'Role' }
      & { ' $fragmentRefs'?: { 'RoleRowFragment': RoleRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type RoleUpdateMutationVariables = Exact<{
  id: string;
  input: RoleUpdateInput;
}>;


export type RoleUpdateMutation = { roleUpdate: { __typename: 'RolePayload', role: (
      { __typename: 'Role' }
      & { ' $fragmentRefs'?: { 'RoleRowFragment': RoleRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type RolesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  family?: Array<RoleFamily> | RoleFamily | null | undefined;
  search?: string | null | undefined;
  organizationId?: string | null | undefined;
  grantable?: boolean;
  userCounts?: boolean;
}>;


export type RolesQuery = { roles: { __typename: 'RoleConnection', totalCount: number, nodes: Array<(
      { __typename: 'Role', userCount?: number | null }
      & { ' $fragmentRefs'?: { 'RoleRowFragment': RoleRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type SessionChallengeAnswerMutationVariables = Exact<{
  input: SessionChallengeAnswerInput;
}>;


export type SessionChallengeAnswerMutation = { sessionChallengeAnswer: { __typename: 'SessionCreatePayload', token: string | null, recoveryCodes: Array<string>, session: { __typename: 'Session', id: string, expiresAt: string } | null, challenge: (
      { __typename: 'SessionChallenge' }
      & { ' $fragmentRefs'?: { 'SignInChallengeFragment': SignInChallengeFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type SessionPasskeyBeginMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionPasskeyBeginMutation = { sessionPasskeyBegin: { __typename: 'SessionPasskeyPayload', token: string | null, options: unknown, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type SessionRevokeMutationVariables = Exact<{
  id: string;
}>;


export type SessionRevokeMutation = { sessionRevoke: { __typename: 'SessionDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type SessionRowFragment = { __typename: 'Session', id: string, device: string, ipAddress: string | null, createdAt: string, lastSeenAt: string, expiresAt: string, current: boolean, twoFactor: boolean, provenUntil: string | null } & { ' $fragmentName'?: 'SessionRowFragment' };

export type SessionStepUpMutationVariables = Exact<{
  input: SessionStepUpInput;
}>;


export type SessionStepUpMutation = { sessionStepUp: { __typename: 'SessionStepUpPayload', session: (
      { __typename: 'Session' }
      & { ' $fragmentRefs'?: { 'SessionRowFragment': SessionRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type SessionStepUpPasskeyBeginMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionStepUpPasskeyBeginMutation = { sessionStepUpPasskeyBegin: { __typename: 'SessionPasskeyPayload', token: string | null, options: unknown, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type SessionsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type SessionsQuery = { sessions: { __typename: 'SessionConnection', totalCount: number, nodes: Array<(
      { __typename: 'Session' }
      & { ' $fragmentRefs'?: { 'SessionRowFragment': SessionRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type SessionsRevokeOthersMutationVariables = Exact<{ [key: string]: never; }>;


export type SessionsRevokeOthersMutation = { sessionsRevokeOthers: { __typename: 'SessionsEndPayload', ended: number, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type SignInMutationVariables = Exact<{
  input: SessionCreateInput;
}>;


export type SignInMutation = { sessionCreate: { __typename: 'SessionCreatePayload', token: string | null, session: { __typename: 'Session', id: string, expiresAt: string } | null, challenge: (
      { __typename: 'SessionChallenge' }
      & { ' $fragmentRefs'?: { 'SignInChallengeFragment': SignInChallengeFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type SignInChallengeFragment = { __typename: 'SessionChallenge', kind: SessionChallengeKind, token: string, expiresAt: string, passkeyOptions: unknown, totp: { __typename: 'TotpEnrollment', secret: string, uri: string, qrCode: string } | null } & { ' $fragmentName'?: 'SignInChallengeFragment' };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { sessionDelete: { __typename: 'SessionDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type TotpConfirmMutationVariables = Exact<{
  code: string;
}>;


export type TotpConfirmMutation = { totpConfirm: { __typename: 'TwoFactorPayload', recoveryCodes: Array<string>, twoFactor: (
      { __typename: 'TwoFactor' }
      & { ' $fragmentRefs'?: { 'TwoFactorStateFragment': TwoFactorStateFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type TotpEnrollMutationVariables = Exact<{ [key: string]: never; }>;


export type TotpEnrollMutation = { totpEnroll: { __typename: 'TotpEnrollPayload', enrollment: { __typename: 'TotpEnrollment', secret: string, uri: string, qrCode: string } | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type TotpRemoveMutationVariables = Exact<{ [key: string]: never; }>;


export type TotpRemoveMutation = { totpRemove: { __typename: 'TwoFactorPayload', twoFactor: (
      { __typename: 'TwoFactor' }
      & { ' $fragmentRefs'?: { 'TwoFactorStateFragment': TwoFactorStateFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type TwoFactorStateFragment = { __typename: 'TwoFactor', enabled: boolean, required: boolean, totpSince: string | null, recoveryCodesLeft: number, passkeys: Array<{ __typename: 'Passkey', id: string, name: string, createdAt: string, lastUsedAt: string | null }> } & { ' $fragmentName'?: 'TwoFactorStateFragment' };

export type UserActivationEmailSendMutationVariables = Exact<{
  id: string;
}>;


export type UserActivationEmailSendMutation = { userActivationEmailSend: { __typename: 'InvitationPayload', invitation: (
      { __typename: 'Invitation' }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserByExternalIdQueryVariables = Exact<{
  organizationId: string;
  externalId: string;
}>;


export type UserByExternalIdQuery = { userByExternalId: (
    { __typename: 'User' }
    & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment;'UserProfileFragment': UserProfileFragment } }
  ) | null };

export type UserChangedSubscriptionVariables = Exact<{
  organizationId?: string | null | undefined;
}>;


export type UserChangedSubscription = { userChanged: { __typename: 'UserChange', kind: ChangeKind, userId: string | null, user: (
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    ) | null } | null };

export type UserCreateMutationVariables = Exact<{
  input: UserCreateInput;
}>;


export type UserCreateMutation = { userCreate: { __typename: 'UserSecretPayload', temporaryPassword: string | null, user: (
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment;'UserProfileFragment': UserProfileFragment } }
    ) | null, errors: Array<(
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
    { __typename: 'User', createdAt: string, updatedAt: string, lastActivityAt: string | null, grants: Array<(
      { __typename: 'RoleGrant' }
      & { ' $fragmentRefs'?: { 'RoleGrantRowFragment': RoleGrantRowFragment } }
    )>, memberships: Array<(
      { __typename: 'Membership' }
      & { ' $fragmentRefs'?: { 'MembershipRowFragment': MembershipRowFragment } }
    )>, suspension: { __typename: 'UserSuspension', motive: SuspensionMotive | null, reason: string | null, suspendedAt: string, until: string | null, suspendedBy: { __typename: 'User', id: string, displayName: string } | null } | null, invitation: (
      { __typename: 'Invitation' }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    ) | null }
    & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment;'UserProfileFragment': UserProfileFragment } }
  ) | null };

export type UserEmailChangeMutationVariables = Exact<{
  id: string;
  input: UserEmailChangeInput;
}>;


export type UserEmailChangeMutation = { userEmailChange: { __typename: 'UserPayload', user: (
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment;'UserProfileFragment': UserProfileFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserEmailChangeCancelMutationVariables = Exact<{
  id: string;
}>;


export type UserEmailChangeCancelMutation = { userEmailChangeCancel: { __typename: 'UserPayload', user: (
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment;'UserProfileFragment': UserProfileFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserEmailConfirmMutationVariables = Exact<{
  token: string;
}>;


export type UserEmailConfirmMutation = { userEmailConfirm: { __typename: 'UserEmailConfirmPayload', email: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserFindQueryVariables = Exact<{
  by: UserBy;
}>;


export type UserFindQuery = { user: (
    { __typename: 'User' }
    & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment;'UserProfileFragment': UserProfileFragment } }
  ) | null };

export type UserPasswordResetMutationVariables = Exact<{
  id: string;
}>;


export type UserPasswordResetMutation = { userPasswordReset: { __typename: 'UserSecretPayload', temporaryPassword: string | null, user: (
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserPasswordResetLinkSendMutationVariables = Exact<{
  id: string;
}>;


export type UserPasswordResetLinkSendMutation = { userPasswordResetLinkSend: { __typename: 'UserPayload', user: (
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserProfileFragment = { __typename: 'User', firstName: string, lastName: string, phone: string | null, avatarUrl: string | null, timezone: string | null, locale: string | null, externalId: string | null, primaryTenant: string, pendingEmail: string | null, twoFactorEnabled: boolean, mustChangePassword: boolean } & { ' $fragmentName'?: 'UserProfileFragment' };

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

export type UserRolesPreviewQueryVariables = Exact<{
  id: string;
  input: UserRolesInput;
}>;


export type UserRolesPreviewQuery = { userRolesPreview: { __typename: 'UserRolesPlan', gained: Array<Permission>, lost: Array<Permission>, sessionsToRenew: number, planToken: string | null, added: Array<{ __typename: 'Role', id: string, key: string, name: string }>, removed: Array<{ __typename: 'Role', id: string, key: string, name: string }>, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserRolesSetMutationVariables = Exact<{
  id: string;
  input: UserRolesSetInput;
}>;


export type UserRolesSetMutation = { userRolesSet: { __typename: 'UserPayload', user: (
      { __typename: 'User', grants: Array<(
        { __typename: 'RoleGrant' }
        & { ' $fragmentRefs'?: { 'RoleGrantRowFragment': RoleGrantRowFragment } }
      )> }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserRowFragment = { __typename: 'User', id: string, version: number, displayName: string, email: string, initials: string, status: UserStatus, userType: UserType | null, resellerRole: ResellerRole | null, lastLoginAt: string | null, viewerActions: Array<UserAction>, roles: Array<{ __typename: 'Role', id: string, key: string, name: string }>, organization: { __typename: 'Organization', id: string, name: string } } & { ' $fragmentName'?: 'UserRowFragment' };

export type UserSessionsEndMutationVariables = Exact<{
  id: string;
}>;


export type UserSessionsEndMutation = { userSessionsEnd: { __typename: 'UserPayload', user: (
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

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

export type UserTwoFactorResetMutationVariables = Exact<{
  id: string;
}>;


export type UserTwoFactorResetMutation = { userTwoFactorReset: { __typename: 'UserPayload', user: (
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment;'UserProfileFragment': UserProfileFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UserUpdateMutationVariables = Exact<{
  id: string;
  input: UserUpdateInput;
}>;


export type UserUpdateMutation = { userUpdate: { __typename: 'UserPayload', user: (
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment;'UserProfileFragment': UserProfileFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UsersBulkChangeMutationVariables = Exact<{
  input: UsersBulkChangeInput;
}>;


export type UsersBulkChangeMutation = { usersBulkChange: { __typename: 'UsersBulkPayload', matched: number, results: Array<{ __typename: 'UserBulkResult', userId: string, ok: boolean, user: (
        { __typename: 'User' }
        & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
      ) | null, errors: Array<(
        { __typename: 'MutationError' }
        & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
      )> }>, job: (
      { __typename: 'Job' }
      & { ' $fragmentRefs'?: { 'JobRowFragment': JobRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type UsersImportMutationVariables = Exact<{
  input: UsersImportInput;
}>;


export type UsersImportMutation = { usersImport: { __typename: 'UsersImportPayload', rows: number, results: Array<{ __typename: 'UserImportResult', row: number, email: string, ok: boolean, user: (
        { __typename: 'User' }
        & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
      ) | null, errors: Array<(
        { __typename: 'MutationError' }
        & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
      )> }>, job: (
      { __typename: 'Job' }
      & { ' $fragmentRefs'?: { 'JobRowFragment': JobRowFragment } }
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

export type ViewerProfileQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerProfileQuery = { viewer: { __typename: 'Viewer', id: string, user: (
      { __typename: 'User', memberships: Array<(
        { __typename: 'Membership' }
        & { ' $fragmentRefs'?: { 'MembershipRowFragment': MembershipRowFragment } }
      )> }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment;'UserProfileFragment': UserProfileFragment } }
    ) } | null };

export type ViewerSecurityQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ViewerSecurityQuery = { viewer: { __typename: 'Viewer', id: string, session: (
      { __typename: 'Session' }
      & { ' $fragmentRefs'?: { 'SessionRowFragment': SessionRowFragment } }
    ), twoFactor: (
      { __typename: 'TwoFactor' }
      & { ' $fragmentRefs'?: { 'TwoFactorStateFragment': TwoFactorStateFragment } }
    ), auditEvents: { __typename: 'AuditEventConnection', nodes: Array<(
        { __typename: 'AuditEvent' }
        & { ' $fragmentRefs'?: { 'AuditEventRowFragment': AuditEventRowFragment } }
      )>, pageInfo: (
        { __typename: 'PageInfo' }
        & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
      ) } | null } | null };

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
export const AuditEventRowFragmentDoc = new TypedDocumentString(`
    fragment AuditEventRow on AuditEvent {
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
  ipAddress
  requestId
}
    `, {"fragmentName":"AuditEventRow"}) as unknown as TypedDocumentString<AuditEventRowFragment, unknown>;
export const DeadMailRowFragmentDoc = new TypedDocumentString(`
    fragment DeadMailRow on DeadMail {
  __typename
  id
  kind
  email
  user {
    __typename
    id
    displayName
    email
  }
  failure
  attempts
  createdAt
  resentAt
}
    `, {"fragmentName":"DeadMailRow"}) as unknown as TypedDocumentString<DeadMailRowFragment, unknown>;
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
export const JobRowFragmentDoc = new TypedDocumentString(`
    fragment JobRow on Job {
  __typename
  id
  kind
  status
  total
  done
  failed
  progress
  failureReason
  createdAt
  startedAt
  finishedAt
  download {
    __typename
    url
    fileName
    contentType
    size
    sha256
    expiresAt
  }
}
    `, {"fragmentName":"JobRow"}) as unknown as TypedDocumentString<JobRowFragment, unknown>;
export const MembershipRowFragmentDoc = new TypedDocumentString(`
    fragment MembershipRow on Membership {
  __typename
  id
  version
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
  viewerActions
}
    `, {"fragmentName":"MembershipRow"}) as unknown as TypedDocumentString<MembershipRowFragment, unknown>;
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
export const RoleGrantRowFragmentDoc = new TypedDocumentString(`
    fragment RoleGrantRow on RoleGrant {
  __typename
  role {
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
  startsAt
  expiresAt
  active
  grantedBy {
    __typename
    id
    displayName
  }
}
    `, {"fragmentName":"RoleGrantRow"}) as unknown as TypedDocumentString<RoleGrantRowFragment, unknown>;
export const RoleRowFragmentDoc = new TypedDocumentString(`
    fragment RoleRow on Role {
  __typename
  id
  version
  key
  name
  description
  family
  system
  permissions
  organization {
    __typename
    id
    name
  }
  twoFactorRequired
  viewerActions
}
    `, {"fragmentName":"RoleRow"}) as unknown as TypedDocumentString<RoleRowFragment, unknown>;
export const SessionRowFragmentDoc = new TypedDocumentString(`
    fragment SessionRow on Session {
  __typename
  id
  device
  ipAddress
  createdAt
  lastSeenAt
  expiresAt
  current
  twoFactor
  provenUntil
}
    `, {"fragmentName":"SessionRow"}) as unknown as TypedDocumentString<SessionRowFragment, unknown>;
export const SignInChallengeFragmentDoc = new TypedDocumentString(`
    fragment SignInChallenge on SessionChallenge {
  __typename
  kind
  token
  expiresAt
  passkeyOptions
  totp {
    __typename
    secret
    uri
    qrCode
  }
}
    `, {"fragmentName":"SignInChallenge"}) as unknown as TypedDocumentString<SignInChallengeFragment, unknown>;
export const TwoFactorStateFragmentDoc = new TypedDocumentString(`
    fragment TwoFactorState on TwoFactor {
  __typename
  enabled
  required
  totpSince
  passkeys {
    __typename
    id
    name
    createdAt
    lastUsedAt
  }
  recoveryCodesLeft
}
    `, {"fragmentName":"TwoFactorState"}) as unknown as TypedDocumentString<TwoFactorStateFragment, unknown>;
export const UserProfileFragmentDoc = new TypedDocumentString(`
    fragment UserProfile on User {
  __typename
  firstName
  lastName
  phone
  avatarUrl
  timezone
  locale
  externalId
  primaryTenant
  pendingEmail
  twoFactorEnabled
  mustChangePassword
}
    `, {"fragmentName":"UserProfile"}) as unknown as TypedDocumentString<UserProfileFragment, unknown>;
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
export const AuditEventAddedDocument = new TypedDocumentString(`
    subscription AuditEventAdded($organizationId: ID) {
  auditEventAdded(organizationId: $organizationId) {
    __typename
    kind
    auditEvent {
      __typename
      ...AuditEventRow
    }
  }
}
    fragment AuditEventRow on AuditEvent {
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
  ipAddress
  requestId
}`, {"hash":"912713f4e857c812cb4a28ae4f3fc9372dec0af65248f01fb018c605a4405f4b"}) as unknown as TypedDocumentString<AuditEventAddedSubscription, AuditEventAddedSubscriptionVariables>;
export const AuditEventsDocument = new TypedDocumentString(`
    query AuditEvents($first: Int, $after: Cursor, $where: AuditEventWhereInput) {
  auditEvents(first: $first, after: $after, where: $where) {
    __typename
    nodes {
      __typename
      ...AuditEventRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
  }
}
    fragment AuditEventRow on AuditEvent {
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
  ipAddress
  requestId
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"7d4dae7b3ecd4e838a2818ecaf093cb0a6a3711059527524343bbe5499d1d573"}) as unknown as TypedDocumentString<AuditEventsQuery, AuditEventsQueryVariables>;
export const DeadMailResendDocument = new TypedDocumentString(`
    mutation DeadMailResend($id: ID!) {
  deadMailResend(id: $id) {
    __typename
    deadMail {
      __typename
      ...DeadMailRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment DeadMailRow on DeadMail {
  __typename
  id
  kind
  email
  user {
    __typename
    id
    displayName
    email
  }
  failure
  attempts
  createdAt
  resentAt
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"43037a8b79b3b34061f2bd41373af2fccf694762f83c2e5f24bc75f5b980b92b"}) as unknown as TypedDocumentString<DeadMailResendMutation, DeadMailResendMutationVariables>;
export const DeadMailsDocument = new TypedDocumentString(`
    query DeadMails($first: Int, $after: Cursor) {
  deadMails(first: $first, after: $after) {
    __typename
    nodes {
      __typename
      ...DeadMailRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
  }
}
    fragment DeadMailRow on DeadMail {
  __typename
  id
  kind
  email
  user {
    __typename
    id
    displayName
    email
  }
  failure
  attempts
  createdAt
  resentAt
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"d42a93abc37a719db7c74c331108140447ed7fe2bbefc296ee2f2ece6ae976c4"}) as unknown as TypedDocumentString<DeadMailsQuery, DeadMailsQueryVariables>;
export const ExplainAccessDocument = new TypedDocumentString(`
    query ExplainAccess($userId: ID!, $permission: Permission!, $on: ID!) {
  explainAccess(userId: $userId, permission: $permission, on: $on) {
    __typename
    allowed
    refusedBy
    rules {
      __typename
      role {
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
      effect
      decides
    }
  }
}
    `, {"hash":"8c0a3b1bf8b4944e1a752272ae62fbbce7be3e8bc002a4ad26b9672b87d3fe25"}) as unknown as TypedDocumentString<ExplainAccessQuery, ExplainAccessQueryVariables>;
export const ExportCreateDocument = new TypedDocumentString(`
    mutation ExportCreate($input: ExportCreateInput!) {
  exportCreate(input: $input) {
    __typename
    job {
      __typename
      ...JobRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment JobRow on Job {
  __typename
  id
  kind
  status
  total
  done
  failed
  progress
  failureReason
  createdAt
  startedAt
  finishedAt
  download {
    __typename
    url
    fileName
    contentType
    size
    sha256
    expiresAt
  }
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"459bf9906a9dfb645491af6dc355f8e45c9e9d542a8c4bb05a649240e459d087"}) as unknown as TypedDocumentString<ExportCreateMutation, ExportCreateMutationVariables>;
export const InvitationAcceptDocument = new TypedDocumentString(`
    mutation InvitationAccept($input: InvitationAcceptInput!) {
  invitationAccept(input: $input) {
    __typename
    userId
    email
    session {
      __typename
      id
      expiresAt
    }
    token
    challenge {
      __typename
      ...SignInChallenge
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
fragment SignInChallenge on SessionChallenge {
  __typename
  kind
  token
  expiresAt
  passkeyOptions
  totp {
    __typename
    secret
    uri
    qrCode
  }
}`, {"hash":"328f745afc90a0ac7bf0a4dca86e31d64ff30a4ac5eb7a4e926b8a1ba3257f89"}) as unknown as TypedDocumentString<InvitationAcceptMutation, InvitationAcceptMutationVariables>;
export const InvitationChangedDocument = new TypedDocumentString(`
    subscription InvitationChanged($organizationId: ID) {
  invitationChanged(organizationId: $organizationId) {
    __typename
    kind
    invitationId
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
}`, {"hash":"5db7106e64f7704bc9dbe1da5cefcbe5f7bf0e332710cf7eb2c29bb7192e3147"}) as unknown as TypedDocumentString<InvitationChangedSubscription, InvitationChangedSubscriptionVariables>;
export const InvitationItemsParseDocument = new TypedDocumentString(`
    query InvitationItemsParse($text: LongText!) {
  invitationItemsParse(text: $text) {
    __typename
    items {
      __typename
      line
      email
      firstName
      lastName
      problem
    }
    problem
  }
}
    `, {"hash":"187ee11fcc2c38adec236192f42641025351fb64972fbd64b22342700b09c018"}) as unknown as TypedDocumentString<InvitationItemsParseQuery, InvitationItemsParseQueryVariables>;
export const InvitationPreviewDocument = new TypedDocumentString(`
    query InvitationPreview($token: String!) {
  invitationPreview(token: $token) {
    __typename
    maskedEmail
    organizationName
    inviterName
    message
    firstName
    lastName
    roleNames
    modules
    subAccountNames
    expiresAt
    status
    termsVersion
    twoFactorRequired
  }
}
    `, {"hash":"880c009c79bcda399535d96ca7742b33cf2c1c510ba99a0336cf259e0ac4cdb7"}) as unknown as TypedDocumentString<InvitationPreviewQuery, InvitationPreviewQueryVariables>;
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
export const JobDocument = new TypedDocumentString(`
    query Job($id: ID!) {
  job(id: $id) {
    __typename
    ...JobRow
  }
}
    fragment JobRow on Job {
  __typename
  id
  kind
  status
  total
  done
  failed
  progress
  failureReason
  createdAt
  startedAt
  finishedAt
  download {
    __typename
    url
    fileName
    contentType
    size
    sha256
    expiresAt
  }
}`, {"hash":"233e1b87ec5629d7f95e8e57011ee7595486e1d96cfc48e6fdb4508d5a89c9d0"}) as unknown as TypedDocumentString<JobQuery, JobQueryVariables>;
export const JobCancelDocument = new TypedDocumentString(`
    mutation JobCancel($id: ID!) {
  jobCancel(id: $id) {
    __typename
    job {
      __typename
      ...JobRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment JobRow on Job {
  __typename
  id
  kind
  status
  total
  done
  failed
  progress
  failureReason
  createdAt
  startedAt
  finishedAt
  download {
    __typename
    url
    fileName
    contentType
    size
    sha256
    expiresAt
  }
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"c8f590cf60bf38303f8bdf26e734946d5ea444cef29d5107ab42b0dbca5286a5"}) as unknown as TypedDocumentString<JobCancelMutation, JobCancelMutationVariables>;
export const JobChangedDocument = new TypedDocumentString(`
    subscription JobChanged($id: ID!) {
  jobChanged(id: $id) {
    __typename
    ...JobRow
  }
}
    fragment JobRow on Job {
  __typename
  id
  kind
  status
  total
  done
  failed
  progress
  failureReason
  createdAt
  startedAt
  finishedAt
  download {
    __typename
    url
    fileName
    contentType
    size
    sha256
    expiresAt
  }
}`, {"hash":"c6311c32104d884a2664c861da2cc642a7d80a630b6c4075d7d0b202d2c28ddb"}) as unknown as TypedDocumentString<JobChangedSubscription, JobChangedSubscriptionVariables>;
export const JobItemsDocument = new TypedDocumentString(`
    query JobItems($id: ID!, $first: Int, $after: Cursor, $status: [JobItemStatus!]) {
  job(id: $id) {
    __typename
    id
    items(first: $first, after: $after, status: $status) {
      __typename
      nodes {
        __typename
        position
        label
        status
        user {
          __typename
          id
          displayName
        }
        errors {
          __typename
          ...Refusal
        }
      }
      pageInfo {
        __typename
        ...PageFields
      }
      totalCount
    }
  }
}
    fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"2056fe0ed58ebe1ea5f798d0c8040fece91b8b7b09076e9e6c7f31c2448d3d8b"}) as unknown as TypedDocumentString<JobItemsQuery, JobItemsQueryVariables>;
export const JobsDocument = new TypedDocumentString(`
    query Jobs($first: Int, $after: Cursor) {
  jobs(first: $first, after: $after) {
    __typename
    nodes {
      __typename
      ...JobRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
  }
}
    fragment JobRow on Job {
  __typename
  id
  kind
  status
  total
  done
  failed
  progress
  failureReason
  createdAt
  startedAt
  finishedAt
  download {
    __typename
    url
    fileName
    contentType
    size
    sha256
    expiresAt
  }
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"b67f5debbe814d64eaa840059aa2f24f0c157afede0ec675c4eef36113272a11"}) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const MailSenderDocument = new TypedDocumentString(`
    query MailSender {
  mailSender {
    __typename
    name
  }
}
    `, {"hash":"fcaa6f6c6dee60ea8f59087912aa243e5991eed40bcb4bc43a3922a3425d9772"}) as unknown as TypedDocumentString<MailSenderQuery, MailSenderQueryVariables>;
export const MailSenderSetDocument = new TypedDocumentString(`
    mutation MailSenderSet($name: String) {
  mailSenderSet(name: $name) {
    __typename
    mailSender {
      __typename
      name
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
}`, {"hash":"40e819ed1da9cdcdc4423d94021da15672dc8a35e019c7a4569912735d317f56"}) as unknown as TypedDocumentString<MailSenderSetMutation, MailSenderSetMutationVariables>;
export const MemberDeactivateDocument = new TypedDocumentString(`
    mutation MemberDeactivate($id: ID!, $input: MemberEndInput! = {}) {
  memberDeactivate(id: $id, input: $input) {
    __typename
    membership {
      __typename
      ...MembershipRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment MembershipRow on Membership {
  __typename
  id
  version
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
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"f0d0548f2c3d5551a12dc9fb366692fba492794861e8b4ae85be6661091108a0"}) as unknown as TypedDocumentString<MemberDeactivateMutation, MemberDeactivateMutationVariables>;
export const MemberReactivateDocument = new TypedDocumentString(`
    mutation MemberReactivate($id: ID!, $input: MemberReactivateInput! = {}) {
  memberReactivate(id: $id, input: $input) {
    __typename
    membership {
      __typename
      ...MembershipRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment MembershipRow on Membership {
  __typename
  id
  version
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
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"81c7572b13b57ed08995f76ab393ff803f267c78db01d23780bd4e585de3bc7f"}) as unknown as TypedDocumentString<MemberReactivateMutation, MemberReactivateMutationVariables>;
export const MemberRemoveDocument = new TypedDocumentString(`
    mutation MemberRemove($id: ID!, $input: MemberEndInput! = {}) {
  memberRemove(id: $id, input: $input) {
    __typename
    deletedId
    user {
      __typename
      ...UserRow
      memberships {
        __typename
        ...MembershipRow
      }
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment MembershipRow on Membership {
  __typename
  id
  version
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
  viewerActions
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
}`, {"hash":"94295ba4c23b26633b1dfed96a14f15c456f543d2609d3c87b3649e3b4327d38"}) as unknown as TypedDocumentString<MemberRemoveMutation, MemberRemoveMutationVariables>;
export const MemberUpdateDocument = new TypedDocumentString(`
    mutation MemberUpdate($id: ID!, $input: MemberUpdateInput!) {
  memberUpdate(id: $id, input: $input) {
    __typename
    membership {
      __typename
      ...MembershipRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment MembershipRow on Membership {
  __typename
  id
  version
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
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"5990dc96717501fd8bf133dd089616d01cd38d125c0fe9191b507ce639654ae0"}) as unknown as TypedDocumentString<MemberUpdateMutation, MemberUpdateMutationVariables>;
export const ModulesDocument = new TypedDocumentString(`
    query Modules {
  modules {
    __typename
    key
    name
    adminOnly
  }
}
    `, {"hash":"4a292050853a1c24e5035c7c7e49ab91aa51c4b34d4e80611a2faf8359c7a8e0"}) as unknown as TypedDocumentString<ModulesQuery, ModulesQueryVariables>;
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
    twoFactorRequired
    updatedAt
    userStats {
      __typename
      total
      active
      pending
      suspended
    }
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
}`, {"hash":"3230171c164e2d89407fa930dec76a4e007d1646257ae9b3961652b7838eae91"}) as unknown as TypedDocumentString<OrganizationDetailQuery, OrganizationDetailQueryVariables>;
export const OrganizationTwoFactorSetDocument = new TypedDocumentString(`
    mutation OrganizationTwoFactorSet($id: ID!, $required: Boolean!) {
  organizationTwoFactorSet(id: $id, required: $required) {
    __typename
    organization {
      __typename
      ...OrganizationRow
      twoFactorRequired
    }
    errors {
      __typename
      ...Refusal
    }
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
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"4790cce0c35ad1fd4f45e665b44cf2e47575569c99eec14d2096598f305e41ef"}) as unknown as TypedDocumentString<OrganizationTwoFactorSetMutation, OrganizationTwoFactorSetMutationVariables>;
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
export const PasskeyRegisterDocument = new TypedDocumentString(`
    mutation PasskeyRegister($input: PasskeyRegisterInput!) {
  passkeyRegister(input: $input) {
    __typename
    twoFactor {
      __typename
      ...TwoFactorState
    }
    recoveryCodes
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
fragment TwoFactorState on TwoFactor {
  __typename
  enabled
  required
  totpSince
  passkeys {
    __typename
    id
    name
    createdAt
    lastUsedAt
  }
  recoveryCodesLeft
}`, {"hash":"9c9c4b102e8f8394ee6cc103c4a7e2c0512122714e059dfd00107aedd495ac70"}) as unknown as TypedDocumentString<PasskeyRegisterMutation, PasskeyRegisterMutationVariables>;
export const PasskeyRegistrationBeginDocument = new TypedDocumentString(`
    mutation PasskeyRegistrationBegin {
  passkeyRegistrationBegin {
    __typename
    token
    options
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
}`, {"hash":"740d9d889371cec224d50243afc52bd08e2c64cf9452ef71f8e4be20fe56606a"}) as unknown as TypedDocumentString<PasskeyRegistrationBeginMutation, PasskeyRegistrationBeginMutationVariables>;
export const PasskeyRemoveDocument = new TypedDocumentString(`
    mutation PasskeyRemove($id: ID!) {
  passkeyRemove(id: $id) {
    __typename
    twoFactor {
      __typename
      ...TwoFactorState
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
fragment TwoFactorState on TwoFactor {
  __typename
  enabled
  required
  totpSince
  passkeys {
    __typename
    id
    name
    createdAt
    lastUsedAt
  }
  recoveryCodesLeft
}`, {"hash":"76f681cb394e1721519d3575262216968c84cfe72feecab36cc1cf937cc90ec0"}) as unknown as TypedDocumentString<PasskeyRemoveMutation, PasskeyRemoveMutationVariables>;
export const PasskeyRenameDocument = new TypedDocumentString(`
    mutation PasskeyRename($id: ID!, $name: String!) {
  passkeyRename(id: $id, name: $name) {
    __typename
    twoFactor {
      __typename
      ...TwoFactorState
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
fragment TwoFactorState on TwoFactor {
  __typename
  enabled
  required
  totpSince
  passkeys {
    __typename
    id
    name
    createdAt
    lastUsedAt
  }
  recoveryCodesLeft
}`, {"hash":"ba7732c7016286894055591d4daeedfeecec3322d96f24289add684c88cfdd5f"}) as unknown as TypedDocumentString<PasskeyRenameMutation, PasskeyRenameMutationVariables>;
export const PasswordChangeDocument = new TypedDocumentString(`
    mutation PasswordChange($input: PasswordChangeInput!) {
  passwordChange(input: $input) {
    __typename
    ok
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
}`, {"hash":"38b5bca16590f1bd283bb6c7eb153e65d82d53de61fa8e25aab9faf2b1d6161a"}) as unknown as TypedDocumentString<PasswordChangeMutation, PasswordChangeMutationVariables>;
export const PasswordForgottenDocument = new TypedDocumentString(`
    mutation PasswordForgotten($input: PasswordForgottenInput!) {
  passwordForgotten(input: $input) {
    __typename
    ok
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
}`, {"hash":"1d55297deb10478166f4dc0a24149e637c9dede0931e6d4250558aa763b84651"}) as unknown as TypedDocumentString<PasswordForgottenMutation, PasswordForgottenMutationVariables>;
export const PasswordResetDocument = new TypedDocumentString(`
    mutation PasswordReset($input: PasswordResetInput!) {
  passwordReset(input: $input) {
    __typename
    ok
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
}`, {"hash":"e185b0504e993318dd94934d19182778cacfd8fd305ea520fd5ae8a72585467f"}) as unknown as TypedDocumentString<PasswordResetMutation, PasswordResetMutationVariables>;
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
export const RecoveryCodesRenewDocument = new TypedDocumentString(`
    mutation RecoveryCodesRenew {
  recoveryCodesRenew {
    __typename
    twoFactor {
      __typename
      ...TwoFactorState
    }
    recoveryCodes
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
fragment TwoFactorState on TwoFactor {
  __typename
  enabled
  required
  totpSince
  passkeys {
    __typename
    id
    name
    createdAt
    lastUsedAt
  }
  recoveryCodesLeft
}`, {"hash":"ad3ffc7c3be933bb3cbd2061d1ce8767e34de3160f9fd6b5babeeef858c02b4f"}) as unknown as TypedDocumentString<RecoveryCodesRenewMutation, RecoveryCodesRenewMutationVariables>;
export const RoleCreateDocument = new TypedDocumentString(`
    mutation RoleCreate($input: RoleCreateInput!) {
  roleCreate(input: $input) {
    __typename
    role {
      __typename
      ...RoleRow
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
fragment RoleRow on Role {
  __typename
  id
  version
  key
  name
  description
  family
  system
  permissions
  organization {
    __typename
    id
    name
  }
  twoFactorRequired
  viewerActions
}`, {"hash":"99fdd17299b925ae98ee1b4b572fce2a590411c45d3c49274200de28ab44eb46"}) as unknown as TypedDocumentString<RoleCreateMutation, RoleCreateMutationVariables>;
export const RoleDeleteDocument = new TypedDocumentString(`
    mutation RoleDelete($id: ID!, $input: RoleDeleteInput! = {}) {
  roleDelete(id: $id, input: $input) {
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
}`, {"hash":"74b676fdb2ae22bff730ca3abbffb02621c84fb70c55e30d70c67137b49429a3"}) as unknown as TypedDocumentString<RoleDeleteMutation, RoleDeleteMutationVariables>;
export const RoleTwoFactorSetDocument = new TypedDocumentString(`
    mutation RoleTwoFactorSet($id: ID!, $required: Boolean!) {
  roleTwoFactorSet(id: $id, required: $required) {
    __typename
    role {
      __typename
      ...RoleRow
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
fragment RoleRow on Role {
  __typename
  id
  version
  key
  name
  description
  family
  system
  permissions
  organization {
    __typename
    id
    name
  }
  twoFactorRequired
  viewerActions
}`, {"hash":"e3c8a26bf8ac22513c2e8c04a2195da2b2d40e133da90d65bfffea56d8a5655b"}) as unknown as TypedDocumentString<RoleTwoFactorSetMutation, RoleTwoFactorSetMutationVariables>;
export const RoleUpdateDocument = new TypedDocumentString(`
    mutation RoleUpdate($id: ID!, $input: RoleUpdateInput!) {
  roleUpdate(id: $id, input: $input) {
    __typename
    role {
      __typename
      ...RoleRow
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
fragment RoleRow on Role {
  __typename
  id
  version
  key
  name
  description
  family
  system
  permissions
  organization {
    __typename
    id
    name
  }
  twoFactorRequired
  viewerActions
}`, {"hash":"4210fe3e37c8bdca2cdfe6fbf1638fa235984bf63c351a4ad78a0bb6aeaccd63"}) as unknown as TypedDocumentString<RoleUpdateMutation, RoleUpdateMutationVariables>;
export const RolesDocument = new TypedDocumentString(`
    query Roles($first: Int, $after: Cursor, $family: [RoleFamily!], $search: String, $organizationId: ID, $grantable: Boolean! = false, $userCounts: Boolean! = false) {
  roles(
    first: $first
    after: $after
    family: $family
    search: $search
    organizationId: $organizationId
    grantable: $grantable
  ) {
    __typename
    nodes {
      __typename
      ...RoleRow
      userCount @include(if: $userCounts)
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
fragment RoleRow on Role {
  __typename
  id
  version
  key
  name
  description
  family
  system
  permissions
  organization {
    __typename
    id
    name
  }
  twoFactorRequired
  viewerActions
}`, {"hash":"5183e720a5678f585424b8e62bc698343d6e915671cee86c84e6f279d5de7d4a"}) as unknown as TypedDocumentString<RolesQuery, RolesQueryVariables>;
export const SessionChallengeAnswerDocument = new TypedDocumentString(`
    mutation SessionChallengeAnswer($input: SessionChallengeAnswerInput!) {
  sessionChallengeAnswer(input: $input) {
    __typename
    session {
      __typename
      id
      expiresAt
    }
    token
    challenge {
      __typename
      ...SignInChallenge
    }
    recoveryCodes
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
fragment SignInChallenge on SessionChallenge {
  __typename
  kind
  token
  expiresAt
  passkeyOptions
  totp {
    __typename
    secret
    uri
    qrCode
  }
}`, {"hash":"3de41aa98338d915885acbeeece5514a7e10cd1f39621c62d002cdbd5765c2f1"}) as unknown as TypedDocumentString<SessionChallengeAnswerMutation, SessionChallengeAnswerMutationVariables>;
export const SessionPasskeyBeginDocument = new TypedDocumentString(`
    mutation SessionPasskeyBegin {
  sessionPasskeyBegin {
    __typename
    token
    options
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
}`, {"hash":"dce7c4eba998136467a5005393380904edc578442e23633646672d80638eab74"}) as unknown as TypedDocumentString<SessionPasskeyBeginMutation, SessionPasskeyBeginMutationVariables>;
export const SessionRevokeDocument = new TypedDocumentString(`
    mutation SessionRevoke($id: ID!) {
  sessionRevoke(id: $id) {
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
}`, {"hash":"3cdc047cc6809bc34e3bae248aaa5bd3edc5f62278faf948d290888c399e36b2"}) as unknown as TypedDocumentString<SessionRevokeMutation, SessionRevokeMutationVariables>;
export const SessionStepUpDocument = new TypedDocumentString(`
    mutation SessionStepUp($input: SessionStepUpInput!) {
  sessionStepUp(input: $input) {
    __typename
    session {
      __typename
      ...SessionRow
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
fragment SessionRow on Session {
  __typename
  id
  device
  ipAddress
  createdAt
  lastSeenAt
  expiresAt
  current
  twoFactor
  provenUntil
}`, {"hash":"d31bf99776ad8d180704443f167c4a931ba60c4a43c06db5a5def0eedd833af3"}) as unknown as TypedDocumentString<SessionStepUpMutation, SessionStepUpMutationVariables>;
export const SessionStepUpPasskeyBeginDocument = new TypedDocumentString(`
    mutation SessionStepUpPasskeyBegin {
  sessionStepUpPasskeyBegin {
    __typename
    token
    options
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
}`, {"hash":"087312aa56abd91ecc338a03661d9fb14753768143024d5b515e74694faab76d"}) as unknown as TypedDocumentString<SessionStepUpPasskeyBeginMutation, SessionStepUpPasskeyBeginMutationVariables>;
export const SessionsDocument = new TypedDocumentString(`
    query Sessions($first: Int, $after: Cursor) {
  sessions(first: $first, after: $after) {
    __typename
    nodes {
      __typename
      ...SessionRow
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
fragment SessionRow on Session {
  __typename
  id
  device
  ipAddress
  createdAt
  lastSeenAt
  expiresAt
  current
  twoFactor
  provenUntil
}`, {"hash":"4f797ca18a02740ccfbe27a2853e86e86cabae466a1517fabef9c7b5db5db403"}) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
export const SessionsRevokeOthersDocument = new TypedDocumentString(`
    mutation SessionsRevokeOthers {
  sessionsRevokeOthers {
    __typename
    ended
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
}`, {"hash":"aa39bafe44bfa0c60e675141be37a1b6236ebae4947ecda34452cc66f98cd85c"}) as unknown as TypedDocumentString<SessionsRevokeOthersMutation, SessionsRevokeOthersMutationVariables>;
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
      ...SignInChallenge
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
fragment SignInChallenge on SessionChallenge {
  __typename
  kind
  token
  expiresAt
  passkeyOptions
  totp {
    __typename
    secret
    uri
    qrCode
  }
}`, {"hash":"7d185d18758835ece9e9592348a485add2de06f24c0238fcd20d0359e84a4418"}) as unknown as TypedDocumentString<SignInMutation, SignInMutationVariables>;
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
export const TotpConfirmDocument = new TypedDocumentString(`
    mutation TotpConfirm($code: String!) {
  totpConfirm(code: $code) {
    __typename
    twoFactor {
      __typename
      ...TwoFactorState
    }
    recoveryCodes
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
fragment TwoFactorState on TwoFactor {
  __typename
  enabled
  required
  totpSince
  passkeys {
    __typename
    id
    name
    createdAt
    lastUsedAt
  }
  recoveryCodesLeft
}`, {"hash":"9a73354ac8d69cd2302320b8258e6d06938fd4c9ffcbc714df2de0e48e5ff880"}) as unknown as TypedDocumentString<TotpConfirmMutation, TotpConfirmMutationVariables>;
export const TotpEnrollDocument = new TypedDocumentString(`
    mutation TotpEnroll {
  totpEnroll {
    __typename
    enrollment {
      __typename
      secret
      uri
      qrCode
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
}`, {"hash":"a5b8697a4e94573056e06e8557abcb148625e35d4311346654a83a96293ff6df"}) as unknown as TypedDocumentString<TotpEnrollMutation, TotpEnrollMutationVariables>;
export const TotpRemoveDocument = new TypedDocumentString(`
    mutation TotpRemove {
  totpRemove {
    __typename
    twoFactor {
      __typename
      ...TwoFactorState
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
fragment TwoFactorState on TwoFactor {
  __typename
  enabled
  required
  totpSince
  passkeys {
    __typename
    id
    name
    createdAt
    lastUsedAt
  }
  recoveryCodesLeft
}`, {"hash":"37dfb6771433e77b1b3d647226618d78ba2656bc95bc497bde56f7639723e6a1"}) as unknown as TypedDocumentString<TotpRemoveMutation, TotpRemoveMutationVariables>;
export const UserActivationEmailSendDocument = new TypedDocumentString(`
    mutation UserActivationEmailSend($id: ID!) {
  userActivationEmailSend(id: $id) {
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
}`, {"hash":"f61b3e1cb95e428fd99fcff4cbdbfe70557cc7a3897b63e2540704e1e66b1435"}) as unknown as TypedDocumentString<UserActivationEmailSendMutation, UserActivationEmailSendMutationVariables>;
export const UserByExternalIdDocument = new TypedDocumentString(`
    query UserByExternalId($organizationId: ID!, $externalId: String!) {
  userByExternalId(organizationId: $organizationId, externalId: $externalId) {
    __typename
    ...UserRow
    ...UserProfile
  }
}
    fragment UserProfile on User {
  __typename
  firstName
  lastName
  phone
  avatarUrl
  timezone
  locale
  externalId
  primaryTenant
  pendingEmail
  twoFactorEnabled
  mustChangePassword
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
}`, {"hash":"9ea7dfce9b4fd7c5ee0960a6e517d31968d9e193f8db80150207ad5afd494e63"}) as unknown as TypedDocumentString<UserByExternalIdQuery, UserByExternalIdQueryVariables>;
export const UserChangedDocument = new TypedDocumentString(`
    subscription UserChanged($organizationId: ID) {
  userChanged(organizationId: $organizationId) {
    __typename
    kind
    userId
    user {
      __typename
      ...UserRow
    }
  }
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
}`, {"hash":"958cfbbcfec5f7138c46b14027929474c233bd55ff7b19883f05d207676d511d"}) as unknown as TypedDocumentString<UserChangedSubscription, UserChangedSubscriptionVariables>;
export const UserCreateDocument = new TypedDocumentString(`
    mutation UserCreate($input: UserCreateInput!) {
  userCreate(input: $input) {
    __typename
    user {
      __typename
      ...UserRow
      ...UserProfile
    }
    temporaryPassword
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
fragment UserProfile on User {
  __typename
  firstName
  lastName
  phone
  avatarUrl
  timezone
  locale
  externalId
  primaryTenant
  pendingEmail
  twoFactorEnabled
  mustChangePassword
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
}`, {"hash":"d5914f3de9d5c29bffe4950a42713041a0315ac59b14bf123bd84c2af0836265"}) as unknown as TypedDocumentString<UserCreateMutation, UserCreateMutationVariables>;
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
    ...UserProfile
    createdAt
    updatedAt
    lastActivityAt
    grants {
      __typename
      ...RoleGrantRow
    }
    memberships {
      __typename
      ...MembershipRow
    }
    suspension {
      __typename
      motive
      reason
      suspendedAt
      until
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
fragment MembershipRow on Membership {
  __typename
  id
  version
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
  viewerActions
}
fragment RoleGrantRow on RoleGrant {
  __typename
  role {
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
  startsAt
  expiresAt
  active
  grantedBy {
    __typename
    id
    displayName
  }
}
fragment UserProfile on User {
  __typename
  firstName
  lastName
  phone
  avatarUrl
  timezone
  locale
  externalId
  primaryTenant
  pendingEmail
  twoFactorEnabled
  mustChangePassword
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
}`, {"hash":"943d3193af5aef35907465fb760e67f725f53e322109a56742bd870b13d051d0"}) as unknown as TypedDocumentString<UserDetailQuery, UserDetailQueryVariables>;
export const UserEmailChangeDocument = new TypedDocumentString(`
    mutation UserEmailChange($id: ID!, $input: UserEmailChangeInput!) {
  userEmailChange(id: $id, input: $input) {
    __typename
    user {
      __typename
      ...UserRow
      ...UserProfile
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
fragment UserProfile on User {
  __typename
  firstName
  lastName
  phone
  avatarUrl
  timezone
  locale
  externalId
  primaryTenant
  pendingEmail
  twoFactorEnabled
  mustChangePassword
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
}`, {"hash":"27352b090b8289900cf97d77c4ff70c2e997e5960478bf8b9875d5f3b13421df"}) as unknown as TypedDocumentString<UserEmailChangeMutation, UserEmailChangeMutationVariables>;
export const UserEmailChangeCancelDocument = new TypedDocumentString(`
    mutation UserEmailChangeCancel($id: ID!) {
  userEmailChangeCancel(id: $id) {
    __typename
    user {
      __typename
      ...UserRow
      ...UserProfile
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
fragment UserProfile on User {
  __typename
  firstName
  lastName
  phone
  avatarUrl
  timezone
  locale
  externalId
  primaryTenant
  pendingEmail
  twoFactorEnabled
  mustChangePassword
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
}`, {"hash":"5c410141be85cf6454846a984c0b82af5ad57454cbf621ed8807e54e64e14cc6"}) as unknown as TypedDocumentString<UserEmailChangeCancelMutation, UserEmailChangeCancelMutationVariables>;
export const UserEmailConfirmDocument = new TypedDocumentString(`
    mutation UserEmailConfirm($token: String!) {
  userEmailConfirm(token: $token) {
    __typename
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
}`, {"hash":"e387d7196b888347a198a0b87992f63fd1426bcbdcccbafd9c6f937b8e534156"}) as unknown as TypedDocumentString<UserEmailConfirmMutation, UserEmailConfirmMutationVariables>;
export const UserFindDocument = new TypedDocumentString(`
    query UserFind($by: UserBy!) {
  user(by: $by) {
    __typename
    ...UserRow
    ...UserProfile
  }
}
    fragment UserProfile on User {
  __typename
  firstName
  lastName
  phone
  avatarUrl
  timezone
  locale
  externalId
  primaryTenant
  pendingEmail
  twoFactorEnabled
  mustChangePassword
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
}`, {"hash":"baba6807d37898f80bd857b9c59c98ca742f3c297ecc8899c3c33f37c7355b04"}) as unknown as TypedDocumentString<UserFindQuery, UserFindQueryVariables>;
export const UserPasswordResetDocument = new TypedDocumentString(`
    mutation UserPasswordReset($id: ID!) {
  userPasswordReset(id: $id) {
    __typename
    user {
      __typename
      ...UserRow
    }
    temporaryPassword
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
}`, {"hash":"bcda9b5405d11eb15ff2f0ebf6aece91b773d1a82359eeafbce2d6acf8673be0"}) as unknown as TypedDocumentString<UserPasswordResetMutation, UserPasswordResetMutationVariables>;
export const UserPasswordResetLinkSendDocument = new TypedDocumentString(`
    mutation UserPasswordResetLinkSend($id: ID!) {
  userPasswordResetLinkSend(id: $id) {
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
}`, {"hash":"32cab995437dc74f99d3301df4168c3a8a06a09530541e80529e3cf2bd90d315"}) as unknown as TypedDocumentString<UserPasswordResetLinkSendMutation, UserPasswordResetLinkSendMutationVariables>;
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
export const UserRolesPreviewDocument = new TypedDocumentString(`
    query UserRolesPreview($id: ID!, $input: UserRolesInput!) {
  userRolesPreview(id: $id, input: $input) {
    __typename
    added {
      __typename
      id
      key
      name
    }
    removed {
      __typename
      id
      key
      name
    }
    gained
    lost
    sessionsToRenew
    planToken
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
}`, {"hash":"a867e00241fef01a3a371e53f07992a44633a5ba08f7a98543aa5f7132421dbe"}) as unknown as TypedDocumentString<UserRolesPreviewQuery, UserRolesPreviewQueryVariables>;
export const UserRolesSetDocument = new TypedDocumentString(`
    mutation UserRolesSet($id: ID!, $input: UserRolesSetInput!) {
  userRolesSet(id: $id, input: $input) {
    __typename
    user {
      __typename
      ...UserRow
      grants {
        __typename
        ...RoleGrantRow
      }
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
fragment RoleGrantRow on RoleGrant {
  __typename
  role {
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
  startsAt
  expiresAt
  active
  grantedBy {
    __typename
    id
    displayName
  }
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
}`, {"hash":"df3867500cc5c6703d7ca667674be90455d6840885d7684693364b87454b3c27"}) as unknown as TypedDocumentString<UserRolesSetMutation, UserRolesSetMutationVariables>;
export const UserSessionsEndDocument = new TypedDocumentString(`
    mutation UserSessionsEnd($id: ID!) {
  userSessionsEnd(id: $id) {
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
}`, {"hash":"e4cb804367456605ce8a3b6bd8b3a9ac18e6d03488c7b6f7e1fce0fe52a6c60e"}) as unknown as TypedDocumentString<UserSessionsEndMutation, UserSessionsEndMutationVariables>;
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
export const UserTwoFactorResetDocument = new TypedDocumentString(`
    mutation UserTwoFactorReset($id: ID!) {
  userTwoFactorReset(id: $id) {
    __typename
    user {
      __typename
      ...UserRow
      ...UserProfile
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
fragment UserProfile on User {
  __typename
  firstName
  lastName
  phone
  avatarUrl
  timezone
  locale
  externalId
  primaryTenant
  pendingEmail
  twoFactorEnabled
  mustChangePassword
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
}`, {"hash":"52d8d18598bebdee0049f32304f13dc1287b4a2e79d85353cdd65da5d52e9a3e"}) as unknown as TypedDocumentString<UserTwoFactorResetMutation, UserTwoFactorResetMutationVariables>;
export const UserUpdateDocument = new TypedDocumentString(`
    mutation UserUpdate($id: ID!, $input: UserUpdateInput!) {
  userUpdate(id: $id, input: $input) {
    __typename
    user {
      __typename
      ...UserRow
      ...UserProfile
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
fragment UserProfile on User {
  __typename
  firstName
  lastName
  phone
  avatarUrl
  timezone
  locale
  externalId
  primaryTenant
  pendingEmail
  twoFactorEnabled
  mustChangePassword
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
}`, {"hash":"07f3102aa8c5ad30c5c24bcae6862821c3054a06670f51594a7ed39dd1603e1c"}) as unknown as TypedDocumentString<UserUpdateMutation, UserUpdateMutationVariables>;
export const UsersBulkChangeDocument = new TypedDocumentString(`
    mutation UsersBulkChange($input: UsersBulkChangeInput!) {
  usersBulkChange(input: $input) {
    __typename
    results {
      __typename
      userId
      ok
      user {
        __typename
        ...UserRow
      }
      errors {
        __typename
        ...Refusal
      }
    }
    job {
      __typename
      ...JobRow
    }
    matched
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment JobRow on Job {
  __typename
  id
  kind
  status
  total
  done
  failed
  progress
  failureReason
  createdAt
  startedAt
  finishedAt
  download {
    __typename
    url
    fileName
    contentType
    size
    sha256
    expiresAt
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
}`, {"hash":"0bb4522ab19db186d6a062c26c676c4833ee7b3ac93e749b8796b2894850e1f3"}) as unknown as TypedDocumentString<UsersBulkChangeMutation, UsersBulkChangeMutationVariables>;
export const UsersImportDocument = new TypedDocumentString(`
    mutation UsersImport($input: UsersImportInput!) {
  usersImport(input: $input) {
    __typename
    results {
      __typename
      row
      email
      ok
      user {
        __typename
        ...UserRow
      }
      errors {
        __typename
        ...Refusal
      }
    }
    job {
      __typename
      ...JobRow
    }
    rows
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment JobRow on Job {
  __typename
  id
  kind
  status
  total
  done
  failed
  progress
  failureReason
  createdAt
  startedAt
  finishedAt
  download {
    __typename
    url
    fileName
    contentType
    size
    sha256
    expiresAt
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
}`, {"hash":"fe81d8cc2f848e9e9e8b1145f7b969cc0188ce008736cae061bbe6b70f72bcfe"}) as unknown as TypedDocumentString<UsersImportMutation, UsersImportMutationVariables>;
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
export const ViewerProfileDocument = new TypedDocumentString(`
    query ViewerProfile {
  viewer {
    __typename
    id
    user {
      __typename
      ...UserRow
      ...UserProfile
      memberships {
        __typename
        ...MembershipRow
      }
    }
  }
}
    fragment MembershipRow on Membership {
  __typename
  id
  version
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
  viewerActions
}
fragment UserProfile on User {
  __typename
  firstName
  lastName
  phone
  avatarUrl
  timezone
  locale
  externalId
  primaryTenant
  pendingEmail
  twoFactorEnabled
  mustChangePassword
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
}`, {"hash":"06522ba7c98ed1a498ceec9711982a38b8c082bd650ef54cc075181488b2973b"}) as unknown as TypedDocumentString<ViewerProfileQuery, ViewerProfileQueryVariables>;
export const ViewerSecurityDocument = new TypedDocumentString(`
    query ViewerSecurity($first: Int, $after: Cursor) {
  viewer {
    __typename
    id
    session {
      __typename
      ...SessionRow
    }
    twoFactor {
      __typename
      ...TwoFactorState
    }
    auditEvents(first: $first, after: $after) {
      __typename
      nodes {
        __typename
        ...AuditEventRow
      }
      pageInfo {
        __typename
        ...PageFields
      }
    }
  }
}
    fragment AuditEventRow on AuditEvent {
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
  ipAddress
  requestId
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment SessionRow on Session {
  __typename
  id
  device
  ipAddress
  createdAt
  lastSeenAt
  expiresAt
  current
  twoFactor
  provenUntil
}
fragment TwoFactorState on TwoFactor {
  __typename
  enabled
  required
  totpSince
  passkeys {
    __typename
    id
    name
    createdAt
    lastUsedAt
  }
  recoveryCodesLeft
}`, {"hash":"390f21d9a1171e5ee0e17a0af074eca62002cd3c83e2bcc1d9c01bbb083a04fc"}) as unknown as TypedDocumentString<ViewerSecurityQuery, ViewerSecurityQueryVariables>;
