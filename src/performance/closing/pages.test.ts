import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { formIn } from '../../../test/web/form.ts'
import { type FreshApp, freshApp, type Person } from '../../../test/web/index.ts'
import { setRepresentative } from '../../partnership/index.ts'
import { exampleLock, exampleSetting, type Setting } from './example.ts'

const app: FreshApp = await freshApp({ after })
const setting: Setting = await exampleSetting(app)
const { agreementId, burglary, fires, county, police, council, fire } = setting

beforeEach(
  () => app.owner`
  truncate performance.locked_indicator, performance.locking, performance.data_return, performance.target, performance.data_import cascade`,
)

const returnsOf = (indicator: number) => app.owner<{ value: string; reportedByName: string }[]>`
  select value, reported_by_name from performance.data_return where indicator_id = ${indicator} order by ends_on, revision`

const report = (who: Person, indicator: number, fields: Readonly<Record<string, string>> = {}) =>
  app.post(who, `indicators/${indicator}/returns/new`, {
    areaId: String(county),
    period: 'Q4 2008-09',
    value: '40',
    answer: 'figure',
    status: 'final',
    source: '',
    ...fields,
  })

describe('a contributor', () => {
  const reportsFor = (...organisations: Parameters<typeof setRepresentative>[2]) =>
    app.visit('write', db => setRepresentative(db, app.contributor.accountId, organisations))

  const check = (whom: string, organisations: Parameters<typeof setRepresentative>[2], indicator: number, may: boolean) =>
    test(`${whom} ${may ? 'enters and revises' : 'cannot enter'} it`, async () => {
      await reportsFor(...organisations)
      const address = `indicators/${indicator}/returns`
      assert.equal((await app.get(app.contributor, `${address}/new`)).statusCode, may ? 200 : 403)
      const answer = await report(app.contributor, indicator)
      assert.equal(answer.statusCode, may ? 303 : 403, answer.body)
      assert.deepEqual(
        (await returnsOf(indicator)).map(({ reportedByName }) => reportedByName),
        may ? ['Ruth Calder'] : [],
      )
      if (!may) await report(app.officer, indicator)

      const kept = await app.get(app.contributor, `${address}/${county}/2008-09-Q4`)
      assert.equal(/Save revision/.test(kept.body), may)
      const revised = await app.post(app.contributor, `${address}/${county}/2008-09-Q4`, {
        value: '39',
        answer: 'figure',
        status: 'final',
        reason: 'Counted again',
        seen: /name="seen" value="([^"]*)"/.exec(kept.body)?.[1] ?? `${county}/2008-09-Q4/1`,
      })
      assert.equal(revised.statusCode, may ? 303 : 403, revised.body)
      assert.equal(/returns\/new/.test((await app.get(app.contributor, address)).body), may)
      assert.equal(/returns\/new/.test((await app.get(app.contributor, `indicators/${indicator}`)).body), may)
    })

  check('of the organisation that leads an indicator', [police], burglary, true)
  check('of an organisation that contributes to it', [fire, council], burglary, true)
  check('of another organisation', [police], fires, false)
  check('for whom no organisation was named', [], burglary, false)
})

describe('who reports for whom', () => {
  test('an officer names the organisations of a contributor, and takes them back', async () => {
    const address = `representatives/${app.contributor.accountId}/edit`
    const answer = await app.post(app.officer, address, { organisationId: [String(police), String(fire)] })
    assert.equal(answer.statusCode, 303, answer.body)
    assert.match((await app.get(app.officer, 'representatives')).body, /Wexcombe Police; Wexcombe Fire and Rescue Service/)
    assert.match((await app.get(app.officer, address)).body, new RegExp(`value="${police}" checked`))

    await app.post(app.officer, address)
    assert.match((await app.get(app.officer, 'representatives')).body, /Nobody yet, so they can enter nothing/)
  })

  test('who is no contributor is not in the list', async () => {
    assert.equal((await app.get(app.officer, `representatives/${app.reader.accountId}/edit`)).statusCode, 404)
    assert.doesNotMatch((await app.get(app.officer, 'representatives')).body, /<th scope="row"[^>]*>Dafydd Rees/)
  })

  test('whose access is taken away reports for nobody any more', async () => {
    await app.post(app.officer, `representatives/${app.contributor.accountId}/edit`, { organisationId: String(police) })
    await app.owner.begin(async owner => {
      await owner`delete from platform.membership where account_id = ${app.contributor.accountId}`
      const [left] = await owner`select count(*) as count from partnership.representative`
      assert.equal(left?.['count'], 0)
      await owner`insert into platform.membership (partnership_id, account_id, role) values (${app.partnershipId}, ${app.contributor.accountId}, 'contributor')`
    })
  })
})

