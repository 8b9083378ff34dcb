import { FeaturesAndModulesDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { gql } from '@/api/gql'
import { useCatalogue } from '@/pages/organizations/catalogue'

/** Every feature there is, in the language shown. */
export function useFeatures() {
  const { feature } = useCatalogue()
  const { data } = useQuery({ queryKey: ['features'], queryFn: () => gql(FeaturesAndModulesDocument), staleTime: 300_000 })
  return data?.features?.map((one) => ({ key: one.key, ...feature(one) }))
}

export function useFeatureNames(): (key: string) => string {
  const features = useFeatures()
  return (key) => features?.find((one) => one.key === key)?.name ?? key
}
