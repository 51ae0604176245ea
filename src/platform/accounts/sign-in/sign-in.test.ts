import assert from 'node:assert/strict'
import { test } from 'node:test'
import { localPath } from './sign-in.ts'

const check = (asked: string, expected: string | null) =>
  test(`${asked} leads to ${expected}`, () => assert.equal(localPath(asked), expected))

check('/wexcombe/scorecard?period=2008-09#safer', '/wexcombe/scorecard?period=2008-09#safer')
check('/', '/')
check('', null)
check('wexcombe', null)
check('https://elsewhere.example/', null)
check('//elsewhere.example/', null)
check('/\\elsewhere.example/', null)
check('/\t/elsewhere.example/', null)
check('/.//elsewhere.example/', null)
check('javascript:alert(1)', null)
