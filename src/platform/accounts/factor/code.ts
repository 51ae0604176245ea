import { Secret, TOTP } from 'otpauth'
import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'

/** Codes of an authenticator app (RFC 6238): six digits, new every half minute. A clock that is half a minute off is borne with. */
const settings = { algorithm: 'SHA1', digits: 6, period: 30 }
const window = 1

export const newKey = (): string => new Secret({ size: 20 }).base32

/** As an app reads it out of the picture. */
export const keyAddress = (key: string, email: string): string =>
  new TOTP({ ...settings, issuer: 'Goldthread', label: email, secret: Secret.fromBase32(key) }).toString()

/** JBSW Y3DP EHPK 3PXP, to be typed. */
export const inFours = (key: string): string => key.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** The half minute whose code was typed; one that is no later than the latest that was accepted is not accepted again. */
export function acceptCode(key: string, lastStep: number, typed: string, now: Temporal.Instant): Ruling<number> {
  const token = typed.replaceAll(/[\s-]/g, '')
  if (!/^\d{6}$/.test(token)) return refuse({ field: 'code', text: 'Enter the six digits that the app shows' })
  const timestamp = now.epochMilliseconds
  const steps = TOTP.validate({ ...settings, token, secret: Secret.fromBase32(key), timestamp, window })
  if (steps === null) return refuse({ field: 'code', text: 'That code is not right. Enter the one that the app shows now' })
  const step = TOTP.counter({ period: settings.period, timestamp }) + steps
  if (step <= lastStep) return refuse(usedAlready)
  return accept(step)
}

export const usedAlready = { field: 'code', text: 'That code was used already. Wait for the app to show the next one, and enter that' }
