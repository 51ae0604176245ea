import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { exampleStanding } from '../standing/example.ts'
import { type Defined, type DefinitionChange, isRedefined, redefine } from './definition.ts'

const { indicator } = exampleStanding()
const defined: Defined = { ...indicator, unit: 'adults' }

describe('what is counted reads otherwise', () => {
  const check = (name: string, changes: Partial<Defined>, isSo: boolean, before: Partial<Defined> = {}) =>
    test(`${name}: ${isSo ? 'yes' : 'no'}`, () =>
      assert.equal(isRedefined({ ...defined, ...before }, { ...defined, ...before, ...changes }), isSo))
  check('nothing', {}, false)
  check('other words', { definition: 'Adults who take part once a week.' }, true)
  check('a space more', { definition: `${defined.definition} ` }, false)
  check('what was left open', { definition: 'Adults' }, false, { definition: '' })
  check('another unit', { unit: 'people' }, true)
  check('another kind of value', { valueType: 'number' }, true)
  check('another source', { source: 'Residents’ survey' }, true)
})

describe('a new definition', () => {
  const version = (from: string): DefinitionChange => ({ kind: 'version', from: day(from), reason: 'Once a week', isComparable: false })
  const former = [{ ...defined, replacedOn: day('2008-04-01'), reason: '', replacedByName: '' }]
  const today = day('2009-05-06')
  test('holds from a day that has come', () => {
    assert.equal(redefine(version('2009-05-06'), [], today).accepted, true)
    assert.equal(redefine(version('2009-05-07'), [], today).accepted, false)
  })
  test('comes after the one before it', () => {
    assert.equal(redefine(version('2008-04-02'), former, today).accepted, true)
    assert.equal(redefine(version('2008-04-01'), former, today).accepted, false)
  })
})
