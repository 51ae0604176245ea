import { momentLabel } from '../../../kernel/moment.ts'
import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'

/**
 * An attempt is a try at a secret that may be a guess. Guessing is made slow: so many in a quarter of an hour for what was tried from where it
 * was tried. Nobody is shut out by what a stranger does elsewhere, and nobody for longer than that.
 */
export type AttemptLimit = { readonly key: string; readonly most: number }

export const windowMinutes = 15

/** Strict for one e-mail address from one place, generous for a place: a whole office may share one. */
export const signInLimits = (email: string, address: string): readonly AttemptLimit[] => [
  { key: `sign-in ${networkOf(address)} ${email}`, most: 5 },
  { key: `sign-in ${networkOf(address)}`, most: 100 },
]

/** For a place only: who comes is told by the provider. */
export const providerLimits = (address: string): readonly AttemptLimit[] => [{ key: `provider ${networkOf(address)}`, most: 100 }]

export const setupCodeLimits = (address: string): readonly AttemptLimit[] => [{ key: `setup ${networkOf(address)}`, most: 20 }]

/** `full` is when the oldest attempt that still counts was made, for each limit that is reached. */
export function allowAttempt(full: readonly Temporal.Instant[], now: Temporal.Instant): Ruling<null> {
  const last = full.reduce<Temporal.Instant | null>(
    (latest, at) => (latest && Temporal.Instant.compare(latest, at) > 0 ? latest : at),
    null,
  )
  if (last === null) return accept(null)

  const again = last.add({ minutes: windowMinutes })
  const minutes = Math.max(1, Math.ceil(now.until(again).total('minutes')))
  return refuse({ text: `There were too many attempts. Try again in ${minutes} minute${minutes === 1 ? '' : 's'} (${momentLabel(again)})` })
}

/** A home or an office has a whole network of version 6 addresses. */
export function networkOf(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}
