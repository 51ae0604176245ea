import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2009-04-01T09:30:00Z' })
const { groupId, meetingId, seats } = await exampleMeeting(app)
const path = `groups/${groupId}/forward-plan`
const [next] = await app.owner<{ id: number }[]>`
  insert into meetings.meeting (partnership_id, group_id, on_day) values (${app.partnershipId}, ${groupId}, '2009-06-22') returning id`
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const items = () =>
  app.owner<
    {
      id: number
      title: string
      meetingId: number | null
      isStanding: boolean
      place: number
      responsible: string
      seatId: number | null
      personId: number | null
    }[]
  >`
    select id, title, meeting_id, is_standing, place, responsible, seat_id, person_id from meetings.forward_item order by place`
const idOf = async (title: string) => (await items()).find(item => item.title === title)?.id ?? 0
const order = async () => (await items()).map(({ title }) => title)

describe('the forward plan of a group', () => {
  test('shows its meetings, though nothing is planned for them, to whoever takes part', async () => {
    const { body } = await app.get(app.reader, path)
    assert.match(words(body), /6 May 2009.*22 June 2009/)
    assert.match(words((await app.get(app.reader, 'forward-plan')).body), /Partnership Management Group.*6 May 2009/)
    await app.owner`insert into partnership."group" (partnership_id, name, short_name, layer, kind) values (${app.partnershipId}, 'Rural forum', 'RF', 'operational', 'working-group')`
    assert.match(words((await app.get(app.officer, 'forward-plan')).body), /Groups without a meeting ahead Rural forum/)
    assert.doesNotMatch(words((await app.get(app.reader, 'forward-plan')).body), /Rural forum/)
  })

  test('gets several items at once, pasted as a paper has them', async () => {
    const lines = [
      'Standing items: | Progress updates, to include: | Thematic leads',
      '• agreed updates from previous meetings',
      '• barriers to delivery',
      '6 May 2009 | Place survey results | Marta Turner',
      ' | Toolkit – next steps | Lead, Safer communities',
      'To be allocated: | Review of carer’s target | Tbc',
    ].join('\n')
    const answer = await app.post(app.contributor, `${path}/new`, { lines, when: 'none', purpose: 'discuss' })
    assert.equal(answer.statusCode, 303)
    const [updates, survey, toolkit, review] = await items()
    assert.deepEqual([updates?.isStanding, survey?.meetingId, toolkit?.seatId, review?.meetingId], [true, meetingId, seats.lead, null])
    assert.ok(survey?.personId && survey.responsible === '')
    const shown = words((await app.get(app.officer, path)).body)
    assert.match(
      shown,
      /Standing items.*agreed updates from previous meetings barriers to delivery.*6 May 2009.*Place survey results.*Marta Turner.*22 June 2009.*To be allocated/,
    )
  })

  test('says what is wrong with what was entered, and keeps it', async () => {
    const answer = await app.post(app.officer, `${path}/new`, { lines: '7 May 2009 | Grant | Tbc', when: 'none', purpose: 'discuss' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /There is no meeting of this group on 7 May 2009/)
    assert.match(answer.body, />7 May 2009 \| Grant \| Tbc</)
    assert.equal((await app.post(app.officer, `${path}/new`, {})).statusCode, 422)
  })

  test('has items moved to other meetings, several at once', async () => {
    const { fields } = formIn((await app.get(app.officer, path)).body, path)
    const moves = {
      [`when-${await idOf('Place survey results')}`]: String(next?.id),
      [`when-${await idOf('Review of carer’s target')}`]: String(next?.id),
    }
    const answer = await app.post(app.officer, path, { ...fields, ...moves })
    assert.equal(answer.statusCode, 303)
    assert.equal((await items()).filter(item => item.meetingId === next?.id).length, 2)
    assert.equal((await app.post(app.officer, path, { ...fields, [`when-${await idOf('Toolkit – next steps')}`]: '999' })).statusCode, 422)
  })

  test('has them in another order, by arrow and by dragging', async () => {
    const form = async () => formIn((await app.get(app.officer, path)).body, path).fields
    await app.post(app.officer, path, { ...(await form()), move: `down-${await idOf('Place survey results')}` })
    assert.deepEqual(
      (await order()).filter(title => /survey|carer/.test(title)),
      ['Review of carer’s target', 'Place survey results'],
    )
    const dragged = [await idOf('Place survey results'), await idOf('Review of carer’s target')].join(',')
    await app.post(app.officer, path, { ...(await form()), order: dragged })
    assert.deepEqual(
      (await order()).filter(title => /survey|carer/.test(title)),
      ['Place survey results', 'Review of carer’s target'],
    )
  })

  test('follows a meeting that moves', async () => {
    await app.owner`update meetings.meeting set on_day = '2009-07-20' where id = ${next?.id ?? 0}`
    assert.match(words((await app.get(app.reader, path)).body), /20 July 2009 Place survey results/)
  })

  test('is a file for spreadsheets, with the meetings that have nothing', async () => {
    const { body } = await app.get(app.reader, `${path}.csv`)
    assert.match(body, /\r\n2009-05-06,Toolkit – next steps,,"Lead, Safer communities",For discussion,\r\n2009-07-20,Place survey results/)
    assert.match(
      body,
      /Standing items,"Progress updates, to include:",agreed updates from previous meetings; barriers to delivery,Thematic leads/,
    )
  })

  test('has an item changed and removed', async () => {
    const id = await idOf('Toolkit – next steps')
    const { fields } = formIn((await app.get(app.officer, `${path}/${id}/edit`)).body, 'edit')
    assert.equal(fields['responsible']?.[0], 'Lead, Safer communities')
    const empty = await app.post(app.officer, `${path}/${id}/edit`, { ...fields, title: '', minutes: 'long' })
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, /href="#title">Enter what the item is called/)
    assert.equal((await app.post(app.officer, `${path}/${id}/edit`, { ...fields, purpose: 'decide' })).statusCode, 303)
    assert.match(words((await app.get(app.reader, path)).body), /Toolkit – next steps For decision/)
    assert.equal((await app.post(app.officer, `${path}/${id}/removal`)).statusCode, 303)
    assert.equal(await idOf('Toolkit – next steps'), 0)
  })

  test('is changed by nobody who does not keep the group’s meetings', async () => {
    const [another] = await app.owner<{ id: number }[]>`
      insert into partnership."group" (partnership_id, name, short_name, layer, kind) values (${app.partnershipId}, 'Board', 'B', 'strategic', 'board') returning id`
    const addition = { lines: 'Grant', when: 'none', purpose: 'discuss' }
    assert.equal((await app.post(app.contributor, `groups/${another?.id}/forward-plan/new`, addition)).statusCode, 403)
    const id = await idOf('Place survey results')
    assert.equal((await app.get(app.officer, `groups/${another?.id}/forward-plan/${id}/edit`)).statusCode, 404)
  })
})
