import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { buttonLook } from '@/ui/button'
import { Page } from '@/ui/page'

/** Stands at every address that names no page, and at those of things that are not there. */
export function Nowhere({ title, text }: { title?: string; text?: string }) {
  const { t } = useTranslation()
  return (
    <Page title={title ?? t('nowhere.title')} text={text ?? t('nowhere.text')}>
      <Link to="/" className={buttonLook({ className: 'self-start' })}>
        {t('nowhere.home')}
      </Link>
    </Page>
  )
}
