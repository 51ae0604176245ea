/**
 * To close a period of an agreement is to bring in what is due in it, to have it submitted by whoever answers for it and approved by a performance
 * officer, and then to lock it: what a meeting sees is then kept as it was reported.
 *
 * A period may be a quarter, a year or any other. All returns belong to it that are for a period that ends within it: to a quarter its three
 * months, the twelve months that end with it, and at the end of the year the year.
 */
import { addDays, type Day, dayIn } from '../../kernel/day.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import { type Frequency, type Period, periodLabel, periodsOf } from '../../kernel/period.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Answerable } from '../answerable/answerable.ts'
import type { Earlier } from '../data-check/data-check.ts'
import type { Indicator, IndicatorId } from '../indicator/indicator.ts'
import type { Return } from '../judgement/judgement.ts'
import type { RolledUp } from '../roll-up/roll-up.ts'
import { mayReportOn, type Reporter } from './reporter.ts'

/** How far the figures of an indicator have come. What is changed after a step was taken is open again. */
export const states = ['open', 'submitted', 'returned', 'approved'] as const
export type State = (typeof states)[number]

export const stateWords: Readonly<Record<State, string>> = {
  open: 'not submitted',
  submitted: 'submitted',
  returned: 'returned',
  approved: 'approved',
}

export const steps = ['submit', 'approve', 'return'] as const
export type Step = (typeof steps)[number]

/** Who may take a step: whoever may report the indicator, or performance officers alone. */
type Lifecycle = Readonly<Record<State, { readonly [step in Step]?: { readonly to: State; readonly by: 'reporter' | 'officer' } }>>

const lifecycle: Lifecycle = {
  open: { submit: { to: 'submitted', by: 'reporter' } },
  submitted: { approve: { to: 'approved', by: 'officer' }, return: { to: 'returned', by: 'officer' } },
  returned: { submit: { to: 'submitted', by: 'reporter' } },
  approved: { return: { to: 'returned', by: 'officer' } },
}

/** A return that belongs to a closing, with when its period was first answered: null while its source has only said that it is not published. */
export type ReturnIn = Period & {
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly value: Decimal | null
  readonly absence: Return['absence']
  readonly status: Return['status']
  readonly numerator: Decimal | null
  readonly denominator: Decimal | null
  readonly revision: number
  readonly cameAt: Temporal.Instant | null
  readonly reportedByName: string
  readonly reportedAt: Temporal.Instant
  /** Of the values before it, the newest last: enough to see what is usual. */
  readonly earlier: readonly Earlier[]
}

/** What was submitted, and what became of it. `returnsSeen` counts the returns and revisions there were: with another one it is open again. */
export type Submission = {
  readonly state: Exclude<State, 'open'>
  readonly returnsSeen: number
  readonly findings: readonly string[]
  readonly note: string
  readonly submittedAt: Temporal.Instant
  readonly submittedByName: string
  readonly decidedAt: Temporal.Instant | null
  readonly decidedByName: string | null
  readonly returnReason: string | null
}

/** A return of the agreement's own area that is due in the closing. */
export type Due = {
  readonly period: Period
  /** The last day on which it is in time. */
  readonly dueOn: Day
  readonly state: 'in' | 'in-late' | 'awaited' | 'missing'
  /** When it came first. */
  readonly cameOn: Day | null
}

export const dueWords: Readonly<Record<Due['state'], string>> = {
  in: 'in',
  'in-late': 'in, late',
  awaited: 'not due yet',
  missing: 'missing',
}

/** A return of the agreement's own area: when the first answer for its period came; null while its source has only said that it is not published. */
export type Came = Period & { readonly cameAt: Temporal.Instant | null }

/** What is worked out from the areas within the agreement's own came when the last of them did; what was reported of it itself goes before. */
export function cameTo(own: readonly Came[], workedOut: readonly RolledUp[], parts: readonly Came[]): Came[] {
  const others = workedOut.filter(each => each.value !== null && !own.some(came => isSame(came, each)))
  const last = (moments: readonly (Temporal.Instant | null)[]) =>
    moments.reduce((a, b) => (a === null || (b !== null && Temporal.Instant.compare(a, b) < 0) ? b : a), null)
  return [
    ...own,
    ...others.map(({ startsOn, endsOn }) => {
      const its = parts.filter(part => isSame(part, { startsOn, endsOn }))
      return { startsOn, endsOn, cameAt: last(its.map(({ cameAt }) => cameAt)) }
    }),
  ]
}

