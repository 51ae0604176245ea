import type { ActionRecord } from '../../actions/index.ts'
import { csv } from '../../kernel/csv.ts'
import { type Day, dayLabel, daysBetween } from '../../kernel/day.ts'
import { type Period, periodCode } from '../../kernel/period.ts'
import type { ReasonCode } from '../../performance/index.ts'
import type { Plan } from '../plan/plan.ts'
import {
  asksReason,
  type Due,
  daysWords,
  dueOf,
  lastBefore,
  type Planned,
  type Progress,
  periodName,
  periodsOfPlan,
  type Rating,
  ratingNames,
  ratings,
  type Standing,
  slipWords,
  standingOf,
  standingWords,
  tallyOf,
  tallyWords,
} from './progress.ts'

/** One planned action with what the register and its leads say of it. */
export type FollowedAction = {
  readonly planned: Planned
  readonly record: ActionRecord
  readonly owners: readonly string[]
  readonly said: readonly Progress[]
}
export type FollowedPlan = {
  readonly plan: Plan
  readonly inForceFrom: Day | null
  readonly meetings: readonly { readonly onDay: Day; readonly papersDueOn: Day }[]
  readonly actions: readonly FollowedAction[]
}
export type ReasonNames = Readonly<Record<ReasonCode, string>>

export const followedAs = ({ planned, record }: Pick<FollowedAction, 'planned' | 'record'>) => ({
  startsOn: planned.startsOn,
  endedOn: record.endedOn,
})

export function standingIn(
  { plan, inForceFrom, meetings }: Omit<FollowedPlan, 'actions'>,
  action: FollowedAction,
  period: Period,
  today: Day,
): Standing {
  return standingOf(followedAs(action), action.said, { period, due: dueOf(period, plan, meetings), inForceFrom, today })
}

/** Shape and colour are those of judgements, the word is its own. */
const bands: Readonly<Record<Rating, string>> = {
  complete: 'exceeding',
  'on-track': 'on-target',
  'at-risk': 'within-tolerance',
  'off-track': 'off-target',
  'not-started': 'not-started',
}
export const ratingBand = (rating: Rating) => ({ name: bands[rating], words: ratingNames[rating] })

/** What stands in a strip where nothing was said: a gap with its word. */
const gapWords = (standing: Standing): string =>
  standing.kind === 'missing'
    ? `No update, ${daysWords(standing.daysLate)} late`
    : standing.kind === 'awaited'
      ? `Due ${dayLabel(standing.dueOn)}`
      : ''

/** For `strip.njk`: the periods that have begun, each with its rating or the gap. */
export function stripView(around: Omit<FollowedPlan, 'actions'>, action: FollowedAction, today: Day, reasonNames: ReasonNames) {
  const cells = periodsOfPlan(around.plan)
    .filter(({ startsOn }) => startsOn <= today)
    .map(period => {
      const standing = standingIn(around, action, period, today)
      const label = periodName(period, around.plan)
      return {
        period: label,
        short: label.replace(/ \d{4}(-\d\d)?$/, ''),
        band: standing.kind === 'given' ? ratingBand(standing.progress.rating) : null,
        gap: gapWords(standing),
        isMissing: standing.kind === 'missing',
        words: standingWords(standing, label),
        said: standing.kind === 'given' ? saidView(standing.progress, around.plan, reasonNames) : null,
      }
    })
  return { cells: cells.filter(({ band, gap }) => band !== null || gap !== ''), table: cells }
}

export function saidView(said: Progress, plan: Plan, reasonNames: ReasonNames) {
  return {
    period: periodName(said, plan),
    band: ratingBand(said.rating),
    reason: said.reasonCode === '' ? '' : reasonNames[said.reasonCode],
    text: said.text,
    nextStep: said.nextStep,
    expected: said.forecastOn === null ? '' : dayLabel(said.forecastOn),
    by: [said.by, dayLabel(said.onDay)].filter(words => words !== '').join(', '),
    isUnchanged: said.isUnchanged,
  }
}

type ShownForm = { readonly isTyped: boolean; readonly typed: Readonly<Record<string, string>>; readonly edition: string }

