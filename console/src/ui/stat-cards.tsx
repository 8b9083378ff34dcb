import { useTranslation } from 'react-i18next'
import { cn } from './cn'

interface StatCardsProps<Key extends string> {
  cards: readonly { key: Key; title: string; value: number | string | null | undefined }[]
  /** Cards that filter the list below are buttons, and this one is pressed. */
  picked?: Key | undefined
  onPick?: (key: Key) => void
}

/** Numbers about the whole list. */
export function StatCards<Key extends string>({ cards, picked, onPick }: StatCardsProps<Key>) {
  const { i18n } = useTranslation()
  const number = new Intl.NumberFormat(i18n.language)
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      {cards.map(({ key, title, value }) => {
        const content = (
          <>
            <span className="block text-xs text-soft">{title}</span>
            <span className="mt-0.5 block text-2xl font-semibold tabular-nums">{typeof value === 'number' ? number.format(value) : (value ?? '…')}</span>
          </>
        )
        const look = 'rounded-2xl border border-line bg-card px-4 py-3 text-left'
        return onPick ? (
          <button
            key={key}
            type="button"
            aria-pressed={picked === key}
            onClick={() => onPick(key)}
            className={cn(look, 'transition-colors hover:border-edge', picked === key && 'border-primary ring-1 ring-primary')}
          >
            {content}
          </button>
        ) : (
          <div key={key} className={look}>
            {content}
          </div>
        )
      })}
    </div>
  )
}
