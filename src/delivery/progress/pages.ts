import { type ActionId, isOwner, isOwnerInPerson, maySee, ownerOf, type Party, partyOf } from '../../actions/index.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { type Period, parsePeriodCode, periodCode } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import type { AnswerPurposes, AnswerVisit, Part } from '../../partnership/index.ts'
import { reasonCodeNames } from '../../performance/index.ts'
import type { Db } from '../../platform/db/index.ts'
import {
  type Answer,
  download,
  editionOf,
  type Fields,
  found,
  type Handler,
  mayTakePart,
  page,
  redirect,
  template,
  text,
  type Visit,
  withStatus,
} from '../../platform/web/index.ts'
import { planFrame, toPlan } from '../plan/frame.ts'
import { mayKeepPlan, planAsked, planKept } from '../plan/pages.ts'
import { isInForce, type Plan, type PlanId } from '../plan/plan.ts'
import { allPlans, lockPlan, plan as planById } from '../plan/store.ts'
import { fieldsOf, isTouched, type ProgressFields, readProgress, typedOf } from './form.ts'
import { isStillAsked, linkFor, outstanding, postEach, progressPurpose, whoReports } from './jobs.ts'
import { askedPeriod, begunPeriods, dueOf, isSayable, lastBefore, periodName, unchanged } from './progress.ts'
import { addProgress, followed, plannedAs, plansToReportOn, type Sayer, setMilestone } from './store.ts'
import {
  actionView,
  dueWords,
  type FollowedAction,
  type FollowedPlan,
  followedAs,
  overviewCsv,
  overviewView,
  owedView,
  periodItems,
  planTally,
  standingIn,
  stripView,
} from './view.ts'

const ownedOf = ({ record }: Pick<FollowedAction, 'record'>) => ({ ...record, owners: record.owners.map(ownerOf) })

/** Without what is confidential and not theirs to see. */
const seenBy = (party: Party, of: FollowedPlan): FollowedPlan => ({
  ...of,
  actions: of.actions.filter(action => maySee(party, ownedOf(action))),
})

/** Whoever keeps the plan reports on every action of it, an owner on theirs. */
const mayReportOn = (visit: Pick<Visit, 'visitor'>, plan: Plan, action: FollowedAction): boolean =>
  mayKeepPlan(visit, plan) || isOwner(partyOf(visit), ownedOf(action))

const chosenPeriod = (plan: Plan, code: string, today: Day): Period | null => {
  const begun = begunPeriods(plan, today)
  const asked = parsePeriodCode(code)
  return begun.find(({ startsOn }) => startsOn === asked?.startsOn) ?? askedPeriod(plan, today) ?? begun[0] ?? null
}

/** What is shown again: what was typed of those that could not be kept, and why. */
type Typed = { readonly fields: ReadonlyMap<number, ProgressFields>; readonly problems: readonly Problem[]; readonly saved: number }
const nothingTyped: Typed = { fields: new Map(), problems: [], saved: 0 }

export const showProgress: Handler = async visit => {
  const plan = await planAsked(visit)
  return progressPage(visit, plan, chosenPeriod(plan, text(visit.query, 'period'), visit.today))
}

export const saveProgress: Handler = async visit => {
  const { db, body, today, now, visitor } = visit
  const plan = await planAsked(visit)
  await lockPlan(db, plan.id)
  const period = chosenPeriod(plan, text(body, 'period'), today)
  if (period === null || !isInForce(plan)) return refused(visit, plan, period, 'Nothing is asked of this plan yet')
  const of = await planFollowed(visit, plan)
  const theirs = of.actions.filter(action => mayReportOn(visit, plan, action))
  if (theirs.length === 0)
    return refused(visit, plan, period, 'Only those who own an action of this plan, or keep the plan, say how it is going')
  const typed = await keep(db, body, { ...of, actions: theirs }, period, today, {
    personId: visitor.capacity.personId,
    byName: visitor.name,
    now,
  })
  if (typed.problems.length > 0) return progressPage(visit, plan, period, typed)
  return redirect(`plans/${plan.id}/progress?period=${periodCode(period)}`, savedWords(typed.saved))
}
const refused = (visit: Visit, plan: Plan, period: Period | null, words: string): Promise<Answer> =>
  progressPage(visit, plan, period, { ...nothingTyped, problems: [{ text: words }] })

const savedWords = (saved: number): string => (saved === 1 ? 'One update is saved' : `${saved} updates are saved`)

const planFollowed = async (visit: Pick<Visit, 'db' | 'today' | 'visitor'>, plan: Plan): Promise<FollowedPlan> => {
  const [of] = await followed(visit.db, [plan], visit.today)
  return seenBy(partyOf(visit), found(of))
}

