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
  })

  test('of nobody here are not there', async () => {
    assert.equal((await app.get(app.reader, 'meetings/999')).statusCode, 404)
  })
})
