import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonLook } from '@/ui/button'
import { Page } from '@/ui/page'

/** Stands at every address that names no page. */
export function Nowhere() {
  const { t } = useTranslation()
  return (
    <Page title={t('nowhere.title')} text={t('nowhere.text')}>
      <Link to="/" className={buttonLook({ className: 'self-start' })}>
        {t('nowhere.home')}
      </Link>
    </Page>
  )
}
