import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decimal } from '../../kernel/decimal.ts'
import { previous } from '../../kernel/period.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { examplePeriod } from '../judgement/example.ts'
import { exampleMeasure } from '../target/example.ts'
import { type Earlier, examine, type Part, tooFewForJumps } from './data-check.ts'

type Case = {
  readonly of?: Partial<Indicator>
  readonly value: string
  readonly made?: readonly [numerator: string, denominator: string]
  /** Of the periods before, the oldest first; '' where there was none. */
  readonly before?: string
  /** Arnemouth, Holt Vale and so on. */
  readonly parts?: string
  readonly partsCameToIt?: boolean | null
  readonly period?: string
}

const names = ['Arnemouth', 'Holt Vale', 'Tarrant Downs']

function findings({ of = {}, value, made, before = '', parts = '', partsCameToIt = null, period = '2008-09-Q4' }: Case): string[] {
  const indicator = exampleMeasure(of)
  const checked = examplePeriod(period)
  return examine({
    indicator,
    checked: { ...checked, value: decimal(value), numerator: made ? decimal(made[0]) : null, denominator: made ? decimal(made[1]) : null },
    earlier: earlierThan(indicator, period, before),
    parts:
      parts === '' ? [] : parts.split(' ').map((each, at): Part => ({ name: names[at] ?? '', value: each === '-' ? null : decimal(each) })),
    partsCameToIt,
  }).map(({ text }) => text)
}

function earlierThan(indicator: Indicator, code: string, values: string): Earlier[] {
  const earlier: Earlier[] = []
  let period = examplePeriod(code)
  for (const value of values.split(' ').toReversed()) {
    period = previous(period, indicator.frequency ?? 'quarter') ?? period
    if (value !== '' && value !== '-') earlier.unshift({ ...period, value: decimal(value) })
  }
  return earlier
}

function table(what: string, cases: readonly (readonly [name: string, asked: Case, found: RegExp | null])[]) {
  describe(what, () => {
    for (const [name, asked, found] of cases)
      test(name, () => {
        const told = findings(asked)
        if (found === null) assert.deepEqual(told, [])
        else {
          assert.equal(told.length, 1, told.join('\n'))
          assert.match(told[0] ?? '', found)
        }
      })
  })
}

table('a value is what its numerator and denominator make', [
  ['a percentage to one place', { value: '41.2', made: ['412', '1000'] }, null],
  ['rounded as it is shown', { value: '33.3', made: ['1', '3'] }, null],
  ['a half is rounded away from zero', { value: '12.3', made: ['1225', '10000'] }, null],
  ['a tenth beside it', { value: '33.4', made: ['1', '3'] }, /^The figure is 33\.4%, but 1 of 3 is 33\.3%$/],
  ['digits that changed places', { value: '42.1', made: ['412', '1000'] }, /42\.1%, but 412 of 1,000 is 41\.2%/],
  ['a rate per thousand', { of: { valueType: 'rate', ratePer: 1000 }, value: '2.5', made: ['12', '4800'] }, null],
  [
    'a rate per the wrong number',
    { of: { valueType: 'rate', ratePer: 1000 }, value: '0.3', made: ['12', '4800'] },
    /12 of 4,800 is 2\.5 per 1,000/,
  ],
  ['nothing of nothing cannot be told', { value: '0', made: ['0', '0'] }, null],
])

table('a percentage lies between 0 and 100', [
  ['all', { value: '100' }, null],
  ['none', { value: '0' }, null],
  ['more than all', { value: '104' }, /^104% is more than 100%$/],
  ['by a hair', { value: '100.01' }, /100\.01% is more than 100%/],
  ['less than none', { value: '-0.5' }, /^−0\.5% is less than 0%$/],
  ['what is no percentage may be more', { of: { valueType: 'ratio' }, value: '104' }, null],
])

const count = { valueType: 'number', decimals: 0 } as const
table('a count is whole and not negative', [
  ['a number', { of: count, value: '12' }, null],
  ['written with places that say nothing', { of: count, value: '12.00' }, null],
  ['a part of one', { of: count, value: '12.5' }, /^12\.5 is not a whole number, and this is a count$/],
  ['less than nothing', { of: count, value: '-3' }, /^−3 is less than 0, which a count cannot be$/],
  ['an index with places', { of: { valueType: 'number', decimals: 1 }, value: '-3.5' }, null],
  ['a sum that is owed', { of: { valueType: 'money', decimals: 0 }, value: '-300' }, null],
  ['days', { of: { valueType: 'days', decimals: 0 }, value: '-2' }, /−2 days is less than 0/],
])

