/**
 * A period as a person types it into a form. A file has to be understood as it stands, but a person can be asked: where what they typed may be
 * several periods, these are offered to choose from.
 */
import { type Day, dayLabel } from '../../kernel/day.ts'
import {
  type Conventions,
  type Frequency,
  lastEndedBy,
  type Period,
  type PeriodReading,
  periodCode,
  periodLabel,
  readPeriod,
} from '../../kernel/period.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'

/** What was typed, and the code of the period that was chosen where that may be several. */
export type PeriodEntry = { readonly period: string; readonly reading: string }

/** Whose period: `andYears` where a whole year does as well as the indicator's own, as for a target. */
export type Reported = { readonly frequency: Frequency | null; readonly andYears: boolean }

export function enterPeriod({ period, reading }: PeriodEntry, reported: Reported): Ruling<Period> {
  if (period.trim() === '') return refuse({ field: 'period', text: 'Enter the period' })
  const meant = periodsMeant(period, reported)
  if (typeof meant === 'string') return refuse({ field: 'period', text: meant })

  const [first, ...others] = meant
  const chosen = others.length === 0 ? first : meant.find(each => periodCode(each) === reading)
  return chosen ? accept(chosen) : refuse({ field: 'reading', text: `Select what you mean by ${period.trim()}` })
}

/** All that was typed may mean, likeliest first; or, in words, why it means nothing. */
function periodsMeant(text: string, { frequency, andYears }: Reported): readonly Period[] | string {
  const readings = frequency === null ? everyReading(text) : [readAs(text, frequency), ...(andYears ? yearOf(text, frequency) : [])]
  const periods = readings.flatMap(reading => {
    if (reading.kind === 'ambiguous') return reading.readings.map(({ period }) => period)
    return reading.kind === 'period' ? [reading.period] : []
  })
  if (periods.length > 0) return [...new Map(periods.map(period => [periodCode(period), period])).values()]

  const mismatch = readings.find(({ kind }) => kind === 'mismatch')
  return mismatch?.kind === 'mismatch'
    ? mismatch.text
    : 'This is not understood as a period. Write it like 2008-09, Q1 2008-09, June 2008 or 1/4/2008 to 30/6/2008'
}

const readAs = (text: string, frequency: Conventions['frequency']): PeriodReading =>
  readPeriod(text, { frequency, quarters: null, years: null })

/** How often the indicator is reported is not known, so each way is tried in which what was typed would make sense. */
function everyReading(text: string): PeriodReading[] {
  const first = readAs(text, null)
  const others = first.kind === 'period' ? first.frequencies.filter(frequency => frequency !== 'survey') : []
  return [first, ...others.map(frequency => readAs(text, frequency))]
}

/** The year, where a part of one is reported: a financial year unless what was typed can only be another. */
function yearOf(text: string, frequency: Frequency): PeriodReading[] {
  if (!partsOfYears.includes(frequency)) return []
  const year = years.map(each => readAs(text, each)).find(({ kind }) => kind === 'period')
  return year ? [year] : []
}

const partsOfYears: readonly Frequency[] = ['month', 'quarter', 'half']
const years = ['financial-year', 'academic-year', 'calendar-year'] as const satisfies Frequency[]

/** What a person would type for a period, so that the form reads it back as the same. */
export function entryOf(period: Period, reported: Reported): PeriodEntry {
  const label = periodLabel(period, reported.frequency)
  const reading = periodCode(period)
  const back = enterPeriod({ period: label, reading }, reported)
  const isSame = back.accepted && periodCode(back.value) === reading
  return { period: isSame ? label : `${dayLabel(period.startsOn)} to ${dayLabel(period.endsOn)}`, reading }
}

/** For the form. The choice is there only where there is one. */
export function periodFields(entry: PeriodEntry, reported: Reported, today: Day) {
  const meant = entry.period.trim() === '' ? [] : periodsMeant(entry.period, reported)
  const choices = typeof meant === 'string' || meant.length < 2 ? [] : meant
  return {
    period: entry.period,
    periodHint: `For example, ${exampleFor(reported, today)}`,
    readings: choices.map(period => {
      const label = periodLabel(period, null)
      const days = `${dayLabel(period.startsOn)} to ${dayLabel(period.endsOn)}`
      const value = periodCode(period)
      return { value, text: label === days ? days : `${label}: ${days}`, checked: value === entry.reading }
    }),
  }
}

function exampleFor({ frequency, andYears }: Reported, today: Day): string {
  if (frequency === null) return '2008-09, Q1 2008-09 or June 2008'
  const last = lastEndedBy(today, frequency)
  if (last === null) return 'Autumn 2008'
  const year = andYears && partsOfYears.includes(frequency) ? lastEndedBy(today, 'financial-year') : null
  return [last, ...(year ? [year] : [])].map(period => periodLabel(period, frequency)).join(' or, for the whole year, ')
}
