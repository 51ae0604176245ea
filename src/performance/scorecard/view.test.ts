import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleId } from '../standing/example.ts'
import { exampleAgreement, exampleLine, exampleShown } from './example.ts'
import type { Turn } from './scorecard.ts'
import { scorecardView } from './view.ts'

describe('what a scorecard shows', () => {
  const view = scorecardView(exampleShown())

  test('how many were judged, and how', () => {
    assert.deepEqual(view.headline, { judged: 2, of: 3, counting: null })
    assert.deepEqual(
      view.bands.map(({ words, count, share, href }) => [words, count, share, href]),
      [
        ['Exceeding', 0, '0%', 'scorecard?judgement=exceeding'],
        ['On target', 1, '50%', 'scorecard?judgement=on-target'],
        ['Within tolerance', 0, '0%', 'scorecard?judgement=within-tolerance'],
        ['Off target', 1, '50%', 'scorecard?judgement=off-target'],
      ],
    )
    assert.deepEqual(view.notJudged, 1)
    assert.deepEqual(view.reasons, [{ words: 'overdue', count: 1, current: false, href: 'scorecard?judgement=overdue' }])
  })

  test('the judged as a bar of which nothing is left over', () => {
    assert.deepEqual(view.bar, [
      { name: 'on-target', x: 0, width: 49.83 },
      { name: 'off-target', x: 50.18, width: 49.83 },
    ])
  })

  test('a note where an indicator stands again, or serves more than one outcome', () => {
    const notes = view.sections.flatMap(({ title, groups }) =>
      groups.flatMap(({ rows }) => rows.map(row => [title, row.reference, row.also] as const)),
    )
    assert.deepEqual(notes, [
      ['Healthier communities', 'NI 8', 'Also serves: People are active'],
      ['Healthier communities', 'NI 40', 'Also under Safer communities; counted once'],
      ['Safer communities', 'NI 16', null],
      ['Safer communities', 'NI 40', 'Also under Healthier communities; counted once'],
    ])
  })

  test('themes with how many each has', () => {
    assert.deepEqual(
      view.themes.map(({ text, count, current, href }) => [text, count, current, href]),
      [
        ['All', 3, true, 'scorecard'],
        ['Healthier communities', 2, false, 'scorecard?theme=1'],
        ['Safer communities', 2, false, 'scorecard?theme=2'],
      ],
    )
  })

  test('the latest values, and the periods and areas to choose from', () => {
    assert.equal(view.when, 'Latest value of each indicator')
    assert.deepEqual(
      view.choices.years.map(({ text }) => text),
      ['2009-10', '2008-09'],
    )
    assert.deepEqual(
      view.choices.quarters.map(({ text }) => text),
      ['Q1 2009-10', 'Q4 2008-09', 'Q3 2008-09', 'Q2 2008-09', 'Q1 2008-09'],
    )
    assert.deepEqual(
      view.choices.areas.map(({ text, selected }) => [text, selected]),
      [
        ['Wexcombe', true],
        ['\u2003Arnemouth', false],
      ],
    )
    assert.deepEqual(view.choices.agreements, [])
    assert.equal(view.missing, null)
  })
})

describe('whatever is chosen is in every address', () => {
  const other = exampleAgreement({ id: exampleId(5), title: 'The one before' })
  const shown = exampleShown({
    agreements: [exampleAgreement(), other],
    chosen: '2008-09-Q4',
    areaId: exampleId(2),
    lines: [8, 40].map(id => exampleLine(id, `NI ${id}`, { areaId: 2, ...(id === 40 && { returns: [['2008-09-Q4', '46']] }) })),
    filter: { theme: exampleId(1), result: 'off-target' },
  })
  const view = scorecardView(shown)

  test('of filters, of indicators and of the file', () => {
    const turned = 'agreement=1&period=2008-09-Q4&area=2'
    assert.equal(view.csvHref, `scorecard.csv?${turned}&theme=1&judgement=off-target`)
    assert.equal(view.xlsxHref, `scorecard.xlsx?${turned}&theme=1&judgement=off-target`)
    assert.equal(view.odsHref, `scorecard.ods?${turned}&theme=1&judgement=off-target`)
    assert.equal(view.bands[1]?.href, `scorecard?${turned}&theme=1&judgement=on-target`)
    assert.equal(view.themes[0]?.href, `scorecard?${turned}&judgement=off-target`)
    assert.equal(view.sections[0]?.groups[0]?.rows[0]?.href, 'indicators/8?period=2008-09-Q4&area=2')
    assert.deepEqual([view.choices.theme, view.choices.result], [exampleId(1), 'off-target'])
  })

  test('a filter that is on is taken off by the same link', () => {
    assert.deepEqual([view.bands[3]?.current, view.bands[3]?.href], [true, `scorecard?agreement=1&period=2008-09-Q4&area=2&theme=1`])
    assert.deepEqual(view.showing, {
      words: 'off target',
      count: 1,
      of: 2,
      clearHref: 'scorecard?agreement=1&period=2008-09-Q4&area=2&theme=1',
    })
  })

  test('another area says whose figures they are', () => {
    assert.deepEqual(
      [view.isOwnArea, view.area, view.ownArea, view.theme, view.when],
      [false, 'Arnemouth', 'Wexcombe', 'Healthier communities', 'Q4 2008-09'],
    )
  })
})

