/**
 * A district partnership under a county partnership, and what it shares. The county's administrator makes a code and passes it on; whoever administers
 * the district gives it, and so neither learns of partnerships that it does not know.
 */
import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { Share } from '../../web/index.ts'

export type District = {
  readonly id: number
  readonly slug: string
  readonly name: string
  readonly shares: readonly Share[]
}

/** What a partnership is to others. */
export type Ties = { readonly county: { readonly id: number; readonly name: string } | null; readonly districts: number }

export const shareNames: Readonly<Record<Share, string>> = {
  scorecard: 'Scorecard and indicators',
  exceptions: 'Exceptions',
  structure: 'Structure',
}

export const shareHints: Readonly<Record<Share, string>> = {
  scorecard: 'Targets, figures, judgements, charts and comparisons, with all that is said of them there',
  exceptions: 'Which indicators need attention, and why',
  structure: 'Groups, who sits on them and for which organisation; never how to reach people',
}

/** So many may be under one: their scorecards are shown side by side on one page. */
export const mostDistricts = 15

export const codeLasts = { hours: 14 * 24 } as const

/** Two layers, as the areas have: a county's districts have none of their own. */
export function mayMakeCode({ county, districts }: Ties): Ruling<null> {
  if (county) return refuse({ text: `This partnership is a district under ${county.name}, so none can be under it` })
  if (districts >= mostDistricts) return refuse({ text: `There are ${mostDistricts} districts already, which is as many as there can be` })
  return accept(null)
}

export type Partnership = Ties & { readonly id: number; readonly isExample: boolean }

const wrongCode = refuse({
  field: 'code',
  text: 'No county partnership has made that code, or it was used, or it is older than 14 days. Ask for a new one',
})

/** `county` is whose code it is; null for a code that nobody made, or that is over. */
export function join(district: Partnership, county: Partnership | null): Ruling<number> {
  if (district.county) return refuse({ field: 'code', text: `This partnership is under ${district.county.name} already. Leave that first` })
  if (district.districts > 0) return refuse({ field: 'code', text: 'This partnership has districts of its own, so it cannot be one' })
  if (!county) return wrongCode
  if (county.id === district.id)
    return refuse({ field: 'code', text: 'That code was made here. It is for an administrator of a district partnership' })
  if (county.isExample && !district.isExample)
    return refuse({
      field: 'code',
      text: 'That code is of the example, where anybody can look round. No partnership of your own can be under it',
    })
  const open = mayMakeCode(county)
  return open.accepted ? accept(county.id) : wrongCode
}
