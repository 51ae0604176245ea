import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm, text } from '../../platform/web/index.ts'
import { dayNeeded, line, lines } from '../form.ts'
import type { MeetingChoice } from './next-step.ts'

const letter = z.object({ text: lines(2_000, 'The letter').refine(typed => typed !== '', 'Enter what the letter says') })
export const readLetter = (body: Fields): Ruling<z.infer<typeof letter>> => readForm(letter, body)

const action = (today: Day) =>
  z.object({
    text: lines(2_000, 'What is to be done').refine(typed => typed !== '', 'Say what is to be done'),
    dueOn: dayNeeded('Enter by when it is to be done').refine(day => day >= today, 'The day must be today or later'),
  })
export const readAction = (body: Fields, today: Day): Ruling<z.infer<ReturnType<typeof action>>> => readForm(action(today), body)

const item = z.object({
  text: line(300, 'The item').refine(typed => typed !== '', 'Enter what the item is called'),
  detail: lines(4_000, 'The detail'),
})
export type Item = z.infer<typeof item> & { readonly meetingId: MeetingChoice['id'] | null }

/** To a meeting that is to come, or to be allocated. */
export function readItem(body: Fields, meetings: readonly MeetingChoice[]): Ruling<Item> {
  const form = readForm(item, body)
  const typed = text(body, 'meetingId')
  const meeting = meetings.find(({ id }) => String(id) === typed)
  const gone = typed !== '' && meeting === undefined
  const problem = { field: 'meetingId', text: 'That meeting is not to come any more. Choose another, or leave it to be allocated' }
  if (!form.accepted) return refuse(...form.problems, ...(gone ? [problem] : []))
  return gone ? refuse(problem) : accept({ ...form.value, meetingId: meeting?.id ?? null })
}
