import type { OrganizationRowFragment, OrganizationsPageQuery } from '@contract'
import { useTranslation } from 'react-i18next'
import { may, useViewer } from '@/app/session'
import type { Column } from '@/ui/table'
import { Ago } from '@/ui/time'
import { Credits, Named, Seats, Status } from './cells'
import type { OrganizationsSort } from './search'

export type Row = OrganizationRowFragment & Omit<NonNullable<OrganizationsPageQuery['organizations']>['nodes'][number], ' $fragmentRefs'>

/** A column that the caller may not read anywhere is left out; where it is closed for a single row, a dash stands. */
export function useColumns(): Column<Row, OrganizationsSort>[] {
  const { t } = useTranslation(['organizations', 'translation'])
  const viewer = useViewer()
  const people = may(viewer, 'ORGANIZATION_READ', 'TENANT_USER_READ', 'MEMBER_READ')
  const all: (Column<Row, OrganizationsSort> | false)[] = [
    { key: 'name', title: t('name'), sort: 'NAME', cell: (one) => <Named organization={one} tags={one.tags} /> },
    { key: 'status', title: t('status'), sort: 'STATUS', from: 'sm', cell: (one) => <Status status={one.status} /> },
    may(viewer, 'SUBSCRIPTION_READ', 'MODULE_PRICING_ACCESS') && {
      key: 'plan',
      title: t('plan'),
      from: 'lg',
      className: 'whitespace-nowrap',
      cell: (one) => one.plan?.name ?? <span className="text-soft">–</span>,
    },
    may(viewer, 'ORGANIZATION_SEAT_READ', 'TENANT_USER_READ', 'MEMBER_READ') && {
      key: 'users',
      title: t('users'),
      ...(people && { sort: 'USERS' as const }),
      from: 'md',
      className: 'whitespace-nowrap',
      cell: (one) => <Seats seats={one.seats} />,
    },
    may(viewer, 'ORGANIZATION_CREDIT_READ', 'MODULE_PAYMENT_ACCESS') && {
      key: 'balance',
      title: t('balance'),
      ...(may(viewer, 'ORGANIZATION_CREDIT_READ') && { sort: 'BALANCE' as const }),
      from: 'md',
      className: 'text-right whitespace-nowrap',
      cell: (one) => <Credits value={one.creditBalance} />,
    },
    people && {
      key: 'activity',
      title: t('activity'),
      sort: 'LAST_ACTIVITY',
      from: 'lg',
      className: 'whitespace-nowrap',
      cell: (one) => <Ago at={one.lastActivityAt} never={t('never')} />,
    },
    { key: 'created', title: t('created'), sort: 'CREATED_AT', from: 'xl', className: 'whitespace-nowrap', cell: (one) => <Ago at={one.createdAt} /> },
  ]
  return all.filter((one) => one !== false)
}
