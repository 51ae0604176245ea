import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { exampleMeeting } from '../../../test/pages/meeting.ts'
import { exampleMinutes, setMinutesState } from '../../../test/pages/minutes.ts'
import { freshApp, type Person, somebody } from '../../../test/web/index.ts'

const now = '2009-05-07T09:30:00Z'
const app = await freshApp({ after }, { now, example: true })
const asking = await exampleMeeting(app, { shortName: 'XMG', name: 'Steering Group' })
const { decisionId, items, pieces } = await exampleMinutes(app, asking)
const another = (name: string, role: 'reader' | 'scrutiny') =>
  app.database.platform(db => somebody(db, { partnershipId: app.partnershipId, name, role, now: Temporal.Instant.from(now) }))
const [outsider, scrutiny] = [await another('Owen Price', 'reader'), await another('Sian Bevan', 'scrutiny')]
const [secretary, chair] = [app.contributor, app.reader]
const plain = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const read = async (who: Person, address: string) => plain((await app.get(who, address)).body)
const [indicator] = await app.owner<
  { id: number; reference: string }[]
>`select id, reference from performance.indicator order by id limit 1`
const indicatorId = indicator?.id ?? 0
await app.owner`insert into meetings.decision_indicator (partnership_id, decision_id, indicator_id) values (${app.partnershipId}, ${decisionId}, ${indicatorId})`

describe('the register of decisions', () => {
  test('has what is a draft for the group alone, what is circulated for who takes part, what is approved for everybody', async () => {
    const seenBy = async (who: Person) => /The whole grant was set aside/.test(await read(who, 'decisions'))
    assert.deepEqual([await seenBy(chair), await seenBy(outsider), await seenBy(scrutiny)], [true, false, false])
    assert.match(await read(outsider, `decisions?group=${asking.groupId}`), /No decision is like that/)
    assert.equal((await app.get(outsider, `decisions/${decisionId}`)).statusCode, 404)
    await setMinutesState(app, asking.meetingId, 'circulated')
    assert.deepEqual([await seenBy(chair), await seenBy(outsider), await seenBy(scrutiny)], [true, true, false])
    await setMinutesState(app, asking.meetingId, 'approved')
    assert.equal(await seenBy(scrutiny), true)
  })

  test('shows neither what is withheld nor what is under a confidential item, to who may not see it', async () => {
    await app.owner`update meetings.minute set is_withheld = true where id = ${pieces.decided}`
    assert.doesNotMatch(await read(outsider, 'decisions'), /whole grant/)
    assert.match(await read(chair, 'decisions'), /whole grant/)
    await app.owner`update meetings.minute set is_withheld = false where id = ${pieces.decided}`
    await app.owner`update meetings.agenda_item set is_confidential = true where id = ${items.money}`
    assert.doesNotMatch((await app.get(outsider, 'decisions.csv')).body, /whole grant/)
    assert.doesNotMatch(await read(outsider, `indicators/${indicatorId}`), /whole grant/)
    await app.owner`update meetings.agenda_item set is_confidential = false where id = ${items.money}`
  })

  test('is narrowed by group, kind, year, indicator, money and words', async () => {
    const finds = async (query: string) => /whole grant/.test(await read(outsider, `decisions?${query}`))
    for (const query of [
      `group=${asking.groupId}`,
      'kind=agreed',
      'year=2009',
      `indicator=${indicatorId}`,
      'money=yes',
      'q=WHOLE+gr',
      'order=amount',
      'year=soon',
    ])
      assert.equal(await finds(query), true, query)
    for (const query of [`group=1`, 'kind=noted', 'year=2008', `indicator=${indicatorId + 1}`, 'q=whole%25', 'q=_'])
      assert.equal(await finds(query), false, query)
    assert.match(await read(outsider, 'decisions?q=nothing'), /No decision is like that/)
  })

  test('is downloaded with the amount as a number', async () => {
    const { body } = await app.get(outsider, 'decisions.csv?money=yes')
    assert.match(
      body,
      /XMG\/090506\/D1,2009-05-06,Steering Group,Agreed,The whole grant was set aside,Finance,Dafydd Rees,,"Vote: 7 for, 2 against, 1 abstained\.",2600000\.00,/,
    )
    assert.match((await app.get(outsider, 'decisions.xlsx')).headers['content-type'] ?? '', /spreadsheetml/)
  })

  test('is on the page of the indicator', async () => {
    assert.match(
      await read(outsider, `indicators/${indicatorId}`),
      /Decisions The whole grant was set aside Agreed by Steering Group on 6 May 2009, £2,600,000/,
    )
  })

  test('says of a decision what followed', async () => {
    const body = await read(outsider, `decisions/${decisionId}`)
    assert.match(
      body,
      /Decision XMG\/090506\/D1 The whole grant.*After this discussion Finance Proposed by Dafydd Rees.*What followed.*PMG\/090506\/1 Write to the chairs 22 June 2009 Open/,
    )
  })
})

