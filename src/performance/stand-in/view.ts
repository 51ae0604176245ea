import { dayLabel } from '../../kernel/day.ts'
import { type Period, periodCode, periodLabel } from '../../kernel/period.ts'
import type { Area } from '../../partnership/index.ts'
import { type Indicator, nameOf } from '../indicator/indicator.ts'
import { aboutView } from '../indicator/view.ts'
import type { AssuranceText, ProxyMeasure } from './stand-in.ts'

type Entry = Readonly<Record<string, string>>

export const proxyFields = (proxy: ProxyMeasure | null): Entry => ({
  proxyId: proxy === null ? '' : String(proxy.proxyId),
  reason: proxy?.reason ?? '',
})

export const proxyInWords = (
  proxy: ProxyMeasure | null,
  names: ReadonlyMap<number, string>,
): Readonly<Record<string, readonly [string, string]>> => ({
  proxyId: ['The proxy', proxy === null ? '' : (names.get(proxy.proxyId) ?? '')],
  reason: ['The reason', proxy?.reason ?? ''],
})

export function proxyView(of: Indicator, others: readonly Indicator[], isSet: boolean, entry: Entry, edition: string) {
  const { proxyId = '', reason = '' } = entry
  return {
    ...aboutView(of, 'A proxy for this indicator'),
    edition,
    reason,
    endHref: isSet ? `indicators/${of.id}/proxy/end` : null,
    indicators: [
      { value: '', text: 'Select an indicator', selected: proxyId === '' },
      ...others
        .filter(({ id, polarity, closedOn }) => id !== of.id && polarity !== 'none' && closedOn === null)
        .map(other => ({ value: String(other.id), text: nameOf(other), selected: String(other.id) === proxyId })),
    ],
  }
}

export const textFields = (text: AssuranceText | null): Entry => ({ content: text?.content ?? '' })

export const textInWords = (text: AssuranceText | null): Readonly<Record<string, readonly [string, string]>> => ({
  content: ['The text', text?.content ?? ''],
})

export function textView(of: Indicator, area: Area, period: Period, kept: AssuranceText | null, entry: Entry, edition: string) {
  return {
    ...aboutView(of, 'What is happening meanwhile'),
    back: `indicators/${of.id}?area=${area.id}&period=${periodCode(period)}`,
    place: `${area.name}, ${periodLabel(period, of.frequency)}`,
    written: kept && `Written by ${kept.writtenByName} on ${dayLabel(kept.writtenOn)}`,
    content: entry['content'] ?? '',
    edition,
  }
}
