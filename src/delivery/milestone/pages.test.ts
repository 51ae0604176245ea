import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp } from '../../../test/web/index.ts'
import { seesAll } from '../plan/sight.ts'
import { milestonesDue } from './store.ts'

const app = await freshApp({ after }, { now: '2009-10-01T09:30:00Z' })
const meeting = await exampleMeeting(app)
const { planId, whole, bare } = await examplePlan(app, meeting, 'signed-off')
await app.owner`
  insert into delivery.milestone (partnership_id, planned_action_id, text, planned_on, forecast_on, met_on)
  values (${app.partnershipId}, ${whole.id}, 'All are trained', '2009-12-31', '2010-02-28', null),
         (${app.partnershipId}, ${whole.id}, 'The room is booked', '2009-09-01', null, '2009-08-30'),
         (${app.partnershipId}, ${bare.id}, 'They teach others', '2011-01-31', null, null)`
const words = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test('what is overdue comes first, then what is due within the time that is asked for', async () => {
  const { body, statusCode } = await app.get(app.reader, 'milestones')
  assert.equal(statusCode, 200)
  assert.match(
    words(body),
    /Overdue \(1\) .*Half of them are trained 30 September 2009, overdue by 1 day PMG-PLAN\/090401\/1 .*Safer communities, Partnership Management Group .*Next 6 months \(1\) .*All are trained 28 February 2010 \(planned for 31 December 2009\)/,
  )
  assert.doesNotMatch(body, /The room is booked|They teach others/)
  assert.doesNotMatch((await app.get(app.reader, 'milestones?within=3')).body, /All are trained/)
  assert.match((await app.get(app.reader, 'milestones?within=18')).body, /They teach others/)
})

test('of one lead, of one group, and as a file', async () => {
  const lead = `seat-${meeting.seats.lead}`
  const { body } = await app.get(app.reader, `milestones?within=18&lead=${lead}`)
  assert.match(body, /All are trained/)
  assert.doesNotMatch(words(body), /They teach others/)
  assert.match((await app.get(app.reader, `milestones?group=${meeting.groupId}`)).body, /All are trained/)
  assert.match((await app.get(app.reader, 'milestones?group=999')).body, /No milestone is due/)
  const csv = await app.get(app.reader, `milestones.csv?within=18&lead=${lead}`)
  assert.match(csv.body, /Half of them are trained,2009-09-30,2009-09-30,1,PMG-PLAN\/090401\/1/)
  assert.doesNotMatch(csv.body, /They teach others/)
})

test('the sheet of a meeting has those of its period only', async () => {
  const due = await app.visit<{ text: string }[]>('read', db =>
    milestonesDue(db, { from: '2010-01-01' as never, to: '2010-03-31' as never, sight: seesAll }),
  )
  assert.deepEqual(
    due.map(({ text }) => text),
    ['All are trained'],
  )
})

test('whose it is finds it at home', async () => {
  await app.owner`update actions.owner set seat_id = ${meeting.seats.chair} where action_id = ${whole.actionId}`
  const home = await app.get(app.reader, 'home')
  if (home.statusCode === 200) assert.match(home.body, /Your milestones/)
})

test('what is confidential, of a draft or not pursued is due to nobody', async () => {
  await app.owner`update actions.action set is_confidential = true where id = ${whole.actionId}`
  assert.match((await app.get(app.officer, 'milestones')).body, /No milestone is due/)
  assert.match((await app.get(app.administrator, 'milestones')).body, /Half of them/)
  await app.owner`update actions.action set is_confidential = false where id = ${whole.actionId}`
  await app.owner`update delivery.plan set state = 'draft' where id = ${planId}`
  assert.match((await app.get(app.administrator, 'milestones')).body, /No milestone is due/)
})
