import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { GroupId, OrganisationId, PersonId, Reach, SeatId } from '../../partnership/index.ts'
import type { Owner } from './action.ts'
import { isKeeper, mayReportOn, maySee, type Owned, type Party } from './party.ts'

const group = 3 as GroupId
const own = (groupIds: readonly GroupId[]): Reach => ({ organisationIds: [], groupIds, seatIds: [], personId: null })
type Seats = Party['capacity']['seats']
const seat = (role: Seats[number]['role'], as: Seats[number]['as'] = 'holder', groupId = 3): Seats[number] => ({
  seatId: 2,
  groupId,
  role,
  as,
})
const somebody: Party = { capacity: { personId: 7, organisationIds: [4], coordinates: [5], seats: [] }, keeps: 'nobody', sees: 'nobody' }
const sits = (...seats: Seats): Party => ({ ...somebody, capacity: { ...somebody.capacity, seats } })

const owners = {
  nobody: [],
  person: [{ personId: 7 as PersonId }],
  another: [{ personId: 8 as PersonId }],
  seat: [{ seatId: 2 as SeatId }],
  organisation: [{ organisationId: 4 as OrganisationId }],
  coordinated: [{ organisationId: 5 as OrganisationId }],
  group: [{ groupId: group }],
} satisfies Record<string, Owner[]>

/** keeps, reports, sees what is open, sees what is confidential. */
const check = (who: string, party: Party, owner: keyof typeof owners, expected: string) =>
  test(`${who}, owned by ${owner}: ${expected || 'only looks'}`, () => {
    const owned: Owned = { groupId: group, isConfidential: false, owners: owners[owner] }
    const confidential = { ...owned, isConfidential: true }
    assert.ok(maySee(party, owned))
    const may = [
      isKeeper(party, owned) && 'keeps',
      mayReportOn(party, owned) && 'reports',
      maySee(party, confidential) && 'sees',
      mayReportOn(party, confidential) && 'reports in confidence',
    ]
    assert.equal(may.filter(each => each !== false).join(', '), expected)
  })

describe('with an action that is answered for to a group', () => {
  check('somebody', somebody, 'another', '')
  check('its owner', somebody, 'person', 'reports, sees, reports in confidence')
  check('who sits on the seat', sits(seat('member')), 'seat', 'reports, sees, reports in confidence')
  check('who covers for a time', sits(seat('member', 'interim')), 'seat', 'reports, sees, reports in confidence')
  check('a deputy who acts', sits(seat('member', 'deputy')), 'seat', 'reports, sees, reports in confidence')
  check('who has a post at the organisation', somebody, 'organisation', 'reports')
  check('its data coordinator', somebody, 'coordinated', '')
  check('a member of the group', sits(seat('member')), 'group', 'reports')
  check('an observer', sits(seat('observer')), 'group', '')
  check('a member of another', sits(seat('member', 'holder', 9)), 'group', '')
  check('whoever keeps everything', { ...somebody, keeps: 'everybody' }, 'another', 'keeps, reports, sees, reports in confidence')
  check('whoever keeps the group', { ...somebody, keeps: own([group]) }, 'nobody', 'keeps, reports, sees, reports in confidence')
  check('whoever keeps another', { ...somebody, keeps: own([9 as GroupId]) }, 'nobody', '')
  check('who sees what is confidential', { ...somebody, sees: own([group]) }, 'another', 'sees')
})

test('an action of no group is kept by those who keep everything', () => {
  const owned: Owned = { groupId: null, isConfidential: true, owners: [] }
  assert.deepEqual(
    [isKeeper({ keeps: 'everybody' }, owned), isKeeper({ keeps: own([group]) }, owned), maySee({ ...somebody, sees: own([group]) }, owned)],
    [true, false, false],
  )
})
