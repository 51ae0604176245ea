import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, post, officer, reader } = app
const idOf = async (reference: string) =>
  (await app.owner<{ id: number }[]>`select id from performance.indicator where reference = ${reference}`)[0]?.id
const page = `indicators/${await idOf('NI 117')}`
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const definition = () => app.owner<{ definition: string }[]>`select definition from performance.indicator where reference = 'NI 117'`
const fields = async (changes: Record<string, string> = {}) => ({
  ...formIn((await get(officer, `${page}/edit`)).body).fields,
  definition: 'Young people without a place, of all whose activity is known.',
  ...changes,
})

describe('changing what is counted', () => {
  test('asks whether it is a correction or a new definition, and keeps nothing until that is said', async () => {
    const before = [...(await definition())]
    const answer = await post(officer, `${page}/edit`, await fields())
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#definitionChange">What is counted reads otherwise now/)
    const unsaid = await post(officer, `${page}/edit`, await fields({ definitionChange: 'version' }))
    assert.match(unsaid.body, /Enter the day from which the new definition holds/)
    assert.match(unsaid.body, /Say whether figures from before and after can be compared/)
    const future = {
      definitionChange: 'version',
      definitionFrom: '1 April 2027',
      definitionReason: 'New rules',
      definitionComparable: 'no',
    }
    assert.match((await post(officer, `${page}/edit`, await fields(future))).body, /Save a new definition on the day from which it holds/)
    assert.deepEqual([...(await definition())], before)
  })

  test('as a correction keeps no version', async () => {
    assert.equal((await post(officer, `${page}/edit`, await fields({ definitionChange: 'correction' }))).statusCode, 303)
    assert.match(words((await get(reader, `${page}/definition`)).body), /Holds now Young people without a place/)
  })

  test('from a day on keeps the one before with the reason, and marks a break', async () => {
    const said = {
      definitionChange: 'version',
      definitionFrom: '1 July 2026',
      definitionReason: 'Prison counts now',
      definitionComparable: 'no',
    }
    const answer = await post(officer, `${page}/edit`, await fields({ ...said, definition: 'Without a place, prison included.' }))
    assert.equal(answer.statusCode, 303)
    const shown = words((await get(reader, `${page}/definition`)).body)
    assert.match(shown, /Holds now, since July 2026 Without a place, prison included\..*Because: Prison counts now \(Priya Nair\)/)
    assert.match(shown, /Until July 2026 Young people without a place, of all/)
    assert.match(shown, /The definition changed in July 2026 Every area Prison counts now/)
    const indicator = words((await get(reader, page)).body)
    assert.match(
      indicator,
      /Definition Without a place, prison included\. Since July 2026, because: Prison counts now\. Before that: Young people/,
    )
  })
})

describe('a break', () => {
  test('is drawn, stands in the table, and nothing is compared across it', async () => {
    const { body } = await get(reader, page)
    assert.match(body, /stroke-dasharray="6 4"/)
    assert.match(words(body), /Not comparable The definition changed in July 2026\./)
    assert.match(words(body), /Q2 2026-27 The definition changed in July 2026: not comparable with what came before/)
    assert.match(words(body), /The targets that are there are from before a break.*Wexcombe, Q2 2026-27 No target/)
    const svg = await get(reader, `${page}/chart.svg`)
    assert.match(svg.body, /the definition changed in July 2026|>break</)
    const scorecard = (await get(reader, 'scorecard.csv')).body
    assert.doesNotMatch(scorecard.split('\n').find(line => line.includes('NI 117')) ?? '', /worsening|improving/)
  })

  test('is marked by who may, with a day, a place and a sentence; one for a day and a place', async () => {
    const form = formIn((await get(officer, `${page}/breaks/new`)).body).fields
    const empty = await post(officer, `${page}/breaks/new`, form)
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /Select what changed[\s\S]*Enter the first day of the first period/)
    const said = { kind: 'boundary', startsOn: '1 July 2026', sentence: 'Holt joined' }
    const again = await post(officer, `${page}/breaks/new`, { ...form, ...said })
    assert.match(again.body, /There is a break on 1 July 2026 already: Prison counts now/)
    assert.match(again.body, /Holt joined/)
    assert.equal((await post(officer, `${page}/breaks/new`, { ...form, ...said, startsOn: '1 April 2025' })).statusCode, 303)
    assert.equal((await post(reader, `${page}/breaks/new`, said)).statusCode, 403)
    assert.doesNotMatch((await get(reader, `${page}/definition`)).body, /Mark a break/)
  })

  test('is removed, and figures are compared again', async () => {
    for (;;) {
      const removal = /href="\/wexcombe\/(indicators\/\d+\/breaks\/\d+\/removal)"/.exec(
        (await get(officer, `${page}/definition`)).body,
      )?.[1]
      if (removal === undefined) break
      assert.match((await get(officer, removal)).body, /Figures before and after it are then compared again/)
      assert.equal((await post(officer, removal)).statusCode, 303)
    }
    const { body } = await get(reader, page)
    assert.doesNotMatch(body, /stroke-dasharray="6 4"/)
    assert.doesNotMatch(words(body), /definition changed in July 2026/)
    assert.match((await get(officer, `${page}/history`)).body, /Break in a series/)
  })
})

test('Wexcombe has an indicator whose definition changed with this year', async () => {
  const shown = words((await get(reader, `indicators/${await idOf('NI 193')}`)).body)
  assert.match(shown, /The definition changed in April 2026/)
  assert.match(shown, /Before that: Of the weight of household waste/)
})
