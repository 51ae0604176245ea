import type { Day } from '../../kernel/day.ts'
import type { SeatRole } from '../../kernel/duty.ts'
import type { Span } from '../../kernel/span.ts'
import { type Db, unlessOverlapping } from '../../platform/db/index.ts'
import type { GroupId } from '../group/group.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import type { Absence, PersonId } from '../person/person.ts'
import { type ActingGroup, actingOn } from './acting.ts'
import { type SeatedGroup, type Tables, tablesOf } from './at-table.ts'
import type { Deputy, FilledSeat, NamedDeputy, NamedTenure, SeatDraft, SeatId, Tenure } from './seat.ts'
import type { DeputyDraft, TenureDraft } from './sitting.ts'

type Fragment = ReturnType<Db>

/** As a piece of the statement that finds whose session it is, so that no page asks twice. */
export const capacityOf = (db: Db, partnershipId: Fragment, accountId: Fragment, today: Day): Fragment =>
  db`partnership.capacity_of(${partnershipId}, ${accountId}, ${today}::date)`

type Wanted =
  | { readonly groupId: GroupId }
  | { readonly groupIds: readonly number[] }
  | { readonly organisationId: OrganisationId }
  | { readonly seatId: SeatId }
  | 'all'

function wanted(db: Db, of: Wanted): Fragment {
  if (of === 'all') return db`true`
  if ('groupIds' in of) return db`seat.group_id = any (${[...of.groupIds]}::bigint[])`
  if ('groupId' in of) return db`seat.group_id = ${of.groupId}`
  return 'seatId' in of ? db`seat.id = ${of.seatId}` : db`seat.organisation_id = ${of.organisationId}`
}

/** The seats of a group, for an organisation, or of all, in order, with whoever sits there or has sat there. Three queries, however many there are. */
export async function seatsOf(db: Db, of: Wanted): Promise<FilledSeat[]> {
  const asked = wanted(db, of)
  const [seats, tenures, deputies] = await Promise.all([
    db<Omit<FilledSeat, 'tenures' | 'deputies'>[]>`
      select seat.id, seat.group_id, seat.role, seat.title, seat.organisation_id, seat.place, seat.begins_on, seat.ends_on, organisation.name as organisation,
             organisation.sector
        from partnership.seat
        left join partnership.organisation on organisation.id = seat.organisation_id
       where ${asked}
       order by seat.group_id, seat.place, seat.id`,
    db<NamedTenure[]>`
      select tenure.id, tenure.seat_id, tenure.person_id, tenure.is_interim, tenure.reason, tenure.begins_on, tenure.ends_on, tenure.ended_by, person.name
        from partnership.tenure
        join partnership.seat on seat.id = tenure.seat_id
        join partnership.person on person.id = tenure.person_id
       where ${asked}
       order by tenure.begins_on nulls first, tenure.id`,
    db<NamedDeputy[]>`
      select deputy.id, deputy.seat_id, deputy.person_id, deputy.place, deputy.begins_on, deputy.ends_on, person.name
        from partnership.deputy
        join partnership.seat on seat.id = deputy.seat_id
        join partnership.person on person.id = deputy.person_id
       where ${asked}
       order by deputy.place, deputy.id`,
  ])
  const tenuresOf = Map.groupBy(tenures, ({ seatId }) => seatId)
  const deputiesOf = Map.groupBy(deputies, ({ seatId }) => seatId)
  return seats.map(seat => ({ ...seat, tenures: tenuresOf.get(seat.id) ?? [], deputies: deputiesOf.get(seat.id) ?? [] }))
}

/** Somebody who sits on a group, covers or acts there, with how to write to them and in which roles. */
export type Member = {
  readonly personId: PersonId
  readonly name: string
  readonly email: string | null
  readonly roles: readonly SeatRole[]
}

