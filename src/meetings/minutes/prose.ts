/** What somebody typed, as paragraphs and lists of two levels: a line that begins with a dash or another bullet is a point, and one further in is under the one before. */
export type Block = { readonly kind: 'paragraph'; readonly text: Words } | { readonly kind: 'bullets'; readonly items: readonly Bullet[] }
export type Bullet = { readonly text: Words; readonly under: readonly Bullet[] }
export type Words = string | readonly Run[]
export type Run = { readonly text: string; readonly as: 'plain' | 'strong' | 'inserted' | 'deleted' }
