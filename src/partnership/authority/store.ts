import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { PersonId } from '../person/person.ts'
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

/** Of whom something is asked: a person, whoever sits on a seat, the group itself, its chair, or an organisation in the matters of a group. `key` is the asker's. */
export type AskedOf = {
  readonly key: number
  readonly personId?: number
  readonly seatId?: number
  readonly groupId?: number
  readonly chairOf?: number
  readonly organisationId?: number
  readonly within?: number | null
}
export type Asked = {
  readonly key: number
  readonly personId: PersonId
  readonly name: string
  readonly email: string | null
  readonly accountId: number | null
}

/**
 * Who that is today, to be written to: on a seat whoever covers, the holder unless they are away, or else the first deputy who is to be had; of a group
 * whoever leads it; of an organisation whoever sits for it in that group.
 */
export async function whoIsAsked(db: Db, asked: readonly AskedOf[], today: Day): Promise<Asked[]> {
  const list = asked.map(({ key, personId, seatId, groupId, chairOf, organisationId, within }) => ({
    key,
    person_id: personId ?? null,
    seat_id: seatId ?? null,
    group_id: groupId ?? null,
    chair_of: chairOf ?? null,
    organisation_id: organisationId ?? null,
    within: within ?? null,
  }))
  return db<Asked[]>`
    with asked as (
      select * from jsonb_to_recordset(${db.json(list)})
        as asked (key bigint, person_id bigint, seat_id bigint, group_id bigint, chair_of bigint, organisation_id bigint, within bigint)),
    there as (select * from partnership.seat where partnership.holds_on(begins_on, ends_on, ${today})),
    seats as (
      select key, seat_id from asked where seat_id is not null
       union
      select key, led.id from asked
        join lateral (select id from there where there.group_id = coalesce(asked.chair_of, asked.group_id)
                         and (role = 'chair' or role = 'lead' and asked.chair_of is null)
                       order by role desc, place, id limit 1) as led on true
       union
      select key, there.id from asked join there on there.group_id = asked.within and there.organisation_id = asked.organisation_id),
    people as (
      select key, person_id from asked where person_id is not null
       union
      select seats.key, who.person_id from seats
        join lateral (
          select person_id from (
            select tenure.person_id, case when tenure.is_interim then 1 when partnership.is_away(tenure.partnership_id, tenure.person_id, ${today}) then 4 else 2 end as turn,
                   0 as place, tenure.id
              from partnership.tenure where tenure.seat_id = seats.seat_id and partnership.holds_on(tenure.begins_on, tenure.ends_on, ${today})
             union all
            select deputy.person_id, 3, deputy.place, deputy.id
              from partnership.deputy where deputy.seat_id = seats.seat_id and partnership.holds_on(deputy.begins_on, deputy.ends_on, ${today})
               and not partnership.is_away(deputy.partnership_id, deputy.person_id, ${today})) as those
           order by turn, place, id limit 1) as who on true)
    select people.key, person.id as person_id, person.name, person.email, person.account_id
      from people join partnership.person on person.id = people.person_id
     order by people.key, person.id`
}
