import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { freshApp } from '../../../../test/web/index.ts'

const app = await freshApp({ after })
const { owner, partnershipId } = app

const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const said = (sql: ReturnType<typeof owner>) => sql.then(rows => rows.map(row => Object.values(row ?? {}).join(' ')))
const id = async (sql: ReturnType<typeof owner>) => Number(Object.values((await sql)[0] ?? {})[0])

const person = (name: string, email: string | null = null, accountId: number | null = null) =>
  id(
    owner`insert into partnership.person (partnership_id, name, email, account_id) values (${partnershipId}, ${name}, ${email}, ${accountId}) returning id`,
  )
const post = (personId: number, organisationId: number, title: string, beginsOn: string | null, endsOn: string | null) =>
  id(owner`
    insert into partnership.post (partnership_id, person_id, organisation_id, title, begins_on, ends_on)
    values (${partnershipId}, ${personId}, ${organisationId}, ${title}, ${beginsOn}, ${endsOn}) returning id`)
const merge = (first: number, second: number, chosen: Record<string, string> = {}) =>
  app.post(app.officer, 'people/merger', { first: String(first), second: String(second), ...chosen })

let [council, board, lead, member] = [0, 0, 0, 0]
before(async () => {
  council = await id(
    owner`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Wexcombe Council') returning id`,
  )
  board = await id(owner`
    insert into partnership."group" (partnership_id, name, short_name, layer, kind)
    values (${partnershipId}, 'Wexcombe Board', 'WB', 'strategic', 'board') returning id`)
  lead = await id(
    owner`insert into partnership.seat (partnership_id, group_id, role) values (${partnershipId}, ${board}, 'lead') returning id`,
  )
  member = await id(
    owner`insert into partnership.seat (partnership_id, group_id, role) values (${partnershipId}, ${board}, 'member') returning id`,
  )
})

describe('people who may be one', () => {
  test('are listed, compared and said to be two', async () => {
    const [first, second] = [await person('Tom Birch', 'tom@wexcombe.example'), await person('Cllr Birch, Tom')]
    const list = words((await app.get(app.officer, 'people/duplicates')).body)
    assert.match(list, /1 pair .*Tom Birch tom@wexcombe.example Cllr Birch, Tom The same name/)
    assert.match(
      words((await app.get(app.officer, `people/merger?first=${first}&second=${second}`)).body),
      /Are Tom Birch and Cllr Birch, Tom one\?/,
    )
    assert.equal((await app.post(app.officer, 'people/duplicates', { first: String(second), second: String(first) })).statusCode, 303)
    assert.match(words((await app.get(app.officer, 'people/duplicates')).body), /No two people look like one/)
    assert.equal((await app.get(app.reader, 'people/duplicates')).statusCode, 403)
  })

  test('any two can be chosen, and nothing is merged before they are', async () => {
    assert.match((await app.get(app.officer, 'people/merger')).body, /The same person again/)
    const none = await app.post(app.officer, 'people/merger', {})
    assert.equal(none.statusCode, 422)
    assert.match(none.body, /href="#first">Select a person/)
    const [tom] = await owner`select id from partnership.person where name = 'Tom Birch'`
    assert.match((await merge(Number(tom?.['id']), Number(tom?.['id']))).body, /href="#second">Select another person/)
  })
})

