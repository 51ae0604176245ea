import type { Answer } from './answer.ts'

export type KeptPage = {
  readonly answer: Answer
  /** The page, cut where whoever looks is named. */
  readonly pieces: readonly Buffer[]
  /** The same compressed, from when somebody first takes it so. */
  zipped: Promise<readonly Buffer[]> | null
}

/** What this process keeps, each as it was when its partnership had changed so often. */
export type KeptPages = {
  find(key: string, changes: number): KeptPage | null
  /** The page that is being made for somebody else; null where none is, or it turned out to be for them alone. */
  awaited(key: string, changes: number): Promise<KeptPage | null>
  /** Somebody makes the page: to be told what came of it, or null as soon as it is known to be for them alone. */
  begin(key: string, changes: number): (page: KeptPage | null) => void
}

/** `room` is in bytes; what is kept zipped besides is a small part of it. The page that was longest not asked for is forgotten first. */
export function keptPages(room = 64_000_000): KeptPages {
  const pages = new Map<string, { readonly page: KeptPage; readonly changes: number; readonly size: number }>()
  const beingMade = new Map<string, { readonly page: Promise<KeptPage | null>; readonly changes: number }>()
  let taken = 0

  function forget(key: string): void {
    taken -= pages.get(key)?.size ?? 0
    pages.delete(key)
  }

  function keep(key: string, changes: number, page: KeptPage): void {
    forget(key)
    const size = page.pieces.reduce((sum, piece) => sum + piece.length, 0)
    pages.set(key, { page, changes, size })
    taken += size
    for (const longestUnasked of pages.keys()) {
      if (taken <= room) break
      forget(longestUnasked)
    }
  }

  return {
    find(key, changes) {
      const kept = pages.get(key)
      if (kept?.changes !== changes) return null
      pages.delete(key)
      pages.set(key, kept)
      return kept.page
    },
    async awaited(key, changes) {
      const making = beingMade.get(key)
      return making?.changes === changes ? making.page : null
    },
    begin(key, changes) {
      const { promise, resolve } = Promise.withResolvers<KeptPage | null>()
      const making = { page: promise, changes }
      beingMade.set(key, making)
      return page => {
        if (page !== null) keep(key, changes, page)
        if (beingMade.get(key) === making) beingMade.delete(key)
        resolve(page)
      }
    },
  }
}
