import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { exampleId } from '../standing/example.ts'
import { exampleAgreement, exampleLine, exampleShown } from './example.ts'
import { scorecardView } from './view.ts'

describe('what a scorecard shows', () => {
  const view = scorecardView(exampleShown())

  test('how many were judged, and how', () => {
    assert.deepEqual(view.headline, { judged: 2, of: 3 })
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
    filter: { theme: exampleId(1), result: 'off-target' },
  })
  const view = scorecardView(shown)

  test('of filters, of indicators and of the file', () => {
    const turned = 'agreement=1&period=2008-09-Q4&area=2'
    assert.equal(view.csvHref, `scorecard.csv?${turned}&theme=1&judgement=off-target`)
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
