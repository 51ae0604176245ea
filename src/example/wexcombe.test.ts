import assert from 'node:assert/strict'
import test from 'node:test'
import { type Day, day } from '../kernel/day.ts'
import { type Decimal, decimal } from '../kernel/decimal.ts'
import { fits, type Period, parsePeriodCode } from '../kernel/period.ts'
import { shippedArea } from '../partnership/area/england.ts'
import { readReference } from '../performance/indicator/reference.ts'
import { assess } from '../performance/judgement/judgement.ts'
import { findingOf } from '../performance/process-control/finding.ts'
import { readingOf } from '../performance/process-control/reading.ts'
import { type RolledUp, rollUp, withWorkedOut } from '../performance/roll-up/roll-up.ts'
import { bands, fourJudgements } from '../performance/scheme/scheme.ts'
import { exampleId } from '../performance/standing/example.ts'
import { briefTravel } from '../performance/travel/brief.ts'
import { gapsOfWexcombe } from './gaps.ts'
import { tableOrganisations } from './table.ts'
import { type ExampleIndicator, type ExampleReturn, type Wexcombe, wexcombe } from './wexcombe.ts'

const autumn = day('2026-11-20')
const days = ['2026-04-01', '2026-06-30', '2026-08-15', '2026-11-20', '2027-02-10', '2027-03-31', '2032-02-29'].map(day)

const assessed = (
  { areaCode, agreement, targets, returns }: Wexcombe,
  indicator: ExampleIndicator,
  chosen: Period | 'latest',
  today: Day,
) => {
  const own = (each: { indicator: string; areaCode: string }) => each.indicator === indicator.reference && each.areaCode === areaCode
  return assess({
    indicator,
    tolerance: { kind: indicator.toleranceKind ?? agreement.toleranceKind, amount: decimal(indicator.tolerance ?? agreement.tolerance) },
    targets: targets
      .filter(own)
      .map(({ period, kind, value, low, high }) => ({ ...period, kind, value: held(value), low: held(low), high: held(high) })),
    returns: withWorkedOut(
      returns
        .filter(each => own(each) && each.isLatest)
        .map(({ period, value, absence, status }) => ({ ...period, value: held(value), absence, status })),
      indicator.rollUpCounts ? rolledUp(returns, areaCode, indicator) : [],
    ),
    scheme: fourJudgements,
    overrides: [],
    chosen,
    today,
    lead: indicator.lead,
  })
}
/** What the districts come to. */
function rolledUp(returns: Wexcombe['returns'], county: string, indicator: ExampleIndicator): RolledUp[] {
  const parts = returns.filter(each => each.indicator === indicator.reference && each.areaCode !== county && each.isLatest)
  const numbers = new Map([...new Set(parts.map(({ areaCode }) => areaCode))].map((code, at) => [code, exampleId<'area'>(at + 1)]))
  return rollUp(
    { ...indicator, rollUp: indicator.rollUp ?? 'none' },
    [...numbers.values()],
    parts.map(({ areaCode, period, value, numerator, denominator, status }) => ({
      ...period,
      areaId: numbers.get(areaCode) ?? exampleId<'area'>(0),
      value: held(value),
      numerator: held(numerator),
      denominator: held(denominator),
      status,
    })),
  )
}
const held = (text: string | null): Decimal | null => (text === null ? null : decimal(text))

/** The newest figures of two indicators are mistyped, for the data checks to find. */
const isSlip = ({ indicator, period }: Pick<ExampleReturn, 'indicator' | 'period'>, returns: readonly ExampleReturn[]): boolean =>
  ['NI 68', 'L17.1'].includes(indicator) && !returns.some(each => each.indicator === indicator && each.period.endsOn > period.endsOn)

/** How often each judgement and each state is given. */
function tally(today: Day, chosen: Period | 'latest' = 'latest'): Record<string, number> {
  const example = wexcombe(today)
  const counts: Record<string, number> = {}
  for (const indicator of example.indicators) {
    const answer = assessed(example, indicator, chosen, today)
    const word = answer.kind === 'judged' ? answer.band : answer.state
    counts[word] = (counts[word] ?? 0) + 1
  }
  return counts
}
const judged = (counts: Record<string, number>): number => bands.reduce((sum, band) => sum + (counts[band] ?? 0), 0)

test('the agreement covers this financial year and the two before it', () => {
  assert.deepEqual(
    days.map(today => wexcombe(today).agreement.firstYear),
    [2024, 2024, 2024, 2024, 2024, 2024, 2029],
  )
  assert.equal(wexcombe(autumn).agreement.title, 'Wexcombe Local Area Agreement 2024 to 2027')
})

