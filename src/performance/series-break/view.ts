import { dayLabel } from '../../kernel/day.ts'
import type { FormerDefinition } from '../definition/definition.ts'
import { type Indicator, nameOf } from '../indicator/indicator.ts'
import { valueTypeWords } from '../indicator/words.ts'
import { areaChoices, areaName, breadcrumbs, everyArea, type Subject } from '../target/subject.ts'
import { type BreakKind, breakKinds, breakWords, type KeptBreak, sinceWords } from './series-break.ts'

export type Entered = Readonly<Record<string, string>>

export const kindNames: Readonly<Record<BreakKind, string>> = {
  definition: 'The definition',
  boundary: 'The boundary of an area',
  body: 'The body that counts',
  method: 'The method by which it is counted',
}

/** Versions of the definition and breaks of the series, on one page: the one often follows from the other. */
export function comparabilityView(subject: Subject, former: readonly FormerDefinition[], breaks: readonly KeptBreak[]) {
  const { indicator } = subject
  const versions = [
    versionView(indicator, former[0]?.replacedOn ?? null, null, former[0] ?? null),
    ...former.map((each, at) =>
      versionView({ ...indicator, ...each }, former[at + 1]?.replacedOn ?? null, each.replacedOn, former[at + 1] ?? null),
    ),
  ]
  return {
    ...about(subject, 'Definition and breaks', false),
    versions,
    breaks: breaks.map(each => ({
      words: sentence(breakWords(each)),
      area: each.areaId === null ? 'Every area' : areaName(subject, each.areaId),
      sentence: each.sentence,
      from: dayLabel(each.startsOn),
      removalHref: `indicators/${indicator.id}/breaks/${each.id}/removal`,
    })),
    editHref: `indicators/${indicator.id}/edit`,
    newHref: `indicators/${indicator.id}/breaks/new`,
  }
}

type Since = Parameters<typeof sinceWords>[0] | null

/** `began` is what it replaced, which says why. */
function versionView({ definition, unit, source, valueType }: Indicator, since: Since, until: Since, began: FormerDefinition | null) {
  const held = [
    since && `since ${sinceWords(since).replace(/^(in|on) /, '')}`,
    until && `until ${sinceWords(until).replace(/^(in|on) /, '')}`,
  ]
  return {
    heading: until === null ? sentence(['Holds now', ...held.filter(Boolean)].join(', ')) : sentence(held.filter(Boolean).join(', ')),
    definition: definition || 'Nothing is written down.',
    facts: [valueTypeWords[valueType], unit === '%' ? '' : unit, source && `source: ${source}`].filter(Boolean).join('; '),
    reason: began && `${began.reason} (${began.replacedByName})`,
  }
}

/** What the indicator's page says of it in a line: since when the definition holds, and what it was before. */
export function definitionSince(former: readonly FormerDefinition[]): string | null {
  const [last] = former
  if (last === undefined) return null
  const before = last.definition === '' ? 'nothing was written down' : last.definition
  return `Since ${sinceWords(last.replacedOn).replace(/^(in|on) /, '')}, because: ${last.reason}. Before that: ${before}`
}

export function breakFormView(subject: Subject, { areaId = '', kind = '', startsOn = '', sentence: said = '' }: Entered) {
  return {
    ...about(subject, 'Mark a break', true),
    back: `indicators/${subject.indicator.id}/definition`,
    areas: areaChoices(subject, everyArea(subject), areaId, 'Every area'),
    kinds: breakKinds.map(value => ({ value, text: kindNames[value], checked: value === kind })),
    startsOn,
    sentence: said,
  }
}

export const removalView = (subject: Subject, each: KeptBreak) => ({
  ...about(subject, 'Remove the break', true),
  words: sentence(breakWords(each)),
  sentence: each.sentence,
  back: `indicators/${subject.indicator.id}/definition`,
})

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

function about(subject: Subject, heading: string, isUnder: boolean) {
  const name = nameOf(subject.indicator)
  const under = isUnder ? { text: 'Definition and breaks', path: 'definition' } : null
  return { title: `${heading}: ${name}`, heading, indicator: name, breadcrumbs: breadcrumbs(subject, under) }
}
