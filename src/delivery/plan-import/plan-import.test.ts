import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type FileColumn, meaningOf, meaningsOf, meaningsProblem, milestonesIn } from './plan-import.ts'

describe('what the columns of a plan are called', () => {
  const check = (heading: string, column: FileColumn | null) =>
    test(`${heading}: ${column ?? 'left out'}`, () => assert.equal(meaningOf(heading), column))
  check('Key actions', 'text')
  check('Priority outcome', 'outcome')
  check('Lead Officer(s)', 'owners')
  check('Partners', 'contributors')
  check('Timescale', 'endsOn')
  check('Start date', 'startsOn')
  check('Success criteria', 'measure')
  check('Resources required', 'resources')
  check('Cost (£)', 'pounds')
  check('FTE', 'fte')
  check('Key milestones', 'milestones')
  check('Risks', 'risk')
  check('NI(s)', 'indicators')
  check('RAG status', null)

  test('of two that are called alike the second is left out', () =>
    assert.deepEqual(meaningsOf(['Action', 'Action', 'Lead']), ['text', null, 'owners']))
  test('one of them has the actions, and none is there twice', () => {
    const problems = (meanings: readonly (FileColumn | null)[]) => {
      const ruling = meaningsProblem(meanings)
      return ruling.accepted ? [] : ruling.problems
    }
    assert.deepEqual(problems(['owners', null]), [{ field: 'column-0', text: 'Say which column has the actions' }])
    assert.deepEqual(problems(['text', 'owners', 'owners']), [{ field: 'column-2', text: 'Two columns are Owner. Choose one' }])
    assert.deepEqual(problems(['text', 'owners', null]), [])
  })
})

describe('milestones in one cell', () => {
  const check = (cell: string, ...expected: (readonly [text: string, plannedOn: string | null])[]) =>
    test(cell === '' ? 'none' : cell, () =>
      assert.deepEqual(
        milestonesIn(cell).map(({ text, plannedOn }) => [text, plannedOn]),
        expected,
      ),
    )
  check('')
  check('Rooms are found (30 June 2009)', ['Rooms are found', '2009-06-30'])
  check(
    'Rooms are found (30/6/2009); all are trained by 30 September 2009',
    ['Rooms are found', '2009-06-30'],
    ['all are trained', '2009-09-30'],
  )
  check('Rooms are found – 30 June 2009\nOpen', ['Rooms are found', '2009-06-30'], ['Open', null])
  check('Half of the schools (12)', ['Half of the schools (12)', null])
  check('30 June 2009', ['30 June 2009', null])
})
