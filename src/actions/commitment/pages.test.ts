import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const now = '2009-10-10T09:30:00Z'
const app = await freshApp({ after }, { now })
const { owner, partnershipId } = app
const meeting = await exampleMeeting(app)
const { whole } = await examplePlan(app, meeting, 'signed-off')
const scrutiny = await app.database.platform(db =>
  somebody(db, { partnershipId, name: 'Owen Pike', role: 'scrutiny', now: Temporal.Instant.from(now) }),
)
// Sits nowhere.
const outsider = await app.database.platform(db =>
  somebody(db, { partnershipId, name: 'Ida Bloom', role: 'reader', now: Temporal.Instant.from(now) }),
)
const rowOf = async (rows: PromiseLike<readonly { [key: string]: unknown }[]>): Promise<number> => Number((await rows)[0]?.['id'] ?? 0)
const police = await rowOf(
  owner`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Wexcombe Police') returning id`,
)
const fire = await rowOf(
  owner`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Wexcombe Fire') returning id`,
)
let number = 10
async function owned(text: string, dueOn: string, endedOn: string | null, more: { secret?: boolean; was?: string } = {}): Promise<void> {
  const id = await rowOf(owner`
    insert into actions.action (partnership_id, source, group_id, source_name, source_day, number, text, due_on, state, outcome, ended_on, is_confidential)
    values (${partnershipId}, 'group', ${meeting.groupId}, 'PMG', '2009-01-01', ${++number}, ${text}, ${dueOn}, ${endedOn === null ? 'open' : 'closed'},
            ${endedOn === null ? '' : 'Done'}, ${endedOn}, ${more.secret ?? false}) returning id`)
  await owner`insert into actions.owner (partnership_id, action_id, organisation_id) values (${partnershipId}, ${id}, ${police})`
  if (more.was)
    await owner`insert into actions.due_change (partnership_id, action_id, was, becomes, reason, on_day) values (${partnershipId}, ${id}, ${more.was}, ${dueOn}, 'So', '2009-05-01')`
}
const shown = async (organisation: number, person = app.officer): Promise<string> =>
  (await app.get(person, `organisations/${organisation}/contribution`)).body
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('what an organisation said it would do by a date is told with how much of it was done, and what is confidential only to whom it is shown', async () => {
  assert.match(await shown(police), /Commitments kept It owned no action with a date that has come since 10 October 2008/)
  await owned('Send the figures', '2009-06-30', '2009-06-29')
  await owned('Count the bicycles', '2009-06-30', '2009-08-29')
  await owned('Lend a van', '2009-09-30', '2009-09-20', { was: '2009-06-30' })
  await owned('Mend the roof', '2009-09-30', null)
  await owned('Find the leak', '2009-09-30', null, { secret: true })
  await owned('Write the report', '2010-03-31', null)
  const page = await shown(police, outsider)
  assert.match(page, /1 of 4 actions that it owned were done on time, of those with a date since 10 October 2008/)
  assert.match(
    page,
    /Done by a later date that was agreed: 1 of 4 \S+ Lend a van due 30 June 2009, now 30 September 2009, ended 20 September 2009/,
  )
  assert.match(page, /Not yet, and overdue: 1 of 4 \S+ Mend the roof/)
  assert.doesNotMatch(page, /Find the leak/)
  assert.match(await shown(police, app.reader), /1 of 5 actions/)
  assert.doesNotMatch(await shown(police, scrutiny), /Commitments kept/)
})

test('its milestones are told too, and what it contributes to in the plans of others', async () => {
  await owner`insert into actions.owner (partnership_id, action_id, organisation_id) values (${partnershipId}, ${whole.actionId}, ${police})`
  await owner`insert into delivery.action_contributor (partnership_id, planned_action_id, organisation_id) values (${partnershipId}, ${whole.id}, ${fire})`
  assert.match(
    await shown(police),
    /Part in delivery plans 0 of 1 milestone of the last twelve months of actions that it owns was met on time, 0 late, 1 not yet/,
  )
  const page = await shown(fire)
  assert.match(page, /Contributes to PMG-PLAN\/090401\/1 Train 40 advisers in every district Delivery plan 2009-10, due 31 December 2009/)
  assert.doesNotMatch(page, /0 of 1 milestone/)
  await owner`update delivery.plan set state = 'draft'`
  assert.doesNotMatch(await shown(fire), /Train 40 advisers/)
})
