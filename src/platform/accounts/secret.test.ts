import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { freshDatabase } from '../../../test/database/index.ts'
import { openSeal, type Seal } from './secret.ts'

const { database } = await freshDatabase({ after })
const own = openSeal(null)
const set = openSeal('a setting of at least 32 characters')

const sealedBy = (seal: Seal, text: string) => database.platform(db => seal.sealed(db, text, 'authenticator 1'))
const openedBy = (seal: Seal, sealed: Buffer, about = 'authenticator 1') => database.platform(db => seal.opened(db, sealed, about))

test('what was sealed is opened, and does not show what it is', async () => {
  for (const seal of [own, set]) {
    const sealed = await sealedBy(seal, 'JBSWY3DPEHPK3PXP')
    assert.equal(await openedBy(seal, sealed), 'JBSWY3DPEHPK3PXP')
    assert.equal(sealed.includes('JBSW'), false)
    assert.notDeepEqual(await sealedBy(seal, 'JBSWY3DPEHPK3PXP'), sealed, 'the same is never sealed twice in the same way')
  }
})

test('the first two who need the key in the database get the same', async () => {
  await database.platform(db => db`delete from platform.sealing_key`)
  const [one, two] = await Promise.all([sealedBy(own, 'one'), sealedBy(own, 'two')])
  assert.deepEqual([await openedBy(own, one), await openedBy(own, two)], ['one', 'two'])
})

test('what was sealed before there was a setting still opens, and not the other way round', async () => {
  const [before, since] = [await sealedBy(own, 'before'), await sealedBy(set, 'since')]
  assert.equal(await openedBy(set, before), 'before')
  assert.equal(await openedBy(own, since), null)
  assert.equal(await openedBy(openSeal('another setting of 32 characters or so'), since), null)
})

test('nothing opens that was sealed for something else, or that is not as it was', async () => {
  const sealed = await sealedBy(own, 'text')
  assert.equal(await openedBy(own, sealed, 'authenticator 2'), null)
  for (let at = 1; at < sealed.length; at++) {
    const changed = Buffer.from(sealed)
    changed.writeUInt8((changed[at] ?? 0) ^ 1, at)
    assert.equal(await openedBy(own, changed), null, `byte ${at}`)
  }
  assert.equal(await openedBy(own, sealed.subarray(0, 20)), null)
  assert.equal(await openedBy(own, Buffer.alloc(0)), null)
})

test('a visit cannot read the key', async () => {
  const who = { partnershipId: 1, accountId: 1, name: 'Helen Marsh', requestId: 'test' }
  await assert.rejects(
    database.visit(who, 'read', db => db`select from platform.sealing_key`),
    /permission denied/,
  )
})
