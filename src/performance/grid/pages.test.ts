import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { type FreshApp, freshApp } from '../../../test/web/index.ts'
import { reportsFor } from '../../../test/web/reports-for.ts'
import { type AreaId, addArea } from '../../partnership/index.ts'
import { addAgreement } from '../agreement/store.ts'
import { exampleSetting } from '../closing/example.ts'
import { addLocking } from '../closing/store.ts'
import type { AgreementId, IndicatorId } from '../indicator/indicator.ts'
import { addIndicators } from '../indicator/store.ts'
import { examplePeriod } from '../judgement/example.ts'
import { exampleMeasure, fivePerCent } from '../target/example.ts'

const undo: (() => Promise<void>)[] = []
let app: FreshApp
let area: AreaId
let district: AreaId
let agreement: AgreementId
let ids: ReadonlyMap<string, IndicatorId>

before(async () => {
  app = await freshApp({ after: work => void undo.push(work) })
  await app.visit('write', async db => {
    area = await addArea(db, { code: null, name: 'Wexcombe', kind: 'county', parentId: null })
    district = await addArea(db, { code: null, name: 'Arnemouth', kind: 'district', parentId: area })
    const { kind: toleranceKind, amount: tolerance } = fivePerCent
    agreement = await addAgreement(db, { title: 'LAA', firstYear: 2008, lastYear: 2010, areaId: area, toleranceKind, tolerance })
    const { id: _, agreementId: __, ...indicator } = exampleMeasure({ frequency: 'quarter' })
    const links = { outcomeIds: [], contributorIds: [], seriesNames: [] }
    ids = await addIndicators(db, agreement, [
      { ...indicator, ...links },
      { ...indicator, ...links, reference: 'NI 9', title: 'Use of libraries' },
      { ...indicator, ...links, reference: 'NI 15', title: 'Violent crime', frequency: 'month' },
      { ...indicator, ...links, reference: 'NI 17', title: 'Anti-social behaviour', frequency: 'survey' },
    ])
  })
})
after(async () => {
  for (const work of undo) await work()
})
beforeEach(() => app.owner`truncate performance.data_return, performance.target, performance.locking cascade`)

const grid = (query = 'of=returns&span=2008-09-Q4') => `agreements/${agreement}/grid?${query}`
const cell = (reference: string, period = '2008-09-Q4', of = area) => `cell-${ids.get(reference)}-${of}-${period}`
/** The form of a page as a browser would send it, nothing touched. */
const formOf = (body: string) => {
  const { fields } = formIn(body, body.includes('Type or paste targets</h1>') ? '&kind=target' : `&area=${area}`)
  return Object.fromEntries(Object.entries(fields).map(([name, values]) => [name, values[0] ?? '']))
}
/** With what a person types into it. */
const filled = async (typed: Readonly<Record<string, string>>, query?: string) => ({
  ...formOf((await app.get(app.officer, grid(query))).body),
  ...typed,
})
const save = async (typed: Readonly<Record<string, string>>, query?: string) =>
  app.post(app.officer, grid(query), await filled(typed, query))
const kept = async () => {
  const rows = await app.owner<{ reference: string; answer: string; revision: number; isLatest: boolean; status: string }[]>`
    select i.reference, coalesce(r.value::text, r.absence) as answer, r.revision, r.is_latest, r.status
      from performance.data_return r join performance.indicator i on i.id = r.indicator_id
     order by i.id, r.ends_on, r.area_id, r.revision`
  return rows.map(
    ({ reference, answer, revision, isLatest, status }) => `${reference} ${answer} ${revision}${isLatest ? '' : ' old'} ${status}`,
  )
}

