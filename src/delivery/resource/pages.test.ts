import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { planId, whole, bare } = await examplePlan(app, await exampleMeeting(app))
const words = (html: string): string => html.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')
const path = `plans/${planId}/resources`
const [police] = await app.owner<{ id: number }[]>`
  insert into partnership.organisation (partnership_id, name, sector) values (${app.partnershipId}, 'Wexcombe Police', 'police') returning id`
const puts = (action: number | null, organisation: number | null, fte: string | null, pence: number | null, source = '') => app.owner`
  insert into delivery.resource (partnership_id, plan_id, planned_action_id, organisation_id, fte, pence, source)
  values (${app.partnershipId}, ${planId}, ${action}, ${organisation}, ${fte}, ${pence}, ${source})`
const policeId = police?.id ?? 0

test('people and pounds add up by partner, by source and as a whole, and who is not known is named as such', async () => {
  await puts(whole.id, policeId, '0.10', null)
  await puts(whole.id, policeId, '0.20', 50_01, 'Area Based Grant')
  await puts(null, policeId, '0.70', null)
  const shown = words((await app.get(app.reader, path)).body)
  assert.match(shown, /This plan takes 1 full-time equivalent and £12,550\.01\./)
  assert.match(shown, /Of 1 action it is not said yet what it takes/)
  assert.match(shown, /Wexcombe Police 1 £50\.01 Partner not known yet – £12,500 Total 1 £12,550\.01/)
  assert.match(shown, /Area Based Grant £50\.01 Source not said £12,500 Total £12,550\.01/)
  assert.match(shown, /Together, PMG-PLAN\/090401\/1 0\.3 £12,550\.01/)
  assert.match(shown, /The plan as a whole Wexcombe Police – 0\.7 –/)
  assert.match(shown, /Raise awareness Not said yet/)
})

test('what needs nothing beyond what is there says so', async () => {
  await app.owner`update delivery.planned_action set is_free = true where id = ${bare.id}`
  const shown = words((await app.get(app.reader, path)).body)
  assert.match(shown, /Raise awareness Nothing beyond what is there/)
  assert.doesNotMatch(shown, /it is not said yet/)
})

test('the file has the same lines and the same total', async () => {
  const { body, headers } = await app.get(app.reader, `${path}.csv`)
  assert.match(headers['content-disposition'] as string, /PMG-PLAN-2009-04-01-resources\.csv/)
  assert.match(body, /Partner not known yet,,12500\.00,Source not said/)
  assert.match(body, /Wexcombe Police,0\.20,50\.01,Area Based Grant/)
  assert.match(body, /,Total,,1\.00,12550\.01,/)
})

test('what an organisation puts in is on the page of its contribution, over the plans in force', async () => {
  const contribution = `organisations/${policeId}/contribution`
  assert.doesNotMatch((await app.get(app.reader, contribution)).body, /People and money in plans/)
  await app.owner`update delivery.plan set state = 'signed-off' where id = ${planId}`
  assert.match(words((await app.get(app.reader, contribution)).body), /1 full-time equivalent and £50\.01 over all plans in force/)
  await app.owner`update actions.action set is_confidential = true where id = ${whole.actionId}`
  assert.match(words((await app.get(app.officer, contribution)).body), /0\.7 full-time equivalents over all plans in force/)
  assert.doesNotMatch(words((await app.get(app.officer, path)).body), /12,550/)
})