/** What is known of one indicator in the closing. */
export type Facts = {
  readonly indicator: Indicator
  readonly answerable: Answerable
  readonly came: readonly Came[]
  /** Returns and revisions of all areas. */
  readonly returns: number
  readonly submission: Submission | null
  readonly isLocked: boolean
  /** Periods of the closing that have a target: of a survey, which comes when it comes, nothing else says that one was meant to. */
  readonly aimedFor: readonly Period[]
}

export type Line = Facts & { readonly due: readonly Due[]; readonly state: State; readonly hasChanged: boolean }

export function lineOf(facts: Facts, closing: Period, today: Day): Line {
  const { submission, returns } = facts
  const hasChanged = submission !== null && submission.returnsSeen !== returns
  return {
    ...facts,
    due: dueIn(facts, closing, today),
    hasChanged,
    state: submission === null || hasChanged ? 'open' : submission.state,
  }
}

/** Whether anything of an indicator is due in the closing, or came. */
export const isConcerned = ({ due, returns }: Pick<Line, 'due' | 'returns'>): boolean => due.length > 0 || returns > 0

function dueIn({ indicator, came, aimedFor }: Facts, closing: Period, today: Day): Due[] {
  const { frequency, lagDays, closedOn, deferredReason } = indicator
  const rhythm = frequency === null || isUnannounced(frequency) ? aimedFor : periodsOf(frequency, closing.startsOn, closing.endsOn)
  const owed = deferredReason === null ? rhythm.filter(({ endsOn }) => closedOn === null || closedOn > endsOn) : []
  const others = came.filter(each => !owed.some(period => isSame(period, each)))
  return [...owed, ...others].toSorted(byEnd).map(({ startsOn, endsOn }) => {
    const held = came.find(each => isSame(each, { startsOn, endsOn }))
    const cameOn = held?.cameAt ? dayIn(held.cameAt) : null
    const dueOn = addDays(endsOn, lagDays)
    const isAwaitedStill = today <= dueOn || held !== undefined
    const state = cameOn === null ? (isAwaitedStill ? 'awaited' : 'missing') : cameOn > dueOn ? 'in-late' : 'in'
    return { period: { startsOn, endsOn }, dueOn, cameOn, state }
  })
}

/** Of these nobody can say from the calendar alone when the next one is due. */
const isUnannounced = (frequency: Frequency | null): boolean => frequency === 'survey' || frequency === 'three-years'

const byEnd = (a: Period, b: Period): number => (a.endsOn < b.endsOn || (a.endsOn === b.endsOn && a.startsOn > b.startsOn) ? -1 : 1)
const isSame = (a: Period, b: Period): boolean => a.startsOn === b.startsOn && a.endsOn === b.endsOn

export const isAwaited = ({ due }: Pick<Line, 'due'>): boolean => due.some(({ state }) => state === 'awaited')
export const isMissing = ({ due }: Pick<Line, 'due'>): boolean => due.some(({ state }) => state === 'missing')

/** Whether anything came that nobody has submitted as it stands. */
export const isToSubmit = ({ returns, state, isLocked }: Line): boolean =>
  returns > 0 && !isLocked && (state === 'open' || state === 'returned')

/** Whether any of these lines is somebody's to report. */
export const reportsAny = ({ lines, reporter }: { readonly lines: readonly Line[]; readonly reporter: Reporter }): boolean =>
  lines.some(({ answerable }) => mayReportOn(reporter, answerable))

/** What somebody may do with a line now: the page offers it, and the handler asks the same. */
export function stepsOpenTo({ reportsFor }: Reporter, line: Line): Step[] {
  return steps.filter(step => take(step, line, { reportsFor }).accepted)
}

