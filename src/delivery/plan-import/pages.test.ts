import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { exampleOutcome, examplePlan } from '../../../test/pages/plan.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'
import { sheet } from '../../platform/sheet/index.ts'

const app = await freshApp({ after })
const { planId, whole, bare } = await examplePlan(app, await exampleMeeting(app))
await exampleOutcome(app)
const path = `plans/${planId}/import`
beforeEach(async () => {
  await app.owner`delete from delivery.planned_action where id not in (${whole.id}, ${bare.id})`
  await app.owner`update delivery.plan set state = 'draft' where id = ${planId}`
})

const headings = ['Outcome', 'Key actions', 'Lead officer', 'Timescale', 'Cost (£)', 'FTE', 'NI(s)', 'Milestones', 'RAG']
const rows = [
  [
    'Fewer homes are broken into',
    'Fit locks',
    'Secretariat; the HPA',
    'end of December',
    '12,500',
    '0.5',
    'NI 16',
    'Half (30 June 2009)',
    'G',
  ],
  ['', 'Light the alleys', 'MT', 'Q2', '', '', '', '', 'A'],
]
const csvOf = (more: readonly (readonly string[])[] = []) =>
  [headings, ...rows, ...more].map(row => row.map(cell => (/[",;\n]/.test(cell) ? `"${cell}"` : cell)).join(',')).join('\n')
const bring = (content: string | Uint8Array, fileName = 'plan.csv', fields: Record<string, string> = {}) =>
  app.upload(app.officer, path, { sheet: '', ...fields }, { field: 'file', fileName, content })

type Fields = Record<string, string>
const sent = (body: string, end: string, typed: Fields = {}): Fields => ({
  ...Object.fromEntries(Object.entries(formIn(body, end).fields).map(([name, [value = '']]) => [name, value])),
  ...typed,
})
const preview = async (content: string | Uint8Array, typed: Fields = {}, fileName?: string) => {
  const { body } = await bring(content, fileName)
  return app.post(app.officer, `${path}/rows`, sent(body, '/import/rows', typed))
}
const keep = (body: string, typed: Fields = {}) => app.post(app.officer, `${path}/keeping`, sent(body, '/import/keeping', typed))
const wordsOf = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const planned = async () =>
  (
    await app.owner`
      select action.text, action.due_on, action.owners_as_typed, action.state,
             (select sum(pence)::text || ' ' || coalesce(sum(fte)::text, '') from delivery.resource where planned_action_id = planned_action.id) as takes,
             (select string_agg(text || ' ' || coalesce(planned_on::text, ''), '; ') from delivery.milestone where planned_action_id = planned_action.id) as steps
        from delivery.planned_action join actions.action on action.id = planned_action.action_id
       where planned_action.plan_id = ${planId} and planned_action.id not in (${whole.id}, ${bare.id}) order by planned_action.place`
  ).map(row => Object.values(row))
const both = [
  ['Fit locks', '2009-12-31', 'Secretariat; the HPA', 'proposed', '1250000 0.5', 'Half 2009-06-30'],
  ['Light the alleys', '2009-09-30', '', 'proposed', null, null],
]

describe('actions from a spreadsheet', () => {
  test('are shown before anything is kept, and then brought in whole', async () => {
    const columns = await bring(csvOf())
    assert.equal(columns.statusCode, 200, wordsOf(columns.body))
    assert.match(columns.body, /<option value="owners" selected>/)
    assert.match(columns.body, /RAG[\s\S]*<option value="" selected>Left out/)
    const looked = await app.post(app.officer, `${path}/rows`, sent(columns.body, '/import/rows'))
    const said = wordsOf(looked.body)
    assert.match(said, /2 actions are new\. Nothing is kept yet/)
    assert.match(said, /Fit locks Line 2, for: Fewer homes are broken into – Half, 30 June 2009/)
    assert.match(said, /Secretariat; the HPA \(as it is written\)/)
    assert.match(said, /Light the alleys Line 3, for: Fewer homes are broken into/)
    assert.match(said, /£12,500; 0\.5 fte NI 16/)
    assert.deepEqual(await planned(), [])
    const kept = await keep(looked.body)
    assert.equal(kept.headers.location, `/wexcombe/plans/${planId}/actions`)
    assert.deepEqual(await planned(), both)
  })

  test('come from Excel and LibreOffice as well', async () => {
    const table = { title: 'Plan', columns: headings.map(heading => ({ heading, width: 20 })), rows }
    for (const form of ['xlsx', 'ods'] as const) {
      const looked = await preview(await sheet(table, form), {}, `plan.${form}`)
      assert.match(wordsOf(looked.body), /2 actions are new/, form)
      await keep(looked.body)
      assert.deepEqual(await planned(), both, form)
      await app.owner`delete from delivery.planned_action where id not in (${whole.id}, ${bare.id})`
    }
  })

  test('that cannot be read are told by line, column and reason, and left out only by somebody who said so', async () => {
    const bad = [
      ['Peace', 'Keep it', 'MT', 'one day', 'plenty', '', 'NI 98', '', ''],
      ['', '', 'MT', '', '', '', '', '', ''],
    ]
    const looked = await preview(csvOf(bad))
    const said = wordsOf(looked.body)
    assert.match(said, /2 actions are new, 2 rows cannot be read/)
    assert.match(said, /Line 4 Outcome No outcome is called “Peace”/)
    assert.match(said, /Line 4 Timescale “one day” is no date/)
    assert.match(said, /Line 4 Cost \(£\) “plenty” is neither pounds nor people/)
    assert.match(said, /Line 4 NI\(s\) There is no indicator NI 98/)
    assert.match(said, /Line 5 Key actions Say what is to be done/)
    assert.match(said, /Bring in 2 actions, and leave 2 rows out/)
    assert.equal((await keep(looked.body, { refused: '0' })).statusCode, 422, 'nobody was shown what is left out')
    assert.deepEqual(await planned(), [])
    await keep(looked.body)
    assert.deepEqual(await planned(), both)
  })

  test('go into the grid to be mended there', async () => {
    const looked = await preview(csvOf([['', 'Keep it', '', 'one day', '£5', '', '', '', '']]))
    const grid = await app.post(app.officer, `plans/${planId}/actions`, sent(looked.body, `/plans/${planId}/actions`))
    assert.equal(grid.statusCode, 200)
    assert.match(grid.body, /id="cell-new-2-endsOn"[^>]*value="one day"/)
    assert.match(grid.body, /id="cell-new-2-resources"[^>]*value="£5"/)
  })

  test('that the plan has already are not brought in again', async () => {
    await keep((await preview(csvOf())).body)
    const again = await preview(csvOf([['', 'fit  LOCKS', '', '', '', '', '', '', '']]))
    assert.match(wordsOf(again.body), /0 actions are new, 3 are in the plan already/)
    assert.doesNotMatch(again.body, /Bring in \d/)
  })

  test('that somebody else added meanwhile are shown again first', async () => {
    const looked = await preview(csvOf())
    await keep((await preview(csvOf())).body)
    const late = await keep(looked.body)
    assert.equal(late.statusCode, 422)
    assert.match(wordsOf(late.body), /Something has changed since this was shown/)
    assert.deepEqual(await planned(), both)
  })

  test('go out as a sheet and come back as they went', async () => {
    const csv = (await app.get(app.officer, `plans/${planId}/actions.csv`)).body
    assert.match(csv, /Outcome,Action,Owner,With,Start,End,Measure,Resources,Indicators,Milestones/)
    assert.match(csv, /Train 40 advisers in every district/)
    assert.match(wordsOf((await preview(csv)).body), /0 actions are new, 2 are in the plan already/)
    for (const form of ['xlsx', 'ods']) assert.equal((await app.get(app.officer, `plans/${planId}/actions.${form}`)).statusCode, 200)
  })
})

describe('what is no file of a plan', () => {
  const check = (name: string, content: string, said: RegExp, fileName?: string) =>
    test(name, async () => {
      const answer = await bring(content, fileName)
      assert.equal(answer.statusCode, 422)
      assert.match(wordsOf(answer.body), said)
    })
  check('a picture', '\u0089PNG\r\n\u001a\n\0\0', /This is not a text file/, 'plan.png')
  check('a heading and nothing else', 'Action,Lead\n', /no rows/)
  check('more than a plan has', `Action,Lead\n${'Fit locks,MT\n'.repeat(301)}`, /more than 300 rows/)

  test('no file at all', async () => {
    const answer = await app.post(app.officer, path, {})
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Select a file/)
  })
  test('no column with the actions', async () => {
    const { body } = await bring('Lead,Outcome\nMT,Peace\n')
    const answer = await app.post(app.officer, `${path}/rows`, sent(body, '/import/rows'))
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#column-0"/)
  })
  test('nobody brings one who may not write the plan, or once it waits', async () => {
    assert.equal((await app.get(app.stranger, path)).statusCode, 404)
    await app.owner`update delivery.plan set state = 'submitted' where id = ${planId}`
    assert.equal((await app.get(app.officer, path)).statusCode, 403)
    assert.equal((await bring(csvOf())).statusCode, 403)
  })
})
