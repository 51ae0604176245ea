import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import ICAL from 'ical.js'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp } from '../../../test/web/index.ts'

// 6 May 2009.
const app = await freshApp({ after })
const { owner, partnershipId } = app
const { groupId, seats, people } = await exampleMeeting(app)
const { groupId: otherId } = await exampleMeeting(app, { name: 'Skills Board', shortName: 'SB', onDay: '2009-06-09' })
await owner`delete from partnership.tenure using partnership.seat where seat.id = tenure.seat_id and seat.group_id = ${otherId}`
await owner`
  insert into meetings.meeting (partnership_id, group_id, on_day, day_known, starts_at, ends_at, state, state_reason)
  values (${partnershipId}, ${groupId}, '2009-12-09', 'provisional', '14:00', null, 'planned', ''),
         (${partnershipId}, ${groupId}, '2010-01-20', 'fixed', null, null, 'cancelled', 'No business'),
         (${partnershipId}, ${groupId}, '2010-04-01', 'month', null, null, 'planned', '')`

const addressIn = (body: string) => /value="http[^"]*(\/calendar\/[\w-]+\.ics)"/.exec(body)?.[1] ?? assert.fail('There is no address')
const read = async (path: string) => {
  const { statusCode, body, headers } = await app.get(null, path)
  assert.equal(statusCode, 200)
  assert.match(String(headers['content-type']), /^text\/calendar/)
  return new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent')
}
const told = (event: ICAL.Component) => {
  const { startDate, summary, location } = new ICAL.Event(event)
  return [
    startDate.isDate ? startDate.toString() : startDate.toJSDate().toISOString(),
    summary,
    event.getFirstPropertyValue('status'),
    location ?? '',
  ].join(' | ')
}

describe('the calendar of a group', () => {
  test('is read without an account: times in winter and summer, what is provisional, cancelled or lasts a day, and no month', async () => {
    const made = await app.post(app.contributor, `groups/${groupId}/feed/new`)
    const events = await read(addressIn(made.body))
    assert.deepEqual(events.map(told), [
      '2009-05-06T08:30:00.000Z | Partnership Management Group | CONFIRMED | Brockington, Council Offices',
      '2009-12-09T14:00:00.000Z | Partnership Management Group | TENTATIVE | ',
      '2010-01-20 | Partnership Management Group | CANCELLED | ',
    ])
    assert.match(String(events[0]?.getFirstPropertyValue('url')), /\/wexcombe\/meetings\/\d+$/)
  })

  test('leads nowhere once it is made anew or taken back, and is kept by nobody', async () => {
    const first = addressIn((await app.post(app.contributor, `groups/${groupId}/feed/new`)).body)
    const second = addressIn((await app.post(app.contributor, `groups/${groupId}/feed/new`)).body)
    assert.equal((await app.get(null, first)).statusCode, 404)
    await read(second)
    assert.doesNotMatch((await app.get(app.contributor, `groups/${groupId}/feed`)).body, /\/calendar\//)
    assert.equal((await app.post(app.contributor, `groups/${groupId}/feed/removal`)).statusCode, 303)
    assert.equal((await app.get(null, second)).statusCode, 404)
    assert.equal((await app.get(null, '/calendar/nobody-has-this-one.ics')).statusCode, 404)
    const [row] = await owner<{ count: number }[]>`select count(*) from meetings.feed`
    assert.equal(row?.count, 0)
  })

  test('is made by whoever keeps its meetings', async () => {
    assert.equal((await app.post(app.contributor, `groups/${otherId}/feed/new`)).statusCode, 403)
  })
})

describe('one’s own calendar', () => {
  test('has the groups where one sits', async () => {
    const path = addressIn((await app.post(app.reader, 'meetings/feed/new')).body)
    assert.equal((await read(path)).length, 3)
    await owner`update partnership.tenure set ends_on = '2009-11-30' where person_id = ${people.chair}`
    assert.deepEqual((await read(path)).map(told), [
      '2009-05-06T08:30:00.000Z | Partnership Management Group | CONFIRMED | Brockington, Council Offices',
    ])
  })

  test('and those where one stands in, while one does', async () => {
    const path = addressIn((await app.post(app.contributor, 'meetings/feed/new')).body)
    const own = (await read(path)).length
    await owner`
      insert into partnership.deputy (partnership_id, seat_id, person_id, place)
      select ${partnershipId}, id, ${people.secretariat}, 1 from partnership.seat where group_id = ${otherId} and role = 'lead'`
    assert.equal((await read(path)).length, own + 1, 'nobody sits there, so the deputy acts')
    await owner`
      insert into partnership.tenure (partnership_id, seat_id, person_id)
      select ${partnershipId}, id, ${people.lead} from partnership.seat where group_id = ${otherId} and role = 'lead'`
    assert.equal((await read(path)).length, own)
  })

  test('is not made for whoever is nobody at the table', async () => {
    await owner`update partnership.person set account_id = null where account_id = ${app.officer.accountId}`
    assert.equal((await app.post(app.officer, 'meetings/feed/new')).statusCode, 422)
  })

  test('takes one meeting by hand', async () => {
    const [found] = await owner<{ id: number }[]>`select id from meetings.meeting where group_id = ${groupId} order by on_day limit 1`
    const { body } = await app.get(app.reader, `meetings/${found?.id}/calendar.ics`)
    assert.equal(new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').length, 1)
    assert.ok(seats.chair)
  })
})
