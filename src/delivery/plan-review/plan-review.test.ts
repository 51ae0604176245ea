import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { PlannedActionId } from '../plan/plan.ts'
import { answer, type Review, type TypedAnswer, tallied } from './plan-review.ts'

const check = (typed: Omit<TypedAnswer, 'question'>, expected: string) =>
  test(`${typed.answer || 'nothing'} with “${typed.sentence.slice(0, 20)}”: ${expected}`, () => {
    const ruling = answer([{ question: 'timed', ...typed }])
    assert.equal(ruling.accepted ? ruling.value.map(({ answer }) => answer).join() : ruling.problems[0]?.field, expected)
  })

check({ answer: 'yes', sentence: '' }, 'yes')
check({ answer: 'yes', sentence: 'With steps' }, 'yes')
check({ answer: 'no', sentence: 'Nothing has a date' }, 'no')
check({ answer: '', sentence: '' }, '')
check({ answer: '', sentence: 'Nothing has a date' }, 'timed-answer')
check({ answer: 'no', sentence: '' }, 'timed-sentence')
check({ answer: 'partly', sentence: '' }, 'timed-sentence')
check({ answer: 'yes', sentence: 'x'.repeat(1_001) }, 'timed-sentence')

test('what nobody answered is not counted as a no', () => {
  const review = (given: Review['answers']): Review => ({
    id: 1,
    personId: null,
    byName: 'Priya Nair',
    onDay: day('2009-05-06'),
    answers: given,
  })
  const yes = { question: 'specific', answer: 'yes', sentence: '', plannedActionId: null } as const
  const ofAction = { ...yes, answer: 'no', plannedActionId: 4 as PlannedActionId } as const
  assert.equal(tallied([review([yes]), review([]), review([yes, ofAction])], 'specific'), '2 yes')
  assert.equal(tallied([review([yes])], 'measurable'), '')
})
