import '../words'
import '../detail/words'
import './words'
import { OrganizationCreateDocument, OrganizationCreateOptionsDocument, OrganizationRowFragmentDoc, OrganizationNameDocument, readFragment, type OrganizationCreateInput } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, Refused, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { useKeyOf } from '@/app/key'
import { useRefusalText } from '@/app/refusal'
import { may, useViewer } from '@/app/session'
import { Button, buttonLook } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Card, Page } from '@/ui/page'
import { CompanyFields } from '../company-fields'
import { Done, type Made } from './done'
import { wholeOf } from '../whole'
import { inputOf, stepOf, useDraft } from './draft'
import { Review } from './review'
import type { Step } from './search'
import { Stepper } from './stepper'
import { AdministratorStep, FeaturesStep, PlanStep } from './steps'

const route = getRouteApi('/inside/organizations/new')

/** Adds a client in one go: company, first administrator, features and seats, plan and credits. */
export function NewOrganizationPage() {
  const { t } = useTranslation(['newOrganization', 'organization', 'organizations', 'translation'])
  const { step: asked = 'company', parent } = route.useSearch()
  const navigate = route.useNavigate()
  const viewer = useViewer()
  const { draft, change, forget } = useDraft(parent)
  const [made, setMade] = useState<Made>()
  const [noNumber, setNoNumber] = useState(false)
  const keyOf = useKeyOf()
  const textOf = useRefusalText()
  const rights = { seats: may(viewer, 'ORGANIZATION_SEAT_SET'), plan: may(viewer, 'SUBSCRIPTION_MANAGE'), credits: may(viewer, 'ORGANIZATION_CREDIT_ADJUST') }
  const steps: Step[] = [
    'company',
    'administrator',
    ...(!parent && may(viewer, 'ORGANIZATION_FEATURE_SET') ? (['features'] as const) : []),
    ...(!parent && (rights.plan || rights.credits) ? (['plan'] as const) : []),
    'review',
  ]
  // A step that is not for this person, or not for a sub-account, leads to the first.
  const step = steps.includes(asked) ? asked : 'company'
  const options = useQuery({
    queryKey: ['organizations', 'options', viewer.organization.id],
    queryFn: () => gql(OrganizationCreateOptionsDocument, { id: viewer.organization.id, plans: may(viewer, 'SUBSCRIPTION_READ') }),
    enabled: !parent,
  })
  const above = useQuery({ queryKey: ['organizations', 'name', parent], queryFn: () => gql(OrganizationNameDocument, { id: parent! }), enabled: !!parent })

  const go = (next: Step) => void navigate({ search: (old) => ({ ...old, step: next === 'company' ? undefined : next }) })
  const create = useChange(
    async (input: OrganizationCreateInput) => {
      try {
        return settled((await gql(OrganizationCreateDocument, { input: { ...input, idempotencyKey: keyOf(input) } })).organizationCreate)
      } catch (error) {
        // Back to the first step that has something to put right.
        const wrong = error instanceof Refused ? steps.find((one) => error.refusals.some((refusal) => stepOf(refusal) === one)) : undefined
        if (wrong) go(wrong)
        throw error
      }
    },
    ({ organization, administrator, temporaryPassword }) => {
      const row = readFragment(OrganizationRowFragmentDoc, organization)
      if (row) setMade({ id: row.id, name: row.name, administrator: administrator?.displayName ?? null, password: temporaryPassword ?? null })
      forget()
    },
  )
  if (!may(viewer, 'ORGANIZATION_CREATE')) return <Notice icon={Lock} title={t('translation:failure.FORBIDDEN.title')}>{t('translation:failure.FORBIDDEN.text')}</Notice>
  if (made) return <Done made={made} sub={!!parent} onAnother={() => { setMade(undefined); go('company') }} />

  const here = create.refusals.filter((refusal) => stepOf(refusal) === step)
  const under = (...names: string[]) =>
    noNumber && names.includes('initialCredits')
      ? t('organizations:credits.whole')
      : here.filter((one) => names.includes(one.path.at(-1) ?? '') || names.some((name) => one.path.includes(name))).map(textOf)[0]
  const at = steps.indexOf(step)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = step === 'plan' && draft.credits.trim() !== '' && wholeOf(draft.credits) === null
    setNoNumber(wrong)
    if (wrong) return
    if (step === 'review') create.run(inputOf(draft, parent, steps, rights))
    else go(steps[at + 1] ?? 'review')
  }
  const forms: Record<Step, ReactNode> = {
    company: <CompanyFields value={draft.company} onChange={(next) => change({ company: { ...draft.company, ...next } })} under={under} />,
    administrator: <AdministratorStep {...{ draft, change, under }} />,
    features: <FeaturesStep {...{ draft, change, under, rights }} options={options.data} />,
    plan: <PlanStep {...{ draft, change, under, rights }} options={options.data} />,
    review: <Review draft={draft} steps={steps} options={options.data} onEdit={go} />,
  }
  return (
    <Page
      above={<Link to="/organizations" className="hover:text-ink hover:underline">{t('organization:back')}</Link>}
      title={parent ? t('titleSub', { name: above.data?.organization?.name ?? '…' }) : t('title')}
    >
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-5">
        <Stepper steps={steps} at={step} wrong={(one) => create.refusals.some((refusal) => stepOf(refusal) === one)} onGo={go} />
        <form onSubmit={submit} noValidate={step === 'review'}>
          <Card title={t(`steps.${step}`)}>
            <div className="px-5 pt-3 pb-5">
              {step === 'review' ? create.above() : here.length > 0 && <p role="alert" className="mb-4 rounded-lg bg-bad-tint px-3 py-2 text-sm text-bad">{t('mistakes')}</p>}
              {forms[step]}
            </div>
            <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3.5">
              <Link to="/organizations" onClick={forget} className={buttonLook({ look: 'quiet' })}>
                {t('cancel')}
              </Link>
              <span className="grow" />
              {at > 0 && <Button onClick={() => go(steps[at - 1] ?? 'company')}>{t('translation:back')}</Button>}
              <Button look="primary" type="submit" busy={create.busy}>
                {step !== 'review' ? t('next') : t(parent ? 'createSub' : 'create')}
              </Button>
            </footer>
          </Card>
        </form>
      </div>
    </Page>
  )
}
