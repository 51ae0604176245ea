import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  around,
  keyOf,
  type NodeKey,
  type NodeKind,
  type NodeRef,
  nodeKinds,
  type Thread,
  type ThreadNode,
  type Wanted,
  walk,
} from './node.ts'

/** 'action-1 serves outcome-2' in lines; whatever is named is there, and a title that ends in ! is not live. */
function thread(...lines: readonly string[]): Thread {
  const links = lines.map(line => {
    const [lower = '', ...rest] = line.split(' ')
    const upper = rest.pop() ?? ''
    return { lower: refOf(lower), upper: refOf(upper), relation: rest.join(' ') }
  })
  const nodes = links.flatMap(({ lower, upper }) => [lower, upper]).map(ref => [keyOf(ref), nodeOf(ref)] as const)
  return { nodes: new Map<NodeKey, ThreadNode>(nodes), links }
}
const refOf = (key: string): NodeRef => ({ kind: key.replace(/-\d+$/, '') as NodeKind, id: Number(key.match(/\d+$/)?.[0]) })
const nodeOf = (ref: NodeRef): ThreadNode => ({
  ...ref,
  reference: '',
  title: keyOf(ref),
  address: keyOf(ref),
  groupId: null,
  state: '',
  isLive: true,
})

const usual: Wanted = { up: 9, down: 9, kinds: new Set(nodeKinds), most: 60 }
const keys = (nodes: readonly { readonly node: ThreadNode }[]): string => nodes.map(({ node }) => keyOf(node)).join(' ')

const wexcombe = thread(
  'outcome-1 part of theme-1',
  'theme-1 serves ambition-1',
  'ambition-1 part of vision-1',
  'indicator-1 measures outcome-1',
  'indicator-1 measures outcome-2',
  'plan-1 serves outcome-1',
  'action-1 part of plan-1',
  'action-1 is to move indicator-1',
  'milestone-1 step of action-1',
  'person-1 owns action-1',
  'person-1 leads action-1',
  'person-1 sits on group-1',
  'group-1 owns plan-1',
  'group-1 reports to group-2',
  'item-1 taken at group-1',
)

/** A plan that serves two outcomes by three actions: one is to move an indicator, one stands under the other outcome, one says nothing. */
const planned = thread(
  'outcome-1 part of theme-1',
  'outcome-2 part of theme-2',
  'indicator-1 measures outcome-1',
  'plan-1 serves outcome-1',
  'plan-1 serves outcome-2',
  'plan-1 serves indicator-1',
  'action-1 part of plan-1',
  'action-1 is to move indicator-1',
  'action-2 part of plan-1',
  'action-2 serves outcome-2',
  'action-3 part of plan-1',
  'milestone-1 step of action-1',
  'milestone-3 step of action-3',
  'group-1 owns plan-1',
  'group-1 owns action-9',
)
/** Two decisions under one item: both are carried out by what was agreed there. */
const decided = thread(
  'decision-1 taken under item-1',
  'decision-2 taken under item-1',
  'item-1 taken at meeting-1',
  'decision-1 is about indicator-1',
  'decision-2 is about indicator-2',
  'action-1 follows from decision-1',
  'action-1 follows from decision-2',
  'action-1 agreed under item-1',
  'action-1 is to move indicator-1',
  'action-2 follows from decision-2',
  'action-2 agreed under item-1',
)

