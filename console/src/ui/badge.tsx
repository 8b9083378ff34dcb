import type { ReactNode } from 'react'
import { cn } from './cn'

export type Tone = 'good' | 'warn' | 'bad' | 'tint' | 'plain'

const tones: Record<Tone, string> = {
  good: 'bg-good-tint text-good',
  warn: 'bg-warn-tint text-warn',
  bad: 'bg-bad-tint text-bad',
  tint: 'bg-tint text-primary',
  plain: 'border border-line text-soft',
}

/** A word about a state; `dot` marks it for those who scan a column. */
export function Badge({ tone = 'plain', dot, children }: { tone?: Tone; dot?: boolean; children: ReactNode }) {
  return (
    <span className={cn('inline-flex h-6 items-center gap-1.5 rounded-full px-2.5 text-xs font-medium whitespace-nowrap', tones[tone])}>
      {dot && <span className="size-1.5 rounded-full bg-current" aria-hidden />}
      {children}
    </span>
  )
}
