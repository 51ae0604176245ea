import { createHash, randomBytes } from 'node:crypto'

/** 256 bits that nobody guesses: a session's or an invitation's. Only its digest is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
