import assert from 'node:assert/strict'
import { test } from 'node:test'
import { slugOf } from './address.ts'

const check = (name: string, expected: string) => test(`${name} is at /${expected}`, () => assert.equal(slugOf(name), expected))

check('Trafford Partnership', 'trafford-partnership')
check('Herefordshire & Worcestershire', 'herefordshire-and-worcestershire')
check('St Helen’s', 'st-helens')
check('Ynys Môn', 'ynys-mon')
check('  --Wexcombe--  ', 'wexcombe')
check('Help', 'help-partnership')
check('東京', 'partnership')
check('The very long name of a partnership of the county and of all its districts', 'the-very-long-name-of-a-partnership-of-the-county')
