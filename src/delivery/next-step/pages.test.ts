// What is usually done about a reason is carried out in two presses, once, and its state is shown.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { recipients, startMailServer } from '../../../test/mail/smtp.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const server = await startMailServer({ after })
const app = await freshApp(
  { after },
  { now: '2026-11-22T10:00:00Z', example: true, mail: { kind: 'smtp', url: server.url, from: 'thread@wexcombe.example' } },
)
const { get, post, officer, reader, owner, partnershipId } = app
// Nobody of the example is written to.
await owner`update platform.partnership set is_example = false where id = ${partnershipId}`
const [neet] = await owner<{ id: number; areaId: number; leadId: number }[]>`
  select indicator.id, agreement.area_id, indicator.lead_id from performance.indicator join performance.agreement on agreement.id = agreement_id where reference = 'NI 117'`
const commentary = `indicators/${neet?.id}/commentary/${neet?.areaId}/2026-27-Q2`
const path = `${commentary}/steps`
const words = (html: string) =>
  html
    .replace(/^.*<main/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const shown = async (person = officer) => words((await get(person, path)).body)
const say = async (...reasons: string[]) => {
  const form = formIn((await get(officer, `${commentary}/edit`)).body)
  return post(officer, `${commentary}/edit`, { ...form.fields, text: 'Two mentors left in July.', reasons })
}
const take = async (step: string, fields: Record<string, string> = {}, person = officer) =>
  post(person, `${path}/${step}`, { ...formIn((await get(person, `${path}/${step}`)).body).fields, ...fields })
const count = async (table: 'actions.action' | 'meetings.forward_item' | 'delivery.next_step') => {
  const [row] = await owner<{ count: number }[]>`select count(*)::int as count from ${owner(table)} where partnership_id = ${partnershipId}`
  return row?.count
}

describe('what is offered', () => {
  test('is nothing before somebody has said why', async () => {
    assert.match(await shown(), /Nobody has said yet why it is where it is, so nothing can be offered/)
    assert.equal((await get(officer, `${path}/delivery-action`)).statusCode, 404)
  })

  test('follows from the reasons, and saving them leads there', async () => {
    const saved = await say('measure', 'timeframe', 'no-plan', 'delivery', 'funding')
    assert.equal(saved.headers.location?.endsWith('/steps'), true)
    const said = await shown()
    assert.match(
      said,
      /Look at its definition The measure .* Ask for another measure .* Set a date for a review .* Ask for the plan .* an action about the plan .* Give the group’s lead an action .* Ask for another target/,
    )
    assert.doesNotMatch(said, /Write to whoever reports/)
    const { body } = await get(officer, path)
    assert.match(body, new RegExp(`href="/wexcombe/indicators/${neet?.id}/definition"`))
    assert.match(body, new RegExp(`href="/wexcombe/reviews/new\\?of=indicator-${neet?.id}"`))
    assert.equal((await get(officer, `${path}/chase-figures`)).statusCode, 404)
    assert.equal((await get(officer, `${path}/definition`)).statusCode, 404)
    assert.equal((await get(officer, `${path}/dance`)).statusCode, 404)
  })

  test('is led to from the indicator and its commentary', async () => {
    for (const from of [`indicators/${neet?.id}`, commentary])
      assert.match((await get(reader, from)).body, new RegExp(`href="/wexcombe/${path}"[^>]*>What is done about it`))
  })
})

describe('an action', () => {
  test('is refused without words or a day that is to come', async () => {
    const answer = await take('delivery-action', { text: ' ', dueOn: '1 May 2009' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#text">Say what is to be done/)
    assert.match(answer.body, /href="#dueOn">The day must be today or later/)
    assert.match(answer.body, /value="1 May 2009"/)
    assert.equal((await post(officer, `${path}/delivery-action`, {})).statusCode, 422)
  })

  test('is not added by whoever keeps no meetings of the group, who sees who does', async () => {
    assert.equal((await get(reader, `${path}/delivery-action`)).statusCode, 403)
    assert.equal((await post(reader, `${path}/delivery-action`, { text: 'Mine', dueOn: '1 May 2027' })).statusCode, 403)
    assert.match(await shown(reader), /Whoever keeps the meetings of .* does this: its chair/)
    assert.doesNotMatch((await get(reader, path)).body, /steps\/delivery-action/)
  })

  test('two presses at once make one of the register, for the indicator', async () => {
    const before = (await count('actions.action')) ?? 0
    const answers = await Promise.all([
      take('delivery-action', { text: 'Find two mentors' }),
      take('delivery-action', { text: 'Find two mentors' }),
    ])
    assert.deepEqual(
      answers.map(({ statusCode }) => statusCode),
      [303, 303],
    )
    assert.equal(await count('actions.action'), before + 1)
    const [made] = await owner<{ id: number; source: string; indicatorId: number; owners: number }[]>`
      select action.id, source, indicator.indicator_id, (select count(*)::int from actions.owner where action_id = action.id) as owners
        from actions.action join actions.indicator on indicator.action_id = action.id where text = 'Find two mentors'`
    assert.deepEqual([made?.source, made?.indicatorId, made?.owners], ['review', neet?.id, 1])
    assert.match(await shown(reader), /Give the group’s lead an action .*\/261122\/1 \. Open Priya Nair, 22 November 2026/)
  })

  test('shows what has become of it, and is not given twice', async () => {
    await owner`update actions.action set state = 'closed', outcome = 'Two are found', ended_on = '2026-11-22' where text = 'Find two mentors'`
    assert.match(await shown(), /\/261122\/1 \. Closed: Two are found/)
    const again = await get(officer, `${path}/delivery-action`)
    assert.equal(again.statusCode, 303)
    assert.doesNotMatch((await get(officer, path)).body, /steps\/delivery-action"/)
  })

  test('that became confidential is not told to others', async () => {
    await owner`update actions.action set is_confidential = true where text = 'Find two mentors'`
    assert.doesNotMatch(await shown(reader), /261122/)
    assert.match(await shown(), /261122/)
  })
})

describe('an item of the forward plan', () => {
  test('asks for another target at the next meeting, with the commentary as its detail', async () => {
    const { body } = await get(officer, `${path}/ask-target`)
    assert.match(body, /value="Ask for another target of NI 117"/)
    assert.match(body, /Why, in Q2 2026-27: Two mentors left in July\./)
    assert.match((await take('ask-target', { meetingId: '999999' })).body, /href="#meetingId">That meeting is not to come any more/)
    assert.match((await take('ask-target', { text: '' })).body, /href="#text">Enter what the item is called/)
    assert.equal((await take('ask-target', { meetingId: '' })).statusCode, 303)
    assert.match(await shown(reader), /Ask for another target of NI 117 \. To be allocated to a meeting/)
  })

  test('says to which meeting it comes, and can be asked for again once it is taken off', async () => {
    await owner`
      with item as (select item.id, item.group_id from meetings.forward_item as item where title = 'Ask for another target of NI 117'),
           meeting as (insert into meetings.meeting (partnership_id, group_id, title, on_day) select ${partnershipId}, group_id, 'Review', '2026-12-18' from item returning id)
      update meetings.forward_item set meeting_id = (select id from meeting) where id = (select id from item)`
    assert.match(await shown(reader), /Comes to the meeting of 18 December 2026/)
    await owner`delete from meetings.forward_item where title = 'Ask for another target of NI 117'`
    assert.match(await shown(), /It was taken off again .* Add the item again/)
    assert.equal((await take('ask-target')).statusCode, 303)
    assert.match(await shown(), /Comes to the meeting of 18 December 2026/)
  })
})

describe('a letter to whoever reports the figures', () => {
  test('cannot be sent where nobody has an address', async () => {
    await say('data-late', 'delivery')
    await owner`update partnership.person set email = null`
    assert.match(await shown(), /Nobody who reports its figures has an e-mail address here/)
    assert.equal((await get(officer, `${path}/chase-figures`)).statusCode, 303)
  })

  test('goes by mail once a day, as it was written', async () => {
    await owner`
      with person as (insert into partnership.person (partnership_id, name, email) values (${partnershipId}, 'Edith Marlow', 'edith@wexcombe.example') returning id)
      insert into partnership.coordinator (partnership_id, organisation_id, person_id, begins_on) select ${partnershipId}, ${neet?.leadId ?? 0}, id, '2026-01-01' from person`
    assert.match((await get(officer, `${path}/chase-figures`)).body, /It goes by mail to Edith Marlow[\s\S]*came late\./)
    assert.equal((await get(reader, `${path}/chase-figures`)).statusCode, 403)
    assert.equal((await post(reader, `${path}/chase-figures`, { text: 'Mine' })).statusCode, 403)
    assert.match((await take('chase-figures', { text: '' })).body, /href="#text">Enter what the letter says/)
    assert.equal((await take('chase-figures', { text: 'Please send them.\n\nThank you.' })).statusCode, 303)
    const mail = await server.mailTo('edith@wexcombe.example', new RegExp(`Please send them\\.[\\s\\S]*indicators/${neet?.id}`))
    assert.match(mail.subject ?? '', /^The figures of NI 117 .*Q2 2026-27/)
    assert.match(await shown(reader), /Sent by mail to Edith Marlow on 22 November 2026 by Priya Nair/)
    assert.equal((await post(officer, `${path}/chase-figures`, { text: 'Again' })).statusCode, 303)
    assert.equal(server.inbox.filter(each => recipients(each).includes('edith@wexcombe.example')).length, 1)
    assert.doesNotMatch(await shown(), /Write the letter again/)
  })

  test('can go again on another day', async () => {
    await owner`update delivery.next_step set on_day = '2026-11-20' where kind = 'chase-figures'`
    assert.match(await shown(), /Write the letter again/)
  })

  test('what was done for a reason that is not given any more stays to be seen', async () => {
    await say('timeframe')
    const said = await shown()
    assert.match(said, /Sent by mail to Edith Marlow/)
    assert.doesNotMatch((await get(officer, path)).body, /steps\/chase-figures"/)
  })
})

describe('letters about plans and to chairs', () => {
  test('lead to what there is of a plan, or say that none is required', async () => {
    await say('no-plan')
    assert.match(await shown(), /Ask for the plan There is no plan (What is missing in “|The letter to|No plan is required)/)
  })

  test('a group that stays away is written to where it was missing twice, else it is given an action', async () => {
    await say('no-engagement')
    assert.match(
      await shown(),
      /(The letter to its chair: .* was missing at the last two meetings of|Give the group’s lead an action about taking part)/,
    )
  })
})
