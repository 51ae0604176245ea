import { type LinkedPerson, type Provider, recordOf, stateOf, stateWords } from './provider.ts'

export const providerRow = (provider: Provider) => ({
  href: `providers/${provider.id}`,
  name: provider.name,
  state: stateWords[stateOf(provider)],
  domains: provider.domains.filter(({ isProved }) => isProved).map(({ domain }) => domain),
})

export function providerView(provider: Provider, people: readonly LinkedPerson[]) {
  const state = stateOf(provider)
  return {
    provider,
    state: stateWords[state],
    isReady: state === 'in-use',
    domains: provider.domains.map(domain => ({ ...domain, record: recordOf(domain.token) })),
    people: people.map(({ name }) => name),
  }
}

/** Who could not sign in any more without it. */
export const lockedOut = (people: readonly LinkedPerson[]): readonly string[] =>
  people.filter(({ hasOtherWay }) => !hasOtherWay).map(({ name }) => name)
