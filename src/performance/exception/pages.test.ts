import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const bare = await freshApp({ after })
const { get, reader } = app
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const references = (html: string) => [...html.matchAll(/gt-score__ref">([^<]+)</g)].map(([, reference]) => reference)
const shown = async (query = '') => (await get(reader, `exceptions${query}`)).body

describe('exceptions', () => {
  test('are shown the worst first, each with its reasons in sentences', async () => {
    const page = words(await shown())
    const [, many, of] = /(\d+) of (\d+) need attention, the worst first/.exec(page) ?? assert.fail()
    assert.equal(of, '53')
    assert.ok(Number(many) > 9 && Number(many) < 53)
    assert.match(
      page,
      /NI 111 First-time entrants to the youth justice system Wexcombe Youth Justice Service Off target Off target\. Lower is better: 1,110/,
    )
    assert.match(page, /L6\.2 Hours given by volunteers .*? Late\. The figure for Q2 2026-27 was expected by/)
    const judged = [...(await shown()).matchAll(/data-label="Judgement"><span class="gt-band gt-band--([a-z-]+)/g)].map(([, name]) => name)
    assert.equal(judged.lastIndexOf('off-target'), judged.filter(name => name === 'off-target').length - 1)
  })

  test('are fewer for a board and more for those who work with the figures', async () => {
    const [strategic, executive, operational] = await Promise.all(
      ['?for=strategic', '', '?for=operational'].map(query => shown(query).then(references)),
    )
    assert.ok((strategic?.length ?? 0) < (executive?.length ?? 0) && (executive?.length ?? 0) < (operational?.length ?? 0))
    assert.ok(strategic?.every(reference => executive?.includes(reference)))
    assert.ok(executive?.every(reference => operational?.includes(reference)))
    assert.ok(!strategic?.includes('L6.2'))
    assert.match(words(await shown('?for=operational')), /Off target elsewhere\. It is off target in [A-Z]/)
  })

  test('can be narrowed to a lead and a period, and taken away', async () => {
    const [youth] = await app.owner<{ id: number }[]>`select id from partnership.organisation where name = 'Wexcombe Youth Justice Service'`
    assert.deepEqual(references(await shown(`?lead=${youth?.id}&for=strategic`)).toSorted(), ['NI 111', 'NI 19'])
    const rows: Record<string, string>[] = parse((await get(reader, `exceptions.csv?lead=${youth?.id}&for=strategic`)).body, {
      bom: true,
      columns: true,
    })
    assert.deepEqual([...new Set(rows.map(row => row['Reference']))].toSorted(), ['NI 111', 'NI 19'])
    assert.match(rows[0]?.['In words'] ?? '', /so it is off target\./)
    assert.match(words(await shown('?period=2025-26')), /2025-26 , Wexcombe/)
  })

  test('lead to the scorecard where there is no agreement, and are nobody else’s', async () => {
    assert.equal((await bare.get(bare.officer, 'exceptions')).headers.location, '/wexcombe/scorecard')
    assert.equal((await bare.get(bare.officer, 'exceptions.csv')).statusCode, 404)
    assert.equal((await get(app.stranger, 'exceptions')).statusCode, 404)
    assert.equal((await get(reader, 'exceptions?area=99999')).statusCode, 404)
  })
})
