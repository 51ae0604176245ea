import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { exampleId, type StandingChanges } from '../standing/example.ts'
import { exampleAgreement, exampleLine, exampleTheme } from './example.ts'
import {
  currentAgreement,
  distinct,
  type Filter,
  isResult,
  isTurn,
  type Line,
  rowsFrom,
  rowsIn,
  type Section,
  type Sorting,
  scorecard,
  type Turn,
} from './scorecard.ts'

const offTarget = exampleLine(8, 'NI 8')
const onTarget = exampleLine(40, 'NI 40', { returns: [['2008-09-Q4', '46']] })
const noTarget = exampleLine(16, 'NI 16', { targets: [] })
const lines = [noTarget, onTarget, offTarget]
const healthier = exampleTheme(1, 'Healthier', { 'People live longer': [8, 40], 'People are active': [8] })
const safer = exampleTheme(2, 'Safer', { 'Fewer people offend': [40], 'Less crime': [] })

function outline(filter: Partial<Filter> = {}, themes = [healthier, safer], of = lines) {
  return scorecard(of, themes, { theme: null, result: null, ...filter }).sections.map(({ about, tally, groups }) => [
    `${nameOf(about)} ${tally.judged} of ${tally.of}`,
    ...groups.map(
      group => `${group.outcome?.title ?? 'none'}: ${group.lines.map(({ standing }) => standing.indicator.reference).join(', ')}`,
    ),
  ])
}

