import { ApiServiceDocument, ApiServiceRowFragmentDoc, readFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { may, useViewer } from '@/app/session'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { Failure } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { Ago } from '@/ui/time'
import { ServiceForm } from './service-form'

export function useService() {
  const query = useQuery({ queryKey: ['apiService'], queryFn: () => gql(ApiServiceDocument) })
  return { ...query, service: readFragment(ApiServiceRowFragmentDoc, query.data?.apiService) }
}

/** How the API answers programs. */
export function ServiceCard() {
  const { t, i18n } = useTranslation(['api', 'translation'])
  const viewer = useViewer()
  const [open, setOpen] = useState(false)
  const { service, error, refetch } = useService()
  const number = new Intl.NumberFormat(i18n.language)
  if (error && !service) return <Failure error={error} retry={() => void refetch()} />
  return (
    <Card
      title={t('service.title')}
      text={t('service.text')}
      actions={
        <>
          {service && (
            <Badge dot tone={service.enabled ? 'good' : 'bad'}>
              {t(service.enabled ? 'service.on' : 'service.off')}
            </Badge>
          )}
          {service && may(viewer, 'API_SERVICE_CONFIGURE') && <Button onClick={() => setOpen(true)}>{t('service.configure')}</Button>}
        </>
      }
    >
      <div className="px-5 pt-3 pb-5">
        {service ? (
          <Facts
            facts={[
              [t('service.networks'), service.allowedNetworks.length > 0 ? <Codes key="networks" values={service.allowedNetworks} /> : t('service.allNetworks')],
              [t('service.origins'), service.allowedOrigins.length > 0 ? <Codes key="origins" values={service.allowedOrigins} /> : t('service.noOrigins')],
              [t('service.cost'), t('costPerMinute', { cost: number.format(service.costPerMinute) })],
              [t('service.days'), service.maxKeyDays ? t('service.daysOf', { count: service.maxKeyDays }) : t('service.noBound')],
              [t('changed'), <Ago key="changed" at={service.updatedAt} never={t('never')} />],
            ]}
          />
        ) : (
          <Skeleton className="h-24 w-full" />
        )}
      </div>
      {open && service && <ServiceForm service={service} onClose={() => setOpen(false)} />}
    </Card>
  )
}

const Codes = ({ values }: { values: readonly string[] }) => (
  <span className="flex flex-wrap gap-1.5">
    {values.map((value) => (
      <code key={value} className="rounded-md border border-line bg-ground px-1.5 py-0.5 font-mono text-xs">
        {value}
      </code>
    ))}
  </span>
)
