import { z } from 'zod'
import { type Day, dayLabel, parseDay } from '../../kernel/day.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm, text, texts } from '../../platform/web/index.ts'
import { timeOrNone, when } from '../meeting/form.ts'
import { daysOf, mostMeetings, ordinals, type Pattern, patternKinds, readLine, type WrittenMeeting } from './pattern.ts'
import type { Row } from './row.ts'

const dayNeeded = (words: string) =>
  z.string(words).transform((typed, context): Day => {
    const on = parseDay(typed)
    if (on !== null) return on
    context.addIssue(words)
    return z.NEVER
  })
const number = (words: string, most: number) =>
  z
    .string(words)
    .refine(typed => /^\s*\d{1,2}\s*$/.test(typed) && Number(typed) >= 1 && Number(typed) <= most, words)
    .transform(Number)

const kind = z.object({ kind: z.enum(patternKinds, { error: 'Select how the days are found' }) })
const span = z
  .object({ from: dayNeeded('Enter the first day, like 1 April 2009'), until: dayNeeded('Enter the last day, like 31 March 2010') })
  .superRefine(({ from, until }, context) => {
    if (until < from) context.addIssue({ code: 'custom', path: ['until'], message: 'The last day is before the first' })
  })
const monthly = z.object({
  ordinal: z.enum(ordinals, { error: 'Select which one of the month' }),
  weekday: z.enum(['1', '2', '3', '4', '5', '6', '7'], { error: 'Select a day of the week' }).transform(Number),
  everyMonths: number('Enter every how many months, from 1 to 12', 12),
})
const weekly = z.object({ everyWeeks: number('Enter every how many weeks, from 1 to 52', 52) })
const usual = z
  .object({
    startsAt: timeOrNone('The start'),
    endsAt: timeOrNone('The end'),
    venue: z
      .string()
      .default('')
      .transform(typed => typed.replace(/\s+/g, ' ').trim())
      .refine(typed => typed.length <= 300, 'The venue must be 300 characters or fewer'),
  })
  .superRefine(({ startsAt, endsAt }, context) => {
    if (endsAt !== null && (startsAt === null || endsAt <= startsAt))
      context.addIssue({
        code: 'custom',
        path: ['endsAt'],
        message: startsAt === null ? 'Enter when it starts too' : 'The end is not after the start',
      })
  })

/** The meetings of a pattern, or of lines that somebody has written, with what is usual where a line says nothing of it. */
export function readPattern(body: Fields, today: Day): Ruling<readonly WrittenMeeting[]> {
  const [chosen, said] = [readForm(kind, body), readForm(usual, body)]
  const found = chosen.accepted
    ? chosen.value.kind === 'dates'
      ? readLines(text(body, 'dates'), today)
      : readDays(body, chosen.value.kind)
    : chosen
  if (!found.accepted || !said.accepted) return refuse(...problemsOf(found), ...problemsOf(said))
  const { startsAt, endsAt, venue } = said.value
  return accept(
    found.value.map(each => ({
      ...each,
      ...(each.startsAt === null && { startsAt, endsAt }),
      venue: each.venue === '' ? venue : each.venue,
    })),
  )
}

const problemsOf = (ruling: Ruling<unknown>): readonly Problem[] => (ruling.accepted ? [] : ruling.problems)

function readDays(body: Fields, of: 'monthly' | 'weeks'): Ruling<readonly WrittenMeeting[]> {
  const [when, how] = [readForm(span, body), of === 'monthly' ? readForm(monthly, body) : readForm(weekly, body)]
  if (!when.accepted || !how.accepted) return refuse(...problemsOf(how), ...problemsOf(when))
  const skips = texts(body, 'skips').map(Number)
  const days = daysOf({ kind: of, ...when.value, ...how.value, skips } as Pattern)
  if (days.length === 0)
    return refuse({ field: 'until', text: `No such day lies between ${dayLabel(when.value.from)} and ${dayLabel(when.value.until)}` })
  return accept(days.map(onDay => ({ onDay, dayKnown: 'fixed', startsAt: null, endsAt: null, venue: '' })))
}

/** A line for each meeting; of two on one day the first counts. */
function readLines(typed: string, today: Day): Ruling<readonly WrittenMeeting[]> {
  const lines = typed.split(/\r?\n/).filter(line => line.trim() !== '')
  if (lines.length === 0) return refuse({ field: 'dates', text: 'Enter the days, one on each line' })
  if (lines.length > mostMeetings) return refuse({ field: 'dates', text: `Enter ${mostMeetings} days at most` })
  const read = lines.map(line => ({ line, meeting: readLine(line, today) }))
  const wrong = read.find(({ meeting }) => meeting === null)
  if (wrong)
    return refuse({
      field: 'dates',
      text: `“${wrong.line.trim().slice(0, 60)}” has no day in it. Write it like 6 May 2009, or take the line out`,
    })
  const meetings = read.flatMap(({ meeting }) => meeting ?? [])
  return accept(
    meetings.filter(({ onDay, dayKnown }, at) => meetings.findIndex(each => each.onDay === onDay && each.dayKnown === dayKnown) === at),
  )
}

export function rowsIn(body: Fields): readonly Row[] {
  const count = Math.min(Number(/^\d{1,3}$/.exec(text(body, 'rows'))?.[0] ?? 0), mostMeetings)
  return Array.from({ length: count }, (_, at) => {
    const of = (name: string) => text(body, `${name}-${at + 1}`)
    const known = of('dayKnown')
    return {
      isIn: of('isIn') !== '',
      onDay: of('onDay'),
      dayKnown: known === 'provisional' || known === 'month' ? known : 'fixed',
      startsAt: of('startsAt'),
      endsAt: of('endsAt'),
      venue: of('venue'),
      seen: of('seen'),
    }
  })
}

const place = z.object({
  venue: z
    .string()
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed.length <= 300, 'The venue must be 300 characters or fewer'),
})

/** What a row says, with the row's number in the field of each problem. */
export function readRow(row: Row, number: number): Ruling<WrittenMeeting> {
  const [timing, placed] = [readForm(when, { ...row, isIn: '' }), readForm(place, { venue: row.venue })]
  if (timing.accepted && placed.accepted) return accept({ ...timing.value, ...placed.value })
  return refuse(
    ...[...problemsOf(timing), ...problemsOf(placed)].map(problem => ({
      field: `${problem.field ?? 'onDay'}-${number}`,
      text: `Meeting ${number}: ${problem.text.charAt(0).toLowerCase()}${problem.text.slice(1)}`,
    })),
  )
}
