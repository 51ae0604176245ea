import { type Fields, text } from '../../web/index.ts'

/** Where one wanted to go; the front door when that is not said, or not here. */
export const landing = (fields: Fields): string => localPath(text(fields, 'next')) ?? '/'

/** A path on this site, from what came with an address; null when it would lead anywhere else. */
export function localPath(asked: string): string | null {
  if (!asked.startsWith('/') || /^[/\\]{2}/.test(asked) || !URL.canParse(asked, site)) return null
  const { origin, pathname, search, hash } = new URL(asked, site)
  return origin === site && !pathname.startsWith('//') ? pathname + search + hash : null
}

const site = 'http://this.site'
