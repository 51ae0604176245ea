import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2009-06-24T09:30:00Z' })
const pmg = await exampleMeeting(app)
const other = await app.owner<{ id: number }[]>`
  insert into partnership."group" (partnership_id, name, short_name, layer, kind) values (${app.partnershipId}, 'Health and Wellbeing', 'HWB', 'executive', 'thematic-partnership') returning id`
const healthId = String(other[0]?.id)

test('the checklist is empty until somebody sets who owes a plan, and says how to begin', async () => {
  assert.match((await app.get(app.officer, 'plans')).body, /No plans yet[\s\S]*Begin by setting which groups owe a plan/)
  assert.doesNotMatch((await app.get(app.reader, 'plans')).body, /plans\/requirements\/new/)
})

test('an officer sets for many groups at once that they owe a plan, and what is wrong is said beside its field', async () => {
  const refused = await app.post(app.officer, 'plans/requirements/new', { year: '2009', dueOn: '', secondDueOn: 'soon' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /href="#dueOn">Enter the date by which the plan is needed/)
  assert.match(refused.body, /href="#secondDueOn">This is not a date/)
  assert.match(refused.body, /Select the groups that owe a plan/)

  const groups = [String(pmg.groupId), healthId]
  const wrongOrder = { year: '2009-10', dueOn: '22 June 2009', secondDueOn: '1 June 2009', groups }
  assert.match((await app.post(app.officer, 'plans/requirements/new', wrongOrder)).body, /The second date must be after 22 June 2009/)
  const saved = await app.post(app.officer, 'plans/requirements/new', { ...wrongOrder, secondDueOn: '31 August 2009' })
  assert.equal(saved.statusCode, 303)

  const { body } = await app.get(app.officer, 'plans?year=2009-10')
  assert.match(
    body,
    /Health and Wellbeing[\s\S]*22 June 2009[\s\S]*at the latest 31 August 2009[\s\S]*No plan[\s\S]*2 days late, 68 days to the second date/,
  )
  assert.match(body, /Late 2/)
})

test('one who owes a plan already keeps its dates when others are added', async () => {
  const again = await app.post(app.officer, 'plans/requirements/new', {
    year: '2009-10',
    dueOn: '1 July 2009',
    groups: [String(pmg.groupId)],
  })
  assert.equal(again.statusCode, 303)
  const rows = await app.owner`select due_on from delivery.requirement where group_id = ${pmg.groupId}`
  assert.deepEqual(
    rows.map(({ dueOn }) => dueOn),
    ['2009-06-22'],
  )
})

test('a plan stands beside what is owed, and the checklist is narrowed by state', async () => {
  await examplePlan(app, pmg)
  const drafts = (await app.get(app.officer, 'plans?state=draft')).body
  assert.match(drafts, /Delivery plan 2009-10/)
  assert.doesNotMatch(drafts, /Health and Wellbeing/)
  assert.match((await app.get(app.officer, 'plans?state=returned')).body, /No plan is like that/)
  const { body, headers } = await app.get(app.officer, 'plans.csv?state=none')
  assert.match(String(headers['content-type']), /csv/)
  assert.match(body, /Health and Wellbeing,2009-10,2009-06-22,2009-08-31,,No plan,,2,\r\n/)
  assert.doesNotMatch(body, /Management/)
})

test('scrutiny sees neither drafts nor who owes a plan', async () => {
  const now = Temporal.Instant.from('2009-06-24T09:30:00Z')
  const scrutiny = await app.database.platform(db =>
    somebody(db, { partnershipId: app.partnershipId, name: 'Owen Pike', role: 'scrutiny', now }),
  )
  const { body } = await app.get(scrutiny, 'plans')
  assert.doesNotMatch(body, /Health and Wellbeing|22 June 2009/)
  assert.equal((await app.get(scrutiny, 'plans/new')).statusCode, 403)
})

test('its dates are changed, and it is asked for no longer', async () => {
  const [row] = await app.owner<{ id: number }[]>`select id from delivery.requirement where group_id = ${healthId}`
  const at = `plans/requirements/${row?.id}`
  assert.equal((await app.get(app.reader, `${at}/edit`)).statusCode, 403)
  const edition = /name="edition" value="([^"]+)"/.exec((await app.get(app.officer, `${at}/edit`)).body)?.[1] ?? ''
  assert.equal((await app.post(app.officer, `${at}/edit`, { edition, dueOn: '30 June 2009', secondDueOn: '' })).statusCode, 303)
  assert.match((await app.get(app.officer, 'plans?state=none')).body, /30 June 2009/)
  assert.equal((await app.post(app.officer, `${at}/removal`)).statusCode, 303)
  assert.match((await app.get(app.officer, 'plans?state=none')).body, /No plan is like that/)
})
