import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { chartOf } from './chart.ts'
import { courseOf } from './course.ts'
import { exampleStanding, type StandingChanges } from './example.ts'
import { controlOf } from './standing.ts'

const today = day('2011-05-06')

function chart(changes: StandingChanges = {}) {
  const standing = exampleStanding(changes)
  return chartOf({ ...standing, area: 'Wexcombe' }, courseOf(standing, today), controlOf(standing, null))
}

test('a picture says in words what it shows', () => {
  const picture = chart({
    returns: [
      ['2008-09-Q3', '44'],
      ['2008-09-Q4', '41.2', 'provisional'],
    ],
  })
  assert.equal(picture?.title, 'NI 8 Adult participation in sport: Wexcombe')
  assert.equal(picture?.caption, 'Higher is better')
  assert.equal(
    picture?.description,
    'From 44.0% in Q3 2008-09 to 41.2% in Q4 2008-09. The latest target is 45.0%, for 2008-09. Of 2 values, 1 within tolerance, 1 off target.',
  )
})

test('each value wears the mark that it earned in its own period', () => {
  const picture = chart({
    returns: [
      ['2007-08-Q4', '40'],
      ['2008-09-Q3', '44'],
      ['2008-09-Q4', '41.2', 'provisional'],
    ],
  })
  assert.deepEqual(
    picture?.series[0]?.points.map(({ label, mark, provisional, note }) => [label, mark, provisional, note]),
    [
      ['Q4 2007-08', 'dot', false, ''],
      ['Q3 2008-09', 'diamond', false, 'within tolerance'],
      ['Q4 2008-09', 'triangle', true, 'off target, provisional'],
    ],
  )
  assert.equal(picture?.words.dot, 'not judged')
})

test('where the average began anew is drawn, unless that lies before the figures that are read', () => {
  const values = [41, 42, 41, 42]
  const quarters = ['2008-09-Q1', '2008-09-Q2', '2008-09-Q3', '2008-09-Q4'] as const
  const points = ['2008-06-30', '2008-09-30', '2008-12-31', '2009-03-31'].map((on, at) => ({ on: day(on), value: values[at] ?? null }))
  const started = (startsOn: string) =>
    chart({
      returns: quarters.map((quarter, at) => [quarter, String(values[at])]),
      series: { points, rebases: [{ startsOn: day(startsOn), reason: 'Counted anew', baselinePoints: null, held: null }] },
    })?.spans.map(each => each.started)
  assert.deepEqual(started('2008-10-01'), [null, 'rebased Q3 2008-09'])
  assert.deepEqual(started('2008-04-01'), ['rebased Q1 2008-09'])
  assert.deepEqual(started('2007-04-01'), [null])
})

describe('what was aimed for is drawn where it was held', () => {
  const steps = (changes: StandingChanges) =>
    chart(changes)?.steps.map(({ from, to, lines, zones }) => [
      from,
      to,
      lines,
      zones.map(({ low, high, mark }) => `${low} to ${high} ${mark}`),
    ])

  test('over the year, with the zones about it', () => {
    assert.deepEqual(steps({}), [['2008-04-01', '2009-03-31', [45], ['42.75 to 45 diamond', '45 to 47.25 circle']]])
  })

  test('lower is better turns the zones round', () => {
    assert.deepEqual(steps({ indicator: { polarity: 'lower' } }), [
      ['2008-04-01', '2009-03-31', [45], ['42.75 to 45 circle', '45 to 47.25 diamond']],
    ])
  })

  test('a range has a line for each bound', () => {
    assert.deepEqual(steps({ indicator: { polarity: 'range' }, tolerance: 'absolute 2', targets: [['2008-09', '40 to 50']] }), [
      ['2008-04-01', '2009-03-31', [40, 50], ['38 to 40 diamond', '40 to 50 circle', '50 to 52 diamond']],
    ])
  })

  test('a total of the year only at its end', () => {
    assert.deepEqual(steps({ indicator: { measurement: 'cumulative' } })?.[0]?.slice(0, 2), ['2009-01-01', '2009-03-31'])
  })

  test('targets still to come are drawn, a baseline is not', () => {
    const drawn = steps({
      targets: [
        ['2007-08', '38', 'baseline'],
        ['2008-09', '45'],
        ['2009-10', '47'],
        ['2010-11', '50', 'stretch'],
      ],
    })
    assert.deepEqual(
      drawn?.map(([from]) => from),
      ['2008-04-01', '2009-04-01'],
    )
  })

  test('what is not judged has no zones', () => {
    assert.deepEqual(
      chart({ indicator: { polarity: 'none' } })?.steps.flatMap(({ zones }) => zones),
      [],
    )
  })
})

test('where nothing was reported there is no picture', () => {
  assert.equal(chart({ returns: [] }), null)
  assert.equal(chart({ returns: [['2008-09-Q4', 'suppressed']] }), null)
})

test('of a long series the latest sixty are drawn', () => {
  const returns = Array.from({ length: 20 }, (_, year) =>
    [1, 2, 3, 4].map(quarter => [`${1990 + year}-${String((1991 + year) % 100).padStart(2, '0')}-Q${quarter}`, '40'] as const),
  ).flat()
  const points = chart({ returns: returns.map(([code, value]) => [code, value]) })?.series[0]?.points ?? []
  assert.equal(points.length, 60)
  assert.equal(points.at(-1)?.label, 'Q4 2009-10')
})
