import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import { dueWords, readDue } from './due.ts'
import { otherDay } from './form.ts'

const later = (...days: string[]) => days.map((onDay, at) => ({ id: (at + 1) as MeetingId, onDay: day(onDay) }))

function at(meetingDay: string, meetings: ReturnType<typeof later>, checks: Readonly<Record<string, string>>): void {
  describe(`said on ${meetingDay}`, () => {
    for (const [typed, expected] of Object.entries(checks))
      test(typed || 'nothing', () => {
        const due = readDue(typed, { meetingDay: day(meetingDay), later: meetings, otherwise: otherDay })
        const said =
          due === null
            ? ''
            : due.kind === 'day'
              ? `${dueWords(due.on)}${due.meetingId === null ? '' : `, meeting ${due.meetingId}`}`
              : due.kind === 'open'
                ? 'open'
                : due.why
        assert.equal(said, expected)
      })
  })
}

at('2009-05-06', later('2009-06-22', '2009-07-20', '2010-03-22'), {
  '': '',
  'next meeting': 'Mon 22 June 2009, meeting 1',
  'by the next meeting.': 'Mon 22 June 2009, meeting 1',
  'for the July meeting': 'Mon 20 July 2009, meeting 2',
  'the March meeting': 'Mon 22 March 2010, meeting 3',
  'August meeting': 'There is no meeting in August in the calendar yet',
  'end of June': 'Tue 30 June 2009',
  'by the end of June': 'Tue 30 June 2009',
  June: 'Tue 30 June 2009',
  'end of April': 'Fri 30 April 2010',
  'mid-July': 'Wed 15 July 2009',
  '22/6': 'Mon 22 June 2009',
  '22.6.': 'Mon 22 June 2009',
  '22nd June': 'Mon 22 June 2009',
  'by Monday 11th May': 'Mon 11 May 2009',
  'the 29th May': 'Fri 29 May 2009',
  '1 May': 'Sat 1 May 2010',
  '29 February': 'Wed 29 February 2012',
  '1/6/09': 'Mon 1 June 2009',
  'June 1st': 'Mon 1 June 2009',
  Friday: 'Fri 8 May 2009',
  'next Friday': 'Fri 15 May 2009',
  Wednesday: 'Wed 13 May 2009',
  tomorrow: 'Thu 7 May 2009',
  'in two weeks': 'Wed 20 May 2009',
  'within a fortnight': 'Wed 20 May 2009',
  'end of next week': 'Fri 15 May 2009',
  'end of the month': 'Sun 31 May 2009',
  'end of the financial year': 'Wed 31 March 2010',
  ongoing: 'open',
  ASAP: 'open',
  'timescales to be agreed': 'open',
  'two weeks from now': 'Wed 20 May 2009',
  'when the paper is ready': 'No day can be read from this',
  '31/2': 'No day can be read from this',
})

at('2008-09-04', later('2008-10-09'), {
  'by 15 September 2008': 'Mon 15 September 2008',
  '22 Sept 08': 'Mon 22 September 2008',
  'Responses due on 22 Sept 08.': 'Mon 22 September 2008',
  'on 30 September 2008': 'Tue 30 September 2008',
  'end of January': 'Sat 31 January 2009',
})

at('2009-02-20', later('2009-03-27', '2009-04-20', '2009-05-18'), {
  'at either the April or May meetings': 'Mon 18 May 2009, meeting 3',
  'the March meeting': 'Fri 27 March 2009, meeting 1',
})

at('2009-02-20', later(), { 'next meeting': 'There is no next meeting in the calendar yet' })
