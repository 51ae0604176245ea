import assert from 'node:assert/strict'
import { test } from 'node:test'
import { browserName } from './session.ts'

const check = (agent: string, expected: string) => test(expected, () => assert.equal(browserName(agent), expected))

check('Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Windows')
check(
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
  'Edge on Windows',
)
check(
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
  'Safari on iPhone',
)
check('curl/8.0', 'Another browser')
