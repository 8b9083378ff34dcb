import { describe, expect, test } from 'vitest'
import { brandColours, contrast, on, readable } from './brand'

const levels = ['00', '1f', '4e', '80', 'd4', 'ff']
const colours = levels.flatMap((red) => levels.flatMap((green) => levels.map((blue) => `#${red}${green}${blue}`)))

describe('the colours of a reseller', () => {
  test.each(['#eef0f6', '#2c3050'])('can be read on %s, whatever was chosen', (ground) => {
    expect(colours.filter((colour) => contrast(readable(colour, ground), ground) < 4.5)).toEqual([])
  })
  test('stay as they are where they can be read', () => {
    expect(readable('#1F4E79', '#eef0f6')).toBe('#1F4E79')
  })
  test('keep their hue where they cannot', () => {
    const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(readable('#12365E', '#2c3050').slice(at, at + 2), 16)) as [number, number, number]
    expect(blue).toBeGreaterThan(green)
    expect(green).toBeGreaterThan(red)
    expect(blue - red).toBeGreaterThan(60)
  })
  test('carry text that can be read', () => {
    expect(colours.filter((colour) => contrast(on(colour), colour) < 4.5)).toEqual([])
    expect(brandColours('#FFD400', '#000000')).toMatchObject({ '--brand': '#FFD400', '--on-night': '#000000' })
  })
})
