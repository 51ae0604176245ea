import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'
import { day } from '../../kernel/day.ts'
import { decimal } from '../../kernel/decimal.ts'
import { type AreaId, addArea, ensureOrganisations } from '../../partnership/index.ts'
import { usualTolerance } from '../agreement/agreement.ts'
import { addAgreement, addOutcomes, addThemes } from '../agreement/store.ts'
import { addTargets } from '../target/store.ts'
import type { AgreementId, IndicatorId, OutcomeId } from './indicator.ts'

const app = await freshApp({ after })
const { administrator, officer, reader, stranger, get, post, visit } = app
let [agreementId, areaId, outcomeIds, policeId] = [0 as AgreementId, 0 as AreaId, [] as OutcomeId[], 0]

type Fields = Readonly<Record<string, string | readonly string[]>>
const typed = (more: Fields = {}): Fields => ({
  reference: 'NI 111',
  title: 'First-time entrants to the youth justice system',
  definition: 'Young people of 10 to 17 who receive a first reprimand, warning or conviction',
  designation: 'designated',
  polarity: 'lower',
  valueType: 'rate',
  ratePer: '100,000',
  unit: '',
  decimals: '0',
  measurement: 'cumulative',
  frequency: 'quarter',
  lagDays: '42',
  source: 'Youth offending team',
  note: '',
  ownTolerance: 'relative',
  tolerance: '10%',
  leadId: String(policeId),
  leadName: '',
  contributorNames: '',
  outcomeId: [String(outcomeIds[0])],
  ...more,
})
async function saved(answer: ReturnType<typeof post>): Promise<string> {
  const { statusCode, headers, body } = await answer
  assert.equal(statusCode, 303, body)
  return String(headers.location)
}
const add = (more: Fields): Promise<string> => saved(post(officer, `indicators/new?agreement=${agreementId}`, typed(more)))
const editionIn = (body: string): string => /name="edition" value="([^"]+)"/.exec(body)?.[1] ?? ''

test('without an agreement there are no indicators, and the list says so', async () => {
  assert.match((await get(officer, 'indicators')).body, /Begin with that[\s\S]*agreements\/new/)
  assert.equal((await get(officer, 'indicators/new')).statusCode, 404)
})

