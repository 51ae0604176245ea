import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { exampleOutcome, examplePlan } from '../../../test/pages/plan.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const meeting = await exampleMeeting(app)
const { planId, whole, bare } = await examplePlan(app, meeting)
const { outcomeId } = await exampleOutcome(app)
const [police] = await app.owner<{ id: number }[]>`select id from partnership.organisation where name = 'Wexcombe Police'`
const now = Temporal.Instant.from('2009-05-06T09:30:00Z')
const scrutiny = await app.database.platform(db =>
  somebody(db, { partnershipId: app.partnershipId, name: 'Owen Pike', role: 'scrutiny', now }),
)

const path = (more = '', of = whole) => `plans/${planId}/actions/${of.id}${more}`
const stateIs = async (state: string, ofActions: string) => {
  await app.owner`update delivery.plan set state = ${state} where id = ${planId}`
  await app.owner`update actions.action set state = ${ofActions} where source = 'plan' and state in ('proposed', 'open')`
}
beforeEach(() => stateIs('draft', 'proposed'))

/** The form of a page with what somebody types into it. */
const filled = async (address: string, typed: Readonly<Record<string, string | string[]>>) => ({
  ...formIn((await app.get(app.officer, address)).body).fields,
  ...typed,
})
const wordsOf = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

