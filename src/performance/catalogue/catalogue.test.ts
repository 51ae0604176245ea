import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { alreadyIn, type CatalogueEntry, choose, knownOf, matching } from './catalogue.ts'
import { catalogueFrom } from './catalogue-file.ts'
import { nationalSet } from './national-set.ts'

const entry = (reference: string | null, title: string, fields: CatalogueEntry['fields'] = {}): CatalogueEntry => ({
  number: 1,
  reference,
  title,
  fields,
  seenIn: '',
  isUnverified: false,
})

describe('the national set', () => {
  test('has its 198 indicators, each with a title, and says of 140 that nobody has checked it', () => {
    assert.deepEqual(
      nationalSet.map(({ reference }) => reference),
      Array.from({ length: 198 }, (_, index) => `NI ${index + 1}`),
    )
    assert.equal(nationalSet.filter(({ isUnverified }) => isUnverified).length, 140)
    assert.ok(nationalSet.every(({ title, seenIn, isUnverified }) => title !== '' && (seenIn === '') === isUnverified))
  })

  test('says of none which way is better', () => {
    assert.ok(nationalSet.every(each => knownOf(each).polarity === null))
  })
})

describe('searching', () => {
  const check = (asked: string, references: readonly string[]) =>
    test(`“${asked}” finds ${references.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(
        matching(nationalSet, asked).map(({ reference }) => reference),
        references,
      ))
  check('NI8', ['NI 8'])
  check('ni 008', ['NI 8'])
  check('museums', ['NI 10'])
  check('GALLERIES visits', ['NI 10'])
  check('dragons', [])
})

test('an entry is in an agreement that has its reference, or its title where it has none', () => {
  const isThere = alreadyIn([
    { reference: 'NI 8', title: 'Sport' },
    { reference: null, title: 'Litter' },
  ])
  assert.equal(isThere(entry('NI 8', 'Adult participation in sport')), true)
  assert.equal(isThere(entry('L1', 'Sport')), false)
  assert.equal(isThere(entry(null, 'LITTER')), true)
})

describe('what was chosen', () => {
  const wanted = { designation: 'local', outcomeIds: [] } as const
  const never = () => false

  test('is not added while one of it has no polarity, and nothing of the rest either', () => {
    const [a, b] = [entry('NI 8', 'Sport', { polarity: 'higher' }), { ...entry('NI 17', 'Anti-social behaviour'), number: 2 }]
    const ruling = choose(
      [a, b].map(each => ({ entry: each, said: knownOf(each) })),
      never,
      wanted,
    )
    assert.deepEqual(ruling, {
      accepted: false,
      problems: [{ field: 'polarity-2', text: 'NI 17 Anti-social behaviour: select which way is better' }],
    })
  })

  test('keeps what its catalogue says, and what was said of it', () => {
    const from = entry('A1', 'Waste', { unit: 'tonnes', lagDays: 40, polarity: 'lower', tolerance: '0.1', toleranceKind: 'relative' })
    const said = { ...knownOf(from), decimals: 2, frequency: 'quarter' as const }
    const ruling = choose([{ entry: from, said }], never, wanted)
    assert.ok(ruling.accepted)
    const [added] = ruling.value
    assert.equal(added?.unit, 'tonnes')
    assert.equal(added?.lagDays, 40)
    assert.equal(added?.decimals, 2)
    assert.equal(added?.frequency, 'quarter')
    assert.equal(added?.tolerance, '0.1')
    assert.equal(added?.polarity, 'lower')
  })

  test('is refused where the agreement has it by now', () => {
    const from = entry('NI 8', 'Sport', { polarity: 'higher' })
    const ruling = choose([{ entry: from, said: knownOf(from) }], () => true, wanted)
    assert.equal(ruling.accepted, false)
  })
})

describe('a file as a catalogue', () => {
  const read = (heading: string, ...rows: string[]) =>
    catalogueFrom(
      heading.split(','),
      rows.map((row, index) => ({ line: index + 2, fields: row.split(',') })),
    )

  test('is understood by its headings, in any order; what is not kept is named', () => {
    const ruling = read('Polarity,Indicator,Ref,Decimals,Frequency,Lead,Colour', 'Low,Burglary,ni016,1,Quarterly,Police,red')
    assert.ok(ruling.accepted)
    assert.deepEqual(ruling.value.leftOut, ['Lead', 'Colour'])
    assert.deepEqual(ruling.value.entries, [
      {
        number: 1,
        reference: 'NI 16',
        title: 'Burglary',
        fields: { polarity: 'lower', decimals: 1, frequency: 'quarter' },
        seenIn: '',
        isUnverified: false,
      },
    ])
  })

  test('leaves “annual” open: it may be the financial, the academic or the calendar year', () => {
    const ruling = read('Title,Frequency', 'Burglary,Annual')
    assert.ok(ruling.accepted)
    assert.deepEqual(ruling.value.entries[0]?.fields, {})
  })

  test('is refused as a whole, with each line that cannot be read', () => {
    const ruling = read(
      'Title,Polarity',
      'Burglary,lower',
      'Sport,sideways',
      ',high',
      'burglary,low',
      'Arts,bigger is better',
      'Litter,down',
    )
    assert.ok(!ruling.accepted)
    assert.deepEqual(
      ruling.problems.map(({ text }) => text.replace(/:.*/, '')),
      ['Line 3', 'Line 4', 'Line 5'],
    )
    assert.match(ruling.problems[2]?.text ?? '', /is on line 2 already/)
  })

  test('needs a column of titles', () => {
    const ruling = read('Foo,Bar', '1,2')
    assert.ok(!ruling.accepted)
    assert.match(ruling.problems[0]?.text ?? '', /now they are called Foo, Bar/)
  })
})
