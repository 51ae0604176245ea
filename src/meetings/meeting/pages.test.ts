import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after })

describe('meetings', () => {
  test('are none at first, and whoever reads is told who calls them', async () => {
    assert.match((await app.get(app.reader, 'meetings')).body, /There are no meetings yet/)
  })

  test('are listed from today on, and shown', async () => {
    const { meetingId } = await exampleMeeting(app)
    assert.match((await app.get(app.reader, 'meetings')).body, /6 May 2009.*Partnership Management Group.*9:30am to noon.*Brockington/s)
    const shown = await app.get(app.reader, `meetings/${meetingId}`)
    assert.equal(shown.statusCode, 200)
    assert.match(shown.body, /<h1[^>]*>Partnership Management Group, 6 May 2009<\/h1>/)
    // Early May bank holiday was on the 4th.
    assert.match(shown.body, /Friday 24 April 2009, 7 working days before/)
  })

  test('of nobody here are not there', async () => {
    assert.equal((await app.get(app.reader, 'meetings/999')).statusCode, 404)
  })
})

describe('adding and changing a meeting', () => {
  const said = { onDay: '22/6/2009', dayKnown: 'provisional', startsAt: '2.00', endsAt: '4pm', venue: 'Shire Hall' }

  test('is for whoever keeps the meetings of its group, and shows what they said', async () => {
    const { groupId } = await exampleMeeting(app, { name: 'Rural Access Group', shortName: 'RAG' })
    const shown = await app.get(app.contributor, `meetings/new?group=${groupId}`)
    assert.match(shown.body, new RegExp(`<option value="${groupId}" selected>Rural Access Group`))
    const saved = await app.post(app.contributor, 'meetings/new', { groupId: String(groupId), ...said })
    assert.equal(saved.statusCode, 303, saved.body)
    const page = await app.get(app.reader, String(saved.headers.location))
    assert.match(page.body, /22 June 2009 \(provisional\).*2pm to 4pm.*Shire Hall/s)

    const { groupId: other } = await exampleMeeting(app, { name: 'Skills Board', shortName: 'SB' })
    await app.owner`update partnership.seat set role = 'member' where group_id = ${other}`
    const refused = await app.post(app.contributor, 'meetings/new', { groupId: String(other), ...said })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#groupId">Select a group/)
  })

  test('keeps what was typed and says what is wrong with it', async () => {
    const { meetingId } = await exampleMeeting(app, { name: 'Housing Forum', shortName: 'HF' })
    const wrong = { onDay: '31 June 2009', dayKnown: 'fixed', startsAt: '14:00', endsAt: '13:00', joiningLink: 'javascript:alert(1)' }
    const refused = await app.post(app.officer, `meetings/${meetingId}/edit`, wrong)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#onDay">Enter a day, like 6 May 2009/)
    assert.match(refused.body, /href="#joiningLink">Enter a whole web address/)
    assert.match(refused.body, /value="31 June 2009"/)
    const late = await app.post(app.officer, `meetings/${meetingId}/edit`, { ...said, startsAt: '14:00', endsAt: '13:00' })
    assert.match(late.body, /href="#endsAt">The end is not after the start/)
  })

  test('takes a month where no more is known', async () => {
    const { groupId } = await exampleMeeting(app, { name: 'Culture Group', shortName: 'CG' })
    const saved = await app.post(app.officer, 'meetings/new', { groupId: String(groupId), onDay: 'April 2010', dayKnown: 'month' })
    assert.match((await app.get(app.reader, String(saved.headers.location))).body, /April 2010, day to be confirmed/)
  })
})
