// The habits are those of the papers, the people are others.
import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { GroupId, OrganisationId, PersonId, SeatId } from '../../partnership/index.ts'
import { readPeople, readWho, type Table } from './who.ts'

const named = (name: string, at: number, isHere: boolean) => ({ id: (at + 1) as PersonId, name, isHere })
const here = [
  'Tamsin Kerr',
  'Karen Moss',
  'Susan Lee-Rowe',
  'Colin Carr',
  'Jane Price',
  'Joe Painter',
  'Peter Ford',
  'Peter Lund',
  'Gill Barnes',
  'Marie-Anne Hunt',
  'Cllr Shona Adair',
]
const table: Table = {
  groupId: 1 as GroupId,
  people: [
    ...here.map((name, at) => named(name, at, true)),
    ...['Duncan Wood', 'Gill Noble', 'Tom King'].map((name, at) => named(name, 50 + at, false)),
  ],
  seats: [
    { id: 1 as SeatId, role: 'chair', title: '', holder: 'Peter Lund' },
    { id: 2 as SeatId, role: 'secretariat', title: '', holder: 'Gill Barnes' },
    { id: 3 as SeatId, role: 'lead', title: 'Safer communities', holder: 'Jane Price' },
    { id: 4 as SeatId, role: 'lead', title: 'Older people', holder: null },
  ],
  groups: [
    { id: 1 as GroupId, name: 'Partnership Management Group', shortName: 'PMG' },
    { id: 2 as GroupId, name: 'LSP Working Group', shortName: 'LSPWG' },
    { id: 3 as GroupId, name: 'Performance Officers Group', shortName: 'POG' },
  ],
  organisations: [
    { id: 1 as OrganisationId, name: 'Drug and Alcohol Action Team' },
    { id: 2 as OrganisationId, name: 'Wexcombe Council' },
  ],
}

describe('who is meant', () => {
  /** Each as it was typed, and whom it means; with a question mark those that are asked. */
  const check = (text: string, ...expected: string[]) =>
    test(text, () =>
      assert.deepEqual(
        readWho(text, table).map(
          ({ typed, means, asks }) =>
            `${typed}: ${[...means.map(({ name }) => name), ...asks.map(({ name }) => `${name}?`)].join(', ') || 'nobody'}`,
        ),
        expected,
      ),
    )

  check('TK, KM, SLR', 'TK: Tamsin Kerr', 'KM: Karen Moss', 'SLR: Susan Lee-Rowe')
  check('CC, JP', 'CC: Colin Carr', 'JP: Jane Price?, Joe Painter?')
  check('Secretariat (TK, KM)', 'Secretariat: Secretariat (Gill Barnes)', 'TK: Tamsin Kerr', 'KM: Karen Moss')
  check('(TK, KM)', 'TK: Tamsin Kerr', 'KM: Karen Moss')
  check('Karen Moss (DAAT)', 'Karen Moss: Karen Moss')
  check('Gill', 'Gill: Gill Barnes')
  check('Gill Noble', 'Gill Noble: Gill Noble')
  check('Peter F.', 'Peter F.: Peter Ford')
  check('Peter', 'Peter: Peter Ford?, Peter Lund?')
  check('Colin/Peter L.', 'Colin: Colin Carr', 'Peter L.: Peter Lund')
  check('Colin Carr and Jane Price', 'Colin Carr: Colin Carr', 'Jane Price: Jane Price')
  check('Shona, MAH', 'Shona: Cllr Shona Adair', 'MAH: Marie-Anne Hunt')
  check('Duncan Wood', 'Duncan Wood: Duncan Wood')
  check('Duncan', 'Duncan: nobody')
  check('Thematic leads', 'Thematic leads: Safer communities (Jane Price), Older people (vacant)')
  check('the Chair', 'the Chair: Peter Lund'.replace('Peter Lund', 'Chair (Peter Lund)'))
  check('Safer communities lead', 'Safer communities lead: Safer communities (Jane Price)')
  check('LSP working group', 'LSP working group: LSP Working Group')
  check('POG; Wexcombe Council', 'POG: Performance Officers Group', 'Wexcombe Council: Wexcombe Council')
  check('DAAT', 'DAAT: Drug and Alcohol Action Team')
  check('Officers', 'Officers: Partnership Management Group')
  check('ZZ, Resources Directorate', 'ZZ: nobody', 'Resources Directorate: nobody')
  check('', ...[])

  test('what was asked and answered is not asked again', () => {
    const [jp] = readWho('JP', table, { jp: 'person-6' })
    assert.deepEqual(
      jp?.means.map(({ name }) => name),
      ['Joe Painter'],
    )
    assert.equal(jp?.asks.length, 2)
  })
  test('an answer that was never offered is none', () => assert.deepEqual(readWho('JP', table, { jp: 'person-1' })[0]?.means, []))
  test('people alone', () => assert.deepEqual(readPeople('POG', table)[0]?.means, []))
})
