/**
 * Sends Goldthread what nobody should: `npm run fuzz`, or `npm run fuzz -- forms --minutes 5`. Each kind in turn for as long, or for `--rounds`.
 * The seed is printed; `--seed 7 --round 123` does one round again, the same. Ends with 1 when something was wrong.
 */
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { addresses } from './addresses.ts'
import { files } from './files.ts'
import { forms } from './forms.ts'
import { type Fuzz, fuzzed } from './rounds.ts'

const kinds: readonly Fuzz[] = [files, forms, addresses]

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string' }, minutes: { type: 'string' }, rounds: { type: 'string' }, round: { type: 'string' } },
})
const unknown = positionals.filter(name => !kinds.some(kind => kind.name === name))
const numbers = [values.minutes, values.rounds, values.round].filter(value => value !== undefined)
if (unknown.length > 0) stop(`There is no ${unknown.join(', ')}. There are: ${kinds.map(({ name }) => name).join(', ')}.`)
if (numbers.some(number => !(Number(number) > 0))) stop('--minutes, --rounds and --round are numbers above 0.')

const seed = values.seed ?? String(randomInt(1_000_000))
const minutes = Number(values.minutes ?? 1)
const rounds = values.round === undefined ? Number(values.rounds ?? Number.POSITIVE_INFINITY) : 1
console.log(`Seed ${seed}`)
let failed = 0
for (const fuzz of kinds) {
  if (positionals.length > 0 && !positionals.includes(fuzz.name)) continue
  const cleaning: (() => Promise<void>)[] = []
  const began = performance.now()
  // Rounds that were asked for are all done, however long it takes.
  const hasTime = () => values.rounds !== undefined || values.round !== undefined || performance.now() - began < minutes * 60_000
  try {
    const { rounds: done, tally } = await fuzzed(
      fuzz,
      { after: work => void cleaning.push(work) },
      {
        seed,
        from: Number(values.round ?? 1),
        goesOn: soFar => soFar < rounds && hasTime(),
        tell({ round, what }) {
          failed++
          console.error(`\n${fuzz.name}, again with: npm run fuzz -- ${fuzz.name} --seed ${seed} --round ${round}\n  ${what}`)
        },
      },
    )
    const seconds = (performance.now() - began) / 1_000
    const came = [...tally].toSorted(([, a], [, b]) => b - a).map(([what, count]) => `${count} ${what}`)
    console.log(`${fuzz.name} (${fuzz.about}): ${done} rounds in ${seconds.toFixed(0)} s: ${came.join(', ')}`)
  } finally {
    for (const clean of cleaning) await clean()
  }
}
console.log(failed === 0 ? 'Nothing was wrong.' : `${failed} things were wrong.`)
process.exit(failed === 0 ? 0 : 1)

function stop(sentence: string): never {
  console.error(sentence)
  process.exit(2)
}
