import { type Day, dayLabel } from '../../kernel/day.ts'
import { type Period, periodCode, periodLabel } from '../../kernel/period.ts'
import { cut } from '../../kernel/text.ts'
import type { Area, Organisation } from '../../partnership/index.ts'
import type { Agreement } from '../agreement/agreement.ts'
import { type Beside, levelMarks, levelNames } from '../around/around.ts'
import { asReportedWords, type ReportedFigure } from '../closing/as-reported.ts'
import { type Lock, lockedWords } from '../closing/lock.ts'
import { type Indicator, nameOf as nameOfIndicator } from '../indicator/indicator.ts'
import { type State, states, stateWords, type Tally } from '../judgement/judgement.ts'
import type { SavedView } from '../saved-view/saved-view.ts'
import { type Band, bands, bandsOf, type Look, lookOf, type Scheme } from '../scheme/scheme.ts'
import { proxyOf, type StandIns, textFor } from '../stand-in/stand-in.ts'
import { inOrder } from '../standing/area-order.ts'
import { glanceAt, sentenceCase, unitWords, verdictOf } from '../standing/glance.ts'
import type { Chosen } from '../standing/standing.ts'
import type { PeriodChoice } from './period-choice.ts'
import {
  distinct,
  type Filter,
  type Line,
  type Outcome,
  type Result,
  rowsFrom,
  rowsIn,
  type Section,
  type Sorting,
  type Subject,
  scorecard,
  sortings,
  type Theme,
  type Turn,
  turns,
} from './scorecard.ts'

export type Shown = {
  readonly agreements: readonly Agreement[]
  readonly agreement: Agreement
  readonly areas: readonly Area[]
  readonly areaId: Area['id']
  readonly themes: readonly Theme[]
  readonly lines: readonly Line[]
  readonly standIns: StandIns
  readonly chosen: Chosen
  readonly periods: PeriodChoice
  readonly filter: Filter
  readonly turn: Turn
  readonly sorting: Sorting
  /** Columns that are not wanted. */
  readonly hidden: readonly Column[]
  readonly leads: readonly Organisation[]
  readonly savedViews: readonly SavedView[]
  /** Laid out to be printed on it; null: for a screen. */
  readonly paper: Paper | null
  /** Turned by area, which of so many rows: there may be thousands. Otherwise all are shown. */
  readonly rows: { readonly before: number; readonly count: number } | null
  /** What was reported of periods that were unlocked again, and may read otherwise now. */
  readonly reported: readonly ReportedFigure[]
  /** Of the chosen period, the earliest first. */
  readonly lockings: readonly Lock[]
  /** What modules above say beside the judgements; null where it is not asked for. */
  readonly beside: Beside | null
  readonly today: Day
}

export const papers = ['a4', 'a3'] as const
export type Paper = (typeof papers)[number]
const withPaper = (path: string, paper: Paper): string => `${path}${path.includes('?') ? '&' : '?'}paper=${paper}`

/** What a row may be shown with beside its name and its judgement. */
export const columns = ['lead', 'target', 'actual', 'trend', 'age'] as const
export type Column = (typeof columns)[number]
const columnWords: Readonly<Record<Column, string>> = {
  lead: 'Lead',
  target: 'Target',
  actual: 'Actual',
  trend: 'Trend',
  age: 'How old',
}

/** The page where there is nothing yet to make a scorecard of. */
export const noAgreementView = () => ({ title: 'Scorecard', agreement: null })

