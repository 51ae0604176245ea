/**
 * What was expected of what is reviewed and what happened, from what is known: the beginning of the words that a review keeps. Nothing confidential is in it, since
 * everybody reads a review.
 */
import { addDays, type Day, dayLabel, daysBetween } from '../../../kernel/day.ts'
import type { InBrief } from '../../../performance/index.ts'

export type ActionFact = {
  readonly reference: string
  readonly text: string
  /** As it was planned, and as it is agreed now. */
  readonly endsOn: Day
  readonly dueOn: Day | null
  readonly state: 'proposed' | 'open' | 'done' | 'closed' | 'dropped'
  readonly endedOn: Day | null
  readonly outcome: string
  /** The latest of its progress. */
  readonly rating: string | null
}
export type MilestoneFact = {
  readonly of: string
  readonly text: string
  readonly plannedOn: Day
  readonly forecastOn: Day | null
  readonly metOn: Day | null
}
export type IndicatorFact = InBrief
export type WholeFact = {
  readonly owed: number
  readonly signedOff: number
  readonly judged: number
  readonly onTarget: number
  readonly gapsBefore: { readonly onDay: Day; readonly count: number } | null
  readonly gapsNow: { readonly onDay: Day; readonly count: number } | null
}

export type Facts =
  | { readonly kind: 'plan'; readonly actions: readonly ActionFact[]; readonly milestones: readonly MilestoneFact[] }
  | { readonly kind: 'indicators'; readonly indicators: readonly IndicatorFact[] }
  | { readonly kind: 'whole'; readonly whole: WholeFact }

export type Told = { readonly expected: string; readonly happened: string }

export function toldFrom(facts: Facts, today: Day): Told {
  if (facts.kind === 'plan') return ofPlan(facts.actions, facts.milestones, today)
  return facts.kind === 'indicators' ? ofIndicators(facts.indicators) : ofWhole(facts.whole)
}

function ofPlan(actions: readonly ActionFact[], milestones: readonly MilestoneFact[], today: Day): Told {
  if (actions.length + milestones.length === 0)
    return { expected: 'No action was to end and no milestone to be met in this time.', happened: '' }
  const asPlanned = [
    ...(actions.length === 0 ? [] : [of(actions.filter(isDoneAsPlanned).length, actions.length, 'action was', 'actions were', 'done')]),
    ...(milestones.length === 0
      ? []
      : [of(milestones.filter(isMetAsPlanned).length, milestones.length, 'milestone was', 'milestones were', 'met')]),
  ]
  const lines = [
    ...actions.map(action => ({
      by: action.endsOn,
      expected: `${action.text} (${action.reference})`,
      happened: `${action.reference}: ${endOf(action, today)}`,
    })),
    ...milestones.map(milestone => ({
      by: milestone.plannedOn,
      expected: `${milestone.text} (milestone of ${milestone.of})`,
      happened: `${milestone.text} (${milestone.of}): ${meetingOf(milestone, today)}`,
    })),
  ].toSorted((a, b) => daysBetween(b.by, a.by))
  return {
    expected: written(lines.map(({ by, expected }) => `By ${dayLabel(by)}: ${expected}`)),
    happened: written([`${asPlanned.join(' and ')} by the planned date.`, ...lines.map(({ happened }) => happened)]),
  }
}

const of = (some: number, all: number, one: string, many: string, done: string): string =>
  `${some} of ${all} ${all === 1 ? one : many} ${done}`
const isDoneAsPlanned = ({ state, endedOn, endsOn }: ActionFact): boolean =>
  (state === 'done' || state === 'closed') && endedOn !== null && endedOn <= endsOn
const isMetAsPlanned = ({ metOn, plannedOn }: MilestoneFact): boolean => metOn !== null && metOn <= plannedOn

