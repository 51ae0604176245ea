// What an organisation, a group and an area contribute: the numbers are the scorecard's own, whatever the period.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { owner, partnershipId, reader, get } = app
const words = (html: string) =>
  html
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const page = async (path: string, who = reader) => {
  const answer = await get(who, path)
  assert.equal(answer.statusCode, 200, path)
  return answer.body
}
const idOf = async (rows: PromiseLike<{ id: number }[]>): Promise<number> => (await rows)[0]?.id ?? assert.fail('It was not found')
const organisation = (name: string) =>
  idOf(owner<{ id: number }[]>`select id from partnership.organisation where partnership_id = ${partnershipId} and name = ${name}`)
const indicator = (reference: string) =>
  idOf(owner<{ id: number }[]>`select id from performance.indicator where partnership_id = ${partnershipId} and reference = ${reference}`)
const somebody = (name: string) =>
  idOf(owner<{ id: number }[]>`insert into partnership.person (partnership_id, name) values (${partnershipId}, ${name}) returning id`)

/** The tally of a section: judged, of how many, and how many in each band. */
const tallyAfter = (body: string, heading: string) => {
  const said = new RegExp(`${heading}\\s*</h[23]>\\s*<p class="gt-score__tally">(.*?)</p>`, 's').exec(body)?.[1] ?? assert.fail(heading)
  return said
    .replaceAll(/<a .*?<\/a>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

const police = await organisation('Wexcombe Police')
const council = await organisation('Wexcombe County Council')
const group = await idOf(owner`
  insert into partnership."group" (partnership_id, name, short_name, layer, kind)
  values (${partnershipId}, 'Night-time economy group', 'NTEG', 'operational', 'working-group') returning id`)
const seat = await idOf(owner`
  insert into partnership.seat (partnership_id, group_id, role, title, organisation_id, place)
  values (${partnershipId}, ${group}, 'chair', '', ${police}, 1) returning id`)
const vacant = await idOf(owner`
  insert into partnership.seat (partnership_id, group_id, role, title, organisation_id, begins_on, place)
  values (${partnershipId}, ${group}, 'member', 'Licensing', ${council}, '2026-05-06', 2) returning id`)
const [winifred, marcus] = [await somebody('Winifred Stroud'), await somebody('Marcus Petrie')]
await owner`
  insert into partnership.post (partnership_id, person_id, organisation_id, title)
  values (${partnershipId}, ${winifred}, ${police}, 'Superintendent'), (${partnershipId}, ${marcus}, ${police}, 'Licensing sergeant')`
await owner`insert into partnership.tenure (partnership_id, seat_id, person_id) values (${partnershipId}, ${seat}, ${winifred})`
await owner`insert into partnership.deputy (partnership_id, seat_id, person_id, place) values (${partnershipId}, ${vacant}, ${marcus}, 1)`

describe('the contribution of an organisation', () => {
  for (const period of ['', '&period=2025-26', '&period=2026-27-Q2'])
    test(`what it leads counts as on the scorecard${period === '' ? '' : ` of ${period.slice(8)}`}`, async () => {
      const shown = tallyAfter(await page(`organisations/${police}/contribution?${period.slice(1)}`), 'Leads')
      assert.equal(shown, tallyAfter(await page(`scorecard?by=lead&lead=${police}${period}`), 'Wexcombe Police'))
      assert.match(shown, /^Judged \d+ of \d+/)
    })

  test('each indicator has its judgement in the words of the scorecard, led and contributed to apart', async () => {
    const said = words(await page(`organisations/${police}/contribution`))
    assert.match(said, /What is our contribution Wexcombe Police .* Leads Judged .* Contributes to Judged .*led by /)
    const rows = (body: string) =>
      new Map(
        [...body.matchAll(/<tr class="govuk-table__row"><th scope="row".*?<\/tr>/gs)].map(([row]) => [
          /indicators\/\d+/.exec(row)?.[0],
          /<span class="gt-band.*?<\/span>/.exec(row)?.[0],
        ]),
      )
    const [own, scorecard] = [rows(await page(`organisations/${police}/contribution`)), rows(await page('scorecard?by=list'))]
    assert.ok(own.size > 3)
    for (const [name, judgement] of own) if (name !== undefined) assert.equal(judgement, scorecard.get(name), name)
  })

  test('shows its seats, its people and the deputies that it gives, without how to reach them', async () => {
    const said = words(await page(`organisations/${police}/contribution`))
    assert.match(said, /Chair Night-time economy group Winifred Stroud none/)
    assert.match(said, /People with a post here .*Marcus Petrie , Licensing sergeant .*Winifred Stroud , Superintendent/)
    assert.match(said, /Deputies that it gives .*Marcus Petrie , Night-time economy group: Member, Licensing/)
    assert.doesNotMatch(said, /@/)
    assert.match(
      words(await page(`organisations/${council}/contribution`)),
      /Night-time economy group Vacant since 6 May 2026 Marcus Petrie acts as deputy/,
    )
  })

  test('leads through its seat where no organisation is named, and says through whom', async () => {
    const id = await indicator('NI 16')
    const [before] = await owner<{ leadId: number }[]>`select lead_id from performance.indicator where id = ${id}`
    await owner`update performance.indicator set lead_id = null where id = ${id}`
    await owner`insert into performance.answerable (partnership_id, indicator_id, part, seat_id) values (${partnershipId}, ${id}, 'lead', ${seat})`
    const body = await page(`organisations/${police}/contribution`)
    assert.match(words(body), /NI 16 .*through Night-time economy group, chair \(Winifred Stroud\)/)
    assert.equal(tallyAfter(body, 'Leads'), tallyAfter(await page(`scorecard?by=lead&lead=${police}`), 'Wexcombe Police'))
    await owner`delete from performance.answerable where indicator_id = ${id}`
    await owner`update performance.indicator set lead_id = ${before?.leadId ?? null} where id = ${id}`
  })

  test('contributes through somebody of its own, whoever leads', async () => {
    const id = await indicator('NI 123')
    await owner`insert into performance.answerable (partnership_id, indicator_id, part, person_id) values (${partnershipId}, ${id}, 'lead', ${marcus})`
    assert.match(
      words(await page(`organisations/${police}/contribution`)),
      /Contributes to .*NI 123 [^<]*?led by NHS Wexcombe; through Marcus Petrie/,
    )
    await owner`delete from performance.answerable where indicator_id = ${id}`
  })

  test('says what is late and due of what it leads, and not of an earlier period', async () => {
    const assembly = await organisation('Wexcombe Voluntary Sector Assembly')
    assert.match(words(await page(`organisations/${assembly}/contribution`)), /Figures due and late .*L6\.2 .* Late since 30 October 2026/)
    assert.doesNotMatch(words(await page(`organisations/${assembly}/contribution?period=2025-26`)), /Figures due and late/)
    await owner`update platform.membership set role = 'scrutiny' where account_id = ${reader.accountId}`
    assert.doesNotMatch(words(await page(`organisations/${assembly}/contribution`)), /Figures due and late/)
    await owner`update platform.membership set role = 'reader' where account_id = ${reader.accountId}`
  })

  test('as CSV it has the columns of the scorecard, after what each is to it', async () => {
    const { headers, body } = await get(reader, `organisations/${police}/contribution.csv`)
    assert.match(String(headers['content-disposition']), /contribution-wexcombe-police-/)
    const [heading = '', ...rows] = body.trim().split('\r\n')
    const [scorecard = '', ...all] = (await get(reader, 'scorecard.csv?by=list')).body.trim().split('\r\n')
    assert.equal(heading.replace(/^\uFEFF/, ''), `Part,Through,${scorecard.replace(/^\uFEFF/, '')}`)
    assert.ok(rows.some(row => row.startsWith('leads,,')) && rows.some(row => row.startsWith('contributes,,')))
    for (const row of rows) assert.ok(all.includes(row.replace(/^(leads|contributes),,/, '')), row)
  })

  test('of whoever leads on nothing says so; of nobody there is no page', async () => {
    const id = await idOf(
      owner`insert into partnership.organisation (partnership_id, name) values (${partnershipId}, 'Friends of the canal') returning id`,
    )
    assert.match(
      words(await page(`organisations/${id}/contribution`)),
      /Friends of the canal leads on nothing and contributes to nothing yet\. .*No seat is for it\./,
    )
    for (const path of [
      'organisations/99999/contribution',
      'groups/99999/contribution',
      'areas/99999/contribution.csv',
      'areas/x/contribution',
    ])
      assert.equal((await get(reader, path)).statusCode, 404, path)
    assert.equal((await get(app.stranger, `organisations/${police}/contribution`)).statusCode, 404)
  })
})

test('a group leads what the scorecard shows under it, and says how what it answers for does', async () => {
  const said = words(await page(`groups/${group}/contribution`))
  assert.match(
    said,
    /leads on nothing and contributes to nothing yet\. .*Actions Nothing is open\. .*Seats 2 seats, 1 vacant, 1 without a deputy\. .*Licensing .*Vacant since 6 May 2026/,
  )
  const [id, other] = [await indicator('NI 16'), await indicator('NI 123')]
  const theme = await idOf(owner`select id from performance.theme where partnership_id = ${partnershipId} and title = 'Safer communities'`)
  await owner`
    insert into performance.answerable (partnership_id, indicator_id, part, group_id, seat_id)
    values (${partnershipId}, ${id}, 'lead', ${group}, null), (${partnershipId}, ${other}, 'contributor', null, ${seat})`
  await owner`insert into performance.responsibility (partnership_id, group_id, theme_id) values (${partnershipId}, ${group}, ${theme})`
  const body = await page(`groups/${group}/contribution`)
  assert.equal(tallyAfter(body, 'Leads'), tallyAfter(await page('scorecard?by=group'), 'Night-time economy group'))
  assert.match(words(body), /Contributes to .*NI 123 .*led by NHS Wexcombe; through Night-time economy group, chair \(Winifred Stroud\)/)
  const counted = tallyAfter(await page('scorecard'), 'Safer communities')
  assert.ok(words(body).includes(`Safer communities ${counted}`), counted)
})

test('an area has what is measured there, counted as on the scorecard of areas', async () => {
  const [district] = await owner<{ id: number; name: string }[]>`
    select area.id, area.name from partnership.area
     where area.partnership_id = ${partnershipId} and kind = 'district' and exists (select from performance.data_return where area_id = area.id)
     order by area.id limit 1`
  const { id, name } = district ?? assert.fail()
  const body = await page(`areas/${id}/contribution`)
  const scorecard = /<h2[^>]*id="area-\d+".*$/s.exec(await page('scorecard?by=area'))?.[0] ?? ''
  assert.equal(tallyAfter(body, 'Measured here'), tallyAfter(scorecard, name))
  assert.match(words(body), new RegExp(`What is our contribution ${name} .*led by `))
  assert.doesNotMatch(words(body), /Seats/)
  assert.match((await get(reader, `areas/${id}/contribution.csv`)).body, new RegExp(name))
  const empty = await idOf(
    owner`insert into partnership.area (partnership_id, name, kind) values (${partnershipId}, 'Saltings', 'ward') returning id`,
  )
  assert.match(words(await page(`areas/${empty}/contribution`)), /Nothing is measured in Saltings yet\./)
  assert.ok((await page('areas')).includes(`areas/${id}/contribution`))
  assert.ok(!(await page('areas')).includes(`areas/${empty}/contribution`))
})

test('home leads whoever has a seat or reports figures to what theirs contribute, and nobody else', async () => {
  assert.doesNotMatch(words(await page('home')), /What is our contribution/)
  await owner`update partnership.person set account_id = ${app.contributor.accountId} where id = ${winifred}`
  const body = await page('home', app.contributor)
  assert.match(words(body), /What is our contribution: Wexcombe Police , Night-time economy group/)
  assert.ok(body.includes(`/wexcombe/organisations/${police}/contribution`) && body.includes(`/wexcombe/groups/${group}/contribution`))
})
