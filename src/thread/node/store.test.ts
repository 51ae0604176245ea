import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'
import { around, isKnownRelation, isNodeKind, keyOf, type NodeRef, type Thread } from './node.ts'
import { nodesOf, type Sight, threadBeside, wholeThread } from './store.ts'

const app = await freshApp({ after }, { example: true, now: '2026-11-22T10:00:00Z' })
const { owner, partnershipId } = app
const meeting = await exampleMeeting(app, { shortName: 'PXG', name: 'Another Management Group' })
const plan = await examplePlan(app, meeting)
const today = day('2026-11-22')
const everything: Sight = { today, takesPart: true, circles: () => 'all' }
const nothing: Sight = { today, takesPart: false, circles: () => assert.fail('Nothing that is public is confidential') }
const asking = <T>(work: (db: Db) => Promise<T>) => app.visit<T>('read', work as never) as Promise<T>

const whole = await asking(db => wholeThread(db, everything))
const action: NodeRef = { kind: 'action', id: plan.whole.actionId }

describe('the thread of Wexcombe', () => {
  test('has records of every module, each once, and links between those that are there', () => {
    const kinds = new Set([...whole.nodes.values()].map(({ kind }) => kind))
    for (const kind of [
      'theme',
      'outcome',
      'indicator',
      'target',
      'plan',
      'action',
      'milestone',
      'item',
      'decision',
      'group',
      'organisation',
      'person',
    ] as const)
      assert.ok(kinds.has(kind), kind)
    assert.ok(whole.links.length > 300)
    assert.ok(whole.links.every(({ lower, upper }) => whole.nodes.has(keyOf(lower)) && whole.nodes.has(keyOf(upper))))
  })
  test('uses no kind and no relation that nobody has words for', async () => {
    assert.deepEqual(
      [...whole.nodes.values()].filter(({ kind }) => !isNodeKind(kind)),
      [],
    )
    const [{ definitions = '' } = {}] = await owner<{ definitions: string }[]>`
      select string_agg(definition, ' ') as definitions from pg_views where viewname = 'shared_link'`
    const said = [...definitions.matchAll(/'([a-z ]+)'::text/g)].flatMap(([, words]) =>
      words === undefined || isNodeKind(words) ? [] : [words],
    )
    assert.deepEqual(
      [...new Set(said)].filter(words => !isKnownRelation(words) && words !== 'lead' && words !== 'target'),
      [],
    )
  })
  test('has one target of each indicator at a time, the one that holds today', () => {
    const targets = whole.links.filter(({ relation }) => relation === 'is aimed for in')
    assert.ok(targets.length > 10)
    assert.equal(new Set(targets.map(({ upper }) => keyOf(upper))).size, targets.length)
  })
  test('is beside one record what it is as a whole', async () => {
    const beside = await asking(db => threadBeside(db, action, everything))
    assert.deepEqual(around(beside, action), around(whole, action))
    assert.ok(
      around(beside, action).who.some(({ node }) => node.kind === 'person'),
      'whoever sits on the seat that owns it',
    )
  })
  test('has the records that are asked for', async () => {
    const asked: NodeRef[] = [action, { kind: 'plan', id: plan.planId }, { kind: 'plan', id: 9999 }]
    assert.deepEqual((await asking(db => nodesOf(db, asked, everything))).map(keyOf).toSorted(), asked.slice(0, 2).map(keyOf).toSorted())
  })
})

describe('who sees what of it', () => {
  const sees = ({ nodes }: Thread, ref: NodeRef): boolean => nodes.has(keyOf(ref))
  const wholeAs = (sight: Sight) => asking(db => wholeThread(db, sight))
  const asState = (state: string, isConfidential = false) =>
    owner`with changed as (update delivery.plan set state = ${state} where partnership_id = ${partnershipId} and id = ${plan.planId})
          update actions.action set is_confidential = ${isConfidential} where partnership_id = ${partnershipId} and id = ${action.id}`

  test('of a plan that is not signed off, only whoever takes part', async () => {
    await asState('draft')
    const [all, open] = [await wholeAs(everything), await wholeAs(nothing)]
    assert.deepEqual([sees(all, action), sees(open, action), sees(open, { kind: 'plan', id: plan.planId })], [true, false, false])
  })
  test('of a plan in force, everybody, with what it has planned', async () => {
    await asState('signed-off')
    const open = await wholeAs(nothing)
    assert.deepEqual([sees(open, action), sees(open, { kind: 'plan', id: plan.planId })], [true, true])
    assert.ok(![...open.nodes.values()].some(({ kind }) => kind === 'person'))
  })
  test('of what is confidential, those who see all of its group, in no link either', async () => {
    await asState('draft', true)
    const of = (circles: Sight['circles']): Sight => ({ today, takesPart: true, circles })
    const [mine, others] = [await wholeAs(of(() => [meeting.groupId])), await wholeAs(of(() => []))]
    assert.deepEqual([sees(mine, action), sees(others, action)], [true, false])
    assert.deepEqual(
      others.links.filter(({ lower, upper }) => [lower, upper].some(each => keyOf(each) === keyOf(action))),
      [],
    )
    await asState('draft')
  })
  test('what is confidential is asked for only where there is something that is', async () => {
    const fails: Sight = { ...everything, circles: () => assert.fail('Nothing here is confidential') }
    await asking(db =>
      threadBeside(db, { kind: 'outcome', id: [...whole.nodes.values()].find(({ kind }) => kind === 'outcome')?.id ?? 0 }, fails),
    )
  })
})
