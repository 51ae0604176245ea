import { networkOf } from '../../web/index.ts'
import type { AttemptLimit } from '../attempt/attempt.ts'

/**
 * Between the passphrase and the second factor a browser is nobody yet: what it keeps opens the second step and nothing else, for ten minutes.
 */
export const stepMinutes = 10

export const oldestStep = (now: Temporal.Instant): Temporal.Instant => now.subtract({ minutes: stepMinutes })

/**
 * Only who knows the passphrase comes here, so nobody else can use up somebody's tries. Codes of six digits are held to twenty from anywhere; a recovery code is
 * beyond guessing, and is counted by itself so that it is still a way in when the other is used up.
 */
export const codeLimits = (accountId: number, address: string): readonly AttemptLimit[] => [
  { key: `code ${networkOf(address)} ${accountId}`, most: 5 },
  { key: `code ${accountId}`, most: 20 },
]

export const recoveryCodeLimits = (accountId: number, address: string): readonly AttemptLimit[] => [
  { key: `recovery code ${networkOf(address)} ${accountId}`, most: 10 },
]
