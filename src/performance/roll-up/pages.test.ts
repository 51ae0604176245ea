import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, post, reader, officer } = app
const numbers = new Map(
  (await app.owner<{ id: number; reference: string }[]>`select id, reference from performance.indicator`).map(each => [
    each.reference,
    each.id,
  ]),
)
const page = async (path: string, person = reader) => {
  const answer = await get(person, path)
  assert.equal(answer.statusCode, 200, path)
  return answer.body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}
const change = async (reference: string, said: Record<string, string>) => {
  const path = `indicators/${numbers.get(reference)}/edit`
  const { fields } = formIn((await get(officer, path)).body)
  return post(officer, path, { ...fields, ...said })
}

describe('what the districts come to', () => {
  test('is judged where the setting says so and the county reports nothing itself, and says that it was worked out', async () => {
    const itself = await page(`indicators/${numbers.get('NI 192')}`)
    assert.match(itself, /Wexcombe, Q2 2026-27 (Exceeding|On target) .*?Actual [\d.]+% worked out from its 5 districts/)
    assert.match(itself, /Worked out from its 5 districts Period Worked out Reported Worked out is Q2 2026-27 [\d.]+% – –/)
    assert.match(itself, /The numerators of its 5 districts over their denominators, times 100, .* counts as its figure and is judged/)
    assert.match(await page('scorecard'), /NI 192 [^<]*?[\d.]+% Q2 2026-27 worked out (Exceeding|On target)/)
    assert.match(await page('scorecard/heat'), /NI 192 .*?Q2 2026-27 [\d.]+% , (Exceeding|On target) worked out/)
    const rows: Record<string, string>[] = parse((await get(reader, 'scorecard.csv')).body, { bom: true, columns: true })
    assert.equal(rows.find(row => row['Reference'] === 'NI 192')?.['Status'], 'worked out')
  })

  test('weighs every district by its own denominator', async () => {
    const [totals] = await app.owner<{ share: string }[]>`
      select round(100 * sum(numerator) / sum(denominator), 1)::text as share from performance.data_return
       where indicator_id = ${numbers.get('NI 192') ?? 0} and is_latest and ends_on = '2026-09-30'`
    assert.match(await page(`indicators/${numbers.get('NI 192')}`), new RegExp(`Q2 2026-27 ${totals?.share}% – –`))
  })

  test('is beside what the county has reported where it has, and a difference is found', async () => {
    const homes = await page(`indicators/${numbers.get('NI 155')}`)
    assert.match(homes, /Q1 2026-27: the 5 districts add up to \d+ homes, Wexcombe reported \d+ homes\./)
    assert.match(homes, /Q1 2026-27 \d+ homes \d+ homes 6 more/)
    assert.match(
      await page(`indicators/${numbers.get('L3.2')}`),
      /The 5 districts and Wexcombe agree in all \d+ periods for which both have a figure\./,
    )
    assert.doesNotMatch(await page(`indicators/${numbers.get('NI 117')}`), /Worked out from its/)
  })

  test('of a district is nothing: nothing lies in it', async () => {
    const [area] = await app.owner<{ id: number }[]>`select id from partnership.area where name = 'Holt Vale'`
    assert.doesNotMatch(await page(`indicators/${numbers.get('NI 155')}?area=${area?.id}`), /Worked out from its/)
  })

  test('is shown and not judged until the setting says so; then the missing district is named', async () => {
    assert.equal((await change('NI 192', { rollUp: 'weighted', rollUpCounts: '' })).statusCode, 303)
    assert.match(
      await page(`indicators/${numbers.get('NI 192')}`),
      /There are no figures for Wexcombe yet .* Worked out from its 5 districts/,
    )
    assert.doesNotMatch(await page('scorecard'), /worked out/)

    await change('NI 192', { rollUp: 'weighted', rollUpCounts: 'yes' })
    await app.visit(
      'write',
      db => db`
        delete from performance.data_return using partnership.area
         where area.id = area_id and name = 'Eastmarsh' and indicator_id = ${numbers.get('NI 192') ?? 0} and ends_on = '2026-09-30'`,
    )
    assert.match(await page(`indicators/${numbers.get('NI 192')}`), /Wexcombe, Q1 2026-27 .* Q2 2026-27 – missing: Eastmarsh/)
  })

  test('is set by an officer; a percentage is never added up, and nothing that was typed is lost', async () => {
    const refused = await change('NI 117', { rollUp: 'sum', note: 'Typed in vain?' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#rollUp">A percentage, a rate or a ratio cannot be added up/)
    assert.match(refused.body, /Typed in vain\?/)
    assert.equal((await change('NI 117', { rollUp: 'mean' })).statusCode, 422)
    assert.equal((await change('NI 117', { rollUp: 'none', rollUpCounts: 'yes' })).statusCode, 303)
    assert.equal((await change('NI 117', { rollUp: 'weighted' })).statusCode, 303)
    assert.match(await page(`indicators/${numbers.get('NI 117')}`), /Worked out from its 5 districts/)
    assert.equal((await get(reader, `indicators/${numbers.get('NI 117')}/edit`)).statusCode, 403)
  })
})
