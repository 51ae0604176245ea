import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, post, officer, reader } = app
const [of] = await app.owner<{ id: number; areaId: number }[]>`
  select i.id, a.area_id from performance.indicator i join performance.agreement a on a.id = i.agreement_id where i.reference = 'NI 117'`
const page = `indicators/${of?.id}`
const path = `${page}/override/${of?.areaId}/2026-27-Q2`
const asked = { band: 'on-target', reason: 'One college has not reported', until: '31 January 2027' }
const kept = () => app.owner<{ band: string; reason: string; until: string; madeByName: string }[]>`
  select band, reason, until, made_by_name from performance.override where made_by is not null`

async function save(changes: Record<string, string> = {}) {
  const { fields } = formIn((await get(officer, path)).body)
  return post(officer, path, { ...fields, ...asked, ...changes })
}

describe('the judgement of a period', () => {
  test('is overridden by who may, and a reader is not asked to', async () => {
    assert.match((await get(officer, page)).body, /Override this judgement/)
    assert.doesNotMatch((await get(reader, page)).body, /override/i)
    const { body } = await get(officer, path)
    assert.match(body, /Wexcombe, Q2 2026-27, computed: <span class="gt-band gt-band--within-tolerance">Within tolerance/)
    assert.doesNotMatch(body, /value="within-tolerance"/)
  })

  test('comes back with what was typed when it cannot be', async () => {
    const answer = await save({ reason: ' ', until: '1 January 2020' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#reason">Say why it is judged otherwise/)
    assert.match(answer.body, /value="1 January 2020"/)
    assert.match((await save({ until: '1 January 2020' })).body, /must be today, 22 November 2026, or later/)
    assert.match((await save({ band: 'within-tolerance' })).body, /The figures already say within tolerance/)
    assert.deepEqual([...(await kept())], [])
  })

  test('shows the other in its place with the computed one, reason, author and end, on its page, the scorecard and in files', async () => {
    assert.equal((await save()).statusCode, 303)
    assert.deepEqual(
      [...(await kept())],
      [{ band: 'on-target', reason: 'One college has not reported', until: '2027-01-31', madeByName: 'Priya Nair' }],
    )
    const { body } = await get(reader, page)
    assert.match(
      body,
      /gt-band--on-target">On target<\/span><span class="gt-note">set by hand until 31 January 2027, computed within tolerance/,
    )
    assert.match(body, /so it is within tolerance\./)
    assert.match(body, /Priya Nair has set it to “on target” until 31 January 2027: One college has not reported\./)
    const card = await get(reader, 'scorecard?judgement=on-target')
    assert.match(card.body, /NI 117/)
    assert.match((await get(reader, 'scorecard.csv')).body, /NI 117.*on target,within tolerance,One college has not reported/)
    assert.match((await get(officer, `indicators/${of?.id}/history`)).body, /Override of a judgement/)
  })

  test('asks whoever saves over a change that they have not seen', async () => {
    const { fields } = formIn((await get(officer, path)).body)
    await save({ reason: 'Two colleges have not reported' })
    const answer = await post(officer, path, { ...fields, ...asked })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /The reason is “Two colleges have not reported” now/)
  })

  test('is the computed one again when the override is ended', async () => {
    assert.equal((await post(officer, `${path}/end`)).statusCode, 303)
    assert.deepEqual([...(await kept())], [])
    assert.match((await get(reader, page)).body, /gt-band--within-tolerance">Within tolerance<\/span><\/p>/)
  })

  test('cannot be overridden where there is none, or for a period whose figure is another’s', async () => {
    assert.equal((await get(officer, `${page}/override/${of?.areaId}/2030-31-Q1`)).statusCode, 404)
    assert.equal((await get(officer, `${page}/override/999999/2026-27-Q2`)).statusCode, 404)
    const first = await get(officer, `${page}/override/${of?.areaId}/2023-24-Q1`)
    assert.match(first.body, /There is no judgement of this period/)
    assert.equal((await post(officer, `${page}/override/${of?.areaId}/2023-24-Q1`, asked)).statusCode, 422)
  })
})

test('what a locked period was judged as stays as it was', async () => {
  const [homes] = await app.owner<{ id: number; areaId: number }[]>`
    select indicator_id as id, area_id from performance.override where made_by is null`
  const own = `indicators/${homes?.id}/override/${homes?.areaId}/2025-26`
  await app.owner`
    with locking as (
      insert into performance.locking (partnership_id, agreement_id, starts_on, ends_on, locked_at, locked_by_name)
      select partnership_id, id, '2025-04-01', '2026-03-31', '2026-08-01', 'Amina Siddiqui' from performance.agreement where partnership_id = ${app.partnershipId}
      returning partnership_id, id, starts_on, ends_on)
    insert into performance.locked_indicator (partnership_id, locking_id, indicator_id, starts_on, ends_on)
    select partnership_id, id, ${homes?.id ?? 0}, starts_on, ends_on from locking`
  assert.match((await get(officer, own)).body, /2025-26 was locked on 1 August 2026 by Amina Siddiqui, so nothing of it can be changed/)
  assert.equal((await post(officer, own, asked)).statusCode, 422)
  assert.equal((await post(officer, `${own}/end`)).statusCode, 422)
  await assert.rejects(app.owner`delete from performance.override where indicator_id = ${homes?.id ?? 0}`, /is locked/)
})
