import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../../test/pages/meeting.ts'
import { freshApp } from '../../../../test/web/index.ts'

// 6 May 2009, the day of the meeting.
const app = await freshApp({ after })
const { meetingId } = await exampleMeeting(app)
const path = `meetings/${meetingId}`
const state = async () =>
  (await app.owner<{ state: string; sequence: number }[]>`select state, sequence from meetings.meeting where id = ${meetingId}`)[0]

describe('a meeting', () => {
  test('is moved with a reason, which its page tells', async () => {
    const when = { onDay: '22 June 2009', dayKnown: 'fixed', startsAt: '14:00', endsAt: '16:00' }
    const refused = await app.post(app.contributor, `${path}/move`, when)
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#reason">Say why it is moved/)
    const edition = /name="edition" value="([^"]+)"/.exec((await app.get(app.contributor, `${path}/move`)).body)?.[1] ?? ''
    const moved = await app.post(app.contributor, `${path}/move`, { ...when, reason: 'The chair is away', edition })
    assert.equal(moved.statusCode, 303, moved.body)
    const shown = (await app.get(app.reader, path)).body
    assert.match(shown, /Monday 22 June 2009.*Moved from 6 May 2009 to 22 June 2009: The chair is away \(on 6 May 2009\).*2pm to 4pm/s)
    assert.equal((await state())?.sequence, 1)
  })

  test('is not held before its day', async () => {
    const early = await app.post(app.contributor, `${path}/held`)
    assert.equal(early.statusCode, 422)
    assert.match(early.body, /cannot have been held yet/)
  })

  test('is cancelled with a reason, and comes back', async () => {
    assert.equal((await app.post(app.contributor, `${path}/cancellation`, { reason: ' ' })).statusCode, 422)
    assert.equal((await app.post(app.contributor, `${path}/cancellation`, { reason: 'No business' })).statusCode, 303)
    assert.match((await app.get(app.reader, path)).body, /This meeting is cancelled.*Cancelled: No business/s)
    assert.equal((await app.post(app.contributor, `${path}/move`, { onDay: '1 July 2009' })).statusCode, 422)
    assert.equal((await app.post(app.contributor, `${path}/planned`)).statusCode, 303)
    assert.deepEqual(await state(), { state: 'planned', sequence: 3 })
  })

  test('is held, and planned again only while its minutes are a draft', async () => {
    await app.owner`update meetings.meeting set on_day = '2009-05-05' where id = ${meetingId}`
    assert.equal((await app.post(app.contributor, `${path}/held`)).statusCode, 303)
    assert.match((await app.get(app.contributor, path)).body, /It was not held: undo/)
    await app.owner`insert into meetings.minutes (partnership_id, meeting_id, state) values (${app.partnershipId}, ${meetingId}, 'circulated')`
    assert.equal((await app.post(app.contributor, `${path}/planned`)).statusCode, 422)
    await app.owner`update meetings.minutes set state = 'draft'`
    assert.equal((await app.post(app.contributor, `${path}/planned`)).statusCode, 303)
  })

  test('is moved by nobody else', async () => {
    await app.owner`update partnership.seat set role = 'member'`
    for (const step of ['move', 'cancellation', 'held', 'planned'])
      assert.equal((await app.post(app.contributor, `${path}/${step}`, { reason: 'x' })).statusCode, 403, step)
  })
})
