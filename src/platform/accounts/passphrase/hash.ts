import { type Algorithm, hash, verify } from '@node-rs/argon2'

/** Argon2id as OWASP recommends it. */
const options = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashOf = (passphrase: string): Promise<string> => hash(passphrase.normalize('NFKC'), options)

/** As much work for an account that does not exist, or has no passphrase yet, so that the time it takes tells nothing. */
export async function isPassphrase(passphraseHash: string | null, tried: string): Promise<boolean> {
  nobodys ??= hashOf('nobody signs in with this')
  const right = await verify(passphraseHash ?? (await nobodys), tried.normalize('NFKC'))
  return right && passphraseHash !== null
}

let nobodys: Promise<string> | undefined