describe('with an agreement', () => {
  before(async () => {
    await visit('write', async db => {
      areaId = await addArea(db, { code: 'X10000001', name: 'Wexcombe', kind: 'county', parentId: null })
      agreementId = await addAgreement(db, { title: 'Wexcombe 2008 to 2011', firstYear: 2008, lastYear: 2010, areaId, ...usualTolerance })
      const [children, safer] = await addThemes(db, agreementId, ['Children', 'Safer'])
      assert.ok(children && safer)
      outcomeIds = await addOutcomes(db, [
        { themeId: children, title: 'Fewer young people get into trouble' },
        { themeId: safer, title: 'Less crime' },
      ])
      policeId = (await ensureOrganisations(db, ['Wexcombe Police'])).get('wexcombe police') ?? 0
    })
  })

  test('the form asks which way is better and what kind of value it is, and guesses neither', async () => {
    const { body } = await get(officer, `indicators/new?outcome=${outcomeIds[1]}`)
    assert.doesNotMatch(body, /name="polarity"[^>]* checked/)
    assert.doesNotMatch(body, /name="valueType"[^>]* checked/)
    assert.match(body, new RegExp(`name="outcomeId"[^>]* value="${outcomeIds[1]}" checked`))
    assert.match(body, /never guessed/)
  })

  test('readers see indicators and change none', async () => {
    assert.equal((await get(reader, 'indicators')).statusCode, 200)
    assert.equal((await get(reader, `indicators/new?agreement=${agreementId}`)).statusCode, 403)
    assert.equal((await post(reader, `indicators/new?agreement=${agreementId}`, typed())).statusCode, 403)
  })

  describe('one that is refused comes back as it was typed', () => {
    const check = (what: string, more: Fields, problem: RegExp) =>
      test(what, async () => {
        const { statusCode, body } = await post(
          officer,
          `indicators/new?agreement=${agreementId}`,
          typed({ note: 'Kept & shown', ...more }),
        )
        assert.equal(statusCode, 422)
        assert.match(body, problem)
        assert.match(body, /Kept &amp; shown<\/textarea>/)
        if (!('outcomeId' in more)) assert.match(body, new RegExp(`value="${outcomeIds[0]}" checked`))
      })

    check('without a title', { title: ' ' }, /href="#title">Enter a title/)
    check('with several references', { reference: 'NI 16 and 17' }, /href="#reference">Enter one reference/)
    check('without a polarity', { polarity: '' }, /href="#polarity">Select which way is better/)
    check('a rate per nothing', { ratePer: '' }, /href="#ratePer">Enter per how many/)
    check('with half a decimal place', { decimals: '0.5' }, /href="#decimals">Enter the number of decimal places/)
    check('with a tolerance of its own that is empty', { tolerance: '' }, /href="#tolerance">Enter the tolerance as a percentage/)
    check('led by nobody who is known', { leadId: '99999' }, /href="#leadId">Select the lead organisation/)
    check('serving an outcome that is not there', { outcomeId: ['99999'] }, /href="#outcomeId">Select outcomes/)
  })

  describe('an indicator', () => {
    let path = ''
    before(async () => {
      path = await add({ reference: 'ni111', contributorNames: 'Wexcombe Council\nYouth Trust', leadName: '' })
    })

    test('is kept as it was typed, its reference in its one form', async () => {
      const { body } = await get(officer, `${path}/edit`)
      assert.match(body, /value="NI 111"/)
      assert.match(body, /value="100000"/)
      assert.match(body, /value="10%"/)
      assert.match(body, /name="polarity"[^>]* value="lower" checked/)
      assert.match(body, /value="quarter" selected/)
      assert.match(body, new RegExp(`name="outcomeId"[^>]* value="${outcomeIds[0]}" checked`))
      for (const name of ['Wexcombe Council', 'Youth Trust']) assert.match(body, new RegExp(`checked[^>]*>\\s*<label[^>]*>\\s*${name}`))
    })

    test('has its reference to itself', async () => {
      const { statusCode, body } = await post(officer, `indicators/new?agreement=${agreementId}`, typed({ reference: 'NI-111' }))
      assert.equal(statusCode, 422)
      assert.match(body, /NI 111 is already the reference of First-time entrants/)
      assert.equal(
        (await post(officer, `${path}/edit`, typed({ edition: editionIn((await get(officer, `${path}/edit`)).body) }))).statusCode,
        303,
      )
    })

    test('stands in the list, in its agreement, and is found by a part of its title', async () => {
      const { body } = await get(reader, 'indicators')
      assert.match(body, /First-time entrants[\s\S]*NI 111[\s\S]*Children[\s\S]*Wexcombe Police[\s\S]*Every quarter[\s\S]*None/)
      assert.match((await get(reader, 'indicators?text=first-TIME')).body, /1 indicator</)
      assert.match((await get(reader, 'indicators?text=ni%20111')).body, /1 indicator</)
      assert.match((await get(reader, 'indicators?text=swimming')).body, /No indicator is called that/)
      const themes = [...body.matchAll(/value="(theme-\d+)"/g)].map(match => match[1])
      assert.match((await get(reader, `indicators?within=${themes[0]}`)).body, /1 indicator</)
      assert.match((await get(reader, `indicators?within=${themes[1]}`)).body, /No indicator is called that/)
      assert.match((await get(reader, `agreements/${agreementId}`)).body, /NI 111[\s\S]*First-time entrants/)
    })

    test('is not there for another partnership', async () => {
      const elsewhere = `/elmbridge/${path.split('/').slice(2).join('/')}/edit`
      assert.equal((await get(stranger, elsewhere)).statusCode, 404)
      assert.equal((await post(stranger, elsewhere, typed())).statusCode, 404)
    })

    test('of two who change it, the second is shown what the first did, and nothing they typed is lost', async () => {
      const edition = editionIn((await get(officer, `${path}/edit`)).body)
      await saved(post(administrator, `${path}/edit`, typed({ polarity: 'none', outcomeId: outcomeIds.map(String), edition })))
      const second = await post(officer, `${path}/edit`, typed({ title: 'First-time entrants', edition }))
      assert.equal(second.statusCode, 422)
      assert.match(second.body, /Somebody has changed this since you opened it/)
      assert.match(second.body, /href="#polarity">Which way is better is “Neither higher nor lower/)
      assert.match(second.body, /href="#outcomeId">What it serves is “Fewer young people get into trouble, Less crime” now/)
      assert.match(second.body, />First-time entrants<\/textarea>/)
      await saved(post(officer, `${path}/edit`, typed({ title: 'First-time entrants', edition: editionIn(second.body) })))
      assert.match((await get(officer, `${path}/edit`)).body, /name="polarity"[^>]* value="lower" checked/)
    })

    test('two who add the same reference at once: one is told, and nothing breaks', async () => {
      const answers = await Promise.all(
        [1, 2, 3].map(() => post(officer, `indicators/new?agreement=${agreementId}`, typed({ reference: 'L7' }))),
      )
      assert.deepEqual(
        answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b),
        [303, 422, 422],
      )
    })

    test('a refused one adds no organisation', async () => {
      await post(officer, `indicators/new?agreement=${agreementId}`, typed({ leadName: 'Nobody in particular' }))
      assert.doesNotMatch((await get(officer, 'organisations')).body, /Nobody in particular/)
    })

    test('is deferred with a reason, an owner and a day that is to come, and again not', async () => {
      const deferral = `${path}/deferral`
      const edition = editionIn((await get(officer, deferral)).body)
      const refused = await post(officer, deferral, {
        deferredReason: 'No baseline',
        deferredOwner: '',
        deferredReviewOn: '1 May 2009',
        edition,
      })
      assert.equal(refused.statusCode, 422)
      assert.match(refused.body, /href="#deferredOwner">Enter who answers for it/)
      assert.match(refused.body, />No baseline<\/textarea>/)
      const typed = { deferredReason: 'No baseline', deferredOwner: 'Amina', deferredReviewOn: '1/9/2009', edition }
      const gone = await post(officer, deferral, { ...typed, deferredReviewOn: '1 May 2009' })
      assert.match(gone.body, /must be today or later/)

      await saved(post(officer, deferral, typed))
      const { body } = await get(officer, deferral)
      assert.match(body, /value="1 September 2009"/)
      const second = await post(administrator, deferral, { ...typed, deferredOwner: 'Helen Marsh' })
      assert.equal(second.statusCode, 422)
      assert.match(second.body, /href="#deferredOwner">Who answers for it is “Amina” now/)
      assert.match(second.body, /value="Helen Marsh"/)
      assert.match((await get(reader, 'indicators')).body, /\(deferred\)/)
      await saved(post(officer, `${deferral}/end`))
      assert.doesNotMatch((await get(reader, 'indicators')).body, /\(deferred\)/)
    })

    test('is closed with a reason from a day on, and opened again', async () => {
      assert.match((await get(officer, `${path}/closure`)).body, /value="6 May 2009"/)
      const edition = editionIn((await get(officer, `${path}/closure`)).body)
      assert.equal((await post(officer, `${path}/closure`, { closedOn: 'yesterday', closedReason: '', edition })).statusCode, 422)
      await saved(post(officer, `${path}/closure`, { closedOn: '31/03/2009', closedReason: 'The national set ended', edition }))
      const second = await post(administrator, `${path}/closure`, { closedOn: '31/03/2010', closedReason: 'Nobody asks', edition })
      assert.match(second.body, /href="#closedReason">The reason is “The national set ended” now/)
      assert.match((await get(officer, `${path}/closure`)).body, /The national set ended/)
      assert.match((await get(reader, 'indicators')).body, /\(closed\)/)
      await saved(post(officer, `${path}/closure/end`))
      assert.doesNotMatch((await get(reader, 'indicators')).body, /\(closed\)/)
    })

    test('what files call it is shown, and taken away again', async () => {
      const id = Number(path.split('/').at(-1)) as IndicatorId
      const name = { indicator: 'FTE & co', measure: 'rate' }
      await visit('write', async db => {
        await db`insert into performance.series_name (indicator_id, name) values (${id}, ${db.json(name)})`
      })
      const { body } = await get(officer, `${path}/names`)
      assert.match(body, /indicator:<\/span> FTE &amp; co, <span class="gt-quiet">measure:<\/span> rate/)
      const kept = /name="name" value="([^"]+)"/.exec(body)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? ''
      await saved(post(officer, `${path}/names/removal`, { name: kept }))
      assert.match((await get(officer, `${path}/names`)).body, /There are no other names/)
    })

    test('with figures it stays; without, it can be removed', async () => {
      const id = Number(path.split('/').at(-1)) as IndicatorId
      await visit('write', async db => {
        await addTargets(db, [
          {
            indicatorId: id,
            areaId,
            kind: 'target',
            startsOn: day('2008-04-01'),
            endsOn: day('2009-03-31'),
            value: decimal('1200'),
            low: null,
            high: null,
          },
        ])
      })
      assert.match((await get(officer, `${path}/removal`)).body, /has 1 target, so it cannot be removed/)
      assert.equal((await post(officer, `${path}/removal`)).statusCode, 422)

      const empty = await add({ reference: 'L99' })
      assert.equal(await saved(post(officer, `${empty}/removal`)), `/wexcombe/agreements/${agreementId}`)
      assert.equal((await get(officer, `${empty}/edit`)).statusCode, 404)
    })
  })

  test('a list of more than a hundred has pages', async () => {
    await visit('write', async db => {
      await db`
        insert into performance.indicator (agreement_id, reference, title, polarity, value_type)
        select ${agreementId}, 'L2.' || n, 'Measure ' || n, 'higher', 'number' from generate_series(1, 120) n`
    })
    const { body } = await get(reader, 'indicators?text=measure')
    assert.match(body, /120 indicators/)
    assert.match(body, /href="indicators\?text=measure&amp;within=&amp;page=2"/)
    assert.equal([...(await get(reader, 'indicators?text=measure&page=2')).body.matchAll(/<tr class="govuk-table__row">/g)].length, 21)
  })
})