describe('two become one', () => {
  test('with every post, seat, deputy and absence, and overlapping days joined', async () => {
    const [amina, again] = [
      await person('Amina Khan', 'amina@wexcombe.example'),
      await person('A Khan', 'a.khan@wexcombe.example', app.reader.accountId),
    ]
    await post(amina, council, 'Head of policy', '2008-04-01', '2009-03-31')
    await post(again, council, 'head of policy', '2009-01-01', null)
    await post(again, council, 'Trustee', '2009-01-01', null)
    await owner`
      insert into partnership.tenure (partnership_id, seat_id, person_id, begins_on, ends_on)
      values (${partnershipId}, ${lead}, ${amina}, '2008-01-01', '2008-12-31'), (${partnershipId}, ${lead}, ${again}, '2009-01-01', null)`
    await owner`
      insert into partnership.deputy (partnership_id, seat_id, person_id, place, begins_on, ends_on)
      values (${partnershipId}, ${member}, ${again}, 1, '2009-01-01', '2009-12-31'), (${partnershipId}, ${member}, ${amina}, 2, '2008-01-01', '2009-06-30'),
             (${partnershipId}, ${lead}, ${amina}, 1, '2009-02-01', '2009-03-01')`
    await owner`
      insert into partnership.absence (partnership_id, person_id, begins_on, ends_on)
      values (${partnershipId}, ${amina}, '2009-05-01', '2009-05-10'), (${partnershipId}, ${again}, '2009-05-08', null)`

    const unsaid = await merge(amina, again, { email: 'first' })
    assert.equal(unsaid.statusCode, 422)
    assert.match(unsaid.body, /href="#name">Select which name holds/)
    assert.match(unsaid.body, /value="first" checked/)
    const merged = await merge(amina, again, { name: 'first', email: 'first' })
    assert.equal(merged.headers.location, `/wexcombe/people/${again}`, words(merged.body))

    const kept = owner`${again}`
    assert.deepEqual(await said(owner`select name, email, account_id from partnership.person where id in (${amina}, ${again})`), [
      `Amina Khan amina@wexcombe.example ${app.reader.accountId}`,
    ])
    assert.deepEqual(
      await said(owner`select lower(title), begins_on, ends_on from partnership.post where person_id = ${kept} order by 1`),
      ['head of policy 2008-04-01 ', 'trustee 2009-01-01 '],
    )
    assert.deepEqual(await said(owner`select begins_on, ends_on from partnership.tenure where person_id = ${kept} order by 1`), [
      '2008-01-01 2008-12-31',
      '2009-01-01 ',
    ])
    // Deputy once, and not for themselves.
    assert.deepEqual(await said(owner`select seat_id, place, begins_on, ends_on from partnership.deputy where person_id = ${kept}`), [
      `${member} 1 2008-01-01 2009-12-31`,
    ])
    assert.deepEqual(await said(owner`select begins_on, ends_on from partnership.absence where person_id = ${kept}`), ['2009-05-01 '])

    assert.equal((await app.get(app.reader, `people/${amina}`)).headers.location, `/wexcombe/people/${again}`)
    assert.equal((await app.get(app.stranger, `/elmbridge/people/${amina}`)).statusCode, 404)
    const history = words((await app.get(app.administrator, 'history?kind=partnership.merged_person')).body)
    assert.match(history, /Merged person Amina Khan added .*Merged into: .*Amina Khan/)
  })

  test('in a table that nobody here knows, where both may stand only once', async () => {
    await owner`
      create table partnership.trial (
        partnership_id bigint not null, id bigint generated always as identity, meeting integer not null, attendee_id bigint not null, chair_id bigint,
        primary key (partnership_id, id), unique (partnership_id, meeting, attendee_id),
        foreign key (partnership_id, attendee_id) references partnership.person, foreign key (partnership_id, chair_id) references partnership.person)`
    await owner`select platform.belongs_to_partnership('partnership.trial')`
    const [first, second, other] = [await person('Nia Powell'), await person('Powell, Nia'), await person('Owen Price')]
    await owner`
      insert into partnership.trial (partnership_id, meeting, attendee_id, chair_id)
      values (${partnershipId}, 1, ${first}, ${second}), (${partnershipId}, 1, ${second}, ${other}), (${partnershipId}, 2, ${second}, null),
             (${partnershipId}, 2, ${other}, ${second})`
    assert.equal((await merge(first, second, { name: 'first' })).statusCode, 303)
    assert.deepEqual(await said(owner`select meeting, attendee_id, chair_id from partnership.trial order by id`), [
      `1 ${first} ${first}`,
      `2 ${first} `,
      `2 ${other} ${first}`,
    ])
    assert.deepEqual(await said(owner`select count(*) from platform.history where subject = 'partnership.trial' and act = 'removed'`), [
      '1',
    ])
    await owner`drop table partnership.trial`
  })

  test('but not when each of them signs in', async () => {
    const [helen, priya] = [
      await person('Helen Marsh', null, app.administrator.accountId),
      await person('H Marsh', null, app.officer.accountId),
    ]
    const answer = await merge(helen, priya, { name: 'first' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /both sign in here, each with an account of their own/)
    assert.equal((await owner`select from partnership.person where id in (${helen}, ${priya})`).length, 2)
  })

  test('and those merged before lead on to whoever is left', async () => {
    const [one, two, three] = [await person('Ivor Lane'), await person('I Lane'), await person('Lane, Ivor')]
    await merge(two, one, { name: 'first' })
    await merge(three, two, { name: 'first' })
    assert.equal((await app.get(app.reader, `people/${one}`)).headers.location, `/wexcombe/people/${three}`)
  })

  test('never with somebody of another partnership', async () => {
    const theirs = await id(owner`
      insert into partnership.person (partnership_id, name) select id, 'Olwen Hart' from platform.partnership where slug = 'elmbridge' returning id`)
    const ours = await person('Olwen Hart')
    assert.equal((await merge(ours, theirs)).statusCode, 422)
    await assert.rejects(app.visit('write', db => db`select partnership.merge_people(${ours}, ${theirs})`))
    assert.equal((await owner`select from partnership.person where id in (${ours}, ${theirs})`).length, 2)
  })
})
