// Whoever is asked is written to by a real mail server, and answers by the link without an account.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { startMailServer } from '../../../test/mail/smtp.ts'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { remindOfRequests } from './jobs.ts'
import { reminderFor } from './letter.ts'

const server = await startMailServer({ after })
const app = await freshApp({ after }, { mail: { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' } })
const { groupId, people } = await exampleMeeting(app)
await app.owner`update partnership.person set email = 'marta@farm.example' where id = ${people.lead}`
const chair = `dafydd.rees@${app.partnershipId}.example`
await app.owner`update partnership.person set email = ${chair} where id = ${people.chair}`

async function sent(title: string): Promise<string> {
  const fields = { groupId: String(groupId), beginning: 'sign-off', title, why: '', dueOn: '22 May 2009', seenBy: 'keepers' }
  const made = await app.post(app.contributor, 'requests/new', fields)
  const at = `requests/${/requests\/(\d+)/.exec(made.headers.location ?? '')?.[1]}`
  await app.post(app.contributor, `${at}/people`, { what: 'group', groupId: String(groupId) })
  assert.equal((await app.post(app.contributor, `${at}/sending`)).statusCode, 303)
  return at
}
const daily = (today: string, before: string | null) =>
  app.visit('write', db =>
    remindOfRequests.work(db, {
      today: day(today),
      now: Temporal.Instant.from(`${today}T06:30:00Z`),
      before: before === null ? null : day(before),
    }),
  )

test('somebody without an account answers by the link in the letter, and changes it until the request is closed', async () => {
  const at = await sent('Sign off the compact')
  const link = new URL(await server.linkTo('marta@farm.example', /Sign off the compact/)).pathname
  assert.match(link, /^\/answer\//)
  const first = await app.get(null, link)
  assert.match(first.body, /You answer as <strong>Marta Turner<\/strong>, for Lead, Safer communities, Partnership Management Group/)
  const { fields } = formIn(first.body, link)
  const [question] = await app.owner<{ id: number }[]>`select id from meetings.question where request_id = ${Number(at.split('/')[1])}`
  const field = `question-${question?.id}`
  const wrong = await app.post(null, link, { ...fields, act: 'send', [field]: 'disagree' })
  assert.equal(wrong.statusCode, 422)
  assert.match(wrong.body, /Say why you do not agree/)
  const done = await app.post(null, link, { ...fields, act: 'send', [field]: 'disagree', [`${field}-reason`]: 'It costs people' })
  assert.match((await app.get(null, done.headers.location ?? '')).body, /Thank you\. Your answer is sent/)
  assert.match((await app.get(app.contributor, `${at}/answers`)).body, /Marta Turner.*Does not agree: It costs people/s)

  const again = formIn((await app.get(null, link)).body, link)
  assert.equal((await app.post(null, link, { ...again.fields, act: 'send', [field]: 'agree' })).statusCode, 303)
  await app.post(app.contributor, `${at}/closing`)
  assert.match((await app.get(null, link)).body, /nothing to answer here any more.*Agrees/s)
  assert.equal((await app.post(null, link, { act: 'send', [field]: 'agree' })).statusCode, 422)
})

test('somebody without an account takes the file out by the link, brings it back filled in, and replaces it', async () => {
  const made = await app.post(app.contributor, 'requests/new', {
    groupId: String(groupId),
    beginning: 'file',
    title: 'Exception report',
    why: '',
    dueOn: '22 May 2009',
    seenBy: 'keepers',
  })
  const at = `requests/${/requests\/(\d+)/.exec(made.headers.location ?? '')?.[1]}`
  const id = Number(at.split('/')[1])
  const [question] = await app.owner<{ id: number }[]>`select id from meetings.question where request_id = ${id}`
  const edit = `${at}/questions/${question?.id}/edit`
  const shown = formIn((await app.get(app.contributor, edit)).body, edit)
  const single = (fields: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(fields).map(([name, [value = '']]) => [name, value]))
  const file = (field: string, fileName: string, content: string) => ({ field, fileName, content: Buffer.from(content) })
  const put = await app.upload(app.contributor, edit, single(shown.fields), file('template', 'report.txt', 'Which indicator:'))
  assert.equal(put.statusCode, 303, put.body)
  await app.post(app.contributor, `${at}/people`, { what: 'group', groupId: String(groupId) })
  assert.equal((await app.post(app.contributor, `${at}/sending`)).statusCode, 303)

  const link = new URL(await server.linkTo('marta@farm.example', /Exception report/)).pathname
  const field = `question-${question?.id}`
  const first = (await app.get(null, link)).body
  assert.match(first, /Download report\.txt/)
  const template = await app.get(null, `${link}?template=${question?.id}`)
  assert.equal(template.body, 'Which indicator:')
  assert.equal((await app.get(null, `${link}?file=${question?.id}`)).statusCode, 404, 'nothing is brought yet')
  const fieldsNow = async () => single({ ...formIn((await app.get(null, link)).body, link).fields, act: ['send'] })

  const missing = await app.post(null, link, await fieldsNow())
  assert.equal(missing.statusCode, 422)
  assert.match(missing.body, /Select a file: Your copy, filled in/)
  const refused = await app.upload(null, link, await fieldsNow(), file(field, 'report.exe', 'MZ'))
  assert.equal(refused.statusCode, 422)
  assert.match(refused.body, new RegExp(`href="#${field}">report\\.exe`))
  assert.doesNotMatch(refused.body, /Select a file: /)

  assert.equal((await app.upload(null, link, await fieldsNow(), file(field, 'ours.txt', 'Which indicator: NI 16'))).statusCode, 303)
  assert.equal((await app.get(null, `${link}?file=${question?.id}`)).body, 'Which indicator: NI 16')
  assert.equal((await app.upload(null, link, await fieldsNow(), file(field, 'ours-2.txt', 'Which indicator: NI 15'))).statusCode, 303)
  const kept = await app.post(null, link, await fieldsNow())
  assert.equal(kept.statusCode, 303, 'what is there stays where nothing else is chosen')
  const names = await app.owner<{ name: string }[]>`select name from platform.stored_file where name like 'ours%'`
  assert.deepEqual([...names], [{ name: 'ours-2.txt' }], 'the one that was replaced is gone')

  const answers = (await app.get(app.contributor, `${at}/answers`)).body
  const href = /href="\/wexcombe\/(requests\/\d+\/answers\/\d+\/files\/\d+)"[^>]*>ours-2\.txt/.exec(answers)?.[1] ?? ''
  assert.equal((await app.get(app.contributor, href)).body, 'Which indicator: NI 15')
  assert.match((await app.get(app.contributor, `${at}/answers.csv`)).body, /ours-2\.txt/)

  await app.post(app.contributor, `${at}/closing`)
  assert.equal((await app.upload(null, link, { act: 'send' }, file(field, 'late.txt', 'Late'))).statusCode, 422)
  assert.equal((await app.get(null, `${link}?file=${question?.id}`)).body, 'Which indicator: NI 15')
})

test('whoever has an account is led to their own page', async () => {
  await sent('With an account')
  assert.match(await server.linkTo(chair, /With an account/), /\/wexcombe\/requests\/\d+\/answer$/)
})

test('those who have not answered are reminded before the date and after it, each once; all are told of more time', async () => {
  const at = await sent('To be reminded of')
  const [mine] = await app.owner<
    { id: number }[]
  >`select id from meetings.asked where request_id = ${Number(at.split('/')[1])} and person_id = ${people.chair}`
  const page = await app.get(app.reader, `${at}/answers/${mine?.id}`)
  const path = `${at}/answers/${mine?.id}`
  const { fields } = formIn(page.body, `/wexcombe/${path}`)
  const [question] = await app.owner<{ id: number }[]>`select id from meetings.question where request_id = ${Number(at.split('/')[1])}`
  await app.post(app.reader, path, { ...fields, act: 'send', [`question-${question?.id}`]: 'agree' })

  await daily('2009-05-19', '2009-05-18')
  await daily('2009-05-19', '2009-05-18')
  await server.mailTo('marta@farm.example', /Your answer to “To be reminded of”/)
  await daily('2009-05-23', '2009-05-19')
  await app.post(app.contributor, `${at}/extension`, { dueOn: '29 May 2009', reason: 'Half-term' })
  await server.mailTo('marta@farm.example', /reason: Half-term/)
  await server.mailTo(chair, /reason: Half-term/)
  const reminders = await app.owner`
    select kind, due_on, person_id from meetings.reminder join meetings.asked on asked.id = asked_id where request_id = ${Number(at.split('/')[1])} order by reminder.id`
  assert.deepEqual(
    [...reminders],
    [
      { kind: 'before', dueOn: '2009-05-22', personId: people.lead },
      { kind: 'after', dueOn: '2009-05-22', personId: people.lead },
    ],
  )
})

test('a reminder falls due once, and speaks for the days on which the server was down', () => {
  const due = (since: string, today: string, askedOn = '2009-05-01') =>
    reminderFor({ dueOn: day('2009-05-22'), askedOn: day(askedOn) }, day(since), day(today))
  assert.equal(due('2009-05-17', '2009-05-18'), null)
  assert.equal(due('2009-05-18', '2009-05-19'), 'before')
  assert.equal(due('2009-05-16', '2009-05-21'), 'before')
  assert.equal(due('2009-05-19', '2009-05-22'), null)
  assert.equal(due('2009-05-16', '2009-05-24'), 'after')
  assert.equal(due('2009-05-23', '2009-05-24'), null)
  assert.equal(due('2009-05-18', '2009-05-19', '2009-05-19'), null, 'whoever was asked only just now')
})
