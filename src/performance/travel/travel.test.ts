import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { decimal, toText } from '../../kernel/decimal.ts'
import { exampleIndicator, exampleReturn, exampleTarget } from '../judgement/example.ts'
import type { Judgeable, Return, Target } from '../judgement/judgement.ts'
import { type Comparison, type Direction, overlaps, travel, travelWords } from './travel.ts'

type Case = {
  readonly indicator?: Partial<Judgeable>
  readonly returns: readonly Return[]
  readonly targets?: readonly Target[]
  readonly comparison?: Comparison
}
const found = ({ indicator = {}, returns, targets = [], comparison = 'short' }: Case) =>
  travel({ indicator: exampleIndicator(indicator), return: returns[0] ?? null, returns, targets }, comparison)

describe('the direction of travel', () => {
  const check = (name: string, it: Case, direction: Direction, change: string) =>
    test(`${name}: ${direction}`, () => {
      const travelled = found(it)
      assert.ok(travelled.kind === 'comparable')
      assert.equal(travelled.direction, direction)
      assert.equal(toText(travelled.change), change)
    })
  const pair = (now: string, before: string) => [exampleReturn('2008-09-Q4', now), exampleReturn('2008-09-Q3', before)]

  check('higher is better, and it went up', { returns: pair('45', '41.2') }, 'improving', '3.8')
  check('higher is better, and it went down', { returns: pair('41.2', '45') }, 'worsening', '-3.8')
  check('lower is better, and it went down', { indicator: { polarity: 'lower' }, returns: pair('41.2', '45') }, 'improving', '-3.8')
  check('lower is better, and it went up', { indicator: { polarity: 'lower' }, returns: pair('45', '41.2') }, 'worsening', '3.8')
  check('neither is better', { indicator: { polarity: 'none' }, returns: pair('45', '41.2') }, 'up', '3.8')
  check('one unit of the reported precision', { returns: pair('41.3', '41.2') }, 'no-change', '0.1')
  check('two units of it', { returns: pair('41.4', '41.2') }, 'improving', '0.2')
  check('a difference that rounding takes away', { returns: pair('41.24', '41.16') }, 'no-change', '0.0')
  check('one whole number', { indicator: { decimals: 0 }, returns: pair('12', '11') }, 'no-change', '1')
  check(
    'the same period last year',
    { returns: [exampleReturn('2008-09-Q4', '45'), exampleReturn('2007-08-Q4', '50')], comparison: 'long' },
    'worsening',
    '-5.0',
  )
  check(
    'a figure that adds up, on the same period last year',
    {
      indicator: { measurement: 'cumulative' },
      returns: [exampleReturn('2008-09-Q2', '45'), exampleReturn('2007-08-Q2', '40')],
      comparison: 'long',
    },
    'improving',
    '5.0',
  )
  check(
    'the baseline',
    { returns: [exampleReturn('2008-09-Q4', '45')], targets: [exampleTarget('2007-08', '40', 'baseline')], comparison: 'baseline' },
    'improving',
    '5.0',
  )
  check(
    'the baseline, when the year that adds up is over',
    {
      indicator: { measurement: 'cumulative' },
      returns: [exampleReturn('2008-09-Q4', '45')],
      targets: [exampleTarget('2007-08', '40', 'baseline')],
      comparison: 'baseline',
    },
    'improving',
    '5.0',
  )
  check(
    'the one before of the same length, where it is not known how often figures come',
    {
      indicator: { frequency: null },
      returns: [exampleReturn('2008-09-Q4', '45'), exampleReturn('2007-08', '50'), exampleReturn('2007-08-Q4', '40')],
    },
    'improving',
    '5.0',
  )
  check(
    'nearer to an interim range',
    { indicator: { polarity: 'range' }, returns: pair('22', '25'), targets: [exampleTarget('2008-09-Q4', '10 to 20', 'interim')] },
    'improving',
    '-3.0',
  )
  check(
    'nearer to a range',
    { indicator: { polarity: 'range' }, returns: pair('22', '25'), targets: [exampleTarget('2008-09', '10 to 20')] },
    'improving',
    '-3.0',
  )
  check(
    'within a range both times',
    { indicator: { polarity: 'range' }, returns: pair('11', '19'), targets: [exampleTarget('2008-09', '10 to 20')] },
    'no-change',
    '-8.0',
  )
  check(
    'a survey on the one before it',
    {
      indicator: { frequency: 'survey' },
      returns: [exampleReturn('2008-09-Q3', '30'), exampleReturn('2006-07-Q3', '27'), exampleReturn('2004-05-Q3', '40')],
    },
    'improving',
    '3.0',
  )
})

