import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isPublic } from './network.ts'

const check = (address: string, expected: boolean) =>
  test(`${address} is ${expected ? '' : 'not '}for everybody`, () => assert.equal(isPublic(address), expected))

check('20.190.128.1', true)
check('2603:1026:3000::1', true)
check('10.1.2.3', false)
check('127.0.0.1', false)
check('127.8.8.8', false)
check('0.0.0.0', false)
check('100.64.0.1', false)
check('169.254.169.254', false)
check('172.31.255.255', false)
check('172.32.0.1', true)
check('192.168.1.1', false)
check('192.0.2.7', false)
check('224.0.0.1', false)
check('255.255.255.255', false)
check('::1', false)
check('::', false)
check('::ffff:10.0.0.1', false)
check('64:ff9b::a00:1', false)
check('fd00::1', false)
check('fe80::1', false)
check('ff02::1', false)
check('2002:a00:1::', false)
check('2001:db8::1', false)
check('wexcombe.example', false)
