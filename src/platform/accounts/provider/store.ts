import type { Db } from '../../db/index.ts'
import { digestOf, newSecret, type Seal } from '../secret.ts'
import { type Connection, type LinkedPerson, type Provider, requestMinutes } from './provider.ts'

type NewProvider = Pick<Provider, 'partnershipId' | 'key' | 'name' | 'issuer' | 'clientId' | 'countsAsSecondFactor'>
type Which = { readonly partnershipId: number; readonly id: number }

export async function providersOf(db: Db, partnershipId: number): Promise<Provider[]> {
  return db<Provider[]>`${providers(db)} where provider.partnership_id = ${partnershipId} order by provider.name, provider.id`
}

export async function providerOf(db: Db, { partnershipId, id }: Which): Promise<Provider | null> {
  const [provider] = await db<Provider[]>`${providers(db)} where provider.partnership_id = ${partnershipId} and provider.id = ${id}`
  return provider ?? null
}

export async function isKeyTaken(db: Db, key: string): Promise<boolean> {
  const [taken] = await db`select from platform.provider where key = ${key}`
  return taken !== undefined
}

export async function addProvider(db: Db, provider: NewProvider): Promise<number> {
  const [row] = await db<{ id: number }[]>`insert into platform.provider ${db(provider)} returning id`
  if (!row) throw new Error('The provider was not added')
  return row.id
}

export async function changeProvider(
  db: Db,
  { partnershipId, id }: Which,
  changes: Partial<Pick<Provider, 'name' | 'clientId' | 'countsAsSecondFactor' | 'isEnabled'>>,
): Promise<void> {
  await db`update platform.provider set ${db(changes)} where partnership_id = ${partnershipId} and id = ${id}`
}

export async function removeProvider(db: Db, { partnershipId, id }: Which): Promise<void> {
  await db`delete from platform.provider where partnership_id = ${partnershipId} and id = ${id}`
}

export async function setProviderSecret(db: Db, seal: Seal, { partnershipId, id }: Which, secret: string): Promise<void> {
  const sealed = await seal.sealed(db, secret, `provider ${id}`)
  await db`
    insert into platform.provider_secret (partnership_id, provider_id, sealed)
    values (${partnershipId}, ${id}, ${sealed})
    on conflict (partnership_id, provider_id) do update set sealed = excluded.sealed`
}

/** Whoever signed in with it is signed out, and whoever is about to does not. */
export async function endSessionsAt(db: Db, { partnershipId, id }: Which): Promise<void> {
  await db`delete from platform.session where only_partnership_id = ${partnershipId} and provider_id = ${id}`
  await db`delete from platform.second_step where only_partnership_id = ${partnershipId} and provider_id = ${id}`
}

/** A domain that is there already stays as it is. */
export async function addDomain(db: Db, { partnershipId, id }: Which, domain: string): Promise<void> {
  await db`
    insert into platform.provider_domain (partnership_id, provider_id, domain, token)
    values (${partnershipId}, ${id}, ${domain}, ${newSecret().slice(0, 22)})
    on conflict do nothing`
}

export async function removeDomain(db: Db, { partnershipId, id }: Which, domainId: number): Promise<void> {
  await db`delete from platform.provider_domain where partnership_id = ${partnershipId} and provider_id = ${id} and id = ${domainId}`
}

/** False when somebody else has proved it: whose it is then, is not told. */
export async function markProved(db: Db, { partnershipId, id }: Which, domainId: number, now: Temporal.Instant): Promise<boolean> {
  await db`select pg_advisory_xact_lock(hashtextextended('goldthread provider domain', 0))`
  const [proved] = await db`
    update platform.provider_domain as this
       set proved_at = ${now}
     where partnership_id = ${partnershipId} and provider_id = ${id} and this.id = ${domainId}
       and not exists (select from platform.provider_domain as other where other.domain = this.domain and other.proved_at is not null)
    returning this.id`
  return proved !== undefined
}

export async function peopleOf(db: Db, { partnershipId, id }: Which): Promise<LinkedPerson[]> {
  return db<LinkedPerson[]>`
    select account.id as account_id, account.name,
           account.passphrase_hash is not null or exists (
             select from platform.provider_account as other
              where other.account_id = account.id and (other.partnership_id, other.provider_id) <> (link.partnership_id, link.provider_id)) as has_other_way
      from platform.provider_account as link
      join platform.account on account.id = link.account_id
     where link.partnership_id = ${partnershipId} and link.provider_id = ${id}
     order by account.name, account.id`
}

