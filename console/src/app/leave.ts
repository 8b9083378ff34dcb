import { SignOutDocument } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { gql } from '@/api/gql'
import { useAction } from './change'

/** Ends the session, and forgets what was read in it. */
export function useLeave() {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useAction(async () => {
    await gql(SignOutDocument)
    await navigate({ to: '/signin' })
    client.clear()
  })
}
