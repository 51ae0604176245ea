import { addDays, addMonths, type Day } from '../kernel/day.ts'
import {
  addAbsence,
  addDeputy,
  addGroup,
  addLink,
  addOrganisation,
  addOutsideBody,
  addPerson,
  addPost,
  addSeat,
  addSuccession,
  addTenure,
  type GroupId,
  type OrganisationId,
  type OutsideBody,
  type PersonId,
  personOf,
  setSectorQuorums,
} from '../partnership/index.ts'
import type { Db } from '../platform/db/index.ts'
import { known } from './known.ts'
import {
  type TableGroup,
  type TableOrganisation,
  type TablePerson,
  type TableSeat,
  tableBodies,
  tableGroups,
  tableOrganisations,
  tablePeople,
} from './table.ts'

export type Table = {
  readonly organisations: ReadonlyMap<string, OrganisationId>
  readonly people: ReadonlyMap<string, PersonId>
  readonly groups: ReadonlyMap<string, GroupId>
}

export type TableData = {
  /** Where those have their e-mail address of whom nothing else is said. */
  readonly domain: string
  readonly organisations: readonly TableOrganisation[]
  readonly people: readonly TablePerson[]
  readonly groups: readonly TableGroup[]
  readonly bodies: readonly Pick<OutsideBody, 'name' | 'reach'>[]
}

export const tableOfWexcombe: TableData = {
  domain: 'wexcombe.example',
  organisations: tableOrganisations,
  people: tablePeople,
  groups: tableGroups,
  bodies: tableBodies,
}

/** Everybody around the table. Organisations and people are found by their names, groups by their short names. */
export async function loadTable(db: Db, table: TableData, accounts: ReadonlyMap<string, number>, today: Day): Promise<Table> {
  const organisations = await loadOrganisations(db, table, today)
  const people = await loadPeople(db, table, organisations, accounts, today)
  const groups = await loadGroups(db, table, today)
  for (const group of table.groups) {
    const groupId = known(groups, group.shortName)
    for (const seat of group.seats) await loadSeat(db, groupId, seat, { organisations, people, today })
  }
  return { organisations, people, groups }
}

const monthsAgo = (today: Day, months: number): Day => addMonths(today, -months)

async function loadOrganisations(db: Db, table: TableData, today: Day): Promise<Map<string, OrganisationId>> {
  const organisations = new Map<string, OrganisationId>()
  for (const { name, sector, identifier = null, since } of table.organisations) {
    const beginsOn = since === undefined ? null : monthsAgo(today, since)
    organisations.set(name, await addOrganisation(db, { name, sector, identifier, beginsOn, endsOn: null }))
  }
  for (const { name, until, succeeded } of table.organisations) {
    if (until === undefined || succeeded === undefined) continue
    const onDay = monthsAgo(today, until)
    const [predecessorId, successorId] = [known(organisations, name), known(organisations, succeeded.by)]
    await addSuccession(db, { predecessorId, successorId, onDay, kind: succeeded.kind }, addDays(onDay, -1))
  }
  return organisations
}

async function loadPeople(
  db: Db,
  table: TableData,
  organisations: ReadonlyMap<string, OrganisationId>,
  accounts: ReadonlyMap<string, number>,
  today: Day,
): Promise<Map<string, PersonId>> {
  const people = new Map<string, PersonId>()
  for (const {
    name,
    organisation,
    post,
    before,
    away,
    email = `${name.toLowerCase().replaceAll(' ', '.')}@${table.domain}`,
  } of table.people) {
    const accountId = accounts.get(name)
    // Whoever belongs to the partnership is one of its people already.
    const own = accountId === undefined ? null : await personOf(db, accountId)
    const personId = own ?? (await addPerson(db, { name, email, telephone: '', note: '' }))
    people.set(name, personId)
    const moved = before === undefined ? null : monthsAgo(today, before.until)
    if (before !== undefined && moved !== null)
      await addPost(db, personId, {
        organisationId: known(organisations, before.organisation),
        title: before.post,
        beginsOn: null,
        endsOn: addDays(moved, -1),
      })
    await addPost(db, personId, { organisationId: known(organisations, organisation), title: post, beginsOn: moved, endsOn: null })
    if (away !== undefined) {
      const beginsOn = monthsAgo(today, away.since)
      await addAbsence(db, personId, { beginsOn, endsOn: addMonths(beginsOn, away.months), reason: away.reason })
    }
  }
  return people
}

async function loadGroups(db: Db, table: TableData, today: Day): Promise<Map<string, GroupId>> {
  const groups = new Map<string, GroupId>()
  for (const {
    name,
    shortName,
    layer,
    kind,
    parent,
    about,
    quorum = null,
    quorumOf = {},
    deputiesAct = 'when-away',
    ends,
  } of table.groups) {
    const groupId = await addGroup(db, {
      name,
      shortName,
      layer,
      kind,
      parentId: parent === null ? null : known(groups, parent),
      termsOfReference: about,
      quorum,
      deputiesAct,
      beginsOn: null,
      endsOn: ends === undefined ? null : addMonths(today, ends),
    })
    groups.set(shortName, groupId)
    await setSectorQuorums(
      db,
      groupId,
      Object.entries(quorumOf).map(([sector, number]) => ({ sector: sector as keyof typeof quorumOf, number })),
    )
  }
  const bodies = new Map<string, OutsideBody['id']>()
  for (const body of table.bodies) bodies.set(body.name, await addOutsideBody(db, body))
  for (const { shortName, links = [] } of table.groups)
    for (const { kind, to } of links)
      await addLink(db, known(groups, shortName), {
        kind,
        toGroupId: groups.get(to) ?? null,
        toBodyId: groups.has(to) ? null : known(bodies, to),
      })
  return groups
}

type Around = {
  readonly organisations: ReadonlyMap<string, OrganisationId>
  readonly people: ReadonlyMap<string, PersonId>
  readonly today: Day
}

async function loadSeat(db: Db, groupId: GroupId, seat: TableSeat, { organisations, people, today }: Around): Promise<void> {
  const { role, title, organisation, holder, since = 24, deputies, before, cover } = seat
  const [person, beginsOn] = [(name: string) => known(people, name), monthsAgo(today, since)]
  const seatId = await addSeat(db, groupId, {
    role,
    title,
    organisationId: organisation === null ? null : known(organisations, organisation),
    beginsOn: null,
    endsOn: null,
  })
  const tenure = { reason: '', isInterim: false, endedBy: null }
  const left = before === undefined ? null : monthsAgo(today, before.until)
  if (before !== undefined && left !== null)
    await addTenure(db, seatId, person(before.holder), { ...tenure, beginsOn: null, endsOn: addDays(left, -1), endedBy: before.endedBy })
  if (holder !== null) await addTenure(db, seatId, person(holder), { ...tenure, beginsOn, endsOn: null })
  if (cover !== undefined) {
    const from = monthsAgo(today, cover.since)
    const endsOn = addMonths(from, cover.months)
    await addTenure(db, seatId, person(cover.by), { ...tenure, isInterim: true, reason: cover.reason, beginsOn: from, endsOn })
  }
  for (const deputy of deputies) await addDeputy(db, seatId, person(deputy), { beginsOn: null, endsOn: null })
}
