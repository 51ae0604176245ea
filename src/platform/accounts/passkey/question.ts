import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'
import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { Db } from '../../db/index.ts'
import { type Fields, text } from '../../web/index.ts'
import type { Seal } from '../secret.ts'
import { type Passkey, questionMinutes, whyNone } from './passkey.ts'
import { notePasskeyUse, passkeyByCredential, useChallenge } from './store.ts'

/**
 * What a page asks the browser's passkeys, and a ticket that comes back with the answer: the challenge, sealed, with when it ends. So nothing is kept
 * for whoever only opens the page; what was answered is, for as long as the ticket could be used again.
 */
export type Question = { readonly options: string; readonly ticket: string }
type At = { readonly origin: string; readonly now: Temporal.Instant }

const timeout = questionMinutes * 60_000

/** Without passkeys to choose from the browser offers all that it has for this address. */
export async function passkeyQuestion(db: Db, seal: Seal, at: At, passkeys: readonly Passkey[] = []): Promise<Question> {
  const options = await generateAuthenticationOptions({
    rpID: hostOf(at),
    userVerification: 'required',
    timeout,
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
  })
  return { options: JSON.stringify(options), ticket: await ticketFor(db, seal, options.challenge, signingIn, at) }
}

type Owner = { readonly id: number; readonly email: string; readonly name: string }

export async function newPasskeyQuestion(db: Db, seal: Seal, at: At, owner: Owner, passkeys: readonly Passkey[]): Promise<Question> {
  const options = await generateRegistrationOptions({
    rpName: 'Goldthread',
    rpID: hostOf(at),
    userID: new TextEncoder().encode(`account ${owner.id}`),
    userName: owner.email,
    userDisplayName: owner.name,
    timeout,
    excludeCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports: [...transports] })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
  return { options: JSON.stringify(options), ticket: await ticketFor(db, seal, options.challenge, making(owner.id), at) }
}

export type MadePasskey = Pick<Passkey, 'credentialId' | 'counter' | 'transports'> & { readonly publicKey: Uint8Array }

export async function readNewPasskey(db: Db, seal: Seal, at: At, accountId: number, body: Fields): Promise<Ruling<MadePasskey>> {
  const response = answered(body, registration)
  if (!response.accepted) return response
  const challenge = await challengeOf(db, seal, text(body, 'ticket'), making(accountId), at)
  if (challenge === null) return refuse(tooLate)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response.value,
    expectedChallenge: challenge,
    expectedOrigin: at.origin,
    expectedRPID: hostOf(at),
    requireUserVerification: true,
  }).catch(nothing)
  if (!verified || !registrationInfo) return refuse(notRight)
  const { id, publicKey, counter, transports = [] } = registrationInfo.credential
  return accept({ credentialId: id, publicKey, counter, transports })
}

/** Whose passkey it is. It was unlocked by its owner's finger, face or number: that and having it are two factors. */
export async function usePasskey(db: Db, seal: Seal, at: At, body: Fields): Promise<Ruling<Passkey>> {
  const response = answered(body, authentication)
  if (!response.accepted) return response
  const challenge = await challengeOf(db, seal, text(body, 'ticket'), signingIn, at)
  if (challenge === null) return refuse(tooLate)
  const passkey = await passkeyByCredential(db, response.value.id)
  if (!passkey)
    return refuse({ field: 'credential', text: 'That passkey belongs to no account here. It may have been removed. Sign in another way' })
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response.value,
    expectedChallenge: challenge,
    expectedOrigin: at.origin,
    expectedRPID: hostOf(at),
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
    },
  }).catch(nothing)
  if (!verified || !authenticationInfo) return refuse(notRight)
  await notePasskeyUse(db, passkey.id, authenticationInfo.newCounter, at.now)
  return accept(passkey)
}

const tooLate = { field: 'credential', text: 'The page was open for too long. Try again' }
const notRight = { field: 'credential', text: 'That passkey could not be taken. Try again, or use another way' }
const nothing = () => ({ verified: false as const, registrationInfo: undefined, authenticationInfo: undefined })

const signingIn = 'passkey to sign in'
const making = (accountId: number): string => `new passkey of ${accountId}`

const hostOf = ({ origin }: At): string => new URL(origin).hostname

async function ticketFor(db: Db, seal: Seal, challenge: string, about: string, { now }: At): Promise<string> {
  const ends = now.add({ minutes: questionMinutes }).epochMilliseconds
  return (await seal.sealed(db, `${ends} ${challenge}`, about)).toString('base64url')
}

/** null when it was for something else, is too old, or was answered already. */
async function challengeOf(db: Db, seal: Seal, ticket: string, about: string, { now }: At): Promise<string | null> {
  const [ends, challenge] = (await seal.opened(db, Buffer.from(ticket, 'base64url'), about))?.split(' ') ?? []
  if (challenge === undefined || Number(ends) < now.epochMilliseconds) return null
  return (await useChallenge(db, challenge, now)) ? challenge : null
}

const base64url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(100_000)
const credential = { id: base64url, rawId: base64url, type: z.literal('public-key'), clientExtensionResults: z.object({}) }
const registration: z.ZodType<RegistrationResponseJSON> = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.string().max(40)).max(20).default([]),
  }),
})
const authentication: z.ZodType<AuthenticationResponseJSON> = z.object({
  ...credential,
  response: z.object({ clientDataJSON: base64url, authenticatorData: base64url, signature: base64url }),
})

function answered<T>(body: Fields, schema: z.ZodType<T>): Ruling<T> {
  const said = text(body, 'credential')
  if (said === '') return refuse({ field: 'credential', text: whyNone(text(body, 'trouble')) })
  try {
    const read = schema.safeParse(JSON.parse(said))
    return read.success ? accept(read.data) : refuse(notRight)
  } catch {
    return refuse(notRight)
  }
}
