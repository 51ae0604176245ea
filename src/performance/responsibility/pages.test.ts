import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { addressesIn } from '../../../test/pages/addresses.ts'
import { formIn } from '../../../test/web/form.ts'
import { freshApp } from '../../../test/web/index.ts'

const app = await freshApp({ after }, { now: '2026-11-22T09:30:00Z', example: true })
const address = await addressesIn(app)
const [group, theme, outcome] = ['group', 'theme', 'outcome'].map(name => address({ path: `/:${name}` }).slice(1))
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
const path = `groups/${group}/responsibilities`
const [titles] = await app.owner<{ theme: string; outcome: string }[]>`
  select theme.title as theme, outcome.title as outcome from performance.theme join performance.outcome on outcome.theme_id = theme.id where outcome.id = ${outcome ?? ''}`

test('a group answers for an outcome, then for the whole theme, then for nothing', async () => {
  assert.match(words((await app.get(app.reader, `groups/${group}`)).body), /Answers for no theme or outcome yet/)
  const save = async (answersFor: string[]) =>
    app.post(app.officer, path, { edition: formIn((await app.get(app.officer, path)).body, path).fields['edition'] ?? '', answersFor })

  assert.equal((await save([`outcome-${outcome}`, 'outcome-999999', 'nonsense'])).statusCode, 303)
  assert.ok(words((await app.get(app.reader, `groups/${group}`)).body).includes(`Answers for ${titles?.outcome}`))
  assert.equal((await save([`outcome-${outcome}`, `theme-${theme}`])).statusCode, 303)
  const kept = await app.owner`select theme_id, outcome_id from performance.responsibility where group_id = ${Number(group)}`
  assert.deepEqual(
    kept.map(each => ({ ...each })),
    [{ themeId: Number(theme), outcomeId: null }],
    'an outcome of a theme that is answered for is not kept besides',
  )
  assert.ok(words((await app.get(app.reader, `groups/${group}`)).body).includes(`Answers for ${titles?.theme}`))
  assert.ok(words((await app.get(app.reader, 'leads?seats=all')).body).includes(`Rural access group: ${titles?.theme}`))
  assert.match((await app.get(app.reader, 'structure')).body, /Answers for/)

  assert.equal((await save([])).statusCode, 303)
  assert.equal((await app.owner`select from performance.responsibility where group_id = ${Number(group)}`).length, 0)
})
