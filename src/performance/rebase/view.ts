import { type Day, dayLabel } from '../../kernel/day.ts'
import { type Period, periodContaining, periodLabel } from '../../kernel/period.ts'
import type { Area } from '../../partnership/index.ts'
import { type Indicator, nameOf } from '../indicator/indicator.ts'
import type { Series } from '../process-control/reading.ts'
import { areaName, breadcrumbs, type Subject } from '../target/subject.ts'
import { type KeptRebase, leastBaseline, mostBaseline } from './rebase.ts'

/** The periods that have a figure, the oldest first. */
export type Spans = readonly Period[]
export type Entered = Readonly<Record<string, string>>

export const spansOf = (series: Series | null, { frequency }: Indicator): Spans =>
  (series?.points ?? []).flatMap(({ on }) => (frequency === null ? [] : (periodContaining(on, frequency) ?? [])))

export const rebasesView = (subject: Subject, area: Area, all: readonly KeptRebase[]) => ({
  ...about(subject, 'Rebases', false),
  newHref: `indicators/${subject.indicator.id}/rebases/new?area=${area.id}`,
  newArea: area.name,
  rows: all.map(each => ({
    from: fromOf(each, subject.indicator),
    area: areaName(subject, each.areaId),
    reason: each.reason,
    held: each.baselinePoints,
    removalHref: `indicators/${subject.indicator.id}/rebases/${each.id}/removal`,
  })),
})

export function rebaseFormView(subject: Subject, area: Area, spans: Spans, { startsOn = '', reason = '', baselinePoints = '' }: Entered) {
  const { indicator } = subject
  const periods = spans.toReversed().map(span => ({
    value: span.startsOn,
    text: periodLabel(span, indicator.frequency),
    selected: span.startsOn === startsOn,
  }))
  return {
    ...about(subject, 'Rebase', true),
    area: area.name,
    areaId: area.id,
    back: `indicators/${indicator.id}?area=${area.id}`,
    periods: periods.length === 0 ? [] : [{ value: '', text: 'Select a period', selected: startsOn === '' }, ...periods],
    reason,
    baselinePoints,
    leastBaseline,
    mostBaseline,
  }
}

export const removalView = (subject: Subject, each: KeptRebase) => ({
  ...about(subject, `Undo the rebase from ${fromOf(each, subject.indicator)}, ${areaName(subject, each.areaId)}`, true),
  reason: each.reason,
  back: `indicators/${subject.indicator.id}/rebases?area=${each.areaId}`,
})

/** Q1 2010-11, or the day itself if the indicator is reported otherwise by now. */
function fromOf({ startsOn }: { readonly startsOn: Day }, { frequency }: Indicator): string {
  const period = frequency === null ? null : periodContaining(startsOn, frequency)
  return period?.startsOn === startsOn ? periodLabel(period, frequency) : dayLabel(startsOn)
}

function about(subject: Subject, heading: string, isUnder: boolean) {
  const name = nameOf(subject.indicator)
  const under = isUnder ? { text: 'Rebases', path: 'rebases' } : null
  return { title: `${heading}: ${name}`, heading, indicator: name, breadcrumbs: breadcrumbs(subject, under) }
}
