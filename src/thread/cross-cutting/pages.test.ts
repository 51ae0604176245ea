import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshApp, somebody } from '../../../test/web/index.ts'

const now = '2026-11-25T09:30:00Z'
const app = await freshApp({ after }, { now, example: true })
const { owner, partnershipId } = app
const scrutiny = await app.database.platform(db =>
  somebody(db, { partnershipId, name: 'Owen Pike', role: 'scrutiny', now: Temporal.Instant.from(now) }),
)
const words = (body: string) =>
  body
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

test('an action of several themes is listed, marked where its plan stands, and told to whom it matters', async () => {
  const shown = words((await app.get(scrutiny, 'cross-cutting')).body)
  assert.match(
    shown,
    /The same worker before and after custody CYP-PLAN\/260401\/14, Children and Young People’s Trust Children and young people; Safer communities NI 18 , NI 19 Safer Wexcombe Partnership/,
  )
  assert.doesNotMatch(shown, /Carers are seen at home/)
  const [plan] = await owner<{ id: number }[]>`select id from delivery.plan where short_name = 'CYP-PLAN'`
  const [planned] = await owner<{ id: number }[]>`
    select planned_action.id from delivery.planned_action join actions.action on action.id = action_id where action.text like 'The same worker%'`
  assert.match(
    words((await app.get(scrutiny, `plans/${plan?.id}/actions/${planned?.id}`)).body),
    /NI 19.{0,60} Cross-cutting: Children and young people; Safer communities/,
  )
  assert.match(
    words((await app.get(scrutiny, `plans/${plan?.id}`)).body),
    /The same worker before and after custody [^.]{0,80}Cross-cutting: Children and young people; Safer communities/,
  )
})

test('what is only proposed is there for whoever takes part, and said to be so', async () => {
  const [plan] = await owner<{ id: number }[]>`
    update delivery.plan set state = 'draft' where short_name = 'CYP-PLAN' returning id`
  await owner`update actions.action set state = 'proposed' where source = 'plan' and source_id = ${plan?.id ?? 0} and state = 'open'`
  assert.doesNotMatch(words((await app.get(scrutiny, 'cross-cutting')).body), /The same worker/)
  assert.match(
    words((await app.get(app.reader, 'cross-cutting')).body),
    /The same worker before and after custody CYP-PLAN\/260401\/14, Children and Young People’s Trust Proposed/,
  )
})
