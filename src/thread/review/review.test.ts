import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { day } from '../../kernel/day.ts'
import { inOrder, reminderFor, standOf, standWords } from './review.ts'

const today = day('2009-10-01')
const dated = (dueOn: string, heldOn: string | null = null) => ({ dueOn: day(dueOn), heldOn: heldOn === null ? null : day(heldOn) })

describe('how a review stands', () => {
  const check = (name: string, review: ReturnType<typeof dated>, stand: string, words: string) =>
    test(name, () => {
      assert.equal(standOf(review, today), stand)
      assert.equal(standWords(review, today), words)
    })
  check('to come', dated('2009-10-15'), 'to-come', 'in 14 days')
  check('today is not overdue', dated('2009-10-01'), 'to-come', 'today')
  check('a day overdue', dated('2009-09-30'), 'overdue', '1 day overdue')
  check('held early', dated('2009-10-15', '2009-09-28'), 'held', 'held on 28 September 2009')
  check('held late', dated('2009-09-15', '2009-09-28'), 'held', 'held on 28 September 2009, 13 days after its date')
})

test('the longest overdue comes first, what was held last comes after all that is to be held', () => {
  const reviews = [
    dated('2009-12-01'),
    dated('2009-03-01', '2009-03-02'),
    dated('2009-09-20'),
    dated('2009-11-01'),
    dated('2009-08-20'),
    dated('2009-06-01', '2009-06-02'),
  ]
  assert.deepEqual(
    inOrder(reviews, today).map(({ dueOn }) => dueOn),
    ['2009-08-20', '2009-09-20', '2009-11-01', '2009-12-01', '2009-06-01', '2009-03-01'],
  )
})

describe('once before and once after', () => {
  const check = (name: string, review: ReturnType<typeof dated>, before: string, expected: string | null) =>
    test(name, () => assert.equal(reminderFor(review, day(before), today), expected))
  check('two weeks before', dated('2009-10-15'), '2009-09-30', 'soon')
  check('two weeks before, where some days were missed', dated('2009-10-12'), '2009-09-26', 'soon')
  check('fifteen days before is too early', dated('2009-10-16'), '2009-09-30', null)
  check('it was told of yesterday', dated('2009-10-14'), '2009-09-30', null)
  check('the day after', dated('2009-09-30'), '2009-09-30', 'late')
  check('two days after it was told of', dated('2009-09-29'), '2009-09-30', null)
  check('late counts where both were missed', dated('2009-09-29'), '2009-09-10', 'late')
  check('its own day is not late', dated('2009-10-01'), '2009-09-30', null)
  check('held', dated('2009-09-30', '2009-09-29'), '2009-09-30', null)
  check('no day has passed', dated('2009-10-15'), '2009-10-01', null)
})
