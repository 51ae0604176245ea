import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { IndicatorId } from '../../performance/index.ts'
import { type Commentary, type CommentaryId, isSame, storiesFrom } from './commentary.ts'

const said = (id: number, endsOn: string, text: string): Commentary => ({
  id: id as CommentaryId,
  indicatorId: 1 as IndicatorId,
  areaId: 1 as AreaId,
  startsOn: day('2009-01-01'),
  endsOn: day(endsOn),
  text,
  reasonCodes: ['delivery'],
  byName: 'Amina Khan',
  onDay: day('2009-05-06'),
})

test('the latest word on a period counts, and the newest period comes first', () => {
  const stories = storiesFrom([said(1, '2009-03-31', 'First'), said(3, '2009-06-30', 'Later'), said(2, '2009-03-31', 'Second')])
  assert.deepEqual(
    stories.map(({ latest, earlier }) => [latest.text, ...earlier.map(({ text }) => text)]),
    [['Later'], ['Second', 'First']],
  )
})

test('the same words for the same reasons are nothing new', () => {
  const one = { text: 'Staff left', reasonCodes: ['delivery', 'funding'] as const }
  assert.ok(isSame(one, { ...one, reasonCodes: ['funding', 'delivery'] }))
  assert.ok(!isSame(one, { ...one, text: 'Staff have left' }))
  assert.ok(!isSame(one, { ...one, reasonCodes: ['delivery'] }))
})
