import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { diffArrays } from 'diff'
import { type Content, reconcile } from './reconcile.ts'

const discussion = (text: string): Content => ({ kind: 'discussion', text, isWithheld: false, typed: {} })
const action = (owners: string, due: string): Content => ({
  kind: 'action',
  text: 'Write to chairs',
  isWithheld: false,
  typed: { owners, due },
})
const nothing = discussion('')
const kept = (sent: Content, seen: readonly Content[], now: Content | null) =>
  reconcile(sent, seen, now, { compare: diffArrays, who: 'Ruth Calder' })

describe('a piece that its writer sends', () => {
  test('new, or as they began with it, is kept as it is', () => {
    assert.equal(kept(discussion('One'), [], null).how, 'as-sent')
    assert.equal(kept(discussion('One and two'), [discussion('One')], discussion('One')).text, 'One and two')
  })

  test('further, after an answer that never came, is no conflict with their own words', () => {
    const { text, how } = kept(discussion('One and two'), [nothing, discussion('One')], discussion('One'))
    assert.deepEqual([text, how], ['One and two', 'as-sent'])
  })

  test('after somebody took it out is put back, since they write on in it', () => {
    assert.equal(kept(discussion('One and two'), [discussion('One')], null).text, 'One and two')
  })

  test('while another changed a further field keeps both', () => {
    const { typed, how } = kept(action('Gill, Karen', 'Friday'), [action('Gill', 'Friday')], action('Gill', 'end of June'))
    assert.deepEqual([typed, how], [{ owners: 'Gill, Karen', due: 'end of June' }, 'merged'])
  })

  test('while another changed the same field loses neither', () => {
    const { text, typed, how } = kept(action('Gill', 'Monday'), [action('Gill', 'Friday')], action('Gill', 'end of June'))
    assert.deepEqual([typed.due, text, how], ['end of June', 'Write to chairs\n[Ruth Calder wrote for due: Monday]', 'both'])
  })
})
