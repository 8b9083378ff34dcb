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

/** Things the caller may do to an API key. */
export type ApiCredentialAction =
  /** apiCredentialRevoke. */
  | 'REVOKE'
  /** apiCredentialUpdate. */
  | 'UPDATE';

/** A new API key. */
export type ApiCredentialCreateInput = {
  /** Cost it may spend in a minute, at most that of apiService, which also stands when nothing is said. */
  costPerMinute?: number | null | undefined;
  /** Ends at; in the future. */
  expiresAt?: string | null | undefined;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Name, at most 100 characters. */
  name: string;
  /** Names of the operations it may send, at most 100; all its roles allow when nothing is said. */
  operations?: Array<string> | null | undefined;
  /** Organization it works in, and those below it. */
  organizationId: string;
  /** Roles it holds, 1 to 20. */
  roleIds: Array<string>;
};

/** One term of the order of API keys. */
export type ApiCredentialOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: ApiCredentialOrderField;
};

/** What API keys can be sorted by. */
export type ApiCredentialOrderField =
  /** Added at. */
  | 'CREATED_AT'
  /** Ends at. */
  | 'EXPIRES_AT'
  /** Last used at. */
  | 'LAST_USED_AT'
  /** Name, without regard to case and accents. */
  | 'NAME';

/** States of an API key. */
export type ApiCredentialStatus =
  /** In use. */
  | 'ACTIVE'
  /** Past its end. */
  | 'EXPIRED'
  /** Revoked. */
  | 'REVOKED';

/** Compares the state of an API key. */
export type ApiCredentialStatusFilter = {
  /** One of these. */
  in?: Array<ApiCredentialStatus> | null | undefined;
  /** None of these. */
  notIn?: Array<ApiCredentialStatus> | null | undefined;
};

/** Changes to an API key; what is left out stays, null clears. */
export type ApiCredentialUpdateInput = {
  /** Cost it may spend in a minute, at most that of apiService. */
  costPerMinute?: number | null | undefined;
  /** Refuse with STALE unless it still has this version. */
  expectedVersion?: number | null | undefined;
  /** Ends at; in the future. */
  expiresAt?: string | null | undefined;
  /** Name, at most 100 characters. */
  name?: string | null | undefined;
  /** Names of the operations it may send, at most 100. */
  operations?: Array<string> | null | undefined;
};

/** Conditions on API keys; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type ApiCredentialWhereInput = {
  /** All of these hold. */
  and?: Array<ApiCredentialWhereInput> | null | undefined;
  /** Added at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Ends at. */
  expiresAt?: DateTimeFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Last used at. */
  lastUsedAt?: DateTimeFilter | null | undefined;
  /** Name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: ApiCredentialWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<ApiCredentialWhereInput> | null | undefined;
  /** Organization it belongs to. */
  organizationId?: IdFilter | null | undefined;
  /** State. */
  status?: ApiCredentialStatusFilter | null | undefined;
};

/** Changes to the API service; what is left out stays, null clears. */
export type ApiServiceConfigureInput = {
  /** Networks keys are taken from, in CIDR form, at most 50. */
  allowedNetworks?: Array<string> | null | undefined;
  /** Origins whose pages may call with a key, at most 50. */
  allowedOrigins?: Array<string> | null | undefined;
  /** Budget of keys in a minute: 100 to 1,000,000. */
  costPerMinute?: number | null | undefined;
  /** Accept keys. */
  enabled?: boolean | null | undefined;
  /** Refuse with STALE unless it still has this version. */
  expectedVersion?: number | null | undefined;
  /** Longest life of a key in days: 1 to 3,650. */
  maxKeyDays?: number | null | undefined;
};

/** Columns of an export of audit events. A cell is empty where the list answers null. */
export type AuditEventColumn =
  /** Stable key of what happened. */
  | 'ACTION'
  /** Address of who did it, then. */
  | 'ACTOR_EMAIL'
  /** Id of who did it. */
  | 'ACTOR_ID'
  /** Name of who did it, then. */
  | 'ACTOR_NAME'
  /** What changed, as JSON: a list of objects like AuditChange. */
  | 'CHANGES'
  /** Global id of the event. */
  | 'ID'
  /** Network address of the actor. */
  | 'IP_ADDRESS'
  /** When. */
  | 'OCCURRED_AT'
  /** Id of the person in whose place the actor acted. */
  | 'ON_BEHALF_OF_ID'
  /** Name of the person in whose place the actor acted, then. */
  | 'ON_BEHALF_OF_NAME'
  /** Name of the organization the target belongs to. */
  | 'ORGANIZATION'
  /** Id of that organization. */
  | 'ORGANIZATION_ID'
  /** Reason the actor gave. */
  | 'REASON'
  /** Id that leads to the lines of the server's log. */
  | 'REQUEST_ID'
  /** Id of what it was done to. */
  | 'TARGET_ID'
  /** Name of what it was done to, then. */
  | 'TARGET_NAME'
  /** Type of what it was done to. */
  | 'TARGET_TYPE';

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
  /** Type of what it was done to. */
  targetType?: TypeNameFilter | null | undefined;
};

/** The audit log to export, the newest event first. */
export type AuditEventsExportInput = {
  /** Columns in the order of the file; all when nothing is said. */
  columns?: Array<AuditEventColumn> | null | undefined;
  /** Conditions as in auditEvents. */
  where?: AuditEventWhereInput | null | undefined;
};

/** Things the caller may do to a billing account. */
export type BillingAccountAction =
  /** billingAccountSet. */
  | 'UPDATE';

/** One term of the order of billing accounts. */
export type BillingAccountOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: BillingAccountOrderField;
};

/** What billing accounts can be sorted by. */
export type BillingAccountOrderField =
  /** Added at. */
  | 'CREATED_AT'
  /** Name, without regard to case and accents. */
  | 'NAME';

/** What is set of a billing account; what is left out stays. A new one needs a name and an e-mail address. */
export type BillingAccountSetInput = {
  /** Postal address, at most 500 characters; null clears. */
  address?: string | null | undefined;
  /** Currency after ISO 4217; the reseller's own when nothing is said. While a subscription is live it must be that of its plan: CONFLICT. */
  currency?: string | null | undefined;
  /** Address that mails about invoices go to, at most 200 characters. */
  email?: string | null | undefined;
  /** Refuse with STALE unless the account still has this version. */
  expectedVersion?: number | null | undefined;
  /** Name on invoices, at most 200 characters. */
  name?: string | null | undefined;
  /** Days to pay an invoice in, from 0 to 365; 14 when nothing is said. */
  paymentDays?: number | null | undefined;
  /** Tax number, at most 40 characters; null clears. */
  taxNumber?: string | null | undefined;
};

/** Conditions on billing accounts. All that are given hold together. */
export type BillingAccountWhereInput = {
  /** All of these hold. */
  and?: Array<BillingAccountWhereInput> | null | undefined;
  /** Added at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Currency, after ISO 4217. */
  currency?: StringFilter | null | undefined;
  /** E-mail address. */
  email?: StringFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: BillingAccountWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<BillingAccountWhereInput> | null | undefined;
  /** Organization whose it is. */
  organizationId?: IdFilter | null | undefined;
};

/** When a change takes effect. */
export type BillingEffective =
  /** Today. */
  | 'NOW'
  /** When the current period ends. */
  | 'PERIOD_END';

/** Things the caller may do to a subscription. */
export type BillingSubscriptionAction =
  /** billingSubscriptionCancel. */
  | 'CANCEL'
  /** billingSubscriptionChange. */
  | 'CHANGE'
  /** billingSubscriptionResume. */
  | 'RESUME';

/** End of a subscription. */
export type BillingSubscriptionCancelInput = {
  /** When. */
  effective?: BillingEffective;
  /** Refuse with STALE unless the subscription still has this version. */
  expectedVersion?: number | null | undefined;
  /** Why, at most 500 characters. */
  reason?: string | null | undefined;
};

/** A change of plan. */
export type BillingSubscriptionChangeInput = {
  /** When. */
  effective?: BillingEffective;
  /** Refuse with STALE unless the subscription still has this version. */
  expectedVersion?: number | null | undefined;
  /** The other plan. */
  planId: string;
};

/** One term of the order of subscriptions. */
export type BillingSubscriptionOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: BillingSubscriptionOrderField;
};

/** What subscriptions can be sorted by. */
export type BillingSubscriptionOrderField =
  /** Started at. */
  | 'CREATED_AT'
  /** End of the current or last period. */
  | 'CURRENT_PERIOD_END'
  /** State, by its name. */
  | 'STATUS';

/** Confirmation that a subscription goes on. */
export type BillingSubscriptionResumeInput = {
  /** Refuse with STALE unless the subscription still has this version. */
  expectedVersion?: number | null | undefined;
};

/** A new subscription. */
export type BillingSubscriptionStartInput = {
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Id of the customer. */
  organizationId: string;
  /** Plan, which must be sold: WRONG_STATE when it is archived. */
  planId: string;
  /** Days that cost nothing, at most 365; those of the plan when nothing is said. */
  trialDays?: number | null | undefined;
};

/** States of a subscription. */
export type BillingSubscriptionStatus =
  /** In use. */
  | 'ACTIVE'
  /** Ended. */
  | 'CANCELED'
  /** In use, and an invoice is past due. */
  | 'PAST_DUE'
  /** In its trial, which costs nothing. */
  | 'TRIAL';

/** Compares the state of a subscription. */
export type BillingSubscriptionStatusFilter = {
  /** One of these. */
  in?: Array<BillingSubscriptionStatus> | null | undefined;
  /** None of these. */
  notIn?: Array<BillingSubscriptionStatus> | null | undefined;
};

/** Conditions on subscriptions; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type BillingSubscriptionWhereInput = {
  /** All of these hold. */
  and?: Array<BillingSubscriptionWhereInput> | null | undefined;
  /** Started at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** First day after the current or last period. */
  currentPeriodEnd?: DateFilter | null | undefined;
  /** Id of the subscription. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: BillingSubscriptionWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<BillingSubscriptionWhereInput> | null | undefined;
  /** Whose it is. */
  organizationId?: IdFilter | null | undefined;
  /** Plan in force. */
  planId?: IdFilter | null | undefined;
  /** State. */
  status?: BillingSubscriptionStatusFilter | null | undefined;
};

/** Changes to how a portal looks; what is left out stays, null means as above. */
export type BrandingUpdateInput = {
  /** Second colour, as #RRGGBB. Marks are drawn in it, so it must reach a contrast of 3 to 1 on white. */
  accentColor?: string | null | undefined;
  /** Refuse with STALE unless it still has this version. */
  expectedVersion?: number | null | undefined;
  /** Name mails are sent under, at most 100 characters. */
  mailSenderName?: string | null | undefined;
  /** Main colour, as #RRGGBB. Links are written in it, so it must reach a contrast of 4.5 to 1 on white. */
  primaryColor?: string | null | undefined;
  /** Name of the product, at most 60 characters. */
  productName?: string | null | undefined;
  /** Address for help, at most 200 characters. */
  supportEmail?: string | null | undefined;
  /** Page for help, with https, at most 500 characters. */
  supportUrl?: string | null | undefined;
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

/** Correction of a balance. */
export type CreditAdjustInput = {
  /** Credits to add, below zero to take away; not zero, at most 1,000,000,000,000 either way. */
  amount: string;
  /** Repeating the request with the same key for the same organization answers the first entry again, whenever; at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Id of the customer, or of the reseller's own organization for the pool. */
  organizationId: string;
  /** Why, at most 500 characters. */
  reason: string;
  /** Id in your own books, at most 100 characters. */
  reference?: string | null | undefined;
};

/** Credits given to a customer. */
export type CreditAllocateInput = {
  /** Credits, from 1 to 1,000,000,000,000. */
  amount: string;
  /** Repeating the request with the same key for the same customer answers the first entry again, whenever; at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Id of the customer. */
  organizationId: string;
  /** Id in your own books, at most 100 characters. */
  reference?: string | null | undefined;
};

/** Things the caller may do to an entry. */
export type CreditEntryAction =
  /** creditReverse. */
  | 'REVERSE';

/** Kinds of movements of credits. */
export type CreditEntryType =
  /** A correction with a reason. */
  | 'ADJUSTMENT'
  /** Used for calls. */
  | 'CALL_USAGE'
  /** First credits of a new account, from the pool. */
  | 'INITIAL_GRANT'
  /** Undoing of another movement. */
  | 'REVERSAL'
  /** Used for text messages. */
  | 'SMS_USAGE'
  /** Credits bought into the pool, or given to a customer from the pool. */
  | 'TOP_UP';

/** Compares the kind of a movement. */
export type CreditEntryTypeFilter = {
  /** One of these. */
  in?: Array<CreditEntryType> | null | undefined;
  /** None of these. */
  notIn?: Array<CreditEntryType> | null | undefined;
};

/** Conditions on entries; all must hold. */
export type CreditEntryWhereInput = {
  /** Written at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Kind of movement. */
  type?: CreditEntryTypeFilter | null | undefined;
};

/** Mark of a low balance. */
export type CreditLowMarkSetInput = {
  /** Refuse with STALE unless the organization still has this version. */
  expectedVersion?: number | null | undefined;
  /** Credits, at least 0; null tells nobody. */
  mark?: string | null | undefined;
};

/** Undoing of a movement. */
export type CreditReverseInput = {
  /** Repeating the request with the same key for the same organization answers the first entry again, whenever; at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Why, at most 500 characters. */
  reason: string;
};

/** The statement to export. */
export type CreditStatementExportInput = {
  /** Form of the file. */
  format?: ExportFormat;
  /** Repeating the request with the same key within 24 hours answers the first job again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Id of the organization. */
  organizationId: string;
  /** Conditions as in creditEntries. */
  where?: CreditEntryWhereInput | null | undefined;
};

/** Credits bought into the pool. */
export type CreditTopUpInput = {
  /** Credits, from 1 to 1,000,000,000,000. */
  amount: string;
  /** Repeating the request with the same key answers the first entry again, whenever; at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Id in your own books, such as an invoice number, at most 100 characters. */
  reference?: string | null | undefined;
};

/** One use of credits. */
export type CreditUsageItemInput = {
  /** Credits, from 1 to 1,000,000,000,000. */
  amount: string;
  /** Repeating an item with the same key for the same account answers the first entry again, whenever; at most 100 characters. */
  idempotencyKey: string;
  /** When; now when nothing is said. Not in the future. */
  occurredAt?: string | null | undefined;
  /** Id of the customer, or of a sub-account, which uses its account's credits. */
  organizationId: string;
  /** Id in your own books, such as that of the message, at most 100 characters. */
  reference?: string | null | undefined;
  /** What for. */
  type: CreditUsageType;
};

/** What messages and calls used. */
export type CreditUsageRecordInput = {
  /** Items, from 1 to 1,000, worked in their order. */
  items: Array<CreditUsageItemInput>;
};

/** What credits are used for. */
export type CreditUsageType =
  /** Calls; the organization needs the feature CALLS. */
  | 'CALL_USAGE'
  /** Text messages; the organization needs the feature SMS. */
  | 'SMS_USAGE';

/** Things the caller may do to a custom model. */
export type CustomModelAction =
  /** customModelActivate. */
  | 'ACTIVATE'
  /** customModelDelete. */
  | 'DELETE'
  /** customModelRetire. */
  | 'RETIRE'
  /** customModelUpdate. */
  | 'UPDATE';

/** A new custom model. */
export type CustomModelCreateInput = {
  /** What it was made from, at most 100 characters. */
  baseModel?: string | null | undefined;
  /** What it is for, at most 1,000 characters. */
  description?: string | null | undefined;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Stable name: lower-case letters, digits and hyphens, at most 60 characters; cannot change. */
  key: string;
  /** Name, at most 100 characters. */
  name: string;
  /** Organization it is made for; that of the reseller: all customers. */
  organizationId: string;
  /** What it does; cannot change. */
  task: CustomModelTask;
};

/** One term of the order of custom models. */
export type CustomModelOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: CustomModelOrderField;
};

/** What custom models can be sorted by. */
export type CustomModelOrderField =
  /** Added at. */
  | 'CREATED_AT'
  /** Name, without regard to case and accents. */
  | 'NAME';

/** States of a custom model. */
export type CustomModelStatus =
  /** In use. */
  | 'ACTIVE'
  /** Not in use yet. */
  | 'DRAFT'
  /** No longer in use. */
  | 'RETIRED';

/** Compares the state of a custom model. */
export type CustomModelStatusFilter = {
  /** One of these. */
  in?: Array<CustomModelStatus> | null | undefined;
  /** None of these. */
  notIn?: Array<CustomModelStatus> | null | undefined;
};

/** What custom models do. */
export type CustomModelTask =
  /** Sorts texts into classes. */
  | 'CLASSIFICATION'
  /** Takes facts out of texts. */
  | 'EXTRACTION'
  /** Writes texts. */
  | 'GENERATION'
  /** Shortens texts. */
  | 'SUMMARIZATION'
  /** Writes down what is spoken. */
  | 'TRANSCRIPTION'
  /** Brings texts into another language. */
  | 'TRANSLATION';

/** Compares the task of a custom model. */
export type CustomModelTaskFilter = {
  /** One of these. */
  in?: Array<CustomModelTask> | null | undefined;
  /** None of these. */
  notIn?: Array<CustomModelTask> | null | undefined;
};

/** Changes to a custom model; what is left out stays, null clears. */
export type CustomModelUpdateInput = {
  /** What it was made from, at most 100 characters. */
  baseModel?: string | null | undefined;
  /** What it is for, at most 1,000 characters. */
  description?: string | null | undefined;
  /** Refuse with STALE unless it still has this version. */
  expectedVersion?: number | null | undefined;
  /** Name, at most 100 characters. */
  name?: string | null | undefined;
};

/** Conditions on custom models; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type CustomModelWhereInput = {
  /** All of these hold. */
  and?: Array<CustomModelWhereInput> | null | undefined;
  /** Added at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Stable name. */
  key?: StringFilter | null | undefined;
  /** Name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: CustomModelWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<CustomModelWhereInput> | null | undefined;
  /** Organization it belongs to. */
  organizationId?: IdFilter | null | undefined;
  /** State. */
  status?: CustomModelStatusFilter | null | undefined;
  /** What it does. */
  task?: CustomModelTaskFilter | null | undefined;
};

/** Compares a day; several bounds are combined with and. */
export type DateFilter = {
  /** Later than. */
  gt?: string | null | undefined;
  /** That day or later. */
  gte?: string | null | undefined;
  /** Earlier than. */
  lt?: string | null | undefined;
  /** That day or earlier. */
  lte?: string | null | undefined;
};

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

/** Conditions on mails that could not be delivered. All that are given hold together. */
export type DeadMailWhereInput = {
  /** All of these hold. */
  and?: Array<DeadMailWhereInput> | null | undefined;
  /** Given up at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Address it could not be delivered to. */
  email?: StringFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Stable name of the mail. */
  kind?: MailKindFilter | null | undefined;
  /** This does not hold. */
  not?: DeadMailWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<DeadMailWhereInput> | null | undefined;
  /** It was sent again. */
  resent?: boolean | null | undefined;
  /** Recipient. */
  userId?: IdFilter | null | undefined;
};

/** A file to make: of one list. */
export type ExportCreateInput = {
  /** The audit log, with the arguments of the field auditEvents. */
  auditEvents?: AuditEventsExportInput | null | undefined;
  /** Form of the file. */
  format?: ExportFormat;
  /** Repeating the request with the same key within 24 hours answers the first job again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** The list of organizations, with the arguments of the field organizations. */
  organizations?: OrganizationsExportInput | null | undefined;
  /** The list of users, with the arguments of the field users. */
  users?: UsersExportInput | null | undefined;
};

/** Forms of a file. */
export type ExportFormat =
  /** Comma-separated values (RFC 4180), UTF-8 with a byte order mark; texts that a spreadsheet would run as a formula begin with an apostrophe. */
  | 'CSV'
  /** One JSON object on each line. */
  | 'NDJSON'
  /** Office Open XML workbook; at most 1,048,575 rows, and 32,767 characters in a cell: longer texts are cut and end with an ellipsis. */
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

/** Things the caller may do to an impersonation. */
export type ImpersonationAction =
  /** loginAsDecide. */
  | 'DECIDE'
  /** loginAsEnd, or impersonationsEnd for the customer. */
  | 'END'
  /** loginAsStart. */
  | 'START';

/** Why an impersonation ended before its time. */
export type ImpersonationEndReason =
  /** Whoever began it left. */
  | 'ACTOR'
  /** The customer ended it. */
  | 'CLIENT'
  /** The actor, the user or the account lost what it takes. */
  | 'RIGHTS'
  /** One of the two sessions was ended. */
  | 'SIGNED_OUT';

/** States of an impersonation. */
export type ImpersonationStatus =
  /** Going on. */
  | 'ACTIVE'
  /** Approved, and not begun. */
  | 'APPROVED'
  /** The customer said no. */
  | 'DENIED'
  /** Ended before its time. */
  | 'ENDED'
  /** Its time is over, or nobody decided or began it in time. */
  | 'EXPIRED'
  /** Waits for the customer. */
  | 'REQUESTED';

/** Compares where an impersonation stands. */
export type ImpersonationStatusFilter = {
  /** One of these. */
  in?: Array<ImpersonationStatus> | null | undefined;
  /** None of these. */
  notIn?: Array<ImpersonationStatus> | null | undefined;
};

/** Conditions on impersonations. */
export type ImpersonationWhereInput = {
  /** Who of the staff. */
  actorId?: IdFilter | null | undefined;
  /** Asked for at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Organization that is entered. */
  organizationId?: IdFilter | null | undefined;
  /** Where it stands. */
  status?: ImpersonationStatusFilter | null | undefined;
  /** As whom. */
  userId?: IdFilter | null | undefined;
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
  /** Not written though the address is good: another value of the item, as a name, is wrong, and errors tells each with its code and path; or, without errors, another item failed and errorPolicy is ALL_OR_NOTHING. */
  | 'NOT_WRITTEN'
  /** Was named before in the same request. */
  | 'REJECTED_DUPLICATE'
  /** Roles, modules or sub-accounts do not exist or do not fit the organization, or the roles are more than the caller holds or cannot be combined. */
  | 'REJECTED_FORBIDDEN_ROLE'
  /** Is not an e-mail address, or is too long. */
  | 'REJECTED_INVALID_EMAIL'
  /** No seat is left. */
  | 'REJECTED_SEAT_LIMIT'
  /** Has an open invitation already, or waits for the first one into another organization of the account. */
  | 'SKIPPED_ALREADY_INVITED'
  /** Belongs to a provider of throw-away mailboxes. */
  | 'SKIPPED_DISPOSABLE_EMAIL'
  /** Belongs to a user of the organization already, or to one of the account who is suspended. Who belongs to another organization of the account is invited as the same user. */
  | 'SKIPPED_EXISTING_USER';

/** Things the caller may do to an invoice. */
export type InvoiceAction =
  /** invoicePaymentRecord. */
  | 'RECORD_PAYMENT'
  /** invoiceVoid. */
  | 'VOID';

/** What lines of an invoice are for. */
export type InvoiceLineKind =
  /** The plan's price of a period. */
  | 'PLAN'
  /** Days of the period at other prices, or none. */
  | 'PRORATION'
  /** Seats above those included. */
  | 'SEATS'
  /** What was used above what is included. */
  | 'USAGE';

/** One term of the order of invoices. */
export type InvoiceOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: InvoiceOrderField;
};

/** What invoices can be sorted by. */
export type InvoiceOrderField =
  /** Last day to pay on. */
  | 'DUE_ON'
  /** Number: the order of issue. */
  | 'NUMBER'
  /** State, by its name. */
  | 'STATUS';

/** Money that came in. */
export type InvoicePaymentRecordInput = {
  /** How much, above 0 and at most what is left to pay, in the minor unit of the currency. */
  amount: string;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** When it came in, not in the future; now when nothing is said. */
  paidAt?: string | null | undefined;
  /** Id in your own books, at most 100 characters. */
  reference?: string | null | undefined;
};

/** States of an invoice. */
export type InvoiceStatus =
  /** To be paid. */
  | 'OPEN'
  /** Paid in full. */
  | 'PAID'
  /** Not paid until its due day. */
  | 'PAST_DUE'
  /** Declared void. */
  | 'VOID';

/** Compares the state of an invoice. */
export type InvoiceStatusFilter = {
  /** One of these. */
  in?: Array<InvoiceStatus> | null | undefined;
  /** None of these. */
  notIn?: Array<InvoiceStatus> | null | undefined;
};

/** Why an invoice is void. */
export type InvoiceVoidInput = {
  /** Refuse with STALE unless the invoice still has this version. */
  expectedVersion?: number | null | undefined;
  /** Why, at most 500 characters. */
  reason: string;
};

/** Conditions on invoices; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type InvoiceWhereInput = {
  /** All of these hold. */
  and?: Array<InvoiceWhereInput> | null | undefined;
  /** Last day to pay on. */
  dueOn?: DateFilter | null | undefined;
  /** Id of the invoice. */
  id?: IdFilter | null | undefined;
  /** Day of issue. */
  issuedOn?: DateFilter | null | undefined;
  /** This does not hold. */
  not?: InvoiceWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<InvoiceWhereInput> | null | undefined;
  /** Whose it is. */
  organizationId?: IdFilter | null | undefined;
  /** State. */
  status?: InvoiceStatusFilter | null | undefined;
};

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
  /** reportCreate, or a schedule of reports. */
  | 'REPORT'
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

/** What an account says to staff who want to enter it. */
export type LoginAsConsent =
  /** Come in. */
  | 'ALWAYS'
  /** Ask an administrator each time. */
  | 'ASK'
  /** Stay out. */
  | 'NEVER';

/** How to enter a customer's portal. */
export type LoginAsInput = {
  /** True: return a bearer token and set no cookie. */
  bearer?: boolean;
  /** Repeating the request with the same key within 24 hours answers the first impersonation again, without its token, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** How long, from 1 to 60 minutes. */
  minutes?: number;
  /** As the customer sees it, or with what is hidden from the customer. */
  mode: LoginAsMode;
  /** Id of the organization. */
  organizationId: string;
  /** Why, at most 500 characters; the customer reads it. */
  reason: string;
  /** Id of the user; without it the first active administrator of the organization. */
  userId?: string | null | undefined;
};

/** How a customer's portal is entered. */
export type LoginAsMode =
  /** As the customer sees it: hidden features stay hidden. Takes LOGIN_AS_CLIENT. */
  | 'CLIENT'
  /** With the features that are hidden from the customer. Takes LOGIN_AS_PARTNER. */
  | 'PARTNER';

/** Compares the stable name of a mail, such as invitation. */
export type MailKindFilter = {
  /** One of these, at most 100. */
  in?: Array<string> | null | undefined;
  /** None of these, at most 100. */
  notIn?: Array<string> | null | undefined;
};

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
  /** The account is suspended, or an active member of no organization any more. Only told to someone who knows the password or holds a valid link or token. */
  | 'ACCOUNT_SUSPENDED'
  /** The address already has an open invitation. */
  | 'ALREADY_INVITED'
  /** The address already belongs to a user of this organization. */
  | 'ALREADY_MEMBER'
  /** Another change is in the way. */
  | 'CONFLICT'
  /** The account does not let the reseller's people log in. */
  | 'CONSENT_REQUIRED'
  /** The address belongs to a provider of throw-away mailboxes. */
  | 'DISPOSABLE_EMAIL'
  /** The same value was sent twice in one request. */
  | 'DUPLICATE'
  /** The link or grant is no longer valid. */
  | 'EXPIRED'
  /** The organization does not have the feature this takes. */
  | 'FEATURE_DISABLED'
  /** The reseller does not have the feature itself, so it cannot give it. */
  | 'FEATURE_NOT_ENTITLED'
  /** The policy refuses this for the record, though not in general. */
  | 'FORBIDDEN'
  /** The idempotency key was used with other input. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The value cannot change after creation. */
  | 'IMMUTABLE'
  /** The balance of communication credits is too low. */
  | 'INSUFFICIENT_CREDITS'
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
  /** More seats are taken than would be left. */
  | 'SEATS_IN_USE'
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
  /** creditAdjust of its balance. */
  | 'ADJUST_CREDITS'
  /** creditAllocate to it, as far as the pool has credits. */
  | 'ALLOCATE_CREDITS'
  /** organizationCreate with its id as parentId. */
  | 'CREATE_SUB_ACCOUNT'
  /** organizationDelete. */
  | 'DELETE'
  /** organizationFeaturesUpdate. */
  | 'FEATURES'
  /** invitationsCreate into it. */
  | 'INVITE'
  /** loginAs in the mode CLIENT, as one of its users; where the account's consent is ASK, it begins with a question. */
  | 'LOGIN_AS_CLIENT'
  /** loginAs in the mode PARTNER; otherwise like LOGIN_AS_CLIENT. */
  | 'LOGIN_AS_PARTNER'
  /** organizationReactivate. */
  | 'REACTIVATE'
  /** organizationSsoTokenRemove. */
  | 'REMOVE_SSO_TOKEN'
  /** organizationRestore. */
  | 'RESTORE'
  /** organizationSsoTokenRotate. */
  | 'ROTATE_SSO_TOKEN'
  /** billingSubscriptionStart for it. */
  | 'START_SUBSCRIPTION'
  /** organizationSuspend. */
  | 'SUSPEND'
  /** organizationUpdate. */
  | 'UPDATE';

