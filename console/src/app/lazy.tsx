import { useLocation } from '@tanstack/react-router'
import { use, useCallback, useEffect, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestError } from '@/api/gql'
import { Failure } from '@/ui/notice'
import { Page } from '@/ui/page'

/** How browsers, and the loader of styles, say that a file did not arrive; any other mistake is one of the file itself. */
const notArrived = /dynamically imported module|module script failed|unable to preload/i

/** Why a page did not arrive: there is no connection, or the server was renewed and has other files now. */
async function reasonOf(error: unknown): Promise<unknown> {
  if (!(error instanceof Error && notArrived.test(error.message))) return error
  const there = await fetch(import.meta.env.BASE_URL, { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  return there ? new RequestError('The server was renewed.', 'PERSISTED_DOCUMENT_NOT_FOUND') : new RequestError('The server cannot be reached.', 'OFFLINE')
}

/**
 * A page whose file arrives when it is first opened. The router's own wrapper
 * loads the whole console anew when that fails, and without a connection
 * nothing is left of it; here the frame stays, and the place of the page says
 * what is wrong.
 */
export function lazyPage<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  const key = `tenantry.renewed.${name}`
  let Arrived: ComponentType | undefined
  let failure: unknown
  let arriving: Promise<void> | undefined
  const arrive = (): Promise<void> | undefined => {
    if (Arrived) return undefined
    arriving ??= load()
      .then(
        (module) => {
          Arrived = module[name]
          sessionStorage.removeItem(key)
        },
        async (error) => void (failure = await reasonOf(error)),
      )
      .finally(() => (arriving = undefined))
    return arriving
  }
  function Lazy() {
    const [, setTried] = useState(0)
    const retry = useCallback(() => void arrive()?.then(() => setTried((times) => times + 1)), [])
    if (Arrived) return <Arrived />
    if (failure) return <Missing error={failure} known={key} retry={retry} />
    const waiting = arrive()
    if (waiting) use(waiting)
    return null
  }
  return Object.assign(Lazy, { preload: arrive })
}

/** In the place of a page that did not arrive. It asks again by itself, and loads a renewed console once. */
function Missing({ error, known, retry }: { error: unknown; known: string; retry: () => void }) {
  const { t } = useTranslation()
  const room = useLocation({ select: ({ pathname }) => pathname.split('/')[1] || 'home' })
  const code = error instanceof RequestError ? error.code : ''
  const [renewing] = useState(() => sessionStorage.getItem(known) === null)
  const reload = renewing && code === 'PERSISTED_DOCUMENT_NOT_FOUND'
  useEffect(() => {
    if (!reload) return
    // Kept until the page has arrived: where it never does, this is not done again and again.
    sessionStorage.setItem(known, '1')
    location.reload()
  }, [reload, known])
  useEffect(() => {
    if (code !== 'OFFLINE') return
    addEventListener('online', retry)
    const again = setInterval(retry, 10_000)
    return () => {
      removeEventListener('online', retry)
      clearInterval(again)
    }
  }, [code, retry])
  if (reload) return null
  const rooms: Partial<Record<string, string>> = t('nav.rooms', { returnObjects: true })
  return (
    <Page title={rooms[room] ?? t('nowhere.title')}>
      <Failure error={error} retry={retry} />
    </Page>
  )
}