async function progressPage(visit: Visit, plan: Plan, period: Period | null, typed = nothingTyped): Promise<Answer> {
  const { today } = visit
  const frame = { title: `Progress: ${plan.title}`, breadcrumbs: toPlan(plan), around: planFrame(plan, 'Progress') }
  if (period === null || !isInForce(plan)) {
    const why = isInForce(plan)
      ? 'The year of this plan has not begun. Progress is asked for when its first period is over.'
      : 'Progress is asked for once this plan is signed off.'
    return page(template(import.meta.url, 'page.njk'), { ...frame, why, plan }, typed.problems)
  }
  const of = await planFollowed(visit, plan)
  const form = formView(of, period, today, typed, action => mayReportOn(visit, plan, action))
  const view = {
    ...frame,
    ...form,
    periods: periodItems(begunPeriods(plan, today), period, { plan, here: `plans/${plan.id}/progress` }),
    action: `plans/${plan.id}/progress`,
  }
  return shown(page(template(import.meta.url, 'page.njk'), view, typed.problems), typed)
}

/** What could be kept is kept, though the rest is shown again. */
const shown = (answer: Answer, { saved }: Typed): Answer => (saved > 0 ? withStatus(answer, 200) : answer)

function formView(of: FollowedPlan, period: Period, today: Day, typed: Typed, mayReport: (action: FollowedAction) => boolean) {
  const actions = of.actions.map(action => {
    const standing = standingIn(of, action, period, today)
    const now = fieldsOf(standing.kind === 'given' ? standing.progress : null, action.planned.milestones)
    const form =
      mayReport(action) && isSayable(standing)
        ? { isTyped: typed.fields.has(action.planned.id), typed: typed.fields.get(action.planned.id) ?? now, edition: editionOf(now) }
        : null
    return actionView(of, action, { period, today, reasonNames: reasonCodeNames, form })
  })
  return {
    period: { code: periodCode(period), name: periodName(period, of.plan) },
    due: dueWords(dueOf(period, of.plan, of.meetings)),
    tally: planTally(of, period, today).words,
    // What is still to be said stands first.
    theirs: actions.filter(({ mayReport: may }) => may).toSorted((a, b) => Number(a.given !== null) - Number(b.given !== null)),
    others: actions.filter(({ mayReport: may }) => !may),
    notice: typed.saved === 0 ? '' : `${savedWords(typed.saved)}. The rest is not saved yet`,
  }
}

/** Each action by itself: one that is incomplete keeps no other from being saved. */
async function keep(db: Db, body: Fields, of: FollowedPlan, period: Period, today: Day, sayer: Sayer): Promise<Typed> {
  const copied = /^copy-(\d+)$/.exec(text(body, 'act'))?.[1]
  const fields = new Map<number, ProgressFields>()
  const problems: Problem[] = []
  let saved = 0
  for (const action of of.actions) {
    const { planned, said } = action
    const standing = standingIn(of, action, period, today)
    if (!isSayable(standing)) continue
    const now = fieldsOf(standing.kind === 'given' ? standing.progress : null, planned.milestones)
    const last = lastBefore(said, period)
    if (copied === String(planned.id) && last !== null && standing.kind !== 'given') {
      await addProgress(db, unchanged(last, period), sayer)
      saved += 1
      continue
    }
    if (!isTouched(body, planned.id, now)) continue
    const read = readProgress(body, { planned, action: followedAs(action), period, now, today })
    if (!read.accepted) {
      problems.push(...read.problems)
      fields.set(planned.id, typedOf(body, planned.id, now))
      continue
    }
    if (read.value.update !== null) await addProgress(db, read.value.update, sayer)
    for (const { id, ...dates } of read.value.milestones) await setMilestone(db, id, dates)
    saved += 1
  }
  if (saved === 0 && problems.length === 0) {
    const sayable = of.actions.filter(action => isSayable(standingIn(of, action, period, today)))
    const first = sayable.find(action => standingIn(of, action, period, today).kind !== 'given') ?? sayable[0]
    problems.push({ text: 'Say how at least one action is going', ...(first && { field: `rating-${first.planned.id}` }) })
    // Opened, so that the problem leads to a field that is shown.
    if (first) fields.set(first.planned.id, typedOf(body, first.planned.id, fieldsOf(null, first.planned.milestones)))
  }
  return { fields, problems, saved }
}

