import { Resolver } from 'node:dns/promises'
import type { LookedUp } from './provider.ts'

/** Reads the TXT records of a domain, as the world sees them. */
export type LookUp = (domain: string) => Promise<LookedUp>

/** `servers` are the name servers to ask, when it is not to be those of this machine. */
export function openLookUp(servers: readonly string[] = []): LookUp {
  return async domain => {
    const resolver = new Resolver({ timeout: 3_000, tries: 2 })
    if (servers.length > 0) resolver.setServers(servers)
    try {
      // A long record comes in pieces.
      return { found: true, records: (await resolver.resolveTxt(domain)).map(pieces => pieces.join('')) }
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      if (code === 'ENODATA') return { found: true, records: [] }
      return { found: false, why: reasons[code] ?? 'the name server did not answer' }
    }
  }
}

const reasons: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such domain',
  EREFUSED: 'the name server refused to tell',
  ECONNREFUSED: 'the name server does not take connections',
  ESERVFAIL: 'the name server could not find out',
}
