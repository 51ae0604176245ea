import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Chosen, merge } from './merge.ts'
import type { Person, PersonId } from './person.ts'

const person = (id: number, details: Partial<Person> = {}): Person => ({
  id: id as PersonId,
  name: 'Amina Khan',
  email: null,
  telephone: '',
  note: '',
  accountId: null,
  ...details,
})

describe('two records of one person', () => {
  const check = (name: string, first: Person, second: Person, chosen: Chosen, expected: string) =>
    test(name, () => {
      const ruling = merge(first, second, chosen)
      assert.equal(
        ruling.accepted
          ? `${ruling.value.keptId} keeps ${Object.values(ruling.value.details).filter(Boolean).join(', ')}`
          : ruling.problems.map(({ field = '', text }) => `${field}: ${text}`).join('; '),
        expected,
      )
    })

  check('the first is kept', person(1), person(2), {}, '1 keeps Amina Khan')
  check('or whoever signs in', person(1), person(2, { accountId: 7 }), {}, '2 keeps Amina Khan')
  check(
    'never both who do',
    person(1, { accountId: 6 }),
    person(2, { accountId: 7 }),
    {},
    ': Amina Khan and Amina Khan both sign in here, each with an account of their own. An administrator has to remove the access of one of them first',
  )
  check(
    'what only one says is kept',
    person(1, { email: 'a@x.example' }),
    person(2, { telephone: '0199' }),
    {},
    '1 keeps Amina Khan, a@x.example, 0199',
  )
  check(
    'where they differ somebody has to say which holds',
    person(1, { email: 'a@x.example' }),
    person(2, { name: 'A Khan', email: 'b@x.example' }),
    { email: 'second' },
    'name: Select which name holds',
  )
  check(
    'and it does',
    person(1, { email: 'a@x.example', note: 'One' }),
    person(2, { name: 'A Khan', email: 'b@x.example', note: 'Two' }),
    { name: 'first', email: 'second', note: 'second' },
    '1 keeps Amina Khan, b@x.example, Two',
  )
  check('nobody is merged with themselves', person(1), person(1), {}, 'second: Select two different people')
})
