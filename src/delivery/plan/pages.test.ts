import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { planId } = await examplePlan(app, await exampleMeeting(app))
const scrutiny = await app.database.platform(db =>
  somebody(db, {
    partnershipId: app.partnershipId,
    name: 'Owen Pike',
    role: 'scrutiny',
    now: Temporal.Instant.from('2009-05-06T09:30:00Z'),
  }),
)

test('a plan is listed and shown, and one that is not signed off is no business of scrutiny', async () => {
  assert.match((await app.get(app.reader, 'plans')).body, /Delivery plan 2009-10/)
  assert.equal((await app.get(app.reader, `plans/${planId}`)).statusCode, 200)
  assert.doesNotMatch((await app.get(scrutiny, 'plans')).body, /Delivery plan 2009-10/)
  assert.equal((await app.get(scrutiny, `plans/${planId}`)).statusCode, 404)
})
