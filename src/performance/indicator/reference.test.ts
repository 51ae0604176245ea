import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readReference, readReferences } from './reference.ts'

describe('references as papers write them', () => {
  const check = (text: string, ...expected: string[]) =>
    test(`${text}: ${expected.join(', ')}`, () => assert.deepEqual(readReferences(text), { references: expected, notes: [], unknown: [] }))

  check('NI8', 'NI 8')
  check('NI 008', 'NI 8')
  check('NI 8', 'NI 8')
  check('ni 8', 'NI 8')
  check('NI\u00a08.', 'NI 8')
  check('NI-8', 'NI 8')
  check('N.I. 8', 'NI 8')
  check('National Indicator 8', 'NI 8')
  check('NI 163/5', 'NI 163', 'NI 165')
  check('NI 16/18', 'NI 16', 'NI 18')
  check('NI 99/100', 'NI 99', 'NI 100')
  check('NIs 16, 18 and 19', 'NI 16', 'NI 18', 'NI 19')
  check('NIs 16, 18, and 19', 'NI 16', 'NI 18', 'NI 19')
  check('NI 16 & 18', 'NI 16', 'NI 18')
  check('NI 16, NI 18; NI 19', 'NI 16', 'NI 18', 'NI 19')
  check('NI 8/NI 9', 'NI 8', 'NI 9')
  check('NI 16-18', 'NI 16', 'NI 17', 'NI 18')
  check('NIs 16 to 18', 'NI 16', 'NI 17', 'NI 18')
  check('NI 16 and NI 16', 'NI 16')
  check('NI 72.1', 'NI 72.1')
  check('NI 72.1/2', 'NI 72.1', 'NI 72.2')
  check('L18.1', 'L18.1')
  check('l 18.1', 'L18.1')
  check('L18.1, L18.2 and BVPI 226', 'L18.1', 'L18.2', 'BVPI 226')
  check('BVPI226a', 'BVPI 226a')
  check('BV 226', 'BVPI 226')
  check('NI 198', 'NI 198')
  check('')
  check(' , ')
})

describe('what is said about a reference is a note', () => {
  const check = (text: string, expected: { references?: string[]; notes: string[] }) =>
    test(text, () => assert.deepEqual(readReferences(text), { references: [], unknown: [], ...expected }))

  check('Ex NI 192', { notes: ['Ex NI 192'] })
  check('NI 191 (related)', { notes: ['NI 191 (related)'] })
  check('Ex NI 192 and 193', { notes: ['Ex NI 192 and 193'] })
  check('formerly BVPI 226', { notes: ['formerly BVPI 226'] })
  check('NI 16, NI 18 (related)', { references: ['NI 16'], notes: ['NI 18 (related)'] })
})

describe('what is not known is shown as unknown', () => {
  const check = (text: string, expected: { references?: string[]; unknown: string[] }) =>
    test(text, () => assert.deepEqual(readReferences(text), { references: [], notes: [], ...expected }))

  check('TT1', { unknown: ['TT1'] })
  check('NI 8, TT1', { references: ['NI 8'], unknown: ['TT1'] })
  check('NI 199', { unknown: ['NI 199'] })
  check('NI 0', { unknown: ['NI 0'] })
  check('NI 45/4', { unknown: ['NI 45/4'] })
  check('NI 18-16', { unknown: ['NI 18-16'] })
  check('NI 190-250', { unknown: ['NI 190-250'] })
  check('8', { unknown: ['8'] })
  check('NI', { unknown: ['NI'] })
  check('NI 8 24.6%', { unknown: ['NI 8 24.6%'] })
  check('Household waste', { unknown: ['Household waste'] })
})

describe('the one reference of an indicator', () => {
  const check = (text: string, expected: string | null) => test(`${text}: ${expected}`, () => assert.equal(readReference(text), expected))

  check('NI008', 'NI 8')
  check(' TT1 ', 'TT1')
  check('C&YP  3', 'C&YP 3')
  check('Crime, and disorder 2', 'Crime, and disorder 2')
  check('NI 250', 'NI 250')
  check('NI 163/5', null)
  check('NI 8 and TT1', null)
  check('Ex NI 192', null)
  check('NI 191 (related)', null)
  check('', null)
  check('  ', null)
})

test('one form stays as it is', () => {
  const forms = fc.oneof(
    fc.integer({ min: 1, max: 198 }).map(number => `NI ${number}`),
    fc.tuple(fc.integer({ min: 1, max: 198 }), fc.integer({ min: 1, max: 99 })).map(([number, part]) => `NI ${number}.${part}`),
    fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 99 })).map(([number, part]) => `L${number}.${part}`),
    fc.integer({ min: 1, max: 999 }).map(number => `BVPI ${number}`),
  )
  fc.assert(fc.property(forms, form => assert.equal(readReference(form), form)))
  fc.assert(
    fc.property(fc.uniqueArray(forms, { minLength: 1, maxLength: 6 }), several =>
      assert.deepEqual(readReferences(several.join(', ')).references, several),
    ),
  )
})

test('nothing that was written is dropped', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), text => {
      const { references, notes, unknown } = readReferences(text)
      if (/[a-z0-9]/i.test(text)) assert.notEqual(references.length + notes.length + unknown.length, 0)
    }),
  )
})