describe('a survey’s margin', () => {
  const asked = (code: string, said: string, sampleSize: number | null): Return => ({ ...exampleReturn(code, said), sampleSize })
  const check = (name: string, [before, now]: [Return, Return], direction: Direction, words: RegExp, indicator: Partial<Judgeable> = {}) =>
    test(name, () => {
      const measured = { frequency: 'survey', polarity: 'lower', ...indicator } as const
      const travelled = found({ indicator: measured, returns: [now, before] })
      assert.ok(travelled.kind === 'comparable')
      assert.equal(travelled.direction, direction)
      assert.match(travelWords(travelled, exampleIndicator(measured)), words)
    })
  const before = asked('2006-07-Q3', '27', 1100)

  check(
    'keeps a change within it from being called one',
    [before, asked('2008-09-Q3', '24', 1100)],
    'no-change',
    /^Down 3 points .* within the margin of the survey$/,
  )
  check('lets a larger one be one', [before, asked('2008-09-Q3', '12', 1100)], 'improving', /which is better$/)
  check('counts for what neither way is better', [before, asked('2008-09-Q3', '24', 1100)], 'no-change', /within the margin/, {
    polarity: 'none',
  })
  check('is wider with a design effect', [before, asked('2008-09-Q3', '22', 1100)], 'no-change', /within the margin/, {
    designEffect: decimal('2'),
  })
  check('is not known of a sample of unknown size', [before, asked('2008-09-Q3', '24', null)], 'improving', /which is better$/)
})

describe('not comparable', () => {
  const check = (name: string, it: Case, reason: RegExp) =>
    test(name, () => {
      const travelled = found(it)
      assert.ok(travelled.kind === 'not-comparable')
      assert.match(travelled.reason, reason)
    })

  check('without a figure', { returns: [exampleReturn('2008-09-Q4', 'suppressed')] }, /no figure to compare/)
  check('without an earlier one', { returns: [exampleReturn('2008-09-Q4', '45')] }, /no figure for Q3 2008-09/)
  check(
    'with an earlier one that was suppressed',
    { returns: [exampleReturn('2008-09-Q4', '45'), exampleReturn('2008-09-Q3', 'suppressed')] },
    /no figure for Q3/,
  )
  check(
    'within the year, where figures add up',
    { indicator: { measurement: 'cumulative' }, returns: [exampleReturn('2008-09-Q3', '45'), exampleReturn('2008-09-Q2', '30')] },
    /same period last year only/,
  )
  check(
    'part of a year with the whole of one',
    {
      indicator: { measurement: 'cumulative' },
      returns: [exampleReturn('2008-09-Q2', '45')],
      targets: [exampleTarget('2007-08', '90', 'baseline')],
      comparison: 'baseline',
    },
    /held to the baseline, 2007-08, when the year is over/,
  )
  check(
    'a quarter with a year, where it is not known how often figures come',
    { indicator: { frequency: null }, returns: [exampleReturn('2008-09-Q4', '45'), exampleReturn('2007-08', '40')] },
    /no earlier figure/,
  )
  check('without a baseline', { returns: [exampleReturn('2008-09-Q4', '45')], comparison: 'baseline' }, /no baseline/)
  check(
    'with a range that was never set',
    { indicator: { polarity: 'range' }, returns: [exampleReturn('2008-09-Q4', '45'), exampleReturn('2008-09-Q3', '30')] },
    /no target range/,
  )
})

test('it is said in a sentence', () => {
  const indicator = exampleIndicator({ polarity: 'lower' })
  const said = (now: string, before: string) => {
    const returns = [exampleReturn('2008-09-Q4', now), exampleReturn('2008-09-Q3', before)]
    return travelWords(travel({ indicator, return: returns[0] ?? null, returns, targets: [] }, 'short'), indicator)
  }
  assert.equal(said('40', '41.2'), 'Down 1.2 points on Q3 2008-09 (41.2%), which is better')
  assert.equal(said('42', '41.2'), 'Up 0.8 points on Q3 2008-09 (41.2%), which is worse')
  assert.equal(said('41.1', '41.2'), 'Down 0.1 points on Q3 2008-09 (41.2%), which is no significant change')
  assert.equal(said('41.2', '41.2'), 'The same as Q3 2008-09 (41.2%)')
  assert.equal(said('41.2', 'suppressed'), 'Not comparable: there is no figure for Q3 2008-09')
})

describe('windows that move along overlap with the one before', () => {
  const check = (name: string, it: Case, expected: boolean) =>
    test(name, () => {
      const [now = exampleReturn('2008-09-Q4', '45')] = it.returns
      assert.equal(overlaps(found(it), now, exampleIndicator(it.indicator)), expected)
    })
  const figures = (now: string, before: string) => [exampleReturn(now, '45'), exampleReturn(before, '41')]

  check('a rolling figure by quarter', { indicator: { measurement: 'rolling' }, returns: figures('2008-09-Q4', '2008-09-Q3') }, true)
  check(
    'the same on last year',
    { indicator: { measurement: 'rolling' }, returns: figures('2008-09-Q4', '2007-08-Q4'), comparison: 'long' },
    false,
  )
  check(
    'a rolling figure by year',
    { indicator: { measurement: 'rolling', frequency: 'financial-year' }, returns: figures('2008-09', '2007-08') },
    false,
  )
  check(
    'twelve months ending with each quarter',
    { indicator: { frequency: 'twelve-months-quarterly' }, returns: figures('2009', '2008-10-01--2009-09-30') },
    true,
  )
  check(
    'three years together, even on last year',
    { indicator: { frequency: 'three-years' }, returns: figures('2007-01-01--2009-12-31', '2006-01-01--2008-12-31'), comparison: 'long' },
    true,
  )
  check('quarters', { returns: figures('2008-09-Q4', '2008-09-Q3') }, false)
  check('what cannot be compared', { indicator: { measurement: 'rolling' }, returns: [] }, false)
})
