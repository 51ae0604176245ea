import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp, type Person, somebody } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import type { Visitor } from '../../platform/web/index.ts'
import { myRequestsPart } from './pages.ts'

const app = await freshApp({ after })
const { groupId, meetingId, seats } = await exampleMeeting(app)
const now = Temporal.Instant.from('2009-05-06T09:30:00Z')
const marta = await app.database.platform(db => somebody(db, { partnershipId: app.partnershipId, name: 'Owen Pike', role: 'reader', now }))
// Marta Turner, the lead, has an account; Owen Pike deputises for nobody.
const lead: Person = await app.database.platform(db =>
  somebody(db, { partnershipId: app.partnershipId, name: 'Marta Turner', role: 'contributor', now }),
)
await app.owner`
  update partnership.tenure set person_id = (select id from partnership.person where account_id = ${lead.accountId}) where seat_id = ${seats.lead}`

const nobodysCapacity = { personId: null, organisationIds: [], coordinates: [], seats: [] }

/** A request with its questions, as the secretary makes it; its address. */
async function begun(fields: Record<string, string> = {}): Promise<string> {
  const answer = await app.post(app.contributor, 'requests/new', {
    groupId: String(groupId),
    beginning: 'questions',
    title: 'Implications of the issues raised',
    why: 'So that the group can set its programme',
    dueOn: '22 May 2009',
    seenBy: 'keepers',
    ...fields,
  })
  assert.equal(answer.statusCode, 303, answer.body)
  const id = /requests\/(\d+)/.exec(answer.headers.location ?? '')?.[1]
  return `requests/${id}`
}

const question = (at: string, fields: Record<string, string>) =>
  app.post(app.contributor, `${at}/questions`, {
    kind: 'long',
    text: 'What follows for chief officers?',
    isRequired: 'yes',
    choices: '',
    hint: '',
    ...fields,
  })

const wholeGroup = (at: string) => app.post(app.contributor, `${at}/people`, { what: 'group', groupId: String(groupId) })

async function sent(fields: Record<string, string> = {}): Promise<string> {
  const at = await begun(fields)
  await question(at, {})
  await question(at, { kind: 'one', text: 'Which comes first?', choices: 'Funding\nCommunications\nData' })
  await question(at, { kind: 'number', text: 'How many days?', isRequired: '' })
  await wholeGroup(at)
  const answer = await app.post(app.contributor, `${at}/sending`)
  assert.equal(answer.statusCode, 303, answer.body)
  return at
}

/** The fields of the questions by their text, and the address of the answer. */
async function formOf(person: Person, at: string) {
  const to = await app.get(person, `${at}/answer`)
  assert.equal(to.statusCode, 303, to.body)
  const path = to.headers.location?.replace('/wexcombe/', '') ?? ''
  const shown = await app.get(person, path)
  const ids = await app.owner<{ id: number; text: string }[]>`
    select id, text from meetings.question where request_id = ${Number(at.split('/')[1])} order by place`
  const field = (text: string) => `question-${ids.find(each => each.text === text)?.id}`
  const edition = /name="edition" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
  return { path, field, edition, body: shown.body }
}