const cumulative = { ...count, measurement: 'cumulative' } as const
table('what adds up through the year does not grow less', [
  ['it grows', { of: cumulative, value: '40', before: '10 20 30' }, null],
  ['it stands still', { of: cumulative, value: '30', before: '10 20 30' }, null],
  ['it falls', { of: cumulative, value: '29', before: '10 20 30' }, /^29 is less than 30 in Q3 2008-09, and it adds up through the year$/],
  ['a new year begins again', { of: cumulative, value: '11', before: '10 20 30 40', period: '2009-10-Q1' }, null],
])

const quiet = '40 41 40.5 41.5 41 40 41'
table('a jump is beyond what the series did before', [
  ['as unsteady as ever', { value: '42', before: quiet }, null],
  [
    'a jump',
    { value: '47', before: quiet },
    /^47\.0% is up 6 points since Q3 2008-09; the 6 changes before were 1 point as a rule and 1 point at most$/,
  ],
  ['a fall', { value: '30', before: quiet }, /down 11 points/],
  ['larger than any before, but not by much', { value: '42.5', before: quiet }, null],
  ['no larger than one before', { value: '50', before: '40 50 41 40 41 40 41' }, null],
  ['one bad figure in the past does not excuse a worse one', { value: '80', before: '40 41 60 41 40 41 40' }, /up 40 points/],
  ['five changes are too few', { value: '90', before: '40 41 40 41 40 41' }, null],
  ['a gap is no change', { value: '90', before: '40 41 40 - 40 41 40 41' }, null],
  ['nor is one between the figure and those before', { value: '90', before: `${quiet} -` }, null],
  ['a series that never moved, and moves', { value: '40.5', before: '40 40 40 40.2 40.2 40.2 40.2' }, /up 0\.3 points/],
  ['steady growth is none', { of: cumulative, value: '40', before: '10 21 30 41 10 19 30 40 11 20 30' }, null],
  [
    'of what adds up it is what was added',
    { of: cumulative, value: '95', before: '10 21 30 41 10 19 30 40 11 20 30' },
    /^95 means that 55 more was added than in Q3 2008-09; the 10 changes before/,
  ],
])

test('why a jump cannot be told is said', () => {
  const indicator = exampleMeasure()
  assert.match(tooFewForJumps(indicator, earlierThan(indicator, '2008-09-Q4', '40 41 40')) ?? '', /^2 of the 6 earlier changes/)
  assert.equal(tooFewForJumps(indicator, earlierThan(indicator, '2008-09-Q4', quiet)), null)
})

table('the same for many periods is copied rather than counted', [
  ['four times', { value: '41.2', before: '40 41.2 41.2 41.2' }, null],
  [
    'five times',
    { value: '41.2', before: '40 41.2 41.2 41.2 41.2' },
    /^41\.2% for the 5 periods running since Q4 2007-08: see whether it was counted anew$/,
  ],
  ['from the beginning', { value: '41.2', before: '41.2 41.20 41.2 41.2 41.2' }, /for the 6 periods running since/],
  ['nothing at all goes on', { value: '0', before: '0 0 0 0 0 0' }, null],
  ['so does a handful', { of: count, value: '3', before: '3 3 3 3 3 3' }, null],
])

table('places that no figure before had', [
  ['as many as are shown', { value: '41.2', before: '40 41 42.5' }, null],
  [
    'more',
    { value: '41.2374', before: '40 41 42.5' },
    /^41\.2374 has 4 decimal places, where the figures before had 1 at most; it is shown as 41\.2%$/,
  ],
  ['as before', { value: '41.2374', before: '40.12 41.1 42.5123' }, null],
  ['a quotient has as many as it likes', { value: '33.33333333', made: ['1', '3'], before: '40 41 42.5' }, null],
  ['there is too little to compare with', { value: '41.2374', before: '40 41' }, null],
])

table('a whole is what its areas come to', [
  ['it is', { of: count, value: '60', parts: '10 20 30' }, null],
  [
    'it is not',
    { of: count, value: '62', parts: '10 20 30' },
    /^62 is not what its 3 areas come to, 60 \(Arnemouth 10, Holt Vale 20, Tarrant Downs 30\)$/,
  ],
  ['one is missing', { of: count, value: '62', parts: '10 20 -' }, null],
  ['it never was', { of: count, value: '62', parts: '10 20 30', partsCameToIt: false }, null],
  ['percentages do not add up', { value: '62', parts: '10 20 30' }, null],
  ['money does', { of: { valueType: 'money', decimals: 0 }, value: '62', parts: '10 20 30', partsCameToIt: true }, /^£62 is not/],
  ['one part is no sum', { of: count, value: '62', parts: '10' }, null],
])

test('all that there is to say is said', () => {
  assert.equal(findings({ of: count, value: '-3.5', parts: '10 20 30' }).length, 2)
})
