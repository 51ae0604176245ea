import assert from 'node:assert/strict'
import { test } from 'node:test'
import { disagreement, type Going } from './beside.ts'

/** What is counted before the stroke, what people say after it: + better, - worse, = no change, ? not comparable, ^ neither way is better. */
const cases: readonly (readonly [string, string | null])[] = [
  ['+++= / =', '3 of 4 indicators improve, while what people say does not (0 of 1).'],
  ['+++= / -', '3 of 4 indicators improve, while what people say gets worse (1 of 1).'],
  ['--+ / ++-', '2 of 3 indicators get worse, while what people say improves (2 of 3).'],
  ['-- / +-', '2 of 2 indicators get worse, while what people say does not (1 of 2).'],
  ['+- / +', 'What people say improves (1 of 1), while what is counted does not (1 of 2).'],
  ['= / -', 'What people say gets worse (1 of 1), while what is counted does not (0 of 1).'],
  [
    '+?^ / =',
    '1 of 1 indicators improve, while what people say does not (0 of 1). 2 of 4 are not counted: there is nothing to compare, or neither way is better.',
  ],
  [
    '+ / =?',
    '1 of 1 indicators improve, while what people say does not (0 of 1). 1 of 3 is not counted: there is nothing to compare, or neither way is better.',
  ],
  ['++ / +', null],
  ['-= / -', null],
  ['+- / =', null],
  ['++ / ', null],
  [' / --', null],
  ['++ / ?^', null],
  ['?^ / -', null],
  [' / ', null],
]
const directions = { '+': 'improving', '-': 'worsening', '=': 'no-change', '^': 'up', '?': null } as const
const goingFrom = (marks: string, isSaid: boolean): Going[] =>
  [...marks.trim()].map(mark => ({ isSaid, direction: directions[mark as keyof typeof directions] }))

for (const [marks, sentence] of cases)
  test(`${marks}: ${sentence ?? 'no disagreement'}`, () => {
    const [counted = '', said = ''] = marks.split('/')
    assert.equal(disagreement([...goingFrom(counted, false), ...goingFrom(said, true)]), sentence)
  })
