import { readFragment, WebhookEndpointRowFragmentDoc } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Badge } from '@/ui/badge'
import { Facts } from '@/ui/facts'
import { Sheet } from '@/ui/sheet'
import { Ago } from '@/ui/time'
import { EndpointMenu, type EndpointDialog } from './actions'
import { useEvents } from './events'
import { endpointQuery } from './form'

interface EndpointSheetProps {
  id: string
  onClose: () => void
  onDialog: (dialog: EndpointDialog) => void
}

/** One endpoint beside the list. */
export function EndpointSheet({ id, onClose, onDialog }: EndpointSheetProps) {
  const { t } = useTranslation(['webhooks', 'translation'])
  const { describe } = useEvents()
  const read = useQuery(endpointQuery(id))
  const endpoint = readFragment(WebhookEndpointRowFragmentDoc, read.data?.webhookEndpoint)
  return (
    <Sheet read={read} row={endpoint} title={endpoint?.name} description={endpoint?.url} list={t('title')} onClose={onClose}>
      {(endpoint) => (
        <>
          <div className="flex items-center gap-2">
            <Badge dot tone={endpoint.active ? 'good' : 'plain'}>
              {t(endpoint.active ? 'on' : 'off')}
            </Badge>
            <span className="grow" />
            {endpoint.viewerActions.length > 0 && <EndpointMenu endpoint={endpoint} onDialog={onDialog} />}
          </div>
          <Facts
            facts={[
              [t('organization'), endpoint.organization?.name],
              [t('secretVersion'), endpoint.secretVersion],
              [t('added'), <Ago key="added" at={endpoint.createdAt} />],
              [t('changed'), <Ago key="changed" at={endpoint.updatedAt} />],
            ]}
          />
          <section>
            <h3 className="mb-2 text-sm font-semibold">{t('eventCount', { count: endpoint.events.length })}</h3>
            <ul className="divide-y divide-line rounded-xl border border-line text-sm">
              {endpoint.events.map((key) => (
                <li key={key} className="px-3 py-2">
                  <code className="font-mono text-xs">{key}</code>
                  <span className="block text-xs text-soft">{describe(key)}</span>
                </li>
              ))}
            </ul>
          </section>
          <section>
            <h3 className="mb-2 text-sm font-semibold">{t('selection')}</h3>
            {endpoint.selection ? (
              <pre className="overflow-x-auto rounded-xl border border-line bg-ground p-3 font-mono text-xs" tabIndex={0} aria-label={t('selection')}>
                {endpoint.selection}
              </pre>
            ) : (
              <p className="text-sm text-soft">{t('selectionUsual')}</p>
            )}
          </section>
        </>
      )}
    </Sheet>
  )
}
