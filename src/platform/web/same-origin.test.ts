import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isFromOwnPage } from './same-origin.ts'

const check = (name: string, headers: Record<string, string>, expected: boolean) =>
  test(`${name}: ${expected ? 'taken' : 'refused'}`, () => assert.equal(isFromOwnPage(headers, 'https://goldthread.example'), expected))

check('a form of ours', { 'sec-fetch-site': 'same-origin' }, true)
check('an address typed again', { 'sec-fetch-site': 'none' }, true)
check('a form of another site', { 'sec-fetch-site': 'cross-site', origin: 'https://goldthread.example' }, false)
check('a form of a neighbour under the same domain', { 'sec-fetch-site': 'same-site' }, false)
check('over http, from our origin', { origin: 'https://goldthread.example' }, true)
check('over http, from another origin', { origin: 'https://elsewhere.example' }, false)
check('from nowhere in particular', { origin: 'null' }, false)
check('something that is no browser', {}, false)
