import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Band, bands, bandsOf, choose, lookOf, type SchemeName, schemeNames, schemeOf, shown } from './scheme.ts'

describe('the four judgements are shown', () => {
  const check = (name: SchemeName, expected: string) =>
    test(`${name}: ${expected}`, () => {
      const scheme = schemeOf(name)
      assert.equal(bands.map(band => `${scheme.words[band]} (${lookOf(scheme, shown(scheme, band))})`).join(', '), expected)
    })
  check('four', 'exceeding (exceeding), on target (on-target), within tolerance (within-tolerance), off target (off-target)')
  check('three', 'better than target (exceeding), on target (on-target), on target (on-target), worse than target (off-target)')
  check('red-amber-green', 'green (met), green (met), amber (within-tolerance), red (off-target)')
  check('floor-standard', 'target met (met), target met (met), floor standard met (within-tolerance), floor standard not met (off-target)')
})

test('what a scheme tells apart is shown as itself', () => {
  for (const name of schemeNames) for (const band of bandsOf({ name })) assert.equal(shown({ name }, band), band)
})

describe('words of one’s own', () => {
  const check = (name: SchemeName, typed: Partial<Record<Band, string>>, expected: unknown) =>
    test(`${name}: ${JSON.stringify(typed)}`, () => {
      const ruling = choose(name, typed)
      assert.deepEqual(ruling.accepted ? ruling.value : ruling.problems[0], expected)
    })
  check('four', {}, {})
  check('four', { 'off-target': ' At  risk ' }, { 'off-target': 'at risk' })
  check('four', { 'off-target': 'Off target' }, {})
  check('red-amber-green', { 'on-target': 'RAG green', exceeding: 'never read' }, { 'on-target': 'RAG green' })
  check('three', { exceeding: 'on target' }, { field: 'word-three-on-target', text: 'Two judgements cannot both be called on target' })
  check(
    'four',
    { exceeding: 'x'.repeat(31) },
    { field: 'word-four-exceeding', text: 'A judgement must be called by 30 characters or fewer' },
  )
})

test('what is shown as another is called as that one is', () => {
  assert.equal(schemeOf('three', { 'on-target': 'as planned' }).words['within-tolerance'], 'as planned')
})
