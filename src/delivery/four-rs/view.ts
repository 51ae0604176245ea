import { dayLabel } from '../../kernel/day.ts'
import { type Period, periodCode } from '../../kernel/period.ts'
import type { Cell } from '../../kernel/table.ts'
import type { Assurance, IndicatorId, Judged, OffTarget } from '../../performance/index.ts'
import type { AnsweringGroup } from '../assurance/assured.ts'
import type { Commentary, ReasonNames } from '../commentary/commentary.ts'
import { aboutPeriod } from '../commentary/view.ts'
import {
  type Answers,
  type Offered,
  outcomeNames,
  outcomes,
  questions,
  questionWords,
  type Review,
  reviewedWords,
  reviewOf,
} from './four-rs.ts'

export const reviewAddress = (indicatorId: IndicatorId, period: Period): string => `indicators/${indicatorId}/review/${periodCode(period)}`

export type Fields = Readonly<Record<string, string>>

/** What is known of all that is off target. */
export type Shown = {
  readonly offTarget: readonly OffTarget[]
  readonly reviews: readonly Review[]
  readonly commentary: ReadonlyMap<IndicatorId, Commentary>
  readonly groups: ReadonlyMap<IndicatorId, AnsweringGroup>
  /** Null where the partnership has no plans at all. */
  readonly assurance: ReadonlyMap<IndicatorId, Assurance | null>
  readonly reasonNames: ReasonNames
  readonly levelNames: Readonly<Record<Assurance['level'], string>>
  readonly mayReviewAll: boolean
}

/** What is asked of the list. */
export type Sought = { readonly group: string; readonly theme: string; readonly reviewed: '' | 'yes' | 'no' }

const rowsOf = ({ offTarget, reviews, commentary, groups, assurance }: Shown, { group, theme, reviewed }: Sought) =>
  offTarget
    .map(line => {
      const said = commentary.get(line.indicatorId)
      return {
        line,
        review: reviewOf(reviews, line),
        group: groups.get(line.indicatorId) ?? null,
        assured: assurance.get(line.indicatorId) ?? null,
        said: said !== undefined && said.startsOn === line.period.startsOn && said.endsOn === line.period.endsOn ? said : null,
      }
    })
    .filter(row => group === '' || String(row.group?.id ?? 'none') === group)
    .filter(({ line }) => theme === '' || line.themes.some(({ id }) => String(id) === theme))
    .filter(({ review }) => reviewed === '' || (review !== null) === (reviewed === 'yes'))

export function listView(agreement: string, shown: Shown, sought: Sought) {
  const { offTarget, groups, mayReviewAll } = shown
  const all = rowsOf(shown, { ...sought, reviewed: '' })
  const query = Object.entries(sought).filter(([, value]) => value !== '')
  const suffix = query.length === 0 ? '' : `?${new URLSearchParams(query)}`
  const choice = (name: keyof Sought, value: string, text: string) => ({ value, text, selected: sought[name] === value })
  const themes = new Map(offTarget.flatMap(each => each.themes.map(({ id, title }) => [String(id), title])))
  const answering = new Map([...groups.values()].map(({ id, name }) => [String(id), name]))
  const byName = (choices: ReadonlyMap<string, string>) => [...choices].toSorted(([, one], [, other]) => one.localeCompare(other, 'en'))
  return {
    title: 'Off target',
    agreement,
    of: offTarget.length,
    headline: reviewedWords(all.filter(({ review }) => review !== null).length, all.length),
    isNarrowed: query.length > 0,
    groups: [
      choice('group', '', 'All groups'),
      ...byName(answering).map(([id, name]) => choice('group', id, name)),
      choice('group', 'none', 'No group'),
    ],
    themes: [choice('theme', '', 'All themes'), ...byName(themes).map(([id, title]) => choice('theme', id, title))],
    reviewed: [choice('reviewed', '', 'Reviewed or not'), choice('reviewed', 'no', 'Not reviewed'), choice('reviewed', 'yes', 'Reviewed')],
    csvHref: `off-target.csv${suffix}`,
    rows: rowsOf(shown, sought).map(({ line, review, group, said, assured }) => ({
      name: line.name,
      href: `indicators/${line.indicatorId}?period=${periodCode(line.period)}`,
      lead: line.lead,
      group: group && { text: group.name, href: `groups/${group.id}` },
      period: line.periodName,
      judgement: line.judgement,
      assurance: assured && { level: shown.levelNames[assured.level], missing: assured.missing.join('. ') },
      why: said && { text: said.text, reasons: said.reasonCodes.map(code => shown.reasonNames[code]) },
      review: review && { outcome: outcomeNames[review.outcome], note: review.note, by: byWords(review) },
      reviewHref: `${reviewAddress(line.indicatorId, line.period)}${mayReviewAll && review === null ? '/edit' : ''}`,
    })),
  }
}

