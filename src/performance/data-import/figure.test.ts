import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { IndicatorId } from '../indicator/indicator.ts'
import { type Figure, figureReader, type Names, nothingMet } from './figure.ts'
import { emptyMapping, type Mapping, type Meaning } from './mapping.ts'
import { areaFinder, indicatorFinder, type KnownIndicator } from './naming.ts'

const indicator = (id: number, reference: string, other: Partial<KnownIndicator>): KnownIndicator => ({
  id: id as IndicatorId,
  reference,
  title: reference,
  polarity: 'higher',
  frequency: null,
  toleranceKind: null,
  unit: '',
  decimals: 0,
  valueType: 'number',
  ...other,
})

const names: Names = {
  findIndicator: indicatorFinder(
    [
      indicator(1, 'NI 1', { frequency: 'quarter' }),
      indicator(2, 'NI 2', { frequency: 'financial-year' }),
      indicator(3, 'NI 3', { frequency: 'academic-year' }),
      indicator(4, 'NI 4', { polarity: 'range', frequency: 'financial-year' }),
      indicator(5, 'NI 5', {}),
    ],
    [],
  ),
  findArea: areaFinder([
    { id: 1, code: 'E06000055', name: 'Wexcombe' },
    { id: 2, code: null, name: 'Old Town' },
    { id: 3, code: 'X2', name: 'Old Town' },
  ]),
  numberIndicator: ({ reference }) => Number(reference?.replace(/\D/g, '') || 99),
  numberArea: ({ code }) => (code === 'E06000055' ? 1 : 99),
  toleranceProblem: (_, { value }) => (value?.digits === 0n ? { text: 'A target of 0 needs an absolute tolerance' } : null),
}

const mappingOf = (columns: string, other: Partial<Mapping> = {}): Mapping => ({
  ...emptyMapping,
  columns: columns.split(' ').map(meaning => ({ heading: `[${meaning}]`, meaning: meaning as Meaning, names: false })),
  ...other,
})

function reading(kind: 'targets' | 'returns', columns: string, other: Partial<Mapping> = {}) {
  const met = nothingMet()
  const read = figureReader(kind, mappingOf(columns, other), names, met)
  return { met, read: (row: string) => read(2, row.split('|')) }
}

const shown = ({ indicatorNumber, areaNumber, period, targetKind, value, low, high, absence, status, refusal }: Figure): string =>
  refusal
    ? `${refusal.unreadable} ${refusal.column}: ${refusal.found}: ${refusal.reason}`
    : [
        `NI ${indicatorNumber}`,
        areaNumber,
        period && `${period.startsOn}/${period.endsOn}`,
        targetKind,
        value ?? absence ?? `${low}-${high}`,
        status,
      ]
        .filter(part => part !== null)
        .join(' ')

