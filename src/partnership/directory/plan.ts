/**
 * What the rows of a directory come to beside what is held: what each of them adds and changes, or why it cannot be taken. Nothing is removed. Whatever
 * is new has a number below zero until it is kept; rows that are refused leave nothing behind.
 */
import type { Day } from '../../kernel/day.ts'
import type { Assumed, Directory, DirectoryChanges, DirectoryRow, PlannedRow, ReadRow, RowEffects, RowProblem } from './directory.ts'
import { planGroups } from './plan-groups.ts'
import { planOrganisations } from './plan-organisations.ts'
import { planPeople } from './plan-people.ts'
import { planSeats } from './plan-seats.ts'
import { readRow } from './row.ts'
import { openLog } from './working.ts'

export type DirectoryPlan = { readonly rows: readonly PlannedRow[]; readonly changes: DirectoryChanges }

/** A row may be refused because another one is: so often it is looked again, and what is left then waits for those to be mended. */
const mostRounds = 50

export function planDirectory(rows: readonly DirectoryRow[], held: Directory, assumed: Assumed, today: Day): DirectoryPlan {
  const refused = new Map<number, RowProblem>()
  const read = rows.flatMap(row => {
    const ruling = readRow(row, assumed)
    if (ruling.accepted) return [ruling.value]
    if (ruling.problem) refused.set(row.line, ruling.problem)
    return []
  })
  for (let round = 1; ; round++) {
    const good = read.filter(({ line }) => !refused.has(line))
    const attempt = planned(good, held, assumed, today)
    if (attempt.refused.size === 0) {
      const outcomes = rows.map(({ line }) => outcomeOf(line, refused.get(line), attempt.effects.get(line)))
      return { rows: outcomes, changes: attempt.changes }
    }
    for (const [line, problem] of attempt.refused) refused.set(line, problem)
    if (round >= mostRounds)
      for (const { line } of good)
        if (!refused.has(line)) refused.set(line, { column: 'group', found: '', text: 'Mend the other rows that are refused first' })
  }
}

function outcomeOf(line: number, problem: RowProblem | undefined, effects: RowEffects | undefined): PlannedRow {
  if (problem !== undefined) return { line, outcome: 'refused', problem }
  const { adds = [], changes = [] } = effects ?? {}
  return { line, outcome: adds.length > 0 ? 'new' : changes.length > 0 ? 'revised' : 'unchanged', adds, changes }
}

type Attempt = {
  readonly refused: ReadonlyMap<number, RowProblem>
  readonly effects: ReadonlyMap<number, RowEffects>
  readonly changes: DirectoryChanges
}

function planned(rows: readonly ReadRow[], held: Directory, assumed: Assumed, today: Day): Attempt {
  const log = openLog()
  const organisations = planOrganisations(rows, held, log)
  const groups = planGroups(rows, held, assumed, log)
  const people = planPeople(rows, held, organisations.ofRow, log)
  const seats = planSeats(rows, held, { organisations, groups, people }, today, log)
  return {
    refused: log.refused,
    effects: log.effects,
    changes: {
      organisations: organisations.records.changes(),
      people: people.records.changes(),
      posts: people.posts.changes(),
      groups: groups.records.changes(),
      ...seats.changes(),
    },
  }
}
