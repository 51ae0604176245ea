import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, addMonths, type Day, day } from '../../kernel/day.ts'
import { compare, decimal, rounded, toText } from '../../kernel/decimal.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { examplePeriod } from '../judgement/example.ts'
import type { Rebase } from '../rebase/rebase.ts'
import { exampleStanding } from '../standing/example.ts'
import { assurance, findingOf } from './finding.ts'
import { isByChance, mostFigures, type Reading, type Rebased, readingOf, type Series } from './reading.ts'

const quarterly: Partial<Indicator> = {
  frequency: 'quarter',
  measurement: 'snapshot',
  valueType: 'percentage',
  unit: '%',
  decimals: 1,
  polarity: 'lower',
}
const indicatorWith = (changes: Partial<Indicator> = {}): Indicator =>
  exampleStanding({ indicator: { ...quarterly, ...changes } }).indicator

/** Quarters from April 2005 on. */
const endOf = (quarter: number): Day => addDays(addMonths(day('2005-04-01'), 3 * (quarter + 1)), -1)
const seriesOf = (values: readonly number[], rebases: readonly Rebase[] = []): Series => ({
  points: values.map((value, at) => ({ on: endOf(at), value: Number(value.toFixed(1)) })),
  rebases: rebases.map(rebase => ({ ...rebase, held: null })),
})

function reading(values: readonly number[], changes: Partial<Indicator> = {}, rebases: readonly Rebase[] = []): Reading {
  return readingOf(indicatorWith(changes), seriesOf(values, rebases), null) ?? assert.fail()
}
const said = (values: readonly number[], changes: Partial<Indicator> = {}, rebases: readonly Rebase[] = []) => {
  const { name, words, sentence } = findingOf(reading(values, changes, rebases), indicatorWith(changes))
  return [name, words, sentence]
}

const wavering = [6.1, 6.5, 6.2, 6.4, 6.6, 6.1, 6.3, 6.5, 6.2, 6.4, 6.1, 6.6, 6.3]

test('what wavers as ever is unchanged, and the sentence says what chance does', () => {
  assert.deepEqual(said(wavering), [
    'common-cause',
    'Unchanged',
    'Nothing has changed: 6.3% in Q1 2008-09 lies within what chance alone does, 5.5% to 7.1%.',
  ])
})

test('what never moved has stayed where it is', () => {
  assert.equal(said(Array.from({ length: 13 }, () => 100))[2], 'Nothing has changed: it has stayed at 100.0%.')
})

const shifted = [...wavering, 5.9, 5.7, 5.8, 5.6, 5.9, 5.7, 5.8]

test('seven on the better side of the average are an improvement, and on the worse side a concern', () => {
  assert.deepEqual(said(shifted), [
    'improvement',
    'Improvement',
    'The last seven quarters are all below the average: this is an improvement, not chance.',
  ])
  assert.deepEqual(said(shifted, { polarity: 'higher' }).slice(0, 2), ['concern', 'Concern'])
  assert.match(said(shifted, { polarity: 'higher' })[2] ?? '', /this is a change for the worse, not chance\.$/)
  assert.match(said(shifted, { polarity: 'none' })[2] ?? '', /this is a change, not chance\.$/)
})

test('the other rules have their words', () => {
  assert.match(
    said([...wavering, 9])[2] ?? '',
    /^Q2 2008-09 lies above what chance alone does, 5\.2% to 7\.8%: this is a change for the worse/,
  )
  assert.match(said([...wavering, 6.0, 6.1, 6.2, 6.3, 6.4, 6.5, 6.6])[2] ?? '', /^The last seven quarters rose one after the other:/)
  assert.match(
    said([...wavering, ...wavering, 7.0, 6.4, 7.0])[2] ?? '',
    /^Two of the last three quarters lie near the upper limit of what chance does:/,
  )
})

test('of few figures it says how many there are, and since when', () => {
  assert.deepEqual(said(wavering.slice(0, 8)), [
    'too-few',
    'Too few figures',
    'There are not enough figures yet to tell chance from change: 8 of 13.',
  ])
  const moved: Rebase = { startsOn: examplePeriod('2008-09-Q1').startsOn, reason: 'Counted anew', baselinePoints: null }
  assert.equal(
    said([...wavering, 6.2], {}, [moved])[2],
    'There are not enough figures yet since it was rebased in Q1 2008-09 to tell chance from change: 2 of 13.',
  )
})

test('a run chart tells a change from ten figures on, and does not draw limits', () => {
  const low = [2, 3, 2, 3, 2, 3, 8, 9, 8, 9, 8, 9]
  assert.equal(
    said(low)[2],
    'The figures keep to one side of their median longer than chance would keep them, but there are not enough yet for limits: 12 of 13.',
  )
  const { current } = reading(low)
  assert.deepEqual([current.isCharted, current.limits, toText(current.centre)], [false, null, '5.5'])
})

