import assert from 'node:assert/strict'
import { statSync } from 'node:fs'
import { describe, test } from 'node:test'
import { breachedFile, digestsOf } from './breached.ts'
import { hashOf, isPassphrase } from './hash.ts'
import { choosePassphrase } from './passphrase.ts'

describe('a passphrase', () => {
  const check = (text: string, expected: RegExp | null) =>
    test(`${text.slice(0, 40)}: ${expected ? 'refused' : 'taken'}`, () => {
      const ruling = choosePassphrase(text, ['amina.khan@wexcombe.example', 'Amina Khan'], 'passphrase')
      if (expected === null) return assert.ok(ruling.accepted)
      assert.ok(!ruling.accepted)
      assert.match(ruling.problems[0]?.text ?? '', expected)
      assert.equal(ruling.problems[0]?.field, 'passphrase')
    })

  check('a walk along the canal', null)
  check('correcthorsebattery', null)
  check('zażółć gęślą jaźń', null)
  check('🧵🧵🪡🧶🧵🪡🧶🧵🪡🧶🪡🧶', null)
  check('gold-thread ⭐⭐⭐', /tried first/)
  check('aaaabbbbccccdddd 1987 rain', null)
  check('', /Enter a passphrase/)
  check('eleven char', /at least 12 characters/)
  check('x'.repeat(201), /200 characters or fewer/)
  check('passwordpassword', /tried first/)
  check('Password123456', /tried first/)
  check('letmein-letmein!', /tried first/)
  check('abcabcabcabcabc', /tried first/)
  check('aaaaaaaaaaaaaa', /tried first/)
  check('abcdefghijklmnop', /tried first/)
  check('correct horse battery staple', /tried first/)
  check('1qaz2wsx3edc', /stolen from other sites/)
  check('Unbelievable', /stolen from other sites/)
  check('final-fantasy', /stolen from other sites/)
  check('Amina Khan 99', /not your name/)
  check('amina.khan@wexcombe.example', /not your name/)
})

test('those that were found in breaches are known, more than the three thousand that a list should have', () => {
  assert.ok(statSync(breachedFile).size / 5 > 40_000)
  const digests = digestsOf(['short', 'Long enough, it is', 'long enough, it is', 'another of them'], 12)
  assert.equal(digests.length, 2 * 5)
  assert.ok(digests.subarray(0, 5).compare(digests.subarray(5)) < 0)
})

test('only the passphrase itself opens, however its letters are composed', async () => {
  const hash = await hashOf('caf\u00e9 by the canal')
  assert.match(hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.equal(await isPassphrase(hash, 'cafe\u0301 by the canal'), true)
  assert.equal(await isPassphrase(hash, 'cafe by the canal'), false)
  assert.equal(await isPassphrase(null, 'nobody signs in with this'), false)
})
