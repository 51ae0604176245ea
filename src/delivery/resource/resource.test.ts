import assert from 'node:assert/strict'
import { test } from 'node:test'
import { decimal, toText } from '../../kernel/decimal.ts'
import { byPartner, bySource, fteInWords, type Given, poundsInWords, sumInWords, sumOf } from './resource.ts'

const police = { id: 1, name: 'Wexcombe Police' }
const council = { id: 2, name: 'Arnemouth Borough Council' }
const given = (partner: Given['partner'], fte: string | null, pence: number | null, source = ''): Given => ({
  partner,
  fte: fte === null ? null : decimal(fte),
  pence,
  source,
})
const all = [
  given(police, '0.1', 1_000_001, 'Area Based Grant'),
  given(null, '0.2', 1),
  given(council, '0.7', null),
  given(police, null, 9_999_998, 'area based grant'),
]

test('posts and pounds add up exactly', () => {
  const { fte, pence } = sumOf(all)
  // In binary floating point 0.1 + 0.2 + 0.7 is not 1.
  assert.equal(fteInWords(fte), '1')
  assert.equal(pence, 11_000_000n)
  assert.equal(sumInWords({ fte, pence }), '1 full-time equivalent and £110,000')
})

test('what partners put in adds up to the whole, and who is not known yet is named as such, last', () => {
  const shares = byPartner(all)
  assert.deepEqual(
    shares.map(({ name, fte, pence }) => [name, toText(fte), pence]),
    [
      ['Arnemouth Borough Council', '0.7', 0n],
      ['Wexcombe Police', '0.1', 10_999_999n],
      ['Partner not known yet', '0.2', 1n],
    ],
  )
  assert.equal(
    shares.reduce((sum, { pence }) => sum + pence, 0n),
    sumOf(all).pence,
  )
})

test('sources of money add up to the money, however they are written', () => {
  assert.deepEqual(
    bySource(all).map(({ name, pence }) => [name, pence]),
    [
      ['Area Based Grant', 10_999_999n],
      ['Source not said', 1n],
    ],
  )
})

const pounds = (pence: bigint, expected: string) => test(expected, () => assert.equal(poundsInWords(pence), expected))
pounds(1_250_000n, '£12,500')
pounds(1_250_050n, '£12,500.50')
pounds(1n, '£0.01')
pounds(900_719_925_474_099_300n, '£9,007,199,254,740,993')

const fte = (typed: string, expected: string) => test(`${typed} posts`, () => assert.equal(fteInWords(decimal(typed)), expected))
fte('1.50', '1.5')
fte('0.25', '0.25')
fte('10.00', '10')
fte('1000', '1,000')
