/**
 * A gap is where the golden thread is broken: something that is wanted and that nobody does, or something that is done and that nobody knows a reason for. Each kind
 * is a question that is asked of what is known, with a sentence that says why it matters and a next step for each gap. Nothing is ever refused because of one.
 */
import { dayLabel } from '../../kernel/day.ts'
import { type ActionFact, addressOf, type Facts, type IndicatorFact, type OutcomeFact } from './facts.ts'

export type Gap = {
  /** NI 117; '' for none. */
  readonly reference: string
  readonly title: string
  readonly href: string
  readonly note: string
  /** To whom it matters: who answers for the themes, or whose it is. */
  readonly groupIds: readonly number[]
  readonly themeIds: readonly number[]
  readonly next: NextStep
}
/** Where it is mended, and whoever may do it there: anybody who takes part, or those who may do such a thing for that group. */
export type NextStep = {
  readonly text: string
  readonly href: string
  readonly by: 'everybody' | 'officers' | 'keep-meetings' | 'keep-plans'
  readonly groupId?: number | null
}

export type GapKind = {
  readonly name: GapKindName
  readonly title: string
  /** What is wrong with one of them, in a few words. */
  readonly single: string
  /** What it means and why it matters. */
  readonly sentence: string
  readonly none: string
  /** 3: something wanted that nothing moves; 2: nobody is asked; 1: worth a question; 0: listed, and not counted. */
  readonly gravity: 0 | 1 | 2 | 3
  readonly find: (facts: Facts) => readonly Gap[]
}

export const gapKindNames = [
  'off-target-without-action',
  'going-while-worsening',
  'outcome-without-owner',
  'indicator-without-lead',
  'outcome-without-indicator',
  'group-without-plan',
  'plan-outcome-without-action',
  'decision-without-action',
  'ambition-unserved',
  'action-without-indicator',
  'contributor-without-contribution',
  'stopped-while-improving',
  'agreed-without-indicator',
] as const
export type GapKindName = (typeof gapKindNames)[number]

