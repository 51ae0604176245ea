import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import type { LightMyRequestResponse } from 'fastify'
import { formIn } from '../../../test/web/form.ts'
import { type FreshApp, freshApp, type Person } from '../../../test/web/index.ts'
import { reportsFor } from '../../../test/web/reports-for.ts'
import type { OrganisationId } from '../../partnership/index.ts'
import { exampleLock, exampleSetting, type Setting } from './example.ts'

const app: FreshApp = await freshApp({ after })
const setting: Setting = await exampleSetting(app)
const { agreementId, burglary, fires, county, district, police, council, fire } = setting

beforeEach(
  () => app.owner`
  truncate performance.locking, performance.submission, performance.data_return, performance.target, performance.data_import cascade`,
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
  const check = (whom: string, organisations: readonly OrganisationId[], indicator: number, may: boolean) =>
    test(`${whom} ${may ? 'enters and revises' : 'cannot enter'} it`, async () => {
      await reportsFor(app, app.contributor, organisations)
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
  const list = async () => (await app.get(app.officer, 'coordinators')).body
  const edit = async (name = 'Ruth Calder') => {
    const [person] = await app.owner<{ id: number }[]>`
      select id from partnership.person where partnership_id = ${app.partnershipId} and name = ${name}`
    return `coordinators/${person?.id}/edit`
  }
  /** As somebody who has the page before them and ticks these. */
  const name = async (whom: string, ...organisations: number[]) => {
    const address = await edit(whom)
    const { fields } = formIn((await app.get(app.officer, address)).body, '/edit')
    return app.post(app.officer, address, { ...fields, organisationId: organisations.map(String) })
  }

  test('an officer names the organisations of a data coordinator, and takes them back', async () => {
    const answer = await name('Ruth Calder', police, fire)
    assert.equal(answer.statusCode, 303, answer.body)
    assert.match(await list(), /Wexcombe Police; Wexcombe Fire and Rescue Service/)
    assert.match((await app.get(app.officer, await edit())).body, new RegExp(`value="${police}" checked`))

    await name('Ruth Calder')
    assert.match(await list(), /Nobody yet, so they can enter nothing/)
  })

  test('who is no contributor becomes one by being named, whatever their role', async () => {
    assert.doesNotMatch(await list(), /<th scope="row"[^>]*>Dafydd Rees/)
    assert.equal((await report(app.reader, burglary)).statusCode, 403)
    const chosen = await app.get(app.officer, `coordinators/new?person=${/\d+/.exec(await edit('Dafydd Rees'))?.[0]}`)
    assert.equal(chosen.headers.location, `/wexcombe/${await edit('Dafydd Rees')}`)
    await name('Dafydd Rees', police)
    assert.match(await list(), /<th scope="row"[^>]*>Dafydd Rees/)
    assert.equal((await report(app.reader, burglary)).statusCode, 303)
    assert.equal((await report(app.reader, fires)).statusCode, 403)
    await name('Dafydd Rees')
  })

  test('a contributor reports for the organisation where they have a post, while they have it', async () => {
    await app.owner`
      insert into partnership.post (partnership_id, person_id, organisation_id, title, ends_on)
      select partnership_id, id, ${fire}, 'Analyst', '2009-05-06' from partnership.person where account_id = ${app.contributor.accountId}`
    assert.match(await list(), /Ruth Calder.{1,300}No organisation.{1,200}Wexcombe Fire and Rescue Service/s)
    assert.equal((await report(app.contributor, fires)).statusCode, 303)
    await app.owner`update partnership.post set ends_on = '2009-05-05'`
    assert.equal((await report(app.contributor, fires, { period: 'Q3 2008-09' })).statusCode, 403)
    await app.owner`delete from partnership.post`
  })

  test('nobody chosen is said, and who comes without having been asked is asked', async () => {
    const asked = await app.get(app.officer, 'coordinators/new')
    assert.equal(asked.headers.location, '/wexcombe/coordinators')
    const { statusCode, body } = await app.get(app.officer, 'coordinators/new?person=')
    assert.equal(statusCode, 422)
    assert.match(body, /href="#person">Select who is to report/)
  })

  test('whose access is taken away stays a person, says so, and comes back with it', async () => {
    await name('Ruth Calder', police)
    await app.owner`delete from platform.membership where account_id = ${app.contributor.accountId}`
    assert.match(await list(), /Ruth Calder.*Wexcombe Police.*No account, so they cannot sign in/s)
    await app.owner`insert into platform.membership (partnership_id, account_id, role) values (${app.partnershipId}, ${app.contributor.accountId}, 'contributor')`
    assert.doesNotMatch(await list(), /No account/)
    assert.equal((await report(app.contributor, burglary)).statusCode, 303)
    await name('Ruth Calder')
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

const closing = `closings/${agreementId}/2008-09-Q4`
const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')
const states = async () =>
  Object.fromEntries(
    (
      await app.owner<{ indicatorId: number; state: string }[]>`
        select indicator_id, state || ' ' || returns_seen as state from performance.submission order by indicator_id`
    ).map(({ indicatorId, state }) => [indicatorId, state]),
  )
const submitted = (who: Person, line: string, fields: Fields = {}) => app.post(who, `${closing}/submissions`, { line, ...fields })
const approved = (line: string) => app.post(app.officer, `${closing}/approvals`, { line })
const locked = (fields: Fields = {}) => app.post(app.officer, `${closing}/lock`, fields)
const unlocked = (reason: string) => app.post(app.officer, `${closing}/unlock`, { reason })
type Fields = Readonly<Record<string, string | readonly string[]>>

/** Both indicators with a figure, submitted and approved. */
async function approvedAll() {
  for (const indicator of [burglary, fires]) {
    await report(app.officer, indicator)
    assert.equal((await submitted(app.officer, `${indicator}:1`)).statusCode, 303)
    assert.equal((await approved(`${indicator}:1`)).statusCode, 303)
  }
}

describe('closing a period', () => {
  before(() => reportsFor(app, app.contributor, [police]))

  test('the page says what is due, from whom, and that it is missing', async () => {
    const { statusCode, body } = await app.get(app.reader, closing)
    assert.equal(statusCode, 200, body)
    assert.match(plain(body), /0 of 2 returns are in/)
    assert.match(plain(body), /NI 16 Burglaries Wexcombe Police Q4 2008-09: missing was due by 30 April 2009 – Nothing in yet/)
    assert.doesNotMatch(body, /type="checkbox"/)
  })

  test('the list of periods leads there', async () => {
    const { body } = await app.get(app.reader, 'closings')
    assert.match(body, new RegExp(`href="/wexcombe/${closing}">Q4 2008-09</a>`))
    assert.match(plain(body), /Q1 2009-10 Not over yet/)
  })

  test('a period outside the agreement’s years is not found', async () => {
    assert.equal((await app.get(app.reader, `closings/${agreementId}/2020-21-Q1`)).statusCode, 404)
    assert.equal((await app.get(app.reader, `closings/${agreementId}/never`)).statusCode, 404)
  })

  test('a contributor submits all of theirs with one button, and sees only theirs at first', async () => {
    await report(app.contributor, burglary)
    await report(app.officer, fires)
    const { body } = await app.get(app.contributor, closing)
    assert.match(body, /Submit all mine \(1\)/)
    assert.doesNotMatch(plain(body), /NI 49/)
    const form = formIn(body, '/submissions')
    assert.deepEqual(form.fields['line'], [`${burglary}:1`])
    const answer = await app.post(app.contributor, `${closing}/submissions`, form.fields)
    assert.equal(answer.statusCode, 303, answer.body)
    assert.deepEqual(await states(), { [burglary]: 'submitted 1' })
    const [row] = await app.owner`select submitted_by_name from performance.submission`
    assert.equal(row?.['submittedByName'], 'Ruth Calder')
  })

  test('a contributor submits nothing of others, and approves nothing', async () => {
    await report(app.officer, fires)
    const answer = await submitted(app.contributor, `${fires}:1`)
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /NI 49 can be submitted only by those who answer for it/)
    assert.equal((await app.post(app.contributor, `${closing}/approvals`, { line: `${fires}:1` })).statusCode, 403)
    assert.deepEqual(await states(), {})
  })

  test('who reports for nobody submits nothing', async () => {
    await reportsFor(app, app.contributor, [])
    await report(app.officer, burglary)
    assert.equal((await submitted(app.contributor, `${burglary}:1`)).statusCode, 403)
    await reportsFor(app, app.contributor, [police])
  })

  test('what came while somebody was looking is not submitted unseen', async () => {
    await report(app.officer, burglary)
    const answer = await submitted(app.contributor, `${burglary}:0`)
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /While you were looking at it, somebody reported a figure of NI 16/)
  })

  test('nothing ticked is said', async () => {
    assert.match((await app.post(app.officer, `${closing}/submissions`)).body, /Tick the indicators that you mean/)
  })

  test('what a check finds something about is submitted with a note, which is kept', async () => {
    await report(app.contributor, burglary, { value: '-3' })
    const page = await app.get(app.contributor, closing)
    assert.match(page.body, /−3 is less than 0, which a count cannot be/)
    assert.match(page.body, /Submit all mine|One more is in part missing/)

    const without = await submitted(app.contributor, `${burglary}:1`)
    assert.equal(without.statusCode, 422)
    assert.match(without.body, /Say why NI 16 is right although −3 is less than 0/)
    assert.match(without.body, new RegExp(`value="${burglary}:1" checked`))
    assert.deepEqual(await states(), {})

    const answer = await submitted(app.contributor, `${burglary}:1`, { [`note-${burglary}`]: 'Three were taken back' })
    assert.equal(answer.statusCode, 303)
    const [row] = await app.owner`select note, findings from performance.submission`
    assert.deepEqual({ ...row }, { note: 'Three were taken back', findings: ['−3 is less than 0, which a count cannot be'] })
    assert.match((await app.get(app.officer, `${closing}/${burglary}`)).body, /Three were taken back/)
  })

  test('an officer returns what was submitted with a reason, which is read where it is mended', async () => {
    await report(app.contributor, burglary)
    assert.match(
      plain((await app.get(app.officer, `${closing}/${burglary}`)).body),
      /0 of the 6 earlier changes that it takes to tell a jump are known/,
    )
    await submitted(app.contributor, `${burglary}:1`)
    const address = `${closing}/${burglary}/return`
    assert.match((await app.post(app.officer, address, { reason: ' ' })).body, /Say why it is returned/)
    assert.equal((await app.post(app.officer, address, { reason: 'Two wards are missing' })).statusCode, 303)
    assert.match(plain((await app.get(app.contributor, closing)).body), /Returned by Priya Nair, 6 May 2009: Two wards are missing/)
    assert.equal((await submitted(app.contributor, `${burglary}:1`)).statusCode, 303)
    assert.deepEqual(await states(), { [burglary]: 'submitted 1' })
  })

  test('many are approved at once, and what is revised after that is open again', async () => {
    await report(app.officer, burglary)
    await report(app.officer, fires)
    await submitted(app.officer, `${burglary}:1`)
    await submitted(app.officer, `${fires}:1`)
    const form = formIn((await app.get(app.officer, closing)).body, '/approvals')
    assert.equal((await app.post(app.officer, `${closing}/approvals`, form.fields)).statusCode, 303)
    assert.deepEqual(await states(), { [burglary]: 'approved 1', [fires]: 'approved 1' })

    await report(app.officer, burglary, { areaId: String(district), value: '12' })
    assert.match(plain((await app.get(app.officer, closing)).body), /and 1 other area – Not submitted changed since it was approved/)
  })

  test('it is locked once all is approved; what was reported stays, and nothing of it is written', async () => {
    await approvedAll()
    const answer = await locked()
    assert.equal(answer.statusCode, 303, answer.body)
    assert.match((await app.get(app.reader, closing)).body, /Q4 2008-09 was locked on 6 May 2009 by Priya Nair/)
    assert.equal((await report(app.officer, fires, { areaId: String(district) })).statusCode, 422)
    assert.match(plain((await app.get(app.reader, 'closings')).body), /Q4 2008-09 Locked on 6 May 2009 by Priya Nair/)
    const figures = await app.owner`select indicator_id, value, revision from performance.reported_figure order by indicator_id`
    assert.equal(figures.length, 2)
  })

  test('it is not locked while something is in and not approved', async () => {
    await report(app.officer, burglary)
    assert.match((await app.get(app.officer, `${closing}/lock`)).body, /NI 16 is in but not approved yet/)
    assert.match((await locked({ reason: 'Late' })).body, /NI 16 is in but not approved yet/)
    assert.equal((await app.owner`select from performance.locking`).length, 0)
  })

  test('what is missing takes a reason, which is kept and shown', async () => {
    await report(app.officer, burglary)
    await submitted(app.officer, `${burglary}:1`)
    await approved(`${burglary}:1`)
    const refused = await locked({ reason: ' ' })
    assert.equal(refused.statusCode, 422)
    assert.match(refused.body, /href="#reason">Say why the period is locked without NI 49/)
    assert.equal((await locked({ reason: 'The system was replaced' })).statusCode, 303)
    assert.match((await app.get(app.reader, closing)).body, /Locked with 2 indicators\. Something was missing: The system was replaced/)
  })

  test('what is not due yet is left open, reported later and locked then', async () => {
    await app.owner`update performance.indicator set lag_days = 60 where id = ${fires}`
    await report(app.officer, burglary)
    await submitted(app.officer, `${burglary}:1`)
    await approved(`${burglary}:1`)
    assert.match(plain((await app.get(app.officer, `${closing}/lock`)).body), /Left open .* NI 49 Fires, due by 30 May 2009/)
    assert.equal((await locked()).statusCode, 303)
    assert.equal((await report(app.officer, fires)).statusCode, 303)
    await submitted(app.officer, `${fires}:1`)
    await approved(`${fires}:1`)
    assert.equal((await locked()).statusCode, 303)
    assert.equal((await report(app.officer, fires, { areaId: String(district) })).statusCode, 422)
    await app.owner`update performance.indicator set lag_days = 30 where id = ${fires}`
  })

  test('it is unlocked with a reason; a correction then shows as such, in every place', async () => {
    await app.post(app.officer, `indicators/${burglary}/targets/new`, {
      areaId: String(county),
      kind: 'target',
      period: 'Q4 2008-09',
      value: '39',
    })
    await approvedAll()
    await locked()
    assert.match((await unlocked('')).body, /href="#reason">Say why the period is unlocked/)
    assert.equal((await unlocked('Two were counted twice')).statusCode, 303)
    const address = `indicators/${burglary}/returns/${county}/2008-09-Q4`
    const seen = /name="seen" value="([^"]*)"/.exec((await app.get(app.officer, address)).body)?.[1] ?? ''
    const corrected = await app.post(app.officer, address, {
      value: '38',
      answer: 'figure',
      status: 'final',
      reason: 'Counted twice',
      seen,
    })
    assert.equal(corrected.statusCode, 303, corrected.body)

    const words = 'Reported as 40 on 6 May 2009, now 38'
    for (const path of [`indicators/${burglary}`, 'scorecard?period=2008-09-Q4'])
      assert.ok(plain((await app.get(app.reader, path)).body).includes(words), path)
    assert.match((await app.get(app.reader, 'scorecard?period=2008-09-Q4')).body, /as-reported/)
    const kept = plain((await app.get(app.reader, `${closing}/as-reported`)).body)
    assert.match(kept, /1 of 2 indicators reads otherwise now/)
    assert.match(kept, /NI 16 Burglaries Wexcombe Police 39 40 Q4 2008-09 now 38 Within tolerance .* now On target/)

    await submitted(app.officer, `${burglary}:2`)
    await approved(`${burglary}:2`)
    assert.equal((await locked()).statusCode, 303)
    assert.match(plain((await app.get(app.reader, closing)).body), /Unlocked: Two were counted twice/)
    assert.match(plain((await app.get(app.reader, `${closing}/as-reported`)).body), /Nothing reads otherwise now/)
    assert.ok(plain((await app.get(app.reader, `indicators/${burglary}`)).body).includes(words))
  })

  test('what is locked with its year is locked in its quarter too, and unlocked with the year', async () => {
    await app.owner`update performance.indicator set closed_on = '2008-05-01', closed_reason = 'Not counted any more' where id = ${fires}`
    for (const [quarter, at] of [
      ['Q1 2008-09', 1],
      ['Q2 2008-09', 2],
      ['Q3 2008-09', 3],
      ['Q4 2008-09', 4],
    ] as const)
      assert.equal((await report(app.officer, burglary, { period: quarter, value: String(30 + at) })).statusCode, 303)
    const year = `closings/${agreementId}/2008-09`
    await app.post(app.officer, `${year}/submissions`, { line: `${burglary}:4` })
    await app.post(app.officer, `${year}/approvals`, { line: `${burglary}:4` })
    assert.equal((await app.post(app.officer, `${year}/lock`)).statusCode, 303)
    const { body } = await app.get(app.officer, closing)
    assert.match(plain(body), /Indicators of it are locked with another period/)
    assert.doesNotMatch(body, /\/unlock"/)
    assert.equal((await report(app.officer, burglary, { period: 'Q2 2008-09', areaId: String(district) })).statusCode, 422)
    assert.equal((await app.post(app.officer, `${year}/unlock`, { reason: 'One was forgotten' })).statusCode, 303)
    assert.equal((await report(app.officer, burglary, { period: 'Q2 2008-09', areaId: String(district) })).statusCode, 303)
    await app.owner`update performance.indicator set closed_on = null, closed_reason = null where id = ${fires}`
  })

  test('a period that is not over cannot be locked', async () => {
    const answer = await app.post(app.officer, `closings/${agreementId}/2009-10-Q1/lock`)
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Q1 2009-10 is not over yet/)
  })

  test('a period that is not locked cannot be unlocked, and has nothing that was reported', async () => {
    assert.match((await unlocked('Because')).body, /The period is not locked/)
    assert.equal((await app.get(app.reader, `${closing}/as-reported`)).statusCode, 303)
  })

  test('what is due, in and late, and from whom, is a file', async () => {
    await report(app.officer, burglary)
    const { body, headers } = await app.get(app.reader, `${closing}/completeness.csv`)
    assert.match(String(headers['content-disposition']), /completeness-laa-2008-09-q4\.csv/)
    const [, first, second] = body.split('\r\n')
    assert.equal(first, 'NI 16,Burglaries,Wexcombe Police,Q4 2008-09,2009-04-30,"in, late",2009-05-06,40,Priya Nair,not submitted,,')
    assert.equal(second, 'NI 49,Fires,Wexcombe Fire and Rescue Service,Q4 2008-09,2009-04-30,missing,,,,,,')
  })

  test('where a figure is entered the checks speak too, and keep nobody from it', async () => {
    const answer = await report(app.officer, burglary, { value: '-3' })
    assert.equal(answer.statusCode, 303)
    assert.match(answer.headers.location ?? '', new RegExp(`/returns/${county}/2008-09-Q4$`))
    assert.match(
      plain((await app.get(app.officer, `indicators/${burglary}/returns/${county}/2008-09-Q4`)).body),
      /−3 is less than 0, which a count cannot be/,
    )
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
