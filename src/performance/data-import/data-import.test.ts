import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { confirm, fileProblem, goodRows, type ImportSummary, importStates, mayTake, nothingYet, take, tellApart } from './data-import.ts'

const summary = (counts: Partial<ImportSummary['counts']>, other: Partial<ImportSummary> = {}): ImportSummary => ({
  ...nothingYet,
  ...other,
  counts: { ...nothingYet.counts, ...counts },
})

describe('the life of an import', () => {
  test('it is checked before it is imported', () => {
    assert.equal(mayTake('import', 'uploaded'), false)
    assert.equal(mayTake('import', 'checking'), false)
    assert.equal(mayTake('import', 'checked'), true)
  })
  test('what is imported or given up is over', () => {
    for (const state of ['imported', 'cancelled'] as const)
      for (const step of ['check', 'import', 'cancel', 'answer'] as const) assert.equal(mayTake(step, state), false)
  })
  test('whatever is not over can be given up', () => {
    for (const state of importStates) assert.equal(mayTake('cancel', state), state !== 'imported' && state !== 'cancelled')
  })
  test('one that did not work can be tried again', () => assert.deepEqual(take('check', 'failed'), { accepted: true, value: 'checking' }))
  test('a step out of turn is refused in words', () => {
    const ruling = take('cancel', 'imported')
    assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), /^This import is imported/)
  })
})

describe('confirming', () => {
  const says = (asked: 'all' | 'good', seen: ImportSummary, reason = '') => {
    const ruling = confirm(asked, { state: 'checked', summary: seen }, reason)
    return ruling.accepted ? 'accepted' : ruling.problems[0]?.text
  }
  test('everything, when nothing is refused', () => assert.equal(says('all', summary({ new: 3 })), 'accepted'))
  test('not everything, when something is refused', () => assert.match(says('all', summary({ new: 3, refused: 1 })) ?? '', /refused now/))
  test('the good ones then', () => assert.equal(says('good', summary({ new: 3, refused: 1 })), 'accepted'))
  test('nothing is no import', () => assert.match(says('good', summary({ unchanged: 4, refused: 1 })) ?? '', /nothing in this file/))
  test('a final figure is not replaced without a reason', () => {
    assert.match(says('all', summary({ revised: 1 }, { replacesFinal: 1 })) ?? '', /Say why/)
    assert.equal(says('all', summary({ revised: 1 }, { replacesFinal: 1 }), 'A late return'), 'accepted')
  })
  test('what is new or revised is good', () => assert.equal(goodRows(summary({ new: 2, revised: 3, unchanged: 5, refused: 7 })), 5))
})

test('headings are told apart', () => {
  assert.deepEqual(tellApart(['Value', ' value  ', 'Value', '', 'x'.repeat(300)]), [
    'Value',
    'value',
    'Value (2)',
    'Column 4',
    'x'.repeat(200),
  ])
})

test('a file is wide within reason, and has rows', () => {
  assert.match(fileProblem(Array.from({ length: 1001 }, String), true) ?? '', /has 1,001 columns, and no more than 1,000 can be read/)
  assert.equal(fileProblem(Array.from({ length: 1000 }, String), true), null)
  assert.match(fileProblem(['a', 'b'], false) ?? '', /no rows/)
  assert.equal(fileProblem(['a', 'b'], true), null)
})
