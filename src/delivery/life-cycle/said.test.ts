import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changesBetween, openSaid, type Said } from './said.ts'

const said = (title: string, actions: Readonly<Record<string, string>>): Said => ({
  plan: [
    { name: 'Title', text: title },
    { name: 'What may go wrong', text: '' },
  ],
  actions: Object.entries(actions).map(([reference, text]) => ({
    reference,
    isConfidential: reference.endsWith('9'),
    text,
    lines: [{ name: 'Ends', text: '31 December 2009' }],
  })),
})

test('a revision is told by what is said otherwise: of the plan, of each action, and those that are new or gone', () => {
  const was = said('Advice', { 'P/1': 'Train 40', 'P/2': 'Raise awareness' })
  assert.deepEqual(changesBetween(was, was), [])
  assert.deepEqual(changesBetween(was, said('Advice for all', { 'P/1': 'Train 50', 'P/3': 'Open a desk' })), [
    { of: 'The plan', kind: 'changed', lines: [{ name: 'Title', was: 'Advice', is: 'Advice for all' }] },
    { of: 'P/1', kind: 'changed', lines: [{ name: 'Action', was: 'Train 40', is: 'Train 50' }] },
    {
      of: 'P/3',
      kind: 'added',
      lines: [
        { name: 'Action', was: '', is: 'Open a desk' },
        { name: 'Ends', was: '', is: '31 December 2009' },
      ],
    },
    {
      of: 'P/2',
      kind: 'taken out',
      lines: [
        { name: 'Action', was: 'Raise awareness', is: '' },
        { name: 'Ends', was: '31 December 2009', is: '' },
      ],
    },
  ])
})

test('what is confidential is left out for whoever does not see it', () => {
  assert.deepEqual(
    openSaid(said('Advice', { 'P/1': 'Train 40', 'P/9': 'Buy the house' })).actions.map(({ reference }) => reference),
    ['P/1'],
  )
})
