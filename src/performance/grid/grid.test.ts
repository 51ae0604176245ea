import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { decimal, toText } from '../../kernel/decimal.ts'
import type { Area } from '../../partnership/index.ts'
import type { Revision } from '../data-return/data-return.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { examplePeriod } from '../judgement/example.ts'
import { exampleId } from '../standing/example.ts'
import { exampleMeasure } from '../target/example.ts'
import type { KeptTarget, TargetKind } from '../target/target.ts'
import { type Entry, type Meaning, periodsWithin, settleReturns, settleTargets } from './grid.ts'
import { type Asked, tablesOf } from './layout.ts'

const today = day('2009-05-06')
const measure = exampleMeasure()
const place = { indicatorId: measure.id, areaId: exampleId<'area'>(1), ...examplePeriod('2008-09-Q4') }
const cell = (typed: string, seen = '', changes: Partial<Indicator> = {}, period = '2008-09-Q4'): Entry => ({
  place: { ...place, ...examplePeriod(period) },
  indicator: exampleMeasure(changes),
  typed,
  seen,
})
/** On the second quarter. */
const locks = [{ ...examplePeriod('2008-09-Q2'), lockedAt: Temporal.Instant.from('2008-11-06T09:00:00Z'), lockedByName: 'Amina Siddiqui' }]
const held = (value: string | null, changes: Partial<Revision> = {}): Revision => ({
  value: value === null ? null : decimal(value),
  absence: null,
  numerator: null,
  denominator: null,
  status: 'final',
  source: 'Active People',
  reason: '',
  revision: 3,
  reportedBy: 4,
  reportedByName: 'Tom Ellery',
  reportedAt: Temporal.Instant.from('2009-05-01T09:00:00Z'),
  importId: null,
  ...changes,
})

describe('a cell of returns', () => {
  type Said = { reason?: string; status?: 'final' | 'provisional'; replacesFinal?: boolean; meanings?: Record<string, Meaning> }
  const settle = (
    entries: readonly Entry[],
    latest: Revision | null,
    { reason = '', status = 'final', replacesFinal = false, meanings = {} }: Said = {},
  ) => settleReturns(entries, { today, reason, status, replacesFinal, meanings, latestOf: () => latest, locksOf: () => locks })

  /** Expected: what is to be recorded, nothing, or why not. */
  const check = (name: string, entry: Entry, latest: Revision | null, expected: string | null | RegExp, said: Said = {}) =>
    test(name, () => {
      const { changes, problems } = settle([entry], latest, said)
      if (expected instanceof RegExp) assert.match(problems.map(({ field, text }) => `${field}: ${text}`).join('; '), expected)
      else {
        assert.deepEqual(problems, [])
        assert.equal(changes.map(({ draft }) => (draft.value ? toText(draft.value) : draft.absence)).join() || null, expected)
      }
    })

  check('takes numbers as people write them', cell(' 1,234.5 '), null, '1234.5')
  check('takes what is meant by a percentage', cell('12.5%'), null, '12.5')
  check('says what it cannot take', cell('12.5.3'), null, /^cell-\d+-1-2008-09-Q4: Enter a number/)
  check('that was not touched says nothing, whatever came meanwhile', cell('41.2', '41.2'), held('43'), null)
  check('with the same number again says nothing', cell('41.20', '41.2'), held('41.2'), null)
  check('that another changed meanwhile shows it', cell('42', '41.2'), held('43'), /While you were writing, Tom Ellery reported 43/)
  check('into which another typed the same says nothing', cell('43', '41.2'), held('43'), null)
  check('that was empty and that another filled shows it', cell('42', ''), held('43'), /While you were writing/)
  check('of a final figure wants a reason', cell('42', '41.2'), held('41.2'), /^reason: .*Say why the final figure of 41.2% changes/)
  check('has one', cell('42', '41.2'), held('41.2'), '42', { reason: 'Late records' })
  check('of a provisional figure wants none', cell('42', '41.2'), held('41.2', { status: 'provisional' }), '42')
  check('that is emptied withdraws its figure, with a reason', cell('', '41.2'), held('41.2'), /^reason: .*why the figure is withdrawn/)
  check('and withdraws it', cell('', '41.2'), held('41.2'), 'withdrawn', { reason: 'Of another county' })
  check('what is not final takes the place of what is only when that is confirmed', cell('42', '41.2'), held('41.2'), /replacesFinal: /, {
    status: 'provisional',
    reason: 'x',
  })
  check('and then it does', cell('42', '41.2'), held('41.2'), '42', { status: 'provisional', reason: 'x', replacesFinal: true })
  check(
    'of a period that is not over has no final figure',
    cell('42', '', {}, '2009-10-Q1'),
    null,
    /^cell-.*is not over until 30 June 2009/,
  )
  check(
    'of a locked period is not written',
    cell('42', '', {}, '2008-09-Q2'),
    null,
    /^cell-.*: Q2 2008-09 was locked on 6 November 2008 by Amina Siddiqui/,
  )
  check('says what there is none for', cell('Suppressed'), null, 'suppressed')
  check('asks what a sign means', cell('..'), null, /Say what “..” means/)
  check('asks what a word means', cell('N/A'), null, /Say what “N\/A” means/)
  check('knows it once it was said', cell('N/A'), null, 'not-applicable', { meanings: { 'n/a': 'not-applicable' } })
  check('leaves empty what was said to mean nothing', cell('-'), null, null, { meanings: { '-': 'blank' } })

  test('each sign is asked about once, with what it is likely to mean', () => {
    const { signs } = settle([cell('n/a'), cell('N/A '), cell('..'), cell('<5')], null)
    assert.deepEqual(signs, [
      { sign: 'n/a', likely: 'not-applicable' },
      { sign: '..', likely: 'not-published' },
      { sign: '<5', likely: 'suppressed' },
    ])
  })

  test('a reason is asked for once', () => {
    const entries = [cell('42', '41.2'), cell('43', '41.2', {}, '2008-09-Q3')]
    const { problems } = settle(entries, held('41.2'))
    assert.deepEqual(
      problems.map(({ field }) => field),
      ['reason'],
    )
    assert.match(problems[0]?.text ?? '', /2 figures: .*Q4 2008-09; .*Q3 2008-09\)$/)
  })
})

