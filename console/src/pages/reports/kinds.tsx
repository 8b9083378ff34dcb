import { ReportsDocument, type ReportKind, type ReportsQuery } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Activity, ChartNoAxesColumn, ChevronRight, Coins, FileSpreadsheet, Lock, Users, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { Button } from '@/ui/button'
import { cn } from '@/ui/cn'
import { Failure } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Skeleton } from '@/ui/skeleton'
import { kinds } from './search'

type Report = NonNullable<ReportsQuery['reports']>[number]

const icons: Record<ReportKind, LucideIcon> = {
  ORGANIZATION_ACTIVITY: Activity,
  USERS_AND_LOGINS: Users,
  CREDITS: Coins,
  USAGE_BY_ORGANIZATION: ChartNoAxesColumn,
}

/** The reports this person may make about anything. */
export const useReports = () =>
  useQuery({ queryKey: ['reports', 'kinds'], queryFn: async () => (await gql(ReportsDocument)).reports ?? [], staleTime: 300_000 })

/** Every report there is: what it tells, whom it is for, and the way to make it. */
export function Kinds({ onMake }: { onMake: (kind: ReportKind) => void }) {
  const reports = useReports()
  if (reports.isError) {
    return (
      <Card>
        <Failure error={reports.error} retry={() => void reports.refetch()} />
      </Card>
    )
  }
  return (
    <ul className="grid gap-4 md:grid-cols-2">
      {kinds.map((kind) => (
        <li key={kind} className="flex">
          {reports.data ? (
            <Kind kind={kind} report={reports.data.find((one) => one.kind === kind)} onMake={() => onMake(kind)} />
          ) : (
            <Card className="h-48 grow p-5">
              <Skeleton className="h-5 w-40" />
              <Skeleton className="mt-4 w-full" />
            </Card>
          )}
        </li>
      ))}
    </ul>
  )
}

function Kind({ kind, report, onMake }: { kind: ReportKind; report: Report | undefined; onMake: () => void }) {
  const { t } = useTranslation(['reports', 'translation'])
  const Icon = icons[kind]
  return (
    <section aria-label={t(`kind.${kind}`)} className={cn('flex min-w-0 grow flex-col rounded-2xl border border-line bg-card p-5', !report && 'border-dashed bg-transparent')}>
      <header className="flex items-start gap-3">
        <span className={cn('grid size-10 shrink-0 place-items-center rounded-xl', report ? 'bg-tint text-primary' : 'bg-hover text-soft')}>
          <Icon className="size-5" aria-hidden />
        </span>
        <div className="min-w-0">
          <h2 className="font-semibold">{t(`kind.${kind}`)}</h2>
          <p className="mt-1 text-sm text-soft">{t(`about.${kind}`)}</p>
        </div>
      </header>
      {report && (
        <details className="group mt-3 text-sm">
          <summary className="inline-flex cursor-pointer list-none items-center gap-1 rounded text-soft hover:text-ink">
            <ChevronRight className="size-3.5 transition-transform group-open:rotate-90" aria-hidden />
            {t('columns', { count: report.columns.length })}
          </summary>
          <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-xl bg-ground p-3 text-xs">
            {report.columns.map(({ key, description }) => (
              <div key={key} className="contents">
                <dt className="font-mono">{key}</dt>
                <dd className="text-soft" lang="en">
                  {description}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <span className="grow" />
      <footer className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="flex min-w-0 grow basis-40 items-center gap-1.5 text-xs text-soft">
          {!report && <Lock className="size-3.5 shrink-0" aria-hidden />}
          {report ? t(`who.${kind}`) : `${t('locked')} ${t(`who.${kind}`)}.`}
        </p>
        {report && (
          <Button look="primary" onClick={onMake} aria-label={`${t('make')}: ${t(`kind.${kind}`)}`}>
            <FileSpreadsheet aria-hidden />
            {t('make')}
          </Button>
        )}
      </footer>
    </section>
  )
}
