import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T09:30:00Z' })
const { officer, reader, owner, partnershipId } = app
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const read = async (path: string) => words((await app.get(reader, path)).body)

test('without leads it says how there come to be some', async () => {
  assert.match(await read('leads'), /0 leads\..* There are no leads yet/)
})

test('leads, their deputies and what is missing, on screen and as files', async () => {
  const added = await app.post(officer, 'groups/new', {
    name: 'Management Group',
    layer: 'executive',
    kind: 'management-group',
    deputiesAct: 'when-away',
  })
  const groupId = /groups\/(\d+)/.exec(added.headers.location ?? '')?.[1]
  await app.post(officer, `groups/${groupId}/seats/new`, {
    ...{
      'role-1': 'lead',
      'title-1': 'Children and young people',
      'person-1': 'Amina Siddiqui',
      'person-1-new': 'Amina Siddiqui',
      'beginsOn-1': '1 April 2026',
    },
    ...{ 'role-2': 'lead', 'title-2': '=Housing' },
  })
  const [seat] = await owner<{ id: number }[]>`select id from partnership.seat where title like 'Children%'`
  await app.post(officer, `seats/${seat?.id}/deputies/new`, { person: 'Ruth Calder', 'person-new': 'Ruth Calder' })
  await owner`insert into partnership.absence (partnership_id, person_id, begins_on, ends_on)
              select ${partnershipId}, id, '2026-11-01', '2027-05-03' from partnership.person where name = 'Amina Siddiqui'`

  const shown = await read('leads')
  assert.match(shown, /2 leads: 1 vacant, 1 without a nominated deputy, 1 away\./)
  assert.match(
    shown,
    /Amina Siddiqui Away until 3 May 2027 in their own right 1 April 2026 Ruth Calder Ruth Calder acts as deputy: Amina Siddiqui is away until 3 May 2027/,
  )
  assert.match(shown, /=Housing .* Vacant .* No nominated deputy at this stage Nobody acts: the seat is vacant/)
  assert.match(await read('leads?q=amina'), /Children and young people: Ruth Calder acts as deputy/)
  assert.doesNotMatch(await read('leads?q=amina'), /Housing/)
  assert.match(await read('leads?on=1 May 2027&q=amina'), /Ruth Calder acts as deputy/)
  assert.doesNotMatch(await read('leads?on=4 May 2027&q=amina'), /acts as deputy/)
  assert.match(await read('leads?q=nobody+there'), /Nothing is found/)
  assert.equal((await app.get(reader, 'leads?on=soon')).statusCode, 422)

  const csv = await app.get(reader, 'leads.csv?gaps=yes')
  assert.match(csv.headers['content-disposition'] ?? '', /leads-and-deputies-2026-11-22\.csv/)
  assert.match(
    csv.body,
    /Management Group,MG,,Lead,'=Housing,,,,,,,,Nobody acts: the seat is vacant,Vacant; No nominated deputy at this stage/,
  )
  assert.doesNotMatch(csv.body, /Amina/)
  for (const form of ['xlsx', 'ods']) assert.equal((await app.get(reader, `leads.${form}`)).rawPayload.subarray(0, 2).toString(), 'PK')
})