test('the same day gives the same Wexcombe, and another day of the quarter changes no figure that was there', () => {
  assert.deepEqual(wexcombe(autumn), wexcombe(autumn))
  const later = new Map(
    wexcombe(day('2026-12-20')).returns.map(each => [
      JSON.stringify([each.indicator, each.areaCode, each.period, each.revision]),
      each.value,
    ]),
  )
  for (const { indicator, areaCode, period, revision, value } of wexcombe(autumn).returns)
    assert.equal(later.get(JSON.stringify([indicator, areaCode, period, revision])), value, `${indicator} ${period.endsOn}`)
})

test('there are 53 indicators, each with a reference of its own in its one form', () => {
  const { indicators } = wexcombe(autumn)
  assert.equal(indicators.length, 53)
  assert.equal(new Set(indicators.map(({ reference }) => reference)).size, 53)
  for (const { reference } of indicators) assert.equal(readReference(reference), reference)
})

test('whatever is named is there, and every outcome has an indicator and every indicator a lead, but for gaps that were put there', () => {
  const { areas, organisations, people, agreement, indicators, targets, returns } = wexcombe(autumn)
  const bodies = new Set(organisations.map(({ name }) => name))
  const outcomes = agreement.themes.flatMap(theme => theme.outcomes)
  const codes = new Set(areas.map(({ code }) => code))
  const references = new Set(indicators.map(({ reference }) => reference))

  assert.equal(agreement.themes.length, 6)
  assert.equal(new Set(outcomes).size, outcomes.length)
  for (const { reference, title, lead, contributors, outcomes: served } of indicators) {
    if (lead === null) assert.ok(gapsOfWexcombe['indicator-without-lead']?.includes(`${reference} ${title}`), title)
    else assert.ok(bodies.has(lead), lead)
    for (const contributor of contributors) assert.ok(bodies.has(contributor) && contributor !== lead, contributor)
    assert.equal(new Set(contributors).size, contributors.length)
    assert.ok(served.length > 0 && served.every(outcome => outcomes.includes(outcome)), served.join())
  }
  for (const outcome of outcomes)
    assert.ok(
      indicators.some(indicator => indicator.outcomes.includes(outcome)) || gapsOfWexcombe['outcome-without-indicator']?.includes(outcome),
      outcome,
    )
  for (const { indicator, areaCode } of [...targets, ...returns]) assert.ok(references.has(indicator) && codes.has(areaCode))
  for (const { organisation, email } of people) {
    assert.ok(tableOrganisations.some(({ name }) => name === organisation))
    assert.match(email, /^[a-z.-]+@wexcombe\.example$/)
  }
  for (const { code, parentCode } of areas) {
    assert.match(code, /^[A-Z0-9]{1,20}$/)
    assert.equal(shippedArea(code), null)
    assert.ok(parentCode === null || codes.has(parentCode))
  }
})

test('what the schema asks of an indicator holds', () => {
  for (const indicator of wexcombe(autumn).indicators) {
    assert.equal(indicator.ratePer !== null, indicator.valueType === 'rate', indicator.reference)
    assert.equal(indicator.deferredReason === null, indicator.deferredReviewOn === null)
    assert.equal(indicator.closedOn === null, indicator.closedReason === null)
    assert.ok(indicator.title.length <= 400 && indicator.definition !== '' && indicator.source !== '')
  }
})

test('on any day, figures are of their periods, within bounds and not from the future', () => {
  for (const today of days) {
    const { indicators, targets, returns } = wexcombe(today)
    const byReference = new Map(indicators.map(indicator => [indicator.reference, indicator]))
    const seen = new Set<string>()
    for (const {
      indicator: reference,
      areaCode,
      period,
      revision,
      isLatest,
      value,
      absence,
      numerator,
      denominator,
      reportedOn,
    } of returns) {
      const indicator = byReference.get(reference)
      assert.ok(indicator && fits(period, indicator.frequency), reference)
      assert.ok(period.endsOn < reportedOn && reportedOn <= today, `${reference} ${reportedOn}`)
      assert.equal(value === null, absence !== null)
      assert.equal(numerator === null, denominator === null)
      const key = `${reference} ${areaCode} ${period.startsOn} ${period.endsOn} ${revision}`
      assert.ok(!seen.has(key), key)
      seen.add(key)
      if (!isLatest) assert.equal(revision, 1)
      if (value === null) continue
      const number = Number(value)
      assert.ok(Number.isFinite(number) && number >= 0, `${reference} ${value}`)
      if (indicator.valueType === 'percentage') assert.ok(number <= 100, `${reference} ${value}`)
      if (numerator !== null && !isSlip({ indicator: reference, period }, returns))
        assert.ok(Math.abs((100 * Number(numerator)) / Number(denominator) - number) <= 0.51 * 10 ** -indicator.decimals, reference)
    }
    const aims = targets.map(
      ({ indicator, areaCode, kind, period }) => `${indicator} ${areaCode} ${kind} ${period.startsOn} ${period.endsOn}`,
    )
    assert.equal(new Set(aims).size, aims.length)
    for (const { value, low, high } of targets) assert.ok(value === null ? Number(low) <= Number(high) : low === null && high === null)
  }
})

