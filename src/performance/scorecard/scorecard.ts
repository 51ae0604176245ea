/**
 * A scorecard is every indicator of an agreement in one area, as it stands in a period: theme by theme, each judged or with the reason why not.
 * However many outcomes an indicator serves, it is shown once under each theme and counted once altogether.
 * It can be turned: by outcome, lead organisation or judgement, and by area, where an indicator is shown and counted once in each.
 */
import type { Day } from '../../kernel/day.ts'
import { financialYearOf } from '../../kernel/period.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Agreement } from '../agreement/agreement.ts'
import type { IndicatorId, OutcomeId, ThemeId } from '../indicator/indicator.ts'
import { type Assessment, type State, states, type Tally, tally } from '../judgement/judgement.ts'
import { type Band, bands } from '../scheme/scheme.ts'
import type { Standing } from '../standing/standing.ts'

export type Theme = { readonly id: ThemeId; readonly title: string; readonly outcomes: readonly Outcome[] }
export type Outcome = { readonly id: OutcomeId; readonly title: string; readonly indicatorIds: ReadonlySet<IndicatorId> }

export type Line = { readonly standing: Standing; readonly assessment: Assessment }

/** What the sections of the scorecard are. */
export const turns = ['theme', 'outcome', 'lead', 'area', 'judgement'] as const
export type Turn = (typeof turns)[number]

/** One heading of the scorecard, with what stands under it. */
export type Section = { readonly about: Subject; readonly tally: Tally; readonly groups: readonly Group[] }
export type Group = { readonly outcome: Outcome | null; readonly lines: readonly Line[] }

/** What a section is about. Null stands for indicators that have none: they come last. */
export type Subject =
  | { readonly turn: 'theme'; readonly theme: Theme | null }
  | { readonly turn: 'outcome'; readonly theme: Theme | null; readonly outcome: Outcome | null }
  | { readonly turn: 'lead'; readonly lead: string | null }
  | { readonly turn: 'area'; readonly areaId: AreaId }
  | { readonly turn: 'judgement'; readonly result: Band | State }

/** What is asked for: one theme or all, one judgement or reason or all. */
export type Filter = { readonly theme: ThemeId | 'none' | null; readonly result: Result | null }
export type Result = Band | State | 'judged' | 'not-judged'

/** The one that covers today, or else the latest. */
export function currentAgreement<A extends Agreement>(agreements: readonly A[], today: Day): A | null {
  const year = financialYearOf(today)
  const latestFirst = agreements.toSorted((a, b) => b.lastYear - a.lastYear || b.firstYear - a.firstYear || b.id - a.id)
  return latestFirst.find(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear) ?? latestFirst[0] ?? null
}

/**
 * The sections that a filter leaves, and the tally of all that it is turned to: a theme has its own, a judgement is a part of the whole.
 * Areas keep the order in which their lines come.
 */
export function scorecard(lines: readonly Line[], themes: readonly Theme[], { theme, result }: Filter, turn: Turn = 'theme') {
  const turnedTo = theme === null ? themes : themes.filter(({ id }) => id === theme)
  const counted = inOrder(theme === null ? lines : lines.filter(isUnder(theme, themes)))
  const sections = sectionsBy[turn](counted, turnedTo).filter(({ groups }) => groups.length > 0)
  return {
    tally: tallyOf(counted),
    sections: result === null ? sections : sections.map(section => only(section, result)).filter(({ groups }) => groups.length > 0),
  }
}

export const isTurn = (text: string): text is Turn => turns.some(name => name === text)

export const isResult = (text: string): text is Result =>
  text === 'judged' || text === 'not-judged' || [...bands, ...states].some(name => name === text)

export const hasResult = ({ assessment }: Line, result: Result): boolean =>
  assessment.kind === 'judged' ? result === 'judged' || result === assessment.band : result === 'not-judged' || result === assessment.state

/** Each line once, however many sections it stands in. */
export const distinct = (sections: readonly Section[]): Line[] => [
  ...new Set(sections.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines))),
]

export const rowsIn = (sections: readonly Section[]): number =>
  sections.reduce((sum, { groups }) => sum + groups.reduce((rows, { lines }) => rows + lines.length, 0), 0)

/** So many rows after so many; a section that is cut keeps its heading and the tally of the whole of it. */
export function rowsFrom(sections: readonly Section[], before: number, count: number): Section[] {
  let [skip, take] = [before, count]
  const cut = (group: Group): Group => {
    const lines = group.lines.slice(skip, skip + take)
    skip = Math.max(0, skip - group.lines.length)
    take -= lines.length
    return { ...group, lines }
  }
  return sections.map(section => ({ ...section, groups: filled(section.groups.map(cut)) })).filter(({ groups }) => groups.length > 0)
}

