export const pageSize = 100

export type Pagination = {
  readonly previous?: { readonly href: string }
  readonly next?: { readonly href: string }
  readonly items?: readonly ({ readonly number: number; readonly href: string; readonly current: boolean } | { readonly ellipsis: true })[]
  readonly landmarkLabel: string
}

/**
 * The params of govukPagination for a list of `total` rows of which page `page` (from 1) is shown; null when one page holds them all.
 * `base` is the address of the list and may have a query already.
 */
export function pagination(total: number, page: number, base: string): Pagination | null {
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return null

  const href = (number: number) => `${base}${base.includes('?') ? '&' : '?'}page=${number}`
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter(number => number >= 1 && number <= pages)
  const items = shown.flatMap((number, index) => {
    const item = { number, href: href(number), current: number === page }
    const before = shown[index - 1]
    return before !== undefined && number - before > 1 ? [{ ellipsis: true } as const, item] : [item]
  })
  return {
    landmarkLabel: 'Pages',
    items,
    ...(page > 1 && { previous: { href: href(page - 1) } }),
    ...(page < pages && { next: { href: href(page + 1) } }),
  }
}

/** The page asked for, from 1; nonsense is the first page. */
export function pageNumber(asked: string): number {
  return /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : 1
}

export const rowsBefore = (page: number): number => (page - 1) * pageSize
