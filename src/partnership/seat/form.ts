import { z } from 'zod'
import { seatRoles } from '../../kernel/duty.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Span } from '../../kernel/span.ts'
import { type Fields, readForm, text, texts } from '../../platform/web/index.ts'
import { dayNeeded, dayOrNone } from '../group/form.ts'
import type { NamedPerson } from '../person/choice.ts'
import { endings, type SeatDraft } from './seat.ts'

const title = z
  .string()
  .default('')
  .transform(typed => typed.replace(/\s+/g, ' ').trim())
  .refine(typed => typed.length <= 200, 'What the seat is for must be 200 characters or fewer')
const reason = z
  .string()
  .default('')
  .transform(typed => typed.replace(/\s+/g, ' ').trim())
  .refine(typed => typed.length <= 200, 'The reason must be 200 characters or fewer')
const organisationId = z
  .string()
  .default('')
  .transform(typed => idOf<'organisation'>(typed))
const days = { beginsOn: dayOrNone('The first day'), endsOn: dayOrNone('The last day') }

const seatFields = z.object({ role: z.enum(seatRoles, { error: 'Select a role' }), title, organisationId, ...days })
export const readSeat = (body: Fields): Ruling<SeatDraft> => readForm(seatFields, body)

/** One of several seats that are added at once, with who sits there, if somebody does. */
export type SeatRow = {
  readonly seat: Omit<SeatDraft, 'beginsOn' | 'endsOn'>
  readonly person: NamedPerson | null
  readonly beginsOn: SeatDraft['beginsOn']
}
export const rowCount = 6
export const rowNames = ['role', 'title', 'organisationId', 'person', 'beginsOn'] as const
export const fieldOf = (name: string, at: number): string => `${name}-${at}`

const rowFields = z.object({
  role: z.enum(seatRoles, { error: 'Select a role' }),
  title,
  organisationId,
  beginsOn: dayOrNone('The first day'),
})

/** A row in which nothing is filled in is none. */
export function readRows(body: Fields): Ruling<readonly { readonly at: number; readonly row: SeatRow }[]> {
  const numbers = Array.from({ length: rowCount }, (_, index) => index + 1)
  const filled = numbers.filter(at => rowNames.some(name => text(body, fieldOf(name, at)).trim() !== ''))
  const problems: Problem[] = []
  const rows: { at: number; row: SeatRow }[] = []
  for (const at of filled) {
    const read = readForm(rowFields, Object.fromEntries(rowNames.map(name => [name, text(body, fieldOf(name, at))])))
    if (!read.accepted) {
      problems.push(...read.problems.map(({ text, field = 'role' }) => ({ text: `Seat ${at}: ${text}`, field: fieldOf(field, at) })))
      continue
    }
    const { beginsOn, ...seat } = read.value
    const person = readPerson(body, fieldOf('person', at))
    rows.push({ at, row: { seat, beginsOn, person: person.typed.trim() === '' ? null : person } })
  }
  if (filled.length === 0) return refuse({ field: fieldOf('role', 1), text: 'Fill in at least one seat' })
  return problems.length > 0 ? refuse(...problems) : accept(rows)
}

/** What was typed as a name, and what was answered about it. The answer counts only for the name for which it was given. */
export function readPerson(body: Fields, field = 'person'): NamedPerson {
  const typed = text(body, field)
  return {
    typed,
    chosenId: idOf<'person'>(text(body, `${field}-chosen`)),
    isNew: texts(body, `${field}-new`).includes(typed.replace(/\s+/g, ' ').trim()),
  }
}

const takingFields = z.object({ beginsOn: dayNeeded('Enter the first day'), endsOn: days.endsOn })
export const readTaking = (body: Fields): Ruling<Span> => readForm(takingFields, body)

const coverFields = z.object({ reason, beginsOn: dayNeeded('Enter the first day'), endsOn: days.endsOn })
export const readCover = (body: Fields): Ruling<Span & { readonly reason: string }> => readForm(coverFields, body)

const leavingFields = z.object({ on: dayNeeded('Enter the last day'), by: z.enum(endings, { error: 'Select why' }) })
export const readLeaving = (body: Fields): Ruling<z.infer<typeof leavingFields>> => readForm(leavingFields, body)

export const readCorrection = (body: Fields): Ruling<Span & { readonly reason: string }> => readForm(z.object({ reason, ...days }), body)

export const readDays = (body: Fields): Ruling<Span> => readForm(z.object(days), body)
