import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'
import { reportsFor } from '../../../test/web/reports-for.ts'
import type { OrganisationId } from '../../partnership/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const bare = await freshApp({ after })
const { get, officer, reader } = app
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const partsOf = (html: string) => [...html.matchAll(/<h2 class="govuk-heading-m"[^>]*>([^<]+)</g)].map(([, heading]) => heading)

describe('home', () => {
  test('is where the partnership opens', async () => {
    assert.equal((await get(reader, '/wexcombe')).headers.location, '/wexcombe/home')
  })

  test('shows a performance officer what is late and from whom, what needs attention and what is new', async () => {
    const { body } = await get(officer, 'home')
    assert.deepEqual(partsOf(body), ['Late figures', 'Delivery plans', 'Reviews to be held', 'Needs attention', 'What is new'])
    const page = words(body)
    assert.match(page, /Judged 41 of 53 /)
    assert.match(
      page,
      /L6\.2 Hours given by volunteers Q2 2026-27\. Late since 30 October 2026, from Wexcombe Voluntary Sector Assembly Enter the figure/,
    )
    assert.match(page, /Needs attention NI 130 People who direct their own social care Off target, Late/)
    assert.match(page, /What is new .* for (Q2|July|October) /)
    assert.match(body, /href="\/wexcombe\/scorecard\?judgement=off-target"/)
    const enter = /href="([^"]+returns\/new\?area=\d+&amp;period=2026-27-Q2)"/.exec(body)?.[1]?.replace('&amp;', '&') ?? assert.fail()
    assert.equal((await get(officer, enter)).statusCode, 200)
  })

  test('asks a contributor for the figures of their own organisations, and nobody else’s', async () => {
    const [body] = await app.owner<
      { id: OrganisationId }[]
    >`select id from partnership.organisation where name = 'Wexcombe Voluntary Sector Assembly'`
    await app.owner`update platform.membership set role = 'contributor' where account_id = ${reader.accountId}`
    assert.ok(body)
    await reportsFor(app, reader, [body.id], '2026-11-22')
    const page = words((await get(reader, 'home')).body)
    assert.match(page, /Due from you .*L6\.2 Hours given by volunteers Q2 2026-27\. Late since 30 October 2026 Enter the figure/)
    assert.doesNotMatch(page.split('Needs attention')[0] ?? '', /NI 123/)
    await reportsFor(app, reader, [], '2026-11-22')
    assert.match(words((await get(reader, 'home')).body), /Nothing is due from you in the next 30 days\./)
    await app.owner`update platform.membership set role = 'reader' where account_id = ${reader.accountId}`
  })

  test('asks a reader for nothing, and shows what a board wants to know', async () => {
    const { body } = await get(reader, 'home')
    assert.deepEqual(partsOf(body), ['Needs attention', 'What is new'])
    assert.doesNotMatch(words(body), /Enter the figure/)
  })

  test('leads to what to begin with where there is no agreement', async () => {
    assert.equal((await bare.get(bare.officer, 'home')).headers.location, '/wexcombe/scorecard')
    assert.equal((await get(app.stranger, 'home')).statusCode, 404)
  })
})
