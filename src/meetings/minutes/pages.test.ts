import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, test } from 'node:test'
import { promisify } from 'node:util'
import mammoth from 'mammoth'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { exampleMinutes, setMinutesState } from '../../../test/pages/minutes.ts'
import { freshApp, type Person, somebody } from '../../../test/web/index.ts'
import { canMakePdf } from '../../platform/document/index.ts'

const now = '2009-05-07T09:30:00Z'
const app = await freshApp({ after }, { now })
const example = await exampleMeeting(app)
await exampleMinutes(app, example)
const another = (name: string, role: 'reader' | 'scrutiny') =>
  app.database.platform(db => somebody(db, { partnershipId: app.partnershipId, name, role, now: Temporal.Instant.from(now) }))
const [outsider, scrutiny] = [await another('Owen Price', 'reader'), await another('Sian Bevan', 'scrutiny')]
const path = `meetings/${example.meetingId}/minutes`
const plain = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const read = async (who: Person, address = path) => plain((await app.get(who, address)).body)
const file = async (form: string, version = '') => (await app.get(app.reader, `${path}.${form}${version}`)).rawPayload

describe('the minutes of a meeting', () => {
  test('are read by the group as a draft, and by nobody else', async () => {
    assert.match(await read(app.reader), /Draft Only the members of the group/)
    for (const who of [outsider, scrutiny]) {
      const body = await read(who)
      assert.match(body, /These minutes cannot be read yet/)
      assert.doesNotMatch(body, /Management Group|whole grant/)
    }
  })

  test('say who was there, what was said, decided and taken on, and what comes next', async () => {
    const body = await read(app.reader)
    for (const part of [
      /Present Dafydd Rees, Leader of the council \(Chair\)/,
      /Apologies Marta Turner, Safer communities/,
      /Meeting opened: 9:35am/,
      /Page 4, Update on spend: should read “£50 million” \(rather than “£60 million”\), proposed by Marta Turner\. Agreed\./,
      /2\. Finance Ruth Calder The paper was presented\. What there is £50 million of grant What is not/,
      /Decision: The whole grant was set aside Proposed by Dafydd Rees\. Vote: 7 for, 2 against, 1 abstained\. Money: £2,600,000\./,
      /Action PMG\/090506\/1: Write to the chairs – Ruth Calder, Safer communities, by 22 June 2009 \(next meeting\)/,
      /4\. Updates of the partnerships Children and young people The plan is late\./,
      /5\. Date of next meeting 22 June 2009, from 2pm, Hereward Room Meeting closed: 12:35pm/,
    ])
      assert.match(body, part)
  })

  test('print attendance as it was taken: once for two seats, under its headings, the chair by their seat, and who resigned', async () => {
    const { meetingId, people, seats } = example
    const before = await app.owner`select id from meetings.attendance where meeting_id = ${meetingId}`
    await app.owner`
      insert into meetings.attendance (partnership_id, meeting_id, person_id, seat_id, how, heading, described_as)
      values (${app.partnershipId}, ${meetingId}, ${people.chair}, ${seats.lead}, 'present', '', ''),
             (${app.partnershipId}, ${meetingId}, ${people.secretariat}, null, 'present', 'Non-executive members', 'Support team')`
    await app.owner`update meetings.attendance set is_chair = false, heading = 'Executive members' where meeting_id = ${meetingId} and seat_id = ${seats.chair}`
    await app.owner`update meetings.attendance set has_resigned = true where meeting_id = ${meetingId} and person_id = ${people.lead}`
    const body = await read(app.reader)
    for (const part of [
      /Present: Executive members Dafydd Rees, Leader of the council \(Chair\) Present: Non-executive members Ruth Calder, Support team/,
      /Apology and resignation Marta Turner/,
    ])
      assert.match(body, part)
    assert.equal(body.match(/Dafydd Rees, /g)?.length, 1)
    assert.match((await mammoth.extractRawText({ buffer: await file('docx') })).value, /Apology and resignation\s+Marta Turner/)
    await app.owner`delete from meetings.attendance where meeting_id = ${meetingId} and id <> all (${before.map(({ id }) => id)})`
    await app.owner`update meetings.attendance set heading = '', has_resigned = false, is_chair = (seat_id = ${seats.chair}) where meeting_id = ${meetingId}`
  })

  test('leave out of the public version what is confidential or withheld, and say which item is not published', async () => {
    assert.match(await read(app.reader), /A bidder was named.*Two posts were regraded/)
    const body = await read(app.reader, `${path}?version=public`)
    assert.match(body, /Item 3 is not published/)
    assert.doesNotMatch(body, /Pay of the support team|regraded|A bidder was named/)
  })

  test('are read by everybody who takes part once circulated, and in public once approved', async () => {
    await setMinutesState(app, example.meetingId, 'circulated')
    assert.match(await read(outsider), /Circulated for correction.*The whole grant was set aside/)
    assert.doesNotMatch(await read(outsider), /regraded|bidder/)
    assert.match(await read(scrutiny), /cannot be read yet/)
    await setMinutesState(app, example.meetingId, 'approved')
    assert.match(await read(scrutiny), /Approved.*The whole grant was set aside/)
    assert.doesNotMatch(await read(scrutiny), /regraded|bidder/)
    assert.doesNotMatch((await app.get(scrutiny, `${path}.docx`)).body, /These minutes/)
    await app.owner`update meetings.minutes set state = 'draft', approved_at = null where meeting_id = ${example.meetingId}`
  })
})

