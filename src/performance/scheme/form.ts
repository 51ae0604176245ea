import { type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, text } from '../../platform/web/index.ts'
import { type Band, bands, choose, type SchemeName, schemeNames, wordField } from './scheme.ts'

export type Chosen = { readonly name: SchemeName; readonly own: Readonly<Partial<Record<Band, string>>> }

/** Only the words of the scheme that is chosen are read: the others stand on the page as well. */
export function readScheme(body: Fields): Ruling<Chosen> {
  const name = schemeNames.find(each => each === text(body, 'scheme'))
  if (name === undefined) return refuse({ field: 'scheme', text: 'Select how judgements are shown' })
  const typed = Object.fromEntries(bands.map(band => [band, text(body, wordField(name, band))]))
  const own = choose(name, typed)
  return own.accepted ? { accepted: true, value: { name, own: own.value } } : own
}
