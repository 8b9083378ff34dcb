import type { FeaturesAndModulesQuery } from '@contract'
import { useTranslation } from 'react-i18next'

// The server names features and modules in English; what it does not know of a
// language stands here, and what is new there is shown as the server names it.

const features: Record<string, { name: string; description: string }> = {
  SMS: { name: 'SMS', description: 'Textnachrichten senden und empfangen, bezahlt mit Guthaben.' },
  CALLS: { name: 'Telefonate', description: 'Anrufe tätigen und annehmen, bezahlt mit Guthaben.' },
  CONVERSATIONS: { name: 'Gespräche', description: 'Laufende Gespräche am Agentenplatz führen.' },
  BOTS: { name: 'Bots', description: 'Bots im Betriebsportal bauen und einsetzen.' },
  ANALYTICS: { name: 'Auswertungen', description: 'Die Nutzung des Kontos sehen.' },
  REPORTS: { name: 'Berichte', description: 'Berichte über das Konto erstellen.' },
  SUB_ACCOUNTS: { name: 'Unterkonten', description: 'Das Konto in Unterkonten teilen.' },
  SSO: { name: 'Single Sign-on', description: 'Leute mit dem Token des Kontos aus einem anderen System anmelden.' },
  BRANDING: { name: 'Eigener Auftritt', description: 'Die Portale unter eigenem Namen, Logo und eigener Domain zeigen.' },
  CUSTOM_MODELS: { name: 'Eigene Modelle', description: 'Modelle nutzen, die für das Konto gemacht sind.' },
  STORAGE: { name: 'Speicher', description: 'Dateien in Speicherkonten ablegen.' },
  WEBHOOKS: { name: 'Webhooks', description: 'Andere Systeme über Änderungen benachrichtigen, sobald sie geschehen.' },
  API_ACCESS: { name: 'API-Zugang', description: 'Die API mit Schlüsseln des Kontos nutzen.' },
}

const modules: Record<string, string> = {
  CAMPAIGNS: 'Kampagnen',
  CONTACTS: 'Kontakte',
  CONVERSATIONS: 'Gespräche',
  NUMBERS: 'Rufnummern',
  REPORTS: 'Berichte',
  SETTINGS: 'Einstellungen',
  PRICING: 'Preise',
  PAYMENT: 'Zahlung',
  USER_MANAGEMENT: 'Benutzerverwaltung',
}

type Feature = NonNullable<FeaturesAndModulesQuery['features']>[number]
type Module = NonNullable<FeaturesAndModulesQuery['modules']>[number]

/** What features and modules are called in the language shown. */
export function useCatalogue() {
  const { i18n } = useTranslation()
  const german = i18n.language === 'de'
  return {
    feature: ({ key, name, description }: Pick<Feature, 'key' | 'name'> & Partial<Pick<Feature, 'description'>>) =>
      (german && features[key]) || { name, description: description ?? '' },
    module: ({ key, name }: Pick<Module, 'key' | 'name'>): string => (german && modules[key]) || name,
  }
}
