/**
 * Who came to a meeting, who sent apologies, and who did neither. It is taken along the group's seats as they are on that day, a line for each, and along people
 * without a seat. Somebody who comes for another fills their seat, and whoever they come for is under apologies as well, as the minutes print it.
 */
import type { SeatRole } from '../../kernel/duty.ts'
import type { Id } from '../../kernel/ids.ts'
import type { OrganisationId, PersonId, SeatId } from '../../partnership/index.ts'
import { type ClockTime, timeLabel } from '../meeting/meeting.ts'
import type { CountedSeat } from './quorum.ts'

export type Who = { readonly personId: PersonId; readonly name: string }

/** A seat as it is on the day of a meeting. */
export type TableSeat = {
  readonly seatId: SeatId
  /** Lead, Safer communities. */
  readonly name: string
  readonly role: SeatRole
  readonly title: string
  readonly organisationId: OrganisationId | null
  readonly organisation: string | null
  readonly sector: string | null
  /** Who holds it, and who covers; nobody where it is vacant. */
  readonly sitting: readonly (Who & { readonly isInterim: boolean })[]
  /** In order. */
  readonly deputies: readonly Who[]
}

export type Way = 'present' | 'apologies' | 'absent' | 'in-attendance'

/** Somebody at a meeting, for one seat or for none. */
export type Attended = Who & {
  readonly id: Id<'attendance'>
  readonly seatId: SeatId | null
  readonly how: Way
  readonly forPersonId: PersonId | null
  readonly forName: string | null
  /** Who was announced to come instead. */
  readonly sendsPersonId: PersonId | null
  readonly sendsName: string | null
  readonly isChair: boolean
  readonly describedAs: string
  readonly heading: string
  readonly cameAt: ClockTime | null
  readonly leftAt: ClockTime | null
  readonly hasResigned: boolean
  readonly place: number
}

/** What is written down for a line: of a seat at most two people, who came and for whom. */
export type AttendedDraft = {
  readonly personId: PersonId
  readonly seatId: SeatId | null
  readonly how: Way
  readonly forPersonId: PersonId | null
  readonly describedAs: string
  readonly heading: string
  readonly cameAt: ClockTime | null
  readonly leftAt: ClockTime | null
}

/** A line of the list: a seat, or somebody without one. */
export type Line =
  | { readonly key: string; readonly seat: TableSeat; readonly person: null }
  | { readonly key: string; readonly seat: null; readonly person: Who }

export const seatKey = (seatId: SeatId): string => `seat-${seatId}`
export const personKey = (personId: PersonId): string => `person-${personId}`

/** All seats in their order, then whoever is written down without one, then `regulars`, who are not yet. */
export function linesOf(seats: readonly TableSeat[], attended: readonly Attended[], regulars: readonly Who[]): Line[] {
  const others = attended.filter(({ seatId }) => seatId === null)
  const known = new Set(attended.map(({ personId }) => personId))
  const sitting = new Set(seats.flatMap(({ sitting }) => sitting.map(({ personId }) => personId)))
  const people = [...others, ...regulars.filter(({ personId }) => !known.has(personId) && !sitting.has(personId))]
  return [
    ...seats.map(seat => ({ key: seatKey(seat.seatId), seat, person: null })),
    ...people.map(({ personId, name }) => ({ key: personKey(personId), seat: null, person: { personId, name } })),
  ]
}

/** What is said of a line, as a form has it. */
export type Said = {
  /** present-12 (who came), apologies, absent, in-attendance; somebody: one who is named in `name`; '' while it is not known. */
  readonly how: string
  readonly name: string
  readonly forWhom: string
  readonly describedAs: string
  readonly heading: string
  readonly came: string
  readonly left: string
}
export const nothingSaid: Said = { how: '', name: '', forWhom: '', describedAs: '', heading: '', came: '', left: '' }

/** In whose place somebody comes who does not sit there: who covers, or else the holder. */
export const principalOf = ({ sitting }: TableSeat): Who | null => sitting.find(({ isInterim }) => isInterim) ?? sitting[0] ?? null

export function saidOf(line: Line, attended: readonly Attended[]): Said {
  const own = attended.filter(row => isOf(row, line))
  const row = own.find(({ how }) => how === 'present') ?? own[0]
  if (row === undefined) return nothingSaid
  const { how, personId, forName, describedAs, heading, cameAt, leftAt } = row
  return {
    how: how === 'present' ? `present-${personId}` : how,
    name: '',
    forWhom: line.seat === null ? (forName ?? '') : '',
    describedAs,
    heading,
    came: cameAt ?? '',
    left: leftAt ?? '',
  }
}

export const isOf = (row: Pick<Attended, 'seatId' | 'personId'>, { seat, person }: Line): boolean =>
  seat === null ? row.seatId === null && row.personId === person.personId : row.seatId === seat.seatId

