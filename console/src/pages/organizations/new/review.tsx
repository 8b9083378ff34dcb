import { OrganizationFeatureRowFragmentDoc, PlanRowFragmentDoc, readFragment, type OrganizationCreateOptionsQuery } from '@contract'
import { PencilLine } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '@/ui/button'
import { Facts, type Fact } from '@/ui/facts'
import { useCatalogue } from '../catalogue'
import { companyFields } from '../company-fields'
import type { Draft } from './draft'
import type { Step } from './search'
import { Terms } from './steps'

interface ReviewProps {
  draft: Draft
  steps: readonly Step[]
  options: OrganizationCreateOptionsQuery | undefined
  onEdit: (step: Step) => void
}

/** Everything once more, before it is made. */
export function Review({ draft, steps, options, onEdit }: ReviewProps) {
  const { t } = useTranslation(['newOrganization', 'organization', 'translation'])
  const { feature } = useCatalogue()
  const { company, administrator } = draft
  const plan = readFragment(PlanRowFragmentDoc, options?.plans?.nodes)?.find((one) => one.id === draft.planId)
  const catalogue = readFragment(OrganizationFeatureRowFragmentDoc, options?.organization?.features ?? [])
  const names = (keys: readonly string[]) => catalogue.filter((one) => keys.includes(one.feature.key)).map((one) => feature(one.feature).name).join(', ')
  const hidden = draft.hidden.filter((key) => draft.features.includes(key))
  const facts: Record<Exclude<Step, 'review'>, Fact[]> = {
    company: companyFields
      .map((name): Fact => [t(`organization:company.${name}`), name === 'tags' ? company.tags.join(', ') : company[name]])
      .filter(([, value], i) => i === 0 || value),
    administrator: administrator.wanted
      ? [
          [t('administrator.email'), administrator.email],
          [t('organization:company.name'), `${administrator.firstName} ${administrator.lastName}`.trim()],
          [t('signInBy'), t(administrator.ownPassword ? 'review.byLink' : 'review.byPassword')],
        ]
      : [[t('steps.administrator'), t('review.nothing')]],
    features: [
      [t('review.features'), names(draft.features) || t('review.none')],
      ...(hidden.length > 0 ? [[t('review.hidden'), names(hidden)] as Fact] : []),
      [t('review.seats'), draft.seats ?? t('review.unlimited')],
    ],
    plan: [
      [t('plan.plan'), plan ? <span key="plan">{plan.name} · <Terms plan={plan} /></span> : t('plan.none')],
      [t('plan.credits'), draft.credits || t('review.none')],
    ],
  }
  return (
    <div className="flex flex-col divide-y divide-line">
      {steps.map(
        (step) =>
          step !== 'review' && (
            <section key={step} className="flex items-start gap-3 py-4 first:pt-0 last:pb-0">
              <div className="min-w-0 grow">
                <Facts title={t(`steps.${step}`)} facts={facts[step]} />
              </div>
              <Button size="sm" onClick={() => onEdit(step)}>
                <PencilLine aria-hidden />
                <span className="max-sm:sr-only">{t('translation:edit')}</span>
                <span className="sr-only">{t(`steps.${step}`)}</span>
              </Button>
            </section>
          ),
      )}
    </div>
  )
}
