import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, post, officer, reader } = app
const [agreement] = await app.owner<{ id: number }[]>`select id from performance.agreement`
const kept = () => app.owner<{ id: number; name: string; query: string }[]>`
  select id, name, query from performance.saved_view where made_by is not null order by id`

/** As a person does: looks at the scorecard, types a name, presses Save. */
async function save(person: typeof reader, path: string, name: string) {
  const { fields } = formIn((await get(person, path)).body, '/views')
  return post(person, 'views', { ...fields, name })
}

describe('a view of the scorecard', () => {
  test('is saved by anybody, a reader too, and leads back to what was shown', async () => {
    const answer = await save(reader, 'scorecard?by=lead&sort=judgement&hide=age&find=young%20people', 'For the board')
    assert.equal(answer.statusCode, 303)
    const [view] = await kept()
    assert.equal(view?.query, `agreement=${agreement?.id}&by=lead&find=young%20people&sort=judgement&hide=age`)
    assert.equal(answer.headers.location, `/wexcombe/scorecard?${view?.query}`)
  })

  test('opens for a colleague, from the scorecard', async () => {
    const [view] = await kept()
    const { body } = await get(officer, 'scorecard')
    assert.match(body, new RegExp(`Saved views:.*href="/wexcombe/views/${view?.id}">For the board</a>`))
    const opened = await get(officer, `views/${view?.id}`)
    assert.equal(opened.headers.location, `/wexcombe/scorecard?${view?.query}`)
    const shown = await get(officer, String(opened.headers.location))
    assert.match(shown.body, /Showing \d+ of 53: <strong>“young people”/)
  })

  test('keeps its name to itself: that of another is refused, with what was chosen, and one’s own is replaced', async () => {
    const refused = await save(officer, 'scorecard?by=area', 'for the board')
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#name">Dafydd Rees has already saved a view called For the board/)
    assert.match(refused.body, /name="query" value="agreement=\d+&amp;by=area"/)
    assert.equal((await save(reader, 'scorecard?by=outcome', 'For the Board')).statusCode, 303)
    assert.deepEqual(
      (await kept()).map(({ name, query }) => [name, query]),
      [['For the Board', `agreement=${agreement?.id}&by=outcome`]],
    )
    assert.equal((await save(reader, 'scorecard', ' ')).statusCode, 422)
  })

  test('is taken away by whoever saved it or a performance officer, and by nobody else', async () => {
    await save(officer, 'scorecard?by=list', 'Late ones')
    const late = (await kept()).find(({ name }) => name === 'Late ones')
    const board = (await kept()).find(({ name }) => name === 'For the Board')
    assert.doesNotMatch((await get(reader, 'views')).body, new RegExp(`views/${late?.id}/removal`))
    assert.equal((await post(reader, `views/${late?.id}/removal`)).statusCode, 422)
    assert.equal((await post(officer, `views/${board?.id}/removal`)).statusCode, 303)
    assert.equal((await post(reader, `views/${board?.id}/removal`)).statusCode, 404)
    assert.deepEqual(
      (await kept()).map(({ name }) => name),
      ['Late ones'],
    )
  })

  test('keeps nothing of an address that the scorecard does not understand', async () => {
    await post(officer, 'views', { name: 'Odd', query: 'by=lead&evil=<script>&redirect=https://elsewhere.example' })
    assert.equal((await kept()).find(({ name }) => name === 'Odd')?.query, 'by=lead')
  })
})
