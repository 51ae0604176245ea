import assert from 'node:assert/strict'
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import test, { after, describe } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { freshDatabase } from '../../../test/database/index.ts'
import { linkIn, recipients, startMailServer } from '../../../test/mail/smtp.ts'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import type { PersonId } from '../../partnership/index.ts'
import { escalateActions, remindOfActions } from './jobs.ts'

describe('mail about actions', async () => {
  const server = await startMailServer({ after })
  const app = await freshApp(
    { after },
    { now: '2009-06-15T09:00:00Z', mail: { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' } },
  )
  const { owner: sql, partnershipId } = app
  const { groupId, seats } = await exampleMeeting(app)
  const [outsider] = await sql<{ id: PersonId }[]>`
    insert into partnership.person (partnership_id, name, email) values (${partnershipId}, 'Owen Pike', 'owen@farm.example') returning id`
  const [silent] = await sql<
    { id: PersonId }[]
  >`insert into partnership.person (partnership_id, name) values (${partnershipId}, 'No Address') returning id`
  const owen = `person-${outsider?.id}`
  const secretary = `${partnershipId}.example`

  async function added(
    text: string,
    owners: readonly string[],
    dueOn = '22 June 2009',
    more: Readonly<Record<string, string>> = {},
  ): Promise<number> {
    const answer = await app.post(app.contributor, 'actions/new', { groupId: String(groupId), text, owners, dueOn, ...more })
    return Number(answer.headers.location?.split('/').at(-1))
  }
  const remind = (today: string, before: string) =>
    app.visit('write', db =>
      remindOfActions.work(db, { today: day(today), before: day(before), now: Temporal.Instant.from(`${today}T07:00:00Z`) }),
    )
  const drained = async () => {
    for (let tries = 0; (await sql`select from platform.job where failed_at is null`).length > 0; tries++) {
      if (tries > 500) assert.fail('Mail is left over')
      await sleep(10)
    }
  }
  const mailsTo = (address: string) => server.inbox.filter(mail => recipients(mail).includes(address))

  test('an owner without an account is reminded a week before, answers by the link, and is told of nothing twice', async () => {
    const first = await added('Ask the farmers', [owen])
    await added('Write to the chairs', [owen, `person-${silent?.id}`])
    await added('Book the hall', [owen], '29 July 2009')
    await remind('2009-06-16', '2009-06-14')
    await remind('2009-06-16', '2009-06-14')
    await drained()
    const subjects = mailsTo('owen@farm.example').map(({ subject }) => subject)
    assert.deepEqual(subjects.toSorted(), [
      'Wexcombe Partnership: 2 actions of yours are due soon or overdue',
      'Wexcombe Partnership: your actions this week',
    ])
    const mail = await server.mailTo('owen@farm.example', /due soon/)
    assert.match(mail.text ?? '', /Ask the farmers\nDue: 22 June 2009/)
    assert.doesNotMatch(mail.text ?? '', /Book the hall/)
    const link = new URL(linkIn(mail)).pathname
    const opened = await app.get(null, link)
    assert.equal(opened.statusCode, 200)
    assert.match(opened.body, /You answer as <strong>Owen Pike<\/strong>/)
    assert.match(opened.body, /Ask the farmers/)
    assert.doesNotMatch(opened.body, /Book the hall|href="\/wexcombe/)

    assert.match((await app.post(null, link, { act: 'note', note: '' })).body, /#note">Say how it is going/)
    assert.equal((await app.post(null, link, { act: 'note', note: 'Half of them', progress: 'under-way' })).statusCode, 303)
    assert.match((await app.post(null, link, { act: 'date', dueOn: '6 July 2009', reason: '' })).body, /#reason">Say why the date moves/)
    assert.equal((await app.post(null, link, { act: 'date', dueOn: '6 July 2009', reason: 'Harvest' })).statusCode, 303)
    const page = (await app.get(app.officer, `actions/${first}`)).body
    assert.match(page, /Owen Pike asks for 6 July 2009/)
    assert.match(page, /Under way\. Half of them/)
    assert.match(page, /reminded once by mail/)
    assert.match((await app.post(null, link, { act: 'done', outcome: '' })).body, /#outcome">Say what came of it/)
    assert.equal((await app.post(null, link, { act: 'done', outcome: 'All have answered' })).statusCode, 303)
    const [row] = await sql<{ state: string; outcome: string }[]>`select state, outcome from actions.action where id = ${first}`
    assert.deepEqual({ ...row }, { state: 'closed', outcome: 'All have answered' })
    assert.match((await app.get(null, link)).body, /Nothing more is asked of you/)
    assert.match((await app.post(null, link, { act: 'done', outcome: 'Again' })).body, /Nothing more is asked of you/)
  })

  test('what was closed before the letter was written is left out, and where nothing is left no letter goes', async () => {
    const before = server.inbox.length
    const id = await added('Count the buses', [`seat-${seats.secretariat}`], '10 August 2009')
    await app.visit('write', async db => {
      await remindOfActions.work(db, {
        today: day('2009-08-04'),
        before: day('2009-08-03'),
        now: Temporal.Instant.from('2009-08-04T07:00:00Z'),
      })
      // 3 August was a Monday, so that nothing but the reminder is due.
      await db`update actions.action set state = 'closed', outcome = 'Counted', ended_on = '2009-08-03' where state = 'open' and id = ${id}`
    })
    await drained()
    assert.deepEqual(
      server.inbox.slice(before).filter(mail => recipients(mail)[0]?.endsWith(secretary)),
      [],
    )
  })

  test('the chair is told once when the group has met twice since the date, and the page says so', async () => {
    const id = await added('Mend the roof', [owen], '1 September 2009')
    let held = 1
    const escalate = (today: string) =>
      app.visit('write', db =>
        escalateActions(async (_, asked) => asked.map(({ day: due }) => (due === '2009-09-01' ? held : 0))).work(db, {
          today: day(today),
          before: null,
          now: Temporal.Instant.from(`${today}T07:00:00Z`),
        }),
      )
    const chair = `dafydd.rees@${partnershipId}.example`
    // Letters are written by the clock of the application, which stands before that date.
    await sql`update actions.action set due_on = '2009-06-02' where id = ${id}`
    const late = async (today: string) => {
      await sql`update actions.action set due_on = '2009-09-01' where id = ${id}`
      await escalate(today)
      await sql`update actions.action set due_on = '2009-06-02' where id = ${id}`
      await drained()
    }
    await late('2009-10-01')
    assert.equal(mailsTo(chair).length, 0)
    held = 2
    await late('2009-11-01')
    await late('2009-11-02')
    assert.deepEqual(
      mailsTo(chair).map(({ subject }) => subject),
      ['Wexcombe Partnership: an action needs you as chair'],
    )
    assert.match((await app.get(app.officer, `actions/${id}`)).body, /Told the chair/)
  })
})

test('reminders survive a process that is killed in the middle of them: none is lost, and none arrives twice', async t => {
  const fresh = await freshDatabase(t)
  const people = 5
  let victim: ChildProcess | undefined
  let taken = 0
  // Every third mail the server has it, and the process ends before it hears so.
  const server = await startMailServer(t, {
    onMail: () => {
      taken++
      if (taken % 3 === 0) victim?.kill('SIGKILL')
    },
  })
  await fresh.database.platform(db => db`insert into platform.partnership (slug, name) values ('wexcombe', 'Wexcombe')`)
  await fresh.owner`insert into partnership.person (partnership_id, name, email) select 1, 'Person ' || n, 'person.' || n || '@wexcombe.example' from generate_series(1, ${people}) as n`
  await fresh.owner`
    insert into actions.action (partnership_id, source, source_name, source_day, number, text, due_on)
    select 1, 'plan', 'PLAN', '2009-06-01', n, 'Do it', '2009-06-29' from generate_series(1, ${people}) as n`
  await fresh.owner`
    insert into actions.owner (partnership_id, action_id, person_id)
    select 1, action.id, person.id from actions.action join partnership.person on person.name = 'Person ' || action.number`
  // A Monday, a week before the date: everybody has a reminder and a digest.
  const args = [fresh.ownerUrl, server.url, '2009-06-22T08:00:00Z']

  let killed = 0
  for (;;) {
    victim = fork(new URL('./victim.ts', import.meta.url).pathname, args, { stdio: 'ignore' })
    const ended = once(victim, 'exit')
    if (await Promise.race([ended.then(() => false), allSent()])) {
      victim.kill('SIGKILL')
      await ended
      break
    }
    killed++
    await fresh.owner`update platform.job set run_at = now()`
  }

  assert.ok(killed >= 2, `It was killed ${killed} times`)
  assert.ok(server.inbox.length > 2 * people, 'No mail was sent twice, so nothing was tried')
  const kept = new Map(server.inbox.map(mail => [mail.messageId, mail]))
  const told = [...kept.values()].map(mail => `${recipients(mail)[0]} ${mail.subject}`)
  const expected = Array.from({ length: people }, (_, at) =>
    ['an action of yours is due soon', 'your actions this week'].map(what => `person.${at + 1}@wexcombe.example Wexcombe: ${what}`),
  )
  assert.deepEqual(told.toSorted(), expected.flat().toSorted())

  async function allSent(): Promise<boolean> {
    for (;;) {
      const [state] = await fresh.owner<{ left: number; asked: number }[]>`
        select (select count(*) from platform.job) as left, (select count(*) from platform.posted) as asked`
      if (state && Number(state.asked) > 0 && Number(state.left) === 0) return true
      await sleep(20)
    }
  }
})
