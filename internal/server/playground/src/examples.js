// The groups of the list of examples, in its order. An operation stands in the
// first one that its name fits.
const nouns = [
  ['Signing in', /^(Sign|Session(Challenge|Passkey|StepUp))/],
  ['Own account', /^(Viewer|Session|Password|Totp|Passkey|Recovery|UserEmailConfirm$)/],
  ['Users', /^Users?[A-Z]/],
  ['Members', /^(Member|Modules$)/],
  ['Roles', /^(Role|Permission|ExplainAccess$)/],
  ['Invitations', /^Invitation/],
  ['Organizations', /^Organization/],
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
