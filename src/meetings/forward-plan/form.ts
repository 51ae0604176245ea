import { z } from 'zod'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm, text } from '../../platform/web/index.ts'
import type { Meeting } from '../meeting/meeting.ts'
import { type ForwardItem, purposes, readWhen, type When } from './forward-plan.ts'
import { type Line, readLines } from './lines.ts'

export const line = (longest: number, name: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest} characters or fewer`)

export const prose = (longest: number, name: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replace(/\r\n?/g, '\n').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest.toLocaleString('en-GB')} characters or fewer`)

export const minutesOrNone = z
  .string()
  .default('')
  .transform((typed, context): number | null => {
    if (typed.trim() === '') return null
    const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
    if (number < 1 || number > 600) context.addIssue('Enter the minutes as a number from 1 to 600, or leave this empty')
    return number
  })

const purpose = z.enum(purposes, { error: 'Select what is wanted of the meeting' })
const fields = z.object({
  title: line(300, 'The item').refine(typed => typed !== '', 'Enter what the item is called'),
  detail: prose(4000, 'The points under it'),
  responsible: line(300, 'Who is responsible'),
  purpose,
  source: line(300, 'Where it comes from'),
  minutes: minutesOrNone,
})

export type TypedItem = z.output<typeof fields> & When

export function readForwardItem(body: Fields, meetings: readonly Meeting[]): Ruling<TypedItem> {
  const [read, when] = [readForm(fields, body), readWhen(text(body, 'when'), meetings)]
  if (read.accepted && when !== null) return accept({ ...read.value, ...when })
  return refuse(...(read.accepted ? [] : read.problems), ...(when === null ? [noMeeting('when')] : []))
}

export type Addition = { readonly lines: readonly Line[]; readonly purpose: ForwardItem['purpose'] }

export function readAddition(body: Fields, meetings: readonly Meeting[]): Ruling<Addition> {
  const [read, when] = [readForm(z.object({ purpose }), body), readWhen(text(body, 'when'), meetings)]
  const lines = readLines(text(body, 'lines'), meetings, when ?? { meetingId: null, isStanding: false })
  if (read.accepted && when !== null && lines.accepted) return accept({ lines: lines.value, purpose: read.value.purpose })
  return refuse(
    ...(lines.accepted ? [] : lines.problems),
    ...(when === null ? [noMeeting('when')] : []),
    ...(read.accepted ? [] : read.problems),
  )
}

export const noMeeting = (field: string) => ({ field, text: 'Select a meeting from the list' })