/** The gravest first. Money without a purpose takes its place among those of gravity 2 once there is money. */
export const gapKinds: readonly GapKind[] = [
  {
    name: 'off-target-without-action',
    title: 'Off-target indicators without a live action',
    single: 'off target, and no action is to move it',
    sentence:
      'Its figure is off target, and no open action is meant to move it: it will be off target again unless something happens by itself.',
    none: 'Every off-target indicator has a live action.',
    gravity: 3,
    find: facts => {
      const [live, proposed] = [moved(facts.actions.filter(isLive)), facts.actions.filter(({ state }) => state === 'proposed')]
      return measured(facts, ({ isOffTarget, id }) => isOffTarget && !live.has(id)).map(each => {
        const waiting = proposed.filter(({ indicatorIds }) => indicatorIds.includes(each.id)).length
        return ofIndicator(facts, each, {
          note: [
            waiting === 0 ? '' : `${count(waiting, 'action is', 'actions are')} proposed in a plan that is not signed off`,
            each.contributors.length === 0
              ? ''
              : `${count(each.contributors.length, 'organisation is', 'organisations are')} named to contribute`,
          ]
            .filter(words => words !== '')
            .join('; '),
          next: { text: 'Find or plan an action for it', href: `finder/${each.id}`, by: 'everybody' },
        })
      })
    },
  },
  {
    name: 'going-while-worsening',
    title: 'Actions that go well while their indicators get worse',
    single: 'goes well, and all that it is to move gets worse',
    sentence:
      'It is complete or on track, and everything it is meant to move is worse than it was: it may be the wrong action, too small, or too early to tell.',
    none: 'No action goes well while all of its indicators get worse.',
    gravity: 3,
    find: facts =>
      facts.actions
        .filter(action => action.isShown && goesWell(action) && everyDirection(facts, action, 'worsening'))
        .map(action => ofAction(facts, action, { note: movesWords(facts, action), text: 'Ask whether it is the right action' })),
  },
  {
    name: 'outcome-without-owner',
    title: 'Outcomes for which no group answers',
    single: 'no group answers for it',
    sentence: 'No group answers for the outcome or for its theme: nobody is asked when it is not reached.',
    none: 'A group answers for every outcome.',
    gravity: 3,
    find: facts =>
      facts.outcomes
        .filter(({ groupIds }) => groupIds.length === 0)
        .map(outcome =>
          ofOutcome(outcome, { text: 'Choose the group that answers for it, and say so on its page', href: 'groups', by: 'everybody' }),
        ),
  },
  {
    name: 'indicator-without-lead',
    title: 'Indicators that nobody leads',
    single: 'nobody leads it',
    sentence: 'No organisation, group, seat or person leads it: nobody sees to it that its figure comes and gets better.',
    none: 'Somebody leads every indicator.',
    gravity: 2,
    find: facts =>
      measured(facts, ({ hasLead }) => !hasLead).map(each =>
        ofIndicator(facts, each, { note: '', next: { text: 'Name its lead', href: `indicators/${each.id}/edit`, by: 'officers' } }),
      ),
  },
  {
    name: 'outcome-without-indicator',
    title: 'Outcomes that nothing measures',
    single: 'nothing measures it',
    sentence: 'No open indicator measures the outcome: nobody will know whether it is reached.',
    none: 'Every outcome has an indicator.',
    gravity: 2,
    find: facts => {
      const held = new Set(facts.indicators.flatMap(({ outcomeIds }) => outcomeIds))
      return facts.outcomes
        .filter(({ id }) => !held.has(id))
        .map(outcome => ofOutcome(outcome, { text: 'Add an indicator of it', href: `agreements/${outcome.agreementId}`, by: 'everybody' }))
    },
  },
  {
    name: 'group-without-plan',
    title: 'Groups without a delivery plan',
    single: 'has no delivery plan',
    sentence: 'The group owes a plan for this year, or answers for a theme, and has none: nobody can see what it will do.',
    none: 'Every group that owes a plan, or answers for a theme, has one.',
    gravity: 2,
    find: facts => {
      const planned = new Set(facts.plans.filter(covers(facts)).map(({ groupId }) => groupId))
      return facts.groups.flatMap(({ id, name, planDueOn }) => {
        const themes = facts.outcomes.filter(({ groupIds }) => groupIds.includes(id))
        if (planned.has(id) || (planDueOn === null && themes.length === 0)) return []
        return [
          {
            reference: '',
            title: name,
            href: `groups/${id}`,
            note: [
              planDueOn === null ? '' : `due ${dayLabel(planDueOn)}`,
              themes.length === 0 ? '' : `answers for ${[...new Set(themes.map(({ theme }) => theme))].join('; ')}`,
            ]
              .filter(words => words !== '')
              .join('; '),
            groupIds: [id],
            themeIds: [...new Set(themes.map(({ themeId }) => themeId))],
            next: { text: 'Begin its plan', href: `plans/new?group=${id}`, by: 'keep-plans', groupId: id },
          } satisfies Gap,
        ]
      })
    },
  },
  {
    name: 'plan-outcome-without-action',
    title: 'Outcomes of plans without an action',
    single: 'in a plan, without an action',
    sentence:
      'The plan says that it serves the outcome, and none of its actions stands under it or is meant to move one of its indicators.',
    none: 'Every outcome that a plan serves has an action there.',
    gravity: 2,
    find: facts =>
      facts.plans
        .filter(({ isShown }) => isShown)
        .flatMap(plan => {
          const actions = facts.actions.filter(({ planId, state }) => planId === plan.id && state !== 'dropped')
          const served = new Set([
            ...actions.flatMap(({ outcomeId }) => outcomeId ?? []),
            ...actions
              .flatMap(({ indicatorIds }) => facts.indicators.filter(({ id }) => indicatorIds.includes(id)))
              .flatMap(({ outcomeIds }) => outcomeIds),
          ])
          return facts.outcomes
            .filter(({ id }) => plan.outcomeIds.includes(id) && !served.has(id))
            .map(outcome => ({
              ...ofOutcome(outcome, { text: 'Plan an action for it', href: `plans/${plan.id}`, by: 'everybody' }),
              href: `plans/${plan.id}`,
              note: plan.title,
              groupIds: [plan.groupId],
            }))
        }),
  },
  {
    name: 'decision-without-action',
    title: 'Decisions that nobody carries out',
    single: 'decided, and nobody carries it out',
    sentence:
      'A meeting agreed, endorsed or delegated something within the last year, and no action follows from it: it may never have been done.',
    none: 'An action follows from every decision of the last year that asks for one.',
    gravity: 2,
    find: facts => {
      const known = new Set(facts.actions.map(({ id }) => id))
      return facts.decisions
        .filter(
          ({ kind, isCarriedOut, isShown, actionIds }) =>
            isShown && asksForSomething(kind) && !isCarriedOut && !actionIds.some(id => known.has(id)),
        )
        .map(({ id, reference, text, groupId }) => ({
          reference,
          title: text,
          href: `decisions/${id}`,
          note: '',
          groupIds: [groupId],
          themeIds: [],
          next: { text: 'Agree who carries it out', href: `actions/new?group=${groupId}`, by: 'keep-meetings', groupId },
        }))
    },
  },
  {
    name: 'ambition-unserved',
    title: 'Ambitions that nothing serves',
    single: 'nothing serves it',
    sentence: 'It is part of the vision, and no theme or outcome serves it: it is said and not pursued.',
    none: 'A theme or an outcome serves every ambition.',
    gravity: 2,
    find: ({ ambitions }) =>
      ambitions
        .filter(ambition => !isServed(ambition, ambitions))
        .map(({ title, kind }) => ({
          reference: '',
          title,
          href: 'vision',
          note: kind === 'priority' ? 'a priority' : '',
          groupIds: [],
          themeIds: [],
          next: { text: 'Say what serves it', href: 'vision', by: 'everybody' },
        })),
  },
  {
    name: 'action-without-indicator',
    title: 'Planned actions that move nothing',
    single: 'planned, and moves nothing',
    sentence: 'It stands in a delivery plan and is meant to move no indicator: it may be worth doing, but nobody can say for what.',
    none: 'Every action of a plan is meant to move an indicator.',
    gravity: 1,
    find: facts =>
      facts.actions
        .filter(action => action.isShown && action.planId !== null && isUnsettled(action) && action.indicatorIds.length === 0)
        .map(action => ofAction(facts, action, { note: '', text: 'Say which indicators it is to move' })),
  },
  {
    name: 'contributor-without-contribution',
    title: 'Contributors who contribute nothing',
    single: 'a contributor that contributes nothing',
    sentence:
      'The organisation is named as a contributor of an indicator for which others act. It has part in no live action for it, and has reported no figure of it.',
    none: 'Every contributor has part in an action or reports figures.',
    gravity: 1,
    find: facts => {
      const live = facts.actions.filter(isLive)
      const acted = moved(live)
      // Where nobody acts at all, that is what is missing, or nothing is.
      return measured(facts, ({ id }) => acted.has(id)).flatMap(each =>
        each.contributors
          .filter(
            ({ id }) =>
              !each.reporterIds.includes(id) &&
              !live.some(({ indicatorIds, organisationIds }) => indicatorIds.includes(each.id) && organisationIds.includes(id)),
          )
          .map(({ id, name }) => ({
            ...ofIndicator(facts, each, {
              note: each.reference === '' ? each.title : `${each.reference} ${each.title}`,
              next: { text: 'Agree what it contributes', href: `organisations/${id}/contribution`, by: 'everybody' },
            }),
            reference: '',
            title: name,
            href: `organisations/${id}`,
          })),
      )
    },
  },
  {
    name: 'stopped-while-improving',
    title: 'Actions that stopped while their indicators get better',
    single: 'stopped, and all that it was to move gets better',
    sentence:
      'It was dropped, is held up or off track, and everything it was meant to move gets better: it may not have been needed, and what it would cost could go elsewhere.',
    none: 'No action stopped while all of its indicators get better.',
    gravity: 1,
    find: facts =>
      facts.actions
        .filter(action => action.isShown && isStopped(action) && everyDirection(facts, action, 'improving'))
        .map(action => ofAction(facts, action, { note: movesWords(facts, action), text: 'Ask whether it is needed' })),
  },
  {
    name: 'agreed-without-indicator',
    title: 'Actions of meetings that name no indicator',
    single: 'names no indicator',
    sentence:
      'Many rightly name none: a letter to be sent, a date to be found. They are listed to be looked through, and are not counted as gaps.',
    none: 'Every open action of a meeting names an indicator.',
    gravity: 0,
    find: facts =>
      facts.actions
        .filter(action => action.isShown && action.planId === null && isUnsettled(action) && action.indicatorIds.length === 0)
        .map(action => ofAction(facts, action, { note: '', text: 'Name the indicators, if it is to move any' })),
  },
]

