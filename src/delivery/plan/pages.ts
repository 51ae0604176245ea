import { idOf } from '../../kernel/ids.ts'
import { type Bearer, opens, reachOf } from '../../partnership/index.ts'
import { allow, found, type Handler, page, template, type Visit } from '../../platform/web/index.ts'
import { planFrame, toPlans } from './frame.ts'
import { isBeingWritten, isInForce, isWithin, type Plan } from './plan.ts'
import { allPlans, plan } from './store.ts'
import { listView } from './view.ts'

export const listPlans: Handler = async visit => {
  const all = (await allPlans(visit.db)).filter(each => maySeePlan(visit, each))
  return page(template(import.meta.url, 'list.njk'), listView(all))
}

export const showPlan: Handler = async visit => {
  const asked = await planAsked(visit)
  return page(template(import.meta.url, 'show.njk'), {
    title: asked.title,
    breadcrumbs: toPlans,
    around: planFrame(asked, 'Plan'),
    plan: asked,
  })
}

/** The plan of the address; for a scrutiny reader one that is not signed off is not there. */
export async function planAsked(visit: Pick<Visit, 'db' | 'params' | 'visitor'>): Promise<Plan> {
  const asked = found(await plan(visit.db, found(idOf<'plan'>(visit.params['plan']))))
  return found(maySeePlan(visit, asked) ? asked : null)
}

const maySeePlan = ({ visitor }: Pick<Visit, 'visitor'>, asked: Plan): boolean => visitor.role !== 'scrutiny' || isInForce(asked)

/** The plan of the address, where the visitor keeps it, whatever its state. */
export async function planKept(visit: Pick<Visit, 'db' | 'params' | 'visitor'>): Promise<Plan> {
  const asked = await planAsked(visit)
  allow(mayKeepPlan(visit, asked))
  return asked
}

export const mayKeepPlan = ({ visitor }: Pick<Visit, 'visitor'>, asked: Pick<Plan, 'groupId'>): boolean =>
  isWithin(reachOf('keep-plans', visitor), asked.groupId)

/** Who keeps it may change it now: it is neither submitted nor signed off. */
export const mayWritePlan = (visit: Pick<Visit, 'visitor'>, asked: Plan): boolean => mayKeepPlan(visit, asked) && isBeingWritten(asked)

/** Those who keep the partnership's records, and whoever chairs the group to which its own reports. */
export const maySignOff = ({ visitor }: Pick<Visit, 'visitor'>, asked: Pick<Plan, 'parentGroupId'>): boolean =>
  isWithin(reachOf('sign-off-plans', visitor), asked.parentGroupId)

/** Of some group: which one is asked beside the plan. */
export const mayKeepSomePlans = (visitor: Pick<Bearer, 'role' | 'duties'>): boolean => opens('keep-plans')(visitor)
export const maySignOffSomePlans = (visitor: Pick<Bearer, 'role' | 'duties'>): boolean => opens('sign-off-plans')(visitor)
