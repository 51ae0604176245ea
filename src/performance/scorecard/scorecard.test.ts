import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { exampleId } from '../standing/example.ts'
import { exampleAgreement, exampleLine, exampleTheme } from './example.ts'
import { currentAgreement, distinct, type Filter, isResult, scorecard } from './scorecard.ts'

const offTarget = exampleLine(8, 'NI 8')
const onTarget = exampleLine(40, 'NI 40', { returns: [['2008-09-Q4', '46']] })
const noTarget = exampleLine(16, 'NI 16', { targets: [] })
const lines = [noTarget, onTarget, offTarget]
const healthier = exampleTheme(1, 'Healthier', { 'People live longer': [8, 40], 'People are active': [8] })
const safer = exampleTheme(2, 'Safer', { 'Fewer people offend': [40], 'Less crime': [] })

function outline(filter: Partial<Filter> = {}, themes = [healthier, safer], of = lines) {
  return scorecard(of, themes, { theme: null, result: null, ...filter }).sections.map(({ theme, tally, groups }) => [
    `${theme?.title ?? 'none'} ${tally.judged} of ${tally.of}`,
    ...groups.map(
      group => `${group.outcome?.title ?? 'none'}: ${group.lines.map(({ standing }) => standing.indicator.reference).join(', ')}`,
    ),
  ])
}

describe('a scorecard', () => {
  test('goes by theme and outcome; what serves no outcome comes last', () => {
    assert.deepEqual(outline(), [
      ['Healthier 2 of 2', 'People live longer: NI 8, NI 40'],
      ['Safer 1 of 1', 'Fewer people offend: NI 40'],
      ['none 0 of 1', 'none: NI 16'],
    ])
  })

  test('counts each indicator once, however many themes it stands under', () => {
    const { tally } = scorecard(lines, [healthier, safer], { theme: null, result: null })
    assert.deepEqual(
      [tally.judged, tally.of, tally.bands['on-target'], tally.bands['off-target'], tally.states['no-target']],
      [2, 3, 1, 1, 1],
    )
  })

  test('can be turned to one theme, which then has its own count', () => {
    const { tally, sections } = scorecard(lines, [healthier, safer], { theme: exampleId(2), result: null })
    assert.deepEqual([tally.judged, tally.of], [1, 1])
    assert.deepEqual(
      sections.map(({ theme }) => theme?.title),
      ['Safer'],
    )
    assert.deepEqual(outline({ theme: 'none' }), [['none 0 of 1', 'none: NI 16']])
  })

  test('can be turned to one judgement, which leaves the counts of the whole as they are', () => {
    const { tally, sections } = scorecard(lines, [healthier, safer], { theme: null, result: 'on-target' })
    assert.deepEqual([tally.judged, tally.of], [2, 3])
    assert.deepEqual(distinct(sections), [onTarget])
    assert.deepEqual(outline({ result: 'on-target' }), [
      ['Healthier 2 of 2', 'People live longer: NI 40'],
      ['Safer 1 of 1', 'Fewer people offend: NI 40'],
    ])
  })

  test('can be turned to what is judged, to what is not, and to one reason for that', () => {
    const shown = (result: Filter['result']) => distinct(scorecard(lines, [healthier], { theme: null, result }).sections).length
    assert.deepEqual([shown('judged'), shown('not-judged'), shown('no-target'), shown('overdue')], [2, 1, 1, 0])
  })

  test('has references in the order of their numbers, and those without one last', () => {
    const references = ['NI 16', null, 'L1.1', 'NI 8', 'NI 123'].map((reference, id) => exampleLine(id + 1, reference))
    assert.deepEqual(outline({}, [], references), [['none 5 of 5', 'none: L1.1, NI 8, NI 16, NI 123, ']])
  })

  test('of nothing is nothing', () => {
    assert.deepEqual(scorecard([], [safer], { theme: null, result: null }).sections, [])
  })
})

describe('the agreement that is shown without asking', () => {
  const agreements = [
    exampleAgreement({ id: exampleId(1), firstYear: 2004, lastYear: 2007 }),
    exampleAgreement({ id: exampleId(2), firstYear: 2008, lastYear: 2010 }),
    exampleAgreement({ id: exampleId(3), firstYear: 2011, lastYear: 2013 }),
  ]
  const check = (today: string, expected: number | undefined) =>
    test(`on ${today}`, () => assert.equal(currentAgreement(agreements, day(today))?.id, expected))

  check('2009-05-06', 2)
  check('2011-03-31', 2)
  check('2011-04-01', 3)
  check('2026-11-22', 3)
  check('2001-01-01', 3)

  test('where there is none', () => assert.equal(currentAgreement([], day('2009-05-06')), null))
})

test('only what can be a result is asked for', () => {
  assert.deepEqual(['off-target', 'overdue', 'judged', 'not-judged', 'red', ''].map(isResult), [true, true, true, true, false, false])
})
