// A few seconds of `npm run fuzz`, with a seed that stays, so that a failure is this change's.
import assert from 'node:assert/strict'
import { describe, type TestContext, test } from 'node:test'
import { addresses } from './addresses.ts'
import { type Chance, chanceOf } from './chance.ts'
import { files } from './files.ts'
import { forms } from './forms.ts'
import { type Fuzz, fuzzed } from './rounds.ts'

const run = async (fuzz: Fuzz, rounds: number, t: TestContext) => {
  const { tally, failures } = await fuzzed(
    fuzz,
    { after: work => t.after(work) },
    { seed: 'kept', goesOn: soFar => soFar < rounds, tell: () => {} },
  )
  assert.deepEqual(failures, [])
  return tally
}

describe('whatever is sent, Goldthread answers in words and keeps all of it or nothing', () => {
  test('files', async t => {
    const tally = await run(files, 25, t)
    // It is no test of imports when none comes so far.
    for (const came of ['imported', 'columns refused', 'refused as a whole']) assert.ok((tally.get(came) ?? 0) > 0, came)
  })
  test('forms', async t => {
    const tally = await run(forms, 200, t)
    for (const status of ['303', '422', '403', '404']) assert.ok((tally.get(status) ?? 0) > 0, status)
  })
  test('addresses', async t => {
    const tally = await run(addresses, 200, t)
    for (const status of ['200', '303', '404']) assert.ok((tally.get(status) ?? 0) > 0, status)
  })
})

test('a failure is told with what makes it again, and the other rounds go on', async t => {
  const drawn = (chance: Chance) => chance.below(1_000_000)
  const fuzz: Fuzz = {
    name: 'broken',
    about: '',
    open: async () => async (chance, number) => {
      if (number === 2) throw new Error('This round cannot be done')
      return { came: 'well', wrong: number === 3 ? [`drew ${drawn(chance)}`] : [] }
    },
  }
  const { rounds, tally, failures } = await fuzzed(
    fuzz,
    { after: work => t.after(work) },
    { seed: '7', goesOn: soFar => soFar < 4, tell: () => {} },
  )
  assert.equal(rounds, 4)
  assert.deepEqual(Object.fromEntries(tally), { well: 3, 'broke off': 1 })
  assert.deepEqual(
    failures.map(({ round, what }) => `${round}: ${what.split('\n')[0]}`),
    ['2: Error: This round cannot be done', `3: drew ${drawn(chanceOf('broken 7 3'))}`],
  )
})
