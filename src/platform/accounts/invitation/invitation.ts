/** An invitation is a link with which somebody chooses their passphrase: once, and within a week. */
export type Invitation = { readonly accountId: number; readonly email: string; readonly name: string; readonly expiresAt: Temporal.Instant }

export const lastsDays = 7

export const expiresAt = (now: Temporal.Instant): Temporal.Instant => now.add({ hours: lastsDays * 24 })
