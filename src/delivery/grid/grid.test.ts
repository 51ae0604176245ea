import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { toText } from '../../kernel/decimal.ts'
import { ownersOf, readWho } from '../../meetings/index.ts'
import { readReferences } from '../../performance/index.ts'
import { readBlock } from './form.ts'
import { type Cells, emptyCells, settleGrid, type Understood, understand, type Words } from './grid.ts'
import { columnCalled } from './heading.ts'

const id = <T>(number: number): T => number as T
const table = {
  groupId: id<never>(1),
  people: [
    { id: id<never>(1), name: 'Tom Keane', isHere: true },
    { id: id<never>(2), name: 'Helen Marsh', isHere: true },
    { id: id<never>(3), name: 'Helen Frost', isHere: true },
  ],
  seats: [{ id: id<never>(7), role: 'secretariat', title: '', holder: 'Helen Frost' }],
  groups: [{ id: id<never>(1), name: 'Management Group', shortName: 'PMG' }],
  organisations: [
    { id: id<never>(21), name: 'Wexcombe Police' },
    { id: id<never>(22), name: 'Wexcombe Fire and Rescue Service' },
    { id: id<never>(23), name: 'Wexcombe County Council' },
  ],
}
const reads = (among: typeof table) => (typed: string) =>
  readWho(typed, among).map(each => ({
    typed: each.typed,
    owners: ownersOf([each]),
    maybe: each.means.length > 0 ? [] : each.asks.map(({ name }) => name),
  }))
const words: Words = {
  plan: { startsOn: day('2009-04-01'), endsOn: day('2010-03-31') },
  outcomes: [
    { id: id<never>(31), title: 'Fewer homes are broken into' },
    { id: id<never>(32), title: 'Fewer people are afraid' },
  ],
  organisations: table.organisations,
  indicators: [
    { id: id<never>(41), reference: 'NI 163', title: 'Working age people qualified to level 2' },
    { id: id<never>(42), reference: 'NI 165', title: 'Working age people qualified to level 4' },
    { id: id<never>(43), reference: 'L1.1', title: 'Young people with a mentor' },
  ],
  owners: [{ kind: 'seat', id: 9, name: 'Safer communities, Management Group' }],
  ownerOf: ({ id: number }) => ({ seatId: id<never>(number) }),
  readWho: reads(table),
  readBodies: reads({ ...table, people: [], seats: [], groups: [] }),
  readReferences,
  keepsOwners: false,
}
const cells = (some: Partial<Cells>): Cells => ({ ...emptyCells, text: 'Fit locks', ...some })