export function scorecardView(shown: Shown) {
  const { agreement, areas, areaId, themes, lines, chosen, filter, turn, sorting, hidden, rows } = shown
  const { tally, sections } = scorecard(lines, themes, filter, turn, sorting)
  const area = turn === 'area' ? 'all areas' : nameOf(areas, areaId)
  const address = addressFor(shown)
  const theme = themes.find(({ id }) => id === filter.theme)?.title ?? (filter.theme === 'none' ? noTheme : null)

  return {
    title: `Scorecard: ${agreement.title}`,
    agreement: { id: agreement.id, title: agreement.title, years: yearsOf(agreement) },
    area,
    isOwnArea: areaId === agreement.areaId || turn === 'area',
    ownArea: nameOf(areas, agreement.areaId),
    when: chosen === null ? 'Latest value of each indicator' : periodLabel(chosen, null),
    isLatest: chosen === null,
    locked: lockedIn(shown),
    today: dayLabel(shown.today),
    choices: choicesOf(shown),
    theme,
    headline: { judged: tally.judged, of: tally.of, counting: turn === 'area' ? countedIn(lines) : null },
    bar: barOf(tally, agreement.scheme),
    bands: bandsOf(agreement.scheme).map(band => ({
      name: lookOf(agreement.scheme, band),
      words: sentenceCase(agreement.scheme.words[band]),
      count: tally.bands[band],
      share: shareOf(tally.bands[band], tally.judged),
      ...linkTo(band, filter, address),
    })),
    notJudged: tally.of - tally.judged,
    reasons: states
      .filter(name => tally.states[name] > 0)
      .map(name => ({ words: stateWords[name], count: tally.states[name], ...linkTo(name, filter, address) })),
    turns: turnLinks(shown),
    themes: themeLinks(shown, address),
    showing: showingOf(shown, sections, tally, address),
    sortings: sortLinks(shown),
    columns: Object.fromEntries(columns.map(name => [name, !hidden.includes(name)])),
    columnChoices: columns.map(name => ({ value: name, text: columnWords[name], shown: !hidden.includes(name) })),
    isAssured: shown.beside !== null,
    width: 2 + columns.length - hidden.length + (shown.beside === null ? 0 : 1),
    query: queryOf(shown),
    kept: keptOf(shown),
    savedViews: shown.savedViews.map(({ id, name }) => ({ name, href: `views/${id}` })),
    total: rowsIn(sections),
    sections: (rows === null ? sections : rowsFrom(sections, rows.before, rows.count)).map(each => sectionView(each, shown)),
    missing: missingFrom(lines),
    heatHref: areas.some(({ parentId }) => parentId !== null) ? heatAddress(shown) : null,
    csvHref: address(filter, 'scorecard.csv'),
    xlsxHref: address(filter, 'scorecard.xlsx'),
    odsHref: address(filter, 'scorecard.ods'),
    pagesHref: address(filter),
    paper: shown.paper ?? 'a4',
    isForPaper: shown.paper !== null,
    papers: papers.map(paper => ({ text: paper.toUpperCase(), href: withPaper(address(filter), paper) })),
  }
}

/** That the period was locked, and where it is to be seen as it was reported then. */
function lockedIn({ lockings, agreement, chosen }: Shown) {
  const last = lockings.at(-1)
  if (last === undefined || chosen === null) return null
  return { words: lockedWords(last), href: `closings/${agreement.id}/${periodCode(chosen)}/as-reported` }
}

/** Turned by area an indicator counts in each, which the headline must say. */
function countedIn(lines: readonly Line[]): string {
  const { size } = new Set(lines.map(({ standing }) => standing.areaId))
  return size === 1 ? 'in one area' : `counting each indicator once in each of ${size} areas`
}

const turnWords: Readonly<Record<Turn, string>> = {
  theme: 'Theme',
  outcome: 'Outcome',
  lead: 'Lead organisation',
  group: 'Lead group',
  area: 'Area',
  judgement: 'Judgement',
  list: 'One list',
}

function turnLinks(shown: Shown) {
  const isOffered = (turn: Turn): boolean => {
    if (turn === 'area') return shown.areas.length > 1
    return turn !== 'group' || shown.lines.some(({ standing }) => standing.group !== null)
  }
  const offered = turns.filter(turn => isOffered(turn) || turn === shown.turn)
  return offered.map(turn => ({
    text: turnWords[turn],
    current: turn === shown.turn,
    href: addressFor({ ...shown, turn })(shown.filter),
  }))
}

const sortWords: Readonly<Record<Sorting, string>> = {
  reference: 'Reference',
  title: 'Title',
  judgement: 'Worst first',
  age: 'Oldest figure first',
}

function sortLinks(shown: Shown) {
  return sortings.map(sorting => ({
    name: sorting,
    text: sortWords[sorting],
    current: sorting === shown.sorting,
    href: addressFor({ ...shown, sorting })(shown.filter),
  }))
}

const noTheme = 'Not under an outcome'

export const yearsOf = ({ firstYear, lastYear }: Agreement): string =>
  firstYear === lastYear ? yearName(firstYear) : `${yearName(firstYear)} to ${yearName(lastYear)}`

const yearName = (year: number): string => `${year}-${String((year + 1) % 100).padStart(2, '0')}`

const nameOf = (areas: readonly Area[], areaId: Area['id']): string => areas.find(({ id }) => id === areaId)?.name ?? ''

