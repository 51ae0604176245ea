import { csv } from '../../kernel/csv.ts'
import { type Day, dayLabel } from '../../kernel/day.ts'
import { type Decimal, decimal, divided, shown } from '../../kernel/decimal.ts'
import type { Cell } from '../../kernel/table.ts'
import type { Pace } from '../../performance/index.ts'
import type { Plan } from '../plan/plan.ts'
import { type Count, type Days, type Scheduled, slippageInWords, slippageOf, spanOf, standingOf } from './timeline.ts'

/** Plans with what they have, in the order in which they are shown. */
export type Planned = { readonly plan: Plan; readonly scheduled: readonly Scheduled[] }

export type Drawn = {
  readonly title: string
  readonly of: readonly Planned[]
  readonly today: Day
  /** Over several plans each is named. */
  readonly isSeveral: boolean
}

export function timelineChartOf({ title, of, today, isSeveral }: Drawn) {
  const first = of.reduce((least, { plan }) => (plan.startsOn < least ? plan.startsOn : least), of[0]?.plan.startsOn ?? today)
  const last = of.reduce((most, { plan }) => (plan.endsOn > most ? plan.endsOn : most), of[0]?.plan.endsOn ?? today)
  return {
    id: 'timeline',
    title,
    description: `${inShort(of, today)} Every day in it is in the table on the page.`,
    ...spanOf(
      { startsOn: first, endsOn: last },
      of.flatMap(({ scheduled }) => scheduled),
    ),
    today,
    groups: of.map(({ plan, scheduled }) => ({
      title: isSeveral ? `${plan.group}: ${plan.title}` : '',
      rows: scheduled.map(each => rowOf(each, today)),
    })),
    words: {
      bar: 'From its start to its planned end',
      planned: 'Planned',
      expected: 'Agreed since, or expected',
      actual: 'Happened',
      step: 'Smaller, below a bar: milestones',
      today: 'Today',
      nothing: 'No dates',
    },
  }
}

