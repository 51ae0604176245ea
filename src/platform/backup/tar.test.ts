import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { blockSize, endBlocks, headerOf, padding, readHeader } from './tar.ts'

describe('the header of a file in a tar', () => {
  const check = (name: string, size: number) =>
    test(`${name}, ${size} bytes`, () => assert.deepEqual(readHeader(headerOf({ name, size }, 1_241_602_200)), { name, size }))

  check('about.txt', 0)
  check('tables/performance.data_return.copy.gz', 123_456_789)
  check('a'.repeat(100), 1)
  check('tables/of eight gigabytes less one', 8 ** 11 - 1)
  check('tables/of eight gigabytes', 8 ** 11)
  check('tables/of a terabyte', 2 ** 40)

  test('one with another bit is none', () => {
    const header = headerOf({ name: 'about.txt', size: 12 }, 0)
    header[3] = (header[3] ?? 0) ^ 1
    assert.equal(readHeader(header), null)
  })

  test('the end is told from a header', () => assert.equal(readHeader(endBlocks.subarray(0, blockSize)), 'end'))
  test('half a block is none', () => assert.equal(readHeader(endBlocks.subarray(0, 100)), null))
  test('a name that would not fit is refused', () => assert.throws(() => headerOf({ name: 'a'.repeat(101), size: 0 }, 0), RangeError))
})

describe('what fills the last block', () => {
  const check = (size: number, expected: number) => test(`of ${size}`, () => assert.equal(padding(size), expected))
  check(0, 0)
  check(1, 511)
  check(512, 0)
  check(513, 511)
})
