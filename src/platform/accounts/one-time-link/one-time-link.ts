/**
 * A link is an address with a secret, which proves that whoever opens it was given it: by mail, or by an administrator who passed it on. It is good for
 * one thing, once, and not for long.
 */
export type Purpose = 'invitation' | 'reset' | 'new-email'

export type Link = {
  readonly id: number
  readonly purpose: Purpose
  readonly accountId: number
  /** Of the account, as it is now. */
  readonly email: string
  readonly name: string
  readonly hasPassphrase: boolean
  /** The address that it is to have. */
  readonly newEmail: string | null
  readonly expiresAt: Temporal.Instant
}

const hours: Readonly<Record<Purpose, number>> = { invitation: 7 * 24, reset: 1, 'new-email': 24 }

export const expiresAt = (purpose: Purpose, now: Temporal.Instant): Temporal.Instant => now.add({ hours: hours[purpose] })

export const isOver = ({ expiresAt }: Pick<Link, 'expiresAt'>, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, expiresAt) >= 0

export const unlessOver = (link: Link | null, now: Temporal.Instant): Link | null => (link === null || isOver(link, now) ? null : link)

/** Below the origin of Goldthread. */
export const pathOf = (purpose: Purpose, token: string): string => `/${purpose}/${token}`

/** So many links of one person may wait to be used: whoever asks for more in their name fills their inbox no further. */
export const mostResets = 3

/** Under which the mail with a link is asked for. */
export const keyOf = (purpose: Purpose, linkId: number): string => `${purpose} ${linkId}`
