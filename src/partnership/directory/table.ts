/** Everybody as at a day, in the form in which a directory is read: a row for each seat, then whatever has none. And an empty one to be filled in. */
import type { Day } from '../../kernel/day.ts'
import { holdsOn, type Span } from '../../kernel/span.ts'
import type { Cell, Table } from '../../kernel/table.ts'
import { type Group, type GroupId, groupKindNames, layerNames } from '../group/group.ts'
import { sectorNames } from '../organisation/organisation.ts'
import type { PersonId, Post } from '../person/person.ts'
import { type FilledSeat, seatRoleNames } from '../seat/seat.ts'
import type { Directory, DirectoryColumn } from './directory.ts'

/** What stands over a column; each is understood again when the sheet comes back. */
const headings = [
  ['group', 'Group', 34],
  ['short-name', 'Short name', 12],
  ['layer', 'Layer', 13],
  ['group-kind', 'Kind of group', 22],
  ['reports-to', 'Reports to', 30],
  ['group-from', 'Group from', 12],
  ['group-until', 'Group until', 12],
  ['place', 'Place', 7],
  ['role', 'Role', 13],
  ['seat', 'Seat title', 28],
  ['seat-for', 'Seat for', 28],
  ['person', 'Person', 24],
  ['email', 'E-mail', 34],
  ['telephone', 'Telephone', 16],
  ['post', 'Post', 28],
  ['organisation', 'Organisation', 30],
  ['sector', 'Sector', 24],
  ['identifier', 'Identifier', 18],
  ['from', 'From', 12],
  ['until', 'Until', 12],
] as const satisfies readonly (readonly [DirectoryColumn, string, number])[]
const coverHeadings = [
  ['cover', 'Interim cover', 24],
  ['cover-email', 'Interim cover e-mail', 34],
  ['cover-reason', 'Reason of cover', 26],
  ['cover-from', 'Cover from', 12],
  ['cover-until', 'Cover until', 12],
] as const satisfies readonly (readonly [DirectoryColumn, string, number])[]
/** Most seats have no more deputies; where one has, there are more columns. */
const fewestDeputies = 2

type Line = { readonly [column in DirectoryColumn]?: Cell } & {
  readonly deputies?: readonly { readonly name: string; readonly email: string }[]
}

export function directoryTable(held: Directory, on: Day, withContacts: boolean): Table {
  return tableOf(linesOf(held, on, withContacts), 'People')
}

/** To be filled in: what the columns are called, and what a row looks like. */
export function emptyDirectory(): Table {
  const group = { group: 'Thriving Wexcombe Board', 'short-name': 'TWB', layer: layerNames.strategic, 'group-kind': groupKindNames.board }
  const body = { organisation: 'Wexcombe County Council', sector: sectorNames['local-authority'] }
  return tableOf(
    [
      {
        ...group,
        role: seatRoleNames.chair,
        ...body,
        person: 'Amina Khan',
        email: 'amina.khan@wexcombe.example',
        telephone: '01632 960001',
        post: 'Leader of the council',
        from: '1 May 2025',
        deputies: [{ name: 'Tom Hale', email: 'tom.hale@wexcombe.example' }],
      },
      {
        group: group.group,
        role: seatRoleNames.member,
        seat: 'Health',
        person: 'Vacant',
        organisation: 'NHS Wexcombe',
        sector: sectorNames.health,
      },
    ],
    'People',
  )
}

function tableOf(lines: readonly Line[], title: string): Table {
  const most = Math.max(fewestDeputies, ...lines.map(({ deputies = [] }) => deputies.length))
  const numbers = Array.from({ length: most }, (_, at) => at)
  const column = ([, heading, width]: readonly [DirectoryColumn, string, number]) => ({ heading, width })
  return {
    title,
    columns: [
      ...headings.map(column),
      ...numbers.flatMap(at => [
        { heading: `Deputy ${at + 1}`, width: 24 },
        { heading: `Deputy ${at + 1} e-mail`, width: 34 },
      ]),
      ...coverHeadings.map(column),
    ],
    rows: lines.map(line => [
      ...headings.map(([name]) => line[name] ?? null),
      ...numbers.flatMap(at => [line.deputies?.[at]?.name ?? null, line.deputies?.[at]?.email || null]),
      ...coverHeadings.map(([name]) => line[name] ?? null),
    ]),
  }
}

