import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const meeting = await exampleMeeting(app)
const { planId, whole, bare } = await examplePlan(app, meeting)
const scrutiny = await app.database.platform(db =>
  somebody(db, {
    partnershipId: app.partnershipId,
    name: 'Owen Pike',
    role: 'scrutiny',
    now: Temporal.Instant.from('2009-05-06T09:30:00Z'),
  }),
)
const editionIn = (body: string): string => /name="edition" value="([^"]+)"/.exec(body)?.[1] ?? ''
const mainOf = (body: string): string => body.replace(/^[\s\S]*<main/, '')

test('a plan is listed and shown, and one that is not signed off is no business of scrutiny', async () => {
  assert.match((await app.get(app.reader, 'plans')).body, /Delivery plan 2009-10/)
  assert.equal((await app.get(app.reader, `plans/${planId}`)).statusCode, 200)
  assert.doesNotMatch((await app.get(scrutiny, 'plans')).body, /Delivery plan 2009-10/)
  assert.equal((await app.get(scrutiny, `plans/${planId}`)).statusCode, 404)
})

test('a plan is read as a whole: what it serves, its actions with who, when and how much, and what is still to be added', async () => {
  const body = mainOf((await app.get(app.reader, `plans/${planId}`)).body)
  assert.match(body, /Train 40 advisers[\s\S]*PMG-PLAN\/090401\/1[\s\S]*Half of them are trained, by 30 September 2009/)
  assert.match(body, /Safer communities \(Marta Turner\)|Marta Turner/)
  assert.match(body, /1 April 2009 to 31 December 2009/)
  assert.match(body, /£12,500/)
  assert.match(body, /Still to be added[\s\S]*1 action has no owner[\s\S]*1 action has no measure/)
})

