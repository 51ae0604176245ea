import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import { type InPerson, inPersonWords } from './in-person.ts'

/** Who a group or a seat is in person, in words. */
export type Named = { readonly kind: 'group' | 'seat'; readonly id: number; readonly words: string }

/** Of these seats, and of each of these groups the seat that leads it: a lead's, or else the chair's. */
export async function inPerson(
  db: Db,
  { groupIds, seatIds }: { readonly groupIds: readonly number[]; readonly seatIds: readonly number[] },
  today: Day,
): Promise<Named[]> {
  const rows = await db<(InPerson & Pick<Named, 'kind' | 'id'>)[]>`
    select wanted.kind, wanted.id, holder.name as holder, cover.name as cover, deputy.name as deputy,
           coalesce(partnership.is_away(seat.partnership_id, holder.person_id, ${today}), false) as is_away
      from (select 'seat' as kind, id, id as seat_id from unnest(${[...seatIds]}::bigint[]) as id
             union all
            select 'group', group_id, (select id from partnership.seat
                                        where seat.group_id = those.group_id and role in ('lead', 'chair')
                                          and partnership.holds_on(begins_on, ends_on, ${today})
                                        order by role desc, place, id
                                        limit 1)
              from unnest(${[...groupIds]}::bigint[]) as those (group_id)) wanted
      join partnership.seat on seat.id = wanted.seat_id
      left join lateral (${sitting(db, today, false)}) holder on true
      left join lateral (${sitting(db, today, true)}) cover on true
      left join lateral (
           select person.name
             from partnership.deputy
             join partnership.person on person.partnership_id = deputy.partnership_id and person.id = deputy.person_id
            where deputy.seat_id = seat.id and partnership.holds_on(deputy.begins_on, deputy.ends_on, ${today})
              and not partnership.is_away(deputy.partnership_id, deputy.person_id, ${today})
            order by deputy.place, deputy.id
            limit 1) deputy on true`
  return rows.map(({ kind, id, ...who }) => ({ kind, id, words: inPersonWords(who) }))
}

const sitting = (db: Db, today: Day, isInterim: boolean) => db`
  select tenure.person_id, person.name
    from partnership.tenure
    join partnership.person on person.partnership_id = tenure.partnership_id and person.id = tenure.person_id
   where tenure.seat_id = seat.id and tenure.is_interim = ${isInterim} and partnership.holds_on(tenure.begins_on, tenure.ends_on, ${today})
   limit 1`
