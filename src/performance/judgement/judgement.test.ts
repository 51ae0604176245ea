import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { day } from '../../kernel/day.ts'
import { type Decimal, decimal, minus, negate, plus, rounded, times, toText } from '../../kernel/decimal.ts'
import type { Measurement } from '../indicator/indicator.ts'
import { type Band, bands, schemeOf } from '../scheme/scheme.ts'
import { type ExampleChanges, exampleKnown, examplePeriod, exampleReturn, exampleTarget, exampleTolerance } from './example.ts'
import {
  assess,
  bandOf,
  exactly,
  latestReturn,
  returnFor,
  type State,
  states,
  type Target,
  tally,
  targetFor,
  toleranceOf,
  toleranceProblem,
} from './judgement.ts'

const marks: Readonly<Record<string, Band>> = { '★': 'exceeding', '●': 'on-target', '◆': 'within-tolerance', '▲': 'off-target' }
const bandOfMark = (mark: string): Band => marks[mark] ?? assert.fail(`No band has the mark ${mark}`)

/** '84.1 ★ · 84 ●' */
function judged(polarity: 'higher' | 'lower' | 'range', aim: string, tolerance: string, expected: string): void {
  describe(`${polarity}, ${aim}, tolerance ${tolerance}`, () => {
    const [low = '', high = low] = aim.split(' to ')
    for (const pair of expected.split(' · ')) {
      const [actual = '', mark = ''] = pair.split(' ')
      test(`${actual}: ${bandOfMark(mark)}`, () => {
        const bounds = { low: decimal(low), high: decimal(high) }
        assert.equal(bandOf(decimal(actual), bounds, polarity, exampleTolerance(tolerance)), bandOfMark(mark))
      })
    }
  })
}

judged('higher', '80', 'relative 0.05', '84.1 ★ · 84 ● · 80 ● · 79.9 ◆ · 76 ◆ · 75.9 ▲')
judged('lower', '10', 'relative 0.05', '9.4 ★ · 9.5 ● · 10 ● · 10.5 ◆ · 10.6 ▲')
judged('lower', '0', 'absolute 0', '0 ● · 1 ▲')
judged('higher', '0', 'absolute 0', '1 ★ · 0 ● · -1 ▲')
judged('higher', '-5', 'relative 0.05', '-4 ★ · -4.75 ● · -5 ● · -5.25 ◆ · -5.26 ▲')
judged('lower', '-5', 'relative 0.05', '-6 ★ · -5.25 ● · -5 ● · -4.75 ◆ · -4.74 ▲')
judged('higher', '13.0', 'relative 0.1', '14.4 ★ · 14.3 ● · 11.7 ◆ · 11.6 ▲')
judged('higher', '80', 'absolute 2', '82.1 ★ · 82 ● · 78 ◆ · 77.9 ▲')
judged('range', '10 to 20', 'relative 0.05', '10 ● · 15 ● · 20 ● · 9.5 ◆ · 9.4 ▲ · 21 ◆ · 21.1 ▲ · -100 ▲')
judged('range', '0 to 20', 'absolute 1', '0 ● · -1 ◆ · -1.1 ▲ · 21 ◆ · 21.1 ▲')
judged('range', '-20 to -10', 'relative 0.05', '-21 ◆ · -21.1 ▲ · -9.5 ◆ · -9.4 ▲')

test('no value on a boundary falls into the wrong band, as it would in floating point', () => {
  let boundaries = 0
  for (const part of ['0.05', '0.1']) {
    const tolerance = exampleTolerance(`relative ${part}`)
    for (let tenths = 1; tenths <= 1999; tenths += 1) {
      const target = decimal((tenths / 10).toFixed(1))
      const lowest = minus(target, times(target, tolerance.amount))
      const boundary = rounded(lowest, 1)
      if (toText(minus(boundary, lowest)).replace(/[0.-]/g, '') !== '') continue
      boundaries += 1
      assert.equal(bandOf(boundary, exactly(target), 'higher', tolerance), 'within-tolerance', toText(target))
      assert.equal(bandOf(minus(boundary, decimal('0.1')), exactly(target), 'higher', tolerance), 'off-target', toText(target))
    }
  }
  assert.ok(boundaries > 200)
})

