import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { asGuestSees, openPaths } from './guest.ts'
import { isLetIn, mayManagePerformance, mayRead, mayReadScorecard, mayReadStructure } from './may.ts'
import { nowhere, type Visitor } from './visit.ts'

const guest: Visitor = { accountId: 1, name: 'Amina', role: 'guest', shares: ['scorecard'], ...nowhere }
const reader: Visitor = { accountId: 1, name: 'Amina', role: 'reader', ...nowhere }

test('a guest is let in by the rule for what is shared, and by no other, even one that lets in everybody', () => {
  const everybody = () => true
  const rules = { mayReadScorecard, mayReadStructure, mayRead, mayManagePerformance, everybody }
  const letIn = (visitor: Visitor) => Object.entries(rules).flatMap(([name, may]) => (isLetIn(may, visitor) ? [name] : []))
  assert.deepEqual(letIn(guest), ['mayReadScorecard'])
  assert.deepEqual(letIn({ ...guest, shares: [] }), [])
  assert.deepEqual(letIn(reader), ['mayReadScorecard', 'mayReadStructure', 'mayRead', 'everybody'])
})

test('of several routes that fit, the one that names most is meant', () => {
  const isOpen = openPaths([
    { path: '/indicators/:id', may: mayReadScorecard },
    { path: '/indicators/new', may: mayManagePerformance },
  ])
  assert.equal(isOpen(guest, '/indicators/12'), true)
  assert.equal(isOpen(guest, '/indicators/new'), false)
  assert.equal(isOpen(guest, '/indicators/12/edit'), false)
})

describe('of a page a guest sees', () => {
  const isOpen = (path: string) => path === '/scorecard'
  const cases: readonly [string, string, string][] = [
    ['links to what is shared', '<a href="/k/scorecard?by=lead#list">All</a>', '<a href="/k/scorecard?by=lead#list">All</a>'],
    ['the words of other links', '<b><a class="x" href="/k/people/3"><i>Jo</i></a></b>', '<b><i>Jo</i></b>'],
    ['no link home, which is not shared', '<a href="/k">K</a>', 'K'],
    [
      'links elsewhere, as they are',
      '<a href="/account">Me</a><a href="/kk/x">X</a><a href="#a">A</a>',
      '<a href="/account">Me</a><a href="/kk/x">X</a><a href="#a">A</a>',
    ],
    [
      'no form that changes anything',
      'a<form class="f" method="post"\n action="/k/views"><a href="/k">x</a></form>b<form method="post"></form>',
      'ab',
    ],
    [
      'forms that ask, and the one for signing out',
      '<form method="get"></form><form class="o" method="post" action="/sign-out"></form>',
      '<form method="get"></form><form class="o" method="post" action="/sign-out"></form>',
    ],
  ]
  for (const [name, page, expected] of cases) test(name, () => assert.equal(asGuestSees(page, '/k', isOpen), expected))
})