type Sections = (lines: readonly Line[], themes: readonly Theme[]) => Section[]

const sectionsBy: Readonly<Record<Turn, Sections>> = {
  theme: byTheme,
  outcome: byOutcome,
  lead: byLead,
  area: byArea,
  judgement: byJudgement,
}

function byTheme(lines: readonly Line[], themes: readonly Theme[]): Section[] {
  return [
    ...themes.map(theme => section({ turn: 'theme', theme }, groupsOf(theme, lines))),
    section({ turn: 'theme', theme: null }, [{ outcome: null, lines: lines.filter(isUnder('none', themes)) }]),
  ]
}

/** Under each outcome that it serves. */
function byOutcome(lines: readonly Line[], themes: readonly Theme[]): Section[] {
  const serving = ({ indicatorIds }: Outcome) => lines.filter(({ standing: { indicator } }) => indicatorIds.has(indicator.id))
  return [
    ...themes.flatMap(theme => theme.outcomes.map(outcome => plain({ turn: 'outcome', theme, outcome }, serving(outcome)))),
    plain({ turn: 'outcome', theme: null, outcome: null }, lines.filter(isUnder('none', themes))),
  ]
}

function byLead(lines: readonly Line[]): Section[] {
  const groups = [...Map.groupBy(lines, ({ standing }) => standing.lead)]
  const sorted = groups.toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : collator.compare(a, b)))
  return sorted.map(([lead, its]) => plain({ turn: 'lead', lead }, its))
}

function byArea(lines: readonly Line[]): Section[] {
  const groups = [...Map.groupBy(lines, ({ standing }) => standing.areaId)]
  return groups.map(([areaId, its]) => plain({ turn: 'area', areaId }, its))
}

function byJudgement(lines: readonly Line[]): Section[] {
  const having = (result: Band | State) => lines.filter(line => hasResult(line, result))
  return [...bands, ...states].map(result => plain({ turn: 'judgement', result }, having(result)))
}

/** Within a theme an indicator stands under the first outcome that it serves. */
function groupsOf({ outcomes }: Theme, lines: readonly Line[]): Group[] {
  const placed = new Set<IndicatorId>()
  return outcomes.map(outcome => {
    const its = lines.filter(({ standing: { indicator } }) => outcome.indicatorIds.has(indicator.id) && !placed.has(indicator.id))
    for (const { standing } of its) placed.add(standing.indicator.id)
    return { outcome, lines: its }
  })
}

function isUnder(theme: ThemeId | 'none', themes: readonly Theme[]): (line: Line) => boolean {
  const those = theme === 'none' ? themes : themes.filter(({ id }) => id === theme)
  const served = new Set(those.flatMap(({ outcomes }) => outcomes.flatMap(({ indicatorIds }) => [...indicatorIds])))
  return ({ standing: { indicator } }) => served.has(indicator.id) === (theme !== 'none')
}

const plain = (about: Subject, lines: readonly Line[]): Section => section(about, [{ outcome: null, lines }])

function section(about: Subject, groups: readonly Group[]): Section {
  return { about, groups: filled(groups), tally: tallyOf(groups.flatMap(({ lines }) => lines)) }
}

const filled = (groups: readonly Group[]): Group[] => groups.filter(({ lines }) => lines.length > 0)

const tallyOf = (lines: readonly Line[]): Tally => tally(lines.map(({ assessment }) => assessment))

function only(section: Section, result: Result): Section {
  const groups = section.groups.map(({ outcome, lines }) => ({ outcome, lines: lines.filter(line => hasResult(line, result)) }))
  return { ...section, groups: filled(groups) }
}

/** Area by area as they came; each indicator's name is compared once, however many areas it stands in. */
function inOrder(lines: readonly Line[]): Line[] {
  const each = new Map(lines.map(line => [line.standing.indicator.id, line]))
  const rank = new Map([...each.values()].toSorted(byReference).map(({ standing }, at) => [standing.indicator.id, at]))
  const rankOf = ({ standing }: Line) => rank.get(standing.indicator.id) ?? 0
  return [...Map.groupBy(lines, ({ standing }) => standing.areaId).values()].flatMap(its => its.toSorted((a, b) => rankOf(a) - rankOf(b)))
}

/** NI 8 before NI 16; those without a reference last, by title. */
function byReference({ standing: { indicator: a } }: Line, { standing: { indicator: b } }: Line): number {
  if (a.reference !== null && b.reference !== null) return collator.compare(a.reference, b.reference)
  if (a.reference !== b.reference) return a.reference === null ? 1 : -1
  return collator.compare(a.title, b.title) || a.id - b.id
}

const collator = new Intl.Collator('en-GB', { numeric: true, sensitivity: 'base' })
