import { type Day, dayLabel } from '../../kernel/day.ts'
import { isZero, toText } from '../../kernel/decimal.ts'
import type { DecisionInShort } from '../../meetings/index.ts'
import type { Step } from '../life-cycle/life-cycle.ts'
import { type May, stepsView, storyView } from '../life-cycle/view.ts'
import { missingInWords, type Robustness, robustnessInWords } from '../robustness/robustness.ts'
import { type Choices, givenWords, isInPlan, type PlanAction, type PlanContent, type PlanIndicator, totalOf } from './content/content.ts'
import { isBeingWritten, type Plan } from './plan.ts'

export type ShownPlan = {
  readonly plan: Plan
  readonly content: PlanContent
  /** For whoever takes part, until it is signed off. */
  readonly robustness: Robustness | null
  readonly story: {
    readonly steps: readonly Step[]
    readonly decisions: readonly DecisionInShort[]
    readonly isRevised: boolean
  }
  readonly may: May
  /** What is to be said of actions that serve several themes. */
  readonly crossCutting?: ReadonlyMap<number, string>
  /** How many actions go on here and are still open under the numbers that they had before. */
  readonly carried: number
  readonly today: Day
}

export function planView({ plan, content, robustness, story, may, crossCutting = new Map(), carried }: ShownPlan) {
  const actions = content.actions.filter(isInPlan)
  const nameOf = new Map(content.outcomes.map(({ id, name }) => [id, name]))
  return {
    title: plan.title,
    plan: {
      ...plan,
      every: plan.progressEvery === 'month' ? 'Every month' : 'Every quarter',
      referencesBegin: plan.shortName,
    },
    outcomes: content.outcomes,
    indicators: content.indicators.map(({ id, reference, title }) => ({ href: `indicators/${id}`, reference, title })),
    actions: actions.map(action => ({
      ...actionView(action, nameOf, `plans/${plan.id}`),
      crossCutting: crossCutting.get(action.actionId) ?? '',
    })),
    isCrossing: content.outcomes.length > 1,
    total: totalWords(content),
    missing: robustness === null ? [] : missingInWords(robustness).map(capitalised),
    robust: robustness === null ? '' : robustnessInWords(robustness),
    robustnessHref: `plans/${plan.id}/robustness`,
    considered: [
      { heading: 'What may go wrong', text: plan.risks },
      { heading: 'Equality', text: plan.equality },
      { heading: 'Sustainability', text: plan.sustainability },
    ].filter(({ text }) => text !== ''),
    addHref: may.write && isBeingWritten(plan) && actions.length === 0 ? `plans/${plan.id}/actions` : '',
    editHref: may.write && isBeingWritten(plan) ? `plans/${plan.id}/edit` : '',
    steps: stepsView(plan, story.steps, may, actions.length > 0),
    waits: plan.isWaiting && !may.signOff ? waitingWords(plan) : '',
    story: storyView(story.steps, story.decisions),
    carried: carried === 0 ? '' : carriedWords(carried),
    carriedHref: `plans/${plan.id}/carried`,
    changesHref: story.isRevised ? `plans/${plan.id}/changes` : '',
  }
}

const waitingWords = ({ state }: Pick<Plan, 'state'>): string =>
  `${state === 'revising' ? 'The revision' : 'The plan'} waits to be signed off by whoever chairs the group to which this one reports, or by an officer.`

const carriedWords = (count: number): string =>
  count === 1
    ? '1 action that was carried into this plan is still open under its old number as well'
    : `${count} actions that were carried into this plan are still open under their old numbers as well`

