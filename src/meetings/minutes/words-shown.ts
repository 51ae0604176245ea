/** What a page or a document shows of minutes: paragraphs and points of two levels, of whose words some may be marked. `minute/prose.ts` makes them of what was typed. */
export type Block = { readonly kind: 'paragraph'; readonly text: Words } | { readonly kind: 'bullets'; readonly items: readonly Bullet[] }
export type Bullet = { readonly text: Words; readonly under: readonly Bullet[] }
export type Words = string | readonly Run[]
export type Run = { readonly text: string; readonly as: 'plain' | 'strong' | 'inserted' | 'deleted' }
