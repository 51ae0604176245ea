import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { recipients, startMailServer } from '../../../../test/mail/smtp.ts'
import { exampleMeeting } from '../../../../test/pages/meeting.ts'
import { exampleMinutes } from '../../../../test/pages/minutes.ts'
import { freshApp } from '../../../../test/web/index.ts'

const server = await startMailServer({ after })
const app = await freshApp(
  { after },
  { now: '2009-05-07T09:30:00Z', mail: { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' } },
)
const example = await exampleMeeting(app)
await exampleMinutes(app, example)
await app.owner`update partnership.person set email = 'dafydd@wexcombe.example' where id = ${example.people.chair}`
await app.owner`update partnership.person set email = 'ruth@wexcombe.example' where id = ${example.people.secretariat}`
const path = `meetings/${example.meetingId}/minutes`

test('minutes that are circulated are told of to each member with an address, once each time, with the day', async () => {
  const asked = await app.get(app.contributor, `${path}/circulation`)
  assert.match(asked.body, /Told by mail: Dafydd Rees, Ruth Calder\.[\s\S]*No e-mail address is known of Marta Turner\./)
  assert.equal((await app.post(app.contributor, `${path}/circulation`, { correctionsBy: '15 May 2009' })).statusCode, 303)
  const mail = await server.mailTo('dafydd@wexcombe.example')
  assert.equal(mail.subject, 'Minutes of Partnership Management Group, 6 May 2009, for correction')
  assert.match(mail.text ?? '', /http:\/\/thread\.example\/wexcombe\/meetings\/\d+\/minutes\n[\s\S]*by 15 May 2009/)
  await server.mailTo('ruth@wexcombe.example')
  assert.deepEqual(server.inbox.flatMap(recipients).toSorted(), ['dafydd@wexcombe.example', 'ruth@wexcombe.example'])
  const [kept] = await app.owner`select sent_to from meetings.minutes_text`
  assert.equal(kept?.['sentTo'], 2)
})