function linesOf({ organisations, people, posts, groups, seats }: Directory, on: Day, withContacts: boolean): Line[] {
  const bodies = new Map(organisations.map(body => [body.id, body]))
  const persons = new Map(people.map(person => [person.id, person]))
  const current = posts.filter(post => holdsOn(post, on))
  const postsOf = Map.groupBy(current, ({ personId }) => personId)
  const there = groups.filter(group => holdsOn(group, on))
  const names = new Map(groups.map(({ id, name }) => [id, name]))
  const open = Map.groupBy(
    seats.filter(seat => holdsOn(seat, on)),
    ({ groupId }) => groupId,
  )
  const told = { people: new Set<PersonId>(), posts: new Set<Post['id']>(), bodies: new Set<number>() }
  const toldGroups = new Set<GroupId>()

  const emailOf = (id: PersonId): string => (withContacts ? (persons.get(id)?.email ?? '') : '')
  const bodyCells = (id: number | null): Line => {
    const body = bodies.get(id as never)
    if (body === undefined) return {}
    const isTold = told.bodies.has(body.id)
    told.bodies.add(body.id)
    return {
      organisation: body.name,
      ...(isTold ? {} : { sector: body.sector === null ? null : sectorNames[body.sector], identifier: body.identifier }),
    }
  }
  const personCells = (id: PersonId, post: Post | undefined): Line => {
    const person = persons.get(id)
    if (person === undefined) return {}
    told.people.add(id)
    if (post !== undefined) told.posts.add(post.id)
    return {
      person: person.name,
      email: emailOf(id) || null,
      telephone: (withContacts && person.telephone) || null,
      post: post?.title || null,
      ...bodyCells(post?.organisationId ?? null),
    }
  }
  const groupCells = (group: Group): Line => {
    const isTold = toldGroups.has(group.id)
    toldGroups.add(group.id)
    if (isTold) return { group: group.name, 'short-name': group.shortName }
    return {
      group: group.name,
      'short-name': group.shortName,
      layer: layerNames[group.layer],
      'group-kind': groupKindNames[group.kind],
      'reports-to': group.parentId === null ? null : (names.get(group.parentId) ?? null),
      'group-from': dayCell(group.beginsOn),
      'group-until': dayCell(group.endsOn),
    }
  }
  const seatLine = (group: Group, seat: FilledSeat): Line => {
    const holder = seat.tenures.find(tenure => !tenure.isInterim && holdsOn(tenure, on))
    const interim = seat.tenures.find(tenure => tenure.isInterim && holdsOn(tenure, on))
    const own = holder === undefined ? [] : (postsOf.get(holder.personId) ?? [])
    const post = own.find(({ organisationId }) => organisationId === seat.organisationId) ?? own[0]
    return {
      ...groupCells(group),
      place: seat.place,
      role: seatRoleNames[seat.role],
      seat: seat.title || null,
      'seat-for': seat.organisation ?? 'In their own right',
      ...(holder === undefined ? { person: 'Vacant' } : { ...personCells(holder.personId, post), ...spanCells(holder) }),
      deputies: seat.deputies.filter(deputy => holdsOn(deputy, on)).map(({ name, personId }) => ({ name, email: emailOf(personId) })),
      ...(interim === undefined
        ? {}
        : {
            cover: interim.name,
            'cover-email': emailOf(interim.personId) || null,
            'cover-reason': interim.reason || null,
            'cover-from': dayCell(interim.beginsOn),
            'cover-until': dayCell(interim.endsOn),
          }),
    }
  }

  const parentsFirst = inOrder(there)
  const ofSeats = parentsFirst.flatMap(group => {
    const its = open.get(group.id) ?? []
    return its.length === 0 ? [groupCells(group)] : its.map(seat => seatLine(group, seat))
  })
  const ofPosts = current.filter(({ id }) => !told.posts.has(id)).map(post => personCells(post.personId, post))
  const ofPeople = people.filter(({ id }) => !told.people.has(id)).map(({ id }) => personCells(id, undefined))
  const ofBodies = organisations.filter(body => !told.bodies.has(body.id) && holdsOn(body, on)).map(({ id }) => bodyCells(id))
  return [...ofSeats, ...ofPosts, ...ofPeople, ...ofBodies]
}

const dayCell = (day: Day | null): Cell => (day === null ? null : { day })
const spanCells = ({ beginsOn, endsOn }: Span): Line => ({ from: dayCell(beginsOn), until: dayCell(endsOn) })

/** Each group after the one that it reports to. */
function inOrder(groups: readonly Group[]): Group[] {
  const ids = new Set(groups.map(({ id }) => id))
  const below = Map.groupBy(groups, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
  const under = (id: GroupId | null): Group[] => (below.get(id) ?? []).flatMap(group => [group, ...under(group.id)])
  return under(null)
}