describe('the grid of returns', () => {
  test('has a table for each rhythm, and says who stands in none', async () => {
    const { body } = await app.get(app.officer, grid())
    assert.match(body, /Every quarter<\/caption>[\s\S]*Every month<\/caption>|Every month<\/caption>[\s\S]*Every quarter<\/caption>/)
    assert.equal(body.match(/<input class="govuk-input" id="cell-/g)?.length, 5)
    assert.match(body, /Not in these tables[\s\S]*NI 17 Anti-social behaviour/)
    for (const [, row = '', column = ''] of body.matchAll(/aria-labelledby="(row-\d+) (column-[\w-]+)"/g)) {
      assert.ok(body.includes(`id="${row}"`), row)
      assert.ok(body.includes(`id="${column}"`), column)
    }
  })

  test('what was typed is saved in one go', async () => {
    const answer = await save({ [cell('NI 8')]: '41.2%', [cell('NI 9')]: '1,234', [cell('NI 15', '2009-M03')]: '7', status: 'provisional' })
    assert.equal(answer.statusCode, 303)
    assert.deepEqual(await kept(), ['NI 8 41.2 1 provisional', 'NI 9 1234 1 provisional', 'NI 15 7 1 provisional'])
    const { body } = await app.get(app.officer, grid())
    assert.match(body, new RegExp(`id="${cell('NI 8')}"[^>]* value="41.2"`))
    assert.match(body, />provisional</)
  })

  test('one bad cell keeps all out, is marked, and nothing that was typed is lost', async () => {
    const answer = await save({ [cell('NI 8')]: '41.2', [cell('NI 9')]: 'forty', [cell('NI 15', '2009-M03')]: '1.2.3' })
    assert.equal(answer.statusCode, 422)
    assert.deepEqual(await kept(), [])
    assert.match(answer.body, new RegExp(`href="#${cell('NI 15', '2009-M03')}">NI 15, March 2009: Enter a number`))
    assert.match(answer.body, new RegExp(`id="${cell('NI 15', '2009-M03')}"[^>]* value="1.2.3"[^>]* aria-invalid="true"`))
    assert.match(answer.body, new RegExp(`id="${cell('NI 8')}"[^>]* value="41.2"`))
    assert.match(answer.body, /What “forty” means/)

    const again = formOf(answer.body)
    const answered = await app.post(app.officer, grid(), { ...again, 'meaning-0': 'blank', [cell('NI 15', '2009-M03')]: '1.2' })
    assert.equal(answered.statusCode, 303)
    assert.deepEqual(await kept(), ['NI 8 41.2 1 final', 'NI 15 1.2 1 final'])
  })

  test('a meaning that was said stays said while something else is mended', async () => {
    const first = await save({ [cell('NI 8')]: 'n/a', [cell('NI 9')]: '1.2.3' })
    assert.match(first.body, /id="meaning-0-3"[^>]* checked|value="not-applicable" checked/)
    const second = await app.post(app.officer, grid(), { ...formOf(first.body), 'meaning-0': 'suppressed' })
    assert.match(second.body, /value="suppressed" checked/)
    await app.post(app.officer, grid(), { ...formOf(second.body), [cell('NI 9')]: '1.2' })
    assert.deepEqual(await kept(), ['NI 8 suppressed 1 final', 'NI 9 1.2 1 final'])
  })

  test('a final figure changes with a reason that is asked for once', async () => {
    await save({ [cell('NI 8')]: '41.2', [cell('NI 9')]: '12' })
    const typed = { [cell('NI 8')]: '42', [cell('NI 9')]: '13' }
    const asked = await save(typed)
    assert.equal(asked.statusCode, 422)
    assert.equal(asked.body.match(/href="#reason"/g)?.length, 1)
    assert.equal((await save({ ...typed, reason: 'Late records' })).statusCode, 303)
    assert.deepEqual(await kept(), ['NI 8 41.2 1 old final', 'NI 8 42 2 final', 'NI 9 12 1 old final', 'NI 9 13 2 final'])
  })

  test('of two who change one cell, the second sees the first’s figure; other cells of the first are not undone', async () => {
    await save({ [cell('NI 8')]: '41.2', [cell('NI 9')]: '12', status: 'provisional' })
    const second = await filled({ [cell('NI 8')]: '44' })
    await save({ [cell('NI 8')]: '43', [cell('NI 9')]: '13' })
    const told = await app.post(app.administrator, grid(), second)
    assert.equal(told.statusCode, 422)
    assert.match(told.body, /While you were writing, Priya Nair reported 43.0%/)
    assert.match(told.body, new RegExp(`id="${cell('NI 8')}"[^>]* value="44"`))
    assert.match(told.body, new RegExp(`id="${cell('NI 9')}"[^>]* value="13"`))
    const again = formOf(told.body)
    assert.equal((await app.post(app.administrator, grid(), { ...again, reason: 'Agreed with Priya' })).statusCode, 303)
    assert.deepEqual(
      (await kept()).filter(row => !row.includes('old')),
      ['NI 8 44 3 final', 'NI 9 13 2 final'],
    )
  })

  test('areas stand across for one period', async () => {
    const query = 'of=returns&span=2008-09-Q4&by=area'
    assert.equal((await save({ [cell('NI 8')]: '1', [cell('NI 8', '2008-09-Q4', district)]: '2' }, query)).statusCode, 303)
    assert.deepEqual(await kept(), ['NI 8 1 1 final', 'NI 8 2 1 final'])
  })

  test('twenty who save at once make one figure, and nineteen are shown it', async () => {
    const form = await filled({})
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => app.post(app.officer, grid(), { ...form, [cell('NI 8')]: String(40 + n) })),
    )
    assert.equal(answers.filter(({ statusCode }) => statusCode === 303).length, 1)
    assert.equal(answers.filter(({ statusCode }) => statusCode === 422).length, 19)
    assert.equal((await kept()).length, 1)
  })

  test('a reader types nothing, a stranger finds nothing, and what there is not is not there', async () => {
    assert.equal((await app.get(app.reader, grid())).statusCode, 403)
    assert.equal((await app.post(app.reader, grid(), {})).statusCode, 403)
    assert.equal((await app.get(app.stranger, `/elmbridge/${grid()}`)).statusCode, 404)
    for (const query of ['theme=999', 'area=999']) assert.equal((await app.get(app.officer, grid(query))).statusCode, 404)
    assert.equal((await app.get(app.officer, 'agreements/999/grid')).statusCode, 404)
    assert.equal((await app.get(app.officer, grid('of=x&span=never&by=y&kind=z'))).statusCode, 200)
  })
})

