import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { GroupId } from '../group/group.ts'
import type { PersonId } from '../person/person.ts'
import { type Meeting, type Network, networkOf } from './network.ts'

const letters = ['A', 'B', 'C', 'D', 'E', 'F']
const people = ['amina', 'ben', 'cara', 'dev', 'ella']
const group = (letter: string) => (letters.indexOf(letter) + 1) as GroupId
const person = (name: string) => (people.indexOf(name) + 1) as PersonId
const letter = (id: GroupId) => letters[id - 1] ?? ''
const name = (id: PersonId) => people[id - 1] ?? ''

/** `A: amina ben, B: ben` is who sits where. */
function network(seated: string): Network {
  const groups = seated.split(', ').map(each => each.split(':') as [string, string])
  const meetings = groups.flatMap(([at, names]): Meeting[] =>
    names
      .split(' ')
      .filter(each => each !== '')
      .map(each => ({ groupId: group(at), personId: person(each) })),
  )
  return networkOf(
    groups.map(([at]) => group(at)),
    meetings,
  )
}

const pairs = (seated: string, expected: string) =>
  test(`who is shared where ${seated}`, () =>
    assert.equal(
      network(seated)
        .pairs.map(({ groups: [a, b], people }) => `${letter(a)}${letter(b)} ${people.map(name).join('+')}`)
        .join(', '),
      expected,
    ))

pairs('A: amina, B: ben', '')
pairs('A: amina ben, B: ben amina, C: ben', 'AB ben+amina, AC ben, BC ben')
pairs('A: amina, B: amina ben, C: ben', 'AB amina, BC ben')
pairs('A: amina amina, B:', '')

const bridges = (seated: string, expected: string) =>
  test(`what hangs on one person where ${seated}`, () =>
    assert.equal(
      network(seated)
        .bridges.map(({ personId, groups, rest }) => `${name(personId)}: ${groups.map(letter).join('')} from ${rest.map(letter).join('')}`)
        .join(', '),
      expected,
    ))

bridges('A: amina, B: ben', '')
bridges('A: amina, B: amina', 'amina: B from A')
bridges('A: amina ben, B: amina ben', '')
bridges('A: amina ben, B: amina ben, C: ben', 'ben: C from AB')
// A chain hangs on each of its people, at the shorter end.
bridges('A: amina, B: amina ben, C: ben cara, D: cara', 'amina: A from BCD, ben: CD from AB, cara: D from ABC')
// A ring hangs on nobody.
bridges('A: amina ben, B: ben cara, C: cara amina', '')
// One who holds three together holds each of the smaller ones.
bridges('A: amina ben, B: amina, C: amina, D: ben', 'amina: B from ACD, amina: C from ABD, ben: D from ABC')
// Two clusters, one person between them.
bridges('A: amina ben, B: amina ben, C: cara dev ben, D: cara dev', 'ben: CD from AB')
// A part that is apart hangs on its own people only.
bridges('A: amina ben, B: amina ben, C: cara, D: cara', 'cara: D from C')

const apart = (seated: string, expected: string) =>
  test(`what is apart where ${seated}`, () => {
    const { parts, alone, empty } = network(seated)
    const all = [parts.map(part => part.map(letter).join('')).join('|'), alone.map(letter).join(''), empty.map(letter).join('')]
    assert.equal(all.join(' / '), expected)
  })

apart('A: amina, B: ben', ' / AB / ')
apart('A: amina, B:', ' / A / B')
apart('A: amina, B: amina, C: ben, D: dev ella, E: dev, F:', 'AB|DE / C / F')
apart('A: amina, B: dev, C: dev, D: dev, E: amina', 'BCD|AE /  / ')

test('who sits on most groups comes first', () => {
  const { linking } = network('A: amina ben, B: ben, C: ben cara, D: cara')
  assert.deepEqual(
    linking.map(({ personId, groups }) => [name(personId), groups.length]),
    [
      ['ben', 3],
      ['cara', 2],
    ],
  )
})
