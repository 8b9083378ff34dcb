// The operations that a group of users comes for, in the order of a first day.
// Whoever chooses one gets a tab for each.
export const audiences = {
  'Administrators of a reseller': ['Viewer', 'UsersPage', 'InvitationsCreate', 'UserRolesPreview', 'UserSuspend', 'OrganizationCreate', 'LoginAs', 'AuditEvents'],
  'Support of a reseller': ['Viewer', 'OrganizationsPage', 'OrganizationDetail', 'UserFind', 'UserPasswordResetLinkSend', 'ServiceIncidentsPage'],
  'Readers of a reseller': ['Viewer', 'OrganizationsPage', 'Usage', 'Reports', 'ReleaseNotesPage'],
  'Administrators of a customer': ['Viewer', 'UserStats', 'UsersPage', 'UserCreate', 'MemberUpdate', 'OrganizationBilling', 'OrganizationConsentSet'],
  'Administrators of a tenant': ['Viewer', 'UsersPage', 'UserCreate', 'UserPasswordReset', 'Roles', 'ExplainAccess'],
  'Everybody, for the own account': ['Viewer', 'ViewerProfile', 'ViewerSecurity', 'Sessions', 'PasswordChange', 'TotpEnroll'],
  'Developers of a single-page app': ['SignIn', 'Viewer', 'UsersPage', 'UserUpdate', 'UserChanged', 'JobChanged', 'SignOut'],
  'Partner apps': ['ApiCredentialCreate', 'UserByExternalId', 'UsersImport', 'UsageRecord', 'WebhookEndpointCreate'],
}
