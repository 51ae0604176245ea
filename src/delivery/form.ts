import { z } from 'zod'
import { type Day, parseDay } from '../kernel/day.ts'
import { type Period, readPeriod } from '../kernel/period.ts'

/** One line, or none. */
export const line = (longest: number, name: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest.toLocaleString('en-GB')} characters or fewer`)

/** Several lines, or none. */
export const lines = (longest: number, name: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replaceAll('\r\n', '\n').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest.toLocaleString('en-GB')} characters or fewer`)

export const dayOrNone = z
  .string()
  .default('')
  .transform((typed, context): Day | null => {
    if (typed.trim() === '') return null
    const day = parseDay(typed)
    if (day === null) context.addIssue('This is not a date. Enter it like 22 June 2009, or leave it empty')
    return day
  })

/** `words` say which date is to be entered. */
export const dayNeeded = (words: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): Day => {
      const day = parseDay(typed)
      if (day !== null) return day
      context.addIssue(typed.trim() === '' ? words : 'This is not a date. Enter it like 22 June 2009')
      return z.NEVER
    })

/** Of a plan: a financial year as people write it, or any days from and to. */
export const year = z
  .string()
  .default('')
  .transform((typed, context): Period => {
    const read = readYear(typed)
    if (read !== null) return read
    context.addIssue(
      typed.trim() === '' ? 'Enter the year' : 'This is not a year. Enter it like 2009-10, or like 1 September 2009 to 31 August 2010',
    )
    return z.NEVER
  })

export function readYear(typed: string): Period | null {
  const [startsOn, endsOn, ...more] = typed.split(/\s+(?:to|until)\s+/i).map(parseDay)
  if (startsOn && endsOn && more.length === 0) return startsOn < endsOn ? { startsOn, endsOn } : null
  const read = readPeriod(typed, { frequency: 'financial-year', quarters: 'financial', years: 'financial' })
  return read.kind === 'period' ? read.period : null
}
