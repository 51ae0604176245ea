/** What happens to an account, as the history of each of its partnerships tells it. */
export const knownEvents = {
  'signed-in': 'signed in',
  'sign-in-refused': 'was not let in',
  'signed-out': 'signed out',
  'session-ended': 'was signed out of a browser',
  'sessions-ended': 'was signed out everywhere',
  'passphrase-changed': 'has another passphrase',
  'email-changed': 'has another e-mail address',
  'reset-asked-for': 'was sent a link for another passphrase',
  invited: 'was given a link to choose a passphrase',
  'factor-added': 'has a second factor',
  'factor-removed': 'has no second factor any more',
  'factor-refused': 'gave a wrong second factor',
  'recovery-codes-made': 'has new recovery codes',
  'recovery-code-used': 'used a recovery code',
  'passkey-added': 'has a new passkey',
  'passkey-removed': 'has a passkey less',
  'provider-linked': 'signs in through an organisation',
  'provider-unlinked': 'signs in through an organisation no more',
} as const

export type KnownEvent = keyof typeof knownEvents

/** In these nobody has shown yet that they are the person whose account it is. */
export const isAnonymous = (event: KnownEvent): boolean => ['sign-in-refused', 'reset-asked-for', 'factor-refused'].includes(event)

export const accountWords = {
  subject: 'platform.account',
  name: 'Account',
  calledBy: 'id',
  refersTo: { id: 'platform.account' },
  page: 'accounts/:id',
  sameAs: 'platform.membership',
  isPrivate: true,
  fields: { browser: 'Browser', reason: 'Reason', factor: 'Second factor', provider: 'Organisation', by: 'How' },
}
