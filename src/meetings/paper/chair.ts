/** Whose chair is named when a paper is late (product 4.4): of the group whose update it is, or of the groups for which whoever brings it speaks. */
import type { Day } from '../../kernel/day.ts'
import { holdsOn } from '../../kernel/span.ts'
import type { FilledSeat, GroupId } from '../../partnership/index.ts'
import type { Paper } from './paper.ts'

/** Seats that hold on the day. Somebody who is on no other group than the one that waits has its chair. */
export function chairsFor(
  { personId, groupId, aboutGroupId }: Pick<Paper, 'personId' | 'groupId' | 'aboutGroupId'>,
  seats: readonly FilledSeat[],
  names: ReadonlyMap<GroupId, string>,
  today: Day,
): string[] {
  const groups = new Set(
    aboutGroupId !== null
      ? [aboutGroupId]
      : seats.filter(seat => personId !== null && sits(seat, personId, today)).map(seat => seat.groupId),
  )
  if (groups.size > 1) groups.delete(groupId)
  return seats
    .filter(seat => seat.role === 'chair' && groups.has(seat.groupId))
    .flatMap(seat => seat.tenures.filter(tenure => holdsOn(tenure, today)).map(({ name }) => `${name} (${names.get(seat.groupId) ?? ''})`))
}

const sits = ({ tenures }: FilledSeat, personId: number, today: Day): boolean =>
  tenures.some(tenure => tenure.personId === personId && holdsOn(tenure, today))
