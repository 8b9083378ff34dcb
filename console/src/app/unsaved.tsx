import { useBlocker, type ShouldBlockFn } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Confirm } from '@/ui/confirm'
import { isGoing } from './tabs'

/** Whoever is led to the sign-in has no session any more: there is nothing left to save. */
const leaves: ShouldBlockFn = ({ next }) => next.routeId !== '/signin'

// A page that begins anew is somebody else's then.
const asks = (): boolean => !isGoing()

/**
 * Asks before changes that are not saved are left behind, through a link, a tab
 * of the page, the way back or the browser itself. It stands beside a form, not
 * in it: its question is a form of its own.
 */
export function Unsaved({ changed }: { changed: boolean }) {
  const { t } = useTranslation()
  const { status, proceed, reset } = useBlocker({ shouldBlockFn: leaves, enableBeforeUnload: asks, disabled: !changed, withResolver: true })
  if (status !== 'blocked') return null
  return <Confirm title={t('unsaved.title')} text={t('unsaved.text')} submit={t('unsaved.leave')} cancel={t('unsaved.stay')} busy={false} onConfirm={proceed} onClose={reset} />
}
