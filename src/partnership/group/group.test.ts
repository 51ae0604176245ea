import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import {
  type Group,
  type GroupDraft,
  type GroupId,
  type GroupLink,
  link,
  place,
  quorumSentence,
  suggestShortName,
  windUp,
} from './group.ts'
import { actsFor, type Keeper, mayKeepGroup, mayNameDeputies } from './keeper.ts'

const example = (id: number, name: string, parentId: number | null, more: Partial<GroupDraft> = {}): Group => ({
  id: id as GroupId,
  name,
  shortName: suggestShortName(name, []),
  layer: 'executive',
  kind: 'working-group',
  parentId: parentId as GroupId | null,
  termsOfReference: '',
  quorum: null,
  deputiesAct: 'when-away',
  beginsOn: null,
  endsOn: null,
  ...more,
})
const line = (from: number, to: number, kind: GroupLink['kind'] = 'reports-to'): GroupLink => ({
  id: 1 as GroupLink['id'],
  groupId: from as GroupId,
  kind,
  toGroupId: to as GroupId,
  toBodyId: null,
})
const board = example(1, 'Wexcombe Board', null)
const management = example(2, 'Management Group', 1)
const safer = example(3, 'Safer Wexcombe', 2)
const all = [board, management, safer]
const said = (ruling: Ruling<unknown>): string => (ruling.accepted ? 'accepted' : ruling.problems.map(({ text }) => text).join('. '))
const check = (name: string, ruling: Ruling<unknown>, words: RegExp) => test(name, () => assert.match(said(ruling), words))

describe('a group among the others', () => {
  check('can be moved', place({ ...safer, parentId: board.id }, all, [], safer.id), /^accepted$/)
  check('does not report to itself', place({ ...board, parentId: board.id }, all, [], board.id), /cannot report to/)
  check(
    'does not report to what reports to it',
    place({ ...board, parentId: safer.id }, all, [], board.id),
    /Wexcombe Board cannot report to Safer Wexcombe, which reports to it/,
  )
  check(
    'nor by a further line',
    place({ ...board, parentId: safer.id }, [board, example(3, 'Safer Wexcombe', null)], [line(3, 1)], board.id),
    /cannot report to Safer Wexcombe/,
  )
  check('has a name of its own', place(example(9, 'safer wexcombe', null), all, [], null), /There is a group called Safer Wexcombe already/)
  check(
    'has a short name of its own',
    place(example(9, 'Sports Wexcombe', null), all, [], null),
    /Safer Wexcombe has the short name SW already/,
  )
  check(
    'of task and finish has a last day',
    place(example(9, 'Floods', null, { kind: 'task-and-finish' }), all, [], null),
    /Enter the last day: a task and finish group has one/,
  )
  check(
    'does not end before it begins',
    place(example(9, 'Floods', null, { beginsOn: day('2026-05-06'), endsOn: day('2026-05-05') }), all, [], null),
    /The last day is before the first/,
  )
  check(
    'does not end before its seats',
    place({ ...safer, endsOn: day('2026-05-05') }, all, [], safer.id, { first: null, last: day('2026-05-06') }),
    /To end them too, wind the group up/,
  )
})

describe('a link', () => {
  const draft = (to: number, kind: GroupLink['kind'] = 'reports-to') => ({ kind, toGroupId: to as GroupId, toBodyId: null })
  check('is another line of reporting', link(draft(1), safer, all, []), /^accepted$/)
  check('makes no circle', link(draft(3), board, all, []), /Wexcombe Board cannot report to Safer Wexcombe, which reports to it/)
  check('repeats no parent', link(draft(2), safer, all, []), /in the list already/)
  check('is there once', link(draft(1, 'works-with'), safer, all, [line(3, 1, 'works-with')]), /in the list already/)
  check('goes to another group', link(draft(3, 'works-with'), safer, all, []), /is the group itself/)
  check('of counterparts may go any way', link(draft(3, 'counterpart'), board, all, []), /^accepted$/)
})

