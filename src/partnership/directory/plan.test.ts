import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Day, day } from '../../kernel/day.ts'
import type { GroupId } from '../group/group.ts'
import type { OrganisationId } from '../organisation/organisation.ts'
import type { PersonId } from '../person/person.ts'
import type { NamedTenure } from '../seat/seat.ts'
import type { Directory, DirectoryColumn, DirectoryRow, PlannedRow } from './directory.ts'
import { planDirectory } from './plan.ts'

const today: Day = day('2026-11-25')
const nothing: Directory = { organisations: [], people: [], posts: [], groups: [], links: [], seats: [] }
const unsaid = { layer: '', groupKind: '', role: '' }

type Said = { readonly [column in DirectoryColumn]?: string } & { readonly deputies?: readonly string[] }
const row = ({ deputies = [], ...cells }: Said, line: number): DirectoryRow => ({
  line,
  cells,
  deputies: deputies.map(said => ({ name: said.split('|')[0] ?? '', email: said.split('|')[1] ?? '' })),
})
const plan = (said: readonly Said[], held: Directory = nothing, assumed = unsaid) =>
  planDirectory(
    said.map((each, at) => row(each, at + 2)),
    held,
    assumed,
    today,
  )

const told = (planned: PlannedRow): string =>
  planned.outcome === 'refused'
    ? `${planned.problem.column}: ${planned.problem.text}`
    : [planned.outcome, ...planned.adds, ...planned.changes.map(({ field, before, after }) => `${field}: ${before} → ${after}`)].join('; ')

const counts = ({ changes }: ReturnType<typeof plan>) =>
  Object.entries(changes)
    .flatMap(([kind, { added, changed }]) => [
      ...(added.length > 0 ? [`+${added.length} ${kind}`] : []),
      ...(changed.length > 0 ? [`~${changed.length} ${kind}`] : []),
    ])
    .join(' ')

/** What would be held once a plan is kept: numbers below zero become numbers. */
function kept(said: readonly Said[], held: Directory = nothing): Directory {
  const { changes } = plan(said, held)
  const own = (id: number) => (id < 0 ? 1000 - id : id)
  const together = <T extends { readonly id: number }>(
    before: readonly T[],
    { added, changed }: { added: readonly T[]; changed: readonly T[] },
  ) => [...before.map(each => changed.find(({ id }) => id === each.id) ?? each), ...added].map(each => ({ ...each, id: own(each.id) }) as T)
  const seats = together(held.seats, changes.seats).map(seat => ({
    ...seat,
    groupId: own(seat.groupId) as GroupId,
    organisationId: seat.organisationId === null ? null : (own(seat.organisationId) as OrganisationId),
    tenures: together(held.seats.find(({ id }) => id === seat.id)?.tenures ?? [], {
      added: changes.tenures.added.filter(({ seatId }) => own(seatId) === seat.id),
      changed: changes.tenures.changed,
    }).map(tenure => ({ ...tenure, seatId: seat.id, personId: own(tenure.personId) as PersonId })),
    deputies: together(held.seats.find(({ id }) => id === seat.id)?.deputies ?? [], {
      added: changes.deputies.added.filter(({ seatId }) => own(seatId) === seat.id),
      changed: [],
    }).map(deputy => ({ ...deputy, seatId: seat.id, personId: own(deputy.personId) as PersonId })),
  }))
  return {
    organisations: together(held.organisations, changes.organisations),
    people: together(held.people, changes.people),
    posts: together(held.posts, changes.posts).map(post => ({
      ...post,
      personId: own(post.personId) as PersonId,
      organisationId: own(post.organisationId) as OrganisationId,
    })),
    groups: together(held.groups, changes.groups).map(group => ({
      ...group,
      parentId: group.parentId === null ? null : (own(group.parentId) as GroupId),
    })),
    links: [],
    seats,
  }
}

const board: Said = { group: 'Wexcombe Board', layer: 'strategic', 'group-kind': 'board' }
const chair: Said = {
  ...board,
  'short-name': 'WB',
  role: 'Chairman',
  person: 'Cllr Amina Khan',
  email: 'Amina.Khan@wexcombe.example',
  post: 'Leader',
  organisation: 'Wexcombe County Council',
  sector: 'Council',
  from: '1 May 2025',
  deputies: ['Tom Hale|tom.hale@wexcombe.example'],
}

