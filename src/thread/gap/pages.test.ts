import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { countGaps } from './jobs.ts'
import { gapsPart } from './pages.ts'

const now = '2009-06-10T09:30:00Z'
const app = await freshApp({ after }, { now })
const { owner, partnershipId } = app
const { groupId, meetingId, seats, people } = await exampleMeeting(app)
const { planId, whole } = await examplePlan(app, { groupId, seats })
const scrutiny = await app.database.platform(db =>
  somebody(db, { partnershipId, name: 'Owen Pike', role: 'scrutiny', now: Temporal.Instant.from(now) }),
)

const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const rowOf = async (rows: PromiseLike<readonly { [key: string]: unknown }[]>): Promise<number> => Number((await rows)[0]?.['id'] ?? 0)
const gaps = async (person = app.officer, query = '') => words((await app.get(person, `gaps${query}`)).body)
const listed = async (kind: string, person = app.officer) => words((await app.get(person, `gaps/${kind}`)).body)

test('without an agreement only what hangs on none is missing', async () => {
  assert.match(await gaps(), /2 gaps, the worst first .* Planned actions that move nothing/)
  assert.equal((await app.get(app.officer, 'gaps/nonsense')).statusCode, 404)
})

test('an off-target indicator has a gap until an action is to move it; a proposed one is not enough', async () => {
  const area = await rowOf(
    owner`insert into partnership.area (partnership_id, code, name, kind) values (${partnershipId}, 'E10000099', 'Wexcombe', 'county') returning id`,
  )
  const agreement = await rowOf(owner`
    insert into performance.agreement (partnership_id, title, first_year, last_year, area_id) values (${partnershipId}, 'LAA', 2008, 2010, ${area}) returning id`)
  const theme = await rowOf(
    owner`insert into performance.theme (partnership_id, agreement_id, title) values (${partnershipId}, ${agreement}, 'Safer communities') returning id`,
  )
  const outcome = await rowOf(
    owner`insert into performance.outcome (partnership_id, theme_id, title) values (${partnershipId}, ${theme}, 'Fewer young people get into trouble') returning id`,
  )
  const indicator = await rowOf(owner`
    insert into performance.indicator (partnership_id, agreement_id, reference, title, polarity, value_type, frequency)
    values (${partnershipId}, ${agreement}, 'NI 111', 'First-time entrants', 'lower', 'number', 'financial-year') returning id`)
  await owner`insert into performance.indicator_outcome (partnership_id, indicator_id, outcome_id) values (${partnershipId}, ${indicator}, ${outcome})`
  await owner`insert into performance.target (partnership_id, indicator_id, area_id, kind, starts_on, ends_on, value) values (${partnershipId}, ${indicator}, ${area}, 'target', '2008-04-01', '2009-03-31', 100)`
  await owner`
    insert into performance.data_return (partnership_id, indicator_id, area_id, starts_on, ends_on, revision, value, reported_by_name)
    values (${partnershipId}, ${indicator}, ${area}, '2008-04-01', '2009-03-31', 1, 200, 'Priya Nair'), (${partnershipId}, ${indicator}, ${area}, '2007-04-01', '2008-03-31', 1, 150, 'Priya Nair')`
  await owner`insert into delivery.plan_outcome (partnership_id, plan_id, outcome_id) values (${partnershipId}, ${planId}, ${outcome})`
  const police = await rowOf(
    owner`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Wexcombe Police') returning id`,
  )
  await owner`insert into performance.contributor (partnership_id, indicator_id, organisation_id) values (${partnershipId}, ${indicator}, ${police})`

  const all = await gaps()
  for (const title of [
    'Off-target indicators without',
    'Outcomes for which no group answers',
    'Indicators that nobody leads',
    'Outcomes of plans without',
  ])
    assert.ok(all.includes(title), title)
  assert.match(await listed('off-target-without-action'), /NI 111 First-time entrants .*plan an action for it/)

  await owner`insert into actions.indicator (partnership_id, action_id, indicator_id) values (${partnershipId}, ${whole.actionId}, ${indicator})`
  assert.match(
    await listed('off-target-without-action'),
    /NI 111 First-time entrants 1 action is proposed in a plan that is not signed off; 1 organisation is named/,
  )
  assert.match(await listed('plan-outcome-without-action'), /Every outcome that a plan serves has an action there\./)
  await owner`update delivery.plan set state = 'signed-off' where id = ${planId}`
  await owner`update actions.action set state = 'open' where source = 'plan'`
  assert.match(await listed('off-target-without-action'), /Every off-target indicator has a live action\./)

  assert.match(await listed('contributor-without-contribution'), /Wexcombe Police NI 111 First-time entrants/)
  await owner`insert into delivery.resource (partnership_id, plan_id, planned_action_id, organisation_id, pence) values (${partnershipId}, ${planId}, ${whole.id}, ${police}, 100)`
  assert.match(await listed('contributor-without-contribution'), /Every contributor has part in an action/)

  assert.match(await listed('going-while-worsening'), /No action goes well/)
  await owner`
    insert into delivery.progress (partnership_id, planned_action_id, starts_on, ends_on, rating)
    values (${partnershipId}, ${whole.id}, '2009-01-01', '2009-03-31', 'off-track'), (${partnershipId}, ${whole.id}, '2009-04-01', '2009-06-30', 'on-track')`
  assert.match(await listed('going-while-worsening'), /Train 40 advisers in every district NI 111 First-time entrants/)

  await owner`insert into performance.responsibility (partnership_id, group_id, theme_id) values (${partnershipId}, ${groupId}, ${theme})`
  assert.match(await listed('outcome-without-owner'), /A group answers for every outcome\./)
  assert.match(await gaps(app.officer, `?group=${groupId}`), /Indicators that nobody leads/)
  assert.match(await gaps(app.officer, '?group=999999'), /Nothing is missing for what you have chosen/)
  const file = await app.get(app.officer, `gaps.csv?kind=indicator-without-lead&theme=${theme}`)
  assert.match(
    file.body,
    /Indicators that nobody leads,NI 111,First-time entrants,,Partnership Management Group,Safer communities,yes,Name its lead/,
  )
})

