import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Day, day } from '../../kernel/day.ts'
import type { GroupId } from '../../partnership/index.ts'
import type { Meeting, MeetingId } from '../meeting/meeting.ts'
import { areAlike, type Planned, warningsOf } from './warning.ts'

const meeting = (id: number, group: string, onDay: string, more: Partial<Meeting> = {}): Meeting => ({
  id: id as MeetingId,
  groupId: group.length as GroupId,
  group,
  shortName: 'G',
  title: '',
  onDay: day(onDay),
  dayKnown: 'fixed',
  startsAt: '09:30',
  endsAt: '12:00',
  venue: '',
  hostOrganisationId: null,
  joiningLink: '',
  note: '',
  state: 'planned',
  stateReason: '',
  openedAt: null,
  closedAt: null,
  ...more,
})

const [board, forum, housing] = ['Wexshire Partnership Management Group', 'Wexshire Partnership Forum', 'Housing']
const everybody = [
  { personId: 1, name: 'Helen Marsh' },
  { personId: 2, name: 'Owen Pike' },
]

function check(
  words: string,
  planned: Planned,
  others: readonly Meeting[],
  expected: readonly string[],
  seated = (_: GroupId, __: Day) => everybody,
) {
  const known = {
    calendar: { nation: 'england-and-wales', further: new Map() },
    others,
    span: { beginsOn: day('2008-04-01'), endsOn: null },
    seated,
  } as const
  test(words, () => assert.deepEqual(warningsOf(planned, known), expected))
}

describe('what is told of a meeting that is planned', () => {
  check('nothing', meeting(1, board, '2008-10-09'), [meeting(2, board, '2008-11-06')], [])
  check(
    'a group of a like name meets the day after',
    meeting(1, board, '2008-10-09'),
    [meeting(2, forum, '2008-10-10'), meeting(3, housing, '2008-10-10'), meeting(4, forum, '2008-10-13')],
    [`${forum} meets on 10 October 2008: the two are easily taken for one`],
  )
  check(
    'the group meets two days before',
    meeting(1, board, '2008-10-09'),
    [meeting(2, board, '2008-10-07')],
    [`${board} also meets on 7 October 2008`],
  )
  check(
    'itself and what is cancelled are no others',
    meeting(1, board, '2008-10-09'),
    [meeting(1, board, '2008-10-09'), meeting(2, board, '2008-10-09', { state: 'cancelled' })],
    [],
  )
  check('a bank holiday', meeting(1, board, '2009-05-04'), [], ['4 May 2009 is Early May bank holiday'])
  check(
    'a Sunday before the group began',
    meeting(1, board, '2008-03-30'),
    [],
    ['30 March 2008 is a Sunday', `${board} is not there on 30 March 2008`],
  )
  check(
    'of a month nobody knows whether it is a holiday',
    meeting(1, board, '2009-05-01', { dayKnown: 'month' }),
    [meeting(2, board, '2009-05-01')],
    [],
  )
  check(
    'who would be at two at once',
    meeting(1, board, '2008-10-09'),
    [meeting(2, housing, '2008-10-09', { startsAt: '11:00', endsAt: null })],
    ['Helen Marsh and Owen Pike would have to be at Housing too, from 11am'],
  )
  check(
    'one after the other is no clash',
    meeting(1, board, '2008-10-09'),
    [meeting(2, housing, '2008-10-09', { startsAt: '12:00', endsAt: '13:00' })],
    [],
  )
  check(
    'a time that is not known',
    meeting(1, board, '2008-10-09', { startsAt: null, endsAt: null }),
    [meeting(2, housing, '2008-10-09')],
    ['Helen Marsh and Owen Pike may have to be at Housing too, 9:30am to noon'],
  )
  check('somebody sits on one of them alone', meeting(1, board, '2008-10-09'), [meeting(2, housing, '2008-10-09')], [], groupId =>
    groupId === board.length ? everybody : [],
  )
})

test('names are alike by two words, or by their only one', () => {
  assert.equal(areAlike('Skills Board', 'Skills and Work Board'), true)
  assert.equal(areAlike('Skills Board', 'Safer Board'), false)
  assert.equal(areAlike('Housing', 'Rural housing forum'), true)
})