/** What of `said` is kept: `came` is who came where somebody did, `forPersonId` in whose place somebody without a seat did. */
export function draftsOf(
  line: Line,
  {
    how,
    describedAs,
    heading,
    cameAt,
    leftAt,
  }: {
    readonly how: Way | ''
    readonly describedAs: string
    readonly heading: string
    readonly cameAt: ClockTime | null
    readonly leftAt: ClockTime | null
  },
  came: PersonId | null,
  forPersonId: PersonId | null,
): AttendedDraft[] {
  if (how === '') return []
  const { seat, person } = line
  const told = { describedAs, heading, cameAt, leftAt }
  const untold = { describedAs: '', heading: '', cameAt: null, leftAt: null }
  if (seat === null)
    return [
      {
        personId: person.personId,
        seatId: null,
        how,
        forPersonId: how === 'apologies' ? null : forPersonId,
        ...(how === 'apologies' ? { ...told, cameAt: null, leftAt: null } : told),
      },
    ]
  const { seatId } = seat
  const principal = principalOf(seat)
  if (how !== 'present')
    return principal === null ? [] : [{ personId: principal.personId, seatId, how, forPersonId: null, ...told, cameAt: null, leftAt: null }]
  if (came === null) return []
  const isSitting = seat.sitting.some(({ personId }) => personId === came)
  return [
    { personId: came, seatId, how, forPersonId: isSitting || principal === null ? null : principal.personId, ...told },
    ...(isSitting || principal === null
      ? []
      : [{ personId: principal.personId, seatId, how: 'apologies' as const, forPersonId: null, ...untold }]),
  ]
}

/** Those seats that count towards a quorum, and whether somebody fills them. */
export function countedSeats(seats: readonly TableSeat[], attended: readonly Attended[]): CountedSeat[] {
  const present = new Map(attended.flatMap(row => (row.how === 'present' && row.seatId !== null ? [[row.seatId, row] as const] : [])))
  return seats.filter(({ role }) => role !== 'observer').map(({ seatId, sector }) => ({ sector, filled: present.get(seatId) ?? null }))
}

/** Before a meeting: whoever sits there is expected, unless they sent apologies and nobody in their place. */
export function expectedSeats(seats: readonly TableSeat[], attended: readonly Attended[]): CountedSeat[] {
  const there = { cameAt: null, leftAt: null }
  return seats
    .filter(({ role }) => role !== 'observer')
    .map(seat => {
      const rows = attended.filter(({ seatId }) => seatId === seat.seatId)
      const isExcused = rows.some(({ how, sendsPersonId }) => (how === 'apologies' && sendsPersonId === null) || how === 'absent')
      const isFilled = rows.some(({ how }) => how === 'present') || (seat.sitting.length > 0 && !isExcused)
      return { sector: seat.sector, filled: isFilled ? there : null }
    })
}

/** Somebody as minutes print them: Richard Lawrence, Fire and Rescue Service (for Lucy Phillips). */
export type Printed = Who & {
  readonly description: string
  readonly isChair: boolean
  /** for Lucy Phillips; left at 11am; Richard Lawrence attended in their place. '' mostly. */
  readonly note: string
}

export type PrintedAttendance = {
  /** The chair first. Mostly one list with no heading; Executive members and Non-executive members are two. */
  readonly present: readonly { readonly heading: string; readonly people: readonly Printed[] }[]
  readonly inAttendance: readonly Printed[]
  readonly apologies: readonly Printed[]
  /** Under "Apology and resignation". */
  readonly resigned: readonly Printed[]
  readonly absent: readonly Printed[]
  /** Heads, not seats. */
  readonly presentCount: number
  readonly apologiesCount: number
}

/** `describe` says what somebody is who has neither a description of their own nor a seat. */
export function printed(
  attended: readonly Attended[],
  seats: readonly TableSeat[],
  describe: (who: PersonId) => string,
): PrintedAttendance {
  const seatOf = new Map(seats.map(seat => [seat.seatId, seat]))
  const inOrder = [...Map.groupBy(attended, ({ personId }) => personId).values()].flatMap(rows => {
    // On two seats, or once for a seat and once for none: printed once, as present where they are so anywhere.
    const row = rows.toSorted((one, other) => ranks[one.how] - ranks[other.how])[0]
    return row === undefined ? [] : [row]
  })
  const chairId = chairOf(attended, seats)
  const print = (row: Attended): Printed => {
    const seat = row.seatId === null ? undefined : seatOf.get(row.seatId)
    return {
      personId: row.personId,
      name: row.name,
      description: row.describedAs || (seat && seatWords(seat)) || describe(row.personId),
      isChair: row.personId === chairId,
      note: noteOf(row, attended),
    }
  }
  const of = (way: Way) => inOrder.filter(({ how }) => how === way)
  const present = of('present').toSorted((one, other) => Number(other.personId === chairId) - Number(one.personId === chairId))
  const excused = of('apologies')
  return {
    present: [...Map.groupBy(present, ({ heading }) => heading)].map(([heading, rows]) => ({ heading, people: rows.map(print) })),
    inAttendance: of('in-attendance').map(print),
    apologies: excused.filter(({ hasResigned }) => !hasResigned).map(print),
    resigned: excused.filter(({ hasResigned }) => hasResigned).map(print),
    absent: of('absent').map(print),
    presentCount: present.length,
    apologiesCount: excused.length,
  }
}

