import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Likely, likelyPairs } from './likeness.ts'
import type { PersonId } from './person.ts'

type Known = { readonly name: string; readonly email?: string; readonly at?: readonly number[] }
const person = (id: number, { name, email, at = [] }: Known): Likely => ({
  id: id as PersonId,
  name,
  email: email ?? null,
  organisationIds: at,
})

const check = (first: Known, second: Known, expected: string) =>
  test(`${first.name} and ${second.name}: ${expected}`, () => {
    const [pair] = likelyPairs([person(1, first), person(2, second)])
    assert.equal(pair?.likeness ?? 'two people', expected)
  })

describe('the same name, however it is written', () => {
  check({ name: 'Amina Khan' }, { name: 'amina  KHAN' }, 'same-name')
  check({ name: 'Amina Khan' }, { name: 'Khan, Amina' }, 'same-name')
  check({ name: 'Amina Khan' }, { name: 'KHAN Amina' }, 'same-name')
  check({ name: 'Amina Khan' }, { name: 'Cllr Amina Khan' }, 'same-name')
  check({ name: 'Amina Khan' }, { name: 'Cllr Dr. Amina Khan OBE' }, 'same-name')
  check({ name: 'Amina Khan' }, { name: 'Mrs Khan, Amina' }, 'same-name')
  check({ name: 'Amina Khan' }, { name: 'Amina Khan, OBE' }, 'same-name')
  check({ name: 'Siân O’Brien' }, { name: "Sian O'Brien" }, 'same-name')
  check({ name: 'Mary Lloyd-Jones' }, { name: 'Mary Lloyd Jones' }, 'same-name')
  check({ name: 'Amina Khan (Vice Chair)' }, { name: 'Amina Khan' }, 'same-name')
})

describe('an initial for a first name, at one organisation', () => {
  check({ name: 'A Khan', at: [1] }, { name: 'Amina Khan', at: [1, 2] }, 'initials')
  check({ name: 'A. J. Khan', at: [1] }, { name: 'Amina Khan', at: [1] }, 'initials')
  check({ name: 'Khan, A.', at: [1] }, { name: 'Amina Jane Khan', at: [1] }, 'initials')
  check({ name: 'Dr Khan', at: [1] }, { name: 'Amina Khan', at: [1] }, 'initials')
  check({ name: 'A Khan', at: [1] }, { name: 'Amina Khan', at: [2] }, 'two people')
  check({ name: 'B Khan', at: [1] }, { name: 'Amina Khan', at: [1] }, 'two people')
  check({ name: 'Alan Khan', at: [1] }, { name: 'Amina Khan', at: [1] }, 'two people')
})

describe('the same e-mail address', () => {
  check({ name: 'A Khan', email: 'a@wexcombe.example' }, { name: 'Amina Khan-Jones', email: 'A@wexcombe.example' }, 'same-email')
  check({ name: 'Amina Khan', email: 'a@wexcombe.example' }, { name: 'Amina Khan', email: 'a@wexcombe.example' }, 'same-email')
})

describe('two people', () => {
  check({ name: 'Amina Khan' }, { name: 'Tom Birch' }, 'two people')
  check({ name: 'Amina Khan' }, { name: 'Amina Jane Khan' }, 'two people')
  check({ name: 'Dr' }, { name: 'Mrs' }, 'two people')
})

test('three of one name are three pairs, the surest first', () => {
  const people = [
    person(3, { name: 'Amina Khan' }),
    person(1, { name: 'Khan, Amina' }),
    person(2, { name: 'Amina Khan', email: 'a@wexcombe.example' }),
    person(4, { name: 'A', email: 'a@wexcombe.example' }),
  ]
  assert.deepEqual(
    likelyPairs(people).map(({ first, second, likeness }) => `${first} ${second} ${likeness}`),
    ['2 4 same-email', '1 2 same-name', '1 3 same-name', '2 3 same-name'],
  )
})

test('ten thousand people are looked through quickly enough for a page', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => person(at + 1, { name: `Person${at} Surname${at % 5_000}`, at: [at % 25] }))
  const before = performance.now()
  assert.equal(likelyPairs(many).length, 0)
  assert.ok(performance.now() - before < 2_000)
})
