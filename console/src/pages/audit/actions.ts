/** What the log can tell, by the things it tells about. What is missing here is shown by its own name. */
export const actions = {
  session: ['created', 'revoked', 'stepped_up'],
  sso: ['exchanged', 'refused'],
  user: [
    'created',
    'activated',
    'updated',
    'suspended',
    'reactivated',
    'deleted',
    'roles_changed',
    'rejoined',
    'sessions_ended',
    'email_change_requested',
    'email_change_cancelled',
    'email_changed',
    'password_changed',
    'password_forgotten',
    'password_link_sent',
    'password_reset',
    'totp_enrolled',
    'totp_removed',
    'two_factor_reset',
    'recovery_code_used',
    'recovery_codes_renewed',
    'passkey_registered',
    'passkey_renamed',
    'passkey_removed',
    'passkey_refused',
    'status_subscription_changed',
  ],
  users: ['imported', 'bulk_changed', 'exported', 'export_finished', 'dormant_reported'],
  invitation: ['created', 'resent', 'reminded', 'revoked', 'accepted'],
  membership: ['joined', 'updated', 'deactivated', 'reactivated', 'removed'],
  role: ['created', 'updated', 'deleted', 'two_factor_changed'],
  organization: [
    'created',
    'updated',
    'suspended',
    'reactivated',
    'deleted',
    'restored',
    'purged',
    'features_changed',
    'two_factor_set',
    'login_as_consent_set',
    'sso_token_rotated',
    'sso_token_removed',
  ],
  organizations: ['exported', 'export_finished'],
  audit: ['exported', 'export_finished'],
  impersonation: ['requested', 'approved', 'denied', 'started', 'ended'],
  credit: ['granted', 'topped_up', 'allocated', 'adjusted', 'reversed', 'used', 'low', 'low_mark_set', 'statement_exported', 'statement_export_finished'],
  plan: ['created', 'updated', 'archived'],
  subscription: ['created', 'updated', 'canceled', 'resumed', 'past_due'],
  billing_account: ['created', 'updated'],
  invoice: ['created', 'payment_recorded', 'past_due', 'voided'],
  branding: ['updated', 'reset', 'logo_set', 'logo_removed', 'domain_set', 'domain_verified', 'domain_removed'],
  custom_model: ['created', 'updated', 'activated', 'retired', 'deleted'],
  storage_account: ['created', 'updated', 'deleted'],
  webhook_endpoint: ['created', 'updated', 'enabled', 'disabled', 'secret_rotated', 'deleted'],
  api_credential: ['created', 'updated', 'revoked'],
  api_service: ['configured'],
  usage: ['recorded'],
  report: ['ordered', 'finished'],
  report_schedule: ['created', 'updated', 'run', 'deleted'],
  export: ['downloaded'],
  job: ['canceled'],
  mail: ['resent', 'sender_changed'],
  service_incident: ['opened', 'updated', 'deleted'],
  release_note: ['published', 'updated', 'deleted'],
  reseller: ['created'],
} as const

export type Noun = keyof typeof actions
export type Names = { [N in Noun]: Record<(typeof actions)[N][number], string> }

export const nouns = Object.keys(actions) as [Noun, ...Noun[]]
export const isNoun = (word: string | undefined): word is Noun => !!word && word in actions

/** What the log calls that which was turned away. */
export const refusals = nouns.flatMap((noun) => actions[noun].map((verb) => `${noun}.${verb}`)).filter((action) => /[._](refused|denied)$/.test(action))

/** Types of what lines are about. */
export const types = [
  'ApiCredential',
  'BillingAccount',
  'BillingSubscription',
  'CreditEntry',
  'CustomModel',
  'DeadMail',
  'Impersonation',
  'Invitation',
  'Invoice',
  'Job',
  'Organization',
  'Plan',
  'ReleaseNote',
  'ReportSchedule',
  'Role',
  'ServiceIncident',
  'Session',
  'StorageAccount',
  'User',
  'WebhookEndpoint',
] as const

export type TargetType = (typeof types)[number]
export const isType = (word: string | undefined): word is TargetType => types.some((one) => one === word)

/** Something went wrong or was turned away. */
export const unhappy = (action: string): boolean => refusals.includes(action) || /\.(past_due|low)$/.test(action)
