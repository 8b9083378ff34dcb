import { infiniteQueryOptions, keepPreviousData, queryOptions, type MutationOptions, type QueryClient } from '@tanstack/react-query'
import { UserChangedDocument, type RefusalFragment, type UsersPageQueryVariables, type UserUpdateInput } from '../../generated'
import { follow } from '../fetch/live'
import { profile, update, usersPage } from '../fetch/users'

type Conditions = Pick<UsersPageQueryVariables, 'search' | 'where' | 'orderBy'>
type Position = Pick<UsersPageQueryVariables, 'first' | 'after' | 'last' | 'before'>

export const keys = {
  all: ['users'] as const,
  list: (conditions: Conditions) => [...keys.all, 'list', conditions] as const,
  page: (conditions: Conditions, page: number, size: number) => [...keys.list(conditions), { page, size }] as const,
  profile: (id: string) => [...keys.all, 'profile', id] as const,
}

// For useQuery: a numbered page. The one before stays while the next loads.
export const userPage = (conditions: Conditions, page: number, size = 20) =>
  queryOptions({
    queryKey: keys.page(conditions, page, size),
    queryFn: () => usersPage({ ...conditions, first: size, offset: (page - 1) * size }),
    placeholderData: keepPreviousData,
  })

// For useInfiniteQuery: a list that grows at either end.
export const userList = (conditions: Conditions, size = 20, begin: Position = { first: size }) =>
  infiniteQueryOptions({
    queryKey: [...keys.list(conditions), { begin }],
    queryFn: ({ pageParam }) => usersPage({ ...conditions, ...pageParam }),
    initialPageParam: begin,
    getNextPageParam: ({ page }): Position | undefined => (page?.hasNextPage ? { first: size, after: page.endCursor } : undefined),
    getPreviousPageParam: ({ page }): Position | undefined => (page?.hasPreviousPage ? { last: size, before: page.startCursor } : undefined),
  })

export const userProfile = (id: string) => queryOptions({ queryKey: keys.profile(id), queryFn: () => profile(id) })

// Refused carries the mistakes of a form to its onError.
export class Refused extends Error {
  constructor(readonly mistakes: readonly RefusalFragment[]) {
    super(mistakes.map((one) => one.message).join(' '))
  }
}

// For useMutation. Every list may hold the row, so all of them are read again.
export const userChange = (client: QueryClient): MutationOptions<void, Error, { id: string; input: UserUpdateInput }> => ({
  mutationFn: async ({ id, input }) => {
    const mistakes = await update(id, input)
    if (mistakes.length > 0) throw new Refused(mistakes)
  },
  onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
})

// Reads again what changed elsewhere, until the signal says stop.
export const live = (client: QueryClient, signal: AbortSignal, open?: () => void) =>
  follow(UserChangedDocument, {}, () => void client.invalidateQueries({ queryKey: keys.all }), signal, open)
