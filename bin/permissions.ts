/**
 * Writes docs/permissions.md, the table of who may do what, from the routes themselves: `npm run permissions`. It is kept by hand all the same:
 * a test holds every route against what is written, so a change of it is seen by whoever reads the commit.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApplication } from '../src/application.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import { permissionLine } from '../test/pages/permissions.ts'

const root = join(import.meta.dirname, '..')

// Routes are written down before anything is asked of the database: nothing is ever sent to this one.
const database = openDatabase('postgres://nobody@127.0.0.1:1/nothing', { poolSize: 2 })
const { web } = await openApplication({ database, version: '' })
const lines = web.routes
  .toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.method < b.method ? -1 : 1))
  .map(route => ({ inside: route.path.startsWith('/:partnership'), line: permissionLine(route) }))
const table = (inside: boolean): string => lines.flatMap(entry => (entry.inside === inside ? [entry.line] : [])).join('\n')

writeFileSync(
  join(root, 'docs/permissions.md'),
  `# Permissions

Every page and every form of Goldthread, with who may use it. Whoever may not is refused by the server, whatever their page shows; a test calls each as every role. Made by \`npm run permissions\`.

## Of a partnership

Only its own members come this far: whoever is not signed in is asked to, and for everybody else the partnership does not exist.

| method | address | rule | who |
| --- | --- | --- | --- |
${table(true)}

## Of no partnership

What belongs to no partnership decides for itself what it shows to whom: the one-time code opens the first pages, and only until a partnership is set up; a link of an invitation works once.

| method | address | rule | who |
| --- | --- | --- | --- |
${table(false)}

Besides these anybody may fetch what is no page: \`/assets/…\` (style sheet, script, icons), \`/robots.txt\`, \`/health/live\` and \`/health/ready\`. \`/metrics\` is there for requests from this machine and for whoever sends the token of its setting; for everybody else it does not exist.
`,
)
console.log(`docs/permissions.md: ${lines.length} routes`)
process.exit(0)
