/**
 * What a guest is shown of a page: a link to what is not shared with them is the words alone, and a form that would change something is not there. The
 * server refuses both anyhow; this keeps pages from offering them, whichever module made the page.
 */
import { isLetIn, type May } from './may.ts'
import type { Visitor } from './visit.ts'

/** A path of a partnership ('/indicators/:id') that can be looked at, and the rule that says who may. */
export type Lookable = { readonly path: string; readonly may: May }

export function asGuestSees(html: string, base: string, isOpen: (path: string) => boolean): string {
  return html
    .replaceAll(/<form\b[^>]*\bmethod="post"[^>]*>.*?<\/form>/gs, form => (staysOpen(form) ? form : ''))
    .replaceAll(/<a\b[^>]*?\bhref="([^"]*)"[^>]*>(.*?)<\/a>/gs, (link: string, href: string, words: string) =>
      isWithin(base, href) && !isOpen(pathIn(base, href)) ? words : link,
    )
}

/** Which paths are open to somebody. Where several routes fit, the one with the fewest parts that stand for anything is meant, as the router has it. */
export function openPaths(routes: readonly Lookable[]): (visitor: Visitor, path: string) => boolean {
  const known = routes
    .map(({ path, may }) => ({ may, parts: path.split('/') }))
    .toSorted((a, b) => a.parts.filter(isOpenPart).length - b.parts.filter(isOpenPart).length)
  return (visitor, path) => {
    const asked = path.split('/')
    const route = known.find(
      ({ parts }) => parts.length === asked.length && parts.every((part, at) => isOpenPart(part) || part === asked[at]),
    )
    return route !== undefined && isLetIn(route.may, visitor)
  }
}

const isOpenPart = (part: string): boolean => part.startsWith(':')

const isWithin = (base: string, href: string): boolean => href === base || new RegExp(`^${base}[/?#]`).test(href)
const pathIn = (base: string, href: string): string => href.slice(base.length).replace(/[?#].*$/s, '')
/** A form without an address is sent to its own page; signing out is everybody's. */
const staysOpen = (form: string): boolean => /^<form\b[^>]*\baction="\/sign-out"/.test(form)
