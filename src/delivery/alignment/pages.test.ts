import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { exampleOutcome, examplePlan } from '../../../test/pages/plan.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const meeting = await exampleMeeting(app)
const { planId, whole, bare } = await examplePlan(app, meeting)
const { outcomeId } = await exampleOutcome(app)
await app.owner`insert into delivery.plan_outcome (partnership_id, plan_id, outcome_id) values (${app.partnershipId}, ${planId}, ${outcomeId})`
const member = (name: string, role: 'reader' | 'scrutiny') =>
  app.database.platform(db =>
    somebody(db, { partnershipId: app.partnershipId, name, role, now: Temporal.Instant.from('2009-05-06T09:30:00Z') }),
  )
const [stranger, scrutiny] = [await member('Ana Lopes', 'reader'), await member('Owen Pike', 'scrutiny')]
const words = (html: string): string =>
  html
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const editionIn = (body: string): string => /name="edition" value="([^"]+)"/.exec(body)?.[1] ?? ''

const typed = {
  title: 'Corporate plan',
  whose: 'Wexcombe Council',
  years: '2009 to 2012',
  link: 'https://wexcombe.example/plan',
  lines: '3.1 Advisers hold a certificate\r\n3.2 Free swimming\r\n\r\n3.3 Fewer burglaries of homes',
}
let path = ''
let lines: readonly { readonly id: number; readonly reference: string }[] = []
const linesNow = () => app.owner<{ id: number; reference: string }[]>`select id, reference from delivery.other_line order by place`
const idOf = (reference: string) => lines.find(line => line.reference === reference)?.id
const pairs = async () => (await app.owner`select from delivery.alignment`).length

test('whoever keeps a plan adds a plan of somebody else; others read it, and scrutiny too', async () => {
  assert.equal((await app.get(stranger, 'other-plans/new')).statusCode, 403)
  assert.equal((await app.post(stranger, 'other-plans/new', typed)).statusCode, 403)
  assert.match((await app.get(stranger, 'other-plans')).body, /None yet[\s\S]*Officers and those who keep plans add them/)
  assert.match((await app.get(app.reader, 'other-plans/new')).body, /Paste its outcomes and actions/)
  assert.equal((await app.post(app.reader, 'other-plans/new', {})).statusCode, 422)
  const refused = await app.post(app.reader, 'other-plans/new', { ...typed, title: ' ', whose: '', link: 'wexcombe', lines: '' })
  assert.equal(refused.statusCode, 422)
  for (const field of ['title', 'whose', 'link', 'lines']) assert.match(refused.body, new RegExp(`href="#${field}"`))
  assert.match(refused.body, /value="2009 to 2012"/)

  const { statusCode, headers } = await app.post(app.reader, 'other-plans/new', typed)
  assert.equal(statusCode, 303)
  path = /other-plans\/\d+/.exec(headers.location ?? '')?.[0] ?? ''
  lines = await linesNow()
  assert.match(
    words((await app.get(scrutiny, path)).body),
    /Wexcombe Council Corporate plan 2009 to 2012.*3\.1 Advisers hold.*3\.2 Free.*3\.3 Fewer/,
  )
  assert.doesNotMatch((await app.get(scrutiny, path)).body, /Change or remove it/)
  assert.match(words((await app.get(app.officer, 'other-plans')).body), /Corporate plan Wexcombe Council 2009 to 2012 3/)
  assert.match((await app.get(stranger, 'plans')).body, /other-plans">Plans of others/)
})

const beside = () => `plans/${planId}/alignment/${path.replace('other-plans/', '')}`

test('similar words are offered and never asserted', async () => {
  assert.match(
    words((await app.get(stranger, `plans/${planId}/alignment`)).body),
    /Corporate plan 2009 to 2012 Wexcombe Council Nothing is matched yet/,
  )
  const shown = words((await app.get(stranger, beside())).body)
  assert.match(shown, /0 of 3 lines of Corporate plan are in this plan too\. 3 of 3 outcomes and actions of this plan are not in it/)
  assert.doesNotMatch(shown, /Match the lines/)
  const { body } = await app.get(app.reader, `${beside()}/edit`)
  assert.match(words(body), /Outcome: Fewer homes are broken into Only offered: similar words \(fewer, homes\)/)
  assert.doesNotMatch(body, /checked/)
  assert.equal(await pairs(), 0)
})

const chosen = () => ({
  [`line-${idOf('3.1')}`]: [`action-${whole.id}`],
  [`line-${idOf('3.3')}`]: [`outcome-${outcomeId}`, `action-${whole.id}`, ''],
})

test('those who keep the plan match, several to a line, also of a plan in force; nobody else does', async () => {
  await app.owner`update delivery.plan set state = 'signed-off' where id = ${planId}`
  assert.equal((await app.get(stranger, `${beside()}/edit`)).statusCode, 403)
  assert.equal((await app.post(stranger, `${beside()}/edit`, chosen())).statusCode, 403)
  assert.equal((await app.post(app.reader, `${beside()}/edit`, chosen())).statusCode, 303)
  const shown = words((await app.get(stranger, beside())).body)
  assert.match(shown, /2 of 3 lines of Corporate plan are in this plan too\. 1 of 3 outcomes and actions of this plan is not in it/)
  assert.match(shown, /In both \(2\).*3\.3 Fewer burglaries of homes Outcome: Fewer homes are broken into PMG-PLAN\/090401\/1/)
  assert.match(shown, /Only in Corporate plan \(1\) This would be lost if only this plan were kept\. 3\.2 Free swimming/)
  assert.match(shown, /Only in this plan \(1\) This would be lost if only Corporate plan were kept\. PMG-PLAN\/090401\/2 Raise awareness/)
  assert.match(words((await app.get(stranger, `plans/${planId}/alignment`)).body), /Corporate plan 2009 to 2012 Wexcombe Council 2 1 1/)
})

test('the file has what is in both, only there and only here', async () => {
  const { body, headers } = await app.get(stranger, `${beside()}/alignment.csv`)
  assert.match(headers['content-disposition'] as string, /PMG-PLAN-2009-04-01-alignment\.csv/)
  assert.match(body, /In both,3\.1,Advisers hold a certificate,PMG-PLAN\/090401\/1,/)
  assert.match(body, /Only there,3\.2,Free swimming,,\r\n/)
  assert.match(body, /Only here,,,PMG-PLAN\/090401\/2,Raise awareness\r\n/)
})

test('what another matched meanwhile stays, and what is unticked goes', async () => {
  const shown = [`${idOf('3.1')}:action-${whole.id}`]
  assert.equal((await app.post(app.officer, `${beside()}/edit`, { shown, [`line-${idOf('3.2')}`]: `action-${bare.id}` })).statusCode, 303)
  const now = await app.owner<{ line: number }[]>`select other_line_id as line from delivery.alignment order by id`
  assert.deepEqual(
    now.map(({ line }) => line),
    [idOf('3.3'), idOf('3.3'), idOf('3.2')],
  )
})

test('what is not in the plan any more is not matched, and nothing is saved', async () => {
  const refused = await app.post(app.officer, `${beside()}/edit`, { [`line-${idOf('3.1')}`]: 'action-99999' })
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, /not in the plan any more/)
  assert.equal(await pairs(), 3)
})

