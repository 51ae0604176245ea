import assert from 'node:assert/strict'
import { test } from 'node:test'
import { networkOf, openPace } from './pace.ts'

const minute = 60_000
const times = (count: number, ask: () => boolean) => Array.from({ length: count }, ask).filter(Boolean).length

test('one browser is answered so many times a minute, whatever others ask', () => {
  const pace = openPace(5)
  assert.equal(
    times(8, () => pace.allow('192.0.2.1', 'a', 0)),
    5,
  )
  assert.equal(
    times(8, () => pace.allow('192.0.2.1', 'b', minute - 1)),
    5,
  )
  assert.equal(
    times(8, () => pace.allow('192.0.2.1', 'a', minute)),
    5,
  )
})

test('a place ten times as many, also by who says that they are somebody else each time', () => {
  const pace = openPace(5)
  let number = 0
  assert.equal(
    times(80, () => pace.allow('192.0.2.1', `made up ${number++}`, 0)),
    50,
  )
  assert.equal(pace.allow('192.0.2.2', undefined, 0), true)
  assert.equal(pace.allow('192.0.2.1', undefined, 0), false)
})

test('a version 6 address counts with its network', () => {
  assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), networkOf('2001:db8:1:2:ffff::1'))
  assert.notEqual(networkOf('192.0.2.1'), networkOf('192.0.2.2'))
})
