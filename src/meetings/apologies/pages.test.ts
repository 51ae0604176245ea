import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { meetingId } = await exampleMeeting(app, { onDay: '2009-06-05' })
const path = `meetings/${meetingId}/apologies`
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const send = async (said: Record<string, string>) =>
  app.post(app.reader, path, { ...formIn((await app.get(app.reader, path)).body, path).fields, ...said })
const attendance = async () => words((await app.get(app.contributor, `meetings/${meetingId}/attendance`)).body)

test('whoever sits on a group sends apologies, and says who comes instead', async () => {
  assert.equal((await send({ coming: 'no' })).statusCode, 303)
  assert.match(await attendance(), /0 present, 1 apology\. Not quorate: 2 of 4 seats can be expected/)
  assert.match(words((await send({ coming: 'no', instead: 'Nell Bryce' })).body), /There is nobody called Nell Bryce yet/)
  assert.equal((await send({ coming: 'no', instead: 'Nell Bryce', 'instead-new': 'Nell Bryce' })).statusCode, 303)
  assert.match(await attendance(), /Quorate: 3 of 4 seats can be expected.*Sent apologies\. Nell Bryce is to come instead/)
  assert.match(words((await send({ coming: 'no', instead: 'Dafydd Rees' })).body), /You cannot come in your own place/)
})

test('and takes it back', async () => {
  assert.equal((await send({ coming: 'yes' })).statusCode, 303)
  assert.match(await attendance(), /Quorate: 3 of 4 seats can be expected/)
})

test('what the secretary has written down meanwhile is not replaced unseen', async () => {
  const opened = formIn((await app.get(app.reader, path)).body, path).fields
  await send({ coming: 'no', instead: 'Nell Bryce' })
  const asked = await app.post(app.reader, path, { ...opened, coming: 'yes' })
  assert.equal(asked.statusCode, 422)
  assert.match(words(asked.body), /What is written down is “apologies, and Nell Bryce comes instead” now/)
})

test('nobody who sits elsewhere, and nobody afterwards', async () => {
  assert.match(words((await app.get(app.officer, path)).body), /You do not sit on this group on that day/)
  assert.equal((await app.post(app.officer, path, { coming: 'no' })).statusCode, 422)
  await app.owner`update meetings.meeting set on_day = '2009-05-01' where id = ${meetingId}`
  assert.match(words((await app.get(app.reader, path)).body), /This meeting was on 1 May 2009/)
})
