import type { OrganizationKind, OrganizationRowFragment, OrganizationStatus } from '@contract'
import { Building2, GitBranch, Landmark, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@/ui/badge'
import { cn } from '@/ui/cn'

const icons: Record<OrganizationKind, LucideIcon> = { RESELLER: Landmark, CUSTOMER: Building2, SUB_ACCOUNT: GitBranch }

export function KindIcon({ kind, className }: { kind: OrganizationKind; className?: string }) {
  const Icon = icons[kind]
  return (
    <span aria-hidden className={cn('grid size-8 shrink-0 place-items-center rounded-lg bg-tint text-primary [&_svg]:size-4', className)}>
      <Icon />
    </span>
  )
}

interface NamedProps {
  organization: OrganizationRowFragment
  tags?: readonly string[] | null
}

/** The name, and under it where it belongs: its customer, else what it is and its tags. */
export function Named({ organization, tags }: NamedProps) {
  const { t } = useTranslation(['organizations', 'translation'])
  const { name, kind, parent, status } = organization
  return (
    <span className="flex items-center gap-3">
      <KindIcon kind={kind} />
      <span className="min-w-0">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-xs text-soft">
          {kind === 'SUB_ACCOUNT' && parent ? parent.name : t(`kind.${kind}`)}
          {!!tags?.length && ` · ${tags.join(', ')}`}
          {status !== 'ACTIVE' && <span className="font-medium text-bad sm:hidden"> · {t(`state.${status}`)}</span>}
        </span>
      </span>
    </span>
  )
}

const tones: Record<OrganizationStatus, Tone> = { ACTIVE: 'good', SUSPENDED: 'bad', DELETED: 'plain' }

export function Status({ status }: { status: OrganizationStatus }) {
  const { t } = useTranslation(['organizations', 'translation'])
  return (
    <Badge tone={tones[status]} dot>
      {t(`state.${status}`)}
    </Badge>
  )
}

/** Seats taken of those there are; a full account stands out. */
export function Seats({ seats }: { seats: OrganizationRowFragment['seats'] }) {
  const { t } = useTranslation(['organizations', 'translation'])
  const number = useNumber()
  if (!seats) return <span className="text-soft">–</span>
  const full = seats.limit != null && seats.used >= seats.limit
  return (
    <span className={cn('tabular-nums', full && 'font-medium text-warn')} title={full ? t('full') : undefined}>
      {number(seats.used)}
      <span className={full ? undefined : 'text-soft'}>
        {' / '}
        {seats.limit == null ? (
          <span title={t('unlimited')}>
            <span aria-hidden>∞</span>
            <span className="sr-only">{t('unlimited')}</span>
          </span>
        ) : (
          number(seats.limit)
        )}
      </span>
    </span>
  )
}

/** Writes numbers in the language shown; credits are text, because they outgrow numbers. */
export function useNumber(): (value: number | string) => string {
  const { i18n } = useTranslation()
  const format = new Intl.NumberFormat(i18n.language)
  return (value) => format.format(typeof value === 'string' ? BigInt(value) : value)
}

export function Credits({ value }: { value: string | null | undefined }) {
  const number = useNumber()
  if (value == null) return <span className="text-soft">–</span>
  return <span className={cn('tabular-nums', !(BigInt(value) > 0n) && 'font-medium text-bad')}>{number(value)}</span>
}