describe('one action of a plan', () => {
  test('is shown with everything that is planned of it', async () => {
    const { body, statusCode } = await app.get(app.reader, path())
    assert.equal(statusCode, 200)
    assert.match(wordsOf(body), /Proposed until the plan is signed off/)
    assert.match(wordsOf(body), /Planned 1 April 2009 to 31 December 2009/)
    assert.match(wordsOf(body), /£12,500/)
    assert.match(wordsOf(body), /Half of them are trained 30 September 2009 To come/)
    assert.match(body, new RegExp(`href="/wexcombe/actions/${whole.actionId}"`))
    assert.match(
      wordsOf((await app.get(app.reader, path('', bare))).body),
      /Nobody yet.*No dates yet.*No measure yet.*No indicator is named.*None are named.*no steps on the way/,
    )
  })

  test('is no business of scrutiny before its plan is signed off, and has no link to the register then', async () => {
    assert.equal((await app.get(scrutiny, path())).statusCode, 404)
    await stateIs('signed-off', 'open')
    const { body, statusCode } = await app.get(scrutiny, path())
    assert.equal(statusCode, 200)
    assert.doesNotMatch(body, /href="\/wexcombe\/actions\//)
  })

  test('that is confidential is there only for those who may see such things of the group', async () => {
    await app.owner`update actions.action set is_confidential = true where id = ${bare.actionId}`
    const another = await app.database.platform(db =>
      somebody(db, { partnershipId: app.partnershipId, name: 'Una Fell', role: 'reader', now }),
    )
    assert.equal((await app.get(another, path('', bare))).statusCode, 404)
    assert.doesNotMatch((await app.get(another, `plans/${planId}/actions`)).body, /Raise awareness/)
    assert.equal((await app.get(app.administrator, path('', bare))).statusCode, 200)
    await app.owner`update actions.action set is_confidential = false where id = ${bare.actionId}`
  })

  test('of another plan is not there', async () => {
    assert.equal((await app.get(app.reader, `plans/${planId + 1}/actions/${whole.id}`)).statusCode, 404)
  })
})

describe('whoever keeps the plan writes its actions', () => {
  test('adds one, whole, which the register has as proposed', async () => {
    const answer = await app.post(
      app.contributor,
      `plans/${planId}/actions/new`,
      await filled(`plans/${planId}/actions/new`, {
        text: 'Fit locks in three streets',
        owners: [`seat-${meeting.seats.member}`, `organisation-${police?.id}`],
        contributors: String(police?.id),
        outcomeId: String(outcomeId),
        startsOn: '1 June 2009',
        endsOn: '30/9/2009',
        measure: '140 homes',
        indicators: 'ni 16',
        how: 'Locks keep people out',
        risk: 'No locksmith',
        'resource-0-organisation': String(police?.id),
        'resource-0-pounds': '£1.2k',
        'resource-0-fte': '0.5',
        'resource-0-source': 'Area Based Grant',
        'milestone-1-text': 'Half of them',
        'milestone-1-plannedOn': '31 July 2009',
      }),
    )
    assert.equal(answer.statusCode, 303, wordsOf(answer.body))
    const shown = wordsOf((await app.get(app.reader, String(answer.headers.location))).body)
    for (const words of [
      /PMG-PLAN\/090401\/3/,
      /Owners Voluntary sector, Partnership Management Group.*; Wexcombe Police/,
      /With Wexcombe Police/,
      /Outcome Fewer homes are broken into/,
      /Planned 1 June 2009 to 30 September 2009/,
      /£1,200 and 0\.5 fte from Wexcombe Police \(Area Based Grant\)/,
      /To move NI 16/,
      /Half of them 31 July 2009/,
    ])
      assert.match(shown, words)
    const [row] = await app.owner`select state, due_on, source from actions.action where text = 'Fit locks in three streets'`
    assert.deepEqual({ ...row }, { state: 'proposed', dueOn: '2009-09-30', source: 'plan' })
    const served = await app.owner`select from delivery.plan_outcome where plan_id = ${planId} and outcome_id = ${outcomeId}`
    assert.equal(served.length, 1, 'an outcome that an action is for is one that the plan serves')
  })

  test('is told what cannot be read, where, and loses nothing', async () => {
    const typed = {
      text: '',
      startsOn: '1 June 2009',
      endsOn: 'soon',
      indicators: 'NI 999',
      'resource-0-pounds': 'plenty',
      'resource-1-source': 'Grant',
      'milestone-0-text': '',
      'milestone-0-plannedOn': '31 July 2009',
      'milestone-1-text': 'All of them',
      'milestone-1-plannedOn': 'in time',
    }
    const before = await app.owner`select count(*) from platform.history`
    const answer = await app.post(app.officer, path('/edit'), await filled(path('/edit'), typed))
    assert.equal(answer.statusCode, 422)
    for (const field of [
      'text',
      'endsOn',
      'indicators',
      'resource-0-pounds',
      'resource-1-pounds',
      'milestone-0-text',
      'milestone-1-plannedOn',
    ])
      assert.match(answer.body, new RegExp(`href="#${field}"`))
    for (const value of ['soon', 'NI 999', 'plenty', 'Grant', 'All of them', 'in time'])
      assert.match(answer.body, new RegExp(`value="${value}"`))
    assert.deepEqual(await app.owner`select count(*) from platform.history`, before)
  })

  test('changes one, empties rows, and keeps what was said of a milestone that stays', async () => {
    await app.owner`update delivery.milestone set note = 'Rooms are booked', forecast_on = '2009-10-31' where planned_action_id = ${whole.id}`
    const { fields } = formIn((await app.get(app.officer, path('/edit'))).body)
    const answer = await app.post(app.officer, path('/edit'), {
      ...fields,
      endsOn: '31 January 2010',
      'resource-0-pounds': '',
      isFree: 'yes',
      'milestone-0-text': 'Half of the 40 are trained',
      'milestone-1-text': 'All are trained',
      next: 'more',
    })
    assert.equal(answer.headers.location, `/wexcombe/${path('/edit#milestones')}`)
    const milestones =
      await app.owner`select text, note, planned_on from delivery.milestone where planned_action_id = ${whole.id} order by place`
    assert.deepEqual(
      milestones.map(row => Object.values(row)),
      [
        ['Half of the 40 are trained', 'Rooms are booked', '2009-09-30'],
        ['All are trained', '', null],
      ],
    )
    const [row] = await app.owner`
      select due_on, (select count(*) from delivery.resource where planned_action_id = ${whole.id}) as resources,
             (select count(*) from actions.due_change) as moves from actions.action where id = ${whole.actionId}`
    assert.deepEqual({ ...row }, { dueOn: '2010-01-31', resources: 0, moves: 0 }, 'what is only proposed is not moved')
    await app.post(app.officer, path('/edit'), await filled(path('/edit'), { 'milestone-1-text': '' }))
    assert.equal((await app.owner`select from delivery.milestone where planned_action_id = ${whole.id}`).length, 1)
  })

  test('moves one up and down', async () => {
    const order = async () =>
      (await app.owner`select id from delivery.planned_action where plan_id = ${planId} order by place`).map(({ id }) => id)
    const was = await order()
    await app.post(app.officer, path('/place', bare), { move: 'up' })
    assert.deepEqual((await order()).slice(0, 2), [bare.id, whole.id])
    await app.post(app.officer, path('/place', bare), { move: 'up' })
    assert.deepEqual((await order()).slice(0, 2), [bare.id, whole.id])
    await app.post(app.officer, path('/place', bare), { move: 'down' })
    assert.deepEqual(await order(), was)
  })

  test('takes one out: the register says so, and its number is not given again', async () => {
    await app.post(app.officer, `plans/${planId}/actions/new`, await filled(`plans/${planId}/actions/new`, { text: 'A mistake' }))
    const [made] = await app.owner<
      { id: number; actionId: number }[]
    >`select id, action_id from delivery.planned_action order by id desc limit 1`
    const removal = `plans/${planId}/actions/${made?.id}/removal`
    assert.match((await app.get(app.officer, removal)).body, /What was planned for it is removed/)
    assert.equal((await app.post(app.officer, removal, { reason: 'Typed twice' })).headers.location, `/wexcombe/plans/${planId}/actions`)
    const [row] = await app.owner`select state, outcome, number from actions.action where id = ${made?.actionId ?? 0}`
    assert.deepEqual([row?.['state'], row?.['outcome']], ['dropped', 'Taken out of the plan: Typed twice'])
    assert.equal((await app.owner`select from delivery.planned_action where id = ${made?.id ?? 0}`).length, 0)
    await app.post(app.officer, `plans/${planId}/actions/new`, await filled(`plans/${planId}/actions/new`, { text: 'Another' }))
    const [next] = await app.owner`select number from actions.action where text = 'Another'`
    assert.equal(next?.['number'], Number(row?.['number']) + 1)
  })

  test('nobody else does, and nobody once it waits or is signed off', async () => {
    assert.equal((await app.get(scrutiny, path('/edit'))).statusCode, 403)
    const member = await app.database.platform(db =>
      somebody(db, { partnershipId: app.partnershipId, name: 'Ada Moss', role: 'contributor', now }),
    )
    assert.equal((await app.get(member, path('/edit'))).statusCode, 403)
    const fields = await filled(path('/edit'), {})
    for (const state of ['submitted', 'signed-off']) {
      await stateIs(state, 'open')
      assert.equal((await app.get(app.officer, path('/edit'))).statusCode, 403)
      // Whoever was writing it meanwhile loses nothing.
      const late = await app.post(app.officer, path('/edit'), { ...fields, measure: 'Typed too late' })
      assert.equal(late.statusCode, 422)
      assert.match(wordsOf(late.body), /This plan is (?:submitted|signed off).*Typed too late/)
      assert.equal((await app.post(app.officer, path('/removal'), {})).statusCode, 403)
    }
  })

  test('in a revision the agreed day moves with the planned one, and one that is taken out stays there as not pursued', async () => {
    await stateIs('revising', 'open')
    await app.post(app.officer, path('/edit'), await filled(path('/edit'), { endsOn: '28 February 2010' }))
    const moves = await app.owner`select becomes, reason from actions.due_change where action_id = ${whole.actionId}`
    assert.deepEqual({ ...moves[0] }, { becomes: '2010-02-28', reason: 'The plan is revised' })
    await app.post(app.officer, path('/removal', bare), {})
    assert.match(wordsOf((await app.get(app.reader, path('', bare))).body), /Taken out of the plan\./)
    await app.owner`update actions.action set state = 'open', outcome = '', ended_on = null where id = ${bare.actionId}`
  })
})

describe('how a milestone goes', () => {
  const milestone = async () =>
    (await app.owner<{ id: number }[]>`select id from delivery.milestone where planned_action_id = ${whole.id} order by id`)[0]?.id
  const said = async () => path(`/milestones/${await milestone()}`)

  test('is said by those who keep the plan once it is in force, and shown beside what was planned', async () => {
    assert.match(wordsOf((await app.get(app.officer, await said())).body), /said once the plan is signed off/)
    await stateIs('signed-off', 'open')
    const answer = await app.post(
      app.officer,
      await said(),
      await filled(await said(), { forecastOn: '1 March 2010', metOn: '', note: 'Rooms were late' }),
    )
    assert.equal(answer.statusCode, 303)
    assert.match(wordsOf((await app.get(app.reader, path())).body), /Rooms were late 30 September 2009 Slipping Expected on 1 March 2010/)
  })

  test('is met on a day that is over, and on no other', async () => {
    await stateIs('signed-off', 'open')
    const refused = await app.post(app.officer, await said(), await filled(await said(), { metOn: '7 May 2009' }))
    assert.equal(refused.statusCode, 422)
    assert.match(wordsOf(refused.body), /This day is still to come/)
    assert.match(refused.body, /value="7 May 2009"/)
    assert.equal((await app.post(app.officer, await said(), await filled(await said(), { metOn: '6 May 2009' }))).statusCode, 303)
    assert.match(wordsOf((await app.get(app.reader, path())).body), /Met on 6 May 2009/)
  })

  test('is said by whoever owns the action, and by nobody else', async () => {
    await stateIs('signed-off', 'open')
    assert.equal((await app.get(app.stranger, await said())).statusCode, 404)
    const another = await app.database.platform(db =>
      somebody(db, { partnershipId: app.partnershipId, name: 'Ida Rowe', role: 'contributor', now }),
    )
    const refused = await app.post(another, await said(), { metOn: '1 May 2009' })
    assert.equal(refused.statusCode, 422)
    assert.match(wordsOf(refused.body), /Only those who own this action, and those who keep the plan/)
    assert.doesNotMatch(wordsOf((await app.get(another, path())).body), /1 May 2009|Say how it goes/)
    await app.owner`
      insert into actions.owner (partnership_id, action_id, person_id)
      select ${app.partnershipId}, ${whole.actionId}, id from partnership.person where account_id = ${another.accountId}`
    assert.equal((await app.get(another, await said())).statusCode, 200)
  })
})
