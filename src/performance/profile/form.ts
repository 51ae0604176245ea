import { type Decimal, parseDecimal } from '../../kernel/decimal.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, text } from '../../platform/web/index.ts'
import { type ProfileKind, profileKinds } from './profile.ts'

export type AskedProfile = { readonly kind: ProfileKind; readonly own: readonly Decimal[] }

/** Percentages are read only where they are asked for. */
export function readProfile(fields: Fields, parts: number): Ruling<AskedProfile> {
  const kind = profileKinds.find(each => each === text(fields, 'profile'))
  if (kind === undefined) return refuse({ field: 'profile', text: 'Select how the year is spread' })
  if (kind !== 'own') return accept({ kind, own: [] })
  const problems: Problem[] = []
  const own = Array.from({ length: parts }, (_, at) => {
    const share = parseDecimal(text(fields, `share-${at}`))
    if (share === null || share.digits < 0n) problems.push({ field: `share-${at}`, text: 'Enter each percentage as a number, like 25' })
    return share
  }).filter(share => share !== null)
  return problems.length > 0 ? refuse(...problems) : accept({ kind, own })
}