describe('a row of returns', () => {
  const check = (
    row: string,
    expected: string | RegExp,
    other: Partial<Mapping> = {},
    columns = 'reference area-code period value status',
  ) =>
    test(`${row}`, () => {
      const text = reading('returns', columns, other).read(row).map(shown).join('; ')
      if (typeof expected === 'string') assert.equal(text, expected)
      else assert.match(text, expected)
    })

  check('NI 1|E06000055|Q1 2008-09|1,234.5|', 'NI 1 1 2008-04-01/2008-06-30 1234.5 final')
  check('NI1|Wexcombe|2008/09 Q4|5|Provisional', 'NI 1 99 2009-01-01/2009-03-31 5 provisional')
  check('NI 2|E06000055|2008/09|<5|', 'NI 2 1 2008-04-01/2009-03-31 suppressed final')
  check('NI 2|E06000055|2008/09|..|', 'NI 2 1 2008-04-01/2009-03-31 not-published final')
  check('NI 2|E06000055|2008/09||Missing value; suppressed', 'NI 2 1 2008-04-01/2009-03-31 suppressed final')
  check('NI 2|E06000055|2008/09|n/a|', 'NI 2 1 2008-04-01/2009-03-31 not-applicable final', { words: { 'n/a': 'not-applicable' } })
  check('NI 2|E06000055|2008/09||', '')
  check('NI 2|E06000055|2008/09|n/a|', '', { words: { 'n/a': 'blank' } })
  // The indicator's frequency decides between equal labels, whatever the file's years are said to be.
  check('NI 3|E06000055|2008/09|5|', 'NI 3 1 2008-09-01/2009-08-31 5 final', { years: 'financial' })
  check('NI 5|E06000055|2008/09|5|', 'NI 5 1 2008-09-01/2009-08-31 5 final', { years: 'academic' })
  check('NI 5|E06000055|2008/09|5|', 'NI 5 1 2008-04-01/2009-03-31 5 final', { years: 'financial' })
  check('NI 1|E06000055|Q1 2008|5|', 'NI 1 1 2008-01-01/2008-03-31 5 final', { quarters: 'calendar' })
  check('NI 77|E06000055|2008/09|5|', 'NI 77 1 2008-04-01/2009-03-31 5 final')
  // What is refused says where, what and why.
  check('NI 2|E06000055|2008/09|n/a|', /^cell \[value\]: n\/a: This is not a number\. Say under/)
  check('NI 2|E06000055|2008/09|about 5|', /^cell \[value\]: about 5: This is not a number/)
  check('NI 2|E06000055|2008/09|5|odd', /^cell \[status\]: odd: It is not known/)
  check('NI 2|E06000055|2008/09|5|suppressed', /^cell \[status\]: suppressed: The row has the value 5/)
  check(
    'NI 1|E06000055|2008/09|5|',
    /^period \[period\]: 2008\/09: “2008\/09” is a financial year, and this indicator is reported by quarter/,
  )
  check('NI 1|E06000055|Q1 2008|5|', /^cell \[period\]: Q1 2008: This may be a quarter of the financial or of the calendar year/)
  check('NI 2|E06000055||5|', /^cell \[period\]: : The period is missing/)
  check('NI 2|E06000055|sometime|5|', /^cell \[period\]: sometime: This is not understood as a period/)
  check('NI 2||2008/09|5|', /^cell \[area-code\]: : No area is named/)
  check('NI 2|Old Town|2008/09|5|', /^cell \[area-code\]: Old Town: More than one area is called this/)
  check('|E06000055|2008/09|5|', /^cell \[reference\]: : No indicator is named/)
  check('NI 2|E06000055|2008/09', /^cell .*This row has 3 cells and the heading has 5/)
  check('NI 2|E06000055|2008/09|1|234|final', /^cell .*This row has 6 cells and the heading has 5/)
  check('NI 2|E06000055|2008/09|5||||', 'NI 2 1 2008-04-01/2009-03-31 5 final')
  // What is said once for the whole file, and periods in several columns.
  check(
    '5|',
    'NI 2 1 2008-04-01/2009-03-31 5 provisional',
    { constants: { reference: 'NI 2', 'area-code': 'E06000055', period: '2008-09', status: 'provisional' } },
    'value',
  )
  check('NI 1|E06000055|2008/09|Q2|7', 'NI 1 1 2008-07-01/2008-09-30 7 final', {}, 'reference area-code period period value')
  check(
    'NI 1|E06000055|01/04/2008|30/06/2008|7',
    'NI 1 1 2008-04-01/2008-06-30 7 final',
    {},
    'reference area-code first-day last-day value',
  )
  check(
    'NI 1|E06000055|Q1 2008-09|7|x|3',
    /^cell \[numerator\]: x: This is not a number/,
    {},
    'reference area-code period value numerator denominator',
  )
  check(
    'NI 1|E06000055|Q1 2008-09|7|9|12',
    /^cell \[interval-low\], \[interval-high\]: 9 to 12: The figure lies outside its interval/,
    {},
    'reference area-code period value interval-low interval-high',
  )
})

/** Columns as heading=meaning, parted by bars. */
const wideMapping = (columns: string, other: Partial<Mapping> = {}): Mapping => ({
  ...emptyMapping,
  columns: columns.split('|').map(column => {
    const [heading = '', meaning] = column.split('=')
    return { heading, meaning: (meaning ?? 'by-period') as Meaning, names: false }
  }),
  ...other,
})

