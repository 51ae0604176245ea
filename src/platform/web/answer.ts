import { fileURLToPath } from 'node:url'
import type { Problem } from '../../kernel/ruling.ts'

/** What a handler gives back. It is plain data: only the shell knows HTTP. */
export type Answer = (Page | Redirect | Content) & { readonly cookies: readonly CookieChange[] }

export type Page = {
  readonly kind: 'page'
  readonly status: number
  readonly template: string
  readonly view: object
  readonly problems: readonly Problem[]
}
export type Redirect = { readonly kind: 'redirect'; readonly to: string; readonly flash: string | null }
export type Content = {
  readonly kind: 'content'
  readonly status: number
  readonly contentType: string
  readonly fileName: string | null
  /** In pieces that are made while they are sent, when the visit is over: what is too long to be held as a whole. */
  readonly content: string | Buffer | AsyncIterable<string | Uint8Array>
  /** Where somebody else put it in: it is kept from doing anything, and only `shown` where a browser has a viewer for it. */
  readonly foreign?: 'shown' | 'saved'
}

/** A cookie of ours: HttpOnly, SameSite=Lax, the whole site, Secure over https. A null value takes it away; null seconds end with the browser. */
export type CookieChange = { readonly name: string; readonly value: string | null; readonly seconds: number | null }

/** With problems the page is shown again with status 422, and whatever the visit wrote is undone. */
export function page(template: string | URL, view: object, problems: readonly Problem[] = []): Answer {
  const path = template instanceof URL ? fileURLToPath(template) : template
  return { kind: 'page', status: problems.length > 0 ? 422 : 200, template: path, view, problems, cookies: [] }
}

/** `to` is relative to the partnership ('indicators/12'), or absolute within this site ('/account'). */
export function redirect(to: string, flash?: string): Answer {
  if (/^[/\\]{2}|^[a-z][a-z0-9+.-]*:/i.test(to)) throw new Error('A redirect stays on this site')
  return { kind: 'redirect', to, flash: flash ?? null, cookies: [] }
}

export const download = (fileName: string, contentType: string, content: Content['content']): Answer => ({
  kind: 'content',
  status: 200,
  contentType,
  fileName,
  content,
  cookies: [],
})

/** A file that somebody put in, as they put it in. */
export const fileOfOthers = (
  { name, contentType, isShown }: { readonly name: string; readonly contentType: string; readonly isShown: boolean },
  content: AsyncIterable<Uint8Array>,
): Answer => ({
  kind: 'content',
  status: 200,
  contentType,
  fileName: name,
  content,
  foreign: isShown ? 'shown' : 'saved',
  cookies: [],
})

/** For script of our own pages, which asked for it. */
export const data = (value: object): Answer => ({
  kind: 'content',
  status: 200,
  contentType: 'application/json; charset=utf-8',
  fileName: null,
  content: JSON.stringify(value),
  cookies: [],
})

/** The template beside the file that shows it: `template(import.meta.url, 'edit.njk')`. */
export const template = (beside: string, name: string): string => fileURLToPath(new URL(name, beside))

export const withCookie = (answer: Answer, cookie: CookieChange): Answer => ({ ...answer, cookies: [...answer.cookies, cookie] })

/** A page that says no for a reason other than what was typed: too many attempts (429), for one. */
export const withStatus = (answer: Answer, status: number): Answer => (answer.kind === 'redirect' ? answer : { ...answer, status })