type Address = (filter: Filter, path?: string) => string

/** What is not asked for is left out, so that an address stays short; whatever is chosen is in it, so that it can be kept. */
function addressFor({ agreements, agreement, areaId, chosen, turn, sorting, hidden, beside }: Shown): Address {
  return ({ theme, lead, result, find }, path = 'scorecard') => {
    const query = [
      agreements.length > 1 ? `agreement=${agreement.id}` : '',
      chosen === null ? '' : `period=${periodCode(chosen)}`,
      areaId === agreement.areaId ? '' : `area=${areaId}`,
      turn === 'theme' ? '' : `by=${turn}`,
      theme === null ? '' : `theme=${theme}`,
      lead === null ? '' : `lead=${lead}`,
      result === null ? '' : `judgement=${result}`,
      find === '' ? '' : `find=${encodeURIComponent(find)}`,
      sorting === 'reference' ? '' : `sort=${sorting}`,
      ...hidden.map(name => `hide=${name}`),
      beside === null ? '' : 'with=assurance',
    ].filter(part => part !== '')
    return query.length === 0 ? path : `${path}?${query.join('&')}`
  }
}

/** The same period and theme, in the agreement's area and those in it. */
const heatAddress = (shown: Shown): string =>
  addressFor({ ...shown, areaId: shown.agreement.areaId, turn: 'theme', sorting: 'reference', hidden: [], beside: null })(
    { ...shown.filter, lead: null, result: null, find: '' },
    'scorecard/heat',
  )

/** All that was chosen, to be kept: the agreement too, so that a view stays with its own when there are several. */
const queryOf = (shown: Shown): string => {
  const query = addressFor({ ...shown, agreements: [] })(shown.filter).split('?')[1]
  return [`agreement=${shown.agreement.id}`, ...(query === undefined ? [] : [query])].join('&')
}

/** The same without the columns, for the form in which those are chosen. */
const keptOf = (shown: Shown) =>
  queryOf({ ...shown, hidden: [], beside: null })
    .split('&')
    .map(pair => {
      const [name = '', value = ''] = pair.split('=')
      return { name, value: decodeURIComponent(value) }
    })

function choicesOf({ agreements, agreement, areas, areaId, chosen, periods, filter, turn, sorting, hidden, leads, lines }: Shown) {
  const leading = new Set(lines.map(({ standing }) => standing.indicator.leadId))
  const code = chosen && periodCode(chosen)
  const option = (period: Period) => ({ value: periodCode(period), text: periodLabel(period, null), selected: periodCode(period) === code })
  const listed = [...periods.years, ...periods.quarters].some(period => periodCode(period) === code)
  return {
    agreements:
      agreements.length < 2
        ? []
        : agreements.map(each => ({ value: each.id, text: `${each.title}, ${yearsOf(each)}`, selected: each.id === agreement.id })),
    otherPeriod: chosen !== null && !listed ? option(chosen) : null,
    years: periods.years.map(option),
    quarters: periods.quarters.map(option),
    areas: inOrder(areas, new Set(areas.map(({ id }) => id)), agreement.areaId).map(({ area, depth }) => ({
      value: area.id,
      text: `${'\u2003'.repeat(depth)}${area.name}`,
      selected: area.id === areaId,
    })),
    turn: turn === 'theme' ? '' : turn,
    /** Turned by area all are shown; the one that was chosen is kept for when it is turned back. */
    keptArea: turn === 'area' && areaId !== agreement.areaId ? areaId : null,
    leads: [
      ...leads.filter(({ id }) => leading.has(id)).map(({ id, name }) => ({ value: String(id), text: name, selected: id === filter.lead })),
      ...(leading.has(null) ? [{ value: 'none', text: 'No lead organisation', selected: filter.lead === 'none' }] : []),
    ],
    find: filter.find,
    sorting: sorting === 'reference' ? '' : sorting,
    hidden,
    theme: filter.theme ?? '',
    result: filter.result ?? '',
  }
}

/** The judged, as parts of a bar 100 long with a little room between them. */
function barOf({ bands: counts, judged }: Tally, scheme: Scheme) {
  const present = bandsOf(scheme).filter(name => counts[name] > 0)
  const room = 0.35
  const scale = (100 - room * (present.length - 1)) / judged
  let x = 0
  return present.map(name => {
    const part = { name: lookOf(scheme, name), x: hundredths(x), width: hundredths(counts[name] * scale) }
    x += counts[name] * scale + room
    return part
  })
}

