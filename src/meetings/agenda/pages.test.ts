import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'
import { addAction } from '../../actions/index.ts'
import { day } from '../../kernel/day.ts'

const now = '2009-05-20T09:30:00Z'
const app = await freshApp({ after }, { now })
const { groupId, meetingId: lastId } = await exampleMeeting(app)
await app.owner`update meetings.meeting set state = 'held' where id = ${lastId}`
const rowOf = async (rows: PromiseLike<{ id: number }[]>) => (await rows)[0]?.id ?? 0
const meetingId = await rowOf(app.owner`
  insert into meetings.meeting (partnership_id, group_id, on_day, starts_at, ends_at) values (${app.partnershipId}, ${groupId}, '2009-06-22', '14:00', '15:00') returning id`)
await app.owner`insert into meetings.meeting (partnership_id, group_id, on_day) values (${app.partnershipId}, ${groupId}, '2009-07-20')`
const planned = (title: string, purpose: string) =>
  rowOf(app.owner`
    insert into meetings.forward_item (partnership_id, group_id, meeting_id, title, purpose, responsible, minutes)
    values (${app.partnershipId}, ${groupId}, ${meetingId}, ${title}, ${purpose}, 'Tbc', 20) returning id`)
await planned('Area based grant', 'decide')
await app.owner`
  insert into meetings.forward_item (partnership_id, group_id, is_standing, title, detail) values (${app.partnershipId}, ${groupId}, true, 'Progress updates', ${'agreed updates\nbarriers'})`
const outsider = await app.database.platform(db =>
  somebody(db, { partnershipId: app.partnershipId, name: 'Nobody Here', role: 'reader', now: Temporal.Instant.from(now) }),
)
await app.visit('write', db =>
  addAction(db, {
    source: 'meeting',
    sourceId: lastId,
    groupId,
    sourceName: 'PMG',
    sourceDay: day('2009-05-06'),
    text: 'Write to chairs',
    ownersAsTyped: 'Ruth Calder',
    dueOn: day('2009-05-30'),
    owners: [],
  }),
)
await app.visit('write', db =>
  addAction(db, {
    source: 'meeting',
    sourceId: lastId,
    groupId,
    sourceName: 'PMG',
    sourceDay: day('2009-05-06'),
    text: 'Speak with the contractor',
    isConfidential: true,
    owners: [],
  }),
)

const path = `meetings/${meetingId}/agenda`
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const shown = async (person = app.contributor) => words((await app.get(person, path)).body)
const titles = async () =>
  (
    await app.owner<
      { title: string }[]
    >`select title from meetings.agenda_item where meeting_id = ${meetingId} and parent_id is null order by place`
  ).map(({ title }) => title)
const idOf = (title: string) => rowOf(app.owner`select id from meetings.agenda_item where meeting_id = ${meetingId} and title = ${title}`)