describe('the grid of targets', () => {
  const query = 'of=targets&span=2008-09&kind=target'
  const targets = async () =>
    (
      await app.owner<{ reference: string; value: string; endsOn: string }[]>`
        select i.reference, t.value, t.ends_on from performance.target t join performance.indicator i on i.id = t.indicator_id order by i.id, t.ends_on, t.starts_on`
    ).map(({ reference, value, endsOn }) => `${reference} ${value} ${endsOn}`)

  test('targets are set, changed and removed in one go', async () => {
    assert.equal(
      (await save({ [cell('NI 8', '2008-09')]: '45', [cell('NI 8')]: '44', [cell('NI 9', '2008-09')]: '12' }, query)).statusCode,
      303,
    )
    assert.deepEqual(await targets(), ['NI 8 45 2009-03-31', 'NI 8 44 2009-03-31', 'NI 9 12 2009-03-31'])
    assert.equal((await save({ [cell('NI 8', '2008-09')]: '46', [cell('NI 9', '2008-09')]: '' }, query)).statusCode, 303)
    assert.deepEqual(await targets(), ['NI 8 46 2009-03-31', 'NI 8 44 2009-03-31'])
    assert.equal((await save({ [cell('NI 8', '2008-09')]: '..' }, query)).statusCode, 422)
    assert.doesNotMatch((await app.get(app.officer, grid(query))).body, /How settled/)
  })
})

describe('whose figures they are, and what is locked', () => {
  test('a contributor finds the indicators of their organisations, and no targets', async () => {
    const { agreementId, police, county } = await exampleSetting(app)
    await reportsFor(app, app.contributor, [police])
    const address = `agreements/${agreementId}/grid?of=returns&span=2008-09-Q4`
    const { body } = await app.get(app.contributor, address)
    assert.match(body, /Burglaries/)
    assert.doesNotMatch(body, /Fires/)
    assert.match((await app.get(app.contributor, `agreements/${agreementId}`)).body, /Type or paste returns/)
    assert.equal((await app.get(app.contributor, address.replace('of=returns', 'of=targets'))).statusCode, 403)

    const id = (title: string) => app.owner<{ id: number }[]>`select id from performance.indicator where title = ${title}`
    const [[burglaries], [fires]] = [await id('Burglaries'), await id('Fires')]
    const typed = { [`cell-${burglaries?.id}-${county}-2008-09-Q4`]: '40', [`cell-${fires?.id}-${county}-2008-09-Q4`]: '50' }
    assert.equal((await app.post(app.contributor, address, typed)).statusCode, 303)
    assert.deepEqual(
      (await app.owner<{ value: string }[]>`select value from performance.data_return`).map(({ value }) => value),
      ['40'],
    )
  })

  test('what is locked is shown and cannot be typed into; what was locked meanwhile is refused', async () => {
    await save({ [cell('NI 8')]: '41.2' })
    const before = await filled({ [cell('NI 8')]: '42', reason: 'Recount' })
    const lockedAt = Temporal.Instant.from('2009-05-06T09:00:00Z')
    const span = examplePeriod('2008-09-Q4')
    const locking = { ...span, agreementId: agreement, reason: '', lockedAt, lockedBy: null, lockedByName: 'Amina Siddiqui' }
    await app.visit('write', db => addLocking(db, locking, [...ids.values()]))
    const { body } = await app.get(app.officer, grid())
    assert.doesNotMatch(body, /<input class="govuk-input" id="cell-/)
    assert.match(body, />41\.2<\/span><span class="gt-note">locked</)
    const refused = await app.post(app.officer, grid(), before)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /NI 8, Q4 2008-09: Q4 2008-09 was locked on 6 May 2009 by Amina Siddiqui/)
    assert.deepEqual(await kept(), ['NI 8 41.2 1 final'])
  })
})
