import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { example: true, now: '2026-11-22T10:00:00Z' })
const { owner, partnershipId, officer, reader } = app
const meeting = await exampleMeeting(app, { shortName: 'PXG', name: 'Another Management Group' })
const plan = await examplePlan(app, meeting, 'draft')
// One that no action and no plan of the example is about.
const [indicator] = await owner<{ id: number; name: string }[]>`
  select id, coalesce(reference || ' ', '') || title as name from performance.indicator
   where partnership_id = ${partnershipId} and lead_id is not null and exists (select from performance.indicator_outcome where indicator_id = indicator.id)
     and not exists (select from thread.link where upper_kind = 'indicator' and upper_id = indicator.id and lower_kind in ('action', 'plan', 'decision'))
   order by id limit 1`
const indicatorId = indicator?.id ?? 0
const targets = (
  await owner`select from performance.shared_node where kind = 'target' and address = ${`indicators/${indicatorId}/targets`} and ends_on is null`
).length
await owner`insert into actions.indicator (partnership_id, action_id, indicator_id) values (${partnershipId}, ${plan.whole.actionId}, ${indicatorId})`
const scrutiny = await app.database.platform(db =>
  somebody(db, { partnershipId, name: 'Sol Grant', role: 'scrutiny', now: Temporal.Instant.from('2026-11-22T10:00:00Z') }),
)
const asState = (state: string, isConfidential = false) =>
  owner`with changed as (update delivery.plan set state = ${state} where partnership_id = ${partnershipId} and id = ${plan.planId})
        update actions.action set is_confidential = ${isConfidential} where partnership_id = ${partnershipId} and id = ${plan.whole.actionId}`
const stripOf = (body: string) => body.match(/<nav class="gt-strip"[\s\S]*?<\/nav>/)?.[0] ?? ''

describe('from an indicator', () => {
  test('one reaches in two clicks who does what about it', async () => {
    const strip = stripOf((await app.get(officer, `indicators/${indicatorId}`)).body)
    assert.match(strip, new RegExp(`How <b>${targets + 1}</b>`))
    const [, address = ''] =
      strip.match(/is to be moved by<\/span> <a class="govuk-link" href="([^"]*)">PXG?/) ??
      strip.match(/is to be moved by<\/span> <a class="govuk-link" href="([^"]*)">/) ??
      []
    assert.match(address, /^\/wexcombe\/plans\/\d+\/actions\/\d+$/)
    assert.match(strip, /Train 40 advisers in every district<\/a> <span class="gt-strip__words">\(action, proposed\)/)
    assert.match(strip, /How much: <b>£12,500<\/b>/)
  })
  test('and from the action why it is done, and who does it', async () => {
    const strip = stripOf((await app.get(officer, `thread/action/${plan.whole.actionId}`)).body)
    assert.match(strip, new RegExp(`is to move</span> <a class="govuk-link" href="/wexcombe/indicators/${indicatorId}">${indicator?.name}`))
    assert.match(strip, /is owned by<\/span> <a [^>]*>Marta Turner/)
  })
})

describe('every page of a record has its strip', () => {
  const check = (path: string, expected: RegExp) =>
    test(path, async () => {
      const { statusCode, body } = await app.get(officer, path)
      assert.equal(statusCode, 200)
      assert.match(stripOf(body), expected)
    })
  check(`plans/${plan.planId}/actions/${plan.whole.id}`, /Why <b>2<\/b>[\s\S]*is part of[\s\S]*How <b>1<\/b>[\s\S]*Who <b>\d<\/b>/)
  check(`plans/${plan.planId}`, /Who <b>1<\/b>[\s\S]*Another Management Group[\s\S]*How much: <b>£12,500/)
  check(`groups/${meeting.groupId}`, /Answers for <b>\d+<\/b>[\s\S]*Delivery plan 2009-10/)
  check(`people/${meeting.people.lead}`, /Answers for <b>1<\/b>[\s\S]*Belongs to <b>1<\/b>/)
  check('organisations/1', /Answers for <b>\d+<\/b>/)
  check(`meetings/${meeting.meetingId}`, /Who <b>1<\/b>/)
})

describe('what the strip shows nobody who may not see it', () => {
  test('a draft is shown to whoever takes part, and to no scrutiny reader, counted neither', async () => {
    await asState('draft')
    const [mine, theirs] = [await app.get(reader, `indicators/${indicatorId}`), await app.get(scrutiny, `indicators/${indicatorId}`)].map(
      ({ body }) => stripOf(body),
    )
    assert.match(mine ?? '', /Train 40 advisers/)
    assert.match(theirs ?? '', targets === 0 ? /How: nothing yet/ : /How <b>1<\/b>/)
    assert.doesNotMatch(theirs ?? '', /Train 40 advisers|£12,500/)
  })
  test('what a plan in force says is shown to a scrutiny reader', async () => {
    await asState('signed-off')
    assert.match(stripOf((await app.get(scrutiny, `indicators/${indicatorId}`)).body), /Train 40 advisers[\s\S]*£12,500/)
    assert.equal((await app.get(scrutiny, `thread/action/${plan.whole.actionId}`)).statusCode, 200)
  })
  test('what is confidential is shown to those of its group, though the page is kept for others of their role', async () => {
    await asState('signed-off', true)
    const other = await app.database.platform(db =>
      somebody(db, { partnershipId, name: 'Una Field', role: 'reader', now: Temporal.Instant.from('2026-11-22T10:00:00Z') }),
    )
    // The reader of the example is chair of the group.
    assert.match(stripOf((await app.get(reader, `indicators/${indicatorId}`)).body), /Train 40 advisers[\s\S]*£12,500/)
    for (const visitor of [other, scrutiny]) {
      assert.doesNotMatch(stripOf((await app.get(visitor, `indicators/${indicatorId}`)).body), /Train 40 advisers|£12,500/)
      assert.equal((await app.get(visitor, `thread/action/${plan.whole.actionId}`)).statusCode, 404)
    }
    await asState('draft')
  })
})
