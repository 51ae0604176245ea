import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { largePartnership, smallPartnership } from '../../../test/pages/partnership.ts'
import { freshApp } from '../../../test/web/index.ts'
import { canMakePdf } from '../../platform/document/index.ts'

const app = await freshApp({ after })
const show = (path: string) => app.get(app.reader, path)
const drawn = (body: string): string[] =>
  [...body.matchAll(/class="gt-layers__box" aria-label="([^"]*)"/g)].map(([, spoken = '']) => spoken)
const names = (body: string): string[] => drawn(body).map(spoken => spoken.split(',', 1)[0] ?? '')

test('a partnership without groups says what will be there', async () => {
  const { statusCode, body } = await show('structure')
  assert.equal(statusCode, 200)
  assert.match(body, /There are no groups on 6 May 2009/)
  assert.equal((await show('structure.svg')).statusCode, 200)
  assert.equal((await show('network.png')).statusCode, 200)
})

describe('the structure', () => {
  before(() => smallPartnership(app.owner, app.partnershipId))

  test('has a box for each group, which leads to it and says all that is drawn', async () => {
    const { body } = await show('structure')
    assert.equal(drawn(body).length, 6)
    assert.match(
      body,
      /<a href="\/wexcombe\/groups\/\d+" class="gt-layers__box" aria-label="Youth Justice Board, operational\. Reports to Safer Wexcombe\. Also reports to Wexcombe Board\. Works with Burglary Group\. 1 seat"/,
    )
    assert.match(body, /<title>Youth Justice Board also reports to Wexcombe Board<\/title>/)
    assert.match(body, /<title>Safer Wexcombe is the counterpart of County Safety Board<\/title>/)
    assert.match(body, /<desc id="structure-desc">6 groups: 1 strategic, 2 executive and 3 operational\. 7 seats, 1 vacancy\.<\/desc>/)
    assert.doesNotMatch(body, /style=/)
  })

  test('is told as a list within a list with the same facts and everybody in it', async () => {
    const { body } = await show('structure')
    const list = body.slice(body.indexOf('id="list"'))
    assert.ok(
      list.indexOf('>Wexcombe Board<') < list.indexOf('>Management Group<') &&
        list.indexOf('>Management Group<') < list.indexOf('>Safer Wexcombe<'),
    )
    for (const fact of [
      /Works with Burglary Group/,
      /Also reports to Wexcombe Board/,
      /Counterpart of County Safety Board/,
      /2 seats, 1 vacant/,
    ])
      assert.match(list, fact)
    assert.match(
      list,
      /Chair: <a class="govuk-link" href="\/wexcombe\/people\/\d+">Amina Khan<\/a>, <a [^>]*>Priya Nair<\/a> \(interim\), Wexcombe Council/,
    )
    assert.match(list, /Lead, Health: <strong>vacant<\/strong>, Wexcombe Health/)
    assert.match(list, /Elm District/)
  })

  test('is that of any day', async () => {
    const then = (await show('structure?on=1+February+2010')).body
    assert.ok(!names(then).includes('Burglary Group'))
    assert.match(then.slice(then.indexOf('id="list"')), />Ruth Calder</)
    assert.match(then, /value="1 February 2010"/)
    const wrong = await show('structure?on=soon')
    assert.equal(wrong.statusCode, 422)
    assert.match(wrong.body, /href="#on">Enter the day as a date, such as 6 May 2009/)
    assert.match(wrong.body, /value="soon"/)
  })

  test('is looked at by organisation and by layer, and keeps that in its downloads', async () => {
    const [{ id } = { id: 0 }] = await app.owner`select id from partnership.organisation where name = 'Wexcombe Health'`
    const { body } = await show(`structure?organisation=${id}`)
    assert.deepEqual(names(body), ['Wexcombe Board', 'Management Group'])
    assert.match(body, /<strong>1 of 6 groups<\/strong>/)
    assert.match(body, new RegExp(`href="/wexcombe/structure.svg\\?organisation=${id}"`))
    assert.deepEqual(names((await show('structure?layer=strategic')).body), ['Wexcombe Board'])
  })

  test('that nothing answers says so and leads back', async () => {
    const { body } = await show('structure?layer=strategic&organisation=999999')
    assert.match(body, /No group answers that on 6 May 2009/)
    assert.match(body, /href="\/wexcombe\/structure">Show all groups/)
    assert.equal(drawn(body).length, 0)
  })

  test('shows members in the drawing when they are wanted, of all or of one', async () => {
    const member = />Chair: Tom Reed \(Wessex</g
    assert.equal((await show('structure')).body.match(member), null)
    assert.equal((await show('structure?members=all')).body.match(member)?.length, 2)
    const [{ id } = { id: 0 }] = await app.owner`select id from partnership."group" where short_name = 'YJB'`
    assert.equal((await show(`structure?members=${id}`)).body.match(member)?.length, 1)
  })

  test('is taken away as a picture with addresses that lead back', async () => {
    const svg = await show('structure.svg')
    assert.equal(svg.headers['content-type'], 'image/svg+xml; charset=utf-8')
    assert.match(svg.body, /<title id="structure-title">The structure of Wexcombe Partnership on 6 May 2009<\/title>/)
    assert.match(svg.body, /<a href="http:\/\/[^"]+\/wexcombe\/groups\/\d+"/)
    const png = await show('structure.png')
    assert.equal(png.headers['content-type'], 'image/png')
    assert.match(String(png.headers['content-disposition']), /wexcombe-structure-2009-05-06\.png/)
  })

  test('is put on paper, tagged, with the drawing and the list', {
    skip: !canMakePdf && 'Typst does not come for this machine',
  }, async () => {
    const { statusCode, headers, rawPayload } = await show('structure.pdf')
    assert.equal(statusCode, 200)
    assert.equal(headers['content-type'], 'application/pdf')
    assert.equal(rawPayload.subarray(0, 5).toString(), '%PDF-')
    assert.match(rawPayload.toString('latin1'), /\/Marked true/)
  })

  test('is not another partnership’s', async () => {
    assert.equal((await app.get(app.stranger, '/wexcombe/structure')).statusCode, 404)
    assert.doesNotMatch((await app.get(app.stranger, '/elmbridge/structure')).body, /Safer Wexcombe/)
  })
})

describe('the network of shared members', () => {
  test('says which groups share whom, what hangs on one person and who shares nobody', async () => {
    const { body } = await show('network')
    assert.match(body, /Wexcombe Board and Youth Justice Board share 1 person: Tom Reed\./)
    assert.match(body, /Only Amina Khan links Management Group with Safer Wexcombe, Wexcombe Board and Youth Justice Board\./)
    assert.match(body, /Nobody on these sits on another: <a [^>]*>Arts Forum<\/a>/)
    assert.match(body, /Nobody sits on these: <a [^>]*>Burglary Group<\/a>/)
  })

  test('is drawn and told as a table and as CSV', async () => {
    const { body } = await show('network')
    assert.equal(drawn(body).length, 6)
    assert.match(body, /<title>Management Group and Wexcombe Board share 1 person: Amina Khan<\/title>/)
    const csv = (await show('network.csv')).body
    assert.match(csv, /^\ufeffGroup,Other group,People on both,Names\r\n/)
    assert.match(csv, /Safer Wexcombe,Wexcombe Board,1,Tom Reed/)
    assert.match((await show('network.svg')).body, /<title id="network-title">Who meets whom in Wexcombe Partnership on 6 May 2009/)
  })

  test('is that of any day', async () => {
    assert.doesNotMatch((await show('network?on=2010-02-01')).body, /Only Amina Khan/)
  })
})

test('sixty groups ask the database no more often than six, and all of them are drawn', async () => {
  let asked = 0
  app.database.watch(({ cause }) => {
    if (cause !== null) asked++
  })
  const asksOf = async (path: string): Promise<number> => {
    asked = 0
    await app.get(app.administrator, path)
    return asked
  }
  const paths = ['structure?members=all', 'network', 'structure.svg']
  const few: number[] = []
  for (const path of paths) few.push(await asksOf(path))
  await largePartnership(app.owner, app.partnershipId, 60)
  for (const [index, path] of paths.entries()) assert.equal(await asksOf(path), few[index], path)
  assert.equal(drawn((await show('structure')).body).length, 66)
})

test('a network of many bonds is turned page by page, and drawn without the weaker ones', async () => {
  const bonds = (body: string) => body.match(/<title>[^<]* share \d+ (?:person|people): /g)?.length
  const { body } = await show('network')
  assert.match(body, /href="\/wexcombe\/network\?page=2"/)
  assert.equal(body.match(/data-label="People on both"/g)?.length, 100)
  const fewer = (await show('network?least=2')).body
  assert.ok((bonds(fewer) ?? 0) < (bonds(body) ?? 0))
  assert.match(fewer, /href="\/wexcombe\/network.svg\?least=2"/)
  assert.match(fewer, /href="\/wexcombe\/network\?least=2&amp;page=2"/)
})
