import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { day } from '../../kernel/day.ts'
import type { Id } from '../../kernel/ids.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import { endingWith, isAway, type MoveDraft, maySeeContacts, move, type PersonId, type Post, type PostId, type SeatHeld } from './person.ts'

const [council, trust] = [1 as OrganisationId, 2 as OrganisationId]
const post = (id: number, organisationId: OrganisationId, beginsOn: string | null, endsOn: string | null = null): Post => ({
  id: id as PostId,
  personId: 7 as PersonId,
  organisationId,
  title: 'Head of policy',
  beginsOn: beginsOn === null ? null : day(beginsOn),
  endsOn: endsOn === null ? null : day(endsOn),
})
const seat = (tenureId: number, organisationId: OrganisationId | null): SeatHeld => ({
  tenureId: tenureId as Id<'tenure'>,
  organisationId,
  inWords: `Member of Group ${tenureId}`,
  beginsOn: null,
  endsOn: null,
})

describe('somebody takes a post', () => {
  const to = (
    organisationId: OrganisationId,
    beginsOn: string | null,
    ending: number[],
    seats: Record<number, 'end' | 'keep'> = {},
  ): MoveDraft => ({
    post: { organisationId, title: 'Director', beginsOn: beginsOn === null ? null : day(beginsOn), endsOn: null },
    endingPosts: ending as PostId[],
    seats: new Map(Object.entries(seats).map(([id, choice]) => [Number(id), choice])),
  })
  const atCouncil = post(3, council, '2008-04-01')
  const check = (name: string, draft: MoveDraft, posts: Post[], held: SeatHeld[], expected: string) =>
    test(name, () => {
      const ruling = move(draft, posts, held)
      assert.equal(
        ruling.accepted
          ? `${ruling.value.lastDay}: posts ${ruling.value.endedPosts}; seats ${ruling.value.endedTenures}`
          : ruling.problems.map(({ field, text }) => `${field}: ${text}`).join('\n'),
        expected,
      )
    })

  check('beside the one they have', to(trust, null, []), [atCouncil], [seat(5, council)], 'null: posts ; seats ')
  check('and leaves another the day before', to(trust, '2009-05-06', [3]), [atCouncil], [], '2009-05-05: posts 3; seats ')
  check(
    'but has to say from when',
    to(trust, null, [3]),
    [atCouncil],
    [],
    'beginsOn: Enter the first day of the new post, so that the one before ends the day before',
  )
  check(
    'after the one that ends began',
    to(trust, '2008-04-01', [3]),
    [atCouncil],
    [],
    'beginsOn: Enter a day after 1 April 2008, on which a post that you let end began',
  )
  check(
    'and says what becomes of each seat held for the organisation that they leave',
    to(trust, '2009-05-06', [3], { 5: 'keep' }),
    [atCouncil],
    [seat(5, council), seat(6, council), seat(8, trust), seat(9, null)],
    'seat-6: Say what becomes of their seat: Member of Group 6',
  )
  check(
    'ends some and keeps others',
    to(trust, '2009-05-06', [3], { 5: 'keep', 6: 'end' }),
    [atCouncil],
    [seat(5, council), seat(6, council)],
    '2009-05-05: posts 3; seats 6',
  )
  check(
    'within their organisation, and keeps the seats',
    to(council, '2009-05-06', [3]),
    [atCouncil],
    [seat(5, council)],
    '2009-05-05: posts 3; seats ',
  )
  check(
    'and keeps the seats while another post there goes on',
    to(trust, '2009-05-06', [3]),
    [atCouncil, post(4, council, null)],
    [seat(5, council)],
    '2009-05-05: posts 3; seats ',
  )
})

describe('somebody leaves', () => {
  const spans = [
    post(1, council, null),
    post(2, council, '2008-04-01', '2009-03-31'),
    post(3, trust, '2009-06-01'),
    post(4, trust, null, '2009-12-31'),
  ]
  const ids = (posts: readonly Post[]) => posts.map(({ id }) => id)
  test('what has begun ends, what was to begin is taken away, what was over stays', () => {
    const { ended, cancelled } = endingWith(day('2009-05-06'), spans)
    assert.deepEqual([ids(ended), ids(cancelled)], [[1, 4], [3]])
  })
  test('what begins on their last day ends on it', () => {
    assert.deepEqual(ids(endingWith(day('2009-06-01'), spans).ended), [1, 3, 4])
  })
})

test('somebody is away from the first to the last day of an absence', () => {
  const away = [{ beginsOn: day('2009-05-06'), endsOn: day('2009-05-08') }]
  assert.deepEqual(
    ['2009-05-05', '2009-05-06', '2009-05-08', '2009-05-09'].map(each => isAway(away, day(each))),
    [false, true, true, false],
  )
})

test('members see contact details, and no guest does', () => {
  assert.equal(maySeeContacts({ role: 'reader' }), true)
  assert.equal(maySeeContacts({ role: 'scrutiny-reader' }), false)
})