const hundredths = (value: number): number => Math.round(value * 100) / 100

const shareOf = (count: number, judged: number): string | null => (judged === 0 ? null : `${Math.round((count / judged) * 100)}%`)

/** A filter that is on is taken off by the same link. */
function linkTo(name: Result, filter: Filter, address: Address) {
  const current = filter.result === name
  return { current, href: address({ ...filter, result: current ? null : name }) }
}

function themeLinks({ themes, lines, filter }: Shown, address: Address) {
  const { sections } = scorecard(lines, themes, {})
  if (sections.length < 2) return []
  const all = { text: 'All', count: lines.length, current: filter.theme === null, href: address({ ...filter, theme: null }) }
  const each = sections.flatMap(({ about, tally }) => {
    if (about.turn !== 'theme') return []
    const id = about.theme?.id ?? 'none'
    const href = address({ ...filter, theme: id })
    return [{ text: about.theme?.title ?? noTheme, count: tally.of, current: filter.theme === id, href }]
  })
  return [all, ...each]
}

function showingOf({ filter, agreement }: Shown, sections: readonly Section[], { of }: Tally, address: Address) {
  const { result, find } = filter
  if (result === null && find === '') return null
  const words = [...(result === null ? [] : [resultWords(result, agreement.scheme)]), ...(find === '' ? [] : [`“${find}”`])]
  return { words: words.join(', '), count: distinct(sections).length, of, clearHref: address({ ...filter, result: null, find: '' }) }
}

function resultWords(result: Result, scheme: Scheme): string {
  if (result === 'judged') return 'judged'
  if (result === 'not-judged') return 'not judged'
  return isBand(result) ? scheme.words[result] : stateWords[result]
}

const isBand = (name: Band | State): name is Band => bands.some(band => band === name)

function sectionView({ about, tally, groups }: Section, shown: Shown) {
  return {
    ...headingOf(about, shown),
    judged: tally.judged,
    of: tally.of,
    bands: bandsOf(shown.agreement.scheme)
      .filter(band => tally.bands[band] > 0)
      .map(band => ({
        name: lookOf(shown.agreement.scheme, band),
        words: shown.agreement.scheme.words[band],
        count: tally.bands[band],
      })),
    groups: groups.map(({ outcome, lines }) => ({
      title: outcome?.title ?? null,
      href: outcome && `outcomes/${outcome.id}`,
      rows: lines.map(line => rowView(line, placeOf(about, outcome), shown)),
    })),
  }
}

/** `mark` is the judgement whose mark stands before the heading. */
type Heading = { readonly id: string; readonly title: string; readonly caption: string | null; readonly mark: Look | 'none' | null }

function headingOf(about: Subject, { areas, agreement: { scheme } }: Shown): Heading {
  const heading = (id: string, title: string, more: Partial<Heading> = {}): Heading => ({ id, title, caption: null, mark: null, ...more })
  switch (about.turn) {
    case 'theme':
      return about.theme === null ? heading('no-theme', noTheme) : heading(`theme-${about.theme.id}`, about.theme.title)
    case 'outcome':
      if (about.outcome === null) return heading('no-outcome', noTheme)
      return heading(`outcome-${about.outcome.id}`, about.outcome.title, { caption: about.theme?.title ?? null })
    case 'lead':
      return heading(`lead-${about.lead === null ? 'none' : idIn(about.lead)}`, about.lead ?? 'No lead organisation')
    case 'group':
      return heading(`group-${about.group === null ? 'none' : idIn(about.group)}`, about.group ?? 'No lead group')
    case 'list':
      return heading('list', 'All indicators')
    case 'area':
      return heading(`area-${about.areaId}`, nameOf(areas, about.areaId))
    case 'judgement':
      return isBand(about.result)
        ? heading(about.result, sentenceCase(scheme.words[about.result]), { mark: lookOf(scheme, about.result) })
        : heading(about.result, sentenceCase(stateWords[about.result]), { mark: 'none' })
  }
}

/** Letters and digits of any script: an id may have those, and no spaces. */
const idIn = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')

