/**
 * What Goldthread takes, against something that was run beside it: `npm run bench`, or `npm run bench -- import scorecard` for some.
 * `--rows 1000000` imports as many, `--full` gives all partnerships of the growth ten years. Writes docs/performance.md and never fails a build.
 */
import { parseArgs } from 'node:util'
import { note } from '../bench/document.ts'
import type { Benchmark, Figure } from '../bench/figure.ts'
import { growth } from '../bench/growth.ts'
import { importing } from '../bench/import.ts'
import { judging } from '../bench/judging.ts'
import { minutes } from '../bench/minutes.ts'
import { plans } from '../bench/plans.ts'
import { processControl } from '../bench/process-control.ts'
import { scorecard } from '../bench/scorecard.ts'
import { search } from '../bench/search.ts'
import { start } from '../bench/start.ts'
import { structure } from '../bench/structure.ts'
import { thread } from '../bench/thread.ts'
import { weight } from '../bench/weight.ts'

const benchmarks: Readonly<Record<string, Benchmark>> = {
  import: importing,
  judging,
  scorecard,
  'process-control': processControl,
  growth,
  start,
  structure,
  search,
  minutes,
  thread,
  weight,
  plans,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rows: { type: 'string', default: '100000' }, full: { type: 'boolean', default: false } },
})
const unknown = positionals.filter(name => !Object.hasOwn(benchmarks, name))
const rows = Number(values.rows)
if (unknown.length > 0) console.error(`There is no benchmark ${unknown.join(', ')}. There are: ${Object.keys(benchmarks).join(', ')}.`)
else if (!Number.isSafeInteger(rows) || rows < 1) console.error('--rows must be a whole number')
else await run()

async function run(): Promise<void> {
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue
    try {
      const report = await benchmark({ rows, full: values.full })
      console.log(`\n${report.title}`)
      for (const figure of report.figures) console.log(lineOf(figure))
      note(report)
    } catch (error) {
      console.error(`\n${name} could not be measured:`, error)
    }
  }
}

function lineOf({ what, found, wanted, reached }: Figure): string {
  const mark = reached === null ? ' ' : reached ? '✓' : '✗'
  return `  ${mark} ${what}: ${found}${wanted === null ? '' : ` (${wanted})`}`
}
