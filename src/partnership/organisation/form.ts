import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm, text } from '../../platform/web/index.ts'
import { readIdentifier } from './identifier.ts'
import { type OrganisationDraft, type OrganisationId, sectors } from './organisation.ts'
import { type SuccessionDraft, successionKinds } from './succession.ts'

/** Empty, or a day as people write it. */
export const optionalDay = (message: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): Day | null => {
      const read = parseDay(typed)
      if (read === null && typed.trim() !== '') context.addIssue(message)
      return read
    })

export const requiredDay = (message: string) =>
  z.string(message).transform((typed, context): Day => {
    const read = parseDay(typed)
    if (read === null) context.addIssue(message)
    return read ?? z.NEVER
  })

const fields = z.object({
  name: z
    .string('Enter a name')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed !== '', 'Enter a name')
    .refine(typed => typed.length <= 200, 'Name must be 200 characters or fewer'),
  sector: z
    .enum(['', ...sectors], { error: 'Select a sector' })
    .default('')
    .transform(chosen => (chosen === '' ? null : chosen)),
  beginsOn: optionalDay('Enter the first day as a date, like 1 April 2009, or leave it empty'),
  endsOn: optionalDay('Enter the last day as a date, like 31 March 2009, or leave it empty'),
})

/** `warning` is what could not be checked of its identifier. */
export type ReadOrganisation = { readonly draft: OrganisationDraft; readonly warning: string | null }

export function readOrganisation(body: Fields): Ruling<ReadOrganisation> {
  const read = readForm(fields, body)
  const typed = text(body, 'identifier').trim()
  const identifier = typed === '' ? accept({ identifier: null, warning: null }) : readIdentifier(typed)
  if (read.accepted && identifier.accepted)
    return accept({ draft: { ...read.value, identifier: identifier.value.identifier }, warning: identifier.value.warning })
  const problems: Problem[] = read.accepted ? [] : [...read.problems]
  if (!identifier.accepted) problems.push(...identifier.problems.map(problem => ({ ...problem, field: 'identifier' })))
  return refuse(...problems)
}

const succession = z.object({
  successorId: z.string('Select the organisation that came after').transform((typed, context) => {
    const id = idOf<'organisation'>(typed)
    if (id === null) context.addIssue('Select the organisation that came after')
    return id ?? z.NEVER
  }),
  kind: z.enum(successionKinds, { error: 'Select what happened' }),
  onDay: requiredDay('Enter the first day of the organisation that came after, like 1 April 2009'),
})

export function readSuccession(body: Fields, predecessorId: OrganisationId): Ruling<SuccessionDraft> {
  const read = readForm(succession, body)
  return read.accepted ? accept({ ...read.value, predecessorId }) : read
}
