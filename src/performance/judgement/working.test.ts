import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { toText } from '../../kernel/decimal.ts'
import { type ExampleChanges, exampleKnown, exampleReturn, exampleTarget, exampleTolerance } from './example.ts'
import { assess } from './judgement.ts'
import { why, workingOf } from './working.ts'

const target = [exampleTarget('2008-09-Q4', '45')]

describe('why', () => {
  const check = (expected: string, changes: ExampleChanges = {}) =>
    test(expected, () => assert.equal(why(assess(exampleKnown({ targets: target, ...changes }))), expected))
  const returned = (value: string) => ({ returns: [exampleReturn('2008-09-Q4', value)] })

  check('41.2% is 3.8 points below the target of 45%, more than the tolerance of 5% of the target (2.25 points), so it is off target.')
  check(
    '42.8% is 2.2 points below the target of 45%, no more than the tolerance of 5% of the target (2.25 points), so it is within tolerance.',
    returned('42.8'),
  )
  check('45% is exactly the target, so it is on target.', returned('45'))
  check(
    '46% is 1 point above the target of 45%, better by no more than the tolerance of 5% of the target (2.25 points), so it is on target.',
    returned('46'),
  )
  check(
    '47.3% is 2.3 points above the target of 45%, better by more than the tolerance of 5% of the target (2.25 points), so it is exceeding the target.',
    returned('47.3'),
  )

  const absolute = { tolerance: exampleTolerance('absolute 2') }
  check('41.2% is 3.8 points below the target of 45%, more than the tolerance of 2 points, so it is off target.', absolute)
  check('41.2% is 3.8 points below the target of 45% and there is no tolerance, so it is off target.', {
    tolerance: exampleTolerance('absolute 0'),
  })

  const days = { indicator: { polarity: 'lower', valueType: 'days', decimals: 0 }, targets: [exampleTarget('2008-09-Q4', '20')] } as const
  check(
    'Lower is better: 22 days is 2 days above the target of 20 days, more than the tolerance of 5% of the target (1 day), so it is off target.',
    { ...days, ...returned('22') },
  )
  check(
    'Lower is better: 18 days is 2 days below the target of 20 days, better by more than the tolerance of 5% of the target (1 day), so it is exceeding the target.',
    { ...days, ...returned('18') },
  )

  const money = { indicator: { valueType: 'money', decimals: 0 }, targets: [exampleTarget('2008-09-Q4', '1250000')] } as const
  check(
    '£1,200,000 is £50,000 below the target of £1,250,000, no more than the tolerance of 5% of the target (£62,500), so it is within tolerance.',
    { ...money, ...returned('1200000') },
  )

  const range = {
    indicator: { polarity: 'range', valueType: 'number', unit: 'places' },
    targets: [exampleTarget('2008-09-Q4', '10 to 20')],
  } as const
  check('15 places is within the target range of 10 to 20 places, so it is on target.', { ...range, ...returned('15') })
  check(
    '21 places is 1 above the target range of 10 to 20 places, no more than the tolerance of 5% of the nearer bound (1), so it is within tolerance.',
    { ...range, ...returned('21') },
  )
  check(
    '9.4 places is 0.6 below the target range of 10 to 20 places, more than the tolerance of 5% of the nearer bound (0.5), so it is off target.',
    { ...range, ...returned('9.4') },
  )

  const start =
    '41.2% is 3.8 points below the target of 45%, more than the tolerance of 5% of the target (2.25 points), so it is off target. '
  check(`${start}The figure returned was 41.2437%; it is compared at 1 decimal place.`, returned('41.2437'))
  check(`${start}The target set was 45.04%; it is compared at 1 decimal place.`, { targets: [exampleTarget('2008-09-Q4', '45.04')] })
  check(`${start}The target is that of the year, 2008-09.`, { targets: [exampleTarget('2008-09', '45')] })
  check(`${start}The target is an interim one.`, { targets: [exampleTarget('2008-09-Q4', '45', 'interim')] })
  check(`${start}The figure is provisional and may still change.`, { returns: [exampleReturn('2008-09-Q4', '41.2', 'provisional')] })
})

describe('why not', () => {
  const check = (expected: string, changes: ExampleChanges) =>
    test(expected, () => assert.equal(why(assess(exampleKnown({ targets: target, ...changes }))), expected))
  const none = { returns: [] }
  const returned = (said: string) => ({ returns: [exampleReturn('2008-09-Q4', said)] })

  check('Closed on 31 March 2009: merged into NI 5.', { indicator: { closedOn: day('2009-03-31'), closedReason: 'merged into NI 5.' } })
  check('Shown for context: neither higher nor lower counts as better, so it is not judged.', { indicator: { polarity: 'none' } })
  check('Not judged for now: there is no baseline. Amina Yusuf will look at it again on 1 July 2009.', {
    indicator: { deferredReason: 'there is no baseline', deferredOwner: 'Amina Yusuf', deferredReviewOn: day('2009-07-01') },
  })
  check('There is no target for Q4 2008-09.', { targets: [] })
  check('There is no target for Q3 2008-09. Figures that add up over the year are held to the year’s target only when the year is over.', {
    chosen: '2008-09-Q3',
    indicator: { measurement: 'cumulative' },
    ...none,
  })
  check(
    'The target for Q4 2008-09 is 0, and 5% of 0 is nothing. Give the indicator an absolute tolerance, in its own unit, and it can be judged.',
    {
      targets: [exampleTarget('2008-09-Q4', '0')],
    },
  )
  check('The figure for Q4 2008-09 is withheld, because the numbers behind it are small.', returned('suppressed'))
  check('The source says that a figure for Q4 2008-09 does not apply.', returned('not-applicable'))
  check('No figure is due yet for Q4 2008-09, which ends on 31 March 2009.', { ...none, today: '2009-02-01' })
  check('The figure for Q4 2008-09 is not published yet. It is expected by 30 April 2009.', { ...none, today: '2009-04-01' })
  check('The figure for Q4 2008-09 is not published yet.', returned('not-published'))
  check('The figure for Q4 2008-09 was expected by 30 April 2009 and has not come. It is for Wexcombe Primary Care Trust to return.', none)
  check('The figure for Q4 2008-09 was expected by 30 April 2009 and has not come. No organisation is named as its lead.', {
    ...none,
    lead: null,
  })
})

test('the figures behind the sentence', () => {
  const judged = assess(exampleKnown())
  assert.ok(judged.kind === 'judged')
  const { difference, allowed, zones } = workingOf(judged)
  assert.deepEqual([difference, allowed].map(toText), ['3.8', '2.250'])
  assert.deepEqual([zones.onTarget.low, zones.onTarget.high, zones.tolerated.low, zones.tolerated.high].map(toText), [
    '45.0',
    '47.250',
    '42.750',
    '47.250',
  ])
})
