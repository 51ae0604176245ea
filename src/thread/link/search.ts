/** Records by the words of their title, by their reference, or by the address of their page, as somebody pastes it. */
import { byPlace, isParty, isSame, keyOf, type NodeRef, nameOf, type Thread, type ThreadNode } from '../node/node.ts'

export const mostFound = 20

export function recordsFound(
  { nodes }: Thread,
  typed: string,
  itself: NodeRef,
): { readonly found: readonly ThreadNode[]; readonly total: number } {
  const asked = typed.trim().toLowerCase()
  if (asked === '') return { found: [], total: 0 }
  const path = pathIn(asked)
  const words = asked.split(/\s+/)
  const all = [...nodes.values()].filter(node => {
    if (isSame(node, itself)) return false
    if (path !== null) return path === node.address || path === `thread/${node.kind}/${node.id}`
    const name = nameOf(node).toLowerCase()
    return words.every(word => name.includes(word))
  })
  const found = all.toSorted((a, b) => Number(isParty(a)) - Number(isParty(b)) || byPlace(a, b) || keyOf(a).localeCompare(keyOf(b)))
  return { found: found.slice(0, mostFound), total: found.length }
}

/** https://goldthread.example/wexcombe/indicators/12?area=3 is indicators/12. */
const pathIn = (typed: string): string | null => typed.match(/^https?:\/\/[^/]+\/[^/]+\/([^?#]+)/)?.[1]?.replace(/\/$/, '') ?? null