function endOf({ state, endsOn, dueOn, endedOn, outcome, rating }: ActionFact, today: Day): string {
  if (state === 'proposed') return 'still only proposed'
  if (state === 'dropped') return `not pursued${endedOn === null ? '' : ` since ${dayLabel(endedOn)}`}${said(outcome)}`
  if (state !== 'open') return `done${endedOn === null ? '' : ` on ${dayLabel(endedOn)}${late(endsOn, endedOn)}`}${said(outcome)}`
  const now = rating === null ? '' : `; last said to be ${rating}`
  if (dueOn !== null && dueOn > endsOn) return `slipped, now due on ${dayLabel(dueOn)}${now}`
  return `${endsOn < today ? 'not done' : 'not due yet'}${now}`
}

function meetingOf({ plannedOn, forecastOn, metOn }: MilestoneFact, today: Day): string {
  if (metOn !== null) return `met on ${dayLabel(metOn)}${late(plannedOn, metOn)}`
  if (forecastOn !== null && forecastOn > plannedOn) return `slipped, expected on ${dayLabel(forecastOn)}`
  return plannedOn < today ? 'not met' : 'not due yet'
}

function late(planned: Day, happened: Day): string {
  const days = daysBetween(planned, happened)
  return days <= 0 ? '' : days === 1 ? ', 1 day late' : `, ${days} days late`
}
const said = (outcome: string): string => (outcome === '' ? '' : `: ${outcome}`)

function ofIndicators(indicators: readonly IndicatorFact[]): Told {
  if (indicators.length === 0) return { expected: 'No indicator of the agreement that holds now is in it.', happened: '' }
  const missed = indicators.filter(({ isOffTarget }) => isOffTarget).length
  return {
    expected: written(
      indicators.map(
        ({ name, target, ahead }) =>
          `${name}: ${[...(target === null ? [] : [target]), ...(ahead === null ? [] : [ahead])].join('; ') || 'no target is set'}`,
      ),
    ),
    happened: written([
      ...(indicators.length === 1 ? [] : [`${missed} of ${indicators.length} indicators ${missed === 1 ? 'is' : 'are'} off target.`]),
      ...indicators.map(({ name, actual, period, judgement, direction }) => {
        const figure = actual === null ? '' : `${actual}${period === null ? '' : ` in ${period}`}, `
        return `${name}: ${figure}${judgement.toLowerCase()}${direction === null ? '' : `, ${direction}`}`
      }),
    ]),
  }
}

function ofWhole({ owed, signedOff, judged, onTarget, gapsBefore, gapsNow }: WholeFact): Told {
  const gaps = (count: number) => (count === 1 ? '1 gap' : `${count} gaps`)
  return {
    expected: written([
      owed === 0 ? 'No group owes a plan.' : `Every group that owes a plan has one that is signed off (${owed}).`,
      'Every indicator is on target.',
      gapsBefore === null ? 'Fewer gaps in the thread.' : `Fewer than the ${gaps(gapsBefore.count)} of ${dayLabel(gapsBefore.onDay)}.`,
    ]),
    happened: written([
      ...(owed === 0 ? [] : [`${signedOff} of ${owed} ${owed === 1 ? 'plan is' : 'plans are'} signed off.`]),
      `${onTarget} of ${judged} judged ${judged === 1 ? 'indicator is' : 'indicators are'} on target or better.`,
      gapsNow === null ? 'Gaps have not been counted yet.' : `${gaps(gapsNow.count)} on ${dayLabel(gapsNow.onDay)}.`,
    ]),
  }
}

/** As long as a review keeps. */
const longest = 10_000
function written(lines: readonly string[]): string {
  let kept = ''
  for (const [at, line] of lines.entries()) {
    const longer = kept === '' ? line : `${kept}\n${line}`
    if (longer.length > longest - 60) return `${kept}\nAnd ${lines.length - at} more.`
    kept = longer
  }
  return kept
}

/** The days that are looked at: from after the last review, or from the beginning, up to its date. */
export const timeOf = ({
  since,
  dueOn,
}: {
  readonly since: Day | null
  readonly dueOn: Day
}): { readonly from: Day; readonly to: Day } => ({
  from: since ?? addDays(dueOn, -365),
  to: dueOn,
})
