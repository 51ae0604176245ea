import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { ActionFact, AmbitionFact, DecisionFact, Facts, GroupFact, IndicatorFact, OutcomeFact, PlanFact } from './facts.ts'
import { countOf, type GapKindName, gapKindNames, gapsIn, worstOf } from './gap.ts'

const indicator = (changes: Partial<IndicatorFact> = {}): IndicatorFact => ({
  id: 111,
  reference: 'NI 111',
  title: 'First-time entrants',
  agreementId: 1,
  outcomeIds: [5],
  hasLead: true,
  contributors: [],
  reporterIds: [],
  isOffTarget: false,
  direction: null,
  ...changes,
})
const outcome = (changes: Partial<OutcomeFact> = {}): OutcomeFact => ({
  id: 5,
  title: 'Fewer young people get into trouble',
  themeId: 3,
  theme: 'Children and young people',
  agreementId: 1,
  groupIds: [7],
  ...changes,
})
const group = (changes: Partial<GroupFact> = {}): GroupFact => ({ id: 7, name: 'Trust', planDueOn: null, ...changes })
const action = (changes: Partial<ActionFact> = {}): ActionFact => ({
  id: 1,
  reference: 'CYP-PLAN/090401/1',
  title: 'Train 40 advisers',
  groupId: 7,
  source: 'plan',
  state: 'open',
  progress: 'under-way',
  rating: null,
  planId: 9,
  plannedId: 4,
  outcomeId: null,
  indicatorIds: [111],
  organisationIds: [],
  isShown: true,
  ...changes,
})
const agreed = (changes: Partial<ActionFact> = {}): ActionFact => action({ source: 'meeting', planId: null, plannedId: null, ...changes })
const plan = (changes: Partial<PlanFact> = {}): PlanFact => ({
  id: 9,
  groupId: 7,
  title: 'Plan of the Trust',
  startsOn: day('2009-04-01'),
  endsOn: day('2010-03-31'),
  outcomeIds: [5],
  isShown: true,
  ...changes,
})
const decision = (changes: Partial<DecisionFact> = {}): DecisionFact => ({
  id: 2,
  reference: 'PMG/090506/D1',
  text: 'To pay for mentors',
  groupId: 7,
  onDay: day('2009-05-06'),
  kind: 'agreed',
  actionIds: [],
  isCarriedOut: false,
  isShown: true,
  ...changes,
})
const ambition = (changes: Partial<AmbitionFact> = {}): AmbitionFact => ({
  id: 1,
  parentId: null,
  kind: 'ambition',
  title: 'Everybody thrives',
  visionId: 1,
  isServed: false,
  ...changes,
})

/** Nothing is missing. */
const whole: Facts = {
  today: day('2009-06-01'),
  indicators: [indicator()],
  outcomes: [outcome()],
  groups: [group()],
  actions: [action()],
  plans: [plan()],
  decisions: [],
  ambitions: [],
}

const check = (what: string, kind: GapKindName, changes: Partial<Facts>, expected: readonly string[]) =>
  test(what, () => {
    const found = gapsIn({ ...whole, ...changes }).find(({ name }) => name === kind)
    assert.deepEqual(
      found?.gaps.map(({ title, note }) => (note === '' ? title : `${title} (${note})`)),
      expected,
    )
  })

test('a thread that is whole has no gaps', () => {
  assert.equal(countOf(gapsIn(whole)), 0)
  assert.deepEqual(new Set(gapsIn(whole).map(({ name }) => name)), new Set(gapKindNames))
})

describe('an off-target indicator', () => {
  const off = { indicators: [indicator({ isOffTarget: true })] }
  const kind = 'off-target-without-action'
  check('has an open action', kind, off, [])
  check('has one that waits to be confirmed', kind, { ...off, actions: [action({ state: 'done' })] }, [])
  check('has one that a meeting agreed', kind, { ...off, actions: [agreed()] }, [])
  check('has none', kind, { ...off, actions: [] }, ['First-time entrants'])
  check('has a closed one only', kind, { ...off, actions: [action({ state: 'closed' })] }, ['First-time entrants'])
  check('has a dropped one only', kind, { ...off, actions: [action({ state: 'dropped' })] }, ['First-time entrants'])
  check('has one for another only', kind, { ...off, actions: [action({ indicatorIds: [112] })] }, ['First-time entrants'])
  check('has a proposed one only', kind, { ...off, actions: [action({ state: 'proposed' })] }, [
    'First-time entrants (1 action is proposed in a plan that is not signed off)',
  ])
  check('is on target', kind, { actions: [] }, [])
})