describe('an agenda', () => {
  test('is not there at first', async () => {
    assert.match(await shown(outsider), /The agenda is not published yet/)
    assert.match(await shown(), /Assemble the agenda Begin with the agenda of 6 May 2009/)
  })

  test('is assembled in one press by whoever keeps the group’s meetings', async () => {
    assert.equal((await app.post(outsider, `${path}/assembly`)).statusCode, 403)
    assert.equal((await app.post(app.contributor, `${path}/assembly`)).statusCode, 303)
    assert.deepEqual(await titles(), [
      'Welcome and apologies',
      'Conflicts of interest',
      'Minutes of the last meeting, 6 May 2009',
      'Matters arising',
      'Progress updates',
      'Area based grant',
      'Exceptions of the scorecard',
      'Forward plan',
      'Any other business',
      'Date of next meeting',
    ])
  })

  test('shows the open actions under their own references, the forward plan and the next meeting as they are now', async () => {
    assert.match(
      await shown(),
      /4 Matters arising .*PMG\/090506\/1 Write to chairs Ruth Calder 30 May 2009 PMG\/090506\/2 Speak with the contractor/,
    )
    assert.match(await shown(), /5 Progress updates.*agreed updates barriers/)
    assert.match(await shown(), /6 Area based grant For decision Tbc 20 minutes/)
    assert.match(await shown(), /8 Forward plan.*20 July 2009.*10 Date of next meeting 20 July 2009/)
    await app.owner`update actions.action set state = 'closed', outcome = 'Written', ended_on = '2009-05-19' where text = 'Write to chairs'`
    assert.doesNotMatch(await shown(), /Write to chairs/)
  })

  test('is a draft for the group until it is published, on the page and on paper', async () => {
    assert.match(await shown(), /not published yet: those who keep this group’s meetings and its members see it.*Area based grant/)
    assert.match(await shown(), /Publish to members/)
    for (const member of [app.reader, app.officer]) assert.match(await shown(member), /Area based grant/)
    const unseen = await shown(outsider)
    assert.match(unseen, /The agenda is not published yet It is here as soon as/)
    assert.doesNotMatch(unseen, /Area based grant|Progress updates|Publish to members|PDF|Write to chairs/)
    const draft = await app.get(outsider, `${path}.pdf`)
    assert.ok(draft.rawPayload.length * 1.1 < (await app.get(app.reader, `${path}.pdf`)).rawPayload.length)

    await app.owner`insert into meetings.minutes (partnership_id, meeting_id, state) values (${app.partnershipId}, ${meetingId}, 'draft')`
    assert.doesNotMatch(await shown(outsider), /Area based grant/)
    await app.owner`update meetings.minutes set state = 'circulated' where meeting_id = ${meetingId}`
    assert.match(await shown(outsider), /Area based grant/)
    await app.owner`delete from meetings.minutes where meeting_id = ${meetingId}`
    assert.doesNotMatch(await shown(outsider), /Area based grant/)
    await app.owner`update meetings.meeting set published_at = now() where id = ${meetingId}`
    assert.match(await shown(outsider), /Area based grant/)
    assert.doesNotMatch(await shown(), /not published yet/)
  })

  test('has the papers under its items, for those who may see them', async () => {
    const itemId = await idOf('Area based grant')
    const newPaper = `meetings/${meetingId}/papers/new?item=${itemId}`
    assert.ok((await app.get(app.contributor, path)).body.includes(newPaper))
    assert.match((await app.get(app.contributor, `groups/${groupId}/forward-plan`)).body, /forward-plan\/\d+\/papers\/new/)
    assert.ok(!(await app.get(outsider, `groups/${groupId}/forward-plan`)).body.includes('/papers/new'))
    const paper = async (title: string, more: { secret?: boolean; withdrawn?: string; late?: boolean }) => {
      const id = await rowOf(app.owner`
        insert into meetings.paper (partnership_id, group_id, meeting_id, item_id, title, is_confidential, withdrawn_on)
        values (${app.partnershipId}, ${groupId}, ${meetingId}, ${itemId}, ${title}, ${more.secret ?? false}, ${more.withdrawn ?? null}) returning id`)
      if (more.late !== undefined)
        await app.owner`
          insert into meetings.paper_version (partnership_id, paper_id, number, link, on_day, due_on, made_by_name)
          values (${app.partnershipId}, ${id}, 1, 'https://wexcombe.example/grant', '2009-06-15', ${more.late ? '2009-06-11' : '2009-06-18'}, 'Marta Turner')`
      return id
    }
    const here = await paper('How the grant was spent', { late: false })
    await paper('Late figures', { late: true })
    await paper('Old options', { withdrawn: '2009-06-01' })
    await paper('Offers that came in', { secret: true, late: false })
    await paper('Still to be written', {})
    assert.match(
      await shown(),
      /6 Area based grant .*How the grant was spent How the grant was spent: a link Late figures Late .*Old options Withdrawn .*Offers that came in Confidential .*Still to be written To come Change Area based grant Add within Area based grant Add a paper under Area based grant/,
    )
    assert.ok((await app.get(outsider, path)).body.includes(`papers/${here}"`))
    assert.match(await shown(outsider), /How the grant was spent .*Late figures Late .*Old options Withdrawn/)
    assert.doesNotMatch(await shown(outsider), /Offers that came in|Add a paper/)
    await app.owner`delete from meetings.paper_version`
    await app.owner`delete from meetings.paper`
  })

  test('keeps confidential actions from those outside the group', async () => {
    assert.doesNotMatch(await shown(outsider), /contractor/)
    assert.match(await shown(outsider), /No action is open/)
  })

  test('assembled again gets only what is new, and loses nothing that was edited or taken off', async () => {
    const { fields } = formIn((await app.get(app.contributor, `${path}/${await idOf('Any other business')}/edit`)).body, 'edit')
    await app.post(app.contributor, `${path}/${await idOf('Any other business')}/edit`, { ...fields, title: 'Anything else', minutes: '5' })
    await app.post(app.contributor, `${path}/${await idOf('Conflicts of interest')}/removal`)
    await planned('Plans', 'discuss')
    const { fields: offered } = formIn((await app.get(app.contributor, path)).body, 'assembly')
    assert.equal(offered['add']?.length, 1)
    await app.post(app.contributor, `${path}/assembly`, offered)
    const after = await titles()
    assert.deepEqual(after.slice(4, 6), ['Area based grant', 'Plans'])
    assert.ok(after.includes('Anything else') && !after.includes('Conflicts of interest'))
    assert.match(await shown(), /What else could be on it.*Conflicts of interest/)
  })

  test('runs its times on, and says when it takes longer than the meeting', async () => {
    const { fields } = formIn((await app.get(app.contributor, `${path}/times`)).body, 'times')
    const all = Object.fromEntries(
      Object.keys(fields)
        .filter(name => name.startsWith('minutes-'))
        .map(name => [name, '10']),
    )
    assert.equal(
      (await app.post(app.contributor, `${path}/times`, { ...fields, ...all, [`minutes-${await idOf('Matters arising')}`]: 'a while' }))
        .statusCode,
      422,
    )
    const presenter = { [`presenter-${await idOf('Plans')}`]: 'marta turner' }
    assert.equal((await app.post(app.contributor, `${path}/times`, { ...fields, ...all, ...presenter })).statusCode, 303)
    assert.match(await shown(), /2pm 1 Welcome and apologies.*2:10pm 2 Minutes.*2:50pm 6 Plans For discussion Marta Turner 10 minutes/)
    assert.match(await shown(), /The items take 40 minutes longer than the meeting, which ends at 3pm/)
  })

  test('has its items moved by arrow and by dragging', async () => {
    await app.post(app.contributor, `${path}/order`, { move: `up-${await idOf('Plans')}` })
    assert.deepEqual((await titles()).slice(4, 6), ['Plans', 'Area based grant'])
    await app.post(app.contributor, `${path}/order`, { order: [await idOf('Area based grant'), await idOf('Plans')].join(',') })
    assert.deepEqual((await titles()).slice(0, 2), ['Area based grant', 'Plans'])
  })

  test('has items within others, numbered as typed', async () => {
    const parentId = await idOf('Progress updates')
    const item = { kind: 'item', purpose: 'none', parentId: String(parentId) }
    assert.equal((await app.post(app.contributor, `${path}/new`, { ...item, title: 'Safer', numberAsTyped: '2.1' })).statusCode, 303)
    await app.post(app.contributor, `${path}/new`, { ...item, title: 'Health' })
    assert.match(await shown(), /2\.1 Safer.*2\.2 Health/)
    const deeper = await app.post(app.contributor, `${path}/new`, { ...item, title: 'Deeper', parentId: String(await idOf('Safer')) })
    assert.equal(deeper.statusCode, 422)
    assert.match(deeper.body, /href="#parentId">Select an item from the list/)
    assert.equal((await app.post(app.contributor, `${path}/new`, {})).statusCode, 422)
  })

  test('keeps confidential items from those outside the group, on the page and on paper', async () => {
    await app.post(app.contributor, `${path}/new`, {
      kind: 'item',
      purpose: 'decide',
      title: 'The price of a contract',
      isConfidential: 'yes',
    })
    assert.match(await shown(app.reader), /The price of a contract/)
    assert.doesNotMatch(await shown(outsider), /price/)
    const paper = await app.get(outsider, `${path}.pdf`)
    assert.equal(paper.statusCode, 200)
    assert.equal(paper.rawPayload.subarray(0, 5).toString(), '%PDF-')
  })

  test('of another meeting may be where one begins', async () => {
    const [next] = await app.owner<{ id: number }[]>`select id from meetings.meeting where on_day = '2009-07-20'`
    await app.owner`update meetings.meeting set state = 'held' where id = ${meetingId}`
    assert.equal((await app.post(app.contributor, `meetings/${next?.id}/agenda/copy`)).statusCode, 303)
    const copy = words((await app.get(app.contributor, `meetings/${next?.id}/agenda`)).body)
    assert.match(copy, /Progress updates.*2\.1 Safer.*2\.2 Health/)
    assert.match(copy, /Minutes of the last meeting, 22 June 2009/)
    assert.doesNotMatch(copy, /Area based grant/)
  })

  test('is closed once the minutes are approved', async () => {
    await app.owner`insert into meetings.minutes (partnership_id, meeting_id, state, approved_at) values (${app.partnershipId}, ${meetingId}, 'approved', now())`
    assert.match(await shown(), /The minutes of this meeting are approved, so its agenda cannot be changed any more/)
    assert.doesNotMatch(await shown(), /Add an item/)
    assert.equal((await app.post(app.contributor, `${path}/order`, { move: `up-${await idOf('Plans')}` })).statusCode, 403)
  })
})