describe('while a period is locked', () => {
  const sentence = /Q4 2008-09 was locked on 6 May 2009 by Amina Siddiqui, so nothing of it can be changed/

  test('nobody reports a figure of it, and what was typed is shown again', async () => {
    await exampleLock(app, setting, [burglary])
    const answer = await report(app.officer, burglary, { value: '41' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, sentence)
    assert.match(answer.body, /value="41"/)
    assert.equal((await returnsOf(burglary)).length, 0)
    assert.equal((await report(app.officer, burglary, { period: 'Q1 2009-10', status: 'provisional' })).statusCode, 303)
  })

  test('a return of it is shown without a form, and one that was open is refused', async () => {
    await report(app.officer, burglary)
    const address = `indicators/${burglary}/returns/${county}/2008-09-Q4`
    const open = await app.get(app.officer, address)
    await exampleLock(app, setting, [burglary])
    const seen = /name="seen" value="([^"]*)"/.exec(open.body)?.[1] ?? ''
    const answer = await app.post(app.officer, address, { value: '39', answer: 'figure', status: 'final', reason: 'Counted again', seen })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, sentence)
    assert.match(answer.body, /value="39"/)

    const { body } = await app.get(app.officer, address)
    assert.doesNotMatch(body, /Save revision/)
    assert.match(body, /Q4 2008-09 was locked on 6 May 2009 by Amina Siddiqui\. Nothing of it/)
  })

  test('nobody sets, moves or removes a target of it', async () => {
    const address = `indicators/${burglary}/targets`
    const target = { areaId: String(county), kind: 'target', period: 'Q4 2008-09', value: '38' }
    assert.equal((await app.post(app.officer, `${address}/new`, target)).statusCode, 303)
    assert.equal((await app.post(app.officer, `${address}/new`, { ...target, period: 'Q3 2008-09' })).statusCode, 303)
    const rows = await app.owner<{ id: number; endsOn: string }[]>`select id, ends_on from performance.target order by ends_on`
    const [before, within] = rows.map(({ id }) => id)
    const seenAt = async (path: string) => /name="seen" value="([^"]*)"/.exec((await app.get(app.officer, path)).body)?.[1] ?? ''
    await exampleLock(app, setting, [burglary])

    const refused = [
      await app.post(app.officer, `${address}/new`, { ...target, kind: 'stretch' }),
      await app.post(app.officer, `${address}/${within}/edit`, { ...target, value: '37', seen: await seenAt(`${address}/${within}/edit`) }),
      await app.post(app.officer, `${address}/${within}/removal`, { seen: await seenAt(`${address}/${within}/removal`) }),
      await app.post(app.officer, `${address}/${before}/edit`, {
        ...target,
        kind: 'interim',
        seen: await seenAt(`${address}/${before}/edit`),
      }),
    ]
    for (const answer of refused) {
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, sentence)
    }
    const moved = await app.post(app.officer, `${address}/${before}/edit`, {
      ...target,
      period: 'Q2 2008-09',
      seen: await seenAt(`${address}/${before}/edit`),
    })
    assert.equal(moved.statusCode, 303, moved.body)
  })

  for (const kind of ['returns', 'targets'] as const)
    test(`a file of ${kind} is refused row by row, but for what it leaves as it is`, async () => {
      if (kind === 'returns') await report(app.officer, burglary)
      else
        await app.post(app.officer, `indicators/${burglary}/targets/new`, {
          areaId: String(county),
          kind: 'target',
          period: 'Q4 2008-09',
          value: '40',
        })
      await exampleLock(app, setting, [burglary, fires])
      const content = [
        'reference,area,period,value',
        'NI 16,Wexcombe,Q4 2008-09,40',
        'NI 49,Wexcombe,Q4 2008-09,12',
        'NI 16,Wexcombe,Q3 2008-09,44',
      ]
      const sent = await app.upload(
        app.officer,
        'imports',
        { kind, agreement: String(agreementId), source: 'Police' },
        { field: 'file', fileName: 'police.csv', content: content.join('\n') },
      )
      const rows = await understood(sent)
      assert.deepEqual(
        rows.map(({ outcome }) => outcome),
        ['unchanged', 'refused', 'new'],
      )
      assert.match(rows[1]?.reason ?? '', /This period is locked for its indicator/)
      assert.equal(rows[1]?.found, 'Q4 2008-09')
    })
})

/** The rows of an import as they were understood, once its columns were agreed to. */
async function understood(sent: LightMyRequestResponse) {
  const columns = String(sent.headers.location)
  const checked = await app.post(app.officer, columns, formIn((await app.get(app.officer, columns)).body).fields)
  assert.equal(checked.statusCode, 303, checked.body)
  return app.owner<{ outcome: string; found: string | null; reason: string | null }[]>`
    select outcome, found, reason from performance.data_import_row order by line`
}
