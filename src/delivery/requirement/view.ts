import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Table } from '../../kernel/table.ts'
import type { GroupId } from '../../partnership/index.ts'
import { planYear } from '../plan/plan.ts'
import {
  type Asked,
  countsOf,
  dayField,
  type GroupChoice,
  type Line,
  latenessOf,
  latenessWords,
  lineStateNames,
  lineStateOf,
  lineStates,
  linesAsked,
  type Requirement,
  submittedWords,
} from './requirement.ts'

export type Shown = {
  readonly lines: readonly Line[]
  readonly asked: Asked
  readonly today: Day
  /** Whether the visitor sets who owes a plan, and of which groups they write one. */
  readonly mayRequire: boolean
  readonly mayWrite: (groupId: GroupId) => boolean
  readonly mayWriteSome: boolean
}

export function checklistView({ lines, asked, today, mayRequire, mayWrite, mayWriteSome }: Shown) {
  const years = [...new Set(lines.map(planYear))]
  const ofYear = linesAsked(lines, { ...asked, state: null }, today)
  const shown = linesAsked(lines, asked, today)
  return {
    title: 'Delivery plans',
    isEmpty: lines.length === 0,
    isNarrowed: asked.year !== '' || asked.state !== null,
    years: [{ value: '', text: 'All years' }, ...years.map(text => ({ value: text, text }))].map(each => ({
      ...each,
      selected: each.value === asked.year,
    })),
    states: [
      { value: '', text: 'All' },
      ...lineStates.map(value => ({ value, text: lineStateNames[value] })),
      { value: 'late', text: 'Late' },
    ].map(each => ({ ...each, selected: each.value === (asked.state ?? '') })),
    counts: countsOf(ofYear, today)
      .filter(({ count }) => count > 0)
      .map(({ state, name, count }) => ({
        text: `${name} ${count}`,
        isLate: state === 'late',
        href: `plans?${queryOf({ ...asked, state })}`,
      })),
    lines: shown.map(line => lineView(line, today, mayRequire, mayWrite(line.groupId))),
    files: [
      { text: 'CSV', href: `plans.csv${narrowed(asked)}` },
      { text: 'Word', href: `plans.docx${narrowed(asked)}` },
      { text: 'OpenDocument', href: `plans.odt${narrowed(asked)}` },
      { text: 'PDF', href: `plans.pdf${narrowed(asked)}` },
    ],
    chaseHref: mayRequire && ofYear.some(line => latenessOf(line, today) !== null) ? 'plans/chasers' : '',
    requireHref: mayRequire ? 'plans/requirements/new' : '',
    newHref: mayWriteSome ? 'plans/new' : '',
  }
}

function lineView(line: Line, today: Day, mayRequire: boolean, mayWrite: boolean) {
  const { plan, requirement } = line
  const state = lineStateOf(line)
  return {
    group: { text: line.group, href: `groups/${line.groupId}` },
    year: planYear(line),
    due: requirement === null ? '' : dayLabel(requirement.dueOn),
    secondDue: requirement === null ? '' : dayField(requirement.secondDueOn),
    plan: plan === null ? null : { text: plan.title, href: `plans/${plan.id}` },
    state: { name: state === 'signed-off' ? 'approved' : state, text: lineStateNames[state] },
    isRevising: plan?.state === 'revising',
    submitted: submittedWords(line),
    returned: plan?.state === 'returned' ? plan.returnedBecause : '',
    late: latenessWords(line, today),
    writeHref: plan === null && mayWrite ? `plans/new?group=${line.groupId}&year=${encodeURIComponent(planYear(line))}` : '',
    chased: mayRequire && requirement?.chasedOn ? `written to on ${dayLabel(requirement.chasedOn)}` : '',
    chaserHref: mayRequire && latenessOf(line, today) !== null && requirement !== null ? `plans/requirements/${requirement.id}/chaser` : '',
    datesHref: mayRequire && requirement !== null ? `plans/requirements/${requirement.id}/edit` : '',
  }
}

const queryOf = ({ year, state }: Asked): string =>
  String(new URLSearchParams({ ...(year !== '' && { year }), ...(state !== null && { state }) }))
const narrowed = (asked: Asked): string => (queryOf(asked) === '' ? '' : `?${queryOf(asked)}`)

export function checklistTable(lines: readonly Line[], today: Day): Table {
  return {
    title: 'Delivery plans',
    columns: [
      { heading: 'Group', width: 40 },
      { heading: 'Year', width: 12 },
      { heading: 'Due', width: 12 },
      { heading: 'Second date', width: 12 },
      { heading: 'Plan', width: 40 },
      { heading: 'State', width: 14 },
      { heading: 'Submitted', width: 12 },
      { heading: 'Days late', width: 10 },
      { heading: 'Days after the second date', width: 10 },
    ],
    rows: lines.map(line => {
      const late = latenessOf(line, today)
      const day = (on: Day | null | undefined) => (on ? { day: on } : null)
      return [
        line.group,
        planYear(line),
        day(line.requirement?.dueOn),
        day(line.requirement?.secondDueOn),
        line.plan?.title ?? '',
        lineStateNames[lineStateOf(line)],
        day(line.plan?.submittedOn),
        late?.days ?? null,
        late === null || late.daysAfterSecond === 0 ? null : late.daysAfterSecond,
      ]
    }),
  }
}

export const toChecklist = [{ text: 'Plans', href: 'plans' }]

export function requirementView(groups: readonly GroupChoice[], fields: Readonly<Record<string, string>>, chosen: readonly string[]) {
  return {
    title: 'Set which groups owe a plan',
    fields,
    groups: groups.map(({ id, name }) => ({ value: String(id), text: name, checked: chosen.includes(String(id)) })),
    breadcrumbs: toChecklist,
  }
}

export const dateFields = ({ dueOn, secondDueOn }: Pick<Requirement, 'dueOn' | 'secondDueOn'>) => ({
  dueOn: dayField(dueOn),
  secondDueOn: dayField(secondDueOn),
})
