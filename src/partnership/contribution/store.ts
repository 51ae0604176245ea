import type { Day } from '../../kernel/day.ts'
import type { SeatRole } from '../../kernel/duty.ts'
import type { Db } from '../../platform/db/index.ts'
import type { OrganisationId } from '../organisation/organisation.ts'

/** Somebody who stands in on a seat, whoever that seat is for. */
export type GivenDeputy = {
  readonly personId: number
  readonly name: string
  readonly seatId: number
  readonly role: SeatRole
  readonly title: string
  readonly group: string
}

/** The people with a post at an organisation who are deputies on a day. */
export async function deputiesFrom(db: Db, organisationId: OrganisationId, on: Day): Promise<GivenDeputy[]> {
  return db<GivenDeputy[]>`
    select person.id as person_id, person.name, seat.id as seat_id, seat.role, seat.title, "group".name as "group"
      from partnership.deputy
      join partnership.person on person.id = deputy.person_id
      join partnership.seat on seat.id = deputy.seat_id
      join partnership."group" on "group".id = seat.group_id
     where partnership.holds_on(deputy.begins_on, deputy.ends_on, ${on}::date)
       and partnership.holds_on(seat.begins_on, seat.ends_on, ${on}::date)
       and partnership.holds_on("group".begins_on, "group".ends_on, ${on}::date)
       and exists (select from partnership.post
                    where post.person_id = deputy.person_id and post.organisation_id = ${organisationId}
                      and partnership.holds_on(post.begins_on, post.ends_on, ${on}::date))
     order by lower("group".name) collate "und-x-icu", seat.place, seat.id, deputy.place, deputy.id`
}
