/**
 * Whether a request that changes something comes from one of our own pages. Browsers say so themselves (Sec-Fetch-Site) over https and on
 * localhost; elsewhere by Origin. What says neither is not a browser showing our page.
 */
export function isFromOwnPage(headers: Readonly<Record<string, string | readonly string[] | undefined>>, ownOrigin: string): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  return headers.origin === ownOrigin
}
