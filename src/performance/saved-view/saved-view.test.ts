import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { mayRemove, type SavedView, type SavedViewId, save, tidied, type ViewDraft } from './saved-view.ts'

const mine: SavedView = {
  id: 7 as SavedViewId,
  name: 'For the board',
  query: 'by=lead',
  madeBy: 1,
  madeByName: 'Priya Nair',
  madeOn: day('2009-05-06'),
}

describe('a view', () => {
  const check = (name: string, draft: Partial<ViewDraft>, by: number, expected: unknown) =>
    test(name, () => {
      const ruling = save({ name: 'Late ones', query: '', ...draft }, [mine], by)
      assert.deepEqual(ruling.accepted ? ruling.value.replaces : ruling.problems[0]?.text, expected)
    })
  check('is saved under a name', {}, 2, null)
  check('takes the place of one’s own of that name', { name: 'for the Board' }, 1, 7)
  check(
    'leaves that of another',
    { name: 'For the board' },
    2,
    'Priya Nair has already saved a view called For the board. Choose another name',
  )
  check('has a name', { name: '' }, 1, 'Enter a name for the view')
  check('has a name that is short', { name: 'x'.repeat(81) }, 1, 'The name must be 80 characters or fewer')
  check('is not endless', { query: 'x'.repeat(1001) }, 1, 'This view is too long to be kept. Choose less')
})

test('of an address only what the scorecard understands is kept', () => {
  const pairs = [...new URLSearchParams('hide=lead&find=a%26b&evil=1&agreement=3&hide=age&by=')]
  assert.equal(tidied(pairs), 'agreement=3&find=a%26b&hide=lead&hide=age')
})

test('who saved it may remove it, and whoever manages performance', () => {
  assert.deepEqual([mayRemove(mine, 1, false), mayRemove(mine, 2, false), mayRemove(mine, 2, true)], [true, false, true])
})
