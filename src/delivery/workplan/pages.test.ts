import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { canMakePdf } from '../../platform/document/index.ts'
import { keepWorkplans } from './jobs.ts'

describe('the workplan of a group for a meeting', async () => {
  const app = await freshApp({ after }, { now: '2009-10-19T09:30:00Z' })
  const { owner: sql, partnershipId } = app
  const own = await exampleMeeting(app)
  const { whole, bare } = await examplePlan(app, own, 'signed-off')
  // The executive, to which that group reports, has it on its agenda.
  const [executive] = await sql<{ id: number }[]>`
    insert into partnership."group" (partnership_id, name, short_name, layer, kind) values (${partnershipId}, 'Executive', 'EX', 'executive', 'executive') returning id`
  const [meeting] = await sql<{ id: number }[]>`
    insert into meetings.meeting (partnership_id, group_id, on_day, published_at) values (${partnershipId}, ${executive?.id ?? 0}, '2009-11-20', now()) returning id`
  const meetingId = meeting?.id ?? 0
  await sql`
    insert into meetings.agenda_item (partnership_id, meeting_id, title, place, about_group_id)
    values (${partnershipId}, ${meetingId}, 'Update of the management group', 1, ${own.groupId})`
  await sql`
    with asked as (
      insert into actions.action (partnership_id, source, group_id, source_name, source_day, number, text, due_on)
      values (${partnershipId}, 'group', ${executive?.id ?? 0}, 'EX', '2009-09-18', 1, 'Report on training', '2009-11-20') returning id)
    insert into actions.owner (partnership_id, action_id, group_id) select ${partnershipId}, id, ${own.groupId} from asked`
  await sql`
    insert into delivery.progress (partnership_id, planned_action_id, starts_on, ends_on, rating, reason_code, text, by_name)
    values (${partnershipId}, ${whole.id}, '2009-07-01', '2009-09-30', 'off-track', 'funding', 'The trainer left', 'Marta Turner')`
  const at = `meetings/${meetingId}/workplans/${own.groupId}`
  const shown = async () => (await app.get(app.reader, at)).body
  const form = async (person = app.contributor) => formIn((await app.get(person, `${at}/edit`)).body, `/wexcombe/${at}/edit`).fields

  test('is filled from what is there, under the standing headings', async () => {
    const body = await shown()
    for (const heading of [
      'Updates asked for at earlier meetings',
      'Achievements',
      'Assurance where data is not available',
      'Milestones due in the next period',
    ])
      assert.match(body, new RegExp(heading))
    assert.match(body, /EX\/090918\/1: Report on training\. Due 20 November 2009\./)
    assert.match(body, /Train 40 advisers in every district: off track\. There is not enough money\. The trainer left\./)
    assert.match(body, /Raise awareness: No update for Q2 2009-10/)
    assert.match(body, /milestone not met: Half of them are trained\. Planned for 30 September 2009/)
    assert.match(body, /Raise awareness: no people or money are named/)
  })

  test('stands among the papers of the item about the group, on the agenda, the page of papers and what is published', async () => {
    for (const path of ['agenda', 'papers']) {
      const { body } = await app.get(app.reader, `meetings/${meetingId}/${path}`)
      assert.match(body, new RegExp(`href="/wexcombe/${at}"`), path)
    }
    assert.match((await app.get(app.officer, `meetings/${meetingId}/publication`)).body, /Workplan: Update of the management group/)
    const agenda = await app.get(app.reader, `meetings/${own.meetingId}/papers`)
    assert.doesNotMatch(agenda.body, /workplans/)
  })

  test('its lead changes lines, leaves out and adds, and what was not changed goes on being filled', async () => {
    const changed = { ...(await form()), resources: '- Ask for a trainer\r\nTwo days a week', updates: '', act: 'save' }
    assert.equal((await app.post(app.contributor, `${at}/edit`, changed)).statusCode, 303)
    let body = await shown()
    assert.match(body, /<li>Ask for a trainer<\/li><li>Two days a week<\/li>/)
    assert.doesNotMatch(body, /Report on training|no people or money/)
    await sql`
      insert into delivery.progress (partnership_id, planned_action_id, starts_on, ends_on, rating, text, by_name)
      values (${partnershipId}, ${bare.id}, '2009-07-01', '2009-09-30', 'complete', 'A fair was held', 'Marta Turner')`
    body = await shown()
    assert.match(body, /Raise awareness: complete\. A fair was held\./)
    assert.equal((await app.post(app.contributor, `${at}/edit`, { ...(await form()), act: 'refill-updates' })).statusCode, 303)
    assert.match(await shown(), /Report on training/)
  })

  test('two who write at once are asked, too much is refused, and no reader writes', async () => {
    const [first, second] = [await form(app.officer), await form()]
    assert.equal((await app.post(app.officer, `${at}/edit`, { ...first, hotspots: 'The north', act: 'save' })).statusCode, 303)
    const asked = await app.post(app.contributor, `${at}/edit`, { ...second, hotspots: 'The south', act: 'save' })
    assert.equal(asked.statusCode, 422)
    assert.match(asked.body, /Locality and hotspot issues is “The north” now/)
    const long = await app.post(app.contributor, `${at}/edit`, { ...(await form()), barriers: 'x'.repeat(20_001), act: 'save' })
    assert.match(long.body, /#barriers">Barriers to delivery, risks and actions needed must be 20,000 characters or fewer/)
    await sql`update partnership.tenure set ends_on = '2009-10-01' where partnership_id = ${partnershipId} and person_id = ${own.people.chair}`
    assert.equal((await app.get(app.reader, `${at}/edit`)).statusCode, 403)
  })

  test('nothing confidential is in it', async () => {
    await sql`update actions.action set is_confidential = true where id = ${whole.actionId}`
    assert.doesNotMatch((await app.get(app.administrator, at)).body, /Train 40 advisers|Half of them/)
    await sql`update actions.action set is_confidential = false where id = ${whole.actionId}`
  })

  test('is a paper for word processors, and a PDF', async () => {
    for (const form of ['docx', 'odt', ...(canMakePdf ? ['pdf'] : [])]) {
      const answer = await app.get(app.reader, `${at}/workplan.${form}`)
      assert.equal(answer.statusCode, 200, form)
      assert.ok(answer.rawPayload.length > 500, form)
    }
  })

  test('once the meeting was held it stands as it was', async () => {
    const keep = (today: string) =>
      app.visit('write', db =>
        keepWorkplans.work(db, { today: day(today), before: null, now: Temporal.Instant.from(`${today}T00:20:00Z`) }),
      )
    await keep('2009-11-20')
    assert.match(await shown(), /As it stands on/)
    await keep('2009-11-21')
    const before = await shown()
    assert.match(before, /As it stood at the meeting on 20 November 2009/)
    assert.match(before, /<li>The north<\/li>/)
    await sql`update delivery.progress set text = 'Rewritten' where partnership_id = ${partnershipId}`
    await keep('2009-11-22')
    assert.equal(await shown(), before)
    assert.equal((await app.get(app.contributor, `${at}/edit`)).statusCode, 403)
  })
})
