import { dayLabel } from '../../kernel/day.ts'
import { type Period, periodCode, periodLabel } from '../../kernel/period.ts'
import type { Table } from '../../kernel/table.ts'
import type { Of } from '../../partnership/index.ts'
import { ahead, dueNext, toSend } from '../home/home.ts'
import { nameOf } from '../indicator/indicator.ts'
import { tally } from '../judgement/judgement.ts'
import type { Responsibilities } from '../responsibility/responsibility.ts'
import { bandsOf, lookOf, type Scheme } from '../scheme/scheme.ts'
import { linesTable } from '../scorecard/csv.ts'
import type { Line } from '../scorecard/scorecard.ts'
import { indicatorAddress, type Shown, yearsOf } from '../scorecard/view.ts'
import { plainName } from '../standing/file-name.ts'
import { glanceAt, unitWords } from '../standing/glance.ts'
import type { Share } from './contribution.ts'

export type Contribution = {
  readonly shown: Shown
  readonly of: Of
  readonly address: string
  /** What it leads first. Through whom, in words: Safer Wexcombe, chair (Amina Khan). */
  readonly shares: readonly (Pick<Share, 'line' | 'part'> & { readonly through: readonly string[] })[]
  /** The themes and outcomes for which a group answers. */
  readonly answersFor: Responsibilities | null
}
type Shared = Contribution['shares'][number]

export function addressOf(of: Of): string {
  if ('areaId' in of) return `areas/${of.areaId}/contribution`
  return 'groupId' in of ? `groups/${of.groupId}/contribution` : `organisations/${of.organisationId}/contribution`
}

export function contributionView(contribution: Contribution, seesWhatIsDue: boolean) {
  const { shown, of, address, shares } = contribution
  const { agreement, chosen, periods } = shown
  const [leads, contributes] = [shares.filter(({ part }) => part === 'lead'), shares.filter(({ part }) => part === 'contributor')]
  const answersFor = answersForView(contribution)
  const code = chosen && periodCode(chosen)
  const option = (period: Period) => ({ value: periodCode(period), text: periodLabel(period, null), selected: periodCode(period) === code })
  return {
    isEmpty: shares.length === 0 && answersFor.length === 0,
    agreement: { id: agreement.id, title: agreement.title, years: yearsOf(agreement), isOneOfMany: shown.agreements.length > 1 },
    when: chosen === null ? 'Latest value of each indicator' : periodLabel(chosen, null),
    address,
    periods: [...periods.years, ...periods.quarters].map(option),
    csvHref: withQuery(`${address}.csv`, queryOf(shown)),
    sections: [
      sectionOf('areaId' in of ? 'Measured here' : 'Leads', leads, scorecardOf(contribution), contribution),
      sectionOf('Contributes to', contributes, null, contribution),
    ].filter(({ rows }) => rows.length > 0),
    answersFor,
    due: seesWhatIsDue && chosen === null && leads.length > 0 ? dueView(leads, contribution) : null,
    ahead,
  }
}

const queryOf = ({ agreements, agreement, chosen }: Shown): string[] => [
  ...(agreements.length > 1 ? [`agreement=${agreement.id}`] : []),
  ...(chosen === null ? [] : [`period=${periodCode(chosen)}`]),
]
const withQuery = (path: string, query: readonly string[]): string => (query.length === 0 ? path : `${path}?${query.join('&')}`)

/** Where the scorecard shows the same that is led. */
function scorecardOf({ shown, of }: Contribution): string {
  const part = 'areaId' in of ? `area=${of.areaId}` : 'groupId' in of ? 'by=group' : `lead=${of.organisationId}`
  return withQuery('scorecard', [...queryOf(shown), part])
}

function sectionOf(title: string, shares: readonly Shared[], scorecardHref: string | null, contribution: Contribution) {
  return {
    title,
    scorecardHref,
    ...countsOf(
      shares.map(({ line }) => line),
      contribution.shown.agreement.scheme,
    ),
    rows: shares.map(share => rowView(share, contribution)),
  }
}

