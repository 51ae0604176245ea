/** Which groups the rows name, what they say of them, and how those hang together. */
import { type Day, dayLabel } from '../../kernel/day.ts'
import { type Group, type GroupDraft, type GroupId, groupKindNames, isAbove, layerNames, place, suggestShortName } from '../group/group.ts'
import type { Assumed, Directory, DirectoryColumn, ReadRow } from './directory.ts'
import { readGroupKind, readLayer } from './row.ts'
import { type Log, recordsOf } from './working.ts'

export type Groups = ReturnType<typeof planGroups>

const columnOfGroup: Readonly<Record<string, DirectoryColumn>> = {
  name: 'group',
  shortName: 'short-name',
  parentId: 'reports-to',
  beginsOn: 'group-from',
  endsOn: 'group-until',
}

export function planGroups(rows: readonly ReadRow[], held: Directory, assumed: Assumed, log: Log) {
  const records = recordsOf<Group>(held.groups)
  const byName = new Map(held.groups.map(({ id, name }) => [name.toLowerCase(), id]))
  const byShortName = new Map(held.groups.map(({ id, shortName }) => [shortName, id]))
  const known = (called: string): GroupId | undefined => byName.get(called.toLowerCase()) ?? byShortName.get(called.toUpperCase())
  const ofRow = new Map<number, GroupId>()
  const linesOf = new Map<GroupId, number[]>()
  const layer = readLayer(assumed.layer)
  const kind = readGroupKind(assumed.groupKind)

  // Rows that say a short name first: the others may call the group by it.
  const inOrder = [...rows].sort((a, b) => Number(a.group?.shortName === null) - Number(b.group?.shortName === null))
  for (const { line, group } of inOrder) {
    if (group === null) continue
    let id = known(group.name)
    if (id === undefined) {
      id = records.add(id => ({
        id,
        name: group.name,
        shortName: '',
        layer: 'value' in layer ? layer.value : 'operational',
        kind: 'value' in kind ? kind.value : 'working-group',
        parentId: null,
        termsOfReference: '',
        quorum: null,
        deputiesAct: 'when-away',
        beginsOn: null,
        endsOn: null,
      })).id
      byName.set(group.name.toLowerCase(), id)
      log.adds(line, `The group ${group.name}`)
    }
    if (group.shortName !== null && !byShortName.has(group.shortName)) byShortName.set(group.shortName, id)
    ofRow.set(line, id)
    linesOf.set(id, [...(linesOf.get(id) ?? []), line])
  }

  const saidBy = new Map<string, number>()
  const settle = <F extends keyof GroupDraft>(
    line: number,
    id: GroupId,
    field: F,
    value: GroupDraft[F] | null,
    what: string,
    words: (value: GroupDraft[F]) => string,
  ) => {
    if (value === null) return
    const record = records.of(id)
    const column = field === 'layer' ? 'layer' : field === 'kind' ? 'group-kind' : (columnOfGroup[field] ?? 'group')
    const before = log.contradicted(`${field} ${id}`, String(value), line)
    if (before !== null)
      return log.refuse(line, column, words(value), `Line ${before} says something else of ${record.name}. Make them agree`)
    saidBy.set(`${field} ${id}`, saidBy.get(`${field} ${id}`) ?? line)
    if (record[field] === value) return
    if (id > 0) log.changes(line, `${what} of ${record.name}`, words(record[field]), words(value))
    records.change(id, { [field]: value } as Partial<Group>)
  }
  const dayWords = (day: Day | null) => (day === null ? '' : dayLabel(day))
  for (const { line, group } of rows) {
    const id = ofRow.get(line)
    if (group === null || id === undefined) continue
    settle(line, id, 'shortName', group.shortName, 'Short name', value => value)
    settle(line, id, 'layer', group.layer, 'Layer', value => layerNames[value])
    settle(line, id, 'kind', group.kind, 'Kind', value => groupKindNames[value])
    settle(line, id, 'beginsOn', group.beginsOn, 'First day', dayWords)
    settle(line, id, 'endsOn', group.endsOn, 'Last day', dayWords)
    const parentId = group.reportsTo === null ? null : known(group.reportsTo)
    if (parentId === undefined)
      log.refuse(
        line,
        'reports-to',
        group.reportsTo ?? '',
        `There is no group called ${group.reportsTo}. Write it as the group itself is written, or add a row for it`,
      )
    else settle(line, id, 'parentId', parentId, 'What it reports to', value => (value === null ? '' : records.of(value).name))
  }

  const taken = records.values().map(({ shortName }) => shortName)
  for (const [id, lines] of linesOf) {
    const first = Math.min(...lines)
    if (id > 0) continue
    const missing = [
      ...('value' in layer || saidBy.has(`layer ${id}`) ? [] : [['layer', `layer (${Object.values(layerNames).join(', ')})`] as const]),
      ...('value' in kind || saidBy.has(`kind ${id}`)
        ? []
        : [['group-kind', `kind (${Object.values(groupKindNames).join(', ')})`] as const]),
    ]
    for (const [column, what] of missing)
      for (const line of lines) log.refuse(line, column, '', `${records.of(id).name} is a new group. Say its ${what} in one of its rows`)
    if (records.of(id).shortName !== '') continue
    const shortName = suggestShortName(records.of(id).name, taken)
    taken.push(shortName)
    byShortName.set(shortName, id)
    records.change(id, { shortName })
    if (missing.length === 0 && first > 0) log.changes(first, `Short name of ${records.of(id).name}`, '', shortName)
  }

  const all = records.values()
  for (const [id, lines] of linesOf) {
    const draft = records.of(id)
    const before = held.groups.find(group => group.id === id)
    if (before !== undefined && sameGroup(before, draft)) continue
    const parentId = draft.parentId !== null && isAbove(id, draft.parentId, all, held.links) ? draft.parentId : null
    const ruling = place(draft, all, held.links, id, parentId === null ? reachOf(id, held) : { first: null, last: null })
    if (ruling.accepted) continue
    for (const { field = 'name', text } of ruling.problems)
      log.refuse(saidBy.get(`${field} ${id}`) ?? Math.min(...lines), columnOfGroup[field] ?? 'group', draft.name, text)
  }
  return { records, ofRow }
}

const sameGroup = (one: Group, other: Group): boolean => JSON.stringify(one) === JSON.stringify(other)

function reachOf(id: GroupId, { seats }: Directory) {
  const spans = seats.filter(({ groupId }) => groupId === id).flatMap(seat => [seat, ...seat.tenures, ...seat.deputies])
  const days = (which: 'beginsOn' | 'endsOn') => spans.flatMap(span => span[which] ?? []).toSorted()
  return { first: days('beginsOn')[0] ?? null, last: days('endsOn').at(-1) ?? null }
}
