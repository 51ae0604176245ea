import { newCode } from '../setup/code.ts'

/** Kept for the day when the telephone is lost: each lets one in once in place of the second factor. */
export const howMany = 10

export const newRecoveryCodes = (): readonly string[] => Array.from({ length: howMany }, newCode)

/** To keep as a file, in words that say what it is when it is found years later. */
export const asText = (codes: readonly string[], email: string, origin: string, made: string): string =>
  [
    `Recovery codes of ${email} for Goldthread at ${origin}, made on ${made}.`,
    'Each can be used once. New codes make these useless.',
    '',
    ...codes,
    '',
  ].join('\r\n')
