import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { exampleOutcome, examplePlan } from '../../../test/pages/plan.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const meeting = await exampleMeeting(app)
const { planId, whole, bare } = await examplePlan(app, meeting)
await exampleOutcome(app)
const path = `plans/${planId}/actions`
beforeEach(() => app.owner`delete from delivery.planned_action where id not in (${whole.id}, ${bare.id})`)

type Typed = Readonly<Record<string, string>>
const shown = async (): Promise<Record<string, string>> =>
  Object.fromEntries(Object.entries(formIn((await app.get(app.officer, path)).body).fields).map(([name, [value = '']]) => [name, value]))
const save = async (typed: Typed, fields?: Typed) => app.post(app.officer, path, { ...(fields ?? (await shown())), ...typed })
const cell = (row: string | number, column: string) => `cell-${row}-${column}`
const wordsOf = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const planned = async () =>
  (
    await app.owner`
      select action.reference, action.text, action.state, action.due_on, planned_action.starts_on, planned_action.measure,
             (select sum(pence) from delivery.resource where planned_action_id = planned_action.id) as pence,
             (select count(*) from actions.owner where owner.action_id = action.id) as owners,
             (select count(*) from actions.indicator where indicator.action_id = action.id) as indicators
        from delivery.planned_action join actions.action on action.id = planned_action.action_id
       where planned_action.plan_id = ${planId} order by planned_action.place`
  ).map(row => ({ ...row }))

