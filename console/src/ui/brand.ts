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
const enough = 4.6

/** Black or white, whichever is read better on the colour. */
export const on = (colour: string): string => (contrast(colour, black) > contrast(colour, white) ? black : white)

function hueOf([red, green, blue]: Rgb): { hue: number; fullness: number; height: number } {
  const [high, low] = [Math.max(red, green, blue) / 255, Math.min(red, green, blue) / 255]
  const [range, height] = [high - low, (high + low) / 2]
  if (range === 0) return { hue: 0, fullness: 0, height }
  const [r, g, b] = [red / 255, green / 255, blue / 255]
  const sixth = high === r ? ((g - b) / range + 6) % 6 : high === g ? (b - r) / range + 2 : (r - g) / range + 4
  return { hue: sixth * 60, fullness: range / (1 - Math.abs(2 * height - 1)), height }
}

function colourOf(hue: number, fullness: number, height: number): string {
  const reach = fullness * Math.min(height, 1 - height)
  const part = (at: number) => {
    const turn = (at + hue / 30) % 12
    return (height - reach * Math.max(-1, Math.min(turn - 3, 9 - turn, 1))) * 255
  }
  return hexOf([part(0), part(8), part(4)])
}

/** The colour as text on a ground: as much lighter or darker, in its own hue, as reading it takes. */
export function readable(colour: string, ground: string): string {
  if (contrast(colour, ground) >= enough) return colour
  const { hue, fullness, height } = hueOf(rgbOf(colour))
  const step = on(ground) === white ? 0.02 : -0.02
  for (let at = height + step; at > 0 && at < 1; at += step) {
    const moved = colourOf(hue, fullness, at)
    if (contrast(moved, ground) >= enough) return moved
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
