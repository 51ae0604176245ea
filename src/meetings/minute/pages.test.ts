import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp, type Person } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { owner, partnershipId } = app
const { meetingId, groupId, people } = await exampleMeeting(app)
const before = await inVisit<number>(
  db => db`insert into meetings.meeting (group_id, on_day) values (${groupId}, '2009-03-23') returning id`,
)
const next = await inVisit<number>(db => db`insert into meetings.meeting (group_id, on_day) values (${groupId}, '2009-06-22') returning id`)
const item = async (title: string, place: number, kind = 'item') =>
  inVisit<number>(
    db =>
      db`insert into meetings.agenda_item (meeting_id, title, place, kind) values (${meetingId}, ${title}, ${place}, ${kind}) returning id`,
  )
const lastMinutes = await item('Minutes of the last meeting', 1, 'minutes')
const performance = await item('Performance management', 2)
for (const name of ['Jane Price', 'Joe Painter', 'Colin Carr'])
  await inVisit(
    db => db`
    with someone as (insert into partnership.person (name) values (${name}) returning id)
    insert into meetings.attendance (meeting_id, person_id, how) select ${meetingId}, id, 'present' from someone returning id`,
  )

async function inVisit<T>(work: (db: typeof owner) => PromiseLike<readonly Record<string, unknown>[]>): Promise<T> {
  return app.visit('write', async db => {
    const [row] = await work(db as unknown as typeof owner)
    return row?.['id']
  }) as Promise<T>
}

// The secretary of the group, and an officer.
const [secretary, officer] = [app.contributor, app.officer]
const at = `meetings/${meetingId}/minutes`
type Sent = Readonly<Record<string, string>>
type Told = {
  ok: boolean
  text?: string
  why?: string
  how?: string
  change: number
  order?: [string, number][]
  pieces?: { key: string; text: string }[]
  piece?: {
    text: string
    kind: string
    seen: string
    reference: string
    fields: Record<string, string>
    says: Record<string, { text: string }[]>
    asks: { key: string; options: { code: string }[] }[]
  }
}

