import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { startMailServer } from '../../../test/mail/smtp.ts'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp, type Person } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { docxWith, pdfWith } from '../../platform/stored-file/example.ts'
import { plainItem } from '../agenda/agenda.ts'
import { addItem } from '../agenda/store.ts'
import { addForwardItems } from '../forward-plan/store.ts'
import { chasePapers } from './jobs.ts'

let now = Temporal.Instant.from('2009-04-20T09:30:00Z')
const mail = await startMailServer({ after })
const app = await freshApp(
  { after },
  { clock: () => now, mail: { kind: 'smtp', url: mail.url, from: 'Goldthread <thread@wexcombe.example>' } },
)
const { meetingId, groupId, people } = await exampleMeeting(app)
await app.owner`update partnership.person set email = 'marta@turner.example' where id = ${people.lead}`
const [itemId, secretId] = await app.visit<number[]>('write', async db => [
  await addItem(db, meetingId, plainItem('Budget')),
  await addItem(db, meetingId, { ...plainItem('Award of the contract'), isConfidential: true }),
])
const list = `meetings/${meetingId}/papers`

/** By an account that is at no table. */
const outsider = app.officer
const pdf = await pdfWith('Repeat incidents fell')
const add = (person: Person, fields: Record<string, string>, file?: { fileName: string; content: string | Uint8Array }) =>
  file === undefined ? app.post(person, `${list}/new`, fields) : app.upload(person, `${list}/new`, fields, { field: 'file', ...file })
const idIn = (location: string | undefined): number => Number(/papers\/(\d+)/.exec(location ?? '')?.[1])
async function added(fields: Record<string, string>, file?: { fileName: string; content: string | Uint8Array }): Promise<number> {
  const answer = await add(app.contributor, { itemId: String(itemId), ...fields }, file)
  assert.equal(answer.statusCode, 303, answer.body)
  return idIn(answer.headers.location)
}
const on = (iso: string) => {
  now = Temporal.Instant.from(`${iso}T09:30:00Z`)
}

