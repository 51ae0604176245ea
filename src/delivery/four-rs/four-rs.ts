/**
 * The four Rs are asked of each indicator that is off target (Herefordshire): is its target Realistic, what is the Rationale of the work behind it, what is the
 * Relative value for money, and what do the Reports say. What comes of it is recorded, with who reviewed it, when, and which meeting decided so.
 */
import type { Day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Period } from '../../kernel/period.ts'
import type { IndicatorId } from '../../performance/index.ts'

export const questions = ['realistic', 'rationale', 'value', 'reports'] as const
export type Question = (typeof questions)[number]
/** What is asked, with what helps to answer it, and what is wrong where it is not answered. */
export const questionWords: Readonly<
  Record<Question, { readonly asked: string; readonly hint: string; readonly short: string; readonly missing: string }>
> = {
  realistic: {
    asked: 'Is its target realistic?',
    hint: 'With what is known now: the baseline, what others reach, what was achieved so far',
    short: 'Realistic',
    missing: 'Say whether its target is realistic',
  },
  rationale: {
    asked: 'What is the rationale?',
    hint: 'Why this indicator and this work: what it is to change, and whether that still holds',
    short: 'Rationale',
    missing: 'Say what the rationale is',
  },
  value: {
    asked: 'What is the relative value for money?',
    hint: 'What it costs beside what it brings, and beside other ways to the same end',
    short: 'Relative value for money',
    missing: 'Say what the relative value for money is',
  },
  reports: {
    asked: 'What do the reports say?',
    hint: 'Evaluations, inspections, audits, what users and residents say',
    short: 'Reports',
    missing: 'Say what the reports say, or that there are none',
  },
}

export const outcomes = ['keep-target', 'propose-target', 'change-plan', 'change-measure', 'stop', 'escalate'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeNames: Readonly<Record<Outcome, string>> = {
  'keep-target': 'Keep the target',
  'propose-target': 'Propose another target',
  'change-plan': 'Change the plan',
  'change-measure': 'Change the measure',
  stop: 'Stop the work',
  escalate: 'Escalate',
}

export type Answers = Readonly<Record<Question, string>> & {
  readonly outcome: Outcome
  readonly note: string
  readonly onDay: Day
  /** At which meeting it was looked at, and the decision that says so. */
  readonly meetingId: Id<'meeting'> | null
  readonly decisionId: Id<'decision'> | null
}

/** What can be chosen, with what it is called. */
export type Offered = {
  readonly meetings: readonly { readonly id: NonNullable<Answers['meetingId']>; readonly name: string }[]
  readonly decisions: readonly { readonly id: NonNullable<Answers['decisionId']>; readonly name: string }[]
}

export type Review = Answers & Period & { readonly indicatorId: IndicatorId; readonly byName: string }

/** What was off target in a period and reviewed for that very period. A review of an earlier one does not answer for a later. */
export const reviewOf = (
  reviews: readonly Review[],
  { indicatorId, period }: { readonly indicatorId: IndicatorId; readonly period: Period },
): Review | null =>
  reviews.find(each => each.indicatorId === indicatorId && each.startsOn === period.startsOn && each.endsOn === period.endsOn) ?? null

/** 6 of 7 reviewed. */
export const reviewedWords = (reviewed: number, of: number): string => `${reviewed} of ${of} reviewed`
