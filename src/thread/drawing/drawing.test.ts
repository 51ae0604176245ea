import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { keyOf, type NodeKind, nodeKinds, type ThreadNode, walk } from '../node/node.ts'
import { type Drawn, threadChart } from './drawing.ts'

function drawn(root: string, ...lines: readonly string[]): Drawn {
  const nodeOf = (key: string): ThreadNode => {
    const [kind = '', id] = key.split('-')
    return { kind: kind as NodeKind, id: Number(id), reference: '', title: key, address: key, groupId: null, state: '', isLive: true }
  }
  const links = lines.map(line => {
    const [lower = '', relation = '', upper = ''] = line.split('|')
    return { lower: nodeOf(lower), relation, upper: nodeOf(upper) }
  })
  const nodes = new Map(links.flatMap(({ lower, upper }) => [lower, upper]).map(node => [keyOf(node), node]))
  const kinds = new Set(nodeKinds)
  const walked = walk({ nodes, links }, nodeOf(root), { up: 99, down: 99, kinds, most: 60 })
  return { root: nodeOf(root), walked, own: [], judgements: new Map(), kinds }
}
const chart = (...given: Parameters<typeof drawn>) => threadChart(drawn(...given), 'Thread', '/')
const plan = [
  'indicator-1|measures|outcome-1',
  'plan-1|serves|outcome-1',
  'plan-1|serves|indicator-1',
  'action-1|part of|plan-1',
  'action-1|is to move|indicator-1',
  'person-1|owns|action-1',
  'organisation-1|contributes to|action-1',
  'organisation-2|leads|action-1',
]

describe('a thread reads from left to right', () => {
  test('why stands left of how, and each hangs from the nearest column towards the record', () => {
    const { bands, boxes } = chart('indicator-1', ...plan)
    assert.deepEqual(
      bands.map(({ name }) => name),
      ['Outcome', 'Indicator', 'Delivery plan', 'Action'],
    )
    assert.deepEqual(Object.fromEntries(boxes.map(({ id, under }) => [id, under])), {
      'indicator-1': null,
      'outcome-1': 'indicator-1',
      'plan-1': 'indicator-1',
      'action-1': 'plan-1',
    })
    assert.deepEqual(
      boxes.filter(({ isHere }) => isHere).map(({ id }) => id),
      ['indicator-1'],
    )
  })
  test('what an action is to move is drawn beside its plan; what the plan serves over its indicator is plain', () => {
    const { joins } = chart('indicator-1', ...plan)
    assert.deepEqual(joins.map(({ from, to, kind }) => `${from} ${kind} ${to}`).toSorted(), [
      'action-1 second indicator-1',
      'action-1 under plan-1',
      'indicator-1 under outcome-1',
      'plan-1 under indicator-1',
    ])
  })
  test('a box names who owns and leads, and counts who only contributes', () => {
    const rows = chart('indicator-1', ...plan).boxes.find(({ id }) => id === 'action-1')?.rows
    assert.deepEqual(rows, ['organisation-2 (leads)', 'person-1 (owns)', 'and 1 more'])
  })
  test('somebody who does stands first, without lines, and is named first', () => {
    const { bands, boxes, joins } = chart('organisation-1', ...plan)
    assert.equal(bands[0]?.name, 'Organisation')
    assert.ok(joins.every(({ from, to }) => !`${from} ${to}`.includes('organisation')))
    assert.equal(boxes.find(({ id }) => id === 'action-1')?.rows[0], 'organisation-1 (contributes to)')
  })
  test('of too many columns, meetings, their items and decisions share one', () => {
    const chain = ['vision', 'ambition', 'theme', 'outcome', 'indicator', 'plan', 'action', 'milestone'].map(kind => `${kind}-1`)
    const lines = chain.slice(1).map((lower, index) => `${lower}|serves|${chain[index]}`)
    const { bands, boxes } = chart(
      'milestone-1',
      ...lines,
      'action-2|is to move|indicator-1',
      'milestone-1|step of|action-2',
      'action-2|follows from|decision-1',
      'action-2|agreed under|item-1',
      'decision-1|taken under|item-1',
      'item-1|taken at|meeting-1',
      'target-1|is aimed for in|indicator-1',
      'ambition-1|part of|strategy-1',
    )
    assert.equal(bands.filter(({ name }) => name === 'Meetings').length, 1)
    assert.deepEqual(boxes.find(({ id }) => id === 'item-1')?.notes, ['Agenda item'])
  })
})