describe('whatever the numbers', () => {
  const value = fc.record({ digits: fc.bigInt({ min: -100_000n, max: 100_000n }), scale: fc.integer({ min: 0, max: 4 }) })
  const amount = fc.record({ digits: fc.bigInt({ min: 0n, max: 500n }), scale: fc.integer({ min: 0, max: 4 }) })
  const tolerance = fc.record({ kind: fc.constantFrom('relative' as const, 'absolute' as const), amount })
  const polarity = fc.constantFrom('higher' as const, 'lower' as const)
  const rank = (band: Band) => bands.indexOf(band)

  test('the band is the one that the rule’s four conditions give', () => {
    const hundredth = (of: Decimal) => rounded(of, 8).digits
    fc.assert(
      fc.property(value, value, polarity, tolerance, (actual, target, better, allowed) => {
        const ahead = better === 'higher' ? hundredth(actual) - hundredth(target) : hundredth(target) - hundredth(actual)
        const size = target.digits < 0n ? negate(target) : target
        const tol = hundredth(allowed.kind === 'absolute' ? allowed.amount : times(allowed.amount, size))
        const expected = ahead > tol ? 'exceeding' : ahead >= 0n ? 'on-target' : ahead >= -tol ? 'within-tolerance' : 'off-target'
        assert.equal(bandOf(actual, exactly(target), better, allowed), expected)
      }),
      { numRuns: 2000 },
    )
  })

  test('doing better never gets a worse band', () => {
    fc.assert(
      fc.property(value, value, amount, polarity, tolerance, (actual, target, more, better, allowed) => {
        const further = better === 'higher' ? plus(actual, more) : minus(actual, more)
        assert.ok(rank(bandOf(further, exactly(target), better, allowed)) <= rank(bandOf(actual, exactly(target), better, allowed)))
      }),
    )
  })

  test('lower is better as higher is better, seen in a mirror', () => {
    fc.assert(
      fc.property(value, value, tolerance, (actual, target, allowed) => {
        const mirrored = bandOf(negate(actual), exactly(negate(target)), 'lower', allowed)
        assert.equal(bandOf(actual, exactly(target), 'higher', allowed), mirrored)
      }),
    )
  })

  test('noughts at the end change nothing', () => {
    fc.assert(
      fc.property(value, value, polarity, tolerance, (actual, target, better, allowed) => {
        const longer = bandOf(rounded(actual, 9), exactly(rounded(target, 7)), better, allowed)
        assert.equal(bandOf(actual, exactly(target), better, allowed), longer)
      }),
    )
  })

  test('a range is never exceeded, and is met by all that lies in it', () => {
    fc.assert(
      fc.property(value, value, amount, tolerance, (actual, low, width, allowed) => {
        const high = plus(low, width)
        const band = bandOf(actual, { low, high }, 'range', allowed)
        const inside = minus(actual, low).digits >= 0n && minus(high, actual).digits >= 0n
        assert.notEqual(band, 'exceeding')
        assert.equal(band === 'on-target', inside)
      }),
    )
  })
})

describe('the tolerance', () => {
  const agreement = { toleranceKind: 'relative' as const, tolerance: decimal('0.05') }

  test('is the agreement’s, unless the indicator has its own', () => {
    assert.deepEqual(toleranceOf(agreement, { toleranceKind: null, tolerance: null }), exampleTolerance('relative 0.05'))
    assert.deepEqual(toleranceOf(agreement, { toleranceKind: 'absolute', tolerance: decimal('2') }), exampleTolerance('absolute 2'))
  })

  const check = (aim: string, tolerance: string, expected: string | null) =>
    test(`${tolerance} with a target of ${aim} is ${expected === null ? 'accepted' : `refused at ${expected}`}`, () => {
      const problem = toleranceProblem(exampleTarget('2008-09', aim), exampleTolerance(tolerance), 1)
      assert.equal(problem?.field ?? null, expected)
      if (problem) assert.match(problem.text, /needs an absolute tolerance/)
    })
  check('0', 'relative 0.05', 'value')
  check('0.04', 'relative 0.05', 'value')
  check('0.05', 'relative 0.05', null)
  check('0', 'relative 0', 'value')
  check('0', 'absolute 0', null)
  check('0 to 5', 'relative 0.05', 'low')
  check('-5 to 0', 'relative 0.05', 'high')
  check('-5 to 5', 'relative 0.05', null)
  check('0 to 5', 'absolute 1', null)
})

