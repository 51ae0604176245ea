import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { decisionsCited } from '../../meetings/index.ts'
import { type Bearer, type GroupId, opens, reachOf, type ShownPart } from '../../partnership/index.ts'
import {
  type Answer,
  allow,
  editionOf,
  entered,
  type Fields,
  found,
  type Handler,
  mayTakePart,
  overtaken,
  page,
  redirect,
  template,
  text,
  texts,
  type Visit,
} from '../../platform/web/index.ts'
import { readYear } from '../form.ts'
import { stepsOf } from '../life-cycle/store.ts'
import { groupsToChoose } from '../requirement/store.ts'
import { robustnessOf } from '../robustness/robustness.ts'
import { plansToCheck } from '../robustness/store.ts'
import type { Choices } from './content/content.ts'
import { contentOf } from './content/store.ts'
import { shortNameOf } from './copy/copy.ts'
import { type CarriedAction, copyPlan, stillOpenBefore } from './copy/store.ts'
import { readBeginning, readPlan } from './form.ts'
import { planFrame, toPlan, toPlans } from './frame.ts'
import { isBeingWritten, isInForce, isWithin, notWrittenNow, type Plan, planYear } from './plan.ts'
import { sightIn } from './sight.ts'
import { addPlan, allPlans, changePlan, indicatorsToChoose, lockPlan, outcomesToChoose, peopleToWrite, plan, setServed } from './store.ts'
import { choicesView, type PlanFields, planFields, planFieldsInWords, planView } from './view.ts'

/** What a module says of a plan. */
export type PlanPart = (visit: Visit, planId: Plan['id']) => Promise<ShownPart | null>

export type CrossCuttingOf = (asked: Pick<Visit, 'db'>, actionIds: readonly number[]) => Promise<ReadonlyMap<number, string>>

export const showPlan =
  (others: readonly PlanPart[], crossCuttingOf: CrossCuttingOf): Handler =>
  async visit => {
    const asked = await planAsked(visit)
    const write = mayKeepSomePlans(visit.visitor) && mayKeepPlan(visit, asked)
    const isAsked = mayTakePart(visit.visitor) && (isBeingWritten(asked) || asked.isWaiting)
    const [content, story, [toCheck], carried, ...parts] = await Promise.all([
      contentSeen(visit, asked),
      storyOf(visit, asked),
      isAsked ? plansToCheck(visit.db, [asked.id], sightIn(reachOf('see-confidential', visit.visitor))) : [],
      write ? carriedInto(visit, asked) : [],
      ...others.map(part => part(visit, asked.id)),
    ])
    const crossCutting = await crossCuttingOf(
      visit,
      content.actions.map(({ actionId }) => actionId),
    )
    const view = planView({
      crossCutting,
      plan: asked,
      content,
      robustness: toCheck === undefined ? null : robustnessOf(toCheck),
      story,
      may: {
        write,
        signOff: maySignOffSomePlans(visit.visitor) && maySignOff(visit, asked),
      },
      carried: carried.length,
      today: visit.today,
    })
    return page(template(import.meta.url, 'show.njk'), {
      ...view,
      about: { kind: 'plan', id: asked.id },
      breadcrumbs: toPlans,
      around: planFrame(asked, 'Plan'),
      parts: parts.filter(part => part !== null),
    })
  }

/** What became of it, for its page; who signed it off and why is for everybody once it is in force. */
async function storyOf(visit: Visit, plan: Plan) {
  const all = await stepsOf(visit.db, plan.id)
  const steps = visit.visitor.role === 'scrutiny' ? all.filter(({ kind }) => kind === 'signed-off') : all
  const decisions = await decisionsCited(
    visit,
    steps.flatMap(({ decisionId }) => decisionId ?? []),
  )
  return { steps, decisions, isRevised: isInForce(plan) && all.some(({ kind }) => kind === 'revising') }
}

/** What is confidential in it is there for those who see that of the group, and is not counted for others. */
export function contentSeen(
  { db, today, visitor }: Pick<Visit, 'db' | 'today' | 'visitor'>,
  { id, groupId }: Pick<Plan, 'id' | 'groupId'>,
) {
  return contentOf(db, id, today, isWithin(reachOf('see-confidential', visitor), groupId) ? 'all' : 'open')
}

/** Nothing is offered before the plan holds. */
export async function carriedInto({ db, visitor }: Pick<Visit, 'db' | 'visitor'>, plan: Plan): Promise<CarriedAction[]> {
  return isInForce(plan)
    ? stillOpenBefore(db, plan.id, { seesConfidential: isWithin(reachOf('see-confidential', visitor), plan.groupId) })
    : []
}

export const newPlan: Handler = async visit => {
  const { query } = visit
  return beginningPage(visit, { groupId: text(query, 'group'), year: text(query, 'year'), from: text(query, 'from') })
}

