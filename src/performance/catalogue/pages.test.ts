import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'
import { exampleSetting } from '../closing/example.ts'

const app = await freshApp({ after })
const { get, post, upload, officer, reader, contributor, stranger } = app
const { agreementId } = await exampleSetting(app)
const kept = () => app.owner<{ reference: string; polarity: string; frequency: string | null }[]>`
  select reference, polarity, frequency from performance.indicator order by id`

const file = (content: string) => ({ field: 'file', fileName: 'framework.csv', content })

describe('the national set', () => {
  test('is there for every partnership, and marks the titles that nobody has checked', async () => {
    assert.match((await get(officer, 'catalogues')).body, /National indicator set, 2008[\s\S]*198/)
    const { body } = await get(officer, 'catalogues/national?text=libraries')
    assert.match(body, /NI 9 Use of public libraries[\s\S]*Not checked/)
    assert.match((await get(reader, 'catalogues/national?text=sport')).body, /Essex Local Area Agreement minutes/)
  })

  test('shows what the agreement has already, and offers the rest', async () => {
    const { body } = await get(officer, 'catalogues/national?text=NI%2016')
    assert.match(body, /NI 16 Serious acquisitive crime rate <span class="gt-quiet">\(in the agreement already\)/)
    assert.doesNotMatch(body, /pick-16"/)
    assert.match(body, /formaction="[^"]*choice"|No indicator|1 of 198/)
  })

  test('keeps what is ticked from page to page and from search to search', async () => {
    const first = await get(officer, 'catalogues/national?pick=8&pick=10')
    assert.match(first.body, /id="pick-8" [^>]*checked/)
    assert.match(first.body, /198 indicators, page 1 of 2/)
    const second = await get(officer, 'catalogues/national?pick=8&pick=10&page=2')
    assert.match(second.body, /name="picked" value="8\.10"/)
    assert.match(second.body, /NI 198/)
    const found = await get(officer, 'catalogues/national?picked=8.10&text=museums')
    assert.match(found.body, /name="picked" value="8"/)
    assert.match(found.body, /id="pick-10" [^>]*checked/)
    // Unticked on the page where it is shown, it is gone.
    const unticked = await get(officer, `catalogues/national/choice?picked=8&text=museums&agreement=${agreementId}`)
    assert.match(unticked.body, /Add 1 indicator</)
  })

  test('asks for something to be ticked', async () => {
    const answer = await get(officer, `catalogues/national/choice?agreement=${agreementId}`)
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#picks">Select the indicators to add/)
  })

  test('is not shown to readers to choose from, and not to a contributor', async () => {
    assert.doesNotMatch((await get(reader, 'catalogues/national')).body, /type="checkbox"/)
    assert.equal((await get(contributor, `catalogues/national/choice?agreement=${agreementId}&pick=8`)).statusCode, 403)
  })
})

describe('adding what was ticked', () => {
  const address = `catalogues/national/choice?agreement=${agreementId}&pick=8&pick=10&pick=16&pick=198`

  test('asks which way is better, and adds nothing until all is said', async () => {
    const { body } = await get(officer, address)
    const { fields } = formIn(body, '/choice')
    // NI 16 is in the agreement already.
    assert.equal(String(fields['picked']), '8.10.198')
    const before = [...(await kept())]
    const answer = await post(officer, 'catalogues/national/choice', { ...fields, 'polarity-8': 'higher', 'frequency-10': 'quarter' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#polarity-10">NI 10 Visits to museums and galleries: select which way is better/)
    assert.match(answer.body, /<option value="higher" selected>/)
    assert.match(answer.body, /<option value="quarter" selected>/)
    assert.deepEqual([...(await kept())], before)
  })

  test('then adds all at once, without the one that is left out', async () => {
    const { fields } = formIn((await get(officer, address)).body, '/choice')
    const said = { 'polarity-8': 'higher', 'polarity-10': 'higher', 'frequency-10': 'quarter', 'leave-198': 'yes' }
    const answer = await post(officer, 'catalogues/national/choice', { ...fields, ...said })
    assert.equal(answer.headers.location, `/wexcombe/agreements/${agreementId}`)
    assert.deepEqual([...(await kept())].slice(2), [
      { reference: 'NI 8', polarity: 'higher', frequency: null },
      { reference: 'NI 10', polarity: 'higher', frequency: 'quarter' },
    ])
    const again = await post(officer, 'catalogues/national/choice', { ...fields, ...said })
    assert.match(again.body, /NI 8 [^<]* is in the agreement already\. Leave it out/)
  })
})

describe('a catalogue of one’s own', () => {
  const csv = 'Ref,Title,Better,Unit\nL1,Litter,lower,bags\nL2,Swifts,higher,nests\nL3,Bees,high,hives\nL4,Fly-tipping,low,loads\n'

  test('is brought as a file and chosen from; what it says is not asked again', async () => {
    const answer = await upload(officer, 'catalogues/new', { title: 'Green list', source: 'Wildlife trust' }, file(csv))
    assert.equal(answer.statusCode, 303)
    const path = String(answer.headers.location)
    assert.match((await get(reader, path)).body, /Litter[\s\S]*Lower is better\. bags/)
    const { fields } = formIn((await get(officer, `${path}/choice?agreement=${agreementId}&pick=1`)).body, '/choice')
    assert.equal(String(fields['polarity-1']), 'lower')
    assert.equal((await post(officer, `${path}/choice`, fields)).statusCode, 303)
    assert.deepEqual([...(await kept())].at(-1), { reference: 'L1', polarity: 'lower', frequency: null })

    assert.equal((await get(stranger, path.replace('wexcombe', 'elmbridge'))).statusCode, 404)
    assert.match((await get(officer, `${path}/removal`)).body, /Those that were added to an agreement stay there/)
    assert.equal((await post(officer, `${path}/removal`)).statusCode, 303)
    assert.equal((await get(officer, path)).statusCode, 404)
    assert.equal([...(await kept())].at(-1)?.reference, 'L1')
  })

  test('comes back with what is wrong of its lines, and what was typed', async () => {
    const answer = await upload(officer, 'catalogues/new', { title: 'Green list', source: '' }, file(`${csv}L5,Owls,sideways,\n`))
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /Line 6: Better, “sideways”: It is not understood which way is better/)
    assert.match(answer.body, /value="Green list"/)
    const without = await upload(officer, 'catalogues/new', { title: '' }, file('a,b\n1,2\n'))
    assert.match(without.body, /Enter what the catalogue is called/)
    assert.doesNotMatch((await get(officer, 'catalogues')).body, /Green list/)
  })

  test('a reader brings none', async () => {
    assert.equal((await upload(reader, 'catalogues/new', { title: 'x' }, file(csv))).statusCode, 403)
  })
})
