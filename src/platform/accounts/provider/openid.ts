import * as openid from 'openid-client'
import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import { mayBeAsked, NoAnswer, openOutside } from '../../outside/index.ts'
import { digestOf } from '../secret.ts'
import { type Connection, type Described, drawnFrom } from './provider.ts'

export type OpenIdOptions = {
  /** Hosts that may be asked though they are inside our own network. */
  readonly hosts?: readonly string[]
  /** Told of a provider that could not be reached or trusted, and why. */
  readonly failed?: (connection: Connection, why: string) => void
}

/** Who the provider says somebody is. */
export type Identity = {
  readonly subject: string
  readonly idToken: string
  /** How they signed in there this time (`amr`, RFC 8176), where it says so. */
  readonly methods: readonly string[] | null
}

type SentTo = { readonly secret: string; readonly redirectTo: string; readonly email: string | null }

/** What we ask providers and what they answer, by OpenID Connect. */
export type OpenId = {
  describe(connection: Connection, now: Temporal.Instant): Promise<Ruling<Described>>
  /** Where the browser is sent to sign in. */
  signInAddress(connection: Connection, sent: SentTo, now: Temporal.Instant): Promise<Ruling<string>>
  /** Who came back, from the address at which they did. */
  identify(connection: Connection, secret: string, backAt: URL, now: Temporal.Instant): Promise<Ruling<Identity>>
  /** Where one signs out there too; null where that is not offered. */
  signOutAddress(connection: Connection, idToken: string, backTo: string, now: Temporal.Instant): Promise<string | null>
}

const minutesKnown = 60

