import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2009-06-10T09:30:00Z' })
const { owner, partnershipId } = app
// The contributor is secretary of the group whose action it is, the reader its chair.
const { groupId } = await exampleMeeting(app)
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const rowOf = async (rows: PromiseLike<readonly { [key: string]: unknown }[]>): Promise<number> => Number((await rows)[0]?.['id'] ?? 0)

const area = await rowOf(
  owner`insert into partnership.area (partnership_id, code, name, kind) values (${partnershipId}, 'E10000099', 'Wexcombe', 'county') returning id`,
)
const agreement = await rowOf(owner`
  insert into performance.agreement (partnership_id, title, first_year, last_year, area_id) values (${partnershipId}, 'LAA', 2008, 2010, ${area}) returning id`)
const outcomeOf = async (theme: string, title: string) => {
  const id = await rowOf(
    owner`insert into performance.theme (partnership_id, agreement_id, title) values (${partnershipId}, ${agreement}, ${theme}) returning id`,
  )
  return rowOf(
    owner`insert into performance.outcome (partnership_id, theme_id, title) values (${partnershipId}, ${id}, ${title}) returning id`,
  )
}
const indicatorOf = async (reference: string, title: string, outcome: number, value: number) => {
  const id = await rowOf(owner`
    insert into performance.indicator (partnership_id, agreement_id, reference, title, polarity, value_type, frequency)
    values (${partnershipId}, ${agreement}, ${reference}, ${title}, 'higher', 'number', 'financial-year') returning id`)
  await owner`insert into performance.indicator_outcome (partnership_id, indicator_id, outcome_id) values (${partnershipId}, ${id}, ${outcome})`
  await owner`insert into performance.target (partnership_id, indicator_id, area_id, kind, starts_on, ends_on, value) values (${partnershipId}, ${id}, ${area}, 'target', '2008-04-01', '2009-03-31', 100)`
  await owner`
    insert into performance.data_return (partnership_id, indicator_id, area_id, starts_on, ends_on, revision, value, reported_by_name)
    values (${partnershipId}, ${id}, ${area}, '2008-04-01', '2009-03-31', 1, ${value}, 'Priya Nair')`
  return id
}
const older = await outcomeOf('Older people', 'Carers live as they choose')
const carers = await indicatorOf('NI 135', 'Carers who are assessed and helped', older, 50)
const fires = await indicatorOf('NI 49', 'Homes without a fire', await outcomeOf('Safer communities', 'Safer homes'), 120)
const action = await rowOf(owner`
  insert into actions.action (partnership_id, source, group_id, source_name, source_day, number, text)
  values (${partnershipId}, 'group', ${groupId}, 'PMG', '2009-05-06', 1, 'Assess carers when an alarm is fitted') returning id`)
await owner`insert into actions.indicator (partnership_id, action_id, indicator_id) values (${partnershipId}, ${action}, ${fires})`
await owner`
  insert into actions.action (partnership_id, source, group_id, source_name, source_day, number, text)
  select ${partnershipId}, 'group', ${groupId}, 'PMG', '2009-05-06', n, 'Something else' from generate_series(2, 80) as n`
const forum = await rowOf(owner`
  insert into partnership."group" (partnership_id, name, short_name, layer, kind) values (${partnershipId}, 'Carers forum', 'CF', 'operational', 'working-group') returning id`)
await owner`insert into performance.responsibility (partnership_id, group_id, outcome_id) values (${partnershipId}, ${forum}, ${older})`

const path = `finder/${carers}/${action}`
const linked = async () =>
  (await owner`select indicator_id from actions.indicator where action_id = ${action} order by indicator_id`).map(({ indicatorId }) =>
    Number(indicatorId),
  )

test('an action of another group is offered with what speaks for it, and nothing is linked by itself', async () => {
  assert.match(
    words((await app.get(app.officer, 'finder')).body),
    /NI 135 Carers who are assessed and helped 1 Assess carers when an alarm is fitted/,
  )
  const shown = words((await app.get(app.officer, path)).body)
  assert.match(shown, /Both speak of: assess, carers Both are for carers/)
  assert.match(shown, /Link them: it is meant to move the indicator/)
  assert.deepEqual(await linked(), [fires])
  assert.equal((await app.get(app.officer, `finder/${carers}/999999`)).statusCode, 404)
  assert.equal((await app.get(app.officer, `finder/999999/${action}`)).statusCode, 404)
})

test('it is set aside with a reason, by those who keep the actions of its group, and may be offered again', async () => {
  const refused = await app.post(app.contributor, `${path}/set-aside`, { reason: ' ' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /href="#reason">Say why it does not serve the indicator/)
  assert.equal(
    (await app.post(app.contributor, `${path}/set-aside`, { reason: 'Alarms are fitted where nobody cares for anybody' })).statusCode,
    303,
  )
  assert.match(words((await app.get(app.officer, 'finder')).body), /Nothing to offer/)
  assert.match(
    words((await app.get(app.officer, `finder/${carers}`)).body),
    /Set aside Assess carers when an alarm is fitted PMG\/090506\/1\. Alarms are fitted where nobody cares for anybody \(Ruth Calder, 10 June 2009\)/,
  )
  assert.equal((await app.post(app.officer, `${path}/return`)).statusCode, 303)
  assert.match(words((await app.get(app.officer, 'finder')).body), /Assess carers when an alarm is fitted/)
})

test('once it is accepted the action is meant to move both, is cross-cutting, and fills the gap', async () => {
  assert.match(words((await app.get(app.officer, 'gaps/off-target-without-action')).body), /NI 135/)
  assert.equal((await app.post(app.reader, `${path}/link`)).statusCode, 303)
  assert.deepEqual((await linked()).toSorted(), [carers, fires].toSorted())
  assert.match(words((await app.get(app.officer, path)).body), /meant to move the indicator already/)
  assert.match(words((await app.get(app.officer, 'gaps/off-target-without-action')).body), /Every off-target indicator has a live action/)
  const shown = words((await app.get(app.officer, 'cross-cutting')).body)
  assert.match(shown, /Assess carers when an alarm is fitted PMG\/090506\/1, Partnership Management Group .*Older people.* Carers forum/)
  assert.match(
    (await app.get(app.officer, 'cross-cutting.csv')).body,
    /PMG\/090506\/1,Assess carers when an alarm is fitted,Partnership Management Group,Older people; Safer communities,NI 135; NI 49,Carers forum/,
  )
  assert.match(words((await app.get(app.officer, `cross-cutting?group=${forum}`)).body), /1 action/)
  for (const page of ['actions?text=alarm', `actions/${action}`])
    assert.match(words((await app.get(app.officer, page)).body), /Cross-cutting: Older people; Safer communities/, page)
  await owner`update actions.action set state = 'dropped', outcome = 'No money', ended_on = '2009-06-09' where id = ${action}`
  assert.doesNotMatch(words((await app.get(app.officer, 'cross-cutting')).body), /Assess carers/)
})

test('nobody else links it', async () => {
  await owner`update partnership.seat set role = 'member' where group_id = ${groupId}`
  for (const act of ['link', 'return', 'set-aside'])
    assert.equal((await app.post(app.reader, `${path}/${act}`, { reason: 'x' })).statusCode, 403)
  assert.match(words((await app.get(app.reader, path)).body), /meant to move the indicator already|Whoever keeps the actions/)
})
