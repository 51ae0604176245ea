/** What a plan said, as it read: kept each time it is signed off, and compared, so that one sees what a revision changes. */
import { type Day, dayLabel } from '../../kernel/day.ts'
import { givenWords, isInPlan, type PlanAction, type PlanContent } from '../plan/content/content.ts'
import type { Plan } from '../plan/plan.ts'

export type Said = {
  /** What it is called, and what it says of that; in the order of its page. */
  readonly plan: readonly Line[]
  readonly actions: readonly SaidAction[]
}
export type Line = { readonly name: string; readonly text: string }
export type SaidAction = {
  readonly reference: string
  readonly isConfidential: boolean
  readonly text: string
  readonly lines: readonly Line[]
}

export function saidOf(plan: Plan, content: PlanContent): Said {
  const nameOf = new Map(content.outcomes.map(({ id, name }) => [id, name]))
  return {
    plan: [
      { name: 'Title', text: plan.title },
      { name: 'What it is about', text: plan.summary },
      { name: 'Written by', text: plan.lead },
      { name: 'Outcomes', text: content.outcomes.map(({ name }) => name).join('; ') },
      { name: 'Indicators', text: content.indicators.map(named).join('; ') },
      { name: 'Resources of the plan as a whole', text: givenWords(content.resources) },
      { name: 'Progress is told', text: plan.progressEvery === 'month' ? 'Every month' : 'Every quarter' },
      { name: 'What may go wrong', text: plan.risks },
      { name: 'Equality', text: plan.equality },
      { name: 'Sustainability', text: plan.sustainability },
    ],
    actions: content.actions.filter(isInPlan).map(each => saidOfAction(each, nameOf)),
  }
}

function saidOfAction({ action, ...planned }: PlanAction, outcomes: ReadonlyMap<number, string>): SaidAction {
  return {
    reference: action.reference,
    isConfidential: action.isConfidential,
    text: action.text,
    lines: [
      { name: 'For', text: planned.outcomeId === null ? '' : (outcomes.get(planned.outcomeId) ?? '') },
      { name: 'Starts', text: dayWords(planned.startsOn) },
      { name: 'Ends', text: dayWords(planned.endsOn) },
      { name: 'Measure', text: planned.measure },
      { name: 'How', text: planned.how },
      { name: 'To move', text: planned.indicators.map(named).join('; ') },
      { name: 'Resources', text: planned.isFree && planned.pence === null && planned.fte === null ? 'Needs none' : givenWords(planned) },
      { name: 'Risk', text: planned.risk },
      {
        name: 'Milestones',
        text: planned.milestones.map(({ text, plannedOn }) => [text, dayWords(plannedOn)].filter(Boolean).join(', ')).join('; '),
      },
    ],
  }
}

const dayWords = (day: Day | null): string => (day === null ? '' : dayLabel(day))
const named = ({ reference, title }: { readonly reference: string; readonly title: string }): string =>
  [reference, title].filter(Boolean).join(' ')

export type Change = {
  /** The title of the plan's line, or the reference and words of an action. */
  readonly of: string
  readonly kind: 'changed' | 'added' | 'taken out'
  readonly lines: readonly { readonly name: string; readonly was: string; readonly is: string }[]
}

/** What is said otherwise now; an action is the same as long as it has its reference. */
export function changesBetween(was: Said, is: Said): Change[] {
  const plan = changedLines(was.plan, is.plan)
  const before = new Map(was.actions.map(action => [action.reference, action]))
  const after = new Set(is.actions.map(({ reference }) => reference))
  return [
    ...(plan.length === 0 ? [] : [{ of: 'The plan', kind: 'changed' as const, lines: plan }]),
    ...is.actions.flatMap((action): Change[] => {
      const old = before.get(action.reference)
      const lines = changedLines(old === undefined ? [] : wholeOf(old), wholeOf(action))
      return lines.length === 0 ? [] : [{ of: action.reference, kind: old === undefined ? 'added' : 'changed', lines }]
    }),
    ...was.actions
      .filter(({ reference }) => !after.has(reference))
      .map((action): Change => ({ of: action.reference, kind: 'taken out', lines: changedLines(wholeOf(action), []) })),
  ]
}

const wholeOf = ({ text, lines }: SaidAction): readonly Line[] => [{ name: 'Action', text }, ...lines]

function changedLines(was: readonly Line[], is: readonly Line[]): Change['lines'] {
  const names = [...new Set([...was, ...is].map(({ name }) => name))]
  const textOf = (lines: readonly Line[], name: string) => lines.find(each => each.name === name)?.text ?? ''
  return names.map(name => ({ name, was: textOf(was, name), is: textOf(is, name) })).filter(each => each.was !== each.is)
}

/** Without what is confidential, for whoever does not see that. */
export const openSaid = (said: Said): Said => ({ ...said, actions: said.actions.filter(({ isConfidential }) => !isConfidential) })
