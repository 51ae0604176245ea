import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv } from './csv.ts'
import { decimal } from './decimal.ts'

const line = (...cells: Parameters<typeof csv>[0][number]) => csv([cells]).slice(1, -2)

test('a file begins with a byte order mark and its lines end as spreadsheets write them', () => {
  assert.equal(csv([['a', 'b'], ['c']]), '\ufeffa,b\r\nc\r\n')
})

test('commas, quotes and line ends stay within their cell', () => {
  assert.equal(line('a,b', 'say "no"', 'two\nlines', ' plain '), '"a,b","say ""no""","two\nlines", plain ')
})

test('what a spreadsheet would run as a formula is words', () => {
  assert.equal(line('=1+1', '+44', '-2', '@SUM(A1)', '\tx'), `'=1+1,'+44,'-2,'@SUM(A1),'\tx`)
})

test('a number stays a number with all its places', () => {
  assert.equal(line(decimal('-12.50'), 3, decimal('0.1234567890123456789'), null), '-12.50,3,0.1234567890123456789,')
})
