import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type NamedPerson, readPerson } from '../../partnership/index.ts'
import { type Fields, text } from '../../platform/web/index.ts'
import type { ClockTime } from '../meeting/meeting.ts'
import { clockTime, type Said, type Way } from './attendance.ts'

/** The name of a line's field: how-seat-12. */
export const fieldOf = (name: string, key: string): string => `${name}-${key}`

/** What was shown of a line, which comes back with it: whoever changes a line that somebody else has changed meanwhile is asked. */
export const shownOf = ({ how, name, forWhom, describedAs, heading, came, left }: Said): string =>
  JSON.stringify([how, name, forWhom, describedAs, heading, clockTime(came) ?? came, clockTime(left) ?? left])

export function saidIn(body: Fields, key: string): Said {
  const of = (name: string) => plain(text(body, fieldOf(name, key)))
  return {
    how: of('how'),
    name: of('name'),
    forWhom: of('for'),
    describedAs: of('as'),
    heading: of('heading'),
    came: of('came'),
    left: of('left'),
  }
}
export const nameIn = (body: Fields, key: string): NamedPerson => readPerson(body, fieldOf('name', key))

export type ReadLine = {
  readonly how: Way | 'somebody' | ''
  /** Who came, of those who were there to be chosen. */
  readonly cameId: number | null
  readonly describedAs: string
  readonly heading: string
  readonly cameAt: ClockTime | null
  readonly leftAt: ClockTime | null
}

export function readLine(said: Said, key: string): Ruling<ReadLine> {
  const problems: Problem[] = []
  const present = /^present-([1-9]\d{0,15})$/.exec(said.how)
  const how = present ? 'present' : (hows.find(each => each === said.how) ?? null)
  if (how === null) problems.push({ field: fieldOf('how', key), text: 'Select whether they came' })
  if (said.describedAs.length > 300) problems.push({ field: fieldOf('as', key), text: 'The description must be 300 characters or fewer' })
  if (said.heading.length > 100) problems.push({ field: fieldOf('heading', key), text: 'The heading must be 100 characters or fewer' })
  const times = (['came', 'left'] as const).map(name => {
    const time = said[name] === '' ? null : clockTime(said[name])
    if (said[name] !== '' && time === null)
      problems.push({ field: fieldOf(name, key), text: `“${said[name]}” is not a time. Enter it like 11am or 14:30, or leave it empty` })
    return time
  })
  const [cameAt = null, leftAt = null] = times
  if (cameAt !== null && leftAt !== null && leftAt <= cameAt)
    problems.push({ field: fieldOf('left', key), text: 'They left before they came. Enter a later time' })
  if (problems.length > 0 || how === null) return refuse(...problems)
  return accept({ how, cameId: present ? Number(present[1]) : null, describedAs: said.describedAs, heading: said.heading, cameAt, leftAt })
}
const hows = ['', 'apologies', 'absent', 'in-attendance', 'somebody'] as const

const plain = (typed: string): string => typed.replace(/\s+/g, ' ').trim()
