import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshDatabase } from '../../../test/database/index.ts'
import { day } from '../../kernel/day.ts'
import type { ActionFact, Facts, IndicatorFact } from '../gap/facts.ts'
import { type Asked, offersIn, pairOf, wordsIn } from './finder.ts'
import { stemsOf } from './store.ts'

const { database } = await freshDatabase({ after })

const indicator: IndicatorFact = {
  id: 135,
  reference: 'NI 135',
  title: '',
  agreementId: 1,
  outcomeIds: [5],
  hasLead: true,
  contributors: [],
  reporterIds: [],
  isOffTarget: true,
  direction: null,
}
const action: ActionFact = {
  id: 1,
  reference: 'SWP-PLAN/090401/1',
  title: '',
  groupId: 8,
  source: 'plan',
  state: 'open',
  progress: 'under-way',
  rating: null,
  planId: 9,
  plannedId: 4,
  outcomeId: null,
  indicatorIds: [],
  organisationIds: [],
  isShown: true,
}
const facts = (changed: Partial<ActionFact>, changedIndicator: Partial<IndicatorFact> = {}): Facts => ({
  today: day('2009-06-01'),
  indicators: [{ ...indicator, ...changedIndicator }],
  outcomes: [{ id: 5, title: '', themeId: 3, theme: '', agreementId: 1, groupIds: [7] }],
  groups: [],
  actions: [{ ...action, ...changed }],
  plans: [],
  decisions: [],
  ambitions: [],
})

/** A register of other texts, in which `people` and `county` stand everywhere and no other word that is looked at here does. */
const others = new Map(Array.from({ length: 58 }, (_, at) => [1000 + at, `People of the county, ${'bcdfghjklmnpqrstvwxz'[at % 20]}ooo`]))

async function asked(actionText: string, indicatorText: string, of: Facts, setAside: readonly string[] = []): Promise<Asked> {
  const texts = { actions: new Map([[1, actionText], ...others]), indicators: new Map([[135, indicatorText]]) }
  const words = [...new Set([...texts.actions.values(), indicatorText].flatMap(wordsIn))]
  const stems = await database.platform(db => stemsOf(db, words))
  return { facts: of, texts, stems, places: ['Arnemouth', 'Kingsferry'], setAside: new Set(setAside) }
}

type Expected = { readonly words: readonly string[]; readonly people?: readonly string[]; readonly places?: readonly string[] } | null
const check = (
  what: string,
  actionText: string,
  indicatorText: string,
  expected: Expected,
  { of = facts({}), setAside = [] as readonly string[] } = {},
) =>
  test(what, async () => {
    const [offer] = offersIn(await asked(actionText, indicatorText, of, setAside))
    const found = offer && { words: offer.words, people: offer.people, places: offer.places }
    assert.deepEqual(found ?? null, expected && { people: [], places: [], ...expected })
  })

describe('what is offered', () => {
  check('words of one stem are the same word', 'Assess carers at home', 'Carers who are assessed and helped', {
    words: ['assess', 'carers'],
    people: ['carers'],
  })
  check('two rare words, whoever it is for', 'Insulate lofts of cold homes', 'Homes with insulated lofts', {
    words: ['insulate', 'lofts', 'homes'],
  })
  check('one rare word and the same people', 'Alcohol nurse on Saturdays', 'Admissions because of alcohol', {
    words: ['alcohol'],
    people: ['people who drink or use drugs'],
  })
  check('one rare word and the same place', 'Buses to Arnemouth', 'Buses that run in Arnemouth', {
    words: ['buses', 'arnemouth'],
    places: ['Arnemouth'],
  })
  check(
    'of a plan that is not signed off',
    'Assess carers at home',
    'Carers who are assessed',
    { words: ['assess', 'carers'], people: ['carers'] },
    {
      of: facts({ state: 'proposed' }),
    },
  )
})

describe('what is not', () => {
  check('nothing in common', 'Plant trees', 'Carers who are assessed', null)
  check('one rare word alone', 'Insulate lofts', 'The lofts of museums', null)
  check('the same people alone', 'A football cup for children', 'Pupils absent from school', null)
  check('words that stand in most texts', 'People of the county', 'People in the county', null)
  check('words that say nothing', 'Who are they and what would that be', 'They who are that and would be', null)
  const same = ['Assess carers at home', 'Carers who are assessed and helped', null] as const
  check('what is not off target', ...same, { of: facts({}, { isOffTarget: false }) })
  check('what is linked already', ...same, { of: facts({ indicatorIds: [135] }) })
  check('of the group that answers for the indicator', ...same, { of: facts({ groupId: 7 }) })
  check('what is closed', ...same, { of: facts({ state: 'closed' }) })
  check('what was dropped', ...same, { of: facts({ state: 'dropped' }) })
  check('what may not be shown', ...same, { of: facts({ isShown: false }) })
  check('what was set aside', ...same, { setAside: [pairOf(1, 135)] })
})
