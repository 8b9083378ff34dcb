import { cn } from './cn'

const hues = ['bg-tint text-primary', 'bg-good-tint text-good', 'bg-warn-tint text-warn', 'bg-bad-tint text-bad']

/** Initials on a colour that stays the same for the same id. */
export function Avatar({ id, initials, className }: { id: string; initials: string; className?: string }) {
  const sum = [...id].reduce((all, one) => all + one.charCodeAt(0), 0)
  return (
    <span aria-hidden className={cn('grid size-8 shrink-0 place-items-center rounded-full text-xs font-semibold', hues[sum % hues.length], className)}>
      {initials}
    </span>
  )
}
