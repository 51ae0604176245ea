import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GroupId, Layer, OutsideBody } from '../group/group.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import type { PersonId } from '../person/person.ts'
import type { SeatId } from '../seat/seat.ts'
import { besides, type Filter, type GroupThen, type Records, reportsFirstTo, structureOf } from './structure.ts'
import { seatInWords, seatsInWords } from './words.ts'

const group = (id: number, layer: Layer, parentId: number | null = null): GroupThen => ({
  id: id as GroupId,
  name: `Group ${id}`,
  shortName: `G${id}`,
  layer,
  kind: 'working-group',
  parentId: parentId as GroupId | null,
  endsOn: null,
})
const seat = (groupId: number, organisationId: number, people: readonly string[] = []): Records['seats'][number] => ({
  id: (groupId * 100 + organisationId) as SeatId,
  groupId: groupId as GroupId,
  role: 'member',
  title: '',
  organisationId: organisationId as OrganisationId,
  organisation: `Partner ${organisationId}`,
  people: people.map((name, index) => ({ id: index as PersonId, name, isInterim: false })),
})
const body = (id: number): OutsideBody => ({ id: id as OutsideBody['id'], name: `Body ${id}`, reach: 'county' })
type Link = Records['links'][number]
const toGroup = (from: number, kind: Link['kind'], to: number): Link => ({
  groupId: from as GroupId,
  kind,
  toGroupId: to as GroupId,
  toBodyId: null,
})
const toBody = (from: number, kind: Link['kind'], to: number): Link => ({
  groupId: from as GroupId,
  kind,
  toGroupId: null,
  toBodyId: to as OutsideBody['id'],
})

/** A board (1), two executives (2, 3), three working groups (4 and 5 under 2, 6 under 3). */
const records: Records = {
  groups: [
    group(1, 'strategic'),
    group(2, 'executive', 1),
    group(3, 'executive', 1),
    group(4, 'operational', 2),
    group(5, 'operational', 2),
    group(6, 'operational', 3),
  ],
  bodies: [body(1), body(2)],
  links: [
    toBody(1, 'reports-to', 1),
    toGroup(4, 'reports-to', 3),
    toGroup(4, 'works-with', 6),
    toGroup(6, 'works-with', 4),
    toBody(5, 'counterpart', 2),
  ],
  seats: [seat(1, 1, ['Amina']), seat(4, 1), seat(4, 2, ['Tom']), seat(6, 3)],
}
const themes = new Map([
  [4 as GroupId, ['Crime']],
  [6 as GroupId, ['Crime', 'Health']],
])
const nothing: Filter = { theme: null, organisationId: null, layer: null }

const check = (name: string, filter: Partial<Filter>, groups: string, more: { bodies: string; links: number }) =>
  test(name, () => {
    const structure = structureOf(records, themes, { ...nothing, ...filter })
    assert.equal(structure.groups.map(({ id, isForContext }) => (isForContext ? `(${id})` : `${id}`)).join(' '), groups)
    assert.equal(structure.bodies.map(({ id }) => id).join(' '), more.bodies)
    assert.equal(structure.links.length, more.links)
  })

check('all groups stand after those that they report to', {}, '1 2 4 5 3 6', { bodies: '1 2', links: 4 })
check('a theme shows who answers for it, and whom they report to', { theme: 'Crime' }, '(1) (2) 4 (3) 6', { bodies: '1', links: 3 })
check('an organisation shows where it has a seat, vacant or not', { organisationId: 1 as OrganisationId }, '1 (2) 4', {
  bodies: '1',
  links: 1,
})
check('a layer shows that layer alone', { layer: 'operational' }, '4 5 6', { bodies: '2', links: 2 })
check('several are asked together', { theme: 'Crime', organisationId: 3 as OrganisationId }, '(1) (3) 6', { bodies: '1', links: 1 })
check('a filter may leave nothing', { theme: 'Sport' }, '', { bodies: '', links: 0 })

test('a group without a parent reports first to a body outside, and other lines come besides', () => {
  const structure = structureOf(records, themes, nothing)
  const first = (id: number) => structure.groups.filter(each => each.id === id).map(each => reportsFirstTo(structure, each))[0]
  assert.deepEqual(first(1), { kind: 'body', id: 1 })
  assert.deepEqual(first(4), { kind: 'group', id: 2 })
  assert.deepEqual(
    besides(structure).map(({ from, kind, to }) => `${from} ${kind} ${to.kind} ${to.id}`),
    ['4 reports-to group 3', '4 works-with group 6', '5 counterpart body 2'],
  )
})

test('a ring of groups that report to each other is drawn all the same', () => {
  const ring = { ...records, groups: [group(1, 'executive', 2), group(2, 'executive', 1), group(3, 'operational', 1)], links: [] }
  assert.deepEqual(
    structureOf(ring, themes, nothing)
      .groups.map(({ id }) => id)
      .toSorted(),
    [1, 2, 3],
  )
  assert.equal(structureOf(ring, new Map([[3 as GroupId, ['Crime']]]), { ...nothing, theme: 'Crime' }).groups.length, 3)
})

test('a seat on which nobody sits is vacant', () => {
  const structure = structureOf(records, themes, nothing)
  assert.deepEqual(
    structure.groups.map(({ seats, vacancies }) => seatsInWords(seats.length, vacancies)),
    ['1 seat', 'No seats', '2 seats, 1 vacant', 'No seats', 'No seats', '1 seat, all vacant'],
  )
})

test('a seat says in words what it is, who sits there and for whom', () => {
  const words = (changes: Partial<Records['seats'][number]>) => seatInWords({ ...seat(1, 1, ['Amina Khan']), ...changes })
  assert.equal(words({}), 'Member: Amina Khan (Partner 1)')
  assert.equal(words({ role: 'vice-chair', title: 'Health', people: [], organisation: null }), 'Vice chair, Health: vacant')
})
