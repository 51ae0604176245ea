import type { NamedOwner, Owner } from '../../actions/index.ts'
import { dayLabel } from '../../kernel/day.ts'
import type { Table } from '../../kernel/table.ts'
import type { Cells, Words } from '../grid/grid.ts'
import { columns } from '../grid/heading.ts'
import { type PlannedAction, resourceWords } from '../planned-action/planned-action.ts'
import { type FileColumn, fileColumnNames, fileColumns, type Outcome, type ReadFile } from './plan-import.ts'

export const columnsView = ({ headings, rows }: ReadFile, meanings: readonly (FileColumn | null)[]) =>
  headings.map((heading, at) => ({
    id: `column-${at}`,
    heading: heading === '' ? `Column ${at + 1}` : heading,
    values: [...new Set(rows.map(({ fields }) => fields[at] ?? '').filter(value => value !== ''))].slice(0, 3),
    choices: [
      { value: '', text: 'Left out', selected: meanings[at] === null },
      ...fileColumns.map(column => ({ value: column, text: fileColumnNames[column], selected: meanings[at] === column })),
    ],
  }))

export function previewView({ added, there, refused }: Outcome, words: Words) {
  const outcomes = new Map(words.outcomes.map(({ id, title }) => [id, title]))
  const bodies = new Map(words.organisations.map(({ id, name }) => [id, name]))
  const indicators = new Map(words.indicators.map(({ id, reference, title }) => [id, reference || title]))
  const owner = ownerNames(words.owners)
  return {
    added: added.map(each => ({
      line: each.line,
      text: each.text,
      outcome: each.planned.outcomeId === null ? '' : (outcomes.get(each.planned.outcomeId) ?? ''),
      owners: each.ownersAsTyped === '' ? each.owners.map(owner).join('; ') : `${each.ownersAsTyped} (as it is written)`,
      contributors: each.contributorIds.map(id => bodies.get(id) ?? '').join('; '),
      days: [each.planned.startsOn, each.planned.endsOn].flatMap(day => (day === null ? [] : [dayLabel(day)])).join(' to '),
      measure: each.planned.measure,
      resources: each.planned.isFree
        ? 'None needed'
        : each.resources
            .map(resource =>
              resourceWords({
                ...resource,
                organisation: resource.organisationId === null ? '' : (bodies.get(resource.organisationId) ?? ''),
              }),
            )
            .join('; '),
      indicators: each.indicatorIds.map(id => indicators.get(id) ?? '').join(', '),
      milestones: each.milestones.map(({ text, plannedOn }) => (plannedOn === null ? text : `${text}, ${dayLabel(plannedOn)}`)),
      further: [each.planned.how, each.planned.risk].filter(part => part !== ''),
    })),
    there: there.length,
    refused,
    refusedLines: new Set(refused.map(({ line }) => line)).size,
  }
}

const ownerNames =
  (named: readonly NamedOwner[]) =>
  (owner: Owner): string => {
    const [kind, id] =
      'personId' in owner
        ? ['person', owner.personId]
        : 'seatId' in owner
          ? ['seat', owner.seatId]
          : 'groupId' in owner
            ? ['group', owner.groupId]
            : ['organisation', owner.organisationId]
    return named.find(each => each.kind === kind && each.id === id)?.name ?? ''
  }

/** What the plan has, or only the headings of a sheet to fill in: it comes back as it went. */
export const actionsTable = (title: string, rows: readonly { readonly now: Cells; readonly planned: PlannedAction }[]): Table => ({
  title,
  columns: sheetColumns.map(column => ({
    heading: fileColumnNames[column],
    width: ['text', 'measure', 'milestones', 'how'].includes(column) ? 40 : 20,
  })),
  rows: rows.map(({ now, planned }) =>
    sheetColumns.map(column => {
      if (column === 'milestones')
        return planned.milestones.map(({ text, plannedOn }) => (plannedOn === null ? text : `${text} (${dayLabel(plannedOn)})`)).join('; ')
      if (column === 'how' || column === 'risk') return planned[column]
      return now[column]
    }),
  ),
})
const sheetColumns = [...columns, 'milestones', 'how', 'risk'] as const
