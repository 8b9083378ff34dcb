import { SignOutDocument } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { gql } from '@/api/gql'
import { useAction } from './change'
import { tellTabs } from './tabs'

/** Ends the session, and forgets what was read in it. */
export function useLeave() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useAction(async () => {
    await gql(SignOutDocument)
    tellTabs()
    await navigate({ to: '/signin' })
    client.clear()
  })
}
