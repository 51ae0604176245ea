/**
 * A scorecard is every indicator of an agreement in one area, as it stands in a period: theme by theme, each judged or with the reason why not.
 * However many outcomes an indicator serves, it is shown once under each theme and counted once altogether.
 */
import type { Day } from '../../kernel/day.ts'
import { financialYearOf } from '../../kernel/period.ts'
import type { Agreement } from '../agreement/agreement.ts'
import type { IndicatorId, OutcomeId, ThemeId } from '../indicator/indicator.ts'
import { type Assessment, type Band, bands, type State, states, type Tally, tally } from '../judgement/judgement.ts'
import type { Standing } from '../standing/standing.ts'

export type Theme = { readonly id: ThemeId; readonly title: string; readonly outcomes: readonly Outcome[] }
export type Outcome = { readonly id: OutcomeId; readonly title: string; readonly indicatorIds: ReadonlySet<IndicatorId> }

export type Line = { readonly standing: Standing; readonly assessment: Assessment }

/** One heading of the scorecard. The last may have no theme: indicators that serve no outcome yet. */
export type Section = { readonly theme: Theme | null; readonly tally: Tally; readonly groups: readonly Group[] }
export type Group = { readonly outcome: Outcome | null; readonly lines: readonly Line[] }

/** What is asked for: one theme or all, one judgement or reason or all. */
export type Filter = { readonly theme: ThemeId | 'none' | null; readonly result: Result | null }
export type Result = Band | State | 'judged' | 'not-judged'

/** The one that covers today, or else the latest. */
export function currentAgreement<A extends Agreement>(agreements: readonly A[], today: Day): A | null {
  const year = financialYearOf(today)
  const latestFirst = agreements.toSorted((a, b) => b.lastYear - a.lastYear || b.firstYear - a.firstYear || b.id - a.id)
  return latestFirst.find(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear) ?? latestFirst[0] ?? null
}

/** The sections that a filter leaves, and the tally of all that it is turned to: a theme has its own, a judgement is a part of the whole. */
export function scorecard(lines: readonly Line[], themes: readonly Theme[], { theme, result }: Filter) {
  const sections = sectionsOf(lines, themes).filter(section => theme === null || (section.theme?.id ?? 'none') === theme)
  const counted = theme === null ? lines : distinct(sections)
  return {
    tally: tally(counted.map(({ assessment }) => assessment)),
    sections: result === null ? sections : sections.map(section => only(section, result)).filter(({ groups }) => groups.length > 0),
  }
}

export const isResult = (text: string): text is Result =>
  text === 'judged' || text === 'not-judged' || [...bands, ...states].some(name => name === text)

export const hasResult = ({ assessment }: Line, result: Result): boolean =>
  assessment.kind === 'judged' ? result === 'judged' || result === assessment.band : result === 'not-judged' || result === assessment.state

/** Each line once, however many sections it stands in. */
export const distinct = (sections: readonly Section[]): Line[] => [
  ...new Set(sections.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines))),
]

function sectionsOf(lines: readonly Line[], themes: readonly Theme[]): Section[] {
  const inOrder = lines.toSorted(byReference)
  const served = new Set(themes.flatMap(({ outcomes }) => outcomes.flatMap(({ indicatorIds }) => [...indicatorIds])))
  const unserved = inOrder.filter(({ standing }) => !served.has(standing.indicator.id))
  const sections = themes.map(theme => section(theme, groupsOf(theme, inOrder)))
  return [...sections, section(null, [{ outcome: null, lines: unserved }])].filter(({ groups }) => groups.length > 0)
}

/** Within a theme an indicator stands under the first outcome that it serves. */
function groupsOf({ outcomes }: Theme, inOrder: readonly Line[]): Group[] {
  const placed = new Set<IndicatorId>()
  return outcomes.map(outcome => {
    const lines = inOrder.filter(({ standing: { indicator } }) => outcome.indicatorIds.has(indicator.id) && !placed.has(indicator.id))
    for (const { standing } of lines) placed.add(standing.indicator.id)
    return { outcome, lines }
  })
}

function section(theme: Theme | null, groups: readonly Group[]): Section {
  const filled = groups.filter(({ lines }) => lines.length > 0)
  return { theme, groups: filled, tally: tally(filled.flatMap(({ lines }) => lines.map(({ assessment }) => assessment))) }
}

function only(section: Section, result: Result): Section {
  const groups = section.groups.map(({ outcome, lines }) => ({ outcome, lines: lines.filter(line => hasResult(line, result)) }))
  return { ...section, groups: groups.filter(({ lines }) => lines.length > 0) }
}

/** NI 8 before NI 16; those without a reference last, by title. */
function byReference({ standing: { indicator: a } }: Line, { standing: { indicator: b } }: Line): number {
  if (a.reference !== null && b.reference !== null) return collator.compare(a.reference, b.reference)
  if (a.reference !== b.reference) return a.reference === null ? 1 : -1
  return collator.compare(a.title, b.title) || a.id - b.id
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })
