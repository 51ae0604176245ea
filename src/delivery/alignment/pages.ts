import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type Answer, download, found, type Handler, page, redirect, template, type Visit } from '../../platform/web/index.ts'
import { planFrame, toPlan } from '../plan/frame.ts'
import { contentSeen, mayKeepPlan, mayKeepSomePlans, planAsked, planKept } from '../plan/pages.ts'
import type { Plan } from '../plan/plan.ts'
import { lockPlan } from '../plan/store.ts'
import { align, changeOf, type Match, type Ours } from './alignment.ts'
import { chosenIn, shownIn } from './form.ts'
import type { OtherLine, OtherPlan } from './other-plan/other-plan.ts'
import { otherPlanAsked } from './other-plan/pages.ts'
import { allOtherLines, lockOtherPlan, otherLines, otherPlans } from './other-plan/store.ts'
import { addMatches, dropMatches, matchesOf } from './store.ts'
import { alignmentCsv, alignmentsView, comparisonView, matchView, oursOf } from './view.ts'

export const listAlignments: Handler = async visit => {
  const plan = await planAsked(visit)
  const { db, visitor } = visit
  const [content, others, lines, matches] = await Promise.all([
    contentSeen(visit, plan),
    otherPlans(db),
    allOtherLines(db),
    matchesOf(db, plan.id),
  ])
  const withLines = others.map(other => ({ plan: other, lines: lines.filter(({ otherPlanId }) => otherPlanId === other.id) }))
  return page(template(import.meta.url, 'list.njk'), {
    title: `Alignment of ${plan.title}`,
    breadcrumbs: toPlan(plan),
    around: planFrame(plan, 'Alignment'),
    mayAdd: mayKeepSomePlans(visitor),
    ...alignmentsView(plan, oursOf(content), withLines, matches),
  })
}

export const showAlignment: Handler = async visit => {
  const plan = await planAsked(visit)
  const { other, lines, ours, matches } = await besides(visit, plan)
  const mayMatch = mayKeepSomePlans(visit.visitor) && mayKeepPlan(visit, plan)
  return page(template(import.meta.url, 'show.njk'), {
    title: `${plan.title} beside ${other.title}`,
    breadcrumbs: toAlignment(plan),
    around: planFrame(plan, 'Alignment'),
    ...comparisonView(plan, other, align(lines, ours, matches), ours, mayMatch),
  })
}

export const downloadAlignment: Handler = async visit => {
  const plan = await planAsked(visit)
  const { other, lines, ours, matches } = await besides(visit, plan)
  const file = `${plan.shortName}-${plan.startsOn}-alignment.csv`
  return download(file, 'text/csv; charset=utf-8', alignmentCsv(other, align(lines, ours, matches)))
}

/** Matching changes nothing of the plan: it is open whatever the plan's state. */
export const editAlignment: Handler = async visit => {
  const plan = await planKept(visit)
  const beside = await besides(visit, plan)
  return matchPage(plan, beside, beside.matches)
}

export const updateAlignment: Handler = async visit => {
  const { db, body, params } = visit
  await lockPlan(db, found(idOf<'plan'>(params['plan'])))
  const plan = await planKept(visit)
  const beside = await besides(visit, plan, lockOtherPlan)
  const [chosen, shown] = [chosenIn(body, beside.lines), shownIn(body)]
  if (chosen.some(({ key }) => !beside.ours.some(each => each.key === key)))
    return matchPage(plan, beside, chosen, [
      {
        text: 'An outcome or an action that you chose is not in the plan any more. Nothing is saved yet: look at the rest, then save again',
      },
    ])
  const isSeen = ({ key }: Match) => beside.ours.some(each => each.key === key)
  const { added, dropped } = changeOf(shown.filter(isSeen), chosen)
  if (dropped.length > 0) await dropMatches(db, plan.id, dropped)
  if (added.length > 0) await addMatches(db, plan.id, added)
  return redirect(`plans/${plan.id}/alignment/${beside.other.id}`, 'What is in both plans is saved')
}

type Beside = {
  readonly other: OtherPlan
  readonly lines: readonly OtherLine[]
  readonly ours: readonly Ours[]
  readonly matches: readonly Match[]
}

async function besides(visit: Visit, plan: Plan, lock?: typeof lockOtherPlan): Promise<Beside> {
  const other = await otherPlanAsked(visit, lock)
  const [content, lines, matches] = await Promise.all([
    contentSeen(visit, plan),
    otherLines(visit.db, other.id),
    matchesOf(visit.db, plan.id),
  ])
  return { other, lines, ours: oursOf(content), matches }
}

function matchPage(
  plan: Plan,
  { other, lines, ours, matches }: Beside,
  chosen: readonly Match[],
  problems: readonly Problem[] = [],
): Answer {
  const view = {
    title: `Match ${plan.title} with ${other.title}`,
    caption: plan.title,
    other: other.title,
    back: `plans/${plan.id}/alignment/${other.id}`,
    breadcrumbs: toAlignment(plan),
    hasOurs: ours.length > 0,
    ...matchView(lines, ours, matches, chosen),
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

const toAlignment = (plan: Plan) => [...toPlan(plan), { text: 'Alignment', href: `plans/${plan.id}/alignment` }]