/** First administrator of a new organization. */
export type OrganizationAdministratorInput = {
  /** How the administrator gets a password: INVITE_LINK lets the customer choose it. */
  credentialMode?: CredentialMode;
  /** Full name, at most 100 characters; without it, given and family name. */
  displayName?: string | null | undefined;
  /** Address for signing in, at most 200 characters. */
  email: string;
  /** Given name. */
  firstName?: string | null | undefined;
  /** Family name. */
  lastName?: string | null | undefined;
  /** A few words for the invitation mail, at most 1,000 characters. */
  message?: string | null | undefined;
  /** Phone number, with the country. */
  phone?: string | null | undefined;
};

/** Columns of an export of organizations. A cell is empty where the caller may not read the field of that organization. */
export type OrganizationColumn =
  /** Postal address. */
  | 'ADDRESS'
  /** Address of that person. */
  | 'CONTACT_EMAIL'
  /** Person to talk to. */
  | 'CONTACT_NAME'
  /** Added at. */
  | 'CREATED_AT'
  /** Communication credits left. */
  | 'CREDIT_BALANCE'
  /** Keys of the features it may use, separated by semicolons. */
  | 'FEATURES'
  /** Global id. */
  | 'ID'
  /** Place in the tree. */
  | 'KIND'
  /** Last request of one of its users. */
  | 'LAST_ACTIVITY_AT'
  /** Registered name. */
  | 'LEGAL_NAME'
  /** Language. */
  | 'LOCALE'
  /** Name. */
  | 'NAME'
  /** Name of the organization above. */
  | 'PARENT'
  /** Id of the organization above. */
  | 'PARENT_ID'
  /** Phone number in E.164 form. */
  | 'PHONE'
  /** Name of the plan. */
  | 'PLAN'
  /** Seats taken. */
  | 'SEATS_USED'
  /** Seats allowed; empty means no limit. */
  | 'SEAT_LIMIT'
  /** State. */
  | 'STATUS'
  /** Free labels, separated by semicolons. */
  | 'TAGS'
  /** Time zone. */
  | 'TIMEZONE'
  /** Users at home in it. */
  | 'USER_COUNT';

/** A new customer organization, or a sub-account of one. */
export type OrganizationCreateInput = {
  /** Postal address, at most 500 characters. */
  address?: string | null | undefined;
  /** First administrator. */
  administrator?: OrganizationAdministratorInput | null | undefined;
  /** Address of that person, at most 200 characters. */
  contactEmail?: string | null | undefined;
  /** Person to talk to, at most 100 characters. */
  contactName?: string | null | undefined;
  /** Keys of the features to switch on, within the reseller's own; without it, none. Needs ORGANIZATION_FEATURE_SET as well. */
  features?: Array<string> | null | undefined;
  /** Keys among the features that the customer's people do not see. Needs ORGANIZATION_FEATURE_SET as well. */
  hiddenFeatures?: Array<string> | null | undefined;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Credits given from the reseller's own at once, above zero. Needs ORGANIZATION_CREDIT_ADJUST as well. */
  initialCredits?: string | null | undefined;
  /** Registered name, at most 200 characters. */
  legalName?: string | null | undefined;
  /** Language for its people who have chosen none, a BCP 47 tag; en without it. */
  locale?: string | null | undefined;
  /** Name, at most 100 characters. */
  name: string;
  /** Customer it is a part of; without it, a new customer. A sub-account has the features, seats, credits and plan of its customer, so none of these can be given. */
  parentId?: string | null | undefined;
  /** Phone number in E.164 form. */
  phone?: string | null | undefined;
  /** Plan of a subscription that starts at once. Needs SUBSCRIPTION_MANAGE as well. */
  planId?: string | null | undefined;
  /** Seats; null means no limit. */
  seatLimit?: number | null | undefined;
  /** Free labels, at most 20 of at most 40 characters. */
  tags?: Array<string> | null | undefined;
  /** Time zone of the company, as in the IANA database; UTC without it. */
  timezone?: string | null | undefined;
};

/** Compares a balance of credits. */
export type OrganizationCreditFilter = {
  /** Above this. */
  gt?: string | null | undefined;
  /** This or above. */
  gte?: string | null | undefined;
  /** Below this. */
  lt?: string | null | undefined;
  /** This or below. */
  lte?: string | null | undefined;
};

/** Confirmation of closing an organization. */
export type OrganizationDeleteInput = {
  /** Name of the organization, typed once more exactly as it is. */
  confirmName: string;
  /** Refuse with STALE unless the organization still has this version. */
  expectedVersion?: number | null | undefined;
  /** Reason in words, at most 500 characters, for the audit log. */
  reason?: string | null | undefined;
};

/** One term of the order of closed organizations. */
export type OrganizationDeletedOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: OrganizationDeletedOrderField;
};

/** What closed organizations can be sorted by. */
export type OrganizationDeletedOrderField =
  /** Closed at; 30 days later it is purged. */
  | 'DELETED_AT'
  /** Name, without regard to case and accents. */
  | 'NAME';

/** Compares switched features. */
export type OrganizationFeatureFilter = {
  /** Has one of these. */
  in?: Array<string> | null | undefined;
  /** Has none of these. */
  notIn?: Array<string> | null | undefined;
};

/** Changes to the features and seats of a customer; what is left out stays. */
export type OrganizationFeaturesUpdateInput = {
  /** Keys of features to switch off. */
  disable?: Array<string> | null | undefined;
  /** Keys of features to switch on. */
  enable?: Array<string> | null | undefined;
  /** Refuse with STALE unless the organization still has this version. */
  expectedVersion?: number | null | undefined;
  /** Keys of all features to leave out of sight of the customer; null or an empty list shows all. */
  hidden?: Array<string> | null | undefined;
  /** Seats; null means no limit, which a reseller with a limit of its own cannot give. */
  seatLimit?: number | null | undefined;
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
  /** Balance of credits; sub-accounts, which have none of their own, stand where 0 does. Refused where the caller cannot read all balances: ORGANIZATION_CREDIT_READ. */
  | 'BALANCE'
  /** Added at. */
  | 'CREATED_AT'
  /** Last request of one of its users; those without come last. Refused where the caller cannot read them all: ORGANIZATION_READ, TENANT_USER_READ or MEMBER_READ. */
  | 'LAST_ACTIVITY'
  /** Name, without regard to case and accents. */
  | 'NAME'
  /** State: active, suspended. */
  | 'STATUS'
  /** Number of users at home in it. Refused where the caller cannot read all numbers: ORGANIZATION_READ, TENANT_USER_READ or MEMBER_READ. */
  | 'USERS';

/** Guard of unblocking an organization. */
export type OrganizationReactivateInput = {
  /** Refuse with STALE unless the organization still has this version. */
  expectedVersion?: number | null | undefined;
};

/** Guard of opening a closed organization again. */
export type OrganizationRestoreInput = {
  /** Refuse with STALE unless the organization still has this version. */
  expectedVersion?: number | null | undefined;
};

/** Guard of removing a single sign-on token. */
export type OrganizationSsoTokenRemoveInput = {
  /** Refuse with STALE unless the organization still has this version. */
  expectedVersion?: number | null | undefined;
};

/** Guard of making a single sign-on token. */
export type OrganizationSsoTokenRotateInput = {
  /** Refuse with STALE unless the organization still has this version. */
  expectedVersion?: number | null | undefined;
};

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

/** Why an organization is blocked. */
export type OrganizationSuspendInput = {
  /** Refuse with STALE unless the organization still has this version. */
  expectedVersion?: number | null | undefined;
  /** Reason in words, at most 500 characters; the administrators read it in their mail. */
  reason?: string | null | undefined;
};

/** Compares free labels. */
export type OrganizationTagFilter = {
  /** Has one of these. */
  in?: Array<string> | null | undefined;
  /** Has none of these. */
  notIn?: Array<string> | null | undefined;
};

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
  /** Language for its people who have chosen none, a BCP 47 tag; null for en. */
  locale?: string | null | undefined;
  /** Name, at most 100 characters. */
  name?: string | null | undefined;
  /** Phone number in E.164 form. */
  phone?: string | null | undefined;
  /** Free labels, at most 20 of at most 40 characters. */
  tags?: Array<string> | null | undefined;
  /** Time zone of the company, as in the IANA database; null for UTC. */
  timezone?: string | null | undefined;
};

/** Conditions on organizations; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type OrganizationWhereInput = {
  /** All of these hold. */
  and?: Array<OrganizationWhereInput> | null | undefined;
  /** Added at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Balance of credits. Matches no sub-account, for those have none of their own, and nothing where the caller lacks ORGANIZATION_CREDIT_READ. */
  creditBalance?: OrganizationCreditFilter | null | undefined;
  /** Keys of features that are switched on; those of a sub-account are its account's. Matches nothing where the caller lacks ORGANIZATION_FEATURE_READ. */
  feature?: OrganizationFeatureFilter | null | undefined;
  /** Has a plan; false finds those without, sub-accounts and the reseller among them, which never have one. Matches nothing where the caller lacks SUBSCRIPTION_READ. */
  hasPlan?: boolean | null | undefined;
  /** Id of the organization. */
  id?: IdFilter | null | undefined;
  /** Place in the tree. */
  kind?: OrganizationKindFilter | null | undefined;
  /** Last request of one of its users. Matches nothing where the caller lacks ORGANIZATION_READ, TENANT_USER_READ or MEMBER_READ. */
  lastActivityAt?: DateTimeFilter | null | undefined;
  /** Name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: OrganizationWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<OrganizationWhereInput> | null | undefined;
  /** Organization directly above. */
  parentId?: IdFilter | null | undefined;
  /** Plan of the account's subscription. Matches nothing where the caller lacks SUBSCRIPTION_READ. */
  planId?: IdFilter | null | undefined;
  /** State. */
  status?: OrganizationStatusFilter | null | undefined;
  /** Free labels; upper and lower case differ. Matches nothing where the caller lacks ORGANIZATION_READ. */
  tag?: OrganizationTagFilter | null | undefined;
};

/** The list of organizations to export. */
export type OrganizationsExportInput = {
  /** Columns in the order of the file; all when nothing is said. */
  columns?: Array<OrganizationColumn> | null | undefined;
  /** Order as in organizations. */
  orderBy?: Array<OrganizationOrder>;
  /** Text as in organizations. */
  search?: string | null | undefined;
  /** Conditions as in organizations. */
  where?: OrganizationWhereInput | null | undefined;
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
  /** Decide whether the reseller may log in to the account. */
  | 'LOGIN_AS_CONSENT'
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
  /** Spend communication credits of an organization on messages and calls. */
  | 'ORGANIZATION_CREDIT_USE'
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
  /** Schedule reports and choose who gets them. */
  | 'REPORT_MANAGE'
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
  /** Publish platform status updates and release notes. */
  | 'SERVICE_STATUS_MANAGE'
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
  /** Write usage data. */
  | 'USAGE_RECORD'
  /** Create, change and remove webhook endpoints. */
  | 'WEBHOOK_MANAGE'
  /** See webhook endpoints and deliveries. */
  | 'WEBHOOK_READ'
  /** Send a webhook delivery again. */
  | 'WEBHOOK_REDELIVER';

/** Things the caller may do to a plan. */
export type PlanAction =
  /** planArchive. */
  | 'ARCHIVE'
  /** planUpdate. */
  | 'UPDATE';

/** Confirmation for archiving a plan. */
export type PlanArchiveInput = {
  /** Refuse with STALE unless the plan still has this version. */
  expectedVersion?: number | null | undefined;
};

/** A new plan. */
export type PlanCreateInput = {
  /** Price of a period, from 0, at most four decimals. */
  basePrice: string;
  /** Currency after ISO 4217; the reseller's own when nothing is said. It never changes. */
  currency?: string | null | undefined;
  /** What it is, at most 1,000 characters. */
  description?: string | null | undefined;
  /** Keys of the features it suggests. */
  features?: Array<string> | null | undefined;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Seats the base price covers, at most 1,000,000. */
  includedSeats?: number;
  /** Length of a period. It never changes. */
  interval?: PlanInterval;
  /** Name, at most 100 characters, unique among plans that are sold. */
  name: string;
  /** Price of a period for each seat above those included. */
  seatPrice?: string;
  /** Days that cost nothing at the start, at most 365. */
  trialDays?: number;
  /** Prices of what is used, at most 50. */
  usagePrices?: Array<UsagePriceInput> | null | undefined;
};

/** Lengths of a period. */
export type PlanInterval =
  /** A month: from a day of the month to the same day of the next, or its last when it has no such day. */
  | 'MONTH'
  /** A year. */
  | 'YEAR';

/** Compares the length of a period. */
export type PlanIntervalFilter = {
  /** One of these. */
  in?: Array<PlanInterval> | null | undefined;
  /** None of these. */
  notIn?: Array<PlanInterval> | null | undefined;
};

/** One term of the order of plans. */
export type PlanOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: PlanOrderField;
};

/** What plans can be sorted by. */
export type PlanOrderField =
  /** Added at. */
  | 'CREATED_AT'
  /** Name, without regard to case and accents. */
  | 'NAME';

/** Changes to a plan; what is left out stays. */
export type PlanUpdateInput = {
  /** Price of a period; null is refused with REQUIRED. */
  basePrice?: string | null | undefined;
  /** What it is, at most 1,000 characters; null clears. */
  description?: string | null | undefined;
  /** Refuse with STALE unless the plan still has this version. */
  expectedVersion?: number | null | undefined;
  /** Keys of all features it suggests; null clears. */
  features?: Array<string> | null | undefined;
  /** Seats the base price covers; null is refused with REQUIRED. */
  includedSeats?: number | null | undefined;
  /** Name, at most 100 characters. */
  name?: string | null | undefined;
  /** Price of a period for each seat above those included; null is refused with REQUIRED. */
  seatPrice?: string | null | undefined;
  /** Days that cost nothing at the start; trials that run keep theirs; null is refused with REQUIRED. */
  trialDays?: number | null | undefined;
  /** All prices of what is used; null clears. */
  usagePrices?: Array<UsagePriceInput> | null | undefined;
};

/** Conditions on plans; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type PlanWhereInput = {
  /** All of these hold. */
  and?: Array<PlanWhereInput> | null | undefined;
  /** No longer sold since; isNull: true finds those that are sold. */
  archivedAt?: DateTimeFilter | null | undefined;
  /** Added at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Id of the plan. */
  id?: IdFilter | null | undefined;
  /** Length of a period. */
  interval?: PlanIntervalFilter | null | undefined;
  /** Name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: PlanWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<PlanWhereInput> | null | undefined;
};

/** The portals. */
export type Portal =
  /** Where agents handle conversations. */
  | 'AGENT_DESKTOP'
  /** The portal of customers. */
  | 'CUSTOMER'
  /** Where bots are made. */
  | 'OPERATIONS'
  /** The reseller's own portal. */
  | 'RESELLER'
  /** The administration of a tenant. */
  | 'TENANT_ADMIN';

/** Things the caller may do to a release note. */
export type ReleaseNoteAction =
  /** releaseNoteDelete. */
  | 'DELETE'
  /** releaseNoteUpdate. */
  | 'UPDATE';

/** One term of the order of release notes. */
export type ReleaseNoteOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: ReleaseNoteOrderField;
};

/** What release notes can be sorted by. */
export type ReleaseNoteOrderField =
  /** Published at. */
  | 'PUBLISHED_AT'
  /** Name of the release. */
  | 'RELEASE';

/** A new release note. */
export type ReleaseNotePublishInput = {
  /** What is new, at most 20,000 characters. */
  body: string;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Name of the release, at most 40 characters. */
  release: string;
  /** What is new, in one line of at most 200 characters. */
  title: string;
};

/** Corrections to a release note; what is left out stays. */
export type ReleaseNoteUpdateInput = {
  /** What is new, at most 20,000 characters. */
  body?: string | null | undefined;
  /** Refuse with STALE unless it still has this version. */
  expectedVersion?: number | null | undefined;
  /** Name of the release, at most 40 characters. */
  release?: string | null | undefined;
  /** What is new, in one line of at most 200 characters. */
  title?: string | null | undefined;
};

/** Conditions on release notes. All that are given hold together. */
export type ReleaseNoteWhereInput = {
  /** All of these hold. */
  and?: Array<ReleaseNoteWhereInput> | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: ReleaseNoteWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<ReleaseNoteWhereInput> | null | undefined;
  /** Published at. */
  publishedAt?: DateTimeFilter | null | undefined;
  /** Name of the release. */
  release?: StringFilter | null | undefined;
};

/** How often a report is made. */
export type ReportCadence =
  /** Every day, about the day before. */
  | 'DAILY'
  /** On the first of each month, about the month before. */
  | 'MONTHLY'
  /** Every Monday, about the week before. */
  | 'WEEKLY';

/** Compares how often a report is made. */
export type ReportCadenceFilter = {
  /** One of these. */
  in?: Array<ReportCadence> | null | undefined;
  /** None of these. */
  notIn?: Array<ReportCadence> | null | undefined;
};

/** A report to make. */
export type ReportCreateInput = {
  /** Form of the file. */
  format?: ReportFormat;
  /** First day. */
  from: string;
  /** Repeating the request with the same key within 24 hours answers the first job again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Which report. */
  kind: ReportKind;
  /** What to report about, at most 100, each without what is below it; nothing: every organization the caller may see. */
  organizationIds?: Array<string> | null | undefined;
  /** Last day, not in the future; at most 3 years after the first. */
  to: string;
};

/** Forms of a report. */
export type ReportFormat =
  /** Comma-separated values (RFC 4180), UTF-8 with a byte order mark; texts that a spreadsheet would run as a formula begin with an apostrophe. */
  | 'CSV'
  /** Office Open XML workbook; at most 1,048,575 rows. */
  | 'XLSX';

/** Reports. One tells only about organizations over which the caller holds, besides REPORT_READ or TENANT_REPORT_READ, what the same numbers need elsewhere. */
export type ReportKind =
  /** One row for each organization: credits at the beginning, what came and went by type, credits at the end. Needs ORGANIZATION_CREDIT_READ or MODULE_PAYMENT_ACCESS. */
  | 'CREDITS'
  /** One row for each organization: users, new users, users who signed in, sign-ins, last activity. Needs ORGANIZATION_READ, TENANT_USER_READ or MEMBER_READ. */
  | 'ORGANIZATION_ACTIVITY'
  /** One row for each organization, metric and month: quantity and records. Needs USAGE_READ or ANALYTICS_READ. */
  | 'USAGE_BY_ORGANIZATION'
  /** One row for each user: state, when added, last sign-in, sign-ins in the period. Needs RESELLER_USER_READ for staff, TENANT_USER_READ or MEMBER_READ for others. */
  | 'USERS_AND_LOGINS';

/** Compares the kind of a report. */
export type ReportKindFilter = {
  /** One of these. */
  in?: Array<ReportKind> | null | undefined;
  /** None of these. */
  notIn?: Array<ReportKind> | null | undefined;
};

/** Things the caller may do to a schedule of reports. */
export type ReportScheduleAction =
  /** reportScheduleDelete. */
  | 'DELETE'
  /** reportScheduleUpdate. */
  | 'UPDATE';

/** A new schedule. */
export type ReportScheduleCreateInput = {
  /** How often. */
  cadence: ReportCadence;
  /** Form of the files. */
  format?: ReportFormat;
  /** Hour of the day in the reseller's time zone, 0 to 23. */
  hour?: number;
  /** Repeating the request with the same key within 24 hours answers the first schedule again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Which report. */
  kind: ReportKind;
  /** Name, at most 100 characters. */
  name: string;
  /** What to report about, at most 100; nothing: whatever each recipient may see. */
  organizationIds?: Array<string> | null | undefined;
  /** Who gets it: 1 to 20 users of the reseller or of its customers. Each is told about what they may see themselves; whoever may not see the report when one is made gets none. */
  recipientIds: Array<string>;
};

/** One term of the order of schedules. */
export type ReportScheduleOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: ReportScheduleOrderField;
};

/** What schedules can be sorted by. */
export type ReportScheduleOrderField =
  /** Added at. */
  | 'CREATED_AT'
  /** Name, without regard to case and accents. */
  | 'NAME'
  /** Made next at. */
  | 'NEXT_RUN_AT';

/** Changes to a schedule; what is left out stays. */
export type ReportScheduleUpdateInput = {
  /** False: let it rest. */
  active?: boolean | null | undefined;
  /** How often. */
  cadence?: ReportCadence | null | undefined;
  /** Refuse with STALE unless the schedule still has this version. */
  expectedVersion?: number | null | undefined;
  /** Form of the files. */
  format?: ReportFormat | null | undefined;
  /** Hour of the day in the reseller's time zone, 0 to 23. */
  hour?: number | null | undefined;
  /** Which report. */
  kind?: ReportKind | null | undefined;
  /** Name, at most 100 characters. */
  name?: string | null | undefined;
  /** What to report about, at most 100; null: whatever each recipient may see. */
  organizationIds?: Array<string> | null | undefined;
  /** Who gets it: 1 to 20 users. */
  recipientIds?: Array<string> | null | undefined;
};

/** Conditions on schedules; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type ReportScheduleWhereInput = {
  /** Whether it is made at present. */
  active?: boolean | null | undefined;
  /** All of these hold. */
  and?: Array<ReportScheduleWhereInput> | null | undefined;
  /** How often. */
  cadence?: ReportCadenceFilter | null | undefined;
  /** Id of the schedule. */
  id?: IdFilter | null | undefined;
  /** Which report. */
  kind?: ReportKindFilter | null | undefined;
  /** Name. */
  name?: StringFilter | null | undefined;
  /** Made next at. */
  nextRunAt?: DateTimeFilter | null | undefined;
  /** This does not hold. */
  not?: ReportScheduleWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<ReportScheduleWhereInput> | null | undefined;
};

/** Changes to what the reseller itself has; what is left out stays. */
export type ResellerFeaturesUpdateInput = {
  /** Keys of features to switch off. */
  disable?: Array<string> | null | undefined;
  /** Keys of features to switch on. */
  enable?: Array<string> | null | undefined;
  /** Refuse with STALE unless the reseller's organization still has this version. */
  expectedVersion?: number | null | undefined;
  /** Seats to hand out, never fewer than the customers have together; null means no limit. */
  seatLimit?: number | null | undefined;
};

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

/** Things the caller may do to an incident. */
export type ServiceIncidentAction =
  /** serviceIncidentDelete. */
  | 'DELETE'
  /** serviceIncidentUpdate. */
  | 'UPDATE';

/** A new incident. */
export type ServiceIncidentOpenInput = {
  /** What is known, at most 5,000 characters. */
  body: string;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** How bad it is. */
  severity: ServiceIncidentSeverity;
  /** Began at; now when nothing is said. Planned work may begin later. */
  startedAt?: string | null | undefined;
  /** State. */
  status?: ServiceIncidentStatus;
  /** What it is, in one line of at most 200 characters. */
  title: string;
};

/** One term of the order of incidents. */
export type ServiceIncidentOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: ServiceIncidentOrderField;
};

/** What incidents can be sorted by. */
export type ServiceIncidentOrderField =
  /** Began at. */
  | 'STARTED_AT';

/** How bad an incident is. */
export type ServiceIncidentSeverity =
  /** The platform does not work. */
  | 'CRITICAL'
  /** Planned work. */
  | 'MAINTENANCE'
  /** A part does not work. */
  | 'MAJOR'
  /** A part is slow or impaired. */
  | 'MINOR';

/** Compares the severity of an incident. */
export type ServiceIncidentSeverityFilter = {
  /** One of these. */
  in?: Array<ServiceIncidentSeverity> | null | undefined;
  /** None of these. */
  notIn?: Array<ServiceIncidentSeverity> | null | undefined;
};

/** States of an incident. */
export type ServiceIncidentStatus =
  /** The cause is known. */
  | 'IDENTIFIED'
  /** The cause is being looked for. */
  | 'INVESTIGATING'
  /** Mended, and watched. */
  | 'MONITORING'
  /** Over. */
  | 'RESOLVED';

/** Compares the state of an incident. */
export type ServiceIncidentStatusFilter = {
  /** One of these. */
  in?: Array<ServiceIncidentStatus> | null | undefined;
  /** None of these. */
  notIn?: Array<ServiceIncidentStatus> | null | undefined;
};

/** News about an incident. */
export type ServiceIncidentUpdateInput = {
  /** What is known, at most 5,000 characters. */
  body: string;
  /** Refuse with STALE unless it still has this version. */
  expectedVersion?: number | null | undefined;
  /** How bad it is. */
  severity?: ServiceIncidentSeverity | null | undefined;
  /** State now. */
  status: ServiceIncidentStatus;
  /** What it is, in one line of at most 200 characters. */
  title?: string | null | undefined;
};

/** Conditions on incidents; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type ServiceIncidentWhereInput = {
  /** All of these hold. */
  and?: Array<ServiceIncidentWhereInput> | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** This does not hold. */
  not?: ServiceIncidentWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<ServiceIncidentWhereInput> | null | undefined;
  /** How bad it is. */
  severity?: ServiceIncidentSeverityFilter | null | undefined;
  /** Began at. */
  startedAt?: DateTimeFilter | null | undefined;
  /** State. */
  status?: ServiceIncidentStatusFilter | null | undefined;
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

/** A link of single sign-on. */
export type SessionCreateBySsoInput = {
  /** True: return a bearer token and set no cookie. */
  bearer?: boolean;
  /** Token of the link. */
  token: string;
};

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

/** Things the caller may do to a storage account. */
export type StorageAccountAction =
  /** storageAccountDelete. */
  | 'DELETE'
  /** storageAccountUpdate. */
  | 'UPDATE';

/** A new storage account. */
export type StorageAccountCreateInput = {
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Name, at most 100 characters, unique in the organization. */
  name: string;
  /** Organization whose files it holds. */
  organizationId: string;
  /** Bytes it may hold: 1 MiB to 1 PiB. */
  quotaBytes: string;
  /** Where the files lie; cannot change. */
  region: StorageRegion;
};

/** One term of the order of storage accounts. */
export type StorageAccountOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: StorageAccountOrderField;
};

/** What storage accounts can be sorted by. */
export type StorageAccountOrderField =
  /** Added at. */
  | 'CREATED_AT'
  /** Name, without regard to case and accents. */
  | 'NAME'
  /** Bytes it may hold. */
  | 'QUOTA_BYTES'
  /** Bytes held. */
  | 'USED_BYTES';

/** Changes to a storage account; what is left out stays. */
export type StorageAccountUpdateInput = {
  /** Refuse with STALE unless it still has this version. */
  expectedVersion?: number | null | undefined;
  /** Name, at most 100 characters. */
  name?: string | null | undefined;
  /** Bytes it may hold: 1 MiB to 1 PiB. */
  quotaBytes?: string | null | undefined;
};

/** Conditions on storage accounts; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type StorageAccountWhereInput = {
  /** All of these hold. */
  and?: Array<StorageAccountWhereInput> | null | undefined;
  /** Added at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: StorageAccountWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<StorageAccountWhereInput> | null | undefined;
  /** Organization it belongs to. */
  organizationId?: IdFilter | null | undefined;
  /** Where the files lie. */
  region?: StorageRegionFilter | null | undefined;
};

/** Where files lie. */
export type StorageRegion =
  /** South-east Asia. */
  | 'AP_SOUTHEAST'
  /** Central Europe. */
  | 'EU_CENTRAL'
  /** Western Europe. */
  | 'EU_WEST'
  /** Eastern United States. */
  | 'US_EAST'
  /** Western United States. */
  | 'US_WEST';

