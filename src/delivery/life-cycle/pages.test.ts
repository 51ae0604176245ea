import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const now = Temporal.Instant.from('2009-05-06T09:30:00Z')
const app = await freshApp({ after })
const group = await exampleMeeting(app)
const { planId, whole } = await examplePlan(app, group)
const at = (path = '') => `plans/${planId}${path === '' ? '' : `/${path}`}`
/** Chairs the group to which the plan's own reports. */
const boardChair = await app.database.platform(db =>
  somebody(db, { partnershipId: app.partnershipId, name: 'Ivo Grant', role: 'reader', now }),
)
const outsider = await app.database.platform(db =>
  somebody(db, { partnershipId: app.partnershipId, name: 'Ana Lopes', role: 'reader', now }),
)
const boardId = await app.owner.begin(async db => {
  await db`select set_config('app.partnership', ${String(app.partnershipId)}, true), set_config('app.who', 'Helen Marsh', true), set_config('app.request', 'x', true)`
  const [board] = await db<{ id: number }[]>`
    insert into partnership."group" (name, short_name, layer, kind) values ('Partnership Board', 'BOARD', 'strategic', 'board') returning id`
  const [seat] = await db<{ id: number }[]>`insert into partnership.seat (group_id, role) values (${board?.id ?? 0}, 'chair') returning id`
  await db`insert into partnership.tenure (seat_id, person_id) select ${seat?.id ?? 0}, id from partnership.person where account_id = ${boardChair.accountId}`
  await db`update partnership."group" set parent_id = ${board?.id ?? 0} where id = ${group.groupId}`
  return board?.id ?? 0
})
const stateOf = async () => (await app.owner<{ state: string }[]>`select state from delivery.plan where id = ${planId}`)[0]?.state
type Visited = Parameters<Parameters<typeof app.visit>[1]>[0]
const mainOf = (body: string): string => body.replace(/^[\s\S]*<main/, '')
const editionIn = (body: string): string => /name="edition" value="([^"]+)"/.exec(body)?.[1] ?? ''