describe('one hop from a record', () => {
  const check = (record: string, expected: Partial<Record<keyof ReturnType<typeof around>, string>>) =>
    test(`of ${record}`, () => {
      const found = Object.entries(around(wexcombe, refOf(record))).flatMap(([place, hops]) =>
        hops.length === 0 ? [] : [[place, hops.map(({ node, words }) => `${words.join(' and ')} ${keyOf(node)}`).join(', ')]],
      )
      assert.deepEqual(Object.fromEntries(found), expected)
    })

  check('action-1', {
    why: 'is to move indicator-1, is part of plan-1',
    how: 'has as a step milestone-1',
    who: 'is owned by and is led by person-1',
  })
  check('indicator-1', { why: 'measures outcome-1, measures outcome-2', how: 'is to be moved by action-1' })
  check('outcome-1', { why: 'is part of theme-1', how: 'is measured by indicator-1, is served by plan-1' })
  check('vision-1', { how: 'has as a part ambition-1' })
  check('group-1', { who: 'has as a member person-1', answersFor: 'owns plan-1, took up item-1', belongsTo: 'reports to group-2' })
  check('person-1', { answersFor: 'owns and leads action-1', belongsTo: 'sits on group-1' })
  check('item-1', { who: 'was taken at group-1' })
  check('milestone-9', {})
})

