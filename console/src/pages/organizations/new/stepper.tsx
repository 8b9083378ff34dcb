import { Check, CircleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cn } from '@/ui/cn'
import type { Step } from './search'

interface StepperProps {
  steps: readonly Step[]
  at: Step
  wrong: (step: Step) => boolean
  onGo: (step: Step) => void
}

/** The steps there are; those behind lead back. */
export function Stepper({ steps, at, wrong, onGo }: StepperProps) {
  const { t } = useTranslation(['newOrganization', 'translation'])
  const now = steps.indexOf(at)
  return (
    <nav aria-label={t('steps.label')}>
      <p className="mb-2 text-sm text-soft sm:hidden">
        {t('stepOf', { at: now + 1, of: steps.length })}: <span className="font-medium text-ink">{t(`steps.${at}`)}</span>
      </p>
      <ol className="flex gap-2">
        {steps.map((step, i) => {
          const past = i < now
          return (
            <li key={step} className="min-w-0 grow basis-0">
              <button
                type="button"
                disabled={!past && !wrong(step)}
                aria-current={step === at ? 'step' : undefined}
                onClick={() => onGo(step)}
                className={cn(
                  'flex w-full items-center gap-2 border-t-3 border-line pt-2 text-left text-sm text-soft',
                  i <= now && 'border-primary',
                  step === at && 'font-medium text-ink',
                  wrong(step) && 'border-bad text-bad',
                )}
              >
                <span className="shrink-0 [&_svg]:size-4">
                  {wrong(step) ? <CircleAlert aria-hidden /> : past ? <Check aria-hidden className="text-primary" /> : `${i + 1}.`}
                </span>
                <span className="truncate max-sm:sr-only">{t(`steps.${step}`)}</span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
