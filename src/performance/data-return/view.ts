import { type Day, dayIn, dayLabel } from '../../kernel/day.ts'
import { type Decimal, shown, toText } from '../../kernel/decimal.ts'
import { momentLabel } from '../../kernel/moment.ts'
import { type Period, periodCode, periodLabel } from '../../kernel/period.ts'
import type { AreaId } from '../../partnership/index.ts'
import { plainFigure } from '../indicator/figure.ts'
import { nameOf } from '../indicator/indicator.ts'
import { cellFigure, unitWords } from '../standing/glance.ts'
import { areaChoices, areaName, breadcrumbs, everyArea, type Subject } from '../target/subject.ts'
import { sampledWords } from '../travel/survey-words.ts'
import {
  absenceNames,
  absences,
  answerOf,
  isEqual,
  isMadeOfParts,
  type KeptReturn,
  type Place,
  quotientOf,
  type Revision,
  statuses,
  statusNames,
} from './data-return.ts'
import { figureFields } from './figure-entry.ts'
import { entryOf, periodFields } from './period-entry.ts'

export type Listing = {
  readonly total: number
  readonly returns: readonly KeptReturn[]
  readonly chosenArea: AreaId | null
  readonly areasReported: ReadonlySet<AreaId>
}

export function returnsView(subject: Subject, { total, returns, chosenArea, areasReported }: Listing) {
  const { indicator } = subject
  const returnsHref = `indicators/${indicator.id}/returns`
  return {
    ...about(subject, 'Returns', null),
    total,
    unit: unitWords(indicator) ?? '',
    areas: areasReported.size > 1 ? areaChoices(subject, areasReported, chosenArea === null ? '' : String(chosenArea), 'Every area') : [],
    newHref: `${returnsHref}/new${chosenArea === null ? '' : `?area=${chosenArea}`}`,
    returns: returns.map(each => ({
      href: `${returnsHref}/${each.areaId}/${periodCode(each)}`,
      period: periodLabel(each, indicator.frequency),
      area: areaName(subject, each.areaId),
      ...saidIn(each, subject),
      reported: dayLabel(dayIn(each.reportedAt)),
      by: each.reportedByName,
      times: each.revision === 1 ? '' : `revision ${each.revision}`,
    })),
  }
}

export type Entered = Readonly<Record<string, string>>

/** What the person has before them: the area and period, as far as they are known, and what is on record there. */
export type Before = { readonly place: Place | null; readonly latest: Revision | null }

export function newReturnView(subject: Subject, before: Before, entered: Entered, today: Day) {
  const { indicator } = subject
  const { areaId = '', period = '', reading = '' } = entered
  return {
    ...about(subject, 'Report a figure', { text: 'Returns', path: 'returns' }),
    areas: [
      ...(areaId === '' ? [{ value: '', text: 'Select an area', selected: true }] : []),
      ...areaChoices(subject, everyArea(subject), areaId),
    ],
    ...periodFields({ period, reading }, { frequency: indicator.frequency, andYears: false }, today),
    ...formFields(subject, before, entered),
  }
}

export function returnView(subject: Subject, place: Place, revisions: readonly Revision[], entered: Entered) {
  const { indicator } = subject
  const [latest = null] = revisions
  return {
    ...about(subject, `${periodLabel(place, indicator.frequency)}, ${areaName(subject, place.areaId)}`, {
      text: 'Returns',
      path: 'returns',
    }),
    days: `${dayLabel(place.startsOn)} to ${dayLabel(place.endsOn)}`,
    action: `indicators/${indicator.id}/returns/${place.areaId}/${periodCode(place)}`,
    revisions: revisions.map(each => ({
      number: each.revision,
      isLatest: each === latest,
      ...saidIn(each, subject),
      exact: exactly(each, subject),
      status: each.value === null ? '' : statusNames[each.status],
      reason: each.reason,
      by: each.reportedByName,
      at: momentLabel(each.reportedAt),
      importHref: each.importId === null ? '' : `imports/${each.importId}`,
    })),
    ...formFields(subject, { place, latest }, entered),
  }
}

/** What a new form has in it: nothing of the figure, and where figures of this indicator come from. */
export function enteredForNew({ indicator }: Subject, areaId: string, period: Period | null): Entered {
  const entry = period === null ? {} : entryOf(period, { frequency: indicator.frequency, andYears: false })
  return { areaId, ...entry, answer: 'figure', source: indicator.source }
}

/** What is on record, to be revised. A value that its parts make is left to them, so that it follows when one of them is mended. */
export function enteredOf({ value, absence, numerator, denominator, status, source, ...revision }: Revision, { indicator }: Subject) {
  const made = numerator && denominator ? quotientOf(numerator, denominator, indicator) : null
  return {
    answer: absence ?? 'figure',
    value: value !== null && made !== null && isEqual(value, made) ? '' : typed(value),
    numerator: typed(numerator),
    denominator: typed(denominator),
    sampleSize: revision.sampleSize ? String(revision.sampleSize) : '',
    intervalLow: typed(revision.intervalLow),
    intervalHigh: typed(revision.intervalHigh),
    status: value === null ? '' : status,
    source,
  }
}

