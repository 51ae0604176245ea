/**
 * An agenda is assembled from what a meeting always takes, what the forward plan has for it and what the last meeting left. Assembled again, it gets what is new and
 * keeps everything else as it is: what was written, the order, and what was taken off is offered and not put back.
 */
import type { ForwardItem, ForwardItemId } from '../forward-plan/forward-plan.ts'
import { dayWords, type Meeting } from '../meeting/meeting.ts'
import { type AgendaItem, type AgendaItemId, type ItemDraft, type ItemKind, itemKindNames, itemKinds, plainItem, within } from './agenda.ts'

/** Something that an agenda may be made of; `key` is what a form calls it. */
export type Source = { readonly key: string; readonly draft: ItemDraft }

export type Found = {
  /** The group's last meeting before this one. */
  readonly last: Meeting | null
  readonly hasOpenActions: boolean
  readonly planned: readonly ForwardItem[]
}

/** Everything that could be on the agenda, in the order in which it is usually taken. */
export function sourcesOf({ last, hasOpenActions, planned }: Found): readonly Source[] {
  const usual = (kind: ItemKind, but: Partial<ItemDraft> = {}): Source => ({
    key: kind,
    draft: { ...plainItem(itemKindNames[kind], kind), ...but },
  })
  const standing = planned.filter(({ isStanding }) => isStanding).map(plannedSource)
  const others = planned.filter(({ isStanding }) => !isStanding).map(plannedSource)
  return [
    usual('welcome'),
    usual('interests'),
    ...(last === null ? [] : [usual('minutes', { title: minutesTitle(last), purpose: 'decide' })]),
    ...(last === null && !hasOpenActions ? [] : [usual('matters-arising')]),
    ...standing,
    ...others,
    usual('exceptions'),
    usual('forward-plan'),
    usual('any-other-business'),
    usual('next-meeting'),
  ]
}

export const minutesTitle = (last: Pick<Meeting, 'onDay' | 'dayKnown'>): string => `Minutes of the last meeting, ${dayWords(last)}`

const plannedSource = (item: ForwardItem): Source => ({
  key: `plan-${item.id}`,
  draft: {
    ...plainItem(item.title, item.isStanding ? 'standing' : 'item'),
    detail: item.detail,
    purpose: item.purpose,
    presenter: item.responsible,
    presenterId: item.personId,
    minutes: item.minutes,
    forwardItemId: item.id,
  },
})

/** What is not on the agenda yet. Apologies that have an item of their own, or none but the welcome, are there. */
export function missing(sources: readonly Source[], items: readonly AgendaItem[]): readonly Source[] {
  const kinds = new Set<ItemKind>(items.map(({ kind }) => (kind === 'apologies' ? 'welcome' : kind)))
  const planned = new Set<ForwardItemId | null>(items.map(({ forwardItemId }) => forwardItemId))
  return sources.filter(({ draft }) => (draft.forwardItemId === null ? !kinds.has(draft.kind) : !planned.has(draft.forwardItemId)))
}

/** The new order of what stands at the top: each addition after what is usually taken before it. */
export function withAdded(items: readonly AgendaItem[], added: readonly ItemDraft[]): readonly (AgendaItemId | ItemDraft)[] {
  let order: readonly { readonly kind: ItemKind; readonly is: AgendaItemId | ItemDraft }[] = within(items, null).map(({ id, kind }) => ({
    kind,
    is: id,
  }))
  for (const draft of added) {
    const after = order.findLastIndex(({ kind }) => rank(kind) <= rank(draft.kind))
    order = order.toSpliced(after + 1, 0, { kind: draft.kind, is: draft })
  }
  return order.map(({ is }) => is)
}

const rank = (kind: ItemKind): number => itemKinds.indexOf(kind === 'workshop' ? 'item' : kind)

/** The last meeting's agenda as the beginning of another: without what the forward plan had for that meeting alone. */
export function copied(
  items: readonly AgendaItem[],
  last: Meeting,
): readonly { readonly draft: ItemDraft; readonly within: readonly ItemDraft[] }[] {
  const keeps = ({ kind, forwardItemId }: AgendaItem): boolean => forwardItemId === null || kind === 'standing'
  const draft = ({ id, meetingId, place, ...item }: AgendaItem): ItemDraft => ({
    ...item,
    parentId: null,
    title: item.kind === 'minutes' ? minutesTitle(last) : item.title,
  })
  return within(items, null)
    .filter(keeps)
    .map(item => ({ draft: draft(item), within: within(items, item.id).filter(keeps).map(draft) }))
}