test('a decision has a gap until an action follows from it, and one that is confidential is neither shown nor counted', async () => {
  const item = await rowOf(
    owner`insert into meetings.agenda_item (partnership_id, meeting_id, title) values (${partnershipId}, ${meetingId}, 'Mentors') returning id`,
  )
  await owner`insert into meetings.minutes (partnership_id, meeting_id, state, circulated_at, approved_at) values (${partnershipId}, ${meetingId}, 'approved', now(), now())`
  await owner`insert into meetings.decision (partnership_id, meeting_id, item_id, number, kind, text) values (${partnershipId}, ${meetingId}, ${item}, 1, 'agreed', 'To pay for mentors')`
  assert.match(await listed('decision-without-action', scrutiny), /PMG\/090506\/D1 To pay for mentors/)
  const minute = await rowOf(
    owner`insert into meetings.minute (partnership_id, meeting_id, item_id, text) values (${partnershipId}, ${meetingId}, ${item}, 'Agreed.') returning id`,
  )
  const action = await rowOf(owner`
    insert into actions.action (partnership_id, source, source_id, group_id, source_name, source_day, number, text, is_confidential)
    values (${partnershipId}, 'meeting', ${meetingId}, ${groupId}, 'PMG', '2009-05-06', 1, 'Choose the mentors', true) returning id`)
  await owner`insert into meetings.minute_action (partnership_id, minute_id, action_id) values (${partnershipId}, ${minute}, ${action})`
  const other = await app.database.platform(db =>
    somebody(db, { partnershipId, name: 'Nobody Much', role: 'reader', now: Temporal.Instant.from(now) }),
  )
  assert.match(await listed('decision-without-action', app.administrator), /An action follows from every decision/)
  assert.match(await listed('decision-without-action', other), /To pay for mentors/)
  assert.match(await listed('agreed-without-indicator', app.administrator), /PMG\/090506\/1 Choose the mentors/)
  assert.doesNotMatch(await listed('agreed-without-indicator', other), /Choose the mentors/)
  await owner`update actions.action set is_confidential = false where id = ${action}`
  assert.match(await listed('decision-without-action', other), /An action follows from every decision/)
})

