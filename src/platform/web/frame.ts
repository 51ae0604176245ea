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

/**
 * What stands in the navigation of every partnership; paths are relative to it. A section leads to the first of its places that one may see, and shows
 * them all below the navigation while one is in it; `besides` are pages of it that stand in no navigation. Where one searches stands in the head of the page.
 */
export type NavigationItem = NavigationPlace | NavigationSection
type NavigationPlace = { readonly text: string; readonly path: string; readonly may: May; readonly isSearch?: true }
type NavigationSection = { readonly text: string; readonly within: readonly NavigationPlace[]; readonly besides?: readonly string[] }

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
  const menu = visitor === null ? [] : navigation.flatMap(item => ('isSearch' in item ? [] : navigationLink(item, visitor, href, path)))
  const search = navigation.find(item => 'isSearch' in item && is(item.may))

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
      navigation: menu,
      searchHref: search !== undefined && 'path' in search ? href(search.path) : '',
      section: menu.find(({ current, active, places }) => places.length > 1 && (current || active)) ?? null,
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

type MenuLink = { readonly text: string; readonly href: string; readonly current: boolean; readonly active: boolean }

function navigationLink(
  item: NavigationItem,
  visitor: Visitor,
  href: (to: string) => string,
  path: string,
): (MenuLink & { readonly places: readonly MenuLink[] })[] {
  const link = (text: string, to: string): MenuLink => ({ text, href: to, current: path === to, active: path.startsWith(`${to}/`) })
  if (!('within' in item)) return isLetIn(item.may, visitor) ? [{ ...link(item.text, href(item.path)), places: [] }] : []
  const places = item.within.filter(({ may }) => isLetIn(may, visitor)).map(({ text, path }) => link(text, href(path)))
  const [first] = places
  if (first === undefined) return []
  const isIn = [...places, ...(item.besides ?? []).map(to => link('', href(to)))].some(({ current, active }) => current || active)
  return [{ text: item.text, href: first.href, current: first.current, active: isIn && !first.current, places }]
}
