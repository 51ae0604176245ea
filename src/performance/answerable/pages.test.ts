// Groups, seats and people lead indicators and contribute to them: named in the form, shown in person, and they report.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn, type ShownForm } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'
import { exampleSetting } from '../closing/example.ts'

const app = await freshApp({ after })
const { owner, partnershipId, reader, officer, get, post } = app
const { burglary, fires, county, fire, agreementId } = await exampleSetting(app)

const [safer] = await owner<{ id: number }[]>`
  insert into partnership."group" (partnership_id, name, short_name, layer, kind)
  values (${partnershipId}, 'Safer Wexcombe', 'SW', 'operational', 'thematic-partnership') returning id`
const [chair] = await owner<{ id: number }[]>`
  insert into partnership.seat (partnership_id, group_id, role, organisation_id) values (${partnershipId}, ${safer?.id ?? 0}, 'chair', ${fire}) returning id`
const people = await owner<{ id: number; name: string }[]>`
  insert into partnership.person (partnership_id, name)
  values (${partnershipId}, 'Amina Khan'), (${partnershipId}, 'Joe Bell'), (${partnershipId}, 'Tom Birch'), (${partnershipId}, 'Tom Birch') returning id, name`
const person = (name: string): number => people.find(each => each.name === name)?.id ?? 0
await owner`insert into partnership.tenure (partnership_id, seat_id, person_id) values (${partnershipId}, ${chair?.id ?? 0}, ${person('Amina Khan')})`
await owner`insert into partnership.deputy (partnership_id, seat_id, person_id) values (${partnershipId}, ${chair?.id ?? 0}, ${person('Joe Bell')})`

const open = async (indicator: number): Promise<ShownForm> => formIn((await get(officer, `indicators/${indicator}/edit`)).body)
const save = async (indicator: number, fields: Readonly<Record<string, string>>) =>
  post(officer, `indicators/${indicator}/edit`, { ...(await open(indicator)).fields, ...fields })
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const answerable = async () =>
  (
    await owner<{ said: string }[]>`
      select concat_ws(' ', part, case when group_id is not null then 'group' when seat_id is not null then 'seat' else 'person' end) as said
        from performance.answerable order by 1`
  ).map(({ said }) => said)

describe('who answers for an indicator', () => {
  test('a group leads it, a person contributes, and the page says who that is today', async () => {
    const answer = await save(burglary, { groupLeadId: String(safer?.id), contributorNames: 'amina khan\nStreet wardens' })
    assert.equal(answer.statusCode, 303, answer.body)
    assert.deepEqual(await answerable(), ['contributor person', 'lead group'])
    const page = words((await get(reader, `indicators/${burglary}`)).body)
    assert.match(page, /Lead Wexcombe Police Safer Wexcombe \(Amina Khan\) Contributors Street wardens Wexcombe County Council Amina Khan /)

    await owner`insert into partnership.absence (partnership_id, person_id, begins_on) values (${partnershipId}, ${person('Amina Khan')}, '2009-05-01')`
    assert.match(words((await get(reader, `indicators/${burglary}`)).body), /Safer Wexcombe \(Amina Khan, acting: Joe Bell\)/)
    await owner`delete from partnership.absence`
  })

  test('the form shows it again, and saving it changes nothing', async () => {
    const { fields } = await open(burglary)
    assert.deepEqual(fields['groupLeadId'], [String(safer?.id)])
    assert.deepEqual(fields['contributorNames'], ['Amina Khan'])
    const before = await owner`select count(*) from platform.history where subject = 'performance.answerable'`
    assert.equal((await save(burglary, {})).statusCode, 303)
    assert.deepEqual(await owner`select count(*) from platform.history where subject = 'performance.answerable'`, before)
  })

  test('a name of two is refused with a sentence, and nothing is lost', async () => {
    const answer = await save(burglary, { contributorNames: 'Tom Birch' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /href="#contributorNames">2 are called Tom Birch: a person and a person/)
    assert.match(answer.body, />Tom Birch<\/textarea>/)
    assert.deepEqual(await answerable(), ['contributor person', 'lead group'])
  })

  test('a lead that is not in the list is refused', async () => {
    assert.match((await save(burglary, { seatLeadId: '99999' })).body, /href="#seatLeadId">Select the lead seat from the list/)
    assert.match((await save(burglary, { personLeadId: 'Amina' })).body, /href="#personLeadId">Select the lead person from the list/)
  })

  test('the scorecard turns by lead group, what none leads comes last', async () => {
    const page = words((await get(reader, 'scorecard?by=group')).body)
    assert.match(page, /Safer Wexcombe .*NI 16.*No lead group .*NI 49/)
    assert.match((await get(reader, 'scorecard.csv?by=group')).body, /Lead group/)
  })

  test('where no organisation is named the lead organisation is that of the seat', async () => {
    assert.equal((await save(burglary, { leadId: '', groupLeadId: '', seatLeadId: String(chair?.id) })).statusCode, 303)
    assert.match(words((await get(reader, 'scorecard?by=lead')).body), /Wexcombe Fire and Rescue Service .*NI 16.*NI 49/)
    assert.match(
      words((await get(reader, `indicators/${burglary}`)).body),
      /Lead Wexcombe Fire and Rescue Service Safer Wexcombe, chair \(Amina Khan\)/,
    )
    assert.match(words((await get(reader, `closings/${agreementId}/2008-09-Q4`)).body), /NI 16 Burglaries Wexcombe Fire and Rescue Service/)
  })

  test('whoever sits there reports it, and nobody else’s', async () => {
    const report = (indicator: number) =>
      post(reader, `indicators/${indicator}/returns/new`, {
        areaId: String(county),
        period: 'Q4 2008-09',
        value: '40',
        answer: 'figure',
        status: 'final',
        source: '',
      })
    assert.equal((await report(burglary)).statusCode, 403)
    await owner`update partnership.person set account_id = null where account_id = ${reader.accountId}`
    await owner`update partnership.person set account_id = ${reader.accountId} where id = ${person('Amina Khan')}`
    assert.equal((await report(fires)).statusCode, 403)
    assert.equal((await report(burglary)).statusCode, 303)
    assert.match(words((await get(reader, `closings/${agreementId}/2008-09-Q4`)).body), /Submit all mine \(1\)/)
  })
})
