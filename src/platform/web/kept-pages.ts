import type { Answer } from './answer.ts'

/** A page as it was when its partnership had changed so often. */
export type KeptPage = {
  readonly changes: number
  readonly answer: Answer
  /** The page, cut where whoever looks is named. */
  readonly parts: readonly string[]
  readonly zipped: Map<string, Promise<Buffer>>
}

/** What this process keeps, the page that was longest not asked for being forgotten first. */
export type KeptPages = {
  find(key: string, changes: number): KeptPage | null
  keep(key: string, page: KeptPage): void
}

/** `room` is in characters, a byte each: what is kept zipped besides is a small part of it. */
export function keptPages(room = 64_000_000): KeptPages {
  const pages = new Map<string, KeptPage>()
  const sizeOf = (key: string) => pages.get(key)?.parts.reduce((sum, part) => sum + part.length, 0) ?? 0
  let taken = 0

  function forget(key: string): void {
    taken -= sizeOf(key)
    pages.delete(key)
  }

  return {
    find(key, changes) {
      const page = pages.get(key)
      if (page?.changes !== changes) return null
      pages.delete(key)
      pages.set(key, page)
      return page
    },
    keep(key, page) {
      forget(key)
      pages.set(key, page)
      taken += sizeOf(key)
      for (const longestUnasked of pages.keys()) {
        if (taken <= room) break
        forget(longestUnasked)
      }
    },
  }
}
