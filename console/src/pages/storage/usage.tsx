import type { StorageAccountRowFragment } from '@contract'
import { useTranslation } from 'react-i18next'
import { cn } from '@/ui/cn'
import { bytesFor } from './bytes'

/** How full an account is; the last tenth and what is beyond stand out. */
export function Usage({ account: { name, usedBytes, quotaBytes, usedPercent } }: { account: StorageAccountRowFragment }) {
  const { t, i18n } = useTranslation('storage')
  const of = { used: bytesFor(usedBytes, i18n.language), quota: bytesFor(quotaBytes, i18n.language) }
  return (
    <span className="flex max-w-xs flex-col gap-1.5">
      <span className="flex justify-between gap-3 text-xs">
        <span className="text-soft">{t('usedOf', of)}</span>
        <span className={cn('whitespace-nowrap tabular-nums', usedPercent >= 90 ? 'font-medium text-bad' : 'text-soft')}>
          {new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(usedPercent / 100)}
        </span>
      </span>
      <span
        role="meter"
        aria-label={t('usageOf', { name })}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.min(100, usedPercent)}
        aria-valuetext={t('usedOf', of)}
        className="block h-1.5 overflow-hidden rounded-full bg-hover"
      >
        <span className={cn('block h-full rounded-full', usedPercent >= 90 ? 'bg-bad' : usedPercent >= 75 ? 'bg-warn' : 'bg-primary')} style={{ width: `${Math.min(100, usedPercent)}%` }} />
      </span>
    </span>
  )
}