describe('a row with its periods side by side', () => {
  const check = (
    row: string,
    expected: string | RegExp,
    columns = 'Ref=reference|Area=area-code|2007-08|Q1 2008-09|Q2 2008-09',
    { kind = 'returns', ...other }: Partial<Mapping> & { readonly kind?: 'returns' | 'targets' } = {},
  ) =>
    test(`${row} below ${columns}`, () => {
      const read = figureReader(kind, wideMapping(columns, other), names, nothingMet())
      const text = read(2, row.split('|'))
        .map(figure => `${figure.part}: ${shown(figure)}`)
        .join('; ')
      if (typeof expected === 'string') assert.equal(text, expected)
      else assert.match(text, expected)
    })

  check('NI 1|E06000055||5|6', '2: NI 1 1 2008-04-01/2008-06-30 5 final; 3: NI 1 1 2008-07-01/2008-09-30 6 final')
  // The indicator's frequency decides for each row.
  check(
    'NI 1|E06000055|4|5|',
    '1: period 2007-08: 2007-08: “2007-08” is a financial year, and this indicator is reported by quarter. Correct the period, or how often the indicator is reported; 2: NI 1 1 2008-04-01/2008-06-30 5 final',
  )
  check('NI 3|E06000055|4||', '1: NI 3 1 2007-09-01/2008-08-31 4 final')
  check('NI 1|E06000055||<5|..', '2: NI 1 1 2008-04-01/2008-06-30 suppressed final; 3: NI 1 1 2008-07-01/2008-09-30 not-published final')
  check('NI 1|E06000055|| |', '')
  check('|||||', '')
  check(
    'NI 1|E06000055||n/a|x7',
    /^2: cell Q1 2008-09: n\/a: This is not a number\. Say under.*; 3: cell Q2 2008-09: x7: This is not a number\. Correct it$/,
  )
  check('NI 1|E06000055||n/a|7', '3: NI 1 1 2008-07-01/2008-09-30 7 final', undefined, { words: { 'n/a': 'blank' } })
  // What is wrong with the whole row is said once.
  check('|E06000055||5|6', /^1: cell Ref: : No indicator is named[^;]*$/)
  check('NI 1|||5|6', /^1: cell Area: : No area is named[^;]*$/)
  check('NI 1|E06000055|5', /^1: cell .*This row has 3 cells and the heading has 5[^;]*$/)
  check('NI 1|E06000055|5|provisional', '1: NI 1 1 2008-04-01/2008-06-30 5 provisional', 'R=reference|A=area-code|Q1 2008-09|S=status')
  check('NI 1|E06000055|5|6', /^1: cell Q1 2008: Q1 2008: This may be a quarter of/, 'R=reference|A=area-code|Q1 2008|Q2 2008')
  check('NI 1|E06000055|5|', '1: NI 1 1 2008-01-01/2008-03-31 5 final', 'R=reference|A=area-code|Q1 2008|Q2 2008', { quarters: 'calendar' })
  check(
    'NI 1|E06000055|2008-09|5|6',
    '1: NI 1 1 2008-07-01/2008-09-30 5 final; 2: NI 1 1 2009-01-01/2009-03-31 6 final',
    'R=reference|A=area-code|Year=period|Q2|Quarter 4',
  )
  check(
    'NI 5|E06000055|2008/09|5|6',
    '1: NI 5 1 2008-04-01/2008-04-30 5 final; 2: NI 5 1 2009-03-01/2009-03-31 6 final',
    'R=reference|A=area-code|Year=period|Apr|March',
  )
  check(
    'NI 2|E06000055|38|40|42',
    '1: NI 2 1 2006-04-01/2007-03-31 baseline 38; 2: NI 2 1 2008-04-01/2009-03-31 target 40; 3: NI 2 1 2009-04-01/2010-03-31 target 42',
    'R=reference|A=area-code|Baseline 2006-07|Target 2008-09|2009-10',
    { kind: 'targets' },
  )
  check(
    'NI 4|E06000055|10 to 20|15',
    /^1: NI 4 1 2008-04-01\/2009-03-31 target 10-20; 2: cell 2009-10: 15: This indicator is to stay within a range/,
    'R=reference|A=area-code|2008-09|2009-10',
    { kind: 'targets' },
  )
  check(
    'NI 2|2008-09|5|6|7',
    /^1: NI 2 1 2008-04-01\/2009-03-31 5 final; 2: NI 2 99 2008-04-01\/2009-03-31 6 final; 3: cell Old Town: Old Town: More than one area/,
    'R=reference|P=period|E06000055=by-area|Fareham=by-area|Old Town=by-area',
  )
})

test('the same figures say the same in long and in wide form', () => {
  const periods = ['2007-08', '2008-09', 'Q1 2008-09', 'Q2 2008', '2008/09 Q4', 'Jun-08']
  const cell = fc.constantFrom('', '5', '1,234.5', '-0.50', '<5', '*', '..', 'n/a', 'x7', '12%', ' 7 ')
  const row = fc.tuple(
    fc.constantFrom('NI 1', 'NI 2', 'NI 3', 'NI 5', 'NI 9'),
    fc.constantFrom('E06000055', 'Old Town', 'Elsewhere'),
    fc.array(cell, { minLength: 6, maxLength: 6 }),
  )
  const said = fc.record({
    quarters: fc.constantFrom(null, 'financial' as const, 'calendar' as const),
    years: fc.constantFrom(null, 'academic' as const),
    words: fc.constantFrom<Mapping['words']>({}, { 'n/a': 'not-applicable' }, { 'n/a': 'blank' }),
  })
  fc.assert(
    fc.property(row, said, ([reference, area, values], other) => {
      const [long, wide] = [nothingMet(), nothingMet()]
      const readLong = figureReader('returns', wideMapping('R=reference|A=area-name|P=period|V=value', other), names, long)
      const readWide = figureReader('returns', wideMapping(`R=reference|A=area-name|${periods.join('|')}`, other), names, wide)
      const bare = ({ refusal, part: _, ...figure }: Figure) => ({ ...figure, refusal: refusal && { ...refusal, column: '' } })
      const longFigures = values.flatMap((value, at) => readLong(2, [reference, area, periods[at] ?? '', value]))
      const wideFigures = readWide(2, [reference, area, ...values])
      // An area that is two is said once for a row.
      if (area === 'Old Town' && longFigures.length > 0)
        assert.ok(wideFigures.every(({ refusal }) => refusal !== null) && wideFigures.length === 1)
      else assert.deepEqual(wideFigures.map(bare), longFigures.map(bare))
      if (area !== 'Old Town') assert.deepEqual(wide, long)
    }),
    { numRuns: 500 },
  )
})

