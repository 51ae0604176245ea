import type { SeatThen } from './structure.ts'

export { groupKindNames as kindNames, layerNames, listed, reachNames } from '../group/group.ts'

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
