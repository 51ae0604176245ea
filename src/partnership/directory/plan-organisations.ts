/** Which organisations the rows name, and what they say of them. */
import { type OrganisationId, type OrganisationRecord, sectorNames } from '../organisation/organisation.ts'
import type { Directory, OrganisationFacts, ReadRow } from './directory.ts'
import { type Log, recordsOf } from './working.ts'

export type Organisations = ReturnType<typeof planOrganisations>

export function planOrganisations(rows: readonly ReadRow[], held: Directory, log: Log) {
  const records = recordsOf<OrganisationRecord>(held.organisations)
  const byName = new Map(held.organisations.map(({ id, name }) => [name.toLowerCase(), id]))
  const byIdentifier = new Map(held.organisations.flatMap(({ id, identifier }) => (identifier === null ? [] : [[identifier, id] as const])))
  const ofRow = new Map<number, OrganisationId>()
  const seatFor = new Map<number, OrganisationId>()

  const named = (line: number, column: 'organisation' | 'seat-for', facts: OrganisationFacts): OrganisationId => {
    const known = byName.get(facts.name.toLowerCase()) ?? (facts.identifier === null ? undefined : byIdentifier.get(facts.identifier))
    if (known === undefined) {
      const { id } = records.add(id => ({ id, name: facts.name, sector: null, identifier: null, beginsOn: null, endsOn: null }))
      byName.set(facts.name.toLowerCase(), id)
      log.adds(line, `The organisation ${facts.name}`)
      return id
    }
    if (column === 'organisation') byName.set(facts.name.toLowerCase(), known)
    return known
  }

  for (const { line, organisation } of rows) {
    if (organisation === null) continue
    const id = named(line, 'organisation', organisation)
    ofRow.set(line, id)
    const record = records.of(id)
    const { sector, identifier } = organisation
    if (sector !== null) {
      const before = log.contradicted(`sector ${id}`, sector, line)
      if (before !== null)
        log.refuse(line, 'sector', sectorNames[sector], `Line ${before} says another sector of ${record.name}. Make them agree`)
      else if (record.sector !== sector) {
        if (id > 0)
          log.changes(line, `Sector of ${record.name}`, record.sector === null ? '' : sectorNames[record.sector], sectorNames[sector])
        records.change(id, { sector })
      }
    }
    if (identifier !== null) {
      const owner = byIdentifier.get(identifier)
      const before = log.contradicted(`identifier ${id}`, identifier, line)
      if (owner !== undefined && owner !== id)
        log.refuse(line, 'identifier', identifier, `${identifier} is the identifier of ${records.of(owner).name}`)
      else if (before !== null)
        log.refuse(line, 'identifier', identifier, `Line ${before} says another identifier of ${record.name}. Make them agree`)
      else if (record.identifier !== identifier) {
        if (id > 0) log.changes(line, `Identifier of ${record.name}`, record.identifier ?? '', identifier)
        byIdentifier.set(identifier, id)
        records.change(id, { identifier })
      }
    }
  }
  for (const { line, seat } of rows)
    if (seat !== null && seat.organisation !== null && seat.organisation !== 'own-right')
      seatFor.set(line, named(line, 'seat-for', { name: seat.organisation.name, sector: null, identifier: null }))
  return { records, ofRow, seatFor }
}
