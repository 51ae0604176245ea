import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp, type Person } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { owner, partnershipId, reader, officer, administrator, stranger } = app
const { meetingId, groupId } = await exampleMeeting(app)
const elsewhere = await exampleMeeting(app, { shortName: 'SW', name: 'Safer Wexcombe', onDay: '2009-05-07' })
await owner`delete from partnership.tenure where seat_id in (${elsewhere.seats.chair}, ${elsewhere.seats.secretariat})`
const scrutiny = await (async (): Promise<Person> => {
  await owner`update platform.membership set role = 'scrutiny' where account_id = ${app.contributor.accountId}`
  await owner`delete from partnership.tenure where person_id = (select id from partnership.person where partnership_id = ${partnershipId} and account_id = ${app.contributor.accountId})`
  return app.contributor
})()

const one = async (query: PromiseLike<readonly { readonly id: number }[]>): Promise<number> => (await query)[0]?.id ?? 0
const itemOf = (meeting: number, title: string, isConfidential = false) =>
  one(owner<{ id: number }[]>`
    insert into meetings.agenda_item (partnership_id, meeting_id, title, is_confidential) values (${partnershipId}, ${meeting}, ${title}, ${isConfidential}) returning id`)
const pieceOf = (meeting: number, item: number, text: string, isWithheld = false) =>
  one(owner<{ id: number }[]>`
    insert into meetings.minute (partnership_id, meeting_id, item_id, text, is_withheld) values (${partnershipId}, ${meeting}, ${item}, ${text}, ${isWithheld}) returning id`)
const become = async (meeting: number, state: string) => {
  await owner`
    insert into meetings.minutes (partnership_id, meeting_id, state, approved_at) values (${partnershipId}, ${meeting}, ${state}, ${state === 'approved' ? '2009-06-22' : null})
        on conflict (partnership_id, meeting_id) do update set state = excluded.state, approved_at = excluded.approved_at`
}

