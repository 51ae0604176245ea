import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { meetingId, groupId, seats, people } = await exampleMeeting(app)
const path = `meetings/${meetingId}/resignations/${seats.lead}`
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const tenure = async () =>
  (
    await app.owner`select to_char(ends_on, 'YYYY-MM-DD') as ends_on, ended_by from partnership.tenure where seat_id = ${seats.lead} and person_id = ${people.lead}`
  )[0]

test('a resignation under apologies ends the seat on the day of the meeting, once it is asked about', async () => {
  assert.match(
    words((await app.get(app.contributor, path)).body),
    /Has Marta Turner resigned\?.*their time on this seat ends on 6 May 2009/,
  )
  assert.equal((await app.post(app.contributor, path)).statusCode, 303)
  assert.deepEqual({ ...(await tenure()) }, { endsOn: '2009-05-06', endedBy: 'resigned' })
  const shown = words((await app.get(app.contributor, `meetings/${meetingId}/attendance`)).body)
  assert.match(shown, /Apology and resignation Marta Turner, Safer communities lead/)
  const [next] = await app.owner`
    insert into meetings.meeting (partnership_id, group_id, on_day) values (${app.partnershipId}, ${groupId}, '2009-06-10') returning id`
  assert.match(words((await app.get(app.contributor, `meetings/${next?.['id']}/attendance`)).body), /Vacant Lead, Safer communities/)
})

test('who has resigned is neither present nor out of the list', async () => {
  const attendance = `meetings/${meetingId}/attendance`
  const fields = { [`was-seat-${seats.lead}`]: 'x', [`how-seat-${seats.lead}`]: `present-${people.lead}` }
  assert.match(
    words((await app.post(app.contributor, attendance, fields)).body),
    /Take the resignation back first|somebody has changed this/,
  )
})

test('it is taken back, unless somebody else sits there since', async () => {
  const [other] =
    await app.owner`insert into partnership.person (partnership_id, name) values (${app.partnershipId}, 'Nell Bryce') returning id`
  const [sits] = await app.owner`
    insert into partnership.tenure (partnership_id, seat_id, person_id, begins_on)
    values (${app.partnershipId}, ${seats.lead}, ${other?.['id']}, '2009-05-07') returning id`
  const refused = await app.post(app.contributor, path)
  assert.equal(refused.statusCode, 422)
  assert.match(words(refused.body), /Somebody else sits on this seat since Marta Turner left it/)
  await app.owner`delete from partnership.tenure where id = ${sits?.['id']}`
  assert.equal((await app.post(app.contributor, path)).statusCode, 303)
  assert.deepEqual({ ...(await tenure()) }, { endsOn: null, endedBy: null })
  assert.match(words((await app.get(app.contributor, `meetings/${meetingId}/attendance`)).body), /Apologies Marta Turner/)
})

test('nobody resigns from a vacant seat, nor whoever is present', async () => {
  const vacant = await app.post(app.contributor, `meetings/${meetingId}/resignations/${seats.member}`)
  assert.equal(vacant.statusCode, 422)
  await app.owner`
    insert into meetings.attendance (partnership_id, meeting_id, person_id, seat_id, how)
    values (${app.partnershipId}, ${meetingId}, ${people.chair}, ${seats.chair}, 'present')`
  assert.match(words((await app.post(app.contributor, `meetings/${meetingId}/resignations/${seats.chair}`)).body), /Dafydd Rees is present/)
})
