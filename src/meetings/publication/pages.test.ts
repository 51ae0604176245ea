import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { startMailServer } from '../../../test/mail/smtp.ts'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp } from '../../../test/web/index.ts'
import { plainItem } from '../agenda/agenda.ts'
import { addItem } from '../agenda/store.ts'

const mail = await startMailServer({ after })
const app = await freshApp(
  { after },
  { now: '2009-04-27T09:30:00Z', mail: { kind: 'smtp', url: mail.url, from: 'Goldthread <thread@wexcombe.example>' } },
)
const { meetingId, groupId, people } = await exampleMeeting(app)
await app.owner`update partnership.person set email = null where id = ${people.secretariat}`
await app.owner`update partnership.person set email = 'chair@wexcombe.example' where id = ${people.chair}`
await app.owner`update partnership.person set email = 'marta@turner.example' where id = ${people.lead}`
// An observer, who sees what is open.
const [watching] = await app.owner<{ id: number }[]>`
  insert into partnership.person (partnership_id, name, email) values (${app.partnershipId}, 'Ivy Lane', 'ivy@lane.example') returning id`
await app.owner`
  with seat as (insert into partnership.seat (partnership_id, group_id, role, place) values (${app.partnershipId}, ${groupId}, 'observer', 9) returning id)
  insert into partnership.tenure (partnership_id, seat_id, person_id) select ${app.partnershipId}, id, ${watching?.id ?? 0} from seat`
const [openId, secretId] = await app.visit<number[]>('write', async db => [
  await addItem(db, meetingId, plainItem('Budget')),
  await addItem(db, meetingId, { ...plainItem('Award of the contract'), isConfidential: true }),
])
const at = `meetings/${meetingId}`
const add = (title: string, itemId: number | undefined, more = {}) =>
  app.post(app.contributor, `${at}/papers/new`, {
    title,
    itemId: String(itemId),
    link: `https://council.example/${encodeURIComponent(title)}`,
    ...more,
  })
await add('Budget report', openId)
await add('Tender prices', secretId)
await add('Annual review', openId, { link: '' })

describe('publishing to members', () => {
  test('shows first what goes, to whom, and who has no address', async () => {
    const { body } = await app.get(app.contributor, `${at}/publication`)
    assert.match(body, /6 May 2009, 9:30am to noon.*Brockington.*1 Budget.*Award of the contract <strong[^>]*>Confidential/s)
    assert.match(body, /Budget report, version 1.*Tender prices, version 1.*Still missing.*Annual review/s)
    assert.match(body, /By e-mail: Dafydd Rees, Marta Turner, Ivy Lane\./)
    assert.match(body, /Without an e-mail address here: Ruth Calder\./)
    assert.match(body, /What is confidential goes to Dafydd Rees, Ruth Calder, Marta Turner, and not to Ivy Lane\./)
  })

  test('is for those who keep the group’s meetings', async () => {
    await app.owner`update partnership.seat set role = 'member' where id in (select seat_id from partnership.tenure where person_id = ${people.chair})`
    for (const answer of [await app.get(app.reader, `${at}/publication`), await app.post(app.reader, `${at}/publication`, { number: '1' })])
      assert.equal(answer.statusCode, 403)
    await app.owner`update partnership.seat set role = 'chair' where id in (select seat_id from partnership.tenure where person_id = ${people.chair})`
  })

  test('sends each their notice, with what is confidential only to those who may see it, and opens the papers', async () => {
    const answer = await app.post(app.contributor, `${at}/publication`, { number: '1', message: 'Please read before you come.' })
    assert.equal(answer.statusCode, 303)
    const member = await mail.mailTo('marta@turner.example')
    assert.equal(member.subject, 'Wexcombe Partnership: agenda and papers for Partnership Management Group, 6 May 2009')
    assert.match(
      member.text ?? '',
      /Dear Marta Turner\s+Please read before you come\.\s+When: 6 May 2009.*2 Award of the contract.*- Tender prices.*Still to come:\s+- Annual review/s,
    )
    assert.match(member.text ?? '', new RegExp(`http://thread.example/wexcombe/${at}/papers`))
    const observer = await mail.mailTo('ivy@lane.example')
    assert.match(observer.text ?? '', /- Budget report/)
    assert.doesNotMatch(observer.text ?? '', /Award|Tender/)
    assert.match((await app.get(app.officer, `${at}/papers`)).body, /Budget report/)
    assert.match(
      (await app.get(app.contributor, `${at}/publication`)).body,
      /Nothing is new since the last time.*Published before.*27 April 2009.*by Ruth Calder, to 4 people/s,
    )
  })

  test('pressed twice goes once', async () => {
    const before = mail.inbox.length
    const again = await app.post(app.contributor, `${at}/publication`, { number: '1' })
    assert.equal(again.statusCode, 422)
    assert.match(again.body, /has published this meeting since you opened this page/)
    assert.equal(mail.inbox.length, before)
  })

  test('again is an update that says what is new', async () => {
    const [budget] = await app.owner<{ id: number }[]>`select id from meetings.paper where title = 'Budget report'`
    await app.post(app.contributor, `papers/${budget?.id}/versions`, { link: 'https://council.example/budget-2' })
    assert.match(
      (await app.get(app.contributor, `${at}/publication`)).body,
      /What is new since the last time.*New version of a paper: Budget report, version 2\./s,
    )
    assert.equal((await app.post(app.contributor, `${at}/publication`, { number: '2' })).statusCode, 303)
    const update = await mail.mailTo('ivy@lane.example', /What is new/)
    assert.match(update.subject ?? '', /update for Partnership Management Group/)
    assert.match(update.text ?? '', /What is new:\s+- New version of a paper: Budget report, version 2\./)
  })

  test('after the meeting sends what was shown there', async () => {
    await app.owner`update meetings.meeting set on_day = '2009-04-22', state = 'held' where id = ${meetingId}`
    await add('Slides of the police', openId)
    const { body } = await app.get(app.contributor, `${at}/publication`)
    assert.match(body, /<h1[^>]*>Send papers after the meeting/)
    assert.equal(
      (await app.post(app.contributor, `${at}/publication`, { number: '3', message: 'The slides, as promised.' })).statusCode,
      303,
    )
    const sent = await mail.mailTo('marta@turner.example', /The slides, as promised/)
    assert.match(sent.subject ?? '', /papers after Partnership Management Group/)
    assert.match(sent.text ?? '', /New paper: Slides of the police/)
    assert.doesNotMatch(sent.text ?? '', /When:|Still to come/)
  })

  test('a message that is too long is refused, and is not lost', async () => {
    const long = 'a'.repeat(4_001)
    const answer = await app.post(app.contributor, `${at}/publication`, { number: '4', message: long })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#message">The message must be 4,000 characters or fewer/)
    assert.ok(answer.body.includes(long))
  })
})
