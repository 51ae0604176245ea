import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

// 6 May 2009.
const app = await freshApp({ after })
const { groupId } = await exampleMeeting(app, { name: 'Wexshire Partnership Management Group', shortName: 'WPMG' })
const { groupId: forumId } = await exampleMeeting(app, { name: 'Wexshire Partnership Forum', shortName: 'WPF', onDay: '2009-10-10' })
const kept = async () =>
  await app.owner<{ onDay: string; startsAt: string | null; venue: string; dayKnown: string }[]>`
  select on_day, to_char(starts_at, 'HH24:MI') as starts_at, venue, day_known from meetings.meeting where group_id = ${groupId} order by on_day`

describe('planning a year', () => {
  const monthly = {
    ...{ groupId: String(groupId), kind: 'monthly', ordinal: '2', weekday: '4', everyMonths: '1', everyWeeks: '6' },
    ...{ from: '1 September 2009', until: '31 December 2009', skips: '11', startsAt: '9.30', endsAt: '12 noon', venue: 'Shire Hall' },
  }

  test('shows the days with what speaks against them, and saves nothing', async () => {
    const shown = await app.post(app.contributor, 'meetings/year', monthly)
    assert.equal(shown.statusCode, 200)
    assert.match(shown.body, /3 meetings\. Look at one of them again\. Nothing is saved yet/)
    assert.match(shown.body, /value="10 September 2009".*value="8 October 2009".*value="10 December 2009"/s)
    assert.match(shown.body, /Wexshire Partnership Forum meets on 10 October 2009: the two are easily taken for one/)
    assert.equal((await kept()).length, 1)
  })

  test('keeps what is chosen of them, as it was changed', async () => {
    const { fields } = formIn((await app.post(app.contributor, 'meetings/year', monthly)).body, '/wexcombe/meetings/year/confirmation')
    const { 'isIn-3': _, ...chosen } = fields
    // To a bank holiday: nobody has seen that it is one.
    const changed = { ...chosen, 'onDay-1': '31 August 2009', 'venue-1': 'The Guildhall' }
    const asked = await app.post(app.contributor, 'meetings/year/confirmation', changed)
    assert.equal(asked.statusCode, 422)
    assert.match(asked.body, /href="#onDay-1">Look at what is said of meeting 1/)
    assert.match(asked.body, /31 August 2009 is Summer bank holiday/)
    assert.equal((await kept()).length, 1)

    const again = formIn(asked.body, '/wexcombe/meetings/year/confirmation').fields
    const saved = await app.post(app.contributor, 'meetings/year/confirmation', again)
    assert.equal(saved.statusCode, 303, saved.body)
    assert.deepEqual(
      (await kept()).slice(1).map(({ onDay, startsAt, venue }) => `${onDay} ${startsAt} ${venue}`),
      ['2009-08-31 09:30 The Guildhall', '2009-10-08 09:30 Shire Hall'],
    )
  })

  test('takes days as they stand in a letter', async () => {
    const dates = 'Friday 19th March at Oxstalls Tennis Centre 2.00 – 4.00\nApril 2010\n21/5/10'
    const { fields } = formIn(
      (await app.post(app.officer, 'meetings/year', { ...monthly, kind: 'dates', dates })).body,
      '/wexcombe/meetings/year/confirmation',
    )
    assert.equal((await app.post(app.officer, 'meetings/year/confirmation', fields)).statusCode, 303)
    assert.deepEqual(
      (await kept()).slice(-3).map(({ onDay, startsAt, venue, dayKnown }) => `${onDay} ${dayKnown} ${startsAt} ${venue}`),
      ['2010-03-19 fixed 14:00 Oxstalls Tennis Centre', '2010-04-01 month 09:30 Shire Hall', '2010-05-21 fixed 09:30 Shire Hall'],
    )
  })

  const refused = (words: string, fields: Record<string, string>, problem: RegExp) =>
    test(words, async () => {
      const answer = await app.post(app.officer, 'meetings/year', { ...monthly, ...fields })
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, problem)
    })
  refused('a line without a day', { kind: 'dates', dates: '6 May 2010\nto be arranged' }, /href="#dates">“to be arranged” has no day in it/)
  refused('no group', { groupId: '' }, /href="#groupId">Select a group/)
  refused('days the wrong way round', { until: '1 May 2009' }, /href="#until">The last day is before the first/)
  refused('every nought weeks', { kind: 'weeks', everyWeeks: '0' }, /href="#everyWeeks">Enter every how many weeks/)
  refused('a start after the end', { startsAt: '1pm', endsAt: '11am' }, /href="#endsAt">The end is not after the start/)

  test('is nobody’s who keeps no meetings of that group', async () => {
    await app.owner`update partnership.seat set role = 'member' where group_id = ${forumId} and role = 'secretariat'`
    assert.equal((await app.post(app.contributor, 'meetings/year', { ...monthly, groupId: String(forumId) })).statusCode, 422)
    const rows = { groupId: String(forumId), rows: '1', 'isIn-1': 'yes', 'onDay-1': '1 June 2010' }
    assert.equal((await app.post(app.contributor, 'meetings/year/confirmation', rows)).statusCode, 422)
    const [counted] = await app.owner<{ count: number }[]>`select count(*) from meetings.meeting where group_id = ${forumId}`
    assert.equal(counted?.count, 1)
  })
})