describe('what is done and what comes of it', () => {
  const [better, worse] = [indicator({ direction: 'improving' }), indicator({ id: 112, reference: 'NI 112', direction: 'worsening' })]
  const both = { indicators: [better, worse] }
  const well = 'going-while-worsening'
  check('on track and worse', well, { ...both, actions: [action({ rating: 'on-track', indicatorIds: [112] })] }, [
    'Train 40 advisers (NI 112 First-time entrants)',
  ])
  check('closed and worse', well, { ...both, actions: [action({ state: 'closed', indicatorIds: [112] })] }, [
    'Train 40 advisers (NI 112 First-time entrants)',
  ])
  check('on track and better', well, { ...both, actions: [action({ rating: 'on-track' })] }, [])
  check('on track, one better and one worse', well, { ...both, actions: [action({ rating: 'on-track', indicatorIds: [111, 112] })] }, [])
  check('on track for one that cannot be compared', well, { ...both, actions: [action({ rating: 'on-track', indicatorIds: [113] })] }, [])
  check('on track and held up', well, { ...both, actions: [action({ rating: 'on-track', progress: 'held-up', indicatorIds: [112] })] }, [])
  check('at risk and worse is to be expected', well, { ...both, actions: [action({ rating: 'at-risk', indicatorIds: [112] })] }, [])

  const stopped = 'stopped-while-improving'
  const shown = ['Train 40 advisers (NI 111 First-time entrants)']
  check('dropped and better', stopped, { ...both, actions: [action({ state: 'dropped' })] }, shown)
  check('off track and better', stopped, { ...both, actions: [action({ rating: 'off-track' })] }, shown)
  check('held up and better', stopped, { ...both, actions: [agreed({ progress: 'held-up' })] }, shown)
  check('dropped and worse', stopped, { ...both, actions: [action({ state: 'dropped', indicatorIds: [112] })] }, [])
  check('dropped, and it was to move nothing', stopped, { ...both, actions: [action({ state: 'dropped', indicatorIds: [] })] }, [])
  check('one that may not be shown', stopped, { ...both, actions: [action({ state: 'dropped', isShown: false })] }, [])
})

describe('who is asked', () => {
  check('an outcome for which no group answers', 'outcome-without-owner', { outcomes: [outcome({ groupIds: [] })] }, [
    'Fewer young people get into trouble (Children and young people)',
  ])
  check('an outcome that nothing measures', 'outcome-without-indicator', { indicators: [] }, [
    'Fewer young people get into trouble (Children and young people)',
  ])
  check('an indicator that nobody leads', 'indicator-without-lead', { indicators: [indicator({ hasLead: false })] }, [
    'First-time entrants',
  ])

  const kind = 'group-without-plan'
  check('a group that answers for a theme', kind, { plans: [] }, ['Trust (answers for Children and young people)'])
  check('with a draft', kind, { plans: [plan({ isShown: false })] }, [])
  check('with a plan of next year only', kind, { plans: [plan({ startsOn: day('2010-04-01'), endsOn: day('2011-03-31') })] }, [
    'Trust (answers for Children and young people)',
  ])
  check('a group that owes one', kind, { groups: [group(), group({ id: 8, name: 'Forum', planDueOn: day('2009-03-01') })] }, [
    'Forum (due 1 March 2009)',
  ])
  check('a group of which nobody expects one', kind, { groups: [group(), group({ id: 8, name: 'Forum' })] }, [])

  const nothing = 'contributor-without-contribution'
  const police = [{ id: 4, name: 'Police' }]
  const named = { indicators: [indicator({ contributors: police })] }
  check('a contributor while others act', nothing, named, ['Police (NI 111 First-time entrants)'])
  check('who has part in an action', nothing, { ...named, actions: [action({ organisationIds: [4] })] }, [])
  check('whose action is closed', nothing, { ...named, actions: [action(), action({ id: 2, state: 'closed', organisationIds: [4] })] }, [
    'Police (NI 111 First-time entrants)',
  ])
  check(
    'whose action is for another indicator',
    nothing,
    { ...named, actions: [action(), action({ indicatorIds: [112], organisationIds: [4] })] },
    ['Police (NI 111 First-time entrants)'],
  )
  check('who reports figures', nothing, { indicators: [indicator({ contributors: police, reporterIds: [4] })] }, [])
  check(
    'of what is off target, and nobody acts at all',
    nothing,
    { indicators: [indicator({ contributors: police, isOffTarget: true })], actions: [] },
    [],
  )
  check('of what is on course and for which nobody acts', nothing, { ...named, actions: [] }, [])
})

