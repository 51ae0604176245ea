import { momentLabel } from '../../../kernel/moment.ts'
import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import { networkOf } from '../../web/index.ts'

/**
 * An attempt is a try at a secret that may be a guess. Guessing is made slow: so many in a quarter of an hour for what was tried from where it
 * was tried. Nobody is shut out by what a stranger does elsewhere, and nobody for longer than that.
 */
export type AttemptLimit = {
  readonly key: string
  readonly most: number
  /** What is counted only because it makes work for somebody is no sign that anybody guesses. */
  readonly isGuess?: false
}

export const windowMinutes = 15

/** Strict for one e-mail address from one place, generous for a place: a whole office may share one. */
export const signInLimits = (email: string, address: string): readonly AttemptLimit[] => [
  { key: `sign-in ${networkOf(address)} ${email}`, most: 5 },
  { key: `sign-in ${networkOf(address)}`, most: 100 },
]

/** For a place only: who comes is told by the provider. */
export const providerLimits = (address: string): readonly AttemptLimit[] => [{ key: `provider ${networkOf(address)}`, most: 100 }]

export const setupCodeLimits = (address: string): readonly AttemptLimit[] => [{ key: `setup ${networkOf(address)}`, most: 20 }]

/** A mail to somebody who did not ask for it is a nuisance: few for one address from one place. From elsewhere its owner can always ask. */
export const resetLimits = (email: string, address: string): readonly AttemptLimit[] => [
  { key: `reset ${networkOf(address)} ${email}`, most: 3, isGuess: false },
  { key: `reset ${networkOf(address)}`, most: 60, isGuess: false },
]

/** So that nobody is sent one invitation after the other. */
export const invitationLimits = (partnershipId: number, email: string): readonly AttemptLimit[] => [
  { key: `invitation ${partnershipId} ${email}`, most: 5, isGuess: false },
]

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