const typed = (value: Decimal | null = null): string => (value === null ? '' : toText(value))

/** Says which revision of which place the person had before them when they wrote. */
export const seenOf = ({ place, latest }: Before): string =>
  place === null || latest === null ? '' : `${place.areaId}/${periodCode(place)}/${latest.revision}`

/** The number of the revision they had before them; 0 when they had none, or one of another place. */
export function basedOn(seen: string, place: Place): number {
  const start = `${place.areaId}/${periodCode(place)}/`
  return seen.startsWith(start) && /^\d{1,9}$/.test(seen.slice(start.length)) ? Number(seen.slice(start.length)) : 0
}

function formFields({ indicator }: Subject, before: Before, entered: Entered) {
  const { latest } = before
  const { answer = '', value = '', numerator = '', denominator = '', status = '', source = '', reason = '', replacesFinal = '' } = entered
  const offered = absences.filter(each => each !== 'withdrawn' || (latest !== null && latest.absence !== 'withdrawn'))
  return {
    ...figureFields(indicator),
    answers: [
      { value: 'figure', text: 'There is a figure', checked: answer === 'figure' },
      ...offered.map(each => ({ value: each, text: absenceNames[each], hint: { text: absenceHints[each] }, checked: each === answer })),
    ],
    value,
    hasParts: isMadeOfParts(indicator) || numerator !== '' || denominator !== '',
    makesValue: isMadeOfParts(indicator),
    numerator,
    denominator,
    ...surveyFields(indicator, entered),
    statuses: statuses.map(each => ({ value: each, text: statusNames[each], hint: { text: statusHints[each] }, checked: each === status })),
    source,
    asksReason: latest !== null,
    reason,
    replacesFinal: replacesFinal === 'yes',
    onRecord: latest === null ? '' : onRecord(latest, indicator),
    seen: seenOf(before),
  }
}

/** Open where there is something in them, or where one would be looked for. */
function surveyFields({ frequency }: Subject['indicator'], { sampleSize = '', intervalLow = '', intervalHigh = '' }: Entered) {
  const isSurvey = frequency === 'survey' || [sampleSize, intervalLow, intervalHigh].some(entered => entered !== '')
  return { isSurvey, sampleSize, intervalLow, intervalHigh }
}

function onRecord(latest: Revision, indicator: Subject['indicator']): string {
  const status = latest.value === null ? '' : `, ${statusNames[latest.status].toLowerCase()}`
  return `${answerOf(latest, indicator)}${status}, reported by ${latest.reportedByName} on ${dayLabel(dayIn(latest.reportedAt))}`
}

const absenceHints = {
  suppressed: 'The numbers are too small to be published',
  'not-published': 'Its source has not published it',
  'not-applicable': 'There can be none for this area and period',
  withdrawn: 'What was reported was wrong, and nothing takes its place yet',
} as const

const statusHints = {
  provisional: 'Its source may still revise it',
  estimated: 'Reckoned from what is known so far',
  final: 'Its source will not revise it any more',
} as const

/** What a revision says, for a cell: its unit stands with the table. */
function saidIn({ value, absence, numerator, denominator, status, source, ...sampled }: Revision, { indicator }: Subject) {
  return {
    figure: value === null ? (absence === null ? '' : absenceNames[absence]) : cellFigure(value, indicator),
    isFigure: value !== null,
    flag: value !== null && status !== 'final' ? statusNames[status].toLowerCase() : '',
    parts: [numerator && denominator ? `${number(numerator)} of ${number(denominator)}` : '', sampledWords(sampled, indicator) ?? '']
      .filter(Boolean)
      .join('; '),
    source,
  }
}

const number = (value: Decimal): string => shown(value, value.scale)

/** With all its decimals, where the indicator shows fewer; but not the endless ones of a quotient. */
function exactly({ value, numerator, denominator }: Revision, { indicator }: Subject): string {
  if (value === null || value.scale <= indicator.decimals) return ''
  const made = numerator && denominator ? quotientOf(numerator, denominator, indicator) : null
  return made !== null && isEqual(made, value) ? '' : plainFigure(value, { ...indicator, unit: '' })
}

function about(subject: Subject, heading: string, under: Parameters<typeof breadcrumbs>[1]) {
  const { indicator } = subject
  return {
    title: `${heading}: ${nameOf(indicator)}`,
    heading,
    indicator: nameOf(indicator),
    returnsHref: `indicators/${indicator.id}/returns`,
    editHref: `indicators/${indicator.id}/edit`,
    isFrequencyKnown: indicator.frequency !== null,
    breadcrumbs: breadcrumbs(subject, under),
  }
}