test('scrutiny sees the gaps of what is public, and no next steps that are not theirs', async () => {
  assert.doesNotMatch(await listed('agreed-without-indicator', scrutiny), /Choose the mentors/)
  const { body } = await app.get(scrutiny, 'gaps/indicator-without-lead')
  assert.match(words(body), /NI 111 First-time entrants .* Name its lead/)
  assert.doesNotMatch(body, /indicators\/\d+\/edit/)
  assert.match(await listed('action-without-indicator', scrutiny), /PMG-PLAN\/090401\/2/)
  await owner`update delivery.plan set state = 'draft' where id = ${planId}`
  assert.doesNotMatch(await listed('action-without-indicator', scrutiny), /PMG-PLAN/)
  assert.match(await listed('action-without-indicator'), /PMG-PLAN\/090401\/2/)
})

test('an ambition that nothing serves, and a group that owes a plan', async () => {
  const vision = await rowOf(
    owner`insert into thread.vision (partnership_id, title) values (${partnershipId}, 'A county where everybody thrives') returning id`,
  )
  await owner`insert into thread.ambition (partnership_id, vision_id, title) values (${partnershipId}, ${vision}, 'Everybody has a home')`
  assert.match(await listed('ambition-unserved'), /Everybody has a home/)
  const forum = await rowOf(owner`
    insert into partnership."group" (partnership_id, name, short_name, layer, kind) values (${partnershipId}, 'Housing forum', 'HF', 'operational', 'working-group') returning id`)
  await owner`insert into delivery.requirement (partnership_id, group_id, starts_on, ends_on, due_on) values (${partnershipId}, ${forum}, '2009-04-01', '2010-03-31', '2009-03-01')`
  assert.match(await listed('group-without-plan'), /Housing forum due 1 March 2009/)
})

test('gaps are counted each night, and what became of them is shown', async () => {
  assert.match(await gaps(), /The first count has still to come/)
  const count = (today: string) =>
    app.visit('write', db => countGaps.work(db, { today: day(today), now: Temporal.Instant.from(now), before: null }))
  await count('2009-06-10')
  await count('2009-06-10')
  assert.match(await gaps(), /were counted on 10 June 2009\. What becomes of them/)
  await owner`delete from thread.ambition`
  await count('2009-06-11')
  const { body } = await app.get(app.officer, 'gaps')
  assert.match(words(body), /on 11 June 2009, 1 fewer than on 10 June 2009\./)
  assert.match(body, /<svg[^>]*gt-chart__picture/)
})

test('the worst are on the home of whoever chairs or leads, and of nobody else', async () => {
  const home = (duty: 'chair' | 'member' | null) =>
    app.visit<Awaited<ReturnType<typeof gapsPart>>>('read', db =>
      gapsPart({
        db,
        today: day('2009-06-10'),
        visitor: {
          accountId: 1,
          name: 'Dafydd',
          role: 'reader',
          shares: [],
          duties: duty === null ? [] : [duty],
          get capacity() {
            assert.notEqual(duty, null, 'a capacity was read of somebody without a seat')
            return {
              personId: people.chair,
              organisationIds: [],
              coordinates: [],
              seats: [{ seatId: seats.chair, groupId, role: duty ?? 'member', as: 'holder' as const }],
            }
          },
        } as never,
      }),
    )
  const [first] = (await home('chair'))?.view.worst ?? []
  assert.match(String(first?.text), /NI 111|Train 40/)
  assert.equal(await home('member'), null)
  assert.equal(await home(null), null)
})
