import assert from 'node:assert/strict'
import { test } from 'node:test'
import { align, changeOf, likeTo, type Match, type Ours } from './alignment.ts'
import type { OtherLineId } from './other-plan/other-plan.ts'

const ours: Ours[] = [
  { key: 'action-1', reference: 'P/1', text: 'Mentors for young people who have offended' },
  { key: 'action-2', reference: 'P/2', text: 'Speed watch in twenty villages' },
  { key: 'outcome-3', reference: '', text: 'Safer roads' },
]
const like = (text: string, expected: string) =>
  test(`“${text}” is like ${expected || 'nothing'}`, () =>
    assert.equal(
      likeTo(ours)(text)
        .map(({ ours: { key }, words }) => `${key}: ${words.join(' ')}`)
        .join('; '),
      expected,
    ))

like('Fewer young offenders', 'action-1: young offenders')
like('Village speed limits', 'action-2: village speed')
like('Roads', 'outcome-3: roads')
like('Safe roads for young people who offended', 'action-1: young offended; outcome-3: safe roads')
// One word of many says nothing.
like('Village halls are open in the evening', '')
// Words that stand in every plan say nothing.
like('Improve support for people', '')
like('', '')

test('no more than three are offered', () => {
  const many = Array.from({ length: 5 }, (_, n) => ({ key: `action-${n}`, reference: '', text: 'Safer roads' }))
  assert.deepEqual(
    likeTo(many)('Safer roads').map(({ ours: { key } }) => key),
    ['action-0', 'action-1', 'action-2'],
  )
})

const match = (lineId: number, key: string): Match => ({ lineId: lineId as OtherLineId, key })
const line = (id: number, reference: string, text: string) => ({ id: id as OtherLineId, reference, text })

test('what somebody matched is in both, and the rest only there or only here', () => {
  const lines = [line(10, '1', 'Young people stay out of trouble'), line(11, '2', 'Free swimming'), line(12, '3', 'Fewer crashes')]
  const found = align(lines, ours, [
    match(10, 'action-1'),
    match(10, 'outcome-3'),
    match(12, 'outcome-3'),
    // Of an action that the reader may not see, and of a line of another plan.
    match(11, 'action-9'),
    match(20, 'action-2'),
  ])
  assert.deepEqual(
    found.both.map(({ line, ours: own }) => [line.id, own.map(({ key }) => key)]),
    [
      [10, ['action-1', 'outcome-3']],
      [12, ['outcome-3']],
    ],
  )
  assert.deepEqual(
    found.onlyThere.map(({ id }) => id),
    [11],
  )
  assert.deepEqual(
    found.onlyHere.map(({ key }) => key),
    ['action-2'],
  )
})

test('words alone never say that two lines are the same', () => {
  assert.deepEqual(align([line(10, '', 'Safer roads')], ours, []).both, [])
})

const changes = (name: string, shown: Match[], chosen: Match[], expected: ReturnType<typeof changeOf>) =>
  test(name, () => assert.deepEqual(changeOf(shown, chosen), expected))
const [a, b] = [match(10, 'action-1'), match(10, 'action-2')]
changes('what was shown and stays chosen is no change', [a], [a], { added: [], dropped: [] })
changes('what is chosen twice is added once', [], [b, b], { added: [b], dropped: [] })
changes('one takes the place of another', [a], [b], { added: [b], dropped: [a] })
changes('what was not shown is not taken out', [], [], { added: [], dropped: [] })
