import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp, type Person } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T09:30:00Z' })
const { owner, partnershipId, officer, reader, contributor } = app

const group = {
  name: 'Partnership Management Group',
  layer: 'executive',
  kind: 'management-group',
  deputiesAct: 'when-away',
  quorum: '5',
  'sector-health': '1',
}
const idIn = (location: string | undefined): number => Number(/\/(\d+)/.exec(location ?? '')?.[1])
const add = async (fields: Record<string, string>) => idIn((await app.post(officer, 'groups/new', fields)).headers.location)
/** A page as a browser sends it when nothing but this was touched. */
const send = async (who: Person, path: string, said: Record<string, string>) =>
  app.post(who, path, { ...formIn((await app.get(who, path)).body, path).fields, ...said })
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replace(/<script.*?<\/script>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const read = async (path: string, who = reader) => words((await app.get(who, path)).body)

describe('groups', () => {
  test('are none at first, and whoever reads is told so', async () => {
    assert.match(await read('groups'), /There are no groups yet A performance officer adds them/)
  })

  test('are added with a short name that was suggested, and shown by layer', async () => {
    const board = await add({ ...group, name: 'Wexcombe Board', layer: 'strategic', kind: 'board' })
    const id = await add({ ...group, parentId: String(board) })
    const shown = await read(`groups/${id}`)
    assert.match(shown, /Executive layer, management group, PMG/)
    assert.match(shown, /A meeting needs 5 seats to be represented, among them 1 of health\./)
    assert.match(shown, /Reports to Wexcombe Board/)
    assert.match(await read(`groups/${board}`), /Groups that report to it Partnership Management Group/)
    assert.match(await read('groups'), /Strategic .* Wexcombe Board WB .* Executive .* Partnership Management Group PMG/)
  })

  test('that cannot stand come back with what was typed', async () => {
    const answer = await app.post(officer, 'groups/new', { ...group, name: 'Floods', kind: 'task-and-finish', beginsOn: '6 May 2026' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#endsOn">Enter the last day: a task and finish group has one/)
    assert.match(answer.body, /value="Floods"/)
    assert.match(
      (await app.post(officer, 'groups/new', { ...group, name: 'Floods', endsOn: 'soon', quorum: '0', 'sector-police': 'x' })).body,
      /href="#sector-police"/,
    )
  })

  test('do not report to what reports to them', async () => {
    const [board, below] = await owner<
      { id: number }[]
    >`select id from partnership."group" where partnership_id = ${partnershipId} order by id`
    const answer = await send(officer, `groups/${board?.id}/edit`, { parentId: String(below?.id) })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Wexcombe Board cannot report to Partnership Management Group, which reports to it/)
  })

  test('are linked with other groups and with bodies outside', async () => {
    const id = await add({ ...group, name: 'Safer Wexcombe', layer: 'operational' })
    assert.equal((await app.post(officer, 'outside-bodies/new', { name: 'Government Office', reach: 'regional' })).statusCode, 303)
    const page = (await app.get(officer, `groups/${id}/links`)).body
    const body = /value="(body-\d+)"/.exec(page)?.[1] ?? ''
    assert.equal((await app.post(officer, `groups/${id}/links`, { kind: 'works-with', to: body })).statusCode, 303)
    assert.match(await read(`groups/${id}`), /Works with Government Office \(regional\)/)
    assert.equal((await app.post(officer, `groups/${id}/links`, { kind: 'works-with', to: body })).statusCode, 422)
    assert.equal((await app.post(officer, `groups/${id}/links`, { kind: 'works-with', to: 'body-999999' })).statusCode, 422)
    assert.match((await app.post(officer, `outside-bodies/${body.slice(5)}/removal`)).body, /groups are linked with it/)

    const removal = /links\/\d+\/removal/.exec((await app.get(officer, `groups/${id}/links`)).body)?.[0]
    assert.equal((await app.post(officer, `groups/${id}/${removal}`)).statusCode, 303)
    assert.equal((await app.post(officer, `outside-bodies/${body.slice(5)}/removal`)).statusCode, 303)
  })

  test('are wound up with their seats and whoever sits there, once nothing reports to them', async () => {
    const above = await add({ ...group, name: 'Housing Board' })
    const below = await add({ ...group, name: 'Homes Group', parentId: String(above) })
    await app.post(officer, `groups/${below}/seats/new`, {
      'role-1': 'chair',
      'person-1': 'Olive Grant',
      'person-1-new': 'Olive Grant',
      'beginsOn-1': '1 April 2026',
    })
    assert.match(
      (await app.post(officer, `groups/${above}/winding-up`, { on: '31 October 2026' })).body,
      /Homes Group reports to Housing Board. Move it to another group or wind it up first/,
    )
    assert.match(
      (await app.post(officer, `groups/${below}/winding-up`, { on: '31 March 2026' })).body,
      /begins on 1 April 2026, after that day/,
    )
    assert.equal((await app.post(officer, `groups/${below}/winding-up`, { on: '31 October 2026' })).statusCode, 303)
    const [tenure] =
      await owner`select tenure.ends_on, tenure.ended_by from partnership.tenure join partnership.seat on seat.id = tenure.seat_id where seat.group_id = ${below}`
    assert.deepEqual({ ...tenure }, { endsOn: '2026-10-31', endedBy: 'term-ended' })
    assert.match(await read('groups'), /Wound up .* Homes Group HG Wound up on 31 October 2026/)
    assert.match(await read(`groups/${below}?on=31 October 2026`), /Olive Grant/)
    assert.equal((await app.post(officer, `groups/${above}/winding-up`, { on: '31 October 2026' })).statusCode, 303)
    assert.match((await app.post(officer, `groups/${below}/removal`)).body, /cannot be removed: it has seats/)
  })

  test('are asked for as at a day, which has to be one', async () => {
    assert.equal((await app.get(reader, 'groups?on=soon')).statusCode, 422)
    assert.match(await read('groups?on=2019-01-01'), /Wexcombe Board/)
  })
})

describe('a group’s own chair and secretariat keep it', () => {
  test('and nobody else who reads, until they sit there', async () => {
    const id = await add({ ...group, name: 'Culture Group' })
    const other = await add({ ...group, name: 'Sport Group' })
    assert.equal((await app.get(reader, `groups/${id}/edit`)).statusCode, 403)
    assert.doesNotMatch(await read(`groups/${id}`), /Change this group/)

    await owner`update partnership.person set account_id = null where account_id = ${reader.accountId}`
    const [person] = await owner<{ id: number }[]>`
      insert into partnership.person (partnership_id, name, account_id) values (${partnershipId}, 'Dafydd Rees', ${reader.accountId}) returning id`
    const [seat] = await owner<
      { id: number }[]
    >`insert into partnership.seat (partnership_id, group_id, role) values (${partnershipId}, ${id}, 'chair') returning id`
    await owner`insert into partnership.tenure (partnership_id, seat_id, person_id) values (${partnershipId}, ${seat?.id ?? 0}, ${person?.id ?? 0})`
    assert.match(await read(`groups/${id}`), /Change this group/)
    assert.equal((await send(reader, `groups/${id}/edit`, { quorum: '7' })).statusCode, 303)
    assert.equal((await app.get(reader, `groups/${other}/edit`)).statusCode, 403, 'of another group they keep nothing')
    assert.doesNotMatch(await read(`groups/${other}`), /Change this group/)
    assert.equal((await app.get(reader, 'groups/new')).statusCode, 403)
    assert.doesNotMatch(
      await read(`groups/${id}`, contributor),
      /Change this group/,
      'a page that was made for the chair is shown to nobody else',
    )
  })

  test('and whoever deputises for the chair while they are away, for whom the history then says it was', async () => {
    const id = await add({ ...group, name: 'Arts Group' })
    const [people] = await owner<{ chair: number; deputy: number }[]>`
      with chair as (insert into partnership.person (partnership_id, name) values (${partnershipId}, 'Tom Ellery') returning id),
      deputy as (insert into partnership.person (partnership_id, name, account_id) values (${partnershipId}, 'Ruth Calder', ${contributor.accountId}) returning id)
      select chair.id as chair, deputy.id as deputy from chair, deputy`
    const [seat] = await owner<
      { id: number }[]
    >`insert into partnership.seat (partnership_id, group_id, role) values (${partnershipId}, ${id}, 'chair') returning id`
    await owner`insert into partnership.tenure (partnership_id, seat_id, person_id) values (${partnershipId}, ${seat?.id ?? 0}, ${people?.chair ?? 0})`
    await owner`insert into partnership.deputy (partnership_id, seat_id, person_id) values (${partnershipId}, ${seat?.id ?? 0}, ${people?.deputy ?? 0})`
    assert.equal((await app.get(contributor, `groups/${id}/edit`)).statusCode, 403, 'the chair is there')

    await owner`insert into partnership.absence (partnership_id, person_id, begins_on) values (${partnershipId}, ${people?.chair ?? 0}, '2026-11-01')`
    assert.equal((await send(contributor, `groups/${id}/edit`, { quorum: '9' })).statusCode, 303)
    const [entry] = await owner`select who, for_whom from platform.history where subject = 'partnership.group' order by id desc limit 1`
    assert.deepEqual({ ...entry }, { who: 'Ruth Calder', forWhom: `partnership.person ${people?.chair}` })
  })
})

test('a deputy who acts keeps the group, and the history says for whom', async () => {
  const id = await add({ ...group, name: 'Library Group' })
  const { accountId } = app.contributor
  await owner.begin(async db => {
    await db`update partnership."group" set deputies_act = 'always' where id = ${id}`
    const [seat] = await db<{ id: number }[]>`
      insert into partnership.seat (partnership_id, group_id, role) values (${partnershipId}, ${id}, 'chair') returning id`
    const [chair] = await db<
      { id: number }[]
    >`insert into partnership.person (partnership_id, name) values (${partnershipId}, 'Grace Whitlock') returning id`
    await db`insert into partnership.tenure (partnership_id, seat_id, person_id) values (${partnershipId}, ${seat?.id ?? 0}, ${chair?.id ?? 0})`
    await db`
      insert into partnership.deputy (partnership_id, seat_id, person_id)
      select ${partnershipId}, ${seat?.id ?? 0}, id from partnership.person where account_id = ${accountId}`
  })
  assert.equal((await send(app.contributor, `groups/${id}/edit`, { quorum: '9' })).statusCode, 303)
  const [entry] = await owner<{ forWhom: string }[]>`
    select for_whom from platform.history where subject = 'partnership.group' and account_id = ${accountId} order by id desc limit 1`
  const [chair] = await owner<{ id: number }[]>`select id from partnership.person where name = 'Grace Whitlock'`
  assert.equal(entry?.forWhom, `partnership.person ${chair?.id}`)
})