test('the chair, who keeps the plan, changes what it says; somebody who does not is not let in', async () => {
  const edit = `plans/${planId}/edit`
  const stranger = await app.database.platform(db =>
    somebody(db, {
      partnershipId: app.partnershipId,
      name: 'Ana Lopes',
      role: 'reader',
      now: Temporal.Instant.from('2009-05-06T09:30:00Z'),
    }),
  )
  assert.equal((await app.get(stranger, edit)).statusCode, 403)
  assert.doesNotMatch((await app.get(stranger, `plans/${planId}`)).body, /Change what it says/)

  const { body } = await app.get(app.reader, edit)
  const fields = { edition: editionIn(body), title: 'Delivery plan 2009-10', progressEvery: 'month' }
  const refused = await app.post(app.reader, edit, { ...fields, title: ' ', indicators: 'NI 999', summary: 'Advice for all' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /href="#title">Enter a title/)
  assert.match(refused.body, /href="#indicators">There is no indicator NI 999/)
  assert.match(refused.body, /Advice for all<\/textarea>/)

  const saved = await app.post(app.reader, edit, {
    ...fields,
    summary: 'Advice for all',
    risks: 'Too few advisers',
    leadId: String(meeting.people.lead),
  })
  assert.equal(saved.statusCode, 303)
  const shown = mainOf((await app.get(app.reader, `plans/${planId}`)).body)
  assert.match(shown, /Advice for all[\s\S]*Marta Turner[\s\S]*Every month[\s\S]*Too few advisers/)

  const overtaken = await app.post(app.officer, edit, { ...fields, summary: 'Advice for some' })
  assert.equal(overtaken.statusCode, 422)
  assert.match(overtaken.body, /What it is about is “Advice for all” now/)
})

test('what is confidential in a plan is there for its group, and for others neither shown nor counted', async () => {
  await app.owner`update actions.action set is_confidential = true where id = ${bare.actionId}`
  const outsider = await app.database.platform(db =>
    somebody(db, {
      partnershipId: app.partnershipId,
      name: 'Ben Okoro',
      role: 'reader',
      now: Temporal.Instant.from('2009-05-06T09:30:00Z'),
    }),
  )
  const body = mainOf((await app.get(outsider, `plans/${planId}`)).body)
  assert.doesNotMatch(body, /Raise awareness|no measure/)
  assert.match(mainOf((await app.get(app.reader, `plans/${planId}`)).body), /Raise awareness/)
  await app.owner`update actions.action set is_confidential = false where id = ${bare.actionId}`
})

test('next year’s plan begins with what is not finished, under new references, with every date a year on', async () => {
  await app.owner`update actions.action set state = 'open' where id = ${whole.actionId}`
  await app.owner`update actions.action set state = 'closed', outcome = 'Done', ended_on = '2009-05-01' where id = ${bare.actionId}`
  const begun = await app.post(app.reader, 'plans/new', {
    groupId: String(meeting.groupId),
    year: '2010-11',
    from: String(planId),
    title: '',
  })
  assert.equal(begun.statusCode, 303)
  const body = mainOf((await app.get(app.reader, String(begun.headers.location))).body)
  assert.match(body, /Delivery plan 2010-11/)
  assert.match(body, /Train 40 advisers[\s\S]*PMG-PLAN\/100401\/1 \(was PMG-PLAN\/090401\/1\)[\s\S]*by 30 September 2010/)
  assert.match(body, /1 April 2010 to 31 December 2010/)
  assert.match(body, /Marta Turner[\s\S]*£12,500/)
  assert.doesNotMatch(body, /Raise awareness/)
  const [row] = await app.owner`select state, due_on from actions.action where reference = 'PMG-PLAN/100401/1'`
  assert.deepEqual({ ...row }, { state: 'proposed', dueOn: '2010-12-31' })
})

test('once next year’s plan is in force, what it took over is offered to be closed under its old number', async () => {
  const [next] = await app.owner<{ id: number }[]>`select id from delivery.plan where starts_on = '2010-04-01'`
  const at = `plans/${next?.id}`
  assert.doesNotMatch((await app.get(app.reader, at)).body, /Close what was carried over/)
  assert.match((await app.get(app.reader, `${at}/carried`)).body, /Nothing that this plan took over is still open/)
  await app.owner`update delivery.plan set state = 'signed-off' where id = ${next?.id ?? 0}`
  await app.owner`update actions.action set state = 'open' where reference = 'PMG-PLAN/100401/1'`
  assert.match(
    (await app.get(app.reader, at)).body,
    /1 action that was carried into this plan is still open under its old number[\s\S]*Close what was carried over/,
  )
  assert.doesNotMatch((await app.get(scrutiny, at)).body, /Close what was carried over/)
  assert.match(
    mainOf((await app.get(app.reader, `${at}/carried`)).body),
    /PMG-PLAN\/090401\/1: Train 40 advisers[\s\S]*Goes on as PMG-PLAN\/100401\/1/,
  )
  const none = await app.post(app.reader, `${at}/carried`)
  assert.equal(none.statusCode, 422)
  assert.match(none.body, /href="#actions">Choose which of them are closed/)
  // Another of that register is none of those that were carried.
  assert.equal((await app.post(app.reader, `${at}/carried`, { actions: String(bare.actionId) })).statusCode, 422)
  assert.equal((await app.post(app.reader, `${at}/carried`, { actions: String(whole.actionId) })).statusCode, 303)
  const [old] = await app.owner`select state, outcome from actions.action where id = ${whole.actionId}`
  assert.deepEqual({ ...old }, { state: 'closed', outcome: 'Carried into PMG-PLAN/100401/1' })
  assert.doesNotMatch((await app.get(app.reader, at)).body, /Close what was carried over/)
})

test('a group has one plan for a year, and begins with one of an earlier year', async () => {
  const fields = { groupId: String(meeting.groupId), title: '' }
  const twice = await app.post(app.officer, 'plans/new', { ...fields, year: '2009-10', from: '' })
  assert.equal(twice.statusCode, 422)
  assert.match(twice.body, /Partnership Management Group has a plan for that year already/)
  const earlier = await app.post(app.officer, 'plans/new', { ...fields, year: '2008-09', from: String(planId) })
  assert.match(earlier.body, /Begin with a plan of an earlier year/)
  const unread = await app.post(app.officer, 'plans/new', { ...fields, groupId: '', year: 'soon', from: '' })
  assert.match(unread.body, /href="#groupId">Select the group[\s\S]*href="#year">This is not a year/)
})

test('a plan that is submitted or signed off is not changed, and whoever tries loses nothing that they typed', async () => {
  await app.owner`update delivery.plan set state = 'signed-off' where id = ${planId}`
  assert.equal((await app.get(app.officer, `plans/${planId}/edit`)).statusCode, 303)
  const refused = await app.post(app.officer, `plans/${planId}/edit`, { title: 'Another', progressEvery: 'month', summary: 'Long words' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /It changes only by a revision[\s\S]*Long words<\/textarea>/)
  assert.equal((await app.get(scrutiny, `plans/${planId}`)).statusCode, 200)
  assert.doesNotMatch(mainOf((await app.get(scrutiny, `plans/${planId}`)).body), /href="\/wexcombe\/actions\//)
})
