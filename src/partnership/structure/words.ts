import type { GroupKind, Layer, OutsideBody } from '../group/group.ts'
import type { SeatThen } from './structure.ts'

export const layerNames: Readonly<Record<Layer, string>> = { strategic: 'Strategic', executive: 'Executive', operational: 'Operational' }

export const kindNames: Readonly<Record<GroupKind, string>> = {
  board: 'Board',
  executive: 'Executive',
  'management-group': 'Management group',
  'thematic-partnership': 'Thematic partnership',
  'working-group': 'Working group',
  'task-and-finish': 'Task and finish group',
}

export const reachNames: Readonly<Record<OutsideBody['reach'], string>> = {
  national: 'National',
  regional: 'Regional',
  county: 'County',
  district: 'District',
  neighbouring: 'Neighbouring',
}

export const counted = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-GB')} ${number === 1 ? one : many}`

/** 9 seats, 2 of them vacant. */
export function seatsInWords(seats: number, vacancies: number): string {
  if (seats === 0) return 'No seats'
  return `${counted(seats, 'seat')}${vacancies === 0 ? '' : `, ${vacancies === seats ? 'all' : vacancies} vacant`}`
}

/** Chair: Amina Khan (Wexcombe Council). */
export function seatInWords({ role, title, organisation, people }: SeatThen): string {
  const as = title === '' ? roleInWords(role) : `${roleInWords(role)}, ${title}`
  const names = people.map(({ name, isInterim }) => (isInterim ? `${name} (interim)` : name)).join(', ')
  return `${as}: ${names === '' ? 'vacant' : names}${organisation === null ? '' : ` (${organisation})`}`
}

export const roleInWords = (role: SeatThen['role']): string => `${role.charAt(0).toUpperCase()}${role.slice(1).replace('-', ' ')}`

/** A, B and C. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`
