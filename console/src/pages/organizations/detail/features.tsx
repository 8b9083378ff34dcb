import {
  OrganizationFeatureRowFragmentDoc,
  OrganizationFeaturesDocument,
  OrganizationFeaturesUpdateDocument,
  readFragment,
  ResellerFeaturesUpdateDocument,
  type OrganizationFeatureRowFragment,
  type OrganizationFeaturesQuery,
} from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { may, useViewer } from '@/app/session'
import { Unsaved } from '@/app/unsaved'
import { Button, buttonLook } from '@/ui/button'
import { Failure } from '@/ui/notice'
import { Card } from '@/ui/page'
import { Progress } from '@/ui/progress'
import { Skeleton } from '@/ui/skeleton'
import { say } from '@/ui/toast'
import { useCatalogue } from '../catalogue'
import { useNumber } from '../cells'
import { FeatureList } from '../feature-list'
import { SeatsField } from '../seats-field'
import type { PartProps } from './page'

type Loaded = NonNullable<OrganizationFeaturesQuery['organization']>

/** What an organization may use, and how many people it can have. */
export function Features(props: PartProps) {
  const { row } = props
  const { data, error, refetch } = useQuery({ queryKey: ['organization', row.id, 'features'], queryFn: () => gql(OrganizationFeaturesDocument, { id: row.id }) })
  const loaded = data?.organization
  if (error && !data) return <Failure error={error} retry={() => void refetch()} />
  if (!loaded) return <Skeleton className="h-96 w-full" />
  return <Form key={loaded.id} {...props} loaded={loaded} />
}

interface Draft {
  on: ReadonlySet<string>
  hidden: ReadonlySet<string>
  seats: string | null
}

function draftOf({ features, seats }: Loaded): Draft {
  const all = readFragment(OrganizationFeatureRowFragmentDoc, features ?? [])
  const keys = (which: (one: OrganizationFeatureRowFragment) => boolean) => new Set(all.filter(which).map((one) => one.feature.key))
  return { on: keys((one) => one.switchedOn), hidden: keys((one) => one.hidden), seats: seats?.limit == null ? null : String(seats.limit) }
}

const alike = (one: Draft, other: Draft): boolean =>
  one.seats === other.seats && without(one.on, other.on).length + without(other.on, one.on).length === 0 && JSON.stringify(inUse(one.hidden, one.on)) === JSON.stringify(inUse(other.hidden, other.on))

const inUse = (hidden: ReadonlySet<string>, on: ReadonlySet<string>): string[] => [...hidden].filter((one) => on.has(one)).sort()
const without = (all: ReadonlySet<string>, others: ReadonlySet<string>): string[] => [...all].filter((one) => !others.has(one))

