import { useEffect, useRef, type ReactNode } from 'react'
import { cn } from './cn'
import { titlePage } from './title'

interface PageProps {
  title: ReactNode
  /** A sentence on what the page is for, or where it belongs. */
  text?: ReactNode
  /** Above the title: the way back. */
  above?: ReactNode
  /** Right of the title, and no part of it: a state. */
  beside?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** A page: its heading, which names the browser's tab too, what can be done here, and its content. */
export function Page({ title, text, above, beside, actions, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => titlePage(heading.current?.textContent ?? ''))
  return (
    <div className="mx-auto flex max-w-7xl flex-col gap-5">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-0 grow">
          {above && <div className="mb-1 text-sm text-soft">{above}</div>}
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 ref={heading} className="min-w-0 text-2xl font-semibold wrap-anywhere">
              {title}
            </h1>
            {beside}
          </div>
          {text && <p className="mt-1 max-w-3xl text-sm text-soft">{text}</p>}
        </div>
        {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
      </header>
      {children}
    </div>
  )
}

/** A raised part of a page, with a heading where it needs one. */
export function Card({ title, text, actions, children, className }: Partial<PageProps> & { className?: string }) {
  return (
    <section className={cn('overflow-hidden rounded-2xl border border-line bg-card', className)}>
      {(title || actions) && (
        <header className="flex flex-wrap items-center gap-x-3 gap-y-2 px-5 pt-4 pb-1">
          <div className="min-w-0 grow">
            <h2 className="text-base font-semibold">{title}</h2>
            {text && <p className="mt-0.5 text-sm text-soft">{text}</p>}
          </div>
          {actions}
        </header>
      )}
      {children}
    </section>
  )
}
