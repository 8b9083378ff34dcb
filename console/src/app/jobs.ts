import { JobRowFragmentDoc, JobsDocument, readFragment, type JobRowFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { gql } from '@/api/gql'

export const atWork = (job: Pick<JobRowFragment, 'status'>): boolean => job.status === 'QUEUED' || job.status === 'RUNNING'

/** The newest long work the caller asked for, asked again while any is under way. Every change of anything reads it anew. */
export function useRecentJobs() {
  return useQuery({
    queryKey: ['jobs', 'recent'],
    queryFn: async () => readFragment(JobRowFragmentDoc, (await gql(JobsDocument, { first: 10 })).jobs?.nodes) ?? [],
    staleTime: 60_000,
    refetchInterval: ({ state }) => (state.data?.some(atWork) ? 2_000 : false),
  })
}
