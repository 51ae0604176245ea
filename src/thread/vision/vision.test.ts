import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Ambition, branches, isServed, moved, type Service, type Serving, serveNothing, setAmbition } from './vision.ts'

const ambition = (id: number, parentId: number | null = null, place = id): Ambition => ({
  id,
  visionId: 1,
  parentId,
  place,
  title: `Ambition ${id}`,
  text: '',
})
const all = [ambition(1, null, 2), ambition(2, null, 1), ambition(3, 1, 2), ambition(4, 1, 1)]
const by = (ambitionId: number, of: { theme?: number; outcome?: number }): Service => ({
  ambitionId,
  themeId: of.theme ?? null,
  outcomeId: of.outcome ?? null,
})
const themes: readonly Serving[] = [
  {
    id: 1,
    title: 'Children',
    outcomes: [
      { id: 11, title: 'Safe' },
      { id: 12, title: 'Learning' },
    ],
  },
  { id: 2, title: 'Greener', outcomes: [] },
]

test('ambitions stand in order, each with its priorities', () => {
  assert.deepEqual(
    branches(all).map(({ id, priorities }) => [id, priorities.map(each => each.id)]),
    [
      [2, []],
      [1, [4, 3]],
    ],
  )
})

test('an ambition is served by what serves one of its priorities', () => {
  const [second, first] = branches(all)
  assert.deepEqual([first && isServed(first, [by(3, { theme: 1 })]), second && isServed(second, [by(3, { theme: 1 })])], [true, false])
})

describe('what serves nothing', () => {
  const check = (name: string, services: readonly Service[], expected: string) =>
    test(name, () =>
      assert.equal(
        serveNothing(themes, services)
          .map(({ title, outcomes }) => `${title}(${outcomes.map(each => each.title).join(', ')})`)
          .join(' '),
        expected,
      ),
    )
  check('all of it', [], 'Children(Safe, Learning) Greener()')
  check('a theme that serves takes its outcomes with it', [by(1, { theme: 1 })], 'Greener()')
  check('an outcome that serves leaves the others', [by(1, { outcome: 11 })], 'Children(Learning) Greener()')
  check('a theme serves when each of its outcomes does', [by(1, { outcome: 11 }), by(2, { outcome: 12 })], 'Greener()')
})

describe('an ambition as it is entered', () => {
  const check = (name: string, draft: { title?: string; parentId?: number | null }, itself: number | null, expected: string) =>
    test(name, () => {
      const ruling = setAmbition({ title: 'Another', parentId: null, text: '', themeIds: [], outcomeIds: [], ...draft }, all, itself)
      assert.equal(ruling.accepted ? '' : ruling.problems.map(({ field }) => field).join(), expected)
    })
  check('stands in the vision', {}, null, '')
  check('is called like no other', { title: 'ambition 3' }, null, 'title')
  check('keeps its own name', { title: 'Ambition 3', parentId: 1 }, 3, '')
  check('stands within no priority', { parentId: 3 }, null, 'parentId')
  check('stands within no ambition that is not there', { parentId: 9 }, null, 'parentId')
  check('stands not within itself', { parentId: 1 }, 1, 'parentId')
  check('stands within none while others stand within it', { parentId: 2 }, 1, 'parentId')
})

describe('moved one step', () => {
  test('down', () => assert.deepEqual(moved(all, 4, 'down'), [3, 4]))
  test('up', () => assert.deepEqual(moved(all, 1, 'up'), [1, 2]))
  test('beyond the last it stays', () => assert.deepEqual(moved(all, 3, 'down'), [4, 3]))
})
