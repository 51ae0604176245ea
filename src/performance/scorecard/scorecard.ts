/**
 * A scorecard is every indicator of an agreement in one area, as it stands in a period: theme by theme, each judged or with the reason why not.
 * However many outcomes an indicator serves, it is shown once under each theme and counted once altogether.
 * It can be turned: by outcome, lead organisation, lead group or judgement, and by area, where an indicator is shown and counted once in each.
 */
import type { Day } from '../../kernel/day.ts'
import { financialYearOf } from '../../kernel/period.ts'
import type { AreaId, OrganisationId } from '../../partnership/index.ts'
import type { Agreement } from '../agreement/agreement.ts'
import type { IndicatorId, OutcomeId, ThemeId } from '../indicator/indicator.ts'
import { type Assessment, type State, states, type Tally, tally } from '../judgement/judgement.ts'
import { type Band, bands } from '../scheme/scheme.ts'
import type { Standing } from '../standing/standing.ts'

export type Theme = { readonly id: ThemeId; readonly title: string; readonly outcomes: readonly Outcome[] }
export type Outcome = { readonly id: OutcomeId; readonly title: string; readonly indicatorIds: ReadonlySet<IndicatorId> }

export type Line = { readonly standing: Standing; readonly assessment: Assessment }

/** What the sections of the scorecard are. */
export const turns = ['theme', 'outcome', 'lead', 'group', 'area', 'judgement', 'list'] as const
export type Turn = (typeof turns)[number]

/** One heading of the scorecard, with what stands under it. */
export type Section = { readonly about: Subject; readonly tally: Tally; readonly groups: readonly Group[] }
export type Group = { readonly outcome: Outcome | null; readonly lines: readonly Line[] }

/** What a section is about. Null stands for indicators that have none: they come last. */
export type Subject =
  | { readonly turn: 'theme'; readonly theme: Theme | null }
  | { readonly turn: 'outcome'; readonly theme: Theme | null; readonly outcome: Outcome | null }
  | { readonly turn: 'lead'; readonly lead: string | null }
  | { readonly turn: 'group'; readonly group: string | null }
  | { readonly turn: 'area'; readonly areaId: AreaId }
  | { readonly turn: 'judgement'; readonly result: Band | State }
  | { readonly turn: 'list' }

/** What is asked for: one theme or all, one lead organisation or all, one judgement or reason or all, what has a text in its reference, title or lead. */
export type Filter = {
  readonly theme: ThemeId | 'none' | null
  readonly lead: OrganisationId | 'none' | null
  readonly result: Result | null
  readonly find: string
}

/** In what order the rows of a section stand: by reference, or what needs attention first. */
export const sortings = ['reference', 'title', 'judgement', 'age'] as const
export type Sorting = (typeof sortings)[number]
export type Result = Band | State | 'judged' | 'not-judged'

/** The one that covers today, or else the latest. */
export function currentAgreement<A extends Agreement>(agreements: readonly A[], today: Day): A | null {
  const year = financialYearOf(today)
  const latestFirst = agreements.toSorted((a, b) => b.lastYear - a.lastYear || b.firstYear - a.firstYear || b.id - a.id)
  return latestFirst.find(({ firstYear, lastYear }) => firstYear <= year && year <= lastYear) ?? latestFirst[0] ?? null
}

/**
 * The sections that a filter leaves, and the tally of all that it is turned to: a theme or a lead organisation has its own, a judgement or a text that is
 * looked for is a part of the whole. Areas keep the order in which their lines come. Sorted otherwise than by reference, outcomes are not told apart. What is not
 * asked for is all.
 */
