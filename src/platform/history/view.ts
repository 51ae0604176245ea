import type { Cell } from '../../kernel/table.ts'
import { actWords, type Change, type RecordWords, type ToldChange } from './history.ts'

type Choice = { readonly value: string; readonly text: string; readonly selected: boolean }

export const kindsToChoose = (words: readonly RecordWords[], chosen: string): Choice[] =>
  words
    .map(({ subject, name }) => ({ value: subject, text: name, selected: subject === chosen }))
    .toSorted((a, b) => a.text.localeCompare(b.text, 'en'))

/** In the order in which they are written down: what becomes of records, then what happens to accounts. */
export const actsToChoose = (chosen: string): Choice[] =>
  Object.entries(actWords).map(([value, text]) => ({ value, text, selected: value === chosen }))

/** Two of one name are told apart by their number. */
export function peopleToChoose(people: readonly { readonly accountId: number; readonly name: string }[], chosen: string): Choice[] {
  const isShared = (name: string) => people.filter(other => other.name === name).length > 1
  return people.map(({ accountId, name }) => ({
    value: String(accountId),
    text: isShared(name) ? `${name} (account ${accountId})` : name,
    selected: String(accountId) === chosen,
  }))
}

export const columns = ['Entry', 'When', 'Who', 'Account', 'For', 'Address', 'Kind', 'Record', 'Number', 'What', 'Field', 'Before', 'After']

/** A row for each difference, and one for a change that tells of none. */
export function rowsOf({ id, at, accountId, subjectId }: Change, told: ToldChange): Cell[][] {
  const { who, forWhom, address, kind, name, act, differences, isErased } = told
  const when = at.toZonedDateTimeISO('Europe/London').toString({ timeZoneName: 'never', smallestUnit: 'second' })
  const head = [id, when, who, accountId, forWhom, address, kind, name, subjectId, act]
  const rows = differences.map(({ field, before, after }) => [...head, field, before, after])
  return rows.length > 0 ? rows : [[...head, isErased ? 'Erased' : '', '', '']]
}