test('what is never below nothing has no limit there', () => {
  const { current } = reading([0, 2, 0, 3, 0, 2, 0, 3, 0, 2, 0, 3, 0])
  assert.equal(current.limits && toText(current.limits.low), '0')
  assert.ok(current.whole.limits && toText(current.whole.limits.low).startsWith('-'))
})

test('what adds up or overlaps is not read, nor what comes once a year', () => {
  for (const changes of [{ measurement: 'cumulative' }, { measurement: 'rolling' }, { frequency: 'financial-year' }] as const)
    assert.equal(readingOf(indicatorWith(changes), seriesOf(wavering), null), null)
  assert.equal(readingOf(indicatorWith(), null, null), null)
})

test('a chosen period is read as it would have been then', () => {
  const then = readingOf(indicatorWith(), seriesOf(shifted), endOf(12)) ?? assert.fail()
  assert.equal(findingOf(then, indicatorWith()).words, 'Unchanged')
})

const long = [...Array.from({ length: 20 }, () => 40), ...Array.from({ length: mostFigures }, (_, at) => wavering[at % 13] ?? 0)]

test('the latest figures are read, and what was before them changes nothing', () => {
  const { current } = reading(long)
  assert.deepEqual([current.points.length, current.points[0]?.on], [mostFigures, endOf(20)])
  assert.deepEqual(current.limits, reading(long.slice(-mostFigures)).current.limits)
  assert.equal(said(long)[1], 'Unchanged')
  const then = readingOf(indicatorWith(), seriesOf(long), endOf(20)) ?? assert.fail()
  assert.equal(then.current.points[0]?.on, endOf(0))
})

test('average and limits that are held stay what their first figures made them, however far back those lie', () => {
  const held: Rebase = { startsOn: day('2005-04-01'), reason: 'Agreed', baselinePoints: 12 }
  const { points } = seriesOf(long)
  const { current, latest } =
    readingOf(indicatorWith(), { points, rebases: [{ ...held, held: points.slice(0, 12) }] }, null) ?? assert.fail()
  assert.deepEqual([toText(rounded(current.centre, 1)), current.points[0]?.on], ['40.0', endOf(20)])
  assert.ok(latest.signals.some(({ rule }) => rule === 'outside'))
  const next: Rebased = { startsOn: day('2006-04-01'), reason: 'Counted anew', baselinePoints: null, held: null }
  const twice = readingOf(
    indicatorWith(),
    { points: points.slice(18, 40), rebases: [{ ...held, startsOn: day('2005-07-01'), held: points.slice(1, 13) }, next] },
    null,
  )
  assert.equal(twice?.current.rebase?.reason, 'Counted anew')
  assert.ok(twice && compare(twice.current.centre, decimal('20')) < 0)
})

test('a difference within one stretch is by chance when neither figure is more than chance', () => {
  const quarter = (number: number) => ({ startsOn: endOf(number), endsOn: endOf(number) })
  assert.equal(isByChance(reading(wavering), quarter(8)), true)
  assert.equal(isByChance(reading(shifted), quarter(8)), false)
  assert.equal(isByChance(reading(wavering.slice(0, 8)), quarter(4)), false)
  const moved: Rebase = { startsOn: day('2007-10-01'), reason: 'Counted anew', baselinePoints: null }
  const anew = reading([9, 9.2, 9.1, 9.3, 9.2, 9, 9.1, 9.3, 9.2, 9.1, ...wavering], {}, [moved])
  assert.equal(isByChance(anew, quarter(12)), true)
  assert.equal(isByChance(anew, quarter(8)), false)
})

test('the limits say what chance makes of the target', () => {
  const of = (target: string) => assurance(reading(wavering), decimal(target), indicatorWith())
  assert.deepEqual(of('6'), { name: 'hit-or-miss', sentence: 'As things are, chance decides whether the target of 6% is met.' })
  assert.deepEqual(of('8'), { name: 'passes', sentence: 'As things are, the target of 8% will be met whatever chance does.' })
  assert.deepEqual(of('5')?.name, 'fails')
  assert.equal(assurance(reading(wavering.slice(0, 8)), decimal('6'), indicatorWith()), null)
  assert.equal(assurance(reading(wavering), null, indicatorWith()), null)
  assert.equal(
    assurance(reading(shifted), decimal('5'), indicatorWith())?.sentence,
    'By these limits the target of 5% will be missed whatever chance does, but the figures are moving away from them.',
  )
})