describe('a sheet is set beside what is held', () => {
  test('one row makes an organisation, two people with posts, a group, a seat, who sits there and who stands in', () => {
    const planned = plan([chair])
    assert.equal(counts(planned), '+1 organisations +2 people +2 posts +1 groups +1 seats +1 tenures +1 deputies')
    assert.equal(planned.changes.groups.added[0]?.shortName, 'WB')
    assert.equal(planned.changes.people.added[0]?.email, 'amina.khan@wexcombe.example')
    assert.match(
      told(planned.rows[0] as PlannedRow),
      /Cllr Amina Khan sits as Chair of Wexcombe Board, since 1 May 2025; Tom Hale, a new person; Tom Hale deputises/,
    )
  })

  test('rows that say less are fine', () => {
    const each: readonly (readonly [Said, string])[] = [
      [{ organisation: 'Kingsferry College', sector: 'FE' }, '+1 organisations'],
      [{ person: 'Amina Khan' }, '+1 people'],
      [{ 'first-name': 'Amina', person: 'Khan', organisation: 'Police' }, '+1 organisations +1 people +1 posts'],
      [board, '+1 groups'],
      [{ ...board, role: 'Member', person: 'VACANT', organisation: 'Police' }, '+1 organisations +1 groups +1 seats'],
      [{ ...board, role: 'Rep', organisation: 'Police' }, '+1 organisations +1 groups +1 seats'],
      [{ ...board, role: 'Rep', person: 'Amina', organisation: '–' }, '+1 people +1 groups +1 seats +1 tenures'],
    ]
    for (const [said, expected] of each) assert.equal(counts(plan([said])), expected, JSON.stringify(said))
  })

  test('the same sheet again changes nothing', () => {
    const sheet: readonly Said[] = [
      chair,
      { group: 'WB', role: 'Member', person: 'Bea Moss', organisation: 'Wexcombe Police' },
      { group: 'wexcombe board', role: 'Member', person: 'Cara Vale', organisation: 'Wexcombe Police' },
      { group: 'Wexcombe Board', role: 'Member', person: 'Vacant', organisation: 'Wexcombe Police' },
      { ...board, group: 'Safer Wexcombe', layer: 'operational', 'group-kind': 'Thematic partnership', 'reports-to': 'Wexcombe Board' },
      { group: 'Safer Wexcombe', role: 'Lead', seat: 'Children', person: 'Dan Poole', from: '1/4/2020', until: '31.3.2024' },
      {
        group: 'Safer Wexcombe',
        role: 'Lead',
        seat: 'Children',
        person: 'Eve Hart',
        from: '1 April 2024',
        cover: 'Bea Moss',
        'cover-reason': 'maternity leave',
        'cover-until': '3 May 2027',
      },
    ]
    const held = kept(sheet)
    assert.equal(held.seats.length, 5)
    const again = plan(sheet, held)
    assert.deepEqual(
      again.rows.map(told),
      sheet.map(() => 'unchanged'),
    )
    assert.equal(counts(again), '')
  })

  test('what is new of somebody who is known is told with what was before', () => {
    const held = kept([chair])
    const planned = plan(
      [{ ...chair, post: 'Leader of the council', telephone: '01632 960001', sector: 'Health', until: '30 April 2027' }],
      held,
    )
    assert.equal(
      told(planned.rows[0] as PlannedRow),
      'revised; Sector of Wexcombe County Council: Local authority → Health; Telephone of Cllr Amina Khan:  → 01632 960001; Post of Cllr Amina Khan: Leader → Leader of the council; Cllr Amina Khan as Chair of Wexcombe Board: since 1 May 2025 → from 1 May 2025 to 30 April 2027',
    )
  })

  test('titles before a name are no other person, and rows may say different halves of one', () => {
    assert.equal(
      counts(plan([chair, { person: 'Amina Khan', organisation: 'Wexcombe County Council' }, { person: 'Dr. Amina Khan' }])),
      counts(plan([chair])),
    )
  })

  test('nobody is removed', () => {
    const held = kept([chair, { group: 'WB', role: 'Member', person: 'Bea Moss' }])
    assert.equal(counts(plan([{ person: 'Amina Khan', email: 'amina.khan@wexcombe.example' }], held)), '')
  })
})

