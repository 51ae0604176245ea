import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { example: true, now: '2026-11-22T10:00:00Z' })
const { owner, partnershipId, officer } = app
const meeting = await exampleMeeting(app, { shortName: 'PXG', name: 'Another Management Group' })
const plan = await examplePlan(app, meeting, 'draft')
const [indicator] = await owner<{ id: number }[]>`
  select id from performance.indicator where partnership_id = ${partnershipId} and reference = 'NI 111'`
const indicatorId = indicator?.id ?? 0
await owner`insert into actions.indicator (partnership_id, action_id, indicator_id) values (${partnershipId}, ${plan.whole.actionId}, ${indicatorId})`
const drawingOf = (body: string) => body.match(/<svg class="gt-layers"[\s\S]*?<\/svg>/)?.[0] ?? ''
const listOf = (body: string) => body.match(/<section class="gt-structure__list [\s\S]*?<\/section>/)?.[0] ?? ''
const own = `thread/indicator/${indicatorId}`

describe('the thread of an indicator', () => {
  test('is drawn from its theme to the last milestone, each box a link, its judgement in shape and word', async () => {
    const drawing = drawingOf((await app.get(officer, own)).body)
    for (const words of ['Children and young people', 'Fewer young people', 'Train 40 advisers', 'Half of them', 'Off target'])
      assert.match(drawing, new RegExp(words.split(' ')[0] ?? ''))
    assert.match(
      drawing,
      /<a href="\/wexcombe\/plans\/\d+\/actions\/\d+" class="gt-layers__box" aria-label="Action: PMG-PLAN\/090401\/1 Train 40 advisers in every district\. Proposed/,
    )
    assert.match(drawing, />Off target<\/text>/)
    assert.doesNotMatch(drawing, /style=/)
  })
  test('is listed with all that the drawing says', async () => {
    const list = listOf((await app.get(officer, own)).body)
    assert.match(list, /Why: what it serves[\s\S]*Fewer young people offend[\s\S]*is part of <\/span><a [^>]*>Children and young people/)
    assert.match(
      list,
      /How: what serves it[\s\S]*Train 40 advisers[\s\S]*Marta Turner<\/a> owns it[\s\S]*is a step of <\/span>[\s\S]*Half of them are trained/,
    )
  })
  test('says of a plan on the way how many further actions it has, and leads to it', async () => {
    await owner`
      with added as (
        insert into actions.action (partnership_id, source, source_id, group_id, source_name, source_day, number, text, state)
        select ${partnershipId}, 'plan', ${plan.planId}, ${meeting.groupId}, 'PXG', '2009-05-06', 900 + n, 'Another aim ' || n, 'open' from generate_series(1, 3) n returning id)
      insert into delivery.planned_action (partnership_id, plan_id, action_id) select ${partnershipId}, ${plan.planId}, id from added`
    await owner`insert into delivery.plan_indicator (partnership_id, plan_id, indicator_id) values (${partnershipId}, ${plan.planId}, ${indicatorId})`
    const { body } = await app.get(officer, own)
    assert.match(listOf(body), new RegExp(`<a class="govuk-link" href="[^"]*plans/${plan.planId}">and 4 further actions of this plan</a>`))
    assert.doesNotMatch(body, /Another aim/)
    assert.match(drawingOf(body), />and 4/)
    assert.match((await app.get(officer, `thread/plan/${plan.planId}`)).body, /Another aim 3/)
  })
  test('goes as far and shows the kinds that are chosen', async () => {
    const near = drawingOf((await app.get(officer, `${own}?up=1&down=0`)).body)
    assert.match(near, /Fewer young/)
    assert.doesNotMatch(near, /Train 40|Children and young people"/)
    const { body } = await app.get(officer, `${own}?kinds=theme&kinds=action&kinds=nonsense`)
    assert.match(body, /1 theme, 1 indicator, \d+ actions\./)
    assert.match(body, /value="theme" checked/)
  })
  test('is a file for a paper', async () => {
    const [svg, png, pdf, large] = [
      await app.get(officer, `${own}/drawing.svg`),
      await app.get(officer, `${own}/drawing.png`),
      await app.get(officer, `${own}/drawing.pdf`),
      await app.get(officer, `${own}/drawing.pdf?paper=a3`),
    ]
    assert.match(svg.body, /^<\?xml|^<svg/)
    assert.match(svg.body, /Thread of indicator NI 111/)
    assert.equal(png.rawPayload.subarray(1, 4).toString(), 'PNG')
    for (const { statusCode, rawPayload } of [pdf, large]) assert.ok(statusCode === 501 || rawPayload.subarray(0, 5).toString() === '%PDF-')
  })
  test('of more than sixty boxes says how many are left out', async () => {
    await owner`
      with added as (
        insert into actions.action (partnership_id, source, source_id, group_id, source_name, source_day, number, text, state)
        select ${partnershipId}, 'meeting', ${meeting.meetingId}, ${meeting.groupId}, 'PXG', '2009-05-06', n, 'Step number ' || n, 'open' from generate_series(1, 80) n returning id)
      insert into actions.indicator (partnership_id, action_id, indicator_id) select ${partnershipId}, id, ${indicatorId} from added`
    const { body } = await app.get(officer, own)
    assert.match(body, /<strong>\d\d more are left out, the farthest first: no more than 60 are clear at once\.<\/strong>/)
    assert.equal([...drawingOf(body).matchAll(/class="gt-layers__box"/g)].length, 60)
    assert.match((await app.get(officer, `indicators/${indicatorId}`)).body, /All 8\d, in the thread/)
  })
})

describe('what is not there has no thread', () => {
  for (const path of ['thread/indicator/99999', 'thread/nonsense/1', 'thread/action/x'])
    test(path, async () => assert.equal((await app.get(officer, path)).statusCode, 404))
})
