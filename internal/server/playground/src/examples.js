// The groups of the list of examples, in its order. An operation stands in the
// first one that its name fits.
const nouns = [
  ['Signing in', /^(Sign(?!InLook)|Session(Challenge|Passkey|StepUp|CreateBySso))/],
  ['Own account', /^(Viewer(?!Impersonation)|Session|Password|Totp|Passkey|Recovery|UserEmailConfirm$)/],
  ['Users', /^Users?[A-Z]/],
  ['Members', /^(Member|Modules$)/],
  ['Roles', /^(Role|Permission|ExplainAccess$)/],
  ['Invitations', /^Invitation/],
  ['Organizations', /^Organization(?!Features|Billing|Usage|Consent)/],
  ['Features and seats', /^(Features|OrganizationFeatures|ResellerFeatures)/],
  ['Credits', /^Credit/],
  ['Plans and invoices', /^(Plan|Billing|Invoice|OrganizationBilling$)/],
  ['Usage and reports', /^(Usage|Report|OrganizationUsage$)/],
  ['Branding', /^(Branding|SignInLook$)/],
  ['Entering portals', /^(LoginAs|Impersonation|ViewerImpersonation$|OrganizationConsent)/],
  ['Models and storage', /^(CustomModel|StorageAccount)/],
  ['Webhooks and API keys', /^(Webhook|Api)/],
  ['Service status', /^(ServiceIncident|ReleaseNote|StatusSubscription)/],
  ['Long work', /^(Job|Export)/],
  ['Mail', /^(DeadMail|MailSender)/],
  ['Audit log', /^Audit/],
  ['Others', /./],
]

// grouped sorts names of operations into groups that are not empty:
// [label, names] each.
export function grouped(names) {
  const groups = nouns.map(([label]) => [label, []])
  for (const name of [...names].sort()) {
    groups[nouns.findIndex(([, fits]) => fits.test(name))][1].push(name)
  }
  return groups.filter(([, found]) => found.length > 0)
}