export const createPlan: Handler = async visit => {
  const { db, body } = visit
  const { groups, plans, all } = await beginnings(visit)
  const read = readBeginning(body, { groups, plans })
  if (!read.accepted) return beginningPage(visit, body, read.problems)
  const { groupId, year, title, from } = read.value
  const there = all.find(each => each.groupId === groupId && each.startsOn === year.startsOn)
  if (there) return beginningPage(visit, body, [{ field: 'year', text: `${there.group} has a plan for that year already: ${there.title}` }])
  const taken = all.filter(each => each.startsOn === year.startsOn).map(({ shortName }) => shortName)
  const shortName = shortNameOf(groups.find(({ id }) => id === groupId)?.shortName ?? '', taken)
  const before = all.find(({ id }) => id === from)
  const id = await addPlan(db, {
    groupId,
    shortName,
    title: title || `Delivery plan ${planYear(year)}`,
    ...year,
    ...(before && { leadId: before.leadId, progressEvery: before.progressEvery }),
  })
  if (before === undefined) return redirect(`plans/${id}`, 'The plan is begun')
  const carried = await copyPlan(db, before, { id, shortName, startsOn: year.startsOn })
  return redirect(`plans/${id}`, `The plan is begun with ${carried === 1 ? '1 action' : `${carried} actions`} of ${before.title}`)
}

async function beginningPage(visit: Visit, fields: Fields, problems: readonly Problem[] = []): Promise<Answer> {
  const { groups, plans } = await beginnings(visit)
  const groupId = text(fields, 'groupId') || (groups.length === 1 ? String(groups[0]?.id) : '')
  const own = plans.filter(each => String(each.groupId) === groupId)
  const year = readYear(text(fields, 'year'))
  const last = own.find(({ startsOn }) => year === null || startsOn < year.startsOn)
  const chosen = 'from' in fields && problems.length > 0 ? text(fields, 'from') : text(fields, 'from') || String(last?.id ?? '')
  const view = {
    title: 'Write a plan',
    fields: entered(fields),
    groups: [
      { value: '', text: '' },
      ...groups.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === groupId })),
    ],
    beginnings: [
      { value: '', text: 'Nothing' },
      ...(own.length > 0 ? own : plans).map(each => ({
        value: String(each.id),
        text: own.length > 0 ? each.title : `${each.group}: ${each.title}`,
        selected: String(each.id) === chosen,
      })),
    ],
    breadcrumbs: toPlans,
  }
  return page(template(import.meta.url, 'new.njk'), view, problems)
}

/** The groups whose plans the visitor writes, the plans from which one of theirs may begin, and all that there are. */
async function beginnings({ db, today, visitor }: Visit) {
  const reach = reachOf('keep-plans', visitor)
  const [groups, all] = await Promise.all([groupsToChoose(db, today), allPlans(db)])
  return {
    groups: groups.filter(({ id }) => isWithin(reach, id)),
    plans: all.filter(({ groupId }) => isWithin(reach, groupId)),
    all,
  }
}

export const editPlan: Handler = async visit => {
  const asked = await planKept(visit)
  if (!isBeingWritten(asked)) return redirect(`plans/${asked.id}`, notWrittenNow(asked))
  return editPage(visit, asked, planFields(asked, await contentSeen(visit, asked)))
}

export const updatePlan: Handler = async visit => {
  const { db, body } = visit
  await lockPlan(db, found(idOf<'plan'>(visit.params['plan'])))
  const asked = await planKept(visit)
  if (!isBeingWritten(asked)) return editPage(visit, asked, fieldsIn(body), [{ text: notWrittenNow(asked) }])
  const [known, content] = await Promise.all([choices(visit, asked.groupId), contentSeen(visit, asked)])
  const read = readPlan(body, known)
  if (!read.accepted) return editPage(visit, asked, fieldsIn(body), read.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), fieldsIn(body), planFields(asked, content), planFieldsInWords(asked, content))
  if (meanwhile.length > 0) return editPage(visit, asked, fieldsIn(body), meanwhile)
  const { outcomeIds, indicatorIds, ...change } = read.value
  await changePlan(db, asked.id, change)
  await setServed(db, asked.id, { outcomeIds, indicatorIds })
  return redirect(`plans/${asked.id}`, 'The plan is saved')
}

async function editPage(
  visit: Visit,
  asked: Plan,
  fields: PlanFields,
  problems: readonly Problem[] = [],
  edition?: string,
): Promise<Answer> {
  const known = await choices(visit, asked.groupId)
  const view = {
    title: 'Change what the plan says',
    caption: asked.title,
    fields,
    ...choicesView(known, fields),
    edition: edition ?? editionOf(planFields(asked, await contentSeen(visit, asked))),
    back: `plans/${asked.id}`,
    breadcrumbs: toPlan(asked),
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

async function choices({ db }: Visit, groupId: GroupId): Promise<Choices> {
  const [people, outcomes, indicators] = await Promise.all([peopleToWrite(db, groupId), outcomesToChoose(db), indicatorsToChoose(db)])
  return { people, outcomes, indicators }
}

const fieldsIn = (body: Fields): PlanFields => {
  const long = (name: string) => text(body, name).replaceAll('\r\n', '\n').trim()
  return {
    title: long('title'),
    summary: long('summary'),
    leadId: text(body, 'leadId'),
    progressEvery: text(body, 'progressEvery'),
    outcomes: texts(body, 'outcomes'),
    indicators: long('indicators'),
    risks: long('risks'),
    equality: long('equality'),
    sustainability: long('sustainability'),
  }
}

/** The plan of the address; for a scrutiny reader one that is not signed off is not there. */
export async function planAsked(visit: Pick<Visit, 'db' | 'params' | 'visitor'>): Promise<Plan> {
  const asked = found(await plan(visit.db, found(idOf<'plan'>(visit.params['plan']))))
  return found(maySeePlan(visit, asked) ? asked : null)
}

export const maySeePlan = ({ visitor }: Pick<Visit, 'visitor'>, asked: Plan): boolean => visitor.role !== 'scrutiny' || isInForce(asked)

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
