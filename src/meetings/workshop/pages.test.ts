import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { freshApp, somebody } from '../../../test/web/index.ts'

const app = await freshApp({ after })
const { groupId, meetingId } = await exampleMeeting(app)
const [item] = await app.owner<{ id: number }[]>`
  insert into meetings.agenda_item (partnership_id, meeting_id, kind, title) values (${app.partnershipId}, ${meetingId}, 'workshop', 'Money: is it important?') returning id`
const outsider = await app.database.platform(db =>
  somebody(db, { partnershipId: app.partnershipId, name: 'Owen Pike', role: 'reader', now: Temporal.Instant.from('2009-05-06T09:30:00Z') }),
)

async function begun(title: string): Promise<string> {
  const fields = {
    groupId: String(groupId),
    title,
    prompt: 'What stands in the way?',
    votesEach: '5',
    meeting: String(meetingId),
    item: String(item?.id),
  }
  const answer = await app.post(app.contributor, 'workshops/new', fields)
  assert.equal(answer.statusCode, 303, answer.body)
  return `workshops/${/workshops\/(\d+)/.exec(answer.headers.location ?? '')?.[1]}`
}
const to = (at: string, state: string) => app.post(app.contributor, `${at}/state`, { to: state })
const idOf = async (text: string): Promise<number> =>
  (await app.owner<{ id: number }[]>`select id from meetings.workshop_point where text = ${text}`)[0]?.id ?? 0
const headingOf = async (at: string, title: string): Promise<number> =>
  (
    await app.owner<
      { id: number }[]
    >`select id from meetings.workshop_heading where title = ${title} and workshop_id = ${Number(at.split('/')[1])}`
  )[0]?.id ?? 0