describe('the calendar', () => {
  test('lists what is to come by month, of one group, of one’s own, and what is over', async () => {
    await app.owner`insert into meetings.meeting (partnership_id, group_id, on_day) values (${app.partnershipId}, ${forumId}, '2009-02-03')`
    const all = (await app.get(app.reader, 'meetings')).body
    assert.match(all, /May 2009.*October 2009.*Thu 8 October 2009.*Sat 10 October 2009/s)
    assert.doesNotMatch(all, /3 February 2009/)
    assert.match((await app.get(app.reader, 'meetings?past=yes')).body, /Past meetings.*Tue 3 February 2009/s)
    const ofForum = (await app.get(app.reader, `meetings?group=${forumId}`)).body
    assert.match(ofForum, /Meetings of Wexshire Partnership Forum/)
    assert.doesNotMatch(ofForum, /8 October 2009/)
    await app.owner`delete from partnership.tenure using partnership.seat where seat.id = tenure.seat_id and seat.group_id = ${forumId} and seat.role = 'chair'`
    const own = (await app.get(app.reader, 'meetings?mine=yes')).body
    assert.match(own, /8 October 2009/)
    assert.doesNotMatch(own, /10 October 2009/)
  })

  test('shows a month with its holidays, and those before and after', async () => {
    const august = (await app.get(app.reader, 'meetings/month?month=2009-08')).body
    assert.match(august, /July 2009.*September 2009/s)
    assert.match(
      august,
      /Monday 31 August 2009<\/span>\s*<span class="gt-note">Summer bank holiday<\/span>.*9:30am Wexshire Partnership Management Group/s,
    )
    assert.match((await app.get(app.reader, 'meetings/month?month=nonsense')).body, /Meetings in May 2009/)
    assert.match((await app.get(app.reader, 'meetings/month?month=2010-04')).body, /Day to be confirmed.*Management Group/s)
  })

  test('is to be had as a file', async () => {
    const { body, headers } = await app.get(app.reader, `meetings.csv?group=${groupId}`)
    assert.match(String(headers['content-type']), /text\/csv/)
    assert.match(body, /Wexshire Partnership Management Group,WPMG,2009-10-08,fixed,09:30,12:00,,Shire Hall/)
    assert.doesNotMatch(body, /Forum/)
  })

  test('stands on the group’s page', async () => {
    const shown = (await app.get(app.contributor, `groups/${groupId}`)).body
    assert.match(shown, /<dt>Meetings<\/dt>.*Wed 6 May 2009.*How it meets/s)
    assert.doesNotMatch((await app.get(app.reader, `groups/${forumId}`)).body, /How it meets/)
  })
})

describe('how a group meets', () => {
  test('is said by whoever keeps its meetings, and used for the next', async () => {
    const { fields } = formIn((await app.get(app.contributor, `groups/${groupId}/practice`)).body, `/wexcombe/groups/${groupId}/practice`)
    assert.deepEqual(fields['papersDue'], ['7'])
    const said = {
      ...fields,
      papersDue: '10',
      papersDueIn: 'calendar',
      usualStartsAt: '14:00',
      usualEndsAt: '4pm',
      usualVenue: 'Room 4',
      confirmsClosings: 'yes',
    }
    assert.equal((await app.post(app.contributor, `groups/${groupId}/practice`, said)).statusCode, 303)
    assert.match((await app.get(app.contributor, `meetings/new?group=${groupId}`)).body, /value="2pm".*value="4pm".*value="Room 4"/s)
    const wrong = await app.post(app.contributor, `groups/${groupId}/practice`, { ...said, papersDue: '61', usualEndsAt: '1pm' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /href="#papersDue">Enter how many days/)
  })
})
