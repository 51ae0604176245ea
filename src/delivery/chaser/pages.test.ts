// A letter to the chair, sent by a real mail server, and the reminders that go by themselves.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { recipients, startMailServer } from '../../../test/mail/smtp.ts'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { remindOfPlans } from './jobs.ts'

const server = await startMailServer({ after })
const app = await freshApp(
  { after },
  { now: '2009-06-24T09:30:00Z', mail: { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' } },
)
const group = await exampleMeeting(app)
const { planId } = await examplePlan(app, group)
const [chair, lead] = ['chair@wexcombe.example', 'lead@wexcombe.example']
await app.owner`update partnership.person set email = ${chair} where id = ${group.people.chair}`
await app.owner`update partnership.person set email = ${lead} where id = ${group.people.lead}`
await app.post(app.officer, 'plans/requirements/new', {
  year: '2009-10',
  dueOn: '22 June 2009',
  secondDueOn: '31 August 2009',
  groups: [String(group.groupId)],
})
const [row] = await app.owner<{ id: number }[]>`select id from delivery.requirement`
const at = `plans/requirements/${row?.id}/chaser`
const editionIn = (body: string): string => /name="edition" value="([^"]+)"/.exec(body)?.[1] ?? ''
const daily = (today: string, before: string) =>
  app.visit('write', db =>
    remindOfPlans.work(db, { today: day(today), now: Temporal.Instant.from(`${today}T06:30:00Z`), before: day(before) }),
  )

test('an officer reads the draft, changes it and comes back to it; nobody else is let in', async () => {
  assert.equal((await app.get(app.reader, at)).statusCode, 403)
  const { body } = await app.get(app.officer, at)
  assert.match(body, /To Dafydd Rees, who chairs the group[\s\S]*2 days late[\s\S]*Dear Dafydd Rees[\s\S]*1 action has no owner/)
  assert.match(
    (await app.post(app.officer, at, { edition: editionIn(body), act: 'save', text: ' ' })).body,
    /href="#text">Enter what the letter says/,
  )
  assert.equal((await app.post(app.officer, at, { edition: editionIn(body), act: 'save', text: 'Dear Dafydd\n\nPlease.' })).statusCode, 303)
  assert.match((await app.get(app.officer, at)).body, /saved and not sent yet[\s\S]*Please\./)
  const overtaken = await app.post(app.administrator, at, { edition: editionIn(body), act: 'save', text: 'Dear Dafydd\n\nNow.' })
  assert.equal(overtaken.statusCode, 422)
  for (const form of ['docx', 'odt']) assert.equal((await app.get(app.officer, `${at}.${form}`)).statusCode, 200, form)
})

test('it goes by mail to the chair, is recorded, and the next one begins anew', async () => {
  const { body } = await app.get(app.officer, at)
  assert.equal(
    (await app.post(app.officer, at, { edition: editionIn(body), act: 'mail', text: 'Dear Dafydd\n\nPlease see to it.' })).statusCode,
    303,
  )
  await server.mailTo(chair, new RegExp(`Please see to it[\\s\\S]*plans/${planId}`))
  assert.match((await app.get(app.officer, at)).body, /Sent on 24 June 2009 by Priya Nair to Dafydd Rees, by mail/)
  assert.match((await app.get(app.officer, 'plans')).body, /written to on 24 June 2009/)
})

test('all that are late are written to in one press, but not twice on one day', async () => {
  const refused = await app.post(app.officer, 'plans/chasers')
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /Written to today already/)
  await app.owner`update delivery.chaser set sent_on = '2009-06-20'`
  assert.match((await app.get(app.officer, 'plans/chasers')).body, /Send 1 letter by mail/)
  assert.equal((await app.post(app.officer, 'plans/chasers')).statusCode, 303)
  const sent = await app.owner`select count(*)::int as count from delivery.chaser where sent_on = '2009-06-24' and by_mail`
  assert.equal(sent[0]?.['count'], 1)
  assert.equal((await app.get(app.officer, 'plans/chasers.docx')).statusCode, 200)
  for (const form of ['docx', 'odt']) assert.equal((await app.get(app.reader, `plans.${form}`)).statusCode, 200, form)
})

test('whoever leads the group is reminded on the day after the date, once, and is told what is missing', async () => {
  await daily('2009-06-23', '2009-06-22')
  await daily('2009-06-23', '2009-06-22')
  await server.mailTo(lead, /is late: the second date is 31 August 2009[\s\S]*1 action has no owner/)
  assert.equal(server.inbox.filter(mail => recipients(mail).includes(lead)).length, 1)
})

test('the group’s page and home say what is owed and what waits, and search finds the plan for those who may see it', async () => {
  await app.visit('write', async db => {
    const [area] = await db<{ id: number }[]>`insert into partnership.area (name, kind) values ('Wexcombe', 'county') returning id`
    await db`insert into performance.agreement (title, first_year, last_year, area_id) values ('LAA', 2008, 2010, ${area?.id ?? 0})`
  })
  assert.match((await app.get(app.reader, 'home')).body, /Delivery plans[\s\S]*Delivery plan 2009-10[\s\S]*2 days late/)
  assert.match((await app.get(app.officer, 'home')).body, /1 plan is late/)
  assert.match((await app.get(app.reader, `groups/${group.groupId}`)).body, /Delivery plan 2009-10/)
  await app.post(app.reader, `plans/${planId}/submission`)
  assert.match((await app.get(app.officer, 'home')).body, /waits to be signed off/)
  assert.match((await app.get(app.reader, 'search?q=delivery+plan')).body, new RegExp(`href="[^"]*plans/${planId}"`))
  const [entry] = await app.owner`select is_public from platform.search_entry where subject = 'delivery.plan'`
  assert.equal(entry?.['isPublic'], false)
})
