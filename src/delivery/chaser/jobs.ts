/** Letters to those whose group owes a plan: the chaser that somebody sends, and what goes by itself around the dates. */
import { addDays, type Day } from '../../kernel/day.ts'
import { type Asked, whoIsAsked } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Daily } from '../../platform/jobs/index.ts'
import { post, type VisitLetters } from '../../platform/mail/index.ts'
import { seesOpenOnly } from '../plan/sight.ts'
import { plan as planOf } from '../plan/store.ts'
import type { RequirementId } from '../requirement/requirement.ts'
import { checklist } from '../requirement/store.ts'
import { missingInWords, robustnessOf } from '../robustness/robustness.ts'
import { plansToCheck } from '../robustness/store.ts'
import { type ChaserId, isToChase, type Owed, paragraphsOf, reminderFor, reminderSubject } from './chaser.ts'
import { chaser } from './store.ts'

export async function owedLines(db: Db): Promise<Owed[]> {
  return (await checklist(db)).filter(isToChase)
}

/** The chairs of these groups, or whoever acts for them today; by group. */
export async function chairsOf(db: Db, lines: readonly Owed[], today: Day): Promise<Map<number, Asked>> {
  const asked = await whoIsAsked(
    db,
    [...new Set(lines.map(({ groupId }) => groupId))].map(groupId => ({ key: groupId, chairOf: groupId })),
    today,
  )
  return new Map(asked.map(each => [each.key, each]))
}

export async function postChaser(db: Db, chaserId: ChaserId, { personId }: Pick<Asked, 'personId'>): Promise<void> {
  await post(db, { letter: 'plan-chaser', about: { chaserId, personId }, key: `plan chaser ${chaserId}` })
}

/** Who leads the group, or writes its plan: a week before each date and on the day after it, each once. */
export const remindOfPlans: Daily = {
  name: 'plans',
  at: '07:20',
  work: async (db, { today, before }) => {
    const since = before ?? addDays(today, -1)
    for (const line of await owedLines(db)) {
      const occasion = reminderFor(line.requirement, since, today)
      if (occasion === null) continue
      const { id, dueOn, secondDueOn } = line.requirement
      const date = occasion === 'before' || occasion === 'after' ? dueOn : secondDueOn
      for (const { personId } of await writersOf(db, line, today))
        await post(db, {
          letter: 'plan-due',
          about: { requirementId: id, personId },
          key: `plan due ${id} ${occasion} ${date} ${personId}`,
        })
    }
  },
}

async function writersOf(db: Db, { groupId, plan }: Owed, today: Day): Promise<Asked[]> {
  const leadId = plan === null ? null : ((await planOf(db, plan.id))?.leadId ?? null)
  return whoIsAsked(db, [leadId === null ? { key: 1, groupId } : { key: 1, personId: leadId }], today)
}

export const chaserLetters: VisitLetters = {
  /** As it was sent, to whom it was addressed: a chair who comes after that has not had it. */
  'plan-chaser': async ({ db, about, today, home }) => {
    const sent = await chaser(db, Number(about['chaserId']))
    if (sent === null) return null
    const [to] = await whoIsAsked(db, [{ key: 1, personId: Number(about['personId']) }], today)
    const line = (await owedLines(db)).find(({ requirement }) => requirement.id === sent.requirementId)
    if (to === undefined || to.email === null || line === undefined) return null
    return {
      to: to.email,
      name: to.name,
      subject: reminderSubject(line, today),
      paragraphs: [...paragraphsOf(sent.text), `${home}/plans${line.plan === null ? '' : `/${line.plan.id}`}`],
    }
  },
  /** What was submitted meanwhile is not asked for. */
  'plan-due': async ({ db, about, today, home }) => {
    const requirementId = Number(about['requirementId']) as RequirementId
    const line = (await owedLines(db)).find(({ requirement }) => requirement.id === requirementId)
    const to = line && (await writersOf(db, line, today)).find(({ personId }) => personId === Number(about['personId']))
    if (line === undefined || to === undefined || to.email === null) return null
    const [toCheck] = line.plan === null ? [] : await plansToCheck(db, [line.plan.id], seesOpenOnly)
    const missing = toCheck === undefined ? [] : missingInWords(robustnessOf(toCheck))
    return {
      to: to.email,
      name: to.name,
      subject: reminderSubject(line, today),
      paragraphs: [
        `${reminderSubject(line, today)}. ${line.plan === null ? 'Nothing has been written yet: it can begin with last year’s.' : 'It has been begun, and is not submitted.'}`,
        ...(missing.length === 0 ? [] : [['What is still missing in it:', ...missing.map(each => `- ${each}`)].join('\n')]),
        line.plan === null ? `${home}/plans/new?group=${line.groupId}` : `${home}/plans/${line.plan.id}`,
        'If you have submitted it meanwhile, you need do nothing.',
      ],
    }
  },
}
