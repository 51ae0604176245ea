import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm, text } from '../../platform/web/index.ts'
import { type Sector, sectors } from '../organisation/organisation.ts'
import { type GroupDraft, groupKinds, type LinkDraft, layers, linkKinds, type OutsideBody, reaches, suggestShortName } from './group.ts'

const line = (longest: number, name: string) =>
  z
    .string()
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest} characters or fewer`)

/** A day that may be left empty; `name` begins the sentence of what is wrong with it. */
export const dayOrNone = (name: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): Day | null => {
      if (typed.trim() === '') return null
      const day = parseDay(typed)
      if (day === null) context.addIssue(`${name} is not a date. Enter it like 6 May 2009, or leave it empty`)
      return day
    })

export const dayNeeded = (words: string) =>
  z.string(words).transform((typed, context): Day => {
    const day = parseDay(typed)
    if (day !== null) return day
    context.addIssue(`${words}, like 6 May 2009`)
    return z.NEVER
  })

const numberOrNone = (words: string) =>
  z
    .string()
    .default('')
    .transform((typed, context): number | null => {
      if (typed.trim() === '') return null
      const number = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0
      if (number < 1 || number > 200) context.addIssue(words)
      return number
    })

const fields = z.object({
  name: line(200, 'The name').refine(typed => typed !== '', 'Enter a name'),
  shortName: z
    .string()
    .default('')
    .transform(typed => typed.trim().toUpperCase())
    .refine(
      typed => typed === '' || /^[A-Z0-9][A-Z0-9-]{0,19}$/.test(typed),
      'The short name is up to 20 capital letters, digits and hyphens, like PMG',
    ),
  layer: z.enum(layers, { error: 'Select a layer' }),
  kind: z.enum(groupKinds, { error: 'Select what kind of group it is' }),
  parentId: z
    .string()
    .default('')
    .transform(typed => idOf<'group'>(typed)),
  beginsOn: dayOrNone('The first day'),
  endsOn: dayOrNone('The last day'),
  quorum: numberOrNone('Enter a number of seats from 1 to 200, or leave it empty'),
  deputiesAct: z.enum(['when-away', 'always'], { error: 'Select when deputies act' }),
  termsOfReference: z
    .string()
    .default('')
    .transform(typed => typed.replace(/\r\n/g, '\n').trim())
    .refine(typed => typed.length <= 20_000, 'The terms of reference must be 20,000 characters or fewer'),
})

export type TypedGroup = { readonly draft: GroupDraft; readonly sectors: readonly { readonly sector: Sector; readonly number: number }[] }

/** Without a short name it gets one that nobody has: `taken` are the others'. */
export function readGroup(body: Fields, taken: readonly string[]): Ruling<TypedGroup> {
  const read = readForm(fields, body)
  const asked = sectors.map(sector => ({ sector, typed: text(body, `sector-${sector}`).trim() })).filter(({ typed }) => typed !== '')
  const wrong = asked
    .filter(({ typed }) => !(/^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 200))
    .map(({ sector }) => ({ field: `sector-${sector}`, text: 'Enter a number of seats from 1 to 200, or leave it empty' }))
  if (!read.accepted) return refuse(...read.problems, ...wrong)
  if (wrong.length > 0) return refuse(...wrong)
  const { shortName, ...rest } = read.value
  return accept({
    draft: { ...rest, shortName: shortName === '' ? suggestShortName(rest.name, taken) : shortName },
    sectors: asked.map(({ sector, typed }) => ({ sector, number: Number(typed) })),
  })
}

const linkFields = z.object({
  kind: z.enum(linkKinds, { error: 'Select what links them' }),
  to: z.string().regex(/^(group|body)-[1-9]\d{0,14}$/, 'Select a group or body from the list'),
})

export function readLink(body: Fields): Ruling<LinkDraft> {
  const read = readForm(linkFields, body)
  if (!read.accepted) return read
  const [of, number] = read.value.to.split('-')
  const { kind } = read.value
  return accept({
    kind,
    toGroupId: of === 'group' ? idOf<'group'>(number) : null,
    toBodyId: of === 'body' ? idOf<'outside-body'>(number) : null,
  })
}

export const readWindingUp = (body: Fields): Ruling<{ readonly on: Day }> =>
  readForm(z.object({ on: dayNeeded('Enter the last day') }), body)

const bodyFields = z.object({
  name: line(200, 'The name').refine(typed => typed !== '', 'Enter a name'),
  reach: z.enum(reaches, { error: 'Select how far it reaches' }),
})
export const readOutsideBody = (body: Fields): Ruling<Omit<OutsideBody, 'id'>> => readForm(bodyFields, body)