describe('a request', () => {
  test('is made by whoever keeps the meetings of the group, and by nobody else', async () => {
    assert.equal((await app.get(app.contributor, 'requests/new')).statusCode, 200)
    assert.equal((await app.get(lead, 'requests/new')).statusCode, 403)
    const other = await app.post(lead, 'requests/new', { groupId: String(groupId) })
    assert.equal(other.statusCode, 403)
  })

  test('that is not filled in comes back with what was typed, and says what is missing', async () => {
    const answer = await app.post(app.contributor, 'requests/new', {
      groupId: String(groupId),
      beginning: 'questions',
      title: ' ',
      why: 'For the programme',
      dueOn: 'soon',
      seenBy: 'keepers',
    })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#title">Enter what is asked for/)
    assert.match(answer.body, /href="#dueOn">Enter the date by which answers are needed, like 6 May 2009/)
    assert.match(answer.body, /For the programme/)
  })

  test('a sign-off and nominations begin with their question', async () => {
    const at = await begun({ beginning: 'sign-off', title: 'Sign off the compact' })
    assert.match((await app.get(app.contributor, `${at}/questions`)).body, /Do you agree\?/)
  })

  test('goes to whoever sits on the seats of a whole group, but for its secretariat and whoever is there already', async () => {
    const at = await begun()
    await question(at, {})
    await wholeGroup(at)
    const people = (await app.get(app.contributor, `${at}/people`)).body
    assert.match(people, /3 asked/)
    assert.match(people, /Dafydd Rees.*Marta Turner.*Vacant/s)
    assert.equal((await wholeGroup(at)).statusCode, 422)
  })

  test('asks its questions in the order that they are given, and says where somebody else has changed it', async () => {
    const at = await begun()
    await question(at, { text: 'First?' })
    await question(at, { text: 'Second?' })
    const shown = (await app.get(app.contributor, `${at}/questions`)).body
    const [first, second] = [...shown.matchAll(/name="place-(\d+)"/g)].map(found => found[1])
    const edition = /name="edition" value="([^"]+)"/.exec(shown)?.[1] ?? ''
    const places = { edition, [`place-${first}`]: '3', [`place-${second}`]: '2' }
    assert.equal((await app.post(app.contributor, `${at}/questions/order`, places)).statusCode, 303)
    assert.match((await app.get(app.contributor, `${at}/questions`)).body, /Second\?.*First\?/s)
    const again = await app.post(app.contributor, `${at}/questions/order`, { edition, [`place-${first}`]: '9', [`place-${second}`]: '2' })
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /The place of “First\?” is “2” now/)
  })

  test('is not sent without questions, people or time left', async () => {
    const at = await begun()
    const answer = await app.post(app.contributor, `${at}/sending`)
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Add at least one question before this is sent/)
    assert.match(answer.body, /Say who is asked before this is sent/)
  })

  test('hands out a file that is filled in and sent back, and says again what was chosen where something else is wrong', async () => {
    const at = await begun({ title: 'Return of the budget' })
    const file = (field: string, fileName: string, content: string) => ({ field, fileName, content: Buffer.from(content) })
    const asked = { kind: 'file', text: 'The sheet', isRequired: 'yes', choices: '', hint: '' }
    const refused = await app.upload(app.contributor, `${at}/questions`, asked, file('template', 'sheet.exe', 'MZ'))
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#template">sheet\.exe/)
    assert.equal((await app.upload(app.contributor, `${at}/questions`, asked, file('template', 'sheet.csv', 'Cost\n'))).statusCode, 303)
    await question(at, { text: 'Who filled it in?' })
    await wholeGroup(at)
    const templates = await app.owner<{ id: number }[]>`select id from meetings.question where template_id is not null`
    const template = `${at}/templates/${templates[0]?.id}`
    assert.equal((await app.get(lead, template)).statusCode, 303, 'nobody is asked yet')
    assert.equal((await app.post(app.contributor, `${at}/sending`)).statusCode, 303)
    assert.equal((await app.get(lead, template)).body, 'Cost\n')
    assert.equal((await app.get(marta, template)).statusCode, 303)

    const { path, field, edition } = await formOf(lead, at)
    const brought = file(field('The sheet'), 'ours.csv', 'Cost\n12\n')
    const half = await app.upload(lead, path, { edition, act: 'send', [field('The sheet')]: '' }, brought)
    assert.equal(half.statusCode, 422)
    assert.match(half.body, /Answer: Who filled it in\?/)
    assert.match(half.body, /Select the file again: The sheet/)
    const draft = await app.upload(lead, path, { edition, act: 'draft', [field('The sheet')]: '' }, brought)
    assert.equal(draft.statusCode, 303, draft.body)
    const href = `${path}/files/${templates[0]?.id}`
    assert.equal((await app.get(lead, href)).body, 'Cost\n12\n')
    assert.equal((await app.get(app.contributor, href)).statusCode, 404, 'a draft is nobody else’s business')
    assert.equal((await app.get(marta, href)).statusCode, 303)
    type Part = Awaited<ReturnType<typeof myRequestsPart>>
    const part = (bearer: Partial<Visitor>): Promise<Part> =>
      app.visit('read', db =>
        myRequestsPart({ db, today: day('2009-05-06'), visitor: { role: 'reader', duties: [], ...bearer } as Visitor }),
      )
    const seat = { seatId: seats.lead, groupId, role: 'lead', as: 'holder' } as const
    const home = await part({ duties: ['lead'], capacity: { ...nobodysCapacity, seats: [seat] } as Visitor['capacity'] })
    assert.ok(home?.view.requests.some(each => each.title === 'Return of the budget' && each.standing === 'Draft begun'))
    assert.equal(await part({}), null, 'plain readers have no capacity, and none is read for them')

    const copied = await app.post(app.contributor, `${at}/copy`)
    const copy = (copied.headers.location ?? '').replace('/wexcombe/', '').replace('/edit', '')
    assert.match((await app.get(app.contributor, `${copy}/questions`)).body, /sheet\.csv/)
    assert.equal((await app.post(app.contributor, `${copy}/removal`)).statusCode, 303)
    assert.equal((await app.get(lead, template)).body, 'Cost\n', 'the file is the first one’s still')
  })

  test('comes from a meeting and an item of it', async () => {
    const [item] = await app.owner<{ id: number }[]>`
      insert into meetings.agenda_item (partnership_id, meeting_id, title) values (${app.partnershipId}, ${meetingId}, 'Setting the agenda') returning id`
    const at = await begun({ meeting: String(meetingId), item: String(item?.id) })
    assert.match((await app.get(app.contributor, at)).body, /Partnership Management Group, 6 May 2009.*Setting the agenda/s)
    // An item of another meeting is none of this one's.
    const other = await begun({ meeting: String(meetingId), item: '999999' })
    assert.doesNotMatch((await app.get(app.contributor, other)).body, /Setting the agenda/)
  })
})

