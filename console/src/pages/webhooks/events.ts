import { WebhookEventsDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import type { CheckGroup } from '@/ui/checklist'
import { german } from './events-de'

/** What can be told, with a sentence on each in the language of the reader. */
export function useEvents() {
  const { t, i18n } = useTranslation('webhooks')
  const { data } = useQuery({ queryKey: ['webhookEvents'], queryFn: () => gql(WebhookEventsDocument), staleTime: Infinity })
  const events = data?.webhookEvents ?? []
  const told = new Map(events.map((one) => [one.key, one.description]))
  const describe = (key: string) => (i18n.language === 'de' && german[key]) || told.get(key)
  const groups: CheckGroup[] = []
  for (const { key } of events) {
    const noun = key.split('.')[0] ?? key
    const group = groups.find((one) => one.key === noun)
    const item = { key, label: key, hint: describe(key) }
    if (group) group.items = [...group.items, item]
    else groups.push({ key: noun, title: t(`nouns.${noun}`, { defaultValue: noun }), items: [item] })
  }
  return { events, describe, groups }
}
