import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { MeetingId } from '../meeting/meeting.ts'
import { type AgendaItem, type AgendaItemId, later, lengthOf, moved, placed, plainItem } from './agenda.ts'

type Given = readonly [title: string, given?: Partial<AgendaItem>, children?: readonly Given[]]

/** Items in the order in which they are given, the first with number 1. */
function agenda(...given: readonly Given[]): AgendaItem[] {
  let id = 0
  const add = (parentId: AgendaItemId | null, [title, but = {}, children = []]: Given, at: number): AgendaItem[] => {
    id += 1
    const own = id as AgendaItemId
    const item = { ...plainItem(title), id: own, meetingId: 1 as MeetingId, place: at + 1, ...but, parentId }
    return [item, ...children.flatMap((child, place) => add(own, child, place))]
  }
  return given.flatMap((each, at) => add(null, each, at))
}

const typed = (numberAsTyped: string) => ({ numberAsTyped })
const takes = (minutes: number | null, more: Partial<AgendaItem> = {}) => ({ minutes, ...more })

describe('the number of an item', () => {
  const check = (name: string, items: readonly AgendaItem[], numbers: readonly string[], sees: 'all' | 'open' = 'all') =>
    test(name, () =>
      assert.deepEqual(
        placed(items, null, sees).map(({ number, title }) => `${number} ${title}`.trim()),
        numbers,
      ),
    )

  check('follows from its place', agenda(['Welcome'], ['Updates', {}, [['Safer'], ['Health']]], ['Any other business']), [
    '1 Welcome',
    '2 Updates',
    '2.1 Safer',
    '2.2 Health',
    '3 Any other business',
  ])
  check('goes on in the form in which it was typed', agenda(['Welcome', typed('Item 1')], ['Minutes'], ['Finance', {}, [['Grant']]]), [
    'Item 1 Welcome',
    'Item 2 Minutes',
    'Item 3 Finance',
    'Item 3.1 Grant',
  ])
  check(
    'may be as strange as one paper had it: "2." under "1.", 2.1 to 2.4 under "3.", and a last one without any',
    agenda(
      [
        'Minutes and matters arising',
        typed('1.'),
        [
          ['The minutes were approved', typed('2.')],
          ['Outstanding actions', typed('1.2')],
        ],
      ],
      ['Planning session', typed('3.'), [['The paper', typed('2.1')], ['Comments'], ['Way forward'], ['Current activity']]],
      ['Any other business'],
      ['Dates of next meetings', typed('-')],
    ),
    [
      '1. Minutes and matters arising',
      '2. The minutes were approved',
      '1.2 Outstanding actions',
      '3. Planning session',
      '2.1 The paper',
      '2.2 Comments',
      '2.3 Way forward',
      '2.4 Current activity',
      '4. Any other business',
      'Dates of next meetings',
    ],
  )
  check('with a letter is not counted on', agenda(['Grant'], ['Late paper', typed('1a')], ['Plans']), [
    '1 Grant',
    '1a Late paper',
    '2 Plans',
  ])
  check('is none within what has none', agenda(['Updates', typed('-'), [['Safer'], ['Health', typed('b')]]], ['Grant']), [
    'Updates',
    'Safer',
    'b Health',
    '1 Grant',
  ])
  const withClosed = agenda(
    ['Welcome'],
    ['A contract', { isConfidential: true }, [['Its price']]],
    ['Plans', {}, [['Named', { isConfidential: true }]]],
  )
  check('counts confidential items for those who see them', withClosed, [
    '1 Welcome',
    '2 A contract',
    '2.1 Its price',
    '3 Plans',
    '3.1 Named',
  ])
  check('counts none for others, nor what stands within them', withClosed, ['1 Welcome', '2 Plans'], 'open')
})

describe('when an item begins', () => {
  const check = (
    name: string,
    items: readonly AgendaItem[],
    startsAt: string | null,
    times: readonly (string | null)[],
    sees: 'all' | 'open' = 'all',
  ) =>
    test(name, () =>
      assert.deepEqual(
        placed(items, startsAt, sees).map(each => each.startsAt),
        times,
      ),
    )

  check('runs on from when the meeting starts', agenda(['A', takes(45)], ['B', takes(20)], ['C']), '09:30', ['09:30', '10:15', '10:35'])
  check('is not known after one of which nobody knows how long it takes', agenda(['A', takes(5)], ['B'], ['C', takes(5)]), '09:30', [
    '09:30',
    '09:35',
    null,
  ])
  check('is not known where the meeting has no time', agenda(['A', takes(5)], ['B']), null, [null, null])
  check(
    'runs on within an item',
    agenda(
      [
        'A',
        {},
        [
          ['A1', takes(10)],
          ['A2', takes(5)],
        ],
      ],
      ['B'],
    ),
    '14:00',
    ['14:00', '14:00', '14:10', '14:15'],
  )
  check('holds an item to its own minutes', agenda(['A', takes(30), [['A1', takes(10)], ['A2']]], ['B']), '14:00', [
    '14:00',
    '14:00',
    '14:10',
    '14:30',
  ])
  check(
    'is the same for those who do not see what comes before',
    agenda(['A', takes(30, { isConfidential: true })], ['B']),
    '14:00',
    ['14:30'],
    'open',
  )

  test('may be after midnight', () => assert.equal(later('23:50', 25), '00:15'))
  test('all together take as long as those that say so', () =>
    assert.deepEqual(lengthOf(agenda(['A', takes(30)], ['B', {}, [['B1', takes(5)]]], ['C'])), { minutes: 35, isWhole: false }))
})

describe('an item that is moved', () => {
  const items = agenda(['A'], ['B', {}, [['B1'], ['B2']]], ['C'])
  const check = (name: string, itemId: number, way: 'up' | 'down', order: readonly number[]) =>
    test(name, () => assert.deepEqual(moved(items, itemId as AgendaItemId, way), order))

  check('changes places with the one before it', 5, 'up', [1, 5, 2])
  check('or after it, within the same', 3, 'down', [4, 3])
  check('stays where nothing is before it', 1, 'up', [1, 2, 5])
  check('and where nothing is after it', 4, 'down', [3, 4])
})
