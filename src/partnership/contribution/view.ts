import type { Day } from '../../kernel/day.ts'
import type { SeatRole } from '../../kernel/duty.ts'
import type { Group, GroupId } from '../group/group.ts'
import { seatRow } from '../group/view.ts'
import type { Absence } from '../person/person.ts'
import { type FilledSeat, seatName } from '../seat/seat.ts'

export type HeldSeats = {
  /** Those that there are today. */
  readonly seats: readonly FilledSeat[]
  readonly groups: ReadonlyMap<GroupId, Pick<Group, 'name'>>
  readonly absences: readonly Absence[]
  readonly today: Day
}
type Post = { readonly personId: number; readonly name: string; readonly title: string }
type Given = Pick<Post, 'personId' | 'name'> & {
  readonly seatId: number
  readonly role: SeatRole
  readonly title: string
  readonly group: string
}

/** For an organisation: on which groups it sits. */
export function organisationSeatsView(held: HeldSeats, people: readonly Post[], given: readonly Given[]) {
  const rows = rowsOf(held).toSorted((a, b) => a.group.localeCompare(b.group, 'en'))
  return {
    summary: summaryOf(rows),
    column: 'Group',
    rows: rows.map(({ group, groupHref, ...row }) => ({ ...row, beside: group, besideHref: groupHref })),
    otherwise: 'No seat is for it.',
    people: people.map(({ personId, name, title }) => ({ href: `people/${personId}`, name, title })),
    given: given.map(({ personId, name, seatId, group, ...seat }) => ({
      href: `people/${personId}`,
      name,
      seatHref: `seats/${seatId}`,
      seat: `${group}: ${seatName(seat)}`,
    })),
  }
}

/** For a group: for which organisation each seat is. */
export function groupSeatsView(held: HeldSeats) {
  const rows = rowsOf(held)
  return {
    summary: summaryOf(rows),
    column: 'For',
    rows: rows.map(({ organisation, organisationHref, ...row }) => ({ ...row, beside: organisation, besideHref: organisationHref })),
    otherwise: 'It has no seats.',
    people: [],
    given: [],
  }
}

function rowsOf({ seats, groups, absences, today }: HeldSeats) {
  return seats.map(seat => {
    const { href, organisation, holder, cover, vacancy, standIn, deputies } = seatRow(seat, absences, today, today)
    return {
      href,
      name: seatName(seat),
      group: groups.get(seat.groupId)?.name ?? '',
      groupHref: `groups/${seat.groupId}`,
      organisation: organisation || 'in their own right',
      organisationHref: seat.organisationId === null ? '' : `organisations/${seat.organisationId}`,
      holder: holder && { name: holder.name, href: `people/${holder.personId}`, away: holder.away },
      cover: cover && { name: cover.name, href: `people/${cover.personId}`, words: cover.words },
      vacancy,
      standIn,
      deputies: deputies.map(({ name }) => name).join(', '),
    }
  })
}

function summaryOf(rows: ReturnType<typeof rowsOf>): string {
  const [vacant, without] = [rows.filter(({ vacancy }) => vacancy !== '').length, rows.filter(({ deputies }) => deputies === '').length]
  if (rows.length === 0) return ''
  const seats = rows.length === 1 ? '1 seat' : `${rows.length} seats`
  return `${seats}, ${vacant === 0 ? 'none' : vacant} vacant, ${without === 0 ? 'none' : without} without a deputy.`
}