describe('a group’s form of minutes', () => {
  test('is a table with its actions in a column and once more at the top, if the secretary says so', async () => {
    const form = {
      form: 'table',
      actionsAgain: 'top',
      hasActionColumn: 'yes',
      showsTotals: 'yes',
      presentCalled: 'Attendees',
      queriesTo: 'Please ask the secretariat',
    }
    const edit = `groups/${example.groupId}/minutes-form`
    const edition = /name="edition" value="([^"]+)"/.exec((await app.get(app.contributor, edit)).body)?.[1] ?? ''
    assert.equal((await app.post(app.contributor, edit, { ...form, edition })).statusCode, 303)
    const { body } = await app.get(app.reader, path)
    const words = plain(body)
    assert.match(words, /Attendees Dafydd Rees.*Total present: 1 person/)
    assert.match(words, /Actions from the meeting.*PMG\/090506\/1 Write to the chairs Ruth Calder, Safer communities.*No\. Item Action 1\./)
    assert.doesNotMatch(words, /Meeting opened/)
    assert.match(words, /Please ask the secretariat/)
    assert.match(body, /data-label="Action">\s*<p[^>]*><strong>Action PMG/)
  })

  test('is refused to whoever does not keep its meetings, and comes back with what is wrong', async () => {
    assert.equal((await app.get(outsider, `groups/${example.groupId}/minutes-form`)).statusCode, 403)
    const refused = await app.post(app.contributor, `groups/${example.groupId}/minutes-form`, {
      form: 'table',
      actionsAgain: 'top',
      itemCalled: 'x'.repeat(30),
    })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#itemCalled">The word before an item’s number must be 20 characters or fewer/)
  })
})

describe('minutes as a file', () => {
  test('for Word have headings, lists, a table with a heading row and the language', async () => {
    const docx = await file('docx')
    const { value } = await mammoth.convertToHtml({ buffer: docx })
    assert.match(value, /<h1>Partnership Management Group: Minutes<\/h1>/)
    assert.match(value, /<h2>Attendees<\/h2><ul><li>Dafydd Rees, Leader of the council \(Chair\)<\/li><\/ul>/)
    assert.match(value, /<thead><tr><th><p><strong>Reference<\/strong>/)
    assert.match(value, /<h3>Finance<\/h3>.*<ul><li>What there is<ul><li>£50 million of grant<\/li><\/ul><\/li><li>What is not<\/li><\/ul>/)
    assert.doesNotMatch((await mammoth.extractRawText({ buffer: await file('docx', '?version=public') })).value, /regraded|bidder/)
  })

  test('for OpenDocument are opened by LibreOffice', { skip: !hasWriter() && 'LibreOffice Writer is not here' }, async t => {
    const folder = await mkdtemp(join(tmpdir(), 'goldthread-odt-'))
    t.after(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'minutes.odt'), await file('odt'))
    await promisify(execFile)(
      'soffice',
      [
        `-env:UserInstallation=file://${join(folder, 'profile')}`,
        '--headless',
        '--convert-to',
        'html',
        '--outdir',
        folder,
        join(folder, 'minutes.odt'),
      ],
      { timeout: 60_000 },
    )
    const html = (await readFile(join(folder, 'minutes.html'), 'utf8')).replaceAll(/\s+/g, ' ')
    assert.match(html, /<h1[^>]*>.*?Partnership Management Group: Minutes/)
    assert.match(html, /<thead>/)
    assert.match(html, /<li>.*?What there is.*?<ul>.*?£50 million of grant/)
    assert.match(html, /lang="en-GB"/)
  })

  test('as PDF are tagged', { skip: !canMakePdf && 'Typst does not come for this machine' }, async () => {
    const pdf = (await file('pdf')).toString('latin1')
    for (const part of [/^%PDF-1\.7/, /\/Marked true/, /\/Lang \(en-GB\)/, /pdfuaid/, /\/S \/TH\b/, /\/S \/H1\b/, /\/S \/LI\b/])
      assert.match(pdf, part)
  })
})

function hasWriter(): boolean {
  return spawnSync('sh', ['-c', 'ls $(dirname $(readlink -f $(command -v soffice)))/libswlo.so']).status === 0
}
