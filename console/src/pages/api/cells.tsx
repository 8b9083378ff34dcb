import type { ApiCredentialStatus } from '@contract'
import { useTranslation } from 'react-i18next'
import { Badge, type Tone } from '@/ui/badge'

const tones: Record<ApiCredentialStatus, Tone> = { ACTIVE: 'good', EXPIRED: 'warn', REVOKED: 'bad' }

export function KeyState({ status }: { status: ApiCredentialStatus }) {
  const { t } = useTranslation('api')
  return (
    <Badge dot tone={tones[status]}>
      {t(`states.${status}`)}
    </Badge>
  )
}
