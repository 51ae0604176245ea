import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import ICAL from 'ical.js'
import { startMailServer } from '../../../test/mail/smtp.ts'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp } from '../../../test/web/index.ts'

// A real mail server, and another's program that reads what came. 6 May 2009.
const server = await startMailServer({ after })
const app = await freshApp({ after }, { mail: { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' } })
const { meetingId, people } = await exampleMeeting(app, { onDay: '2009-06-22' })
const path = `meetings/${meetingId}`
const addresses = { chair: 'dafydd@wexcombe.example', secretariat: 'ruth@wexcombe.example' }
await app.owner`update partnership.person set email = ${addresses.chair} where id = ${people.chair}`
await app.owner`update partnership.person set email = ${addresses.secretariat} where id = ${people.secretariat}`

async function until(count: number) {
  for (let tries = 0; server.inbox.length < count; tries++) {
    if (tries > 500) assert.fail(`${server.inbox.length} mails came, not ${count}`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
const calendarIn = (mail: (typeof server.inbox)[number]) => {
  const part =
    mail.attachments.find(({ contentType }) => contentType.startsWith('text/calendar') || contentType === 'application/ics') ??
    assert.fail('There is no calendar part')
  const calendar = new ICAL.Component(ICAL.parse(part.content.toString('utf8')))
  const of = calendar.getFirstSubcomponent('vevent') ?? assert.fail('There is no event')
  return { method: calendar.getFirstPropertyValue('method'), of, event: new ICAL.Event(of) }
}
const lastTo = (to: string) =>
  calendarIn(server.inbox.findLast(mail => JSON.stringify(mail.to).includes(to)) ?? assert.fail(`Nothing came to ${to}`))
const send = () => app.post(app.contributor, `${path}/invitations`)

describe('invitations', () => {
  test('list whom they go to, and are sent to each with a part for the calendar', async () => {
    const shown = (await app.get(app.contributor, `${path}/invitations`)).body
    assert.match(shown, /Send 2 mails/)
    assert.match(shown, /Marta Turner.*No e-mail address/s)
    assert.equal((await send()).statusCode, 303)
    await until(2)
    const { method, event, of } = lastTo(addresses.chair)
    assert.equal(method, 'REQUEST')
    assert.equal(event.startDate.toJSDate().toISOString(), '2009-06-22T08:30:00.000Z')
    assert.equal(event.organizer?.toLowerCase(), `mailto:${addresses.secretariat}`)
    assert.equal(of.getAllProperties('attendee').length, 1)
    assert.equal(event.sequence, 0)
  })

  test('are not sent twice of one state', async () => {
    const again = await send()
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /There is nobody who has to be told anything/)
    assert.equal(server.inbox.length, 2)
  })

  test('are brought up to date when somebody asks for it, under the same UID with a higher number', async () => {
    const before = lastTo(addresses.chair).event.uid
    const edition = /name="edition" value="([^"]+)"/.exec((await app.get(app.contributor, `${path}/move`)).body)?.[1] ?? ''
    const moved = { onDay: '9 December 2009', dayKnown: 'fixed', startsAt: '14:00', endsAt: '16:00', reason: 'The room is taken', edition }
    assert.equal((await app.post(app.contributor, `${path}/move`, moved)).statusCode, 303)
    assert.equal(server.inbox.length, 2, 'nothing goes by itself')
    assert.match((await app.get(app.contributor, `${path}/invitations`)).body, /gets the change/)
    assert.equal((await send()).statusCode, 303)
    await until(4)
    const { event } = lastTo(addresses.chair)
    assert.equal(event.uid, before)
    assert.equal(event.sequence, 1)
    assert.equal(event.startDate.toJSDate().toISOString(), '2009-12-09T14:00:00.000Z')
  })

  test('are taken back from whoever left the table, and asked again of who comes back', async () => {
    await app.owner`update partnership.tenure set ends_on = '2009-11-30' where person_id = ${people.chair}`
    assert.equal((await send()).statusCode, 303)
    await until(5)
    assert.equal(lastTo(addresses.chair).method, 'CANCEL')
    await app.owner`update partnership.tenure set ends_on = null where person_id = ${people.chair}`
    assert.equal((await send()).statusCode, 303)
    await until(6)
    const { method, event } = lastTo(addresses.chair)
    assert.deepEqual([method, event.sequence], ['REQUEST', 2])
  })

  test('are cancelled with the meeting', async () => {
    await app.post(app.contributor, `${path}/cancellation`, { reason: 'No business' })
    assert.equal((await send()).statusCode, 303)
    await until(8)
    const { method, of } = lastTo(addresses.secretariat)
    assert.deepEqual([method, of.getFirstPropertyValue('status')], ['CANCEL', 'CANCELLED'])
    assert.equal((await send()).statusCode, 422)
  })

  test('are nobody’s who does not keep the meeting', async () => {
    await app.owner`update partnership.seat set role = 'member'`
    assert.equal((await send()).statusCode, 403)
  })
})