test('its group submits it, with what is missing said first; the chair of the group above sees it waits', async () => {
  assert.equal((await app.get(outsider, at('submission'))).statusCode, 403)
  assert.equal((await app.get(boardChair, at('submission'))).statusCode, 403)
  assert.match(
    mainOf((await app.get(app.reader, at('submission'))).body),
    /What is still missing[\s\S]*no owner[\s\S]*You can submit it as it is/,
  )
  assert.equal((await app.post(app.reader, at('submission'))).statusCode, 303)
  assert.equal(await stateOf(), 'submitted')
  const again = await app.post(app.reader, at('submission'))
  assert.equal(again.statusCode, 422)
  assert.match(again.body, /This plan is submitted and waits\. It is not submitted again/)
  assert.match(
    mainOf((await app.get(boardChair, at())).body),
    /Sign off[\s\S]*Return with reasons[\s\S]*Submitted on 6 May 2009 by Dafydd Rees/,
  )
  assert.match(mainOf((await app.get(app.reader, at())).body), /waits to be signed off by whoever chairs/)
  assert.doesNotMatch(mainOf((await app.get(app.reader, at())).body), /sign-off"/)
})

test('it is withdrawn and submitted again, and returned with reasons that its group reads', async () => {
  assert.equal((await app.post(app.reader, at('withdrawal'))).statusCode, 303)
  assert.equal(await stateOf(), 'draft')
  await app.post(app.reader, at('submission'))
  assert.equal((await app.get(app.reader, at('return'))).statusCode, 403)
  const refused = await app.post(boardChair, at('return'), { reason: ' ' })
  assert.match(refused.body, /href="#reason">Say why it is returned/)
  assert.equal((await app.post(boardChair, at('return'), { reason: 'The second action has no owner' })).statusCode, 303)
  assert.equal(await stateOf(), 'returned')
  assert.match(mainOf((await app.get(app.reader, at())).body), /Returned on 6 May 2009 by Ivo Grant[\s\S]*The second action has no owner/)
})

test('while it waits the database itself lets nobody change what it says', async () => {
  await app.post(app.reader, at('submission'))
  const change = app.visit('write', db => db`update delivery.plan set summary = 'Other words' where id = ${planId}`)
  await assert.rejects(change, /what it says cannot be changed/)
})

test('whoever signs it off signs what was read, says which decision of a meeting says so, and its actions are open from then on', async () => {
  const [decision] = await app.owner<{ id: number }[]>`
    insert into meetings.meeting (partnership_id, group_id, on_day) values (${app.partnershipId}, ${boardId}, '2009-05-05') returning id`
  await app.owner`insert into meetings.minutes (partnership_id, meeting_id, state, circulated_at) values (${app.partnershipId}, ${decision?.id ?? 0}, 'circulated', ${now})`
  const [made] = await app.owner<{ id: number }[]>`
    insert into meetings.decision (partnership_id, meeting_id, number, kind, text) values (${app.partnershipId}, ${decision?.id ?? 0}, 1, 'agreed', 'The plan of the group is signed off') returning id`

  const { body } = await app.get(boardChair, at('sign-off'))
  assert.match(body, /BOARD\/090505\/D1 The plan of the group is signed off/)
  const stale = await app.post(boardChair, at('sign-off'), { edition: 'another', decisionId: '' })
  assert.equal(stale.statusCode, 422)
  assert.match(stale.body, /The plan has been changed since you opened this page/)
  assert.equal((await app.post(boardChair, at('sign-off'), { edition: editionIn(body), decisionId: String(made?.id) })).statusCode, 303)
  assert.equal(await stateOf(), 'signed-off')
  const [action] = await app.owner<{ state: string }[]>`select state from actions.action where id = ${whole.actionId}`
  assert.equal(action?.state, 'open')
  assert.match(
    mainOf((await app.get(boardChair, at())).body),
    /Signed off on 6 May 2009 by Ivo Grant[\s\S]*as decided by Partnership Board: BOARD\/090505\/D1/,
  )
})

test('once it is signed off nothing that was planned changes, and everything that follows does', async () => {
  const refused: readonly (readonly [string, (db: Visited) => PromiseLike<unknown>])[] = [
    ['the plan', db => db`update delivery.plan set title = 'Another' where id = ${planId}`],
    ['the plan as a whole', db => db`delete from delivery.plan where id = ${planId}`],
    ['a planned day', db => db`update delivery.planned_action set ends_on = '2010-01-31' where id = ${whole.id}`],
    ['an action less', db => db`delete from delivery.planned_action where id = ${whole.id}`],
    ['an outcome more', db => db`insert into delivery.plan_indicator (plan_id, indicator_id) values (${planId}, 1)`],
    ['a resource', db => db`update delivery.resource set pence = 1 where plan_id = ${planId}`],
    ['a milestone', db => db`update delivery.milestone set planned_on = '2010-01-31' where planned_action_id = ${whole.id}`],
    ['a milestone more', db => db`insert into delivery.milestone (planned_action_id, text) values (${whole.id}, 'More')`],
    ['what it said', db => db`update delivery.plan_version set said = '{}' where plan_id = ${planId}`],
  ]
  for (const [what, change] of refused)
    await assert.rejects(
      app.visit('write', async db => void (await change(db))),
      { code: '23514' },
      what,
    )
  await app.visit(
    'write',
    db => db`update delivery.milestone set forecast_on = '2009-10-31', met_on = '2009-10-30' where planned_action_id = ${whole.id}`,
  )
  await app.visit(
    'write',
    db =>
      db`insert into delivery.progress (planned_action_id, starts_on, ends_on, rating) values (${whole.id}, '2009-04-01', '2009-06-30', 'on-track')`,
  )
  await app.visit('write', db => db`update actions.action set due_on = '2010-01-31' where id = ${whole.actionId}`)
})

test('a revision needs a reason, holds what was signed off in force, and is dropped while it has changed nothing', async () => {
  assert.match((await app.post(app.reader, at('revision'), { reason: '' })).body, /Say why it is revised/)
  assert.equal((await app.post(app.reader, at('revision'), { reason: 'The grant was cut' })).statusCode, 303)
  assert.equal((await app.post(app.reader, at('revision/dropping'))).statusCode, 303)
  assert.equal(await stateOf(), 'signed-off')

  await app.post(app.reader, at('revision'), { reason: 'The grant was cut by a third' })
  const edition = editionIn((await app.get(app.reader, at('edit'))).body)
  const edited = { edition, title: 'Delivery plan 2009-10', progressEvery: 'quarter', summary: 'Advice where it is needed most' }
  assert.equal((await app.post(app.reader, at('edit'), edited)).statusCode, 303)
  const refused = await app.post(app.reader, at('revision/dropping'))
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /Something has been changed since the revision began/)
  assert.equal(await stateOf(), 'revising')
})

