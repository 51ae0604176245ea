import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Duty, duties } from '../../src/kernel/duty.ts'
import type { Authority } from '../../src/partnership/index.ts'
import { type Role, type RouteEntry, roles, type Share, shares } from '../../src/platform/web/index.ts'

/** A line of the written table. Pages of no partnership are for 'anybody' or 'whoever is signed in'. */
export type Permission = {
  readonly method: RouteEntry['method']
  readonly path: string
  /** The name of the rule. */
  readonly rule: string
  readonly who: readonly (Role | Duty)[] | 'anybody' | 'signed in'
  readonly line: string
}

/** What docs/permissions.md says: written for people, and read back. */
export function writtenPermissions(): Permission[] {
  const document = readFileSync(join(import.meta.dirname, '../../docs/permissions.md'), 'utf8')
  return [...document.matchAll(/^\| (GET|POST) \| `([^`]+)` \| ([^|]+) \| ([^|]+) \|$/gm)].map(
    ([line, method, path = '', rule = '', who = '']) => ({
      method: method === 'POST' ? 'POST' : 'GET',
      path,
      rule,
      who: readWho(who),
      line,
    }),
  )
}

/** A line of the second table: what somebody may do with the matters of a group and of an organisation. */
export function authorityLine({ words, roles: anybodys, duties: byDuty, group, seat, organisation, deputies }: Authority): string {
  const listed = (names: readonly string[]) => names.map(inWords).join(', ') || '–'
  const byOrganisation = organisation.map(each => (each === 'contributor' ? 'contributor with a post there' : each))
  return `| ${words} | ${listed([...anybodys, ...byDuty])} | ${listed(group)} | ${listed(seat)} | ${listed(byOrganisation)} | ${listed(deputies.map(part => `of the ${part}`))} |`
}

export function permissionLine({ method, path, may, roles: permitted, share }: RouteEntry): string {
  const guest = share === undefined ? '' : `, ${guestOf(share)}`
  return `| ${method} | \`${path}\` | ${may} | ${whoWords[may] ?? permitted.map(inWords).join(', ')}${guest} |`
}

const guestOf = (share: Share): string => `guest with whom the ${share} ${share === 'exceptions' ? 'are' : 'is'} shared`

const inWords = (name: string): string => name.replaceAll('-', ' ')

const whoWords: Readonly<Record<string, string>> = { public: 'anybody', 'signed in': 'whoever is signed in' }

function readWho(words: string): Permission['who'] {
  if (words === 'anybody') return 'anybody'
  if (words === 'whoever is signed in') return 'signed in'
  return membersIn(words).map(word => {
    const role = [...roles, ...duties].find(name => inWords(name) === word)
    if (role === undefined) throw new Error(`docs/permissions.md names a role that there is not: ${word}`)
    return role
  })
}

/** Guests have a test of their own: `test/county.test.ts`. */
const membersIn = (words: string): string[] => words.split(', ').filter(word => !shares.some(share => word === guestOf(share)))