/** Of a group on a day, each once, in the order of their seats. */
export async function membersOf(db: Db, groupId: GroupId, on: Day): Promise<Member[]> {
  const [seats, absences, [group], emails] = await Promise.all([
    seatsOf(db, { groupId }),
    absencesOn(db, on),
    db<ActingGroup[]>`select deputies_act, begins_on, ends_on from partnership."group" where id = ${groupId}`,
    db<{ id: PersonId; email: string | null }[]>`
      select person.id, person.email
        from partnership.person
       where exists (select from partnership.tenure join partnership.seat on seat.id = tenure.seat_id
                      where tenure.person_id = person.id and seat.group_id = ${groupId})
          or exists (select from partnership.deputy join partnership.seat on seat.id = deputy.seat_id
                      where deputy.person_id = person.id and seat.group_id = ${groupId})`,
  ])
  const emailOf = new Map(emails.map(({ id, email }) => [id, email]))
  const acting =
    group === undefined ? [] : seats.flatMap(seat => actingOn(seat, group, absences, on).map(each => ({ ...each, role: seat.role })))
  return [...Map.groupBy(acting, ({ personId }) => personId)].map(([personId, each]) => ({
    personId,
    name: each[0]?.name ?? '',
    email: emailOf.get(personId) ?? null,
    roles: each.map(({ role }) => role),
  }))
}

/** Who is at the table of these groups: on any day, whoever acts on their seats, as is known today. Five queries, however many there are. */
export async function atTables(db: Db, groupIds: readonly number[]): Promise<Tables> {
  const [groups, seats, absences, people] = await Promise.all([
    db<SeatedGroup[]>`select id, begins_on, ends_on, deputies_act from partnership."group" where id = any (${[...groupIds]}::bigint[])`,
    seatsOf(db, { groupIds }),
    db<Absence[]>`
      select id, person_id, begins_on, ends_on, reason from partnership.absence where ${theirs(db, groupIds, db`absence.person_id`)}`,
    db<{ id: PersonId; email: string }[]>`
      select id, email from partnership.person where email is not null and ${theirs(db, groupIds, db`person.id`)}`,
  ])
  return tablesOf({ groups, seats, absences, emails: new Map(people.map(({ id, email }) => [id, email])) })
}

/** Whether somebody sits or stands in on any of these, whenever that is or was. */
const theirs = (db: Db, groupIds: readonly number[], personId: Fragment): Fragment => db`
  ${personId} in (select tenure.person_id from partnership.tenure join partnership.seat on seat.id = tenure.seat_id
                   where seat.group_id = any (${[...groupIds]}::bigint[])
                   union
                  select deputy.person_id from partnership.deputy join partnership.seat on seat.id = deputy.seat_id
                   where seat.group_id = any (${[...groupIds]}::bigint[]))`

/** Where somebody sits or stands in, whenever that is or was. */
export async function groupsOfPerson(db: Db, personId: PersonId): Promise<GroupId[]> {
  const rows = await db<{ groupId: GroupId }[]>`
    select distinct seat.group_id
      from partnership.seat
     where exists (select from partnership.tenure where tenure.seat_id = seat.id and tenure.person_id = ${personId})
        or exists (select from partnership.deputy where deputy.seat_id = seat.id and deputy.person_id = ${personId})`
  return rows.map(({ groupId }) => groupId)
}

/** Of whoever sits or stands in somewhere, those that hold on a day. */
export async function absencesOn(db: Db, on: Day): Promise<Absence[]> {
  return db<Absence[]>`
    select id, person_id, begins_on, ends_on, reason
      from partnership.absence
     where partnership.holds_on(begins_on, ends_on, ${on}::date)
     order by ends_on nulls first, id`
}

/** What is changed from here on is changed by a deputy, for whoever holds the seat: the history says so. */
export async function noteForWhom(db: Db, seatId: SeatId, today: Day): Promise<void> {
  await db`
    select set_config('app.for_whom', 'partnership.person ' || person_id, true)
      from partnership.tenure
     where seat_id = ${seatId} and not is_interim and partnership.holds_on(begins_on, ends_on, ${today}::date)`
}

/** Holds other writers off a seat, and those off its group who would wind it up, until the visit ends. */
export async function lockSeat(db: Db, seatId: SeatId): Promise<void> {
  await db`
    select from partnership.seat join partnership."group" on "group".id = seat.group_id
     where seat.id = ${seatId}
       for update of seat for share of "group"`
}

/** Where a tenure or a deputy belongs. */
export async function seatIdOf(
  db: Db,
  of: { readonly tenureId: Tenure['id'] } | { readonly deputyId: Deputy['id'] },
): Promise<SeatId | null> {
  const [row] = await db<{ seatId: SeatId }[]>`
    ${'tenureId' in of ? db`select seat_id from partnership.tenure where id = ${of.tenureId}` : db`select seat_id from partnership.deputy where id = ${of.deputyId}`}`
  return row?.seatId ?? null
}

