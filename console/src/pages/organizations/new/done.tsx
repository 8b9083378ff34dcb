import { Link } from '@tanstack/react-router'
import { CircleCheck, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, buttonLook } from '@/ui/button'
import { Card } from '@/ui/page'
import { Secret } from '@/ui/secret'

export interface Made {
  id: string
  name: string
  administrator: string | null
  password: string | null
}

/** What was made, and the password that is shown this once. */
export function Done({ made, sub, onAnother }: { made: Made; sub: boolean; onAnother: () => void }) {
  const { t } = useTranslation(['newOrganization', 'translation'])
  const { id, name, administrator, password } = made
  return (
    <div className="mx-auto max-w-xl pt-6">
      <Card>
        <div className="flex flex-col items-center gap-4 px-6 py-10 text-center" role="status">
          <span className="grid size-12 place-items-center rounded-2xl bg-good-tint text-good">
            <CircleCheck aria-hidden className="size-6" />
          </span>
          <h1 className="text-xl font-semibold">{t('done.title', { name })}</h1>
          {password ? (
            <div className="flex w-full flex-col gap-2 text-left">
              <p className="text-sm font-medium">{t('done.password', { name: administrator })}</p>
              <Secret label={t('done.password', { name: administrator })} value={password} />
              <p className="text-sm text-soft">{t('done.passwordText')}</p>
            </div>
          ) : (
            <p className="text-sm text-soft">{administrator ? t('done.link', { name: administrator }) : t('done.nobody')}</p>
          )}
          <div className="flex flex-wrap justify-center gap-2">
            {!sub && (
              <Button onClick={onAnother}>
                <Plus aria-hidden />
                {t('done.another')}
              </Button>
            )}
            <Link to="/organizations/$id" params={{ id }} className={buttonLook({ look: 'primary' })}>
              {t('done.open', { name })}
            </Link>
          </div>
        </div>
      </Card>
    </div>
  )
}
