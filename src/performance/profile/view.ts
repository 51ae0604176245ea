import { type Decimal, minus, toText, zero } from '../../kernel/decimal.ts'
import { type Period, periodLabel } from '../../kernel/period.ts'
import { plainFigure } from '../indicator/figure.ts'
import { nameOf } from '../indicator/indicator.ts'
import { areaName, breadcrumbs, type Subject } from '../target/subject.ts'
import { figureOf, type KeptTarget } from '../target/target.ts'
import { type ProfileKind, profileKinds } from './profile.ts'

/** What becomes of a period: its interim target is new, another than the one there, the same, or nothing as long as it is locked. */
export type Step = {
  readonly period: Period
  readonly value: Decimal
  readonly there: KeptTarget | null
  readonly act: 'add' | 'replace' | 'same' | 'locked' | 'year'
}

/** What was looked at: whoever saves has seen this and nothing else. */
export const seenOf = (steps: readonly Step[]): string =>
  steps.map(({ act, value, there }) => [act, toText(value), there?.value ? toText(there.value) : ''].join(' ')).join('|')

const kindWords: Readonly<Record<ProfileKind, { readonly text: string; readonly hint: string }>> = {
  even: { text: 'Evenly', hint: 'The same in each period' },
  'last-year': { text: 'In the shape of last year', hint: 'Each period has the part of the whole that it had a year ago' },
  own: { text: 'By percentages of my own', hint: 'What is to be added in each period; together they come to 100' },
}

export function profileView(
  subject: Subject,
  target: KeptTarget,
  parts: readonly Period[],
  { kind, shares }: { readonly kind: string; readonly shares: readonly string[] },
  steps: readonly Step[] | null,
) {
  const { indicator } = subject
  const name = nameOf(indicator)
  const said = (value: Decimal) => plainFigure(value, indicator)
  return {
    title: `Spread the target over the year: ${name}`,
    heading: 'Spread the target over the year',
    indicator: name,
    place: `${areaName(subject, target.areaId)}, ${periodLabel(target, null)}: ${figureOf(target, indicator)}`,
    action: `indicators/${indicator.id}/targets/${target.id}/profile`,
    back: `indicators/${indicator.id}/targets?area=${target.areaId}`,
    kind,
    kinds: profileKinds.map(value => ({
      value,
      text: kindWords[value].text,
      hint: { text: kindWords[value].hint },
      checked: value === kind,
    })),
    shares: parts.map((part, at) => ({ id: `share-${at}`, label: periodLabel(part, indicator.frequency), value: shares[at] ?? '' })),
    isSpread: parts.length > 0,
    steps: (steps ?? []).map(({ period, value, there, act }, at) => ({
      period: periodLabel(period, indicator.frequency),
      added: said(minus(value, steps?.[at - 1]?.value ?? zero)),
      value: said(value),
      there: there === null ? '' : figureOf(there, indicator),
      act,
    })),
    seen: steps === null ? '' : seenOf(steps),
    adds: steps?.filter(({ act }) => act === 'add').length ?? 0,
    replaces: steps?.filter(({ act }) => act === 'replace').length ?? 0,
    breadcrumbs: breadcrumbs(subject, { text: 'Targets', path: 'targets' }),
  }
}