/** What is needed to speak with it. */
export async function connectionOf(db: Db, seal: Seal, { partnershipId, id }: Which): Promise<Connection | null> {
  const [row] = await connections(db, db`where provider.partnership_id = ${partnershipId} and provider.id = ${id}`)
  return row ? unsealed(db, seal, row) : null
}

/** The one that is asked about people of the domain. */
export async function connectionForDomain(db: Db, seal: Seal, domain: string): Promise<Connection | null> {
  const [row] = await connections(
    db,
    db`join platform.provider_domain as domain on domain.partnership_id = provider.partnership_id and domain.provider_id = provider.id
       where domain.domain = ${domain} and domain.proved_at is not null and provider.is_enabled`,
  )
  return row ? unsealed(db, seal, row) : null
}

/** Providers in use of the partnerships that somebody belongs to, and which of them they are linked with. */
export async function providersFor(db: Db, accountId: number): Promise<(Which & { readonly name: string; readonly isLinked: boolean })[]> {
  return db<(Which & { name: string; isLinked: boolean })[]>`
    select provider.partnership_id, provider.id, provider.name, link.account_id is not null as is_linked
      from platform.provider
      join platform.membership on membership.partnership_id = provider.partnership_id and membership.account_id = ${accountId}
      left join platform.provider_account as link
             on link.partnership_id = provider.partnership_id and link.provider_id = provider.id and link.account_id = membership.account_id
     where link.account_id is not null or provider.is_enabled
       and exists (select from platform.provider_domain as domain
                    where domain.partnership_id = provider.partnership_id and domain.provider_id = provider.id and domain.proved_at is not null)
     order by provider.name, provider.partnership_id, provider.id`
}

/** Whether the page for signing in offers it. */
export async function isAnyInUse(db: Db): Promise<boolean> {
  const [any] = await db`
    select from platform.provider
      join platform.provider_domain as domain on domain.partnership_id = provider.partnership_id and domain.provider_id = provider.id
     where provider.is_enabled and domain.proved_at is not null
     limit 1`
  return any !== undefined
}

export type ProviderRequest = Which & {
  readonly purpose: 'sign-in' | 'invitation' | 'connection'
  readonly accountId: number | null
  readonly invitationDigest: Buffer | null
  readonly next: string
}

/** The secret is kept by the browser alone. */
export async function beginRequest(db: Db, { partnershipId, id, ...request }: ProviderRequest, now: Temporal.Instant): Promise<string> {
  const secret = newSecret()
  await db`
    insert into platform.provider_request ${db({ secretDigest: digestOf(secret), partnershipId, providerId: id, ...request, createdAt: now })}`
  await db`delete from platform.provider_request where created_at < ${now.subtract({ hours: 1 })}`
  return secret
}

/** Once: whoever brings it again brings nothing. Only to the address of the provider that was asked, and while that is in use. */
export async function takeRequest(db: Db, seal: Seal, secret: string, key: string, now: Temporal.Instant) {
  const [request] = await db<ProviderRequest[]>`
    delete from platform.provider_request
     where secret_digest = ${digestOf(secret)} and created_at > ${now.subtract({ minutes: requestMinutes })}
    returning partnership_id, provider_id as id, purpose, account_id, invitation_digest, next`
  if (!request) return null
  const [row] = await connections(
    db,
    db`where provider.partnership_id = ${request.partnershipId} and provider.id = ${request.id} and provider.key = ${key} and provider.is_enabled`,
  )
  return row ? { request, connection: await unsealed(db, seal, row) } : null
}

/** Whose account it is here; who is no member any more has none. */
export async function linkedAccount(db: Db, { partnershipId, id }: Which, subject: string): Promise<number | null> {
  const [link] = await db<{ accountId: number }[]>`
    select account_id
      from platform.provider_account
     where partnership_id = ${partnershipId} and provider_id = ${id} and subject = ${subject}`
  return link?.accountId ?? null
}

/** In place of another account that the person has there. False when the subject is somebody else's already. */
export async function link(
  db: Db,
  { partnershipId, id }: Which,
  subject: string,
  accountId: number,
  now: Temporal.Instant,
): Promise<boolean> {
  await unlink(db, { partnershipId, id }, accountId)
  const [linked] = await db`
    insert into platform.provider_account (partnership_id, provider_id, subject, account_id, linked_at)
    values (${partnershipId}, ${id}, ${subject}, ${accountId}, ${now})
    on conflict do nothing
    returning account_id`
  return linked !== undefined
}