describe('delegation', () => {
  const path = `groups/${asking.groupId}/delegations`
  test('marks a decision about more than the group may decide', async () => {
    const wrong = await app.post(secretary, path, { matter: '', limitPence: 'a lot' })
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /href="#matter">Enter what the group may decide[\s\S]*href="#limitPence">Enter the amount in pounds/)
    assert.equal((await app.post(outsider, path, { matter: 'Grants' })).statusCode, 403)
    assert.equal((await app.post(secretary, path, { matter: 'Grants', limitPence: '£50,000' })).statusCode, 303)
    assert.match(await read(outsider, path), /Grants Up to £50,000 each time/)
    assert.match(await read(outsider, 'decisions'), /£2,600,000 More than the £50,000 that this group may decide/)
  })

  test('is taken away again', async () => {
    const [{ id } = { id: 0 }] = await app.owner<{ id: number }[]>`select id from meetings.delegation`
    assert.equal((await app.post(secretary, `${path}/${id}/removal`)).statusCode, 303)
    assert.doesNotMatch(await read(outsider, 'decisions'), /More than/)
  })
})

describe('passing up for endorsement', () => {
  const path = `decisions/${decisionId}`
  test('makes an item there, and the answer comes back', async () => {
    const answering = await exampleMeeting(app, { shortName: 'XSB', name: 'Strategic Board', onDay: '2009-06-10' })
    const refused = await app.post(secretary, `${path}/referrals/new`, { question: '' })
    assert.match(refused.body, /href="#toGroupId">Select the group that has to answer/)
    assert.equal((await app.post(outsider, `${path}/referrals/new`, {})).statusCode, 403)
    const asked = { toGroupId: String(answering.groupId), question: 'Endorse the compact', meetingId: String(answering.meetingId) }
    assert.equal((await app.post(secretary, `${path}/referrals/new`, asked)).statusCode, 303)
    assert.match(
      await read(outsider, path),
      /Passed up to Strategic Board Endorse the compact Passed on 7 May 2009, planned for the meeting of 10 June 2009/,
    )
    const [item] = await app.owner<{ id: number; source: string; sourceItemId: number }[]>`
      select id, source, source_item_id from meetings.forward_item where group_id = ${answering.groupId}`
    assert.deepEqual([item?.source, item?.sourceItemId], ['Passed up by Steering Group', items.money])

    const [agenda] = await app.owner<{ id: number }[]>`
      insert into meetings.agenda_item (partnership_id, meeting_id, title, forward_item_id) values (${app.partnershipId}, ${answering.meetingId}, 'Compact', ${item?.id ?? 0}) returning id`
    const stays = await app.post(secretary, `${path}/referrals/1/removal`)
    assert.match(stays.body, /on the agenda of the other group already/)
    const [answer] = await app.owner<{ id: number }[]>`
      insert into meetings.decision (partnership_id, meeting_id, item_id, number, kind, text)
      values (${app.partnershipId}, ${answering.meetingId}, ${agenda?.id ?? 0}, 1, 'endorsed', 'The compact is endorsed') returning id`
    await setMinutesState(app, answering.meetingId, 'circulated')
    assert.match(await read(outsider, path), /Passed on 7 May 2009, answered Endorsed on 10 June 2009: The compact is endorsed/)
    const [next] = await app.owner<{ id: number }[]>`
      insert into meetings.meeting (partnership_id, group_id, on_day) values (${app.partnershipId}, ${asking.groupId}, '2009-06-24') returning id`
    await app.owner`insert into meetings.agenda_item (partnership_id, meeting_id, title, kind) values (${app.partnershipId}, ${next?.id ?? 0}, 'Matters arising', 'matters-arising')`
    assert.match(
      await read(secretary, `meetings/${next?.id}/agenda`),
      /Endorse the compact: The compact is endorsed Answered by Strategic Board, 10 June 2009/,
    )
    assert.match(await read(outsider, `decisions/${answer?.id}`), /It answers Endorse the compact, asked by Steering Group on 6 May 2009/)
  })

  test('is taken back while no agenda has it', async () => {
    const [group] = await app.owner<
      { id: number }[]
    >`select id from partnership."group" where partnership_id = ${app.partnershipId} and id <> ${asking.groupId} order by id limit 1`
    await app.post(secretary, `${path}/referrals/new`, { toGroupId: String(group?.id), question: 'By mistake' })
    const [{ id } = { id: 0 }] = await app.owner<{ id: number }[]>`select id from meetings.referral where question = 'By mistake'`
    assert.match(await read(secretary, `${path}/referrals/${id}/removal`), /Take back what was passed up/)
    assert.equal((await app.post(secretary, `${path}/referrals/${id}/removal`)).statusCode, 303)
    assert.deepEqual([...(await app.owner`select from meetings.forward_item where title = 'By mistake'`)], [])
  })
})
