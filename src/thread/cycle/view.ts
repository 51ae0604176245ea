import { addMonths, type Day, dayOfMonth, daysBetween } from '../../kernel/day.ts'
import { financialYearOf, type Period, periodLabel } from '../../kernel/period.ts'
import type { Cell } from '../../kernel/table.ts'
import {
  type CycleEvent,
  eventsIn,
  lanesIn,
  monthAt,
  monthLabel,
  monthsOf,
  type Stage,
  stageNames,
  stages,
  stateNames,
  type YearFacts,
} from './cycle.ts'

type Group = { readonly id: number; readonly name: string; readonly parentId: number | null }
export type ShownYear = {
  readonly facts: YearFacts & { readonly groups: readonly Group[] }
  readonly year: Period
  readonly groupId: number | null
  readonly years: readonly number[]
  /** Who leads or chairs a group, in words. */
  readonly who: ReadonlyMap<number, string>
  readonly today: Day
}

export const yearName = (year: Period): string => periodLabel(year, 'financial-year')
export const queryOf = ({ year, groupId }: Pick<ShownYear, 'year' | 'groupId'>): string =>
  `?year=${financialYearOf(year.startsOn)}${groupId === null ? '' : `&group=${groupId}`}`

export function eventsShown({ facts, year, groupId, today }: Pick<ShownYear, 'facts' | 'year' | 'groupId' | 'today'>): CycleEvent[] {
  return eventsIn(facts, year, today).filter(each => groupId === null || each.groupId === groupId || each.groupId === null)
}

export function yearView(shown: ShownYear) {
  const { facts, year, groupId, years, today } = shown
  const events = eventsShown(shown)
  const names = new Map(facts.groups.map(({ id, name }) => [id, name]))
  const own = financialYearOf(year.startsOn)
  const query = queryOf(shown)
  const months = monthsOf(year).map((first, at) => ({
    id: `month-${at + 1}`,
    name: monthLabel(first),
    isNow: monthAt(year, today) === at,
    rows: events
      .filter(({ day }) => monthAt(year, day) === at)
      .map(({ day, stage, groupId, text, href, state }) => ({
        day: String(dayOfMonth(day)),
        stage: stageNames[stage],
        group: groupId === null ? 'The partnership' : (names.get(groupId) ?? ''),
        text,
        href,
        state: stateNames[state],
        isLate: state === 'late',
      })),
  }))
  return {
    title: `The year ${yearName(year)}`,
    isEmpty: events.every(({ groupId }) => groupId === null),
    years: [...new Set([...years, financialYearOf(today), own])]
      .toSorted((a, b) => b - a)
      .map(each => ({ value: String(each), text: `${each}-${String(each + 1).slice(2)}`, selected: each === own })),
    groups: [
      { value: '', text: 'All groups', selected: groupId === null },
      ...facts.groups.map(({ id, name }) => ({ value: String(id), text: name, selected: id === groupId })),
    ],
    stages: stages.map(stage => ({ name: stageNames[stage], lines: stageLines(stage, shown, events) })),
    months: months.filter(({ rows }) => rows.length > 0),
    svgHref: `cycle.svg${query}`,
    pngHref: `cycle.png${query}`,
    csvHref: `cycle.csv${query}`,
  }
}

