/** A scorecard of Wexcombe with three indicators, for tests: one judged, one overdue, one that serves two themes. */
import { day } from '../../kernel/day.ts'
import { decimal } from '../../kernel/decimal.ts'
import type { Area } from '../../partnership/index.ts'
import type { Agreement } from '../agreement/agreement.ts'
import { examplePeriod } from '../judgement/example.ts'
import { fourJudgements } from '../scheme/scheme.ts'
import { noStandIns } from '../stand-in/stand-in.ts'
import { exampleId, exampleStanding, type StandingChanges } from '../standing/example.ts'
import { assessmentOf, type Chosen } from '../standing/standing.ts'
import { periodsToChoose } from './period-choice.ts'
import type { Filter, Line, Theme } from './scorecard.ts'
import type { Shown } from './view.ts'

const today = day('2009-05-06')

export function exampleLine(id: number, reference: string | null, changes: StandingChanges = {}, chosen: Chosen = null): Line {
  const standing = exampleStanding({
    ...changes,
    indicator: { id: exampleId(id), reference, title: `Indicator ${id}`, ...changes.indicator },
  })
  return { standing, assessment: assessmentOf(standing, chosen, today) }
}

export const exampleTheme = (id: number, title: string, outcomes: Readonly<Record<string, readonly number[]>>): Theme => ({
  id: exampleId(id),
  title,
  outcomes: Object.entries(outcomes).map(([name, indicatorIds], at) => ({
    id: exampleId(id * 10 + at),
    title: name,
    indicatorIds: new Set(indicatorIds.map(each => exampleId<'indicator'>(each))),
  })),
})

export const exampleAgreement = (changes: Partial<Agreement> = {}): Agreement => ({
  id: exampleId(1),
  title: 'Wexcombe Local Area Agreement',
  firstYear: 2008,
  lastYear: 2010,
  areaId: exampleId(1),
  toleranceKind: 'relative',
  tolerance: decimal('0.05'),
  scheme: fourJudgements,
  ...changes,
})

const county: Area = { id: exampleId(1), code: 'X10000001', name: 'Wexcombe', kind: 'county', parentId: null }
const district: Area = { id: exampleId(2), code: 'X07000001', name: 'Arnemouth', kind: 'district', parentId: county.id }

export function exampleShown({
  chosen = null,
  filter,
  ...changes
}: Partial<Omit<Shown, 'chosen' | 'filter'>> & { chosen?: string | null; filter?: Partial<Filter> } = {}): Shown {
  const period = chosen === null ? null : examplePeriod(chosen)
  const agreement = exampleAgreement()
  return {
    standIns: noStandIns,
    beside: null,
    agreements: [agreement],
    agreement,
    areas: [county, district],
    areaId: county.id,
    themes: [
      exampleTheme(1, 'Healthier communities', { 'People live longer': [8, 40], 'People are active': [8] }),
      exampleTheme(2, 'Safer communities', { 'Fewer people offend': [16, 40] }),
    ],
    lines: [
      exampleLine(16, 'NI 16', { returns: [], indicator: { lagDays: 30 } }, period),
      exampleLine(40, 'NI 40', { returns: [['2008-09-Q4', '46']] }, period),
      exampleLine(8, 'NI 8', {}, period),
    ],
    chosen: period,
    periods: periodsToChoose(2008, 2010, today),
    turn: 'theme',
    sorting: 'reference',
    hidden: [],
    leads: [],
    savedViews: [],
    paper: null,
    rows: null,
    reported: [],
    lockings: [],
    today,
    ...changes,
    filter: { theme: null, lead: null, result: null, find: '', ...filter },
  }
}
