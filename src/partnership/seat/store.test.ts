import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { capacityOf } from './store.ts'

const app = await freshApp({ after })
const { owner, partnershipId, database, reader, officer, contributor } = app

await owner`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Wexcombe Council')`
await owner`
  insert into partnership.person (partnership_id, name, account_id)
  values (${partnershipId}, 'Dafydd Rees', ${reader.accountId}), (${partnershipId}, 'Priya Nair', ${officer.accountId}),
         (${partnershipId}, 'Ruth Calder', ${contributor.accountId})`
const person = (name: string) => owner`(select id from partnership.person where name = ${name} and partnership_id = ${partnershipId})`
await owner`
  insert into partnership.post (partnership_id, person_id, organisation_id, title, ends_on)
  select ${partnershipId}, ${person('Dafydd Rees')}, id, 'Head of policy', '2009-12-31' from partnership.organisation`
await owner`
  insert into partnership."group" (partnership_id, name, short_name, layer, kind, deputies_act)
  values (${partnershipId}, 'Management Group', 'PMG', 'executive', 'management-group', 'when-away'),
         (${partnershipId}, 'Safer Wexcombe', 'SW', 'operational', 'thematic-partnership', 'always')`
await owner`
  insert into partnership.seat (partnership_id, group_id, role)
  select partnership_id, id, 'lead' from partnership."group" where partnership_id = ${partnershipId} order by id`
const seat = (shortName: string) => owner`
  (select seat.id from partnership.seat join partnership."group" on "group".id = seat.group_id where "group".short_name = ${shortName})`
await owner`
  insert into partnership.tenure (partnership_id, seat_id, person_id, is_interim, begins_on, ends_on)
  values (${partnershipId}, ${seat('PMG')}, ${person('Dafydd Rees')}, false, '2009-01-01', null),
         (${partnershipId}, ${seat('PMG')}, ${person('Ruth Calder')}, true, '2009-08-01', '2009-08-31')`
await owner`
  insert into partnership.deputy (partnership_id, seat_id, person_id, place)
  values (${partnershipId}, ${seat('PMG')}, ${person('Priya Nair')}, 1), (${partnershipId}, ${seat('PMG')}, ${person('Ruth Calder')}, 2),
         (${partnershipId}, ${seat('SW')}, ${person('Ruth Calder')}, 1)`
await owner`
  insert into partnership.absence (partnership_id, person_id, begins_on, ends_on)
  values (${partnershipId}, ${person('Dafydd Rees')}, '2009-07-01', '2009-09-30'), (${partnershipId}, ${person('Priya Nair')}, '2009-07-20', '2009-07-31')`

const check = (name: string, who: { accountId: number }, today: string, expected: string) =>
  test(name, async () => {
    const [row] = await database.platform(
      db => db<{ capacity: { seats: { role: string; as: string; groupId: number }[]; organisationIds: number[] } | null }[]>`
        select ${capacityOf(db, db`${partnershipId}::bigint`, db`${who.accountId}::bigint`, day(today))} as capacity`,
    )
    const { seats, organisationIds } = row?.capacity ?? { seats: [], organisationIds: [] }
    assert.equal([...seats.map(({ role, as }) => `${role} as ${as}`), ...organisationIds.map(() => 'a post')].join(', '), expected)
  })

check('who sits there sits there', reader, '2009-05-06', 'lead as holder, a post')
check('nobody sits there before their time', reader, '2008-12-31', 'a post')
check('a post ends, a seat goes on', reader, '2010-01-01', 'lead as holder')
check('a deputy does not act while the holder is to be had', officer, '2009-05-06', '')
check('a deputy acts while the holder is away', officer, '2009-07-06', 'lead as deputy')
check('the second acts only while the first is away too', contributor, '2009-07-25', 'lead as deputy, lead as deputy')
check('where deputies always act they do', contributor, '2009-05-06', 'lead as deputy')
check('who covers sits there meanwhile, and no deputy acts', officer, '2009-08-15', '')
check('who covers is not their own deputy', contributor, '2009-08-15', 'lead as interim, lead as deputy')
check('who is nobody at the table sits nowhere', app.administrator, '2009-05-06', '')