describe('the grid of a plan’s actions', () => {
  test('has what is there and thirty lines in all, and is read by whoever does not write the plan', async () => {
    const { body } = await app.get(app.officer, path)
    assert.match(body, new RegExp(`id="${cell(whole.id, 'text')}"[^>]*value="Train 40 advisers in every district"`))
    assert.match(body, new RegExp(`id="${cell(whole.id, 'resources')}"[^>]*value="£12,500"`))
    assert.equal([...body.matchAll(/id="cell-[^"]*-text"/g)].length, 30)
    const read = (await app.get(app.stranger, path)).statusCode
    assert.equal(read, 404)
    await app.owner`update delivery.plan set state = 'submitted' where id = ${planId}`
    const list = (await app.get(app.officer, path)).body
    assert.doesNotMatch(list, /<input[^>]*cell-/)
    assert.match(
      wordsOf(list),
      /Train 40 advisers in every district PMG-PLAN\/090401\/1 Safer communities, Partnership Management Group \(Marta Turner\).*0 of 1/,
    )
    await app.owner`update delivery.plan set state = 'draft' where id = ${planId}`
  })

  test('takes several lines at once, as people write them', async () => {
    const answer = await save({
      [cell('new-0', 'outcome')]: 'Fewer homes are broken into',
      [cell('new-0', 'text')]: 'Fit locks',
      [cell('new-0', 'owners')]: 'Secretariat, MT',
      [cell('new-0', 'contributors')]: 'police',
      [cell('new-0', 'startsOn')]: 'Q2',
      [cell('new-0', 'endsOn')]: 'end of December',
      [cell('new-0', 'measure')]: '140 homes',
      [cell('new-0', 'resources')]: '£1.2m and 0.5 fte from the police',
      [cell('new-0', 'indicators')]: 'NI 16',
      [cell('new-3', 'text')]: 'Light the alleys',
    })
    assert.equal(answer.statusCode, 303, wordsOf(answer.body))
    const [, , first, second] = await planned()
    assert.deepEqual(
      { ...first, reference: '' },
      {
        reference: '',
        text: 'Fit locks',
        state: 'proposed',
        dueOn: '2009-12-31',
        startsOn: '2009-07-01',
        measure: '140 homes',
        pence: '120000000',
        owners: 2,
        indicators: 1,
      },
    )
    assert.equal(second?.['text'], 'Light the alleys')
    const [row] = await app.owner`select count(*) from delivery.planned_action where outcome_id is not null and plan_id = ${planId}`
    assert.equal(row?.['count'], 2, 'the outcome holds for the line below')
  })

  test('saves all or nothing, says of each cell what is not understood, and loses nothing', async () => {
    const before = await planned()
    const answer = await save({
      [cell('new-0', 'text')]: 'Fit locks',
      [cell('new-0', 'owners')]: 'Marta Turner, the HPA',
      [cell('new-1', 'text')]: 'Light the alleys',
      [cell('new-1', 'endsOn')]: 'when funds allow',
      [cell('new-1', 'indicators')]: 'NI 16, NI 98',
      [cell(bare.id, 'endsOn')]: 'soon',
    })
    assert.equal(answer.statusCode, 422)
    const said = wordsOf(answer.body)
    assert.match(said, /New 1, owner: Nobody is called “the HPA”/)
    assert.match(said, /New 2, end: “when funds allow” is no date/)
    assert.match(said, /New 2, indicators: There is no indicator NI 98/)
    assert.match(said, /2, end: “soon” is no date/)
    assert.match(answer.body, new RegExp(`href="#${cell('new-1', 'endsOn')}"`))
    assert.match(answer.body, /value="Marta Turner, the HPA"/)
    assert.match(answer.body, /value="Light the alleys"/)
    assert.deepEqual(await planned(), before)

    // Whoever is not known may stay as they are written.
    const kept = await save({
      [cell('new-0', 'text')]: 'Fit locks',
      [cell('new-0', 'owners')]: 'Marta Turner, the HPA',
      keepsOwners: 'yes',
    })
    assert.equal(kept.statusCode, 303)
    const [row] = await app.owner`select owners_as_typed from actions.action where text = 'Fit locks' order by id desc limit 1`
    assert.equal(row?.['ownersAsTyped'], 'Marta Turner, the HPA')
  })

  test('changes only the cells that were changed, and shows what somebody else has changed meanwhile', async () => {
    const [first, second] = [await shown(), await shown()]
    assert.equal((await save({ [cell(bare.id, 'measure')]: 'So many by the first' }, first)).statusCode, 303)
    const asked = await save({ [cell(bare.id, 'measure')]: 'So many by the second' }, second)
    assert.equal(asked.statusCode, 422)
    assert.match(wordsOf(asked.body), /2, measure: While you were writing, somebody made this “So many by the first”/)
    const again = Object.fromEntries(Object.entries(formIn(asked.body).fields).map(([name, [value = '']]) => [name, value]))
    assert.equal((await save({}, again)).statusCode, 303)
    const [, row] = await planned()
    assert.equal(row?.['measure'], 'So many by the second')

    // What the other has changed elsewhere stays.
    const late = await shown()
    await save({ [cell(bare.id, 'text')]: 'Raise awareness in schools' }, await shown())
    assert.equal((await save({ [cell(bare.id, 'endsOn')]: 'March 2010' }, late)).statusCode, 303)
    const [, both] = await planned()
    assert.deepEqual([both?.['text'], both?.['dueOn']], ['Raise awareness in schools', '2010-03-31'])
  })

  test('of a plan that was submitted meanwhile saves nothing, and loses nothing', async () => {
    const fields = await shown()
    await app.owner`update delivery.plan set state = 'submitted' where id = ${planId}`
    const late = await save({ [cell('new-0', 'text')]: 'Typed too late' }, fields)
    await app.owner`update delivery.plan set state = 'draft' where id = ${planId}`
    assert.equal(late.statusCode, 422)
    assert.match(wordsOf(late.body), /This plan is submitted, and is not changed while it waits/)
    assert.match(late.body, /value="Typed too late"/)
    assert.equal((await planned()).length, 2)
  })

  test('nothing changed is nothing saved', async () => {
    const before = await app.owner`select count(*) from platform.history`
    assert.equal((await save({})).statusCode, 303)
    assert.deepEqual(await app.owner`select count(*) from platform.history`, before)
  })

  test('a block of a table is put into the empty lines first, and saved after a look', async () => {
    const block = 'Action\tLead\tBy when\nFit locks\tSecretariat\tJune 2009\nLight the alleys\t\t'
    const looked = await save({ [cell('new-0', 'text')]: 'Typed before', block, act: 'paste' })
    assert.equal(looked.statusCode, 200)
    assert.match(wordsOf(looked.body), /2 rows are put into the lines below\. Nothing is saved yet/)
    assert.match(looked.body, /value="Typed before"/)
    assert.match(looked.body, new RegExp(`id="${cell('new-1', 'endsOn')}"[^>]*value="June 2009"`))
    assert.equal((await planned()).length, 2)
    const fields = Object.fromEntries(Object.entries(formIn(looked.body).fields).map(([name, [value = '']]) => [name, value]))
    assert.equal((await save({}, fields)).statusCode, 303)
    assert.deepEqual(
      (await planned()).slice(2).map(({ text }) => text),
      ['Typed before', 'Fit locks', 'Light the alleys'],
    )
    const empty = await save({ act: 'paste' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /href="#block"/)
  })
})
