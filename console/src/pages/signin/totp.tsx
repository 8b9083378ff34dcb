import { useTranslation } from 'react-i18next'
import './words'
import { Secret } from '@/ui/secret'
import { linkLook } from './frame'

interface Enrollment {
  secret: string
  uri: string
  qrCode: string
}

/** An authenticator app to be set up: the picture for its camera, the key for typing. */
export function TotpSetup({ totp: { secret, uri, qrCode } }: { totp: Enrollment }) {
  const { t } = useTranslation(['entry', 'translation'])
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <img src={qrCode} alt={t('enrol.picture')} className="size-44 rounded-xl border border-line bg-white p-2" />
        <a href={uri} className={`${linkLook} text-sm sm:hidden`}>
          {t('enrol.open')}
        </a>
      </div>
      <p className="text-sm text-soft">{t('enrol.secret')}</p>
      <Secret label={t('enrol.secret')} value={secret} />
    </div>
  )
}
