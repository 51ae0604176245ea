import assert from 'node:assert/strict'
import test, { after, describe } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { linkIn, recipients, startMailServer } from '../../../test/mail/smtp.ts'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { examplePlan } from '../../../test/pages/plan.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { askForProgress } from './jobs.ts'

describe('mail about progress', async () => {
  const server = await startMailServer({ after })
  // The application asks by itself too: before the first of these days there is nothing to ask for.
  let now = Temporal.Instant.from('2009-10-17T05:00:00Z')
  const app = await freshApp({ after }, { clock: () => now, mail: { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' } })
  const { owner: sql, partnershipId } = app
  // The papers of 4 November are due on 26 October, seven working days before.
  const meeting = await exampleMeeting(app, { onDay: '2009-11-04' })
  const { planId, whole, bare } = await examplePlan(app, meeting, 'signed-off')
  const marta = 'marta@wexcombe.example'
  await sql`update partnership.person set email = ${marta} where id = ${meeting.people.lead}`
  const [chair] = await sql<{ email: string }[]>`select email from partnership.person where id = ${meeting.people.chair}`

  const ask = async (today: string, before: string) => {
    now = Temporal.Instant.from(`${today}T07:10:00Z`)
    await app.visit('write', db => askForProgress.work(db, { today: day(today), before: day(before), now }))
    for (let tries = 0; (await sql`select from platform.job where failed_at is null`).length > 0; tries++) {
      if (tries > 500) assert.fail('Mail is left over')
      await sleep(10)
    }
  }
  // Besides the weekly letter about all actions, which the application sends by itself.
  const subjectsTo = (address: string) =>
    server.inbox
      .filter(mail => recipients(mail).includes(address))
      .map(({ subject }) => subject)
      .filter(subject => !subject?.endsWith('your actions this week'))

  test('is asked for a week before the papers are due, once, in one letter for all that is theirs', async () => {
    await ask('2009-10-18', '2009-10-17')
    assert.deepEqual(subjectsTo(marta), [])
    await ask('2009-10-19', '2009-10-18')
    await ask('2009-10-19', '2009-10-18')
    await ask('2009-10-20', '2009-10-19')
    assert.deepEqual(subjectsTo(marta), ['Wexcombe Partnership: how are your actions going in Q2 2009-10'])
    const mail = await server.mailTo(marta, /You are asked/)
    assert.match(mail.text ?? '', /how 2 actions of “Delivery plan 2009-10”/)
    assert.match(mail.text ?? '', /Due 26 October 2009, with the papers for the meeting of 4 November 2009/)
    assert.match(mail.text ?? '', /Nothing was said of it yet/)
  })

  test('whoever has no account answers all of them by the link, under their name', async () => {
    const mail = await server.mailTo(marta, /You are asked/)
    const link = new URL(linkIn(mail)).pathname
    const opened = await app.get(null, link)
    assert.equal(opened.statusCode, 200)
    assert.match(opened.body, /You answer as <strong>Marta Turner<\/strong>/)
    assert.doesNotMatch(opened.body, /href="\/wexcombe/)
    const { fields } = formIn(opened.body, link)
    assert.equal((await app.post(null, link, { ...fields, act: 'save' })).statusCode, 422)
    const said = {
      ...fields,
      act: 'save',
      [`rating-${whole.id}`]: 'at-risk',
      [`text-${whole.id}`]: 'Twelve are trained',
      [`rating-${bare.id}`]: 'on-track',
      [`text-${bare.id}`]: 'A fair was held',
    }
    // The one that is complete is kept, though the other waits for its reason.
    const half = await app.post(null, link, said)
    assert.equal(half.statusCode, 200)
    assert.match(half.body, /Choose why it is at risk/)
    const kept = await sql<{ rating: string; who: string; by: number }[]>`
      select progress.rating, history.who, progress.person_id as by
        from delivery.progress
        join platform.history on subject = 'delivery.progress' and history.partnership_id = ${partnershipId}
       order by progress.id`
    assert.deepEqual(
      kept.map(each => ({ ...each })),
      [{ rating: 'on-track', who: 'Marta Turner', by: meeting.people.lead }],
    )
  })

  test('is reminded of once, of what is left, and the missing are named to the chair the day after', async () => {
    await ask('2009-10-24', '2009-10-23')
    await ask('2009-10-25', '2009-10-24')
    assert.equal(subjectsTo(marta).filter(subject => subject?.includes('Q2')).length, 2)
    const second = await server.mailTo(marta, /Nothing has come from you yet/)
    assert.match(second.text ?? '', /how an action of/)
    assert.doesNotMatch(second.text ?? '', /Raise awareness/)
    assert.deepEqual(subjectsTo(chair?.email ?? ''), [])
    await ask('2009-10-27', '2009-10-25')
    await ask('2009-10-28', '2009-10-27')
    assert.deepEqual(subjectsTo(chair?.email ?? ''), ['Wexcombe Partnership: one update is missing for Q2 2009-10, Delivery plan 2009-10'])
    const told = await server.mailTo(chair?.email ?? '', /missing/)
    assert.match(told.text ?? '', /No update for Q2 2009-10, due 26 October 2009, 1 day late/)
    assert.match(told.text ?? '', /Owner: Safer communities/)
  })

  test('is asked for again by a press of those who keep the plan, once a day', async () => {
    const officer = await app.database.platform(db => somebody(db, { partnershipId, name: 'Ada Finch', role: 'performance-officer', now }))
    const chase = () => app.post(officer, `plans/${planId}/progress/chasing`, { period: '2009-10-Q2' })
    assert.equal((await chase()).headers.location, '/wexcombe/progress?period=2009-10-Q2')
    await chase()
    await ask('2009-10-29', '2009-10-28')
    assert.deepEqual(
      subjectsTo(marta)
        .filter(subject => subject?.includes('Q2'))
        .slice(2),
      ['Wexcombe Partnership: your update for Q2 2009-10 is late'],
    )
    const mail = await server.mailTo(marta, /Asked for by/)
    assert.match(mail.text ?? '', /Asked for by Ada Finch/)
  })

  test('nobody is asked for what is complete, and a link opens nothing once nothing is theirs', async () => {
    const mail = await server.mailTo(marta, /Asked for by/)
    const link = new URL(linkIn(mail)).pathname
    await sql`delete from actions.owner where action_id = ${whole.actionId}`
    await sql`update delivery.plan set lead_id = ${meeting.people.chair} where id = ${planId}`
    assert.match((await app.get(null, link)).body, /Nothing more is asked of you/)
    assert.match((await app.post(null, link, { act: 'save', period: '2009-10-Q2' })).body, /Nothing more is asked of you/)
  })
})

describe('without mail', async () => {
  const app = await freshApp({ after }, { now: '2009-10-19T09:30:00Z' })
  const meeting = await exampleMeeting(app)
  const { planId } = await examplePlan(app, meeting, 'signed-off')
  test('the links are shown to be passed on', async () => {
    const answer = await app.post(app.contributor, `plans/${planId}/progress/chasing`, { period: '2009-10-Q2' })
    assert.equal(answer.statusCode, 200)
    const link = /\/answer\/[\w-]{43}/.exec(answer.body)?.[0] ?? ''
    assert.match((await app.get(null, link)).body, /You answer as <strong>Marta Turner<\/strong>/)
  })
})
