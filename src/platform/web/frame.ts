import type { Problem } from '../../kernel/ruling.ts'
import type { Arrival } from './arrival.ts'
import { type May, mayAdminister, mayManagePerformance, roleNames } from './may.ts'
import type { Visitor } from './visit.ts'

/** What stands in the navigation of every partnership; `path` is relative to it. */
export type NavigationItem = { readonly text: string; readonly path: string; readonly may: May }

export type FrameParts = {
  readonly arrival: Arrival
  readonly path: string
  readonly requestId: string
  readonly flash: string | null
  readonly problems: readonly Problem[]
  readonly navigation: readonly NavigationItem[]
}

/** All that a page has around what is its own. Every name the layout prints is here. */
export function frame({ arrival, path, requestId, flash, problems, navigation }: FrameParts): object {
  const { signedIn, place, personas } = arrival
  const visitor: Visitor | null = signedIn && place ? { accountId: signedIn.accountId, name: signedIn.name, role: place.role } : null
  const base = place ? `/${place.partnership.slug}` : ''
  const href = (to: string) => (to.startsWith('/') ? to : to === '' ? base : `${base}/${to}`)

  return {
    breadcrumbs: [],
    wide: false,
    problems,
    flash,
    requestId,
    visitor,
    account: signedIn && { name: signedIn.name, role: place ? roleNames[place.role] : '' },
    partnership: place?.partnership ?? null,
    may: { managePerformance: visitor !== null && mayManagePerformance(visitor), administer: visitor !== null && mayAdminister(visitor) },
    href,
    navigation: visitor ? navigation.filter(item => item.may(visitor)).map(item => navigationLink(item, href(item.path), path)) : [],
    personas: personas.map(persona => ({
      value: persona.accountId,
      text: `${persona.name}, ${roleNames[persona.role].toLowerCase()}`,
      selected: persona.accountId === signedIn?.accountId,
    })),
    errorList: problems.map(({ text, field }) => (field === undefined ? { text } : { text, href: `#${field}` })),
  }
}

function navigationLink({ text }: NavigationItem, href: string, path: string) {
  return { text, href, current: path === href, active: path.startsWith(`${href}/`) }
}
