import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { IndicatorId } from '../indicator/indicator.ts'
import {
  areaFinder,
  areaName,
  commonFrequencies,
  indicatorFinder,
  type KnownIndicator,
  likelyAreaKind,
  proposedTitle,
  seriesKey,
} from './naming.ts'

const indicator = (id: number, reference: string | null, title: string): KnownIndicator => ({
  id: id as IndicatorId,
  reference,
  title,
  polarity: 'higher',
  frequency: null,
  toleranceKind: null,
  unit: '',
  decimals: 0,
  valueType: 'number',
})
const name = (parts: Partial<Parameters<ReturnType<typeof indicatorFinder>>[0]>) => ({
  reference: null,
  title: null,
  unit: null,
  series: null,
  ...parts,
})

describe('an indicator is known by', () => {
  const find = indicatorFinder(
    [indicator(1, 'NI 8', 'Sport'), indicator(2, null, 'Waste'), indicator(3, 'NI 192', 'Waste'), indicator(4, 'L1', 'Burglary')],
    [
      { indicatorId: 2 as IndicatorId, name: { series: 'waste', measure: 'Tonnes' } },
      { indicatorId: 3 as IndicatorId, name: { series: 'waste', measure: 'Percentage' } },
    ],
  )
  const check = (what: string, given: Parameters<typeof name>[0], expected: number | string) =>
    test(what, () => {
      const found = find(name(given))
      assert.equal(found.kind === 'known' ? found.it.id : found.kind, expected)
    })
  check('its reference', { reference: 'NI 8' }, 1)
  check('its reference however it is written', { reference: 'ni008' }, 1)
  check('its title', { title: 'sport' }, 1)
  check('not by a title that two have', { title: 'Waste' }, 'several')
  check('the columns that name it', { title: 'Waste', series: { Series: 'waste', Measure: ' percentage ' } }, 3)
  check('the columns in any order', { series: { measure: 'Tonnes', series: 'waste' } }, 2)
  check('not by its title where columns name it otherwise', { title: 'Burglary', series: { series: 'crime' } }, 'unknown')
  check('its reference where the columns are not known', { reference: 'L1', series: { series: 'crime' } }, 4)
  check('nothing else', { reference: 'NI 9', title: 'Sport' }, 'unknown')
})

describe('an area is known by', () => {
  const find = areaFinder([
    { id: 1, code: 'E06000055', name: 'Bedford' },
    { id: 2, code: 'E07000002', name: 'Bedford' },
    { id: 3, code: null, name: 'Old Town' },
    { id: 4, code: 'X10000001', name: 'Wexcombe' },
  ])
  const check = (what: string, code: string, called: string, expected: number | string) =>
    test(what, () => {
      const given = areaName(code, called)
      const found = given && find(given)
      assert.equal(found === null ? 'nothing' : found.kind === 'known' ? found.it.id : found.kind, expected)
    })
  check('its code', ' e06000055 ', '', 1)
  check('its code, whatever it is called', 'E06000055', 'Bedford Borough', 1)
  check('its code in the column of names', '', 'E07000002', 2)
  check('its name in the column of codes', 'old  town', '', 3)
  check('not by a name that two have', '', 'Bedford', 'several')
  check('a code of one’s own where its name would be', '', 'x10000001', 4)
  check('nothing', ' ', '', 'nothing')
  check('a code that nobody has', 'E06000001', '', 'unknown')
})

test('what a code says an area is', () => {
  assert.deepEqual(['E05015239', 'E04000001', 'E01000001', 'E08000009', 'E92000001', 'K02000001', 'X1', null].map(likelyAreaKind), [
    'ward',
    'parish',
    'neighbourhood',
    'district',
    'nation',
    'nation',
    'other',
    'other',
  ])
})

test('the same columns are the same name, however they are written', () => {
  assert.equal(seriesKey({ 'Unit measure': 'Per  cent', sex: 'All' }), seriesKey({ Sex: 'all', unit_measure: 'per cent' }))
  assert.notEqual(seriesKey({ sex: 'Male' }), seriesKey({ sex: 'Female' }))
})

test('a title is proposed from what tells one series from another', () => {
  assert.equal(
    proposedTitle(name({ title: 'Smoking', unit: 'Persons', series: { indicator: 'Smoking', measure: 'Percentage', unit: 'Persons' } })),
    'Smoking',
  )
  assert.equal(proposedTitle(name({ series: { Age: '16 to 24', Sex: '', Series: 'Adjusted' } })), '16 to 24, Adjusted')
  assert.equal(proposedTitle(name({ reference: 'NI 8' })), 'NI 8')
})

test('only what fits all periods is offered, the simplest first', () => {
  assert.deepEqual(
    commonFrequencies([
      ['calendar-year', 'twelve-months-monthly', 'twelve-months-quarterly'],
      ['twelve-months-quarterly', 'twelve-months-monthly'],
    ]),
    ['twelve-months-quarterly', 'twelve-months-monthly'],
  )
  assert.deepEqual(commonFrequencies([['month'], ['quarter']]), [])
  assert.deepEqual(commonFrequencies([]), [])
})