export function openOpenId({ hosts = [], failed = () => {} }: OpenIdOptions = {}): OpenId {
  const outside = openOutside({ hosts })
  const known = new Map<string, { readonly configuration: openid.Configuration; readonly until: Temporal.Instant }>()

  /** Asked once an hour; its keys are kept with it and asked for again when one is unknown. */
  async function configurationOf(connection: Connection, now: Temporal.Instant, anew = false): Promise<openid.Configuration> {
    const { issuer, clientId, secret, key } = connection
    const name = digestOf(JSON.stringify([key, issuer, clientId, secret])).toString('base64url')
    const kept = known.get(name)
    if (kept && !anew && Temporal.Instant.compare(kept.until, now) > 0) return kept.configuration

    const may = mayBeAsked(issuer, hosts)
    if (!may.accepted) throw new NoAnswer(may.problems.map(({ text }) => text).join('. '))
    const found = await openid
      .discovery(may.value, clientId, undefined, openid.None(), {
        timeout: 10,
        [openid.customFetch]: outside,
        execute: may.value.protocol === 'http:' ? [openid.allowInsecureRequests] : [],
      })
      .catch(error => {
        const { cause } = error as Error
        if (!(error instanceof openid.ClientError) || cause instanceof NoAnswer) throw error
        throw new NoAnswer(`What answers at ${issuer} is not a provider of OpenID Connect of that name: check it letter by letter`, {
          cause: error,
        })
      })
    const metadata = found.serverMetadata()
    if (metadata.issuer !== issuer) throw new NoAnswer(`It calls itself ${metadata.issuer}: enter that as the issuer, letter by letter`)
    // The browser is sent to these, so they must be what can be opened and not what could be run.
    for (const address of [metadata.authorization_endpoint, metadata.end_session_endpoint]) {
      if (address !== undefined && !mayBeAsked(address, hosts).accepted)
        throw new NoAnswer(`It names ${address}, to which nobody can be sent`)
    }
    const configuration = withSecret(metadata, clientId, secret)
    configuration[openid.customFetch] = outside
    if (may.value.protocol === 'http:') openid.allowInsecureRequests(configuration)
    openid.enableNonRepudiationChecks(configuration)

    if (known.size >= 200) known.clear()
    known.set(name, { configuration, until: now.add({ minutes: minutesKnown }) })
    return configuration
  }

  async function inWords<T>(connection: Connection, work: () => Promise<Ruling<T>>): Promise<Ruling<T>> {
    try {
      return await work()
    } catch (error) {
      const why = reasonOf(error, connection.name)
      if (why === null) throw error
      failed(connection, why)
      return refuse({ text: why })
    }
  }

  return {
    describe: (connection, now) =>
      inWords(connection, async () => {
        const metadata = (await configurationOf(connection, now, true)).serverMetadata()
        return accept({
          signInAt: metadata.authorization_endpoint ?? connection.issuer,
          signOutAt: metadata.end_session_endpoint ?? null,
          responses: metadata.response_types_supported ?? null,
          challenges: metadata.code_challenge_methods_supported ?? null,
        })
      }),

    signInAddress: (connection, { secret, redirectTo, email }, now) =>
      inWords(connection, async () => {
        const configuration = await configurationOf(connection, now)
        const address = openid.buildAuthorizationUrl(configuration, {
          redirect_uri: redirectTo,
          scope: 'openid',
          state: drawnFrom(secret, 'state'),
          nonce: drawnFrom(secret, 'nonce'),
          code_challenge: await openid.calculatePKCECodeChallenge(drawnFrom(secret, 'verifier')),
          code_challenge_method: 'S256',
          ...(email !== null && { login_hint: email }),
        })
        return accept(address.href)
      }),

    identify: (connection, secret, backAt, now) =>
      inWords(connection, async () => {
        const tokens = await openid.authorizationCodeGrant(await configurationOf(connection, now), backAt, {
          expectedState: drawnFrom(secret, 'state'),
          expectedNonce: drawnFrom(secret, 'nonce'),
          pkceCodeVerifier: drawnFrom(secret, 'verifier'),
          idTokenExpected: true,
        })
        const claims = tokens.claims()
        const subject = claims?.sub
        const amr: unknown = claims?.['amr']
        if (subject === undefined || tokens.id_token === undefined) throw new NoAnswer('It did not say who you are')
        const methods = Array.isArray(amr) ? amr.filter(method => typeof method === 'string') : null
        return accept({ subject, idToken: tokens.id_token, methods })
      }),

    async signOutAddress(connection, idToken, backTo, now) {
      try {
        const configuration = await configurationOf(connection, now)
        if (configuration.serverMetadata().end_session_endpoint === undefined) return null
        return openid.buildEndSessionUrl(configuration, { id_token_hint: idToken, post_logout_redirect_uri: backTo }).href
      } catch {
        // One is signed out here whatever the provider does.
        return null
      }
    },
  }
}

/** In the form of the request where the provider takes it so, as most do; else in its head. */
function withSecret(metadata: openid.ServerMetadata, clientId: string, secret: string | null): openid.Configuration {
  if (secret === null) return new openid.Configuration(metadata, clientId, undefined, openid.None())
  const ways = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const way = ways.includes('client_secret_post') ? openid.ClientSecretPost(secret) : openid.ClientSecretBasic(secret)
  return new openid.Configuration(metadata, clientId, secret, way)
}

/** What is told of what went wrong there; null for a fault of our own. */
function reasonOf(error: unknown, name: string): string | null {
  if (error instanceof NoAnswer) return error.message
  if (error instanceof openid.AuthorizationResponseError)
    return error.error === 'access_denied'
      ? `${name} says that you did not sign in, or may not use Goldthread`
      : `${name} answered with the error ${plain(error.error)}`
  if (error instanceof openid.ResponseBodyError)
    return error.error === 'invalid_client'
      ? `${name} does not accept the client ID or secret that was entered here`
      : `${name} answered with the error ${plain(error.error)}`
  if (error instanceof openid.ClientError) {
    const { cause } = error
    if (cause instanceof NoAnswer) return cause.message
    return `The answer of ${name} is not one that can be trusted (${plain(error.code ?? error.message)})`
  }
  return null
}

const plain = (text: string): string => text.replaceAll(/[^\w .,:-]/g, ' ').slice(0, 100)