/** 12 actions and 30 milestones; 4 have slipped. */
export function inShort(of: readonly Planned[], today: Day): string {
  const actions = of.flatMap(({ scheduled }) => scheduled).filter(({ isDropped }) => !isDropped)
  const milestones = actions.flatMap(each => each.milestones)
  const slipped = [...actions, ...milestones].filter(each => standingOf(slippageOf(each, today)) === 'slipped').length
  const many = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`
  return `${many(actions.length, 'action')} and ${many(milestones.length, 'milestone')}; ${slipped === 0 ? 'nothing has slipped' : `${slipped} ${slipped === 1 ? 'has' : 'have'} slipped or will`}.`
}

function rowOf(action: Scheduled, today: Day) {
  const slippage = slippageOf(action, today)
  return {
    name: action.reference,
    text: action.text,
    note: action.isDropped ? 'Not pursued' : slippageInWords(slippage),
    isLate: !action.isDropped && standingOf(slippage) === 'slipped',
    bar: { from: action.startsOn, to: action.plannedOn },
    days: markedDays(action, action.text).filter(
      ({ kind, on }) => kind !== 'planned' || action.startsOn === null || on !== action.plannedOn,
    ),
    steps: action.milestones.flatMap(each => markedDays(each, each.text)),
  }
}

type MarkedDay = { readonly kind: 'planned' | 'expected' | 'actual'; readonly on: Day; readonly spoken: string }

/** Once it happened, what was expected meanwhile is of no interest. */
const markedDays = ({ plannedOn, expectedOn, actualOn }: Days, text: string): MarkedDay[] => [
  ...marked('planned', plannedOn, `${text}: planned`),
  ...(actualOn === null ? marked('expected', expectedOn, `${text}: expected`) : []),
  ...marked('actual', actualOn, `${text}: happened`),
]
const marked = (kind: MarkedDay['kind'], on: Day | null, spoken: string): MarkedDay[] =>
  on === null ? [] : [{ kind, on, spoken: `${spoken} ${dayLabel(on)}` }]

/** The same as a table. */
export const timelineTable = ({ of, today, isSeveral }: Pick<Drawn, 'of' | 'today' | 'isSeveral'>) =>
  of.map(({ plan, scheduled }) => ({
    caption: isSeveral ? `${plan.group}: ${plan.title}` : 'Actions and milestones',
    href: isSeveral ? `plans/${plan.id}/timeline` : null,
    rows: scheduled.flatMap(action => [
      {
        reference: action.reference,
        text: action.text,
        href: `plans/${plan.id}/actions/${action.id}`,
        from: action.startsOn === null ? '' : dayLabel(action.startsOn),
        ...daysView(action, today, action.isDropped),
      },
      ...action.milestones.map(each => ({
        reference: '',
        text: each.text,
        href: '',
        from: '',
        ...daysView(each, today, action.isDropped),
      })),
    ]),
  }))

function daysView(days: Days, today: Day, isDropped: boolean) {
  const slippage = slippageOf(days, today)
  const label = (on: Day | null) => (on === null ? '–' : dayLabel(on))
  return {
    planned: label(days.plannedOn),
    expected: label(days.expectedOn),
    actual: label(days.actualOn),
    slippage: isDropped ? 'Not pursued' : slippageInWords(slippage),
    isLate: !isDropped && standingOf(slippage) === 'slipped',
  }
}

export function timelineCsv({ of, today }: Pick<Drawn, 'of' | 'today'>): string {
  const dayCell = (on: Day | null): Cell => (on === null ? null : { day: on })
  const row = (plan: Plan, action: Scheduled, milestone: Scheduled['milestones'][number] | null): Cell[] => {
    const days = milestone ?? action
    const slippage = slippageOf(days, today)
    return [
      ...[plan.group, plan.title, action.reference, action.text, milestone?.text ?? null],
      milestone === null ? dayCell(action.startsOn) : null,
      ...[dayCell(days.plannedOn), dayCell(days.expectedOn), dayCell(days.actualOn)],
      ...[slippage?.days ?? null, action.isDropped ? 'Not pursued' : slippageInWords(slippage)],
    ]
  }
  return csv([
    ['Group', 'Plan', 'Reference', 'Action', 'Milestone', 'Starts', 'Planned', 'Agreed or expected', 'Happened', 'Days late', 'In words'],
    ...of.flatMap(({ plan, scheduled }) =>
      scheduled.flatMap(action => [row(plan, action, null), ...action.milestones.map(each => row(plan, action, each))]),
    ),
  ])
}

export type Progressed = { readonly of: 'milestones' | 'actions'; readonly count: Count; readonly pace: Pace | null }

/** How much of the time is gone, beside how much of what is to be done is done. */
export const elapsedView = ({ gone, total }: { readonly gone: number; readonly total: number }, progressed: readonly Progressed[]) => ({
  time: { share: percent(decimal(String(gone)), decimal(String(total))), words: `${gone} of ${total} days` },
  rows: progressed
    .filter(({ count }) => count.all > 0)
    .map(({ of, count, pace }) => ({
      name: of === 'milestones' ? 'Milestones met' : 'Actions complete',
      share: percent(decimal(String(count.done)), decimal(String(count.all))),
      words: `${count.done} of ${count.all}`,
      due: count.due === 0 ? 'None was due by now' : `${count.dueDone} of the ${count.due} that were due by now`,
      pace: paceInWords(pace, count),
    })),
})

const percent = (part: Decimal, whole: Decimal): string =>
  `${shown(divided({ digits: part.digits * 100n, scale: part.scale }, whole, 0), 0)}%`

/** Beside a straight line (rules E4): as if all were spread evenly over the year. */
function paceInWords(pace: Pace | null, count: Count): string {
  if (count.done === count.all) return 'All are done'
  if (pace === null || pace.ratio === null) return 'The year has not begun'
  const ratio = { digits: pace.ratio.digits * 100n, scale: pace.ratio.scale }
  return `${pace.isOnPace ? 'On pace' : 'Behind pace'}: ${shown(ratio, 1)}% of what would be done by now, were it spread evenly over the year`
}
