import { z } from 'zod'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { GroupId } from '../../partnership/index.ts'
import { type Fields, readForm, text, texts } from '../../platform/web/index.ts'
import { line, lines, year } from '../form.ts'
import type { Choices, PlanIndicator } from './content/content.ts'
import type { Plan, PlanId } from './plan.ts'

const draft = z.object({
  title: line(200, 'The title').refine(typed => typed !== '', 'Enter a title'),
  summary: lines(5_000, 'What it is about'),
  risks: lines(3_000, 'What may go wrong'),
  equality: lines(3_000, 'How equality was considered'),
  sustainability: lines(3_000, 'How sustainability was considered'),
  progressEvery: z.enum(['month', 'quarter'], 'Select how often its progress is told'),
})

export type PlanDraft = Pick<Plan, 'title' | 'summary' | 'risks' | 'equality' | 'sustainability' | 'progressEvery' | 'leadId'> & {
  readonly outcomeIds: readonly number[]
  readonly indicatorIds: readonly number[]
}

export function readPlan(body: Fields, known: Choices): Ruling<PlanDraft> {
  const form = readForm(draft, body)
  const indicators = readIndicators(text(body, 'indicators'), known.indicators)
  const lead = text(body, 'leadId')
  const leadId = known.people.find(({ id }) => String(id) === lead)?.id ?? null
  const problems: Problem[] = [
    ...(form.accepted ? [] : form.problems),
    ...(lead !== '' && leadId === null ? [{ field: 'leadId', text: 'Select somebody of the list' }] : []),
    ...(indicators.accepted ? [] : indicators.problems),
  ]
  if (!form.accepted || !indicators.accepted || problems.length > 0) return refuse(...problems)
  const outcomeIds = known.outcomes.filter(({ id }) => texts(body, 'outcomes').includes(String(id))).map(({ id }) => id)
  return accept({ ...form.value, leadId, outcomeIds, indicatorIds: indicators.value })
}

/** References as people write them, one beside the other: NI 111, ni 20; L6.2. */
function readIndicators(typed: string, known: readonly PlanIndicator[]): Ruling<readonly number[]> {
  const asked = typed
    .split(/[,;\n]/)
    .map(each => each.trim())
    .filter(each => each !== '')
  const byName = new Map(
    known.flatMap(each => [each.reference, each.title].filter(name => name !== '').map(name => [plain(name), each.id])),
  )
  const unknown = asked.filter(each => !byName.has(plain(each)))
  if (unknown.length > 0)
    return refuse({
      field: 'indicators',
      text: `There is no indicator ${unknown.join(', ')}. Enter references like NI 111, with commas between them`,
    })
  return accept([...new Set(asked.flatMap(each => byName.get(plain(each)) ?? []))])
}
const plain = (name: string): string => name.toLowerCase().replace(/\s+/g, '')

const beginning = z.object({ year, title: line(200, 'The title') })
export type Begun = z.infer<typeof beginning> & { readonly groupId: GroupId; readonly from: PlanId | null }

/** `groups` are those whose plan the visitor may write, `plans` those from which one may begin. */
export function readBeginning(
  body: Fields,
  { groups, plans }: { readonly groups: readonly { readonly id: GroupId }[]; readonly plans: readonly Pick<Plan, 'id' | 'startsOn'>[] },
): Ruling<Begun> {
  const form = readForm(beginning, body)
  const group = groups.find(({ id }) => String(id) === text(body, 'groupId'))
  const noGroup = group === undefined ? [{ field: 'groupId', text: 'Select the group whose plan it is' }] : []
  if (!form.accepted || group === undefined) return refuse(...noGroup, ...(form.accepted ? [] : form.problems))
  const from = plans.find(({ id }) => String(id) === text(body, 'from'))
  if (from === undefined && text(body, 'from') !== '') return refuse({ field: 'from', text: 'Select a plan of the list, or nothing' })
  if (from !== undefined && from.startsOn >= form.value.year.startsOn)
    return refuse({ field: 'from', text: 'Begin with a plan of an earlier year, or with nothing' })
  return accept({ ...form.value, groupId: group.id, from: from?.id ?? null })
}
