/**
 * The finder lays actions of one group beside another group's off-target indicators, and offers those that speak of the same: never more than an offer, for a person to
 * accept or to set aside. What speaks for an offer are words that both have, the rarer the more; that both are for the same people; that both name the same place.
 *
 * A word is its English stem (PostgreSQL's). One that stands in more than one text of ten says nothing; in up to one of ten it counts once, in up to one of thirty
 * twice, in up to one of a hundred three times. Offered is what reaches three by its words, or two where the same people or the same place are named as well.
 */
import type { ActionFact, Facts, IndicatorFact } from '../gap/facts.ts'

export type Texts = { readonly actions: ReadonlyMap<number, string>; readonly indicators: ReadonlyMap<number, string> }

export type Offer = {
  readonly action: ActionFact
  readonly indicator: IndicatorFact
  /** As the action writes them, what counts most first. */
  readonly words: readonly string[]
  readonly people: readonly string[]
  readonly places: readonly string[]
  readonly weight: number
}

export type Asked = {
  readonly facts: Facts
  readonly texts: Texts
  /** Of each word that is somewhere in the texts; a word that says nothing has none. */
  readonly stems: ReadonlyMap<string, string>
  /** Areas within the partnership's. */
  readonly places: readonly string[]
  /** As `pairOf` says. */
  readonly setAside: ReadonlySet<string>
}

export const pairOf = (actionId: number, indicatorId: number): string => `${actionId} ${indicatorId}`

export const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []

const offered = { byWords: 3, withMore: 2 }

/** What there is to offer, the best first, for each off-target indicator: actions that last, of groups that do not answer for it, that are not linked and not set aside. */
export function offersIn(asked: Asked): Offer[] {
  const { facts, setAside } = asked
  const { weightOf, offerOf } = comparison(asked)
  const lasting = facts.actions.filter(({ isShown, state }) => isShown && (state === 'open' || state === 'proposed'))
  return facts.indicators
    .filter(({ isOffTarget }) => isOffTarget)
    .flatMap(indicator => {
      const own = answering(facts, indicator)
      return lasting
        .filter(
          action =>
            !action.indicatorIds.includes(indicator.id) &&
            (action.groupId === null || !own.has(action.groupId)) &&
            !setAside.has(pairOf(action.id, indicator.id)) &&
            weightOf(action, indicator) >= offered.withMore,
        )
        .map(action => offerOf(action, indicator))
        .filter(isOffered)
        .toSorted((a, b) => strength(b) - strength(a))
    })
}

/** What speaks for one, whether or not it is enough to be offered. */
export const compared = (asked: Asked, action: ActionFact, indicator: IndicatorFact): Offer => comparison(asked).offerOf(action, indicator)

const isOffered = ({ weight, people, places }: Offer): boolean =>
  weight >= offered.byWords || (weight >= offered.withMore && people.length + places.length > 0)

const strength = ({ weight, people, places }: Offer): number => weight + people.length + places.length

function answering({ outcomes }: Facts, { outcomeIds }: IndicatorFact): ReadonlySet<number> {
  return new Set(outcomes.filter(({ id }) => outcomeIds.includes(id)).flatMap(({ groupIds }) => groupIds))
}

/** Its stems as they are written there, and what else it speaks of. */
type Read = { readonly stems: ReadonlyMap<string, string>; readonly people: readonly string[]; readonly places: readonly string[] }
/** Of its stems those that say something, with how much. */
type Weighed = Read & { readonly weights: ReadonlyMap<string, number> }

