import { type Fields, text, texts } from '../../platform/web/index.ts'
import { isNodeKind, nodeKinds } from '../node/node.ts'
import { type Asked, hops, zooms } from './asked.ts'

/** A kind that nobody knows is not asked for; without any all are. */
export function readAsked(query: Fields): Asked {
  const kinds = texts(query, 'kinds').filter(isNodeKind)
  return {
    up: hops.find(each => each === text(query, 'up')) ?? 'all',
    down: hops.find(each => each === text(query, 'down')) ?? 'all',
    kinds: new Set(kinds.length === 0 ? nodeKinds : kinds),
    zoom: zooms.find(each => each === text(query, 'zoom')) ?? '100',
  }
}

/** A4 is what printers have. */
export const readPaper = (query: Fields): 'a3' | 'a4' => (text(query, 'paper') === 'a3' ? 'a3' : 'a4')
