import { type Part, reachOf } from '../../../partnership/index.ts'
import { mayTakePart, template, type Visit } from '../../../platform/web/index.ts'
import { isToChase } from '../../chaser/chaser.ts'
import { type Line, latenessOf, latenessWords, lineStateNames, lineStateOf } from '../../requirement/requirement.ts'
import { checklist, linesOfGroup } from '../../requirement/store.ts'
import { mayKeepSomePlans, maySignOffSomePlans } from '../pages.ts'
import { isInForce, isWithin, planYear } from '../plan.ts'

/** The plans that a group has and owes, on its page and on that of its contribution. */
export const plansPart: Part = async ({ db, today, visitor }, of) => {
  if (!('groupId' in of) || visitor.role === 'guest') return null
  const takesPart = mayTakePart(visitor)
  const lines = (await linesOfGroup(db, of.groupId)).filter(({ plan }) => takesPart || (plan !== null && isInForce(plan)))
  const mayWrite = mayKeepSomePlans(visitor) && isWithin(reachOf('keep-plans', visitor), of.groupId)
  if (lines.length === 0 && !mayWrite) return null
  const view = {
    lines: lines.map(line => ({
      title: line.plan?.title ?? `Delivery plan ${planYear(line)}`,
      href: line.plan === null ? '' : `plans/${line.plan.id}`,
      year: planYear(line),
      state: lineStateNames[lineStateOf(line)],
      late: takesPart ? latenessWords(line, today) : '',
    })),
    newHref: mayWrite ? `plans/new?group=${of.groupId}` : '',
  }
  return { title: 'Delivery plans', template: template(import.meta.url, 'of-group.njk'), view }
}

/** For whoever has one to write, or to sign off; for officers how many are late as well. */
export async function myPlansPart({ db, today, visitor }: Pick<Visit, 'db' | 'visitor' | 'today'>) {
  if (!mayTakePart(visitor) || (!mayKeepSomePlans(visitor) && !maySignOffSomePlans(visitor))) return null
  const [keeps, signs] = [reachOf('keep-plans', visitor), reachOf('sign-off-plans', visitor)]
  const lines = await checklist(db)
  const waiting = lines.filter(({ plan, parentGroupId }) => plan?.isWaiting && isWithin(signs, parentGroupId))
  const owed = keeps === 'everybody' ? [] : lines.filter(line => isToChase(line) && isWithin(keeps, line.groupId))
  const late = keeps === 'everybody' ? lines.filter(line => latenessOf(line, today) !== null).length : 0
  if (waiting.length + owed.length + late === 0) return null
  const view = {
    waiting: waiting.map(line => ({ text: line.plan?.title ?? '', href: `plans/${line.plan?.id}`, group: line.group })),
    owed: owed.map(line => owedView(line, today)),
    late: late === 0 ? '' : late === 1 ? '1 plan is late' : `${late} plans are late`,
  }
  return { title: 'Delivery plans', template: template(import.meta.url, 'mine.njk'), view }
}

function owedView(line: Line, today: Visit['today']) {
  const late = latenessWords(line, today)
  return {
    text: line.plan === null ? `Write the plan of ${line.group} for ${planYear(line)}` : line.plan.title,
    href: line.plan === null ? `plans/new?group=${line.groupId}&year=${encodeURIComponent(planYear(line))}` : `plans/${line.plan.id}`,
    state: lineStateNames[lineStateOf(line)],
    late,
  }
}
