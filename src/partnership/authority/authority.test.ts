import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Duty, duties, type Role, roles, type seatRoles } from '../../kernel/duty.ts'
import { type Bearer, type Matter, matters, opens, reachOf } from './authority.ts'

const nowhere: Bearer = { role: 'reader', duties: [], capacity: { personId: 7, organisationIds: [4], coordinates: [], seats: [] } }
const sits = (role: (typeof seatRoles)[number], as: 'holder' | 'deputy' = 'holder'): Bearer => ({
  ...nowhere,
  duties: [as === 'deputy' ? 'deputy' : role],
  capacity: { ...nowhere.capacity, seats: [{ seatId: 2, groupId: 3, role, as }] },
})

const check = (who: string, bearer: Bearer, matter: Matter, expected: string) =>
  test(`${who}, ${matter}: ${expected}`, () => {
    const reach = reachOf(matter, bearer)
    const told =
      typeof reach === 'string'
        ? reach
        : [
            ...reach.organisationIds.map(id => `organisation ${id}`),
            ...reach.groupIds.map(id => `group ${id}`),
            ...reach.seatIds.map(id => `seat ${id}`),
          ].join(', ') || 'nothing'
    assert.equal(told, expected)
  })

describe('what somebody may do', () => {
  check('an officer', { ...nowhere, role: 'performance-officer' }, 'report', 'everybody')
  check('a reader without a seat', nowhere, 'report', 'nobody')
  check('an auditor', { ...nowhere, role: 'auditor' }, 'report', 'nobody')
  check('a contributor, where their post is', { ...nowhere, role: 'contributor' }, 'report', 'organisation 4')
  check(
    'a data coordinator of any role',
    { ...nowhere, duties: ['data-coordinator'], capacity: { ...nowhere.capacity, coordinates: [5] } },
    'report',
    'organisation 5',
  )
  check('a chair', sits('chair'), 'report', 'group 3, seat 2')
  check('a chair', sits('chair'), 'keep-group', 'group 3')
  check('a member', sits('member'), 'report', 'seat 2')
  check('a member', sits('member'), 'keep-group', 'nobody')
  check('a member', sits('member'), 'name-deputies', 'seat 2')
  check('an observer', sits('observer'), 'report', 'nobody')
  check('a deputy of a lead', sits('lead', 'deputy'), 'report', 'group 3, seat 2')
  check('a deputy of a member', sits('member', 'deputy'), 'keep-group', 'nothing')
  check('a deputy of a member', sits('member', 'deputy'), 'name-deputies', 'nothing')
  check('a deputy of a secretariat', sits('secretariat', 'deputy'), 'name-deputies', 'group 3')
  check('a secretariat', sits('secretariat'), 'keep-people', 'everybody')
})

test('what opens nothing is not asked where somebody sits, so that a page stays everybody’s', () => {
  for (const matter of matters)
    for (const role of roles)
      for (const duty of [[], ...duties.map(each => [each])] as Duty[][]) {
        const bearer = {
          role: role as Role,
          duties: duty,
          get capacity(): Bearer['capacity'] {
            throw new Error('The capacity was asked for')
          },
        }
        if (!opens(matter)(bearer)) assert.equal(reachOf(matter, bearer), 'nobody')
      }
})