describe('papers of a meeting', () => {
  test('are none at first, and due seven working days before', async () => {
    const { body } = await app.get(app.contributor, list)
    assert.match(body, /There are no papers yet/)
    // 4 May 2009 is a bank holiday.
    assert.match(body, /Papers are due by 24 April 2009\./)
  })

  test('are brought under an item, looked at and saved', async () => {
    const paperId = await added({ title: 'Budget for 2009 to 2010' }, { fileName: 'budget.pdf', content: pdf })
    const { body } = await app.get(app.contributor, list)
    assert.match(body, /<h2[^>]*>1 Budget<\/h2>.*Budget for 2009 to 2010.*Version 1, 20 April 2009.*\(PDF, /s)
    assert.doesNotMatch(body, /Late/)

    const [version] = await app.owner<{ id: number }[]>`select id from meetings.paper_version where paper_id = ${paperId}`
    const saved = await app.get(app.contributor, `papers/${paperId}/versions/${version?.id}/file`)
    assert.deepEqual(saved.rawPayload, pdf)
    assert.equal(saved.headers['content-type'], 'application/pdf')
    assert.match(String(saved.headers['content-disposition']), /^attachment; filename="budget.pdf"/)
    assert.match(String(saved.headers['content-security-policy']), /^default-src 'none';.*; sandbox$/)
    assert.equal(saved.headers['x-content-type-options'], 'nosniff')
    const shown = await app.get(app.contributor, `papers/${paperId}/versions/${version?.id}/view`)
    assert.match(String(shown.headers['content-disposition']), /^inline;/)
    assert.match(
      String(shown.headers['content-security-policy']),
      /^default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    )
  })

  test('are refused as what they are not, and nothing of what was typed is lost', async () => {
    const answer = await add(
      app.contributor,
      { title: 'Budget again', itemId: String(itemId) },
      { fileName: 'budget.pdf', content: docxWith('Budget') },
    )
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#file">budget.pdf is not what its name says: it ends as a PDF does, and is a Word document/)
    assert.match(answer.body, /value="Budget again"/)
    const [none] = await app.owner`select from meetings.paper where title = 'Budget again'`
    assert.equal(none, undefined)

    const empty = await add(app.contributor, { title: ' ', link: 'javascript:alert(1)', person: 'Nobody Atall', dueOn: 'soon' })
    assert.match(empty.body, /href="#title">Enter what the paper is called/)
    assert.match(empty.body, /href="#link">Enter the whole address/)
    assert.match(empty.body, /href="#dueOn">Enter the day/)
  })

  test('have versions, of which every one is kept; the first says whether it was late', async () => {
    const workplan = docxWith('Workplan')
    const paperId = await added({ title: 'Workplan', dueOn: '16 April 2009' }, { fileName: 'workplan.docx', content: workplan })
    assert.match(
      (await app.get(app.contributor, list)).body,
      /Workplan<\/a> <strong[^>]*>Late<\/strong>.*2 working days late: due 16 April 2009/s,
    )
    const again = await app.upload(
      app.contributor,
      `papers/${paperId}/versions`,
      { note: 'Figures of April' },
      { field: 'file', fileName: 'workplan 2.docx', content: docxWith('New') },
    )
    assert.equal(again.statusCode, 303)
    const linked = await app.post(app.contributor, `papers/${paperId}/versions`, { link: 'https://council.example/workplan' })
    assert.equal(linked.statusCode, 303)
    const { body } = await app.get(app.contributor, `papers/${paperId}`)
    assert.match(
      body,
      /Version 3, 20 April 2009.*Earlier versions.*Version 2, 20 April 2009.*workplan 2\.docx, brought by Ruth Calder: Figures of April.*Version 1, 20 April 2009/s,
    )
    assert.match(body, /2 working days late/)
    const [first] = await app.owner<{ id: number }[]>`select id from meetings.paper_version where paper_id = ${paperId} and number = 1`
    assert.deepEqual((await app.get(app.contributor, `papers/${paperId}/versions/${first?.id}/file`)).rawPayload, workplan)
  })

  test('are seen by those who make the agenda and the group’s own until they are published, then by all who take part', async () => {
    const open = await added({ title: 'Open paper' }, { fileName: 'open.pdf', content: pdf })
    const secret = await added({ title: 'Tender prices', itemId: String(secretId) }, { fileName: 'prices.pdf', content: pdf })
    const own = await added({ title: 'Personal matter', isConfidential: 'yes' }, { fileName: 'own.pdf', content: pdf })
    const chairSees = (await app.get(app.reader, list)).body
    assert.match(chairSees, /Open paper.*Personal matter.*Tender prices/s)

    await app.owner`
      with other as (insert into partnership.person (partnership_id, name) values (${app.partnershipId}, 'Ruth Prior') returning id)
      update partnership.tenure set person_id = other.id from other where person_id = ${people.chair}`
    const before = (await app.get(app.reader, list)).body
    assert.doesNotMatch(before, /Open paper|Tender prices|Personal matter|Award/)
    assert.equal((await app.get(app.reader, `papers/${open}`)).statusCode, 404)
    await app.owner`update meetings.meeting set published_at = now() where id = ${meetingId}`
    const afterwards = (await app.get(app.reader, list)).body
    assert.match(afterwards, /Open paper/)
    assert.doesNotMatch(afterwards, /Tender prices|Personal matter|Award/)
    const [version] = await app.owner<{ id: number }[]>`select id from meetings.paper_version where paper_id = ${secret}`
    for (const path of [
      `papers/${secret}`,
      `papers/${own}`,
      `papers/${secret}/versions/${version?.id}/file`,
      `papers/${secret}/versions/${version?.id}/view`,
    ])
      assert.equal((await app.get(app.reader, path)).statusCode, 404, path)
    assert.equal((await app.get(app.stranger, `/wexcombe/papers/${open}`)).statusCode, 404)
    // A version of one paper is not to be had through another.
    assert.equal((await app.get(app.reader, `papers/${open}/versions/${version?.id}/file`)).statusCode, 404)
    for (const path of [`papers/${open}/edit`, `papers/${open}/removal`])
      assert.equal((await app.get(app.reader, path)).statusCode, 403, path)
    assert.equal((await app.post(app.reader, `papers/${open}/withdrawal`)).statusCode, 403)
    assert.equal((await app.post(app.reader, `papers/${open}/versions`, { link: 'https://a.example/' })).statusCode, 403)
    await app.owner`update meetings.meeting set published_at = null where id = ${meetingId}`
  })

  test('have a cover sheet, as a page and as a PDF', async () => {
    const paperId = await added({ title: 'Warm homes' }, { fileName: 'homes.pdf', content: pdf })
    assert.match((await app.post(app.contributor, `papers/${paperId}/cover-sheet/edit`)).body, /Enter who wrote the paper/)
    const sheet = {
      author: 'Marta Turner',
      purpose: 'decide',
      recommendation: 'Agree the scheme.',
      finance: '£40,000 in 2009 to 2010.',
      risk: '',
      equality: 'None known.',
    }
    assert.equal((await app.post(app.contributor, `papers/${paperId}/cover-sheet/edit`, sheet)).statusCode, 303)
    const { body } = await app.get(app.contributor, `papers/${paperId}/cover-sheet`)
    assert.match(body, /Marta Turner.*For decision.*Recommendation.*Agree the scheme\..*What it means for money.*£40,000/s)
    assert.doesNotMatch(body, /What it means for risk/)
    const asPdf = await app.get(app.contributor, `papers/${paperId}/cover-sheet.pdf`)
    assert.equal(asPdf.rawPayload.subarray(0, 5).toString(), '%PDF-')
  })

  test('are withdrawn, brought back and removed with their files', async () => {
    const paperId = await added({ title: 'Parking' }, { fileName: 'parking.pdf', content: pdf })
    await app.post(app.contributor, `papers/${paperId}/withdrawal`, { reason: 'To come in June' })
    assert.match(
      (await app.get(app.contributor, list)).body,
      /Parking<\/a> <strong[^>]*>Withdrawn<\/strong>.*20 April 2009: To come in June/s,
    )
    assert.equal((await app.post(app.contributor, `papers/${paperId}/versions`, { link: 'https://a.example/' })).statusCode, 422)
    await app.post(app.contributor, `papers/${paperId}/withdrawal/removal`)
    assert.doesNotMatch((await app.get(app.contributor, list)).body, /Withdrawn/)

    const [before] = await app.owner<{ count: number }[]>`select count(*) from platform.stored_file`
    assert.match((await app.get(app.contributor, `papers/${paperId}/removal`)).body, /can be withdrawn instead/)
    assert.equal((await app.post(app.contributor, `papers/${paperId}/removal`)).statusCode, 303)
    assert.equal((await app.get(app.contributor, `papers/${paperId}`)).statusCode, 404)
    const [now] = await app.owner<{ count: number }[]>`select count(*) from platform.stored_file`
    assert.equal(now?.count, (before?.count ?? 0) - 1)
  })
})

describe('a paper that is asked for', () => {
  const fields = { title: 'Annual review', person: 'Marta Turner', asks: 'yes' }

  test('needs somebody to be asked', async () => {
    const answer = await add(app.contributor, { title: 'Annual review', asks: 'yes' })
    assert.match(answer.body, /href="#person">Enter who is to be asked for it/)
  })

  test('is brought through a link by somebody without an account', async () => {
    const paperId = await added(fields)
    const asked = await mail.mailTo('marta@turner.example', /Annual review/)
    assert.match(asked.subject ?? '', /please bring “Annual review” by 24 April 2009/)
    assert.match(asked.text ?? '', /Partnership Management Group, 6 May 2009, under “Budget”/)
    assert.match(
      (await app.get(app.contributor, 'papers')).body,
      /Annual review.*Marta Turner.*Due 24 April 2009.*Asked 20 April 2009.*Remind now/s,
    )

    const link = new URL(await mail.linkTo('marta@turner.example', /Annual review/)).pathname
    const opened = await app.get(null, link)
    assert.match(opened.body, /Bring “Annual review”.*You bring it as Marta Turner/s)
    const refused = await uploadTo(link, 'review.pdf', 'no PDF')
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /review.pdf is not what its name says/)
    assert.equal((await uploadTo(link, 'review.pdf', pdf)).statusCode, 303)
    assert.match((await app.get(null, link)).body, /Version 1, 20 April 2009: review\.pdf, brought by Marta Turner/)
    const shown = await app.get(app.contributor, `papers/${paperId}`)
    assert.match(shown.body, /review\.pdf, brought by Marta Turner/)
    assert.doesNotMatch((await app.get(app.contributor, 'papers')).body, /Annual review/)

    await app.post(app.contributor, `papers/${paperId}/withdrawal`)
    assert.match((await app.get(null, link)).body, /not asked for any more/)
    assert.match((await uploadTo(link, 'review.pdf', pdf)).body, /not asked for any more/)
  })

  test('is chased before the day and after it, once each, and the chair of who is late is named', async () => {
    const paperId = await added({ ...fields, title: 'Risk register' })
    await mail.mailTo('marta@turner.example', /Risk register/)
    const chase = (today: string, before: string) => {
      on(today)
      return app.visit('write', db => chasePapers.work(db, { today: day(today), now, before: day(before) }))
    }
    await chase('2009-04-21', '2009-04-20')
    await mail.mailTo('marta@turner.example', /“Risk register” is due by 24 April 2009/)
    await chase('2009-04-21', '2009-04-20')
    await chase('2009-04-25', '2009-04-24')
    await mail.mailTo('marta@turner.example', /“Risk register” was due by 24 April 2009/)
    const reminders = mail.inbox.filter(each => /Risk register/.test(each.text ?? ''))
    assert.equal(reminders.length, 3)

    on('2009-04-20')
    await app.owner`update meetings.paper set due_on = '2009-04-16' where id = ${paperId}`
    const { body } = await app.get(app.contributor, 'papers')
    assert.match(body, /One paper is overdue\. Chairs of those who are late: Ruth Prior \(Partnership Management Group\)/)
    assert.match(body, /Missing.*Due 16 April 2009, 2 working days late.*Reminded 25 April 2009/s)
    assert.equal((await app.post(app.contributor, `papers/${paperId}/asking`)).statusCode, 303)
    const byHand = () => mail.inbox.filter(each => /Risk register/.test(each.text ?? '')).length
    for (let tries = 0; tries < 100 && byHand() < 4; tries++) await new Promise(resolve => setTimeout(resolve, 20))
    assert.equal(byHand(), 4)
    // What came meanwhile is not asked for.
    await app.post(app.contributor, `papers/${paperId}/versions`, { link: 'https://council.example/risk' })
    await chase('2009-05-02', '2009-05-01')
    on('2009-04-20')
    assert.equal((await app.post(app.contributor, `papers/${paperId}/asking`)).statusCode, 422)
    assert.equal(byHand(), 4)
  })

  test('of the forward plan goes where its item goes', async () => {
    const [forwardId] = await app.visit<number[]>('write', db =>
      addForwardItems(db, groupId, [
        {
          meetingId: null,
          isStanding: false,
          title: 'Transport',
          detail: '',
          responsible: 'Tbc',
          personId: null,
          seatId: null,
          purpose: 'discuss',
          source: '',
          sourceItemId: null,
          minutes: null,
        },
      ] as never),
    )
    const answer = await app.post(app.contributor, `groups/${groupId}/forward-plan/${forwardId}/papers/new`, {
      title: 'Bus services',
      person: 'Marta Turner',
    })
    assert.equal(answer.statusCode, 303)
    assert.match((await app.get(app.contributor, 'papers')).body, /Bus services.*to be allocated/s)
    await app.visit('write', db => addItem(db, meetingId, { ...plainItem('Transport'), forwardItemId: forwardId as never }))
    assert.match((await app.get(app.contributor, list)).body, /Transport<\/h2>.*Bus services/s)
    assert.match((await app.get(app.contributor, 'papers')).body, /Bus services.*Not asked yet/s)
  })

  test('is nobody’s to see but theirs and those who keep the meetings', async () => {
    assert.match((await app.get(app.reader, 'papers')).body, /No paper is waited for/)
    assert.match((await app.get(outsider, 'papers')).body, /Bus services/)
  })
})

function uploadTo(link: string, fileName: string, content: string | Uint8Array) {
  const form = new FormData()
  form.append('file', new Blob([content as Uint8Array<ArrayBuffer>], { type: 'application/pdf' }), fileName)
  return app.web.server.inject({ method: 'POST', url: link, headers: { 'sec-fetch-site': 'same-origin' }, payload: form })
}
