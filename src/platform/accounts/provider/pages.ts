import { idOf } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/ruling.ts'
import {
  type Answer,
  editionOf,
  type Fields,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../web/index.ts'
import { newSecret, type Seal } from '../secret.ts'
import { readProvider, readProviderChange } from './form.ts'
import { type LookUp, openLookUp } from './look-up.ts'
import { type OpenId, type OpenIdOptions, openOpenId } from './openid.ts'
import {
  domainTyped,
  findings,
  issuerOf,
  mayConfigure,
  notUsable,
  type Provider,
  proveDomain,
  recordField,
  redirectAddress,
  signOutAddress,
} from './provider.ts'
import {
  addDomain,
  addProvider,
  changeProvider,
  connectionOf,
  endSessionsAt,
  isKeyTaken,
  markProved,
  peopleOf,
  providerOf,
  providersOf,
  removeDomain,
  removeProvider,
  setProviderSecret,
} from './store.ts'
import { lockedOut, providerRow, providerView } from './view.ts'

export type ProviderOptions = { readonly seal: Seal; readonly openId: OpenId; readonly lookUp: LookUp }

/** How providers are spoken with: `hosts` may be asked though they are inside our own network, `nameServers` say what a domain's records are. */
export type OutsideSettings = { readonly hosts?: readonly string[]; readonly nameServers?: readonly string[] }

export const openProviders = (
  seal: Seal,
  { hosts = [], nameServers = [] }: OutsideSettings = {},
  failed: OpenIdOptions['failed'] = () => {},
): ProviderOptions => ({
  seal,
  openId: openOpenId({ hosts, failed }),
  lookUp: openLookUp(nameServers),
})

/** What administrators do with the providers of their partnership. */
export function providerPages({ seal, openId, lookUp }: ProviderOptions) {
  const listProviders: Handler = async ({ db, partnership }) => {
    const may = mayConfigure(partnership)
    return page(template(import.meta.url, 'list.njk'), {
      title: 'Single sign-on',
      providers: (await providersOf(db, partnership.id)).map(providerRow),
      isClosed: may.accepted ? null : may.problems.map(({ text }) => text).join(' '),
      breadcrumbs: toAccounts,
    })
  }

  const newProvider: Handler = async visit => {
    const may = mayConfigure(visit.partnership)
    return newPage(visit, {}, may.accepted ? [] : may.problems)
  }

  const createProvider: Handler = async visit => {
    const { db, partnership, body, now } = visit
    const may = mayConfigure(partnership)
    const form = may.accepted ? readProvider(body) : may
    if (!form.accepted) return newPage(visit, body, form.problems)
    const { clientSecret, ...typed } = form.value
    const issuer = issuerOf(typed.issuer)
    if (!issuer.accepted) return newPage(visit, body, issuer.problems)
    if (await isKeyTaken(db, typed.key))
      return newPage(visit, { ...body, key: '' }, [{ text: 'This was sent already. Look whether the provider is there' }])

    const provider = { ...typed, issuer: issuer.value, partnershipId: partnership.id }
    const described = await openId.describe({ ...provider, id: 0, secret: null }, now)
    const problems = described.accepted ? notUsable(described.value) : described.problems
    if (problems.length > 0)
      return newPage(
        visit,
        body,
        problems.map(problem => ({ ...problem, field: 'issuer' })),
      )

    const id = await addProvider(db, provider)
    if (clientSecret !== '') await setProviderSecret(db, seal, { partnershipId: partnership.id, id }, clientSecret)
    return redirect(`providers/${id}`, `${provider.name} is added. Now prove a domain, and people can sign in`)
  }

  const showProvider: Handler = async visit => providerPage(visit, await providerAsked(visit))

  const editProvider: Handler = async visit => editPage(visit, await providerAsked(visit), {})

  const updateProvider: Handler = async visit => {
    const { db, body } = visit
    const provider = await providerAsked(visit)
    const form = readProviderChange(body)
    if (!form.accepted) return editPage(visit, provider, body, form.problems)
    const meanwhile = overtaken(text(body, 'edition'), body, shownOf(provider), {
      name: ['The name', provider.name],
      clientId: ['The client ID', provider.clientId],
      countsAsSecondFactor: ['Whether it counts as second factor', provider.countsAsSecondFactor ? 'yes' : 'no'],
    })
    if (meanwhile.length > 0) return editPage(visit, provider, body, meanwhile)

    const { clientSecret, ...changes } = form.value
    await changeProvider(db, provider, changes)
    if (clientSecret !== '') await setProviderSecret(db, seal, provider, clientSecret)
    return redirect(`providers/${provider.id}`, `${changes.name} is saved`)
  }

  /** Asks it what it says of itself, and tells what that means for people here. */
  const tryProvider: Handler = async visit => {
    const { db, partnership, now } = visit
    const provider = await providerAsked(visit)
    const may = mayConfigure(partnership)
    if (!may.accepted) return providerPage(visit, provider, { problems: may.problems })
    const described = await openId.describe(found(await connectionOf(db, seal, provider)), now)
    if (!described.accepted) return providerPage(visit, provider, { problems: described.problems })
    return providerPage(visit, provider, { problems: notUsable(described.value), found: findings(described.value) })
  }

  /** People who are signed in with it are signed out when it is switched off. */
  const switchProvider: Handler = async visit => {
    const { db, body } = visit
    const provider = await providerAsked(visit)
    const isEnabled = text(body, 'use') === 'yes'
    await changeProvider(db, provider, { isEnabled })
    if (!isEnabled) await endSessionsAt(db, provider)
    return redirect(`providers/${provider.id}`, `${provider.name} is switched ${isEnabled ? 'on' : 'off'}`)
  }

  const nameDomain: Handler = async visit => {
    const { db, partnership, body } = visit
    const provider = await providerAsked(visit)
    const may = mayConfigure(partnership)
    const domain = may.accepted ? domainTyped(text(body, 'domain')) : may
    if (!domain.accepted) return providerPage(visit, provider, { problems: domain.problems, domain: text(body, 'domain') })
    await addDomain(db, provider, domain.value)
    return redirect(`providers/${provider.id}#domains`)
  }

  const checkDomain: Handler = async visit => {
    const { db, now } = visit
    const { provider, domain } = await domainAsked(visit)
    const proved = proveDomain(domain, await lookUp(domain.domain))
    if (!proved.accepted) return providerPage(visit, provider, { problems: proved.problems })
    if (!(await markProved(db, provider, domain.id, now)))
      return providerPage(visit, provider, {
        problems: [{ field: recordField(domain.id), text: `${domain.domain} leads to another provider already` }],
      })
    return redirect(
      `providers/${provider.id}#domains`,
      `${domain.domain} is proved. Whoever types an address there is sent to ${provider.name}`,
    )
  }

  const takeDomainAway: Handler = async visit => {
    const { provider, domain } = await domainAsked(visit)
    await removeDomain(visit.db, provider, domain.id)
    return redirect(`providers/${provider.id}#domains`, `${domain.domain} does not lead to ${provider.name} any more`)
  }

  const confirmProviderRemoval: Handler = async visit => {
    const provider = await providerAsked(visit)
    const view = {
      title: `Remove ${provider.name}`,
      provider,
      lockedOut: lockedOut(await peopleOf(visit.db, provider)),
      breadcrumbs: toProvider(provider),
    }
    return page(template(import.meta.url, 'removal.njk'), view)
  }

  const takeProviderAway: Handler = async visit => {
    const provider = await providerAsked(visit)
    await removeProvider(visit.db, provider)
    return redirect('providers', `${provider.name} is removed`)
  }

  return {
    listProviders,
    newProvider,
    createProvider,
    showProvider,
    editProvider,
    updateProvider,
    tryProvider,
    switchProvider,
    nameDomain,
    checkDomain,
    takeDomainAway,
    confirmProviderRemoval,
    takeProviderAway,
  }
}

async function providerAsked({ db, partnership, params }: Visit): Promise<Provider> {
  return found(await providerOf(db, { partnershipId: partnership.id, id: found(idOf(params['provider'])) }))
}

async function domainAsked(visit: Visit) {
  const provider = await providerAsked(visit)
  const id = found(idOf(visit.params['domain']))
  return { provider, domain: found(provider.domains.find(domain => domain.id === id) ?? null) }
}

function newPage({ origin }: Visit, fields: Fields, problems: readonly Problem[] = []): Answer {
  const key = text(fields, 'key') || newSecret().slice(0, 22)
  const view = {
    title: 'Add a provider',
    entered: enteredIn(fields),
    key,
    redirectAddress: redirectAddress(origin, key),
    signOutAddress: signOutAddress(origin),
    breadcrumbs: toProviders,
  }
  return page(template(import.meta.url, 'new.njk'), view, problems)
}

const enteredIn = (fields: Fields) => ({
  name: text(fields, 'name'),
  issuer: text(fields, 'issuer'),
  clientId: text(fields, 'clientId'),
  countsAsSecondFactor: text(fields, 'countsAsSecondFactor') === 'yes',
})

const shownOf = ({ name, clientId, countsAsSecondFactor }: Provider): Fields => ({
  name,
  clientId,
  ...(countsAsSecondFactor && { countsAsSecondFactor: 'yes' }),
})

function editPage(_visit: Visit, provider: Provider, fields: Fields, problems: readonly Problem[] = []): Answer {
  const view = {
    title: `Change ${provider.name}`,
    provider,
    entered: problems.length > 0 ? enteredIn(fields) : enteredIn(shownOf(provider)),
    edition: editionOf(shownOf(provider)),
    breadcrumbs: toProvider(provider),
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

type Shown = { readonly problems?: readonly Problem[]; readonly found?: readonly string[]; readonly domain?: string }

async function providerPage(
  { db, origin }: Visit,
  provider: Provider,
  { problems = [], found = [], domain = '' }: Shown = {},
): Promise<Answer> {
  const view = {
    title: provider.name,
    ...providerView(provider, await peopleOf(db, provider)),
    found,
    domain,
    redirectAddress: redirectAddress(origin, provider.key),
    signOutAddress: signOutAddress(origin),
    breadcrumbs: toProviders,
  }
  return page(template(import.meta.url, 'show.njk'), view, problems)
}

const toAccounts = [{ text: 'Accounts', href: 'accounts' }]
const toProviders = [...toAccounts, { text: 'Single sign-on', href: 'providers' }]
const toProvider = ({ id, name }: Provider) => [...toProviders, { text: name, href: `providers/${id}` }]
