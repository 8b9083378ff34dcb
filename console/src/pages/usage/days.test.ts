import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween, eachOf, isDay, lastOfMonth } from './days'
import { rangeOf } from './search'

describe('days', () => {
  it('move by days and months, at the ends of months too', () => {
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28')
    expect(lastOfMonth('2028-02-10')).toBe('2028-02-29')
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(eachOf('MONTH', '2025-12-24', '2026-02-02')).toEqual(['2025-12-01', '2026-01-01', '2026-02-01'])
    expect(isDay('2026-02-30')).toBe(false)
  })
})

describe('the period in the address', () => {
  const today = '2026-11-22'
  it('is four weeks, whose whole days stand beside those of the four weeks before', () => {
    expect(rangeOf({}, today)).toMatchObject({ from: '2026-10-26', to: today, by: 'DAY', compared: { now: { from: '2026-10-26', to: '2026-11-21' }, before: { from: '2026-09-28', to: '2026-10-24' } } })
  })
  it('compares months with the same days of the month before', () => {
    expect(rangeOf({ period: 'month' }, today).compared).toEqual({ now: { from: '2026-11-01', to: '2026-11-21' }, before: { from: '2026-10-01', to: '2026-10-21' } })
    expect(rangeOf({ period: 'last' }, today).compared).toEqual({ now: { from: '2026-10-01', to: '2026-10-31' }, before: { from: '2026-09-01', to: '2026-09-30' } })
    expect(rangeOf({ period: 'm12' }, today).compared).toEqual({ now: { from: '2025-12-01', to: '2026-11-21' }, before: { from: '2024-12-01', to: '2025-11-21' } })
  })
  it('compares all of a period that is over, and nothing of one that has no whole day', () => {
    expect(rangeOf({ period: 'own', from: '2026-11-01', to: '2026-11-10' }, today).compared).toEqual({ now: { from: '2026-11-01', to: '2026-11-10' }, before: { from: '2026-10-22', to: '2026-10-31' } })
    expect(rangeOf({ period: 'own', from: today, to: today }, today).compared).toBeUndefined()
    expect(rangeOf({ period: 'month' }, '2026-11-01').compared).toBeUndefined()
  })
  it('counts long periods by months and never asks for more than three years', () => {
    expect(rangeOf({ period: 'm12' }, today)).toMatchObject({ from: '2025-12-01', by: 'MONTH', daily: true })
    expect(rangeOf({ period: 'own', from: '2001-01-01', by: 'DAY' }, today)).toMatchObject({ from: '2023-11-22', by: 'MONTH', daily: false })
  })
})
