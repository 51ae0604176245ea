import type { SeatRole } from '../../kernel/duty.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Span } from '../../kernel/span.ts'
import type { Db } from '../../platform/db/index.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import type { Ending } from '../seat/seat.ts'
import type { ChosenPerson, PersonToChoose } from './choice.ts'
import type { Contact } from './form.ts'
import type { Likely } from './likeness.ts'
import type { Merge } from './merge.ts'
import type { Absence, AbsenceDraft, Move, Person, PersonDraft, PersonId, Post, PostDraft, PostId } from './person.ts'

export type PeopleSought = {
  readonly words: readonly string[]
  /** Whether words are looked for in e-mail addresses too. */
  readonly inContacts: boolean
  readonly organisationId: OrganisationId | null
  readonly groupId: number | null
  /** With a post or a seat on the day, without either, or everybody. */
  readonly state: 'now' | 'past' | 'all'
}
export type PersonFound = Pick<Person, 'id' | 'name' | 'email'> & {
  readonly posts: readonly { readonly title: string; readonly organisation: string }[]
  readonly groups: readonly string[]
  readonly isAway: boolean
}

/** One page of them with their posts and groups on a day, and how many there are. */
export async function peopleFound(
  db: Db,
  { words, inContacts, organisationId, groupId, state }: PeopleSought,
  today: string,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly found: readonly PersonFound[]; readonly total: number }> {
  const rows = await db<(PersonFound & { total: number })[]>`
    with there as (
      select post.person_id, post.organisation_id, post.title, organisation.name as organisation
        from partnership.post
        join partnership.organisation on organisation.id = post.organisation_id
       where partnership.holds_on(post.begins_on, post.ends_on, ${today})),
    sitting as (
      select distinct tenure.person_id, "group".id as group_id, "group".name as group_name, "group".short_name
        from partnership.tenure
        join partnership.seat on seat.id = tenure.seat_id
        join partnership."group" on "group".id = seat.group_id
       where partnership.holds_on(tenure.begins_on, tenure.ends_on, ${today})
         and partnership.holds_on(seat.begins_on, seat.ends_on, ${today})
         and partnership.holds_on("group".begins_on, "group".ends_on, ${today})),
    at_table as (select person_id from there union select person_id from sitting),
    posts as (
      select person_id, jsonb_agg(jsonb_build_object('title', title, 'organisation', organisation) order by organisation) as posts,
             string_agg(title || ' ' || organisation, ' ') as words
        from there
       group by person_id),
    groups as (
      select person_id, jsonb_agg(group_name order by group_name) as groups, string_agg(group_name || ' ' || short_name, ' ') as words
        from sitting
       group by person_id),
    found as (
      select person.id, person.name, person.email, coalesce(posts.posts, '[]') as posts, coalesce(groups.groups, '[]') as groups,
             count(*) over () as total
        from partnership.person
        left join posts on posts.person_id = person.id
        left join groups on groups.person_id = person.id
       where (${organisationId}::bigint is null or exists (select from there where there.person_id = person.id and organisation_id = ${organisationId}))
         and (${groupId}::bigint is null or exists (select from sitting where sitting.person_id = person.id and group_id = ${groupId}))
         and (${state} = 'all' or (${state} = 'now') = (person.id in (select person_id from at_table)))
         and not exists (
               select from unnest(${[...words]}::text[]) as word
                where position(lower(word) in lower(concat_ws(' ', person.name, case when ${inContacts} then person.email end, posts.words, groups.words))) = 0)
       order by lower(person.name) collate "und-x-icu", person.id
       limit ${limit} offset ${offset})
    select id, name, email, posts, groups, total,
           exists (select from partnership.absence
                    where absence.person_id = found.id and partnership.holds_on(absence.begins_on, absence.ends_on, ${today})) as is_away
      from found
     order by lower(name) collate "und-x-icu", id`
  return { found: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 }
}

/** The groups by name, for choosing one. */
export async function groupNames(db: Db): Promise<readonly { readonly id: number; readonly name: string }[]> {
  return db<{ id: number; name: string }[]>`select id, name from partnership."group" order by lower(name) collate "und-x-icu"`
}

