import { z } from 'zod'
import { type Day, day, monthNumber, parseDay } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm, text } from '../../platform/web/index.ts'
import { parseClock } from './clock.ts'
import { type ClockTime, dayKinds, type MeetingDraft } from './meeting.ts'

const line = (longest: number, name: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest} characters or fewer`)

/** A time that may be left empty. */
export const timeOrNone = (name: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): ClockTime | null => {
      if (typed.trim() === '') return null
      const time = parseClock(typed)
      if (time === null) context.addIssue(`${name} is not a time. Enter it like 9:30am or 14:00, or leave it empty`)
      return time
    })

/** When: a day as people write it, or a month where no more is known. */
export const when = z
  .object({
    onDay: z.string('Enter a day').default(''),
    dayKnown: z.enum(dayKinds, { error: 'Select whether the day is fixed' }),
    startsAt: timeOrNone('The start'),
    endsAt: timeOrNone('The end'),
  })
  .transform(({ onDay, ...rest }, context) => {
    const read = readWhen(onDay, rest.dayKnown)
    if (read === null)
      context.addIssue({
        code: 'custom',
        path: ['onDay'],
        message: rest.dayKnown === 'month' ? 'Enter a month, like April 2009' : 'Enter a day, like 6 May 2009',
      })
    if (rest.endsAt !== null && rest.startsAt === null)
      context.addIssue({ code: 'custom', path: ['startsAt'], message: 'Enter when it starts, or leave the end empty too' })
    if (rest.endsAt !== null && rest.startsAt !== null && rest.endsAt <= rest.startsAt)
      context.addIssue({ code: 'custom', path: ['endsAt'], message: 'The end is not after the start' })
    return { ...rest, onDay: read ?? z.NEVER }
  })

/** Of a month its first day, whichever day of it was written. */
function readWhen(typed: string, dayKnown: MeetingDraft['dayKnown']): Day | null {
  const on = parseDay(typed)
  if (dayKnown !== 'month') return on
  if (on !== null) return day(`${on.slice(0, 8)}01`)
  const [, word, year] = /^([a-z]+)\.?,? (\d{4})$/i.exec(typed.trim().replace(/\s+/g, ' ')) ?? []
  const month = monthNumber(word)
  return month === null || year === undefined ? null : day(`${year}-${String(month).padStart(2, '0')}-01`)
}

const fields = z.object({
  title: line(200, 'The title'),
  venue: line(300, 'The venue'),
  hostOrganisationId: z
    .string()
    .default('')
    .transform(typed => idOf<'organisation'>(typed)),
  joiningLink: line(1000, 'The link').refine(
    typed => typed === '' || (/^https?:\/\/\S+$/.test(typed) && URL.canParse(typed)),
    'Enter a whole web address, like https://meet.wexcombe.example/board, or leave it empty',
  ),
  note: z
    .string()
    .default('')
    .transform(typed => typed.replace(/\r\n/g, '\n').trim())
    .refine(typed => typed.length <= 2000, 'The note must be 2,000 characters or fewer'),
})

/** `organisationIds` are those there are. */
export function readMeeting(body: Fields, organisationIds: readonly number[]): Ruling<MeetingDraft> {
  const [timed, said] = [readForm(when, body), readForm(fields, body)]
  const host = text(body, 'hostOrganisationId')
  const unknown =
    host === '' || organisationIds.includes(Number(host))
      ? []
      : [{ field: 'hostOrganisationId', text: 'Select the host from the list, or none' }]
  if (!timed.accepted || !said.accepted || unknown.length > 0)
    return refuse(...(timed.accepted ? [] : timed.problems), ...(said.accepted ? [] : said.problems), ...unknown)
  return accept({ ...timed.value, ...said.value })
}
