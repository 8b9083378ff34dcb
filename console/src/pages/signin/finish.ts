import { readFragment, UserProfileFragmentDoc, ViewerProfileDocument } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { gql } from '@/api/gql'
import { viewerQuery } from '@/app/session'
import { follow } from '@/i18n'

/** A path of this site; anything that leads elsewhere counts as absent. */
export function ownPath(next: string | undefined): string {
  if (!next?.startsWith('/')) return '/'
  const url = URL.parse(next, location.origin)
  return url?.origin === location.origin ? url.pathname + url.search + url.hash : '/'
}

/** Goes on as whoever is signed in now: what was known to anybody before is forgotten. */
export function useFinish() {
  const client = useQueryClient()
  const router = useRouter()
  return async (next?: string) => {
    client.clear()
    await client.fetchQuery(viewerQuery)
    void gql(ViewerProfileDocument).then(
      ({ viewer }) => follow(readFragment(UserProfileFragmentDoc, viewer?.user)?.locale),
      () => undefined, // the language stays
    )
    await router.navigate({ href: ownPath(next), replace: true })
  }
}
