import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import { describeOrganisation, type OrganisationDraft, type OrganisationId, type OrganisationRecord } from './organisation.ts'
import { type Succession, succeed } from './succession.ts'

const police: OrganisationDraft = { name: 'Wexcombe Police', sector: 'police', identifier: null, beginsOn: null, endsOn: null }
const record = (id: number, name: string, span: Partial<OrganisationRecord> = {}): OrganisationRecord => ({
  ...police,
  id: id as OrganisationId,
  name,
  ...span,
})

describe('an organisation', () => {
  const check = (name: string, expected: string, ...asked: Parameters<typeof describeOrganisation>) =>
    test(name, () => {
      const ruling = describeOrganisation(...asked)
      assert.equal(ruling.accepted ? 'accepted' : ruling.problems.map(({ text }) => text).join('; '), expected)
    })
  const none = { ofName: null, ofIdentifier: null }
  const there = record(1, 'WEXCOMBE POLICE')

  check('is added', 'accepted', police, none, null)
  check('has a name of its own', 'WEXCOMBE POLICE is already in the list', police, { ...none, ofName: there }, null)
  check('keeps its name', 'accepted', police, { ...none, ofName: there }, there.id)
  const numbered = { ...police, identifier: 'GB-COH-01234567' }
  check(
    'has an identifier of its own',
    'GB-COH-01234567 is the identifier of WEXCOMBE POLICE',
    numbered,
    { ...none, ofIdentifier: there },
    null,
  )
  const backwards = { ...police, beginsOn: day('2009-04-01'), endsOn: day('2009-03-31') }
  check('does not end before it begins', 'The last day must not be before the first', backwards, none, null)
})

describe('an organisation is succeeded by another', () => {
  const before = record(1, 'Old Council', { beginsOn: day('1974-04-01') })
  const after = record(2, 'New Council', { endsOn: day('2030-03-31') })
  const known = (predecessor: number, successor: number): Succession => ({
    id: 9 as Succession['id'],
    predecessorId: predecessor as OrganisationId,
    successorId: successor as OrganisationId,
    onDay: day('2000-04-01'),
    kind: 'merged',
  })
  const check = (name: string, expected: string, to: OrganisationRecord, onDay: string, others: readonly Succession[] = []) =>
    test(name, () => {
      const draft = { predecessorId: before.id, successorId: to.id, onDay: day(onDay), kind: 'replaced' } as const
      const ruling = succeed(draft, before, to, others)
      assert.equal(ruling.accepted ? ruling.value.lastDay : ruling.problems[0]?.text, expected)
    })

  check('and gets its last day', '2009-03-31', after, '2009-04-01')
  check('never by itself', 'Select another organisation: none succeeds itself', before, '2009-04-01')
  check('once', 'New Council is already a successor of Old Council', after, '2009-04-01', [known(1, 2)])
  check('never by one that it came from', 'Old Council itself came after New Council', after, '2009-04-01', [known(2, 3), known(3, 1)])
  check('after it began', 'Enter a day after 1 April 1974, on which Old Council began', after, '1974-04-01')
  check('by one that is still there', 'New Council ended on 31 March 2030, before that day', after, '2030-04-01')
  check('by several', '2009-03-31', after, '2009-04-01', [known(1, 3)])
})
