import { useTranslation } from 'react-i18next'
import { Facts, type Fact } from '@/ui/facts'
import type { Preview } from './page'

/** What accepting opens: the role, how far it reaches, and until when. */
export function Offer({ preview }: { preview: Preview }) {
  const { t, i18n } = useTranslation('invitation')
  const { maskedEmail, roleNames, modules, subAccountNames, expiresAt, message, inviterName } = preview
  const list = new Intl.ListFormat(i18n.language)
  const facts: Fact[] = [
    [t('address'), maskedEmail],
    [t(roleNames.length > 1 ? 'roles' : 'role'), list.format(roleNames)],
    ...(modules.length > 0 ? [[t('modules'), list.format(modules.map(inWords))] satisfies Fact] : []),
    ...(subAccountNames.length > 0 ? [[t('accounts'), list.format(subAccountNames)] satisfies Fact] : []),
    [
      t('until'),
      <time key="until" dateTime={expiresAt}>
        {new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(expiresAt))}
      </time>,
    ],
  ]
  return (
    <div className="flex flex-col gap-3 rounded-xl bg-ground p-4">
      <Facts facts={facts} />
      {message && (
        <figure className="border-t border-line pt-3 text-sm">
          {inviterName && <figcaption className="text-soft">{t('says', { name: inviterName })}</figcaption>}
          <blockquote dir="auto" className="mt-1 whitespace-pre-line">
            {message}
          </blockquote>
        </figure>
      )}
    </div>
  )
}

/** BULK_SENDING reads "Bulk sending". */
const inWords = (key: string): string => (key.charAt(0) + key.slice(1).toLowerCase()).replaceAll('_', ' ')