export function scorecard(
  lines: readonly Line[],
  themes: readonly Theme[],
  { theme = null, lead = null, result = null, find = '' }: Partial<Filter>,
  turn: Turn = 'theme',
  sorting: Sorting = 'reference',
) {
  const turnedTo = theme === null ? themes : themes.filter(({ id }) => id === theme)
  const ofTheme = theme === null ? lines : lines.filter(isUnder(theme, themes))
  const counted = inOrder(lead === null ? ofTheme : ofTheme.filter(isLedBy(lead)))
  const all = sectionsBy[turn](counted, turnedTo)
  const sections = sorting === 'reference' ? all : all.map(section => sorted(section, sorting))
  const asked = [...(result === null ? [] : [(line: Line) => hasResult(line, result)]), ...(find === '' ? [] : [speaksOf(find)])]
  return {
    tally: tallyOf(counted),
    sections: sections
      .map(section => (asked.length === 0 ? section : only(section, line => asked.every(holds => holds(line)))))
      .filter(({ groups }) => groups.length > 0),
  }
}

const isLedBy =
  (lead: OrganisationId | 'none') =>
  ({ standing: { indicator } }: Line): boolean =>
    indicator.leadId === (lead === 'none' ? null : lead)

/** All words of a text, in any order, as people look for things. */
function speaksOf(find: string): (line: Line) => boolean {
  const words = find.toLowerCase().split(/\s+/)
  return ({ standing: { indicator, lead } }) => {
    const said = `${indicator.reference ?? ''} ${indicator.title} ${lead ?? ''}`.toLowerCase()
    return words.every(word => said.includes(word))
  }
}

export const isTurn = (text: string): text is Turn => turns.some(name => name === text)

export const isResult = (text: string): text is Result =>
  text === 'judged' || text === 'not-judged' || [...bands, ...states].some(name => name === text)

export const hasResult = ({ assessment }: Line, result: Result): boolean =>
  assessment.kind === 'judged' ? result === 'judged' || result === assessment.band : result === 'not-judged' || result === assessment.state

/** In an area other than the agreement's own, what has neither a target nor a return there is not missing: it was never meant to be there. */
export const isMeant = ({ areaId, returns, targets }: Standing, ownId: AreaId): boolean =>
  areaId === ownId || returns.length > 0 || targets.length > 0

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
  group: byGroup,
  area: byArea,
  judgement: byJudgement,
  list: lines => [plain({ turn: 'list' }, lines)],
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
  return byName(lines, ({ lead }) => lead).map(([lead, its]) => plain({ turn: 'lead', lead }, its))
}

function byGroup(lines: readonly Line[]): Section[] {
  return byName(lines, ({ group }) => group).map(([group, its]) => plain({ turn: 'group', group }, its))
}

/** By the alphabet, what has no name last. */
function byName(lines: readonly Line[], nameOf: (standing: Standing) => string | null) {
  const groups = [...Map.groupBy(lines, ({ standing }) => nameOf(standing))]
  return groups.toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : collator.compare(a, b)))
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

function only(section: Section, holds: (line: Line) => boolean): Section {
  const groups = section.groups.map(({ outcome, lines }) => ({ outcome, lines: lines.filter(holds) }))
  return { ...section, groups: filled(groups) }
}

function sorted(section: Section, sorting: Exclude<Sorting, 'reference'>): Section {
  const lines = section.groups.flatMap(group => group.lines).toSorted(byMost[sorting])
  return { ...section, groups: filled([{ outcome: null, lines }]) }
}

/** What needs attention first: off target before exceeding, what is late before what is not due; the oldest figure before the newest. */
const byMost: Readonly<Record<Exclude<Sorting, 'reference'>, (a: Line, b: Line) => number>> = {
  title: (a, b) => collator.compare(a.standing.indicator.title, b.standing.indicator.title),
  judgement: (a, b) => urgency(a) - urgency(b),
  age: (a, b) => compareText(ageOf(a), ageOf(b)),
}

const urgencies: readonly (Band | State)[] = [...bands.toReversed(), ...states.toReversed()]
const urgency = ({ assessment }: Line): number => urgencies.indexOf(assessment.kind === 'judged' ? assessment.band : assessment.state)

/** Of what has no figure at all, first of all. */
const ageOf = ({ assessment }: Line): string => assessment.return?.endsOn ?? ''
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

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