describe('a group is wound up', () => {
  const on = day('2026-05-06')
  check('when nothing is left under it', windUp(on, safer, all, []), /^accepted$/)
  check(
    'not with groups that report to it',
    windUp(on, board, all, []),
    /Management Group reports to Wexcombe Board. Move it to another group or wind it up first/,
  )
  check('after those that reported to it were', windUp(on, management, [board, management, { ...safer, endsOn: on }], []), /^accepted$/)
  check('not before it began', windUp(on, { ...safer, beginsOn: day('2026-05-07') }, all, []), /It has its first day on 7 May 2026/)
  check(
    'not before somebody is to come',
    windUp(on, safer, all, [{ words: 'The time of Tom Okafor', on: day('2026-06-01') }]),
    /The time of Tom Okafor begins on 1 June 2026, after that day/,
  )
})

describe('a short name', () => {
  const suggested = (name: string, taken: readonly string[], expected: string) =>
    test(`${name}: ${expected}`, () => assert.equal(suggestShortName(name, taken), expected))
  suggested('Children and Young People’s Partnership', [], 'CYPP')
  suggested('Partnership Management Group', [], 'PMG')
  suggested('Partnership Management Group', ['PMG', 'PMG2'], 'PMG3')
  suggested('Board', [], 'BOARD')
  suggested('The', [], 'THE')
  suggested('Ynys Môn Group', [], 'YMG')
  suggested('…', [], 'GROUP')
})

describe('the quorum in a sentence', () => {
  const sector = (name: 'health' | 'police', number: number) => ({ groupId: 1 as GroupId, sector: name, number })
  test('none', () => assert.equal(quorumSentence(null, []), 'No quorum was agreed.'))
  test('a number', () => assert.equal(quorumSentence(5, []), 'A meeting needs 5 seats to be represented.'))
  test('and of each sector', () =>
    assert.equal(
      quorumSentence(5, [sector('health', 1), sector('police', 2)]),
      'A meeting needs 5 seats to be represented, among them 1 of health and 2 of police.',
    ))
})

describe('who may keep a group', () => {
  const keeper = (role: Keeper['role'], ...seats: Keeper['capacity']['seats']): Keeper => ({
    role,
    duties: seats.map(seat => (seat.as === 'deputy' ? 'deputy' : seat.role)),
    capacity: { personId: null, organisationIds: [], coordinates: [], seats },
  })
  const seat = (groupId: number, role: Keeper['capacity']['seats'][number]['role'], as: 'holder' | 'interim' | 'deputy' = 'holder') => ({
    seatId: 10 * groupId,
    groupId,
    role,
    as,
  })
  const may = (name: string, who: Keeper, expected: boolean) => test(name, () => assert.equal(mayKeepGroup(who, safer.id), expected))
  may('an officer keeps all', keeper('performance-officer'), true)
  may('a reader keeps none', keeper('reader'), false)
  may('its chair keeps it', keeper('reader', seat(3, 'chair')), true)
  may('the secretariat keeps it', keeper('contributor', seat(3, 'secretariat')), true)
  may('a member does not', keeper('reader', seat(3, 'member')), false)
  may('the chair of another does not', keeper('reader', seat(2, 'chair')), false)
  may('a deputy who acts for the chair does', keeper('reader', seat(3, 'chair', 'deputy')), true)

  const names = (name: string, who: Keeper, seatId: number, expected: boolean) =>
    test(name, () => assert.equal(mayNameDeputies(who, { id: seatId, groupId: safer.id }), expected))
  names('a lead names their own deputies', keeper('reader', seat(3, 'lead')), 30, true)
  names('not those of another seat', keeper('reader', seat(3, 'lead')), 31, false)
  names('a deputy of a lead names nobody', keeper('reader', seat(3, 'lead', 'deputy')), 30, false)

  test('a deputy acts for the seat of the chair, the chair for themselves', () => {
    assert.equal(actsFor(keeper('reader', seat(3, 'chair', 'deputy')), safer.id), 30)
    assert.equal(actsFor(keeper('reader', seat(3, 'chair')), safer.id), null)
  })
})