describe('who follows whom', () => {
  const seats = (said: readonly Said[], held?: Directory) => {
    const planned = plan(said, held)
    return planned.changes.seats.added.map(({ tenures }) =>
      tenures.map(({ name, beginsOn, endsOn }) => `${name} ${beginsOn ?? ''}..${endsOn ?? ''}`).join(', '),
    )
  }
  const member = (person: string, more: Said = {}): Said => ({ ...board, role: 'Member', organisation: 'Police', person, ...more })

  test('a later first day is a successor, in whatever order the rows stand', () => {
    const [first, second] = [
      { ...chair, deputies: [] },
      { ...board, role: 'Chair', person: 'Bea Moss', organisation: 'Police', from: '1 June 2026' },
    ]
    const one = ['Cllr Amina Khan 2025-05-01..2026-05-31, Bea Moss 2026-06-01..']
    assert.deepEqual(seats([first, second]), one)
    assert.deepEqual(seats([second, first]), one)
    const held = kept([first])
    const planned = plan([second], held)
    assert.equal(counts(planned), '+1 organisations +1 people +1 posts +1 tenures ~1 tenures')
    assert.deepEqual((planned.changes.tenures.changed[0] as NamedTenure).endsOn, '2026-05-31')
    assert.equal((planned.changes.tenures.changed[0] as NamedTenure).endedBy, 'replaced')
  })

  test('two chairs at once are refused, and two members are two seats', () => {
    const both = plan([
      { ...chair, deputies: [] },
      { ...board, role: 'Chair', person: 'Bea Moss' },
    ])
    assert.match(told(both.rows[0] as PlannedRow), /^from: Bea Moss is in this file without days\. Say from when or until when/)
    assert.equal(both.rows.filter(({ outcome }) => outcome === 'refused').length, 1)
    assert.deepEqual(seats([member('Amina Khan'), member('Bea Moss')]), ['Amina Khan ..', 'Bea Moss ..'])
    assert.deepEqual(seats([member('Amina Khan', { until: '31 March 2026' }), member('Bea Moss', { from: '1 April 2026' })]), [
      'Amina Khan ..2026-03-31, Bea Moss 2026-04-01..',
    ])
    assert.deepEqual(seats([member('Amina Khan', { from: '1 May 2020' }), member('Bea Moss', { from: '1 May 2024' })]), [
      'Amina Khan 2020-05-01..',
      'Bea Moss 2024-05-01..',
    ])
  })

  test('places tell seats apart that are called the same', () => {
    const elected = (person: string, place: string, from: string) => member(person, { seat: 'Elected member', place, from })
    assert.equal(seats([elected('Amina Khan', '1', '1 May 2020'), elected('Bea Moss', '2', '1 May 2024')]).length, 2)
    assert.equal(seats([elected('Amina Khan', '1', '1 May 2020'), elected('Bea Moss', '1', '1 May 2024')]).length, 1)
  })
})