/** One action on the page where progress is entered; `form` for those who may report on it. */
export function actionView(
  around: Omit<FollowedPlan, 'actions'>,
  action: FollowedAction,
  {
    period,
    today,
    reasonNames,
    form,
  }: { readonly period: Period; readonly today: Day; readonly reasonNames: ReasonNames; readonly form: ShownForm | null },
) {
  const { planned, record, owners, said } = action
  const standing = standingIn(around, action, period, today)
  const last = lastBefore(said, period)
  const latest = standing.kind === 'given' ? standing.progress : last
  return {
    id: planned.id,
    reference: record.reference,
    text: record.text,
    isConfidential: record.isConfidential,
    owners: owners.join('; '),
    dates: datesOf(planned, record),
    standing: standingWords(standing, periodName(period, around.plan)),
    isMissing: standing.kind === 'missing',
    given: standing.kind === 'given' ? saidView(standing.progress, around.plan, reasonNames) : null,
    slip: latest === null ? null : slipWords(latest.forecastOn, { planned: planned.endsOn, agreed: record.dueOn }),
    last: last === null ? null : saidView(last, around.plan, reasonNames),
    strip: stripView(around, action, today, reasonNames),
    closing:
      standing.kind === 'given' && standing.progress.rating === 'complete' && record.state === 'open'
        ? `actions/${record.id}/ending`
        : null,
    mayCopy:
      form !== null &&
      last !== null &&
      standing.kind !== 'given' &&
      !(last.reasonCode === '' && asksReason(last.rating, followedAs(action), period)),
    edition: form?.edition ?? '',
    isTyped: form?.isTyped ?? false,
    mayReport: form !== null,
    fields: form === null ? {} : form.typed,
    ratings: ratings.map(value => ({ value, text: ratingNames[value], checked: form?.typed['rating'] === value })),
    reasons: [
      { value: '', text: '' },
      ...(Object.keys(reasonNames) as ReasonCode[]).map(value => ({
        value,
        text: reasonNames[value],
        selected: form?.typed['reasonCode'] === value,
      })),
    ],
    milestones: planned.milestones.map(({ id, text, plannedOn, forecastOn, metOn }) => ({
      id,
      text,
      planned: plannedOn === null ? '' : dayLabel(plannedOn),
      expected: forecastOn === null ? '' : dayLabel(forecastOn),
      met: metOn === null ? '' : dayLabel(metOn),
      isLate: metOn === null && plannedOn !== null && plannedOn < today,
      fields: form === null ? null : { expected: form.typed[`expected${id}`] ?? '', met: form.typed[`met${id}`] ?? '' },
    })),
  }
}

const datesOf = ({ endsOn }: Planned, { dueOn }: ActionRecord): string =>
  [endsOn === null ? '' : `Planned to end ${dayLabel(endsOn)}`, dueOn === null || dueOn === endsOn ? '' : `now due ${dayLabel(dueOn)}`]
    .filter(words => words !== '')
    .join(', ') || 'No date'

export const dueWords = ({ dueOn, meetingDay }: Due): string =>
  meetingDay === null ? `Due ${dayLabel(dueOn)}` : `Due ${dayLabel(dueOn)}, with the papers for the meeting of ${dayLabel(meetingDay)}`

/** For home: 3 updates for Q2 2009-10: Delivery plan 2009-10 of the management group. */
export function owedView(
  { plan, period, count, due: { dueOn } }: { readonly plan: Plan; readonly period: Period; readonly count: number; readonly due: Due },
  today: Day,
) {
  const isLate = dueOn < today
  return {
    text: `${count === 1 ? '1 update' : `${count} updates`} for ${periodName(period, plan)}`,
    href: `plans/${plan.id}/progress?period=${periodCode(period)}`,
    due: `${plan.group}, due ${dayLabel(dueOn)}${isLate ? `, ${daysWords(daysBetween(dueOn, today))} late` : ''}`,
    isLate,
  }
}

export const periodItems = (periods: readonly Period[], chosen: Period, { plan, here }: { readonly plan: Plan; readonly here: string }) =>
  periods.map(period => ({
    text: periodName(period, plan),
    href: `${here}?period=${periodCode(period)}`,
    current: period.startsOn === chosen.startsOn,
  }))

