import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Fields, readForm, text } from '../../platform/web/index.ts'
import { line, minutesOrNone, prose } from '../forward-plan/form.ts'
import { type Bearers, bearerOf, purposes } from '../forward-plan/forward-plan.ts'
import { type AgendaItem, type AgendaItemId, type ItemDraft, itemKindNames, itemKinds, type Known } from './agenda.ts'

const kindsThatAreCalled = ['standing', 'item', 'workshop']

const fields = z
  .object({
    title: line(300, 'The item'),
    kind: z.enum(itemKinds, { error: 'Select what it is' }),
    numberAsTyped: line(20, 'The number'),
    detail: prose(4000, 'The points under it'),
    presenter: line(300, 'Who presents it'),
    purpose: z.enum([...purposes, 'none'], { error: 'Select what is wanted of the meeting' }),
    minutes: minutesOrNone,
  })
  .transform(({ title, purpose, ...rest }, context) => {
    if (title === '' && kindsThatAreCalled.includes(rest.kind))
      context.addIssue({ code: 'custom', path: ['title'], message: 'Enter what the item is called' })
    return { ...rest, title: title === '' ? itemKindNames[rest.kind] : title, purpose: purpose === 'none' ? null : purpose }
  })

/** `item` is the one that is changed, if one is. One level of items stands within others. */
export function readItem(body: Fields, { items, groups, people }: Known, item: AgendaItem | null): Ruling<ItemDraft> {
  const read = readForm(fields, body)
  const parentId = idOf<'agenda-item'>(text(body, 'parentId'))
  const problem = parentId === null ? null : parentProblem(parentId, items, item)
  if (!read.accepted || problem !== null)
    return refuse(...(read.accepted ? [] : read.problems), ...(problem === null ? [] : [{ field: 'parentId', text: problem }]))

  const { presenter, ...rest } = read.value
  const { responsible, personId } = bearerOf(presenter, { people, seats: [] })
  return accept({
    ...rest,
    parentId,
    presenter: responsible,
    presenterId: personId,
    aboutGroupId: groups.find(({ id }) => String(id) === text(body, 'aboutGroupId'))?.id ?? null,
    isConfidential: text(body, 'isConfidential') === 'yes',
    forwardItemId: item?.forwardItemId ?? null,
  })
}

function parentProblem(parentId: AgendaItemId, items: readonly AgendaItem[], item: AgendaItem | null): string | null {
  if (!items.some(({ id, parentId: above }) => id === parentId && above === null && id !== item?.id)) return 'Select an item from the list'
  if (item !== null && items.some(({ parentId: above }) => above === item.id))
    return 'It has items within it, so it cannot stand within another'
  return null
}

/** The minutes and presenters of all items at once, each by its number. */
export function readTimes(body: Fields, items: readonly AgendaItem[], people: Bearers['people']): Ruling<readonly AgendaItem[]> {
  const read = items.map(item => {
    const one = readForm(z.object({ minutes: minutesOrNone, presenter: line(300, 'Who presents it') }), {
      minutes: text(body, `minutes-${item.id}`),
      presenter: text(body, `presenter-${item.id}`),
    })
    if (!one.accepted)
      return refuse(...one.problems.map(({ field, text }) => ({ field: `${field}-${item.id}`, text: `${item.title}: ${text}` })))
    const { responsible, personId } = bearerOf(one.value.presenter, { people, seats: [] })
    return accept({ ...item, minutes: one.value.minutes, presenter: responsible, presenterId: personId })
  })
  const problems = read.flatMap(each => (each.accepted ? [] : each.problems))
  return problems.length > 0 ? refuse(...problems) : accept(read.flatMap(each => (each.accepted ? [each.value] : [])))
}
