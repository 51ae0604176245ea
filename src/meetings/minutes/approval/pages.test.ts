// Minutes from draft to approval, as their secretary, a member and others see them.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../../test/pages/meeting.ts'
import { exampleMinutes } from '../../../../test/pages/minutes.ts'
import { freshApp, type Person, somebody } from '../../../../test/web/index.ts'
import type { Db } from '../../../platform/db/index.ts'

const now = '2009-06-22T15:00:00Z'
const app = await freshApp({ after }, { now })
const example = await exampleMeeting(app)
const { pieces, nextId, earlierId } = await exampleMinutes(app, example)
const [secretary, chair] = [app.contributor, app.reader]
const outsider = await app.database.platform(db =>
  somebody(db, { partnershipId: app.partnershipId, name: 'Owen Price', role: 'reader', now: Temporal.Instant.from(now) }),
)
const path = `meetings/${example.meetingId}/minutes`
const plain = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const read = async (who: Person, address = path) => plain((await app.get(who, address)).body)
const editionIn = (body: string) => /name="edition" value="([^"]+)"/.exec(body)?.[1] ?? ''
const approvedAt = () => app.owner`select state, approved_in_id from meetings.minutes where meeting_id = ${example.meetingId}`

describe('circulating', () => {
  test('is for whoever keeps the meetings, and for a meeting that was held', async () => {
    assert.equal((await app.post(outsider, `${path}/circulation`)).statusCode, 403)
    const [july] = await app.owner`
      insert into meetings.meeting (partnership_id, group_id, on_day) values (${app.partnershipId}, ${example.groupId}, '2009-07-20') returning id`
    const early = await app.post(secretary, `meetings/${july?.['id']}/minutes/circulation`, { correctionsBy: '' })
    assert.equal(early.statusCode, 422)
    assert.match(early.body, /This meeting is on 20 July 2009/)
    assert.match((await app.post(secretary, `meetings/${nextId}/minutes/circulation`)).body, /Nothing is minuted yet/)
    const past = await app.post(secretary, `${path}/circulation`, { correctionsBy: '1 May 2009' })
    assert.match(past.body, /href="#correctionsBy">Corrections are asked for by a day that has not passed/)
    const nonsense = await app.post(secretary, `${path}/circulation`, { correctionsBy: 'soon' })
    assert.match(nonsense.body, /href="#correctionsBy">Enter the day as a date/)
  })

  test('can be undone while nobody has answered', async () => {
    assert.equal((await app.post(secretary, `${path}/circulation`, { correctionsBy: '30 June 2009' })).statusCode, 303)
    assert.match(await read(outsider), /Corrections are asked for by 30 June 2009/)
    assert.equal((await app.post(secretary, `${path}/circulation/removal`)).statusCode, 303)
    assert.match(await read(outsider), /cannot be read yet/)
    assert.equal((await app.post(secretary, `${path}/circulation`, { correctionsBy: '30 June 2009' })).statusCode, 303)
  })
})

describe('a correction', () => {
  test('says where and what, or is refused', async () => {
    const nothing = await app.post(chair, `${path}/corrections/new`, { pieceId: String(pieces.said) })
    assert.equal(nothing.statusCode, 422)
    assert.match(nothing.body, /href="#shouldRead">Enter what it should read/)
    const nowhere = await app.post(chair, `${path}/corrections/new`, { shouldRead: 'Something' })
    assert.match(nowhere.body, /href="#placeInWords">Say where/)
  })

  test('to a part that is withheld cannot be proposed by who does not see it', async () => {
    const hidden = await app.post(outsider, `${path}/corrections/new`, { pieceId: String(pieces.withheld), shouldRead: 'x' })
    assert.match(hidden.body, /Select a part of these minutes/)
    assert.doesNotMatch((await app.get(outsider, `${path}/corrections/new`)).body, /A bidder was named/)
  })

  test('is proposed by a member, under their name, and holds the circulation', async () => {
    const fields = { pieceId: String(pieces.said), was: '£50 million', shouldRead: '£5 million' }
    assert.equal((await app.post(chair, `${path}/corrections/new`, fields)).statusCode, 303)
    assert.match(
      await read(chair, `${path}/corrections`),
      /Should read “£5 million” \(rather than “£50 million”\), proposed by Dafydd Rees\. Proposed/,
    )
    const held = await app.post(secretary, `${path}/circulation/removal`)
    assert.match(held.body, /Somebody has proposed a correction already/)
  })

  test('has to be decided before the minutes are approved', async () => {
    const refused = await app.post(secretary, `${path}/approval`, { at: String(nextId) })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /One correction is not decided yet/)
  })

  test('that is agreed is in the text, marked with who proposed it and where it was agreed', async () => {
    const [correction] = await app.owner<{ id: number }[]>`select id from meetings.correction where of_meeting_id = ${example.meetingId}`
    const decide = `${path}/corrections/${correction?.id}`
    assert.equal((await app.get(outsider, decide)).statusCode, 403)
    const form = (await app.get(secretary, decide)).body
    const text = /<textarea[^>]*id="text"[^>]*>([^<]*)/.exec(form)?.[1] ?? ''
    assert.match(text, /£5 million of grant/)
    const saved = await app.post(secretary, decide, { state: 'agreed', at: String(nextId), text, edition: editionIn(form) })
    assert.equal(saved.statusCode, 303, saved.body)

    const marked = (await app.get(outsider, `${path}?version=marked`)).body
    assert.match(marked, /<del><span class="govuk-visually-hidden">deleted: <\/span>£?50/)
    assert.match(
      plain(marked),
      /Corrected: “£50 million” became “£5 million”, proposed by Dafydd Rees, agreed at the meeting of 22 June 2009/,
    )
    assert.match(await read(outsider), /£5 million of grant/)
    assert.match(await read(outsider, `${path}?version=circulated`), /£50 million of grant/)
  })
})

