import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { example: true, now: '2026-11-22T10:00:00Z' })
const { owner, partnershipId, officer, contributor, reader } = app
const [indicator] = await owner<{ id: number }[]>`
  select id from performance.indicator where partnership_id = ${partnershipId} and reference = 'NI 111'`
const [outcome] = await owner<
  { id: number }[]
>`select id from performance.outcome where partnership_id = ${partnershipId} and title = 'Safer roads and safer homes'`
const own = `thread/outcome/${outcome?.id}`
const form = { words: 'NI 111', to: `indicator-${indicator?.id}`, kind: 'depends-on', sentence: 'Young drivers are most of both' }

describe('a link of one’s own', () => {
  test('is with a record that is found by its words, its reference or the address of its page', async () => {
    for (const words of ['first-time entrants', 'NI 111', `https://goldthread.example/wexcombe/indicators/${indicator?.id}?area=2`])
      assert.match(
        (await app.get(contributor, `${own}/links/new?${new URLSearchParams({ words })}`)).body,
        new RegExp(`value="indicator-${indicator?.id}"`),
        words,
      )
    assert.match((await app.get(contributor, `${own}/links/new?words=xyzzy`)).body, /Nothing is found/)
  })
  const check = (name: string, changes: Partial<typeof form>, expected: RegExp) =>
    test(name, async () => {
      const { statusCode, body } = await app.post(contributor, `${own}/links/new`, { ...form, ...changes })
      assert.equal(statusCode, 422)
      assert.match(body, expected)
      assert.match(body, /value="NI 111"/)
    })
  check('needs the other record', { to: '' }, /href="#to">Find a record and select it/)
  check('is not with itself', { to: `outcome-${outcome?.id}` }, /Choose another record/)
  check('is not with what is not there', { to: 'action-99999' }, /no longer there/)
  check('says how', { kind: 'likes' }, /href="#kind">Select how/)
  check('says why', { sentence: ' ' }, /href="#sentence">Say in a sentence why/)

  test('is shown from both, in the words of each, with its sentence', async () => {
    assert.equal((await app.post(contributor, `${own}/links/new`, form)).statusCode, 303)
    assert.match(
      (await app.get(reader, own)).body,
      /Linked by somebody[\s\S]*depends on <a [^>]*>NI 111[\s\S]*Young drivers are most of both[\s\S]*Ruth Calder/,
    )
    assert.match(
      (await app.get(reader, `indicators/${indicator?.id}`)).body,
      /Linked <b>1<\/b>[\s\S]*is needed by<\/span> <a [^>]*>Safer roads/,
    )
    assert.equal((await app.post(contributor, `${own}/links/new`, form)).statusCode, 422, 'once')
  })
  test('is drawn where both are, and fills no gap', async () => {
    const { body } = await app.get(
      reader,
      `thread/theme/${(await owner<{ id: number }[]>`select theme_id as id from performance.outcome where id = ${outcome?.id ?? 0}`)[0]?.id}`,
    )
    assert.doesNotMatch(body, /NI 111/)
  })
  test('is removed after a question by who added it, and by officers, and by nobody else', async () => {
    const [link] = await owner<
      { id: number }[]
    >`select id from thread.own_link where partnership_id = ${partnershipId} and sentence = ${form.sentence}`
    const removal = `${own}/links/${link?.id}/removal`
    assert.doesNotMatch((await app.get(reader, own)).body, /links\/\d+\/removal/)
    assert.equal((await app.post(reader, removal)).statusCode, 403)
    await owner`update thread.own_link set account_id = ${officer.accountId} where id = ${link?.id ?? 0}`
    assert.equal((await app.post(contributor, removal)).statusCode, 403)
    await owner`update thread.own_link set account_id = ${contributor.accountId} where id = ${link?.id ?? 0}`
    assert.match((await app.get(contributor, removal)).body, /depends on NI 111/)
    assert.equal((await app.post(contributor, removal)).statusCode, 303)
    assert.doesNotMatch((await app.get(reader, own)).body, /Young drivers/)
    await app.post(officer, `${own}/links/new`, form)
    const [again] = await owner<
      { id: number }[]
    >`select id from thread.own_link where partnership_id = ${partnershipId} and sentence = ${form.sentence}`
    assert.equal((await app.post(officer, `thread/indicator/${indicator?.id}/links/${again?.id}/removal`)).statusCode, 303)
  })
})
