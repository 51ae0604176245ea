import type { PlanId, PlannedActionId, PlanState } from '../../src/delivery/plan/plan.ts'
import { exampleSetting } from '../../src/performance/closing/example.ts'
import type { FreshApp } from '../web/index.ts'
import type { ExampleMeeting } from './meeting.ts'

/** For tests: a plan of 2009-10 of that group, with one action of each of two kinds: complete in every respect, and with nothing said of it. */
export type ExamplePlan = { readonly planId: PlanId; readonly whole: PlannedAction; readonly bare: PlannedAction }
type PlannedAction = { readonly id: PlannedActionId; readonly actionId: number }

export async function examplePlan(
  { owner, partnershipId }: Pick<FreshApp, 'owner' | 'partnershipId'>,
  { groupId, seats }: Pick<ExampleMeeting, 'groupId' | 'seats'>,
  state: PlanState = 'draft',
): Promise<ExamplePlan> {
  return owner.begin(async db => {
    await db`select set_config('app.partnership', ${String(partnershipId)}, true), set_config('app.who', 'Helen Marsh', true), set_config('app.request', 'x', true)`
    const one = async <Row>(query: PromiseLike<readonly Row[]>): Promise<Row> => {
      const [row] = await query
      if (!row) throw new Error('The example was not made')
      return row
    }
    const { id: planId } = await one(db<{ id: PlanId }[]>`
      insert into delivery.plan (group_id, short_name, title, starts_on, ends_on, state)
      values (${groupId}, 'PMG-PLAN', 'Delivery plan 2009-10', '2009-04-01', '2010-03-31', ${state}) returning id`)
    const planned = async (number: number, text: string, endsOn: string | null, measure: string): Promise<PlannedAction> => {
      const actionState = state === 'signed-off' || state === 'revising' ? 'open' : 'proposed'
      const { id: actionId } = await one(db<{ id: number }[]>`
        insert into actions.action (source, source_id, group_id, source_name, source_day, number, text, due_on, state)
        values ('plan', ${planId}, ${groupId}, 'PMG-PLAN', '2009-04-01', ${number}, ${text}, ${endsOn}, ${actionState}) returning id`)
      const { id } = await one(db<{ id: PlannedActionId }[]>`
        insert into delivery.planned_action (plan_id, action_id, place, starts_on, ends_on, measure)
        values (${planId}, ${actionId}, ${number}, ${endsOn === null ? null : '2009-04-01'}, ${endsOn}, ${measure}) returning id`)
      return { id, actionId }
    }
    const whole = await planned(1, 'Train 40 advisers in every district', '2009-12-31', '40 advisers hold the certificate')
    await db`insert into actions.owner (action_id, seat_id) values (${whole.actionId}, ${seats.lead})`
    await db`insert into delivery.resource (plan_id, planned_action_id, pence) values (${planId}, ${whole.id}, 1250000)`
    await db`insert into delivery.milestone (planned_action_id, text, planned_on) values (${whole.id}, 'Half of them are trained', '2009-09-30')`
    const bare = await planned(2, 'Raise awareness', null, '')
    return { planId, whole, bare }
  })
}

/** An outcome, and an indicator (NI 16) that measures it once the test says so. */
export async function exampleOutcome(app: FreshApp): Promise<{ readonly outcomeId: number; readonly indicatorId: number }> {
  const { agreementId, burglary: indicatorId } = await exampleSetting(app)
  return app.visit('write', async db => {
    const [theme] = await db<
      { id: number }[]
    >`insert into performance.theme (agreement_id, title) values (${agreementId}, 'Safer') returning id`
    const [outcome] = await db<{ id: number }[]>`
      insert into performance.outcome (theme_id, title) values (${theme?.id ?? 0}, 'Fewer homes are broken into') returning id`
    return { outcomeId: outcome?.id ?? 0, indicatorId }
  })
}
