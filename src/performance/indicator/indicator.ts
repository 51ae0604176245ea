/**
 * An indicator is how an outcome is measured: what is counted, which way is better, how often, from what source, and who answers for it.
 * It belongs to an agreement and may serve several of its outcomes. Its targets and returns refer to it; its judgement is computed from them.
 *
 * Which way is better is asked of a person and never guessed: more reports of domestic violence can be good news.
 */
import type { Day } from '../../kernel/day.ts'
import type { Decimal } from '../../kernel/decimal.ts'
import type { Id } from '../../kernel/ids.ts'
import type { Frequency } from '../../kernel/period.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import { type Beside, type Body, sameBody } from '../answerable/answerable.ts'

export type AgreementId = Id<'agreement'>
export type ThemeId = Id<'theme'>
export type OutcomeId = Id<'outcome'>
export type IndicatorId = Id<'indicator'>

export const designations = ['designated', 'local', 'statutory'] as const
export type Designation = (typeof designations)[number]

/** Which way is better: higher, lower, within a range, or neither, for what is shown for context and never judged. */
export const polarities = ['higher', 'lower', 'range', 'none'] as const
export type Polarity = (typeof polarities)[number]

export const valueTypes = ['number', 'percentage', 'rate', 'money', 'days', 'ratio'] as const
export type ValueType = (typeof valueTypes)[number]

/** A value at a moment, added up since the year began, or over a window that moves along. */
export const measurements = ['snapshot', 'cumulative', 'rolling'] as const
export type Measurement = (typeof measurements)[number]

/** A fraction of the target (0.05 is 5%), or a number in the indicator's own unit. */
export const toleranceKinds = ['relative', 'absolute'] as const
export type ToleranceKind = (typeof toleranceKinds)[number]

/** What the figure of an area follows from, besides what it reports itself: nothing, the sum of the areas in it, or all their numerators over all their denominators. */
export const rollUps = ['none', 'sum', 'weighted'] as const
export type RollUp = (typeof rollUps)[number]

export type Indicator = {
  readonly id: IndicatorId
  readonly agreementId: AgreementId
  /** In its one form (rules E12); null when it has none. */
  readonly reference: string | null
  readonly title: string
  readonly definition: string
  readonly designation: Designation
  readonly polarity: Polarity
  readonly valueType: ValueType
  /** Rate per how many; null unless the value is a rate. */
  readonly ratePer: number | null
  readonly unit: string
  readonly decimals: number
  readonly measurement: Measurement
  /** Null until it is known: an import of figures asks, and settles it. */
  readonly frequency: Frequency | null
  /** Days from the end of a period until its figure is expected. */
  readonly lagDays: number
  readonly source: string
  readonly note: string
  /** Its own tolerance; null: the agreement's. */
  readonly toleranceKind: ToleranceKind | null
  readonly tolerance: Decimal | null
  /** Of a survey: by how much its sample is less sure than a plain one of the same size. Null: it is a plain one. */
  readonly designEffect: Decimal | null
  readonly rollUp: RollUp
  /** Whether that is judged where an area has reported nothing; otherwise it is only shown. */
  readonly rollUpCounts: boolean
  readonly leadId: OrganisationId | null
  /** A placeholder: until there is a baseline, a definition or a survey. All three or none. */
  readonly deferredReason: string | null
  readonly deferredOwner: string | null
  readonly deferredReviewOn: Day | null
  readonly closedOn: Day | null
  readonly closedReason: string | null
}

/** NI 8 Adult participation in sport */
export const nameOf = ({ reference, title }: Pick<Indicator, 'reference' | 'title'>): string =>
  reference === null ? title : `${reference} ${title}`

/** What a source calls it where that is not its reference: the columns of a file together, each with what stands in it. */
export type SeriesName = Readonly<Record<string, string>>

/** An indicator with what it serves and who contributes. */
export type KeptIndicator = Indicator & {
  readonly outcomeIds: readonly OutcomeId[]
  readonly contributorIds: readonly OrganisationId[]
  /** Who leads and contributes besides organisations. */
  readonly beside: readonly Beside[]
  readonly seriesNames: readonly SeriesName[]
}

