import type { OrganizationFeatureRowFragment } from '@contract'
import { Eye, EyeOff } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '@/ui/badge'
import { Button } from '@/ui/button'
import { Switch } from '@/ui/switch'
import { useCatalogue } from './catalogue'

interface FeatureListProps {
  features: readonly OrganizationFeatureRowFragment[]
  on: ReadonlySet<string>
  hidden?: ReadonlySet<string>
  onSwitch?: ((key: string, on: boolean) => void) | undefined
  onHide?: ((key: string, hide: boolean) => void) | undefined
  /** Who owns the platform switches what it does not have as well. */
  own?: boolean
}

/** The catalogue of features with what is on; what cannot be given says why. */
export function FeatureList({ features, on, hidden, onSwitch, onHide, own }: FeatureListProps) {
  const { t } = useTranslation(['organization', 'translation'])
  const words = useCatalogue()
  return (
    <ul className="divide-y divide-line">
      {features.map(({ feature, entitled }) => {
        const { name, description } = words.feature(feature)
        const isOn = on.has(feature.key)
        const isHidden = !!hidden?.has(feature.key)
        const refused = !own && !entitled
        return (
          <li key={feature.key} className="flex items-center gap-3 px-5 py-3">
            <div className="min-w-0 grow text-sm">
              <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
                {name}
                {isOn && isHidden && (
                  <span title={t('features.hiddenText')}>
                    <Badge>{t('features.hidden')}</Badge>
                  </span>
                )}
              </p>
              <p className="text-soft">{description}</p>
              {refused && <p className="mt-0.5 text-warn">{t(isOn ? 'features.waits' : 'features.notEntitled')}</p>}
            </div>
            {onHide && isOn && (
              <Button look="quiet" size="icon" aria-pressed={isHidden} aria-label={t('features.hide', { name })} title={t('features.hiddenText')} onClick={() => onHide(feature.key, !isHidden)}>
                {isHidden ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
              </Button>
            )}
            {onSwitch ? (
              <Switch label={name} checked={isOn} disabled={refused && !isOn} onChange={(next) => onSwitch(feature.key, next)} />
            ) : (
              <Badge tone={isOn ? 'good' : 'plain'}>{t(isOn ? 'features.on' : 'features.off')}</Badge>
            )}
          </li>
        )
      })}
    </ul>
  )
}
