/**
 * The indicators of an outcome beside each other: what is counted, and what people say when they are asked. Where the two go different ways, that is worth a talk.
 */
import type { Direction } from '../../travel/travel.ts'

/** `direction`: null where nothing can be compared. */
export type Going = { readonly isSaid: boolean; readonly direction: Direction | null }

type Way = 'improving' | 'worsening' | 'neither'

/**
 * One sentence where what is counted and what people say disagree, and null where they agree or one of them has nothing to compare. Only those count that can be
 * compared and of which one way is better.
 */
export function disagreement(all: readonly Going[]): string | null {
  const comparable = all.filter(({ direction }) => direction !== null && direction !== 'up' && direction !== 'down')
  const counted = comparable.filter(({ isSaid }) => !isSaid)
  const said = comparable.filter(({ isSaid }) => isSaid)
  const [wayCounted, waySaid] = [wayOf(counted), wayOf(said)]
  if (counted.length === 0 || said.length === 0 || wayCounted === waySaid) return null
  const left = all.length - comparable.length
  const base =
    left === 0
      ? ''
      : ` ${left} of ${all.length} ${left === 1 ? 'is' : 'are'} not counted: there is nothing to compare, or neither way is better.`
  return `${sentenceOf(counted, wayCounted, said, waySaid)}${base}`
}

function sentenceOf(counted: readonly Going[], wayCounted: Way, said: readonly Going[], waySaid: Way): string {
  if (wayCounted === 'neither') {
    if (waySaid === 'neither') throw new Error('Both go neither way, which is no disagreement')
    return `What people say ${single[waySaid]} (${ofThem(said, waySaid)}), while what is counted does not (${ofThem(counted, waySaid)}).`
  }
  const people = waySaid === 'neither' ? `does not (${ofThem(said, wayCounted)})` : `${single[waySaid]} (${ofThem(said, waySaid)})`
  return `${ofThem(counted, wayCounted)} indicators ${plural[wayCounted]}, while what people say ${people}.`
}

/** The way in which more of them go than in the other. */
function wayOf(going: readonly Going[]): Way {
  const [better, worse] = [count(going, 'improving'), count(going, 'worsening')]
  return better > worse ? 'improving' : worse > better ? 'worsening' : 'neither'
}

const count = (going: readonly Going[], way: Way): number => going.filter(({ direction }) => direction === way).length
const ofThem = (going: readonly Going[], way: Way): string => `${count(going, way)} of ${going.length}`
const plural = { improving: 'improve', worsening: 'get worse' } as const
const single = { improving: 'improves', worsening: 'gets worse' } as const