test('districts’ counts come to the county’s, but for what one has counted again since', () => {
  const { areaCode: county, returns } = wexcombe(autumn)
  for (const { indicator, period, value } of returns.filter(
    each => each.areaCode === county && ['NI 155', 'L17.1'].includes(each.indicator) && !isSlip(each, returns),
  )) {
    const parts = returns.filter(each => each.indicator === indicator && each.areaCode !== county && each.period.endsOn === period.endsOn)
    const first = parts.filter(({ revision }) => revision === 1)
    assert.equal(first.length, 5)
    assert.equal(
      first.reduce((sum, part) => sum + Number(part.value), 0),
      Number(value),
      `${indicator} ${period.endsOn}`,
    )
  }
})

test('in the autumn 41 of 53 are judged, and each judgement and each state is there to be seen', () => {
  assert.deepEqual(tally(autumn), {
    exceeding: 9,
    'on-target': 11,
    'within-tolerance': 12,
    'off-target': 9,
    closed: 1,
    contextual: 1,
    deferred: 4,
    'no-target': 2,
    suppressed: 1,
    'not-due': 1,
    'not-yet-published': 1,
    overdue: 1,
  })
})

test('on any other day it is much the same', () => {
  for (const today of days) {
    const counts = tally(today)
    assert.ok(judged(counts) >= 40 && judged(counts) <= 43, `${today}: ${JSON.stringify(counts)}`)
    for (const band of bands) assert.ok((counts[band] ?? 0) >= 5, `${today}: ${band}`)
  }
  const lastYear = tally(autumn, parsePeriodCode('2025-26-Q3') ?? 'latest')
  assert.ok(judged(lastYear) >= 40, JSON.stringify(lastYear))
})

test('Amina leads first-time entrants, which are off target on every day of the year', () => {
  for (const today of days) {
    const example = wexcombe(today)
    const indicator = example.indicators.find(each => each.title === 'First-time entrants to the youth justice system')
    assert.ok(indicator)
    assert.match(indicator.note, /^Amina Siddiqui leads/)
    const answer = assessed(example, indicator, 'latest', today)
    assert.equal(answer.kind === 'judged' ? answer.band : answer.state, 'off-target', today)
  }
})

test('a figure was revised, one came late from its source, and a few are provisional', () => {
  const { returns, areaCode } = wexcombe(autumn)
  const revisions = returns.filter(each => each.areaCode === areaCode && each.revision === 2)
  assert.deepEqual([...new Set(revisions.map(({ indicator }) => indicator))], ['NI 111', 'NI 39'])
  assert.ok(revisions.every(({ reason }) => reason !== ''))
  assert.ok(returns.some(({ absence }) => absence === 'not-published'))
  assert.ok(returns.filter(({ status }) => status === 'provisional').length >= 10)
  assert.ok(returns.some(({ status }) => status === 'estimated'))
})

test('on any day, three indicators look better or worse than before and have not changed, in the autumn one has, and one was rebased', () => {
  for (const today of [...days, autumn]) {
    const { indicators, returns, rebases, areaCode } = wexcombe(today)
    const read = indicators.flatMap(indicator => {
      const own = returns.filter(each => each.indicator === indicator.reference && each.areaCode === areaCode && each.isLatest)
      const points = own.flatMap(({ period, value }) => (value === null ? [] : [{ on: period.endsOn, value: Number(value) }]))
      const its = {
        points,
        rebases: rebases
          .filter(each => each.indicator === indicator.reference)
          .map(each => ({ ...each, baselinePoints: null, held: null })),
      }
      const reading = readingOf(indicator, its, null)
      const held = own.map(({ period, value, absence, status }) => ({
        ...period,
        value: value === null ? null : decimal(value),
        absence,
        status,
      }))
      const travelled = briefTravel({ indicator, return: held.at(-1) ?? null, returns: held, targets: [] })
      const isMoved = [travelled?.short, travelled?.long].some(brief => brief?.name === 'improving' || brief?.name === 'worsening')
      return reading === null ? [] : [{ found: findingOf(reading, indicator), isMoved }]
    })
    const unchanged = read.filter(({ found, isMoved }) => found.name === 'common-cause' && isMoved)
    assert.ok(unchanged.length >= 3, `${today}: ${unchanged.length}`)
    if (today === autumn) assert.ok(read.some(({ found }) => found.name === 'improvement'))
    assert.equal(rebases.length, 1)
  }
})
