import { OrganizationDetailsFragmentDoc, OrganizationRowFragmentDoc, readFragment } from '@contract'
import { Link } from '@tanstack/react-router'
import { GitBranchPlus, PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@/ui/badge'
import { Button, buttonLook } from '@/ui/button'
import { Facts } from '@/ui/facts'
import { languageName } from '@/ui/language'
import { Card } from '@/ui/page'
import { Progress } from '@/ui/progress'
import { Ago } from '@/ui/time'
import { Credits, KindIcon, Seats, Status, useNumber } from '../cells'
import { CompanyDialog } from './company'
import type { PartProps } from './page'
import { SsoToken } from './sso'

/** Who the client is, what it has, and what is below it. */
export function Overview(props: PartProps) {
  return (
    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <div className="flex flex-col gap-5">
        <Company {...props} />
        {props.row.kind === 'CUSTOMER' && <SubAccounts {...props} />}
      </div>
      <div className="flex flex-col gap-5">
        <Glance {...props} />
        <SsoToken {...props} />
      </div>
    </div>
  )
}

export function Company({ detail, row, search, change }: PartProps) {
  const { t, i18n } = useTranslation(['organization', 'translation'])
  const details = readFragment(OrganizationDetailsFragmentDoc, detail)
  const may = row.viewerActions.includes('UPDATE')
  return (
    <Card
      title={t('company.title')}
      actions={
        may && (
          <Button size="sm" onClick={() => change({ edit: true })}>
            <PencilLine aria-hidden />
            {t('company.edit')}
          </Button>
        )
      }
    >
      <div className="px-5 pt-2 pb-5">
        <Facts
          facts={[
            [t('company.legalName'), details.legalName],
            [t('company.address'), details.address && <span key="address" className="whitespace-pre-line">{details.address}</span>],
            [t('company.contactName'), details.contactName],
            [t('company.contactEmail'), details.contactEmail && <a key="mail" className="text-primary hover:underline" href={`mailto:${details.contactEmail}`}>{details.contactEmail}</a>],
            [t('company.phone'), details.phone && <a key="phone" className="text-primary hover:underline" href={`tel:${details.phone}`}>{details.phone}</a>],
            [t('company.locale'), details.locale && languageName(details.locale, i18n.language)],
            [t('company.timezone'), details.timezone],
            [
              t('company.tags'),
              !!details.tags?.length && (
                <span key="tags" className="flex flex-wrap gap-1">
                  {details.tags.map((tag) => (
                    <Link key={tag} to="/organizations" search={{ tag }}>
                      <Badge>{tag}</Badge>
                    </Link>
                  ))}
                </span>
              ),
            ],
          ]}
        />
      </div>
      {may && search.edit && <CompanyDialog row={row} details={details} onClose={() => change({ edit: undefined })} />}
    </Card>
  )
}

function Glance({ detail, row }: PartProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const number = useNumber()
  const { seats } = row
  return (
    <Card title={t('glance.title')}>
      <div className="flex flex-col gap-4 px-5 pt-2 pb-5">
        {seats?.limit != null && <Progress label={t('glance.seats')} share={seats.limit === 0 ? 1 : Math.min(1, seats.used / seats.limit)} />}
        <Facts
          facts={[
            ...(row.kind === 'SUB_ACCOUNT' && row.parent ? [[t('glance.parent'), <Link key="parent" to="/organizations/$id" params={{ id: row.parent.id }} className="text-primary hover:underline">{row.parent.name}</Link>] as const] : []),
            ...(row.kind === 'CUSTOMER' ? [[t('glance.plan'), detail.plan?.name] as const] : []),
            [t('glance.users'), detail.userCount != null && number(detail.userCount)],
            [t('glance.seats'), seats && <Seats key="seats" seats={seats} />],
            ...(detail.creditBalance != null ? [[t('glance.balance'), <Credits key="balance" value={detail.creditBalance} />] as const] : []),
            [t('glance.activity'), detail.lastActivityAt && <Ago key="activity" at={detail.lastActivityAt} />],
            [t('glance.created'), <Ago key="created" at={row.createdAt} />],
            [t('glance.updated'), <Ago key="updated" at={detail.updatedAt} />],
          ].map(([name, value]) => [name as string, value])}
        />
      </div>
    </Card>
  )
}

function SubAccounts({ detail, row }: PartProps) {
  const { t } = useTranslation(['organization', 'organizations', 'translation'])
  const children = readFragment(OrganizationRowFragmentDoc, detail.children?.nodes)
  if (!children) return null
  const total = detail.children?.totalCount ?? children.length
  return (
    <Card
      title={t('subAccounts.title')}
      actions={
        row.viewerActions.includes('CREATE_SUB_ACCOUNT') && (
          <Link to="/organizations/new" search={{ parent: row.id }} className={buttonLook({ size: 'sm' })}>
            <GitBranchPlus aria-hidden />
            {t('subAccounts.add')}
          </Link>
        )
      }
    >
      {children.length === 0 ? (
        <p className="px-5 pt-1 pb-5 text-sm text-soft">{t('subAccounts.none')}</p>
      ) : (
        <ul className="mt-2 divide-y divide-line border-t border-line">
          {children.map((one) => (
            <li key={one.id}>
              <Link to="/organizations/$id" params={{ id: one.id }} className="flex items-center gap-3 px-5 py-2.5 text-sm hover:bg-hover/60">
                <KindIcon kind={one.kind} className="size-7" />
                <span className="min-w-0 grow truncate font-medium">{one.name}</span>
                {one.status !== 'ACTIVE' && <Status status={one.status} />}
              </Link>
            </li>
          ))}
          {total > children.length && (
            <li className="px-5 py-2.5 text-sm">
              <Link to="/organizations" search={{ view: 'tree', q: row.name }} className="text-primary hover:underline">
                {t('subAccounts.all', { count: total })}
              </Link>
            </li>
          )}
        </ul>
      )}
    </Card>
  )
}
