/**
 * What stands in the place of a judgement that there is not: an indicator that is measured yearly or every two years may have a proxy, another one that
 * is reported in between, and somebody may write what is happening meanwhile. Both are labelled as what they are and never counted as judgements.
 */
import type { Day } from '../../kernel/day.ts'
import type { Period } from '../../kernel/period.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Indicator, IndicatorId } from '../indicator/indicator.ts'
import type { Assessment, State } from '../judgement/judgement.ts'

export type ProxyMeasure = { readonly indicatorId: IndicatorId; readonly proxyId: IndicatorId; readonly reason: string }

/** What gives assurance in a period without a judgement, in somebody's words. */
export type AssuranceText = Period & {
  readonly indicatorId: IndicatorId
  readonly areaId: AreaId
  readonly content: string
  readonly writtenByName: string
  readonly writtenOn: Day
}

export type StandIns = { readonly proxies: readonly ProxyMeasure[]; readonly texts: readonly AssuranceText[] }
export const noStandIns: StandIns = { proxies: [], texts: [] }

/** What will not come, or was never meant to be judged, needs nothing in its place. */
const needsNothing: readonly State[] = ['closed', 'contextual', 'not-applicable']

/** Whether something may stand in the place of a judgement, and for which period. */
export function missingIn(assessment: Assessment): Period | null {
  if (assessment.kind === 'judged' || needsNothing.includes(assessment.state)) return null
  return assessment.period
}

export const isMissing = (assessment: Assessment): boolean => assessment.kind === 'unjudged' && !needsNothing.includes(assessment.state)

/** The text about the very period that has no judgement. */
export function textFor({ texts }: StandIns, indicatorId: IndicatorId, areaId: AreaId, assessment: Assessment): AssuranceText | null {
  const period = missingIn(assessment)
  if (period === null) return null
  return (
    texts.find(
      text =>
        text.indicatorId === indicatorId && text.areaId === areaId && text.startsOn === period.startsOn && text.endsOn === period.endsOn,
    ) ?? null
  )
}

export const proxyOf = ({ proxies }: StandIns, indicatorId: IndicatorId, assessment: Assessment): ProxyMeasure | null =>
  isMissing(assessment) ? (proxies.find(proxy => proxy.indicatorId === indicatorId) ?? null) : null

export type ProxyDraft = { readonly proxyId: IndicatorId; readonly reason: string }

/** A proxy is another indicator of the same agreement, one that has a judgement of its own to show. */
export function standIn(
  draft: ProxyDraft,
  of: Pick<Indicator, 'id' | 'agreementId'>,
  others: readonly Pick<Indicator, 'id' | 'polarity' | 'closedOn'>[],
): Ruling<ProxyMeasure> {
  const proxy = others.find(({ id }) => id === draft.proxyId && id !== of.id)
  if (proxy === undefined) return refuse({ field: 'proxyId', text: 'Select another indicator of this agreement' })
  if (proxy.polarity === 'none') return refuse({ field: 'proxyId', text: 'That indicator is not judged itself. Select one that is' })
  if (proxy.closedOn !== null) return refuse({ field: 'proxyId', text: 'That indicator is closed. Select one that is still reported' })
  return accept({ indicatorId: of.id, ...draft })
}
