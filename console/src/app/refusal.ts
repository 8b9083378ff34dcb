import { useTranslation } from 'react-i18next'
import type { Refusal } from '@/api/gql'
import { addWords } from '@/i18n'

/**
 * What the codes of errors.json say in other languages than English, which is the server's. INVALID, CONFLICT and
 * LIMIT_REACHED are missing: what they are about stands in the server's own text alone.
 */
const de: Record<string, string> = {
  ACCOUNT_SUSPENDED: 'Das Konto ist gesperrt.',
  ALREADY_INVITED: 'Diese Adresse hat schon eine offene Einladung.',
  ALREADY_MEMBER: 'Diese Adresse gehört schon zu einem Benutzer der Organisation.',
  CONSENT_REQUIRED: 'Der Kunde lässt niemanden vom Reseller in sein Portal.',
  DISPOSABLE_EMAIL: 'Das ist eine Wegwerfadresse. Nehmen Sie eine, die bleibt.',
  DUPLICATE: 'Das kommt zweimal vor.',
  EXPIRED: 'Das ist abgelaufen.',
  FEATURE_DISABLED: 'Die Organisation hat die Funktion nicht, die dafür nötig ist.',
  FEATURE_NOT_ENTITLED: 'Der Reseller hat diese Funktion selbst nicht und kann sie nicht geben.',
  FORBIDDEN: 'Das dürfen Sie hier nicht.',
  IMMUTABLE: 'Das lässt sich nachträglich nicht ändern.',
  INSUFFICIENT_CREDITS: 'Das Guthaben reicht dafür nicht.',
  INVALID_CREDENTIALS: 'Das stimmt nicht. Prüfen Sie die Eingabe und versuchen Sie es noch einmal.',
  LAST_ADMIN: 'Das ist der letzte Administrator. Ernennen Sie zuerst einen anderen.',
  MODULE_ADMIN_ONLY: 'Dieses Modul ist allein für Administratoren.',
  NOT_FOUND: 'Das gibt es nicht, oder Sie dürfen es nicht sehen.',
  REQUIRED: 'Hier fehlt etwas.',
  ROLE_CONFLICT: 'Diese Rollen passen nicht zusammen.',
  ROLE_OUT_OF_SCOPE: 'Diese Rolle können Sie hier nicht geben oder nehmen.',
  SEATS_IN_USE: 'Es sind mehr Plätze vergeben, als dann übrig wären.',
  SEAT_LIMIT_REACHED: 'Alle Plätze des Kunden sind vergeben.',
  SELF_FORBIDDEN: 'Das geht nicht am eigenen Konto.',
  TAKEN: 'Das ist schon vergeben.',
  TOKEN_INVALID: 'Das wurde schon verwendet oder zurückgezogen.',
  TOO_LONG: 'Das ist zu lang.',
  WEAK_PASSWORD: 'Dieses Passwort ist zu leicht zu erraten. Nehmen Sie zehn Zeichen oder mehr, am besten ein paar Wörter, die nichts miteinander und nichts mit Ihnen zu tun haben.',
  WRONG_STATE: 'So, wie es jetzt steht, geht das nicht.',
}

addWords('refusal', { en: {}, de })

declare module '@/i18n' {
  interface PageWords {
    refusal: Record<string, string>
  }
}

/** Why something was refused, in the reader's language where there are words for it. */
export function useRefusalText(): (refusal: Pick<Refusal, 'code' | 'message'>) => string {
  const { t, i18n } = useTranslation('refusal')
  return ({ code, message }) => (i18n.language === 'en' ? message : t(code, { defaultValue: message }))
}