/** The lists of attendance in their order, each under its heading: a group may have words of its own for Present and others. */
export function attendanceLists(
  { present, inAttendance, apologies, resigned, absent }: PrintedAttendance,
  called: { readonly present?: string; readonly inAttendance?: string; readonly apologies?: string } = {},
): readonly { readonly kind: Way | 'resigned'; readonly title: string; readonly people: readonly Printed[] }[] {
  const title = called.present || 'Present'
  return [
    ...present.map(({ heading, people }) => ({
      kind: 'present' as const,
      title: heading === '' ? title : `${title}: ${heading}`,
      people,
    })),
    { kind: 'in-attendance' as const, title: called.inAttendance || 'In attendance', people: inAttendance },
    { kind: 'apologies' as const, title: called.apologies || 'Apologies', people: apologies },
    { kind: 'resigned' as const, title: 'Apology and resignation', people: resigned },
    { kind: 'absent' as const, title: 'Absent', people: absent },
  ].filter(({ people }) => people.length > 0)
}

const ranks: Readonly<Record<Way, number>> = { present: 0, 'in-attendance': 1, apologies: 2, absent: 3 }

/** Who is said to have chaired; otherwise whoever is present on the chair's seat. */
export function chairOf(attended: readonly Attended[], seats: readonly TableSeat[]): PersonId | null {
  const present = attended.filter(({ how }) => how === 'present')
  const said = present.find(({ isChair }) => isChair)
  const chairs = new Set(seats.filter(({ role }) => role === 'chair').map(({ seatId }) => seatId))
  return (said ?? present.find(({ seatId }) => seatId !== null && chairs.has(seatId)))?.personId ?? null
}

/** A lead by what they lead, everybody else by where they come from. */
const seatWords = ({ role, title, organisation }: TableSeat): string =>
  role === 'lead' && title !== '' ? `${title} lead` : (organisation ?? title)

function noteOf({ personId, how, seatId, forName, cameAt, leftAt }: Attended, attended: readonly Attended[]): string {
  const instead = attended.find(
    row => row.how === 'present' && row.forPersonId === personId && (seatId === null || row.seatId === null || row.seatId === seatId),
  )
  const notes = [
    forName === null ? '' : `for ${forName}`,
    how === 'apologies' && instead !== undefined ? `${instead.name} attended in their place` : '',
    cameAt === null ? '' : `came at ${timeLabel(cameAt)}`,
    leftAt === null ? '' : `left at ${timeLabel(leftAt)}`,
  ]
  return notes.filter(note => note !== '').join(', ')
}

/** 40 present, 5 apologies. */
export function countWords({ presentCount, apologiesCount, inAttendance }: PrintedAttendance): string {
  const besides = inAttendance.length === 0 ? '' : `, ${inAttendance.length} in attendance`
  return `${presentCount} present${besides}, ${apologiesCount === 1 ? '1 apology' : `${apologiesCount} apologies`}`
}

/** A time as it is typed: 11, 11am, 11:15, 1.30pm, 1115. Without am or pm an hour up to six is in the afternoon: nobody meets before. */
export function clockTime(typed: string): ClockTime | null {
  if (/^noon$/i.test(typed.trim())) return '12:00'
  const found = /^(\d{1,2})(?:[:.]?(\d{2}))?\s*(am|pm)?$/i.exec(typed.trim().replace(/\.?m\.?$/i, 'm'))
  if (found === null) return null
  const [, hours = '', minutes = '00', half = ''] = found
  const written = Number(hours)
  const isTwelve = half !== '' || hours.length === 1
  if (written > 23 || Number(minutes) > 59 || (half !== '' && (written < 1 || written > 12))) return null
  const afternoon = half.toLowerCase() === 'pm' || (half === '' && isTwelve && written >= 1 && written <= 6)
  const hour = half === '' && !afternoon ? written : (written % 12) + (afternoon ? 12 : 0)
  return `${String(hour).padStart(2, '0')}:${minutes}`
}