/** Compares the region of a storage account. */
export type StorageRegionFilter = {
  /** One of these. */
  in?: Array<StorageRegion> | null | undefined;
  /** None of these. */
  notIn?: Array<StorageRegion> | null | undefined;
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

/** Compares the name of a type as typeName has it, such as User; upper and lower case differ. */
export type TypeNameFilter = {
  /** One of these, at most 100. */
  in?: Array<string> | null | undefined;
  /** None of these, at most 100. */
  notIn?: Array<string> | null | undefined;
};

/** What rows of usage are told apart by. */
export type UsageGroup =
  /** The day; not together with MONTH, and at most 400 days. */
  | 'DAY'
  /** The metric. Quantities of different metrics are never added up: without it a filter by one metric is required. */
  | 'METRIC'
  /** The month. */
  | 'MONTH'
  /** The organization. */
  | 'ORGANIZATION';

/** Compares the name of a metric. */
export type UsageMetricFilter = {
  /** Equal to. */
  eq?: string | null | undefined;
  /** Equal to one of these, at most 20. */
  in?: Array<string> | null | undefined;
};

/** Periods of usage. */
export type UsagePeriod =
  /** Days. */
  | 'DAY'
  /** Months. */
  | 'MONTH';

/** What the use of one metric costs. */
export type UsagePriceInput = {
  /** Quantity of a period that costs nothing. */
  included?: string;
  /** Upper-case name of the metric, such as SMS, each once. */
  metric: string;
  /** Price of each one above, from 0, at most four decimals. */
  unitPrice: string;
};

/** A batch of usage: either records or csv. */
export type UsageRecordInput = {
  /** Text of at most 900 KiB and 10,000 records: a header row with organizationId, metric, day, quantity and key in any order, then one record in each row. Commas, semicolons or tabs. A column that is the same in all rows may be left out and said once in organizationId, metric or day below. */
  csv?: string | null | undefined;
  /** With csv, for files without this column: the day of all records. */
  day?: string | null | undefined;
  /** What happens to the good records when some are refused. */
  errorPolicy?: BulkErrorPolicy;
  /** With csv, for files without this column: the metric of all records. */
  metric?: string | null | undefined;
  /** With csv, for files without this column: the organization of all records. */
  organizationId?: string | null | undefined;
  /** The records, at most 1,000; more as csv. */
  records?: Array<UsageRecordItemInput> | null | undefined;
};

/** One record of usage. */
export type UsageRecordItemInput = {
  /** Day of the use in the reseller's time zone, not in the future and at most 13 months ago. */
  day: string;
  /** What the caller's own system calls the record, at most 100 characters. With another key it is another record. */
  key: string;
  /** Upper-case name such as SMS: letters, digits and underscores, at most 40 characters. */
  metric: string;
  /** Organization that used it. */
  organizationId: string;
  /** How much: 0 to 100,000,000,000,000. */
  quantity: string;
};

/** What usage to add up. */
export type UsageWhereInput = {
  /** First day. */
  from: string;
  /** Name of the metric: eq or in, at most 20. */
  metric?: UsageMetricFilter | null | undefined;
  /** Organization; nothing: every organization whose usage the caller may see. */
  organizationId?: IdFilter | null | undefined;
  /** Last day; at most 3 years after the first. */
  to: string;
};

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

/** Things the caller may do to a webhook endpoint. */
export type WebhookEndpointAction =
  /** webhookEndpointDelete. */
  | 'DELETE'
  /** webhookEndpointDisable. */
  | 'DISABLE'
  /** webhookEndpointEnable. */
  | 'ENABLE'
  /** webhookEndpointSecretRotate. */
  | 'ROTATE_SECRET'
  /** webhookEndpointUpdate. */
  | 'UPDATE';

/** A new webhook endpoint. */
export type WebhookEndpointCreateInput = {
  /** Keys of events, 1 to 100. */
  events: Array<string>;
  /** Repeating the request with the same key within 24 hours answers the first result again, at most 100 characters. */
  idempotencyKey?: string | null | undefined;
  /** Name, at most 100 characters. */
  name: string;
  /** Organization whose events it is told of, and those below it; that of the reseller: all. */
  organizationId: string;
  /** GraphQL document that says which fields are sent, at most 10,000 characters. */
  selection?: string | null | undefined;
  /** Address, with https and without user or fragment, at most 500 characters. */
  url: string;
};

/** One term of the order of webhook endpoints. */
export type WebhookEndpointOrder = {
  /** Direction. */
  direction?: OrderDirection;
  /** What to sort by. */
  field: WebhookEndpointOrderField;
};

/** What webhook endpoints can be sorted by. */
export type WebhookEndpointOrderField =
  /** Added at. */
  | 'CREATED_AT'
  /** Name, without regard to case and accents. */
  | 'NAME';

/** Changes to a webhook endpoint; what is left out stays, null clears. */
export type WebhookEndpointUpdateInput = {
  /** Keys of events, 1 to 100. */
  events?: Array<string> | null | undefined;
  /** Refuse with STALE unless it still has this version. */
  expectedVersion?: number | null | undefined;
  /** Name, at most 100 characters. */
  name?: string | null | undefined;
  /** GraphQL document that says which fields are sent, at most 10,000 characters. */
  selection?: string | null | undefined;
  /** Address, with https and without user or fragment, at most 500 characters. */
  url?: string | null | undefined;
};

/** Conditions on webhook endpoints; those named are combined with and. At most 50 conditions, nested at most 4 deep. */
export type WebhookEndpointWhereInput = {
  /** It is told of events. */
  active?: boolean | null | undefined;
  /** All of these hold. */
  and?: Array<WebhookEndpointWhereInput> | null | undefined;
  /** Added at. */
  createdAt?: DateTimeFilter | null | undefined;
  /** It is told of this event. */
  event?: string | null | undefined;
  /** Its id. */
  id?: IdFilter | null | undefined;
  /** Name. */
  name?: StringFilter | null | undefined;
  /** This does not hold. */
  not?: WebhookEndpointWhereInput | null | undefined;
  /** One of these holds. */
  or?: Array<WebhookEndpointWhereInput> | null | undefined;
  /** Organization it belongs to. */
  organizationId?: IdFilter | null | undefined;
  /** Address. */
  url?: StringFilter | null | undefined;
};

export type ApiCredentialQueryVariables = Exact<{
  id: string;
}>;


export type ApiCredentialQuery = { apiCredential: (
    { __typename: 'ApiCredential' }
    & { ' $fragmentRefs'?: { 'ApiCredentialRowFragment': ApiCredentialRowFragment } }
  ) | null };

export type ApiCredentialCreateMutationVariables = Exact<{
  input: ApiCredentialCreateInput;
}>;


export type ApiCredentialCreateMutation = { apiCredentialCreate: { __typename: 'ApiCredentialSecretPayload', secret: string | null, apiCredential: (
      { __typename: 'ApiCredential' }
      & { ' $fragmentRefs'?: { 'ApiCredentialRowFragment': ApiCredentialRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ApiCredentialRevokeMutationVariables = Exact<{
  id: string;
  reason?: string | null | undefined;
}>;


export type ApiCredentialRevokeMutation = { apiCredentialRevoke: { __typename: 'ApiCredentialPayload', apiCredential: (
      { __typename: 'ApiCredential' }
      & { ' $fragmentRefs'?: { 'ApiCredentialRowFragment': ApiCredentialRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ApiCredentialRowFragment = { __typename: 'ApiCredential', id: string, version: number, name: string, prefix: string, status: ApiCredentialStatus, operations: Array<string>, costPerMinute: number, expiresAt: string | null, lastUsedAt: string | null, revokedAt: string | null, revokedReason: string | null, createdAt: string, updatedAt: string, viewerActions: Array<ApiCredentialAction>, roles: Array<{ __typename: 'Role', id: string, name: string }>, createdBy: { __typename: 'User', id: string, displayName: string } | null, organization: { __typename: 'Organization', id: string, name: string } | null } & { ' $fragmentName'?: 'ApiCredentialRowFragment' };

export type ApiCredentialUpdateMutationVariables = Exact<{
  id: string;
  input: ApiCredentialUpdateInput;
}>;


export type ApiCredentialUpdateMutation = { apiCredentialUpdate: { __typename: 'ApiCredentialPayload', apiCredential: (
      { __typename: 'ApiCredential' }
      & { ' $fragmentRefs'?: { 'ApiCredentialRowFragment': ApiCredentialRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ApiCredentialsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  where?: ApiCredentialWhereInput | null | undefined;
  orderBy?: Array<ApiCredentialOrder> | ApiCredentialOrder | null | undefined;
}>;


export type ApiCredentialsPageQuery = { apiCredentials: { __typename: 'ApiCredentialConnection', totalCount: number, nodes: Array<(
      { __typename: 'ApiCredential' }
      & { ' $fragmentRefs'?: { 'ApiCredentialRowFragment': ApiCredentialRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type ApiServiceQueryVariables = Exact<{ [key: string]: never; }>;


export type ApiServiceQuery = { apiService: (
    { __typename: 'ApiService' }
    & { ' $fragmentRefs'?: { 'ApiServiceRowFragment': ApiServiceRowFragment } }
  ) | null };

export type ApiServiceConfigureMutationVariables = Exact<{
  input: ApiServiceConfigureInput;
}>;


export type ApiServiceConfigureMutation = { apiServiceConfigure: { __typename: 'ApiServicePayload', apiService: (
      { __typename: 'ApiService' }
      & { ' $fragmentRefs'?: { 'ApiServiceRowFragment': ApiServiceRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ApiServiceRowFragment = { __typename: 'ApiService', version: number, enabled: boolean, allowedOrigins: Array<string>, allowedNetworks: Array<string>, costPerMinute: number, maxKeyDays: number | null, updatedAt: string | null } & { ' $fragmentName'?: 'ApiServiceRowFragment' };

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
  last?: number | null | undefined;
  before?: string | null | undefined;
  where?: AuditEventWhereInput | null | undefined;
}>;


export type AuditEventsQuery = { auditEvents: { __typename: 'AuditEventConnection', nodes: Array<(
      { __typename: 'AuditEvent' }
      & { ' $fragmentRefs'?: { 'AuditEventRowFragment': AuditEventRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type BillingAccountRowFragment = { __typename: 'BillingAccount', id: string, version: number, name: string, email: string, address: string | null, taxNumber: string | null, currency: string, paymentDays: number, createdAt: string, updatedAt: string, viewerActions: Array<BillingAccountAction>, organization: { __typename: 'Organization', id: string, name: string } | null } & { ' $fragmentName'?: 'BillingAccountRowFragment' };

export type BillingAccountSetMutationVariables = Exact<{
  organizationId: string;
  input: BillingAccountSetInput;
}>;


export type BillingAccountSetMutation = { billingAccountSet: { __typename: 'BillingAccountPayload', billingAccount: (
      { __typename: 'BillingAccount' }
      & { ' $fragmentRefs'?: { 'BillingAccountRowFragment': BillingAccountRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type BillingAccountsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  where?: BillingAccountWhereInput | null | undefined;
  orderBy?: Array<BillingAccountOrder> | BillingAccountOrder | null | undefined;
}>;


export type BillingAccountsPageQuery = { billingAccounts: { __typename: 'BillingAccountConnection', totalCount: number, nodes: Array<(
      { __typename: 'BillingAccount' }
      & { ' $fragmentRefs'?: { 'BillingAccountRowFragment': BillingAccountRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type BillingSubscriptionCancelMutationVariables = Exact<{
  id: string;
  input: BillingSubscriptionCancelInput;
}>;


export type BillingSubscriptionCancelMutation = { billingSubscriptionCancel: { __typename: 'BillingSubscriptionPayload', billingSubscription: (
      { __typename: 'BillingSubscription' }
      & { ' $fragmentRefs'?: { 'BillingSubscriptionRowFragment': BillingSubscriptionRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type BillingSubscriptionChangeMutationVariables = Exact<{
  id: string;
  input: BillingSubscriptionChangeInput;
}>;


export type BillingSubscriptionChangeMutation = { billingSubscriptionChange: { __typename: 'BillingSubscriptionPayload', billingSubscription: (
      { __typename: 'BillingSubscription' }
      & { ' $fragmentRefs'?: { 'BillingSubscriptionRowFragment': BillingSubscriptionRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type BillingSubscriptionResumeMutationVariables = Exact<{
  id: string;
  input: BillingSubscriptionResumeInput;
}>;


export type BillingSubscriptionResumeMutation = { billingSubscriptionResume: { __typename: 'BillingSubscriptionPayload', billingSubscription: (
      { __typename: 'BillingSubscription' }
      & { ' $fragmentRefs'?: { 'BillingSubscriptionRowFragment': BillingSubscriptionRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type BillingSubscriptionRowFragment = { __typename: 'BillingSubscription', id: string, version: number, status: BillingSubscriptionStatus, trialEnd: string | null, currentPeriodStart: string, currentPeriodEnd: string, cancelAtPeriodEnd: boolean, canceledAt: string | null, cancelReason: string | null, createdAt: string, updatedAt: string, viewerActions: Array<BillingSubscriptionAction>, organization: { __typename: 'Organization', id: string, name: string } | null, plan: { __typename: 'Plan', id: string, name: string, interval: PlanInterval }, pendingPlan: { __typename: 'Plan', id: string, name: string, interval: PlanInterval } | null, terms: { __typename: 'PlanTerms', name: string, currency: string, basePrice: string, seatPrice: string, includedSeats: number, usagePrices: Array<{ __typename: 'UsagePrice', metric: string, included: string, unitPrice: string }> } } & { ' $fragmentName'?: 'BillingSubscriptionRowFragment' };

export type BillingSubscriptionStartMutationVariables = Exact<{
  input: BillingSubscriptionStartInput;
}>;


export type BillingSubscriptionStartMutation = { billingSubscriptionStart: { __typename: 'BillingSubscriptionPayload', billingSubscription: (
      { __typename: 'BillingSubscription' }
      & { ' $fragmentRefs'?: { 'BillingSubscriptionRowFragment': BillingSubscriptionRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type BillingSubscriptionsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  where?: BillingSubscriptionWhereInput | null | undefined;
  orderBy?: Array<BillingSubscriptionOrder> | BillingSubscriptionOrder | null | undefined;
}>;


export type BillingSubscriptionsPageQuery = { billingSubscriptions: { __typename: 'BillingSubscriptionConnection', totalCount: number, nodes: Array<(
      { __typename: 'BillingSubscription' }
      & { ' $fragmentRefs'?: { 'BillingSubscriptionRowFragment': BillingSubscriptionRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type BrandingDomainRemoveMutationVariables = Exact<{
  organizationId: string;
  portal: Portal;
}>;


export type BrandingDomainRemoveMutation = { brandingDomainRemove: { __typename: 'BrandingPayload', branding: (
      { __typename: 'Branding' }
      & { ' $fragmentRefs'?: { 'BrandingRowFragment': BrandingRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type BrandingDomainSetMutationVariables = Exact<{
  organizationId: string;
  portal: Portal;
  domain: string;
}>;


export type BrandingDomainSetMutation = { brandingDomainSet: { __typename: 'BrandingPayload', branding: (
      { __typename: 'Branding' }
      & { ' $fragmentRefs'?: { 'BrandingRowFragment': BrandingRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type BrandingDomainVerifyMutationVariables = Exact<{
  organizationId: string;
  portal: Portal;
}>;


export type BrandingDomainVerifyMutation = { brandingDomainVerify: { __typename: 'BrandingPayload', branding: (
      { __typename: 'Branding' }
      & { ' $fragmentRefs'?: { 'BrandingRowFragment': BrandingRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type BrandingLogoRemoveMutationVariables = Exact<{
  organizationId: string;
  portal: Portal;
}>;


export type BrandingLogoRemoveMutation = { brandingLogoRemove: { __typename: 'BrandingPayload', branding: (
      { __typename: 'Branding' }
      & { ' $fragmentRefs'?: { 'BrandingRowFragment': BrandingRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type BrandingLogoUploadCreateMutationVariables = Exact<{
  organizationId: string;
  portal: Portal;
  contentType: string;
  size: number;
}>;


export type BrandingLogoUploadCreateMutation = { brandingLogoUploadCreate: { __typename: 'BrandingLogoUploadPayload', upload: { __typename: 'BrandingLogoUpload', url: string, expiresAt: string } | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type BrandingLookFieldsFragment = { __typename: 'BrandingLook', productName: string, primaryColor: string, onPrimaryColor: string, accentColor: string, onAccentColor: string, supportEmail: string | null, supportUrl: string | null, logoUrl: string | null, portal: Portal | null } & { ' $fragmentName'?: 'BrandingLookFieldsFragment' };

export type BrandingPageQueryVariables = Exact<{
  organizationId: string;
}>;


export type BrandingPageQuery = { brandings: Array<(
    { __typename: 'Branding' }
    & { ' $fragmentRefs'?: { 'BrandingRowFragment': BrandingRowFragment } }
  )> | null };

export type BrandingResetMutationVariables = Exact<{
  organizationId: string;
  portal: Portal;
}>;


export type BrandingResetMutation = { brandingReset: { __typename: 'BrandingPayload', branding: (
      { __typename: 'Branding' }
      & { ' $fragmentRefs'?: { 'BrandingRowFragment': BrandingRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type BrandingRowFragment = { __typename: 'Branding', version: number, portal: Portal, productName: string | null, primaryColor: string | null, accentColor: string | null, supportEmail: string | null, supportUrl: string | null, mailSenderName: string | null, logoUrl: string | null, updatedAt: string | null, domain: { __typename: 'BrandingDomain', name: string, verified: boolean, verifiedAt: string | null, checkedAt: string | null, recordName: string, recordValue: string } | null, look: (
    { __typename: 'BrandingLook' }
    & { ' $fragmentRefs'?: { 'BrandingLookFieldsFragment': BrandingLookFieldsFragment } }
  ) } & { ' $fragmentName'?: 'BrandingRowFragment' };

export type BrandingUpdateMutationVariables = Exact<{
  organizationId: string;
  portal: Portal;
  input: BrandingUpdateInput;
}>;


export type BrandingUpdateMutation = { brandingUpdate: { __typename: 'BrandingPayload', branding: (
      { __typename: 'Branding' }
      & { ' $fragmentRefs'?: { 'BrandingRowFragment': BrandingRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CreditAdjustMutationVariables = Exact<{
  input: CreditAdjustInput;
}>;


export type CreditAdjustMutation = { creditAdjust: { __typename: 'CreditPayload', creditEntry: (
      { __typename: 'CreditEntry', organization: { __typename: 'Organization', id: string, creditBalance: string | null } | null }
      & { ' $fragmentRefs'?: { 'CreditEntryRowFragment': CreditEntryRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CreditAllocateMutationVariables = Exact<{
  input: CreditAllocateInput;
}>;


export type CreditAllocateMutation = { creditAllocate: { __typename: 'CreditPayload', creditEntry: (
      { __typename: 'CreditEntry', organization: { __typename: 'Organization', id: string, creditBalance: string | null } | null }
      & { ' $fragmentRefs'?: { 'CreditEntryRowFragment': CreditEntryRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CreditEntriesQueryVariables = Exact<{
  id: string;
  where?: CreditEntryWhereInput | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type CreditEntriesQuery = { organization: { __typename: 'Organization', id: string, creditBalance: string | null, creditLowMark: string | null, creditEntries: { __typename: 'CreditEntryConnection', nodes: Array<(
        { __typename: 'CreditEntry' }
        & { ' $fragmentRefs'?: { 'CreditEntryRowFragment': CreditEntryRowFragment } }
      )>, pageInfo: (
        { __typename: 'PageInfo' }
        & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
      ) } | null } | null };

export type CreditEntryRowFragment = { __typename: 'CreditEntry', id: string, type: CreditEntryType, amount: string, balanceAfter: string, reference: string, reason: string | null, occurredAt: string, createdAt: string, viewerActions: Array<CreditEntryAction>, counterpart: { __typename: 'Organization', id: string, name: string } | null, usedBy: { __typename: 'Organization', id: string, name: string } | null, actor: { __typename: 'User', id: string, displayName: string } | null, reversedBy: { __typename: 'CreditEntry', id: string } | null } & { ' $fragmentName'?: 'CreditEntryRowFragment' };

export type CreditLowMarkSetMutationVariables = Exact<{
  id: string;
  input: CreditLowMarkSetInput;
}>;


export type CreditLowMarkSetMutation = { creditLowMarkSet: { __typename: 'OrganizationPayload', organization: { __typename: 'Organization', id: string, version: number, creditBalance: string | null, creditLowMark: string | null } | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CreditReverseMutationVariables = Exact<{
  id: string;
  input: CreditReverseInput;
}>;


export type CreditReverseMutation = { creditReverse: { __typename: 'CreditPayload', creditEntry: (
      { __typename: 'CreditEntry', organization: { __typename: 'Organization', id: string, creditBalance: string | null } | null }
      & { ' $fragmentRefs'?: { 'CreditEntryRowFragment': CreditEntryRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CreditStatementExportMutationVariables = Exact<{
  input: CreditStatementExportInput;
}>;


export type CreditStatementExportMutation = { creditStatementExport: { __typename: 'JobPayload', job: { __typename: 'Job', id: string, status: JobStatus } | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CreditTopUpMutationVariables = Exact<{
  input: CreditTopUpInput;
}>;


export type CreditTopUpMutation = { creditTopUp: { __typename: 'CreditPayload', creditEntry: (
      { __typename: 'CreditEntry', organization: { __typename: 'Organization', id: string, creditBalance: string | null } | null }
      & { ' $fragmentRefs'?: { 'CreditEntryRowFragment': CreditEntryRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CreditUsageRecordMutationVariables = Exact<{
  input: CreditUsageRecordInput;
}>;


export type CreditUsageRecordMutation = { creditUsageRecord: { __typename: 'CreditUsagePayload', results: Array<{ __typename: 'CreditUsageResult', replayed: boolean, creditEntry: { __typename: 'CreditEntry', id: string, balanceAfter: string } | null, errors: Array<(
        { __typename: 'MutationError' }
        & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
      )> }>, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CustomModelQueryVariables = Exact<{
  id: string;
}>;


export type CustomModelQuery = { customModel: (
    { __typename: 'CustomModel' }
    & { ' $fragmentRefs'?: { 'CustomModelRowFragment': CustomModelRowFragment } }
  ) | null };

export type CustomModelActivateMutationVariables = Exact<{
  id: string;
  expectedVersion?: number | null | undefined;
}>;


export type CustomModelActivateMutation = { customModelActivate: { __typename: 'CustomModelPayload', customModel: (
      { __typename: 'CustomModel' }
      & { ' $fragmentRefs'?: { 'CustomModelRowFragment': CustomModelRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CustomModelCreateMutationVariables = Exact<{
  input: CustomModelCreateInput;
}>;


export type CustomModelCreateMutation = { customModelCreate: { __typename: 'CustomModelPayload', customModel: (
      { __typename: 'CustomModel' }
      & { ' $fragmentRefs'?: { 'CustomModelRowFragment': CustomModelRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CustomModelDeleteMutationVariables = Exact<{
  id: string;
}>;


export type CustomModelDeleteMutation = { customModelDelete: { __typename: 'CustomModelDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CustomModelRetireMutationVariables = Exact<{
  id: string;
  expectedVersion?: number | null | undefined;
}>;


export type CustomModelRetireMutation = { customModelRetire: { __typename: 'CustomModelPayload', customModel: (
      { __typename: 'CustomModel' }
      & { ' $fragmentRefs'?: { 'CustomModelRowFragment': CustomModelRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CustomModelRowFragment = { __typename: 'CustomModel', id: string, version: number, key: string, name: string, description: string | null, task: CustomModelTask, baseModel: string | null, status: CustomModelStatus, createdAt: string, updatedAt: string, viewerActions: Array<CustomModelAction>, organization: { __typename: 'Organization', id: string, name: string } | null } & { ' $fragmentName'?: 'CustomModelRowFragment' };

export type CustomModelUpdateMutationVariables = Exact<{
  id: string;
  input: CustomModelUpdateInput;
}>;


export type CustomModelUpdateMutation = { customModelUpdate: { __typename: 'CustomModelPayload', customModel: (
      { __typename: 'CustomModel' }
      & { ' $fragmentRefs'?: { 'CustomModelRowFragment': CustomModelRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type CustomModelsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  where?: CustomModelWhereInput | null | undefined;
  orderBy?: Array<CustomModelOrder> | CustomModelOrder | null | undefined;
}>;


export type CustomModelsPageQuery = { customModels: { __typename: 'CustomModelConnection', totalCount: number, nodes: Array<(
      { __typename: 'CustomModel' }
      & { ' $fragmentRefs'?: { 'CustomModelRowFragment': CustomModelRowFragment } }
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
  last?: number | null | undefined;
  before?: string | null | undefined;
  where?: DeadMailWhereInput | null | undefined;
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

export type FeaturesAndModulesQueryVariables = Exact<{ [key: string]: never; }>;


export type FeaturesAndModulesQuery = { features: Array<{ __typename: 'Feature', key: string, name: string, description: string }> | null, modules: Array<{ __typename: 'Module', key: string, name: string, adminOnly: boolean }> | null, viewer: { __typename: 'Viewer', id: string, features: Array<{ __typename: 'Feature', key: string }>, modules: Array<{ __typename: 'Module', key: string }> } | null };

export type HomeAttentionQueryVariables = Exact<{
  invitations: boolean;
  soon: string;
  organizations: boolean;
  balances: boolean;
  invoices: boolean;
  mails: boolean;
  users: boolean;
  quietSince: string;
  incidents: boolean;
  requests: boolean;
}>;


export type HomeAttentionQuery = { viewer: { __typename: 'Viewer', id: string, organization: { __typename: 'Organization', id: string, creditBalance: string | null, creditLowMark: string | null } } | null, invitations?: { __typename: 'InvitationConnection', totalCount: number, nodes: Array<{ __typename: 'Invitation', id: string, email: string, expiresAt: string, organization: { __typename: 'Organization', id: string, name: string } }> } | null, suspended?: { __typename: 'OrganizationConnection', totalCount: number, nodes: Array<{ __typename: 'Organization', id: string, name: string, suspension: { __typename: 'OrganizationSuspension', suspendedAt: string } | null }> } | null, low?: { __typename: 'OrganizationConnection', totalCount: number, nodes: Array<{ __typename: 'Organization', id: string, name: string, creditBalance: string | null }> } | null, invoices?: { __typename: 'InvoiceConnection', totalCount: number, nodes: Array<{ __typename: 'Invoice', id: string, number: string, due: string, currency: string, dueOn: string, organization: { __typename: 'Organization', id: string, name: string } | null }> } | null, deadMails?: { __typename: 'DeadMailConnection', nodes: Array<{ __typename: 'DeadMail', id: string, kind: string, email: string, createdAt: string, resentAt: string | null }> } | null, jobs: { __typename: 'JobConnection', nodes: Array<(
      { __typename: 'Job' }
      & { ' $fragmentRefs'?: { 'JobRowFragment': JobRowFragment } }
    )> } | null, dormant?: { __typename: 'UserConnection', totalCount: number, nodes: Array<{ __typename: 'User', id: string, displayName: string, lastLoginAt: string | null }> } | null, serviceIncidents?: { __typename: 'ServiceIncidentConnection', totalCount: number, nodes: Array<{ __typename: 'ServiceIncident', id: string, title: string, severity: ServiceIncidentSeverity, status: ServiceIncidentStatus, startedAt: string }> } | null, requests?: { __typename: 'ImpersonationConnection', nodes: Array<{ __typename: 'Impersonation', id: string, actorName: string, reason: string, createdAt: string, organization: { __typename: 'Organization', id: string, name: string } }> } | null };

export type HomeNumbersQueryVariables = Exact<{
  users: boolean;
  organizations: boolean;
}>;


export type HomeNumbersQuery = { userStats?: { __typename: 'UserStats', total: number, active: number, pending: number, suspended: number } | null, organizationStats?: { __typename: 'OrganizationStats', total: number, active: number, suspended: number, customers: number, subAccounts: number } | null };

export type ImpersonationRowFragment = { __typename: 'Impersonation', id: string, actorName: string, mode: LoginAsMode, reason: string, minutes: number, status: ImpersonationStatus, decidedAt: string | null, startedAt: string | null, expiresAt: string, endedAt: string | null, endReason: ImpersonationEndReason | null, createdAt: string, viewerActions: Array<ImpersonationAction>, organization: { __typename: 'Organization', id: string, name: string }, user: { __typename: 'User', id: string, displayName: string, email: string } | null, decidedBy: { __typename: 'User', id: string, displayName: string } | null } & { ' $fragmentName'?: 'ImpersonationRowFragment' };

export type ImpersonationsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  where?: ImpersonationWhereInput | null | undefined;
}>;


export type ImpersonationsQuery = { impersonations: { __typename: 'ImpersonationConnection', nodes: Array<(
      { __typename: 'Impersonation' }
      & { ' $fragmentRefs'?: { 'ImpersonationRowFragment': ImpersonationRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type ImpersonationsEndMutationVariables = Exact<{
  organizationId: string;
}>;


export type ImpersonationsEndMutation = { impersonationsEnd: { __typename: 'ImpersonationsEndPayload', ended: number, errors: Array<(
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

export type InvitationCountsQueryVariables = Exact<{
  search?: string | null | undefined;
  pending?: InvitationWhereInput | null | undefined;
  expired?: InvitationWhereInput | null | undefined;
  accepted?: InvitationWhereInput | null | undefined;
  revoked?: InvitationWhereInput | null | undefined;
}>;


export type InvitationCountsQuery = { pending: { __typename: 'InvitationConnection', totalCount: number } | null, expired: { __typename: 'InvitationConnection', totalCount: number } | null, accepted: { __typename: 'InvitationConnection', totalCount: number } | null, revoked: { __typename: 'InvitationConnection', totalCount: number } | null };

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

export type InvitationRowFragment = { __typename: 'Invitation', id: string, email: string, status: InvitationStatus, expiresAt: string, lastSentAt: string, sendCount: number, acceptedAt: string | null, revokedAt: string | null, createdAt: string, viewerActions: Array<InvitationAction>, organization: { __typename: 'Organization', id: string, name: string, kind: OrganizationKind }, inviter: { __typename: 'User', id: string, displayName: string } | null } & { ' $fragmentName'?: 'InvitationRowFragment' };

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
  last?: number | null | undefined;
  before?: string | null | undefined;
  offset?: number | null | undefined;
  search?: string | null | undefined;
  where?: InvitationWhereInput | null | undefined;
  orderBy?: Array<InvitationOrder> | InvitationOrder | null | undefined;
}>;


export type InvitationsPageQuery = { invitations: { __typename: 'InvitationConnection', totalCount: number, nodes: Array<(
      { __typename: 'Invitation', user: { __typename: 'User', id: string, displayName: string, roles: Array<{ __typename: 'Role', id: string, name: string }> } | null }
      & { ' $fragmentRefs'?: { 'InvitationRowFragment': InvitationRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type InvoiceQueryVariables = Exact<{
  id: string;
}>;


export type InvoiceQuery = { invoice: (
    { __typename: 'Invoice', billToEmail: string | null, billToAddress: string | null, billToTaxNumber: string | null, paidAt: string | null, voidedAt: string | null, voidReason: string | null, lines: Array<{ __typename: 'InvoiceLine', kind: InvoiceLineKind, description: string, metric: string | null, quantity: string, unitPrice: string, amount: string }>, payments: Array<{ __typename: 'InvoicePayment', amount: string, paidAt: string, reference: string | null, createdAt: string, recordedBy: { __typename: 'User', id: string, displayName: string } | null }> }
    & { ' $fragmentRefs'?: { 'InvoiceRowFragment': InvoiceRowFragment } }
  ) | null };

export type InvoicePaymentRecordMutationVariables = Exact<{
  id: string;
  input: InvoicePaymentRecordInput;
}>;


export type InvoicePaymentRecordMutation = { invoicePaymentRecord: { __typename: 'InvoicePayload', invoice: (
      { __typename: 'Invoice' }
      & { ' $fragmentRefs'?: { 'InvoiceRowFragment': InvoiceRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type InvoiceRowFragment = { __typename: 'Invoice', id: string, version: number, number: string, status: InvoiceStatus, currency: string, total: string, paid: string, due: string, periodStart: string, periodEnd: string, issuedOn: string, dueOn: string, billToName: string, viewerActions: Array<InvoiceAction>, organization: { __typename: 'Organization', id: string, name: string } | null } & { ' $fragmentName'?: 'InvoiceRowFragment' };

export type InvoiceVoidMutationVariables = Exact<{
  id: string;
  input: InvoiceVoidInput;
}>;


export type InvoiceVoidMutation = { invoiceVoid: { __typename: 'InvoicePayload', invoice: (
      { __typename: 'Invoice' }
      & { ' $fragmentRefs'?: { 'InvoiceRowFragment': InvoiceRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type InvoicesPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  where?: InvoiceWhereInput | null | undefined;
  orderBy?: Array<InvoiceOrder> | InvoiceOrder | null | undefined;
}>;


export type InvoicesPageQuery = { invoices: { __typename: 'InvoiceConnection', totalCount: number, nodes: Array<(
      { __typename: 'Invoice' }
      & { ' $fragmentRefs'?: { 'InvoiceRowFragment': InvoiceRowFragment } }
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
  last?: number | null | undefined;
  before?: string | null | undefined;
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
  last?: number | null | undefined;
  before?: string | null | undefined;
  kind?: Array<JobKind> | JobKind | null | undefined;
}>;


export type JobsQuery = { jobs: { __typename: 'JobConnection', nodes: Array<(
      { __typename: 'Job' }
      & { ' $fragmentRefs'?: { 'JobRowFragment': JobRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type LoginAsMutationVariables = Exact<{
  input: LoginAsInput;
}>;


export type LoginAsMutation = { loginAs: { __typename: 'LoginAsPayload', token: string | null, impersonation: (
      { __typename: 'Impersonation' }
      & { ' $fragmentRefs'?: { 'ImpersonationRowFragment': ImpersonationRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type LoginAsDecideMutationVariables = Exact<{
  id: string;
  approve: boolean;
}>;


export type LoginAsDecideMutation = { loginAsDecide: { __typename: 'ImpersonationPayload', impersonation: (
      { __typename: 'Impersonation' }
      & { ' $fragmentRefs'?: { 'ImpersonationRowFragment': ImpersonationRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type LoginAsEndMutationVariables = Exact<{
  id?: string | null | undefined;
}>;


export type LoginAsEndMutation = { loginAsEnd: { __typename: 'LoginAsEndPayload', endedId: string | null, restored: boolean, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type LoginAsStartMutationVariables = Exact<{
  id: string;
  bearer?: boolean;
}>;


export type LoginAsStartMutation = { loginAsStart: { __typename: 'LoginAsPayload', token: string | null, impersonation: (
      { __typename: 'Impersonation' }
      & { ' $fragmentRefs'?: { 'ImpersonationRowFragment': ImpersonationRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

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

export type OrganizationBillingQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OrganizationBillingQuery = { organization: { __typename: 'Organization', id: string, plan: (
      { __typename: 'Plan' }
      & { ' $fragmentRefs'?: { 'PlanRowFragment': PlanRowFragment } }
    ) | null, subscription: (
      { __typename: 'BillingSubscription' }
      & { ' $fragmentRefs'?: { 'BillingSubscriptionRowFragment': BillingSubscriptionRowFragment } }
    ) | null, billingAccount: (
      { __typename: 'BillingAccount' }
      & { ' $fragmentRefs'?: { 'BillingAccountRowFragment': BillingAccountRowFragment } }
    ) | null, invoices: { __typename: 'InvoiceConnection', totalCount: number, nodes: Array<(
        { __typename: 'Invoice' }
        & { ' $fragmentRefs'?: { 'InvoiceRowFragment': InvoiceRowFragment } }
      )>, pageInfo: (
        { __typename: 'PageInfo' }
        & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
      ) } | null } | null };

export type OrganizationChildrenQueryVariables = Exact<{
  id: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type OrganizationChildrenQuery = { organization: { __typename: 'Organization', id: string, children: { __typename: 'OrganizationConnection', totalCount: number, nodes: Array<(
        { __typename: 'Organization', userCount: number | null, lastActivityAt: string | null }
        & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment } }
      )>, pageInfo: (
        { __typename: 'PageInfo' }
        & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
      ) } | null } | null };

export type OrganizationChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
  where?: OrganizationWhereInput | null | undefined;
}>;


export type OrganizationChoicesQuery = { organizations: { __typename: 'OrganizationConnection', nodes: Array<{ __typename: 'Organization', id: string, name: string, kind: OrganizationKind, parent: { __typename: 'Organization', id: string, name: string } | null }> } | null };

export type OrganizationConsentSetMutationVariables = Exact<{
  id: string;
  consent: LoginAsConsent;
}>;


export type OrganizationConsentSetMutation = { organizationConsentSet: { __typename: 'OrganizationPayload', organization: { __typename: 'Organization', id: string, loginAsConsent: LoginAsConsent | null } | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationCreateMutationVariables = Exact<{
  input: OrganizationCreateInput;
}>;


export type OrganizationCreateMutation = { organizationCreate: { __typename: 'OrganizationPayload', temporaryPassword: string | null, organization: (
      { __typename: 'Organization' }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment;'OrganizationDetailsFragment': OrganizationDetailsFragment } }
    ) | null, administrator: { __typename: 'User', id: string, displayName: string, email: string } | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationCreateOptionsQueryVariables = Exact<{
  id: string;
  plans: boolean;
}>;


export type OrganizationCreateOptionsQuery = { organization: { __typename: 'Organization', id: string, creditBalance: string | null, seats: { __typename: 'SeatUsage', limit: number | null, used: number } | null, features: Array<(
      { __typename: 'OrganizationFeature' }
      & { ' $fragmentRefs'?: { 'OrganizationFeatureRowFragment': OrganizationFeatureRowFragment } }
    )> | null } | null, plans?: { __typename: 'PlanConnection', nodes: Array<(
      { __typename: 'Plan' }
      & { ' $fragmentRefs'?: { 'PlanRowFragment': PlanRowFragment } }
    )> } | null };

export type OrganizationDeleteMutationVariables = Exact<{
  id: string;
  input: OrganizationDeleteInput;
}>;


export type OrganizationDeleteMutation = { organizationDelete: { __typename: 'OrganizationDeletePayload', deletedId: string | null, purgeAt: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationDetailQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationDetailQuery = { organization: (
    { __typename: 'Organization', userCount: number | null, creditBalance: string | null, lastActivityAt: string | null, loginAsConsent: LoginAsConsent | null, twoFactorRequired: boolean, updatedAt: string, ancestors: Array<{ __typename: 'Organization', id: string, name: string }>, plan: { __typename: 'Plan', id: string, name: string } | null, ssoToken: { __typename: 'OrganizationSsoToken', last4: string, createdAt: string } | null, userStats: { __typename: 'UserStats', total: number, active: number, pending: number, suspended: number } | null, children: { __typename: 'OrganizationConnection', totalCount: number, nodes: Array<(
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
    & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment;'OrganizationDetailsFragment': OrganizationDetailsFragment;'OrganizationSuspensionFragment': OrganizationSuspensionFragment } }
  ) | null, viewer: { __typename: 'Viewer', id: string, consents: boolean, readsAudit: boolean, corrects: boolean, pays: boolean, buys: boolean, resetsStaff: boolean, resetsUsers: boolean, resetsMembers: boolean, managesRoles: boolean } | null };

export type OrganizationDetailsFragment = { __typename: 'Organization', legalName: string | null, address: string | null, contactName: string | null, contactEmail: string | null, phone: string | null, tags: Array<string> | null, locale: string | null, timezone: string | null } & { ' $fragmentName'?: 'OrganizationDetailsFragment' };

export type OrganizationFeatureRowFragment = { __typename: 'OrganizationFeature', enabled: boolean, switchedOn: boolean, entitled: boolean, hidden: boolean, feature: { __typename: 'Feature', key: string, name: string, description: string } } & { ' $fragmentName'?: 'OrganizationFeatureRowFragment' };

export type OrganizationFeaturesQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationFeaturesQuery = { organization: { __typename: 'Organization', id: string, version: number, viewerActions: Array<OrganizationAction>, seats: { __typename: 'SeatUsage', limit: number | null, used: number } | null, features: Array<(
      { __typename: 'OrganizationFeature' }
      & { ' $fragmentRefs'?: { 'OrganizationFeatureRowFragment': OrganizationFeatureRowFragment } }
    )> | null } | null };

export type OrganizationFeaturesUpdateMutationVariables = Exact<{
  id: string;
  input: OrganizationFeaturesUpdateInput;
}>;


export type OrganizationFeaturesUpdateMutation = { organizationFeaturesUpdate: { __typename: 'OrganizationPayload', organization: { __typename: 'Organization', id: string, version: number, seats: { __typename: 'SeatUsage', limit: number | null, used: number } | null, features: Array<(
        { __typename: 'OrganizationFeature' }
        & { ' $fragmentRefs'?: { 'OrganizationFeatureRowFragment': OrganizationFeatureRowFragment } }
      )> | null } | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationMembersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  where?: UserWhereInput | null | undefined;
  orderBy?: Array<UserOrder> | UserOrder | null | undefined;
}>;


export type OrganizationMembersQuery = { users: { __typename: 'UserConnection', totalCount: number, nodes: Array<(
      { __typename: 'User', memberships: Array<(
        { __typename: 'Membership' }
        & { ' $fragmentRefs'?: { 'MembershipRowFragment': MembershipRowFragment } }
      )> }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type OrganizationMoveMutationVariables = Exact<{
  id: string;
  parentId: string;
}>;


export type OrganizationMoveMutation = { organizationMove: { __typename: 'OrganizationPayload', organization: (
      { __typename: 'Organization' }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationNameQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationNameQuery = { organization: { __typename: 'Organization', id: string, name: string, kind: OrganizationKind, parent: { __typename: 'Organization', id: string, name: string } | null } | null };

export type OrganizationReactivateMutationVariables = Exact<{
  id: string;
  input: OrganizationReactivateInput;
}>;


export type OrganizationReactivateMutation = { organizationReactivate: { __typename: 'OrganizationPayload', organization: (
      { __typename: 'Organization' }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment;'OrganizationSuspensionFragment': OrganizationSuspensionFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationRestoreMutationVariables = Exact<{
  id: string;
  input: OrganizationRestoreInput;
}>;


export type OrganizationRestoreMutation = { organizationRestore: { __typename: 'OrganizationPayload', organization: (
      { __typename: 'Organization' }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationRowFragment = { __typename: 'Organization', id: string, version: number, name: string, kind: OrganizationKind, status: OrganizationStatus, createdAt: string, viewerActions: Array<OrganizationAction>, parent: { __typename: 'Organization', id: string, name: string } | null, seats: { __typename: 'SeatUsage', limit: number | null, used: number } | null } & { ' $fragmentName'?: 'OrganizationRowFragment' };

export type OrganizationSeatsQueryVariables = Exact<{
  id: string;
}>;


export type OrganizationSeatsQuery = { organization: { __typename: 'Organization', id: string, seats: { __typename: 'SeatUsage', limit: number | null, used: number } | null } | null };

export type OrganizationSsoTokenRemoveMutationVariables = Exact<{
  id: string;
  input: OrganizationSsoTokenRemoveInput;
}>;


export type OrganizationSsoTokenRemoveMutation = { organizationSsoTokenRemove: { __typename: 'OrganizationPayload', organization: (
      { __typename: 'Organization', ssoToken: { __typename: 'OrganizationSsoToken', last4: string, createdAt: string } | null }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationSsoTokenRotateMutationVariables = Exact<{
  id: string;
  input: OrganizationSsoTokenRotateInput;
}>;


export type OrganizationSsoTokenRotateMutation = { organizationSsoTokenRotate: { __typename: 'OrganizationSsoTokenPayload', token: string | null, organization: (
      { __typename: 'Organization', ssoToken: { __typename: 'OrganizationSsoToken', last4: string, createdAt: string } | null }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationStatsQueryVariables = Exact<{
  search?: string | null | undefined;
  where?: OrganizationWhereInput | null | undefined;
}>;


export type OrganizationStatsQuery = { organizationStats: { __typename: 'OrganizationStats', total: number, active: number, suspended: number, customers: number, subAccounts: number } | null };

export type OrganizationSuspendMutationVariables = Exact<{
  id: string;
  input: OrganizationSuspendInput;
}>;


export type OrganizationSuspendMutation = { organizationSuspend: { __typename: 'OrganizationPayload', organization: (
      { __typename: 'Organization' }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment;'OrganizationSuspensionFragment': OrganizationSuspensionFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type OrganizationSuspensionFragment = { __typename: 'Organization', suspension: { __typename: 'OrganizationSuspension', reason: string | null, suspendedAt: string, suspendedBy: { __typename: 'User', id: string, displayName: string } | null } | null } & { ' $fragmentName'?: 'OrganizationSuspensionFragment' };

export type OrganizationTreeQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  where?: OrganizationWhereInput | null | undefined;
}>;


export type OrganizationTreeQuery = { organizations: { __typename: 'OrganizationConnection', totalCount: number, nodes: Array<(
      { __typename: 'Organization', userCount: number | null, children: { __typename: 'OrganizationConnection', totalCount: number } | null }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

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

export type OrganizationUsageQueryVariables = Exact<{
  id: string;
  from: string;
  to: string;
  by?: UsagePeriod | null | undefined;
}>;


export type OrganizationUsageQuery = { organization: { __typename: 'Organization', id: string, usage: Array<{ __typename: 'UsageRow', metric: string, quantity: string }> | null, periods: Array<{ __typename: 'UsageRow', metric: string, period: string | null, quantity: string }> | null } | null };

export type OrganizationsDeletedQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  orderBy?: Array<OrganizationDeletedOrder> | OrganizationDeletedOrder | null | undefined;
}>;


export type OrganizationsDeletedQuery = { organizationsDeleted: { __typename: 'OrganizationConnection', totalCount: number, nodes: Array<(
      { __typename: 'Organization', deletedAt: string | null, purgeAt: string | null }
      & { ' $fragmentRefs'?: { 'OrganizationRowFragment': OrganizationRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type OrganizationsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  offset?: number | null | undefined;
  search?: string | null | undefined;
  where?: OrganizationWhereInput | null | undefined;
  orderBy?: Array<OrganizationOrder> | OrganizationOrder | null | undefined;
}>;


export type OrganizationsPageQuery = { organizations: { __typename: 'OrganizationConnection', totalCount: number, nodes: Array<(
      { __typename: 'Organization', tags: Array<string> | null, userCount: number | null, creditBalance: string | null, lastActivityAt: string | null, plan: { __typename: 'Plan', id: string, name: string } | null }
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

export type PlanQueryVariables = Exact<{
  id: string;
}>;


export type PlanQuery = { plan: (
    { __typename: 'Plan' }
    & { ' $fragmentRefs'?: { 'PlanRowFragment': PlanRowFragment } }
  ) | null };

export type PlanArchiveMutationVariables = Exact<{
  id: string;
  input: PlanArchiveInput;
}>;


export type PlanArchiveMutation = { planArchive: { __typename: 'PlanPayload', plan: (
      { __typename: 'Plan' }
      & { ' $fragmentRefs'?: { 'PlanRowFragment': PlanRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type PlanCreateMutationVariables = Exact<{
  input: PlanCreateInput;
}>;


export type PlanCreateMutation = { planCreate: { __typename: 'PlanPayload', plan: (
      { __typename: 'Plan' }
      & { ' $fragmentRefs'?: { 'PlanRowFragment': PlanRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type PlanRowFragment = { __typename: 'Plan', id: string, version: number, name: string, description: string, currency: string, interval: PlanInterval, basePrice: string, seatPrice: string, includedSeats: number, trialDays: number, features: Array<string>, archivedAt: string | null, createdAt: string, updatedAt: string, viewerActions: Array<PlanAction>, usagePrices: Array<{ __typename: 'UsagePrice', metric: string, included: string, unitPrice: string }> } & { ' $fragmentName'?: 'PlanRowFragment' };

export type PlanUpdateMutationVariables = Exact<{
  id: string;
  input: PlanUpdateInput;
}>;


export type PlanUpdateMutation = { planUpdate: { __typename: 'PlanPayload', plan: (
      { __typename: 'Plan' }
      & { ' $fragmentRefs'?: { 'PlanRowFragment': PlanRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type PlansPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  where?: PlanWhereInput | null | undefined;
  orderBy?: Array<PlanOrder> | PlanOrder | null | undefined;
}>;


export type PlansPageQuery = { plans: { __typename: 'PlanConnection', totalCount: number, nodes: Array<(
      { __typename: 'Plan' }
      & { ' $fragmentRefs'?: { 'PlanRowFragment': PlanRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type RecoveryCodesRenewMutationVariables = Exact<{ [key: string]: never; }>;


export type RecoveryCodesRenewMutation = { recoveryCodesRenew: { __typename: 'TwoFactorPayload', recoveryCodes: Array<string>, twoFactor: (
      { __typename: 'TwoFactor' }
      & { ' $fragmentRefs'?: { 'TwoFactorStateFragment': TwoFactorStateFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type RefusalFragment = { __typename: 'MutationError', code: MutationErrorCode, message: string, path: Array<string> | null, relatedIds: Array<string> | null } & { ' $fragmentName'?: 'RefusalFragment' };

export type ReleaseNoteDeleteMutationVariables = Exact<{
  id: string;
}>;


export type ReleaseNoteDeleteMutation = { releaseNoteDelete: { __typename: 'ReleaseNoteDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ReleaseNotePublishMutationVariables = Exact<{
  input: ReleaseNotePublishInput;
}>;


export type ReleaseNotePublishMutation = { releaseNotePublish: { __typename: 'ReleaseNotePayload', releaseNote: (
      { __typename: 'ReleaseNote' }
      & { ' $fragmentRefs'?: { 'ReleaseNoteRowFragment': ReleaseNoteRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ReleaseNoteRowFragment = { __typename: 'ReleaseNote', id: string, version: number, release: string, title: string, body: string, publishedAt: string, updatedAt: string, viewerActions: Array<ReleaseNoteAction> } & { ' $fragmentName'?: 'ReleaseNoteRowFragment' };

export type ReleaseNoteUpdateMutationVariables = Exact<{
  id: string;
  input: ReleaseNoteUpdateInput;
}>;


export type ReleaseNoteUpdateMutation = { releaseNoteUpdate: { __typename: 'ReleaseNotePayload', releaseNote: (
      { __typename: 'ReleaseNote' }
      & { ' $fragmentRefs'?: { 'ReleaseNoteRowFragment': ReleaseNoteRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ReleaseNotesPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  where?: ReleaseNoteWhereInput | null | undefined;
  orderBy?: Array<ReleaseNoteOrder> | ReleaseNoteOrder | null | undefined;
}>;


export type ReleaseNotesPageQuery = { releaseNotes: { __typename: 'ReleaseNoteConnection', totalCount: number, nodes: Array<(
      { __typename: 'ReleaseNote' }
      & { ' $fragmentRefs'?: { 'ReleaseNoteRowFragment': ReleaseNoteRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type ReportCreateMutationVariables = Exact<{
  input: ReportCreateInput;
}>;


export type ReportCreateMutation = { reportCreate: { __typename: 'JobPayload', job: (
      { __typename: 'Job' }
      & { ' $fragmentRefs'?: { 'JobRowFragment': JobRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ReportScheduleCreateMutationVariables = Exact<{
  input: ReportScheduleCreateInput;
}>;


export type ReportScheduleCreateMutation = { reportScheduleCreate: { __typename: 'ReportSchedulePayload', reportSchedule: (
      { __typename: 'ReportSchedule' }
      & { ' $fragmentRefs'?: { 'ReportScheduleRowFragment': ReportScheduleRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ReportScheduleDeleteMutationVariables = Exact<{
  id: string;
  expectedVersion?: number | null | undefined;
}>;


export type ReportScheduleDeleteMutation = { reportScheduleDelete: { __typename: 'ReportScheduleDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ReportScheduleRowFragment = { __typename: 'ReportSchedule', id: string, version: number, name: string, kind: ReportKind, format: ReportFormat, cadence: ReportCadence, hour: number, active: boolean, nextRunAt: string | null, lastRunAt: string | null, viewerActions: Array<ReportScheduleAction>, organizations: Array<{ __typename: 'Organization', id: string, name: string }> | null, recipients: Array<{ __typename: 'User', id: string, displayName: string, email: string }> } & { ' $fragmentName'?: 'ReportScheduleRowFragment' };

export type ReportScheduleUpdateMutationVariables = Exact<{
  id: string;
  input: ReportScheduleUpdateInput;
}>;


export type ReportScheduleUpdateMutation = { reportScheduleUpdate: { __typename: 'ReportSchedulePayload', reportSchedule: (
      { __typename: 'ReportSchedule' }
      & { ' $fragmentRefs'?: { 'ReportScheduleRowFragment': ReportScheduleRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ReportSchedulesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  where?: ReportScheduleWhereInput | null | undefined;
  orderBy?: Array<ReportScheduleOrder> | ReportScheduleOrder | null | undefined;
}>;


export type ReportSchedulesQuery = { reportSchedules: { __typename: 'ReportScheduleConnection', totalCount: number, nodes: Array<(
      { __typename: 'ReportSchedule' }
      & { ' $fragmentRefs'?: { 'ReportScheduleRowFragment': ReportScheduleRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type ReportsQueryVariables = Exact<{ [key: string]: never; }>;


export type ReportsQuery = { reports: Array<{ __typename: 'Report', kind: ReportKind, name: string, description: string, columns: Array<{ __typename: 'ReportColumn', key: string, description: string }> }> | null };

export type ResellerFeaturesUpdateMutationVariables = Exact<{
  input: ResellerFeaturesUpdateInput;
}>;


export type ResellerFeaturesUpdateMutation = { resellerFeaturesUpdate: { __typename: 'OrganizationPayload', organization: { __typename: 'Organization', id: string, version: number, seats: { __typename: 'SeatUsage', limit: number | null, used: number } | null, features: Array<(
        { __typename: 'OrganizationFeature' }
        & { ' $fragmentRefs'?: { 'OrganizationFeatureRowFragment': OrganizationFeatureRowFragment } }
      )> | null } | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

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

export type RoleDetailQueryVariables = Exact<{
  id: string;
}>;


export type RoleDetailQuery = { node:
    | { __typename: 'ApiCredential' }
    | { __typename: 'AuditEvent' }
    | { __typename: 'BillingAccount' }
    | { __typename: 'BillingSubscription' }
    | { __typename: 'CreditEntry' }
    | { __typename: 'CustomModel' }
    | { __typename: 'DeadMail' }
    | { __typename: 'Impersonation' }
    | { __typename: 'Invitation' }
    | { __typename: 'Invoice' }
    | { __typename: 'Job' }
    | { __typename: 'Membership' }
    | { __typename: 'Organization' }
    | { __typename: 'Plan' }
    | { __typename: 'ReleaseNote' }
    | { __typename: 'ReportSchedule' }
    | (
      { __typename: 'Role', userCount: number | null }
      & { ' $fragmentRefs'?: { 'RoleRowFragment': RoleRowFragment } }
    )
    | { __typename: 'ServiceIncident' }
    | { __typename: 'Session' }
    | { __typename: 'StorageAccount' }
    | { __typename: 'User' }
    | { __typename: 'Viewer' }
    | { __typename: 'WebhookEndpoint' }
   | null };

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
  last?: number | null | undefined;
  before?: string | null | undefined;
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

export type ServiceIncidentQueryVariables = Exact<{
  id: string;
}>;


export type ServiceIncidentQuery = { serviceIncident: (
    { __typename: 'ServiceIncident' }
    & { ' $fragmentRefs'?: { 'ServiceIncidentRowFragment': ServiceIncidentRowFragment } }
  ) | null };

export type ServiceIncidentDeleteMutationVariables = Exact<{
  id: string;
}>;


export type ServiceIncidentDeleteMutation = { serviceIncidentDelete: { __typename: 'ServiceIncidentDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ServiceIncidentOpenMutationVariables = Exact<{
  input: ServiceIncidentOpenInput;
}>;


export type ServiceIncidentOpenMutation = { serviceIncidentOpen: { __typename: 'ServiceIncidentPayload', serviceIncident: (
      { __typename: 'ServiceIncident' }
      & { ' $fragmentRefs'?: { 'ServiceIncidentRowFragment': ServiceIncidentRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ServiceIncidentRowFragment = { __typename: 'ServiceIncident', id: string, version: number, title: string, severity: ServiceIncidentSeverity, status: ServiceIncidentStatus, startedAt: string, resolvedAt: string | null, createdAt: string, updatedAt: string, viewerActions: Array<ServiceIncidentAction>, updates: Array<{ __typename: 'ServiceIncidentNews', status: ServiceIncidentStatus, body: string, createdAt: string }> } & { ' $fragmentName'?: 'ServiceIncidentRowFragment' };

export type ServiceIncidentUpdateMutationVariables = Exact<{
  id: string;
  input: ServiceIncidentUpdateInput;
}>;


export type ServiceIncidentUpdateMutation = { serviceIncidentUpdate: { __typename: 'ServiceIncidentPayload', serviceIncident: (
      { __typename: 'ServiceIncident' }
      & { ' $fragmentRefs'?: { 'ServiceIncidentRowFragment': ServiceIncidentRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type ServiceIncidentsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  where?: ServiceIncidentWhereInput | null | undefined;
  orderBy?: Array<ServiceIncidentOrder> | ServiceIncidentOrder | null | undefined;
}>;


export type ServiceIncidentsPageQuery = { serviceIncidents: { __typename: 'ServiceIncidentConnection', totalCount: number, nodes: Array<(
      { __typename: 'ServiceIncident' }
      & { ' $fragmentRefs'?: { 'ServiceIncidentRowFragment': ServiceIncidentRowFragment } }
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

export type SessionCreateBySsoMutationVariables = Exact<{
  input: SessionCreateBySsoInput;
}>;


export type SessionCreateBySsoMutation = { sessionCreateBySso: { __typename: 'SessionCreatePayload', token: string | null, session: { __typename: 'Session', id: string, expiresAt: string } | null, challenge: (
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
  last?: number | null | undefined;
  before?: string | null | undefined;
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

export type SignInLookQueryVariables = Exact<{
  host: string;
  portal?: Portal | null | undefined;
}>;


export type SignInLookQuery = { branding: (
    { __typename: 'BrandingLook' }
    & { ' $fragmentRefs'?: { 'BrandingLookFieldsFragment': BrandingLookFieldsFragment } }
  ) | null };

export type SignOutMutationVariables = Exact<{ [key: string]: never; }>;


export type SignOutMutation = { sessionDelete: { __typename: 'SessionDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type StatusSubscriptionQueryVariables = Exact<{ [key: string]: never; }>;


export type StatusSubscriptionQuery = { statusSubscription: { __typename: 'StatusSubscription', incidents: boolean, releaseNotes: boolean } | null };

export type StatusSubscriptionSetMutationVariables = Exact<{
  incidents?: boolean | null | undefined;
  releaseNotes?: boolean | null | undefined;
}>;


export type StatusSubscriptionSetMutation = { statusSubscriptionSet: { __typename: 'StatusSubscriptionPayload', statusSubscription: { __typename: 'StatusSubscription', incidents: boolean, releaseNotes: boolean } | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type StorageAccountQueryVariables = Exact<{
  id: string;
}>;


export type StorageAccountQuery = { storageAccount: (
    { __typename: 'StorageAccount' }
    & { ' $fragmentRefs'?: { 'StorageAccountRowFragment': StorageAccountRowFragment } }
  ) | null };

export type StorageAccountCreateMutationVariables = Exact<{
  input: StorageAccountCreateInput;
}>;


export type StorageAccountCreateMutation = { storageAccountCreate: { __typename: 'StorageAccountPayload', storageAccount: (
      { __typename: 'StorageAccount' }
      & { ' $fragmentRefs'?: { 'StorageAccountRowFragment': StorageAccountRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type StorageAccountDeleteMutationVariables = Exact<{
  id: string;
  confirmName: string;
}>;


export type StorageAccountDeleteMutation = { storageAccountDelete: { __typename: 'StorageAccountDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type StorageAccountRowFragment = { __typename: 'StorageAccount', id: string, version: number, name: string, region: StorageRegion, quotaBytes: string, usedBytes: string, usedPercent: number, measuredAt: string | null, createdAt: string, updatedAt: string, viewerActions: Array<StorageAccountAction>, organization: { __typename: 'Organization', id: string, name: string } | null } & { ' $fragmentName'?: 'StorageAccountRowFragment' };

export type StorageAccountUpdateMutationVariables = Exact<{
  id: string;
  input: StorageAccountUpdateInput;
}>;


export type StorageAccountUpdateMutation = { storageAccountUpdate: { __typename: 'StorageAccountPayload', storageAccount: (
      { __typename: 'StorageAccount' }
      & { ' $fragmentRefs'?: { 'StorageAccountRowFragment': StorageAccountRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type StorageAccountUsageSetMutationVariables = Exact<{
  id: string;
  usedBytes: string;
}>;


export type StorageAccountUsageSetMutation = { storageAccountUsageSet: { __typename: 'StorageAccountPayload', storageAccount: (
      { __typename: 'StorageAccount' }
      & { ' $fragmentRefs'?: { 'StorageAccountRowFragment': StorageAccountRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type StorageAccountsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  where?: StorageAccountWhereInput | null | undefined;
  orderBy?: Array<StorageAccountOrder> | StorageAccountOrder | null | undefined;
}>;


export type StorageAccountsPageQuery = { storageAccounts: { __typename: 'StorageAccountConnection', totalCount: number, nodes: Array<(
      { __typename: 'StorageAccount' }
      & { ' $fragmentRefs'?: { 'StorageAccountRowFragment': StorageAccountRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

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

export type UsageQueryVariables = Exact<{
  where: UsageWhereInput;
  groupBy?: Array<UsageGroup> | UsageGroup | null | undefined;
  first?: number | null | undefined;
}>;


export type UsageQuery = { usage: { __typename: 'UsageResult', hasMore: boolean, rows: Array<{ __typename: 'UsageRow', metric: string, period: string | null, quantity: string, records: string, organization: { __typename: 'Organization', id: string, name: string } | null }> } | null };

export type UsageMetricsQueryVariables = Exact<{ [key: string]: never; }>;


export type UsageMetricsQuery = { usageMetrics: Array<{ __typename: 'UsageMetric', key: string, name: string, unit: string }> | null };

export type UsageRecordMutationVariables = Exact<{
  input: UsageRecordInput;
}>;


export type UsageRecordMutation = { usageRecord: { __typename: 'UsageRecordPayload', accepted: number, duplicates: number, rejected: number, rejections: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )>, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

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

export type UserChoicesQueryVariables = Exact<{
  search?: string | null | undefined;
  where?: UserWhereInput | null | undefined;
}>;


export type UserChoicesQuery = { users: { __typename: 'UserConnection', nodes: Array<{ __typename: 'User', id: string, displayName: string, email: string, initials: string, organization: { __typename: 'Organization', id: string, name: string } }> } | null };

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
    { __typename: 'User', updatedAt: string, roles: Array<{ __typename: 'Role', id: string, name: string, description: string, family: RoleFamily, permissions: Array<Permission> }>, grants: Array<(
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

export type UserRowFragment = { __typename: 'User', id: string, version: number, displayName: string, email: string, initials: string, status: UserStatus, userType: UserType | null, resellerRole: ResellerRole | null, twoFactorEnabled: boolean, lastLoginAt: string | null, lastActivityAt: string | null, createdAt: string, viewerActions: Array<UserAction>, roles: Array<{ __typename: 'Role', id: string, key: string, name: string }>, organization: { __typename: 'Organization', id: string, name: string } } & { ' $fragmentName'?: 'UserRowFragment' };

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
  last?: number | null | undefined;
  before?: string | null | undefined;
  offset?: number | null | undefined;
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

export type UsersRowsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  offset?: number | null | undefined;
  search?: string | null | undefined;
  where?: UserWhereInput | null | undefined;
  orderBy?: Array<UserOrder> | UserOrder | null | undefined;
}>;


export type UsersRowsQuery = { users: { __typename: 'UserConnection', nodes: Array<(
      { __typename: 'User' }
      & { ' $fragmentRefs'?: { 'UserRowFragment': UserRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type ViewerQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerQuery = { viewer: { __typename: 'Viewer', id: string, permissions: Array<Permission>, user: { __typename: 'User', id: string, displayName: string, email: string, initials: string }, organization: { __typename: 'Organization', id: string, name: string, kind: OrganizationKind } } | null };

export type ViewerActivityQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
}>;


export type ViewerActivityQuery = { viewer: { __typename: 'Viewer', id: string, auditEvents: { __typename: 'AuditEventConnection', nodes: Array<(
        { __typename: 'AuditEvent' }
        & { ' $fragmentRefs'?: { 'AuditEventRowFragment': AuditEventRowFragment } }
      )>, pageInfo: (
        { __typename: 'PageInfo' }
        & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
      ) } | null } | null };

export type ViewerImpersonationQueryVariables = Exact<{ [key: string]: never; }>;


export type ViewerImpersonationQuery = { viewer: { __typename: 'Viewer', id: string, impersonation: { __typename: 'ViewerImpersonation', id: string, actorName: string, mode: LoginAsMode, reason: string, expiresAt: string } | null } | null };

export type ViewerLookQueryVariables = Exact<{
  portal: Portal;
}>;


export type ViewerLookQuery = { viewer: { __typename: 'Viewer', id: string, branding: (
      { __typename: 'BrandingLook' }
      & { ' $fragmentRefs'?: { 'BrandingLookFieldsFragment': BrandingLookFieldsFragment } }
    ) } | null };

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
  last?: number | null | undefined;
  before?: string | null | undefined;
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

export type WebhookEndpointQueryVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointQuery = { webhookEndpoint: (
    { __typename: 'WebhookEndpoint' }
    & { ' $fragmentRefs'?: { 'WebhookEndpointRowFragment': WebhookEndpointRowFragment } }
  ) | null };

export type WebhookEndpointCreateMutationVariables = Exact<{
  input: WebhookEndpointCreateInput;
}>;


export type WebhookEndpointCreateMutation = { webhookEndpointCreate: { __typename: 'WebhookEndpointSecretPayload', secret: string | null, webhookEndpoint: (
      { __typename: 'WebhookEndpoint' }
      & { ' $fragmentRefs'?: { 'WebhookEndpointRowFragment': WebhookEndpointRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type WebhookEndpointDeleteMutationVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointDeleteMutation = { webhookEndpointDelete: { __typename: 'WebhookEndpointDeletePayload', deletedId: string | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type WebhookEndpointDisableMutationVariables = Exact<{
  id: string;
  expectedVersion?: number | null | undefined;
}>;


export type WebhookEndpointDisableMutation = { webhookEndpointDisable: { __typename: 'WebhookEndpointPayload', webhookEndpoint: (
      { __typename: 'WebhookEndpoint' }
      & { ' $fragmentRefs'?: { 'WebhookEndpointRowFragment': WebhookEndpointRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type WebhookEndpointEnableMutationVariables = Exact<{
  id: string;
  expectedVersion?: number | null | undefined;
}>;


export type WebhookEndpointEnableMutation = { webhookEndpointEnable: { __typename: 'WebhookEndpointPayload', webhookEndpoint: (
      { __typename: 'WebhookEndpoint' }
      & { ' $fragmentRefs'?: { 'WebhookEndpointRowFragment': WebhookEndpointRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type WebhookEndpointRowFragment = { __typename: 'WebhookEndpoint', id: string, version: number, name: string, url: string, events: Array<string>, selection: string | null, active: boolean, secretVersion: number, createdAt: string, updatedAt: string, viewerActions: Array<WebhookEndpointAction>, organization: { __typename: 'Organization', id: string, name: string } | null } & { ' $fragmentName'?: 'WebhookEndpointRowFragment' };

export type WebhookEndpointSecretRotateMutationVariables = Exact<{
  id: string;
}>;


export type WebhookEndpointSecretRotateMutation = { webhookEndpointSecretRotate: { __typename: 'WebhookEndpointSecretPayload', secret: string | null, webhookEndpoint: (
      { __typename: 'WebhookEndpoint' }
      & { ' $fragmentRefs'?: { 'WebhookEndpointRowFragment': WebhookEndpointRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type WebhookEndpointUpdateMutationVariables = Exact<{
  id: string;
  input: WebhookEndpointUpdateInput;
}>;


export type WebhookEndpointUpdateMutation = { webhookEndpointUpdate: { __typename: 'WebhookEndpointPayload', webhookEndpoint: (
      { __typename: 'WebhookEndpoint' }
      & { ' $fragmentRefs'?: { 'WebhookEndpointRowFragment': WebhookEndpointRowFragment } }
    ) | null, errors: Array<(
      { __typename: 'MutationError' }
      & { ' $fragmentRefs'?: { 'RefusalFragment': RefusalFragment } }
    )> } | null };

export type WebhookEndpointsPageQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  last?: number | null | undefined;
  before?: string | null | undefined;
  search?: string | null | undefined;
  where?: WebhookEndpointWhereInput | null | undefined;
  orderBy?: Array<WebhookEndpointOrder> | WebhookEndpointOrder | null | undefined;
}>;


export type WebhookEndpointsPageQuery = { webhookEndpoints: { __typename: 'WebhookEndpointConnection', totalCount: number, nodes: Array<(
      { __typename: 'WebhookEndpoint' }
      & { ' $fragmentRefs'?: { 'WebhookEndpointRowFragment': WebhookEndpointRowFragment } }
    )>, pageInfo: (
      { __typename: 'PageInfo' }
      & { ' $fragmentRefs'?: { 'PageFieldsFragment': PageFieldsFragment } }
    ) } | null };

export type WebhookEventsQueryVariables = Exact<{ [key: string]: never; }>;


export type WebhookEventsQuery = { webhookEvents: Array<{ __typename: 'WebhookEvent', key: string, description: string }> | null };

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
export const ApiCredentialRowFragmentDoc = new TypedDocumentString(`
    fragment ApiCredentialRow on ApiCredential {
  __typename
  id
  version
  name
  prefix
  status
  roles {
    __typename
    id
    name
  }
  operations
  costPerMinute
  expiresAt
  lastUsedAt
  revokedAt
  revokedReason
  createdBy {
    __typename
    id
    displayName
  }
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
    `, {"fragmentName":"ApiCredentialRow"}) as unknown as TypedDocumentString<ApiCredentialRowFragment, unknown>;
export const ApiServiceRowFragmentDoc = new TypedDocumentString(`
    fragment ApiServiceRow on ApiService {
  __typename
  version
  enabled
  allowedOrigins
  allowedNetworks
  costPerMinute
  maxKeyDays
  updatedAt
}
    `, {"fragmentName":"ApiServiceRow"}) as unknown as TypedDocumentString<ApiServiceRowFragment, unknown>;
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
export const BillingAccountRowFragmentDoc = new TypedDocumentString(`
    fragment BillingAccountRow on BillingAccount {
  __typename
  id
  version
  organization {
    __typename
    id
    name
  }
  name
  email
  address
  taxNumber
  currency
  paymentDays
  createdAt
  updatedAt
  viewerActions
}
    `, {"fragmentName":"BillingAccountRow"}) as unknown as TypedDocumentString<BillingAccountRowFragment, unknown>;
export const BillingSubscriptionRowFragmentDoc = new TypedDocumentString(`
    fragment BillingSubscriptionRow on BillingSubscription {
  __typename
  id
  version
  organization {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    name
    interval
  }
  pendingPlan {
    __typename
    id
    name
    interval
  }
  status
  terms {
    __typename
    name
    currency
    basePrice
    seatPrice
    includedSeats
    usagePrices {
      __typename
      metric
      included
      unitPrice
    }
  }
  trialEnd
  currentPeriodStart
  currentPeriodEnd
  cancelAtPeriodEnd
  canceledAt
  cancelReason
  createdAt
  updatedAt
  viewerActions
}
    `, {"fragmentName":"BillingSubscriptionRow"}) as unknown as TypedDocumentString<BillingSubscriptionRowFragment, unknown>;
export const BrandingLookFieldsFragmentDoc = new TypedDocumentString(`
    fragment BrandingLookFields on BrandingLook {
  __typename
  productName
  primaryColor
  onPrimaryColor
  accentColor
  onAccentColor
  supportEmail
  supportUrl
  logoUrl
  portal
}
    `, {"fragmentName":"BrandingLookFields"}) as unknown as TypedDocumentString<BrandingLookFieldsFragment, unknown>;
export const BrandingRowFragmentDoc = new TypedDocumentString(`
    fragment BrandingRow on Branding {
  __typename
  version
  portal
  productName
  primaryColor
  accentColor
  supportEmail
  supportUrl
  mailSenderName
  logoUrl
  domain {
    __typename
    name
    verified
    verifiedAt
    checkedAt
    recordName
    recordValue
  }
  look {
    __typename
    ...BrandingLookFields
  }
  updatedAt
}
    fragment BrandingLookFields on BrandingLook {
  __typename
  productName
  primaryColor
  onPrimaryColor
  accentColor
  onAccentColor
  supportEmail
  supportUrl
  logoUrl
  portal
}`, {"fragmentName":"BrandingRow"}) as unknown as TypedDocumentString<BrandingRowFragment, unknown>;
export const CreditEntryRowFragmentDoc = new TypedDocumentString(`
    fragment CreditEntryRow on CreditEntry {
  __typename
  id
  type
  amount
  balanceAfter
  counterpart {
    __typename
    id
    name
  }
  usedBy {
    __typename
    id
    name
  }
  reference
  reason
  actor {
    __typename
    id
    displayName
  }
  reversedBy {
    __typename
    id
  }
  occurredAt
  createdAt
  viewerActions
}
    `, {"fragmentName":"CreditEntryRow"}) as unknown as TypedDocumentString<CreditEntryRowFragment, unknown>;
export const CustomModelRowFragmentDoc = new TypedDocumentString(`
    fragment CustomModelRow on CustomModel {
  __typename
  id
  version
  key
  name
  description
  task
  baseModel
  status
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
    `, {"fragmentName":"CustomModelRow"}) as unknown as TypedDocumentString<CustomModelRowFragment, unknown>;
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
export const ImpersonationRowFragmentDoc = new TypedDocumentString(`
    fragment ImpersonationRow on Impersonation {
  __typename
  id
  organization {
    __typename
    id
    name
  }
  actorName
  user {
    __typename
    id
    displayName
    email
  }
  mode
  reason
  minutes
  status
  decidedBy {
    __typename
    id
    displayName
  }
  decidedAt
  startedAt
  expiresAt
  endedAt
  endReason
  createdAt
  viewerActions
}
    `, {"fragmentName":"ImpersonationRow"}) as unknown as TypedDocumentString<ImpersonationRowFragment, unknown>;
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
    kind
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  acceptedAt
  revokedAt
  createdAt
  viewerActions
}
    `, {"fragmentName":"InvitationRow"}) as unknown as TypedDocumentString<InvitationRowFragment, unknown>;
export const InvoiceRowFragmentDoc = new TypedDocumentString(`
    fragment InvoiceRow on Invoice {
  __typename
  id
  version
  number
  organization {
    __typename
    id
    name
  }
  status
  currency
  total
  paid
  due
  periodStart
  periodEnd
  issuedOn
  dueOn
  billToName
  viewerActions
}
    `, {"fragmentName":"InvoiceRow"}) as unknown as TypedDocumentString<InvoiceRowFragment, unknown>;
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
  locale
  timezone
}
    `, {"fragmentName":"OrganizationDetails"}) as unknown as TypedDocumentString<OrganizationDetailsFragment, unknown>;
export const OrganizationFeatureRowFragmentDoc = new TypedDocumentString(`
    fragment OrganizationFeatureRow on OrganizationFeature {
  __typename
  feature {
    __typename
    key
    name
    description
  }
  enabled
  switchedOn
  entitled
  hidden
}
    `, {"fragmentName":"OrganizationFeatureRow"}) as unknown as TypedDocumentString<OrganizationFeatureRowFragment, unknown>;
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
export const OrganizationSuspensionFragmentDoc = new TypedDocumentString(`
    fragment OrganizationSuspension on Organization {
  __typename
  suspension {
    __typename
    reason
    suspendedAt
    suspendedBy {
      __typename
      id
      displayName
    }
  }
}
    `, {"fragmentName":"OrganizationSuspension"}) as unknown as TypedDocumentString<OrganizationSuspensionFragment, unknown>;
export const PageFieldsFragmentDoc = new TypedDocumentString(`
    fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
    `, {"fragmentName":"PageFields"}) as unknown as TypedDocumentString<PageFieldsFragment, unknown>;
export const PlanRowFragmentDoc = new TypedDocumentString(`
    fragment PlanRow on Plan {
  __typename
  id
  version
  name
  description
  currency
  interval
  basePrice
  seatPrice
  includedSeats
  usagePrices {
    __typename
    metric
    included
    unitPrice
  }
  trialDays
  features
  archivedAt
  createdAt
  updatedAt
  viewerActions
}
    `, {"fragmentName":"PlanRow"}) as unknown as TypedDocumentString<PlanRowFragment, unknown>;
export const RefusalFragmentDoc = new TypedDocumentString(`
    fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}
    `, {"fragmentName":"Refusal"}) as unknown as TypedDocumentString<RefusalFragment, unknown>;
export const ReleaseNoteRowFragmentDoc = new TypedDocumentString(`
    fragment ReleaseNoteRow on ReleaseNote {
  __typename
  id
  version
  release
  title
  body
  publishedAt
  updatedAt
  viewerActions
}
    `, {"fragmentName":"ReleaseNoteRow"}) as unknown as TypedDocumentString<ReleaseNoteRowFragment, unknown>;
export const ReportScheduleRowFragmentDoc = new TypedDocumentString(`
    fragment ReportScheduleRow on ReportSchedule {
  __typename
  id
  version
  name
  kind
  format
  cadence
  hour
  active
  nextRunAt
  lastRunAt
  organizations {
    __typename
    id
    name
  }
  recipients {
    __typename
    id
    displayName
    email
  }
  viewerActions
}
    `, {"fragmentName":"ReportScheduleRow"}) as unknown as TypedDocumentString<ReportScheduleRowFragment, unknown>;
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
export const ServiceIncidentRowFragmentDoc = new TypedDocumentString(`
    fragment ServiceIncidentRow on ServiceIncident {
  __typename
  id
  version
  title
  severity
  status
  startedAt
  resolvedAt
  updates {
    __typename
    status
    body
    createdAt
  }
  createdAt
  updatedAt
  viewerActions
}
    `, {"fragmentName":"ServiceIncidentRow"}) as unknown as TypedDocumentString<ServiceIncidentRowFragment, unknown>;
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
export const StorageAccountRowFragmentDoc = new TypedDocumentString(`
    fragment StorageAccountRow on StorageAccount {
  __typename
  id
  version
  name
  region
  quotaBytes
  usedBytes
  usedPercent
  measuredAt
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
    `, {"fragmentName":"StorageAccountRow"}) as unknown as TypedDocumentString<StorageAccountRowFragment, unknown>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}
    `, {"fragmentName":"UserRow"}) as unknown as TypedDocumentString<UserRowFragment, unknown>;
export const WebhookEndpointRowFragmentDoc = new TypedDocumentString(`
    fragment WebhookEndpointRow on WebhookEndpoint {
  __typename
  id
  version
  name
  url
  events
  selection
  active
  secretVersion
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
    `, {"fragmentName":"WebhookEndpointRow"}) as unknown as TypedDocumentString<WebhookEndpointRowFragment, unknown>;
export const ApiCredentialDocument = new TypedDocumentString(`
    query ApiCredential($id: ID!) {
  apiCredential(id: $id) {
    __typename
    ...ApiCredentialRow
  }
}
    fragment ApiCredentialRow on ApiCredential {
  __typename
  id
  version
  name
  prefix
  status
  roles {
    __typename
    id
    name
  }
  operations
  costPerMinute
  expiresAt
  lastUsedAt
  revokedAt
  revokedReason
  createdBy {
    __typename
    id
    displayName
  }
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"455625307ded7d1903674a4154f2bc8f6923f2a884660fbbeba5ffb2da0b2785"}) as unknown as TypedDocumentString<ApiCredentialQuery, ApiCredentialQueryVariables>;
export const ApiCredentialCreateDocument = new TypedDocumentString(`
    mutation ApiCredentialCreate($input: ApiCredentialCreateInput!) {
  apiCredentialCreate(input: $input) {
    __typename
    apiCredential {
      __typename
      ...ApiCredentialRow
    }
    secret
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment ApiCredentialRow on ApiCredential {
  __typename
  id
  version
  name
  prefix
  status
  roles {
    __typename
    id
    name
  }
  operations
  costPerMinute
  expiresAt
  lastUsedAt
  revokedAt
  revokedReason
  createdBy {
    __typename
    id
    displayName
  }
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"d546615c67b9262eda3e49e89e42dcc7316d48fdf8d4e08b38c50bbd2a6ad47d"}) as unknown as TypedDocumentString<ApiCredentialCreateMutation, ApiCredentialCreateMutationVariables>;
export const ApiCredentialRevokeDocument = new TypedDocumentString(`
    mutation ApiCredentialRevoke($id: ID!, $reason: String) {
  apiCredentialRevoke(id: $id, reason: $reason) {
    __typename
    apiCredential {
      __typename
      ...ApiCredentialRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment ApiCredentialRow on ApiCredential {
  __typename
  id
  version
  name
  prefix
  status
  roles {
    __typename
    id
    name
  }
  operations
  costPerMinute
  expiresAt
  lastUsedAt
  revokedAt
  revokedReason
  createdBy {
    __typename
    id
    displayName
  }
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"ae570642f569880dcf34277a3e8b72bbedfd84feda353868efdf6d8fd681fa43"}) as unknown as TypedDocumentString<ApiCredentialRevokeMutation, ApiCredentialRevokeMutationVariables>;
export const ApiCredentialUpdateDocument = new TypedDocumentString(`
    mutation ApiCredentialUpdate($id: ID!, $input: ApiCredentialUpdateInput!) {
  apiCredentialUpdate(id: $id, input: $input) {
    __typename
    apiCredential {
      __typename
      ...ApiCredentialRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment ApiCredentialRow on ApiCredential {
  __typename
  id
  version
  name
  prefix
  status
  roles {
    __typename
    id
    name
  }
  operations
  costPerMinute
  expiresAt
  lastUsedAt
  revokedAt
  revokedReason
  createdBy {
    __typename
    id
    displayName
  }
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"48653533b198d7e01758e154480cd776d690480f262a4f8d47593d8e4eb1ea31"}) as unknown as TypedDocumentString<ApiCredentialUpdateMutation, ApiCredentialUpdateMutationVariables>;
export const ApiCredentialsPageDocument = new TypedDocumentString(`
    query ApiCredentialsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String, $where: ApiCredentialWhereInput, $orderBy: [ApiCredentialOrder!]) {
  apiCredentials(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...ApiCredentialRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
    totalCount
  }
}
    fragment ApiCredentialRow on ApiCredential {
  __typename
  id
  version
  name
  prefix
  status
  roles {
    __typename
    id
    name
  }
  operations
  costPerMinute
  expiresAt
  lastUsedAt
  revokedAt
  revokedReason
  createdBy {
    __typename
    id
    displayName
  }
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"f124a8e234481bbd3f01d9708f1aed9731bde97aafc8ea4a53a941ae1db0a708"}) as unknown as TypedDocumentString<ApiCredentialsPageQuery, ApiCredentialsPageQueryVariables>;
export const ApiServiceDocument = new TypedDocumentString(`
    query ApiService {
  apiService {
    __typename
    ...ApiServiceRow
  }
}
    fragment ApiServiceRow on ApiService {
  __typename
  version
  enabled
  allowedOrigins
  allowedNetworks
  costPerMinute
  maxKeyDays
  updatedAt
}`, {"hash":"3b5765cf9048e25ef963ca02793c1d0a7140ddabbec60c7879242744b7d5dd4a"}) as unknown as TypedDocumentString<ApiServiceQuery, ApiServiceQueryVariables>;
export const ApiServiceConfigureDocument = new TypedDocumentString(`
    mutation ApiServiceConfigure($input: ApiServiceConfigureInput!) {
  apiServiceConfigure(input: $input) {
    __typename
    apiService {
      __typename
      ...ApiServiceRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment ApiServiceRow on ApiService {
  __typename
  version
  enabled
  allowedOrigins
  allowedNetworks
  costPerMinute
  maxKeyDays
  updatedAt
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"cf7cfd4df40464afd69b87c67e353e3a46919213ca5cd52ce01f7fd13001761d"}) as unknown as TypedDocumentString<ApiServiceConfigureMutation, ApiServiceConfigureMutationVariables>;
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
    query AuditEvents($first: Int, $after: Cursor, $last: Int, $before: Cursor, $where: AuditEventWhereInput) {
  auditEvents(
    first: $first
    after: $after
    last: $last
    before: $before
    where: $where
  ) {
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
}`, {"hash":"31ad8a7beefe4895f6a69b39f50ca458704d77180126999749848d604da80f5e"}) as unknown as TypedDocumentString<AuditEventsQuery, AuditEventsQueryVariables>;
export const BillingAccountSetDocument = new TypedDocumentString(`
    mutation BillingAccountSet($organizationId: ID!, $input: BillingAccountSetInput!) {
  billingAccountSet(organizationId: $organizationId, input: $input) {
    __typename
    billingAccount {
      __typename
      ...BillingAccountRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment BillingAccountRow on BillingAccount {
  __typename
  id
  version
  organization {
    __typename
    id
    name
  }
  name
  email
  address
  taxNumber
  currency
  paymentDays
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"915c3e15ec8db95a9f4a61ad22efb6301af70fc988c32b7b74bfa47dc14707b5"}) as unknown as TypedDocumentString<BillingAccountSetMutation, BillingAccountSetMutationVariables>;
export const BillingAccountsPageDocument = new TypedDocumentString(`
    query BillingAccountsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String, $where: BillingAccountWhereInput, $orderBy: [BillingAccountOrder!]) {
  billingAccounts(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...BillingAccountRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
    totalCount
  }
}
    fragment BillingAccountRow on BillingAccount {
  __typename
  id
  version
  organization {
    __typename
    id
    name
  }
  name
  email
  address
  taxNumber
  currency
  paymentDays
  createdAt
  updatedAt
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"85019198ae8e723dcfab7920ea5e3afc5f485f36741f45061479196edcab2673"}) as unknown as TypedDocumentString<BillingAccountsPageQuery, BillingAccountsPageQueryVariables>;
export const BillingSubscriptionCancelDocument = new TypedDocumentString(`
    mutation BillingSubscriptionCancel($id: ID!, $input: BillingSubscriptionCancelInput!) {
  billingSubscriptionCancel(id: $id, input: $input) {
    __typename
    billingSubscription {
      __typename
      ...BillingSubscriptionRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment BillingSubscriptionRow on BillingSubscription {
  __typename
  id
  version
  organization {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    name
    interval
  }
  pendingPlan {
    __typename
    id
    name
    interval
  }
  status
  terms {
    __typename
    name
    currency
    basePrice
    seatPrice
    includedSeats
    usagePrices {
      __typename
      metric
      included
      unitPrice
    }
  }
  trialEnd
  currentPeriodStart
  currentPeriodEnd
  cancelAtPeriodEnd
  canceledAt
  cancelReason
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"86edd7cafdca35c7c3616dd01738a5e44a4521ce74f2517ecd8d8868364ac302"}) as unknown as TypedDocumentString<BillingSubscriptionCancelMutation, BillingSubscriptionCancelMutationVariables>;
export const BillingSubscriptionChangeDocument = new TypedDocumentString(`
    mutation BillingSubscriptionChange($id: ID!, $input: BillingSubscriptionChangeInput!) {
  billingSubscriptionChange(id: $id, input: $input) {
    __typename
    billingSubscription {
      __typename
      ...BillingSubscriptionRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment BillingSubscriptionRow on BillingSubscription {
  __typename
  id
  version
  organization {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    name
    interval
  }
  pendingPlan {
    __typename
    id
    name
    interval
  }
  status
  terms {
    __typename
    name
    currency
    basePrice
    seatPrice
    includedSeats
    usagePrices {
      __typename
      metric
      included
      unitPrice
    }
  }
  trialEnd
  currentPeriodStart
  currentPeriodEnd
  cancelAtPeriodEnd
  canceledAt
  cancelReason
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"e4e3935881e60c1820e01a3158ae5c1629213afda19e22121640fbbb096cb3bf"}) as unknown as TypedDocumentString<BillingSubscriptionChangeMutation, BillingSubscriptionChangeMutationVariables>;
export const BillingSubscriptionResumeDocument = new TypedDocumentString(`
    mutation BillingSubscriptionResume($id: ID!, $input: BillingSubscriptionResumeInput!) {
  billingSubscriptionResume(id: $id, input: $input) {
    __typename
    billingSubscription {
      __typename
      ...BillingSubscriptionRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment BillingSubscriptionRow on BillingSubscription {
  __typename
  id
  version
  organization {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    name
    interval
  }
  pendingPlan {
    __typename
    id
    name
    interval
  }
  status
  terms {
    __typename
    name
    currency
    basePrice
    seatPrice
    includedSeats
    usagePrices {
      __typename
      metric
      included
      unitPrice
    }
  }
  trialEnd
  currentPeriodStart
  currentPeriodEnd
  cancelAtPeriodEnd
  canceledAt
  cancelReason
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"ca0cc935f81c3d6e49359cbb01cee2449be124bdcba8c65a009916d62101174c"}) as unknown as TypedDocumentString<BillingSubscriptionResumeMutation, BillingSubscriptionResumeMutationVariables>;
export const BillingSubscriptionStartDocument = new TypedDocumentString(`
    mutation BillingSubscriptionStart($input: BillingSubscriptionStartInput!) {
  billingSubscriptionStart(input: $input) {
    __typename
    billingSubscription {
      __typename
      ...BillingSubscriptionRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment BillingSubscriptionRow on BillingSubscription {
  __typename
  id
  version
  organization {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    name
    interval
  }
  pendingPlan {
    __typename
    id
    name
    interval
  }
  status
  terms {
    __typename
    name
    currency
    basePrice
    seatPrice
    includedSeats
    usagePrices {
      __typename
      metric
      included
      unitPrice
    }
  }
  trialEnd
  currentPeriodStart
  currentPeriodEnd
  cancelAtPeriodEnd
  canceledAt
  cancelReason
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"4c076fac9b02b40a0ce4a40ba46a3f94d7de54f4ca2ea93fc15edb712f32ca03"}) as unknown as TypedDocumentString<BillingSubscriptionStartMutation, BillingSubscriptionStartMutationVariables>;
export const BillingSubscriptionsPageDocument = new TypedDocumentString(`
    query BillingSubscriptionsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $where: BillingSubscriptionWhereInput, $orderBy: [BillingSubscriptionOrder!]) {
  billingSubscriptions(
    first: $first
    after: $after
    last: $last
    before: $before
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...BillingSubscriptionRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
    totalCount
  }
}
    fragment BillingSubscriptionRow on BillingSubscription {
  __typename
  id
  version
  organization {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    name
    interval
  }
  pendingPlan {
    __typename
    id
    name
    interval
  }
  status
  terms {
    __typename
    name
    currency
    basePrice
    seatPrice
    includedSeats
    usagePrices {
      __typename
      metric
      included
      unitPrice
    }
  }
  trialEnd
  currentPeriodStart
  currentPeriodEnd
  cancelAtPeriodEnd
  canceledAt
  cancelReason
  createdAt
  updatedAt
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"f12efd14a6ff7b124f08b13ebeab1167e863d4001efffbc387b61e8f9f3369fd"}) as unknown as TypedDocumentString<BillingSubscriptionsPageQuery, BillingSubscriptionsPageQueryVariables>;
export const BrandingDomainRemoveDocument = new TypedDocumentString(`
    mutation BrandingDomainRemove($organizationId: ID!, $portal: Portal!) {
  brandingDomainRemove(organizationId: $organizationId, portal: $portal) {
    __typename
    branding {
      __typename
      ...BrandingRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment BrandingLookFields on BrandingLook {
  __typename
  productName
  primaryColor
  onPrimaryColor
  accentColor
  onAccentColor
  supportEmail
  supportUrl
  logoUrl
  portal
}
fragment BrandingRow on Branding {
  __typename
  version
  portal
  productName
  primaryColor
  accentColor
  supportEmail
  supportUrl
  mailSenderName
  logoUrl
  domain {
    __typename
    name
    verified
    verifiedAt
    checkedAt
    recordName
    recordValue
  }
  look {
    __typename
    ...BrandingLookFields
  }
  updatedAt
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"58e113228da7eca6d62853176d8152f583db30b4a5c90b1e84650d017eae46e6"}) as unknown as TypedDocumentString<BrandingDomainRemoveMutation, BrandingDomainRemoveMutationVariables>;
export const BrandingDomainSetDocument = new TypedDocumentString(`
    mutation BrandingDomainSet($organizationId: ID!, $portal: Portal!, $domain: String!) {
  brandingDomainSet(
    organizationId: $organizationId
    portal: $portal
    domain: $domain
  ) {
    __typename
    branding {
      __typename
      ...BrandingRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment BrandingLookFields on BrandingLook {
  __typename
  productName
  primaryColor
  onPrimaryColor
  accentColor
  onAccentColor
  supportEmail
  supportUrl
  logoUrl
  portal
}
fragment BrandingRow on Branding {
  __typename
  version
  portal
  productName
  primaryColor
  accentColor
  supportEmail
  supportUrl
  mailSenderName
  logoUrl
  domain {
    __typename
    name
    verified
    verifiedAt
    checkedAt
    recordName
    recordValue
  }
  look {
    __typename
    ...BrandingLookFields
  }
  updatedAt
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"7eb87c8dbf3ca9a600f463b4f64616129625195eedca1eb86a74d3c682040135"}) as unknown as TypedDocumentString<BrandingDomainSetMutation, BrandingDomainSetMutationVariables>;
export const BrandingDomainVerifyDocument = new TypedDocumentString(`
    mutation BrandingDomainVerify($organizationId: ID!, $portal: Portal!) {
  brandingDomainVerify(organizationId: $organizationId, portal: $portal) {
    __typename
    branding {
      __typename
      ...BrandingRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment BrandingLookFields on BrandingLook {
  __typename
  productName
  primaryColor
  onPrimaryColor
  accentColor
  onAccentColor
  supportEmail
  supportUrl
  logoUrl
  portal
}
fragment BrandingRow on Branding {
  __typename
  version
  portal
  productName
  primaryColor
  accentColor
  supportEmail
  supportUrl
  mailSenderName
  logoUrl
  domain {
    __typename
    name
    verified
    verifiedAt
    checkedAt
    recordName
    recordValue
  }
  look {
    __typename
    ...BrandingLookFields
  }
  updatedAt
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"04096bf8398f84687cb7509135665517652a7f0e036f90441b13d394f50bd89a"}) as unknown as TypedDocumentString<BrandingDomainVerifyMutation, BrandingDomainVerifyMutationVariables>;
export const BrandingLogoRemoveDocument = new TypedDocumentString(`
    mutation BrandingLogoRemove($organizationId: ID!, $portal: Portal!) {
  brandingLogoRemove(organizationId: $organizationId, portal: $portal) {
    __typename
    branding {
      __typename
      ...BrandingRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment BrandingLookFields on BrandingLook {
  __typename
  productName
  primaryColor
  onPrimaryColor
  accentColor
  onAccentColor
  supportEmail
  supportUrl
  logoUrl
  portal
}
fragment BrandingRow on Branding {
  __typename
  version
  portal
  productName
  primaryColor
  accentColor
  supportEmail
  supportUrl
  mailSenderName
  logoUrl
  domain {
    __typename
    name
    verified
    verifiedAt
    checkedAt
    recordName
    recordValue
  }
  look {
    __typename
    ...BrandingLookFields
  }
  updatedAt
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"3fe618c7e0e7c93595d7ea470caccefc4ab09af8fd38b93c53f8bb5ac622b521"}) as unknown as TypedDocumentString<BrandingLogoRemoveMutation, BrandingLogoRemoveMutationVariables>;
export const BrandingLogoUploadCreateDocument = new TypedDocumentString(`
    mutation BrandingLogoUploadCreate($organizationId: ID!, $portal: Portal!, $contentType: String!, $size: Int!) {
  brandingLogoUploadCreate(
    organizationId: $organizationId
    portal: $portal
    contentType: $contentType
    size: $size
  ) {
    __typename
    upload {
      __typename
      url
      expiresAt
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
}`, {"hash":"86bee70bc3a414242cdeb49b9db496346b0dac5de2682c226f4d27a4dc86e853"}) as unknown as TypedDocumentString<BrandingLogoUploadCreateMutation, BrandingLogoUploadCreateMutationVariables>;
export const BrandingPageDocument = new TypedDocumentString(`
    query BrandingPage($organizationId: ID!) {
  brandings(organizationId: $organizationId) {
    __typename
    ...BrandingRow
  }
}
    fragment BrandingLookFields on BrandingLook {
  __typename
  productName
  primaryColor
  onPrimaryColor
  accentColor
  onAccentColor
  supportEmail
  supportUrl
  logoUrl
  portal
}
fragment BrandingRow on Branding {
  __typename
  version
  portal
  productName
  primaryColor
  accentColor
  supportEmail
  supportUrl
  mailSenderName
  logoUrl
  domain {
    __typename
    name
    verified
    verifiedAt
    checkedAt
    recordName
    recordValue
  }
  look {
    __typename
    ...BrandingLookFields
  }
  updatedAt
}`, {"hash":"739b5bf45a3c7544de95804d24f0cb94d96b883262e9c31e80b1b598be78140a"}) as unknown as TypedDocumentString<BrandingPageQuery, BrandingPageQueryVariables>;
export const BrandingResetDocument = new TypedDocumentString(`
    mutation BrandingReset($organizationId: ID!, $portal: Portal!) {
  brandingReset(organizationId: $organizationId, portal: $portal) {
    __typename
    branding {
      __typename
      ...BrandingRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment BrandingLookFields on BrandingLook {
  __typename
  productName
  primaryColor
  onPrimaryColor
  accentColor
  onAccentColor
  supportEmail
  supportUrl
  logoUrl
  portal
}
fragment BrandingRow on Branding {
  __typename
  version
  portal
  productName
  primaryColor
  accentColor
  supportEmail
  supportUrl
  mailSenderName
  logoUrl
  domain {
    __typename
    name
    verified
    verifiedAt
    checkedAt
    recordName
    recordValue
  }
  look {
    __typename
    ...BrandingLookFields
  }
  updatedAt
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"63a70b6eba19fcf9803a86e6eefe6c89296a5710533988e9b8989638673c07ba"}) as unknown as TypedDocumentString<BrandingResetMutation, BrandingResetMutationVariables>;
export const BrandingUpdateDocument = new TypedDocumentString(`
    mutation BrandingUpdate($organizationId: ID!, $portal: Portal!, $input: BrandingUpdateInput!) {
  brandingUpdate(organizationId: $organizationId, portal: $portal, input: $input) {
    __typename
    branding {
      __typename
      ...BrandingRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment BrandingLookFields on BrandingLook {
  __typename
  productName
  primaryColor
  onPrimaryColor
  accentColor
  onAccentColor
  supportEmail
  supportUrl
  logoUrl
  portal
}
fragment BrandingRow on Branding {
  __typename
  version
  portal
  productName
  primaryColor
  accentColor
  supportEmail
  supportUrl
  mailSenderName
  logoUrl
  domain {
    __typename
    name
    verified
    verifiedAt
    checkedAt
    recordName
    recordValue
  }
  look {
    __typename
    ...BrandingLookFields
  }
  updatedAt
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"5877b754f1996ce7d564467325edc48ac8d61e18b1aaf3d3929b9b08f7b9521a"}) as unknown as TypedDocumentString<BrandingUpdateMutation, BrandingUpdateMutationVariables>;
export const CreditAdjustDocument = new TypedDocumentString(`
    mutation CreditAdjust($input: CreditAdjustInput!) {
  creditAdjust(input: $input) {
    __typename
    creditEntry {
      __typename
      ...CreditEntryRow
      organization {
        __typename
        id
        creditBalance
      }
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment CreditEntryRow on CreditEntry {
  __typename
  id
  type
  amount
  balanceAfter
  counterpart {
    __typename
    id
    name
  }
  usedBy {
    __typename
    id
    name
  }
  reference
  reason
  actor {
    __typename
    id
    displayName
  }
  reversedBy {
    __typename
    id
  }
  occurredAt
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"c794a3f8f5a4fe03eb33471d6b741fe92e78969a3758a061fb893d4df9a26055"}) as unknown as TypedDocumentString<CreditAdjustMutation, CreditAdjustMutationVariables>;
export const CreditAllocateDocument = new TypedDocumentString(`
    mutation CreditAllocate($input: CreditAllocateInput!) {
  creditAllocate(input: $input) {
    __typename
    creditEntry {
      __typename
      ...CreditEntryRow
      organization {
        __typename
        id
        creditBalance
      }
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment CreditEntryRow on CreditEntry {
  __typename
  id
  type
  amount
  balanceAfter
  counterpart {
    __typename
    id
    name
  }
  usedBy {
    __typename
    id
    name
  }
  reference
  reason
  actor {
    __typename
    id
    displayName
  }
  reversedBy {
    __typename
    id
  }
  occurredAt
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"362c5c16326864ecf520167df1a5008bd4685a49e3cdff859ef68b1d5e7d2c29"}) as unknown as TypedDocumentString<CreditAllocateMutation, CreditAllocateMutationVariables>;
export const CreditEntriesDocument = new TypedDocumentString(`
    query CreditEntries($id: ID!, $where: CreditEntryWhereInput, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  organization(id: $id) {
    __typename
    id
    creditBalance
    creditLowMark
    creditEntries(
      where: $where
      first: $first
      after: $after
      last: $last
      before: $before
    ) {
      __typename
      nodes {
        __typename
        ...CreditEntryRow
      }
      pageInfo {
        __typename
        ...PageFields
      }
    }
  }
}
    fragment CreditEntryRow on CreditEntry {
  __typename
  id
  type
  amount
  balanceAfter
  counterpart {
    __typename
    id
    name
  }
  usedBy {
    __typename
    id
    name
  }
  reference
  reason
  actor {
    __typename
    id
    displayName
  }
  reversedBy {
    __typename
    id
  }
  occurredAt
  createdAt
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"b03f4e0bd80de75a90c46e32f0ea06d1d11aa7e0b3232e4ba4bbab3831f18739"}) as unknown as TypedDocumentString<CreditEntriesQuery, CreditEntriesQueryVariables>;
export const CreditLowMarkSetDocument = new TypedDocumentString(`
    mutation CreditLowMarkSet($id: ID!, $input: CreditLowMarkSetInput!) {
  creditLowMarkSet(id: $id, input: $input) {
    __typename
    organization {
      __typename
      id
      version
      creditBalance
      creditLowMark
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
}`, {"hash":"6d1e49d4dec8b8615d4ee9c8d7de7e05091668ff1ea190293cb97522d0bc0a8b"}) as unknown as TypedDocumentString<CreditLowMarkSetMutation, CreditLowMarkSetMutationVariables>;
export const CreditReverseDocument = new TypedDocumentString(`
    mutation CreditReverse($id: ID!, $input: CreditReverseInput!) {
  creditReverse(id: $id, input: $input) {
    __typename
    creditEntry {
      __typename
      ...CreditEntryRow
      organization {
        __typename
        id
        creditBalance
      }
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment CreditEntryRow on CreditEntry {
  __typename
  id
  type
  amount
  balanceAfter
  counterpart {
    __typename
    id
    name
  }
  usedBy {
    __typename
    id
    name
  }
  reference
  reason
  actor {
    __typename
    id
    displayName
  }
  reversedBy {
    __typename
    id
  }
  occurredAt
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"df039185b55e9b09c2226c64234765429ec8550febad433daca0c609dce3b8ae"}) as unknown as TypedDocumentString<CreditReverseMutation, CreditReverseMutationVariables>;
export const CreditStatementExportDocument = new TypedDocumentString(`
    mutation CreditStatementExport($input: CreditStatementExportInput!) {
  creditStatementExport(input: $input) {
    __typename
    job {
      __typename
      id
      status
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
}`, {"hash":"a600c81d4e0dddc353a9a324677d0b4c55ba9346823bca59ecda20f760f443ca"}) as unknown as TypedDocumentString<CreditStatementExportMutation, CreditStatementExportMutationVariables>;
export const CreditTopUpDocument = new TypedDocumentString(`
    mutation CreditTopUp($input: CreditTopUpInput!) {
  creditTopUp(input: $input) {
    __typename
    creditEntry {
      __typename
      ...CreditEntryRow
      organization {
        __typename
        id
        creditBalance
      }
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment CreditEntryRow on CreditEntry {
  __typename
  id
  type
  amount
  balanceAfter
  counterpart {
    __typename
    id
    name
  }
  usedBy {
    __typename
    id
    name
  }
  reference
  reason
  actor {
    __typename
    id
    displayName
  }
  reversedBy {
    __typename
    id
  }
  occurredAt
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"d9b7463eea644a91ac7f1cc1689c9d9a1b7bd0aa5340b0ac768adec6b31f76c7"}) as unknown as TypedDocumentString<CreditTopUpMutation, CreditTopUpMutationVariables>;
export const CreditUsageRecordDocument = new TypedDocumentString(`
    mutation CreditUsageRecord($input: CreditUsageRecordInput!) {
  creditUsageRecord(input: $input) {
    __typename
    results {
      __typename
      replayed
      creditEntry {
        __typename
        id
        balanceAfter
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
    fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"c2e50d5831151caa76e5d0f6fd5e04c582576230c12053456dd5fc3e8f23f8a5"}) as unknown as TypedDocumentString<CreditUsageRecordMutation, CreditUsageRecordMutationVariables>;
export const CustomModelDocument = new TypedDocumentString(`
    query CustomModel($id: ID!) {
  customModel(id: $id) {
    __typename
    ...CustomModelRow
  }
}
    fragment CustomModelRow on CustomModel {
  __typename
  id
  version
  key
  name
  description
  task
  baseModel
  status
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"28d990a151b81ce8cd6324161c32c12dce733fc27405b07ffb33ac356a8509bd"}) as unknown as TypedDocumentString<CustomModelQuery, CustomModelQueryVariables>;
export const CustomModelActivateDocument = new TypedDocumentString(`
    mutation CustomModelActivate($id: ID!, $expectedVersion: Int) {
  customModelActivate(id: $id, expectedVersion: $expectedVersion) {
    __typename
    customModel {
      __typename
      ...CustomModelRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment CustomModelRow on CustomModel {
  __typename
  id
  version
  key
  name
  description
  task
  baseModel
  status
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"e15fa482c16fe3ecbc20c22eac5f27fdfda9b0c38ebf4d4273d3a360b52440c7"}) as unknown as TypedDocumentString<CustomModelActivateMutation, CustomModelActivateMutationVariables>;
export const CustomModelCreateDocument = new TypedDocumentString(`
    mutation CustomModelCreate($input: CustomModelCreateInput!) {
  customModelCreate(input: $input) {
    __typename
    customModel {
      __typename
      ...CustomModelRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment CustomModelRow on CustomModel {
  __typename
  id
  version
  key
  name
  description
  task
  baseModel
  status
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"0b64551c2648ba20ae670b3997941704f4081b3917232098cf5ef6bc002ebd39"}) as unknown as TypedDocumentString<CustomModelCreateMutation, CustomModelCreateMutationVariables>;
export const CustomModelDeleteDocument = new TypedDocumentString(`
    mutation CustomModelDelete($id: ID!) {
  customModelDelete(id: $id) {
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
}`, {"hash":"a474e35e1a0bf7ac222ceaa76d6c94f745d976e79bac2347eff4285b5d438fef"}) as unknown as TypedDocumentString<CustomModelDeleteMutation, CustomModelDeleteMutationVariables>;
export const CustomModelRetireDocument = new TypedDocumentString(`
    mutation CustomModelRetire($id: ID!, $expectedVersion: Int) {
  customModelRetire(id: $id, expectedVersion: $expectedVersion) {
    __typename
    customModel {
      __typename
      ...CustomModelRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment CustomModelRow on CustomModel {
  __typename
  id
  version
  key
  name
  description
  task
  baseModel
  status
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"9d5dae56e81502ee39900fa60ef2722c9ba35c921a59544787459a63c2b9595b"}) as unknown as TypedDocumentString<CustomModelRetireMutation, CustomModelRetireMutationVariables>;
export const CustomModelUpdateDocument = new TypedDocumentString(`
    mutation CustomModelUpdate($id: ID!, $input: CustomModelUpdateInput!) {
  customModelUpdate(id: $id, input: $input) {
    __typename
    customModel {
      __typename
      ...CustomModelRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment CustomModelRow on CustomModel {
  __typename
  id
  version
  key
  name
  description
  task
  baseModel
  status
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"f9930218cd160826008a29319e8dbabacec8a5254b817dee0bf348b53b161a7d"}) as unknown as TypedDocumentString<CustomModelUpdateMutation, CustomModelUpdateMutationVariables>;
export const CustomModelsPageDocument = new TypedDocumentString(`
    query CustomModelsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String, $where: CustomModelWhereInput, $orderBy: [CustomModelOrder!]) {
  customModels(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...CustomModelRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
    totalCount
  }
}
    fragment CustomModelRow on CustomModel {
  __typename
  id
  version
  key
  name
  description
  task
  baseModel
  status
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"af36f15c98ffc5d042fcac89396e1ad83a3613ed4626aa60b8b378b6e52d24b8"}) as unknown as TypedDocumentString<CustomModelsPageQuery, CustomModelsPageQueryVariables>;
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
    query DeadMails($first: Int, $after: Cursor, $last: Int, $before: Cursor, $where: DeadMailWhereInput) {
  deadMails(
    first: $first
    after: $after
    last: $last
    before: $before
    where: $where
  ) {
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
}`, {"hash":"105c0c62dc6386fdb2259ddb5dba749f41275470a6aec44e815def6e7bbfd879"}) as unknown as TypedDocumentString<DeadMailsQuery, DeadMailsQueryVariables>;
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
export const FeaturesAndModulesDocument = new TypedDocumentString(`
    query FeaturesAndModules {
  features {
    __typename
    key
    name
    description
  }
  modules {
    __typename
    key
    name
    adminOnly
  }
  viewer {
    __typename
    id
    features {
      __typename
      key
    }
    modules {
      __typename
      key
    }
  }
}
    `, {"hash":"fd57816487dadc809980f9dfe033492aebb398048b970fddedfdbab12675567c"}) as unknown as TypedDocumentString<FeaturesAndModulesQuery, FeaturesAndModulesQueryVariables>;
export const HomeAttentionDocument = new TypedDocumentString(`
    query HomeAttention($invitations: Boolean!, $soon: DateTime!, $organizations: Boolean!, $balances: Boolean!, $invoices: Boolean!, $mails: Boolean!, $users: Boolean!, $quietSince: DateTime!, $incidents: Boolean!, $requests: Boolean!) {
  viewer {
    __typename
    id
    organization {
      __typename
      id
      creditBalance
      creditLowMark
    }
  }
  invitations(
    first: 3
    where: {status: {in: [PENDING]}, expiresAt: {lt: $soon}}
    orderBy: [{field: EXPIRES_AT, direction: ASC}]
  ) @include(if: $invitations) {
    __typename
    nodes {
      __typename
      id
      email
      expiresAt
      organization {
        __typename
        id
        name
      }
    }
    totalCount
  }
  suspended: organizations(first: 3, where: {status: {in: [SUSPENDED]}}) @include(if: $organizations) {
    __typename
    nodes {
      __typename
      id
      name
      suspension {
        __typename
        suspendedAt
      }
    }
    totalCount
  }
  low: organizations(
    first: 3
    where: {kind: {in: [CUSTOMER]}, creditBalance: {lt: "1000"}}
  ) @include(if: $balances) {
    __typename
    nodes {
      __typename
      id
      name
      creditBalance
    }
    totalCount
  }
  invoices(
    first: 3
    where: {status: {in: [PAST_DUE]}}
    orderBy: [{field: DUE_ON, direction: ASC}]
  ) @include(if: $invoices) {
    __typename
    nodes {
      __typename
      id
      number
      due
      currency
      dueOn
      organization {
        __typename
        id
        name
      }
    }
    totalCount
  }
  deadMails(first: 10) @include(if: $mails) {
    __typename
    nodes {
      __typename
      id
      kind
      email
      createdAt
      resentAt
    }
  }
  jobs(first: 10) {
    __typename
    nodes {
      __typename
      ...JobRow
    }
  }
  dormant: users(
    first: 3
    where: {status: {in: [ACTIVE]}, lastLoginAt: {lt: $quietSince}}
    orderBy: [{field: LAST_LOGIN_AT, direction: ASC}]
  ) @include(if: $users) {
    __typename
    nodes {
      __typename
      id
      displayName
      lastLoginAt
    }
    totalCount
  }
  serviceIncidents(first: 3, where: {status: {notIn: [RESOLVED]}}) @include(if: $incidents) {
    __typename
    nodes {
      __typename
      id
      title
      severity
      status
      startedAt
    }
    totalCount
  }
  requests: impersonations(first: 3, where: {status: {in: [REQUESTED]}}) @include(if: $requests) {
    __typename
    nodes {
      __typename
      id
      actorName
      reason
      createdAt
      organization {
        __typename
        id
        name
      }
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
}`, {"hash":"dcb120815985a38b87047d3b9807fd23bd0a628599b272aa47053bae2ac2ce91"}) as unknown as TypedDocumentString<HomeAttentionQuery, HomeAttentionQueryVariables>;
export const HomeNumbersDocument = new TypedDocumentString(`
    query HomeNumbers($users: Boolean!, $organizations: Boolean!) {
  userStats @include(if: $users) {
    __typename
    total
    active
    pending
    suspended
  }
  organizationStats @include(if: $organizations) {
    __typename
    total
    active
    suspended
    customers
    subAccounts
  }
}
    `, {"hash":"e134d2c6c720c92ec302ba5ba279c69aefda5a62c2d0f8250c72393e0a3e21bb"}) as unknown as TypedDocumentString<HomeNumbersQuery, HomeNumbersQueryVariables>;
export const ImpersonationsDocument = new TypedDocumentString(`
    query Impersonations($first: Int, $after: Cursor, $last: Int, $before: Cursor, $where: ImpersonationWhereInput) {
  impersonations(
    first: $first
    after: $after
    last: $last
    before: $before
    where: $where
  ) {
    __typename
    nodes {
      __typename
      ...ImpersonationRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
  }
}
    fragment ImpersonationRow on Impersonation {
  __typename
  id
  organization {
    __typename
    id
    name
  }
  actorName
  user {
    __typename
    id
    displayName
    email
  }
  mode
  reason
  minutes
  status
  decidedBy {
    __typename
    id
    displayName
  }
  decidedAt
  startedAt
  expiresAt
  endedAt
  endReason
  createdAt
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"ea732b7bd664bac77fbb8649cc379859ba1d71ba5975decc1e908b96f03f5e27"}) as unknown as TypedDocumentString<ImpersonationsQuery, ImpersonationsQueryVariables>;
export const ImpersonationsEndDocument = new TypedDocumentString(`
    mutation ImpersonationsEnd($organizationId: ID!) {
  impersonationsEnd(organizationId: $organizationId) {
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
}`, {"hash":"0f6ea239ac0387e9bff95532c12d549b17d39425a7e2bb0364e0a02e5def6ddf"}) as unknown as TypedDocumentString<ImpersonationsEndMutation, ImpersonationsEndMutationVariables>;
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
    kind
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  acceptedAt
  revokedAt
  createdAt
  viewerActions
}`, {"hash":"c091d16abc01f414d6bb669c2f4ce023a731fe0229c6f9366728977f84ac4ab3"}) as unknown as TypedDocumentString<InvitationChangedSubscription, InvitationChangedSubscriptionVariables>;
export const InvitationCountsDocument = new TypedDocumentString(`
    query InvitationCounts($search: String, $pending: InvitationWhereInput, $expired: InvitationWhereInput, $accepted: InvitationWhereInput, $revoked: InvitationWhereInput) {
  pending: invitations(first: 1, search: $search, where: $pending) {
    __typename
    totalCount
  }
  expired: invitations(first: 1, search: $search, where: $expired) {
    __typename
    totalCount
  }
  accepted: invitations(first: 1, search: $search, where: $accepted) {
    __typename
    totalCount
  }
  revoked: invitations(first: 1, search: $search, where: $revoked) {
    __typename
    totalCount
  }
}
    `, {"hash":"f6d72614987a1e41fa105c604e0667777b6aa7876146947dfcda11c77f52dc0a"}) as unknown as TypedDocumentString<InvitationCountsQuery, InvitationCountsQueryVariables>;
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
    kind
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  acceptedAt
  revokedAt
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"311b2bc1c1b61e1ef89e60cfd0136aa5549d48515cfd8445ab751cfe02a1ae62"}) as unknown as TypedDocumentString<InvitationResendMutation, InvitationResendMutationVariables>;
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
    kind
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  acceptedAt
  revokedAt
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"f67ffd9e390aeb6e45f96f9383928e526cc66640b17b258dbd07358e282ec608"}) as unknown as TypedDocumentString<InvitationRevokeMutation, InvitationRevokeMutationVariables>;
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
    kind
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  acceptedAt
  revokedAt
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"555669d37afdb035db04cdf74fd4cb4282ada36d3e4635012ef6de6927103cbf"}) as unknown as TypedDocumentString<InvitationsCreateMutation, InvitationsCreateMutationVariables>;
export const InvitationsPageDocument = new TypedDocumentString(`
    query InvitationsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $offset: Int, $search: String, $where: InvitationWhereInput, $orderBy: [InvitationOrder!]) {
  invitations(
    first: $first
    after: $after
    last: $last
    before: $before
    offset: $offset
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...InvitationRow
      user {
        __typename
        id
        displayName
        roles {
          __typename
          id
          name
        }
      }
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
    kind
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  acceptedAt
  revokedAt
  createdAt
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"f8a67741402b792f1dbb56297fa887d491a60edb5565d2c9f4cee3fd0b8894b3"}) as unknown as TypedDocumentString<InvitationsPageQuery, InvitationsPageQueryVariables>;
export const InvoiceDocument = new TypedDocumentString(`
    query Invoice($id: ID!) {
  invoice(id: $id) {
    __typename
    ...InvoiceRow
    billToEmail
    billToAddress
    billToTaxNumber
    lines {
      __typename
      kind
      description
      metric
      quantity
      unitPrice
      amount
    }
    payments {
      __typename
      amount
      paidAt
      reference
      recordedBy {
        __typename
        id
        displayName
      }
      createdAt
    }
    paidAt
    voidedAt
    voidReason
  }
}
    fragment InvoiceRow on Invoice {
  __typename
  id
  version
  number
  organization {
    __typename
    id
    name
  }
  status
  currency
  total
  paid
  due
  periodStart
  periodEnd
  issuedOn
  dueOn
  billToName
  viewerActions
}`, {"hash":"e4626fd6a96e4e79fe4cff91c7b729202435c68cd9794be3b6f44b283ad6252f"}) as unknown as TypedDocumentString<InvoiceQuery, InvoiceQueryVariables>;
export const InvoicePaymentRecordDocument = new TypedDocumentString(`
    mutation InvoicePaymentRecord($id: ID!, $input: InvoicePaymentRecordInput!) {
  invoicePaymentRecord(id: $id, input: $input) {
    __typename
    invoice {
      __typename
      ...InvoiceRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment InvoiceRow on Invoice {
  __typename
  id
  version
  number
  organization {
    __typename
    id
    name
  }
  status
  currency
  total
  paid
  due
  periodStart
  periodEnd
  issuedOn
  dueOn
  billToName
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"ab62ebd066b9c0627f3fa2ad53a9eb05666e16498fcf91d34ef4f7de78a85c66"}) as unknown as TypedDocumentString<InvoicePaymentRecordMutation, InvoicePaymentRecordMutationVariables>;
export const InvoiceVoidDocument = new TypedDocumentString(`
    mutation InvoiceVoid($id: ID!, $input: InvoiceVoidInput!) {
  invoiceVoid(id: $id, input: $input) {
    __typename
    invoice {
      __typename
      ...InvoiceRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment InvoiceRow on Invoice {
  __typename
  id
  version
  number
  organization {
    __typename
    id
    name
  }
  status
  currency
  total
  paid
  due
  periodStart
  periodEnd
  issuedOn
  dueOn
  billToName
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"a4de51f0dde030a1ec83a6c9bb20fd82a5d23e37149aee6937916a1104f386d7"}) as unknown as TypedDocumentString<InvoiceVoidMutation, InvoiceVoidMutationVariables>;
export const InvoicesPageDocument = new TypedDocumentString(`
    query InvoicesPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String, $where: InvoiceWhereInput, $orderBy: [InvoiceOrder!]) {
  invoices(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...InvoiceRow
    }
    pageInfo {
      __typename
      ...PageFields
    }
    totalCount
  }
}
    fragment InvoiceRow on Invoice {
  __typename
  id
  version
  number
  organization {
    __typename
    id
    name
  }
  status
  currency
  total
  paid
  due
  periodStart
  periodEnd
  issuedOn
  dueOn
  billToName
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"09f0933c061251be78fc2afbda4b6bfe7f6e064679991d527814a64fd910bba0"}) as unknown as TypedDocumentString<InvoicesPageQuery, InvoicesPageQueryVariables>;
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
    query JobItems($id: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor, $status: [JobItemStatus!]) {
  job(id: $id) {
    __typename
    id
    items(
      first: $first
      after: $after
      last: $last
      before: $before
      status: $status
    ) {
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
}`, {"hash":"f179f6ccd729ed12ab8fac6176c507c0712b6fad51b5c7bcef44e1f2d2139d57"}) as unknown as TypedDocumentString<JobItemsQuery, JobItemsQueryVariables>;
export const JobsDocument = new TypedDocumentString(`
    query Jobs($first: Int, $after: Cursor, $last: Int, $before: Cursor, $kind: [JobKind!]) {
  jobs(first: $first, after: $after, last: $last, before: $before, kind: $kind) {
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
}`, {"hash":"7f6c23b7a8e1c61e4215a0441c10cc2fd3e383f827ffa30389d6a18b3140520c"}) as unknown as TypedDocumentString<JobsQuery, JobsQueryVariables>;
export const LoginAsDocument = new TypedDocumentString(`
    mutation LoginAs($input: LoginAsInput!) {
  loginAs(input: $input) {
    __typename
    impersonation {
      __typename
      ...ImpersonationRow
    }
    token
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment ImpersonationRow on Impersonation {
  __typename
  id
  organization {
    __typename
    id
    name
  }
  actorName
  user {
    __typename
    id
    displayName
    email
  }
  mode
  reason
  minutes
  status
  decidedBy {
    __typename
    id
    displayName
  }
  decidedAt
  startedAt
  expiresAt
  endedAt
  endReason
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"00c488fa709ddb450308d559f06e3a50df0e97bb5c586ba824502070573e3979"}) as unknown as TypedDocumentString<LoginAsMutation, LoginAsMutationVariables>;
export const LoginAsDecideDocument = new TypedDocumentString(`
    mutation LoginAsDecide($id: ID!, $approve: Boolean!) {
  loginAsDecide(id: $id, approve: $approve) {
    __typename
    impersonation {
      __typename
      ...ImpersonationRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment ImpersonationRow on Impersonation {
  __typename
  id
  organization {
    __typename
    id
    name
  }
  actorName
  user {
    __typename
    id
    displayName
    email
  }
  mode
  reason
  minutes
  status
  decidedBy {
    __typename
    id
    displayName
  }
  decidedAt
  startedAt
  expiresAt
  endedAt
  endReason
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"82c6c05749817819ca2fbdadda65b265e1ca7b9f50650eade96023f9bb035569"}) as unknown as TypedDocumentString<LoginAsDecideMutation, LoginAsDecideMutationVariables>;
export const LoginAsEndDocument = new TypedDocumentString(`
    mutation LoginAsEnd($id: ID) {
  loginAsEnd(id: $id) {
    __typename
    endedId
    restored
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
}`, {"hash":"8a2481d86cd045c7b0cc4e8c4f2a980d555461a1aabd846955ffc7263b6c2504"}) as unknown as TypedDocumentString<LoginAsEndMutation, LoginAsEndMutationVariables>;
export const LoginAsStartDocument = new TypedDocumentString(`
    mutation LoginAsStart($id: ID!, $bearer: Boolean! = false) {
  loginAsStart(id: $id, bearer: $bearer) {
    __typename
    impersonation {
      __typename
      ...ImpersonationRow
    }
    token
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment ImpersonationRow on Impersonation {
  __typename
  id
  organization {
    __typename
    id
    name
  }
  actorName
  user {
    __typename
    id
    displayName
    email
  }
  mode
  reason
  minutes
  status
  decidedBy {
    __typename
    id
    displayName
  }
  decidedAt
  startedAt
  expiresAt
  endedAt
  endReason
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"9f0ffba3d780a27dd3d855f71cedaf3487166c40eacff3d41f40cf9f94fbe3d1"}) as unknown as TypedDocumentString<LoginAsStartMutation, LoginAsStartMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"ec606287eb1959d241fb8da9cba6a0fa4fdc1f9a14359e50b7aad3d9578911b5"}) as unknown as TypedDocumentString<MemberRemoveMutation, MemberRemoveMutationVariables>;
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
export const OrganizationBillingDocument = new TypedDocumentString(`
    query OrganizationBilling($id: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  organization(id: $id) {
    __typename
    id
    plan {
      __typename
      ...PlanRow
    }
    subscription {
      __typename
      ...BillingSubscriptionRow
    }
    billingAccount {
      __typename
      ...BillingAccountRow
    }
    invoices(first: $first, after: $after, last: $last, before: $before) {
      __typename
      nodes {
        __typename
        ...InvoiceRow
      }
      pageInfo {
        __typename
        ...PageFields
      }
      totalCount
    }
  }
}
    fragment BillingAccountRow on BillingAccount {
  __typename
  id
  version
  organization {
    __typename
    id
    name
  }
  name
  email
  address
  taxNumber
  currency
  paymentDays
  createdAt
  updatedAt
  viewerActions
}
fragment BillingSubscriptionRow on BillingSubscription {
  __typename
  id
  version
  organization {
    __typename
    id
    name
  }
  plan {
    __typename
    id
    name
    interval
  }
  pendingPlan {
    __typename
    id
    name
    interval
  }
  status
  terms {
    __typename
    name
    currency
    basePrice
    seatPrice
    includedSeats
    usagePrices {
      __typename
      metric
      included
      unitPrice
    }
  }
  trialEnd
  currentPeriodStart
  currentPeriodEnd
  cancelAtPeriodEnd
  canceledAt
  cancelReason
  createdAt
  updatedAt
  viewerActions
}
fragment InvoiceRow on Invoice {
  __typename
  id
  version
  number
  organization {
    __typename
    id
    name
  }
  status
  currency
  total
  paid
  due
  periodStart
  periodEnd
  issuedOn
  dueOn
  billToName
  viewerActions
}
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}
fragment PlanRow on Plan {
  __typename
  id
  version
  name
  description
  currency
  interval
  basePrice
  seatPrice
  includedSeats
  usagePrices {
    __typename
    metric
    included
    unitPrice
  }
  trialDays
  features
  archivedAt
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"5f2f7f9238b29082a225482c2a7e02248f87072a1a67f756af3cac5dece8f8d9"}) as unknown as TypedDocumentString<OrganizationBillingQuery, OrganizationBillingQueryVariables>;
export const OrganizationChildrenDocument = new TypedDocumentString(`
    query OrganizationChildren($id: ID!, $first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  organization(id: $id) {
    __typename
    id
    children(first: $first, after: $after, last: $last, before: $before) {
      __typename
      nodes {
        __typename
        ...OrganizationRow
        userCount
        lastActivityAt
      }
      pageInfo {
        __typename
        ...PageFields
      }
      totalCount
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
fragment PageFields on PageInfo {
  __typename
  hasNextPage
  hasPreviousPage
  startCursor
  endCursor
}`, {"hash":"4e8d1acb64924af7a720abfcaedf47f1e268669a33a423824628cd8bda0fe8a0"}) as unknown as TypedDocumentString<OrganizationChildrenQuery, OrganizationChildrenQueryVariables>;
export const OrganizationChoicesDocument = new TypedDocumentString(`
    query OrganizationChoices($search: String, $where: OrganizationWhereInput) {
  organizations(
    first: 20
    search: $search
    where: $where
    orderBy: [{field: NAME, direction: ASC}]
  ) {
    __typename
    nodes {
      __typename
      id
      name
      kind
      parent {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"bd9b826ebe1eee5aef4fb90d78f718c837124b95d330f027504a8f23fea29464"}) as unknown as TypedDocumentString<OrganizationChoicesQuery, OrganizationChoicesQueryVariables>;
export const OrganizationConsentSetDocument = new TypedDocumentString(`
    mutation OrganizationConsentSet($id: ID!, $consent: LoginAsConsent!) {
  organizationConsentSet(id: $id, consent: $consent) {
    __typename
    organization {
      __typename
      id
      loginAsConsent
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
}`, {"hash":"53e8ef47e36d3cd38b06f08bab6f257ecdd4cc14f731297a8da437bc25934b6c"}) as unknown as TypedDocumentString<OrganizationConsentSetMutation, OrganizationConsentSetMutationVariables>;
export const OrganizationCreateDocument = new TypedDocumentString(`
    mutation OrganizationCreate($input: OrganizationCreateInput!) {
  organizationCreate(input: $input) {
    __typename
    organization {
      __typename
      ...OrganizationRow
      ...OrganizationDetails
    }
    administrator {
      __typename
      id
      displayName
      email
    }
    temporaryPassword
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
  locale
  timezone
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
}`, {"hash":"fae0094523adae8ed295f69e1d6b5868ddf3a3bf1a04ba586096621ee362ffb3"}) as unknown as TypedDocumentString<OrganizationCreateMutation, OrganizationCreateMutationVariables>;
export const OrganizationCreateOptionsDocument = new TypedDocumentString(`
    query OrganizationCreateOptions($id: ID!, $plans: Boolean!) {
  organization(id: $id) {
    __typename
    id
    creditBalance
    seats {
      __typename
      limit
      used
    }
    features {
      __typename
      ...OrganizationFeatureRow
    }
  }
  plans(first: 100, where: {archivedAt: {isNull: true}}) @include(if: $plans) {
    __typename
    nodes {
      __typename
      ...PlanRow
    }
  }
}
    fragment OrganizationFeatureRow on OrganizationFeature {
  __typename
  feature {
    __typename
    key
    name
    description
  }
  enabled
  switchedOn
  entitled
  hidden
}
fragment PlanRow on Plan {
  __typename
  id
  version
  name
  description
  currency
  interval
  basePrice
  seatPrice
  includedSeats
  usagePrices {
    __typename
    metric
    included
    unitPrice
  }
  trialDays
  features
  archivedAt
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"bf363107cb5938da88745798de7d06bac0c1c9d7274f4cf75a0b897756969317"}) as unknown as TypedDocumentString<OrganizationCreateOptionsQuery, OrganizationCreateOptionsQueryVariables>;
export const OrganizationDeleteDocument = new TypedDocumentString(`
    mutation OrganizationDelete($id: ID!, $input: OrganizationDeleteInput!) {
  organizationDelete(id: $id, input: $input) {
    __typename
    deletedId
    purgeAt
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
}`, {"hash":"7768c39b12f2064aaacb62f7033f1e23f0c7e8d0fcbbb096f3c00b3d8c428265"}) as unknown as TypedDocumentString<OrganizationDeleteMutation, OrganizationDeleteMutationVariables>;
export const OrganizationDetailDocument = new TypedDocumentString(`
    query OrganizationDetail($id: ID!) {
  organization(id: $id) {
    __typename
    ...OrganizationRow
    ...OrganizationDetails
    ...OrganizationSuspension
    ancestors {
      __typename
      id
      name
    }
    userCount
    creditBalance
    plan {
      __typename
      id
      name
    }
    lastActivityAt
    loginAsConsent
    ssoToken {
      __typename
      last4
      createdAt
    }
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
      totalCount
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
  viewer {
    __typename
    id
    consents: can(permission: LOGIN_AS_CONSENT, on: $id)
    readsAudit: can(permission: AUDIT_READ, on: $id)
    corrects: can(permission: ORGANIZATION_CREDIT_ADJUST, on: $id)
    pays: can(permission: MODULE_PAYMENT_ACCESS, on: $id)
    buys: can(permission: BILLING_MANAGE, on: $id)
    resetsStaff: can(permission: RESELLER_USER_RESET_TWO_FACTOR, on: $id)
    resetsUsers: can(permission: TENANT_USER_RESET_TWO_FACTOR, on: $id)
    resetsMembers: can(permission: MEMBER_RESET_TWO_FACTOR, on: $id)
    managesRoles: can(permission: ROLE_MANAGE, on: $id)
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
  locale
  timezone
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
fragment OrganizationSuspension on Organization {
  __typename
  suspension {
    __typename
    reason
    suspendedAt
    suspendedBy {
      __typename
      id
      displayName
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"379ae9d11e88db1c7a271a686f514e16a70ba960ed386cf27e14d9e8e53bc394"}) as unknown as TypedDocumentString<OrganizationDetailQuery, OrganizationDetailQueryVariables>;
export const OrganizationFeaturesDocument = new TypedDocumentString(`
    query OrganizationFeatures($id: ID!) {
  organization(id: $id) {
    __typename
    id
    version
    seats {
      __typename
      limit
      used
    }
    features {
      __typename
      ...OrganizationFeatureRow
    }
    viewerActions
  }
}
    fragment OrganizationFeatureRow on OrganizationFeature {
  __typename
  feature {
    __typename
    key
    name
    description
  }
  enabled
  switchedOn
  entitled
  hidden
}`, {"hash":"a2864b855f6019bafb345e3c42900ccb70953c5037527f6244f0d6fa5172dda3"}) as unknown as TypedDocumentString<OrganizationFeaturesQuery, OrganizationFeaturesQueryVariables>;
export const OrganizationFeaturesUpdateDocument = new TypedDocumentString(`
    mutation OrganizationFeaturesUpdate($id: ID!, $input: OrganizationFeaturesUpdateInput!) {
  organizationFeaturesUpdate(id: $id, input: $input) {
    __typename
    organization {
      __typename
      id
      version
      seats {
        __typename
        limit
        used
      }
      features {
        __typename
        ...OrganizationFeatureRow
      }
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment OrganizationFeatureRow on OrganizationFeature {
  __typename
  feature {
    __typename
    key
    name
    description
  }
  enabled
  switchedOn
  entitled
  hidden
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"2ffdf55e2147d58bac85005f65e635300f04010e5f55669dbfa025800d7b74bb"}) as unknown as TypedDocumentString<OrganizationFeaturesUpdateMutation, OrganizationFeaturesUpdateMutationVariables>;
export const OrganizationMembersDocument = new TypedDocumentString(`
    query OrganizationMembers($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String, $where: UserWhereInput, $orderBy: [UserOrder!]) {
  users(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...UserRow
      memberships {
        __typename
        ...MembershipRow
      }
    }
    pageInfo {
      __typename
      ...PageFields
    }
    totalCount
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"207e8e0e38972bbbf92c93d6ecf59aed726ef5e0eeb053b5878eb6a65e6635a8"}) as unknown as TypedDocumentString<OrganizationMembersQuery, OrganizationMembersQueryVariables>;
export const OrganizationMoveDocument = new TypedDocumentString(`
    mutation OrganizationMove($id: ID!, $parentId: ID!) {
  organizationMove(id: $id, parentId: $parentId) {
    __typename
    organization {
      __typename
      ...OrganizationRow
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
}`, {"hash":"b55fc30344b8a1a10ddf0518102aa1586702b72fe44af9c8673d76366c8c37b5"}) as unknown as TypedDocumentString<OrganizationMoveMutation, OrganizationMoveMutationVariables>;
export const OrganizationNameDocument = new TypedDocumentString(`
    query OrganizationName($id: ID!) {
  organization(id: $id) {
    __typename
    id
    name
    kind
    parent {
      __typename
      id
      name
    }
  }
}
    `, {"hash":"cc496116d0262917dc8de9114a1195410c7d2cd3f18a714c3da34019e668cec4"}) as unknown as TypedDocumentString<OrganizationNameQuery, OrganizationNameQueryVariables>;
export const OrganizationReactivateDocument = new TypedDocumentString(`
    mutation OrganizationReactivate($id: ID!, $input: OrganizationReactivateInput!) {
  organizationReactivate(id: $id, input: $input) {
    __typename
    organization {
      __typename
      ...OrganizationRow
      ...OrganizationSuspension
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
fragment OrganizationSuspension on Organization {
  __typename
  suspension {
    __typename
    reason
    suspendedAt
    suspendedBy {
      __typename
      id
      displayName
    }
  }
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"55fd044649bcceaed8e792f8ab0f9f98cfec1dd962d69dc48d602171c58a6d85"}) as unknown as TypedDocumentString<OrganizationReactivateMutation, OrganizationReactivateMutationVariables>;
export const OrganizationRestoreDocument = new TypedDocumentString(`
    mutation OrganizationRestore($id: ID!, $input: OrganizationRestoreInput!) {
  organizationRestore(id: $id, input: $input) {
    __typename
    organization {
      __typename
      ...OrganizationRow
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
}`, {"hash":"988a5ded30681baf1726e118ceb1f2c33f8a1a117f00330489f002396c228d24"}) as unknown as TypedDocumentString<OrganizationRestoreMutation, OrganizationRestoreMutationVariables>;
export const OrganizationSeatsDocument = new TypedDocumentString(`
    query OrganizationSeats($id: ID!) {
  organization(id: $id) {
    __typename
    id
    seats {
      __typename
      limit
      used
    }
  }
}
    `, {"hash":"d0a3d80bf16028bbf4bae1c348e938141b3bd60f12b1144f26fd5ced137121b6"}) as unknown as TypedDocumentString<OrganizationSeatsQuery, OrganizationSeatsQueryVariables>;
export const OrganizationSsoTokenRemoveDocument = new TypedDocumentString(`
    mutation OrganizationSsoTokenRemove($id: ID!, $input: OrganizationSsoTokenRemoveInput!) {
  organizationSsoTokenRemove(id: $id, input: $input) {
    __typename
    organization {
      __typename
      ...OrganizationRow
      ssoToken {
        __typename
        last4
        createdAt
      }
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
}`, {"hash":"c1044196bdaa3f56badae09ba395cb60de3b8b3250b2826ae51c866d8e31125e"}) as unknown as TypedDocumentString<OrganizationSsoTokenRemoveMutation, OrganizationSsoTokenRemoveMutationVariables>;
export const OrganizationSsoTokenRotateDocument = new TypedDocumentString(`
    mutation OrganizationSsoTokenRotate($id: ID!, $input: OrganizationSsoTokenRotateInput!) {
  organizationSsoTokenRotate(id: $id, input: $input) {
    __typename
    organization {
      __typename
      ...OrganizationRow
      ssoToken {
        __typename
        last4
        createdAt
      }
    }
    token
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
}`, {"hash":"09e5813f3434c8cc21c88cb7775b4d79e01c2fe67dc352850dd74eb1921dd148"}) as unknown as TypedDocumentString<OrganizationSsoTokenRotateMutation, OrganizationSsoTokenRotateMutationVariables>;
export const OrganizationStatsDocument = new TypedDocumentString(`
    query OrganizationStats($search: String, $where: OrganizationWhereInput) {
  organizationStats(search: $search, where: $where) {
    __typename
    total
    active
    suspended
    customers
    subAccounts
  }
}
    `, {"hash":"f7f7741bc5186bd28a5a28102e7480fe4bd4d86f6a5c49ab34dc0eaacb6fb35f"}) as unknown as TypedDocumentString<OrganizationStatsQuery, OrganizationStatsQueryVariables>;
export const OrganizationSuspendDocument = new TypedDocumentString(`
    mutation OrganizationSuspend($id: ID!, $input: OrganizationSuspendInput!) {
  organizationSuspend(id: $id, input: $input) {
    __typename
    organization {
      __typename
      ...OrganizationRow
      ...OrganizationSuspension
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
fragment OrganizationSuspension on Organization {
  __typename
  suspension {
    __typename
    reason
    suspendedAt
    suspendedBy {
      __typename
      id
      displayName
    }
  }
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"71c2eabc137fb5f66e13c1c09cf0210443d657395440fae4a4cd8a97f0bd47cc"}) as unknown as TypedDocumentString<OrganizationSuspendMutation, OrganizationSuspendMutationVariables>;
export const OrganizationTreeDocument = new TypedDocumentString(`
    query OrganizationTree($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String, $where: OrganizationWhereInput) {
  organizations(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
    where: $where
  ) {
    __typename
    nodes {
      __typename
      ...OrganizationRow
      userCount
      children(first: 1) {
        __typename
        totalCount
      }
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
}`, {"hash":"77f3b98b3eb2db86b45fc889154b2923c6cf41e816218fa43e44da63b5783bcf"}) as unknown as TypedDocumentString<OrganizationTreeQuery, OrganizationTreeQueryVariables>;
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
  locale
  timezone
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
}`, {"hash":"28b59107b91395a0bebe1b03d77c2e0ca51cca3b8f63d6cf87b7ea7d9068954b"}) as unknown as TypedDocumentString<OrganizationUpdateMutation, OrganizationUpdateMutationVariables>;
export const OrganizationUsageDocument = new TypedDocumentString(`
    query OrganizationUsage($id: ID!, $from: Date!, $to: Date!, $by: UsagePeriod) {
  organization(id: $id) {
    __typename
    id
    usage(from: $from, to: $to) {
      __typename
      metric
      quantity
    }
    periods: usage(from: $from, to: $to, by: $by) {
      __typename
      metric
      period
      quantity
    }
  }
}
    `, {"hash":"ac51fb580054c6c2dd85d756f33f4fa8452d72ca921800ab431dff995570338d"}) as unknown as TypedDocumentString<OrganizationUsageQuery, OrganizationUsageQueryVariables>;
export const OrganizationsDeletedDocument = new TypedDocumentString(`
    query OrganizationsDeleted($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String, $orderBy: [OrganizationDeletedOrder!]) {
  organizationsDeleted(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...OrganizationRow
      deletedAt
      purgeAt
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
}`, {"hash":"6b999ea7c72ea09dd62a2cfdbb5bbbb7bf3e0cb3a7df8a1d522998ca9a7f671b"}) as unknown as TypedDocumentString<OrganizationsDeletedQuery, OrganizationsDeletedQueryVariables>;
export const OrganizationsPageDocument = new TypedDocumentString(`
    query OrganizationsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $offset: Int, $search: String, $where: OrganizationWhereInput, $orderBy: [OrganizationOrder!]) {
  organizations(
    first: $first
    after: $after
    last: $last
    before: $before
    offset: $offset
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...OrganizationRow
      tags
      plan {
        __typename
        id
        name
      }
      userCount
      creditBalance
      lastActivityAt
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
}`, {"hash":"534c48b4e08aadbdb7418538cdc79f7d276248dd85532db244dacfc10c35f530"}) as unknown as TypedDocumentString<OrganizationsPageQuery, OrganizationsPageQueryVariables>;
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
export const PlanDocument = new TypedDocumentString(`
    query Plan($id: ID!) {
  plan(id: $id) {
    __typename
    ...PlanRow
  }
}
    fragment PlanRow on Plan {
  __typename
  id
  version
  name
  description
  currency
  interval
  basePrice
  seatPrice
  includedSeats
  usagePrices {
    __typename
    metric
    included
    unitPrice
  }
  trialDays
  features
  archivedAt
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"21eaf4ea67ea29377b36514be4ed5d99f3f813cc70bd3fc17b2ee840b96420a3"}) as unknown as TypedDocumentString<PlanQuery, PlanQueryVariables>;
export const PlanArchiveDocument = new TypedDocumentString(`
    mutation PlanArchive($id: ID!, $input: PlanArchiveInput!) {
  planArchive(id: $id, input: $input) {
    __typename
    plan {
      __typename
      ...PlanRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment PlanRow on Plan {
  __typename
  id
  version
  name
  description
  currency
  interval
  basePrice
  seatPrice
  includedSeats
  usagePrices {
    __typename
    metric
    included
    unitPrice
  }
  trialDays
  features
  archivedAt
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"3402896d05938ae56909bf00fd12142fe253bf22c4af2cd5e912b027b89be4b2"}) as unknown as TypedDocumentString<PlanArchiveMutation, PlanArchiveMutationVariables>;
export const PlanCreateDocument = new TypedDocumentString(`
    mutation PlanCreate($input: PlanCreateInput!) {
  planCreate(input: $input) {
    __typename
    plan {
      __typename
      ...PlanRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment PlanRow on Plan {
  __typename
  id
  version
  name
  description
  currency
  interval
  basePrice
  seatPrice
  includedSeats
  usagePrices {
    __typename
    metric
    included
    unitPrice
  }
  trialDays
  features
  archivedAt
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"2ff4d3ae8e827180b7a54e4a9e97a482abd29fb5c669b15ba9d1ced8d49e3405"}) as unknown as TypedDocumentString<PlanCreateMutation, PlanCreateMutationVariables>;
export const PlanUpdateDocument = new TypedDocumentString(`
    mutation PlanUpdate($id: ID!, $input: PlanUpdateInput!) {
  planUpdate(id: $id, input: $input) {
    __typename
    plan {
      __typename
      ...PlanRow
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment PlanRow on Plan {
  __typename
  id
  version
  name
  description
  currency
  interval
  basePrice
  seatPrice
  includedSeats
  usagePrices {
    __typename
    metric
    included
    unitPrice
  }
  trialDays
  features
  archivedAt
  createdAt
  updatedAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"52a350ce0d487c2ff9d7e1e03f1ac6b8426cacc7e74542ce536a8521852d3d90"}) as unknown as TypedDocumentString<PlanUpdateMutation, PlanUpdateMutationVariables>;
export const PlansPageDocument = new TypedDocumentString(`
    query PlansPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String, $where: PlanWhereInput, $orderBy: [PlanOrder!]) {
  plans(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...PlanRow
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
fragment PlanRow on Plan {
  __typename
  id
  version
  name
  description
  currency
  interval
  basePrice
  seatPrice
  includedSeats
  usagePrices {
    __typename
    metric
    included
    unitPrice
  }
  trialDays
  features
  archivedAt
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"b6dbe6942e89ad1f6c96589e9cb2553aacfde0d10cbe9a1884f785bd24266fba"}) as unknown as TypedDocumentString<PlansPageQuery, PlansPageQueryVariables>;
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
export const ReleaseNoteDeleteDocument = new TypedDocumentString(`
    mutation ReleaseNoteDelete($id: ID!) {
  releaseNoteDelete(id: $id) {
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
}`, {"hash":"c0ade9e7930fb3560c002121b75e69b0d1269e89b9ba9e9313ceacddb0ed721f"}) as unknown as TypedDocumentString<ReleaseNoteDeleteMutation, ReleaseNoteDeleteMutationVariables>;
export const ReleaseNotePublishDocument = new TypedDocumentString(`
    mutation ReleaseNotePublish($input: ReleaseNotePublishInput!) {
  releaseNotePublish(input: $input) {
    __typename
    releaseNote {
      __typename
      ...ReleaseNoteRow
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
fragment ReleaseNoteRow on ReleaseNote {
  __typename
  id
  version
  release
  title
  body
  publishedAt
  updatedAt
  viewerActions
}`, {"hash":"4602786e931097566db271cc94befeff74a8a5536dd22540dfd27fd42c113e07"}) as unknown as TypedDocumentString<ReleaseNotePublishMutation, ReleaseNotePublishMutationVariables>;
export const ReleaseNoteUpdateDocument = new TypedDocumentString(`
    mutation ReleaseNoteUpdate($id: ID!, $input: ReleaseNoteUpdateInput!) {
  releaseNoteUpdate(id: $id, input: $input) {
    __typename
    releaseNote {
      __typename
      ...ReleaseNoteRow
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
fragment ReleaseNoteRow on ReleaseNote {
  __typename
  id
  version
  release
  title
  body
  publishedAt
  updatedAt
  viewerActions
}`, {"hash":"bdec38a17e817b78eda91d22dfb44867d1830fe87ed856be203beca4512f6e3a"}) as unknown as TypedDocumentString<ReleaseNoteUpdateMutation, ReleaseNoteUpdateMutationVariables>;
export const ReleaseNotesPageDocument = new TypedDocumentString(`
    query ReleaseNotesPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $where: ReleaseNoteWhereInput, $orderBy: [ReleaseNoteOrder!]) {
  releaseNotes(
    first: $first
    after: $after
    last: $last
    before: $before
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...ReleaseNoteRow
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
fragment ReleaseNoteRow on ReleaseNote {
  __typename
  id
  version
  release
  title
  body
  publishedAt
  updatedAt
  viewerActions
}`, {"hash":"a64277baf760d48f5bbb97c4b9dfa2d549e8769f3e3b3eadd64df61d7de394d4"}) as unknown as TypedDocumentString<ReleaseNotesPageQuery, ReleaseNotesPageQueryVariables>;
export const ReportCreateDocument = new TypedDocumentString(`
    mutation ReportCreate($input: ReportCreateInput!) {
  reportCreate(input: $input) {
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
}`, {"hash":"de803dcbdef9aed7fa4ef2978619063c8b32fa343645290ab98b1f957347d99a"}) as unknown as TypedDocumentString<ReportCreateMutation, ReportCreateMutationVariables>;
export const ReportScheduleCreateDocument = new TypedDocumentString(`
    mutation ReportScheduleCreate($input: ReportScheduleCreateInput!) {
  reportScheduleCreate(input: $input) {
    __typename
    reportSchedule {
      __typename
      ...ReportScheduleRow
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
fragment ReportScheduleRow on ReportSchedule {
  __typename
  id
  version
  name
  kind
  format
  cadence
  hour
  active
  nextRunAt
  lastRunAt
  organizations {
    __typename
    id
    name
  }
  recipients {
    __typename
    id
    displayName
    email
  }
  viewerActions
}`, {"hash":"a3a94b002fbbe358b60494fade17f2a9539580156bd1ef66bcd7ffcab76aa8b9"}) as unknown as TypedDocumentString<ReportScheduleCreateMutation, ReportScheduleCreateMutationVariables>;
export const ReportScheduleDeleteDocument = new TypedDocumentString(`
    mutation ReportScheduleDelete($id: ID!, $expectedVersion: Int) {
  reportScheduleDelete(id: $id, expectedVersion: $expectedVersion) {
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
}`, {"hash":"9f7281556c54ef434ae9b53e7c6ef6b256c0cc776c8b07ae64394e9ce88eed06"}) as unknown as TypedDocumentString<ReportScheduleDeleteMutation, ReportScheduleDeleteMutationVariables>;
export const ReportScheduleUpdateDocument = new TypedDocumentString(`
    mutation ReportScheduleUpdate($id: ID!, $input: ReportScheduleUpdateInput!) {
  reportScheduleUpdate(id: $id, input: $input) {
    __typename
    reportSchedule {
      __typename
      ...ReportScheduleRow
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
fragment ReportScheduleRow on ReportSchedule {
  __typename
  id
  version
  name
  kind
  format
  cadence
  hour
  active
  nextRunAt
  lastRunAt
  organizations {
    __typename
    id
    name
  }
  recipients {
    __typename
    id
    displayName
    email
  }
  viewerActions
}`, {"hash":"a274a6692bd9b29965942e4d6f70c21abb57d0e287de0cc956cba402b0375961"}) as unknown as TypedDocumentString<ReportScheduleUpdateMutation, ReportScheduleUpdateMutationVariables>;
export const ReportSchedulesDocument = new TypedDocumentString(`
    query ReportSchedules($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String, $where: ReportScheduleWhereInput, $orderBy: [ReportScheduleOrder!]) {
  reportSchedules(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...ReportScheduleRow
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
fragment ReportScheduleRow on ReportSchedule {
  __typename
  id
  version
  name
  kind
  format
  cadence
  hour
  active
  nextRunAt
  lastRunAt
  organizations {
    __typename
    id
    name
  }
  recipients {
    __typename
    id
    displayName
    email
  }
  viewerActions
}`, {"hash":"b48cf1f50bc72cd2088e9cc7d6e8561d29c120dee9145a5fe6a6eee3e7b5759f"}) as unknown as TypedDocumentString<ReportSchedulesQuery, ReportSchedulesQueryVariables>;
export const ReportsDocument = new TypedDocumentString(`
    query Reports {
  reports {
    __typename
    kind
    name
    description
    columns {
      __typename
      key
      description
    }
  }
}
    `, {"hash":"df3ec5ac58430de273a756c39253eb2558c5b96f4e8bb62b320d656ad5b78663"}) as unknown as TypedDocumentString<ReportsQuery, ReportsQueryVariables>;
export const ResellerFeaturesUpdateDocument = new TypedDocumentString(`
    mutation ResellerFeaturesUpdate($input: ResellerFeaturesUpdateInput!) {
  resellerFeaturesUpdate(input: $input) {
    __typename
    organization {
      __typename
      id
      version
      seats {
        __typename
        limit
        used
      }
      features {
        __typename
        ...OrganizationFeatureRow
      }
    }
    errors {
      __typename
      ...Refusal
    }
  }
}
    fragment OrganizationFeatureRow on OrganizationFeature {
  __typename
  feature {
    __typename
    key
    name
    description
  }
  enabled
  switchedOn
  entitled
  hidden
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"628adefce99405b91c42ea4850ac2e4137199730f70a58d41835813ab8ff048f"}) as unknown as TypedDocumentString<ResellerFeaturesUpdateMutation, ResellerFeaturesUpdateMutationVariables>;
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
export const RoleDetailDocument = new TypedDocumentString(`
    query RoleDetail($id: ID!) {
  node(id: $id) {
    __typename
    ...RoleRow
    ... on Role {
      __typename
      userCount
    }
  }
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
}`, {"hash":"a41291b2ecebfa9368f664cf0dc0c03da71269b5f0b3328e3a3a2fd1d0e505aa"}) as unknown as TypedDocumentString<RoleDetailQuery, RoleDetailQueryVariables>;
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
    query Roles($first: Int, $after: Cursor, $last: Int, $before: Cursor, $family: [RoleFamily!], $search: String, $organizationId: ID, $grantable: Boolean! = false, $userCounts: Boolean! = false) {
  roles(
    first: $first
    after: $after
    last: $last
    before: $before
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
}`, {"hash":"3dcce21453e480021456eba36c9211013206f46ff133a8730622595d3b635505"}) as unknown as TypedDocumentString<RolesQuery, RolesQueryVariables>;
export const ServiceIncidentDocument = new TypedDocumentString(`
    query ServiceIncident($id: ID!) {
  serviceIncident(id: $id) {
    __typename
    ...ServiceIncidentRow
  }
}
    fragment ServiceIncidentRow on ServiceIncident {
  __typename
  id
  version
  title
  severity
  status
  startedAt
  resolvedAt
  updates {
    __typename
    status
    body
    createdAt
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"18b67999df8098378d4b597ad3afb10df7903bb45dd144fa78c897839876f595"}) as unknown as TypedDocumentString<ServiceIncidentQuery, ServiceIncidentQueryVariables>;
export const ServiceIncidentDeleteDocument = new TypedDocumentString(`
    mutation ServiceIncidentDelete($id: ID!) {
  serviceIncidentDelete(id: $id) {
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
}`, {"hash":"817577aacecfee8657336eefd4e046b19cbb6a27a9b6f6548dc758190c457e80"}) as unknown as TypedDocumentString<ServiceIncidentDeleteMutation, ServiceIncidentDeleteMutationVariables>;
export const ServiceIncidentOpenDocument = new TypedDocumentString(`
    mutation ServiceIncidentOpen($input: ServiceIncidentOpenInput!) {
  serviceIncidentOpen(input: $input) {
    __typename
    serviceIncident {
      __typename
      ...ServiceIncidentRow
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
fragment ServiceIncidentRow on ServiceIncident {
  __typename
  id
  version
  title
  severity
  status
  startedAt
  resolvedAt
  updates {
    __typename
    status
    body
    createdAt
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"b00afb5c97638755ce00595fcabbbde350bd19c76fedc0ad72bec610263bbcad"}) as unknown as TypedDocumentString<ServiceIncidentOpenMutation, ServiceIncidentOpenMutationVariables>;
export const ServiceIncidentUpdateDocument = new TypedDocumentString(`
    mutation ServiceIncidentUpdate($id: ID!, $input: ServiceIncidentUpdateInput!) {
  serviceIncidentUpdate(id: $id, input: $input) {
    __typename
    serviceIncident {
      __typename
      ...ServiceIncidentRow
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
fragment ServiceIncidentRow on ServiceIncident {
  __typename
  id
  version
  title
  severity
  status
  startedAt
  resolvedAt
  updates {
    __typename
    status
    body
    createdAt
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"7a21c65c13591fe101201992e5b4286b9bac22fed40ef71edc94844665bd3f7d"}) as unknown as TypedDocumentString<ServiceIncidentUpdateMutation, ServiceIncidentUpdateMutationVariables>;
export const ServiceIncidentsPageDocument = new TypedDocumentString(`
    query ServiceIncidentsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $where: ServiceIncidentWhereInput, $orderBy: [ServiceIncidentOrder!]) {
  serviceIncidents(
    first: $first
    after: $after
    last: $last
    before: $before
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...ServiceIncidentRow
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
fragment ServiceIncidentRow on ServiceIncident {
  __typename
  id
  version
  title
  severity
  status
  startedAt
  resolvedAt
  updates {
    __typename
    status
    body
    createdAt
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"f15936b5866f8aea358102998b7eff91f7c6074ceb7abd79afd2d6a7f8361f17"}) as unknown as TypedDocumentString<ServiceIncidentsPageQuery, ServiceIncidentsPageQueryVariables>;
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
export const SessionCreateBySsoDocument = new TypedDocumentString(`
    mutation SessionCreateBySso($input: SessionCreateBySsoInput!) {
  sessionCreateBySso(input: $input) {
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
}`, {"hash":"85942c27a8c10cb1bca165d23814bec9de0a6f2596a3db1a2a9d8f78d7261d0f"}) as unknown as TypedDocumentString<SessionCreateBySsoMutation, SessionCreateBySsoMutationVariables>;
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
    query Sessions($first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  sessions(first: $first, after: $after, last: $last, before: $before) {
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
}`, {"hash":"286e1549c51227d19631438495c002c455122fea59ef74698f9398e137907fe9"}) as unknown as TypedDocumentString<SessionsQuery, SessionsQueryVariables>;
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
export const SignInLookDocument = new TypedDocumentString(`
    query SignInLook($host: String!, $portal: Portal) {
  branding(host: $host, portal: $portal) {
    __typename
    ...BrandingLookFields
  }
}
    fragment BrandingLookFields on BrandingLook {
  __typename
  productName
  primaryColor
  onPrimaryColor
  accentColor
  onAccentColor
  supportEmail
  supportUrl
  logoUrl
  portal
}`, {"hash":"b459f029a4e52af30c24fddc37a00907f9f94ed59747f34e296fee8f8b9491db"}) as unknown as TypedDocumentString<SignInLookQuery, SignInLookQueryVariables>;
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
export const StatusSubscriptionDocument = new TypedDocumentString(`
    query StatusSubscription {
  statusSubscription {
    __typename
    incidents
    releaseNotes
  }
}
    `, {"hash":"adf486532134a103d2faef497d77e8810e2624673a34a916e198dbbfa868ee54"}) as unknown as TypedDocumentString<StatusSubscriptionQuery, StatusSubscriptionQueryVariables>;
export const StatusSubscriptionSetDocument = new TypedDocumentString(`
    mutation StatusSubscriptionSet($incidents: Boolean, $releaseNotes: Boolean) {
  statusSubscriptionSet(incidents: $incidents, releaseNotes: $releaseNotes) {
    __typename
    statusSubscription {
      __typename
      incidents
      releaseNotes
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
}`, {"hash":"771d7efd3d1aadbf55cb150f1c3f4bdc461d2d4041138f3cced5d0763ff6f8fe"}) as unknown as TypedDocumentString<StatusSubscriptionSetMutation, StatusSubscriptionSetMutationVariables>;
export const StorageAccountDocument = new TypedDocumentString(`
    query StorageAccount($id: ID!) {
  storageAccount(id: $id) {
    __typename
    ...StorageAccountRow
  }
}
    fragment StorageAccountRow on StorageAccount {
  __typename
  id
  version
  name
  region
  quotaBytes
  usedBytes
  usedPercent
  measuredAt
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"4ac6198752fc958d509057a2c4368288df4bea96a699c48b9efa4c53ba9307cf"}) as unknown as TypedDocumentString<StorageAccountQuery, StorageAccountQueryVariables>;
export const StorageAccountCreateDocument = new TypedDocumentString(`
    mutation StorageAccountCreate($input: StorageAccountCreateInput!) {
  storageAccountCreate(input: $input) {
    __typename
    storageAccount {
      __typename
      ...StorageAccountRow
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
fragment StorageAccountRow on StorageAccount {
  __typename
  id
  version
  name
  region
  quotaBytes
  usedBytes
  usedPercent
  measuredAt
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"38d08c14feba9ccf32b34621504929df2c472f26b3d86e1167b9a4b06087ac1b"}) as unknown as TypedDocumentString<StorageAccountCreateMutation, StorageAccountCreateMutationVariables>;
export const StorageAccountDeleteDocument = new TypedDocumentString(`
    mutation StorageAccountDelete($id: ID!, $confirmName: String!) {
  storageAccountDelete(id: $id, confirmName: $confirmName) {
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
}`, {"hash":"781b134c9d416438918863965eb46b84b1a323b2f594e566482c094b04c4ef43"}) as unknown as TypedDocumentString<StorageAccountDeleteMutation, StorageAccountDeleteMutationVariables>;
export const StorageAccountUpdateDocument = new TypedDocumentString(`
    mutation StorageAccountUpdate($id: ID!, $input: StorageAccountUpdateInput!) {
  storageAccountUpdate(id: $id, input: $input) {
    __typename
    storageAccount {
      __typename
      ...StorageAccountRow
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
fragment StorageAccountRow on StorageAccount {
  __typename
  id
  version
  name
  region
  quotaBytes
  usedBytes
  usedPercent
  measuredAt
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"36ba7b25c8ec759507db36c792370104df88c97b34cb6c82fa3e9b41ad469019"}) as unknown as TypedDocumentString<StorageAccountUpdateMutation, StorageAccountUpdateMutationVariables>;
export const StorageAccountUsageSetDocument = new TypedDocumentString(`
    mutation StorageAccountUsageSet($id: ID!, $usedBytes: BigInt!) {
  storageAccountUsageSet(id: $id, usedBytes: $usedBytes) {
    __typename
    storageAccount {
      __typename
      ...StorageAccountRow
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
fragment StorageAccountRow on StorageAccount {
  __typename
  id
  version
  name
  region
  quotaBytes
  usedBytes
  usedPercent
  measuredAt
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"7bef31abadc81f0d813f2aecc56a0e22a7d32fc2745cba56f5c462a31b4c4dac"}) as unknown as TypedDocumentString<StorageAccountUsageSetMutation, StorageAccountUsageSetMutationVariables>;
export const StorageAccountsPageDocument = new TypedDocumentString(`
    query StorageAccountsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String, $where: StorageAccountWhereInput, $orderBy: [StorageAccountOrder!]) {
  storageAccounts(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...StorageAccountRow
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
fragment StorageAccountRow on StorageAccount {
  __typename
  id
  version
  name
  region
  quotaBytes
  usedBytes
  usedPercent
  measuredAt
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"23fd7227656b33127758324cca112d9de368e2fc79911703f842228d88558c9e"}) as unknown as TypedDocumentString<StorageAccountsPageQuery, StorageAccountsPageQueryVariables>;
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
export const UsageDocument = new TypedDocumentString(`
    query Usage($where: UsageWhereInput!, $groupBy: [UsageGroup!], $first: Int) {
  usage(where: $where, groupBy: $groupBy, first: $first) {
    __typename
    rows {
      __typename
      organization {
        __typename
        id
        name
      }
      metric
      period
      quantity
      records
    }
    hasMore
  }
}
    `, {"hash":"228212a21686ed3d7d90279985bcea3a1e729d5f54c867ab5380ecb7d544e6af"}) as unknown as TypedDocumentString<UsageQuery, UsageQueryVariables>;
export const UsageMetricsDocument = new TypedDocumentString(`
    query UsageMetrics {
  usageMetrics {
    __typename
    key
    name
    unit
  }
}
    `, {"hash":"9bae38625a6dc67ce76761c69115b8273bffe6e569fd7daad0ce6cac32eec365"}) as unknown as TypedDocumentString<UsageMetricsQuery, UsageMetricsQueryVariables>;
export const UsageRecordDocument = new TypedDocumentString(`
    mutation UsageRecord($input: UsageRecordInput!) {
  usageRecord(input: $input) {
    __typename
    accepted
    duplicates
    rejected
    rejections {
      __typename
      ...Refusal
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
}`, {"hash":"0c30fe00c6c1fd923b2f98f016883c38e1461e26e1ce0bbd6d9405aa18f88a8a"}) as unknown as TypedDocumentString<UsageRecordMutation, UsageRecordMutationVariables>;
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
    kind
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  acceptedAt
  revokedAt
  createdAt
  viewerActions
}
fragment Refusal on MutationError {
  __typename
  code
  message
  path
  relatedIds
}`, {"hash":"dfece04298317a8a1fc25cb1f5157b050ed2d4c6097cd2370648793fcdcd523f"}) as unknown as TypedDocumentString<UserActivationEmailSendMutation, UserActivationEmailSendMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"dc4b9a6eb7fa4b277503f2e9fabe423f1c0967dbea7537a8aec50581ef4a67d0"}) as unknown as TypedDocumentString<UserByExternalIdQuery, UserByExternalIdQueryVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"bed05a8a7b0761abcc5a3021ba91674a1d9e1a4ad88cfcaac216960f631c5c21"}) as unknown as TypedDocumentString<UserChangedSubscription, UserChangedSubscriptionVariables>;
export const UserChoicesDocument = new TypedDocumentString(`
    query UserChoices($search: String, $where: UserWhereInput) {
  users(
    first: 20
    search: $search
    where: $where
    orderBy: [{field: DISPLAY_NAME, direction: ASC}]
  ) {
    __typename
    nodes {
      __typename
      id
      displayName
      email
      initials
      organization {
        __typename
        id
        name
      }
    }
  }
}
    `, {"hash":"50baa55c5796e5359065ab5d898d029eeb155963e7acde1e9266204c2897130a"}) as unknown as TypedDocumentString<UserChoicesQuery, UserChoicesQueryVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"35b5d08dce47abd4018a6338da9b1461feecf4039a35893fb6d6d669f84b8892"}) as unknown as TypedDocumentString<UserCreateMutation, UserCreateMutationVariables>;
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
    updatedAt
    roles {
      __typename
      id
      name
      description
      family
      permissions
    }
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
    kind
  }
  inviter {
    __typename
    id
    displayName
  }
  expiresAt
  lastSentAt
  sendCount
  acceptedAt
  revokedAt
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"72e9d6eaf38e9e65833b9f62e68afb054213921bd731d1938cf1f007dcc61fa3"}) as unknown as TypedDocumentString<UserDetailQuery, UserDetailQueryVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"c362a048abffe67e6db7ae604ffda42fbb4bb223b640e74728d3443dbfc00afa"}) as unknown as TypedDocumentString<UserEmailChangeMutation, UserEmailChangeMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"24d14ed5160a2d261c55f7a87c97c8f935e735c08c74ba2cdf27596662dd20bf"}) as unknown as TypedDocumentString<UserEmailChangeCancelMutation, UserEmailChangeCancelMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"061eaa8c8b14c5a51ba18fa990754ff0d876d52502e80bcac497bcbeb75149a0"}) as unknown as TypedDocumentString<UserFindQuery, UserFindQueryVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"781f8dec0588dc7a9870202aefd35957feee4b9b9e0f7c01a3de450a9b7bf756"}) as unknown as TypedDocumentString<UserPasswordResetMutation, UserPasswordResetMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"24098efffe5da358a47f848ec31e924a5176e23806fd93f296e8d446fd154b45"}) as unknown as TypedDocumentString<UserPasswordResetLinkSendMutation, UserPasswordResetLinkSendMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"09ac9da43a8b29166a2cc0be1f917e32b4b05dcd2d5b0f3a6d99b69908b2c8ba"}) as unknown as TypedDocumentString<UserReactivateMutation, UserReactivateMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"a0b2f6c6c362a3ec010aac71d390a4b31dd891d638728e4d73ae21c92cd10e2a"}) as unknown as TypedDocumentString<UserRolesSetMutation, UserRolesSetMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"4e801b75c781f0879a82ae211df1b081b43b0ed4b4eee604c9eba1049c8e2a05"}) as unknown as TypedDocumentString<UserSessionsEndMutation, UserSessionsEndMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"d747b612bff5899f189ffc748730be646bbd6d88d278c1dca8ed4b45b1cc691e"}) as unknown as TypedDocumentString<UserSuspendMutation, UserSuspendMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"be5718886774ec970b440d829e0d5aa9715abdd714d3c4c07c5909d657c66d3c"}) as unknown as TypedDocumentString<UserTwoFactorResetMutation, UserTwoFactorResetMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"76e3de52ec85437fa763cdfe7002179c222c39523c4bd1a064c819f5bb77da2a"}) as unknown as TypedDocumentString<UserUpdateMutation, UserUpdateMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"761c9eedc7e5ffdf209e81ac2eae7b9c542d1369a2074f509c40b05e96352fca"}) as unknown as TypedDocumentString<UsersBulkChangeMutation, UsersBulkChangeMutationVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"31eb880333f6466a26e5f421c7a5f360d6787f3cf20e53a248a08caf4fa08347"}) as unknown as TypedDocumentString<UsersImportMutation, UsersImportMutationVariables>;
export const UsersPageDocument = new TypedDocumentString(`
    query UsersPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $offset: Int, $search: String, $where: UserWhereInput, $orderBy: [UserOrder!]) {
  users(
    first: $first
    after: $after
    last: $last
    before: $before
    offset: $offset
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"111cd959091f4cd5b6a8785780ca802b03de0267b81df3a01e2dd5a5fd3a15f6"}) as unknown as TypedDocumentString<UsersPageQuery, UsersPageQueryVariables>;
export const UsersRowsDocument = new TypedDocumentString(`
    query UsersRows($first: Int, $after: Cursor, $last: Int, $before: Cursor, $offset: Int, $search: String, $where: UserWhereInput, $orderBy: [UserOrder!]) {
  users(
    first: $first
    after: $after
    last: $last
    before: $before
    offset: $offset
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"f43c32bf73311618e826c47dbf44bd532ce1f8bbfa0142b39df364666132296a"}) as unknown as TypedDocumentString<UsersRowsQuery, UsersRowsQueryVariables>;
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
export const ViewerActivityDocument = new TypedDocumentString(`
    query ViewerActivity($first: Int, $after: Cursor, $last: Int, $before: Cursor) {
  viewer {
    __typename
    id
    auditEvents(first: $first, after: $after, last: $last, before: $before) {
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
}`, {"hash":"7d2aa7806ce7bc864fad04f949541c2b54f1b82f4e103aac55ba3a8e26a4e95c"}) as unknown as TypedDocumentString<ViewerActivityQuery, ViewerActivityQueryVariables>;
export const ViewerImpersonationDocument = new TypedDocumentString(`
    query ViewerImpersonation {
  viewer {
    __typename
    id
    impersonation {
      __typename
      id
      actorName
      mode
      reason
      expiresAt
    }
  }
}
    `, {"hash":"ec064bc623ba90875ab8581b8ec57c3617097019ce3e61a58afb0675be2f5334"}) as unknown as TypedDocumentString<ViewerImpersonationQuery, ViewerImpersonationQueryVariables>;
export const ViewerLookDocument = new TypedDocumentString(`
    query ViewerLook($portal: Portal!) {
  viewer {
    __typename
    id
    branding(portal: $portal) {
      __typename
      ...BrandingLookFields
    }
  }
}
    fragment BrandingLookFields on BrandingLook {
  __typename
  productName
  primaryColor
  onPrimaryColor
  accentColor
  onAccentColor
  supportEmail
  supportUrl
  logoUrl
  portal
}`, {"hash":"bec40888969528c87d51fbcb2ba160fd4c324cd69283b3f16bf89629c5f987e8"}) as unknown as TypedDocumentString<ViewerLookQuery, ViewerLookQueryVariables>;
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
  twoFactorEnabled
  lastLoginAt
  lastActivityAt
  createdAt
  viewerActions
}`, {"hash":"dd743b3097358f56f9b1686b31e025e23eb5b6d74aad53b67a61eab33db23b04"}) as unknown as TypedDocumentString<ViewerProfileQuery, ViewerProfileQueryVariables>;
export const ViewerSecurityDocument = new TypedDocumentString(`
    query ViewerSecurity($first: Int, $after: Cursor, $last: Int, $before: Cursor) {
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
    auditEvents(first: $first, after: $after, last: $last, before: $before) {
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
}`, {"hash":"72197f87898d416e2199223979a203150770c6e03aa0f4a800ebf510445cd83d"}) as unknown as TypedDocumentString<ViewerSecurityQuery, ViewerSecurityQueryVariables>;
export const WebhookEndpointDocument = new TypedDocumentString(`
    query WebhookEndpoint($id: ID!) {
  webhookEndpoint(id: $id) {
    __typename
    ...WebhookEndpointRow
  }
}
    fragment WebhookEndpointRow on WebhookEndpoint {
  __typename
  id
  version
  name
  url
  events
  selection
  active
  secretVersion
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"164ded8ab0cd3b74da6a0dbe35869d956a04ef2637939086f734fca5a733703b"}) as unknown as TypedDocumentString<WebhookEndpointQuery, WebhookEndpointQueryVariables>;
export const WebhookEndpointCreateDocument = new TypedDocumentString(`
    mutation WebhookEndpointCreate($input: WebhookEndpointCreateInput!) {
  webhookEndpointCreate(input: $input) {
    __typename
    webhookEndpoint {
      __typename
      ...WebhookEndpointRow
    }
    secret
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
fragment WebhookEndpointRow on WebhookEndpoint {
  __typename
  id
  version
  name
  url
  events
  selection
  active
  secretVersion
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"230dce1b7bd1c5e3d90bfc81ba239bfa95bf9748dede0e7b7e17f3942912f5b8"}) as unknown as TypedDocumentString<WebhookEndpointCreateMutation, WebhookEndpointCreateMutationVariables>;
export const WebhookEndpointDeleteDocument = new TypedDocumentString(`
    mutation WebhookEndpointDelete($id: ID!) {
  webhookEndpointDelete(id: $id) {
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
}`, {"hash":"b473e52eeb9aaab4051259960b4dabd39574198ee10af980093d889a2b1f151f"}) as unknown as TypedDocumentString<WebhookEndpointDeleteMutation, WebhookEndpointDeleteMutationVariables>;
export const WebhookEndpointDisableDocument = new TypedDocumentString(`
    mutation WebhookEndpointDisable($id: ID!, $expectedVersion: Int) {
  webhookEndpointDisable(id: $id, expectedVersion: $expectedVersion) {
    __typename
    webhookEndpoint {
      __typename
      ...WebhookEndpointRow
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
fragment WebhookEndpointRow on WebhookEndpoint {
  __typename
  id
  version
  name
  url
  events
  selection
  active
  secretVersion
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"08f92146e1254dedeacf88275caa192316eedf092d056cc27a66bb76ccf70a04"}) as unknown as TypedDocumentString<WebhookEndpointDisableMutation, WebhookEndpointDisableMutationVariables>;
export const WebhookEndpointEnableDocument = new TypedDocumentString(`
    mutation WebhookEndpointEnable($id: ID!, $expectedVersion: Int) {
  webhookEndpointEnable(id: $id, expectedVersion: $expectedVersion) {
    __typename
    webhookEndpoint {
      __typename
      ...WebhookEndpointRow
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
fragment WebhookEndpointRow on WebhookEndpoint {
  __typename
  id
  version
  name
  url
  events
  selection
  active
  secretVersion
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"a5aa7a8a59ded8c56ff8e12535f32e5775d0a3f79b27fa66044e8272b70b9b98"}) as unknown as TypedDocumentString<WebhookEndpointEnableMutation, WebhookEndpointEnableMutationVariables>;
export const WebhookEndpointSecretRotateDocument = new TypedDocumentString(`
    mutation WebhookEndpointSecretRotate($id: ID!) {
  webhookEndpointSecretRotate(id: $id) {
    __typename
    webhookEndpoint {
      __typename
      ...WebhookEndpointRow
    }
    secret
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
fragment WebhookEndpointRow on WebhookEndpoint {
  __typename
  id
  version
  name
  url
  events
  selection
  active
  secretVersion
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"c5ecf90012130775bae8d2c85a031a7597cad5646bacbc9f9a1a1a8505242f20"}) as unknown as TypedDocumentString<WebhookEndpointSecretRotateMutation, WebhookEndpointSecretRotateMutationVariables>;
export const WebhookEndpointUpdateDocument = new TypedDocumentString(`
    mutation WebhookEndpointUpdate($id: ID!, $input: WebhookEndpointUpdateInput!) {
  webhookEndpointUpdate(id: $id, input: $input) {
    __typename
    webhookEndpoint {
      __typename
      ...WebhookEndpointRow
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
fragment WebhookEndpointRow on WebhookEndpoint {
  __typename
  id
  version
  name
  url
  events
  selection
  active
  secretVersion
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"090ab57d6a72700086c5a4fc5fdacb2976bcfe2d803733628afa064972783685"}) as unknown as TypedDocumentString<WebhookEndpointUpdateMutation, WebhookEndpointUpdateMutationVariables>;
export const WebhookEndpointsPageDocument = new TypedDocumentString(`
    query WebhookEndpointsPage($first: Int, $after: Cursor, $last: Int, $before: Cursor, $search: String, $where: WebhookEndpointWhereInput, $orderBy: [WebhookEndpointOrder!]) {
  webhookEndpoints(
    first: $first
    after: $after
    last: $last
    before: $before
    search: $search
    where: $where
    orderBy: $orderBy
  ) {
    __typename
    nodes {
      __typename
      ...WebhookEndpointRow
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
fragment WebhookEndpointRow on WebhookEndpoint {
  __typename
  id
  version
  name
  url
  events
  selection
  active
  secretVersion
  organization {
    __typename
    id
    name
  }
  createdAt
  updatedAt
  viewerActions
}`, {"hash":"ff44963c3a1928e6041a47ccc6c11d488c04299bf25d68d12a25f46690809f3e"}) as unknown as TypedDocumentString<WebhookEndpointsPageQuery, WebhookEndpointsPageQueryVariables>;
export const WebhookEventsDocument = new TypedDocumentString(`
    query WebhookEvents {
  webhookEvents {
    __typename
    key
    description
  }
}
    `, {"hash":"3802c84ad6ec1da7d0446b92c6901700295e6a60c4f018a3aace114dfad18d34"}) as unknown as TypedDocumentString<WebhookEventsQuery, WebhookEventsQueryVariables>;
