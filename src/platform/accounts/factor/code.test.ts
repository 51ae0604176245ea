import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { acceptCode, inFours, keyAddress, newKey } from './code.ts'

/** That of RFC 6238: the bytes 12345678901234567890. */
const key = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'
const at = (second: number) => Temporal.Instant.fromEpochMilliseconds(second * 1000)

describe('the codes of RFC 6238, appendix B, of which six digits are the last six of eight', () => {
  const check = (second: number, eight: string) =>
    test(`${eight} in second ${second}`, () =>
      assert.deepEqual(acceptCode(key, 0, eight.slice(2), at(second)), { accepted: true, value: Math.floor(second / 30) }))

  check(59, '94287082')
  check(1111111109, '07081804')
  check(1111111111, '14050471')
  check(1234567890, '89005924')
  check(2000000000, '69279037')
  check(20000000000, '65353130')
})

describe('the code 081804, which an app shows from second 1111111080 to 1111111109', () => {
  const step = 37037036
  const check = (name: string, second: number, lastStep: number, typed: string, expected: RegExp | number) =>
    test(name, () => {
      const ruling = acceptCode(key, lastStep, typed, at(second))
      if (typeof expected === 'number') assert.deepEqual(ruling, { accepted: true, value: expected })
      else assert.match(ruling.accepted ? 'accepted' : (ruling.problems[0]?.text ?? ''), expected)
    })

  check('is right while it is shown', 1111111080, 0, '081804', step)
  check('is right half a minute later, and belongs to when it was shown', 1111111139, 0, '081804', step)
  check('is right on a telephone that is half a minute ahead', 1111111050, 0, '081804', step)
  check('is not right a minute later', 1111111140, 0, '081804', /^That code is not right/)
  check('is not right on a telephone that is more than half a minute ahead', 1111111049, 0, '081804', /^That code is not right/)
  check('is right as an app shows it, in two groups', 1111111100, 0, ' 081 804 ', step)
  check('is not accepted twice', 1111111100, step, '081804', /^That code was used already/)
  check('is not accepted after a later one was', 1111111100, step + 1, '081804', /^That code was used already/)
  check('is accepted after the one before it', 1111111100, step - 1, '081804', step)
  check('is not 081805', 1111111100, 0, '081805', /^That code is not right/)
  check('has six digits', 1111111100, 0, '81804', /^Enter the six digits/)
  check('has six digits, not letters', 1111111100, 0, 'abcdef', /^Enter the six digits/)
  check('is not empty', 1111111100, 0, '', /^Enter the six digits/)
})

test('a key is 160 bits that are new each time', () => {
  assert.match(newKey(), /^[A-Z2-7]{32}$/)
  assert.notEqual(newKey(), newKey())
})

test('a key is shown in groups of four and given to an app with whose it is', () => {
  assert.equal(inFours(key), 'GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
  assert.equal(
    keyAddress(key, 'sam@trafford.example'),
    `otpauth://totp/Goldthread:sam%40trafford.example?issuer=Goldthread&secret=${key}&algorithm=SHA1&digits=6&period=30`,
  )
})
