import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Refused, RequestError } from '@/api/gql'
import { complain } from '@/ui/toast'
import { useStepUp, Withdrawn } from './stepup'

/**
 * Runs a change behind a form and shows its mistakes: `under` beside the fields
 * that are named, `above` the rest over the form. What lists show is read anew
 * afterwards. Where the server asks who is there, the question comes first.
 */
export function useChange<Input, Answer>(change: (input: Input) => Promise<Answer>, onDone: (answer: Answer) => void) {
  const client = useQueryClient()
  const guarded = useStepUp()
  const { t } = useTranslation()
  const mutation = useMutation({
    mutationFn: (input: Input) => guarded(() => change(input)),
    onSuccess: (answer) => {
      void client.invalidateQueries()
      onDone(answer)
    },
    onError: (error) => {
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
    under: (...names: string[]) => refusals.find((one) => names.includes(one.path.at(-1) ?? ''))?.message,
    above: (...names: string[]): ReactNode => {
      const rest = refusals.filter((one) => !names.includes(one.path.at(-1) ?? ''))
      const stale = rest.some((one) => one.code === 'STALE')
      const text = stale ? t('failure.STALE.text') : rest.map((one) => one.message).join(' ') || (error && !(error instanceof Refused) ? messageOf(error, t('failure.OFFLINE.text')) : '')
      return (
        text && (
          <p role="alert" className="mb-4 rounded-lg bg-bad-tint px-3 py-2 text-sm text-bad">
            {text}
          </p>
        )
      )
    },
  }
}

const messageOf = (error: Error, offline: string): string => (error instanceof RequestError && error.code === 'OFFLINE' ? offline : error.message)

/** Runs a change that has no form: a mistake is told in a corner of the screen. */
export function useAction<Input, Answer>(change: (input: Input) => Promise<Answer>, onDone?: (answer: Answer, input: Input) => void) {
  const client = useQueryClient()
  const guarded = useStepUp()
  const { t } = useTranslation()
  return useMutation({
    mutationFn: (input: Input) => guarded(() => change(input)),
    onSuccess: (answer, input) => {
      void client.invalidateQueries()
      onDone?.(answer, input)
    },
    onError: (error) => {
      if (error instanceof Withdrawn) return
      if (error instanceof Refused && error.has('STALE')) void client.invalidateQueries()
      complain(error instanceof Refused && error.has('STALE') ? t('failure.STALE.text') : messageOf(error, t('failure.OFFLINE.text')))
    },
  })
}
