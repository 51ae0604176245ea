/**
 * Working days, and days before a day as papers are asked for (rules E8). Bank holidays follow the Banking and Financial Dealings Act 1971 and what was
 * proclaimed under it: rules for each year, and a table of those that were given or moved once.
 */
import { addDays, type Day, day, dayLabel, weekdayName, weekdayOf, yearOf } from './day.ts'

export type Nation = 'england-and-wales' | 'scotland' | 'northern-ireland'

/** The nation in which an area lies, by the first letter of its GSS code. */
export const nationOf = (code: string | null): Nation =>
  code?.startsWith('S') ? 'scotland' : code?.startsWith('N') ? 'northern-ireland' : 'england-and-wales'

/** Whose holidays count: the nation's, and further days by name, such as one that was proclaimed after this was written. */
export type WorkingCalendar = { readonly nation: Nation; readonly further: ReadonlyMap<Day, string> }

export type DaysCounted = 'working' | 'calendar'

/** So many days before another. */
export function daysBefore(on: Day, days: number, counted: DaysCounted, calendar: WorkingCalendar): Day {
  if (counted === 'calendar') return addDays(on, -days)
  let before = on
  for (let left = days; left > 0; ) {
    before = addDays(before, -1)
    if (isWorkingDay(before, calendar)) left -= 1
  }
  return before
}

export const isWorkingDay = (on: Day, calendar: WorkingCalendar): boolean => weekdayOf(on) <= 5 && bankHoliday(on, calendar) === null

/** Why nobody works on a day: Easter Monday; a Saturday. Null for a working day. */
export function notWorkedBecause(on: Day, calendar: WorkingCalendar): string | null {
  return bankHoliday(on, calendar) ?? (weekdayOf(on) > 5 ? `a ${weekdayName(on)}` : null)
}

/** What to say of a meeting, or a deadline that was counted in calendar days, on which nobody works; null where somebody does. */
export function holidayWarning(on: Day, calendar: WorkingCalendar): string | null {
  const because = notWorkedBecause(on, calendar)
  return because === null ? null : `${dayLabel(on)} is ${because}`
}

export const bankHoliday = (on: Day, { nation, further }: WorkingCalendar): string | null =>
  further.get(on) ?? holidaysOf(yearOf(on), nation).get(on) ?? null

const kept = new Map<string, ReadonlyMap<Day, string>>()

/** Of one year, by day. Worked out once: a year of meetings asks for the same one many times. */
export function holidaysOf(year: number, nation: Nation): ReadonlyMap<Day, string> {
  const key = `${nation} ${year}`
  const known = kept.get(key)
  if (known) return known
  const made = new Map(listed(year, nation).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  kept.set(key, made)
  return made
}

type Named = readonly [on: Day, name: string]

function listed(year: number, nation: Nation): Named[] {
  const inScotland = nation === 'scotland'
  const easter = easterSunday(year)
  const own: Named[] = inScotland
    ? [[date(year, 1, 2), '2 January'], ...(year < 2007 ? [] : [[date(year, 11, 30), 'St Andrew’s Day'] as Named])]
    : nation === 'northern-ireland'
      ? [
          [date(year, 3, 17), 'St Patrick’s Day'],
          [date(year, 7, 12), 'Battle of the Boyne'],
        ]
      : []
  const fixed: Named[] = [
    [date(year, 1, 1), 'New Year’s Day'],
    ...own,
    [date(year, 12, 25), 'Christmas Day'],
    [date(year, 12, 26), 'Boxing Day'],
  ]
  const moving: Named[] = [
    [addDays(easter, -2), 'Good Friday'],
    ...(inScotland ? [] : [[addDays(easter, 1), 'Easter Monday'] as Named]),
    [firstMonday(year, 5), 'Early May bank holiday'],
    [lastMonday(year, 5), 'Spring bank holiday'],
    [inScotland ? firstMonday(year, 8) : lastMonday(year, 8), 'Summer bank holiday'],
  ]
  const once = onceOnly.filter(each => yearOf(each.on) === year && (each.nation === undefined || each.nation === nation))
  const replaced = once.flatMap(each => each.insteadOf ?? [])
  return [...inPlaceOfWeekends(fixed), ...moving.filter(([on]) => !replaced.includes(on)), ...once.map(({ on, name }): Named => [on, name])]
}

/** One that falls on a weekend is held on the next day that is neither one nor another holiday. */
function inPlaceOfWeekends(holidays: readonly Named[]): Named[] {
  const taken = new Set(holidays.map(([on]) => on).filter(on => weekdayOf(on) <= 5))
  return holidays.map(([on, name]) => {
    if (weekdayOf(on) <= 5) return [on, name]
    let instead = on
    while (weekdayOf(instead) > 5 || taken.has(instead)) instead = addDays(instead, 1)
    taken.add(instead)
    return [instead, `${name} (substitute day)`]
  })
}

type Once = { readonly on: Day; readonly name: string; readonly insteadOf?: Day; readonly nation?: Nation }
/** Everywhere, unless a nation is named. What is still to be proclaimed a partnership adds itself. */
const onceOnly: readonly Once[] = [
  { on: day('1995-05-08'), name: 'Early May bank holiday (50 years of VE Day)', insteadOf: day('1995-05-01') },
  { on: day('1999-12-31'), name: 'Millennium bank holiday' },
  { on: day('2002-06-03'), name: 'Golden Jubilee bank holiday' },
  { on: day('2002-06-04'), name: 'Spring bank holiday', insteadOf: day('2002-05-27') },
  { on: day('2011-04-29'), name: 'Royal wedding bank holiday' },
  { on: day('2012-06-04'), name: 'Spring bank holiday', insteadOf: day('2012-05-28') },
  { on: day('2012-06-05'), name: 'Diamond Jubilee bank holiday' },
  { on: day('2020-05-08'), name: 'Early May bank holiday (75 years of VE Day)', insteadOf: day('2020-05-04') },
  { on: day('2022-06-02'), name: 'Spring bank holiday', insteadOf: day('2022-05-30') },
  { on: day('2022-06-03'), name: 'Platinum Jubilee bank holiday' },
  { on: day('2022-09-19'), name: 'State funeral of Queen Elizabeth II' },
  { on: day('2023-05-08'), name: 'Coronation bank holiday' },
  { on: day('2026-06-15'), name: 'World Cup bank holiday', nation: 'scotland' },
]

const firstMonday = (year: number, month: number): Day => {
  const first = date(year, month, 1)
  return addDays(first, (8 - weekdayOf(first)) % 7)
}
const lastMonday = (year: number, month: number): Day => {
  const last = date(year, month, 31)
  return addDays(last, 1 - weekdayOf(last))
}

/** By the rule for the Gregorian calendar that J.-M. Oudin gave. */
function easterSunday(year: number): Day {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const epact = (century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25) + 19 * golden + 15) % 30
  const moon = epact - Math.floor(epact / 28) * (1 - Math.floor(epact / 28) * Math.floor(29 / (epact + 1)) * Math.floor((21 - golden) / 11))
  const weekday = (year + Math.floor(year / 4) + moon + 2 - century + Math.floor(century / 4)) % 7
  const from = moon - weekday
  const month = 3 + Math.floor((from + 40) / 44)
  return date(year, month, from + 28 - 31 * Math.floor(month / 4))
}

const date = (year: number, month: number, of: number): Day =>
  day(`${year}-${String(month).padStart(2, '0')}-${String(of).padStart(2, '0')}`)