describe('the neighbourhood of a record', () => {
  const check = (name: string, given: Thread, record: string, wanted: Partial<Wanted>, nodes: string, links?: string) =>
    test(name, () => {
      const walked = walk(given, refOf(record), { ...usual, ...wanted })
      assert.equal(keys(walked.nodes), nodes)
      if (links !== undefined)
        assert.equal(walked.links.map(({ lower, upper, words }) => `${keyOf(lower)} ${words} ${keyOf(upper)}`).join(', '), links)
    })
  const without = (...left: readonly NodeKind[]) => new Set(nodeKinds.filter(kind => !left.includes(kind)))

  check(
    'goes up to why, and not down again',
    wexcombe,
    'action-1',
    { down: 0 },
    'action-1 indicator-1 plan-1 outcome-1 outcome-2 theme-1 ambition-1 vision-1',
  )
  check('goes down to how, and not up again', wexcombe, 'theme-1', { up: 0 }, 'theme-1 outcome-1 indicator-1 plan-1 action-1 milestone-1')
  check('ends where it is to end', wexcombe, 'outcome-1', { up: 1, down: 1 }, 'outcome-1 theme-1 indicator-1 plan-1')
  check(
    'has what is reached twice once, with both links',
    wexcombe,
    'action-1',
    { up: 2, down: 0 },
    'action-1 indicator-1 plan-1 outcome-1 outcome-2',
    'action-1 is part of plan-1, action-1 is to move indicator-1, indicator-1 measures outcome-1, indicator-1 measures outcome-2, plan-1 serves outcome-1',
  )
  check(
    'comes to an end where records serve each other in a ring',
    thread('action-1 serves action-2', 'action-2 serves action-3', 'action-3 serves action-1', 'action-1 serves action-1'),
    'action-1',
    {},
    'action-1 action-2 action-3',
    'action-1 serves action-2, action-2 serves action-3, action-3 serves action-1',
  )
  check(
    'passes through what is not shown',
    wexcombe,
    'action-1',
    { down: 0, kinds: without('plan', 'indicator', 'theme') },
    'action-1 outcome-1 outcome-2 ambition-1 vision-1',
    'action-1 serves outcome-1, action-1 serves outcome-2, outcome-1 serves ambition-1, ambition-1 is part of vision-1',
  )
  check('shows the record itself, whatever its kind', wexcombe, 'plan-1', { kinds: new Set(['action']) }, 'plan-1 action-1')
  check(
    'of a group begins with what it answers for, and goes up and down from there',
    wexcombe,
    'group-1',
    { up: 1, down: 2 },
    'group-1 outcome-1 plan-1 item-1 action-1',
  )
  for (const [record, up, down] of [
    ['indicator-1', 'outcome-1 theme-1', 'plan-1 action-1 milestone-1'],
    ['outcome-1', 'theme-1', 'indicator-1 plan-1 action-1 milestone-1'],
    ['outcome-2', 'theme-2', 'plan-1 action-2'],
    ['theme-2', '', 'outcome-2 plan-1 action-2'],
    ['action-1', 'indicator-1 plan-1 outcome-1 theme-1', 'milestone-1'],
    ['action-2', 'outcome-2 plan-1 theme-2', ''],
    ['action-3', 'plan-1 outcome-1 outcome-2 indicator-1 theme-1 theme-2', 'milestone-3'],
    ['milestone-1', 'action-1 indicator-1 plan-1 outcome-1 theme-1', ''],
    ['plan-1', 'outcome-1 outcome-2 indicator-1 theme-1 theme-2', 'action-1 action-2 action-3 milestone-1 milestone-3'],
    ['group-1', '', 'plan-1 action-9 action-1 action-2 action-3 milestone-1 milestone-3'],
  ] as const)
    test(`a plan on the way passes on only what is said of the action: ${record}`, () => {
      const walked = (wanted: Partial<Wanted>) => keys(walk(planned, refOf(record), { ...usual, ...wanted }).nodes.slice(1))
      assert.equal(walked({ up: 0 }), down)
      if (record !== 'group-1') assert.equal(walked({ down: 0 }), up)
    })
  for (const [record, up, down] of [
    ['indicator-2', '', 'decision-2 action-2'],
    ['indicator-1', '', 'decision-1 action-1'],
    ['action-1', 'indicator-1 item-1 decision-1 decision-2 meeting-1', ''],
    ['action-2', 'item-1 decision-2 indicator-2 meeting-1', ''],
    ['meeting-1', '', 'item-1 decision-1 decision-2 action-1 action-2'],
  ] as const)
    test(`a decision on the way too: ${record}`, () => {
      const walked = (wanted: Partial<Wanted>) => keys(walk(decided, refOf(record), { ...usual, ...wanted }).nodes.slice(1))
      assert.deepEqual([walked({ down: 0 }), walked({ up: 0 })], [up, down])
    })
  test('a plan on the way is opened by the one action that says nothing, whichever is reached first', () => {
    const both = thread(
      'milestone-1 step of action-1',
      'milestone-1 step of action-3',
      'action-1 part of plan-1',
      'action-1 is to move indicator-1',
      'action-3 part of plan-1',
      'plan-1 serves outcome-1',
    )
    assert.equal(keys(walk(both, refOf('milestone-1'), usual).nodes), 'milestone-1 action-1 action-3 indicator-1 plan-1 outcome-1')
  })
  check(
    'joins an action over a plan that is not shown only to what is said of it',
    planned,
    'theme-1',
    { kinds: without('plan', 'indicator', 'milestone') },
    'theme-1 outcome-1 action-1',
    'outcome-1 is part of theme-1, action-1 serves outcome-1',
  )
  check(
    'joins an action that says nothing over its plan',
    planned,
    'action-3',
    { up: 2, kinds: without('plan', 'milestone') },
    'action-3 outcome-1 outcome-2 indicator-1',
    'action-3 serves outcome-1, action-3 serves outcome-2, action-3 serves indicator-1, indicator-1 measures outcome-1',
  )
  test('says how many further actions a plan on the way has, and not of the plan that is asked for', () => {
    const further = (record: string, wanted: Partial<Wanted> = {}) =>
      walk(planned, refOf(record), { ...usual, ...wanted }).nodes.find(({ node }) => node.kind === 'plan')?.further
    assert.deepEqual(
      ['indicator-1', 'action-3', 'plan-1', 'group-1'].map(record => further(record)),
      [2, 2, 0, 0],
    )
    assert.equal(further('indicator-1', { kinds: new Set(['plan']) }), 0)
  })
  check('of a record that is not there is nothing', wexcombe, 'plan-7', {}, '')

  test('leaves out the farthest, and says how many', () => {
    const walked = walk(wexcombe, refOf('action-1'), { ...usual, most: 3 })
    assert.deepEqual([keys(walked.nodes), walked.left], ['action-1 indicator-1 plan-1', 6])
  })
  test('says beside each who answers for it', () => {
    const { nodes } = walk(wexcombe, refOf('action-1'), { ...usual, up: 1, down: 0 })
    assert.deepEqual(
      nodes.map(({ who }) => keys(who)),
      ['person-1', '', 'group-1'],
    )
  })
})