export async function person(db: Db, personId: PersonId): Promise<Person | null> {
  const [row] = await db<Person[]>`
    select id, name, email, telephone, note, account_id from partnership.person where id = ${personId}`
  return row ?? null
}

export async function people(db: Db): Promise<Pick<Person, 'id' | 'name' | 'email'>[]> {
  return db<Person[]>`select id, name, email from partnership.person order by lower(name) collate "und-x-icu", id`
}

/** Into whom somebody of that number was merged. */
export async function mergedInto(db: Db, personId: PersonId): Promise<PersonId | null> {
  const [row] = await db<{ intoId: PersonId }[]>`select into_id from partnership.merged_person where id = ${personId}`
  return row?.intoId ?? null
}

/** Everybody, as far as it says whether two are one. */
export async function peopleToCompare(db: Db): Promise<Likely[]> {
  return db<Likely[]>`
    select person.id, person.name, person.email,
           array(select distinct organisation_id from partnership.post where post.person_id = person.id) as organisation_ids
      from partnership.person`
}

export async function peopleApart(db: Db): Promise<{ readonly firstId: PersonId; readonly secondId: PersonId }[]> {
  return db<{ firstId: PersonId; secondId: PersonId }[]>`select first_id, second_id from partnership.people_apart`
}

export async function keepApart(db: Db, firstId: PersonId, secondId: PersonId): Promise<void> {
  await db`
    insert into partnership.people_apart (first_id, second_id) values (${firstId}, ${secondId}) on conflict do nothing`
}

/** The details are those of the one that is kept only once nothing else bears them. */
export async function mergePeople(db: Db, { keptId, otherId, details }: Merge): Promise<void> {
  await db`select partnership.merge_people(${keptId}, ${otherId})`
  await changePerson(db, keptId, details)
}

/** Holds other writers off a person, and off what they are and hold, until the visit ends. */
export async function lockPerson(db: Db, personId: PersonId): Promise<void> {
  await db`select from partnership.person where id = ${personId} for update`
}

export async function addPerson(db: Db, { name, email, telephone, note }: PersonDraft): Promise<PersonId> {
  const [row] = await db<{ id: PersonId }[]>`
    insert into partnership.person (name, email, telephone, note) values (${name}, ${email}, ${telephone}, ${note}) returning id`
  if (!row) throw new Error('A person was not added')
  return row.id
}

export async function changePerson(db: Db, personId: PersonId, { name, email, telephone, note }: PersonDraft): Promise<void> {
  await db`
    update partnership.person
       set name = ${name}, email = ${email}, telephone = ${telephone}, note = ${note}
     where id = ${personId}`
}

export async function changeContact(db: Db, personId: PersonId, { email, telephone }: Contact): Promise<void> {
  await db`update partnership.person set email = ${email}, telephone = ${telephone} where id = ${personId}`
}

/** Those of one name or one e-mail address, in case they are one. */
export async function alike(
  db: Db,
  { name, email }: Pick<PersonDraft, 'name' | 'email'>,
): Promise<Pick<Person, 'id' | 'name' | 'email'>[]> {
  return db<Person[]>`
    select id, name, email from partnership.person where lower(name) = lower(${name}) or email = ${email} order by id limit 5`
}

export async function removePerson(db: Db, personId: PersonId): Promise<void> {
  await db`delete from partnership.person where id = ${personId}`
}

export type PostOf = Post & { readonly organisation: string }

export async function postsOf(db: Db, personId: PersonId): Promise<PostOf[]> {
  return db<PostOf[]>`
    select post.id, post.person_id, post.organisation_id, organisation.name as organisation, post.title, post.begins_on, post.ends_on
      from partnership.post
      join partnership.organisation on organisation.id = post.organisation_id
     where post.person_id = ${personId}
     order by post.begins_on desc nulls last, post.id desc`
}