describe('turned', () => {
  const turnedBy = (turn: Turn, changes: Parameters<typeof exampleShown>[0] = {}) => scorecardView(exampleShown({ turn, ...changes }))

  test('it offers to be turned otherwise, and keeps what is chosen', () => {
    assert.deepEqual(
      turnedBy('lead', { chosen: '2008-09-Q4', areaId: exampleId(2), filter: { result: 'off-target' } }).turns.map(
        ({ text, current, href }) => [text, current, href],
      ),
      [
        ['Theme', false, 'scorecard?period=2008-09-Q4&area=2&judgement=off-target'],
        ['Outcome', false, 'scorecard?period=2008-09-Q4&area=2&by=outcome&judgement=off-target'],
        ['Lead organisation', true, 'scorecard?period=2008-09-Q4&area=2&by=lead&judgement=off-target'],
        ['Area', false, 'scorecard?period=2008-09-Q4&area=2&by=area&judgement=off-target'],
        ['Judgement', false, 'scorecard?period=2008-09-Q4&area=2&by=judgement&judgement=off-target'],
        ['One list', false, 'scorecard?period=2008-09-Q4&area=2&by=list&judgement=off-target'],
      ],
    )
    const { bands, themes, csvHref, choices } = turnedBy('judgement')
    assert.equal(bands[0]?.href, 'scorecard?by=judgement&judgement=exceeding')
    assert.equal(themes[1]?.href, 'scorecard?by=judgement&theme=1')
    assert.equal(csvHref, 'scorecard.csv?by=judgement')
    assert.equal(choices.turn, 'judgement')
  })

  test('by outcome, each under its theme, with where else it stands', () => {
    const sections = turnedBy('outcome').sections.map(({ id, caption, title, groups }) => [
      id,
      caption,
      title,
      groups.flatMap(({ rows }) => rows.map(({ reference, also }) => `${reference}: ${also}`)),
    ])
    assert.deepEqual(sections, [
      [
        'outcome-10',
        'Healthier communities',
        'People live longer',
        ['NI 8: Also under People are active; counted once', 'NI 40: Also under Fewer people offend; counted once'],
      ],
      ['outcome-11', 'Healthier communities', 'People are active', ['NI 8: Also under People live longer; counted once']],
      ['outcome-20', 'Safer communities', 'Fewer people offend', ['NI 16: null', 'NI 40: Also under People live longer; counted once']],
    ])
  })

  test('by judgement and by lead, each heading once', () => {
    const headings = (turn: Turn) => turnedBy(turn).sections.map(({ id, title, mark, of }) => [id, title, mark, of])
    assert.deepEqual(headings('judgement'), [
      ['on-target', 'On target', 'on-target', 1],
      ['off-target', 'Off target', 'off-target', 1],
      ['overdue', 'Overdue', 'none', 1],
    ])
    assert.deepEqual(headings('lead'), [['lead-nhs-wexcombe', 'NHS Wexcombe', null, 3]])
  })

  test('by area, where the headline says that an indicator counts in each, and rows come in pages', () => {
    const lines = [...exampleShown().lines, exampleLine(8, 'NI 8', { areaId: 2 })]
    const view = turnedBy('area', { lines, rows: { before: 2, count: 2 } })
    assert.deepEqual(view.headline, { judged: 3, of: 4, counting: 'counting each indicator once in each of 2 areas' })
    assert.deepEqual([view.area, view.total], ['all areas', 4])
    assert.deepEqual(
      view.sections.map(({ title, of, groups }) => [title, of, groups.flatMap(({ rows }) => rows.map(({ href }) => href))]),
      [
        ['Wexcombe', 3, ['indicators/40']],
        ['Arnemouth', 1, ['indicators/8?area=2']],
      ],
    )
  })
})

test('a period outside the agreement can be looked at too', () => {
  assert.deepEqual(scorecardView(exampleShown({ chosen: '2007-08' })).choices.otherPeriod, {
    value: '2007-08',
    text: '2007-08',
    selected: true,
  })
})

describe('what is still missing is said, the first thing first', () => {
  const missing = (lines: Parameters<typeof exampleShown>[0]) => scorecardView(exampleShown(lines)).missing

  test('indicators', () => assert.equal(missing({ lines: [] }), 'indicators'))
  test('returns', () => assert.equal(missing({ lines: [exampleLine(1, 'NI 1', { returns: [], targets: [] })] }), 'returns'))
  test('targets', () => assert.equal(missing({ lines: [exampleLine(1, 'NI 1', { targets: [] })] }), 'targets'))
})
