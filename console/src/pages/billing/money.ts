// Amounts are decimals in words, as the contract has them. They are added,
// shared and rounded as whole numbers of a ten-thousandth, never as floats.

const places = 4

/** "12.5" as 125000 ten-thousandths; null where it is no amount. A comma counts as a point. */
export function unitsOf(text: string): bigint | null {
  const match = /^([-+]?)(\d{1,15})(?:[.,](\d{0,4}))?$/.exec(text.trim())
  if (!match) return null
  const [, sign, whole = '0', part = ''] = match
  const units = BigInt(whole) * 10_000n + BigInt(part.padEnd(places, '0'))
  return sign === '-' ? -units : units
}

/** The decimal of ten-thousandths, as the contract wants it. */
export function decimalOf(units: bigint): string {
  const digits = String(units < 0n ? -units : units).padStart(places + 1, '0')
  const part = digits.slice(-places).replace(/0+$/, '')
  return `${units < 0n ? '-' : ''}${digits.slice(0, -places)}${part && `.${part}`}`
}

/** How an amount is typed, as the contract wants it; what is none stays, and the server says so. */
export function typedDecimal(text: string): string {
  const units = unitsOf(text)
  return units === null ? text.trim() : decimalOf(units)
}

const minorDigits = (currency: string): number => {
  try {
    return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  } catch {
    return 2
  }
}

/** An amount in the words of a language; a price may have parts of the minor unit. */
export function moneyText(amount: string, currency: string, language: string, price = false): string {
  const digits = minorDigits(currency)
  const format = new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: price ? Math.max(digits, places) : digits,
  })
  // Browsers format decimals in words exactly; the types of this language level do not know it.
  return format.format(amount as unknown as number)
}

/** The quotient, half to even. */
function roundedQuotient(value: bigint, by: bigint): bigint {
  const sign = value < 0n ? -1n : 1n
  const size = value * sign
  const whole = size / by
  const twice = (size % by) * 2n
  return sign * (twice > by || (twice === by && whole % 2n === 1n) ? whole + 1n : whole)
}

const step = (currency: string): bigint => 10n ** BigInt(Math.max(0, places - minorDigits(currency)))

export const rounded = (units: bigint, currency: string): bigint => roundedQuotient(units, step(currency)) * step(currency)

/** The share of some days of all, rounded once from the exact quotient. */
export const shareOf = (units: bigint, days: number, all: number, currency: string): bigint =>
  roundedQuotient(units * BigInt(days), BigInt(all) * step(currency)) * step(currency)

export interface Terms {
  currency: string
  basePrice: string
  seatPrice: string
  includedSeats: number
}

/** What terms take for a whole period, whatever is used. */
export function standing({ currency, basePrice, seatPrice, includedSeats }: Terms, seats: number): bigint {
  const above = BigInt(Math.max(0, seats - includedSeats))
  return rounded(unitsOf(basePrice) ?? 0n, currency) + rounded((unitsOf(seatPrice) ?? 0n) * above, currency)
}