export async function addPost(db: Db, personId: PersonId, { organisationId, title, beginsOn, endsOn }: PostDraft): Promise<void> {
  await db`
    insert into partnership.post (person_id, organisation_id, title, begins_on, ends_on)
    values (${personId}, ${organisationId}, ${title}, ${beginsOn}, ${endsOn})`
}

export async function changePost(db: Db, postId: PostId, { organisationId, title, beginsOn, endsOn }: PostDraft): Promise<void> {
  await db`
    update partnership.post
       set organisation_id = ${organisationId}, title = ${title}, begins_on = ${beginsOn}, ends_on = ${endsOn}
     where id = ${postId}`
}

export async function removePost(db: Db, postId: PostId): Promise<void> {
  await db`delete from partnership.post where id = ${postId}`
}

export async function makeMove(db: Db, personId: PersonId, { post, lastDay, endedPosts, endedTenures }: Move): Promise<void> {
  await db`
    update partnership.post set ends_on = ${lastDay}
     where person_id = ${personId} and id = any (${[...endedPosts]}::bigint[]) and (ends_on is null or ends_on > ${lastDay})`
  await db`delete from partnership.tenure where person_id = ${personId} and id = any (${[...endedTenures]}::bigint[]) and begins_on > ${lastDay}`
  await db`
    update partnership.tenure set ends_on = ${lastDay}, ended_by = 'left'
     where person_id = ${personId} and id = any (${[...endedTenures]}::bigint[]) and (ends_on is null or ends_on > ${lastDay})`
  await addPost(db, personId, post)
}

/** A seat that somebody holds, held or will hold, or on which they stand in. */
export type SeatOf = Span & {
  readonly id: number
  readonly seatId: number
  readonly groupId: number
  readonly group: string
  readonly role: SeatRole
  readonly title: string
  readonly organisationId: OrganisationId | null
  readonly organisation: string | null
}
export type TenureOf = SeatOf & {
  readonly id: Id<'tenure'>
  readonly isInterim: boolean
  readonly reason: string
  readonly endedBy: Ending | null
}

export async function tenuresOf(db: Db, personId: PersonId): Promise<TenureOf[]> {
  return db<TenureOf[]>`
    select tenure.id, tenure.seat_id, tenure.is_interim, tenure.reason, tenure.begins_on, tenure.ends_on, tenure.ended_by,
           ${seatColumns(db)}
      from partnership.tenure
      join partnership.seat on seat.id = tenure.seat_id
      join partnership."group" on "group".id = seat.group_id
      left join partnership.organisation on organisation.id = seat.organisation_id
     where tenure.person_id = ${personId}
     order by tenure.begins_on desc nulls last, lower("group".name) collate "und-x-icu", tenure.id`
}

export type DeputyOf = SeatOf & {
  readonly id: Id<'deputy'>
  readonly place: number
  /** Who sits there on the day. */
  readonly holders: readonly string[]
}

export async function deputiesOf(db: Db, personId: PersonId, today: string): Promise<DeputyOf[]> {
  return db<DeputyOf[]>`
    select deputy.id, deputy.seat_id, deputy.place, deputy.begins_on, deputy.ends_on, ${seatColumns(db)},
           array(select holder.name
                   from partnership.tenure
                   join partnership.person as holder on holder.id = tenure.person_id
                  where tenure.seat_id = seat.id and partnership.holds_on(tenure.begins_on, tenure.ends_on, ${today})
                  order by tenure.is_interim, tenure.id) as holders
      from partnership.deputy
      join partnership.seat on seat.id = deputy.seat_id
      join partnership."group" on "group".id = seat.group_id
      left join partnership.organisation on organisation.id = seat.organisation_id
     where deputy.person_id = ${personId}
     order by lower("group".name) collate "und-x-icu", deputy.id`
}

const seatColumns = (db: Db) => db`
  "group".id as group_id, "group".name as "group", seat.role, seat.title, seat.organisation_id, organisation.name as organisation`

