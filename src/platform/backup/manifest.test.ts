import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { differences, type Manifest, migrationsFor, readManifest } from './manifest.ts'

const digest = (letter: string) => letter.repeat(64)
const migration = (number: number, letter = 'a') => ({ number, name: `000${number}_step.sql`, digest: digest(letter) })
const table = { name: 'performance.theme', columns: ['id'], rows: 2, bytes: 10, sha256: digest('1') }
const example: Manifest = {
  format: 1,
  goldthread: '0.1.0',
  postgres: '17.1',
  createdAt: '2009-05-06T09:30:00Z',
  migrations: [migration(1), migration(2)],
  tables: [table],
  leftOut: [],
  sequences: [{ name: 'performance.theme_id_seq', lastValue: '3', isCalled: true }],
}

describe('what a backup says of itself', () => {
  const check = (what: string, text: string, expected: RegExp | null) =>
    test(what, () => {
      const ruling = readManifest(text)
      if (expected === null) assert.deepEqual(ruling, { accepted: true, value: example })
      else assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), expected)
    })

  check('as it is written', JSON.stringify(example), null)
  check(
    'of a later form',
    JSON.stringify({ ...example, format: 2, goldthread: '3.0.0' }),
    /made by Goldthread 3\.0\.0 in a form that this version does not know/,
  )
  check('not JSON', '{"format": 1,', /damaged/)
  check('something else', '{}', /damaged/)
  check('a table without a digest', JSON.stringify({ ...example, tables: [{ ...table, sha256: '' }] }), /damaged/)
})

describe('the migrations to begin from', () => {
  const check = (what: string, known: ReturnType<typeof migration>[], expected: RegExp | number) =>
    test(what, () => {
      const ruling = migrationsFor(example, known)
      if (typeof expected === 'number') assert.equal(ruling.accepted && ruling.value.length, expected)
      else assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), expected)
    })

  check('the same', [migration(1), migration(2)], 2)
  check('an older version’s', [migration(1), migration(2), migration(3)], 2)
  check('a newer version’s', [migration(1)], /made by a newer Goldthread \(0\.1\.0, with 0002_step\.sql\).*up to 0001_step\.sql/)
  check('others', [migration(1), migration(2, 'b')], /another form of the migration 0002_step\.sql/)
})

describe('what was restored differs', () => {
  const check = (what: string, found: { name: string; rows: number; sha256: string }[], expected: string[]) =>
    test(what, () => assert.deepEqual(differences([table], found), expected))

  check('in nothing', [table], [])
  check('by a table', [], ['performance.theme is missing'])
  check('by a row', [{ ...table, rows: 1 }], ['performance.theme has 1 rows instead of 2'])
  check('by a letter', [{ ...table, sha256: digest('2') }], ['performance.theme has other content'])
})
