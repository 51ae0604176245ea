/** What a page of targets or of returns is about: an indicator, and the areas in which it may have some. */
import type { Area, AreaId } from '../../partnership/index.ts'
import type { Indicator } from '../indicator/indicator.ts'
import type { Tolerance } from '../judgement/judgement.ts'
import { inOrder } from '../standing/area-order.ts'

export type Subject = {
  readonly indicator: Indicator
  readonly tolerance: Tolerance
  readonly areas: readonly Area[]
  /** The area that the agreement is for. */
  readonly ownAreaId: AreaId
}

export const areaName = ({ areas }: Subject, areaId: AreaId): string => areas.find(({ id }) => id === areaId)?.name ?? ''

/** Where the page stands: under its indicator, or under the list (`under`) that belongs to it. */
export function breadcrumbs({ indicator }: Subject, under: { readonly text: string; readonly path: string } | null) {
  const href = `indicators/${indicator.id}`
  const list = under === null ? [] : [{ text: under.text, href: `${href}/${under.path}` }]
  return [{ text: 'Indicators', href: 'indicators' }, { text: indicator.reference ?? indicator.title, href }, ...list]
}

/** The ids of areas in the order in which people look for them: the agreement's own first, each with those that lie in it. */
export const orderedIds = ({ areas, ownAreaId }: Subject, shown: ReadonlySet<AreaId>): AreaId[] =>
  inOrder(areas, shown, ownAreaId).map(({ area }) => area.id)

/** To choose an area from; with `all`, or none in particular. */
export function areaChoices(subject: Subject, shown: ReadonlySet<AreaId>, chosen: string, all?: string) {
  const placed = inOrder(subject.areas, shown, subject.ownAreaId)
  const choices = placed.map(({ area: { id, name }, depth }) => ({
    value: String(id),
    text: `${'– '.repeat(depth)}${name}`,
    selected: String(id) === chosen,
  }))
  return all === undefined ? choices : [{ value: '', text: all, selected: chosen === '' }, ...choices]
}

export const everyArea = ({ areas }: Subject): ReadonlySet<AreaId> => new Set(areas.map(({ id }) => id))
