import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { actingCases, people, seatIn } from './example.ts'
import { addTenure, capacityOf, seatsOf } from './store.ts'

const app = await freshApp({ after })
const { owner, partnershipId, database, reader, officer, contributor } = app

await owner`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Wexcombe Council')`
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
check('who has no seat sits nowhere', app.administrator, '2009-05-06', '')

/** The same table of cases as the rule's own test, each with accounts of its people and on a group of its own; nothing of it is kept. */
for (const given of actingCases)
  test(`in the database too: ${given.name}`, async () => {
    const { seat, group, absences } = seatIn(given)
    const told: string[] = []
    await owner
      .begin(async db => {
        const accounts = new Map<number, number>()
        const personIds = new Map<number, number>()
        for (const [name, number] of Object.entries(people)) {
          const [account] = await db<
            { id: number }[]
          >`insert into platform.account (email, name) values (${`${number}@acting.example`}, ${name}) returning id`
          await db`insert into platform.membership (partnership_id, account_id, role) values (${partnershipId}, ${account?.id ?? 0}, 'reader')`
          const [row] = await db<{ id: number }[]>`select id from partnership.person where account_id = ${account?.id ?? 0}`
          accounts.set(number, account?.id ?? 0)
          personIds.set(number, row?.id ?? 0)
        }
        const [on] = await db<{ id: number }[]>`
          insert into partnership."group" (partnership_id, name, short_name, layer, kind, deputies_act, begins_on, ends_on)
          values (${partnershipId}, 'Acting', 'ACTING', 'executive', 'board', ${group.deputiesAct}, ${group.beginsOn}, ${group.endsOn}) returning id`
        const [place] = await db<{ id: number }[]>`
          insert into partnership.seat (partnership_id, group_id, role, begins_on, ends_on)
          values (${partnershipId}, ${on?.id ?? 0}, 'lead', ${seat.beginsOn}, ${seat.endsOn}) returning id`
        for (const { personId, isInterim, beginsOn, endsOn } of seat.tenures)
          await db`insert into partnership.tenure (partnership_id, seat_id, person_id, is_interim, begins_on, ends_on)
                   values (${partnershipId}, ${place?.id ?? 0}, ${personIds.get(personId) ?? 0}, ${isInterim}, ${beginsOn}, ${endsOn})`
        for (const { personId, place: order, beginsOn, endsOn } of seat.deputies)
          await db`insert into partnership.deputy (partnership_id, seat_id, person_id, place, begins_on, ends_on)
                   values (${partnershipId}, ${place?.id ?? 0}, ${personIds.get(personId) ?? 0}, ${order}, ${beginsOn}, ${endsOn})`
        for (const { personId, beginsOn, endsOn } of absences)
          await db`insert into partnership.absence (partnership_id, person_id, begins_on, ends_on)
                   values (${partnershipId}, ${personIds.get(personId) ?? 0}, ${beginsOn}, ${endsOn})`
        for (const [name, number] of Object.entries(people)) {
          const [row] = await db<{ capacity: { seats: { as: string }[] } }[]>`
            select partnership.capacity_of(${partnershipId}, ${accounts.get(number) ?? 0}, ${given.today}::date) as capacity`
          told.push(...(row?.capacity.seats ?? []).map(({ as }) => `${name} as ${as}`))
        }
        throw new Error('Nothing is kept')
      })
      .catch((error: Error) => assert.equal(error.message, 'Nothing is kept'))
    assert.deepEqual(told.toSorted(), given.acting.toSorted())
  })

test('the database holds to one holder at a time, and says so without breaking the visit', async () => {
  const seats = await app.visit('read', db => seatsOf(db, 'all'))
  const [first] = seats as Awaited<ReturnType<typeof seatsOf>>
  assert.ok(first)
  const [holder] = first.tenures
  assert.ok(holder)
  const draft = { beginsOn: day('2010-01-01'), endsOn: null, reason: '', endedBy: null }
  const told = await app.visit('write', async db => [
    await addTenure(db, first.id, holder.personId, { ...draft, isInterim: false }),
    await addTenure(db, first.id, holder.personId, { ...draft, isInterim: true }),
    await addTenure(db, first.id, holder.personId, { ...draft, isInterim: true }),
  ])
  assert.deepEqual(told, [false, true, false])
})
