import {
  UserActivationEmailSendDocument,
  UserPasswordResetLinkSendDocument,
  UserReactivateDocument,
  UserSessionsEndDocument,
  type UserRowFragment,
  type UserStatus,
} from '@contract'
import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useAction } from '@/app/change'
import { say } from '@/ui/toast'

interface Shown {
  users?: { nodes: { id: string }[] } | null
}

interface Opened {
  user?: { id: string } | null
}

/**
 * Shows a state in the lists and the sheet before the server has confirmed it; answers how to take that back.
 * Until then nobody is offered what the old state allowed.
 */
export function paintStatus(client: QueryClient, { id, status: before, viewerActions }: UserRowFragment, status: UserStatus): () => void {
  const paint = (look: Pick<UserRowFragment, 'status' | 'viewerActions'>) => {
    client.setQueriesData<Shown>({ queryKey: ['users', 'page'] }, (shown) =>
      shown?.users ? { ...shown, users: { ...shown.users, nodes: shown.users.nodes.map((one) => (one.id === id ? { ...one, ...look } : one)) } } : shown,
    )
    client.setQueryData<Opened>(['users', 'detail', id], (shown) => (shown?.user ? { ...shown, user: { ...shown.user, ...look } } : shown))
  }
  // What was asked before would paint the old state over.
  void client.cancelQueries({ queryKey: ['users', 'page'] })
  void client.cancelQueries({ queryKey: ['users', 'detail', id] })
  paint({ status, viewerActions: viewerActions.filter((one) => one !== 'SUSPEND' && one !== 'REACTIVATE') })
  return () => {
    paint({ status: before, viewerActions })
    void client.invalidateQueries({ queryKey: ['users'] })
  }
}

/** Lifts a suspension; the row shows it at once. */
export function useReactivate() {
  const { t } = useTranslation(['users', 'translation'])
  const client = useQueryClient()
  const { mutate } = useAction(
    async ({ id }: UserRowFragment) => settled((await gql(UserReactivateDocument, { id, input: {} })).userReactivate),
    (_, user) => say(t('reactivated', { name: user.displayName })),
    (user) => paintStatus(client, user, 'ACTIVE'),
  )
  return mutate
}

interface Quick {
  user: UserRowFragment
  action: 'SEND_ACTIVATION' | 'SEND_RESET_LINK' | 'END_SESSIONS'
}

/** Changes that need no question: a mail more, or a sign-in more, is all they cost. */
export function useQuick() {
  const { t } = useTranslation(['users', 'translation'])
  const { mutate } = useAction(
    async ({ user: { id }, action }: Quick) => {
      if (action === 'SEND_ACTIVATION') settled((await gql(UserActivationEmailSendDocument, { id })).userActivationEmailSend)
      else if (action === 'SEND_RESET_LINK') settled((await gql(UserPasswordResetLinkSendDocument, { id })).userPasswordResetLinkSend)
      else settled((await gql(UserSessionsEndDocument, { id })).userSessionsEnd)
    },
    (_, { user, action }) => say(t(`quick.${action}`, { name: user.displayName, email: user.email })),
  )
  return mutate
}