const byWords = ({ byName, onDay }: Review): string => `${byName}, ${dayLabel(onDay)}`

export const listTable = (shown: Shown, sought: Sought): Cell[][] => [
  [
    ...[
      'Indicator',
      'Lead',
      'Group',
      'Themes',
      'Period',
      'Judgement',
      'In words',
      'Delivery assurance',
      'Missing of it',
      'Commentary',
      'Reasons',
      'Reviewed',
    ],
    ...questions.map(question => questionWords[question].short),
    ...['What comes of it', 'Note', 'Reviewed by', 'On'],
  ],
  ...rowsOf(shown, sought).map(({ line, review, group, said, assured }): Cell[] => [
    line.name,
    line.lead,
    group?.name ?? null,
    line.themes.map(({ title }) => title).join('; '),
    line.periodName,
    line.judgement.words,
    line.why,
    assured && shown.levelNames[assured.level],
    assured?.missing.join('; ') ?? null,
    said?.text ?? null,
    said?.reasonCodes.map(code => shown.reasonNames[code]).join('; ') ?? null,
    review === null ? 'no' : 'yes',
    ...questions.map(question => review?.[question] ?? null),
    review && outcomeNames[review.outcome],
    review?.note ?? null,
    review?.byName ?? null,
    review && { day: review.onDay },
  ]),
]

const title = (judged: Judged, place: string): string => `The four Rs: ${judged.name}, ${place}`

export function showView(judged: Judged, period: Period, review: Review | null, { meetings, decisions }: Offered, mayReview: boolean) {
  const about = aboutPeriod(judged, period)
  const { isOffTarget } = judged.in(period)
  return {
    ...about,
    title: title(judged, about.place),
    isOffTarget,
    review: review && {
      answers: questions.map(question => ({ asked: questionWords[question].asked, text: review[question] })),
      outcome: outcomeNames[review.outcome],
      note: review.note,
      by: byWords(review),
      meeting: meetings.find(({ id }) => id === review.meetingId) ?? null,
      decision: decisions.find(({ id }) => id === review.decisionId) ?? null,
    },
    editHref: mayReview && (isOffTarget || review !== null) ? `${reviewAddress(judged.indicator.id, period)}/edit` : null,
  }
}

export const fieldsOf = (review: Review | null, today: Answers['onDay']): Fields => ({
  ...Object.fromEntries(questions.map(question => [question, review?.[question] ?? ''])),
  outcome: review?.outcome ?? '',
  note: review?.note ?? '',
  onDay: dayLabel(review?.onDay ?? today),
  meetingId: review?.meetingId ? String(review.meetingId) : '',
  decisionId: review?.decisionId ? String(review.decisionId) : '',
})

export function inWords(review: Review | null, { meetings, decisions }: Offered): Readonly<Record<string, readonly [string, string]>> {
  return {
    ...Object.fromEntries(questions.map(question => [question, [questionWords[question].short, review?.[question] ?? ''] as const])),
    outcome: ['What comes of it', review === null ? '' : outcomeNames[review.outcome]],
    note: ['The note', review?.note ?? ''],
    onDay: ['The day', review === null ? '' : dayLabel(review.onDay)],
    meetingId: ['The meeting', meetings.find(({ id }) => id === review?.meetingId)?.name ?? ''],
    decisionId: ['The decision', decisions.find(({ id }) => id === review?.decisionId)?.name ?? ''],
  }
}

export function editView(judged: Judged, period: Period, { meetings, decisions }: Offered, fields: Fields, edition: string) {
  const about = aboutPeriod(judged, period)
  const offered = (field: string, none: string, all: readonly { readonly id: number; readonly name: string }[]) => [
    { value: '', text: none, selected: fields[field] === '' },
    ...all.map(({ id, name }) => ({ value: String(id), text: name, selected: String(id) === fields[field] })),
  ]
  return {
    ...about,
    title: `Review: ${judged.name}, ${about.place}`,
    cancel: reviewAddress(judged.indicator.id, period),
    edition,
    fields: { note: '', onDay: '', ...fields },
    questions: questions.map(question => ({ name: question, ...questionWords[question], value: fields[question] ?? '' })),
    outcomes: outcomes.map(outcome => ({ value: outcome, text: outcomeNames[outcome], checked: fields['outcome'] === outcome })),
    meetings: offered('meetingId', 'At no meeting', meetings),
    decisions: offered('decisionId', 'No decision yet', decisions),
  }
}
