import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type ExampleChanges, exampleKnown, exampleReturn, exampleTarget } from '../judgement/example.ts'
import { assess } from '../judgement/judgement.ts'
import { progressOf } from './progress.ts'
import { progressWords } from './words.ts'

type Figures = readonly (readonly [code: string, said: string])[]
type Aims = readonly Parameters<typeof exampleTarget>[]

function said(figures: Figures, aims: Aims, { indicator = {}, ...changes }: ExampleChanges = {}) {
  const series = figures.map(each => exampleReturn(...each))
  const known = exampleKnown({
    ...changes,
    indicator,
    chosen: 'latest',
    returns: series,
    targets: aims.map(each => exampleTarget(...each)),
  })
  const judgeAt: Parameters<typeof progressOf>[0]['judgeAt'] = ({ startsOn, endsOn }, value) =>
    assess({ ...known, returns: [{ startsOn, endsOn, value, absence: null, status: 'estimated' }], chosen: { startsOn, endsOn } })
  return progressWords(progressOf({ assessment: assess(known), targets: known.targets, series, judgeAt }), known.indicator)
}
const quarters = (values: readonly string[], year = 2007): Figures =>
  values.map((value, at) => {
    const from = year + Math.floor(at / 4)
    return [`${from}-${String((from + 1) % 100).padStart(2, '0')}-Q${(at % 4) + 1}`, value]
  })
const yearly = { indicator: { frequency: 'financial-year' } } as const
const final: Aims = [
  ['2007-08', '50', 'baseline'],
  ['2010-11', '60'],
]

describe('pace towards the last target', () => {
  const check = (name: string, now: string, expected: string, words: RegExp) =>
    test(name, () => {
      const found = said([['2008-09', now]], final, yearly)
      assert.equal(found?.towards.length, 1)
      assert.equal(found?.towards[0]?.verdict, expected)
      assert.match(found?.towards[0]?.sentence ?? '', words)
    })
  const line = /^On a straight line from the baseline of 50\.0% in 2007-08, 53\.3% would be expected by 2008-09; it is /

  check('ahead', '55', 'Ahead of pace: 1.5 of what would be expected by now', line)
  check('behind', '52', 'Behind pace: 0.6 of what would be expected by now', line)
  check('behind by less than is shown', '53.33', 'On pace', line)
  check('on it', '53.3333333334', 'On pace', line)
  test('behind by a hair', () => {
    const found = said([['2008-09', '53.33']], final, { indicator: { ...yearly.indicator, decimals: 3 } })
    assert.equal(found?.towards[0]?.verdict, 'Behind pace: just under 1 of what would be expected by now')
  })
  check('away', '49', 'Moving away from it', line)
  check('there', '60', 'There already', line)

  test('counts from the first figure where no baseline is set, and says so', () => {
    const figures: Figures = [
      ['2006-07', '48'],
      ['2008-09', '52'],
    ]
    assert.match(
      said(figures, [['2010-11', '60']], yearly)?.towards[0]?.sentence ?? '',
      /^On a straight line from 48\.0% in 2006-07, 54\.0% would/,
    )
  })
  test('says what compound growth makes of it', () =>
    assert.match(said([['2008-09', '52']], final, yearly)?.towards[0]?.note ?? '', /0\.64 of the rate that is needed, some progress/))
  test('is beside the year’s own, which counts from where the year began', () => {
    const aims: Aims = [...final, ['2008-09', '54']]
    const found = said(
      [
        ['2007-08-Q4', '50'],
        ['2008-09-Q2', '51'],
      ],
      aims,
    )
    assert.deepEqual(
      found?.towards.map(({ target, verdict }) => [target, verdict]),
      [
        ['54.0% in 2008-09', 'Behind pace: 0.5 of what would be expected by now'],
        ['60.0% in 2010-11, the last target', 'Behind pace: 0.6 of what would be expected by now'],
      ],
    )
  })
})

