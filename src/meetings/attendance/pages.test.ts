import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import type { PrintedAttendance } from './attendance.ts'
import { attendanceOf } from './store.ts'

const app = await freshApp({ after })
const { meetingId, groupId, seats, people } = await exampleMeeting(app)
const path = `meetings/${meetingId}/attendance`
const secretary = app.contributor
const open = async (who = secretary) => formIn((await app.get(who, path)).body, path).fields
type Fields = Readonly<Record<string, string | readonly string[]>>
const save = async (said: Fields, fields?: Fields, who = secretary) => app.post(who, path, { ...(fields ?? (await open(who))), ...said })
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const kept = () => app.visit<PrintedAttendance>('read', db => attendanceOf(db, { id: meetingId, groupId, onDay: day('2009-05-06') }))

describe('attendance', () => {
  test('is read by whoever takes part, and kept by the secretary', async () => {
    const read = await app.get(app.officer, path)
    assert.match(words(read.body), /Quorate: 3 of 4 seats can be expected, and 3 are needed/)
    assert.equal((await app.post(app.stranger, `/wexcombe/${path}`)).statusCode, 404)
    const { meetingId: other } = await exampleMeeting(app, { shortName: 'X', name: 'Another group', onDay: '2009-06-01' })
    await app.owner`update partnership.seat set role = 'member' where group_id <> ${groupId}`
    assert.doesNotMatch((await app.get(secretary, `meetings/${other}/attendance`)).body, /<form[^>]*data-attendance/)
    assert.equal((await app.post(secretary, `meetings/${other}/attendance`)).statusCode, 403)
  })

  test('is taken in one pass: the chair came, a new person came for the lead, and the quorum is told', async () => {
    const said = {
      [`how-seat-${seats.chair}`]: `present-${people.chair}`,
      [`how-seat-${seats.lead}`]: 'somebody',
      [`name-seat-${seats.lead}`]: 'Joan Petrie',
    }
    const asked = await save(said)
    assert.equal(asked.statusCode, 422)
    assert.match(words(asked.body), /Marta Turner: There is nobody called Joan Petrie yet/)
    assert.deepEqual((await kept()).presentCount, 0, 'nothing is kept where something is asked')
    const saved = await save({ ...said, [`name-seat-${seats.lead}-new`]: 'Joan Petrie' })
    assert.equal(saved.statusCode, 303)
    const { present, apologies } = await kept()
    assert.deepEqual(
      present.flatMap(({ people }) => people.map(({ name, note, isChair }) => [name, note, isChair])),
      [
        ['Dafydd Rees', '', true],
        ['Joan Petrie', 'for Marta Turner', false],
      ],
    )
    assert.deepEqual(
      apologies.map(({ name, description, note }) => [name, description, note]),
      [['Marta Turner', 'Safer communities lead', 'Joan Petrie attended in their place']],
    )
    assert.match(
      words((await app.get(secretary, path)).body),
      /2 present, 1 apology\. Not quorate: 2 of 4 seats are represented\. Missing: 1 more seat/,
    )
  })

  test('of a vacant seat, and left early', async () => {
    const saved = await save({
      [`how-seat-${seats.member}`]: 'somebody',
      [`name-seat-${seats.member}`]: 'joan petrie',
      [`left-seat-${seats.member}`]: '11.15',
    })
    assert.equal(saved.statusCode, 303)
    assert.match(
      words((await app.get(secretary, path)).body),
      /Quorate: 3 of 4 seats are represented, and 3 are needed. But no more from 11:15am/,
    )
    assert.equal((await kept()).presentCount, 2, 'heads are counted once')
  })

  test('a time that is none is refused where it stands, and nothing that was typed is lost', async () => {
    const refused = await save({ [`came-seat-${seats.chair}`]: 'half past', [`as-seat-${seats.chair}`]: 'Leader of the council' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, new RegExp(`href="#came-seat-${seats.chair}"`))
    assert.match(refused.body, /value="Leader of the council"/)
  })

  test('people without a seat are added by name, known ones once', async () => {
    const added = await save({
      'name-added': 'Nell Bryce',
      'name-added-new': 'Nell Bryce',
      'how-added': 'in-attendance',
      'as-added': 'Support team',
    })
    assert.equal(added.statusCode, 303)
    assert.deepEqual(
      (await kept()).inAttendance.map(({ name, description }) => [name, description]),
      [['Nell Bryce', 'Support team']],
    )
    assert.match(words((await save({ 'name-added': 'nell  bryce' })).body), /Nell Bryce is in the list already/)
    assert.match(words((await save({ 'name-added': 'Ruth Calder' })).body), /Ruth Calder sits on a seat of this group: Secretariat/)
  })

  test('two people take it at once: what one has not touched stays as the other saved it', async () => {
    const ofSecond = await open(app.officer)
    assert.equal((await save({ [`how-seat-${seats.secretariat}`]: `present-${people.secretariat}` })).statusCode, 303)
    assert.equal((await save({ [`as-seat-${seats.chair}`]: 'Leader of the council' }, ofSecond, app.officer)).statusCode, 303)
    const { present } = await kept()
    assert.ok(present[0]?.people.some(({ name }) => name === 'Ruth Calder'))
    assert.equal(present[0]?.people[0]?.description, 'Leader of the council')

    const clash = await save({ [`how-seat-${seats.secretariat}`]: 'absent' }, ofSecond, app.officer)
    assert.equal(clash.statusCode, 422)
    assert.match(words(clash.body), /Ruth Calder: somebody has changed this since you opened it, to “Ruth Calder present”/)
    const again = formIn(clash.body, path).fields
    assert.equal((await app.post(app.officer, path, again)).statusCode, 303, 'who has seen it may replace it')
    assert.ok(!(await kept()).present[0]?.people.some(({ name }) => name === 'Ruth Calder'))
  })

  test('a line alone is saved, as script sends it', async () => {
    const fields = await open()
    const key = `seat-${seats.secretariat}`
    const one = Object.fromEntries(Object.entries(fields).filter(([name]) => name.endsWith(key)))
    assert.equal((await app.post(secretary, path, { ...one, [`how-${key}`]: 'apologies' })).statusCode, 303)
    assert.equal((await kept()).apologiesCount, 2)
  })

  test('who chaired is said, and the chair comes first', async () => {
    assert.equal((await save({ chair: String(people.chair) })).statusCode, 303)
    assert.ok((await kept()).present[0]?.people[0]?.isChair)
  })

  test('those who always come are offered at the next meeting, described as last time', async () => {
    const next = await app.owner`
      insert into meetings.meeting (partnership_id, group_id, on_day) values (${app.partnershipId}, ${groupId}, '2009-06-10') returning id`
    const shown = await app.get(secretary, `meetings/${next[0]?.['id']}/attendance`)
    assert.match(words(shown.body), /Nell Bryce.* Not in the list/)
    assert.ok(shown.body.includes('value="Leader of the council"'))
  })

  test('is closed with the minutes', async () => {
    await app.owner`insert into meetings.minutes (partnership_id, meeting_id, state, approved_at) values (${app.partnershipId}, ${meetingId}, 'approved', now())`
    const fields = { [`was-seat-${seats.chair}`]: 'x', [`how-seat-${seats.chair}`]: 'absent' }
    const refused = await app.post(secretary, path, fields)
    assert.equal(refused.statusCode, 422)
    assert.match(words(refused.body), /The minutes of this meeting are approved/)
    assert.doesNotMatch((await app.get(secretary, path)).body, /data-attendance/)
  })
})
