import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import ICAL from 'ical.js'
import { day } from '../../kernel/day.ts'
import { type CalendarEvent, icalendar, invitation } from './index.ts'

const now = Temporal.Instant.from('2009-01-06T10:00:00Z')
const event = (more: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: '6f1c9b1e-0000-4000-8000-000000000001',
  sequence: 2,
  on: day('2009-05-06'),
  startsAt: '09:30',
  endsAt: '12:00',
  status: 'confirmed',
  summary: 'Management Group: budget; “plans”, and\\or more',
  description: 'First line\nsecond, with a comma; and a semicolon',
  location: 'Brockington, Council Offices, 35 Hafod Road – zażółć gęślą jaźń, which is longer than one line of a calendar may be',
  url: 'https://thread.example/wexcombe/meetings/3',
  ...more,
})

/** As another's program reads it. */
const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return { calendar, events: calendar.getAllSubcomponents('vevent').map(each => ({ of: each, event: new ICAL.Event(each) })) }
}
const only = (text: string) => read(text).events[0] ?? assert.fail('There is no event')
const instant = (time: ICAL.Time) => time.toJSDate().toISOString()

describe('a calendar, as another’s program reads it', () => {
  const time = (words: string, on: string, startsAt: string, starts: string) =>
    test(words, () => {
      const { startDate, endDate } = only(icalendar('Meetings', [event({ on: day(on), startsAt, endsAt: null })], now)).event
      assert.equal(instant(startDate), starts)
      assert.equal(startDate.zone.tzid, 'UTC')
      assert.equal(endDate.subtractDate(startDate).toSeconds(), 3_600)
    })
  time('in winter', '2009-01-20', '09:30', '2009-01-20T09:30:00.000Z')
  time('in summer', '2009-05-06', '09:30', '2009-05-06T08:30:00.000Z')
  time('on the day before summer time', '2009-03-28', '14:00', '2009-03-28T14:00:00.000Z')
  time('on its first day', '2009-03-29', '14:00', '2009-03-29T13:00:00.000Z')
  time('on the day when it ends', '2009-10-25', '14:00', '2009-10-25T14:00:00.000Z')

  test('has what was written, whatever signs are in it', () => {
    const text = icalendar('Meetings of Wexcombe', [event()], now)
    const { of, event: found } = only(text)
    const { summary, description, location, uid, url } = event()
    assert.deepEqual([found.summary, found.description, found.location, found.uid], [summary, description, location, uid])
    assert.equal(found.sequence, 2)
    assert.equal(of.getFirstPropertyValue('url'), url)
    assert.equal(of.getFirstPropertyValue('status'), 'CONFIRMED')
    assert.equal(instant(found.endDate), '2009-05-06T11:00:00.000Z')
    assert.equal(read(text).calendar.getFirstPropertyValue('method'), 'PUBLISH')
    assert.ok(
      text.split('\r\n').every(line => Buffer.byteLength(line) <= 75),
      'no line is longer than the standard lets it be',
    )
  })

  test('a day without a time is a whole day, whichever side of summer time it is', () => {
    for (const on of ['2009-01-20', '2009-07-20']) {
      const { startDate } = only(icalendar('Meetings', [event({ on: day(on), startsAt: null, endsAt: null })], now)).event
      assert.equal(startDate.isDate, true)
      assert.equal(startDate.toString(), on)
    }
  })

  test('says what is provisional and what is cancelled', () => {
    const statuses = (['tentative', 'cancelled'] as const).map(status =>
      only(icalendar('M', [event({ status })], now)).of.getFirstPropertyValue('status'),
    )
    assert.deepEqual(statuses, ['TENTATIVE', 'CANCELLED'])
  })
})

test('an invitation asks one person for an answer to whoever sends it; a cancellation takes it back', () => {
  const who = {
    organiser: { name: 'Ruth Calder', email: 'ruth@wexcombe.example' },
    attendee: { name: 'Khan, Amina', email: 'amina@wexcombe.example' },
  }
  const asked = read(invitation(event(), { method: 'REQUEST', ...who }, now))
  assert.equal(asked.calendar.getFirstPropertyValue('method'), 'REQUEST')
  const [{ of, event: found } = assert.fail()] = asked.events
  assert.equal(found.organizer, 'mailto:ruth@wexcombe.example')
  assert.equal(found.attendees.length, 1)
  const [attendee] = found.attendees
  assert.match(String(attendee?.getFirstValue()), /^mailto:amina@wexcombe\.example$/i)
  assert.deepEqual(
    [attendee?.getParameter('cn'), attendee?.getParameter('rsvp'), attendee?.getParameter('partstat')],
    ['Khan, Amina', 'TRUE', 'NEEDS-ACTION'],
  )
  assert.equal(of.getFirstPropertyValue('status'), 'CONFIRMED')

  const taken = read(invitation(event({ sequence: 3 }), { method: 'CANCEL', ...who }, now))
  assert.equal(taken.calendar.getFirstPropertyValue('method'), 'CANCEL')
  assert.equal(taken.events[0]?.of.getFirstPropertyValue('status'), 'CANCELLED')
  assert.equal(taken.events[0]?.event.sequence, 3)
})
