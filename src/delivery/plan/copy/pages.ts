import { setState } from '../../../actions/index.ts'
import type { Problem } from '../../../kernel/ruling.ts'
import { type Answer, type Handler, page, redirect, template, texts } from '../../../platform/web/index.ts'
import { toPlan } from '../frame.ts'
import { carriedInto, planKept } from '../pages.ts'
import type { Plan } from '../plan.ts'
import { lockPlan } from '../store.ts'
import type { CarriedAction } from './store.ts'

/** Once a plan is in force, whoever keeps it ends what it took over where it stood before: else both are on their owner's list. */
export const askToCloseCarried: Handler = async visit => {
  const plan = await planKept(visit)
  return carriedPage(plan, await carriedInto(visit, plan))
}

export const closeCarried: Handler = async visit => {
  const { db, body, today } = visit
  const plan = await planKept(visit)
  await lockPlan(db, plan.id)
  const carried = await carriedInto(visit, plan)
  const chosen = texts(body, 'actions')
  const closed = carried.filter(({ id }) => chosen.includes(String(id)))
  if (closed.length === 0) return carriedPage(plan, carried, [{ field: 'actions', text: 'Choose which of them are closed' }])
  for (const { id, becomes } of closed) await setState(db, id, { state: 'closed', outcome: `Carried into ${becomes}`, endedOn: today })
  return redirect(
    `plans/${plan.id}`,
    closed.length === 1 ? '1 action is closed as carried over' : `${closed.length} actions are closed as carried over`,
  )
}

function carriedPage(plan: Plan, carried: readonly CarriedAction[], problems: readonly Problem[] = []): Answer {
  const view = {
    title: 'Close what was carried over',
    caption: plan.title,
    actions: carried.map(({ id, reference, text, becomes }) => ({
      value: String(id),
      text: `${reference}: ${text}`,
      hint: { text: `Goes on as ${becomes}` },
      checked: problems.length === 0,
    })),
    back: `plans/${plan.id}`,
    breadcrumbs: toPlan(plan),
  }
  return page(template(import.meta.url, 'carried.njk'), view, problems)
}
