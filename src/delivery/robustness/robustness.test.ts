import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'
import { type ActionToCheck, lacksOf, missingInWords, type PlanToCheck, robustnessInWords, robustnessOf } from './robustness.ts'

const whole: ActionToCheck = {
  id: 1 as PlannedActionId,
  reference: 'PMG-PLAN/090401/1',
  text: 'Train 40 advisers',
  owners: 1,
  startsOn: day('2009-04-01'),
  endsOn: day('2009-12-31'),
  measure: '40 hold the certificate',
  resources: 1,
  isFree: false,
  outcomeId: 7,
  indicatorIds: [12],
}
const plan: PlanToCheck = {
  id: 1 as PlanId,
  risks: 'Nobody applies',
  equality: 'Advisers in every district',
  sustainability: 'They train others',
  outcomes: [{ id: 7, title: 'More people volunteer', indicatorIds: [12, 13] }],
  indicators: [{ id: 12, reference: 'NI 6', title: 'Participation in regular volunteering' }],
  actions: [whole],
}

const actionLacks = (change: Partial<ActionToCheck>, expected: string) =>
  test(`an action with ${JSON.stringify(change)} lacks ${expected || 'nothing'}`, () =>
    assert.equal(lacksOf({ ...whole, ...change }).join(' '), expected))

actionLacks({}, '')
actionLacks({ owners: 0 }, 'owner')
actionLacks({ startsOn: null }, 'start')
actionLacks({ endsOn: null }, 'end')
actionLacks({ startsOn: null, endsOn: null }, 'start end')
actionLacks({ measure: '  ' }, 'measure')
actionLacks({ resources: 0 }, 'resource')
actionLacks({ resources: 0, isFree: true }, '')
actionLacks({ indicatorIds: [] }, 'indicator')

const planLacks = (change: Partial<PlanToCheck>, expected: string, isRobust = true) =>
  test(`a plan with ${JSON.stringify(change).slice(0, 80)} lacks ${expected || 'nothing'}`, () => {
    const found = robustnessOf({ ...plan, ...change })
    assert.equal(found.missing.map(({ lack }) => lack).join(' '), expected)
    assert.equal(found.isRobust, isRobust)
  })

planLacks({}, '')
planLacks({ actions: [] }, 'actions outcome-without-action indicator-without-action', false)
planLacks({ risks: ' ', equality: '', sustainability: '' }, 'risks equality sustainability')
planLacks({ actions: [{ ...whole, owners: 0 }] }, 'owner', false)
// An outcome is served by what stands under it, or by what is to move one of its indicators, of the plan or not.
planLacks({ actions: [{ ...whole, outcomeId: null }] }, '')
planLacks({ actions: [{ ...whole, outcomeId: null, indicatorIds: [13] }] }, 'indicator-without-action')
planLacks({ actions: [{ ...whole, outcomeId: 8, indicatorIds: [99] }] }, 'outcome-without-action indicator-without-action')
// That an action moves an indicator is asked of a plan, and not for delivery assurance (rules E10).
planLacks({ indicators: [], actions: [{ ...whole, indicatorIds: [] }] }, 'indicator')

const says = (actions: number, wholes: number, expected: string) =>
  test(expected, () => assert.equal(robustnessInWords({ actions, whole: wholes }), expected))

says(13, 9, '9 of 13 actions have everything')
says(13, 1, '1 of 13 actions has everything')
says(13, 13, 'All 13 actions have everything')
says(13, 0, 'None of its 13 actions has everything')
says(1, 1, 'Its only action has everything')
says(1, 0, 'Its only action does not have everything yet')
says(0, 0, 'It has no actions yet')

test('a letter tells what is missing, each in a sentence of its own', () => {
  const actions = [whole, { ...whole, owners: 0 }, { ...whole, owners: 0, measure: '' }]
  assert.deepEqual(missingInWords(robustnessOf({ ...plan, actions, equality: '' })), [
    '2 actions have no owner',
    '1 action has no measure',
    'nothing is said of equality',
  ])
})

test('what is missing is named', () => {
  assert.deepEqual(robustnessOf({ ...plan, actions: [{ ...whole, measure: '' }] }).missing, [
    { lack: 'measure', in: [{ of: 'action', id: 1, reference: 'PMG-PLAN/090401/1', title: 'Train 40 advisers' }] },
  ])
})
