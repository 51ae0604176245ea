import type { Chance } from './chance.ts'

/** Would be seen in a page as an element if it were ever shown as it was sent. */
export const element = '<fuzz-element onclick=x>'

/** What nobody types and some send: each has broken some program. */
export const hostileTexts: readonly string[] = [
  '',
  ' ',
  '\t\n\r',
  '\0',
  'a\0b',
  '\u001b[31m',
  '\u202eevil\u202c',
  '\u2066left\u2069',
  '\ufeffname',
  '\u00a0',
  '\u200b',
  '\ud800',
  '\udfff\ud800',
  '\uffff',
  '𝟙𝟚𝟛',
  'e\u0301'.repeat(300),
  '👩‍👩‍👧‍👦'.repeat(60),
  'İıẞß',
  element,
  `"'>${element}`,
  '</textarea></select></title><!--',
  '{{ 7 * 7 }}{% include "/etc/passwd" %}',
  "'; drop table performance.indicator; --",
  '%00%ff%2e%2e%2f',
  '../../../../etc/passwd',
  '//elsewhere.example/',
  '\\\\elsewhere.example\\',
  'javascript:alert(1)',
  'http://elsewhere.example/',
  '=cmd|"/c calc"!A1',
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'undefined',
  'null',
  'NaN',
  'Infinity',
  '-0',
  '0',
  '1',
  '-1',
  '00',
  '0x10',
  '1e1000',
  '1e-1000',
  '1E5',
  '.',
  '-',
  '+',
  ',',
  '1,234,567.89',
  '1.234.567,89',
  '12%',
  '£1.2m',
  '１２３',
  '1/2',
  '2147483647',
  '2147483648',
  '9007199254740993',
  '9223372036854775807',
  '9223372036854775808',
  '9'.repeat(400),
  `0.${'0'.repeat(400)}1`,
  '2008-09',
  '2008/2009',
  'Q1 2008',
  'Q5 2008-09',
  'June 2008',
  '31 February 2009',
  '29 February 2008',
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '+275760-09-13',
  '999999-12-31',
  '-000001-01-01',
  '2008-04-01_2009-03-31',
  '20080401',
  '1 April 12008',
  'x'.repeat(41),
  'x'.repeat(201),
  'x'.repeat(1_001),
  'word '.repeat(4_000),
  '(('.repeat(2_000),
  '\n'.repeat(5_000),
]

export function hostileText(chance: Chance): string {
  const one = chance.pick(hostileTexts)
  if (chance.may(0.15)) return one + chance.pick(hostileTexts)
  if (chance.may(0.15)) return randomText(chance)
  return one
}

/** From all over Unicode, halves of characters included. */
function randomText(chance: Chance): string {
  const upTo = chance.pick([0x80, 0x300, 0x3000, 0x10000])
  return String.fromCharCode(...chance.times(40, () => chance.below(upTo)))
}

/** As a browser would send it, where that can be; else with the bytes that no browser sends. */
export function urlEncoded(text: string, chance: Chance): string {
  const encoded = encodeURIComponent(text.toWellFormed()).replaceAll('%20', '+')
  if (!text.isWellFormed()) return `${encoded}%ED%A0%80`
  return chance.may(0.03) ? encoded + chance.pick(['%', '%G1', '%C3', '%ff', '%u1234', '&', '=', '[]', ';']) : encoded
}