const body = async (who: Person, typed: string, more = '') => (await app.get(who, `search?q=${encodeURIComponent(typed)}${more}`)).body
const words = (html: string) =>
  (/<div data-found>.*?<\/main>/s.exec(html)?.[0] ?? '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
const finds = async (who: Person, typed: string) => words(await body(who, typed))
const isFound = async (who: Person, typed: string) => !/Nothing was found/.test(await finds(who, typed))

describe('search', () => {
  test('asks for words, and says when nothing has them', async () => {
    assert.match(await finds(reader, ''), /Looks through minutes, decisions, actions/)
    assert.match(await finds(reader, 'zeppelin'), /Nothing was found Every word has to occur/)
    assert.match(await finds(reader, 'the'), /Nothing was found/)
    assert.match(await finds(reader, '-police'), /Nothing was found/)
  })

  test('finds an action by its words, its reference, and the beginning of that', async () => {
    await owner`
      insert into actions.action (partnership_id, source, group_id, source_name, source_day, number, text, owners_as_typed)
      values (${partnershipId}, 'meeting', ${groupId}, 'PMG', '2009-05-06', 3, 'Circulate the leaflet on fighting the downturn', 'TK, KM')`
    for (const typed of ['leaflets', 'downturn circulated', '"fighting the downturn"', 'PMG/090506/3', 'PMG/0905*', 'leaf*'])
      assert.match(
        await finds(reader, typed),
        /1 text PMG\/090506\/3 Action · Partnership Management Group · 6 May 2009 Circulate the leaflet/,
        typed,
      )
    assert.equal(await isFound(reader, 'leaflet -downturn'), false)
    assert.equal(await isFound(reader, '"downturn the fighting"'), false)
  })

  test('follows what is changed, and forgets what is removed', async () => {
    await owner`update actions.action set text = 'Circulate the poster' where partnership_id = ${partnershipId}`
    assert.equal(await isFound(reader, 'leaflet'), false)
    const [action] = await owner<{ id: number }[]>`select id from actions.action where partnership_id = ${partnershipId}`
    await owner`insert into actions.note (partnership_id, action_id, text) values (${partnershipId}, ${action?.id ?? 0}, 'Printers were asked')`
    assert.ok(await isFound(reader, 'printers'))
    await owner`delete from actions.action where partnership_id = ${partnershipId}`
    assert.equal(await isFound(reader, 'poster'), false)
  })

  test('shows and counts nothing of another group’s minutes until they are circulated, and the public only what is approved', async () => {
    const item = await itemOf(elsewhere.meetingId, 'Burglary in Northgate')
    await pieceOf(elsewhere.meetingId, item, 'The constable spoke of marzipan.')
    const seen = async () => [await isFound(reader, 'marzipan'), await isFound(officer, 'marzipan'), await isFound(scrutiny, 'marzipan')]
    assert.deepEqual(await seen(), [false, true, false])
    assert.equal(await isFound(reader, 'Northgate'), false, 'nor does the agenda tell before it is published')
    await become(elsewhere.meetingId, 'circulated')
    assert.deepEqual(await seen(), [true, true, false])
    await become(elsewhere.meetingId, 'approved')
    assert.deepEqual(await seen(), [true, true, true])
    assert.match(
      await finds(reader, 'marzipan'),
      /Burglary in Northgate Minutes · Safer Wexcombe · 7 May 2009 The constable spoke of marzipan\./,
    )
  })

  test('shows the group alone what is confidential or withheld, whatever becomes of the minutes', async () => {
    const own = await itemOf(meetingId, 'Grant to a contractor', true)
    await pieceOf(meetingId, own, 'Their accounts smell of saffron.')
    await become(meetingId, 'circulated')
    assert.ok(await isFound(reader, 'saffron'), 'the chair of the group')
    assert.deepEqual([await isFound(administrator, 'saffron'), await isFound(scrutiny, 'saffron')], [true, false])
    await owner`delete from partnership.tenure where person_id = (select id from partnership.person where partnership_id = ${partnershipId} and account_id = ${reader.accountId})`
    assert.equal(await isFound(reader, 'saffron'), false, 'who is not of the group any more')
    await owner`update meetings.agenda_item set is_confidential = false where partnership_id = ${partnershipId} and id = ${own}`
    assert.ok(await isFound(reader, 'saffron'))
  })

  test('finds a paper by its cover sheet and the words of its file: the group at once, everybody when it is published, nobody when it is withdrawn', async () => {
    const item = await itemOf(elsewhere.meetingId, 'Lighting')
    const paper = await one(owner<{ id: number }[]>`
      insert into meetings.paper (partnership_id, group_id, item_id, title) values (${partnershipId}, ${elsewhere.groupId}, ${item}, 'Lamps in Northgate') returning id`)
    const file = await one(owner<{ id: number }[]>`
      insert into platform.stored_file (partnership_id, name, kind, bytes, digest, made_by_name)
      values (${partnershipId}, 'lamps.pdf', 'pdf', 10, ${'0'.repeat(64)}, 'Helen Marsh') returning id`)
    await owner`
      insert into meetings.paper_version (partnership_id, paper_id, number, file_id, on_day, made_by_name) values (${partnershipId}, ${paper}, 1, ${file}, '2009-05-01', 'Helen Marsh')`
    await owner`insert into platform.stored_file_text (partnership_id, file_id, text) values (${partnershipId}, ${file}, 'Every lamp costs a periwinkle.')`
    const seen = async () => [
      await isFound(reader, 'periwinkle'),
      await isFound(officer, 'periwinkle'),
      await isFound(scrutiny, 'periwinkle'),
    ]
    assert.deepEqual(await seen(), [false, true, false])
    await owner`update meetings.meeting set published_at = now() where partnership_id = ${partnershipId} and id = ${elsewhere.meetingId}`
    assert.deepEqual(await seen(), [true, true, false])
    await owner`update meetings.paper set withdrawn_on = '2009-05-06', withdrawn_because = 'Wrong' where partnership_id = ${partnershipId} and id = ${paper}`
    assert.deepEqual(await seen(), [false, false, false])
  })

  test('counts each kind and shows one of them', async () => {
    const item = await itemOf(meetingId, 'Saffron on the agenda')
    await pieceOf(meetingId, item, 'Of saffron again.')
    const html = await body(reader, 'saffron')
    assert.match(words(html), /Everything 3 Minutes 2 Agendas 1 3 texts/)
    assert.match(words(await body(reader, 'saffron', '&kind=meetings.agenda_item')), /1 text Saffron on the agenda/)
    assert.match(html, /<mark>saffron<\/mark>/i)
  })

  test('is of one’s own partnership alone', async () => {
    const answer = await app.get(stranger, '/elmbridge/search?q=saffron')
    assert.match(answer.body, /Nothing was found/)
    assert.equal((await app.get(stranger, 'search?q=saffron')).statusCode, 404)
  })

  test('takes whatever is typed', async () => {
    for (const typed of [
      "it's",
      'a & b | c',
      '((',
      '\\',
      "'",
      '*',
      ':*',
      'x:*',
      '"',
      '!!',
      '<b>',
      '%00',
      'é',
      '1,234.5',
      'a'.repeat(500),
    ]) {
      const { statusCode } = await app.get(reader, `search?q=${encodeURIComponent(typed)}&typing=1`)
      assert.equal(statusCode, 200, typed)
    }
  })
})
