/** A passkey is a key in a telephone, a computer or a stick, which signs only what it is asked by the address that it was made for. */
export type Passkey = {
  readonly id: number
  readonly accountId: number
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
  readonly name: string
  readonly createdAt: Temporal.Instant
  readonly usedAt: Temporal.Instant | null
}

/** What a passkey is asked to sign is open for so long. */
export const questionMinutes = 10

/** Why a browser gave no passkey, in its own words, and what to do about it in ours. */
export function whyNone(trouble: string): string {
  if (trouble === 'InvalidStateError') return 'There is a passkey of yours on this device already'
  if (trouble === 'NotAllowedError')
    return 'No passkey was given: it was cancelled, took too long, or there is none for this address. Try again, or use another way'
  if (trouble === 'SecurityError')
    return 'The browser gives no passkey at this address. Use another way, and tell whoever runs this Goldthread'
  return 'The browser gave no passkey. Try again, or use another way'
}