describe('whoever is asked', () => {
  test('finds it under their requests, keeps a draft that nobody else sees, and sends it', async () => {
    const at = await sent({ title: 'With a draft' })
    assert.match((await app.get(lead, 'requests')).body, /Requests to me.*With a draft/s)
    const { path, field, edition } = await formOf(lead, at)
    const draft = await app.post(lead, path, { edition, act: 'draft', [field('What follows for chief officers?')]: 'Half a thought' })
    assert.equal(draft.statusCode, 303, draft.body)
    assert.match((await app.get(lead, path)).body, /Half a thought/)
    assert.doesNotMatch((await app.get(app.contributor, `${at}/answers`)).body, /Half a thought/)
    assert.doesNotMatch((await app.get(app.contributor, path)).body, /Half a thought/)

    const again = await formOf(lead, at)
    const incomplete = await app.post(lead, path, {
      edition: again.edition,
      act: 'send',
      [field('What follows for chief officers?')]: 'Staff to lend',
    })
    assert.equal(incomplete.statusCode, 422)
    assert.match(incomplete.body, /Select one: Which comes first\?/)
    assert.match(incomplete.body, /Staff to lend/)

    const whole = {
      [field('What follows for chief officers?')]: 'Staff to lend',
      [field('Which comes first?')]: 'Funding',
      [field('How many days?')]: '1,250',
    }
    assert.equal((await app.post(lead, path, { edition: again.edition, act: 'send', ...whole })).statusCode, 303)
    const answers = (await app.get(app.contributor, `${at}/answers`)).body
    assert.match(answers, /1 of 2 have answered/)
    assert.match(answers, /Funding: <strong>1<\/strong>/)
    assert.match(answers, /Dafydd Rees.*Not answered.*Marta Turner.*Answered on 6 May 2009.*Staff to lend/s)
    const file = (await app.get(app.contributor, `${at}/answers.csv`)).body
    assert.match(
      file,
      /Marta Turner,"Lead, Safer communities",Partnership Management Group,Answered on 6 May 2009,2009-05-06,No,Marta Turner,,Staff to lend,Funding,1250/,
    )
    const sheet = await app.get(app.contributor, `${at}/answers.xlsx`)
    assert.equal(sheet.rawPayload.subarray(0, 2).toString(), 'PK')
  })

  test('is told where somebody else answered for the same seat meanwhile', async () => {
    const at = await sent({ title: 'Two for one seat' })
    const { path, field, edition } = await formOf(lead, at)
    const said = (words: string) => ({
      act: 'send',
      edition,
      [field('What follows for chief officers?')]: words,
      [field('Which comes first?')]: 'Data',
    })
    assert.equal((await app.post(lead, path, said('From the first'))).statusCode, 303)
    const second = await app.post(lead, path, said('From the second'))
    assert.equal(second.statusCode, 422)
    assert.match(second.body, /is “From the first” now/)
    assert.match(second.body, /From the second/)
  })

  test('answers for a seat as its deputy, and the answer says by whom', async () => {
    const at = await sent({ title: 'By a deputy' })
    await app.owner`
      insert into partnership.deputy (partnership_id, seat_id, person_id, place)
      select ${app.partnershipId}, ${seats.lead}, id, 1 from partnership.person where account_id = ${marta.accountId}`
    assert.equal(
      (await app.get(marta, `${at}/answer`)).headers.location,
      '/wexcombe/requests',
      'a deputy does not act while whoever sits there is to be had',
    )
    await app.owner`
      insert into partnership.absence (partnership_id, person_id, begins_on)
      select ${app.partnershipId}, id, '2009-05-01' from partnership.person where account_id = ${lead.accountId}`
    const { path, field, edition, body } = await formOf(marta, at)
    assert.match(body, /You answer for Marta Turner, Lead, Safer communities/)
    await app.post(marta, path, {
      act: 'send',
      edition,
      [field('What follows for chief officers?')]: 'In her place',
      [field('Which comes first?')]: 'Data',
    })
    assert.match((await app.get(app.contributor, `${at}/answers`)).body, /by Owen Pike/)
    await app.owner`delete from partnership.absence`
  })

  test('sees what everybody answered only where the request says so', async () => {
    const closed = await sent({ title: 'For the keepers' })
    assert.equal((await app.get(lead, `${closed}/answers`)).headers.location, '/wexcombe/requests')
    assert.equal((await app.get(lead, `${closed}/answers.csv`)).headers.location, '/wexcombe/requests')
    const open = await sent({ title: 'For everybody', seenBy: 'asked' })
    assert.equal((await app.get(lead, `${open}/answers`)).statusCode, 200)
    assert.equal((await app.get(marta, open)).headers.location, '/wexcombe/requests')
    assert.equal((await app.get(app.stranger, open)).statusCode, 404)
  })
})