describe('what is planned, decided and wished', () => {
  const planned = 'plan-outcome-without-action'
  const missing = ['Fewer young people get into trouble (Plan of the Trust)']
  check('an outcome of a plan, by an indicator', planned, {}, [])
  check('by an action under it', planned, { actions: [action({ indicatorIds: [], outcomeId: 5 })] }, [])
  check('by an action of another plan only', planned, { actions: [action({ planId: 10 })] }, missing)
  check('by a dropped action only', planned, { actions: [action({ state: 'dropped' })] }, missing)
  check('in a plan that may not be shown', planned, { actions: [], plans: [plan({ isShown: false })] }, [])

  const nobody = 'decision-without-action'
  check('a decision from which nothing follows', nobody, { decisions: [decision()] }, ['To pay for mentors'])
  check('endorsed', nobody, { decisions: [decision({ kind: 'endorsed' })] }, ['To pay for mentors'])
  for (const kind of ['noted', 'refused', 'approved-minutes']) check(kind, nobody, { decisions: [decision({ kind })] }, [])
  check('from which an action follows', nobody, { decisions: [decision({ actionIds: [1] })] }, [])
  check('from which only what nobody may know follows', nobody, { decisions: [decision({ actionIds: [99] })] }, ['To pay for mentors'])
  check('that a plan is signed off', nobody, { decisions: [decision({ isCarriedOut: true })] }, [])
  check('that is not public', nobody, { decisions: [decision({ isShown: false })] }, [])

  const unserved = 'ambition-unserved'
  check('an ambition that nothing serves', unserved, { ambitions: [ambition()] }, ['Everybody thrives'])
  check('that is served', unserved, { ambitions: [ambition({ isServed: true })] }, [])
  check(
    'of which a priority is served',
    unserved,
    { ambitions: [ambition(), ambition({ id: 2, parentId: 1, kind: 'priority', isServed: true })] },
    [],
  )
  check(
    'of which one priority is not',
    unserved,
    {
      ambitions: [ambition({ isServed: true }), ambition({ id: 2, parentId: 1, kind: 'priority', title: 'Safe streets' })],
    },
    ['Safe streets (a priority)'],
  )

  check('a planned action that moves nothing', 'action-without-indicator', { actions: [action({ indicatorIds: [], state: 'proposed' })] }, [
    'Train 40 advisers',
  ])
  check('an action of a meeting is no gap for that', 'action-without-indicator', { actions: [agreed({ indicatorIds: [] })] }, [])
  check('but listed', 'agreed-without-indicator', { actions: [agreed({ indicatorIds: [] })] }, ['Train 40 advisers'])
})

test('the worst come first, what is only listed counts for nothing, and a group or a theme has its own', () => {
  const facts: Facts = {
    ...whole,
    indicators: [indicator({ isOffTarget: true }), indicator({ id: 112, title: 'Absence', hasLead: false, outcomeIds: [6] })],
    outcomes: [outcome(), outcome({ id: 6, themeId: 4, theme: 'Safer', groupIds: [8] })],
    groups: [group(), group({ id: 8, name: 'Forum' })],
    actions: [agreed({ indicatorIds: [] })],
    plans: [plan(), plan({ id: 10, groupId: 8, outcomeIds: [] })],
  }
  const counted = (narrowed?: Parameters<typeof gapsIn>[1]) =>
    gapsIn(facts, narrowed)
      .filter(({ gaps }) => gaps.length > 0)
      .map(({ name }) => name)
  assert.deepEqual(counted(), [
    'off-target-without-action',
    'indicator-without-lead',
    'plan-outcome-without-action',
    'agreed-without-indicator',
  ])
  assert.equal(countOf(gapsIn(facts)), 3)
  assert.deepEqual(counted({ groupId: 8, themeId: null }), ['indicator-without-lead'])
  assert.deepEqual(counted({ groupId: null, themeId: 3 }), ['off-target-without-action', 'plan-outcome-without-action'])
  assert.deepEqual(worstOf(gapsIn(facts), 1), {
    count: 3,
    worst: [{ text: 'NI 111 First-time entrants', href: 'indicators/111', note: 'off target, and no action is to move it', isGrave: true }],
  })
})