const capitalised = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function actionView({ id, action, ...planned }: PlanAction, outcomes: ReadonlyMap<number, string>, own: string) {
  const { startsOn, endsOn } = planned
  return {
    reference: action.reference,
    carriedAs: action.carriedAs,
    href: `${own}/actions/${id}`,
    text: action.text,
    isConfidential: action.isConfidential,
    isClosed: action.state === 'closed',
    isDone: action.state === 'done',
    owners: action.owners,
    contributors: planned.contributors.join(', '),
    when: startsOn === null && endsOn === null ? '' : spanWords(startsOn, endsOn),
    agreed: action.dueOn !== null && endsOn !== null && action.dueOn !== endsOn ? `now ${dayLabel(action.dueOn)}` : '',
    measure: planned.measure,
    indicators: planned.indicators.map(each => ({ text: each.reference || each.title, href: `indicators/${each.id}` })),
    outcome: planned.outcomeId === null ? '' : (outcomes.get(planned.outcomeId) ?? ''),
    resources: planned.isFree && planned.fte === null && planned.pence === null ? 'Needs none' : givenWords(planned),
    milestones: planned.milestones.map(({ text, plannedOn, metOn }) => ({
      text,
      day: metOn === null ? (plannedOn === null ? '' : `by ${dayLabel(plannedOn)}`) : `met ${dayLabel(metOn)}`,
    })),
    risk: planned.risk,
  }
}

function spanWords(startsOn: Day | null, endsOn: Day | null): string {
  if (endsOn === null) return `from ${dayLabel(startsOn ?? ('' as Day))}`
  return startsOn === null ? `by ${dayLabel(endsOn)}` : `${dayLabel(startsOn)} to ${dayLabel(endsOn)}`
}

function totalWords(content: PlanContent): string {
  const { fte, pence } = totalOf(content)
  return givenWords({ fte: isZero(fte) ? null : toText(fte), pence: pence === 0n ? null : pence })
}

export type PlanFields = {
  readonly title: string
  readonly summary: string
  readonly leadId: string
  readonly progressEvery: string
  readonly outcomes: readonly string[]
  readonly indicators: string
  readonly risks: string
  readonly equality: string
  readonly sustainability: string
}

export function planFields(plan: Plan, content: Pick<PlanContent, 'outcomes' | 'indicators'>): PlanFields {
  const { title, summary, progressEvery, risks, equality, sustainability } = plan
  return {
    ...{ title, summary, progressEvery, risks, equality, sustainability },
    leadId: plan.leadId === null ? '' : String(plan.leadId),
    outcomes: content.outcomes.map(({ id }) => String(id)),
    indicators: content.indicators.map(referenceOf).join(', '),
  }
}
const referenceOf = ({ reference, title }: PlanIndicator): string => reference || title

export function planFieldsInWords(plan: Plan, content: Pick<PlanContent, 'outcomes' | 'indicators'>) {
  const now = planFields(plan, content)
  return {
    title: ['The title', now.title],
    summary: ['What it is about', now.summary],
    leadId: ['Who writes it', plan.lead],
    progressEvery: ['How often its progress is told', now.progressEvery === 'month' ? 'every month' : 'every quarter'],
    outcomes: ['What it serves', content.outcomes.map(({ name }) => name).join(', ')],
    indicators: ['Its indicators', now.indicators],
    risks: ['What may go wrong', now.risks],
    equality: ['Equality', now.equality],
    sustainability: ['Sustainability', now.sustainability],
  } as const
}

export function choicesView({ people, outcomes }: Choices, fields: PlanFields) {
  const item = ({ id, name }: { readonly id: number; readonly name: string }) => ({
    value: String(id),
    text: name,
    selected: fields.leadId === String(id),
  })
  return {
    leads: [
      { label: 'On the group', items: people.filter(({ isMember }) => isMember).map(item) },
      { label: 'Everybody else', items: people.filter(({ isMember }) => !isMember).map(item) },
    ],
    outcomes: [...Map.groupBy(outcomes, ({ theme }) => theme)].map(([theme, those]) => ({
      theme,
      items: those.map(({ id, name }) => ({ id, name, isChosen: fields.outcomes.includes(String(id)) })),
    })),
    rhythms: [
      { value: 'quarter', text: 'Every quarter' },
      { value: 'month', text: 'Every month' },
    ].map(each => ({ ...each, checked: fields.progressEvery === each.value })),
  }
}