describe('pace of what adds up over the year', () => {
  const count = { indicator: { measurement: 'cumulative', valueType: 'number', decimals: 0 } } as const
  const check = (name: string, changes: ExampleChanges, aims: Aims, verdict: string | undefined, words = /./) =>
    test(name, () => {
      const [towards] = said([['2008-09-Q2', '40']], aims, changes)?.towards ?? []
      assert.equal(towards?.verdict, verdict)
      if (towards) assert.match(`${towards.sentence} ${towards.note}`, words)
    })

  check(
    'is held to a straight line, and says so',
    count,
    [['2008-09', '100']],
    'Behind pace: 0.8 of what would be expected by now',
    /2 of the year’s 4 periods make 50 by Q2 2008-09; it is 40\. This is a straight-line assumption/,
  )
  check(
    'is held to what was planned',
    count,
    [
      ['2008-09', '100'],
      ['2008-09-Q2', '40', 'interim'],
    ],
    'On pace',
    /^40 was planned by Q2 2008-09; it is 40/,
  )
  check(
    'may be too much',
    { indicator: { ...count.indicator, polarity: 'lower' } },
    [['2008-09', '60']],
    'Over pace: 1.33 of what would be expected by now',
  )
  check(
    'or little enough',
    { indicator: { ...count.indicator, polarity: 'lower' } },
    [['2008-09', '100']],
    'Within pace: 0.8 of what would be expected by now',
  )
  check('is never a straight line of a percentage', { indicator: { measurement: 'cumulative' } }, [['2008-09', '100']], undefined)
  check('nor of a snapshot', { indicator: { valueType: 'number' } }, [['2008-09', '100']], undefined)
})

describe('the forecast', () => {
  const rising = quarters(['40', '42', '41', '43', '42', '44', '43', '45', '44'])
  test('goes on as the figures have, is judged as they are, and says what it rests on', () => {
    const found = said(rising, [['2009-10', '47']])
    assert.match(
      found?.forecast?.sentence ?? '',
      /^If it goes on as it has, it would be 46\.\d% in 2009-10, against a target of 47\.0%, which would be within tolerance\.$/,
    )
    assert.match(found?.forecast?.chance ?? '', /^The chance of meeting that target on present form is about \d in 10\.$/)
    assert.match(found?.forecast?.rests ?? '', /^A forecast, not a judgement\. It rests on a straight line through the last 9 values/)
  })
  test('gives no chance from few values', () => {
    const found = said(rising.slice(0, 5), [['2008-09', '47']])
    assert.equal(found?.forecast?.chance, null)
    assert.match(found?.forecast?.rests ?? '', /takes eight values or more/)
  })
  test('is not made from three', () => assert.equal(said(rising.slice(0, 3), [['2007-08', '47']])?.forecast ?? null, null))
  test('gives no chance of windows that overlap', () => {
    const found = said(rising, [['2009-10', '47']], { indicator: { measurement: 'rolling' } })
    assert.equal(found?.forecast?.chance, null)
    assert.match(found?.forecast?.rests ?? '', /the figures overlap/)
  })
  test('never leaves the scale', () => {
    const found = said(quarters(['80', '85', '90', '95', '99']), [['2008-09', '100']])
    assert.match(found?.forecast?.sentence ?? '', /would be 100\.0%/)
  })
  test('of what adds up takes the rest of the year as the last periods were', () => {
    const figures = quarters(['10', '22', '30', '40', '12', '20'])
    const found = said(figures, [['2008-09', '50']], { indicator: { measurement: 'cumulative', valueType: 'number', decimals: 0 } })
    assert.match(found?.forecast?.sentence ?? '', /it would be 40 in 2008-09, against a target of 50, which would be off target/)
    assert.match(found?.forecast?.rests ?? '', /rests on the last 6 periods/)
  })
})

describe('nothing is said', () => {
  const check = (name: string, changes: ExampleChanges) => test(name, () => assert.equal(said([['2008-09', '52']], final, changes), null))
  check('of what is closed', { indicator: { ...yearly.indicator, closedOn: '2009-01-01' as never, closedReason: 'No longer used' } })
  check('of what is shown for context', { indicator: { ...yearly.indicator, polarity: 'none' } })
  check('of what is deferred', { indicator: { ...yearly.indicator, deferredReason: 'No definition' } })
})
