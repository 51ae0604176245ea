/** Something to put on paper: what it says, and none of how it looks. Words are words, whatever they look like: nothing in them is an instruction. */
export type PaperDocument = {
  readonly title: string
  /** At the foot of each page, beside its number: whose it is, and of which day. */
  readonly foot: string
  readonly paper: 'a3' | 'a4'
  readonly isOnItsSide: boolean
  readonly parts: readonly Part[]
}

/** One of words alone, which a word processor can open as well. */
export type TextDocument = Omit<PaperDocument, 'parts'> & { readonly parts: readonly TextPart[] }

export type Part =
  | TextPart
  /** As large as the rest of its page allows. `description` is for whoever does not see it, and nothing is typeset without. */
  | { readonly kind: 'picture'; readonly svg: string; readonly description: string }
  | { readonly kind: 'list'; readonly columns: 1 | 2 | 3; readonly items: readonly Item[] }

export type TextPart =
  | Block
  /** Its heading is said again on each page that it reaches; `share` is how wide a column is beside the others. */
  | {
      readonly kind: 'table'
      readonly columns: readonly { readonly heading: string; readonly share: number }[]
      readonly rows: readonly (readonly (readonly Block[])[])[]
    }

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly onNewPage?: boolean }
  | { readonly kind: 'paragraph'; readonly text: Words }
  | { readonly kind: 'bullets'; readonly items: readonly Bullet[] }

export type Bullet = { readonly text: Words; readonly under: readonly Bullet[] }

/** Inserted and deleted are how a change is marked: underlined, and struck through. */
export type Words = string | readonly Run[]
export type Run = { readonly text: string; readonly as: 'plain' | 'strong' | 'inserted' | 'deleted' }

export const runsOf = (words: Words): readonly Run[] => (typeof words === 'string' ? [{ text: words, as: 'plain' }] : words)

export type Item = { readonly name: string; readonly href: string | null; readonly text: string; readonly under: readonly Item[] }
