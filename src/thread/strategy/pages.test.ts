import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { example: true, now: '2026-11-22T10:00:00Z' })
const { officer, reader } = app

describe('strategies and guiding principles', () => {
  test('are listed with owner, day and review, and a review that has passed says so', async () => {
    const { body } = await app.get(reader, 'strategies')
    assert.match(body, /Regional economic strategy[\s\S]*Middle Shires Regional Assembly/)
    assert.match(
      body,
      /Health and wellbeing strategy[\s\S]*NHS Wexcombe<\/a>[\s\S]*1 April 2025 <strong class="gt-note gt-note--late">passed/,
    )
    assert.equal([...body.matchAll(/>passed</g)].length, 1)
    assert.ok(body.indexOf('Waste strategy') < body.indexOf('Prevention before treatment'), 'principles come after strategies')
  })
  test('have their thread, in which the vision rests on the community strategy', async () => {
    assert.match((await app.get(reader, 'vision')).body, /Linked <b>1<\/b>[\s\S]*depends on[\s\S]*Wexcombe Together/)
  })
  const form = {
    kind: 'strategy',
    title: 'Housing strategy',
    summary: '',
    whose: '',
    owner: 'Regional Assembly',
    onDay: '6 May 2025',
    reviewOn: '',
    link: '',
  }
  const check = (name: string, changes: Partial<typeof form>, expected: RegExp) =>
    test(name, async () => {
      const { statusCode, body } = await app.post(officer, 'strategies/new', { ...form, ...changes })
      assert.equal(statusCode, 422)
      assert.match(body, expected)
      assert.doesNotMatch((await app.get(reader, 'strategies')).body, /Housing strategy/)
    })
  check('need an owner', { owner: ' ' }, /href="#whose">Select whose it is, or enter the owner in words/)
  check('are not reviewed before their day', { reviewOn: '1 May 2025' }, /href="#reviewOn">The review must not be before/)
  check('have days that are days', { onDay: 'May' }, /href="#onDay">The day of which it is is not a date/)
  test('are added, changed and removed by officers', async () => {
    await app.post(officer, 'strategies/new', form)
    const { body } = await app.get(officer, 'strategies')
    const [, path = ''] = body.match(/Housing strategy[\s\S]*?\/wexcombe\/(strategies\/\d+)\/edit/) ?? []
    const edition = (await app.get(officer, `${path}/edit`)).body.match(/name="edition" value="([^"]*)"/)?.[1] ?? ''
    await app.post(officer, `${path}/edit`, { ...form, whose: 'organisation-1', edition })
    assert.match((await app.get(reader, 'strategies')).body, /Housing strategy[\s\S]*?href="\/wexcombe\/organisations\/1"/)
    assert.match((await app.get(reader, 'strategies.csv')).body, /Strategy,Housing strategy,.*,2025-05-06/)
    await app.post(officer, `${path}/removal`)
    assert.doesNotMatch((await app.get(reader, 'strategies')).body, /Housing strategy/)
  })
})