describe('which target', () => {
  const year = exampleTarget('2008-09', '45')
  const own = exampleTarget('2008-09-Q3', '44')
  const interim = exampleTarget('2008-09-Q3', '43', 'interim')
  const stretch = exampleTarget('2008-09-Q3', '50', 'stretch')
  const baseline = exampleTarget('2008-09-Q3', '40', 'baseline')
  const academic = exampleTarget('2008-09-AY', '46')
  const calendar = exampleTarget('2008', '47')
  const half = exampleTarget('2008-09-H2', '48')

  const check = (title: string, targets: readonly Target[], code: string, measurement: Measurement, expected: Target | null) =>
    test(title, () => assert.equal(targetFor(targets, examplePeriod(code), measurement), expected))

  check('the period’s own', [year, interim, own], '2008-09-Q3', 'snapshot', own)
  check('else its interim one', [year, stretch, interim], '2008-09-Q3', 'snapshot', interim)
  check('else the year’s, for what is measured at a moment', [baseline, stretch, half, year], '2008-09-Q3', 'snapshot', year)
  check('not another year’s', [year], '2009-10-Q1', 'snapshot', null)
  check('an interim target for the year is not the year’s', [exampleTarget('2008-09', '45', 'interim')], '2008-09-Q3', 'snapshot', null)
  check('a period that lies in two years has neither’s', [year], '2008-09-AY', 'snapshot', null)
  check('the financial year’s before others’', [calendar, academic, year], '2008-09-Q3', 'snapshot', year)
  check('the academic year’s before the calendar year’s', [calendar, academic], '2008-09-Q3', 'snapshot', academic)
  check('a rolling window has that of the year it ends in', [year, exampleTarget('2007-08', '1')], '2008', 'rolling', year)
  check('a rolling window that ends after the year has none', [year], '2009', 'rolling', null)
  check('what adds up has none before the year is over', [year], '2008-09-Q3', 'cumulative', null)
  check('what adds up has the year’s at its end', [year], '2008-09-Q4', 'cumulative', year)
  check('what adds up over the year has a period’s own', [year, own], '2008-09-Q3', 'cumulative', own)
  check('what adds up over the year has a period’s interim one', [year, interim], '2008-09-Q3', 'cumulative', interim)
  check('no targets, no target', [], '2008-09-Q3', 'snapshot', null)
})

describe('which return', () => {
  const q2 = exampleReturn('2008-09-Q2', '40')
  const q3 = exampleReturn('2008-09-Q3', '41')
  const q4 = exampleReturn('2008-09-Q4', '42')
  const year = exampleReturn('2007-08', '39')

  test('the latest that ends with the chosen period or before', () => {
    assert.equal(returnFor([q4, q2, q3], examplePeriod('2008-09-Q3'), 'quarter', 0), q3)
    assert.equal(returnFor([q2, q3, q4], examplePeriod('2008-09'), 'quarter', 0), q4)
    assert.equal(returnFor([q4], examplePeriod('2008-09-Q3'), 'quarter', 0), null)
  })

  test('one period old, and so many days as the next one takes to be published', () => {
    assert.equal(returnFor([q3], examplePeriod('2008-09-Q4'), 'quarter', 0), q3)
    assert.equal(returnFor([q2], examplePeriod('2008-09-Q4'), 'quarter', 0), null)
    assert.equal(returnFor([q2], examplePeriod('2008-09-Q4'), 'quarter', 89), null)
    assert.equal(returnFor([q2], examplePeriod('2008-09-Q4'), 'quarter', 90), q2)
  })

  test('an annual figure stands through the year that follows, and as long as the next takes', () => {
    assert.equal(returnFor([year], examplePeriod('2008-09-Q3'), 'financial-year', 0), year)
    assert.equal(returnFor([year], examplePeriod('2008-09-Q4'), 'financial-year', 0), year)
    assert.equal(returnFor([year], examplePeriod('2009-10-Q1'), 'financial-year', 0), null)
    assert.equal(returnFor([year], examplePeriod('2009-10-Q1'), 'financial-year', 91), year)
  })

  test('a month is a month, however long', () => {
    const february = exampleReturn('2009-M02', '3')
    assert.equal(returnFor([february], examplePeriod('2009-M03'), 'month', 0), february)
    assert.equal(returnFor([february], examplePeriod('2009-M04'), 'month', 0), null)
  })

  test('a survey stands until there is another', () => {
    const survey = exampleReturn('2006-09-01--2006-11-30', '30')
    assert.equal(returnFor([survey], examplePeriod('2008-09-Q4'), 'survey', 0), survey)
    assert.equal(returnFor([survey], examplePeriod('2008-09-Q4'), null, 0), survey)
  })

  test('a word for no number is a return too, but one withdrawn is none', () => {
    const suppressed = exampleReturn('2008-09-Q4', 'suppressed')
    const withdrawn = exampleReturn('2008-09-Q4', 'withdrawn')
    assert.equal(returnFor([q3, suppressed], examplePeriod('2008-09-Q4'), 'quarter', 0), suppressed)
    assert.equal(returnFor([q3, withdrawn], examplePeriod('2008-09-Q4'), 'quarter', 0), q3)
    assert.equal(returnFor([withdrawn], examplePeriod('2008-09-Q4'), 'quarter', 0), null)
  })

  test('of two that end together, the chosen period’s, else one of the indicator’s own frequency', () => {
    const whole = exampleReturn('2008-09', '45')
    assert.equal(returnFor([whole, q4], examplePeriod('2008-09-Q4'), 'quarter', 0), q4)
    assert.equal(returnFor([q4, whole], examplePeriod('2008-09'), 'quarter', 0), whole)
    assert.equal(latestReturn([whole, q4], 'quarter'), q4)
    assert.equal(latestReturn([q4, whole], 'financial-year'), whole)
  })

  test('the latest of all, whatever its age', () => {
    assert.equal(latestReturn([q3, year, q2], 'quarter'), q3)
    assert.equal(latestReturn([year], 'quarter'), year)
    assert.equal(latestReturn([], 'quarter'), null)
  })
})

