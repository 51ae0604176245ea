/**
 * An action of a plan is an action of the one register, with what planning needs beside it: when it was to happen, how one will know, how it is to move its
 * indicators, who helps, what it costs whom, and the steps on the way.
 *
 * What was planned changes only while the plan is written. How its milestones go is said by those who keep the plan and those who own the action, once it holds.
 */
import { type Day, dayLabel, daysBetween } from '../../kernel/day.ts'
import { compare, type Decimal, parseDecimal, toText, zero } from '../../kernel/decimal.ts'
import type { Id } from '../../kernel/ids.ts'
import { poundsLabel } from '../../kernel/money.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import type { OutcomeId } from '../../performance/index.ts'
import type { PlanId, PlannedActionId } from '../plan/plan.ts'

export type MilestoneId = Id<'milestone'>

/** As it was planned. Its words, owners, agreed day and indicators are the register's. */
export type PlannedDraft = {
  readonly outcomeId: OutcomeId | null
  readonly startsOn: Day | null
  readonly endsOn: Day | null
  /** How one will know that it is done, or does good. */
  readonly measure: string
  /** How it is to move its indicators. */
  readonly how: string
  readonly risk: string
  /** It needs nothing beyond what is there: nobody forgot its resources. */
  readonly isFree: boolean
}

export type MilestoneDraft = {
  readonly text: string
  readonly plannedOn: Day | null
  readonly forecastOn: Day | null
  readonly metOn: Day | null
  readonly note: string
}
export type Milestone = MilestoneDraft & { readonly id: MilestoneId }

/** People, pounds or both. */
export type ResourceDraft = {
  /** Who gives it; null while that is not known. */
  readonly organisationId: OrganisationId | null
  readonly fte: Decimal | null
  readonly pence: number | null
  /** Where the money comes from: Area Based Grant. */
  readonly source: string
}
export type Resource = ResourceDraft & { readonly organisation: string }

export type PlannedAction = PlannedDraft & {
  readonly id: PlannedActionId
  readonly planId: PlanId
  readonly actionId: number
  readonly outcome: string
  readonly contributors: readonly { readonly id: OrganisationId; readonly name: string }[]
  readonly resources: readonly Resource[]
  readonly milestones: readonly Milestone[]
  /** As the latest progress says. */
  readonly expectedOn: Day | null
}

/** £84,000 and 2.5 fte from Wexcombe Police (Area Based Grant). */
export function resourceWords({ fte, pence, organisation, source }: Resource): string {
  const what = [...(pence === null ? [] : [poundsLabel(pence)]), ...(fte === null ? [] : [`${toText(fte)} fte`])].join(' and ')
  return `${what}${organisation === '' ? '' : ` from ${organisation}`}${source === '' ? '' : ` (${source})`}`
}

/** 0.5; 2.5 fte; null where it is none that can be kept. */
export function readFte(typed: string): Decimal | null {
  const value = parseDecimal(typed.replace(/\s*(?:w?te|fte|ftes|people|posts?)$/i, '').trim())
  const isKept = value !== null && value.scale <= 2 && compare(value, zero) > 0 && compare(value, tenThousand) < 0
  return isKept ? value : null
}
const tenThousand: Decimal = { digits: 10_000n, scale: 0 }

/** What speaks against the days of an action and its milestones; the fields are those of its form. */
export function daysInOrder({ startsOn, endsOn }: Pick<PlannedDraft, 'startsOn' | 'endsOn'>): Problem[] {
  return startsOn !== null && endsOn !== null && endsOn < startsOn
    ? [{ field: 'endsOn', text: `It cannot end before it starts on ${dayLabel(startsOn)}` }]
    : []
}

export type MilestoneSaid = Pick<Milestone, 'forecastOn' | 'metOn' | 'note'>

/** What those who do it say of a milestone. */
export function sayOf(said: MilestoneSaid, today: Day): Ruling<MilestoneSaid> {
  if (said.metOn !== null && said.metOn > today)
    return refuse({
      field: 'metOn',
      text: 'This day is still to come. Say when you expect it in the field above, and when it was met afterwards',
    })
  return accept(said)
}

export type MilestoneState = 'met' | 'late' | 'slipping' | 'coming' | 'undated'

export function milestoneState({ plannedOn, forecastOn, metOn }: MilestoneDraft, today: Day): MilestoneState {
  if (metOn !== null) return 'met'
  if (plannedOn === null) return forecastOn !== null && forecastOn < today ? 'late' : 'undated'
  if ((forecastOn ?? plannedOn) < today || plannedOn < today) return 'late'
  return forecastOn !== null && forecastOn > plannedOn ? 'slipping' : 'coming'
}

/** Met on 5 June 2009, 5 days late; overdue by 12 days, expected on 1 August 2009. */
export function milestoneWords(milestone: MilestoneDraft, today: Day): string {
  const { plannedOn, forecastOn, metOn } = milestone
  const days = (count: number) => (count === 1 ? '1 day' : `${count} days`)
  if (metOn !== null)
    return `Met on ${dayLabel(metOn)}${plannedOn !== null && metOn > plannedOn ? `, ${days(daysBetween(plannedOn, metOn))} late` : ''}`
  const expected = forecastOn === null || forecastOn === plannedOn ? '' : `expected on ${dayLabel(forecastOn)}`
  const due = plannedOn ?? forecastOn
  if (milestoneState(milestone, today) === 'late' && due !== null)
    return [`Overdue by ${days(daysBetween(due < today ? due : (forecastOn ?? due), today))}`, ...(expected === '' ? [] : [expected])].join(
      ', ',
    )
  return expected === '' ? (due === null ? 'No date' : 'To come') : `${expected.slice(0, 1).toUpperCase()}${expected.slice(1)}`
}
