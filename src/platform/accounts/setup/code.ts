import { randomInt } from 'node:crypto'

/** The one-time code proves that somebody can read what the server printed. 125 bits, in letters that are not taken for each other: a digest of it may be kept as it is. */
export function newCode(): string {
  const letters = Array.from({ length: 25 }, () => alphabet[randomInt(alphabet.length)] ?? '')
  return (letters.join('').match(/.{5}/g) ?? []).join('-')
}

/** As it is meant, however it was typed. */
export function plainCode(typed: string): string {
  return typed
    .toLowerCase()
    .replaceAll('o', '0')
    .replaceAll(/[il]/g, '1')
    .replaceAll(/[^0-9a-z]/g, '')
}

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
