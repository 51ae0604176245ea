import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import type { IndicatorId } from '../indicator/indicator.ts'
import { type Around, compareIndicators } from './indicator-comparison.ts'
import { constantProblems, type IndicatorFields, type IndicatorRow, indicatorReader, newIndicator } from './indicator-row.ts'
import { emptyMapping, type Mapping, type Meaning } from './mapping.ts'
import { indicatorFinder } from './naming.ts'

const mappingOf = (columns: string, other: Partial<Mapping> = {}): Mapping => ({
  ...emptyMapping,
  columns: columns.split(' ').map(column => ({
    heading: `[${column.replace('*', '')}]`,
    meaning: column.startsWith('*') ? null : (column.replace('*', '') as Meaning),
    names: column.includes('*'),
  })),
  ...other,
})

function reader(columns: string, other: Partial<Mapping> = {}) {
  const names: string[] = []
  const number = (name: unknown) => {
    const key = JSON.stringify(name)
    if (!names.includes(key)) names.push(key)
    return names.indexOf(key) + 1
  }
  const read = indicatorReader(mappingOf(columns, other), { numberOutcome: number, numberOrganisation: number })
  return { names, read: (row: string, line = 2) => read(line, row.split('|')) }
}

const says = ({ content, refusal }: IndicatorRow): string =>
  refusal ? `${refusal.column}: ${refusal.found}: ${refusal.reason}` : JSON.stringify(content?.given)

describe('a row of indicators', () => {
  const check = (columns: string, row: string, expected: string | RegExp, other: Partial<Mapping> = {}) =>
    test(row, () => {
      const text = says(reader(columns, other).read(row))
      if (typeof expected === 'string') assert.equal(text, expected)
      else assert.match(text, expected)
    })

  check('reference title polarity', 'ni008|Sport|Bigger is better', '{"reference":"NI 8","title":"Sport","polarity":"higher"}')
  check('title tolerance', 'Sport|5%', '{"title":"Sport","toleranceKind":"relative","tolerance":"0.05"}')
  check('title value-type decimals', 'Sport|Rate per 1,000|2', '{"title":"Sport","valueType":"rate","ratePer":1000,"decimals":2}')
  check('title frequency', 'Sport|annual', '{"title":"Sport","frequency":"academic-year"}', { years: 'academic' })
  check('title lag', 'Sport|6 weeks', '{"title":"Sport","lagDays":42}')
  check('title polarity', 'Sport|', '{"title":"Sport"}')
  check('title polarity', 'Sport|good', /^\[polarity\]: good: It is not understood which way is better/)
  check('title frequency', 'Sport|annual', /^\[frequency\]: annual: This may be the financial, the academic or the calendar year/)
  check('title tolerance', 'Sport|a bit', /^\[tolerance\]: a bit: This is not understood/)
  check('reference title', 'NI 1 and NI 2|Sport', /^\[reference\]: NI 1 and NI 2: This is not the reference of one indicator/)
  check('reference title', 'NI 191 (related)|Sport', /^\[reference\]/)
  check('title polarity', '|higher', /^\[title\]: : The indicator has neither a title nor a reference/)
  check('title polarity', `${'x'.repeat(401)}|higher`, /longer than 400 characters/)
  check('title polarity', 'Sport|higher|more', /This row has 3 cells/)
})

test('a theme and its outcomes, a lead and contributors are kept by name', () => {
  const { names, read } = reader('title theme outcome lead contributors')
  const { content } = read('Sport|Healthier|More active; Less ill|Council|NHS; Council')
  assert.deepEqual(
    names,
    ['{"theme":"Healthier","outcome":"More active"}', '{"theme":"Healthier","outcome":"Less ill"}', '"Council"', '"NHS"'].toSorted(
      (a, b) => names.indexOf(a) - names.indexOf(b),
    ),
  )
  assert.equal(content?.outcomes.length, 2)
  assert.equal(content?.contributors.length, 2)
})

test('a theme without an outcome has one of its name', () => {
  const { names, read } = reader('title theme')
  read('Sport|Healthier')
  assert.deepEqual(names, ['{"theme":"Healthier","outcome":"Healthier"}'])
})

test('what is said for the whole file has to be understood too', () => {
  const mapping = mappingOf('title', { constants: { tolerance: 'some', frequency: 'annual', polarity: 'higher' } })
  assert.deepEqual(
    constantProblems(mapping).map(({ field }) => field),
    ['constant-frequency', 'constant-tolerance'],
  )
})

test('a new indicator has a title and says which way is better; the rest is usual', () => {
  const made = newIndicator({ given: { title: 'Sport', polarity: 'higher' }, assumed: { decimals: 1, polarity: 'lower' } })
  assert.ok(made.accepted)
  assert.deepEqual([made.value.polarity, made.value.decimals, made.value.valueType, made.value.frequency], ['higher', 1, 'number', null])
  assert.equal(newIndicator({ given: { title: 'Sport' }, assumed: {} }).accepted, false)
  assert.equal(newIndicator({ given: { polarity: 'higher' }, assumed: {} }).accepted, false)
})