export type FoundKind = Pick<GapKind, 'name' | 'title' | 'single' | 'sentence' | 'none' | 'gravity'> & { readonly gaps: readonly Gap[] }
export type Narrowed = { readonly groupId: number | null; readonly themeId: number | null }

/** Every kind with its gaps, the worst first: by gravity, then by how many there are. */
export function gapsIn(facts: Facts, { groupId, themeId }: Narrowed = { groupId: null, themeId: null }): FoundKind[] {
  const isMeant = (gap: Gap): boolean =>
    (groupId === null || gap.groupIds.includes(groupId)) && (themeId === null || gap.themeIds.includes(themeId))
  return gapKinds
    .map(({ find, ...kind }) => ({ ...kind, gaps: find(facts).filter(isMeant) }))
    .toSorted((a, b) => b.gravity - a.gravity || b.gaps.length - a.gaps.length)
}

export const isCounted = ({ gravity }: Pick<GapKind, 'gravity'>): boolean => gravity > 0

export const countOf = (found: readonly FoundKind[]): number => found.filter(isCounted).reduce((sum, { gaps }) => sum + gaps.length, 0)

/** A few of those that count, each in a line with what kind of gap it is. */
export function worstOf(found: readonly FoundKind[], few: number) {
  const lines = found.filter(isCounted).flatMap(({ single, gravity, gaps }) =>
    gaps.map(({ reference, title, href }) => ({
      text: reference === '' ? title : `${reference} ${title}`,
      href,
      note: single,
      isGrave: gravity === 3,
    })),
  )
  return { count: lines.length, worst: lines.slice(0, few) }
}

