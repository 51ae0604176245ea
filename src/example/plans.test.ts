import assert from 'node:assert/strict'
import test from 'node:test'
import { addMonths, type Day, day } from '../kernel/day.ts'
import { financialYear } from '../kernel/period.ts'
import { type ExampleAction, type ExamplePlan, gapsOfPlans, plansOfWexcombe } from './plans.ts'

const days = ['2026-04-01', '2026-06-30', '2026-08-15', '2026-11-25', '2027-02-10', '2027-03-31', '2032-02-29'].map(day)

const actionsWhere = (plans: readonly ExamplePlan[], isSo: (action: ExampleAction, plan: ExamplePlan) => boolean) =>
  plans.flatMap(plan => plan.actions.filter(action => isSo(action, plan)).map(({ text }) => [plan.shortName, text]))

function gapsOn(today: Day) {
  const { owed, plans, year } = plansOfWexcombe(today)
  const secondQuarter = addMonths(year.startsOn, 3)
  return {
    groupsWithoutPlan: owed.groups.filter(group => !plans.some(plan => plan.group === group)),
    outcomesWithoutAction: plans.flatMap(plan =>
      plan.outcomes.filter(outcome => !plan.actions.some(action => action.outcome === outcome)).map(outcome => [plan.shortName, outcome]),
    ),
    actionsWithoutOwner: actionsWhere(plans, ({ owners }) => owners.length === 0),
    actionsWithoutDate: actionsWhere(plans, ({ to }) => to === null),
    actionsWithoutMeasure: actionsWhere(plans, ({ measure }) => measure === ''),
    actionsWithoutResource: actionsWhere(plans, ({ resources, isFree }) => resources.length === 0 && !isFree),
    actionsWithoutIndicator: actionsWhere(plans, ({ indicators }) => indicators.length === 0),
    actionsWithoutLastProgress: actionsWhere(
      plans,
      ({ progress }, { state }) => state === 'signed-off' && !progress.some(({ startsOn }) => startsOn === secondQuarter),
    ),
    milestonesOverdue: plans.flatMap(({ shortName, actions }) =>
      actions.flatMap(({ milestones }) =>
        milestones.filter(({ plannedOn, metOn }) => plannedOn < today && metOn === undefined).map(({ text }) => [shortName, text]),
      ),
    ),
    plansWithNothingConsidered: plans.filter(({ equality, risks }) => equality === '' && risks === '').map(({ shortName }) => shortName),
  }
}

const sorted = (gaps: Readonly<Record<string, readonly unknown[]>>) =>
  Object.fromEntries(Object.entries(gaps).map(([kind, found]) => [kind, found.map(each => JSON.stringify(each)).toSorted()]))

for (const today of days)
  test(`the plans of Wexcombe have the gaps that were put there and no others on ${today}`, () => {
    assert.deepEqual(sorted(gapsOn(today)), sorted(gapsOfPlans))
  })

test('two quarters of the plans’ year are over on any day, and it is the financial year where that can be', () => {
  for (const today of days) {
    const { startsOn, endsOn } = plansOfWexcombe(today).year
    assert.ok(addMonths(startsOn, 6) <= today && today <= endsOn, today)
  }
  assert.deepEqual(plansOfWexcombe(day('2026-11-25')).year, financialYear(2026))
})

test('whatever happened, happened before today and within the year, and starts before it ends', () => {
  for (const today of days) {
    const { plans, year } = plansOfWexcombe(today)
    for (const { steps, actions } of plans) {
      for (const { onDay } of steps) assert.ok(onDay <= today)
      for (const { text, from, to, milestones, progress, closed, moved } of actions) {
        assert.ok(from === null || to === null || (year.startsOn <= from && from <= to && to <= year.endsOn), `${text} on ${today}`)
        for (const { metOn } of milestones) assert.ok(metOn === undefined || metOn <= today, text)
        for (const { endsOn } of progress) assert.ok(endsOn < today, text)
        for (const { onDay } of moved) assert.ok(onDay <= today, text)
        assert.ok(closed === null || closed.endedOn <= today, text)
      }
    }
  }
})
