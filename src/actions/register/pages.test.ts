import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp, type Person, somebody } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import { addAction, setState } from '../action/store.ts'
import { type ActionId, actionsFrom, openActionsOf } from '../index.ts'

const app = await freshApp({ after }, { now: '2009-06-30T09:00:00Z' })
const { owner: sql, partnershipId, get, reader, contributor, officer, administrator } = app
// The contributor is secretary of the group, and the reader its chair.
const { groupId, seats, people } = await exampleMeeting(app)
const now = Temporal.Instant.from('2009-06-30T09:00:00Z')
const nobody = await app.database.platform(db => somebody(db, { partnershipId, name: 'Nell Else', role: 'reader', now }))
const [council] = await sql<
  { id: OrganisationId }[]
>`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Wexcombe Council') returning id`
const organisationId = council?.id ?? (0 as OrganisationId)
await sql`insert into partnership.post (partnership_id, person_id, organisation_id, title) values (${partnershipId}, ${people.chair}, ${organisationId}, 'Leader'), (${partnershipId}, ${people.secretariat}, ${organisationId}, 'Clerk')`

const plain = (html: string) =>
  html
    .replace(/^.*<main/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
type More = Partial<Parameters<typeof addAction>[1]>
const add = (text: string, more: More) =>
  app.visit<{ id: ActionId; reference: string }>('write', db =>
    addAction(db, { source: 'meeting', sourceId: 1, groupId, sourceName: 'PMG', sourceDay: day('2009-05-06'), text, owners: [], ...more }),
  )

await add('Seat of the chair', { owners: [{ seatId: seats.chair }], dueOn: day('2009-06-22') })
await add('Person of the lead', { owners: [{ personId: people.lead }], dueOn: day('2009-07-22') })
await add('Of the council itself', { owners: [{ organisationId }], carriedAs: '6' })
await add('Done long ago', { owners: [{ personId: people.chair }] }).then(({ id }) =>
  app.visit('write', db => setState(db, id, { state: 'closed', outcome: 'Written', endedOn: day('2009-06-01') })),
)
await add('Between meetings', { source: 'group', sourceId: null, owners: [{ personId: people.secretariat }], dueOn: day('2009-08-01') })
await add('A secret of the group', { owners: [{ personId: people.lead }], dueOn: day('2009-06-01'), isConfidential: true })

async function listed(person: Person, query: string): Promise<string[]> {
  const { statusCode, body } = await get(person, `actions${query}`)
  assert.equal(statusCode, 200)
  return [...body.matchAll(/<\/a>(?: <span class="gt-quiet">[^<]*<\/span>)?<span class="gt-note">([^<]+?)(?: <strong>|<\/span>)/g)].map(
    ([, text]) => text?.trim() ?? '',
  )
}

describe('the register of actions', () => {
  const check = (name: string, person: Person, query: string, expected: readonly string[]) =>
    test(name, async () => assert.deepEqual(await listed(person, query), expected))

  check('shows what is open, the soonest first', nobody, '', [
    'Seat of the chair',
    'Person of the lead',
    'Between meetings',
    'Of the council itself',
  ])
  check('shows a chair what is confidential too', reader, '', [
    'A secret of the group',
    'Seat of the chair',
    'Person of the lead',
    'Between meetings',
    'Of the council itself',
  ])
  check('shows mine: by name or by my seat', reader, '?whose=mine', ['Seat of the chair'])
  check('shows nobody anything of nobody', nobody, '?whose=mine', [])
  check('shows my organisation’s, of its people too', contributor, '?whose=organisation', ['Between meetings', 'Of the council itself'])
  check('shows what is overdue', nobody, '?state=overdue', ['Seat of the chair'])
  check('shows what was closed', nobody, '?state=closed', ['Done long ago'])
  check('finds words wherever they stand', nobody, '?text=council+of', ['Of the council itself'])
  check('finds a reference and the number in the minutes', nobody, '?text=PMG%2F090506%2F2', ['Person of the lead'])
  check('finds what came of it', nobody, '?text=written&state=all', ['Done long ago'])
  check('by where it was agreed', nobody, '?source=group', ['Between meetings'])
  check('takes signs for what they are', nobody, '?text=%25', [])
  check('shows the newest first', nobody, '?sort=newest', [
    'Between meetings',
    'Of the council itself',
    'Person of the lead',
    'Seat of the chair',
  ])
  check('takes nonsense for what is usual', nobody, '?state=x&sort=y&group=z&source=q&whose=w&page=0', [
    'Seat of the chair',
    'Person of the lead',
    'Between meetings',
    'Of the council itself',
  ])

  test('counts for nobody what they may not see', async () => {
    assert.match(plain((await get(nobody, 'actions')).body), /4 actions, 1 overdue/)
    assert.match(plain((await get(administrator, 'actions')).body), /5 actions, 2 overdue/)
    assert.doesNotMatch((await get(nobody, 'actions.csv?state=all')).body, /secret/)
  })

  test('is downloaded as it is narrowed', async () => {
    const { body, headers } = await get(nobody, 'actions.csv?state=all&text=chair')
    assert.match(String(headers['content-disposition']), /actions-2009-06-30\.csv/)
    assert.match(body, /^\uFEFF?Reference,Number in the minutes,Action,Owners/)
    assert.match(body, /PMG\/090506\/1,,Seat of the chair,"Chair, Partnership Management Group \(Dafydd Rees\)"/)
    assert.equal(body.trim().split('\n').length, 2)
    assert.equal((await get(nobody, 'actions.xlsx')).statusCode, 200)
    assert.equal((await get(nobody, 'actions.ods')).statusCode, 200)
  })

  test('is no scrutiny reader’s, nor another partnership’s', async () => {
    const scrutiny = await app.database.platform(db => somebody(db, { partnershipId, name: 'Sue Scrutiny', role: 'scrutiny', now }))
    assert.equal((await get(scrutiny, 'actions')).statusCode, 403)
    assert.equal((await get(app.stranger, '/wexcombe/actions')).statusCode, 404)
  })

  test('stands on the pages of organisations, groups and home', async () => {
    assert.match(plain((await get(nobody, `organisations/${organisationId}/contribution`)).body), /Of the council itself/)
    const ofGroup = plain((await get(nobody, `groups/${groupId}/contribution`)).body)
    assert.match(ofGroup, /Person of the lead/)
    assert.doesNotMatch(ofGroup, /secret/)
    assert.match(plain((await get(officer, `groups/${groupId}/contribution`)).body), /secret/)
  })
})

describe('other modules are told', () => {
  const texts = (actions: readonly { readonly text: string }[]) => actions.map(({ text }) => text)
  test('what is open of their groups, with owners in words', async () => {
    const open = await app.visit<Awaited<ReturnType<typeof openActionsOf>>>('read', db =>
      openActionsOf(db, [groupId], day('2009-06-30'), 'open'),
    )
    assert.deepEqual(texts(open), ['Seat of the chair', 'Person of the lead', 'Between meetings', 'Of the council itself'])
    assert.deepEqual(
      [open[0]?.owners, open[0]?.due, open[0]?.isOverdue],
      [['Chair, Partnership Management Group (Dafydd Rees)'], '22 June 2009, overdue by 8 days', true],
    )
    assert.equal((await app.visit<readonly unknown[]>('read', db => openActionsOf(db, [groupId], day('2009-06-30'), 'all'))).length, 5)
  })
  test('what came of a meeting, in its order', async () => {
    const from = await app.visit<Awaited<ReturnType<typeof actionsFrom>>>('read', db =>
      actionsFrom(db, 'meeting', 1, day('2009-06-30'), 'open'),
    )
    assert.deepEqual(texts(from), ['Seat of the chair', 'Person of the lead', 'Of the council itself', 'Done long ago'])
  })
})
