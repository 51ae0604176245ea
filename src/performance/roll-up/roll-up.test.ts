import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decimal, toText } from '../../kernel/decimal.ts'
import type { Area } from '../../partnership/index.ts'
import { examplePeriod, exampleReturn } from '../judgement/example.ts'
import { exampleId, exampleStanding } from '../standing/example.ts'
import { apart, type HowRolledUp, type PartReturn, partsOf, rollUp, withWorkedOut } from './roll-up.ts'
import { partsInWords, rolledUpWords } from './words.ts'

const area = (id: number, name: string, kind: Area['kind'], parentId: number | null): Area => ({
  id: exampleId(id),
  code: null,
  name,
  kind,
  parentId: parentId === null ? null : exampleId(parentId),
})
const county = area(1, 'Wexcombe', 'county', null)
const districts = [area(2, 'Arnemouth', 'district', 1), area(3, 'Holt Vale', 'district', 1)]
const ids = districts.map(({ id }) => id)

type Said = {
  value?: string | null
  of?: readonly [numerator: string, denominator: string]
  status?: PartReturn['status']
  period?: string
}
const part = (id: number, { value = '1', of, status = 'final', period = '2008-09-Q4' }: Said): PartReturn => ({
  ...examplePeriod(period),
  areaId: exampleId(id),
  value: value === null ? null : decimal(value),
  numerator: of === undefined ? null : decimal(of[0]),
  denominator: of === undefined ? null : decimal(of[1]),
  status,
})
const sum: HowRolledUp = { rollUp: 'sum', valueType: 'number', ratePer: null, decimals: 0 }
const percentage: HowRolledUp = { rollUp: 'weighted', valueType: 'percentage', ratePer: null, decimals: 1 }
const worked = (how: HowRolledUp, ...returns: PartReturn[]) =>
  rollUp(how, ids, returns).map(({ value, missing }) => [value && toText(value), missing])

describe('the parts of an area', () => {
  test('are what lies directly in it, of the widest kind, so that nobody is counted twice', () => {
    const all = [county, ...districts, area(4, 'A ward of Arnemouth', 'ward', 2), area(5, 'A ward said to lie in the county', 'ward', 1)]
    assert.deepEqual(partsOf(all, county.id), districts)
    assert.deepEqual(
      partsOf(all, exampleId(2)).map(({ id }) => id),
      [4],
    )
    assert.deepEqual(partsOf(all, exampleId(3)), [])
  })

  test('are called by their kind where they are all of one', () => {
    assert.equal(partsInWords(districts), '2 districts')
    assert.equal(partsInWords([...districts, area(6, 'Northmoor', 'unitary', 1)]), '3 areas')
    assert.equal(partsInWords(districts.slice(0, 1)), '1 area')
  })
})

