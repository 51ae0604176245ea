import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { IndicatorId } from '../../performance/index.ts'
import { type Fields, readForm, text, texts } from '../../platform/web/index.ts'
import { type Owner, type Progress, progresses } from './action.ts'
import { type NamedOwner, ownerKey, ownerOf } from './owner.ts'
import type { NamedIndicator } from './record.ts'

const line = (longest: number, name: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest} characters or fewer`)
const lines = (longest: number, name: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replaceAll('\r\n', '\n').trim())
    .refine(typed => typed.length <= longest, `${name} must be ${longest.toLocaleString('en-GB')} characters or fewer`)
const dayOrNone = z
  .string()
  .default('')
  .transform((typed, context): Day | null => {
    if (typed.trim() === '') return null
    const day = parseDay(typed)
    if (day === null) context.addIssue('This is not a date. Enter it like 6 May 2009, or leave it empty')
    return day
  })

export type ActionDraft = {
  readonly text: string
  readonly owners: readonly Owner[]
  readonly dueOn: Day | null
  readonly isConfidential: boolean
  readonly indicatorIds: readonly IndicatorId[]
}

const draft = z.object({
  text: lines(2_000, 'What is to be done').refine(typed => typed !== '', 'Say what is to be done'),
  dueOn: dayOrNone,
})

/** `known` are those that can be chosen. An owner is needed: what everybody should do nobody does. `asTyped` stands for one that was read in. */
export function readAction(
  body: Fields,
  known: { readonly owners: readonly NamedOwner[]; readonly indicators: readonly NamedIndicator[] },
  asTyped = '',
): Ruling<ActionDraft> {
  const form = readForm(draft, body)
  const owners = readOwners(body, known.owners)
  const indicators = readIndicators(text(body, 'indicators'), known.indicators)
  const problems: Problem[] = [form, owners, indicators].flatMap(read => (read.accepted ? [] : read.problems))
  if (owners.accepted && owners.value.length === 0 && asTyped === '') problems.push({ field: 'owners', text: 'Choose who is to do it' })
  if (problems.length > 0 || !form.accepted || !owners.accepted || !indicators.accepted) return refuse(...problems)
  return accept({
    ...form.value,
    owners: owners.value,
    isConfidential: text(body, 'isConfidential') === 'yes',
    indicatorIds: indicators.value,
  })
}

/** In the order in which they were chosen. */
export function readOwners(body: Fields, known: readonly NamedOwner[]): Ruling<Owner[]> {
  const keys = [...new Set(texts(body, 'owners').filter(key => key !== ''))]
  const owners = keys.flatMap(key => known.filter(each => ownerKey(each) === key))
  if (owners.length < keys.length) return refuse({ field: 'owners', text: 'Somebody who was chosen is not there any more. Choose again' })
  return accept(owners.map(ownerOf))
}

/** References as people write them, one beside the other: NI 111, ni 20; L6.2. */
export function readIndicators(typed: string, known: readonly NamedIndicator[]): Ruling<readonly IndicatorId[]> {
  const asked = typed
    .split(/[,;\n]/)
    .map(each => each.trim())
    .filter(each => each !== '')
  const byName = new Map(
    known.flatMap(each => [each.reference, each.title].filter(name => name !== '').map(name => [plain(name), each.id])),
  )
  const unknown = asked.filter(each => !byName.has(plain(each)))
  if (unknown.length > 0)
    return refuse({
      field: 'indicators',
      text: `There is no indicator ${unknown.join(', ')}. Enter references like NI 111, with commas between them`,
    })
  return accept([...new Set(asked.flatMap(each => byName.get(plain(each)) ?? []))])
}
const plain = (name: string): string => name.toLowerCase().replace(/\s+/g, '')

const dated = z.object({ dueOn: dayOrNone, reason: line(500, 'The reason') })
export const readDate = (body: Fields): Ruling<z.infer<typeof dated>> => readForm(dated, body)

const reasoned = z.object({ reason: lines(4_000, 'The reason') })
export const readReason = (body: Fields): Ruling<z.infer<typeof reasoned>> => readForm(reasoned, body)

const finished = z.object({ outcome: lines(5_000, 'What came of it') })
export const readOutcome = (body: Fields): Ruling<z.infer<typeof finished>> => readForm(finished, body)

const proved = z.object({ link: line(2_000, 'The link'), linkTitle: line(300, 'What it is') })
/** An address where it can be read, called as was typed or by itself; null where none was typed. */
export function readLink(body: Fields): Ruling<{ readonly title: string; readonly link: string } | null> {
  const form = readForm(proved, body)
  if (!form.accepted) return form
  const { link, linkTitle } = form.value
  if (link === '') return accept(null)
  const address = webAddress(link)
  if (address === null) return refuse({ field: 'link', text: 'Enter an address that begins with https://, or leave it empty' })
  return accept({ title: linkTitle || address.slice(0, 300), link: address })
}

const webAddress = (typed: string): string | null => (/^https?:\/\/[^\s/]+/.test(typed) && URL.canParse(typed) ? typed : null)

const noted = z.object({ note: lines(5_000, 'What you say') })
export type ReadNote = { readonly progress: Progress; readonly note: string }
/** How far it is, a word about it, or both: but not neither. */
export function readNote(body: Fields, now: Progress): Ruling<ReadNote> {
  const form = readForm(noted, body)
  if (!form.accepted) return form
  const progress = progresses.find(each => each === text(body, 'progress')) ?? now
  if (progress === now && form.value.note === '') return refuse({ field: 'note', text: 'Say how it is going, or choose how far it is' })
  return accept({ progress, note: form.value.note })
}
