import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { briefChairs, chairLetters } from './jobs.ts'

const app = await freshApp({ after }, { now: '2009-06-10T09:30:00Z' })
const { meetingId, groupId, seats, people } = await exampleMeeting(app, { onDay: '2009-06-22' })
const { partnershipId, owner } = app
const path = `meetings/${meetingId}/brief`
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const brief = async () => words((await app.get(app.reader, path)).body)

test('a chair reads that there is nothing to do, and others do not read it', async () => {
  const shown = await brief()
  assert.match(shown, /22 June 2009, 9:30am to noon, Brockington, Council Offices/)
  assert.match(shown, /Quorate: 3 of 4 seats can be expected, and 3 are needed/)
  assert.match(shown, /Nothing to do .*No item of the agenda is for decision\..* All earlier minutes are approved\./)
  const { meetingId: other } = await exampleMeeting(app, { shortName: 'X', name: 'Another group' })
  await owner`update partnership.seat set role = 'member' where group_id <> ${groupId}`
  assert.equal((await app.get(app.reader, `meetings/${other}/brief`)).statusCode, 403)
})

test('and what there is: decisions, minutes, apologies and who was missing', async () => {
  await owner`insert into meetings.agenda_item (partnership_id, meeting_id, title, purpose, presenter) values (${partnershipId}, ${meetingId}, 'The reward grant', 'decide', 'Marta Turner')`
  for (const onDay of ['2009-03-23', '2009-05-06']) {
    const [earlier] =
      await owner`insert into meetings.meeting (partnership_id, group_id, on_day) values (${partnershipId}, ${groupId}, ${onDay}) returning id`
    await owner`insert into meetings.attendance (partnership_id, meeting_id, person_id, seat_id, how) values (${partnershipId}, ${earlier?.['id']}, ${people.chair}, ${seats.chair}, 'present')`
    await owner`insert into meetings.minutes (partnership_id, meeting_id, state) values (${partnershipId}, ${earlier?.['id']}, 'circulated')`
    await owner`insert into meetings.correction (partnership_id, of_meeting_id, should_read) values (${partnershipId}, ${earlier?.['id']}, 'aligned')`
  }
  await owner`insert into partnership."group" (partnership_id, name, short_name, layer, kind) values (${partnershipId}, 'Safer communities partnership', 'SCP', 'operational', 'thematic-partnership')`
  await owner`insert into meetings.attendance (partnership_id, meeting_id, person_id, seat_id, how) values (${partnershipId}, ${meetingId}, ${people.lead}, ${seats.lead}, 'apologies')`
  await owner`
    insert into actions.action (partnership_id, source, source_id, group_id, source_name, source_day, number, text, owners_as_typed, due_on)
    values (${partnershipId}, 'meeting', 1, ${groupId}, 'PMG', '2009-05-06', 1, 'Send the leaflet', 'Natalie', '2009-06-01')`
  const [request] = await owner`
    insert into meetings.request (partnership_id, group_id, title, due_on, state, sent_on)
    values (${partnershipId}, ${groupId}, 'Self-evaluation', '2009-06-05', 'sent', '2009-05-20') returning id`
  await owner`insert into meetings.asked (partnership_id, request_id, person_id, asked_on) values (${partnershipId}, ${request?.['id']}, ${people.lead}, '2009-05-20')`
  const shown = await brief()
  assert.match(shown, /Overdue actions 1 PMG\/090506\/1: Send the leaflet Natalie, due 1 June 2009/)
  assert.match(shown, /Who has not answered 1 Self-evaluation Marta Turner; due 5 June 2009/)
  assert.match(shown, /Not quorate: 2 of 4 seats can be expected\. Missing: 1 more seat\. Apologies: Marta Turner\./)
  assert.match(shown, /To be decided 1 The reward grant Marta Turner/)
  assert.match(shown, /Minutes to be approved 2 6 May 2009 circulated, 1 correction is proposed 23 March 2009/)
  assert.match(shown, /Nobody at the table at the last two meetings 3 Safer communities partnership A letter to the chair is drafted/)
  assert.match(shown, /Secretariat absent twice without apologies/)
})

test('the chair is written to a week before, once, with how much there is of each', async () => {
  const asked = async () => (await owner`select key from platform.posted where key like 'chair brief%'`).map(({ key }) => key)
  const work = (today: string, before: string | null) =>
    app.visit('write', db =>
      briefChairs.work(db, {
        today: day(today),
        now: Temporal.Instant.from('2009-06-15T06:00:00Z'),
        before: before === null ? null : day(before),
      }),
    )
  await work('2009-06-14', '2009-06-13')
  assert.deepEqual(await asked(), [])
  await work('2009-06-15', '2009-06-13')
  await work('2009-06-15', '2009-06-14')
  assert.deepEqual(await asked(), [`chair brief ${meetingId} ${people.chair} 2009-06-22`])

  await owner`update partnership.person set email = 'dafydd@wexcombe.example' where id = ${people.chair}`
  const write = () =>
    app.visit<Awaited<ReturnType<NonNullable<(typeof chairLetters)[string]>>>>(
      'write',
      async db =>
        chairLetters['chair-brief']?.({
          db,
          about: { meetingId, personId: people.chair },
          now: Temporal.Instant.from('2009-06-15T06:00:00Z'),
          today: day('2009-06-15'),
          home: 'http://thread.example/wexcombe',
          origin: 'http://thread.example',
          partnership: 'Wexcombe Partnership',
          asker: 'Goldthread',
        }) ?? null,
    )
  const written = await write()
  assert.equal(written?.to, 'dafydd@wexcombe.example')
  assert.match(
    String(written?.paragraphs.join('\n')),
    /Overdue actions: 1\nWho has not answered: 1\n.*\nhttp:\/\/thread\.example\/wexcombe\/meetings\/1\/brief$/s,
  )
  await owner`update meetings.meeting set state = 'cancelled' where id = ${meetingId}`
  assert.equal(await write(), null)
})
