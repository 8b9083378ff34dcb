import { BrandingResetDocument, BrandingRowFragmentDoc, BrandingUpdateDocument, readFragment, type BrandingRowFragment, type OrganizationNameQuery } from '@contract'
import { useQueryClient } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gql, settled } from '@/api/gql'
import { useChange } from '@/app/change'
import { may, useViewer } from '@/app/session'
import { Unsaved } from '@/app/unsaved'
import { contrast } from '@/ui/brand'
import { Button } from '@/ui/button'
import { Confirm } from '@/ui/confirm'
import { Card } from '@/ui/page'
import { Ago } from '@/ui/time'
import { say } from '@/ui/toast'
import { DomainCard } from './domain'
import { changesOf, draftOf, isColour, needs, type Above, type Draft } from './draft'
import { ColourSetting, TextSetting } from './fields'
import { LogoSetting } from './logo'
import { MailPreview, SignInPreview } from './preview'

interface PortalLookProps {
  organization: NonNullable<OrganizationNameQuery['organization']>
  branding: BrandingRowFragment
  above: Above
}

/** The look of one portal: what is said of it beside what comes of it. */
export function PortalLook({ organization, branding, above }: PortalLookProps) {
  const { t } = useTranslation(['branding', 'translation'])
  const editable = may(useViewer(), 'BRANDING_MANAGE')
  const client = useQueryClient()
  const [base, setBase] = useState(branding)
  const stored = draftOf(base)
  const [draft, setDraft] = useState<Draft>(stored)
  const [resetting, setResetting] = useState(false)
  const changes = changesOf(draft, stored)
  const dirty = Object.keys(changes).length > 0
  // A new state shows at once, but never under what is being typed: saving that is refused, and the new state is one press away.
  const adopt = (next: BrandingRowFragment) => {
    setBase(next)
    setDraft(draftOf(next))
  }
  if (branding.version !== base.version) {
    if (!dirty) adopt(branding)
    else if (Object.keys(changesOf(draftOf(branding), stored)).length === 0) setBase(branding)
  }
  const saved = (next: BrandingRowFragment | null | undefined) => {
    if (!next) return
    client.setQueryData<BrandingRowFragment[]>(['branding', organization.id], (all) => all?.map((one) => (one.portal === next.portal ? next : one)))
    adopt(next)
  }
  const { run, busy, reset, under, above: mistakes } = useChange(
    async () =>
      settled(
        (await gql(BrandingUpdateDocument, { organizationId: organization.id, portal: branding.portal, input: { ...changes, expectedVersion: base.version } }))
          .brandingUpdate,
      ),
    ({ branding }) => {
      saved(readFragment(BrandingRowFragmentDoc, branding))
      say(t('saved'))
    },
  )
  const set = (name: keyof Draft) => (value: string | null) => setDraft((old) => ({ ...old, [name]: value }))
  const setting = (name: keyof Draft) => ({ own: draft[name], above: above[name], from: above.name, onChange: set(name), disabled: !editable, error: under(name) })
  const colours = (['primaryColor', 'accentColor'] as const).map((name) => [name, draft[name]] as const)
  const poor = colours.some(([name, value]) => value !== null && (!isColour(value) || contrast(value, '#ffffff') < needs[name]))
  const seen: Draft & { logoUrl: string | null } = {
    productName: draft.productName ?? above.productName,
    primaryColor: draft.primaryColor && isColour(draft.primaryColor) ? draft.primaryColor : above.primaryColor,
    accentColor: draft.accentColor && isColour(draft.accentColor) ? draft.accentColor : above.accentColor,
    supportEmail: draft.supportEmail ?? above.supportEmail,
    supportUrl: draft.supportUrl ?? above.supportUrl,
    mailSenderName: draft.mailSenderName ?? above.mailSenderName,
    logoUrl: branding.logoUrl ?? above.logoUrl,
  }
  const place = { organizationId: organization.id, portal: branding.portal }
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
      <div className="flex min-w-0 flex-col gap-5">
        <Card
          title={t('look')}
          text={t('lookText', { name: organization.name })}
          actions={
            editable &&
            branding.version > 0 && (
              <Button look="quiet" size="sm" onClick={() => setResetting(true)}>
                <RotateCcw aria-hidden />
                {t('reset.open')}
              </Button>
            )
          }
        >
          <form
            className="flex flex-col gap-5 p-5"
            onSubmit={(event) => {
              event.preventDefault()
              run(undefined)
            }}
          >
            {mistakes('productName', 'primaryColor', 'accentColor', 'supportEmail', 'supportUrl', 'mailSenderName')}
            <TextSetting label={t('productName')} maxLength={60} {...setting('productName')} />
            <div className="grid gap-5 sm:grid-cols-2">
              <ColourSetting label={t('primaryColor')} hint={t('primaryHint')} want={needs.primaryColor} {...setting('primaryColor')} />
              <ColourSetting label={t('accentColor')} hint={t('accentHint')} want={needs.accentColor} {...setting('accentColor')} />
            </div>
            <LogoSetting place={place} own={branding.logoUrl} above={above.logoUrl} from={above.name} disabled={!editable} />
            <div className="grid gap-5 sm:grid-cols-2">
              <TextSetting label={t('supportEmail')} type="email" maxLength={200} {...setting('supportEmail')} />
              <TextSetting label={t('supportUrl')} type="url" maxLength={500} {...setting('supportUrl')} />
            </div>
            <TextSetting label={t('sender')} hint={t(`senderHint.${branding.portal === 'RESELLER' || branding.portal === 'CUSTOMER' ? branding.portal : 'OTHER'}`)} maxLength={100} {...setting('mailSenderName')} />
            <p className="text-xs text-soft">
              {t('changed')} <Ago at={branding.updatedAt} never={t('never')} />
            </p>
            {editable && (
              <div className="sticky bottom-0 -mx-5 -mb-5 flex flex-wrap justify-end gap-2 border-t border-line bg-card px-5 py-3.5">
                {dirty && (
                  <Button
                    onClick={() => {
                      adopt(branding)
                      reset()
                    }}
                  >
                    {t('discard')}
                  </Button>
                )}
                <Button look="primary" type="submit" busy={busy} disabled={!dirty || poor}>
                  {t('translation:save')}
                </Button>
              </div>
            )}
          </form>
        </Card>
        <DomainCard place={place} branding={branding} disabled={!editable} />
      </div>
      <div className="flex min-w-0 flex-col gap-5 xl:sticky xl:top-6">
        <SignInPreview seen={seen} />
        <MailPreview sender={seen.mailSenderName ?? seen.productName ?? organization.name} product={seen.productName ?? organization.name} />
      </div>
      <Unsaved changed={dirty} />
      {resetting && (
        <Reset
          place={place}
          name={above.name}
          onClose={() => setResetting(false)}
          onDone={saved}
        />
      )}
    </div>
  )
}

export interface Place {
  organizationId: string
  portal: BrandingRowFragment['portal']
}

function Reset({ place, name, onClose, onDone }: { place: Place; name: string; onClose: () => void; onDone: (branding: BrandingRowFragment | null) => void }) {
  const { t } = useTranslation(['branding', 'translation'])
  const { run, busy, above } = useChange(
    async () => settled((await gql(BrandingResetDocument, place)).brandingReset),
    ({ branding }) => {
      onDone(readFragment(BrandingRowFragmentDoc, branding))
      onClose()
      say(t('reset.done'))
    },
  )
  return (
    <Confirm
      title={t('reset.title', { portal: t(`portals.${place.portal}`) })}
      text={t('reset.text', { name })}
      submit={t('reset.submit')}
      busy={busy}
      above={above()}
      onConfirm={() => run(undefined)}
      onClose={onClose}
    />
  )
}
