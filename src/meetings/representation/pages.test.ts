import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2009-06-10T09:30:00Z' })
const { meetingId, groupId, seats, people } = await exampleMeeting(app)
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const { partnershipId, owner } = app
const idOf = async (query: PromiseLike<readonly { readonly id: number }[]>) => (await query)[0]?.id ?? 0
const meeting = (onDay: string, state = 'planned') =>
  idOf(
    owner`insert into meetings.meeting (partnership_id, group_id, on_day, state) values (${partnershipId}, ${groupId}, ${onDay}, ${state}) returning id`,
  )
const attended = (at: number, personId: number, seatId: number, how: string) =>
  owner`insert into meetings.attendance (partnership_id, meeting_id, person_id, seat_id, how) values (${partnershipId}, ${at}, ${personId}, ${seatId}, ${how})`

/** Safer communities has a group of its own, which answers to this one, with a chair to write to. */
const aboutId = await idOf(owner`
  insert into partnership."group" (partnership_id, name, short_name, layer, kind, parent_id)
  values (${partnershipId}, 'Safer communities partnership', 'SCP', 'operational', 'thematic-partnership', ${groupId}) returning id`)
const chairSeat = await idOf(owner`
  insert into partnership.seat (partnership_id, group_id, role, place) values (${partnershipId}, ${aboutId}, 'chair', 1) returning id`)
const chairId = await idOf(
  owner`insert into partnership.person (partnership_id, name) values (${partnershipId}, 'Nell Bryce') returning id`,
)
await owner`insert into partnership.tenure (partnership_id, seat_id, person_id) values (${partnershipId}, ${chairSeat}, ${chairId})`

test('nothing is shown before attendance was taken', async () => {
  assert.match(words((await app.get(app.reader, 'meetings/representation')).body), /No attendance was taken yet/)
  assert.match(words((await app.get(app.reader, `groups/${groupId}/representation`)).body), /No attendance was taken yet/)
})

describe('over the last meetings', () => {
  const path = `groups/${groupId}/representation`
  test('a cancelled one does not count, and two without anybody are raised', async () => {
    const [first, cancelled] = [await meeting('2009-03-23'), await meeting('2009-04-20', 'cancelled')]
    await attended(first, people.chair, seats.chair, 'present')
    await attended(first, people.lead, seats.lead, 'apologies')
    await attended(cancelled, people.lead, seats.lead, 'present')
    await attended(meetingId, people.chair, seats.chair, 'present')
    const shown = words((await app.get(app.reader, path)).body)
    assert.match(shown, /Groups with nobody at the table at the last two meetings: Safer communities partnership\./)
    assert.match(shown, /Absent without apologies at the last two meetings: Secretariat\./)
    assert.match(shown, /Lead, Safer communities Apologies Absent 1 with apologies, 1 absent/)
    assert.match(
      words((await app.get(app.contributor, path)).body),
      /Nobody twice running Letter to the chair of Safer communities partnership/,
    )
    assert.match(words((await app.get(app.reader, 'meetings/representation')).body), /Partnership Management Group 2 2 of 8/)
    const file = await app.get(app.reader, `${path}.csv`)
    assert.match(file.body, /Partnership Management Group,group,Safer communities partnership,,2,0,0,1,1,0,0,nobody/)
    assert.match((await app.get(app.reader, 'meetings/representation.csv')).body, /seat,Chair,,2,2,0,0,0,0,2,/)
  })

  const letter = `${path}/${aboutId}/letter`
  const send = async (said: Record<string, string>) =>
    app.post(app.contributor, letter, { ...formIn((await app.get(app.contributor, letter)).body, letter).fields, ...said })

  test('the letter is drafted from what is known, for keepers alone', async () => {
    await meeting('2009-06-22')
    const { text = '' } = formIn((await app.get(app.contributor, letter)).body, letter).fields
    assert.match(
      String(text),
      /^Dear Nell Bryce\n\nSafer communities partnership was not represented at the last two meetings of Partnership Management Group, on 23 March 2009 and 6 May 2009/,
    )
    assert.match(String(text), /our next meeting, on 22 June 2009/)
    assert.match(String(text), /Dafydd Rees\nChair, Partnership Management Group$/)
    assert.equal((await app.get(app.stranger, `/wexcombe/${letter}`)).statusCode, 404)
    assert.equal((await app.post(app.officer, `groups/${aboutId}/representation/${aboutId}/letter`)).statusCode, 404)
  })

  test('it is changed, marked as sent once, and taken back', async () => {
    const empty = await send({ text: ' ', act: 'save' })
    assert.equal(empty.statusCode, 422)
    assert.match(words(empty.body), /Enter what the letter says/)
    assert.equal((await send({ text: 'Dear Nell\r\n\r\nPlease come.', act: 'save' })).statusCode, 303)
    assert.match(words((await app.get(app.contributor, path)).body), /Letter drafted/)
    const opened = formIn((await app.get(app.contributor, letter)).body, letter).fields
    assert.equal(String(opened['text']), 'Dear Nell\n\nPlease come.')
    assert.equal((await send({ act: 'sent' })).statusCode, 303)
    const again = await app.post(app.contributor, letter, { ...opened, act: 'sent' })
    assert.equal(again.statusCode, 422)
    assert.match(words(again.body), /Letter sent on 10 June 2009 by Ruth Calder\. For the same meetings it is not sent twice/)
    assert.equal((await app.post(app.contributor, letter, { act: 'back' })).statusCode, 303)
    assert.equal((await send({ act: 'sent' })).statusCode, 303)
  })

  test('two write at once, and the second is asked', async () => {
    await app.post(app.contributor, letter, { act: 'back' })
    const opened = formIn((await app.get(app.officer, letter)).body, letter).fields
    await send({ text: 'By the first', act: 'save' })
    const asked = await app.post(app.officer, letter, { ...opened, text: 'By the second', act: 'save' })
    assert.equal(asked.statusCode, 422)
    assert.match(words(asked.body), /The letter is “By the first” now/)
  })

  test('once somebody was there no letter is needed', async () => {
    await attended(meetingId, chairId, seats.lead, 'present')
    assert.match(words((await app.get(app.contributor, letter)).body), /no letter is needed/)
    assert.equal((await app.post(app.contributor, letter, { text: 'x', act: 'sent' })).statusCode, 422)
    assert.match(words((await app.get(app.contributor, path)).body), /Lead, Safer communities Apologies By deputy/)
  })
})

test('an organisation’s page says at which groups it was represented', async () => {
  const organisationId = await idOf(
    owner`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Wexcombe Police') returning id`,
  )
  await owner`update partnership.seat set organisation_id = ${organisationId} where id = ${seats.chair}`
  assert.match(
    words((await app.get(app.reader, `organisations/${organisationId}/contribution`)).body),
    /Attendance at the last meetings.*Partnership Management Group 2 of 2 2 present/,
  )
})
