import './words'
import { BrandingLookFieldsFragmentDoc, readFragment, SignInLookDocument } from '@contract'
import { useQuery } from '@tanstack/react-query'
import { Monitor, Moon, Sun, type LucideIcon } from 'lucide-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gql } from '@/api/gql'
import { useTheme, type Theme } from '@/app/theme'
import { keep, languages, speak, type Language } from '@/i18n'
import { brandColours, brandLook } from '@/ui/brand'
import { Button, type ButtonProps } from '@/ui/button'
import { cn } from '@/ui/cn'

/** How the reseller of this host looks, before anybody is known. */
export function useLook() {
  const { data } = useQuery({
    queryKey: ['look', location.hostname],
    queryFn: async () => readFragment(BrandingLookFieldsFragmentDoc, (await gql(SignInLookDocument, { host: location.hostname })).branding),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return { product: data?.productName ?? 'Tenantry', look: data ?? undefined }
}

// Logos come with the public address of the program, the page perhaps with a host of the reseller's own.
const ownPath = (url: string): string => new URL(url, location.origin).pathname

/** A page that stands before the sign-in: one card in the reseller's colours. */
export function Frame({ children }: { children: ReactNode }) {
  const { product, look } = useLook()
  useEffect(() => {
    document.title = product
  }, [product])
  return (
    <div className={cn('flex min-h-dvh flex-col', look && brandLook)} style={look && brandColours(look.primaryColor, look.onPrimaryColor)}>
      <div className="flex grow flex-col items-center justify-center px-4 py-8 sm:py-12">
        <header className="mb-6 flex w-full max-w-md items-center gap-3 text-lg font-semibold">
          {look?.logoUrl ? (
            <img src={ownPath(look.logoUrl)} alt={product} className="max-h-12 max-w-56 rounded-lg bg-white object-contain p-1" />
          ) : (
            <>
              <Initial product={product} branded={!!look} />
              {product}
            </>
          )}
        </header>
        <main className="w-full max-w-md overflow-hidden rounded-2xl border border-line bg-card shadow-sm">
          <div aria-hidden className={cn('h-1', look ? 'bg-(--brand)' : 'bg-primary')} />
          <div className="p-6 sm:p-8">{children}</div>
        </main>
        <Help />
      </div>
      <footer className="flex flex-wrap items-center justify-center gap-x-6 gap-y-2 px-4 pb-6 text-sm">
        <Languages />
        <Themes />
      </footer>
    </div>
  )
}

const Initial = ({ product, branded }: { product: string; branded: boolean }) => (
  <span aria-hidden className={cn('grid size-10 place-items-center rounded-xl text-lg font-semibold', branded ? 'bg-(--brand) text-(--on-brand)' : 'bg-primary text-on-primary')}>
    {[...product][0]}
  </span>
)

function Help() {
  const { t } = useTranslation(['entry', 'translation'])
  const { look } = useLook()
  if (!look?.supportEmail && !look?.supportUrl) return null
  return (
    <aside aria-label={t('help')} className="mt-6 flex w-full max-w-md flex-wrap gap-x-3 gap-y-1 text-sm text-soft">
      {t('help')}
      {look.supportUrl && <A href={look.supportUrl}>{new URL(look.supportUrl).host}</A>}
      {look.supportEmail && <A href={`mailto:${look.supportEmail}`}>{look.supportEmail}</A>}
    </aside>
  )
}

export const linkLook = 'rounded text-primary underline decoration-primary/40 underline-offset-4 hover:decoration-primary'

const A = ({ href, children }: { href: string; children: ReactNode }) => (
  <a href={href} rel="noreferrer" className={linkLook}>
    {children}
  </a>
)

function Languages() {
  const { t, i18n } = useTranslation()
  return (
    <div role="group" aria-label={t('nav.language')} className="flex gap-1">
      {(Object.keys(languages) as Language[]).map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={i18n.language === one}
          onClick={() => {
            keep(one)
            void speak(one)
          }}
          className="rounded-md px-2 py-1 text-soft hover:text-ink aria-pressed:font-medium aria-pressed:text-ink"
        >
          {languages[one]}
        </button>
      ))}
    </div>
  )
}

const themes: Record<Theme, LucideIcon> = { light: Sun, dark: Moon, system: Monitor }

function Themes() {
  const { t } = useTranslation()
  const [theme, setTheme] = useTheme()
  return (
    <div role="group" aria-label={t('nav.theme')} className="flex gap-1">
      {(Object.keys(themes) as Theme[]).map((one) => {
        const Icon = themes[one]
        return (
          <button
            key={one}
            type="button"
            aria-label={t(`nav.${one}`)}
            title={t(`nav.${one}`)}
            aria-pressed={theme === one}
            onClick={() => setTheme(one)}
            className="grid size-8 place-items-center rounded-md text-soft hover:bg-hover hover:text-ink aria-pressed:bg-hover aria-pressed:text-ink"
          >
            <Icon className="size-4" aria-hidden />
          </button>
        )
      })}
    </div>
  )
}

/** The one thing to do on such a page, in the colour the reseller chose. */
export function Go({ className, ...rest }: ButtonProps) {
  const { look } = useLook()
  return <Button look="primary" size="lg" type="submit" className={cn(look && 'bg-(--brand) text-(--on-brand)', className)} {...rest} />
}

export const Heading = ({ title, children }: { title: ReactNode; children?: ReactNode }) => (
  <div>
    <h1 className="text-xl font-semibold text-balance">{title}</h1>
    {children && <p className="mt-1.5 text-sm text-soft">{children}</p>}
  </div>
)

/** A page that has nothing left to ask. */
export function Told({ icon: Icon, title, children, action, tone = 'tint' }: { icon: LucideIcon; title: ReactNode; children: ReactNode; action?: ReactNode; tone?: 'tint' | 'good' | 'warn' }) {
  const tones = { tint: 'bg-tint text-primary', good: 'bg-good-tint text-good', warn: 'bg-warn-tint text-warn' }
  return (
    <div className="flex flex-col items-start gap-4">
      <span className={cn('grid size-12 place-items-center rounded-2xl', tones[tone])}>
        <Icon aria-hidden className="size-6" />
      </span>
      <Heading title={title}>{children}</Heading>
      {action}
    </div>
  )
}
