import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2009-10-01T09:30:00Z' })
const { planId, whole, bare } = await examplePlan(app, await exampleMeeting(app), 'signed-off')
const path = `plans/${planId}/timeline`
const words = (html: string): string =>
  html
    .replaceAll(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('a plan is shown month by month, with how far each day lies from what was planned', async () => {
  const { body, statusCode } = await app.get(app.reader, path)
  assert.equal(statusCode, 200)
  assert.match(words(body), /Milestone: Half of them are trained – 30 September 2009 – – 1 day late so far/)
  assert.match(words(body), /PMG-PLAN\/090401\/1 Train 40 advisers in every district 1 April 2009 31 December 2009 – – As planned/)
  assert.match(words(body), /PMG-PLAN\/090401\/2 Raise awareness – – – – No date planned/)
  assert.match(body, /<svg class="gt-timeline__picture"[^>]*role="img" aria-labelledby="timeline-title timeline-desc"/)
  assert.match(body, /2 actions and 1 milestone; 1 has slipped or will\./)
})

test('progress stands beside the time that is gone, on a straight line', async () => {
  assert.match(words((await app.get(app.reader, path)).body), /Time gone 50% 183 of 365 days/)
  await app.owner`update delivery.milestone set met_on = '2009-09-28' where planned_action_id = ${whole.id}`
  await app.owner`update actions.action set state = 'closed', outcome = 'Done', ended_on = '2009-09-01' where id = ${bare.actionId}`
  const shown = words((await app.get(app.reader, path)).body)
  assert.match(shown, /Milestones met 100% 1 of 1 1 of the 1 that were due by now All are done/)
  // 1 of 2 against 183 of 365 days: 99.73 % of what would be expected.
  assert.match(shown, /Actions complete 50% 1 of 2 None was due by now Behind pace: 99\.7% of what would be done by now/)
})

test('what is agreed since and what was last expected are the second day', async () => {
  await app.owner`update actions.action set due_on = '2010-01-31' where id = ${whole.actionId}`
  assert.match(words((await app.get(app.reader, path)).body), /31 December 2009 31 January 2010 – Expected 31 days late/)
  const said = (starts: string, ends: string, forecast: string) => app.owner`
    insert into delivery.progress (partnership_id, planned_action_id, starts_on, ends_on, rating, forecast_on)
    values (${app.partnershipId}, ${whole.id}, ${starts}, ${ends}, 'at-risk', ${forecast})`
  await said('2009-07-01', '2009-09-30', '2010-02-28')
  await said('2009-04-01', '2009-06-30', '2010-03-31')
  assert.match(words((await app.get(app.reader, path)).body), /31 December 2009 28 February 2010 – Expected 59 days late/)
})

test('the same as a file', async () => {
  const csv = await app.get(app.reader, `${path}.csv`)
  assert.match(csv.headers['content-disposition'] as string, /PMG-PLAN-2009-04-01-timeline\.csv/)
  assert.match(
    csv.body,
    /PMG-PLAN\/090401\/1,Train 40 advisers in every district,Half of them are trained,,2009-09-30,,2009-09-28,-2,2 days early/,
  )
  const svg = await app.get(app.reader, `${path}.svg`)
  assert.match(svg.body, /^<\?xml version="1\.0"/)
  assert.match(svg.body, /Today/)
  assert.equal((await app.get(app.reader, `${path}.png`)).rawPayload.subarray(1, 4).toString(), 'PNG')
})

test('all plans of a year stand on one timeline, each as its reader may see it', async () => {
  const { body } = await app.get(app.reader, 'plans/timeline')
  assert.match(body, /<h1 class="govuk-heading-l">Timeline of all plans of 2009-10/)
  assert.match(body, /Partnership Management Group: Delivery plan 2009-10/)
  const scrutiny = await app.database.platform(db =>
    somebody(db, {
      partnershipId: app.partnershipId,
      name: 'Owen Pike',
      role: 'scrutiny',
      now: Temporal.Instant.from('2009-10-01T09:30:00Z'),
    }),
  )
  assert.match((await app.get(scrutiny, 'plans/timeline')).body, /Train 40 advisers/)
  await app.owner`update delivery.plan set state = 'draft' where id = ${planId}`
  assert.doesNotMatch((await app.get(scrutiny, 'plans/timeline')).body, /Train 40 advisers/)
  assert.match((await app.get(scrutiny, 'plans/timeline')).body, /There is nothing to show yet/)
  assert.equal((await app.get(app.reader, 'plans/timeline.csv')).statusCode, 200)
})

test('a confidential action is on nobody’s timeline but of those whom it concerns', async () => {
  await app.owner`update actions.action set is_confidential = true where id = ${bare.actionId}`
  assert.doesNotMatch((await app.get(app.officer, path)).body, /Raise awareness/)
  assert.match((await app.get(app.administrator, path)).body, /Raise awareness/)
})
