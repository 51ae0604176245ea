import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T10:00:00Z', example: true })
const { get, post, officer, reader } = app
/** Of nine that are off target five have a review in Wexcombe; this one has none. */
const [direct] = await app.owner<{ id: number }[]>`select id from performance.indicator where reference = 'NI 130'`
const path = `indicators/${direct?.id}/review/2026-27-Q1`
const words = (html: string) =>
  html
    .replace(/^.*<main/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
const answers = {
  realistic: 'Yes: others reach 26%.',
  rationale: 'Who directs their own care stays well.',
  value: 'A visit costs £80.',
  reports: 'The inspection of 2025 found delays.',
  outcome: 'change-plan',
  note: 'More assessors in the north',
}
async function save(fields: Record<string, string>) {
  const form = formIn((await get(officer, `${path}/edit`)).body)
  return post(officer, `${path}/edit`, { ...form.fields, ...fields })
}
const listed = async (person = reader, query = '') => words((await get(person, `off-target${query}`)).body)

describe('what is off target', () => {
  test('is listed with its group, and how many are reviewed', async () => {
    assert.match(
      await listed(),
      /5 of 9 reviewed .*NI 130 People who direct their own social care Wexcombe County Council; Health and Wellbeing Partnership Off target/,
    )
    assert.match(await listed(), /NI 130 .*? Q1 2026-27 Partial No action of the plan is meant to move it\. No progress is reported /)
    assert.match(
      (await get(reader, 'off-target.csv')).body,
      /NI 130 .*,Partial,No action of the plan is meant to move it; No progress is reported,/,
    )
    assert.match((await get(officer, 'off-target')).body, new RegExp(`href="/wexcombe/${path}/edit">Not reviewed`))
    assert.match((await get(reader, 'off-target')).body, new RegExp(`href="/wexcombe/${path}">Not reviewed`))
  })

  test('can be narrowed to a group or a theme', async () => {
    const [group] = await app.owner<{ id: number }[]>`select id from partnership."group" where name = 'Health and Wellbeing Partnership'`
    const ofGroup = await listed(reader, `?group=${group?.id}`)
    assert.match(ofGroup, /1 of 3 reviewed .*NI 39 .*NI 130 .*NI 135 /)
    assert.doesNotMatch(ofGroup, /NI 171/)
    const reviewed = await listed(reader, '?reviewed=yes')
    assert.match(reviewed, /NI 135 /)
    assert.doesNotMatch(reviewed, /NI 130 /)
    assert.match(await listed(reader, '?reviewed=yes&group=none'), /None of them is what you look for/)
  })
})

describe('a review by the four Rs', () => {
  test('is refused with what was typed until each of the four is answered and something comes of it', async () => {
    const answer = await save({ realistic: 'Yes: others reach 26%.', onDay: '1 January 2027' })
    assert.equal(answer.statusCode, 422)
    for (const field of ['rationale', 'value', 'reports', 'outcome', 'onDay']) assert.match(answer.body, new RegExp(`href="#${field}"`))
    assert.doesNotMatch(answer.body, /href="#realistic"/)
    assert.match(answer.body, /Yes: others reach 26%\.<\/textarea>/)
    assert.match(answer.body, /cannot be in the future/)
  })

  test('comes back as a form when nothing at all is sent', async () => {
    assert.equal((await post(officer, `${path}/edit`, {})).statusCode, 422)
  })

  test('is not for whoever does not answer for the indicator', async () => {
    assert.equal((await get(reader, `${path}/edit`)).statusCode, 403)
    assert.equal((await post(reader, `${path}/edit`, answers)).statusCode, 403)
    assert.doesNotMatch(words((await get(reader, path)).body), /Review it/)
  })

  test('is kept with who, when, at which meeting and by which decision, and counted', async () => {
    const { body } = await get(officer, `${path}/edit`)
    const meeting = /name="meetingId".*?<option value="(\d+)"/s.exec(body)?.[1] ?? ''
    const decision = /name="decisionId".*?<option value="(\d+)"/s.exec(body)?.[1] ?? ''
    assert.equal((await save({ ...answers, meetingId: meeting, decisionId: decision })).statusCode, 303)
    const shown = words((await get(reader, path)).body)
    assert.match(
      shown,
      /Is its target realistic\? Yes: others reach 26%\. .*What comes of it Change the plan \. More assessors in the north Reviewed by Priya Nair, 22 November 2026, at /,
    )
    assert.match(shown, /Decided: /)
    assert.match(await listed(), /6 of 9 reviewed .*Change the plan : NI 130/)
    assert.match(
      (await get(officer, 'off-target.csv')).body,
      /NI 130.*,yes,Yes: others reach 26%\..*Change the plan,More assessors in the north,Priya Nair,2026-11-22/,
    )
  })

  test('the second of two who change it is shown what the first has changed', async () => {
    const second = formIn((await get(officer, `${path}/edit`)).body)
    assert.equal((await save({ outcome: 'escalate' })).statusCode, 303)
    const answer = await post(officer, `${path}/edit`, { ...second.fields, outcome: 'stop' })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /What comes of it is “Escalate” now/)
    const again = formIn(answer.body)
    assert.equal((await post(officer, `${path}/edit`, { ...again.fields, outcome: 'stop' })).statusCode, 303)
  })

  test('there is nothing to review where it is not off target', async () => {
    const [neet] = await app.owner<{ id: number }[]>`select id from performance.indicator where reference = 'NI 117'`
    const other = `indicators/${neet?.id}/review/2026-27-Q2`
    assert.match(words((await get(officer, other)).body), /not off target in this period, so there is nothing to review/)
    const form = formIn((await get(officer, `${other}/edit`)).body)
    const answer = await post(officer, `${other}/edit`, { ...form.fields, ...answers })
    assert.equal(answer.statusCode, 422)
    assert.match(answer.body, /not off target in this period/)
  })
})