/** Who stands in on the seats that somebody holds on a day, in order. */
export async function standInsFor(
  db: Db,
  personId: PersonId,
  today: string,
): Promise<{ readonly seatId: number; readonly name: string }[]> {
  return db<{ seatId: number; name: string }[]>`
    select deputy.seat_id, person.name
      from partnership.deputy
      join partnership.person on person.id = deputy.person_id
     where deputy.seat_id in (select seat_id from partnership.tenure
                               where person_id = ${personId} and partnership.holds_on(begins_on, ends_on, ${today}))
       and partnership.holds_on(deputy.begins_on, deputy.ends_on, ${today})
     order by deputy.seat_id, deputy.place, deputy.id`
}

export async function absencesOf(db: Db, personId: PersonId): Promise<Absence[]> {
  return db<Absence[]>`
    select id, person_id, begins_on, ends_on, reason from partnership.absence where person_id = ${personId} order by begins_on desc, id desc`
}

export async function addAbsence(db: Db, personId: PersonId, { beginsOn, endsOn, reason }: AbsenceDraft): Promise<void> {
  await db`
    insert into partnership.absence (person_id, begins_on, ends_on, reason) values (${personId}, ${beginsOn}, ${endsOn}, ${reason})`
}

export async function changeAbsence(db: Db, absenceId: Absence['id'], { beginsOn, endsOn, reason }: AbsenceDraft): Promise<void> {
  await db`
    update partnership.absence set begins_on = ${beginsOn}, ends_on = ${endsOn}, reason = ${reason} where id = ${absenceId}`
}

export async function removeAbsence(db: Db, absenceId: Absence['id']): Promise<void> {
  await db`delete from partnership.absence where id = ${absenceId}`
}

type Leaving = { readonly ended: readonly { readonly id: number }[]; readonly cancelled: readonly { readonly id: number }[] }
export type Departure = { readonly posts: Leaving; readonly tenures: Leaving; readonly deputies: Leaving }

export async function depart(db: Db, lastDay: string, { posts, tenures, deputies }: Departure): Promise<void> {
  const ids = (records: readonly { readonly id: number }[]) => records.map(({ id }) => id)
  await db`update partnership.post set ends_on = ${lastDay} where id = any (${ids(posts.ended)}::bigint[])`
  await db`delete from partnership.post where id = any (${ids(posts.cancelled)}::bigint[])`
  await db`update partnership.tenure set ends_on = ${lastDay}, ended_by = 'left' where id = any (${ids(tenures.ended)}::bigint[])`
  await db`delete from partnership.tenure where id = any (${ids(tenures.cancelled)}::bigint[])`
  await db`update partnership.deputy set ends_on = ${lastDay} where id = any (${ids(deputies.ended)}::bigint[])`
  await db`delete from partnership.deputy where id = any (${ids(deputies.cancelled)}::bigint[])`
}

/** Everybody by name, each with what they are today; or these alone. */
export async function peopleToChoose(db: Db, today: string, only: readonly PersonId[] | null = null): Promise<PersonToChoose[]> {
  return db<PersonToChoose[]>`
    select person.id, person.name,
           coalesce(string_agg(concat_ws(', ', nullif(post.title, ''), organisation.name), '; ' order by organisation.name), '') as detail
      from partnership.person
      left join partnership.post on post.person_id = person.id and partnership.holds_on(post.begins_on, post.ends_on, ${today}::date)
      left join partnership.organisation on organisation.id = post.organisation_id
     where ${only === null}::boolean or person.id = any (${[...(only ?? [])]}::bigint[])
     group by person.partnership_id, person.id
     order by lower(person.name) collate "und-x-icu", person.id`
}

/** Somebody new gets a post at the organisation for which they come, where there is one. */
export async function personChosen(db: Db, chosen: ChosenPerson, organisationId: OrganisationId | null): Promise<PersonId> {
  if (chosen.kind === 'known') return chosen.id
  const id = await addPerson(db, { name: chosen.name, email: null, telephone: '', note: '' })
  if (organisationId !== null) await addPost(db, id, { organisationId, title: '', beginsOn: null, endsOn: null })
  return id
}