/** All of a new one at once, as a file brings it. */
export type NewIndicator = Omit<KeptIndicator, 'id' | 'agreementId' | keyof Unsaid> & Partial<Unsaid>
/** What a file of indicators does not say. */
type Unsaid = Pick<Indicator, 'designEffect' | 'rollUp' | 'rollUpCounts'> & Pick<KeptIndicator, 'beside'>

export type Deferral = Pick<Indicator, 'deferredReason' | 'deferredOwner' | 'deferredReviewOn'>
export type Closure = Pick<Indicator, 'closedOn' | 'closedReason'>
export const notDeferred: Deferral = { deferredReason: null, deferredOwner: null, deferredReviewOn: null }
export const notClosed: Closure = { closedOn: null, closedReason: null }

/** What is said of an indicator in one form. Deferring and closing it are acts of their own, and names of series come with a file. */
export type IndicatorDraft = Omit<NewIndicator, 'seriesNames' | keyof Deferral | keyof Closure>

/** What there is in its partnership that an indicator may name. */
export type Surroundings = {
  readonly outcomeIds: ReadonlySet<OutcomeId>
  readonly organisationIds: ReadonlySet<OrganisationId>
  readonly bodies: readonly Body[]
  /** The other indicator of the agreement that has the same reference, if one has. */
  readonly namesake: Pick<Indicator, 'id' | 'title'> | null
}

/** Whether a draft can be an indicator of its agreement; `itself` is null for one to be added. */
export function describe(draft: IndicatorDraft, around: Surroundings, itself: IndicatorId | null): Ruling<IndicatorDraft> {
  const { namesake, outcomeIds, organisationIds, bodies } = around
  if (draft.reference !== null && namesake !== null && namesake.id !== itself)
    return refuse({ field: 'reference', text: `${draft.reference} is already the reference of ${namesake.title}` })
  if (draft.outcomeIds.some(id => !outcomeIds.has(id))) return refuse({ field: 'outcomeId', text: 'Select outcomes of this agreement' })
  if (draft.leadId !== null && !organisationIds.has(draft.leadId))
    return refuse({ field: 'leadId', text: 'Select the lead organisation from the list, or enter its name' })
  if (draft.contributorIds.some(id => !organisationIds.has(id)))
    return refuse({ field: 'contributorId', text: 'Select contributors from the list, or enter their names' })
  const stranger = draft.beside?.find(each => !bodies.some(body => sameBody(body, each)))
  if (stranger) return refuse({ field: `${stranger.kind}LeadId`, text: `Select the lead ${stranger.kind} from the list` })
  if (draft.rollUp === 'sum' && ['percentage', 'rate', 'ratio'].includes(draft.valueType))
    return refuse({
      field: 'rollUp',
      text: 'A percentage, a rate or a ratio cannot be added up. Select numerators over denominators, or nothing',
    })
  return accept(draft)
}

/** To look at it again on a day that has gone would be never. */
export function defer(deferral: Deferral, today: Day): Ruling<Deferral> {
  const { deferredReviewOn } = deferral
  if (deferredReviewOn !== null && deferredReviewOn < today)
    return refuse({ field: 'deferredReviewOn', text: 'The day on which it is looked at again must be today or later' })
  return accept(deferral)
}

/** What an indicator has that would go with it. */
export type Holding = { readonly targets: number; readonly returns: number; readonly reports: number }

/** Figures are never thrown away with their indicator, nor is what a meeting saw: one that is no longer measured is closed. */
export function remove({ title }: Indicator, { targets, returns, reports }: Holding): Ruling<null> {
  if (targets === 0 && returns === 0 && reports === 0) return accept(null)
  if (targets === 0 && returns === 0)
    return refuse({ text: `${title} stands in the report of a locked period, so it cannot be removed. Close it instead, and it stays` })
  const has = [counted(targets, 'target'), counted(returns, 'return')].filter(Boolean).join(' and ')
  return refuse({ text: `${title} has ${has}, so it cannot be removed. Close it instead, and they stay` })
}

const counted = (count: number, noun: string): string => (count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`)
