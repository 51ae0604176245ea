import { type NodeKind, nodeKinds } from '../node/node.ts'

export const zooms = ['whole', '100', '150'] as const
export const hops = ['0', '1', '2', '3', 'all'] as const
export type Hops = (typeof hops)[number]

/** How far up and down a thread is drawn, which kinds of it and how large. */
export type Asked = {
  readonly up: Hops
  readonly down: Hops
  readonly kinds: ReadonlySet<NodeKind>
  readonly zoom: (typeof zooms)[number]
}

export const hopsOf = (asked: Hops): number => (asked === 'all' ? nodeKinds.length : Number(asked))

/** What was asked, as it stands in an address: only what is not usual. */
export function questionOf({ up, down, kinds, zoom }: Asked): string {
  const question = new URLSearchParams()
  if (up !== 'all') question.set('up', up)
  if (down !== 'all') question.set('down', down)
  if (kinds.size < nodeKinds.length) for (const kind of kinds) question.append('kinds', kind)
  if (zoom !== '100') question.set('zoom', zoom)
  return question.toString()
}
