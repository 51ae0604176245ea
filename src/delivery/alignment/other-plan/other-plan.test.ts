import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asBefore, linesIn, linesTyped, type OtherLine, type OtherLineId } from './other-plan.ts'

const line = (typed: string, reference: string, text: string) =>
  test(`“${typed}” is ${reference || 'no reference'} and “${text}”`, () => {
    const ruling = linesIn(typed)
    assert.deepEqual(ruling.accepted && ruling.value, [{ reference, text }])
  })

line('Fewer young people offend', '', 'Fewer young people offend')
line('3.2 Fewer young people offend', '3.2', 'Fewer young people offend')
line('3) Fewer young people offend', '3', 'Fewer young people offend')
line('3.\tFewer young people offend', '3', 'Fewer young people offend')
line('NI 111 First-time entrants', 'NI 111', 'First-time entrants')
line('CP4/2 Play areas', 'CP4/2', 'Play areas')
line('CP4-2: Play areas', 'CP4-2', 'Play areas')
line('Priority one\tPlay areas', 'Priority one', 'Play areas')
line('• Play areas in villages', '', 'Play areas in villages')
line('Every child matters', '', 'Every child matters')
line('40 advisers are trained', '', '40 advisers are trained')
line('A 10 minute walk to a park', '', 'A 10 minute walk to a park')
line('\tIndented in a table\twith a column', 'Indented in a table', 'with a column')

test('empty lines are none, and what cannot be a line is told by its number', () => {
  const ruling = linesIn(`A\n\n  \n${'x'.repeat(501)}\n4\t`)
  assert.deepEqual(!ruling.accepted && ruling.problems.map(({ text }) => text), ['Line 4 must be 500 characters or fewer'])
  const problem = (pasted: string) => {
    const { accepted, ...rest } = linesIn(pasted)
    return !accepted && 'problems' in rest && rest.problems[0]?.text
  }
  assert.equal(problem(' \n'), 'Paste the lines of the plan, one on each line')
  assert.equal(problem('Play areas\n'.repeat(201)), 'Paste 200 lines at most: these are 201')
  assert.equal(problem('Play areas\n'.repeat(200)), false)
})

const before: OtherLine[] = [
  { id: 1 as OtherLineId, reference: '3.2', text: 'Fewer young people offend' },
  { id: 2 as OtherLineId, reference: '', text: 'Play areas' },
  { id: 3 as OtherLineId, reference: '3.3', text: 'Free swimming' },
]
test('lines that are shown to be changed are read as they were', () => {
  const again = linesIn(linesTyped(before))
  assert.deepEqual(
    again.accepted && again.value,
    before.map(({ reference, text }) => ({ reference, text })),
  )
})

const stays = (name: string, typed: string, expected: (number | null)[]) =>
  test(name, () => {
    const ruling = linesIn(typed)
    assert.deepEqual(
      asBefore(before, ruling.accepted ? ruling.value : []).map(({ id }) => id),
      expected,
    )
  })
stays('lines stay what they are in another order', 'Play areas\n3.3 Free swimming\n3.2 Fewer young people offend', [2, 3, 1])
stays('a line stays the same by its reference', '3.2 Young people stay out of trouble', [1])
stays('a line stays the same by its words', 'CP4 Play areas', [2])
stays('whatever is the same in every respect comes first', '3.3 Play areas\n3.3 Free swimming', [2, 3])
stays('a line is only one line afterwards', 'Play areas\nPlay areas\nLibraries', [2, null, null])
