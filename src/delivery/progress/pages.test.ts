import assert from 'node:assert/strict'
import test, { after, describe } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { exampleOutcome, examplePlan } from '../../../test/pages/plan.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'
import type { Progress } from './progress.ts'
import { ratingsOf } from './store.ts'

describe('progress of a plan', async () => {
  // Q2 2009-10 is over, and no meeting was held since: it was due a week after its end.
  const app = await freshApp({ after }, { now: '2009-10-19T09:30:00Z' })
  const meeting = await exampleMeeting(app)
  const { planId, whole, bare } = await examplePlan(app, meeting, 'signed-off')
  const { owner: sql, partnershipId } = app
  const someone = await app.database.platform(db =>
    somebody(db, { partnershipId, name: 'Ada Finch', role: 'reader', now: Temporal.Instant.from('2009-10-19T09:00:00Z') }),
  )
  const at = `plans/${planId}/progress`
  const rows = () => app.visit<Progress[]>('read', db => ratingsOf(db, [whole.id, bare.id]))
  const typed = async (person: typeof app.reader, changes: Record<string, string>, period = '2009-10-Q2') => {
    const { fields } = formIn((await app.get(person, `${at}?period=${period}`)).body, `/wexcombe/${at}`)
    return { ...fields, ...changes, act: changes['act'] ?? 'save' }
  }

  test('what is missing is called so, and one who owns nothing reads and does not write', async () => {
    const { body, statusCode } = await app.get(app.reader, at)
    assert.equal(statusCode, 200)
    assert.match(body, /Updated 0 of 2, 2 missing/)
    assert.match(body, /No update for Q2 2009-10, due 7 October 2009, 12 days late/)
    assert.match(body, /No update, 12 days late/)
    assert.doesNotMatch(body, /gt-band--(exceeding|on-target|met)/)
  })

  test('who owes one finds it at home, with how late it is, and nobody else does', async () => {
    await exampleOutcome(app)
    const homeOf = async (person: typeof app.reader) => {
      const { body, statusCode } = await app.get(person, 'home')
      assert.equal(statusCode, 200)
      return body
    }
    const { secretariat } = meeting.people
    assert.doesNotMatch(await homeOf(app.contributor), /Your progress updates/)
    await sql`insert into actions.owner (partnership_id, action_id, person_id) values (${partnershipId}, ${bare.actionId}, ${secretariat})`
    assert.match(
      await homeOf(app.contributor),
      /Your progress updates[\s\S]*1 update for Q2 2009-10[\s\S]*due 7 October 2009, 12 days late/,
    )
    assert.doesNotMatch(await homeOf(app.reader), /Your progress updates/)
    await sql`delete from actions.owner where action_id = ${bare.actionId}`
    // What nobody owns is asked of whoever writes the plan.
    await sql`update delivery.plan set lead_id = ${secretariat} where id = ${planId}`
    assert.match(await homeOf(app.contributor), /1 update for Q2 2009-10/)
    await sql`update delivery.plan set lead_id = null where id = ${planId}`
  })

  test('the page of a planned action shows how it went from period to period', async () => {
    assert.match((await app.get(app.reader, `plans/${planId}/actions/${whole.id}`)).body, /Progress<\/h2>[\s\S]*No update, 12 days late/)
  })

  test('each action is kept by itself, and the rest is shown again with what was typed', async () => {
    const fields = await typed(app.contributor, {
      [`rating-${whole.id}`]: 'on-track',
      [`text-${whole.id}`]: 'Twelve are trained',
      [`rating-${bare.id}`]: 'off-track',
      [`text-${bare.id}`]: 'Nobody came',
    })
    const answer = await app.post(app.contributor, at, fields)
    assert.equal(answer.statusCode, 200)
    assert.match(answer.body, /One update is saved\. The rest is not saved yet/)
    assert.match(answer.body, new RegExp(`#reasonCode-${bare.id}">Choose why it is off track`))
    assert.match(answer.body, /Nobody came/)
    assert.deepEqual(
      (await rows()).map(({ plannedActionId, rating, by, text }) => [plannedActionId, rating, by, text]),
      [[whole.id, 'on-track', app.contributor.name, 'Twelve are trained']],
    )
  })

  test('nothing typed, an impossible date and a rating that nobody knows are said where they stand, and nothing is kept', async () => {
    const before = await rows()
    const empty = await app.post(app.contributor, at, await typed(app.contributor, {}))
    assert.equal(empty.statusCode, 422)
    assert.match(empty.body, new RegExp(`#rating-${bare.id}">Say how at least one action is going`))
    const wrong = await app.post(
      app.contributor,
      at,
      await typed(app.contributor, {
        [`rating-${bare.id}`]: 'splendid',
        [`forecastOn-${bare.id}`]: '31 February',
        [`text-${bare.id}`]: 'x'.repeat(5001),
      }),
    )
    assert.equal(wrong.statusCode, 422)
    for (const name of ['rating', 'forecastOn', 'text']) assert.match(wrong.body, new RegExp(`href="#${name}-${bare.id}"`))
    assert.deepEqual(await rows(), before)
  })

  test('a milestone is met beside it, but on no day that is still to come', async () => {
    const [milestone] = await sql<{ id: number }[]>`select id from delivery.milestone where planned_action_id = ${whole.id}`
    const met = `met${milestone?.id}-${whole.id}`
    const early = await app.post(app.contributor, at, await typed(app.contributor, { [met]: '20 October 2009' }))
    assert.match(early.body, /A milestone cannot be met on a day that is still to come/)
    assert.equal((await app.post(app.contributor, at, await typed(app.contributor, { [met]: '28 September 2009' }))).statusCode, 303)
    const [kept] = await sql<{ metOn: string }[]>`select met_on as "metOn" from delivery.milestone where id = ${milestone?.id ?? 0}`
    assert.equal(kept?.metOn, '2009-09-28')
    // Only a date was changed: nothing is said of the action again.
    assert.equal((await sql`select from delivery.progress`).length, 1)
  })

  test('two who write at once are asked', async () => {
    const changes = (text: string) => ({ [`text-${whole.id}`]: text })
    const [first, second] = [
      await typed(app.officer, changes('Fourteen are trained')),
      await typed(app.contributor, changes('Fifteen are trained')),
    ]
    assert.equal((await app.post(app.officer, at, first)).statusCode, 303)
    const asked = await app.post(app.contributor, at, second)
    assert.equal(asked.statusCode, 422)
    assert.match(asked.body, /What was done is “Fourteen are trained” now/)
    assert.match(asked.body, /Fifteen are trained/)
    assert.equal((await rows()).find(({ plannedActionId }) => plannedActionId === whole.id)?.text, 'Fourteen are trained')
  })

  test('last period’s words are copied by a press, and it is said that nothing has changed', async () => {
    const q1 = await typed(
      app.contributor,
      {
        [`rating-${bare.id}`]: 'at-risk',
        [`reasonCode-${bare.id}`]: 'funding',
        [`text-${bare.id}`]: 'No money yet',
        [`forecastOn-${bare.id}`]: '1 March 2010',
      },
      '2009-10-Q1',
    )
    assert.equal((await app.post(app.contributor, at, q1)).statusCode, 303)
    assert.match((await app.get(app.reader, at)).body, /Said for Q1 2009-10/)
    assert.equal((await app.post(app.contributor, at, await typed(app.contributor, { act: `copy-${bare.id}` }))).statusCode, 303)
    const copied = (await rows()).filter(({ plannedActionId }) => plannedActionId === bare.id).at(-1)
    assert.deepEqual(
      [copied?.startsOn, copied?.rating, copied?.reasonCode, copied?.text, copied?.forecastOn, copied?.isUnchanged],
      ['2009-07-01', 'at-risk', 'funding', 'No money yet', '2010-03-01', true],
    )
    assert.match((await app.get(app.reader, at)).body, /Nothing had changed/)
  })

  test('what is said to be complete offers to close the action and does not close it', async () => {
    const fields = await typed(app.contributor, { [`rating-${whole.id}`]: 'complete', [`text-${whole.id}`]: 'Forty are trained' })
    assert.equal((await app.post(app.contributor, at, fields)).statusCode, 303)
    assert.match((await app.get(app.contributor, at)).body, new RegExp(`actions/${whole.actionId}/ending`))
    const [action] = await sql<{ state: string }[]>`select state from actions.action where id = ${whole.actionId}`
    assert.equal(action?.state, 'open')
    assert.match((await app.get(app.contributor, `${at}?period=2009-10-Q3`)).body, /Nothing is asked for Q3 2009-10: complete before/)
  })

  test('over all plans: how many are in, which are missing, whose, and the same as a file', async () => {
    await sql`delete from delivery.progress where planned_action_id = ${bare.id} and starts_on = '2009-07-01'`
    const { body } = await app.get(app.reader, 'progress')
    assert.match(body, /Updated 1 of 2, 1 missing/)
    assert.match(body, /1 of them came late/)
    assert.match(body, /No update for Q2 2009-10, due 7 October 2009, 12 days late/)
    assert.match(body, /Last said: At risk for Q1 2009-10, on 19 October 2009/)
    const { body: csv } = await app.get(app.reader, 'progress.csv')
    assert.match(csv, /Raise awareness,.*,missing,,,/)
    assert.match(csv, /Train 40 advisers in every district,.*,here,Complete,/)
    assert.match((await app.get(app.reader, 'progress?period=2009-10-Q1')).body, /Updated 1 of 2, 1 missing/)
    for (const path of [`actions/${whole.actionId}`, `plans/${planId}/actions/${whole.id}`])
      assert.match((await app.get(someone, path)).body, /Forty are trained/, 'on the page of the action too')
  })

  test('a confidential action is neither shown nor counted for others', async () => {
    await sql`update actions.action set is_confidential = true where id = ${bare.actionId}`
    for (const path of [at, 'progress', 'progress.csv']) assert.doesNotMatch((await app.get(someone, path)).body, /Raise awareness/)
    assert.match((await app.get(someone, 'progress')).body, /Updated 1 of 1/)
    assert.match((await app.get(app.contributor, at)).body, /Raise awareness/)
  })

  test('who owns nothing and keeps nothing may not write, and of a draft nothing is asked', async () => {
    assert.equal((await app.post(someone, at, { period: '2009-10-Q2', act: 'save' })).statusCode, 422)
    await sql`insert into actions.owner (partnership_id, action_id, person_id) select ${partnershipId}, ${bare.actionId}, id from partnership.person where account_id = ${someone.accountId}`
    const own = (await app.get(someone, at)).body
    assert.match(own, new RegExp(`name="rating-${bare.id}"`))
    assert.doesNotMatch(own, new RegExp(`name="rating-${whole.id}"`))
    const fields = await typed(someone, { [`rating-${bare.id}`]: 'on-track', [`text-${bare.id}`]: 'A fair was held' })
    assert.equal((await app.post(someone, at, fields)).statusCode, 303)
    await sql`update delivery.plan set state = 'draft' where id = ${planId}`
    assert.match((await app.get(app.officer, at)).body, /once this plan is signed off/)
    assert.equal((await app.post(app.officer, at, { period: '2009-10-Q2', act: 'save' })).statusCode, 422)
    assert.match((await app.get(app.officer, 'progress')).body, /No plan is signed off yet/)
  })
})