describe('a workshop', () => {
  test('is begun from an item of the agenda, whose title it takes, and stands on the page of its meeting', async () => {
    assert.match(
      (await app.get(app.contributor, `meetings/${meetingId}`)).body,
      new RegExp(`workshops/new\\?meeting=${meetingId}&amp;item=${item?.id}`),
    )
    assert.match(
      (await app.get(app.contributor, `workshops/new?meeting=${meetingId}&item=${item?.id}`)).body,
      /value="Money: is it important\?"/,
    )
    const at = await begun('From an item')
    const ofMeeting = (await app.get(app.reader, `meetings/${meetingId}`)).body
    assert.match(ofMeeting, new RegExp(`href="/wexcombe/${at}">From an item</a><span class="gt-note">Workshop, collecting points`))
    assert.doesNotMatch((await app.get(outsider, `meetings/${meetingId}`)).body, /From an item/)
    assert.match((await app.get(app.reader, at)).body, /At <a[^>]*>Partnership Management Group, 6 May 2009/)
  })

  test('is for the members of its group and whoever keeps its meetings', async () => {
    const at = await begun('For members')
    assert.equal((await app.get(app.reader, at)).statusCode, 200)
    assert.equal((await app.get(outsider, at)).headers.location, '/wexcombe/workshops')
    assert.equal((await app.post(outsider, `${at}/points`, { points: 'From outside' })).headers.location, '/wexcombe/workshops')
    assert.doesNotMatch((await app.get(outsider, 'workshops')).body, /For members/)
    assert.equal(await idOf('From outside'), 0)
    assert.equal((await to(at, 'closed')).statusCode, 303)
    assert.equal((await app.post(app.reader, `${at}/state`, { to: 'grouping' })).statusCode, 303, 'the chair keeps it as well')
    assert.equal((await app.get(app.stranger, at)).statusCode, 404)
  })

  test('takes points from many at once and loses none; what is sent twice is there once', async () => {
    const at = await begun('Many at once')
    const people = [app.reader, app.contributor, app.officer, app.administrator]
    const sent = people.flatMap((person, who) =>
      Array.from({ length: 10 }, (_, n) => app.post(person, `${at}/points`, { points: `Point ${n} of ${who}\nAnd ${n} of ${who}` })),
    )
    for (const answer of await Promise.all(sent)) assert.equal(answer.statusCode, 303)
    await app.post(app.reader, `${at}/points`, { points: 'Point 3 of 0' })
    const [count] = await app.owner<{ count: number }[]>`
      select count(*)::integer as count from meetings.workshop_point where workshop_id = ${Number(at.split('/')[1])}`
    assert.equal(count?.count, 80)
    assert.match((await app.get(app.reader, at)).body, /80 points so far/)
    assert.doesNotMatch((await app.get(app.reader, at)).body, /Ruth Calder|Priya Nair/, 'nobody’s name is shown')
  })

  test('that takes no more points gives back what was typed', async () => {
    const at = await begun('Too late')
    await to(at, 'closed')
    const answer = await app.post(app.reader, `${at}/points`, { points: 'One more thought' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /No more points are taken just now.*One more thought/s)
  })

  test('is grouped by two at once, neither undoing the other, and merged and taken apart', async () => {
    const at = await begun('Grouping')
    await app.post(app.reader, `${at}/points`, { points: 'Pooled funds\nAligned funds\nOne brand' })
    await to(at, 'grouping')
    await app.post(app.contributor, `${at}/headings`, { title: 'Money' })
    await app.post(app.contributor, `${at}/headings`, { ready: 'strengths' })
    assert.equal((await app.post(app.contributor, `${at}/headings`, { title: 'money' })).statusCode, 422)
    const [pooled, aligned, brand, money, options] = [
      await idOf('Pooled funds'),
      await idOf('Aligned funds'),
      await idOf('One brand'),
      await headingOf(at, 'Money'),
      await headingOf(at, 'Options'),
    ]
    const shown = { [`was-${pooled}`]: '', [`was-${aligned}`]: '', [`was-${brand}`]: '' }
    const unmoved = { [`heading-${pooled}`]: '', [`heading-${aligned}`]: '', [`heading-${brand}`]: '' }
    await app.post(app.contributor, `${at}/grouping`, { ...shown, ...unmoved, [`heading-${pooled}`]: String(money) })
    await app.post(app.reader, `${at}/grouping`, { ...shown, ...unmoved, [`heading-${brand}`]: String(options) })
    const under = await app.owner<
      { id: number; headingId: number | null }[]
    >`select id, heading_id from meetings.workshop_point where id in (${pooled}, ${aligned}, ${brand}) order by id`
    assert.deepEqual(
      under.map(({ headingId }) => headingId),
      [money, null, options],
    )

    assert.match((await app.get(app.contributor, `${at}/merging?point=${pooled}&point=${aligned}`)).body, /counts 2 times/)
    await app.post(app.contributor, `${at}/merging`, { point: [String(pooled), String(aligned)], text: 'Pooling and aligning funds' })
    assert.match((await app.get(app.contributor, at)).body, /Pooling and aligning funds.*made 2 times/s)
    await app.post(app.contributor, `${at}/points/${pooled}/apart`)
    assert.doesNotMatch((await app.get(app.contributor, at)).body, /made 2 times/)
  })

  test('is voted on, each with so many votes, changed until it is closed; and becomes an action, an item of the forward plan and minutes', async () => {
    const at = await begun('Voting')
    await app.post(app.reader, `${at}/points`, { points: 'Induction packs\nA shared website' })
    await to(at, 'grouping')
    await app.post(app.contributor, `${at}/headings`, { title: 'Communication' })
    await to(at, 'voting')
    const [packs, website] = [await idOf('Induction packs'), await idOf('A shared website')]
    const tooMany = await app.post(app.reader, `${at}/votes`, { [`votes-${packs}`]: '4', [`votes-${website}`]: '3' })
    assert.equal(tooMany.statusCode, 422)
    assert.match(tooMany.body, /You have 5 votes and gave 7. Take 2 back/)
    assert.match(tooMany.body, /value="4"/)
    await app.post(app.reader, `${at}/votes`, { [`votes-${packs}`]: '5' })
    await app.post(app.reader, `${at}/votes`, { [`votes-${packs}`]: '1', [`votes-${website}`]: '2' })
    await app.post(app.contributor, `${at}/votes`, { [`votes-${website}`]: '2' })
    assert.match(
      (await app.get(app.contributor, at)).body,
      /Induction packs.*A shared website/s,
      'in the order in which they were made, while they are voted on',
    )
    await to(at, 'closed')
    assert.equal((await app.post(app.reader, `${at}/votes`, { [`votes-${packs}`]: '5' })).statusCode, 422)
    assert.match((await app.get(app.reader, `${at}/points.csv`)).body, /1,A shared website,,1,4,,\r\n2,Induction packs,,1,1,,/)

    const action = `${at}/points/${website}/action`
    assert.equal(
      (await app.post(app.contributor, action, { text: 'Make a shared website', person: 'Nobody Known', dueOn: '' })).statusCode,
      422,
    )
    await app.post(app.contributor, action, { text: 'Make a shared website', person: 'Marta Turner', dueOn: '22 June 2009' })
    await app.post(app.contributor, action, { text: 'Once more', person: 'Marta Turner', dueOn: '' })
    const actions = await app.owner`select reference, text, due_on, is_confidential from actions.action`
    assert.deepEqual(
      [...actions],
      [{ reference: 'PMG/090506/1', text: 'Make a shared website', dueOn: '2009-06-22', isConfidential: false }],
    )
    await app.post(app.contributor, `${at}/points/${packs}/forward`)
    const planned = await app.owner`select title, source from meetings.forward_item`
    assert.deepEqual([...planned], [{ title: 'Induction packs', source: 'Workshop: Voting' }])

    await app.post(app.contributor, `${at}/minutes`)
    await app.post(app.contributor, `${at}/minutes`)
    const minutes = await app.owner<{ text: string; itemId: number }[]>`select text, item_id from meetings.minute`
    assert.equal(minutes.length, 1)
    assert.equal(minutes[0]?.itemId, item?.id)
    assert.match(minutes[0]?.text ?? '', /Workshop: Voting\..*- A shared website \(4 votes\)/s)
    assert.match((await app.get(app.contributor, at)).body, /PMG\/090506\/1.*on the forward plan/s)
  })
})