describe('from what is known to what is shown', () => {
  const check = (title: string, changes: ExampleChanges, expected: Band | State) =>
    test(`${title}: ${expected}`, () => {
      const assessment = assess(exampleKnown(changes))
      assert.equal(assessment.kind === 'judged' ? assessment.band : assessment.state, expected)
    })

  check('a value below tolerance', {}, 'off-target')
  check('the latest value, however old', { chosen: 'latest', today: '2029-05-06' }, 'off-target')
  check('rounded half away from zero before it is compared', { returns: [exampleReturn('2008-09-Q4', '44.95')] }, 'on-target')
  check('and not in two steps', { returns: [exampleReturn('2008-09-Q4', '44.9499')] }, 'within-tolerance')
  check('the target is rounded too', { targets: [exampleTarget('2008-09', '41.249')] }, 'on-target')
  check(
    'the tolerance is not',
    { targets: [exampleTarget('2008-09', '43.4')], returns: [exampleReturn('2008-09-Q4', '41.2')] },
    'off-target',
  )
  check('a provisional value', { returns: [exampleReturn('2008-09-Q4', '45', 'provisional')] }, 'on-target')
  check('an older value that still stands', { returns: [exampleReturn('2008-09-Q3', '45')] }, 'on-target')
  check('a range', { indicator: { polarity: 'range' }, targets: [exampleTarget('2008-09', '40 to 42')] }, 'on-target')

  const range = exampleTarget('2008-09', '0 to 42')
  const zero = exampleTarget('2008-09', '0')
  const deferred = { deferredReason: 'until the survey', deferredOwner: 'Amina Yusuf', deferredReviewOn: exampleKnown().today }
  const closed = { closedOn: examplePeriod('2008-09').endsOn, closedReason: 'merged' }
  const none = { returns: [] }
  check('closed by the end of the period', { indicator: { ...closed, ...deferred, polarity: 'none' } }, 'closed')
  check('closed later', { indicator: closed, chosen: '2008-09-Q3', returns: [exampleReturn('2008-09-Q3', '45')] }, 'on-target')
  check('closed by today', { indicator: closed, chosen: 'latest' }, 'closed')
  check('to be closed', { indicator: closed, chosen: 'latest', today: '2009-03-30' }, 'off-target')
  check('neither way is better', { indicator: { ...deferred, polarity: 'none' } }, 'contextual')
  check('deferred, with a value', { indicator: deferred, targets: [] }, 'deferred')
  check('no target, with a value', { targets: [] }, 'no-target')
  check('a baseline is no target', { targets: [exampleTarget('2008-09-Q4', '45', 'baseline')] }, 'no-target')
  check('a target without bounds for a range', { indicator: { polarity: 'range' } }, 'no-target')
  check('a range where a value is needed', { targets: [range] }, 'no-target')
  check('nothing known at all', { chosen: 'latest', targets: [], returns: [], indicator: { frequency: null } }, 'no-target')
  check('a fraction of nothing', { targets: [zero] }, 'needs-absolute-tolerance')
  check('a fraction of what is rounded to nothing', { targets: [exampleTarget('2008-09', '0.04')] }, 'needs-absolute-tolerance')
  check('a fraction of a bound that is nothing', { indicator: { polarity: 'range' }, targets: [range] }, 'needs-absolute-tolerance')
  check('an absolute tolerance of nothing', { targets: [zero], tolerance: exampleTolerance('absolute 50') }, 'on-target')
  check('suppressed', { returns: [exampleReturn('2008-09-Q4', 'suppressed'), exampleReturn('2008-09-Q3', '45')] }, 'suppressed')
  check('suppressed without a target', { returns: [exampleReturn('2008-09-Q4', 'suppressed')], targets: [] }, 'no-target')
  check('not applicable', { returns: [exampleReturn('2008-09-Q4', 'not-applicable')] }, 'not-applicable')
  check('on the last day of its period', { ...none, today: '2009-03-30' }, 'not-due')
  check('the period is over', { ...none, today: '2009-03-31' }, 'not-yet-published')
  check('on the day it is expected', { ...none, today: '2009-04-30' }, 'not-yet-published')
  check('a day later', { ...none, today: '2009-05-01' }, 'overdue')
  check('the source says not yet', { returns: [exampleReturn('2008-09-Q4', 'not-published')] }, 'not-yet-published')
  check(
    'the source says not yet, before the end',
    { returns: [exampleReturn('2008-09-Q4', 'not-published')], today: '2009-03-01' },
    'not-due',
  )
  check('withdrawn', { returns: [exampleReturn('2008-09-Q4', 'withdrawn')] }, 'overdue')
  check('too old a value', { returns: [exampleReturn('2008-09-Q1', '45')] }, 'overdue')
  check('never returned, in latest', { ...none, chosen: 'latest' }, 'overdue')
  check('never returned, in latest, in the year after its target', { ...none, chosen: 'latest', today: '2009-07-06' }, 'no-target')
  check(
    'latest is withdrawn, the one before counts',
    {
      chosen: 'latest',
      returns: [exampleReturn('2008-09-Q4', 'withdrawn'), exampleReturn('2008-09-Q3', '45')],
    },
    'on-target',
  )

  const survey = { indicator: { frequency: 'survey' as const }, returns: [], targets: [exampleTarget('2008-09-01--2008-11-30', '45')] }
  check('a survey to come', { ...survey, chosen: 'latest', today: '2008-05-06' }, 'not-due')
  check('a survey that was not due by the chosen period', { ...survey, chosen: '2008-09-Q1', today: '2010-05-06' }, 'not-due')
  check('a survey just over', { ...survey, chosen: 'latest', today: '2008-12-01' }, 'not-yet-published')
  check('a survey that never came', { ...survey, chosen: '2008-09-Q4' }, 'overdue')
  check('a survey nobody aimed for', { ...survey, targets: [] }, 'no-target')

  test('what was judged, and by what', () => {
    const known = exampleKnown({ returns: [exampleReturn('2008-09-Q3', '41.2437')] })
    const assessment = assess(known)
    assert.ok(assessment.kind === 'judged')
    assert.equal(assessment.return, known.returns[0])
    assert.equal(assessment.period, known.returns[0])
    assert.equal(assessment.target, known.targets[0])
    assert.equal(toText(assessment.actual), '41.2')
    assert.equal(toText(assessment.aim.high), '45.0')
  })

  test('what is owed, by whom and from when', () => {
    const overdue = assess(exampleKnown(none))
    assert.ok(overdue.kind === 'unjudged')
    assert.deepEqual([overdue.expectedOn, overdue.owedBy, overdue.return], ['2009-04-30', 'Wexcombe Primary Care Trust', null])
    assert.deepEqual(overdue.period, examplePeriod('2008-09-Q4'))
    const early = assess(exampleKnown({ ...none, today: '2009-04-01' }))
    assert.ok(early.kind === 'unjudged')
    assert.deepEqual([early.expectedOn, early.owedBy], ['2009-04-30', null])
  })

  test('the source’s "not yet" has a date only until that has passed', () => {
    const said = (today: string) => assess(exampleKnown({ today, returns: [exampleReturn('2008-09-Q4', 'not-published')] }))
    const [early, late] = [said('2009-04-30'), said('2009-05-01')]
    assert.ok(early.kind === 'unjudged' && late.kind === 'unjudged')
    assert.deepEqual([early.expectedOn, late.expectedOn], ['2009-04-30', null])
  })

  test('what is not judged still shows its value', () => {
    const assessment = assess(exampleKnown({ targets: [] }))
    assert.ok(assessment.kind === 'unjudged')
    assert.equal(assessment.return?.value && toText(assessment.return.value), '41.2')
    assert.equal(assessment.expectedOn, null)
  })
})

