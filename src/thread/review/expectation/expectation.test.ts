import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { type ActionFact, type MilestoneFact, toldFrom } from './expectation.ts'

const today = day('2009-10-15')
const action: ActionFact = {
  reference: 'CYP/090401/1',
  text: 'Train 40 advisers',
  endsOn: day('2009-09-30'),
  dueOn: day('2009-09-30'),
  state: 'open',
  endedOn: null,
  outcome: '',
  rating: null,
}
const milestone: MilestoneFact = {
  of: 'CYP/090401/1',
  text: 'Half are trained',
  plannedOn: day('2009-06-30'),
  forecastOn: null,
  metOn: null,
}
const ofPlan = (actions: readonly ActionFact[], milestones: readonly MilestoneFact[] = []) =>
  toldFrom({ kind: 'plan', actions, milestones }, today)

describe('what became of an action that was to end', () => {
  const check = (name: string, is: Partial<ActionFact>, words: string) =>
    test(name, () => assert.equal(ofPlan([{ ...action, ...is }]).happened.split('\n')[1], `CYP/090401/1: ${words}`))
  check('nothing', {}, 'not done')
  check('nothing, with what was last said', { rating: 'off track' }, 'not done; last said to be off track')
  check('not due yet', { endsOn: day('2009-12-31'), dueOn: day('2009-12-31') }, 'not due yet')
  check('its date was moved', { dueOn: day('2009-12-31') }, 'slipped, now due on 31 December 2009')
  check('done in time', { state: 'closed', endedOn: day('2009-09-30'), outcome: '41 are' }, 'done on 30 September 2009: 41 are')
  check('done a day late', { state: 'done', endedOn: day('2009-10-01') }, 'done on 1 October 2009, 1 day late')
  check('given up', { state: 'dropped', endedOn: day('2009-08-01'), outcome: 'No money' }, 'not pursued since 1 August 2009: No money')
  check('never signed off', { state: 'proposed' }, 'still only proposed')
})

describe('what became of a milestone', () => {
  const check = (name: string, is: Partial<MilestoneFact>, words: string) =>
    test(name, () =>
      assert.equal(ofPlan([], [{ ...milestone, ...is }]).happened.split('\n')[1], `Half are trained (CYP/090401/1): ${words}`),
    )
  check('not met', {}, 'not met')
  check('met', { metOn: day('2009-06-30') }, 'met on 30 June 2009')
  check('met late', { metOn: day('2009-07-02') }, 'met on 2 July 2009, 2 days late')
  check('slipped', { forecastOn: day('2009-11-30') }, 'slipped, expected on 30 November 2009')
})

test('a plan says what was to be done by when, and how much of it was done as planned', () => {
  const told = ofPlan([{ ...action, state: 'closed', endedOn: day('2009-09-01') }, action], [milestone])
  assert.equal(
    told.expected,
    'By 30 June 2009: Half are trained (milestone of CYP/090401/1)\nBy 30 September 2009: Train 40 advisers (CYP/090401/1)\nBy 30 September 2009: Train 40 advisers (CYP/090401/1)',
  )
  assert.equal(told.happened.split('\n')[0], '1 of 2 actions were done and 0 of 1 milestone was met by the planned date.')
  assert.match(ofPlan([]).expected, /No action was to end/)
})

test('a plan of five hundred actions fits into what a review keeps, and says how many it leaves out', () => {
  const told = ofPlan(Array.from({ length: 500 }, () => action))
  assert.ok(told.expected.length <= 10_000 && told.happened.length <= 10_000)
  assert.match(told.expected, /And \d+ more\.$/)
})

test('an indicator says what it is held to and how it does, several how many are off target', () => {
  const indicator = {
    name: 'NI 111 First-time entrants',
    target: '1,190 for 2008-09',
    ahead: '1,100 for 2009-10',
    actual: '1,250',
    period: '2008-09',
    judgement: 'Off target',
    isOffTarget: true,
    direction: 'worsening',
  }
  assert.deepEqual(toldFrom({ kind: 'indicators', indicators: [indicator] }, today), {
    expected: 'NI 111 First-time entrants: 1,190 for 2008-09; 1,100 for 2009-10',
    happened: 'NI 111 First-time entrants: 1,250 in 2008-09, off target, worsening',
  })
  const none = { ...indicator, target: null, ahead: null, actual: null, judgement: 'No figure yet', isOffTarget: false, direction: null }
  const both = toldFrom({ kind: 'indicators', indicators: [indicator, none] }, today)
  assert.match(both.happened, /^1 of 2 indicators is off target\.\n.*\n.*: no figure yet$/)
  assert.match(both.expected, /no target is set$/)
})

test('the thread as a whole is told by plans, judgements and gaps', () => {
  const whole = {
    owed: 6,
    signedOff: 4,
    judged: 30,
    onTarget: 20,
    gapsBefore: { onDay: day('2009-04-01'), count: 24 },
    gapsNow: { onDay: day('2009-10-14'), count: 1 },
  }
  const { expected, happened } = toldFrom({ kind: 'whole', whole }, today)
  assert.match(expected, /Every group that owes a plan has one that is signed off \(6\)\.[\s\S]*Fewer than the 24 gaps of 1 April 2009\./)
  assert.equal(happened, '4 of 6 plans are signed off.\n20 of 30 judged indicators are on target or better.\n1 gap on 14 October 2009.')
})
