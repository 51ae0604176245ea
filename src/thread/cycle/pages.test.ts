import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const now = '2009-10-10T09:30:00Z'
const app = await freshApp({ after }, { now })
const { owner, partnershipId } = app
const meeting = await exampleMeeting(app, { onDay: '2009-10-07' })
const { planId, whole } = await examplePlan(app, meeting, 'signed-off')
const scrutiny = await app.database.platform(db =>
  somebody(db, { partnershipId, name: 'Owen Pike', role: 'scrutiny', now: Temporal.Instant.from(now) }),
)
const words = (body: string): string =>
  body
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const shown = async (path: string, person = app.reader): Promise<string> => words((await app.get(person, path)).body)

test('the year says who does what when, and who is answerable for each of the four stages', async () => {
  await owner`
    insert into delivery.requirement (partnership_id, group_id, starts_on, ends_on, due_on) values (${partnershipId}, ${meeting.groupId}, '2009-04-01', '2010-03-31', '2009-06-22')`
  await owner`insert into thread.review (partnership_id, group_id, plan_id, due_on) values (${partnershipId}, ${meeting.groupId}, ${planId}, '2009-10-01')`
  const page = await shown('cycle')
  assert.match(page, /The year 2009-10/)
  assert.match(page, /1\. Plan Written by Partnership Management Group \(Marta Turner\) 1 of 1 plan in force/)
  assert.match(page, /3\. Review Held by Partnership Management Group \(Marta Turner\) 0 of 1 review held 1 meeting 1 late/)
  assert.match(page, /June 2009 22 Partnership Management Group Plan Its plan is due/)
  assert.match(page, /30 Partnership Management Group Do 1 milestone is to be met by the end of the month: 0 met, 1 late/)
  assert.match(page, /1 Partnership Management Group Review It reviews Delivery plan 2009-10.* Late/)
  assert.match(page, /7 Partnership Management Group Review It meets/)
  assert.match(page, /Do Progress of Delivery plan 2009-10 is told/)
  const { body } = await app.get(app.reader, 'cycle')
  assert.match(body, /<svg class="gt-lanes"[\s\S]*role="group" aria-labelledby="cycle-title cycle-desc"/)
  assert.match(
    body,
    /aria-label="Partnership Management Group\. Review: 1 October 2009: It reviews Delivery plan 2009-10 \(late\); 7 October 2009: It meets"/,
  )
})

test('another year is another page, and one group leaves out the others', async () => {
  assert.match(await shown('cycle?year=2007'), /The year 2007-08 .*Nothing of a group is known for this year/)
  assert.match(await shown('cycle?year=nonsense'), /The year 2009-10/)
  const other = await exampleMeeting(app, { onDay: '2009-11-11', shortName: 'HWB', name: 'Health and Wellbeing' })
  const table = async (query: string) => (await app.get(app.reader, `cycle.csv${query}`)).body
  assert.match(await table(''), /2009-11-11,Health and Wellbeing,Review,It meets,To come/)
  assert.doesNotMatch(await table(`?group=${meeting.groupId}`), /Health and Wellbeing/)
  assert.match(await table(`?group=${other.groupId}`), /Health and Wellbeing/)
})

test('scrutiny sees plans in force, and neither meetings nor who owes a plan; what is confidential is not counted', async () => {
  const page = await shown('cycle', scrutiny)
  assert.match(page, /Progress of Delivery plan 2009-10 is told/)
  assert.doesNotMatch(page, /It meets|plan is due/)
  await owner`update actions.action set is_confidential = true where id = ${whole.actionId}`
  assert.doesNotMatch(await shown('cycle', app.administrator), /1 milestone is to be met/)
  await owner`update delivery.plan set state = 'draft' where id = ${planId}`
  assert.doesNotMatch(await shown('cycle', scrutiny), /Delivery plan 2009-10/)
})

test('the picture is taken away as SVG and PNG, with links that lead back', async () => {
  const svg = await app.get(app.reader, 'cycle.svg?year=2009')
  assert.match(svg.headers['content-type']?.toString() ?? '', /svg/)
  assert.match(svg.body, /wexcombe\/cycle\?year=2009#month-7/)
  const png = await app.get(app.reader, 'cycle.png')
  assert.equal(png.rawPayload.subarray(1, 4).toString(), 'PNG')
})