/** An owner without an account says how all their actions of a plan are going, by one link. */
export const progressAnswers: AnswerPurposes = {
  [progressPurpose]: {
    show: async visit => answerPage(visit, await theirs(visit)),
    answer: async visit => {
      const { db, body, today, now, person } = visit
      await lockPlan(db, visit.subjectId as PlanId)
      const of = await theirs(visit)
      const period = of && chosenPeriod(of.plan, text(body, 'period'), today)
      if (of === null || period === null) return answerPage(visit, of)
      const typed = await keep(db, body, of, period, today, { personId: person.id, byName: person.name, now })
      return typed.problems.length > 0
        ? answerPage(visit, of, typed)
        : redirect(`${visit.here}?period=${periodCode(period)}`, `Thank you. ${savedWords(typed.saved)}`)
    },
  },
}

/** Null once the plan is not in force any more, or nothing of it is theirs. */
async function theirs({ db, subjectId, person, today }: AnswerVisit): Promise<FollowedPlan | null> {
  const plan = await planById(db, subjectId as PlanId)
  if (plan === null || !isInForce(plan)) return null
  const [of] = await followed(db, [plan], today)
  if (of === undefined) return null
  const mine = new Set((await whoReports(db, of, today)).filter(({ personId }) => personId === person.id).map(({ key }) => key))
  const actions = of.actions.filter(({ record }) => mine.has(record.id))
  return actions.length === 0 ? null : { ...of, actions }
}

async function answerPage(visit: AnswerVisit, before: FollowedPlan | null, typed = nothingTyped): Promise<Answer> {
  const { person, partnershipName, here, today, query, body } = visit
  const of = before === null || typed.saved === 0 ? before : await theirs(visit)
  const period = of && chosenPeriod(of.plan, text(body, 'period') || text(query, 'period'), today)
  if (of === null || period === null)
    return page(template(import.meta.url, 'settled.njk'), { title: 'Nothing more is asked of you', person: person.name, partnershipName })
  const view = {
    title: 'How are your actions going?',
    partnershipName,
    person: person.name,
    here,
    plan: of.plan.title,
    group: of.plan.group,
    ...formView(of, period, today, typed, () => true),
  }
  return shown(page(template(import.meta.url, 'answer.njk'), view, typed.problems), typed)
}

export const listProgress: Handler = async visit => {
  const listed = await overview(visit)
  return page(template(import.meta.url, 'list.njk'), {
    title: 'Progress',
    plans: overviewView(listed.plans, visit.today),
    ...listed.choice,
  })
}

export const downloadProgress: Handler = async visit => {
  const { plans } = await overview(visit)
  return download(`progress-${visit.today}.csv`, 'text/csv; charset=utf-8', overviewCsv(plans, visit.today, reasonCodeNames))
}

/** Of each plan in force the period that is asked for now, or one that was chosen. */
async function overview(visit: Visit) {
  const { db, today, query } = visit
  const plans = (await allPlans(db)).filter(plan => isInForce(plan) && plan.startsOn <= today)
  const party = partyOf(visit)
  const codes = [
    ...new Map(plans.flatMap(plan => begunPeriods(plan, today).map(period => [periodCode(period), { period, plan }]))).entries(),
  ]
    .toSorted(([, a], [, b]) => (a.period.endsOn < b.period.endsOn ? 1 : a.period.endsOn > b.period.endsOn ? -1 : 0))
    .map(([value, { period, plan }]) => ({ value, text: periodName(period, plan) }))
  const wanted = text(query, 'period')
  const chosen = codes.some(({ value }) => value === wanted) ? wanted : ''
  // What is asked for now stands first: a plan whose year is long over is asked for nothing.
  const meant = plans.flatMap(plan => {
    const period =
      chosen === ''
        ? plan.endsOn >= addDays(today, -365)
          ? (askedPeriod(plan, today) ?? begunPeriods(plan, today)[0])
          : undefined
        : begunPeriods(plan, today).find(each => periodCode(each) === chosen)
    return period === undefined ? [] : [{ plan, period }]
  })
  const all = await followed(
    db,
    meant.map(({ plan }) => plan),
    today,
  )
  return {
    plans: all.map((of, at) => ({
      followed: seenBy(party, of),
      period: meant[at]?.period ?? of.plan,
      mayChase: mayKeepPlan(visit, of.plan),
    })),
    choice: {
      periods: [{ value: '', text: 'What is asked for now' }, ...codes].map(item => ({ ...item, selected: item.value === chosen })),
      csv: chosen === '' ? 'progress.csv' : `progress.csv?period=${chosen}`,
    },
  }
}