/** As script sends a piece. */
async function save(who: Person, key: string, fields: Sent, more: Sent = {}): Promise<Told> {
  const named = Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}-${key}`, value]))
  const answer = await app.post(who, `${at}/pieces`, { key, item: String(performance), ...named, ...more })
  assert.equal(answer.statusCode, 200, answer.body)
  return answer.json()
}
const pieces = () =>
  owner<
    { key: string; kind: string; text: string; itemId: number }[]
  >`select key, kind, text, item_id from meetings.minute where meeting_id = ${meetingId} order by item_id, place, id`

describe('a piece of minutes', () => {
  test('sent twice is kept once, and a further one comes after it', async () => {
    const [one, two, between] = [randomUUID(), randomUUID(), randomUUID()]
    for (let times = 0; times < 2; times++)
      assert.equal((await save(secretary, one, { kind: 'discussion', text: 'Indicators were rated.' }, { after: '' })).ok, true)
    await save(secretary, two, { kind: 'discussion', text: 'Plans are outstanding.' }, { after: one })
    await save(officer, between, { kind: 'heading', text: 'Delivery plans' }, { after: one })
    assert.deepEqual(
      (await pieces()).map(({ text }) => text),
      ['Indicators were rated.', 'Delivery plans', 'Plans are outstanding.'],
    )
    await save(
      officer,
      between,
      { kind: 'heading', text: 'Delivery plans' },
      { after: two, [`seen-${between}`]: JSON.stringify([{ kind: 'heading', text: 'Delivery plans', isWithheld: false, typed: {} }]) },
    )
    assert.equal((await pieces()).at(-1)?.text, 'Delivery plans')
  })

  test('that is an action in a line gives its owner and its date, and has its reference for life', async () => {
    const key = randomUUID()
    const { piece } = await save(
      secretary,
      key,
      { kind: 'discussion', text: 'Action: Colin to write to chairs by end of June' },
      { settles: 'yes' },
    )
    assert.deepEqual(
      [piece?.kind, piece?.text, piece?.fields, piece?.reference],
      ['action', 'Write to chairs', { owners: 'Colin', due: 'by end of June' }, 'PMG/090506/1'],
    )
    assert.deepEqual(piece?.says['due'], [{ text: 'Tue 30 June 2009', isDoubt: false }])
    const [action] = await owner`
      select action.text, action.due_on::text, action.owners_as_typed, action.source_id, person.name from actions.action
        join actions.owner on owner.action_id = action.id join partnership.person on person.id = owner.person_id where action.reference = 'PMG/090506/1'`
    assert.deepEqual(
      { ...action },
      { text: 'Write to chairs', dueOn: '2009-06-30', ownersAsTyped: 'Colin', sourceId: meetingId, name: 'Colin Carr' },
    )

    // Reworded it is the same action, due with the next meeting.
    const again = await save(
      secretary,
      key,
      { kind: 'action', text: 'Write to all chairs', owners: 'CC, JP', due: 'next meeting' },
      { [`seen-${key}`]: piece?.seen ?? '' },
    )
    assert.equal(again.piece?.reference, 'PMG/090506/1')
    assert.deepEqual(
      again.piece?.asks.map(each => [each.key, each.options.length]),
      [['jp', 2]],
    )
    const [due] = await owner`select due_meeting_id from meetings.minute_action`
    assert.equal(due?.['dueMeetingId'], next)

    const joe = again.piece?.asks[0]?.options[1]?.code ?? ''
    await save(
      secretary,
      key,
      { kind: 'action', text: 'Write to all chairs', owners: 'CC, JP', due: 'next meeting', chosen: `jp=${joe}` },
      { [`seen-${key}`]: again.piece?.seen ?? '' },
    )
    const owners =
      await owner`select person.name from actions.owner join partnership.person on person.id = owner.person_id order by owner.place`
    assert.deepEqual(
      owners.map(row => row['name']),
      ['Colin Carr', 'Joe Painter'],
    )
  })

  test('that is an action is taken out with it, and brought back', async () => {
    const key = randomUUID()
    const { piece } = await save(secretary, key, { kind: 'action', text: 'Meet the Leader' })
    const refused = await save(secretary, key, { kind: 'discussion', text: 'Meet the Leader' }, { [`seen-${key}`]: piece?.seen ?? '' })
    assert.match(refused.text ?? '', /This is action PMG\/090506\/2/)
    const state = async () => (await owner`select id, state from actions.action where reference = 'PMG/090506/2'`)[0]
    const removed = await app.post(secretary, `${at}/pieces/${key}/removal`, { as: 'data', [`seen-${key}`]: piece?.seen ?? '' })
    assert.equal(removed.json().ok, true, removed.body)
    assert.equal((await state())?.['state'], 'dropped')
    await save(secretary, key, { kind: 'action', text: 'Meet the Leader' }, { action: String((await state())?.['id']) })
    assert.equal((await state())?.['state'], 'open')
  })

  test('that somebody else changed meanwhile is not taken out', async () => {
    const key = randomUUID()
    const { piece } = await save(secretary, key, { kind: 'discussion', text: 'One' })
    await save(officer, key, { kind: 'discussion', text: 'Two' }, { [`seen-${key}`]: piece?.seen ?? '' })
    const removed = await app.post(secretary, `${at}/pieces/${key}/removal`, { as: 'data', [`seen-${key}`]: piece?.seen ?? '' })
    assert.deepEqual([removed.json().ok, removed.json().piece.text], [false, 'Two'])
  })

  test('that two change at once keeps the words of both', async () => {
    const key = randomUUID()
    const { piece } = await save(secretary, key, { kind: 'discussion', text: 'First line\nSecond line' })
    const seen = { [`seen-${key}`]: piece?.seen ?? '' }
    await save(officer, key, { kind: 'discussion', text: 'First line, as Priya has it\nSecond line' }, seen)
    const merged = await save(secretary, key, { kind: 'discussion', text: 'First line\nSecond line, as Ruth has it' }, seen)
    assert.deepEqual([merged.how, merged.piece?.text], ['merged', 'First line, as Priya has it\nSecond line, as Ruth has it'])
    const both = await save(secretary, key, { kind: 'discussion', text: 'First line, no\nSecond line' }, seen)
    assert.equal(both.how, 'both')
    assert.match(both.piece?.text ?? '', /as Priya has it\n.*\[Ruth Calder wrote:\]\nFirst line, no/s)
  })

  test('that is a decision is in the register, with money to the penny and who proposed it', async () => {
    const key = randomUUID()
    const { piece } = await save(secretary, key, {
      kind: 'decision',
      text: 'The whole of the reward grant is not yet allocated',
      amount: '£2.6 million',
      proposer: 'Colin',
      seconder: 'Zed',
      votesFor: '9',
      abstentions: 'some',
      outcome: 'endorsed',
      indicators: 'XY9',
    })
    assert.deepEqual(piece?.says['amount'], [{ text: '£2,600,000', isDoubt: false }])
    assert.match(JSON.stringify(piece?.says), /Nobody here is called “Zed”.*Votes are whole numbers.*No indicator is called/s)
    const [decision] =
      await owner`select number, kind, manner, votes_for, abstentions, amount_pence, person.name from meetings.decision join partnership.person on person.id = proposer_id`
    assert.deepEqual(
      { ...decision },
      { number: 1, kind: 'endorsed', manner: 'vote', votesFor: 9, abstentions: null, amountPence: 260_000_000, name: 'Colin Carr' },
    )
    assert.equal(piece?.fields['abstentions'], 'some')
  })

  test('that is a correction is of the meeting before; an interest is of each who has it', async () => {
    const [correction, interest] = [randomUUID(), randomUUID()]
    const told = await save(
      secretary,
      correction,
      { kind: 'discussion', text: 'Correction: Page 4 – Spend: should read ‘£50 million’ (rather than £60 million)' },
      { settles: 'yes', item: String(lastMinutes) },
    )
    assert.equal(told.piece?.kind, 'correction')
    const [row] = await owner`select of_meeting_id, place_in_words, was, should_read, state, agreed_in_id from meetings.correction`
    assert.deepEqual(
      { ...row },
      {
        ofMeetingId: before,
        placeInWords: 'Page 4 – Spend',
        was: '£60 million',
        shouldRead: '£50 million',
        state: 'agreed',
        agreedInId: meetingId,
      },
    )
    await save(secretary, interest, { kind: 'interest', text: 'Trustee of the bidder', who: 'Colin and Jane', left: 'yes' })
    const rows =
      await owner`select person.name, left_the_room from meetings.interest join partnership.person on person.id = person_id order by 1`
    assert.deepEqual(
      rows.map(each => [each['name'], each['leftTheRoom']]),
      [
        ['Colin Carr', true],
        ['Jane Price', true],
      ],
    )
  })

  test('is told to whoever else writes, and nothing where nothing was written', async () => {
    const now: Told = (await app.get(officer, `${at}/changes.json?since=0`)).json()
    assert.ok((now.pieces?.length ?? 0) > 5)
    assert.deepEqual((await app.get(officer, `${at}/changes.json?since=${now.change}`)).json(), { change: now.change })
    const key = randomUUID()
    await save(secretary, key, { kind: 'discussion', text: 'Just now' })
    const news: Told = (await app.get(officer, `${at}/changes.json?since=${now.change}`)).json()
    assert.deepEqual(
      news.pieces?.map(({ text }) => text),
      ['Just now'],
    )
    assert.ok(news.order?.some(([each]) => each === key))
  })
})

describe('without script', () => {
  test('an item is a form: what is written is kept, and what another wrote meanwhile as well', async () => {
    const page = await app.get(secretary, `${at}/edit`)
    assert.match(page.body, /Performance management/)
    const form = formIn(page.body, `/wexcombe/${at}/items/${lastMinutes}`)
    const [key] = [form.fields['piece']].flat().toReversed()
    const saved = await app.post(secretary, `${at}/items/${lastMinutes}`, { ...form.fields, [`text-${key}`]: 'The minutes were approved.' })
    assert.equal(saved.statusCode, 303, saved.body)
    assert.ok((await pieces()).some(({ text, itemId }) => text === 'The minutes were approved.' && itemId === lastMinutes))
    const again = formIn((await app.get(secretary, `${at}/edit`)).body, `/wexcombe/${at}/items/${lastMinutes}`)
    const up = await app.post(secretary, `${at}/items/${lastMinutes}`, { ...again.fields, move: `${key}:up` })
    assert.equal(up.statusCode, 303)
    const ofItem = (await pieces()).filter(each => each.itemId === lastMinutes)
    assert.equal(ofItem[0]?.text, 'The minutes were approved.')
  })

  test('removing asks first', async () => {
    const [piece] = (await pieces()).filter(each => each.itemId === lastMinutes)
    const asked = await app.get(secretary, `${at}/pieces/${piece?.key}/removal`)
    assert.match(asked.body, /The minutes were approved\./)
    const removed = await app.post(
      secretary,
      `${at}/pieces/${piece?.key}/removal`,
      formIn(asked.body, `/wexcombe/${at}/pieces/${piece?.key}/removal`).fields,
    )
    assert.equal(removed.statusCode, 303)
    assert.ok(!(await pieces()).some(({ key }) => key === piece?.key))
  })

  test('an item is added on the spot, and what is wrong is said', async () => {
    const empty = await app.post(secretary, `${at}/items/new`, { title: ' ' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /href="#title">Enter what the item is called/)
    assert.equal((await app.post(secretary, `${at}/items/new`, { title: 'Flooding', after: String(lastMinutes) })).statusCode, 303)
    assert.match((await app.get(secretary, `${at}/edit`)).body, /Minutes of the last meeting.*Flooding.*Performance management/s)
  })

  test('when it opened and closed', async () => {
    assert.match((await app.post(secretary, `${at}/times`, { openedAt: 'early', closedAt: '' })).body, /“early” is not a time/)
    assert.match(
      (await app.post(secretary, `${at}/times`, { openedAt: '9.35am', closedAt: '9am' })).body,
      /closed before it opened at 9:35am/,
    )
    const form = formIn((await app.get(secretary, `${at}/edit`)).body, `/wexcombe/${at}/times`)
    await app.post(secretary, `${at}/times`, { ...form.fields, openedAt: '9.35am', closedAt: '12:35' })
    const [row] =
      await owner`select to_char(opened_at, 'HH24:MI') as o, to_char(closed_at, 'HH24:MI') as c from meetings.meeting where id = ${meetingId}`
    assert.deepEqual({ ...row }, { o: '09:35', c: '12:35' })
  })
})

describe('who may', () => {
  test('the chair and the secretariat of the group, and officers; nobody else', async () => {
    const codes = [app.reader, secretary, officer, app.administrator, app.stranger].map(
      async who => (await app.get(who, `${at}/edit`)).statusCode,
    )
    assert.deepEqual(await Promise.all(codes), [200, 200, 200, 200, 404])
    await owner`delete from partnership.tenure where partnership_id = ${partnershipId} and person_id in (${people.chair}, ${people.secretariat})`
    assert.equal((await app.get(app.reader, `${at}/edit`)).statusCode, 403)
    assert.equal((await app.post(secretary, `${at}/pieces`, { key: randomUUID(), item: String(performance) })).statusCode, 403)
  })

  test('approved minutes are closed to all, and the page says so', async () => {
    await owner`insert into meetings.minutes (partnership_id, meeting_id, state, approved_at) values (${partnershipId}, ${meetingId}, 'approved', now())`
    assert.match((await app.get(officer, `${at}/edit`)).body, /approved and cannot be changed/)
    const count = (await pieces()).length
    const refused = await save(officer, randomUUID(), { kind: 'discussion', text: 'Too late' })
    assert.deepEqual([refused.ok, refused.why], [false, 'approved'])
    assert.equal((await pieces()).length, count)
  })
})
