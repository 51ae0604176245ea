import type { Sql } from '../../src/platform/db/index.ts'

/** For tests: a small partnership, or one of `groups` groups and about five seats on each, of which some are vacant. */
export async function smallPartnership(owner: Sql, partnershipId: number): Promise<void> {
  await owner.begin(async db => {
    await db`select set_config('app.partnership', ${String(partnershipId)}, true), set_config('app.who', 'Helen Marsh', true), set_config('app.request', 'x', true)`
    await db`insert into partnership.organisation (name) values ('Wexcombe Council'), ('Wessex Police'), ('Wexcombe Health')`
    await db`insert into partnership.person (name) values ('Amina Khan'), ('Tom Reed'), ('Priya Nair'), ('Dafydd Rees'), ('Ruth Calder')`
    await db`
      insert into partnership."group" (name, short_name, layer, kind, begins_on, ends_on)
      values ('Wexcombe Board', 'WB', 'strategic', 'board', null, null),
             ('Management Group', 'PMG', 'executive', 'management-group', null, null),
             ('Safer Wexcombe', 'SW', 'executive', 'thematic-partnership', null, null),
             ('Youth Justice Board', 'YJB', 'operational', 'working-group', null, null),
             ('Burglary Group', 'BG', 'operational', 'task-and-finish', '2009-01-01', '2009-12-31'),
             ('Arts Forum', 'AF', 'operational', 'working-group', null, null)`
    const reports = { PMG: 'WB', SW: 'PMG', YJB: 'SW', BG: 'SW' }
    for (const [name, parent] of Object.entries(reports))
      await db`update partnership."group" set parent_id = (select id from partnership."group" where short_name = ${parent}) where short_name = ${name}`
    await db`insert into partnership.outside_body (name, reach) values ('County Safety Board', 'county'), ('Elm District', 'district')`
    await db`
      insert into partnership.group_link (group_id, kind, to_group_id, to_body_id)
      select a.id, link.kind, b.id, body.id
        from (values ('YJB', 'reports-to', 'WB', null), ('YJB', 'works-with', 'BG', null), ('BG', 'works-with', 'YJB', null),
                     ('SW', 'counterpart', null, 'County Safety Board')) as link (name, kind, to_name, to_body)
        join partnership."group" a on a.short_name = link.name
        left join partnership."group" b on b.short_name = link.to_name
        left join partnership.outside_body body on body.name = link.to_body`
    await db`
      insert into partnership.seat (group_id, role, title, organisation_id, place)
      select "group".id, seat.role, seat.title, organisation.id, seat.place
        from (values ('WB', 'chair', '', 'Wexcombe Council', 1), ('WB', 'member', '', 'Wessex Police', 2), ('PMG', 'chair', '', 'Wexcombe Council', 1),
                     ('PMG', 'lead', 'Health', 'Wexcombe Health', 2), ('SW', 'chair', '', 'Wessex Police', 1), ('YJB', 'chair', '', 'Wessex Police', 1),
                     ('AF', 'chair', '', 'Wexcombe Council', 1)) as seat (name, role, title, organisation, place)
        join partnership."group" on "group".short_name = seat.name
        join partnership.organisation on organisation.name = seat.organisation`
    await db`
      insert into partnership.tenure (seat_id, person_id, is_interim, begins_on, ends_on)
      select seat.id, person.id, sits.is_interim, sits.begins_on::date, sits.ends_on::date
        from (values ('WB', 'chair', 'Amina Khan', false, null, '2009-06-30'), ('WB', 'chair', 'Ruth Calder', false, '2009-07-01', null),
                     ('WB', 'member', 'Tom Reed', false, null, null), ('PMG', 'chair', 'Amina Khan', false, null, null),
                     ('PMG', 'chair', 'Priya Nair', true, '2009-05-01', '2009-05-31'), ('SW', 'chair', 'Tom Reed', false, null, null),
                     ('YJB', 'chair', 'Tom Reed', false, null, null), ('AF', 'chair', 'Dafydd Rees', false, null, null))
             as sits (name, role, person, is_interim, begins_on, ends_on)
        join partnership."group" on "group".short_name = sits.name
        join partnership.seat on seat.group_id = "group".id and seat.role = sits.role
        join partnership.person on person.id = (select max(there.id) from partnership.person as there where there.name = sits.person)`
  })
}

export async function largePartnership(owner: Sql, partnershipId: number, groups: number): Promise<void> {
  await owner.begin(async db => {
    await db`select set_config('app.partnership', ${String(partnershipId)}, true), set_config('app.who', 'Helen Marsh', true), set_config('app.request', 'x', true)`
    await db`insert into partnership.organisation (name) select 'Partner ' || n from generate_series(1, 25) n`
    await db`insert into partnership.person (name) select 'Person number ' || n from generate_series(1, 150) n`
    await db`
      insert into partnership."group" (name, short_name, layer, kind)
      select (array['Safety', 'Health', 'Children and young people', 'Housing and homelessness', 'Prosperity and skills', 'Environment', 'Culture and sport'])[n % 7 + 1]
             || case when n = 1 then ' board' when n < 10 then ' partnership ' || n else ' working group ' || n end,
             'G' || n, case when n = 1 then 'strategic' when n < 10 then 'executive' else 'operational' end, 'working-group'
        from generate_series(1, ${groups}) n`
    await db`
      with numbered as (select id, substr(short_name, 2)::int as n from partnership."group" where short_name ~ '^G[0-9]')
      update partnership."group" set parent_id = parent.id
        from numbered as child
        join numbered as parent on parent.n = case when child.n < 10 then 1 when child.n % 9 = 0 then child.n - 8 else child.n % 8 + 2 end
       where "group".id = child.id and child.n > 1`
    await db`insert into partnership.outside_body (name, reach) values ('County Strategic Partnership', 'county'), ('Government Office', 'national'), ('Southern District', 'district')`
    await db`
      with numbered as (select id, substr(short_name, 2)::int as n from partnership."group" where short_name ~ '^G[0-9]')
      insert into partnership.group_link (group_id, kind, to_group_id)
      select a.id, case when a.n % 2 = 0 then 'works-with' else 'reports-to' end, b.id
        from numbered as a join numbered as b on b.n = a.n - 11 where a.n % 7 = 0 and a.n > 20`
    await db`
      insert into partnership.group_link (group_id, kind, to_body_id)
      select "group".id, 'counterpart', body.id from partnership."group", partnership.outside_body body where short_name = 'G3'`
    await db`
      insert into partnership.seat (group_id, role, organisation_id, place)
      select "group".id, case when n = 1 then 'chair' else 'member' end,
             (select min(id) from partnership.organisation where name like 'Partner %') + (substr(short_name, 2)::int * 3 + n) % 25, n
        from partnership."group", generate_series(1, 5) n
       where short_name ~ '^G[0-9]'`
    // The first of a group is its own, the second whoever leads the one that it reports to; of the others some sit on another group as well.
    await db`
      insert into partnership.tenure (seat_id, person_id)
      select seat.id, (select min(id) from partnership.person where name like 'Person number%') - 1
             + case seat.place when 1 then n when 2 then coalesce(substr(parent.short_name, 2)::int, 60)
                               when 3 then 60 + n else case when n % 5 = 0 then n * 13 % ${groups} + 1 else 120 + n % 30 end end
        from partnership.seat
        join (select *, substr(short_name, 2)::int as n from partnership."group" where short_name ~ '^G[0-9]') as own on own.id = seat.group_id
        left join partnership."group" as parent on parent.id = own.parent_id
       where seat.place < 5`
  })
}