/** Whoever has said nothing for a period is written to again; without mail their links are shown, to be passed on. */
export const chaseProgress: Handler = async visit => {
  const { db, body, today, now, sendsMail, origin, partnership } = visit
  const plan = await planKept(visit)
  const period = found(chosenPeriod(plan, text(body, 'period'), today))
  const of = await planFollowed(visit, plan)
  const people = await whoReports(db, { ...of, actions: outstanding(of, period, today) }, today)
  const each = [...new Map(people.map(person => [person.personId, person])).values()]
  const there = `progress?period=${periodCode(period)}`
  if (each.length === 0) return redirect(there, 'Nobody has to be asked: nothing is outstanding')
  if (sendsMail) {
    await postEach(db, 'chased', plan, period, each, ` ${today}`)
    const [asked, unreached] = [each.filter(({ email }) => email !== null), each.filter(({ email }) => email === null)]
    const words = [
      ...(asked.length === 0 ? [] : [`Asked today: ${asked.map(({ name }) => name).join(', ')}`]),
      ...(unreached.length === 0 ? [] : [`Without an e-mail address, so not asked: ${unreached.map(({ name }) => name).join(', ')}`]),
    ]
    return redirect(there, words.join('. '))
  }
  const home = `${origin}/${partnership.slug}`
  const links: { readonly name: string; readonly link: string }[] = []
  for (const person of each) links.push({ name: person.name, link: await linkFor(db, person, plan, period, { now, home, origin }) })
  const view = {
    title: `Ask for progress: ${plan.title}`,
    breadcrumbs: toPlan(plan),
    period: periodName(period, plan),
    links,
    back: there,
  }
  return page(template(import.meta.url, 'links.njk'), view)
}

/** For home: the updates that are asked of somebody in person, of the latest period of each plan that is over. */
export async function myProgressPart({ db, today, visitor }: Pick<Visit, 'db' | 'today' | 'visitor'>): Promise<Shown | null> {
  if (!mayTakePart(visitor) || (visitor.role === 'reader' && visitor.duties.length === 0)) return null
  const { personId, seats } = visitor.capacity
  if (personId === null && seats.length === 0) return null
  const seatIds = seats.map(({ seatId }) => seatId)
  const planIds = await plansToReportOn(db, personId, seatIds)
  const plans =
    planIds.length === 0 ? [] : (await allPlans(db)).filter(({ id, endsOn }) => planIds.includes(id) && isStillAsked(endsOn, today))
  const isTheirs = ({ record }: FollowedAction, { leadId }: Plan) =>
    record.owners.length === 0 ? leadId !== null && leadId === personId : isOwnerInPerson(visitor, ownedOf({ record }))
  const owed = (plans.length === 0 ? [] : await followed(db, plans, today)).flatMap(of => {
    const period = askedPeriod(of.plan, today)
    const open = period === null ? [] : outstanding(of, period, today).filter(action => isTheirs(action, of.plan))
    return period === null || open.length === 0
      ? []
      : [{ plan: of.plan, period, count: open.length, due: dueOf(period, of.plan, of.meetings) }]
  })
  if (owed.length === 0) return null
  return {
    title: 'Your progress updates',
    template: template(import.meta.url, 'mine.njk'),
    view: { plans: owed.map(each => owedView(each, today)) },
  }
}

/** On the page of a plan: the strip of each action. */
export const progressOfPlan = async (visit: Pick<Visit, 'db' | 'today' | 'visitor'>, planId: PlanId): Promise<Shown | null> => {
  const plan = await planById(visit.db, planId)
  if (plan === null || !isInForce(plan)) return null
  const of = await planFollowed(visit, plan)
  return {
    title: 'Progress',
    template: template(import.meta.url, 'part.njk'),
    view: {
      href: `plans/${plan.id}/progress`,
      actions: of.actions.map(action => ({
        reference: action.record.reference,
        text: action.record.text,
        strip: stripView(of, action, visit.today, reasonCodeNames),
      })),
    },
  }
}
type Shown = NonNullable<Awaited<ReturnType<Part>>>

/** On the page of an action of the register, and of a planned one: how it went from period to period. */
export const progressOfAction = async (visit: Pick<Visit, 'db' | 'today' | 'visitor'>, actionId: ActionId): Promise<Shown | null> => {
  const { db, today } = visit
  const planned = await plannedAs(db, actionId)
  const plan = planned && (await planById(db, planned.planId))
  if (plan === null || !isInForce(plan)) return null
  const [of] = await followed(db, [plan], today, actionId)
  const action = of && seenBy(partyOf(visit), of).actions[0]
  if (of === undefined || action === undefined) return null
  return {
    title: 'Progress',
    template: template(import.meta.url, 'part.njk'),
    view: {
      href: `plans/${plan.id}/progress`,
      actions: [{ reference: '', text: '', strip: stripView(of, action, today, reasonCodeNames) }],
    },
  }
}