test('judged so many of so many', () => {
  const counted = tally([
    assess(exampleKnown()),
    assess(exampleKnown({ returns: [exampleReturn('2008-09-Q4', '45')] })),
    assess(exampleKnown({ returns: [exampleReturn('2008-09-Q4', '46')] })),
    assess(exampleKnown({ targets: [] })),
    assess(exampleKnown({ returns: [] })),
  ])
  assert.deepEqual([counted.judged, counted.of], [3, 5])
  assert.deepEqual(
    bands.map(band => counted.bands[band]),
    [0, 2, 0, 1],
  )
  assert.deepEqual(
    states.filter(state => counted.states[state] > 0),
    ['no-target', 'overdue'],
  )
  assert.deepEqual([tally([]).judged, tally([]).of], [0, 0])
})

describe('held to a floor standard of 75 and a target of 80', () => {
  const check = (value: string, expected: Band, changes: ExampleChanges = {}) =>
    test(`${value}: ${expected}`, () => {
      const assessment = assess(
        exampleKnown({
          scheme: schemeOf('floor-standard'),
          targets: [exampleTarget('2008-09-Q4', '80'), exampleTarget('2008-09-Q4', '75', 'floor')],
          returns: [exampleReturn('2008-09-Q4', value)],
          ...changes,
        }),
      )
      assert.equal(assessment.kind === 'judged' && assessment.band, expected)
    })
  check('95', 'on-target')
  check('80', 'on-target')
  check('79.9', 'within-tolerance')
  check('75', 'within-tolerance')
  check('74.9', 'off-target')
  const lower = {
    indicator: { polarity: 'lower' },
    targets: [exampleTarget('2008-09-Q4', '10'), exampleTarget('2008-09', '12', 'floor')],
  } as const
  check('9', 'on-target', lower)
  check('12', 'within-tolerance', lower)
  check('12.1', 'off-target', lower)
  // A floor on the better side of the target leaves nothing to tolerate.
  check('79.9', 'off-target', { targets: [exampleTarget('2008-09-Q4', '80'), exampleTarget('2008-09-Q4', '85', 'floor')] })
  // Without one the tolerance stands in for it: 5% of 80 is 4.
  check('76', 'within-tolerance', { targets: [exampleTarget('2008-09-Q4', '80')] })
  check('75.9', 'off-target', { targets: [exampleTarget('2008-09-Q4', '80')] })
  // A target of 0 needs no absolute tolerance where a floor says what is near enough.
  check('1', 'within-tolerance', {
    indicator: { polarity: 'lower' },
    targets: [exampleTarget('2008-09-Q4', '0'), exampleTarget('2008-09-Q4', '2', 'floor')],
  })
})

