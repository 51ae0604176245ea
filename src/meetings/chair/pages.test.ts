import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { briefChairs, chairLetters as lettersWith } from './jobs.ts'
import { briefsPart } from './pages.ts'

const chairLetters = lettersWith(async () => ({ count: 7, worst: [], allHref: 'gaps?group=1' }))
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
    values (${partnershipId}, 'meeting', 1, ${groupId}, 'PMG', '2009-05-06', 1, 'Send the leaflet', 'Natalie', '2009-06-01'),
           (${partnershipId}, 'meeting', 1, ${groupId}, 'PMG', '2009-05-06', 2, 'Draw up a grid', 'Gill', '2009-06-30'),
           (${partnershipId}, 'meeting', 1, ${groupId}, 'PMG', '2009-05-06', 3, 'Count the bins', 'Owen', '2009-06-30')`
  await owner`
    insert into actions.due_change (partnership_id, action_id, was, becomes, reason, on_day)
    select ${partnershipId}, id, '2009-05-01', '2009-05-20', 'Ill', '2009-05-01' from actions.action, generate_series(1, 2) where number < 3`
  const paper = async (title: string, dueOn: string, onDay: string | null) => {
    const [row] = await owner`
      insert into meetings.paper (partnership_id, group_id, meeting_id, title, person_id, due_on)
      values (${partnershipId}, ${groupId}, ${meetingId}, ${title}, ${people.lead}, ${dueOn}) returning id`
    if (onDay !== null)
      await owner`
        insert into meetings.paper_version (partnership_id, paper_id, number, link, on_day, due_on, made_by_name)
        values (${partnershipId}, ${row?.['id']}, 1, 'https://wexcombe.example/paper', ${onDay}, ${dueOn}, 'Marta Turner')`
  }
  await paper('Hotspots', '2009-06-08', null)
  await paper('Spend', '2009-06-08', '2009-06-09')
  await paper('In time', '2009-06-08', '2009-06-08')
  await paper('Not due yet', '2009-06-12', null)
  const [request] = await owner`
    insert into meetings.request (partnership_id, group_id, title, due_on, state, sent_on)
    values (${partnershipId}, ${groupId}, 'Self-evaluation', '2009-06-05', 'sent', '2009-05-20') returning id`
  await owner`insert into meetings.asked (partnership_id, request_id, person_id, asked_on) values (${partnershipId}, ${request?.['id']}, ${people.lead}, '2009-05-20')`
  const shown = await brief()
  assert.match(shown, /Overdue actions 1 PMG\/090506\/1: Send the leaflet Natalie, due 1 June 2009, overdue by 9 days, moved twice Actions/)
  assert.match(shown, /Actions whose date has moved 1 PMG\/090506\/2: Draw up a grid Gill, due 30 June 2009, moved twice Who/)
  assert.match(
    shown,
    /Papers missing or late 2 Hotspots Marta Turner\. Missing\. Due 8 June 2009, 2 working days late Spend Marta Turner\. 1 working day late: due 8 June 2009/,
  )
  assert.doesNotMatch(shown, /In time|Not due yet|Count the bins/)
  assert.match(shown, /Who has not answered 1 Self-evaluation Marta Turner; due 5 June 2009/)
  assert.match(shown, /Not quorate: 2 of 4 seats can be expected\. Missing: 1 more seat\. Apologies: Marta Turner\./)
  assert.match(shown, /To be decided 1 The reward grant Marta Turner/)
  assert.match(shown, /Minutes to be approved 2 6 May 2009 circulated, 1 correction is proposed 23 March 2009/)
  assert.match(shown, /Nobody at the table at the last two meetings 3 Safer communities partnership A letter to the chair is drafted/)
  assert.match(shown, /Secretariat absent twice without apologies/)
})

test('is on the home of whoever chairs, and of nobody else', async () => {
  const seat = { seatId: seats.chair, groupId, as: 'holder' as const }
  const home = (duty: 'chair' | 'member' | null, role: 'chair' | 'member' = 'chair') =>
    app.visit<Awaited<ReturnType<typeof briefsPart>>>('read', db =>
      briefsPart({
        db,
        today: day('2009-06-10'),
        visitor: {
          accountId: 1,
          name: 'Dafydd',
          role: 'reader',
          shares: [],
          duties: duty === null ? [] : [duty],
          get capacity() {
            assert.notEqual(duty, null, 'a capacity was read of somebody without a seat')
            return { personId: people.chair, organisationIds: [], coordinates: [], seats: [{ ...seat, role }] }
          },
        } as never,
      }),
    )
  const [shown] = (await home('chair'))?.view.meetings ?? []
  assert.equal(shown?.href, path)
  assert.match(String(shown?.note), /22 June 2009/)
  assert.equal(await home('chair', 'member'), null)
  assert.equal(await home('member'), null)
  assert.equal(await home(null), null)
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
    /Papers missing or late: 3\nOverdue actions: 1\nActions whose date has moved: 1\nWho has not answered: 1\n.*Gaps in the golden thread: 7\n.*\nhttp:\/\/thread\.example\/wexcombe\/meetings\/1\/brief$/s,
  )
  await owner`update meetings.meeting set state = 'cancelled' where id = ${meetingId}`
  assert.equal(await write(), null)
})
