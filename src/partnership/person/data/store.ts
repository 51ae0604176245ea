import type { Db } from '../../../platform/db/index.ts'
import { entriesAbout } from '../../../platform/history/index.ts'
import type { Person } from '../person.ts'

/** All that is held about somebody, by where it is held. */
export type Held = Readonly<Record<string, unknown>>

export async function heldAbout(db: Db, { id, accountId }: Person): Promise<Held> {
  const [row] = await db<{ held: Held }[]>`
    select jsonb_build_object(
             'person', (select to_jsonb(p) - 'partnership_id' from partnership.person p where p.id = ${id}),
             'posts', (select coalesce(jsonb_agg(to_jsonb(p) - 'partnership_id' || jsonb_build_object('organisation', o.name) order by p.id), '[]')
                         from partnership.post p join partnership.organisation o on o.id = p.organisation_id where p.person_id = ${id}),
             'reportsFor', (select coalesce(jsonb_agg(to_jsonb(c) - 'partnership_id' || jsonb_build_object('organisation', o.name) order by c.id), '[]')
                              from partnership.coordinator c join partnership.organisation o on o.id = c.organisation_id where c.person_id = ${id}),
             'absences', (select coalesce(jsonb_agg(to_jsonb(a) - 'partnership_id' order by a.id), '[]') from partnership.absence a where a.person_id = ${id}),
             'seats', (select coalesce(jsonb_agg(to_jsonb(t) - 'partnership_id' || jsonb_build_object('group', g.name, 'seat', s.role) order by t.id), '[]')
                         from partnership.tenure t
                         join partnership.seat s on s.id = t.seat_id
                         join partnership."group" g on g.id = s.group_id
                        where t.person_id = ${id}),
             'deputies', (select coalesce(jsonb_agg(to_jsonb(d) - 'partnership_id' || jsonb_build_object('group', g.name, 'seat', s.role) order by d.id), '[]')
                            from partnership.deputy d
                            join partnership.seat s on s.id = d.seat_id
                            join partnership."group" g on g.id = s.group_id
                           where d.person_id = ${id}),
             'account', platform.held_of_account(${accountId})) as held`
  return { ...row?.held, history: await entriesAbout(db, 'partnership.person', id, accountId) }
}

/** What refers to them goes on doing so, and finds a former member of that number. */
export async function erase(db: Db, { id, accountId }: Person): Promise<void> {
  const name = `A former member (${id})`
  await db`update partnership.absence set reason = '' where person_id = ${id}`
  await db`update partnership.person set name = ${name}, email = null, telephone = '', note = '', account_id = null where id = ${id}`
  if (accountId !== null) await db`select platform.forget_account(${accountId})`
  await db`
    with records as (
      select 0 as place, 'partnership.person' as subject, ${String(id)} as subject_id
       union all select 1, 'partnership.absence', absence.id::text from partnership.absence where person_id = ${id})
    select platform.erase_from_history(array_agg(subject order by place), array_agg(subject_id order by place), ${accountId},
                                       jsonb_build_object('id', ${id}::bigint, 'name', ${name}::text))
      from records`
}
