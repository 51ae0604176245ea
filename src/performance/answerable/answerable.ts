/**
 * Answerable for an indicator are those who lead it and those who contribute: organisations, groups, seats and people. It may have one lead of each kind. The
 * lead organisation, by which scorecards are turned, is the one that is named, or else that of the seat, or else where the lead person has their post.
 */
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { GroupId, OrganisationId, PersonId, SeatId } from '../../partnership/index.ts'

/** All who may report it: leads and contributors alike, since whoever contributes supplies figures. */
export type Answerable = {
  readonly leadId: OrganisationId | null
  readonly contributorIds: readonly OrganisationId[]
  readonly groupIds: readonly GroupId[]
  readonly seatIds: readonly SeatId[]
  readonly personIds: readonly PersonId[]
  /** The group or the person that leads it, for where no organisation does. */
  readonly beside: string | null
}

export const nobodyAnswers: Answerable = { leadId: null, contributorIds: [], groupIds: [], seatIds: [], personIds: [], beside: null }

export const kinds = ['group', 'seat', 'person'] as const
export type Kind = (typeof kinds)[number]
export type Part = 'lead' | 'contributor'

/** Who leads an indicator or contributes to it besides organisations. */
export type Beside = { readonly part: Part; readonly kind: Kind; readonly id: number }

/** A group, a seat or a person that an indicator may name, in words: Safer Wexcombe; Safer Wexcombe, chair; Amina Khan. */
export type Body = { readonly kind: Kind; readonly id: number; readonly name: string }

export const sameBody = (a: Pick<Body, 'kind' | 'id'>, b: Pick<Body, 'kind' | 'id'>): boolean => a.kind === b.kind && a.id === b.id

/**
 * Lines in which somebody wrote who contributes: what is the name of exactly one group, seat or person is that, the rest are organisations.
 * Of several of one name it is the one that contributes already.
 */
export function settleNames(
  lines: readonly string[],
  bodies: readonly Body[],
  held: readonly Beside[],
  field: string,
): Ruling<{ readonly bodies: readonly Body[]; readonly others: readonly string[] }> {
  const contributes = (body: Body) => held.some(each => each.part === 'contributor' && sameBody(each, body))
  const found = lines.map(line => {
    const called = bodies.filter(({ name }) => name.toLowerCase() === line.toLowerCase())
    const already = called.filter(contributes)
    return { line, those: called.length > 1 && already.length > 0 ? already.slice(0, 1) : called }
  })
  const unclear = found.find(({ those }) => those.length > 1)
  if (unclear)
    return refuse({
      field,
      text: `${unclear.those.length} are called ${unclear.line}: ${unclear.those.map(({ kind }) => kindWords[kind]).join(' and ')}. Write the name of one alone, or correct theirs`,
    })
  return accept({
    bodies: found.flatMap(({ those }) => those),
    others: found.flatMap(({ line, those }) => (those.length === 0 ? [line] : [])),
  })
}

const kindWords: Readonly<Record<Kind, string>> = { group: 'a group', seat: 'a seat', person: 'a person' }
