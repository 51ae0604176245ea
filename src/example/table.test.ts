import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from '../../test/web/index.ts'
import { tableGroups, tableOrganisations, tablePeople } from './table.ts'

const app = await freshApp({ after }, { example: true, now: '2026-11-22T09:30:00Z' })

const counted = async (what: string) => {
  const [row] = await app.owner<{ count: number }[]>`
    select count(*) from ${app.owner(`partnership.${what}`)} where partnership_id = ${app.partnershipId}`
  return row?.count
}

test('Wexcombe is a whole partnership: 25 organisations, 60 people, 14 groups on three layers', async () => {
  assert.deepEqual([tableOrganisations.length, tablePeople.length, tableGroups.length], [25, 60, 14])
  // Besides, the four who belong to the partnership of every test.
  assert.deepEqual([await counted('organisation'), await counted('person'), await counted('group')], [25, 60 + 4, 14])
  assert.deepEqual(new Set(tableGroups.map(({ layer }) => layer)), new Set(['strategic', 'executive', 'operational']))
  assert.equal(await counted('seat'), 103)
})

test('it has the troubles that real ones have', async () => {
  const executive = await app.get(app.reader, `groups/${await groupId('PEX')}`)
  assert.match(executive.body, /Vacant since 22 September 2026/)
  assert.match(executive.body, /covering maternity leave until 22 March 2027/)
  assert.match(executive.body, /Inspector Lisa Yardley<\/\w+>\s+acts as deputy/)
  const forum = await app.get(app.reader, `groups/${await groupId('DAF')}`)
  assert.match(forum.body, /7 seats, 4 of them vacant/)
})

async function groupId(shortName: string): Promise<number | undefined> {
  const [row] = await app.owner<{ id: number }[]>`
    select id from partnership."group" where partnership_id = ${app.partnershipId} and short_name = ${shortName}`
  return row?.id
}
