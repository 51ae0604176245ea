import { csv } from '../../kernel/csv.ts'
import { type Day, daysBetween } from '../../kernel/day.ts'
import { type DueMilestone, dueInWords, type Horizon, horizonNames, horizons, isOverdue, leadsIn } from './milestone.ts'

export type Asked = { readonly horizon: Horizon; readonly group: string; readonly lead: string }

export const isAskedFor = ({ groupId, owners }: DueMilestone, { group, lead }: Asked): boolean =>
  (group === '' || String(groupId) === group) && (lead === '' || owners.some(({ key }) => key === lead))

export function milestonesView(all: readonly DueMilestone[], asked: Asked, today: Day) {
  const due = all.filter(each => isAskedFor(each, asked))
  const groups = new Map(all.map(({ groupId, group }) => [String(groupId), group]))
  const question = new URLSearchParams({
    within: String(asked.horizon),
    ...(asked.group !== '' && { group: asked.group }),
    ...(asked.lead !== '' && { lead: asked.lead }),
  })
  return {
    title: 'Milestones',
    horizons: horizons.map(value => ({ value: String(value), text: horizonNames[value], selected: value === asked.horizon })),
    groups: [
      { value: '', text: 'All groups', selected: asked.group === '' },
      ...[...groups].map(([value, text]) => ({ value, text, selected: value === asked.group })),
    ],
    leads: [
      { value: '', text: 'All leads', selected: asked.lead === '' },
      ...leadsIn(all).map(({ key, name }) => ({ value: key, text: name, selected: key === asked.lead })),
    ],
    parts: [
      { caption: 'Overdue', milestones: due.filter(each => isOverdue(each, today)) },
      { caption: horizonNames[asked.horizon], milestones: due.filter(each => !isOverdue(each, today)) },
    ]
      .filter(({ milestones }) => milestones.length > 0)
      .map(({ caption, milestones }) => ({
        caption: `${caption} (${milestones.length})`,
        rows: milestones.map(each => rowOf(each, today)),
      })),
    csvHref: `milestones.csv?${question}`,
  }
}

export const rowOf = (due: DueMilestone, today: Day) => ({
  text: due.text,
  due: dueInWords(due, today),
  isLate: isOverdue(due, today),
  reference: due.reference,
  action: due.action,
  href: `plans/${due.planId}/actions/${due.plannedActionId}`,
  group: due.group,
  owners: due.owners.map(({ name }) => name).join('; '),
})

export const milestonesCsv = (due: readonly DueMilestone[], today: Day): string =>
  csv([
    ['Milestone', 'Due', 'Planned', 'Days overdue', 'Reference', 'Action', 'Leads', 'Group', 'Plan'],
    ...due.map(each => [
      each.text,
      { day: each.dueOn },
      each.plannedOn === null ? null : { day: each.plannedOn },
      isOverdue(each, today) ? daysBetween(each.dueOn, today) : null,
      ...[each.reference, each.action, each.owners.map(({ name }) => name).join('; '), each.group, each.plan],
    ]),
  ])
