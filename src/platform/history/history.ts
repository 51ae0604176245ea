/**
 * The history says of every record of a partnership who changed it, when, and what it said before and after.
 * The database's triggers write it in the transaction of the change; nothing else does, and nothing alters it.
 */
import { dayLabel, parseDay } from '../../kernel/day.ts'
import { momentLabel } from '../../kernel/moment.ts'
import { accountWords, knownEvents } from './security-event.ts'

export type Content = Readonly<Record<string, unknown>>

/** What becomes of a record, and what happens to an account. */
export const actWords = {
  added: 'added',
  changed: 'changed',
  removed: 'removed',
  imported: 'imported',
  erased: 'was taken out of the history',
  ...knownEvents,
} as const
export type Act = keyof typeof actWords

export type Change = {
  readonly id: number
  readonly at: Temporal.Instant
  readonly accountId: number | null
  /** '' once it was erased. */
  readonly who: string
  readonly address: string
  /** Whose deputy they were in this, by `referenceKey`; '' where they did it for themselves. */
  readonly forWhom: string
  /** Schema and table: performance.indicator. */
  readonly subject: string
  readonly subjectId: string
  readonly act: Act
  readonly before: Content | null
  readonly after: Content | null
  /** What it said was a person's, who was taken out of the history. */
  readonly isErased: boolean
}

/** How one kind of record is told to people. Each module gives its own: the platform knows none. */
export type RecordWords = {
  readonly subject: string
  readonly name: string
  /** The columns that say which record of this kind it is. */
  readonly calledBy?: string | readonly string[]
  /** Words for columns whose name alone would not be understood. These come first, in this order. */
  readonly fields?: Readonly<Record<string, string>>
  /** Columns that hold the number of another record, and of which kind. */
  readonly refersTo?: Readonly<Record<string, string>>
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Where the record is to be seen, with :id for its number. */
  readonly page?: string
  /** Where its history is, if that is a page of its own kind. */
  readonly historyPage?: string
  /** Others belong to it, by their indicator_id, and are found by what it is called. */
  readonly isHolder?: boolean
  /** Another kind that has the same number for the same thing: its history is this one's too. */
  readonly sameAs?: string
  /** Only for those who may see the whole history. */
  readonly isPrivate?: boolean
}

/** A record by its kind and number. */
export type Reference = { readonly subject: string; readonly id: string }

/** What records are called, by `referenceKey`. */
export type Names = ReadonlyMap<string, string>
export const referenceKey = ({ subject, id }: Reference): string => `${subject} ${id}`

export type Difference = { readonly field: string; readonly before: string; readonly after: string }
export type ToldChange = {
  readonly id: number
  readonly kind: string
  /** What the record is called; '' when it has no name of its own. */
  readonly name: string
  readonly act: string
  readonly who: string
  /** '' where they did it for themselves. */
  readonly forWhom: string
  readonly address: string
  readonly when: string
  /** All that happened to this record; null where it has no number of its own. */
  readonly historyHref: string | null
  readonly isErased: boolean
  readonly differences: readonly Difference[]
}

/** The records that changes refer to by number, so that their names can be fetched together. */
export function referencesIn(changes: readonly Change[], words: readonly RecordWords[]): readonly Reference[] {
  const references = new Map<string, Reference>()
  for (const { subject, before, after, forWhom } of changes) {
    const [, whose = '', number = ''] = /^([a-z_.]+) (\d+)$/.exec(forWhom) ?? []
    if (number !== '') references.set(forWhom, { subject: whose, id: number })
    for (const [field, referred] of Object.entries(wordsFor(subject, words).refersTo ?? {})) {
      for (const content of [before, after]) {
        const id = content?.[field]
        if (id === null || id === undefined) continue
        const reference = { subject: referred, id: String(id) }
        references.set(referenceKey(reference), reference)
      }
    }
  }
  return [...references.values()]
}

export function tell(change: Change, words: readonly RecordWords[], names: Names): ToldChange {
  const own = wordsFor(change.subject, words)
  const content = change.after ?? change.before ?? {}
  return {
    id: change.id,
    kind: own.name,
    name: [own.calledBy ?? []]
      .flat()
      .map(field => valueInWords(content[field], field, own, names))
      .filter(word => word !== '')
      .join(', '),
    act: actWords[change.act] ?? change.act,
    who: change.who === '' ? formerMember(change.accountId) : change.who,
    forWhom: change.forWhom === '' ? '' : (names.get(change.forWhom) ?? 'somebody else'),
    address: change.address,
    when: momentLabel(change.at),
    historyHref: historyHrefOf(own, change),
    isErased: change.isErased,
    differences: differences(change, own, names),
  }
}

/** Who was taken out of the history is still one and the same in it. */
const formerMember = (accountId: number | null): string =>
  accountId === null ? 'A former member' : `A former member (account ${accountId})`

function historyHrefOf({ historyPage }: RecordWords, { subject, subjectId }: Change): string | null {
  if (!/^\d+$/.test(subjectId)) return null
  return historyPage === undefined ? `history/${subject}/${subjectId}` : historyPage.replace(':id', subjectId)
}

/** A kind of which no module has spoken is told by its table's name. */
export const wordsFor = (subject: string, words: readonly RecordWords[]): RecordWords =>
  [...words, accountWords].find(each => each.subject === subject) ?? { subject, name: inWords(subject.slice(subject.indexOf('.') + 1)) }

function differences({ before, after }: Change, words: RecordWords, names: Names): readonly Difference[] {
  const told = Object.keys(words.fields ?? {})
  const others = Object.keys({ ...after, ...before }).filter(field => field !== 'id' && !told.includes(field))
  return [...told, ...others]
    .map(field => ({
      field: words.fields?.[field] ?? inWords(field.replace(/_id$/, '')),
      before: valueInWords(before?.[field], field, words, names),
      after: valueInWords(after?.[field], field, words, names),
    }))
    .filter(({ before, after }) => before !== after)
}

function valueInWords(value: unknown, field: string, words: RecordWords, names: Names): string {
  if (value === null || value === undefined) return ''
  const referred = words.refersTo?.[field]
  if (referred !== undefined) {
    const isGone = referred === 'platform.account' ? formerMember(Number(value)) : `number ${value}`
    return names.get(referenceKey({ subject: referred, id: String(value) })) ?? isGone
  }
  if (field === 'erased_entries' && Array.isArray(value)) return value.length === 1 ? '1 entry' : `${value.length} entries`
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'object') return listed(value)
  const text = String(value)
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+([-+][\d:]+|Z)$/.test(text)) return momentLabel(Temporal.Instant.from(text))
  const isoDay = /^\d{4}-\d{2}-\d{2}$/.test(text) ? parseDay(text) : null
  return isoDay === null ? (words.values?.[field]?.[text] ?? text) : dayLabel(isoDay)
}

const listed = (value: object): string =>
  Object.entries(value)
    .map(([name, content]) => `${name}: ${typeof content === 'object' ? JSON.stringify(content) : content}`)
    .join('; ')

const inWords = (name: string): string => {
  const spaced = name.replaceAll('_', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
