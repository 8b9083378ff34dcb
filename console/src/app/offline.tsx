import { useQueryClient } from '@tanstack/react-query'
import { CloudOff } from 'lucide-react'
import { useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestError } from '@/api/gql'
import { Button } from '@/ui/button'

/** Whether the last that was asked of the server found it. */
function useReached(): boolean {
  const client = useQueryClient()
  const [reached, setReached] = useState(true)
  useEffect(
    () =>
      client.getQueryCache().subscribe((event) => {
        if (event.type !== 'updated') return
        if (event.action.type === 'success' && !event.action.manual) setReached(true)
        const error = event.action.type === 'error' || event.action.type === 'failed' ? event.action.error : undefined
        if (error) setReached(!(error instanceof RequestError && error.code === 'OFFLINE'))
      }),
    [client],
  )
  return reached
}

/** Says that what is on the screen may be old, and asks again by itself until it is not. */
export function Offline() {
  const { t } = useTranslation()
  const client = useQueryClient()
  const gone = !useReached()
  const ask = useCallback(() => void client.refetchQueries({ type: 'active' }), [client])
  useEffect(() => {
    addEventListener('online', ask)
    addEventListener('offline', ask)
    return () => {
      removeEventListener('online', ask)
      removeEventListener('offline', ask)
    }
  }, [ask])
  useEffect(() => {
    if (!gone) return
    const again = setInterval(ask, 10_000)
    return () => clearInterval(again)
  }, [gone, ask])
  return (
    <div role="status">
      {gone && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warn-tint px-4 py-2 text-sm text-warn sm:px-6 lg:px-8">
          <CloudOff className="size-4" aria-hidden />
          <span className="grow">
            <strong className="font-semibold">{t('failure.OFFLINE.title')}.</strong> {t('failure.OFFLINE.text')}
          </span>
          <Button size="sm" onClick={ask}>
            {t('failure.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}
