import { readFragment, UserProfileFragmentDoc, ViewerProfileDocument } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { gql } from '@/api/gql'
import { viewerQuery } from '@/app/session'
import { tellTabs } from '@/app/tabs'
import { follow } from '@/i18n'
import { toasts } from '@/ui/toast'

/** A path of this site; anything that leads elsewhere counts as absent. */
export function ownPath(next: string | undefined): string {
  if (!next?.startsWith('/') || !URL.canParse(next, location.origin)) return '/'
  const { origin, pathname, search, hash } = new URL(next, location.origin)
  // "/.//elsewhere" is a path here, and a host once it is read again.
  return origin === location.origin && !pathname.startsWith('//') ? pathname + search + hash : '/'
}

/** Goes on as whoever is signed in now: what was known to anybody before is forgotten. */
export function useFinish() {
  const client = useQueryClient()
  const router = useRouter()
  return async (next?: string) => {
    client.clear()
    toasts.close() // what stands there was said to whoever was here before
    await client.fetchQuery(viewerQuery)
    tellTabs()
    void gql(ViewerProfileDocument).then(
      ({ viewer }) => follow(readFragment(UserProfileFragmentDoc, viewer?.user)?.locale),
      () => undefined, // the language stays
    )
    await router.navigate({ href: ownPath(next), replace: true })
  }
}