describe('whoever keeps it', () => {
  test('enters what somebody told them, and the answer says so', async () => {
    const at = await sent({ title: 'By telephone' })
    const [asked] = await app.owner<
      { id: number }[]
    >`select id from meetings.asked where request_id = ${Number(at.split('/')[1])} and seat_id = ${seats.chair}`
    const shown = await app.get(app.contributor, `${at}/answers/${asked?.id}`)
    assert.match(shown.body, /Enter what Dafydd Rees told you/)
    const { field } = await formOf(lead, at)
    const edition = /name="edition" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
    const entered = await app.post(app.contributor, `${at}/answers/${asked?.id}`, {
      act: 'send',
      edition,
      [field('What follows for chief officers?')]: 'By telephone',
      [field('Which comes first?')]: 'Funding',
    })
    assert.equal(entered.statusCode, 303, entered.body)
    assert.match((await app.get(app.contributor, `${at}/answers`)).body, /entered by Ruth Calder/)
  })

  test('gives more time with a reason, closes it, and opens it again', async () => {
    const at = await sent({ title: 'With more time' })
    const early = await app.post(app.contributor, `${at}/extension`, { dueOn: '20 May 2009', reason: 'Half-term' })
    assert.equal(early.statusCode, 422)
    assert.match(early.body, /Enter a date after 22 May 2009/)
    await app.post(app.contributor, `${at}/extension`, { dueOn: '29 May 2009', reason: 'Half-term' })
    assert.match((await app.get(app.contributor, at)).body, /From 22 May 2009 to 29 May 2009, on 6 May 2009.*Half-term/s)
    await app.post(app.contributor, `${at}/closing`)
    const { path } = await formOf(lead, at)
    assert.equal((await app.post(lead, path, { act: 'send' })).statusCode, 422)
    await app.post(app.contributor, `${at}/extension`, { dueOn: '5 June 2009', reason: 'Two are still to come' })
    assert.match((await app.get(app.contributor, at)).body, /Sent on 6 May 2009/)
  })

  test('copies an earlier one with its questions and people', async () => {
    const at = await sent({ title: 'To be copied' })
    const copy = (await app.post(app.contributor, `${at}/copy`)).headers.location?.replace('/wexcombe/', '').replace('/edit', '') ?? ''
    const shown = (await app.get(app.contributor, copy)).body
    assert.match(shown, /Draft.*3 questions.*3 are asked/s)
  })

  test('cannot change what is sent', async () => {
    const at = await sent({ title: 'As it is' })
    assert.equal((await question(at, { text: 'One more?' })).headers.location, `/wexcombe/${at}`)
    assert.equal((await app.get(app.contributor, `${at}/edit`)).headers.location, `/wexcombe/${at}`)
    assert.doesNotMatch((await app.get(app.contributor, `${at}/questions`)).body, /One more/)
    const people = (await app.get(app.contributor, `${at}/people`)).body
    assert.match(people, /whoever is added is asked at once/)
  })
})