describe('a row of targets', () => {
  const columns = 'reference area-code period target baseline stretch low high target-kind'
  const check = (row: string, expected: string | RegExp) =>
    test(row, () => {
      const text = reading('targets', columns).read(row).map(shown).join('; ')
      if (typeof expected === 'string') assert.equal(text, expected)
      else assert.match(text, expected)
    })
  check(
    'NI 2|E06000055|2008/09|40|38|42|||',
    'NI 2 1 2008-04-01/2009-03-31 baseline 38; NI 2 1 2008-04-01/2009-03-31 target 40; NI 2 1 2008-04-01/2009-03-31 stretch 42',
  )
  check('NI 2|E06000055|2008/09|40|||||interim', 'NI 2 1 2008-04-01/2009-03-31 interim 40')
  check('NI 4|E06000055|2008/09||||10|20|', 'NI 4 1 2008-04-01/2009-03-31 target 10-20')
  check('NI 4|E06000055|2008/09|10 to 20|||||', 'NI 4 1 2008-04-01/2009-03-31 target 10-20')
  check('NI 2|E06000055|2008/09||||||', '')
  check('NI 4|E06000055|2008/09|15|||||', /^cell \[target\]: 15: This indicator is to stay within a range/)
  check('NI 2|E06000055|2008/09||||10|20|', /^cell \[low\]: 10 to 20: This indicator has no range/)
  check('NI 4|E06000055|2008/09||||20|10|', /^cell \[low\]: 20 to 10: The upper bound is below the lower one/)
  check('NI 4|E06000055|2008/09||||20||', /^cell \[low\], \[high\]: 20: A range has two bounds/)
  check('NI 2|E06000055|2008/09|0|||||', /^cell \[target\]: 0: A target of 0 needs an absolute tolerance/)
  check('NI 2|E06000055|2008/09|some|||||', /^cell \[target\]: some: This is not a number/)
  check('NI 2|E06000055|2008/09|5|||||someday', /^cell \[target-kind\]: someday: This is not a kind of target/)
  check('NI 2|E06000055|2008/09|40|38||||baseline', /two values for the baseline/)
})

test('what was met on the way is counted', () => {
  const { met, read } = reading('returns', 'reference area-code period value status')
  for (const row of [
    'NI 2|E06000055|2008/09|n/a|',
    'NI 2|E06000055|2009/10|N/A|',
    'NI 2|E06000055|2009/10||',
    'NI 1|E06000055|Q1 2008|5|',
    'NI 2|E06000055|2009/10|5|odd',
  ])
    read(row)
  assert.deepEqual(
    [Object.fromEntries(met.words), Object.fromEntries(met.statuses), met.blank, met.quarters],
    [{ 'n/a': 2 }, { odd: 1 }, 1, true],
  )
})

test('any row whatever is understood or refused with its line, column and reason', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      'NI 1',
      'NI 2',
      'NI 4',
      'E06000055',
      '2008-09',
      'Q1 2008',
      'Q1 2008-09',
      '5',
      '<5',
      'n/a',
      '10-20',
      'final',
      'baseline',
      '',
    ),
  )
  for (const kind of ['returns', 'targets'] as const) {
    const columns = kind === 'returns' ? 'reference area-code period value status numerator' : 'reference area-code period target low high'
    const read = figureReader(kind, mappingOf(columns), names, nothingMet())
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 8 }), fc.integer({ min: 2, max: 1_000_000 }), (fields, line) => {
        for (const figure of read(line, fields)) {
          assert.equal(figure.line, line)
          if (figure.refusal) assert.ok(figure.refusal.column !== '' && figure.refusal.reason !== '')
          else
            assert.ok(
              figure.period && figure.indicatorNumber && figure.areaNumber && (figure.value ?? figure.absence ?? figure.low) !== null,
            )
        }
      }),
      { numRuns: 1000 },
    )
  }
})
