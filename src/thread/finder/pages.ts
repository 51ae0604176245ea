import { type ActionId, lockAction, setIndicators } from '../../actions/index.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type Bearer, opens, reachOf } from '../../partnership/index.ts'
import type { IndicatorId } from '../../performance/index.ts'
import { type Answer, allow, found, type Handler, page, redirect, template, text, type Visit } from '../../platform/web/index.ts'
import { factsFor, isWithin } from '../gap/pages.ts'
import { type Asked, compared, offersIn, pairOf, wordsIn } from './finder.ts'
import { readReason } from './form.ts'
import { offerAgain, placesIn, setAside, setAsideOffers, stemsOf, textsOf } from './store.ts'
import { indicatorView, listView, offerView } from './view.ts'

export const listOffers: Handler = async visit => {
  const { asked } = await finderAsked(visit)
  return page(template(import.meta.url, 'list.njk'), listView(asked.facts, offersIn(asked)))
}

export const showOffers: Handler = async visit => {
  const { asked, aside } = await finderAsked(visit)
  const indicator = found(asked.facts.indicators.find(({ id }) => id === idOf(visit.params['indicator'])))
  const offers = offersIn(asked).filter(offer => offer.indicator.id === indicator.id)
  return page(template(import.meta.url, 'indicator.njk'), indicatorView(asked.facts, indicator, offers, aside))
}

export const showOffer: Handler = async visit => offerPage(visit, await offerAsked(visit))

/** The action is meant to move the indicator from now on, as if its keeper had named it there. */
export const acceptOffer: Handler = async visit => {
  const { db } = visit
  const actionId = found(idOf<'action'>(visit.params['action'])) as ActionId
  await lockAction(db, actionId)
  const { offer } = await offerKept(visit)
  const { action, indicator } = offer
  await setIndicators(db, actionId, [...new Set([...action.indicatorIds, indicator.id])] as IndicatorId[])
  await offerAgain(db, action.id, indicator.id)
  return redirect(`finder/${indicator.id}`, `${action.reference} is meant to move ${indicator.reference || indicator.title} now`)
}

export const setOfferAside: Handler = async visit => {
  const { db, body, today, visitor } = visit
  const asked = await offerKept(visit)
  const read = readReason(body)
  if (!read.accepted) return offerPage(visit, asked, text(body, 'reason'), read.problems)
  const { action, indicator } = asked.offer
  await setAside(db, { actionId: action.id, indicatorId: indicator.id, ...read.value, byName: visitor.name, onDay: today })
  return redirect(`finder/${indicator.id}`, `${action.reference} is set aside, and is not offered again`)
}

export const returnOffer: Handler = async visit => {
  const { action, indicator } = (await offerKept(visit)).offer
  await offerAgain(visit.db, action.id, indicator.id)
  return redirect(`finder/${indicator.id}/${action.id}`, `${action.reference} is no longer set aside`)
}

/** Of some group's actions: which, is asked beside the action. */
export const mayLinkSomeActions = (visitor: Pick<Bearer, 'role' | 'duties'>): boolean => opens('keep-meetings')(visitor)

/** Some twenty-five queries, however many actions and indicators there are. */
async function finderAsked(visit: Visit) {
  const { db } = visit
  const [facts, aside, places] = await Promise.all([factsFor(visit), setAsideOffers(db), placesIn(db)])
  const texts = await textsOf(
    db,
    facts.actions.map(({ id }) => id),
    facts.indicators.map(({ id }) => id),
  )
  const stems = await stemsOf(db, [...new Set([...texts.actions.values(), ...texts.indicators.values()].flatMap(wordsIn))])
  const asked: Asked = { facts, texts, stems, places, setAside: new Set(aside.map(each => pairOf(each.actionId, each.indicatorId))) }
  return { asked, aside }
}

async function offerAsked(visit: Visit) {
  const { asked, aside } = await finderAsked(visit)
  const action = found(asked.facts.actions.find(({ id, isShown }) => isShown && id === idOf(visit.params['action'])))
  const indicator = found(asked.facts.indicators.find(({ id }) => id === idOf(visit.params['indicator'])))
  const was = aside.find(each => each.actionId === action.id && each.indicatorId === indicator.id) ?? null
  return { facts: asked.facts, offer: compared(asked, action, indicator), was }
}
type OfferAsked = Awaited<ReturnType<typeof offerAsked>>

async function offerKept(visit: Visit): Promise<OfferAsked> {
  const asked = await offerAsked(visit)
  allow(mayLink(visit, asked))
  return asked
}

/** Whoever keeps the group's actions. */
const mayLink = ({ visitor }: Visit, { offer }: OfferAsked): boolean => isWithin(reachOf('keep-meetings', visitor), offer.action.groupId)

function offerPage(visit: Visit, asked: OfferAsked, reason = '', problems: readonly Problem[] = []): Answer {
  const view = offerView(asked.facts, asked.offer, asked.was, mayLinkSomeActions(visit.visitor) && mayLink(visit, asked))
  return page(template(import.meta.url, 'offer.njk'), { ...view, reason }, problems)
}
