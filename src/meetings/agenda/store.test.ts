import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { addForwardItems, forwardPlanTable, removeForwardItem } from '../forward-plan/store.ts'
import { type AgendaItemId, plainItem } from './agenda.ts'
import { addItem, agendaItem, agendaOf, changeItem, isClosed, isMinuted, orderItems, removeItem } from './store.ts'

const app = await freshApp({ after })
const { meetingId, groupId, people } = await exampleMeeting(app)

const add = (
  title: string,
  { parentId = null, after: afterId = null }: { parentId?: AgendaItemId | null; after?: AgendaItemId | null } = {},
) => app.visit<AgendaItemId>('write', db => addItem(db, meetingId, { ...plainItem(title), parentId }, afterId))
const shown = (sees: 'all' | 'open' = 'all') =>
  app.visit<string[]>('read', async db => (await agendaOf(db, meetingId, sees)).map(({ number, title }) => `${number} ${title}`))
const change = async (id: AgendaItemId, but: object) =>
  app.visit('write', async db => {
    const item = await agendaItem(db, id)
    assert.ok(item)
    await changeItem(db, item, { ...item, ...but })
  })

describe('the items of an agenda', () => {
  test('are added at the end, after another, or within it', async () => {
    const welcome = await add('Welcome')
    const updates = await add('Updates')
    await add('Safer', { parentId: updates })
    await add('Minutes', { after: welcome })
    await add('Health', { parentId: updates })
    assert.deepEqual(await shown(), ['1 Welcome', '2 Minutes', '3 Updates', '3.1 Safer', '3.2 Health'])
  })

  test('are all kept when two people add at once', async () => {
    await Promise.all(['A', 'B', 'C', 'D'].map(title => add(title)))
    const places = await app.owner`select place from meetings.agenda_item where meeting_id = ${meetingId} and parent_id is null`
    assert.equal(new Set(places.map(({ place }) => place)).size, 7)
  })

  test('name their presenter as the person is called today', async () => {
    const id = await add('Grant')
    await change(id, { presenter: 'Marta Turner', presenterId: people.lead })
    await app.owner`update partnership.person set name = 'Marta Hollis' where id = ${people.lead}`
    assert.equal((await app.visit<{ presenter: string } | null>('read', db => agendaItem(db, id)))?.presenter, 'Marta Hollis')
    await app.visit('write', db => removeItem(db, id))
  })

  test('are put in another order, and go within another to its end', async () => {
    const of = async (title: string) =>
      (await app.owner<{ id: AgendaItemId }[]>`select id from meetings.agenda_item where meeting_id = ${meetingId} and title = ${title}`)[0]
        ?.id ?? (0 as AgendaItemId)
    await app.visit('write', async db => {
      await orderItems(db, meetingId, [await of('Updates'), await of('Welcome'), await of('Minutes')])
    })
    await change(await of('Welcome'), { parentId: await of('Updates') })
    assert.deepEqual((await shown()).slice(0, 5), ['1 Updates', '1.1 Safer', '1.2 Health', '1.3 Welcome', '2 Minutes'])
  })

  test('that are confidential are neither shown nor counted for others', async () => {
    const id = await add('The price of a contract', {})
    const last = await add('Date of next meeting')
    await change(id, { isConfidential: true })
    assert.deepEqual((await shown()).slice(-2), ['7 The price of a contract', '8 Date of next meeting'])
    assert.deepEqual((await shown('open')).slice(-1), ['7 Date of next meeting'])
    await app.visit('write', async db => {
      await removeItem(db, id)
      await removeItem(db, last)
    })
  })
})

describe('an item of the forward plan that is confidential on an agenda', () => {
  test('is left out of the plan for others', async () => {
    const titles = (sees: 'all' | 'open') =>
      app.visit<string[]>('read', async db =>
        (await forwardPlanTable(db, groupId, day('2009-05-01'), sees)).meetings.flatMap(({ items }) => items.map(({ title }) => title)),
      )
    const draft = {
      meetingId,
      isStanding: false,
      title: 'Whom to award it to',
      detail: '',
      responsible: 'Tbc',
      personId: null,
      seatId: null,
      purpose: 'decide',
      source: '',
      sourceItemId: null,
      minutes: null,
    } as const
    await app.visit('write', async db => {
      const [forwardItemId = null] = await addForwardItems(db, groupId, [draft, { ...draft, title: 'Plans' }])
      await addItem(db, meetingId, { ...plainItem('Whom to award it to'), forwardItemId, isConfidential: true })
    })
    assert.deepEqual(await titles('all'), ['Whom to award it to', 'Plans'])
    assert.deepEqual(await titles('open'), ['Plans'])
  })
})

describe('an agenda under which minutes are written', () => {
  test('keeps the items that have something under them', async () => {
    const [item] = await app.visit<{ id: AgendaItemId }[]>('read', db => agendaOf(db, meetingId, 'all'))
    assert.ok(item)
    assert.equal(await app.visit('read', db => isMinuted(db, item.id)), false)
    const [child] = await app.owner<{ id: number }[]>`select id from meetings.agenda_item where parent_id = ${item.id}`
    await app.owner`insert into meetings.minute (partnership_id, meeting_id, item_id, text) values (${app.partnershipId}, ${meetingId}, ${child?.id ?? 0}, 'It was said')`
    assert.equal(await app.visit('read', db => isMinuted(db, item.id)), true)
  })

  test('is closed once they are approved, but for what the forward plan forgets', async () => {
    assert.equal(await app.visit('read', db => isClosed(db, meetingId)), false)
    await app.owner`insert into meetings.minutes (partnership_id, meeting_id, state, approved_at) values (${app.partnershipId}, ${meetingId}, 'approved', now())`
    assert.equal(await app.visit('read', db => isClosed(db, meetingId)), true)
    await assert.rejects(add('Too late'), /approved/)
    const [planned] = await app.owner<{ id: never }[]>`select id from meetings.forward_item where title = 'Whom to award it to'`
    await app.visit('write', db => removeForwardItem(db, planned?.id as never))
    const [kept] = await app.owner`select forward_item_id from meetings.agenda_item where title = 'Whom to award it to'`
    assert.deepEqual({ ...kept }, { forwardItemId: null })
  })
})
