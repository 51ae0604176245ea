import type { Named } from '../../partnership/index.ts'
import { type Beside, type Body, sameBody } from './answerable.ts'

/** Of which groups and seats it is asked who that is in person. */
export const wantedIn = (beside: readonly Beside[]) => ({
  groupIds: beside.filter(({ kind }) => kind === 'group').map(({ id }) => id),
  seatIds: beside.filter(({ kind }) => kind === 'seat').map(({ id }) => id),
})

/** Safer Wexcombe (Amina Khan, acting: Joe Bell); Safer Wexcombe, chair (vacant); Ruth Calder. */
export function besideInWords(beside: readonly Beside[], bodies: readonly Body[], inPerson: readonly Named[]) {
  const worded = beside.flatMap(each => {
    const body = bodies.find(one => sameBody(one, each))
    const person = inPerson.find(({ kind, id }) => kind === each.kind && id === each.id)
    return body === undefined ? [] : [{ part: each.part, words: person === undefined ? body.name : `${body.name} (${person.words})` }]
  })
  const those = (part: Beside['part']) => worded.filter(each => each.part === part).map(({ words }) => words)
  return { leads: those('lead'), contributors: those('contributor') }
}