describe('approving', () => {
  test('is offered to who keeps the meetings where they look for it: on the page of the meeting, its agenda and its minutes', async () => {
    await app.owner`
      insert into meetings.agenda_item (partnership_id, meeting_id, place, kind, title)
      values (${app.partnershipId}, ${nextId}, 1, 'minutes', 'Minutes of the last meeting')`
    const offers = async (who: Person, page: string) =>
      (await app.get(who, `meetings/${nextId}${page}`)).body.includes(
        `/${path}/approval?at=${nextId}">Approve the minutes of 6 May 2009</a>`,
      )
    for (const page of ['', '/agenda', '/minutes/edit']) assert.equal(await offers(secretary, page), true, page)
    for (const page of ['', '/agenda']) assert.equal(await offers(outsider, page), false, page)
    assert.equal((await app.get(secretary, `meetings/${example.meetingId}`)).body.includes('Approve the minutes'), false)
  })

  test('is asked, and wants a later meeting of the group that was held', async () => {
    assert.match(await read(secretary, `meetings/${nextId}/minutes`), /minutes of 6 May 2009 wait to be approved/)
    assert.match(await read(secretary, `${path}/approval?at=${nextId}`), /approved with one correction.*cannot be changed any more/)
    for (const at of [String(earlierId), String(example.meetingId), ''])
      assert.match((await app.post(secretary, `${path}/approval`, { at })).body, /href="#at">Select the meeting of the group/)
    assert.equal((await app.post(outsider, `${path}/approval`, { at: String(nextId) })).statusCode, 403)
  })

  test('is a decision of that meeting', async () => {
    assert.equal((await app.post(secretary, `${path}/approval`, { at: String(nextId) })).statusCode, 303)
    assert.deepEqual({ ...(await approvedAt())[0] }, { state: 'approved', approvedInId: nextId })
    const [decision] = await app.owner`select kind, text from meetings.decision where meeting_id = ${nextId}`
    assert.deepEqual(
      { ...decision },
      {
        kind: 'approved-minutes',
        text: 'The minutes of the meeting held on 6 May 2009 were approved as a correct record, with one correction.',
      },
    )
    assert.match(await read(outsider), /Approved Approved at the meeting of 22 June 2009/)
  })

  test('holds every word from then on, whoever tries by whatever way', async () => {
    const { meetingId } = example
    const changes: ((db: Db) => PromiseLike<unknown>)[] = [
      db => db`update meetings.minute set text = 'Another' where id = ${pieces.said}`,
      db => db`delete from meetings.minute where id = ${pieces.said}`,
      db => db`update meetings.decision set text = 'Another' where meeting_id = ${meetingId}`,
      db => db`update meetings.minutes set state = 'draft', approved_at = null where meeting_id = ${meetingId}`,
      db => db`delete from meetings.minutes_text where meeting_id = ${meetingId} and kind = 'approved'`,
      db => db`update meetings.minutes_text set sent_to = 3 where meeting_id = ${meetingId}`,
      db => db`update meetings.correction set should_read = 'Another' where of_meeting_id = ${meetingId}`,
    ]
    for (const change of changes)
      await assert.rejects(
        app.visit('write', async db => void (await change(db))),
        /approved|stays as it was/,
        String(change),
      )
    for (const [step, fields] of [
      ['circulation', {}],
      ['circulation/removal', {}],
      ['approval', { at: String(nextId) }],
      ['corrections/new', { pieceId: String(pieces.said), shouldRead: 'x' }],
    ] as const)
      assert.equal((await app.post(secretary, `${path}/${step}`, fields)).statusCode, 422, step)
  })

  test('keeps names and dates as they were, and still lets a part be withheld', async () => {
    await app.owner`update partnership.person set name = 'Renamed' where id = ${example.people.lead}`
    assert.match(await read(outsider), /Apologies Marta Turner/)
    const form = (await app.get(secretary, `${path}/withheld`)).body
    const saved = await app.post(secretary, `${path}/withheld`, {
      piece: [String(pieces.said), String(pieces.withheld)],
      edition: editionIn(form),
    })
    assert.equal(saved.statusCode, 303, saved.body)
    assert.doesNotMatch(await read(outsider), /of grant|bidder/)
    assert.doesNotMatch(await read(outsider, `${path}?version=marked`), /of grant|Corrected/)
    assert.match(await read(secretary), /£5 million of grant/)
  })
})

test('all minutes are listed, for scrutiny those that are approved', async () => {
  const scrutiny = await app.database.platform(db =>
    somebody(db, { partnershipId: app.partnershipId, name: 'Sian Bevan', role: 'scrutiny', now: Temporal.Instant.from(now) }),
  )
  await app.owner`insert into meetings.minutes (partnership_id, meeting_id, state, circulated_at) values (${app.partnershipId}, ${nextId}, 'circulated', now())`
  assert.match(await read(outsider, 'minutes'), /22 June 2009.*Circulated for correction.*6 May 2009.*Approved/)
  const body = await read(scrutiny, 'minutes')
  assert.match(body, /6 May 2009/)
  assert.doesNotMatch(body, /22 June 2009/)
})
