import { ApiCredentialRowFragmentDoc, readFragment } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Badge } from '@/ui/badge'
import { Facts } from '@/ui/facts'
import { Sheet } from '@/ui/sheet'
import { Ago } from '@/ui/time'
import { KeyMenu, type KeyDialog } from './actions'
import { KeyState } from './cells'
import { keyQuery } from './form'

interface KeySheetProps {
  id: string
  onClose: () => void
  onDialog: (dialog: KeyDialog) => void
}

/** One key beside the list; never its secret, which nobody knows any more. */
export function KeySheet({ id, onClose, onDialog }: KeySheetProps) {
  const { t, i18n } = useTranslation(['api', 'translation'])
  const number = new Intl.NumberFormat(i18n.language)
  const read = useQuery(keyQuery(id))
  const credential = readFragment(ApiCredentialRowFragmentDoc, read.data?.apiCredential)
  return (
    <Sheet read={read} row={credential} title={credential?.name} description={credential && `${credential.prefix}…`} list={t('title')} onClose={onClose}>
      {(credential) => (
        <>
          <div className="flex items-center gap-2">
            <KeyState status={credential.status} />
            <span className="grow" />
            {credential.viewerActions.length > 0 && <KeyMenu credential={credential} onDialog={onDialog} />}
          </div>
          {credential.revokedAt && (
            <p className="rounded-xl bg-bad-tint p-4 text-sm text-bad">
              {t('states.REVOKED')} <Ago at={credential.revokedAt} />
              {credential.revokedReason && <span className="mt-1 block text-ink">{credential.revokedReason}</span>}
            </p>
          )}
          <Facts
            facts={[
              [t('organization'), credential.organization?.name],
              [t('ends'), <Ago key="ends" at={credential.expiresAt} never={t('never')} />],
              [t('lastUsed'), <Ago key="used" at={credential.lastUsedAt} never={t('never')} />],
              [t('cost'), t('costPerMinute', { cost: number.format(credential.costPerMinute) })],
              [t('createdBy'), credential.createdBy?.displayName],
              [t('added'), <Ago key="added" at={credential.createdAt} />],
            ]}
          />
          <section>
            <h3 className="mb-2 text-sm font-semibold">{t('roles')}</h3>
            <p className="flex flex-wrap gap-1">
              {credential.roles.map((role) => (
                <Badge key={role.id} tone="tint">
                  {role.name}
                </Badge>
              ))}
            </p>
          </section>
          <section>
            <h3 className="mb-2 text-sm font-semibold">{t('operations')}</h3>
            {credential.operations.length === 0 ? (
              <p className="text-sm text-soft">{t('allOperations')}</p>
            ) : (
              <ul className="flex flex-wrap gap-1.5">
                {credential.operations.map((one) => (
                  <li key={one} className="rounded-md border border-line bg-ground px-2 py-0.5 font-mono text-xs">
                    {one}
                  </li>
                ))}
              </ul>
            )}
          </section>
        </>
      )}
    </Sheet>
  )
}
