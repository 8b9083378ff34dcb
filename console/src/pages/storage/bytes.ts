// Bytes come as decimal strings. A pebibyte is below 2^53, so numbers hold them.

export const units = ['MiB', 'GiB', 'TiB'] as const
export type Unit = (typeof units)[number]

const sizes: Record<Unit, number> = { MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 }

/** The largest unit in which an amount is one or more. */
export const unitOf = (bytes: string): Unit => [...units].reverse().find((unit) => Number(bytes) >= sizes[unit]) ?? 'MiB'

/** How many of a unit an amount is, to two places where it is not whole. */
export const amountOf = (bytes: string, unit: Unit): number => Math.round((Number(bytes) / sizes[unit]) * 100) / 100

export const bytesOf = (amount: number, unit: Unit): string => String(Math.round(amount * sizes[unit]))

/** An amount for people, such as 39 GiB. */
export function bytesFor(bytes: string, language: string): string {
  const unit = unitOf(bytes)
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(Number(bytes) / sizes[unit])} ${unit}`
}
