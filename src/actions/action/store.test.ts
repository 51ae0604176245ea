import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import type { GroupId, PersonId } from '../../partnership/index.ts'
import { addAction } from './store.ts'

const app = await freshApp({ after })
const { owner: sql, partnershipId } = app
const [group] = await sql<{ id: GroupId }[]>`
  insert into partnership."group" (partnership_id, name, short_name, layer, kind)
  values (${partnershipId}, 'Partnership Management Group', 'PMG', 'executive', 'management-group') returning id`
const [person] = await sql<
  { id: PersonId }[]
>`select id from partnership.person where partnership_id = ${partnershipId} and name = 'Ruth Calder'`
const groupId = group?.id ?? null
const owners = person ? [{ personId: person.id }] : []

const add = (sourceName: string, sourceDay: string) =>
  app.visit<string>('write', async db => {
    const { reference } = await addAction(db, {
      source: 'meeting',
      sourceId: 1,
      groupId,
      sourceName,
      sourceDay: day(sourceDay),
      text: 'Write to chairs',
      owners,
    })
    return reference
  })

describe('the reference of an action (E11)', () => {
  test('is its source, the day, and a number that runs over both', async () => {
    assert.deepEqual(
      [await add('PMG', '2009-05-06'), await add('PMG', '2009-05-06'), await add('PMG', '2009-06-22'), await add('CYP-PLAN', '2009-04-01')],
      ['PMG/090506/1', 'PMG/090506/2', 'PMG/090622/1', 'CYP-PLAN/090401/1'],
    )
  })

  test('is nobody else’s, however many are added at once', async () => {
    const references = await Promise.all(Array.from({ length: 8 }, () => add('SW', '2009-05-06')))
    assert.deepEqual(
      references.toSorted(),
      Array.from({ length: 8 }, (_, at) => `SW/090506/${at + 1}`),
    )
  })

  test('goes with its owners', async () => {
    const rows = await sql`select from actions.owner where partnership_id = ${partnershipId} and person_id = ${person?.id ?? 0}`
    assert.equal(rows.length, 12)
  })
})
