// Days are words such as 2026-03-01, as the contract has them: no time of day
// and no time zone can move them.

const utc = (day: string): Date => new Date(`${day}T00:00:00Z`)
const dayOf = (date: Date): string => date.toISOString().slice(0, 10)

export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(utc(text).getTime()) && dayOf(utc(text)) === text

/** The day it is where the person is. */
export function today(now = new Date()): string {
  return dayOf(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())))
}

export function addDays(day: string, days: number): string {
  const date = utc(day)
  date.setUTCDate(date.getUTCDate() + days)
  return dayOf(date)
}

/** The same day of another month, or its last when it has no such day. */
export function addMonths(day: string, months: number): string {
  const date = utc(day)
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(date.getUTCDate(), length))
  return dayOf(first)
}

export const firstOfMonth = (day: string): string => `${day.slice(0, 8)}01`
export const lastOfMonth = (day: string): string => addDays(addMonths(firstOfMonth(day), 1), -1)

/** How many days lie between the two, the first counted and the second not. */
export const daysBetween = (from: string, to: string): number => Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000)

/** All days or first days of months from one day to another, both counted. */
export function eachOf(by: 'DAY' | 'MONTH', from: string, to: string): string[] {
  const all: string[] = []
  for (let day = by === 'DAY' ? from : firstOfMonth(from); day <= to && all.length < 1_200; day = by === 'DAY' ? addDays(day, 1) : addMonths(day, 1)) all.push(day)
  return all
}

/** A day in the words of a language, never moved by the time zone of the reader. */
export const dayText = (day: string, language: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'medium' }): string =>
  new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(utc(day))

/** From a first to a last day, as short as the language makes it. */
export const spanText = (from: string, to: string, language: string): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).formatRange(utc(from), utc(to))
