import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { GroupId, PersonId, SeatId } from '../../partnership/index.ts'
import { type Asked, type AskedId, extend, onceEach, type Request, type RequestId, send, standingWords, take, theirs } from './request.ts'

const asked = (more: Partial<Asked> = {}): Asked => ({
  id: 1 as AskedId,
  personId: 7 as PersonId,
  person: 'Joan Petrie',
  seatId: null,
  seat: '',
  group: '',
  answer: null,
  remindedOn: [],
  ...more,
})
const request: Request = {
  id: 1 as RequestId,
  groupId: 1 as GroupId,
  group: 'Management Group',
  title: 'Implications',
  why: '',
  dueOn: day('2008-09-22'),
  seenBy: 'keepers',
  meetingId: null,
  itemId: null,
  actionId: null,
  state: 'sent',
  sentOn: day('2008-09-05'),
  closedOn: null,
}
const draft: Request = { ...request, state: 'draft', sentOn: null }

describe('a request goes', () => {
  const goes = (state: Request['state'], step: Parameters<typeof take>[0], to: Request['state'] | null) =>
    test(`${state}, ${step}: ${to ?? 'refused'}`, () => {
      const ruling = take(step, { state })
      assert.equal(ruling.accepted ? ruling.value : null, to)
    })
  goes('draft', 'send', 'sent')
  goes('draft', 'close', null)
  goes('sent', 'send', null)
  goes('sent', 'extend', 'sent')
  goes('sent', 'close', 'closed')
  goes('closed', 'remind', null)
  goes('closed', 'extend', 'sent')
})

test('it is sent once there is what is asked, who is asked and time to answer', () => {
  assert.equal(send(draft, { questions: 1, asked: 1 }, day('2008-09-22')).accepted, true)
  assert.equal(send(draft, { questions: 0, asked: 1 }, day('2008-09-22')).accepted, false)
  assert.equal(send(draft, { questions: 1, asked: 0 }, day('2008-09-22')).accepted, false)
  assert.equal(send(draft, { questions: 1, asked: 1 }, day('2008-09-23')).accepted, false)
})

test('more time is a later date that is still to come', () => {
  assert.equal(extend(request, day('2008-09-22'), day('2008-09-20')).accepted, false)
  assert.equal(extend(request, day('2008-09-24'), day('2008-09-25')).accepted, false)
  assert.equal(extend(request, day('2008-09-29'), day('2008-09-25')).accepted, true)
})

describe('how an answer stands', () => {
  const nothing = { changedOn: null, by: null, enteredBy: '', said: new Map() }
  const stands = (words: string, each: Partial<Asked>, today: string) =>
    test(words, () => assert.equal(standingWords(asked(each), request, day(today)), words))
  stands('Not answered', {}, '2008-09-22')
  stands('Not answered, overdue', {}, '2008-09-23')
  stands('Draft begun', { answer: { ...nothing, state: 'draft', sentOn: null } }, '2008-09-22')
  stands('Answered on 22 September 2008', { answer: { ...nothing, state: 'sent', sentOn: day('2008-09-22') } }, '2008-10-01')
  stands('Answered late on 23 September 2008', { answer: { ...nothing, state: 'sent', sentOn: day('2008-09-23') } }, '2008-10-01')
  stands('Nobody sits there', { personId: null, person: null, seatId: 3 as SeatId }, '2008-09-23')
})

test('nobody is asked twice, by name or for two seats that they sit on', () => {
  const wanted = (personId: number | null, seatId: number | null) => ({
    personId: personId as PersonId | null,
    seatId: seatId as SeatId | null,
  })
  assert.deepEqual(onceEach([wanted(1, 10), wanted(1, 11), wanted(null, 12), wanted(null, 12), wanted(2, null)], [wanted(2, 14)]), [
    wanted(1, 10),
    wanted(null, 12),
  ])
})

test('whoever acts on a seat answers for it, and everybody for themselves', () => {
  const capacity = {
    personId: 7,
    organisationIds: [],
    coordinates: [],
    seats: [{ seatId: 3, groupId: 1, role: 'lead' as const, as: 'deputy' as const }],
  }
  const list = [asked(), asked({ personId: 8 as PersonId, seatId: 3 as SeatId }), asked({ personId: 9 as PersonId })]
  assert.deepEqual(theirs(list, capacity), list.slice(0, 2))
  assert.deepEqual(theirs([asked({ personId: null, seatId: 4 as SeatId })], { ...capacity, personId: null }), [])
})
