import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { addressOrNone, dayOrNone, line, words } from '../vision/form.ts'
import { type StrategyDraft, strategyKinds } from './strategy.ts'

const fields = z.object({
  kind: z.enum(strategyKinds, { error: 'Select what it is' }),
  title: line(300, 'The title').refine(typed => typed !== '', 'Enter what it is called'),
  summary: words(3000, 'What it says'),
  whose: z.string().default(''),
  owner: line(200, 'The owner'),
  onDay: dayOrNone('The day of which it is'),
  reviewOn: dayOrNone('The day of its review'),
  link: addressOrNone,
})

/** Whose it is comes as organisation-3 or group-2; in words where it is nobody's of the partnership. */
export function readStrategy(body: Fields): Ruling<StrategyDraft> {
  const read = readForm(fields, body)
  if (!read.accepted) return read
  const { whose, owner, ...rest } = read.value
  const numbered = (kind: string) => (whose.startsWith(`${kind}-`) ? (idOf<'owner'>(whose.slice(kind.length + 1)) as number | null) : null)
  const [organisationId, groupId] = [numbered('organisation'), numbered('group')]
  if (organisationId === null && groupId === null && owner === '')
    return refuse({ field: 'whose', text: 'Select whose it is, or enter the owner in words' })
  if (rest.onDay !== null && rest.reviewOn !== null && rest.reviewOn < rest.onDay)
    return refuse({ field: 'reviewOn', text: 'The review must not be before the day of which it is' })
  return accept({ ...rest, organisationId, groupId, owner: organisationId === null && groupId === null ? owner : '' })
}