function Form({ row, rights, loaded }: PartProps & { loaded: Loaded }) {
  const { t } = useTranslation(['organization', 'translation'])
  const viewer = useViewer()
  const features = readFragment(OrganizationFeatureRowFragmentDoc, loaded.features ?? [])
  const own = row.kind === 'RESELLER'
  const editable = own ? rights.buys : loaded.viewerActions.includes('FEATURES')
  const seatsEditable = own ? rights.buys : editable && may(viewer, 'ORGANIZATION_SEAT_SET')
  const [base, setBase] = useState(loaded)
  const [saved, setSaved] = useState(false)
  const before = draftOf(base)
  const [draft, setDraft] = useState(before)

  const enable = without(draft.on, before.on)
  const disable = without(before.on, draft.on)
  // What is switched off is not hidden either.
  const hidden = inUse(draft.hidden, draft.on)
  const hiddenChanged = !own && JSON.stringify(hidden) !== JSON.stringify(inUse(before.hidden, draft.on))
  const seatsChanged = seatsEditable && draft.seats !== before.seats
  const dirty = enable.length > 0 || disable.length > 0 || hiddenChanged || seatsChanged

  // A new state shows at once, but never under what is being chosen: saving that is refused, and the new state is one press away.
  const adopt = () => {
    setBase(loaded)
    setDraft(draftOf(loaded))
    setSaved(false)
  }
  if (loaded.version !== base.version) {
    if (saved || !dirty) adopt()
    else if (alike(before, draftOf(loaded))) setBase(loaded)
  }

  const { run, busy, reset, under, above } = useChange(
    async () => {
      const shared = { enable, disable, ...(seatsChanged && { seatLimit: draft.seats === null ? null : Number(draft.seats) }), expectedVersion: base.version }
      if (own) settled((await gql(ResellerFeaturesUpdateDocument, { input: shared })).resellerFeaturesUpdate)
      else settled((await gql(OrganizationFeaturesUpdateDocument, { id: row.id, input: { ...shared, ...(hiddenChanged && { hidden }) } })).organizationFeaturesUpdate)
    },
    () => {
      setSaved(true)
      say(t('features.saved', { name: row.name }))
    },
  )
  const set = (which: 'on' | 'hidden') => (key: string, yes: boolean) => {
    const next = new Set(draft[which])
    if (yes) next.add(key)
    else next.delete(key)
    setDraft({ ...draft, [which]: next })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (dirty) run(undefined)
  }
  return (
    <>
      <form onSubmit={submit} className="grid items-start gap-5 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <Card title={t('features.title')} text={row.kind === 'SUB_ACCOUNT' ? t('features.inherited') : own ? t('features.ownText') : t('features.text', { name: row.name })}>
          <div className="pt-3">
            <FeatureList features={features} on={draft.on} hidden={draft.hidden} own={own} onSwitch={editable ? set('on') : undefined} onHide={editable && !own ? set('hidden') : undefined} />
          </div>
        </Card>
        <div className="flex flex-col gap-5 lg:sticky lg:top-6">
          <Card title={t('features.seats')} text={own ? t('features.ownSeatsText') : t('features.seatsText')}>
            <div className="flex flex-col gap-4 px-5 pt-3 pb-5 text-sm">
              <Taken seats={loaded.seats} />
              {seatsEditable && <SeatsField value={draft.seats} onChange={(seats) => setDraft({ ...draft, seats })} error={under('seatLimit')} />}
              {seatsEditable && draft.seats !== null && (
                <div className="flex flex-wrap gap-2">
                  {[5, 10, 50].map((more) => (
                    <Button key={more} size="sm" aria-label={`${t('features.add')}: ${more}`} onClick={() => setDraft({ ...draft, seats: String(Number(draft.seats) + more) })}>
                      +{more}
                    </Button>
                  ))}
                </div>
              )}
              {row.kind === 'SUB_ACCOUNT' && row.parent && (
                <Link to="/organizations/$id" params={{ id: row.parent.id }} search={{ tab: 'features' }} className={buttonLook()}>
                  {t('features.goParent', { name: row.parent.name })}
                </Link>
              )}
            </div>
          </Card>
          {dirty && (
            <Card>
              <div className="flex flex-col gap-3 p-5 text-sm">
                {above('seatLimit')}
                <p className="font-medium">{t('features.changes')}</p>
                <Changes {...{ features, enable, disable, seatsChanged }} seats={draft.seats} hide={hiddenChanged ? hidden.filter((key) => !before.hidden.has(key)) : []} show={hiddenChanged ? [...before.hidden].filter((key) => draft.on.has(key) && !draft.hidden.has(key)) : []} />
                <div className="flex justify-end gap-2">
                  <Button
                    onClick={() => {
                      adopt()
                      reset()
                    }}
                  >
                    {t('features.discard')}
                  </Button>
                  <Button look="primary" type="submit" busy={busy}>
                    {t('translation:save')}
                  </Button>
                </div>
              </div>
            </Card>
          )}
        </div>
      </form>
      <Unsaved changed={dirty && !saved} />
    </>
  )
}

function Taken({ seats }: Pick<Loaded, 'seats'>) {
  const { t } = useTranslation(['organization', 'translation'])
  const number = useNumber()
  if (!seats) return null
  const { used, limit } = seats
  if (limit == null) return <p>{t('features.used', { used: number(used) })}</p>
  return (
    <div className="flex flex-col gap-2">
      <p>{t('features.usedOf', { used: number(used), limit: number(limit) })}</p>
      <Progress label={t('features.seats')} share={limit === 0 ? 1 : Math.min(1, used / limit)} />
    </div>
  )
}

interface ChangesProps {
  features: readonly OrganizationFeatureRowFragment[]
  enable: string[]
  disable: string[]
  hide: string[]
  show: string[]
  seatsChanged: boolean
  seats: string | null
}

/** The change in words, before it is saved. */
function Changes({ features, enable, disable, hide, show, seatsChanged, seats }: ChangesProps) {
  const { t, i18n } = useTranslation(['organization', 'translation'])
  const words = useCatalogue()
  const list = new Intl.ListFormat(i18n.language)
  const names = (keys: string[]) => list.format(features.filter((one) => keys.includes(one.feature.key)).map((one) => words.feature(one.feature).name))
  return (
    <ul className="list-disc space-y-1 pl-5">
      {enable.length > 0 && <li>{t('features.switchOn', { names: names(enable) })}</li>}
      {disable.length > 0 && <li>{t('features.switchOff', { names: names(disable) })}</li>}
      {hide.length > 0 && <li>{t('features.hideNames', { names: names(hide) })}</li>}
      {show.length > 0 && <li>{t('features.showNames', { names: names(show) })}</li>}
      {seatsChanged && <li>{seats === null ? t('features.unlimitSeats') : t('features.setSeats', { count: Number(seats) })}</li>}
    </ul>
  )
}