describe('a cell of targets', () => {
  const target = (value: string | null, low: string | null = null, high: string | null = null): KeptTarget => ({
    id: exampleId(9),
    kind: 'target',
    areaId: place.areaId,
    ...examplePeriod('2008-09-Q4'),
    value: value ? decimal(value) : null,
    low: low ? decimal(low) : null,
    high: high ? decimal(high) : null,
  })
  const check = (name: string, entry: Entry, there: KeptTarget | null, expected: string | null | RegExp, kind: TargetKind = 'target') =>
    test(name, () => {
      const { changes, problems } = settleTargets([entry], {
        kind,
        toleranceOf: () => ({ kind: 'relative', amount: decimal('0.05') }),
        heldOf: () => there,
        locksOf: () => locks,
      })
      if (expected instanceof RegExp) assert.match(problems.map(({ field, text }) => `${field}: ${text}`).join('; '), expected)
      else {
        assert.deepEqual(problems, [])
        const said = changes.map(({ draft }) =>
          draft === null ? 'removed' : [draft.value, draft.low, draft.high].flatMap(each => (each ? toText(each) : [])).join('–'),
        )
        assert.equal(said.join() || null, expected)
      }
    })

  check('is set', cell('45%'), null, '45')
  check('is changed', cell('46', '45'), target('45'), '46')
  check('the same again says nothing', cell('45.0', '45'), target('45'), null)
  check('is removed when it is emptied', cell('', '45'), target('45'), 'removed')
  check('that another changed meanwhile shows it', cell('46', '45'), target('50'), /^cell-.*somebody set this to 50%/)
  check('that another removed shows it', cell('46', '45'), null, /somebody removed this target/)
  check(
    'of a locked period is not set',
    { ...cell('46'), place: { ...place, ...examplePeriod('2008-09-Q2') } },
    null,
    /^cell-.*: Q2 2008-09 was locked/,
  )
  check('is no sign', cell('..'), null, /not a number/)
  for (const range of ['10 to 20', '10–20', '10 - 20', '10% to 20%'])
    check(`a range, ${range}`, cell(range, '', { polarity: 'range' }), null, '10–20')
  check('a range wants two bounds', cell('10', '', { polarity: 'range' }), null, /two bounds/)
  check('the right way round', cell('20 to 10', '', { polarity: 'range' }), null, /must not be below/)
  check('but its baseline is one number', cell('10', '', { polarity: 'range' }), null, '10', 'baseline')
})

describe('which cells there are', () => {
  const asked = (changes: Partial<Asked> = {}): Asked => ({
    what: 'returns',
    by: 'period',
    span: examplePeriod('2008-09'),
    themeId: null,
    kind: 'target',
    areaId: exampleId(1),
    ...changes,
  })
  const areas: Area[] = [
    { id: exampleId(1), name: 'Wexcombe', code: 'X1', kind: 'county', parentId: null },
    { id: exampleId(2), name: 'Arnemouth', code: 'X2', kind: 'district', parentId: exampleId(1) },
  ]
  const labels = (changes: Partial<Asked>, frequency: Indicator['frequency']) =>
    tablesOf([exampleMeasure({ frequency })], asked(changes), areas, today).map(({ period, columns }) => [
      period,
      ...columns.map(({ label }) => label),
    ])

  test('to close a quarter is to have what ends in it', () => {
    const span = examplePeriod('2008-09-Q4')
    assert.deepEqual(periodsWithin(span, 'month').length, 3)
    assert.deepEqual(labels({ span }, 'quarter'), [[null, 'Q4 2008-09']])
    assert.deepEqual(labels({ span }, 'financial-year'), [[null, '2008-09']])
    assert.deepEqual(labels({ span: examplePeriod('2008-09-Q3') }, 'financial-year'), [])
    assert.deepEqual(labels({ span }, 'survey'), [])
  })

  test('nothing is known of what has not begun, but it has targets, and so has the year', () => {
    const span = examplePeriod('2009-10')
    assert.deepEqual(labels({ span }, 'quarter'), [[null, 'Q1 2009-10']])
    assert.deepEqual(labels({ span, what: 'targets' }, 'quarter'), [
      [null, 'Q1 2009-10', 'Q2 2009-10', 'Q3 2009-10', 'Q4 2009-10', '2009-10'],
    ])
    assert.deepEqual(labels({ span, what: 'targets' }, 'financial-year'), [[null, '2009-10']])
  })

  test('areas across have one period', () => assert.deepEqual(labels({ by: 'area' }, 'quarter'), [['Q4 2008-09', 'Wexcombe', 'Arnemouth']]))
})