export function take(step: Step, line: Line, reporter: Reporter): Ruling<State> {
  const name = nameIn(line)
  if (line.isLocked) return refuse({ text: `${name} is locked. Unlock the period first` })
  const open = lifecycle[line.state][step]
  if (!open) return refuse({ text: `${name} is ${stateWords[line.state]}, so it cannot be ${passive[step]}` })
  if (line.returns === 0) return refuse({ text: `${name} has no figure yet that could be ${passive[step]}` })
  const may = open.by === 'officer' ? reporter.reportsFor === 'everybody' : mayReportOn(reporter, line.answerable)
  return may ? accept(open.to) : refuse({ text: `${name} can be ${passive[step]} only by ${by[open.by]}` })
}

const passive: Readonly<Record<Step, string>> = { submit: 'submitted', approve: 'approved', return: 'returned' }
const by = { officer: 'a performance officer', reporter: 'those who answer for it' } as const

/** Whoever submits what a check found something about says why it is right. */
export function submitted(line: Line, reporter: Reporter, findings: readonly string[], note: string): Ruling<State> {
  const ruling = take('submit', line, reporter)
  if (!ruling.accepted || findings.length === 0 || note !== '') return ruling
  return refuse({ field: `note-${line.indicator.id}`, text: `Say why ${nameIn(line)} is right although ${lowerFirst(findings[0] ?? '')}` })
}

/** What is locked, what is left open since its figure is still to be published, and what of the locked is missing. */
export type Locking = { readonly locked: readonly Line[]; readonly leftOpen: readonly Line[]; readonly missing: readonly Line[] }

/** Whether a period can be locked. Lines that are locked already stay so, and those that were left open follow when they are there. */
export function lock(lines: readonly Line[], closing: Period, today: Day, reason: string): Ruling<Locking> {
  if (closing.endsOn >= today) return refuse({ text: `${periodLabel(closing, null)} is not over yet, so it cannot be locked` })
  const unlocked = lines.filter(({ isLocked }) => !isLocked)
  const leftOpen = unlocked.filter(isLeftOpen)
  const locked = unlocked.filter(line => !isLeftOpen(line))
  if (locked.length === 0) return refuse({ text: `Nothing of ${periodLabel(closing, null)} is there that could be locked` })
  const unapproved = locked.filter(({ returns, state }) => returns > 0 && state !== 'approved')
  const missing = locked.filter(isMissing)
  const problems: Problem[] = []
  if (unapproved.length > 0)
    problems.push({ text: `${named(unapproved)} ${unapproved.length === 1 ? 'is' : 'are'} in but not approved yet` })
  if (missing.length > 0 && reason === '')
    problems.push({ field: 'reason', text: `Say why the period is locked without ${named(missing)}` })
  return problems.length > 0 ? refuse(...problems) : accept({ locked, leftOpen, missing })
}

/** What is still to come could not come any more. */
const isLeftOpen = (line: Line): boolean => isAwaited(line) || (mayComeUnannounced(line.indicator) && !isConcerned(line))

/** A survey, what is deferred until there is something to report, and what nobody has said of how often it is reported. */
const mayComeUnannounced = ({ frequency, deferredReason }: Indicator): boolean =>
  frequency === null || isUnannounced(frequency) || deferredReason !== null

export const nameIn = ({ indicator: { reference, title } }: Pick<Line, 'indicator'>): string => reference ?? title

/** A few by name, of many how many more. */
export function named(lines: readonly Pick<Line, 'indicator'>[]): string {
  const names = lines.map(nameIn)
  const shown = names.length > 7 ? [...names.slice(0, 6), `${names.length - 6} more`] : names
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** How many lines there are of each kind, for the head of the page. */
export type Completeness = {
  readonly due: number
  readonly in: number
  readonly late: number
  readonly awaited: number
  readonly missing: number
  readonly states: Readonly<Record<State, number>>
}

/** Counted are returns of the agreement's own area; states are of indicators that have any. */
export function completeness(lines: readonly Line[]): Completeness {
  const due = lines.flatMap(line => line.due)
  const having = (state: Due['state']) => due.filter(each => each.state === state).length
  const inState = (state: State) => lines.filter(line => line.returns > 0 && line.state === state).length
  return {
    due: due.length,
    in: having('in') + having('in-late'),
    late: having('in-late'),
    awaited: having('awaited'),
    missing: having('missing'),
    states: { open: inState('open'), submitted: inState('submitted'), returned: inState('returned'), approved: inState('approved') },
  }
}
