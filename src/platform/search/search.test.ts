import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { excerptOf, termsIn } from './search.ts'

describe('what somebody looks for', () => {
  const check = (typed: string, ...expected: readonly string[]) =>
    test(typed || 'nothing', () =>
      assert.deepEqual(
        termsIn(typed).map(({ words, isBeginning, isLeftOut }) => `${isLeftOut ? '-' : ''}${words}${isBeginning ? '*' : ''}`),
        expected,
      ),
    )
  check('')
  check('place survey', 'place', 'survey')
  check('"place survey" results', 'place survey', 'results')
  check('survey -carers', 'survey', '-carers')
  check('home*', 'home*')
  check('PMG/090506/3', 'PMG/090506/3')
  check('& | ! ( ) * : -- "')
  check('"open quotation', 'open quotation')

  test('the last word may be unfinished while somebody types', () => {
    assert.deepEqual(
      termsIn('place sur', true).map(({ isBeginning }) => isBeginning),
      [false, true],
    )
    assert.equal(termsIn('place sur ', true).at(-1)?.isBeginning, false)
    assert.equal(termsIn('pl', true).at(-1)?.isBeginning, false, 'one or two letters begin too many words')
  })
})

describe('an excerpt', () => {
  const shown = (body: string, typed: string, length?: number) =>
    excerptOf(body, termsIn(typed), length)
      .map(({ text, isHit }) => (isHit ? `[${text}]` : text))
      .join('')

  test('marks the words that were looked for, in whatever form they stand', () => {
    assert.equal(shown('It was agreed the Minutes be amended.', 'minute agree'), 'It was [agreed] the [Minutes] be amended.')
  })
  test('is about the first of them', () => {
    const body = `${'Nothing to see here. '.repeat(30)}The Place Survey is due next week.`
    assert.match(shown(body, 'survey', 100), /^… .*The Place \[Survey\] is due next week\.$/)
  })
  test('of a text without them is its beginning', () => {
    assert.equal(shown('One two three four', 'five', 8), 'One two …')
  })
  test('marks no word that only begins alike', () => {
    assert.equal(shown('Artificial arts', 'art'), 'Artificial [arts]')
  })
})
