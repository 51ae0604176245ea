import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { toText } from '../../kernel/decimal.ts'
import {
  likelyStatus,
  namesIn,
  readDecimals,
  readDesignation,
  readFrequency,
  readLag,
  readMeasurement,
  readPolarity,
  readRange,
  readStatus,
  readTargetKind,
  readTolerance,
  readValue,
  readValueType,
} from './cell.ts'

describe('a value', () => {
  const check = (text: string, expected: string, words: Parameters<typeof readValue>[1] = {}) =>
    test(`${JSON.stringify(text)}: ${expected}`, () => {
      const cell = readValue(text, words)
      assert.equal(cell.kind === 'number' ? toText(cell.value) : cell.kind === 'absence' ? cell.absence : cell.kind, expected)
    })

  check('38.3', '38.3')
  check(' 1,234 ', '1234')
  check('12.5%', '12.5')
  check('£1.2m', '1200000')
  check('(5)', '-5')
  check('0', '0')
  check('', 'blank')
  check('  ', 'blank')
  check('<5', 'suppressed')
  check('< 10', 'suppressed')
  check('*', 'suppressed')
  check('..', 'not-published')
  check(':', 'not-published')
  check('x', 'not-published')
  check('X', 'not-published')
  check('n/a', 'word')
  check('N/A', 'word')
  check('-', 'word')
  check('NA', 'word')
  check('[c]', 'word')
  check('n/a', 'not-applicable', { 'n/a': 'not-applicable' })
  check('N/A', 'not-applicable', { 'n/a': 'not-applicable' })
  check('-', 'blank', { '-': 'blank' })
  check('12 or so', 'unreadable')
  check('1,5', 'unreadable')
  check('9'.repeat(40), 'unreadable')
  check('toString', 'word')
  check('constructor', 'word', { 'n/a': 'not-applicable' })
})

describe('which way is better is understood or refused, never guessed', () => {
  const check = (text: string, expected: ReturnType<typeof readPolarity>) =>
    test(`${text}: ${expected}`, () => assert.equal(readPolarity(text), expected))
  for (const text of [
    'higher',
    'High',
    'Bigger is better',
    'High value is good',
    'higher is better',
    'Increase',
    'up',
    'Maximise',
    'More is better',
  ])
    check(text, 'higher')
  for (const text of ['lower', 'Low', 'Smaller is better', 'Low value is good', 'Lower is better', 'Decrease', 'fewer', 'Minimise'])
    check(text, 'lower')
  for (const text of ['range', 'within range', 'in a range']) check(text, 'range')
  for (const text of ['none', 'neutral', 'Contextual', 'context']) check(text, 'none')
  for (const text of ['', 'yes', 'ASC', 'good', 'better', 'n/a', '1', 'highish']) check(text, null)
})

describe('how often', () => {
  const check = (text: string, expected: string, years: Parameters<typeof readFrequency>[1] = null) =>
    test(`${text}: ${expected}`, () => {
      const cell = readFrequency(text, years)
      assert.equal(cell.kind === 'frequency' ? cell.frequency : cell.kind, expected)
    })
  check('Monthly', 'month')
  check('quarterly', 'quarter')
  check('Financial year', 'financial-year')
  check('financial-year', 'financial-year')
  check('Annual (academic)', 'academic-year')
  check('Annual', 'which-year')
  check('Annual', 'financial-year', 'financial')
  check('yearly', 'calendar-year', 'calendar')
  check('rolling 12 months', 'twelve-months-monthly')
  check('twelve-months-quarterly', 'twelve-months-quarterly')
  check('3-year average', 'three-years')
  check('Survey', 'survey')
  check('sometimes', 'unreadable')
})

describe('tolerance', () => {
  const check = (text: string, expected: string | null) =>
    test(`${text}: ${expected}`, () => {
      const cell = readTolerance(text)
      assert.equal(cell && `${cell.kind} ${toText(cell.tolerance)}`, expected)
    })
  check('5%', 'relative 0.05')
  check('±2.5 %', 'relative 0.025')
  check('10 per cent', 'relative 0.10')
  check('0.5', 'absolute 0.5')
  check('2 percentage points', 'absolute 2')
  check('0', 'absolute 0')
  check('-5%', null)
  check('some', null)
})

describe('value type', () => {
  const check = (text: string, expected: string | null) =>
    test(`${text}: ${expected}`, () => {
      const cell = readValueType(text)
      assert.equal(cell && [cell.valueType, cell.ratePer].filter(part => part !== null).join(' '), expected)
    })
  check('percentage', 'percentage')
  check('Percentage (%)', 'percentage')
  check('number', 'number')
  check('Count', 'number')
  check('rate per 1,000', 'rate 1000')
  check('Crude rate per 100,000', 'rate 100000')
  check('per 1000 population', 'rate 1000')
  check('£', 'money')
  check('days', 'days')
  check('ratio', 'ratio')
  check('rate', null)
  check('index', null)
})

test('other words', () => {
  assert.deepEqual(['Snapshot', 'Year to date', 'rolling year', 'odd'].map(readMeasurement), ['snapshot', 'cumulative', 'rolling', null])
  assert.deepEqual(['Designated', 'local', 'Statutory', 'odd'].map(readDesignation), ['designated', 'local', 'statutory', null])
  assert.deepEqual(['30', '6 weeks', '3 months', '2 years', '-1', '99 years', 'soon'].map(readLag), [30, 42, 93, 732, null, null, null])
  assert.deepEqual(['1', '0', '10', '11', '1.5', ''].map(readDecimals), [1, 0, 10, null, null, null])
  assert.deepEqual(['Baseline', 'Target', 'milestone', 'Stretch target', 'odd'].map(readTargetKind), [
    'baseline',
    'target',
    'interim',
    'stretch',
    null,
  ])
  assert.deepEqual(namesIn('Police; Fire  service;police;'), ['Police', 'Fire service'])
})

test('the status of a figure', () => {
  assert.deepEqual(
    ['Normal value', 'Undefined', 'Provisional', 'p', 'Estimated value', 'Missing value; suppressed', 'Final', 'odd'].map(likelyStatus),
    ['final', 'final', 'provisional', 'provisional', 'estimated', 'suppressed', 'final', null],
  )
  assert.equal(readStatus('Odd', { odd: 'provisional' }), 'provisional')
})

test('a range', () => {
  const shown = (text: string) => {
    const range = readRange(text)
    return range && `${toText(range.low)} ${toText(range.high)}`
  }
  assert.deepEqual(['10 to 20', '10-20', '10 – 20', '10% - 20%', '1.5-2.5', '-5 to 5', '20', '-5', 'a to b'].map(shown), [
    '10 20',
    '10 20',
    '10 20',
    '10 20',
    '1.5 2.5',
    '-5 5',
    null,
    null,
    null,
  ])
})

test('no text whatever is more than it says', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), text => {
      for (const read of [
        readPolarity,
        readMeasurement,
        readDesignation,
        readTargetKind,
        readTolerance,
        readValueType,
        readLag,
        readDecimals,
        readRange,
        namesIn,
      ])
        read(text)
      const cell = readValue(text, {})
      if (cell.kind === 'number') assert.match(text, /\d/)
      if (cell.kind === 'blank') assert.equal(text.trim(), '')
    }),
    { numRuns: 2000 },
  )
})
