import { askedOf } from '../../actions/index.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { type Period, periodCode } from '../../kernel/period.ts'
import { type Asked, type AskedOf, makeAnswerLink, type PersonId, whoIsAsked } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Daily } from '../../platform/jobs/index.ts'
import { post, type VisitLetter, type VisitLetters, type Writing } from '../../platform/mail/index.ts'
import { isInForce, type Plan, type PlanId } from '../plan/plan.ts'
import { allPlans, plan as planById } from '../plan/store.ts'
import { askingLetter, chairLetter, type ProgressLetter } from './letter.ts'
import { askedPeriod, askingDays, begunPeriods, dueOf } from './progress.ts'
import { followed } from './store.ts'
import { type FollowedAction, type FollowedPlan, standingIn } from './view.ts'

export const progressPurpose = 'progress'

/** Before the papers of the meeting that will see it are due; those who say nothing are reminded once, and then named to the chair. */
export const askForProgress: Daily = {
  name: 'progress of plans',
  at: '07:10',
  work: async (db, { today, before }) => {
    const since = before ?? addDays(today, -1)
    const plans = (await allPlans(db)).filter(plan => isInForce(plan) && plan.startsOn <= today && isStillAsked(plan.endsOn, today))
    for (const of of await followed(db, plans, today)) {
      const period = askedPeriod(of.plan, today)
      const open = period === null ? [] : outstanding(of, period, today)
      if (period === null || open.length === 0) continue
      const due = dueOf(period, of.plan, of.meetings)
      const { askOn, remindOn, tellOn } = askingDays(period, due)
      const isNew = (on: Day) => on > since && on <= today
      const asks = askOn <= today && today <= due.dueOn
      const reminds = asks && isNew(remindOn) && askOn <= since
      if (asks) await postEach(db, 'asked', of.plan, period, await whoReports(db, { ...of, actions: open }, today))
      if (reminds) await postEach(db, 'reminder', of.plan, period, await whoReports(db, { ...of, actions: open }, today))
      if (isNew(tellOn))
        await postEach(db, 'missing', of.plan, period, await whoIsAsked(db, [{ key: of.plan.id, chairOf: of.plan.groupId }], today))
    }
  },
}
/** No meeting that sees the last period of a plan comes later than that after it. */
const longestWait = 100
export const isStillAsked = (planEnds: Day, today: Day): boolean => planEnds > addDays(today, -longestWait)

/** Of which something is to be said for a period and was not. */
export const outstanding = (of: FollowedPlan, period: Period, today: Day): FollowedAction[] =>
  of.actions.filter(action => ['awaited', 'missing'].includes(standingIn(of, action, period, today).kind))

/** By the action's number: its owners in person; of one that nobody owns whoever writes the plan, or leads its group. */
export async function whoReports(db: Db, { plan, actions }: FollowedPlan, today: Day): Promise<Asked[]> {
  const own = askedOf(actions.map(({ record }) => record))
  const owned = await whoIsAsked(db, own, today)
  const nobodys = actions.filter(({ record }) => owned.every(({ key }) => key !== record.id))
  const besides = nobodys.map(
    ({ record: { id } }): AskedOf => (plan.leadId === null ? { key: id, groupId: plan.groupId } : { key: id, personId: plan.leadId }),
  )
  return besides.length === 0 ? owned : [...owned, ...(await whoIsAsked(db, besides, today))]
}

/** One letter for each person and plan, whatever is asked of them. */
export async function postEach(
  db: Db,
  kind: 'asked' | 'reminder' | 'missing' | 'chased',
  plan: Plan,
  period: Period,
  people: readonly Asked[],
  again = '',
): Promise<void> {
  for (const personId of new Set(people.filter(({ email }) => email !== null).map(each => each.personId)))
    await post(db, {
      letter: `progress-${kind}`,
      about: { planId: plan.id, startsOn: period.startsOn, personId },
      key: `progress ${kind} ${plan.id} ${period.startsOn} ${personId}${again}`,
    })
}

type About = { readonly planId: PlanId; readonly startsOn: Day; readonly personId: PersonId }

async function meant({ db, about, today }: Writing): Promise<{ of: FollowedPlan; period: Period; open: FollowedAction[] } | null> {
  const { planId, startsOn } = about as unknown as About
  const plan = await planById(db, planId)
  const period = plan && begunPeriods(plan, today).find(each => each.startsOn === startsOn)
  if (!plan || !period || !isInForce(plan)) return null
  const [of] = await followed(db, [plan], today)
  const open = of === undefined ? [] : outstanding(of, period, today)
  return of === undefined || open.length === 0 ? null : { of, period, open }
}

/** What is asked of them when it is written: what was said meanwhile is left out, and where nothing is left no letter goes. */
const toOwner =
  (kind: 'asked' | 'reminder' | 'chased'): VisitLetter =>
  async writing => {
    const { db, about, now, today, home, origin } = writing
    const { personId } = about as unknown as About
    const found = await meant(writing)
    if (found === null) return null
    const { of, period, open } = found
    const people = (await whoReports(db, { ...of, actions: open }, today)).filter(each => each.personId === personId)
    const [person] = people
    if (person === undefined || person.email === null) return null
    const link = await linkFor(db, person, of.plan, period, { now, home, origin })
    const theirs = open.filter(({ record }) => people.some(({ key }) => key === record.id))
    return written(
      person,
      askingLetter(kind, { of, period, open: theirs, link, partnership: writing.partnership, asker: writing.asker }, today),
    )
  }

const toChair: VisitLetter = async writing => {
  const { db, about, today, home, partnership } = writing
  const { personId } = about as unknown as About
  const found = await meant(writing)
  if (found === null) return null
  const chairs = await whoIsAsked(db, [{ key: 1, chairOf: found.of.plan.groupId }], today)
  const person = chairs.find(each => each.personId === personId)
  if (person === undefined || person.email === null) return null
  const link = `${home}/plans/${found.of.plan.id}/progress?period=${periodCode(found.period)}`
  return written(person, chairLetter({ ...found, link, partnership }, today))
}

const written = ({ email, name }: Asked, letter: ProgressLetter) => ({ to: email ?? '', name, ...letter })

/** The page of the plan for whoever has an account, a link of their own for anybody else. */
export async function linkFor(
  db: Db,
  { personId, accountId }: Asked,
  plan: Plan,
  period: Period,
  { now, home, origin }: { readonly now: Temporal.Instant; readonly home: string; readonly origin: string },
): Promise<string> {
  if (accountId !== null) return `${home}/plans/${plan.id}/progress?period=${periodCode(period)}`
  const expiresAt = now.add({ hours: 24 * daysToAnswer })
  return origin + (await makeAnswerLink(db, { personId, purpose: progressPurpose, subjectId: plan.id, expiresAt }))
}
const daysToAnswer = 60

export const progressLetters: VisitLetters = {
  'progress-asked': toOwner('asked'),
  'progress-reminder': toOwner('reminder'),
  'progress-chased': toOwner('chased'),
  'progress-missing': toChair,
}
