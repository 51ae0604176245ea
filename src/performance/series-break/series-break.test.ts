import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { examplePeriod, exampleTarget } from '../judgement/example.ts'
import { readingOf } from '../process-control/reading.ts'
import { progressIn } from '../standing/course.ts'
import { exampleId, exampleStanding } from '../standing/example.ts'
import { assessmentOf } from '../standing/standing.ts'
import { directionRows } from '../travel/brief.ts'
import { type Break, breakBetween, breakWords, mark } from './series-break.ts'

const broken = (startsOn: string, kind: Break['kind'] = 'definition'): Break => ({ startsOn: day(startsOn), kind, sentence: 'Sheds count' })

describe('between two periods there is a break', () => {
  const check = (a: string, b: string, at: string, isThere: boolean) =>
    test(`${a} and ${b}, broken on ${at}: ${isThere ? 'yes' : 'no'}`, () => {
      for (const [x, y] of [
        [a, b],
        [b, a],
      ])
        assert.equal(breakBetween([broken(at)], examplePeriod(x ?? ''), examplePeriod(y ?? '')) !== null, isThere)
    })
  check('2008-09-Q1', '2008-09-Q3', '2008-10-01', true)
  check('2008-09-Q1', '2008-09-Q2', '2008-10-01', false)
  check('2008-09-Q3', '2008-09-Q4', '2008-10-01', false)
  // A year that began before it still counts in the old way.
  check('2008-09', '2008-09-Q4', '2008-10-01', true)
  check('2007-08', '2008-09', '2008-10-01', false)
  check('2008-09', '2009-10', '2008-10-01', true)
})

test('the latest of several breaks is told, by month or by day', () => {
  const breaks = [broken('2009-05-12', 'boundary'), broken('2008-10-01')]
  const found = breakBetween(breaks, examplePeriod('2008-09-Q1'), examplePeriod('2009-10-Q2'))
  assert.equal(found && breakWords(found), 'the boundary changed on 12 May 2009')
  assert.equal(breakWords(broken('2008-10-01')), 'the definition changed in October 2008')
})

test('a place has one break on a day', () => {
  const there = [{ ...broken('2008-10-01'), id: exampleId<'break'>(1), areaId: null }]
  assert.equal(mark({ ...broken('2008-10-01'), areaId: exampleId(4) }, there).accepted, false)
  assert.equal(mark({ ...broken('2009-04-01'), areaId: null }, there).accepted, true)
})

describe('across a break', () => {
  const breaks = [broken('2008-10-01')]
  const standing = exampleStanding({
    breaks,
    returns: [
      ['2007-08-Q3', '30.0'],
      ['2008-09-Q2', '40.1'],
      ['2008-09-Q3', '41.2'],
    ],
    targets: [
      ['2007-08', '25', 'baseline'],
      ['2008-09', '45'],
      ['2009-10', '50'],
    ],
  })
  const period = examplePeriod('2008-09-Q3')
  const today = day('2009-05-06')

  test('there is no direction of travel, and it is said why', () => {
    const rows = directionRows({ ...standing, return: standing.returns[2] ?? null })
    assert.deepEqual(
      rows.map(({ direction, sentence }) => `${direction.name}: ${sentence}`),
      Array(3).fill('none: The definition changed in October 2008.'),
    )
  })

  test('a figure is not held to a target from before', () => {
    const assessment = assessmentOf(standing, period, today)
    assert.ok(assessment.kind === 'unjudged')
    assert.equal(assessment.state, 'no-target')
    const own = { ...standing, targets: [...standing.targets, exampleTarget('2008-09-Q3', '40')] }
    assert.equal(assessmentOf(own, period, today).kind, 'judged')
    // Before it the year's target counts as it did.
    assert.equal(assessmentOf(standing, examplePeriod('2008-09-Q2'), today).kind, 'judged')
  })

  test('there is no progress from the baseline, nor from figures before', () => {
    const progress = (each: typeof standing) => progressIn(each, assessmentOf(each, period, today), today)
    assert.ok(progress({ ...standing, breaks: [] }).towards.length > 0)
    assert.deepEqual(progress(standing), { towards: [], forecast: null })
  })

  test('an average begins anew, and nobody is said to have rebased it', () => {
    const points = Array.from({ length: 30 }, (_, at) => ({
      on: day(`${2005 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-28`),
      value: at < 15 ? 10 : 20,
    }))
    const { indicator } = exampleStanding({ indicator: { frequency: 'month' } })
    const read = (at: readonly Break[]) => readingOf(indicator, { points, rebases: [] }, null, at)
    assert.equal(read([])?.stretches.length, 1)
    const stretches = read([broken('2006-04-01')])?.stretches ?? []
    assert.deepEqual(
      stretches.map(({ points: within, rebase }) => [within.length, rebase]),
      [
        [15, null],
        [15, null],
      ],
    )
  })
})
