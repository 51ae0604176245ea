import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  castVotes,
  grouped,
  type Heading,
  type HeadingId,
  move,
  type Point,
  type PointId,
  ranked,
  readPoints,
  regroup,
  summary,
} from './workshop.ts'

const point = (id: number, more: Partial<Point> = {}): Point => ({
  id: id as PointId,
  headingId: null,
  mergedIntoId: null,
  text: `Point ${id}`,
  byPersonId: null,
  by: null,
  votes: 0,
  actionId: null,
  action: null,
  forwardItemId: null,
  ...more,
})
const heading = (id: number, title: string, implication = ''): Heading => ({ id: id as HeadingId, title, implication, place: id })

describe('points are read, one on each line', () => {
  const reads = (typed: string, said: readonly string[]) =>
    test(JSON.stringify(typed), () => {
      const ruling = readPoints(typed, ['Funding'])
      assert.deepEqual(ruling.accepted && ruling.value, said)
    })
  reads('Data reliability', ['Data reliability'])
  reads(' Communications \r\n\r\nDistrict   LSPs\n', ['Communications', 'District LSPs'])
  reads('▪ One\n➢ Two\n- Three\n4. Four\n5) Five', ['One', 'Two', 'Three', 'Four', 'Five'])
  reads('"Quoted in a cell"', ['Quoted in a cell'])
  reads('¾ year horizon\n2009 budgets', ['¾ year horizon', '2009 budgets'])
  reads('funding\nNew\nnew', ['New'])

  test('nothing, too many and too long are said', () => {
    const words = (typed: string) => {
      const ruling = readPoints(typed, [])
      return ruling.accepted ? '' : ruling.problems[0]?.text
    }
    assert.match(words(' \n ') ?? '', /Enter a point/)
    assert.match(words('x\n'.repeat(201)) ?? '', /at most 200/)
    assert.match(words('y'.repeat(1_001)) ?? '', /1,000 characters or fewer/)
  })
})

test('a workshop goes on step by step, and back where something was forgotten', () => {
  const goes = (from: Parameters<typeof move>[0]['state'], to: Parameters<typeof move>[1]) => move({ state: from }, to).accepted
  assert.equal(goes('collecting', 'grouping'), true)
  assert.equal(goes('grouping', 'collecting'), true)
  assert.equal(goes('collecting', 'voting'), false)
  assert.equal(goes('voting', 'closed'), true)
  assert.equal(goes('closed', 'voting'), true)
  assert.equal(goes('closed', 'closed'), false)
})

test('points stand under their headings, merged ones counted, those with most votes first', () => {
  const funding = heading(1, 'Funding')
  const all = [
    point(1, { headingId: funding.id, votes: 1 }),
    point(2, { headingId: funding.id, votes: 4 }),
    point(3, { mergedIntoId: 2 as PointId }),
    point(4, { votes: 4 }),
  ]
  const groups = grouped([funding, heading(2, 'Data')], all)
  assert.deepEqual(
    groups.map(group => [group.heading?.title ?? null, group.count, group.votes, group.points.map(({ id }) => id)]),
    [
      [null, 1, 4, [4]],
      ['Funding', 3, 5, [2, 1]],
      ['Data', 0, 0, []],
    ],
  )
  assert.deepEqual(
    ranked([funding], all).map(({ id }) => id),
    [2, 4, 1],
    'of two with as many votes the one that more people made comes first',
  )
})

describe('votes', () => {
  const all = [point(1), point(2), point(3, { mergedIntoId: 1 as PointId })]
  const casts = (name: string, typed: Readonly<Record<number, string>>, expected: [number, number][] | RegExp) =>
    test(name, () => {
      const ruling = castVotes(5, all, id => typed[id] ?? '')
      if (expected instanceof RegExp) assert.match(ruling.accepted ? '' : (ruling.problems.at(-1)?.text ?? ''), expected)
      else assert.deepEqual(ruling.accepted && [...ruling.value], expected)
    })
  casts('may be given to several', { 1: '3', 2: '2' }, [
    [1, 3],
    [2, 2],
  ])
  casts('need not be given', { 1: '0' }, [])
  casts('are no more than each has', { 1: '3', 2: '3' }, /You have 5 votes and gave 6. Take one back/)
  casts('are whole and not below nothing', { 1: '-2' }, /Enter how many of your votes, like 2/)
  casts('go to no point that was merged', { 3: '2' }, [])
})

test('only what was changed from what the page had shown is moved', () => {
  const typed: Readonly<Record<string, string>> = {
    'heading-1': '7',
    'was-1': '',
    'heading-2': '7',
    'was-2': '7',
    'heading-3': '',
    'was-3': '7',
  }
  const ruling = regroup([point(1), point(2), point(3), point(4)], [heading(7, 'Funding')], field => typed[field])
  assert.deepEqual(ruling.accepted && ruling.value, [
    { id: 1, headingId: 7 },
    { id: 3, headingId: null },
  ])
  assert.equal(regroup([point(1)], [], field => typed[field]).accepted, false, 'a heading that was removed meanwhile')
})

test('the minutes say what it came to', () => {
  const funding = heading(1, 'Funding', 'Plan jointly before budgets are set')
  const text = summary({ title: 'Money' }, grouped([funding], [point(1, { headingId: funding.id, votes: 2 }), point(2)]))
  assert.equal(
    text,
    'Workshop: Money.\n\nOther points (1 point):\n- Point 2\n\nFunding (1 point, 2 votes):\n- Point 1 (2 votes)\nWhat follows: Plan jointly before budgets are set',
  )
})