test('a revision is submitted and signed off with what it changes before one’s eyes, and what it changed stays to be seen', async () => {
  await app.post(app.reader, at('submission'))
  assert.equal(await stateOf(), 'revising')
  assert.match((await app.get(app.reader, at())).body, /The revision waits to be signed off/)
  for (const path of ['edit', `actions/${whole.id}/edit`, `actions/${whole.id}/removal`])
    assert.notEqual((await app.get(app.reader, at(path))).statusCode, 200, path)
  const late = await app.post(app.reader, at('edit'), { title: 'Another', progressEvery: 'quarter' })
  assert.equal(late.statusCode, 422)
  assert.match(late.body, /This revision is submitted, and is not changed while it waits/)
  for (const change of [
    (db: Visited) => db`update delivery.plan set summary = 'Other words' where id = ${planId}`,
    (db: Visited) => db`update delivery.planned_action set ends_on = '2010-01-31' where id = ${whole.id}`,
    (db: Visited) => db`update delivery.milestone set text = 'All of them' where planned_action_id = ${whole.id}`,
  ])
    await assert.rejects(
      app.visit('write', async db => void (await change(db))),
      { code: '23514' },
    )
  const { body } = await app.get(boardChair, at('sign-off'))
  assert.match(mainOf(body), /The grant was cut by a third[\s\S]*What it is about[\s\S]*<ins>Advice where it is needed most<\/ins>/)
  assert.equal((await app.post(boardChair, at('sign-off'), { edition: editionIn(body), decisionId: '' })).statusCode, 303)
  assert.equal(await stateOf(), 'signed-off')
  const changes = mainOf((await app.get(outsider, at('changes'))).body)
  assert.match(changes, /Signed off on 6 May 2009[\s\S]*The grant was cut by a third[\s\S]*<ins>Advice where it is needed most<\/ins>/)
  assert.equal((await app.get(app.officer, at('revision'))).statusCode, 200)
})

test('what the plan says is not reworded in the register: it says that the plan is revised for that, and its date still moves', async () => {
  const edit = `actions/${whole.actionId}/edit`
  const wordsOf = async () => (await app.owner<{ text: string }[]>`select text from actions.action where id = ${whole.actionId}`)[0]?.text
  const { body, statusCode } = await app.get(app.officer, edit)
  assert.equal(statusCode, 200)
  assert.match(mainOf(body), /It is an action of Delivery plan 2009-10, which is signed off\.[\s\S]*changes only by a revision/)
  assert.match(body, new RegExp(`href="/wexcombe/plans/${planId}"`))
  assert.doesNotMatch(mainOf(body), /<textarea/)
  assert.equal((await app.post(app.officer, edit, { text: 'Train nobody', owners: `seat-${group.seats.lead}` })).statusCode, 422)
  assert.equal(await wordsOf(), 'Train 40 advisers in every district')
  assert.equal((await app.get(app.officer, `actions/${whole.actionId}/date`)).statusCode, 200)

  await app.post(app.reader, at('revision'), { reason: 'More money came' })
  const form = formIn((await app.get(app.officer, edit)).body)
  assert.equal((await app.post(app.officer, edit, { ...form.fields, text: 'Train 50 advisers' })).statusCode, 303)
  assert.equal(await wordsOf(), 'Train 50 advisers')
})

test('a plan that was submitted is not removed; a draft that was begun by mistake is, and its actions are taken out of it', async () => {
  const stays = await app.post(app.officer, at('removal'))
  assert.equal(stays.statusCode, 422)
  assert.match(stays.body, /This plan has been submitted, and stays/)
  assert.doesNotMatch(mainOf((await app.get(app.officer, at())).body), /Remove the plan/)

  const begun = await app.post(app.officer, 'plans/new', { groupId: String(group.groupId), year: '2010-11', from: String(planId) })
  const draft = /plans\/\d+/.exec(begun.headers.location ?? '')?.[0] ?? ''
  assert.match(mainOf((await app.get(app.officer, draft)).body), /Remove the plan/)
  assert.equal((await app.get(outsider, `${draft}/removal`)).statusCode, 403)
  assert.match(mainOf((await app.get(app.officer, `${draft}/removal`)).body), /It was never submitted/)
  assert.equal((await app.post(app.officer, `${draft}/removal`)).statusCode, 303)
  assert.equal((await app.get(app.officer, draft)).statusCode, 404)
  const actions = await app.owner<{ id: number; state: string; outcome: string }[]>`
    select id, state, outcome from actions.action where source = 'plan' and source_day = '2010-04-01'`
  assert.deepEqual(
    actions.map(({ state, outcome }) => [state, outcome]),
    actions.map(() => ['dropped', 'Taken out of the plan']),
  )
  assert.ok(actions.length > 0)
  assert.equal((await app.get(app.officer, `actions/${actions[0]?.id}`)).statusCode, 200)
})
