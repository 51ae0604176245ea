import { type Day, dayLabel } from '../../kernel/day.ts'
import { type ActionFact, addressOf, type Facts, type IndicatorFact } from '../gap/facts.ts'
import type { Offer } from './finder.ts'

const toFinder = [{ text: 'Finder', href: 'finder' }]
const nameOf = ({ reference, title }: Pick<IndicatorFact, 'reference' | 'title'>): string =>
  reference === '' ? title : `${reference} ${title}`

/** What speaks for it, in sentences. */
export function reasonsOf({ words, people, places }: Pick<Offer, 'words' | 'people' | 'places'>): string[] {
  return [
    words.length === 0 ? '' : `Both speak of: ${words.join(', ')}`,
    people.length === 0 ? '' : `Both are for ${people.join(', ')}`,
    places.length === 0 ? '' : `Both name ${places.join(', ')}`,
  ].filter(sentence => sentence !== '')
}

const groupOf = ({ groups }: Facts, { groupId }: ActionFact): string => groups.find(({ id }) => id === groupId)?.name ?? 'no group'

const offerRow = (facts: Facts, offer: Offer) => ({
  href: `finder/${offer.indicator.id}/${offer.action.id}`,
  reference: offer.action.reference,
  text: offer.action.title,
  group: groupOf(facts, offer.action),
  isProposed: offer.action.state === 'proposed',
  reasons: reasonsOf(offer),
})

/** No more of each, so that one indicator does not hide the others. */
const shownOfEach = 3

export function listView(facts: Facts, offers: readonly Offer[]) {
  return {
    title: 'Finder',
    indicators: [...Map.groupBy(offers, ({ indicator }) => indicator)].map(([indicator, of]) => ({
      name: nameOf(indicator),
      href: `finder/${indicator.id}`,
      count: of.length,
      more: Math.max(0, of.length - shownOfEach),
      offers: of.slice(0, shownOfEach).map(offer => offerRow(facts, offer)),
    })),
  }
}

type Aside = {
  readonly actionId: number
  readonly indicatorId: number
  readonly reason: string
  readonly byName: string
  readonly onDay: Day
}

export function indicatorView(facts: Facts, indicator: IndicatorFact, offers: readonly Offer[], aside: readonly Aside[]) {
  const outcomes = facts.outcomes.filter(({ id }) => indicator.outcomeIds.includes(id))
  const answering = new Set(outcomes.flatMap(({ groupIds }) => groupIds))
  const serving = facts.actions.filter(
    ({ isShown, indicatorIds, state }) => isShown && state !== 'dropped' && indicatorIds.includes(indicator.id),
  )
  return {
    title: `Actions for ${nameOf(indicator)}`,
    breadcrumbs: toFinder,
    indicator: { name: nameOf(indicator), href: `indicators/${indicator.id}`, isOffTarget: indicator.isOffTarget },
    serving: serving.map(action => ({
      reference: action.reference,
      text: action.title,
      href: addressOf(action),
      group: groupOf(facts, action),
    })),
    offers: offers.map(offer => offerRow(facts, offer)),
    aside: aside
      .filter(({ indicatorId }) => indicatorId === indicator.id)
      .flatMap(({ actionId, reason, byName, onDay }) => {
        const action = facts.actions.find(({ id, isShown }) => isShown && id === actionId)
        return action === undefined
          ? []
          : [
              {
                reference: action.reference,
                text: action.title,
                href: `finder/${indicator.id}/${actionId}`,
                reason,
                by: `${byName}, ${dayLabel(onDay)}`,
              },
            ]
      }),
    plans: facts.plans
      .filter(({ groupId, isShown, startsOn }) => isShown && answering.has(groupId) && startsOn <= facts.today)
      .map(({ id, title }) => ({ text: title, href: `plans/${id}` })),
  }
}

export function offerView(facts: Facts, offer: Offer, was: Aside | null, mayLink: boolean) {
  const { action, indicator } = offer
  const own = `finder/${indicator.id}/${action.id}`
  return {
    title: `Would ${action.reference} serve ${indicator.reference || indicator.title}?`,
    breadcrumbs: [...toFinder, { text: nameOf(indicator), href: `finder/${indicator.id}` }],
    action: { reference: action.reference, text: action.title, href: addressOf(action), group: groupOf(facts, action) },
    indicator: { name: nameOf(indicator), href: `indicators/${indicator.id}`, isOffTarget: indicator.isOffTarget },
    reasons: reasonsOf(offer),
    isLinked: action.indicatorIds.includes(indicator.id),
    was: was === null ? null : { reason: was.reason, by: `${was.byName}, ${dayLabel(was.onDay)}` },
    mayLink,
    linkHref: `${own}/link`,
    asideHref: `${own}/set-aside`,
    returnHref: `${own}/return`,
    backHref: `finder/${indicator.id}`,
  }
}