/** How much the words of two say together is asked of every pair, and what they are of the few that may be offered. */
function comparison({ texts, stems, places }: Asked) {
  const read = (text: string): Read => ({
    stems: new Map(wordsIn(text).flatMap(word => (stems.has(word) ? [[stems.get(word) ?? '', word] as const] : []))),
    people: beneficiaries.filter(({ speaks }) => speaks.test(text)).map(({ name }) => name),
    places: places.filter(place => text.toLowerCase().includes(place.toLowerCase())),
  })
  const readAll = (of: ReadonlyMap<number, string>) => [...of].map(([id, text]) => [id, read(text)] as const)
  const [actions, indicators] = [readAll(texts.actions), readAll(texts.indicators)]
  const weigh = weights([...actions, ...indicators].map(([, each]) => each))
  const weighed = (all: typeof actions): ReadonlyMap<number, Weighed> =>
    new Map(
      all.map(([id, each]) => [
        id,
        { ...each, weights: new Map([...each.stems.keys()].flatMap(stem => (weigh(stem) > 0 ? [[stem, weigh(stem)] as const] : []))) },
      ]),
    )
  const [ofActions, ofIndicators] = [weighed(actions), weighed(indicators)]

  const weightOf = (action: Pick<ActionFact, 'id'>, indicator: Pick<IndicatorFact, 'id'>): number => {
    const wanted = ofIndicators.get(indicator.id)?.weights
    let sum = 0
    for (const [stem, weight] of ofActions.get(action.id)?.weights ?? []) if (wanted?.has(stem)) sum += weight
    return sum
  }
  const offerOf = (action: ActionFact, indicator: IndicatorFact): Offer => {
    const [its, wanted] = [ofActions.get(action.id) ?? nothing, ofIndicators.get(indicator.id) ?? nothing]
    const shared = [...its.weights].filter(([stem]) => wanted.weights.has(stem)).toSorted(([, a], [, b]) => b - a)
    return {
      action,
      indicator,
      words: shared.map(([stem]) => its.stems.get(stem) ?? stem),
      people: its.people.filter(name => wanted.people.includes(name)),
      places: its.places.filter(name => wanted.places.includes(name)),
      weight: weightOf(action, indicator),
    }
  }
  return { weightOf, offerOf }
}

const nothing: Weighed = { stems: new Map(), people: [], places: [], weights: new Map() }

/** Of each stem, by in how many of the texts it stands. */
function weights(read: readonly Read[]): (stem: string) => number {
  const found = new Map<string, number>()
  for (const { stems } of read) for (const stem of stems.keys()) found.set(stem, (found.get(stem) ?? 0) + 1)
  return stem => {
    const times = found.get(stem) ?? 0
    return times * 100 <= read.length ? 3 : times * 30 <= read.length ? 2 : times * 10 <= read.length ? 1 : 0
  }
}

/** Whom something is for, as plans and indicators write it. */
const beneficiaries: readonly { readonly name: string; readonly speaks: RegExp }[] = [
  {
    name: 'children and young people',
    speaks: /\b(child|children|young people|young person|youths?|pupils?|teenagers?|school leavers?)\b/i,
  },
  { name: 'older people', speaks: /\b(older people|elderly|pensioners?|over (65|75)|aged (65|75))\b/i },
  { name: 'carers', speaks: /\bcarers?\b/i },
  { name: 'families', speaks: /\b(famil(y|ies)|parents?|mothers?|fathers?)\b/i },
  { name: 'disabled people', speaks: /\b(disabled|disabilit(y|ies)|learning difficulties)\b/i },
  { name: 'people who offend', speaks: /\b(offend(s|ed|ers?|ing)?|reoffend(s|ing)?|re-offend(s|ing)?|probation|custody|prisons?)\b/i },
  { name: 'victims of crime', speaks: /\b(victims?|those (whom )?they harmed)\b/i },
  { name: 'people who drink or use drugs', speaks: /\b(alcohol|drink(ers?|ing)?|drugs?)\b/i },
  { name: 'people who smoke', speaks: /\b(smok(e|ers?|ing))\b/i },
  { name: 'people without work', speaks: /\b(unemployed|out of work|out-of-work|jobseekers?|benefits)\b/i },
  { name: 'businesses', speaks: /\b(business(es)?|firms?|employers?)\b/i },
  { name: 'people without a home', speaks: /\b(homeless(ness)?|rough sleepers?|temporary accommodation)\b/i },
  { name: 'volunteers', speaks: /\b(volunteers?|volunteering)\b/i },
  { name: 'road users', speaks: /\b(drivers?|motorcyclists?|cyclists?|pedestrians?|roads?)\b/i },
]
