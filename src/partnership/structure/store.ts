import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { OutsideBody } from '../group/group.ts'
import type { GroupThen, LinkThen, Records, SeatThen } from './structure.ts'

/** Four queries, whatever the number of groups. */
export async function recordsOn(db: Db, on: Day): Promise<Records> {
  const [groups, bodies, links, seats] = await Promise.all([groupsOn(db, on), bodiesOf(db), linksOf(db), seatsOn(db, on)])
  const there = new Set(groups.map(({ id }) => id))
  return {
    groups,
    bodies,
    links: links.filter(({ groupId }) => there.has(groupId)),
    seats: seats.filter(({ groupId }) => there.has(groupId)),
  }
}

async function groupsOn(db: Db, on: Day): Promise<GroupThen[]> {
  return db<GroupThen[]>`
    select id, name, short_name, layer, kind, parent_id, ends_on
      from partnership."group"
     where partnership.holds_on(begins_on, ends_on, ${on})
     order by lower(name) collate "und-x-icu"`
}

async function bodiesOf(db: Db): Promise<OutsideBody[]> {
  return db<OutsideBody[]>`select id, name, reach from partnership.outside_body order by lower(name) collate "und-x-icu"`
}

async function linksOf(db: Db): Promise<LinkThen[]> {
  return db<LinkThen[]>`select group_id, kind, to_group_id, to_body_id from partnership.group_link order by id`
}

async function seatsOn(db: Db, on: Day): Promise<SeatThen[]> {
  return db<SeatThen[]>`
    select seat.id, seat.group_id, seat.role, seat.title, seat.organisation_id, organisation.name as organisation,
           coalesce(jsonb_agg(jsonb_build_object('id', person.id, 'name', person.name, 'isInterim', tenure.is_interim)
                              order by tenure.is_interim, person.id) filter (where person.id is not null), '[]') as people
      from partnership.seat
      left join partnership.organisation on organisation.partnership_id = seat.partnership_id and organisation.id = seat.organisation_id
      left join partnership.tenure on tenure.partnership_id = seat.partnership_id and tenure.seat_id = seat.id
            and partnership.holds_on(tenure.begins_on, tenure.ends_on, ${on})
      left join partnership.person on person.partnership_id = tenure.partnership_id and person.id = tenure.person_id
     where partnership.holds_on(seat.begins_on, seat.ends_on, ${on})
     group by seat.partnership_id, seat.id, organisation.partnership_id, organisation.id
     order by seat.group_id,
              array_position(array['chair', 'vice-chair', 'lead', 'member', 'adviser', 'secretariat', 'observer'], seat.role), seat.place, seat.id`
}
