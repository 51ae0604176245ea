import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { planId, whole } = await examplePlan(app, await exampleMeeting(app), 'submitted')
const robustness = `plans/${planId}/robustness`
const review = `plans/${planId}/review`

test('a review is kept with its day, may be changed, and what is left out is no answer', async () => {
  assert.match((await app.get(app.officer, robustness)).body, /Nobody has reviewed this plan yet/)
  const kept = await app.post(app.officer, review, {
    'specific-answer': 'yes',
    'timed-answer': 'no',
    'timed-sentence': 'The second action has no date',
    'value-answer': 'partly',
    'value-sentence': 'Nothing is compared',
  })
  assert.equal(kept.headers.location, `/wexcombe/${robustness}`)
  const { body } = await app.get(app.reader, robustness)
  assert.match(body, /Priya Nair<span class="gt-note">6 May 2009/)
  assert.match(body, /<strong>No<\/strong><span class="gt-note">The second action has no date/)
  assert.equal(body.match(/Not answered/g)?.length, 6)
  assert.match((await app.get(app.officer, review)).body, /value="no" checked/)

  await app.post(app.officer, review, { 'specific-answer': 'yes' })
  assert.equal((await app.get(app.reader, robustness)).body.match(/Not answered/g)?.length, 8)
})

test('a no without a sentence is refused, and what was typed stays', async () => {
  const { statusCode, body } = await app.post(app.officer, review, {
    'measurable-answer': 'no',
    'rationale-answer': 'yes',
    'rationale-sentence': 'For advisers',
  })
  assert.equal(statusCode, 422)
  assert.match(body, /href="#measurable-sentence">Measurable: say in a sentence what is missing/)
  assert.match(body, /value="For advisers"/)
  assert.doesNotMatch((await app.get(app.officer, robustness)).body, /For advisers/)
})

test('an action is reviewed by itself, and beside that of another reviewer', async () => {
  await app.post(app.administrator, `${review}/${whole.id}`, { 'specific-answer': 'partly', 'specific-sentence': 'Which advisers?' })
  const { body } = await app.get(app.officer, robustness)
  assert.match(body, /PMG-PLAN\/090401\/1<\/a> Train 40 advisers[\s\S]*Specific: <strong>partly<\/strong>\. Which advisers\?/)
  assert.match(body, /Priya Nair<span[\s\S]*Helen Marsh<span/)
  assert.equal((await app.get(app.officer, `${review}/999999`)).statusCode, 404)
})

test('whom officers ask may review it, and nobody else', async () => {
  const turned = await app.get(app.contributor, review)
  assert.equal(turned.headers.location, `/wexcombe/${robustness}`)
  assert.equal((await app.post(app.contributor, review, { 'specific-answer': 'yes' })).headers.location, `/wexcombe/${robustness}`)
  assert.doesNotMatch((await app.get(app.officer, robustness)).body, /Ruth Calder<span/)

  const unknown = await app.post(app.officer, `plans/${planId}/reviewers`, { person: 'Nobody Known' })
  assert.equal(unknown.statusCode, 422)
  assert.match(unknown.body, /There is nobody called Nobody Known yet/)
  const [person] = await app.owner<
    { id: number; name: string }[]
  >`select id, name from partnership.person where account_id = ${app.contributor.accountId}`
  assert.equal((await app.post(app.officer, `plans/${planId}/reviewers`, { person: person?.name ?? '' })).statusCode, 303)
  assert.match((await app.get(app.contributor, robustness)).body, /has not answered yet/)
  assert.equal((await app.post(app.contributor, review, { 'specific-answer': 'yes' })).statusCode, 303)
  assert.match((await app.get(app.officer, robustness)).body, /has answered/)
  assert.equal((await app.post(app.officer, `plans/${planId}/reviewers/${person?.id}/removal`)).statusCode, 303)
  assert.doesNotMatch((await app.get(app.officer, robustness)).body, /has answered/)
})
