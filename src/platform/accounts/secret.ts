import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import type { Db } from '../db/index.ts'

/** 256 bits that nobody guesses: a session's or an invitation's. Only its digest is stored. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

export const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/**
 * Keeps what has to be read again (and so cannot be a digest) sealed in the database. `about` says what it belongs to ('authenticator 12'): what was
 * sealed for one thing does not open as another's.
 */
export type Seal = {
  sealed(db: Db, text: string, about: string): Promise<Buffer>
  /** null when it cannot be opened: it was sealed with another GOLDTHREAD_SECRET_KEY, for something else, or was tampered with. */
  opened(db: Db, sealed: Uint8Array, about: string): Promise<string | null>
}

/**
 * The key is made of the setting GOLDTHREAD_SECRET_KEY or, without one, kept in the database, where only the platform's role reads it (decision 20).
 * The first byte of what is sealed says which, so that what was sealed before there was a setting still opens.
 */
export function openSeal(secretKey: string | null): Seal {
  const setting = secretKey === null ? null : Buffer.from(hkdfSync('sha256', secretKey, '', 'goldthread seal', 32))
  return {
    async sealed(db, text, about) {
      const [mark, key] = setting === null ? [bySelf, await keptKey(db)] : [bySetting, setting]
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about))
      return Buffer.concat([Buffer.of(mark), nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
    },
    async opened(db, sealed, about) {
      const key = sealed[0] === bySetting ? setting : await keptKey(db)
      if (key === null || sealed.length < 1 + nonceLength + tagLength) return null
      const [start, end] = [1 + nonceLength, sealed.length - tagLength]
      const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, start), { authTagLength: tagLength })
      cipher.setAAD(Buffer.from(about)).setAuthTag(sealed.subarray(end))
      try {
        return Buffer.concat([cipher.update(sealed.subarray(start, end)), cipher.final()]).toString('utf8')
      } catch {
        return null
      }
    },
  }
}

const bySelf = 1
const bySetting = 2
const nonceLength = 12
const tagLength = 16

/** Made when it is first needed; of two who do so at once the second waits for the first's. */
async function keptKey(db: Db): Promise<Buffer> {
  const [kept] = await db<{ key: Buffer }[]>`select key from platform.sealing_key`
  if (kept) return kept.key
  await db`insert into platform.sealing_key (key) values (${randomBytes(32)}) on conflict do nothing`
  return keptKey(db)
}