test('a confidential action is neither shown nor counted for those who may not see it, and keeps its matches', async () => {
  await app.owner`update actions.action set is_confidential = true where id = ${bare.actionId}`
  for (const page of [beside(), `${beside()}/alignment.csv`]) assert.doesNotMatch((await app.get(stranger, page)).body, /Raise awareness/)
  assert.match(words((await app.get(stranger, beside())).body), /1 of 3 lines of Corporate plan is in this plan too\. 0 of 2 outcomes/)
  assert.doesNotMatch((await app.get(app.officer, `${beside()}/edit`)).body, /Raise awareness/)
  await app.post(app.officer, `${beside()}/edit`, { shown: `${idOf('3.2')}:action-${bare.id}` })
  assert.equal(await pairs(), 3)
  await app.owner`update actions.action set is_confidential = false where id = ${bare.actionId}`
})

test('scrutiny reads it of plans in force only', async () => {
  assert.equal((await app.get(scrutiny, beside())).statusCode, 200)
  await app.owner`update delivery.plan set state = 'draft' where id = ${planId}`
  for (const page of [`plans/${planId}/alignment`, beside(), `${beside()}/alignment.csv`])
    assert.equal((await app.get(scrutiny, page)).statusCode, 404)
})

test('a line that is changed keeps its matches, one that is gone loses them, and what somebody changed meanwhile is shown', async () => {
  const { body } = await app.get(app.officer, `${path}/edit`)
  assert.match(body, /3\.1\tAdvisers hold a certificate/)
  const fields = { ...typed, edition: editionIn(body) }
  const moved = '3.4 Parks\n3.3 Homes are safe from burglars\n3.1 Advisers hold a certificate'
  assert.equal((await app.post(app.officer, `${path}/edit`, { ...fields, lines: moved })).statusCode, 303)
  const after = await linesNow()
  assert.deepEqual(
    after.map(({ reference }) => reference),
    ['3.4', '3.3', '3.1'],
  )
  assert.equal(after[1]?.id, idOf('3.3'))
  assert.equal(await pairs(), 2)
  const second = await app.post(app.reader, `${path}/edit`, { ...fields, title: 'Council plan' })
  assert.equal(second.statusCode, 422)
  assert.match(words(second.body), /What it says is “3\.4 Parks/)
})

test('it is removed after a question, and our plan stays', async () => {
  assert.equal((await app.post(stranger, `${path}/removal`)).statusCode, 403)
  assert.match((await app.get(app.reader, `${path}/removal`)).body, /Our plans stay as they are/)
  assert.equal((await app.post(app.reader, `${path}/removal`)).statusCode, 303)
  assert.equal(await pairs(), 0)
  assert.equal((await app.get(app.reader, path)).statusCode, 404)
  assert.match((await app.get(app.reader, `plans/${planId}/alignment`)).body, /No plan of others to compare with/)
})
