import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { recipients, startMailServer } from '../../../test/mail/smtp.ts'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { exampleOutcome, examplePlan } from '../../../test/pages/plan.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { remindOfReviews } from './jobs.ts'

const now = '2009-10-10T09:30:00Z'
const server = await startMailServer({ after })
const app = await freshApp({ after }, { now, mail: { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' } })
const { owner, partnershipId } = app
const meeting = await exampleMeeting(app, { onDay: '2009-10-07' })
const { planId, whole } = await examplePlan(app, meeting, 'signed-off')
const { indicatorId } = await exampleOutcome(app)
const scrutiny = await app.database.platform(db =>
  somebody(db, { partnershipId, name: 'Owen Pike', role: 'scrutiny', now: Temporal.Instant.from(now) }),
)
// The reader is the group's chair; this one sits nowhere.
const outsider = await app.database.platform(db =>
  somebody(db, { partnershipId, name: 'Ida Bloom', role: 'reader', now: Temporal.Instant.from(now) }),
)
const words = (body: string): string =>
  body
    .replace(/^[\s\S]*<main/, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const shown = async (path: string, person = app.officer): Promise<string> => words((await app.get(person, path)).body)
const reviewOf = (of: string, dueOn: string, more = {}) => app.post(app.officer, 'reviews/new', { of, dueOn, ...more })
const idIn = (location: string | undefined): string => /reviews\/(\d+)/.exec(location ?? '')?.[1] ?? ''

test('no date is set yet, and what is wrong with one is said beside its field', async () => {
  assert.match(await shown('reviews'), /No review dates yet/)
  const refused = await reviewOf('', 'soon')
  assert.equal(refused.statusCode, 422)
  assert.match(words(refused.body), /Select what is reviewed .*This is not a date/)
  assert.match(words((await reviewOf('thread', '1 November 2009')).body), /Select the group that holds the review/)
  assert.equal((await app.get(outsider, 'reviews/new')).statusCode, 403)
  assert.equal((await app.get(scrutiny, 'reviews/new')).statusCode, 403)
})

test('a plan that was to be reviewed is overdue, shows what was expected and what happened, and is nobody else’s to record', async () => {
  const id = idIn((await reviewOf(`plan-${planId}`, '1 October 2009')).headers.location?.toString())
  assert.match(words((await reviewOf(`plan-${planId}`, '1 October 2009')).body), /A review of this is set for that day already/)
  assert.match(await shown('reviews'), /Overdue 1 .*Delivery plan 2009-10 .*9 days overdue/)
  const page = await shown(`reviews/${id}`, outsider)
  assert.match(page, /Partnership Management Group reviews it on 1 October 2009/)
  assert.match(page, /What is expected By 30 September 2009: Half of them are trained \(milestone of PMG-PLAN\/090401\/1\)/)
  assert.match(page, /0 of 1 milestone was met by the planned date\. Half of them are trained \(PMG-PLAN\/090401\/1\): not met/)
  assert.doesNotMatch(page, /Record the review/)
  assert.equal((await app.get(outsider, `reviews/${id}/holding`)).statusCode, 403)
  assert.doesNotMatch(await shown(`reviews/${id}`, scrutiny), /Half of them/)
  assert.match(await shown(`plans/${planId}`, outsider), /Reviews 1 October 2009 .*Overdue: 9 days overdue/)
  assert.match(await shown('home', app.reader), /Reviews to be held Delivery plan 2009-10/)
})

test('its chair records it: filled in advance, refused while it says nothing of what is changed, with the next one set in the same form', async () => {
  const [row] = await owner<{ id: number }[]>`select id from thread.review`
  const path = `reviews/${row?.id}`
  const [step] = await owner<{ id: number }[]>`
    insert into delivery.step (partnership_id, plan_id, kind, reason, on_day, by_name) values (${partnershipId}, ${planId}, 'revising', 'The trainer left', '2009-10-08', 'Helen Marsh') returning id`
  const form = formIn((await app.get(app.reader, `${path}/holding`)).body)
  assert.match(String(form.fields['expected']), /Half of them are trained/)
  const said = {
    ...form.fields,
    heldOn: '7 October 2009',
    meetingId: String(meeting.meetingId),
    stepId: String(step?.id),
    nextOn: '1 April 2010',
  }
  const refused = await app.post(app.reader, `${path}/holding`, { ...said, heldOn: '7 October 2010', changed: '' })
  assert.equal(refused.statusCode, 422)
  assert.match(words(refused.body), /Say what is changed, or that nothing is and why/)
  assert.match(
    words((await app.post(app.reader, `${path}/holding`, { ...said, heldOn: '7 October 2010', changed: 'x' })).body),
    /a day that is still to come/,
  )
  assert.match(
    words((await app.post(app.reader, `${path}/holding`, { ...said, nextOn: '7 October 2009', changed: 'x' })).body),
    /The next review must be after/,
  )

  assert.equal((await app.post(app.reader, `${path}/holding`, { ...said, changed: 'Another trainer, and a month more.' })).statusCode, 303)
  const page = await shown(path, scrutiny)
  assert.match(page, /held on 7 October 2009, 6 days after its date/)
  assert.match(
    page,
    /What was expected By 30 September .*What happened 0 of 1 .*What is changed Another trainer, and a month more\. Revision of 8 October 2009: The trainer left/,
  )
  assert.match(page, /The next review 1 April 2010/)
  assert.match(await shown('reviews?state=held'), /Changed: Another trainer/)
  assert.match(
    (await app.get(app.officer, 'reviews.csv')).body,
    /Delivery plan 2009-10,Delivery plan,Partnership Management Group,2009-10-01,Held,2009-10-07,2009-10-07,/,
  )
})

test('what was recorded stays when what it tells of changes, is corrected but not taken out, and can turn out not to have been held', async () => {
  const [row] = await owner<{ id: number }[]>`select id from thread.review where held_on is not null`
  const path = `reviews/${row?.id}`
  await owner`update delivery.milestone set met_on = '2009-10-09'`
  assert.match(await shown(path), /: not met/)
  assert.match(String((await app.get(app.officer, `${path}/removal`)).headers.location), /reviews\/\d+/)
  assert.equal((await app.post(app.officer, `${path}/removal`)).statusCode, 422)
  const form = formIn((await app.get(app.officer, `${path}/holding`)).body)
  assert.equal((await app.post(app.officer, `${path}/holding`, { ...form.fields, changed: 'Another trainer.' })).statusCode, 303)
  assert.match(await shown(path), /What is changed Another trainer\./)
  assert.equal((await app.post(app.officer, `${path}/reopening`)).statusCode, 303)
  assert.match(await shown(path), /9 days overdue/)
  assert.match(String(formIn((await app.get(app.officer, `${path}/holding`)).body).fields['changed']), /Another trainer\./)
  assert.match((await app.get(app.officer, `history/thread.review/${row?.id}`)).body, /Another trainer, and a month more/)
})

test('what is confidential is not among what happened', async () => {
  await owner`update thread.review set expected = '', happened = '' where held_on is null`
  await owner`update actions.action set is_confidential = true where id = ${whole.actionId}`
  const [row] = await owner<{ id: number }[]>`select id from thread.review where due_on = '2009-10-01'`
  assert.doesNotMatch(await shown(`reviews/${row?.id}`, app.administrator), /Half of them are trained/)
  await owner`update actions.action set is_confidential = false where id = ${whole.actionId}`
})

test('an indicator, a theme and the thread are reviewed too; the chair sets dates only for what is the group’s', async () => {
  const group = { groupId: String(meeting.groupId) }
  assert.equal((await reviewOf(`indicator-${indicatorId}`, '1 December 2009', group)).statusCode, 303)
  const thread = idIn(
    (await reviewOf('thread', '2 December 2009', { ...group, expected: 'That every group knows its part.' })).headers.location?.toString(),
  )
  assert.match(await shown(`reviews/${thread}`), /That every group knows its part\. .*Gaps have not been counted yet/)
  assert.match(await shown(`indicators/${indicatorId}`), /Reviews 1 December 2009/)
  const form = (await app.get(app.reader, 'reviews/new')).body
  assert.match(form, new RegExp(`value="plan-${planId}"`))
  assert.doesNotMatch(form, /value="thread"/)
  assert.equal((await app.post(app.reader, 'reviews/new', { of: 'thread', dueOn: '3 December 2009', ...group })).statusCode, 422)
  assert.match(await shown('reviews?of=indicator'), /Target of an indicator/)
  assert.doesNotMatch(await shown('reviews?of=indicator'), /The golden thread/)
})

test('dates are set for all plans of a year at once, where there is none', async () => {
  const year = '2009-04-01_2010-03-31'
  assert.match(
    words((await app.post(app.officer, 'reviews/year', { year: '', days: 'soon' })).body),
    /Select the year of the plans .*“soon” is not a date/,
  )
  const set = await app.post(app.officer, 'reviews/year', { year, days: '1 April 2010\n15 January 2010' })
  assert.equal(set.statusCode, 303)
  assert.match(await shown('reviews?of=plan'), /15 January 2010/)
  assert.equal((await owner`select from thread.review where due_on = '2010-04-01'`).length, 1)
  assert.equal((await app.get(app.reader, 'reviews/year')).statusCode, 403)
})

test('a date is moved and taken out again, and two on one day are refused', async () => {
  const [row] = await owner<{ id: number }[]>`select id from thread.review where due_on = '2010-01-15'`
  const path = `reviews/${row?.id}`
  const form = formIn((await app.get(app.reader, `${path}/edit`)).body)
  assert.match(
    words((await app.post(app.reader, `${path}/edit`, { ...form.fields, dueOn: '1 April 2010' })).body),
    /Another review of this is set for that day/,
  )
  assert.equal((await app.post(app.reader, `${path}/edit`, { ...form.fields, dueOn: '22 January 2010' })).statusCode, 303)
  assert.match(await shown(path), /22 January 2010/)
  assert.equal((await app.post(app.reader, `${path}/removal`)).statusCode, 303)
  assert.equal((await app.get(app.reader, path)).statusCode, 404)
})

test('a review of a draft is no business of scrutiny', async () => {
  await owner`update delivery.plan set state = 'draft' where id = ${planId}`
  const [row] = await owner<{ id: number }[]>`select id from thread.review where due_on = '2009-10-01'`
  assert.equal((await app.get(scrutiny, `reviews/${row?.id}`)).statusCode, 404)
  assert.doesNotMatch(await shown('reviews', scrutiny), /Delivery plan 2009-10/)
  await owner`update delivery.plan set state = 'signed-off' where id = ${planId}`
})

test('whoever keeps it is written to once before its date and once after', async () => {
  const remind = (today: string, before: string) =>
    app.visit('write', db =>
      remindOfReviews.work(db, { today: day(today), before: day(before), now: Temporal.Instant.from(`${today}T07:15:00Z`) }),
    )
  const waiting = () => owner<{ key: string }[]>`select key from platform.posted where key like 'review %'`
  await remind('2009-10-02', '2009-10-01')
  await remind('2009-10-02', '2009-10-01')
  const chair = `dafydd.rees@${partnershipId}.example`
  const mail = await server.mailTo(chair, /overdue/)
  assert.match(mail.subject ?? '', /the review of Delivery plan 2009-10 is overdue/)
  assert.match(mail.text ?? '', /thread\.example\/wexcombe\/reviews\/\d+\n/)
  const once = (await waiting()).length
  await remind('2009-10-03', '2009-10-02')
  assert.equal((await waiting()).length, once)
  assert.ok(server.inbox.every(each => recipients(each).length === 1))
})