describe('a line of the grid is understood as plans are written', () => {
  const check = (
    name: string,
    some: Partial<Cells>,
    of: (understood: Understood) => unknown,
    expected: unknown,
    more: Partial<Words> = {},
  ) =>
    test(name, () => {
      const read = understand(cells(some), { ...words, ...more })
      if (expected instanceof RegExp)
        assert.match(read.accepted ? 'accepted' : read.problems.map(({ field, text }) => `${field}: ${text}`).join('\n'), expected)
      else assert.deepEqual(read.accepted ? of(read.value) : read.problems, expected)
    })
  const owners = ({ owners: all, ownersAsTyped }: Understood) => [all, ownersAsTyped]
  const taking = ({ resources, planned }: Understood) =>
    resources
      .map(({ organisationId, pence, fte, source }) => [organisationId, pence, fte && toText(fte), source])
      .concat(planned.isFree ? [['free']] : [])

  check('initials', { owners: 'TK' }, owners, [[{ personId: 1 }], ''])
  check('a role and an organisation', { owners: 'Secretariat; Police' }, owners, [[{ seatId: 7 }, { organisationId: 21 }], ''])
  check('the whole name of a seat, with its comma', { owners: 'Safer communities, Management Group' }, owners, [[{ seatId: 9 }], ''])
  check(
    'a first name that two have',
    { owners: 'Helen' },
    owners,
    /owners: “Helen” could be Helen Marsh or Helen Frost\. Write the whole name/,
  )
  check(
    'somebody who is not known',
    { owners: 'HPA lead' },
    owners,
    /owners: Nobody is called “HPA lead”\. Enter somebody who is known, or keep it/,
  )
  check('somebody who is not known, and is kept', { owners: 'TK; HPA lead' }, owners, [[{ personId: 1 }], 'TK; HPA lead'], {
    keepsOwners: true,
  })
  check('contributors', { contributors: 'Police, Wexcombe County Council' }, ({ contributorIds }) => contributorIds, [21, 23])
  check(
    'a contributor with an “and” in its name',
    { contributors: 'Wexcombe Fire and Rescue Service' },
    ({ contributorIds }) => contributorIds,
    [22] as never,
  )
  check(
    'a contributor who is a person',
    { contributors: 'Tom Keane' },
    ({ contributorIds }) => contributorIds,
    /contributors: No organisation is called “Tom Keane”/,
  )
  check('two indicators in one', { indicators: 'NI 163/5' }, ({ indicatorIds }) => indicatorIds, [41, 42])
  check('an indicator of the area', { indicators: 'l1.1' }, ({ indicatorIds }) => indicatorIds, [43])
  check(
    'an indicator that is not there',
    { indicators: 'NI 163, NI 99' },
    ({ indicatorIds }) => indicatorIds,
    /indicators: There is no indicator NI 99\./,
  )
  check('an outcome by its title', { outcome: 'fewer homes are broken into.' }, ({ planned }) => planned.outcomeId, 31)
  check('an outcome by words of its title', { outcome: 'broken into' }, ({ planned }) => planned.outcomeId, 31)
  check(
    'words that two outcomes have',
    { outcome: 'Fewer' },
    ({ planned }) => planned.outcomeId,
    /outcome: “Fewer” could be Fewer homes are broken into or Fewer people are afraid/,
  )
  check('an outcome that is not there', { outcome: 'Peace' }, ({ planned }) => planned.outcomeId, /outcome: No outcome is called “Peace”/)
  check('no outcome', { outcome: 'none' }, ({ planned }) => planned.outcomeId, null)
  check('pounds', { resources: '£12,500' }, taking, [[null, 1_250_000, null, '']])
  check('millions', { resources: '£1.2m' }, taking, [[null, 120_000_000, null, '']])
  check('people', { resources: '0.5 FTE' }, taking, [[null, null, '0.5', '']])
  check('both, by one partner', { resources: '£84,000 and 2.5 fte from Wexcombe Police (Area Based Grant)' }, taking, [
    [21, 8_400_000, '2.5', 'Area Based Grant'],
  ])
  check('of two partners', { resources: '£5,000 from Police; 1 wte from the Fire and Rescue' }, taking, [
    [21, 500_000, null, ''],
    [22, null, '1', ''],
  ])
  check('none', { resources: 'Within existing resources' }, taking, [['free']])
  check(
    'a number that is neither',
    { resources: '12500' },
    taking,
    /resources: “12500” is neither pounds nor people\. Write it like £12,500 or 0\.5 fte/,
  )
  check('from nobody who is known', { resources: '£5,000 from the HPA' }, taking, /resources: No organisation is called “the HPA”/)
  check(
    'days the wrong way round',
    { startsOn: 'July 2009', endsOn: 'June 2009' },
    owners,
    /endsOn: It cannot end before it starts on 1 July 2009/,
  )
  check('nothing to do', { text: '', owners: 'TK' }, owners, /text: Say what is to be done/)
})

