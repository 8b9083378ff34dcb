import { addWords } from '@/i18n'

const en = {
  title: 'Invitations',
  text: 'Who was asked to join, and what became of it. A link is good for seven days.',
  search: 'Search address',
  invite: 'Invite',
  email: 'Address',
  organization: 'Organization',
  anyOrganization: 'Any organization',
  roles: 'Will hold',
  status: 'Status',
  by: 'by {{name}}',
  sends_one: '{{count}} mail',
  sends_other: '{{count}} mails',
  expires: 'Expires',
  created: 'Invited',
  state: { PENDING: 'Pending', EXPIRED: 'Expired', ACCEPTED: 'Accepted', REVOKED: 'Revoked' },
  ends: { label: 'Expiry', any: 'Any expiry', day: 'Within a day', three: 'Within three days' },
  resend: 'Send again',
  resent: 'A new link is on its way to {{email}}',
  revoke: 'Revoke…',
  again: 'Invite again…',
  person: 'Open the user',
  revokeTitle: 'Revoke the invitation of {{email}}?',
  revokeText: 'The link stops working at once, and the address is free again. It can be invited anew at any time.',
  revokeSubmit: 'Revoke',
  revoked: 'The invitation of {{email}} is revoked',
  deleted: 'Deleted user',
  none: 'Nobody is invited',
  noneText: 'Paste a list of addresses; everybody chooses a password of their own.',
}

const de: typeof en = {
  title: 'Einladungen',
  text: 'Wer gebeten wurde dazuzukommen, und was daraus wurde. Ein Link gilt sieben Tage.',
  search: 'Adresse suchen',
  invite: 'Einladen',
  email: 'Adresse',
  organization: 'Organisation',
  anyOrganization: 'Jede Organisation',
  roles: 'Bekommt',
  status: 'Status',
  by: 'von {{name}}',
  sends_one: '{{count}} Mail',
  sends_other: '{{count}} Mails',
  expires: 'Gilt bis',
  created: 'Eingeladen',
  state: { PENDING: 'Offen', EXPIRED: 'Abgelaufen', ACCEPTED: 'Angenommen', REVOKED: 'Zurückgezogen' },
  ends: { label: 'Ablauf', any: 'Jeder Ablauf', day: 'Binnen eines Tages', three: 'Binnen drei Tagen' },
  resend: 'Noch einmal senden',
  resent: 'Ein neuer Link ist unterwegs zu {{email}}',
  revoke: 'Zurückziehen …',
  again: 'Neu einladen …',
  person: 'Benutzer öffnen',
  revokeTitle: 'Einladung von {{email}} zurückziehen?',
  revokeText: 'Der Link gilt sofort nicht mehr, und die Adresse ist wieder frei. Sie kann jederzeit neu eingeladen werden.',
  revokeSubmit: 'Zurückziehen',
  revoked: 'Die Einladung von {{email}} ist zurückgezogen',
  deleted: 'Gelöschter Benutzer',
  none: 'Niemand ist eingeladen',
  noneText: 'Fügen Sie eine Liste von Adressen ein; ihr Passwort wählen alle selbst.',
}

addWords('invitations', { en, de })

declare module '@/i18n' {
  interface PageWords {
    invitations: typeof en
  }
}