export async function unlink(db: Db, { partnershipId, id }: Which, accountId: number): Promise<void> {
  await db`
    delete from platform.provider_account
     where partnership_id = ${partnershipId} and provider_id = ${id} and account_id = ${accountId}`
}

export async function linksOf(db: Db, accountId: number): Promise<number> {
  const [row] = await db<{ count: number }[]>`select count(*) as count from platform.provider_account where account_id = ${accountId}`
  return row?.count ?? 0
}

/** Where and with what the session of a browser began, to sign out there too. */
export async function originOf(
  db: Db,
  seal: Seal,
  sessionToken: string,
): Promise<{ readonly connection: Connection; readonly idToken: string } | null> {
  const [session] = await db<(Which & { idToken: Buffer | null })[]>`
    select only_partnership_id as partnership_id, provider_id as id, id_token
      from platform.session
     where token_digest = ${digestOf(sessionToken)} and provider_id is not null`
  if (!session?.idToken) return null
  const connection = await connectionOf(db, seal, session)
  const idToken = await seal.opened(db, session.idToken, `id token of ${session.id}`)
  return connection && idToken !== null ? { connection, idToken } : null
}

/** `token` is of a session, or of the second step before it. */
export async function noteOrigin(db: Db, seal: Seal, token: string, { partnershipId, id }: Which, idToken: string): Promise<void> {
  const sealed = await seal.sealed(db, idToken, `id token of ${id}`)
  await db`
    update platform.session
       set only_partnership_id = ${partnershipId}, provider_id = ${id}, id_token = ${sealed}
     where token_digest = ${digestOf(token)}`
  await db`
    update platform.second_step
       set only_partnership_id = ${partnershipId}, provider_id = ${id}, id_token = ${sealed}
     where token_digest = ${digestOf(token)}`
}

/** The session that begins after the second step began where that did. */
export async function keepOrigin(db: Db, stepToken: string, sessionToken: string): Promise<void> {
  await db`
    update platform.session
       set only_partnership_id = step.only_partnership_id, provider_id = step.provider_id, id_token = step.id_token
      from platform.second_step as step
     where session.token_digest = ${digestOf(sessionToken)} and step.token_digest = ${digestOf(stepToken)}
       and step.account_id = session.account_id and step.provider_id is not null`
}

/** The one partnership that a session opens, when it began at a provider of it. */
export async function onlyPartnershipOf(db: Db, sessionToken: string): Promise<number | null> {
  const [session] = await db<{ id: number | null }[]>`
    select only_partnership_id as id from platform.session where token_digest = ${digestOf(sessionToken)}`
  return session?.id ?? null
}

const providers = (db: Db) => db`
  select provider.id, provider.partnership_id, provider.key, provider.name, provider.issuer, provider.client_id,
         secret.provider_id is not null as has_secret, provider.counts_as_second_factor, provider.is_enabled,
         coalesce((select json_agg(json_build_object('id', domain.id, 'domain', domain.domain, 'token', domain.token, 'isProved', domain.proved_at is not null)
                                   order by domain.domain)
                     from platform.provider_domain as domain
                    where domain.partnership_id = provider.partnership_id and domain.provider_id = provider.id), '[]') as domains
    from platform.provider
    left join platform.provider_secret as secret on secret.partnership_id = provider.partnership_id and secret.provider_id = provider.id`

type Sealed = Omit<Connection, 'secret'> & { readonly sealed: Buffer | null }

const connections = (db: Db, which: ReturnType<Db>) => db<Sealed[]>`
  select provider.id, provider.partnership_id, provider.key, provider.name, provider.issuer, provider.client_id, provider.counts_as_second_factor, secret.sealed
    from platform.provider
    left join platform.provider_secret as secret on secret.partnership_id = provider.partnership_id and secret.provider_id = provider.id
    ${which}`

/** A secret that cannot be opened any more is no secret: the provider then says that it does not accept it. */
async function unsealed(db: Db, seal: Seal, { sealed, ...connection }: Sealed): Promise<Connection> {
  return { ...connection, secret: sealed === null ? null : await seal.opened(db, sealed, `provider ${connection.id}`) }
}
