import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { dayWords, meetingName, timeLabel, timeWords } from './meeting.ts'

describe('when a meeting is, in words', () => {
  const times = (startsAt: string | null, endsAt: string | null, words: string) =>
    test(words || 'no time', () => assert.equal(timeWords({ startsAt, endsAt }), words))
  times('09:30', '12:00', '9:30am to noon')
  times('14:00', null, 'from 2pm')
  times('00:15', '12:35', '12:15am to 12:35pm')
  times(null, null, '')
  test('an hour alone', () => assert.equal(timeLabel('09:00'), '9am'))

  const days = (onDay: string, dayKnown: 'fixed' | 'provisional' | 'month', words: string) =>
    test(words, () => assert.equal(dayWords({ onDay: day(onDay), dayKnown }), words))
  days('2009-05-06', 'fixed', '6 May 2009')
  days('2009-06-22', 'provisional', '22 June 2009 (provisional)')
  days('2006-04-01', 'month', 'April 2006, day to be confirmed')

  test('with its group and its title', () => {
    const meeting = {
      group: 'Gloucester Partnership Executive',
      title: 'Meeting and workshop',
      onDay: day('2010-01-22'),
      dayKnown: 'fixed',
    } as const
    assert.equal(meetingName(meeting), 'Gloucester Partnership Executive: Meeting and workshop, 22 January 2010')
  })
})
