import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import type { OutsideBody } from '../group/group.ts'
import { organisations } from '../organisation/store.ts'
import type { Person } from '../person/person.ts'
import type { Tenure } from '../seat/seat.ts'
import type { GroupThen, LinkThen, Records, SeatThen } from './structure.ts'

/**
 * Seven queries, whatever the number of groups, and no join among them: just after a whole partnership was brought in, PostgreSQL still plans as if it
 * were empty, and joined three hundred seats with who sits on them in half a second where this takes a hundredth of one.
 */
export async function recordsOn(db: Db, on: Day): Promise<Records> {
  const [groups, bodies, links, seats, tenures, people, all] = await Promise.all([
    groupsOn(db, on),
    bodiesOf(db),
    linksOf(db),
    seatsOn(db, on),
    tenuresOn(db, on),
    namesOf(db),
    organisations(db),
  ])
  const there = new Set(groups.map(({ id }) => id))
  const nameOf = new Map(people.map(({ id, name }) => [id, name]))
  const organisationOf = new Map(all.map(({ id, name }) => [id, name]))
  const sitting = Map.groupBy(tenures, ({ seatId }) => seatId)
  return {
    groups,
    bodies,
    links: links.filter(({ groupId }) => there.has(groupId)),
    seats: seats
      .filter(({ groupId }) => there.has(groupId))
      .map(seat => ({
        ...seat,
        organisation: seat.organisationId === null ? null : (organisationOf.get(seat.organisationId) ?? null),
        people: (sitting.get(seat.id) ?? []).map(({ personId, isInterim }) => ({
          id: personId,
          name: nameOf.get(personId) ?? '',
          isInterim,
        })),
      })),
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

async function seatsOn(db: Db, on: Day): Promise<Omit<SeatThen, 'organisation' | 'people'>[]> {
  return db<Omit<SeatThen, 'organisation' | 'people'>[]>`
    select id, group_id, role, title, organisation_id
      from partnership.seat
     where partnership.holds_on(begins_on, ends_on, ${on})
     order by group_id, array_position(array['chair', 'vice-chair', 'lead', 'member', 'adviser', 'secretariat', 'observer'], role), place, id`
}

type Sitting = Pick<Tenure, 'seatId' | 'personId' | 'isInterim'>

async function tenuresOn(db: Db, on: Day): Promise<Sitting[]> {
  return db<Sitting[]>`
    select seat_id, person_id, is_interim
      from partnership.tenure
     where partnership.holds_on(begins_on, ends_on, ${on})
     order by is_interim, id`
}

async function namesOf(db: Db): Promise<Pick<Person, 'id' | 'name'>[]> {
  return db<Pick<Person, 'id' | 'name'>[]>`select id, name from partnership.person`
}