function rowView({ standing, assessment }: Line, own: Place | null, shown: Shown) {
  const { themes, chosen, today, agreement } = shown
  const { indicator, lead, areaId } = standing
  return {
    id: indicator.id,
    href: indicatorAddress(indicator.id, chosen, areaId === agreement.areaId ? null : areaId),
    reference: indicator.reference,
    title: indicator.title,
    unit: unitWords(indicator),
    lead,
    also: own && elsewhere(indicator.id, own, themes),
    ...glanceAt(standing, assessment, chosen, today),
    ...inPlaceOf({ standing, assessment }, shown),
    ...besideOf({ standing, assessment }, shown),
    reported:
      assessment.return &&
      asReportedWords(
        shown.reported.filter(each => each.indicatorId === indicator.id && each.areaId === areaId),
        assessment.return,
        indicator,
      ),
  }
}

/** Delivery assurance with a mark, and the story of the very period, in short. */
function besideOf({ standing: { indicator, areaId }, assessment: { period } }: Line, { beside, ...shown }: Shown) {
  if (beside === null) return { assurance: null, story: null }
  const assurance = beside.assurance(indicator.id)
  const story = period === null || areaId !== shown.areaId ? null : beside.story(indicator.id, period)
  return {
    assurance: assurance && {
      mark: levelMarks[assurance.level],
      words: levelNames[assurance.level],
      missing: assurance.missing.length,
    },
    story: story && cut(story.text.replaceAll(/\s+/g, ' '), 120),
  }
}

/** What stands where there is no judgement: another indicator's, labelled as a proxy, and what is known to be happening. */
export function inPlaceOf({ standing: { indicator, areaId }, assessment }: Line, { standIns, lines }: Pick<Shown, 'standIns' | 'lines'>) {
  const named = proxyOf(standIns, indicator.id, assessment)
  const proxy = named && lines.find(({ standing }) => standing.indicator.id === named.proxyId && standing.areaId === areaId)
  return {
    proxy: proxy
      ? {
          name: nameOfIndicator(proxy.standing.indicator),
          verdict: verdictOf(proxy.assessment),
          period: proxy.assessment.period && periodLabel(proxy.assessment.period, proxy.standing.indicator.frequency),
        }
      : null,
    meanwhile: textFor(standIns, indicator.id, areaId, assessment)?.content ?? null,
  }
}

/** Where a row stands, if it stands elsewhere too; null where every indicator stands once. */
type Place = { readonly turn: 'theme' | 'outcome'; readonly theme: Theme | null; readonly outcome: Outcome | null }

function placeOf(about: Subject, outcome: Outcome | null): Place | null {
  if (about.turn === 'theme') return { ...about, outcome }
  return about.turn === 'outcome' ? about : null
}

/** What else an indicator serves: outcomes of the same theme, and other themes, under which it stands again; by outcome it stands under each. */
function elsewhere(indicatorId: Indicator['id'], { turn, theme, outcome }: Place, themes: readonly Theme[]): string | null {
  const serves = ({ indicatorIds }: Outcome) => indicatorIds.has(indicatorId)
  if (turn === 'outcome') {
    const others = themes.flatMap(each => each.outcomes).filter(other => other.id !== outcome?.id && serves(other))
    return others.length === 0 ? null : `Also under ${others.map(({ title }) => title).join('; ')}; counted once`
  }
  const outcomes = theme?.outcomes.filter(other => other.id !== outcome?.id && serves(other)) ?? []
  const others = themes.filter(other => other.id !== theme?.id && other.outcomes.some(serves))
  const notes = [
    ...(outcomes.length === 0 ? [] : [`Also serves: ${outcomes.map(({ title }) => title).join('; ')}`]),
    ...(others.length === 0 ? [] : [`Also under ${others.map(({ title }) => title).join(', ')}; counted once`]),
  ]
  return notes.length === 0 ? null : notes.join('. ')
}

export function indicatorAddress(indicatorId: number, chosen: Chosen, areaId: number | null): string {
  const query = [chosen === null ? '' : `period=${periodCode(chosen)}`, areaId === null ? '' : `area=${areaId}`].filter(part => part !== '')
  return `indicators/${indicatorId}${query.length === 0 ? '' : `?${query.join('&')}`}`
}

/** What an agreement still lacks before anything can be judged; the first of these is said. */
function missingFrom(lines: readonly Line[]): 'indicators' | 'returns' | 'targets' | null {
  if (lines.length === 0) return 'indicators'
  if (lines.every(({ standing }) => standing.returns.length === 0)) return 'returns'
  if (lines.every(({ standing }) => standing.targets.length === 0)) return 'targets'
  return null
}