test('what cannot be told or cannot be is refused, with its column and what to do, and leaves nothing behind', () => {
  const held = kept([
    chair,
    { person: 'John Smith', email: 'john@police.example', organisation: 'Police' },
    { person: 'John Smith', email: 'john@health.example', organisation: 'Health' },
    { ...board, group: 'Executive', layer: 'executive', 'group-kind': 'executive', 'reports-to': 'WB' },
  ])
  const each: readonly (readonly [readonly Said[], RegExp])[] = [
    [[{ person: 'John Smith' }], /^person: There are 2 people called John Smith\. Say the e-mail address/],
    [
      [{ person: 'Jane Smith', email: 'john@police.example' }],
      /^person: john@police\.example is the e-mail address of John Smith\. Write the name/,
    ],
    [[{ ...board, role: 'Wizard', person: 'X' }], /^role: A role is Chair, Vice chair, Lead, Member, Adviser, Secretariat or Observer/],
    [[{ ...board, person: 'X' }], /^role: Say in what role/],
    [[{ role: 'Chair', person: 'X' }], /^group: Say of which group/],
    [[{ ...chair, from: '31 February 2020' }], /^from: This is not a date\. Enter it like 6 May 2009/],
    [[{ ...chair, from: '2 May 2025', until: '1 May 2025' }], /^until: The last day is before the first/],
    [[{ ...chair, email: 'amina' }], /^email: This is not an e-mail address/],
    [[{ ...chair, sector: 'Wizards' }], /^sector: A sector is one of Local authority/],
    [[{ ...chair, identifier: 'GB-COH-1' }], /^identifier: A number of GB-COH/],
    [[{ group: 'Safer', role: 'Chair', person: 'X' }], /^layer: Safer is a new group\. Say its layer \(Strategic/],
    [[{ ...board, group: 'Safer', 'reports-to': 'Nowhere' }], /^reports-to: There is no group called Nowhere/],
    [[{ group: 'WB', 'reports-to': 'Executive' }], /^reports-to: Wexcombe Board cannot report to Executive/],
    [[{ ...board, group: 'Bypass', 'group-kind': 'Task and finish' }], /^group-until: Enter the last day: a task and finish group has one/],
    [[{ ...board, group: 'Other', 'short-name': 'WB' }], /^short-name: Wexcombe Board has the short name WB already/],
    [[{ ...chair, deputies: ['Amina Khan'] }], /^deputy: .*Amina Khan sits on this seat and cannot be their own deputy/],
    [[{ deputies: ['Amina Khan'] }], /^role: Nobody can stand in without a seat/],
    [[{ telephone: '1' }], /^person: This row names no group, no person and no organisation/],
    [
      [{ ...chair, role: 'Chair', person: 'Vacant', email: '', deputies: [] }],
      /^person: Cllr Amina Khan sits there\. Say when their time ends/,
    ],
    [
      [
        { organisation: 'Wexcombe Homes', sector: 'Housing' },
        { organisation: 'wexcombe homes', sector: 'Health' },
      ],
      /^sector: Line 2 says another sector of Wexcombe Homes/,
    ],
    [
      [
        { person: 'Bea Moss', email: 'bea@a.example', organisation: 'Police' },
        { person: 'Bea Moss', email: 'bea@b.example', organisation: 'Police' },
      ],
      /^email: Line 2 says another e-mail address of Bea Moss/,
    ],
  ]
  for (const [said, expected] of each) {
    const planned = plan(said, held)
    const last = planned.rows.at(-1) as PlannedRow
    assert.match(told(last), expected, JSON.stringify(said))
    if (said.length === 1) assert.equal(counts(planned), '', `${JSON.stringify(said)} leaves something behind`)
  }
})

test('what was said for the whole sheet serves new groups and seats without a role, and changes no known group', () => {
  const assumed = { layer: 'Operational', groupKind: 'Working group', role: 'Member' }
  const held = kept([chair])
  const planned = plan(
    [
      { group: 'Young people', person: 'Bea Moss' },
      { group: 'WB', person: 'Bea Moss' },
    ],
    held,
    assumed,
  )
  assert.equal(counts(planned), '+1 people +1 groups +2 seats +2 tenures')
  assert.equal(planned.changes.groups.added[0]?.layer, 'operational')
})

test('a row that only a refused row could make right is refused too', () => {
  const planned = plan([
    { ...board, group: 'Safer', role: 'Wizard' },
    { ...board, group: 'Young', 'reports-to': 'Safer' },
    { ...board, group: 'Younger', 'reports-to': 'Young' },
  ])
  assert.deepEqual(
    planned.rows.map(({ outcome }) => outcome),
    ['refused', 'refused', 'refused'],
  )
  assert.equal(counts(planned), '')
})

test('ten thousand rows are planned in a second or two', () => {
  const many = Array.from({ length: 10_000 }, (_, at): Said => {
    const group = at % 200
    return {
      group: `Group ${group}`,
      layer: 'operational',
      'group-kind': 'working group',
      role: 'Member',
      person: `Person ${at % 5999}`,
      email: `person.${at % 5999}@wexcombe.example`,
      organisation: `Organisation ${(at % 5999) % 300}`,
      deputies: [`Person ${(at + 1) % 5999}|person.${(at + 1) % 5999}@wexcombe.example`],
    }
  })
  const began = performance.now()
  const planned = plan(many)
  const took = performance.now() - began
  assert.equal(planned.rows.filter(({ outcome }) => outcome === 'refused').length, 0)
  assert.equal(planned.changes.people.added.length, 5999)
  assert.ok(took < 10_000, `${took} ms`)
  console.log(`10,000 rows planned in ${Math.round(took)} ms`)
})
