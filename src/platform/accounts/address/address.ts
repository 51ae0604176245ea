/** The address of a partnership is its name as it can stand in a link: "Trafford Partnership" is /trafford-partnership. */
export function slugOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '').replaceAll('&', ' and ').replaceAll(/['’]/g, '')
  const slug = plain
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 50)
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' || reserved.includes(slug) ? `${slug}-partnership`.replace(/^-/, '') : slug
}

/** First words of addresses that belong to no partnership. A test holds them against the routes. */
export const reserved: readonly string[] = [
  'accessibility',
  'account',
  'api',
  'assets',
  'example',
  'favicon.ico',
  'health',
  'help',
  'invitation',
  'new-email',
  'public',
  'reset',
  'robots.txt',
  'setup',
  'sign-in',
  'sign-out',
]
