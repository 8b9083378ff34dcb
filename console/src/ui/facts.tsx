import type { ReactNode } from 'react'

export type Fact = [name: string, value: ReactNode]

/** What is known about one thing: names beside values, a dash where there is none. */
export function Facts({ title, facts }: { title?: string; facts: readonly Fact[] }) {
  return (
    <section>
      {title && <h3 className="mb-2 text-sm font-semibold">{title}</h3>}
      <dl className="grid grid-cols-[minmax(7rem,11rem)_1fr] gap-x-3 gap-y-2 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-soft">{name}</dt>
            <dd className="min-w-0">{value || <span className="text-soft">–</span>}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
