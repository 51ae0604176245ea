import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openOpenId } from './openid.ts'

test('a provider that cannot be asked is told of to whoever watches, with why', async () => {
  const told: string[] = []
  const openId = openOpenId({ failed: ({ name }, why) => void told.push(`${name}: ${why}`) })
  const connection = {
    id: 1,
    partnershipId: 1,
    key: 'k',
    name: 'Council',
    issuer: 'https://127.0.0.1',
    clientId: 'c',
    countsAsSecondFactor: false,
  }
  const answer = await openId.describe({ ...connection, secret: null }, Temporal.Now.instant())
  assert.equal(answer.accepted, false)
  assert.equal(told.length, 1)
  assert.match(told[0] ?? '', /^Council: .*private network/)
})
