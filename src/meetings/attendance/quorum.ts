/**
 * Whether enough is around the table. A quorum counts the seats that are represented, in person or by somebody who came instead, and never heads (rules E9): one
 * person on two seats represents both, and two for one seat are one. Observers' seats do not count. Of some sectors so many seats may be needed besides.
 */
import { type ClockTime, timeLabel } from '../meeting/meeting.ts'

export type QuorumRule = {
  /** Null where none was agreed. */
  readonly seats: number | null
  readonly bySector: readonly { readonly sector: string; readonly name: string; readonly number: number }[]
}

/** A seat that counts: from and until when somebody filled it, or null where nobody did. */
export type CountedSeat = {
  readonly sector: string | null
  readonly filled: { readonly cameAt: ClockTime | null; readonly leftAt: ClockTime | null } | null
}

export type Quorum = {
  readonly state: 'not-agreed' | 'met' | 'not-met'
  readonly represented: number
  readonly of: number
  readonly sentence: string
}

export function quorumOf(rule: QuorumRule, seats: readonly CountedSeat[], tense: 'now' | 'expected' = 'now'): Quorum {
  const filled = seats.filter(seat => seat.filled !== null)
  const counts = { represented: filled.length, of: seats.length }
  const are =
    tense === 'now'
      ? `${filled.length} of ${numbered(seats.length, 'seat')} ${filled.length === 1 ? 'is' : 'are'} represented`
      : `${filled.length} of ${numbered(seats.length, 'seat')} can be expected`
  if (rule.seats === null && rule.bySector.length === 0)
    return { ...counts, state: 'not-agreed', sentence: `${are}. No quorum was agreed.` }

  const missing = missingOf(rule, filled)
  if (missing.length > 0) return { ...counts, state: 'not-met', sentence: `Not quorate: ${are}. Missing: ${listed(missing)}.` }
  const needed = rule.seats === null ? '' : `, and ${rule.seats} ${rule.seats === 1 ? 'is' : 'are'} needed`
  return { ...counts, state: 'met', sentence: `Quorate: ${are}${needed}.${meanwhile(rule, filled)}` }
}

/** Whoever comes late or leaves early may make the difference. */
function meanwhile(rule: QuorumRule, filled: readonly CountedSeat[]): string {
  const metAt = (time: ClockTime | null) =>
    missingOf(
      rule,
      filled.filter(
        seat =>
          (time === null ? seat.filled?.cameAt === null : (seat.filled?.cameAt ?? '') <= time) &&
          (time === null || (seat.filled?.leftAt ?? '99:99') > time),
      ),
    ).length === 0
  const times = [
    ...new Set(filled.flatMap(({ filled: at }) => [at?.cameAt, at?.leftAt].filter(time => typeof time === 'string'))),
  ].toSorted()
  const turns: string[] = []
  let wasMet = metAt(null)
  if (!wasMet) turns.push('not at the beginning')
  for (const time of times) {
    const isMet = metAt(time)
    if (isMet !== wasMet) turns.push(isMet ? `from ${timeLabel(time)}` : `no more from ${timeLabel(time)}`)
    wasMet = isMet
  }
  return turns.length === 0 ? '' : ` But ${turns.join(', ')}.`
}

function missingOf({ seats, bySector }: QuorumRule, filled: readonly CountedSeat[]): string[] {
  const more = (needed: number, there: number, of: string) =>
    needed > there ? [`${needed - there} more ${needed - there === 1 ? 'seat' : 'seats'}${of}`] : []
  return [
    ...more(seats ?? 0, filled.length, ''),
    ...bySector.flatMap(({ sector, name, number }) =>
      more(number, filled.filter(seat => seat.sector === sector).length, ` of ${name.toLowerCase()}`),
    ),
  ]
}

const numbered = (count: number, word: string): string => `${count} ${count === 1 ? word : `${word}s`}`
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
