import { describe, expect, it } from 'vitest'
import { decimalOf, moneyText, rounded, shareOf, standing, typedDecimal, unitsOf } from './money'

describe('amounts', () => {
  it('are read and written without loss', () => {
    for (const text of ['0', '12.5', '0.0001', '-3.25', '999999999999999.9999']) expect(decimalOf(unitsOf(text)!)).toBe(text)
    expect(unitsOf('12,50')).toBe(125_000n)
    for (const text of ['', '1.23456', '1e3', 'twelve', '1.2.3']) expect(unitsOf(text)).toBeNull()
  })
  it('are typed with a comma or a point', () => {
    expect(typedDecimal(' 1234,50 ')).toBe('1234.5')
    expect(typedDecimal('a lot')).toBe('a lot')
  })
  it('are rounded half to even in the minor unit of their currency', () => {
    expect(decimalOf(rounded(unitsOf('0.125')!, 'EUR'))).toBe('0.12')
    expect(decimalOf(rounded(unitsOf('0.135')!, 'EUR'))).toBe('0.14')
    expect(decimalOf(rounded(unitsOf('-0.125')!, 'EUR'))).toBe('-0.12')
    expect(decimalOf(rounded(unitsOf('2.5')!, 'JPY'))).toBe('2')
  })
  it('are shared by days and rounded once', () => {
    expect(decimalOf(shareOf(unitsOf('-98')!, 1, 30, 'EUR'))).toBe('-3.27')
    expect(decimalOf(shareOf(unitsOf('120')!, 31, 31, 'EUR'))).toBe('120')
  })
  it('take seats above those included', () => {
    const terms = { currency: 'EUR', basePrice: '149', seatPrice: '4.9', includedSeats: 25 }
    expect(decimalOf(standing(terms, 80))).toBe('418.5')
    expect(decimalOf(standing(terms, 3))).toBe('149')
  })
  it('are shown exactly, prices with parts of the minor unit', () => {
    expect(moneyText('90071992547409.93', 'EUR', 'en')).toBe('€90,071,992,547,409.93')
    expect(moneyText('0.065', 'EUR', 'en', true)).toBe('€0.065')
    expect(moneyText('4.9', 'EUR', 'de')).toBe('4,90\u00A0€')
  })
})
