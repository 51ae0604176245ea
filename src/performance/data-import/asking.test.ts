import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { anyUnanswered, asked, unanswered } from './asking.ts'
import { nothingYet } from './data-import.ts'
import { emptyMapping, type Mapping, type Meaning } from './mapping.ts'

const mapping = (meanings: string, other: Partial<Mapping> = {}): Mapping => ({
  ...emptyMapping,
  columns: meanings.split(' ').map(meaning => ({ heading: meaning, meaning: meaning as Meaning, names: false })),
  ...other,
})
const file = (...rows: string[][]) => ({
  sample: rows,
  contents: (rows[0] ?? []).map((_, column) => [...new Set(rows.map(row => row[column] ?? ''))]),
})

describe('what a file leaves open', () => {
  test('a quarter of a single year, in the words of the file', () => {
    const open = asked('returns', mapping('period value'), file(['2000 Q1', '5'], ['2000 Q2', '6']), null)
    assert.equal(open.quarters, '2000 Q1')
    assert.equal(open.years, null)
    assert.match(unanswered(open, mapping('period'))[0]?.text ?? '', /financial or of the calendar/)
    assert.deepEqual(unanswered(open, mapping('period', { quarters: 'calendar' })), [])
  })
  test('nothing where a quarter names both years', () => {
    const open = asked('returns', mapping('period value'), file(['2000/01 Q1', '5']), null)
    assert.deepEqual([open.quarters, open.years], [null, null])
  })
  test('years that may be financial or academic', () => {
    const open = asked('targets', mapping('period target'), file(['2013/14', '5'], ['2012', '6']), null)
    assert.deepEqual(open.years, { kind: 'labels', example: '2013/14' })
    assert.deepEqual(unanswered(open, mapping('period')), [], 'financial, unless somebody says otherwise')
  })
  test('not of calendar years and twelve months ending', () => {
    const open = asked('targets', mapping('period target'), file(['2012', '5'], ['Oct 2021-Sep 2022', '6']), null)
    assert.equal(open.years, null)
  })
  test('a year and its quarter in two columns are looked at together', () => {
    assert.equal(asked('returns', mapping('period period value'), file(['2000', 'Q1', '5']), null).quarters, '2000 Q1')
    assert.equal(asked('returns', mapping('period period value'), file(['2000/01', 'Q1', '5']), null).quarters, null)
  })
  test('which year “annual” is', () => {
    const open = asked('indicators', mapping('title frequency'), file(['A', 'Quarterly'], ['B', 'Annual']), null)
    assert.deepEqual(open.years, { kind: 'annual', example: 'Annual' })
    assert.match(unanswered(open, mapping('title'))[0]?.text ?? '', /Say which year “Annual” is/)
  })
  test('words in place of numbers, those that the check has met too', () => {
    const met = { ...nothingYet, words: { low: 3 } }
    const open = asked(
      'returns',
      mapping('period value'),
      file(['2012', 'N/A'], ['2012', '<5'], ['2012', '7'], ['2012', 'confidential']),
      met,
    )
    assert.deepEqual(open.words, [
      { word: 'n/a', likely: null },
      { word: 'confidential', likely: 'suppressed' },
      { word: 'low', likely: null },
    ])
  })
  test('words for the status of a figure', () => {
    const open = asked('returns', mapping('status value'), file(['Normal value', '5'], ['p', '6'], ['odd', '7']), null)
    assert.deepEqual(
      open.statuses.map(({ word, likely }) => [word, likely]),
      [
        ['normal value', 'final'],
        ['p', 'provisional'],
        ['odd', null],
      ],
    )
  })
})

test('rows that were refused for want of an answer can be mended by one', () => {
  const met = { ...nothingYet, words: { 'n/a': 3 } }
  const open = asked('returns', mapping('value'), file(['5']), met)
  assert.equal(anyUnanswered(open, mapping('value'), met), true)
  assert.equal(anyUnanswered(open, mapping('value', { words: { 'n/a': 'not-applicable' } }), met), false)
  assert.equal(anyUnanswered(open, mapping('value'), null), false)
})