describe('a roll-up', () => {
  const cases: readonly [string, HowRolledUp, readonly PartReturn[], string | null][] = [
    ['adds up', sum, [part(2, { value: '207' }), part(3, { value: '205' })], '412'],
    ['adds up before it rounds', sum, [part(2, { value: '0.25' }), part(3, { value: '0.25' })], '1'],
    ['is exact where floats are not', { ...sum, decimals: 1 }, [part(2, { value: '0.1' }), part(3, { value: '0.2' })], '0.3'],
    ['is nothing while none has a figure', sum, [], null],
    [
      'weighs by denominator, and is no mean of percentages',
      percentage,
      [part(2, { of: ['90', '100'] }), part(3, { of: ['100', '900'] })],
      '19.0',
    ],
    ['rounds a half away from zero', percentage, [part(2, { of: ['1', '1000'] }), part(3, { of: ['0', '1000'] })], '0.1'],
    [
      'is per so many',
      { ...percentage, valueType: 'rate', ratePer: 100_000 },
      [part(2, { of: ['12', '40000'] }), part(3, { of: ['9', '20000'] })],
      '35.0',
    ],
    [
      'of a number is one over the other',
      { ...percentage, valueType: 'days' },
      [part(2, { of: ['40', '8'] }), part(3, { of: ['20', '2'] })],
      '6.0',
    ],
    ['of denominators of 0 is not known', percentage, [part(2, { of: ['0', '0'] }), part(3, { of: ['0', '0'] })], null],
  ]
  for (const [what, how, returns, expected] of cases) test(what, () => assert.equal(worked(how, ...returns)[0]?.[0] ?? null, expected))

  test('has no figure while a part is missing, suppressed, or without what it is weighed by, and says which', () => {
    assert.deepEqual(worked(sum, part(2, {})), [[null, [3]]])
    assert.deepEqual(worked(sum, part(2, {}), part(3, { value: null })), [[null, [3]]])
    assert.deepEqual(worked(percentage, part(2, { of: ['1', '2'] }), part(3, { value: '50' })), [[null, [3]]])
  })

  test('is never made of different periods', () => {
    assert.deepEqual(worked(sum, part(2, { period: '2008-09-Q3' }), part(3, { period: '2008-09-Q4' }), part(3, { period: '2008-09' })), [
      [null, [3]],
      [null, [2]],
      [null, [2]],
    ])
  })

  test('is as unsettled as the least settled part, and nothing where the definition does not allow it', () => {
    assert.equal(rollUp(sum, ids, [part(2, { status: 'provisional' }), part(3, {})])[0]?.status, 'provisional')
    assert.deepEqual(rollUp({ ...sum, rollUp: 'none' }, ids, [part(2, {}), part(3, {})]), [])
  })
})

describe('beside what was reported', () => {
  const rolled = rollUp(sum, ids, [
    part(2, { value: '207' }),
    part(3, { value: '205' }),
    part(2, { period: '2008-09-Q3' }),
    part(3, { period: '2008-09-Q3' }),
  ])

  test('the reported figure stays, even one that says there is none; a period without one is filled, in its order', () => {
    const own = [exampleReturn('2008-09-Q2', '9'), exampleReturn('2008-09-Q4', 'suppressed')]
    assert.deepEqual(
      withWorkedOut(own, rolled).map(({ endsOn, value, workedOutFrom }) => [endsOn, value && toText(value), workedOutFrom]),
      [
        ['2008-09-30', '9', undefined],
        ['2008-12-31', '2', 2],
        ['2009-03-31', null, undefined],
      ],
    )
  })

  test('a difference is found, and what was worked out is not compared with itself', () => {
    const own = withWorkedOut([exampleReturn('2008-09-Q4', '410')], rolled)
    assert.deepEqual(
      rolled.map(each => apart(each, own, 0)).map(each => each && toText(each)),
      [null, '2'],
    )
    const { indicator } = exampleStanding({ indicator: { ...sum, unit: 'homes' } })
    const words = rolledUpWords({ whole: county, parts: districts, rolledUp: rolled }, own, indicator)
    assert.deepEqual(words?.findings, ['Q4 2008-09: the 2 districts add up to 412 homes, Wexcombe reported 410 homes.'])
    assert.deepEqual(
      words?.rows.map(({ period, value, reported, difference }) => [period, value, reported, difference]),
      [
        ['Q4 2008-09', '412 homes', '410 homes', '2 more'],
        ['Q3 2008-09', '2 homes', null, null],
      ],
    )
  })

  test('agreement is said too, and what is missing by name', () => {
    const { indicator } = exampleStanding({ indicator: sum })
    const some = rollUp(sum, ids, [part(2, { value: '207' }), part(3, { value: '205' }), part(2, { period: '2008-09-Q3' })])
    const words = rolledUpWords({ whole: county, parts: districts, rolledUp: some }, [exampleReturn('2008-09-Q4', '412')], indicator)
    assert.deepEqual(words?.findings, ['The 2 districts and Wexcombe agree in the one period for which both have a figure.'])
    assert.equal(words?.rows[1]?.missing, 'missing: Holt Vale')
  })
})