/** After the last that there is. */
export async function addSeat(db: Db, groupId: GroupId, { role, title, organisationId, beginsOn, endsOn }: SeatDraft): Promise<SeatId> {
  const [row] = await db<{ id: SeatId }[]>`
    insert into partnership.seat (group_id, role, title, organisation_id, begins_on, ends_on, place)
    values (${groupId}, ${role}, ${title}, ${organisationId}, ${beginsOn}, ${endsOn},
            (select coalesce(max(place), 0) + 1 from partnership.seat where group_id = ${groupId}))
    returning id`
  if (!row) throw new Error('A seat was not added')
  return row.id
}

export async function changeSeat(db: Db, seatId: SeatId, { role, title, organisationId, beginsOn, endsOn }: SeatDraft): Promise<void> {
  await db`
    update partnership.seat
       set role = ${role}, title = ${title}, organisation_id = ${organisationId}, begins_on = ${beginsOn}, ends_on = ${endsOn}
     where id = ${seatId}`
}

/** In this order. */
export async function orderSeats(db: Db, seatIds: readonly SeatId[]): Promise<void> {
  await db`
    update partnership.seat
       set place = ordered.place
      from unnest(${[...seatIds]}::bigint[]) with ordinality as ordered (id, place)
     where seat.id = ordered.id and seat.place <> ordered.place`
}

export async function removeSeat(db: Db, seatId: SeatId): Promise<void> {
  await db`delete from partnership.seat where id = ${seatId}`
}

/** False where the database knows of somebody who sits or covers there at the time: it holds to one at a time, whatever way they come. */
export async function addTenure(db: Db, seatId: SeatId, personId: PersonId, draft: TenureDraft): Promise<boolean> {
  const { beginsOn, endsOn, isInterim, reason, endedBy } = draft
  return unlessOverlapping(db, async db => {
    await db`
      insert into partnership.tenure (seat_id, person_id, begins_on, ends_on, is_interim, reason, ended_by)
      values (${seatId}, ${personId}, ${beginsOn}, ${endsOn}, ${isInterim}, ${reason}, ${endedBy})`
  })
}

export async function changeTenure(
  db: Db,
  tenureId: Tenure['id'],
  { beginsOn, endsOn, reason, endedBy }: Omit<TenureDraft, 'isInterim'>,
): Promise<boolean> {
  return unlessOverlapping(db, async db => {
    await db`
      update partnership.tenure
         set begins_on = ${beginsOn}, ends_on = ${endsOn}, reason = ${reason}, ended_by = ${endedBy}
       where id = ${tenureId}`
  })
}

export async function endTenure(db: Db, tenureId: Tenure['id'], { endsOn, endedBy }: Pick<Tenure, 'endsOn' | 'endedBy'>): Promise<void> {
  await db`update partnership.tenure set ends_on = ${endsOn}, ended_by = ${endedBy} where id = ${tenureId}`
}

export async function removeTenure(db: Db, tenureId: Tenure['id']): Promise<void> {
  await db`delete from partnership.tenure where id = ${tenureId}`
}

/** After those who are there. */
export async function addDeputy(db: Db, seatId: SeatId, personId: PersonId, { beginsOn, endsOn }: DeputyDraft): Promise<void> {
  await db`
    insert into partnership.deputy (seat_id, person_id, begins_on, ends_on, place)
    values (${seatId}, ${personId}, ${beginsOn}, ${endsOn},
            (select least(coalesce(max(place), 0) + 1, 20) from partnership.deputy where seat_id = ${seatId}))`
}

export async function changeDeputy(db: Db, { id, place, beginsOn, endsOn }: Pick<Deputy, 'id' | 'place'> & Span): Promise<void> {
  await db`
    update partnership.deputy
       set place = ${place}, begins_on = ${beginsOn}, ends_on = ${endsOn}
     where id = ${id} and (place, begins_on, ends_on) is distinct from (${place}::integer, ${beginsOn}::date, ${endsOn}::date)`
}

export async function removeDeputy(db: Db, deputyId: Deputy['id']): Promise<void> {
  await db`delete from partnership.deputy where id = ${deputyId}`
}
