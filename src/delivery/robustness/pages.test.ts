import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { exampleOutcome, examplePlan } from '../../../test/pages/plan.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { planId, whole, bare } = await examplePlan(app, await exampleMeeting(app))
const path = `plans/${planId}/robustness`
const { outcomeId, indicatorId } = await exampleOutcome(app)

test('what is missing is one list, and each line leads to the field where it is filled', async () => {
  await app.owner`insert into delivery.plan_outcome (partnership_id, plan_id, outcome_id) values (${app.partnershipId}, ${planId}, ${outcomeId})`
  await app.owner`insert into delivery.plan_indicator (partnership_id, plan_id, indicator_id) values (${app.partnershipId}, ${planId}, ${indicatorId})`
  const { body, statusCode } = await app.get(app.officer, path)
  assert.equal(statusCode, 200)
  assert.match(body, /None of its 2 actions has everything\./)
  for (const field of ['owners', 'startsOn', 'endsOn', 'measure', 'resources'])
    assert.match(
      body,
      new RegExp(`href="/wexcombe/plans/${planId}/actions/${bare.id}/edit#${field}">PMG-PLAN/090401/2</a> Raise awareness`),
    )
  assert.match(body, /Actions without an indicator \(2\)/)
  assert.match(body, /Outcomes without an action<\/h3>[\s\S]*Fewer homes are broken into/)
  assert.match(body, /Indicators without an action<\/h3>[\s\S]*NI 16/)
  for (const field of ['risks', 'equality', 'sustainability']) assert.match(body, new RegExp(`plans/${planId}/edit#${field}"`))
  assert.doesNotMatch(body, new RegExp(`actions/${whole.id}/edit#owners`))
})

test('an action that is to move its indicator has everything, and serves the outcome that the indicator measures', async () => {
  await app.owner`insert into actions.indicator (partnership_id, action_id, indicator_id) values (${app.partnershipId}, ${whole.actionId}, ${indicatorId})`
  await app.owner`insert into performance.indicator_outcome (partnership_id, indicator_id, outcome_id) values (${app.partnershipId}, ${indicatorId}, ${outcomeId})`
  const { body } = await app.get(app.officer, path)
  assert.match(body, /1 of 2 actions has everything\./)
  assert.doesNotMatch(body, /Outcomes without|Indicators without/)
})

test('whoever may not write the plan is led to what it is about', async () => {
  const auditor = await app.database.platform(db =>
    somebody(db, {
      partnershipId: app.partnershipId,
      name: 'Gwen Foster',
      role: 'auditor',
      now: Temporal.Instant.from('2009-05-06T09:30:00Z'),
    }),
  )
  const { body } = await app.get(auditor, path)
  assert.match(body, new RegExp(`href="/wexcombe/plans/${planId}/actions/${bare.id}">PMG-PLAN/090401/2`))
  assert.doesNotMatch(body, /\/edit#/)
})

test('an action that is not pursued lacks nothing, and a confidential one is there for whom it concerns only', async () => {
  await app.owner`update actions.action set is_confidential = true where id = ${bare.actionId}`
  assert.match((await app.get(app.administrator, path)).body, /Raise awareness/)
  const { body } = await app.get(app.officer, path)
  assert.doesNotMatch(body, /Raise awareness/)
  assert.match(body, /Its only action has everything\./)
  await app.owner`update actions.action set is_confidential = false, state = 'dropped', outcome = 'No time', ended_on = '2009-05-01' where id = ${bare.actionId}`
  assert.match((await app.get(app.administrator, path)).body, /Its only action has everything\./)
})

test('scrutiny sees how robust a plan in force is, and no draft', async () => {
  const scrutiny = await app.database.platform(db =>
    somebody(db, {
      partnershipId: app.partnershipId,
      name: 'Owen Pike',
      role: 'scrutiny',
      now: Temporal.Instant.from('2009-05-06T09:30:00Z'),
    }),
  )
  assert.equal((await app.get(scrutiny, path)).statusCode, 404)
  await app.owner`update delivery.plan set state = 'signed-off' where id = ${planId}`
  assert.equal((await app.get(scrutiny, path)).statusCode, 200)
})
