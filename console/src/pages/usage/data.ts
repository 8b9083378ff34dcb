import { UsageDocument, UsageMetricsDocument, type UsageGroup, type UsageWhereInput } from '@contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { gql } from '@/api/gql'
import { eachOf } from './days'
import type { Range } from './search'

const minute = 60_000

/** Sums of usage, read anew every minute while the page is in sight. */
export function useUsage(where: UsageWhereInput, groupBy: UsageGroup[], first: number, enabled = true) {
  const variables = { where, groupBy, first }
  return useQuery({
    queryKey: ['usage', variables],
    queryFn: async () => (await gql(UsageDocument, variables)).usage ?? { rows: [], hasMore: false },
    placeholderData: keepPreviousData,
    refetchInterval: minute,
    enabled,
  })
}

export const useMetrics = () =>
  useQuery({ queryKey: ['usage', 'metrics'], queryFn: async () => (await gql(UsageMetricsDocument)).usageMetrics ?? [], staleTime: 60 * minute })

export interface Bucket {
  period: string
  value: bigint
  /** Unknown for what today has no whole days of yet. */
  before: bigint | undefined
}

interface Row {
  period?: string | null
  quantity: string
}

/** One bucket for each day or month, those without usage too, each beside the one as far into the period before. */
export function bucketsOf(range: Range, rows: readonly Row[], beforeRows: readonly Row[]): Bucket[] {
  const now = new Map(rows.map((row) => [row.period, BigInt(row.quantity)]))
  const before = new Map(beforeRows.map((row) => [row.period, BigInt(row.quantity)]))
  const earlier = range.compared ? eachOf(range.by, range.compared.before.from, range.compared.before.to) : []
  return eachOf(range.by, range.from, range.to).map((period, i) => {
    const other = earlier[i]
    return { period, value: now.get(period) ?? 0n, before: other === undefined ? undefined : (before.get(other) ?? 0n) }
  })
}

