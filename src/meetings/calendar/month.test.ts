import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { monthAsked, monthTitle, weeksOf } from './month.ts'

test('a month has weeks from Monday to Sunday, filled from the months beside it', () => {
  const may = weeksOf(day('2009-05-01'))
  assert.equal(may.length, 5)
  assert.equal(may[0]?.[0], '2009-04-27')
  assert.equal(may[4]?.[6], '2009-05-31')
  assert.equal(weeksOf(day('2010-02-01')).length, 4)
  assert.equal(weeksOf(day('2009-08-01')).length, 6)
})

test('a month is asked for by its number', () => {
  assert.equal(monthAsked('2009-05'), '2009-05-01')
  for (const wrong of ['2009-13', '0000-01', 'May 2009', '']) assert.equal(monthAsked(wrong), null)
  assert.equal(monthTitle(day('2009-05-01')), 'May 2009')
})
