import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshDatabase } from '../../../test/database/index.ts'
import { day } from '../../kernel/day.ts'
import { download, nobody, openWeb, page, redirect } from '../../platform/web/index.ts'
import { type AnswerVisit, makeAnswerLink, partnershipRoutes, revokeAnswerLinks } from '../index.ts'
import type { PersonId } from '../person/person.ts'
import { spentPage } from './pages.ts'

const { database, owner } = await freshDatabase({ after })
const [here] = await owner<{ id: number }[]>`insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe') returning id`
const partnershipId = here?.id ?? 0
const [person] = await owner<{ id: PersonId }[]>`
  insert into partnership.person (partnership_id, name, email) values (${partnershipId}, 'Owen Pike', 'owen@farm.example') returning id`
const personId = person?.id ?? (0 as PersonId)

let now = Temporal.Instant.from('2026-11-25T09:00:00Z')
const web = await openWeb({ database, arrive: async () => nobody, version: '0', navigation: [], home: '', clock: () => now })
const told = ({ person: { name }, subjectId, partnershipName, today }: AnswerVisit) =>
  `${name} about ${subjectId} in ${partnershipName} on ${day(today)}`
partnershipRoutes(web, {
  answers: {
    action: {
      show: async visit => download('x.txt', 'text/plain', told(visit)),
      answer: async visit => {
        await visit.db`update partnership.person set note = ${String(visit.body['note'])} where id = ${visit.person.id}`
        return visit.body['note'] === 'wrong'
          ? page(templateOf(), { title: 'Wrong' }, [{ text: 'Say it otherwise' }])
          : redirect(visit.here)
      },
    },
  },
})
function templateOf(): string {
  const answer = spentPage()
  return answer.kind === 'page' ? answer.template : ''
}
after(() => web.server.close())

const who = { partnershipId, accountId: null, name: 'Goldthread', requestId: 'letter' }
const made = (purpose = 'action', subjectId = 12) =>
  database.visit(who, 'write', db => makeAnswerLink(db, { personId, purpose, subjectId, expiresAt: now.add({ hours: 48 }) }))
const get = (url: string) => web.server.inject({ method: 'GET', url })
const post = (url: string, note: string) =>
  web.server.inject({
    method: 'POST',
    url,
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ note }).toString(),
  })
const note = async () => (await owner<{ note: string }[]>`select note from partnership.person where id = ${personId}`)[0]?.note

test('a link opens what it is for, in the name of whom it was sent to, as often as they like', async () => {
  const link = await made()
  assert.match(link, /^\/answer\/[\w-]{43}$/)
  for (let i = 0; i < 2; i++) {
    const answer = await get(link)
    assert.equal(answer.body, 'Owen Pike about 12 in Wexcombe on 2026-11-25')
  }
  const answer = await post(link, 'Done')
  assert.deepEqual([answer.statusCode, answer.headers.location, await note()], [303, link, 'Done'])
  const [kept] = await owner<
    { who: string }[]
  >`select who from platform.history where subject = 'partnership.person' order by id desc limit 1`
  assert.equal(kept?.who, 'Owen Pike')
})

test('a refused answer leaves nothing', async () => {
  const answer = await post(await made(), 'wrong')
  assert.deepEqual([answer.statusCode, await note()], [422, 'Done'])
  assert.match(answer.body, /Say it otherwise/)
})

test('the secret is nowhere kept', async () => {
  const secret = (await made()).split('/').at(-1) ?? ''
  const [found] = await owner`select from partnership.answer_link where encode(digest, 'escape') like ${`%${secret}%`}`
  assert.equal(found, undefined)
})

test('one that never was, is over, was taken back or is for nothing we know is the same page', async () => {
  const [over, back, unknown] = [await made(), await made('action', 13), await made('something')]
  await database.visit(who, 'write', db => revokeAnswerLinks(db, { purpose: 'action', subjectId: 13 }))
  const pages = [await get('/answer/a-guess'), await get(back), await get(unknown), await post(back, 'Late')]
  now = now.add({ hours: 48 })
  pages.push(await get(over), await post(over, 'Late'))
  for (const { statusCode, body } of pages) {
    assert.equal(statusCode, 404)
    assert.match(body, /This link can no longer be used/)
    assert.doesNotMatch(body, /Wexcombe|Owen/)
  }
  assert.equal(new Set(pages.map(({ body }) => body)).size, 1)
  assert.equal(await note(), 'Done')
})