describe('compared with what is held', () => {
  const id = 7 as IndicatorId
  const fields: IndicatorFields = {
    reference: 'NI 8',
    title: 'Sport',
    definition: '',
    designation: 'local',
    polarity: 'higher',
    valueType: 'percentage',
    ratePer: null,
    unit: '%',
    decimals: 1,
    measurement: 'snapshot',
    frequency: 'quarter',
    lagDays: 30,
    source: '',
    note: '',
    toleranceKind: 'relative',
    tolerance: '0.050',
  }
  const around = (names: ReturnType<typeof reader>['names']): Around => ({
    find: indicatorFinder(
      [
        { ...fields, id },
        { ...fields, id: 8 as IndicatorId, reference: 'NI 9', title: 'Library' },
      ],
      [],
    ),
    held: new Map([
      [id, { fields, leadId: 3 }],
      [8 as IndicatorId, { fields: { ...fields, reference: 'NI 9', title: 'Library' }, leadId: null }],
    ]),
    series: new Set(),
    links: { outcomes: new Set(['7 5']), contributors: new Set() },
    outcomes: new Map(
      names.map((name, index) => [
        index + 1,
        {
          label: name,
          knownId: name.includes('Active') ? 5 : null,
          answer: name.includes('Wanted') ? { act: 'add' } : name.includes('Left') ? { act: 'leave' } : null,
        },
      ]),
    ),
    organisations: new Map(
      names.map((name, index) => [index + 1, { label: name, knownId: name.includes('Council') ? 3 : null, answer: null }]),
    ),
    headings: meaning => `[${meaning}]`,
  })
  const check = (what: string, columns: string, rows: string[], expected: string[], other: Partial<Mapping> = {}) =>
    test(what, () => {
      const { names, read } = reader(columns, other)
      const lines = rows.map((row, index) => {
        const { content } = read(row, index + 2)
        assert.ok(content)
        return { line: index + 2, content }
      })
      const found = compareIndicators(lines, around(names)).map(({ outcome, existing, columnName, reason }) =>
        outcome === 'refused'
          ? `refused ${columnName}: ${reason}`
          : outcome === 'revised'
            ? `revised ${Object.keys(existing?.fields ?? {})} ${existing?.adds.join(', ')}`
            : outcome,
      )
      assert.deepEqual(found, expected)
    })

  check('one that nobody knows is new', 'title polarity', ['Cycling|higher'], ['new'])
  check(
    'one without a polarity is refused',
    'title polarity',
    ['Cycling|'],
    ['refused [polarity]: It is not said which way is better. Write higher, lower, range or none'],
  )
  check('one that says the same is unchanged', 'reference title tolerance', ['NI 8|Sport|5%'], ['unchanged'])
  check('one that says something else is revised', 'reference title decimals', ['NI 8|Sport in the open|2'], ['revised title,decimals '])
  check('an empty cell leaves what is held', 'reference title decimals', ['NI 8||'], ['unchanged'])
  check('what is said for the whole file leaves what is held too', 'reference title', ['NI 8|Sport'], ['unchanged'], {
    constants: { decimals: '0' },
  })
  check('a reference decides before a title', 'reference title *name', ['NI 9|Sport|x'], ['revised title Its name in files: x'])
  check(
    'the same twice',
    'reference title',
    ['NI 8|Sport', 'ni8|Sport'],
    ['unchanged', 'refused [title]: This is the same indicator as line 2. Leave one of them out'],
  )
  check(
    'an outcome that nobody has agreed to',
    'title polarity outcome theme',
    ['A|higher|New|T'],
    ['refused [outcome]: The outcome “{"theme":"T","outcome":"New"}” is not known. Say whether to add it, or correct its name'],
  )
  check(
    'an outcome that was left out',
    'title polarity outcome theme',
    ['A|higher|Left|T'],
    ['refused [outcome]: The outcome “{"theme":"T","outcome":"Left"}” was left out. Add it, or correct its name'],
  )
  check('an outcome that was agreed to', 'title polarity outcome theme', ['A|higher|Wanted|T'], ['new'])
  check('a further outcome', 'reference outcome theme', ['NI 8|Wanted|T'], ['revised  Outcome: {"theme":"T","outcome":"Wanted"}'])
  check('an outcome that it has', 'reference outcome theme', ['NI 8|Active|T'], ['unchanged'])
  check('the lead that it has', 'reference lead', ['NI 8|Council'], ['unchanged'])
})

test('any row whatever is understood or refused with its column and reason', () => {
  const { read } = reader('reference title polarity value-type decimals frequency tolerance lag theme outcome lead')
  const cell = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 10 }), fc.constantFrom('NI 8', 'higher', 'rate', '5%', 'annual', '1', ''))
  fc.assert(
    fc.property(
      fc.array(
        cell.map(text => text.replaceAll('|', '')),
        { maxLength: 12 },
      ),
      fields => {
        const row = read(fields.join('|'))
        assert.ok(row.refusal ? row.refusal.column !== '' && row.refusal.reason !== '' : row.content !== null)
      },
    ),
  )
})
