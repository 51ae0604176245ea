import type { Problem } from '../../kernel/ruling.ts'
import { type Arrival, visitorAt } from './arrival.ts'
import {
  isLetIn,
  type May,
  mayAdminister,
  mayKeepPeople,
  mayManagePerformance,
  mayRead,
  mayReadScorecard,
  mayReport,
  roleNames,
} from './may.ts'
import type { Visitor } from './visit.ts'

/** What stands in the navigation of every partnership; `path` is relative to it. */
export type NavigationItem = { readonly text: string; readonly path: string; readonly may: May }

export type FrameParts = {
  readonly arrival: Arrival
  /** What stands for the visitor's own name. */
  readonly name?: string
  readonly path: string
  /** The path with the question, if one was asked. */
  readonly address: string
  readonly flash: string | null
  readonly problems: readonly Problem[]
  readonly navigation: readonly NavigationItem[]
}

/** All that a page has around what is its own. Templates may use every name but `frame`, which is the layout's. */
export function frame({ arrival, name, path, address, flash, problems, navigation }: FrameParts) {
  const { signedIn, place, example } = arrival
  const visitor: Visitor | null = signedIn && place ? visitorAt(signedIn, place) : null
  const is = (may: May): boolean => visitor !== null && isLetIn(may, visitor)
  const county = place?.guest?.of ?? null
  const href = hrefWithin(place ? `/${place.partnership.slug}` : '')

  return {
    problems,
    flash,
    visitor,
    partnership: place?.partnership ?? null,
    may: {
      read: is(mayRead),
      seeScorecard: is(mayReadScorecard),
      managePerformance: is(mayManagePerformance),
      keepPeople: is(mayKeepPeople),
      report: is(mayReport),
      administer: is(mayAdminister),
    },
    href,
    frame: {
      address,
      account: signedIn && { name: name ?? signedIn.name, role: place ? roleNames[place.role] : '' },
      navigation: visitor ? navigation.filter(item => is(item.may)).map(item => navigationLink(item, href(item.path), path)) : [],
      /** Where its name leads. A guest's way back is to where they belong. */
      home: county === null ? href('') : `/${county.slug}/districts`,
      county,
      errorList: problems.map(({ text, field }) => (field === undefined ? { text } : { text, href: `#${field}` })),
      example: example && {
        canSetUp: example.canSetUp,
        people: example.people.map(({ accountId, name, role }) => ({
          value: accountId,
          text: `${name}, ${roleNames[role].toLowerCase()}`,
          selected: accountId === signedIn?.accountId,
        })),
      },
    },
  }
}

/** What is relative ('indicators/12') is within the partnership, '' is the partnership itself, and '/account' stays as it is. */
const hrefWithin = (base: string) => (to: string) => (to.startsWith('/') ? to : to === '' ? base : `${base}/${to}`)

function navigationLink({ text }: NavigationItem, href: string, path: string) {
  return { text, href, current: path === href, active: path.startsWith(`${href}/`) }
}
