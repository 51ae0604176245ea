/** docs/performance.md: the figures of each benchmark as they were when it last ran. What people wrote there besides stays. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'
import type { Figure, Report } from './figure.ts'
import { project } from './place.ts'

const path = join(project, 'docs', 'performance.md')

const opening = `# Performance

How quick Goldthread is, shown again at any time: \`npm run bench\`, or \`npm run bench -- import start\` for some. Machines differ and are shared,
so a figure is a ratio to something that was run beside it wherever there is one. Each section was written when its benchmark last ran.
`

export function note(report: Report): void {
  const sections = existsSync(path)
    ? readFileSync(path, 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
    : []
  const fresh = sectionOf(report)
  const place = sections.findIndex(section => section.startsWith(`## ${report.title}\n`))
  const written = sections.findIndex(section => section.startsWith('## Not reached'))
  if (place >= 0) sections[place] = fresh
  else sections.splice(written < 0 ? sections.length : written, 0, fresh)
  writeFileSync(path, [opening, ...sections].map(section => `${section.trimEnd()}\n`).join('\n'))
}

function sectionOf({ title, figures, how }: Report): string {
  return [
    `## ${title}\n`,
    '| what | found | wanted |\n| --- | --- | --- |',
    ...figures.map(figure => `| ${figure.what} | ${figure.found} | ${wantedOf(figure)} |`),
    `\n${how.join('\n\n')}\n`,
    `Taken on ${today()} on ${machine()}.\n`,
  ].join('\n')
}

const wantedOf = ({ wanted, reached }: Figure): string => (wanted === null ? '' : `${wanted}: ${reached ? 'reached' : '**not reached**'}`)

const today = (): string =>
  Temporal.Now.plainDateISO('Europe/London').toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

const machine = (): string =>
  `${availableParallelism()} cores with ${Math.round(totalmem() / 2 ** 30)} GB of memory (${process.platform}, ${process.arch}), Node ${process.versions.node.split('.')[0]} and the PostgreSQL 17 that comes with Goldthread`
