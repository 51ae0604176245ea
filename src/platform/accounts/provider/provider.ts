/**
 * A provider is the server at which the people of an organisation sign in anyway (its Entra ID, its Google Workspace): it tells us, by OpenID
 * Connect, who somebody is. A partnership's administrators name it and vouch for it, and it opens that partnership only. An account is linked
 * by what the provider calls its owner (the subject) and never by an e-mail address, which some providers let people choose.
 */
import { createHmac } from 'node:crypto'
import { domainToASCII } from 'node:url'
import { accept, type Problem, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { PartnershipAddress } from '../../web/index.ts'

export type Provider = {
  readonly id: number
  readonly partnershipId: number
  /** Stands in the address to which the provider sends people back: each has its own, so that one's answer is never taken for another's. */
  readonly key: string
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly hasSecret: boolean
  readonly countsAsSecondFactor: boolean
  readonly isEnabled: boolean
  readonly domains: readonly ProviderDomain[]
}

/** Whoever types an e-mail address of a proved domain is sent to the provider. */
export type ProviderDomain = { readonly id: number; readonly domain: string; readonly token: string; readonly isProved: boolean }

/** What is needed to speak with one. */
export type Connection = Pick<Provider, 'id' | 'partnershipId' | 'key' | 'name' | 'issuer' | 'clientId' | 'countsAsSecondFactor'> & {
  readonly secret: string | null
}

/** Somebody of the partnership who signs in with the provider. */
export type LinkedPerson = { readonly accountId: number; readonly name: string; readonly hasOtherWay: boolean }

export type ProviderState = 'in-use' | 'without-domain' | 'off'

export const stateWords: Readonly<Record<ProviderState, string>> = {
  'in-use': 'In use',
  'without-domain': 'Waits until a domain is proved',
  off: 'Switched off',
}

export function stateOf({ isEnabled, domains }: Pick<Provider, 'isEnabled' | 'domains'>): ProviderState {
  if (!isEnabled) return 'off'
  return domains.some(({ isProved }) => isProved) ? 'in-use' : 'without-domain'
}

/** Anybody may look round the example as its administrator, so nothing that they type is asked for there. */
export function mayConfigure({ isExample }: PartnershipAddress): Ruling<null> {
  return isExample
    ? refuse({ text: 'No provider can be added to the example, and none of its own is asked. Set up your own partnership to use yours' })
    : accept(null)
}

/** As it was copied from wherever: with or without the end that OpenID Connect puts behind it. */
export function issuerOf(typed: string): Ruling<string> {
  const text = typed.trim().replace(/\/\.well-known\/openid-configuration\/?$/, '')
  const url = URL.parse(text)
  const wrong = (text: string): Ruling<never> => refuse({ field: 'issuer', text })
  if (url === null) return wrong('Enter the issuer as a whole address, such as https://login.wexcombe.example')
  if (url.search !== '' || url.hash !== '' || text.includes('?') || text.includes('#')) return wrong('The issuer must have no ? or # in it')
  if (url.hostname === 'login.microsoftonline.com' && /^\/(common|organizations|consumers)(\/|$)/.test(url.pathname))
    return wrong('That is everybody’s at Microsoft. Enter your own tenant’s, with its ID in place of the word after the first /')
  return accept(text)
}

/** The part of an e-mail address behind the @, as names are looked up; null when there is none. */
export function domainOf(email: string): string | null {
  const domain = domainToASCII(email.slice(email.lastIndexOf('@') + 1).trim())
  return email.includes('@') && isDomain(domain) ? domain : null
}

export function domainTyped(typed: string): Ruling<string> {
  const domain = domainToASCII(typed.trim().replace(/^.*@/, ''))
  return isDomain(domain)
    ? accept(domain)
    : refuse({ field: 'domain', text: 'Enter the domain of your e-mail addresses, such as wexcombe.example' })
}

const isDomain = (text: string): boolean =>
  text.length <= 253 && /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/.test(text)

/** What the TXT record of a domain must say, for whoever names it here to be believed. */
export const recordOf = (token: string): string => `goldthread-verification=${token}`

/** Where the record is shown, and so what is wrong with it. */
export const recordField = (domainId: number): string => `record-${domainId}`

export type LookedUp = { readonly found: true; readonly records: readonly string[] } | { readonly found: false; readonly why: string }

export function proveDomain({ id, domain, token }: Pick<ProviderDomain, 'id' | 'domain' | 'token'>, lookedUp: LookedUp): Ruling<null> {
  const wrong = (text: string): Ruling<never> => refuse({ field: recordField(id), text })
  if (!lookedUp.found) return wrong(`The TXT records of ${domain} could not be read: ${lookedUp.why}`)
  if (lookedUp.records.some(record => record.trim() === recordOf(token))) return accept(null)
  const other = lookedUp.records.some(record => record.startsWith('goldthread-verification'))
  return wrong(
    other
      ? `${domain} has a TXT record of Goldthread’s that says something else. Copy the whole value, and try again when the change has spread`
      : `${domain} has no TXT record with this value yet. It can take up to a day until a new record is seen everywhere`,
  )
}

/** How a way in is taken away: never the only one. */
export function disconnect({ hasPassphrase, links }: { readonly hasPassphrase: boolean; readonly links: number }): Ruling<null> {
  if (hasPassphrase || links > 1) return accept(null)
  return refuse({ text: 'This is your only way to sign in. Ask an administrator for a link and choose a passphrase first' })
}

/** What is entered at the provider: where it sends people back to, and where they come out once they have signed out there. */
export const redirectAddress = (origin: string, key: string): string => new URL(`/sign-in/callback/${key}`, origin).href
export const signOutAddress = (origin: string): string => new URL('/sign-in', origin).href

/** Everything that must not be guessed is drawn from the one secret that stays in the browser: nothing of it stands in the database. */
export const drawnFrom = (secret: string, name: 'state' | 'nonce' | 'verifier'): string =>
  createHmac('sha256', secret).update(name).digest('base64url')

export const requestMinutes = 10

/** What a provider says of itself, as far as it matters here. */
export type Described = {
  readonly signInAt: string
  readonly signOutAt: string | null
  readonly responses: readonly string[] | null
  readonly challenges: readonly string[] | null
}

/** What was found when the provider was asked, a sentence each. */
export function findings({ signInAt, signOutAt, challenges }: Described): readonly string[] {
  return [
    `It answers. People will be sent to ${new URL(signInAt).host} to sign in.`,
    signOutAt === null
      ? 'It does not say how to sign out there, so signing out here will leave them signed in there.'
      : 'Whoever signs out here is offered to sign out there too.',
    ...(challenges?.includes('S256') ? [] : ['It does not say that it checks the code challenge (PKCE), which is sent all the same.']),
  ]
}

export const notUsable = ({ responses }: Described): readonly Problem[] =>
  responses === null || responses.includes('code')
    ? []
    : [{ field: 'issuer', text: 'It does not offer the authorization code flow, which Goldthread uses' }]

/**
 * Whether signing in there was both factors: an administrator says that the provider asks for a second one, and it does not itself say that it took one alone
 * this time. What it says of that is optional, and many say nothing.
 */
export function showedBoth({ countsAsSecondFactor }: Pick<Provider, 'countsAsSecondFactor'>, methods: readonly string[] | null): boolean {
  const [only, another] = methods ?? []
  return countsAsSecondFactor && (only === undefined || another !== undefined || !oneAlone.includes(only))
}
/** Of RFC 8176 those that are known, sent or shown, and nothing besides. A key that its owner unlocks is both. */
const oneAlone = ['pwd', 'pin', 'kba', 'otp', 'sms', 'tel', 'wia', 'rba', 'geo']
