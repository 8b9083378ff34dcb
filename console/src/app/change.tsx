import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused, RequestError, type Refusal } from '@/api/gql'
import { complain } from '@/ui/toast'
import { useRefusalText } from './refusal'
import { useStepUp, Withdrawn } from './stepup'

/**
 * Runs a change behind a form and shows its mistakes: `under` beside the fields
 * that are named, `above` the rest over the form. What lists show is read anew
 * afterwards. Where the server asks who is there, the question comes first.
 * `paint` may show the outcome at once; what it answers takes that back.
 */
export function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>, onDone: (answer: Answer) => void, paint?: (input: Input) => () => void) {
  const client = useQueryClient()
  const guarded = useStepUp()
  const messageOf = useMessageOf()
  const textOf = useRefusalText()
  const { t } = useTranslation()
  const mutation = useMutation({
    mutationFn: (input: Input) => guarded(() => change(input)),
    onMutate: (input: Input) => paint?.(input),
    onSuccess: (answer) => {
      void client.invalidateQueries()
      onDone(answer)
    },
    onError: (error, _, unpaint) => {
      unpaint?.()
      if (error instanceof Refused && error.has('STALE')) void client.invalidateQueries()
    },
  })
  const error = mutation.error instanceof Withdrawn ? null : mutation.error
  const refusals = error instanceof Refused ? error.refusals : []
  return {
    run: mutation.mutate,
    busy: mutation.isPending,
    reset: mutation.reset,
    refusals,
    /** Whether somebody else saved first. */
    stale: refusals.some((one) => one.code === 'STALE'),
    under: (...names: string[]) => refusals.filter((one) => names.includes(fieldOf(one))).map(textOf)[0],
    above: (...names: string[]): ReactNode => {
      const rest = refusals.filter((one) => !names.includes(fieldOf(one)))
      const stale = rest.some((one) => one.code === 'STALE')
      const text = stale ? t('failure.STALE.text') : rest.map(textOf).join(' ') || (error && !(error instanceof Refused) ? messageOf(error) : '')
      return text && <Mistake of={error}>{text}</Mistake>
    },
  }
}

/** Comes into sight by itself, once for each mistake: a form can be taller than the window, and its button far below. The focus stays. */
function Mistake({ of: error, children }: { of: unknown; children: ReactNode }) {
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches
    text.current?.scrollIntoView({ block: 'nearest', behavior: still ? 'auto' : 'smooth' })
  }, [error])
  return (
    <p ref={text} role="alert" className="mb-4 scroll-my-20 rounded-lg bg-bad-tint px-3 py-2 text-sm text-bad [.gap-4>&]:mb-0">
      {children}
    </p>
  )
}

/** The field a mistake belongs to; one in a list is told at the list. */
const fieldOf = ({ path }: Refusal): string => path.filter((one) => !/^\d+$/.test(one)).at(-1) ?? ''

/** What went wrong, in words. */
export function useMessageOf(): (error: Error) => string {
  const { t } = useTranslation()
  const textOf = useRefusalText()
  return (error) => {
    if (error instanceof Refused) return error.refusals.map(textOf).join(' ')
    return error instanceof RequestError && error.code === 'OFFLINE' ? t('failure.OFFLINE.text') : error.message
  }
}

// The frame tells of these, wherever they happen.
const toldByFrame = new Set(['RATE_LIMITED', 'UNAUTHENTICATED'])

/**
 * Runs a change that has no form: a mistake is told in a corner of the screen.
 * `paint` may show the outcome at once; what it answers takes that back.
 */
export function useAction<Input, Answer>(change: (input: Input) => Promise<Answer>, onDone?: (answer: Answer, input: Input) => void, paint?: (input: Input) => () => void) {
  const client = useQueryClient()
  const guarded = useStepUp()
  const messageOf = useMessageOf()
  const { t } = useTranslation()
  return useMutation({
    mutationFn: (input: Input) => guarded(() => change(input)),
    onMutate: (input: Input) => paint?.(input),
    onSuccess: (answer, input) => {
      void client.invalidateQueries()
      onDone?.(answer, input)
    },
    onError: (error, _, unpaint) => {
      unpaint?.()
      if (error instanceof Withdrawn || (error instanceof RequestError && toldByFrame.has(error.code))) return
      if (error instanceof Refused && error.has('STALE')) void client.invalidateQueries()
      complain(error instanceof Refused && error.has('STALE') ? t('failure.STALE.text') : messageOf(error))
    },
  })
}
