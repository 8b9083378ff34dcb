import { Mail } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { brandColours, brandLook, on } from '@/ui/brand'
import { cn } from '@/ui/cn'
import { Card } from '@/ui/page'
import type { Draft } from './draft'

/** Logos come with the public address of the program; this page may have another. */
export const ownPath = (url: string): string => new URL(url, location.origin).pathname

const Bar = ({ text }: { text: string }) => (
  <span className="flex flex-col gap-1">
    <span className="text-xs font-medium">{text}</span>
    <span className="block h-8 rounded-lg border border-edge/70 bg-card" />
  </span>
)

/** The sign-in page as it will be: a picture that follows what is typed, with nothing to press. */
export function SignInPreview({ seen }: { seen: Draft & { logoUrl: string | null } }) {
  const { t } = useTranslation(['branding', 'translation'])
  const primary = seen.primaryColor ?? '#000000'
  const product = seen.productName ?? ''
  return (
    <Card title={t('preview.signIn')}>
      <div className="p-5">
        <div
          role="img"
          aria-label={t('preview.signInOf', { product })}
          className={cn('flex flex-col gap-4 rounded-xl border border-line bg-ground p-5 text-ink', brandLook)}
          style={brandColours(primary, on(primary))}
        >
          <span className="flex items-center gap-2.5 font-semibold">
            {seen.logoUrl ? (
              <img src={ownPath(seen.logoUrl)} alt="" className="max-h-10 max-w-44 rounded-lg bg-white object-contain p-1" />
            ) : (
              <>
                <span className="grid size-8 shrink-0 place-items-center rounded-lg bg-(--brand) text-sm text-(--on-brand)">{[...product][0]}</span>
                <span className="min-w-0 truncate">{product}</span>
              </>
            )}
          </span>
          <span className="block overflow-hidden rounded-xl border border-line bg-card shadow-sm">
            <span className="block h-1 bg-(--brand)" />
            <span className="flex flex-col gap-3 p-4">
              <span className="text-sm font-semibold">{t('preview.to', { product })}</span>
              <Bar text={t('preview.email')} />
              <Bar text={t('preview.password')} />
              <span className="mt-1 grid h-9 place-items-center rounded-lg bg-(--brand) text-sm font-medium text-(--on-brand)">{t('preview.submit')}</span>
              <span className="flex items-center gap-2 text-xs text-primary underline underline-offset-4">{t('preview.forgotten')}</span>
            </span>
          </span>
          {(seen.supportEmail || seen.supportUrl) && (
            <span className="flex flex-wrap gap-x-2 text-xs text-soft">
              {t('preview.help')}
              <span className="min-w-0 truncate text-primary underline underline-offset-4">{seen.supportEmail ?? seen.supportUrl}</span>
            </span>
          )}
          <span className="flex items-center gap-2 text-xs text-soft">
            <span className="size-3 rounded-full" style={{ background: seen.accentColor ?? primary }} />
            {t('preview.accent')}
          </span>
        </div>
      </div>
    </Card>
  )
}

/** The head of a mail as an inbox shows it. */
export function MailPreview({ sender, product }: { sender: string; product: string }) {
  const { t } = useTranslation(['branding', 'translation'])
  return (
    <Card title={t('preview.mail')}>
      <div className="p-5">
        <div role="img" aria-label={t('preview.mailOf', { sender })} className="flex items-center gap-3 rounded-xl border border-line bg-ground p-4 text-sm">
          <span className="grid size-9 shrink-0 place-items-center rounded-full bg-tint text-primary">
            <Mail className="size-4" />
          </span>
          <span className="min-w-0 grow">
            <span className="flex justify-between gap-3">
              <span className="truncate font-semibold">{sender}</span>
              <span className="shrink-0 text-xs text-soft">{t('preview.now')}</span>
            </span>
            <span className="block truncate">{t('preview.subject', { product })}</span>
            <span className="block truncate text-xs text-soft">{t('preview.line')}</span>
          </span>
        </div>
      </div>
    </Card>
  )
}