function nameOf(about: Section['about']): string | number {
  switch (about.turn) {
    case 'theme':
      return about.theme?.title ?? 'none'
    case 'outcome':
      return about.outcome?.title ?? 'none'
    case 'lead':
      return about.lead ?? 'none'
    case 'group':
      return about.group ?? 'none'
    case 'area':
      return about.areaId
    case 'judgement':
      return about.result
    case 'list':
      return 'list'
  }
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
      sections.map(({ about }) => nameOf(about)),
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

describe('a scorecard can be turned', () => {
  const turned = (turn: Turn, of: readonly Line[] = lines, filter: Partial<Filter> = {}) =>
    scorecard(of, [healthier, safer], { theme: null, result: null, ...filter }, turn).sections.map(
      ({ about, tally, groups }) =>
        `${nameOf(about)} ${tally.judged}/${tally.of}: ${groups.flatMap(each => each.lines.map(({ standing }) => standing.indicator.reference)).join(', ')}`,
    )

  test('by outcome, under each that an indicator serves', () => {
    assert.deepEqual(turned('outcome'), [
      'People live longer 2/2: NI 8, NI 40',
      'People are active 1/1: NI 8',
      'Fewer people offend 1/1: NI 40',
      'none 0/1: NI 16',
    ])
    assert.deepEqual(turned('outcome', lines, { theme: exampleId(2) }), ['Fewer people offend 1/1: NI 40'])
  })

  test('by lead organisation, with what has none last', () => {
    const led = [exampleLine(1, 'NI 1', { lead: null }), ...lines, exampleLine(2, 'NI 2', { lead: 'Arnemouth Council' })]
    assert.deepEqual(turned('lead', led), ['Arnemouth Council 1/1: NI 2', 'NHS Wexcombe 2/3: NI 8, NI 16, NI 40', 'none 1/1: NI 1'])
  })

  test('by judgement, the best first, then by why there is none', () => {
    assert.deepEqual(turned('judgement'), ['on-target 1/1: NI 40', 'off-target 1/1: NI 8', 'no-target 0/1: NI 16'])
    assert.deepEqual(turned('judgement', lines, { result: 'judged' }), ['on-target 1/1: NI 40', 'off-target 1/1: NI 8'])
  })

  test('by area, in the order in which they come, each indicator counted in each', () => {
    const elsewhere = [
      exampleLine(40, 'NI 40', { areaId: 3 }),
      exampleLine(8, 'NI 8', { areaId: 2 }),
      exampleLine(8, 'NI 8', { areaId: 3 }),
    ]
    assert.deepEqual(turned('area', [...lines, ...elsewhere]), ['1 2/3: NI 8, NI 16, NI 40', '3 2/2: NI 8, NI 40', '2 1/1: NI 8'])
    const { tally } = scorecard([...lines, ...elsewhere], [healthier, safer], { theme: exampleId(1), result: null }, 'area')
    assert.deepEqual([tally.judged, tally.of], [5, 5])
  })

  test('to nothing else', () => assert.deepEqual(['theme', 'area', 'x', ''].map(isTurn), [true, true, false, false]))
})

test('a page of the rows goes on where the last one ended, under the same headings', () => {
  const { sections } = scorecard(lines, [healthier, safer], { theme: null, result: null })
  const shown = (before: number, count: number) =>
    rowsFrom(sections, before, count).map(({ about, tally, groups }) => [nameOf(about), tally.of, rowsIn([{ about, tally, groups }])])
  assert.equal(rowsIn(sections), 4)
  assert.deepEqual(shown(0, 1), [['Healthier', 2, 1]])
  assert.deepEqual(shown(1, 2), [
    ['Healthier', 2, 1],
    ['Safer', 1, 1],
  ])
  assert.deepEqual(shown(3, 100), [['none', 1, 1]])
  assert.deepEqual(shown(4, 100), [])
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

test('by lead group, what no group leads comes last', () => {
  const led = (id: number, group: string | null) => exampleLine(id, `NI ${id}`, { group })
  const { sections } = scorecard(
    [led(1, null), led(2, 'Safer Wexcombe'), led(3, 'Greener Wexcombe'), led(4, 'Safer Wexcombe')],
    [],
    {},
    'group',
  )
  assert.deepEqual(
    sections.map(({ about, groups }) => [
      nameOf(about),
      groups.flatMap(({ lines }) => lines.map(({ standing }) => standing.indicator.id as number)),
    ]),
    [
      ['Greener Wexcombe', [3]],
      ['Safer Wexcombe', [2, 4]],
      ['none', [1]],
    ],
  )
})

describe('rows are narrowed and sorted', () => {
  const led = (id: number, reference: string, leadId: number | null, returns: NonNullable<StandingChanges['returns']>, title: string) =>
    exampleLine(id, reference, {
      returns,
      indicator: { title, leadId: leadId === null ? null : exampleId(leadId) },
      lead: `Body ${leadId}`,
    })
  const all = [
    led(1, 'NI 1', 3, [['2008-09-Q4', '41.2']], 'Sport'),
    led(2, 'NI 2', 4, [['2008-09-Q3', '46']], 'Belonging to the neighbourhood'),
    led(3, 'NI 3', null, [], 'Walks'),
    led(4, 'NI 4', 3, [['2008-09-Q4', '60']], 'Arts'),
  ]
  const references = (filter: Partial<Filter>, sorting: Sorting = 'reference') =>
    scorecard(all, [], filter, 'list', sorting).sections.flatMap(({ groups }) =>
      groups.flatMap(group => group.lines.map(({ standing }) => standing.indicator.reference)),
    )
  const check = (name: string, filter: Partial<Filter>, sorting: Sorting, expected: string) =>
    test(name, () => assert.equal(references(filter, sorting).join(', '), expected))
  check('in the order of their references', {}, 'reference', 'NI 1, NI 2, NI 3, NI 4')
  check('by title', {}, 'title', 'NI 4, NI 2, NI 1, NI 3')
  check('worst first, and what is overdue before what is judged well', {}, 'judgement', 'NI 1, NI 2, NI 4, NI 3')
  check('what has no figure first, then the oldest', {}, 'age', 'NI 3, NI 2, NI 1, NI 4')
  check('to those of a lead organisation', { lead: exampleId(3) }, 'reference', 'NI 1, NI 4')
  check('to those without one', { lead: 'none' }, 'reference', 'NI 3')
  check('to those that have all words in reference, title or lead', { find: 'ni neighbour' }, 'reference', 'NI 2')
  check('in any case of letters', { find: 'BODY 3 arts' }, 'reference', 'NI 4')
  check('to none', { find: 'fish' }, 'reference', '')

  test('a lead has a tally of its own, what is looked for is a part of the whole', () => {
    assert.deepEqual([scorecard(all, [], { lead: exampleId(3) }).tally.of, scorecard(all, [], { find: 'arts' }).tally.of], [2, 4])
  })
})
