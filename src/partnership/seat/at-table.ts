/** Who is at the table of a group on a day: whoever sits there, covers, or acts as deputy, once for each person. */
import type { Day } from '../../kernel/day.ts'
import type { SeatRole } from '../../kernel/duty.ts'
import type { GroupId } from '../group/group.ts'
import type { Absence, PersonId } from '../person/person.ts'
import { type Acting, type ActingGroup, actingOn } from './acting.ts'
import type { FilledSeat, SeatId } from './seat.ts'

export type AtTable = Acting & { readonly email: string | null; readonly seatId: SeatId; readonly role: SeatRole }
export type Tables = (groupId: GroupId, on: Day) => readonly AtTable[]
export type SeatedGroup = ActingGroup & { readonly id: GroupId }

type Known = {
  readonly groups: readonly SeatedGroup[]
  readonly seats: readonly FilledSeat[]
  readonly absences: readonly Absence[]
  readonly emails: ReadonlyMap<PersonId, string | null>
}

export function tablesOf({ groups, seats, absences, emails }: Known): Tables {
  const seatsOf = Map.groupBy(seats, ({ groupId }) => groupId)
  return (groupId, on) => {
    const group = groups.find(({ id }) => id === groupId)
    if (!group) return []
    const all = (seatsOf.get(groupId) ?? []).flatMap(seat =>
      actingOn(seat, group, absences, on).map(acting => ({
        ...acting,
        email: emails.get(acting.personId) ?? null,
        seatId: seat.id,
        role: seat.role,
      })),
    )
    return all.filter(({ personId }, at) => all.findIndex(each => each.personId === personId) === at)
  }
}
