/** Something to put on paper: what it says, and none of how it looks. Words are words, whatever they look like: nothing in them is an instruction. */
export type PaperDocument = {
  readonly title: string
  /** At the foot of each page, beside its number: whose it is, and of which day. */
  readonly foot: string
  readonly paper: 'a3' | 'a4'
  readonly isOnItsSide: boolean
  readonly parts: readonly Part[]
}

export type Part =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly onNewPage?: boolean }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** As large as the rest of its page allows. `description` is for whoever does not see it, and nothing is typeset without. */
  | { readonly kind: 'picture'; readonly svg: string; readonly description: string }
  | { readonly kind: 'list'; readonly columns: 1 | 2 | 3; readonly items: readonly Item[] }

export type Item = { readonly name: string; readonly href: string | null; readonly text: string; readonly under: readonly Item[] }
