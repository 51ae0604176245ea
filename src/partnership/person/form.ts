import { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import { type Id, idOf } from '../../kernel/ids.ts'
import { accept, type Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm, text, texts } from '../../platform/web/index.ts'
import { optionalDay, requiredDay } from '../organisation/form.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import { type Chosen, details } from './merge.ts'
import type { AbsenceDraft, MoveDraft, PersonDraft, PersonId, PostDraft, PostId } from './person.ts'

const line = (most: number, what: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed.length <= most, `${what} must be ${most} characters or fewer`)

const email = z
  .string()
  .default('')
  .transform(typed => typed.trim().toLowerCase())
  .refine(typed => typed === '' || /^[^\s@]+@[^\s@]+$/.test(typed), 'Enter an e-mail address, like amina.khan@wexcombe.example')
  .refine(typed => typed.length <= 254, 'The e-mail address must be 254 characters or fewer')
  .transform(typed => (typed === '' ? null : typed))
const telephone = line(60, 'The telephone number')

const name = z
  .string('Enter their name')
  .transform(typed => typed.replace(/\s+/g, ' ').trim())
  .refine(typed => typed !== '', 'Enter their name')
  .refine(typed => typed.length <= 200, 'The name must be 200 characters or fewer')

const person = z.object({
  name,
  email,
  telephone,
  note: z
    .string()
    .default('')
    .transform(typed => typed.replace(/\r\n/g, '\n').trim())
    .refine(typed => typed.length <= 2000, 'The note must be 2,000 characters or fewer'),
})
export const readPerson = (body: Fields): Ruling<PersonDraft> => readForm(person, body)

export type Contact = Pick<PersonDraft, 'email' | 'telephone'>
export const readContact = (body: Fields): Ruling<Contact> => readForm(z.object({ email, telephone }), body)

const post = z.object({
  organisationId: z.string('Select an organisation').transform((typed, context): OrganisationId => {
    const id = idOf<'organisation'>(typed)
    if (id === null) context.addIssue('Select an organisation')
    return id ?? z.NEVER
  }),
  title: line(200, 'The title'),
  beginsOn: optionalDay('Enter the first day as a date, like 6 May 2026, or leave it empty'),
  endsOn: optionalDay('Enter the last day as a date, like 31 March 2027, or leave it empty'),
})
export const readPost = (body: Fields): Ruling<PostDraft> => readForm(post, body)

/** The post that somebody is added with; none when no organisation was chosen. */
export function readFirstPost(body: Fields): Ruling<PostDraft | null> {
  return text(body, 'organisationId') === '' ? accept(null) : readPost(body)
}

export function readMove(body: Fields): Ruling<MoveDraft> {
  const read = readPost(body)
  if (!read.accepted) return read
  const endingPosts = texts(body, 'ending')
    .map(typed => idOf<'post'>(typed))
    .filter((id): id is PostId => id !== null)
  const seats = new Map<number, 'end' | 'keep'>()
  for (const field of Object.keys(body)) {
    const tenureId = /^seat-(\d+)$/.exec(field)?.[1]
    const choice = text(body, field)
    if (tenureId !== undefined && (choice === 'end' || choice === 'keep')) seats.set(Number(tenureId), choice)
  }
  return accept({ post: read.value, endingPosts, seats })
}

const absence = z.object({
  beginsOn: requiredDay('Enter the first day of the absence, like 6 May 2026'),
  endsOn: optionalDay('Enter the last day as a date, like 31 May 2026, or leave it empty if it is not known'),
  reason: line(200, 'The reason'),
})
export const readAbsence = (body: Fields): Ruling<AbsenceDraft> => readForm(absence, body)

export const readLastDay = (body: Fields): Ruling<{ lastDay: Day }> =>
  readForm(z.object({ lastDay: requiredDay('Enter their last day, like 31 May 2026') }), body)

export const tenureField = (tenureId: Id<'tenure'>): string => `seat-${tenureId}`

/** The two whom an address or a form names. */
export const readTwo = (sent: Fields): { readonly first: PersonId | null; readonly second: PersonId | null } => ({
  first: idOf<'person'>(text(sent, 'first')),
  second: idOf<'person'>(text(sent, 'second')),
})

export function readChosen(body: Fields): Chosen {
  const chosen: Record<string, 'first' | 'second'> = {}
  for (const detail of details) {
    const choice = text(body, detail)
    if (choice === 'first' || choice === 'second') chosen[detail] = choice
  }
  return chosen
}