describe('what was typed is saved as a whole, and what was not touched says nothing', () => {
  const line = (row: string, typed: Partial<Cells>) => ({ row, id: null, typed: { ...emptyCells, ...typed }, seen: emptyCells })
  const nothing = () => null

  test('an outcome holds for the lines below it, also where it stands alone, and headings are no action', () => {
    const { added, problems } = settleGrid(
      [
        line('new-0', { outcome: 'Outcome', text: 'Action', owners: 'Lead officer' }),
        line('new-1', { outcome: 'Fewer homes are broken into' }),
        line('new-2', { text: 'Fit locks' }),
        line('new-3', {}),
        line('new-4', { text: 'Light the alleys' }),
        line('new-5', { outcome: 'Fewer people are afraid', text: 'Walk at night' }),
        line('new-6', { outcome: '-', text: 'Meet' }),
      ],
      nothing,
      words,
    )
    assert.deepEqual(problems, [])
    assert.deepEqual(
      added.map(({ text, planned }) => [text, planned.outcomeId]),
      [
        ['Fit locks', 31],
        ['Light the alleys', 31],
        ['Walk at night', 32],
        ['Meet', null],
      ],
    )
  })

  test('a problem is at its cell, and the other lines are read all the same', () => {
    const { problems } = settleGrid([line('new-0', { text: 'Fit locks', endsOn: 'soon' }), line('new-4', { owners: 'TK' })], nothing, words)
    assert.deepEqual(
      problems.map(({ field }) => field),
      ['cell-new-0-endsOn', 'cell-new-4-text'],
    )
  })

  const there = cells({ owners: 'Somebody who left', endsOn: '30 June 2009' })
  const changed = (typed: Partial<Cells>, now: Cells = there) =>
    settleGrid([{ row: '5', id: id<never>(5), typed: { ...there, ...typed }, seen: there }], () => now, words)

  test('what was not touched is neither read nor written, though it would not be understood', () => {
    const { changes, problems } = changed({ measure: '90 in a hundred' })
    assert.deepEqual(problems, [])
    assert.deepEqual(
      changes.map(each => [...each.changed]),
      [['measure']],
    )
  })
  test('what somebody else has changed meanwhile is shown first', () => {
    const { problems, changes } = changed({ endsOn: '31 July 2009' }, { ...there, endsOn: '31 August 2009' })
    assert.match(problems.map(({ text }) => text).join(), /somebody made this “31 August 2009”\. Save again/)
    assert.deepEqual(changes, [])
  })
  test('what both made the same, and what only the other has changed, is no matter', () => {
    assert.deepEqual(changed({ endsOn: '31 July 2009' }, { ...there, endsOn: '31 July 2009' }).problems, [])
    assert.deepEqual(changed({ measure: 'So many' }, { ...there, endsOn: '31 July 2009' }).problems, [])
  })
  test('an emptied line takes nothing out', () => {
    assert.match(
      changed({ text: '' })
        .problems.map(({ text }) => text)
        .join(),
      /taken out of the plan on its own page/,
    )
  })
})

describe('a block of a table', () => {
  test('with headings in any order, a heading that means nothing here, and a cell of two lines', () => {
    const block =
      'Action required\tRef\tBy whom\tTimescale\tNI(s)\n"Fit locks\nand lights"\t1.1\tTK\tJune 2009\tNI 163/5\n\t\t\t\t\nWalk at night\t1.2\t\t\t'
    assert.deepEqual(readBlock(block), [
      { ...emptyCells, text: 'Fit locks and lights', owners: 'TK', endsOn: 'June 2009', indicators: 'NI 163/5' },
      { ...emptyCells, text: 'Walk at night' },
    ])
  })
  test('without headings, in the order of the grid', () => {
    assert.deepEqual(readBlock('Fewer homes are broken into\tFit "good" locks\tTK'), [
      { ...emptyCells, outcome: 'Fewer homes are broken into', text: 'Fit "good" locks', owners: 'TK' },
    ])
  })
  for (const [heading, column] of [
    ['Lead Officer', 'owners'],
    ['Key actions', 'text'],
    ['Resources (£)', 'resources'],
    ['Success criteria', 'measure'],
    ['By when?', 'endsOn'],
    ['Start date', 'startsOn'],
    ['Partners', 'contributors'],
    ['RAG', null],
  ] as const)
    test(`“${heading}” is ${column ?? 'none of ours'}`, () => assert.equal(columnCalled(heading), column))
})