/** Who is answerable for a stage, and how it goes. */
function stageLines(stage: Stage, { facts, who }: ShownYear, events: readonly CycleEvent[]): string[] {
  const own = events.filter(each => each.stage === stage)
  const late = own.filter(({ state }) => state === 'late').length
  const lateWords = late === 0 ? [] : [`${late} late`]
  const planning = [...new Set([...facts.owed.map(({ groupId }) => groupId), ...facts.plans.map(({ groupId }) => groupId)])]
  const inForce = facts.plans.filter(({ isInForce }) => isInForce)
  const led = (ids: readonly number[]) => named(ids, facts.groups, who)
  if (stage === 'plan') {
    const above = [...new Set(planning.flatMap(id => facts.groups.find(each => each.id === id)?.parentId ?? []))]
    return [
      ...(planning.length === 0 ? ['No group owes a plan'] : [`Written by ${led(planning)}`]),
      ...(above.length === 0 ? [] : [`Signed off by ${led(above)}`]),
      `${inForce.length} of ${planning.length} ${planning.length === 1 ? 'plan' : 'plans'} in force`,
      ...lateWords,
    ]
  }
  if (stage === 'do')
    return [
      inForce.length === 0
        ? 'No plan is in force'
        : `The owners of the actions of ${inForce.length === 1 ? '1 plan' : `${inForce.length} plans`}; progress is told by ${led(inForce.map(({ groupId }) => groupId))}`,
      ...lateWords,
    ]
  if (stage === 'review') {
    const reviewing = [...new Set(facts.reviews.map(({ groupId }) => groupId))]
    const held = facts.reviews.filter(({ heldOn }) => heldOn !== null).length
    return [
      reviewing.length === 0 ? 'No review is set' : `Held by ${led(reviewing)}`,
      ...(facts.reviews.length === 0
        ? []
        : [`${held} of ${facts.reviews.length} ${facts.reviews.length === 1 ? 'review' : 'reviews'} held`]),
      ...(facts.meetings.length === 0 ? [] : [`${facts.meetings.length === 1 ? '1 meeting' : `${facts.meetings.length} meetings`}`]),
      ...lateWords,
    ]
  }
  const revised = facts.steps.filter(({ kind }) => kind === 'revising').length
  return [
    inForce.length === 0
      ? 'No plan is in force'
      : `Plans by ${led(inForce.map(({ groupId }) => groupId))}; targets by whoever leads the indicator`,
    `${revised === 0 ? 'No' : revised} ${revised === 1 ? 'revision' : 'revisions'} of plans so far`,
  ]
}

const mostNamed = 4
function named(ids: readonly number[], groups: readonly Group[], who: ReadonlyMap<number, string>): string {
  const those = groups.filter(({ id }) => ids.includes(id)).map(({ id, name }) => (who.get(id) ? `${name} (${who.get(id)})` : name))
  const shown = those.length > mostNamed ? [...those.slice(0, mostNamed - 1), `${those.length - mostNamed + 1} more groups`] : those
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

const shapes = { plan: 'square', do: 'circle', review: 'diamond', revise: 'triangle' } as const
const fills = { done: 'full', 'to-come': 'hollow', late: 'late' } as const

/** `base` begins the links of the marks: those of a file lead to the page. */
export function yearChart(shown: ShownYear, base: string) {
  const { facts, year, today } = shown
  const events = eventsShown(shown)
  const names = new Map(facts.groups.map(({ id, name }) => [id, name]))
  const lanes = lanesIn(
    events,
    year,
    facts.groups.map(({ id }) => id),
  )
  const month = monthAt(year, today)
  const first = monthsOf(year)[month]
  const late = events.filter(({ state }) => state === 'late').length
  return {
    id: 'cycle',
    title: `Who plans, does, reviews and revises what in ${yearName(year)}`,
    description: `${lanes.length} lanes over twelve months: ${stages
      .map(stage => `${stageNames[stage].toLowerCase()} ${events.filter(each => each.stage === stage).length}`)
      .join(', ')}; ${late === 0 ? 'nothing is late' : `${late} late`}. The table has each with its day.`,
    columns: monthsOf(year).map(each => monthLabel(each).slice(0, 3)),
    lanes: lanes.map(({ groupId, marks }) => {
      const name = groupId === null ? 'The partnership' : (names.get(groupId) ?? '')
      return {
        name,
        cells: [...Map.groupBy(marks, ({ month }) => month)].map(([month, those]) => ({
          column: month,
          spoken: `${name}. ${those.map(({ stage, words }) => `${stageNames[stage]}: ${words}`).join('. ')}`,
          href: `${base}#month-${month + 1}`,
          marks: those.map(({ stage, state, count }) => ({ shape: shapes[stage], fill: fills[state], count })),
        })),
      }
    }),
    shapes: stages.map(stage => ({ shape: shapes[stage], words: stageNames[stage] })),
    fills: [
      { fill: 'full' as const, words: 'Done' },
      { fill: 'hollow' as const, words: 'To come' },
      { fill: 'late' as const, words: 'Late' },
    ],
    now: first === undefined ? null : month + daysBetween(first, today) / daysBetween(first, addMonths(first, 1)),
  }
}

export function yearTable(shown: ShownYear): Cell[][] {
  const names = new Map(shown.facts.groups.map(({ id, name }) => [id, name]))
  return [
    ['Day', 'Group', 'Stage', 'What', 'State'],
    ...eventsShown(shown).map(({ day, groupId, stage, text, state }): Cell[] => [
      { day },
      groupId === null ? 'The partnership' : (names.get(groupId) ?? ''),
      stageNames[stage],
      text,
      stateNames[state],
    ]),
  ]
}
