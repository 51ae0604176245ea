import { dayLabel } from '../../kernel/day.ts'
import { periodCode, periodLabel } from '../../kernel/period.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import type { Area } from '../../partnership/index.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { aboutView } from '../indicator/view.ts'
import type { Judged, Override } from '../judgement/judgement.ts'
import { why } from '../judgement/working.ts'
import { bandsOf, lookOf, type Scheme } from '../scheme/scheme.ts'
import { sentenceCase } from '../standing/glance.ts'

export type Entry = Readonly<Record<string, string>>

export const entryOf = (override: Override | null): Entry =>
  override === null
    ? { band: '', reason: '', until: '' }
    : { band: override.band, reason: override.reason, until: dayLabel(override.until) }

export const inWords = (override: Override | null, scheme: Scheme): Readonly<Record<string, readonly [string, string]>> => ({
  band: ['The judgement', override === null ? '' : scheme.words[override.band]],
  reason: ['The reason', override?.reason ?? ''],
  until: ['The day on which it ends', override === null ? '' : dayLabel(override.until)],
})

/** `entered` is what was last typed, valid or not. */
export function overrideView(indicator: Indicator, area: Area, subject: Ruling<Judged>, entered: Entry, edition: string) {
  const about = aboutView(indicator, 'Override the judgement')
  if (!subject.accepted) return { ...about, refusal: subject.problems.map(({ text }) => text).join(' '), computed: null }
  const { scheme, computed, override, period } = subject.value
  const { band = '', reason = '', until = '' } = entered
  return {
    ...about,
    back: `indicators/${indicator.id}?area=${area.id}&period=${periodCode(period)}`,
    refusal: null,
    place: `${area.name}, ${periodLabel(period, indicator.frequency)}`,
    computed: { name: lookOf(scheme, computed), words: sentenceCase(scheme.words[computed]) },
    working: why({ ...subject.value, override: null }),
    set: override && `Set to ${scheme.words[override.band]} by ${override.madeByName} on ${dayLabel(override.madeOn)}`,
    endHref: override && `indicators/${indicator.id}/override/${area.id}/${periodCode(period)}/end`,
    bands: bandsOf(scheme)
      .filter(each => each !== computed)
      .map(each => ({ value: each, text: sentenceCase(scheme.words[each]), checked: each === band })),
    reason,
    until,
    edition,
  }
}
