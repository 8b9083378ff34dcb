/** The lines of a scale from 0 up to at least `max`, at steps people can read. */
export function scaleOf(max: number, wished = 4): number[] {
  if (max <= 0) return [0, 1]
  const rough = max / wished
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5, 10].find((one) => one * power >= rough) ?? 10) * power
  // Nothing here is counted in parts.
  const whole = Math.max(1, step)
  return Array.from({ length: Math.ceil(max / whole) + 1 }, (_, i) => i * whole)
}

/** Every how many of `count` labels there is room for. */
export const every = (count: number, width: number, room: number): number => Math.max(1, Math.ceil((count * room) / Math.max(1, width)))
