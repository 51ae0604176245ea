/** Which way an indicator goes, in one word, for whoever asks no more of it. */

import type { Assessment } from '../judgement/judgement.ts'
import { type Direction, travel } from '../travel/travel.ts'
import { byChance, controlOf, type Standing } from './standing.ts'

/** Of its latest figure: as last year compares, which no season disturbs, or where that says nothing the period before. Null where neither does. */
export function directionOf(standing: Standing, { return: held }: Pick<Assessment, 'return'>): Direction | null {
  const travelled = { ...standing, return: held, byChance: byChance(controlOf(standing, null), held) }
  const [long, short] = [travel(travelled, 'long'), travel(travelled, 'short')]
  return long.kind === 'comparable' ? long.direction : short.kind === 'comparable' ? short.direction : null
}
