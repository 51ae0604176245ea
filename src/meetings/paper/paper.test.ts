import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { WorkingCalendar } from '../../kernel/working-day.ts'
import type { FilledSeat, GroupId, PersonId } from '../../partnership/index.ts'
import { usualPractice } from '../practice/practice.ts'
import { chairsFor } from './chair.ts'
import { dueBy, standingOf } from './deadline.ts'
import { examplePaper, exampleVersion } from './example.ts'
import { lateness, lateWords, maySee, reminderOn } from './paper.ts'

const england: WorkingCalendar = { nation: 'england-and-wales', further: new Map() }
const working = { practice: usualPractice, calendar: england }
const inCalendarDays = { practice: { ...usualPractice, papersDueIn: 'calendar' as const }, calendar: england }

describe('a paper is due before its meeting (rules E8)', () => {
  const check = (on: string, deadlines: typeof working | typeof inCalendarDays, expected: string) =>
    test(`${on}: ${expected}`, () => assert.equal(dueBy({ dueOn: null }, { onDay: day(on), dayKnown: 'fixed' }, deadlines), expected))
  check('2009-03-27', inCalendarDays, '2009-03-20')
  check('2009-03-27', working, '2009-03-18')
  check('2009-04-20', working, '2009-04-07')
  check('2009-04-20', inCalendarDays, '2009-04-13')

  test('on a day that was agreed, whatever the practice', () =>
    assert.equal(dueBy({ dueOn: day('2009-03-25') }, { onDay: day('2009-03-27'), dayKnown: 'fixed' }, working), '2009-03-25'))
  test('on no day while that of the meeting is not known', () =>
    assert.equal(dueBy({ dueOn: null }, { onDay: day('2009-04-01'), dayKnown: 'month' }, working), null))
  test('and it is said where nobody works on that day', () =>
    assert.equal(
      standingOf(examplePaper(), { onDay: day('2009-04-20'), dayKnown: 'fixed' }, inCalendarDays, day('2009-04-01')).words,
      'Due 13 April 2009, which is Easter Monday',
    ))
})

describe('how late it came', () => {
  const check = (due: string, on: string, counted: 'working' | 'calendar', expected: string) =>
    test(`due ${due}, came ${on}: ${expected}`, () => assert.equal(lateWords(day(due), day(on), counted, england), expected))
  check('2009-03-18', '2009-03-19', 'working', '1 working day late')
  check('2009-03-20', '2009-03-23', 'working', '1 working day late')
  check('2009-04-09', '2009-04-14', 'working', '1 working day late')
  check('2009-03-20', '2009-03-21', 'working', 'less than a working day late')
  check('2009-03-20', '2009-03-23', 'calendar', '3 days late')

  test('is told by its first version: a later one corrects what was there', () => {
    const first = exampleVersion({ number: 1, onDay: day('2009-03-18'), dueOn: day('2009-03-18') })
    const second = exampleVersion({ number: 2, onDay: day('2009-03-25'), dueOn: day('2009-03-18') })
    assert.equal(lateness(examplePaper({ versions: [second, first] })), null)
    assert.deepEqual(lateness(examplePaper({ versions: [{ ...first, onDay: day('2009-03-20') }] })), {
      dueOn: '2009-03-18',
      onDay: '2009-03-20',
    })
  })
})

describe('who sees it', () => {
  const check = (
    what: string,
    paper: ReturnType<typeof examplePaper>,
    sees: 'all' | 'open',
    isPublished: boolean,
    visitor: number | null,
    may: boolean,
  ) => test(what, () => assert.equal(maySee(paper, sees, isPublished, visitor), may))
  const own = examplePaper({ personId: 7 as PersonId, isWithheld: true })
  check('those who make the agenda, before it is published', own, 'all', false, null, true)
  check('nobody else, before', examplePaper(), 'open', false, 1, false)
  check('everybody who takes part, after', examplePaper(), 'open', true, 1, true)
  check('not what is confidential', own, 'open', true, 1, false)
  check('whoever brings it, always', own, 'open', false, 7, true)
  check('who presents its item too', examplePaper({ presenterId: 8 as PersonId }), 'open', false, 8, true)
  check('an account that is nobody’s is not everybody’s', examplePaper({ personId: null }), 'open', false, null, false)
})

describe('a reminder', () => {
  const check = (before: string | null, today: string, expected: number | null) =>
    test(`last ${before}, now ${today}: ${expected}`, () =>
      assert.equal(reminderOn(day('2009-03-18'), before === null ? null : day(before), day(today))?.days ?? null, expected))
  check('2009-03-14', '2009-03-15', -3)
  check('2009-03-15', '2009-03-16', null)
  check('2009-03-18', '2009-03-19', 1)
  check('2009-03-19', '2009-03-26', 8)
  check('2009-03-13', '2009-03-20', 1)
  check(null, '2009-03-19', 1)
  check(null, '2009-03-20', null)
})

describe('the chair who is named for a late paper', () => {
  const group = (id: number) => id as GroupId
  const seat = (groupId: number, role: FilledSeat['role'], personId: number, name: string): FilledSeat => ({
    ...({
      id: personId,
      title: '',
      organisationId: null,
      organisation: null,
      place: 1,
      beginsOn: null,
      endsOn: null,
      deputies: [],
    } as never as FilledSeat),
    groupId: group(groupId),
    role,
    tenures: [{ id: 1, seatId: 1, personId, isInterim: false, reason: '', beginsOn: null, endsOn: null, endedBy: null, name } as never],
  })
  const names = new Map([
    [group(1), 'Executive'],
    [group(2), 'Safer Wexcombe'],
  ])
  const seats = [
    seat(1, 'chair', 1, 'Dafydd Rees'),
    seat(1, 'lead', 2, 'Amina Khan'),
    seat(2, 'chair', 3, 'Joan Petrie'),
    seat(2, 'secretariat', 2, 'Amina Khan'),
  ]
  const chairs = (personId: number | null, aboutGroupId: number | null = null) =>
    chairsFor(
      { personId: personId as PersonId | null, groupId: group(1), aboutGroupId: aboutGroupId as GroupId | null },
      seats,
      names,
      day('2009-03-19'),
    )

  test('is that of the group for which somebody speaks', () => assert.deepEqual(chairs(2), ['Joan Petrie (Safer Wexcombe)']))
  test('is that of the group whose update it is', () => assert.deepEqual(chairs(null, 2), ['Joan Petrie (Safer Wexcombe)']))
  test('is that of the group itself for who is on no other', () => assert.deepEqual(chairs(1), ['Dafydd Rees (Executive)']))
  test('is nobody while nobody brings it', () => assert.deepEqual(chairs(null), []))
})