/** Judged 9 of 12, and how many of those in each band. */
function countsOf(lines: readonly Line[], scheme: Scheme) {
  const { judged, of, bands } = tally(lines.map(({ assessment }) => assessment))
  return {
    judged,
    of,
    bands: bandsOf(scheme)
      .filter(band => bands[band] > 0)
      .map(band => ({ name: lookOf(scheme, band), words: scheme.words[band], count: bands[band] })),
  }
}

function rowView({ line: { standing, assessment }, part, through }: Shared, { shown, of }: Contribution) {
  const { indicator, lead, areaId } = standing
  const { target, actual, period, judgement } = glanceAt(standing, assessment, shown.chosen, shown.today)
  return {
    reference: indicator.reference,
    title: indicator.title,
    unit: unitWords(indicator),
    href: indicatorAddress(indicator.id, shown.chosen, areaId === shown.agreement.areaId ? null : areaId),
    note: [
      ...(part === 'contributor' || 'areaId' in of ? [lead === null ? 'nobody leads it' : `led by ${lead}`] : []),
      ...(through.length === 0 ? [] : [`through ${through.join(' and ')}`]),
    ].join('; '),
    target,
    actual,
    period,
    judgement,
  }
}

/** What is late and what is due soon of what it leads: whoever leads an indicator owes its figure. */
function dueView(leads: readonly Shared[], { shown: { today } }: Contribution) {
  const awaited = leads.flatMap(({ line }) => {
    const due = dueNext(line.standing, line.assessment, today)
    return due === null ? [] : [{ due, indicator: line.standing.indicator }]
  })
  return toSend(awaited, today, ahead).map(({ due, indicator }) => ({
    name: nameOf(indicator),
    href: `indicators/${indicator.id}`,
    period: periodLabel(due.period, indicator.frequency),
    when: `${due.isLate ? 'Late since' : 'Due by'} ${dayLabel(due.on)}`,
    isLate: due.isLate,
  }))
}

/** Themes whole, and single outcomes, with how the indicators under them do. */
function answersForView({ shown, answersFor }: Contribution) {
  if (answersFor === null) return []
  const { themes, lines, agreement } = shown
  const under = (ids: ReadonlySet<number>) => lines.filter(({ standing }) => ids.has(standing.indicator.id))
  return themes.flatMap(({ id, title, outcomes }) => {
    const parts = answersFor.themeIds.includes(id)
      ? [{ title, ids: new Set(outcomes.flatMap(({ indicatorIds }) => [...indicatorIds])) }]
      : outcomes.filter(outcome => answersFor.outcomeIds.includes(outcome.id)).map(each => ({ title: each.title, ids: each.indicatorIds }))
    return parts.map(part => ({
      title: part.title,
      href: withQuery('scorecard', [...queryOf(shown), `theme=${id}`]),
      ...countsOf(under(part.ids), agreement.scheme),
    }))
  })
}

const partWords = { lead: 'leads', contributor: 'contributes' } as const

/** The scorecard's columns for these indicators, after what each is to whom the table is about. */
export function contributionTable({ shown, of, shares }: Contribution, name: string): Table & { readonly name: string } {
  const { columns, rows } = linesTable(
    shares.map(({ line }) => line),
    shown,
    'list',
  )
  const when = shown.chosen === null ? 'latest' : periodCode(shown.chosen)
  const first = 'areaId' in of ? [] : ['Part', 'Through']
  return {
    name: `contribution-${plainName(`${name} ${shown.agreement.title} ${when}`)}`,
    title: name,
    columns: [...first.map(heading => ({ heading, width: 16 })), ...columns],
    rows: rows.map((row, at) => {
      const share = shares[at]
      return first.length === 0 || share === undefined ? row : [partWords[share.part], share.through.join('; '), ...row]
    }),
  }
}