const isLive = ({ state }: ActionFact): boolean => state === 'open' || state === 'done'
const isUnsettled = (action: ActionFact): boolean => isLive(action) || action.state === 'proposed'
const isStopped = ({ state, rating, progress }: ActionFact): boolean =>
  state === 'dropped' || (state === 'open' && (rating === 'off-track' || progress === 'held-up'))
const goesWell = ({ state, rating, progress }: ActionFact): boolean =>
  state === 'closed' || state === 'done' || (state === 'open' && progress !== 'held-up' && (rating === 'complete' || rating === 'on-track'))
const asksForSomething = (kind: string): boolean => kind === 'agreed' || kind === 'endorsed' || kind === 'delegated'

const moved = (actions: readonly ActionFact[]): ReadonlySet<number> => new Set(actions.flatMap(({ indicatorIds }) => indicatorIds))

const measured = ({ indicators }: Facts, holds: (indicator: IndicatorFact) => boolean): IndicatorFact[] => indicators.filter(holds)

/** All of them, and at least one: of what cannot be compared nothing is said. */
function everyDirection({ indicators }: Facts, { indicatorIds }: ActionFact, direction: 'improving' | 'worsening'): boolean {
  const directionIn = new Map(indicators.map(each => [each.id, each.direction]))
  return indicatorIds.length > 0 && indicatorIds.every(id => directionIn.get(id) === direction)
}

const isServed = (ambition: Facts['ambitions'][number], all: Facts['ambitions']): boolean =>
  ambition.isServed || all.some(each => each.parentId === ambition.id && isServed(each, all))

const covers =
  ({ today }: Facts) =>
  ({ startsOn, endsOn }: Facts['plans'][number]): boolean =>
    startsOn <= today && today <= endsOn

const outcomesOf = ({ outcomes }: Facts, { outcomeIds }: Pick<IndicatorFact, 'outcomeIds'>): OutcomeFact[] =>
  outcomes.filter(({ id }) => outcomeIds.includes(id))

const groupsOf = (facts: Facts, indicator: IndicatorFact): number[] => [
  ...new Set(outcomesOf(facts, indicator).flatMap(({ groupIds }) => groupIds)),
]

const ofIndicator = (facts: Facts, indicator: IndicatorFact, { note, next }: Pick<Gap, 'note' | 'next'>): Gap => ({
  reference: indicator.reference,
  title: indicator.title,
  href: `indicators/${indicator.id}`,
  note,
  groupIds: groupsOf(facts, indicator),
  themeIds: [...new Set(outcomesOf(facts, indicator).map(({ themeId }) => themeId))],
  next,
})

const ofOutcome = (outcome: OutcomeFact, next: NextStep): Gap => ({
  reference: '',
  title: outcome.title,
  href: `agreements/${outcome.agreementId}`,
  note: outcome.theme,
  groupIds: outcome.groupIds,
  themeIds: [outcome.themeId],
  next,
})

const ofAction = (facts: Facts, action: ActionFact, { note, text }: { readonly note: string; readonly text: string }): Gap => {
  const href = addressOf(action)
  const outcomes = facts.outcomes.filter(
    ({ id }) =>
      id === action.outcomeId || facts.indicators.some(each => action.indicatorIds.includes(each.id) && each.outcomeIds.includes(id)),
  )
  return {
    reference: action.reference,
    title: action.title,
    href,
    note,
    groupIds: action.groupId === null ? [] : [action.groupId],
    themeIds: [...new Set(outcomes.map(({ themeId }) => themeId))],
    next: { text, href, by: 'everybody' },
  }
}

const movesWords = ({ indicators }: Facts, { indicatorIds }: ActionFact): string =>
  indicators
    .filter(({ id }) => indicatorIds.includes(id))
    .map(({ reference, title }) => (reference === '' ? title : `${reference} ${title}`))
    .join('; ')

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
