// Colours that a reseller chose, kept readable on grounds that the reseller never saw.

type Rgb = readonly [number, number, number]

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
const hexOf = (rgb: Rgb): string => `#${rgb.map((one) => Math.round(one).toString(16).padStart(2, '0')).join('')}`

function light(hex: string): number {
  const [red, green, blue] = rgbOf(hex).map((one) => (one / 255 <= 0.04045 ? one / 255 / 12.92 : ((one / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** How far two colours can be told apart, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low, high] = [light(one), light(other)].sort((a, b) => a - b) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

const black = '#000000'
const white = '#ffffff'

/** Black or white, whichever is read better on the colour. */
export const on = (colour: string): string => (contrast(colour, black) > contrast(colour, white) ? black : white)

/** The colour as text on a ground: moved towards black or white as far as reading it takes. */
export function readable(colour: string, ground: string): string {
  const from = rgbOf(colour)
  const goal = rgbOf(on(ground))
  for (let part = 0; part < 1; part += 0.05) {
    const mixed = hexOf(from.map((one, i) => one + ((goal[i] ?? 0) - one) * part) as unknown as Rgb)
    if (contrast(mixed, ground) >= 4.6) return mixed
  }
  return on(ground)
}

// The darkest of the light and the lightest of the dark grounds that text stands on.
const grounds = { light: '#eef0f6', dark: '#2c3050' }

/**
 * The variables of a look, for `style`. With `brandLook` beside them everything
 * below has the reseller's colours, in the light and in the dark.
 */
export function brandColours(primary: string, onPrimary: string): Record<`--${string}`, string> {
  const [day, night] = [readable(primary, grounds.light), readable(primary, grounds.dark)]
  return { '--brand': primary, '--on-brand': onPrimary, '--day': day, '--on-day': on(day), '--night': night, '--on-night': on(night) }
}

export const brandLook =
  '[--primary:var(--day)] [--on-primary:var(--on-day)] dark:[--primary:var(--night)] dark:[--on-primary:var(--on-night)]'
