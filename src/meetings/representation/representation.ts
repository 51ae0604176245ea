/**
 * Representation: who was around the table at the last meetings that were held, and who was not. A seat was filled in person, by a deputy or somebody else who
 * came instead, or it was not: with apologies, without, or because it was vacant. A group or a theme is represented at a meeting when any of its seats was
 * filled (rules E9). A cancelled meeting does not count.
 *
 * Of a management group's seats, those of a thematic group are the ones that carry its name or its theme, and those on which somebody sits who leads it.
 */
import type { Day } from '../../kernel/day.ts'
import { holdsOn, type Span } from '../../kernel/span.ts'
import type { FilledSeat, Group, GroupId, OrganisationId, PersonId, SeatId } from '../../partnership/index.ts'
import type { MeetingId } from '../meeting/meeting.ts'

export const outcomes = ['present', 'deputy', 'apologies', 'absent', 'vacant'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeNames: Readonly<Record<Outcome, string>> = {
  present: 'Present',
  deputy: 'By deputy',
  apologies: 'Apologies',
  absent: 'Absent',
  vacant: 'Vacant',
}

export type HeldMeeting = { readonly id: MeetingId; readonly groupId: GroupId; readonly onDay: Day }
export type AttendedSeat = {
  readonly meetingId: MeetingId
  readonly seatId: SeatId
  readonly personId: PersonId
  readonly how: 'present' | 'apologies' | 'absent' | 'in-attendance'
}
/** A seat with what it is called. */
export type NamedSeat = FilledSeat & { readonly called: string }

/** What became of a seat at a meeting; null where there was no such seat. */
export function outcomeOf(
  seat: Pick<FilledSeat, 'tenures'> & Span,
  on: Day,
  rows: readonly Pick<AttendedSeat, 'personId' | 'how'>[],
): Outcome | null {
  const sitting = seat.tenures.filter(tenure => holdsOn(tenure, on))
  const present = rows.filter(({ how }) => how === 'present')
  if (present.some(({ personId }) => sitting.some(each => each.personId === personId))) return 'present'
  if (present.length > 0) return 'deputy'
  if (!holdsOn(seat, on)) return null
  if (sitting.length === 0) return 'vacant'
  return rows.some(({ how }) => how === 'apologies') ? 'apologies' : 'absent'
}

export type SeatRecord = {
  readonly seat: NamedSeat
  /** Of each meeting, the earliest first. */
  readonly cells: readonly (Outcome | null)[]
  readonly counts: Readonly<Record<Outcome, number>>
  /** Without apologies at the last two meetings. */
  readonly wasAbsentTwice: boolean
}
export type BodyRecord = {
  readonly kind: 'organisation' | 'group' | 'theme'
  readonly id: OrganisationId | GroupId | null
  readonly name: string
  /** Whether it was represented; null where it had no seat that could have been filled. */
  readonly cells: readonly (boolean | null)[]
  readonly counts: Readonly<Record<Outcome, number>>
  /** Not represented at the last two meetings that were held. */
  readonly wasMissingTwice: boolean
}
export type Representation = {
  readonly meetings: readonly HeldMeeting[]
  readonly seats: readonly SeatRecord[]
  readonly organisations: readonly BodyRecord[]
  readonly groups: readonly BodyRecord[]
  readonly themes: readonly BodyRecord[]
}

export type Around = {
  /** Of one group, the earliest first. */
  readonly meetings: readonly HeldMeeting[]
  readonly rows: readonly AttendedSeat[]
  /** Of all groups: whose leads sit here is asked. */
  readonly seats: readonly NamedSeat[]
  readonly groups: readonly Pick<Group, 'id' | 'name' | 'shortName' | 'parentId' | 'beginsOn' | 'endsOn'>[]
  readonly themes: ReadonlyMap<GroupId, readonly string[]>
}

/** Over the meetings of one group. */
export function representationOf(groupId: GroupId, { meetings, rows, seats, groups, themes }: Around): Representation {
  const rowsOf = Map.groupBy(rows, ({ meetingId, seatId }) => `${meetingId} ${seatId}`)
  const records = seats
    .filter(seat => seat.groupId === groupId)
    .map(seat => {
      const cells = meetings.map(({ id, onDay }) => outcomeOf(seat, onDay, rowsOf.get(`${id} ${seat.id}`) ?? []))
      return { seat, cells, counts: countsOf(cells), wasAbsentTwice: isTwice(cells.map(cell => cell === 'absent')) }
    })
    .filter(({ cells }) => cells.some(cell => cell !== null))
  const bodyOf = (
    kind: BodyRecord['kind'],
    id: BodyRecord['id'],
    name: string,
    own: readonly (readonly (Outcome | null)[])[],
  ): BodyRecord => {
    const cells = meetings.map((_, at) => isRepresented(own.map(each => each[at] ?? null)))
    return { kind, id, name, cells, counts: countsOf(own.flat()), wasMissingTwice: isTwice(cells.map(cell => cell === false)) }
  }

  const organisations = [...Map.groupBy(records, ({ seat }) => seat.organisationId)].flatMap(([id, own]) =>
    id === null
      ? []
      : [
          bodyOf(
            'organisation',
            id,
            own[0]?.seat.organisation ?? '',
            own.map(({ cells }) => cells),
          ),
        ],
  )
  // A thematic group that reports here, or whose leads or names are around this table; one that has nobody was missed at each meeting.
  const spoken = groups
    .filter(group => group.id !== groupId)
    .map(group => ({
      group,
      own: records.map(({ seat, cells }) =>
        cells.map((cell, at) =>
          cell !== null && speaksFor(seat, group, themes.get(group.id) ?? [], seats, meetings[at]?.onDay) ? cell : null,
        ),
      ),
    }))
    .filter(({ group, own }) => own.flat().some(cell => cell !== null) || (group.parentId === groupId && themes.has(group.id)))
  const ofGroups = spoken.map(({ group, own }) => {
    const nobody = meetings.map(({ onDay }) => (holdsOn(group, onDay) ? ('vacant' as const) : null))
    return bodyOf('group', group.id, group.name, own.flat().some(cell => cell !== null) ? own : [nobody])
  })
  const ofThemes = Map.groupBy(
    spoken.flatMap(({ group, own }) => (themes.get(group.id) ?? []).map(theme => ({ theme, own }))),
    ({ theme }) => theme,
  )
  return {
    meetings,
    seats: records,
    organisations: byName(organisations),
    groups: byName(ofGroups),
    themes: byName(
      [...ofThemes].map(([theme, each]) =>
        bodyOf(
          'theme',
          null,
          theme,
          each.flatMap(({ own }) => (own.flat().some(cell => cell !== null) ? own : [meetings.map(() => 'vacant' as const)])),
        ),
      ),
    ),
  }
}

/** The seat carries the group's name, its short name or a theme that it answers for, or somebody sits there who chairs or leads it that day. */
export function speaksFor(
  seat: NamedSeat,
  group: Pick<Group, 'id' | 'name' | 'shortName'>,
  themes: readonly string[],
  seats: readonly NamedSeat[],
  on: Day | undefined,
): boolean {
  const title = plain(seat.title)
  if (
    title !== '' &&
    [group.shortName, group.name, ...themes].some(
      name => plain(name) === title || (title.length > 5 && plain(name).startsWith(`${title} `)),
    )
  )
    return true
  if (on === undefined) return false
  const sitting = seat.tenures.filter(tenure => holdsOn(tenure, on)).map(({ personId }) => personId)
  return seats.some(
    ({ groupId, role, tenures }) =>
      groupId === group.id && leading.includes(role) && tenures.some(tenure => holdsOn(tenure, on) && sitting.includes(tenure.personId)),
  )
}
const leading: readonly string[] = ['chair', 'vice-chair', 'lead']
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function isRepresented(cells: readonly (Outcome | null)[]): boolean | null {
  const there = cells.filter(cell => cell !== null)
  return there.length === 0 ? null : there.some(cell => cell === 'present' || cell === 'deputy')
}
const isTwice = (cells: readonly boolean[]): boolean => cells.length >= 2 && cells.slice(-2).every(each => each)

function countsOf(cells: readonly (Outcome | null)[]): Record<Outcome, number> {
  const counts = { present: 0, deputy: 0, apologies: 0, absent: 0, vacant: 0 }
  for (const cell of cells) if (cell !== null) counts[cell] += 1
  return counts
}
const byName = (bodies: readonly BodyRecord[]): BodyRecord[] => bodies.toSorted((one, other) => one.name.localeCompare(other.name, 'en'))