describe('an override', () => {
  const set = {
    ...examplePeriod('2008-09-Q4'),
    band: 'on-target',
    reason: 'One hospital has not reported',
    until: day('2009-06-30'),
    madeByName: 'Priya Nair',
    madeOn: day('2009-05-01'),
  } as const
  const check = (name: string, expected: readonly [Band, Band] | null, changes: ExampleChanges = {}) =>
    test(name, () => {
      const assessment = assess(exampleKnown({ overrides: [set], ...changes }))
      assert.deepEqual(assessment.kind === 'judged' ? [assessment.band, assessment.computed] : null, expected)
    })
  check('takes the place of the computed judgement, which stays beside it', ['on-target', 'off-target'])
  check('is in force on its last day', ['on-target', 'off-target'], { today: '2009-06-30' })
  check('is over on the day after', ['off-target', 'off-target'], { today: '2009-07-01' })
  check('is of its own period alone', ['off-target', 'off-target'], {
    overrides: [{ ...set, ...examplePeriod('2008-09-Q3') }],
  })
  check('makes no judgement where there is none', null, { targets: [] })
  check('is shown as the scheme shows it', ['on-target', 'off-target'], {
    scheme: schemeOf('red-amber-green'),
    overrides: [{ ...set, band: 'exceeding' }],
  })
})