/** How many of a plan's updates are in for a period, and whose are not. */
export function planTally(followed: FollowedPlan, period: Period, today: Day) {
  const rows = followed.actions.map(action => ({ action, standing: standingIn(followed, action, period, today) }))
  const tally = tallyOf(rows.map(({ standing }) => standing))
  return { rows, tally, words: tallyWords(tally) }
}

export function overviewView(
  plans: readonly { readonly followed: FollowedPlan; readonly period: Period; readonly mayChase: boolean }[],
  today: Day,
) {
  return plans.map(({ followed, period, mayChase }) => {
    const { plan } = followed
    const { rows, tally, words } = planTally(followed, period, today)
    const name = periodName(period, plan)
    const lines = (kind: Standing['kind']) =>
      rows
        .filter(({ standing }) => standing.kind === kind)
        .map(({ action, standing }) => ({
          reference: action.record.reference,
          text: action.record.text,
          owners: action.owners.join('; ') || 'Nobody owns it',
          words: standingWords(standing, name),
          last: lastWords(followed, action, period),
        }))
    const late = rows.filter(({ standing }) => standing.kind === 'given' && standing.daysLate > 0).length
    return {
      id: plan.id,
      title: plan.title,
      group: plan.group,
      period: name,
      href: `plans/${plan.id}/progress?period=${periodCode(period)}`,
      due: dueWords(dueOf(period, plan, followed.meetings)),
      words,
      late: late === 0 ? '' : `${late} of them came late`,
      missing: lines('missing'),
      awaited: lines('awaited'),
      ratings: ratings
        .map(rating => ({
          ...ratingBand(rating),
          count: rows.filter(({ standing }) => standing.kind === 'given' && standing.progress.rating === rating).length,
        }))
        .filter(({ count }) => count > 0),
      chase: mayChase && tally.awaited + tally.missing > 0 ? `plans/${plan.id}/progress/chasing` : null,
      code: periodCode(period),
    }
  })
}

/** Last said: On track for Q1 2026-27, on 10 July 2026. */
export function lastWords({ plan }: Pick<FollowedPlan, 'plan'>, { said }: Pick<FollowedAction, 'said'>, period: Period): string {
  const last = lastBefore(said, period)
  return last === null
    ? 'Nothing was said of it yet'
    : `Last said: ${ratingNames[last.rating]} for ${periodName(last, plan)}, on ${dayLabel(last.onDay)}`
}

export const overviewCsv = (
  plans: readonly { readonly followed: FollowedPlan; readonly period: Period }[],
  today: Day,
  reasonNames: ReasonNames,
): string =>
  csv([
    [
      'Group',
      'Plan',
      'Period',
      'Due',
      'Reference',
      'Action',
      'Owners',
      'Update',
      'Rating',
      'Reason',
      'What was done',
      'Next step',
      'Expected',
      'Planned',
      'Said by',
      'Said on',
      'Days late',
    ],
    ...plans.flatMap(({ followed, period }) => {
      const { plan } = followed
      const { dueOn } = dueOf(period, plan, followed.meetings)
      return planTally(followed, period, today).rows.map(({ action: { record, owners, planned }, standing }) => {
        const said = standing.kind === 'given' ? standing.progress : null
        return [
          plan.group,
          plan.title,
          periodName(period, plan),
          { day: dueOn },
          record.reference,
          record.text,
          owners.join('; '),
          said?.isUnchanged ? 'nothing has changed' : updateNames[standing.kind],
          said === null ? null : ratingNames[said.rating],
          said === null || said.reasonCode === '' ? null : reasonNames[said.reasonCode],
          said?.text ?? null,
          said?.nextStep ?? null,
          said?.forecastOn ? { day: said.forecastOn } : null,
          planned.endsOn === null ? null : { day: planned.endsOn },
          said?.by ?? null,
          said === null ? null : { day: said.onDay },
          standing.kind === 'given' || standing.kind === 'missing' ? standing.daysLate : null,
        ]
      })
    }),
  ])
const updateNames: Readonly<Record<Standing['kind'], string>> = {
  given: 'here',
  awaited: 'awaited',
  missing: 'missing',
  none: 'not asked for',
}
