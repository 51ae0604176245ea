/**
 * Writes docs/permissions.md, the table of who may do what, from the routes themselves: `npm run permissions`. It is kept by hand all the same:
 * a test holds every route against what is written, so a change of it is seen by whoever reads the commit.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openApplication } from '../src/application.ts'
import { authorities, matters } from '../src/partnership/index.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import { roleNames, roleSummaries, roles } from '../src/platform/web/index.ts'
import { authorityLine, permissionLine } from '../test/pages/permissions.ts'

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

Every page and every form of Goldthread, with who may use it. Whoever may not is refused by the server, whatever their page shows; a test calls each as every role and every duty, as another partnership's administrator and as nobody. Made by \`npm run permissions\`.

## Who there is

Somebody has one role in a partnership, which an administrator gives to their account. What they may do besides follows from where they sit today, as holder of a seat, as cover or as an acting deputy, and from whose data coordinator they are: their duties. There is no list of permissions kept beside that.

| role | what they may |
| --- | --- |
${roles.map(role => `| ${roleNames[role].toLowerCase()} | ${roleSummaries[role]} |`).join('\n')}

The public reads what is published. Nothing is published yet, so there is no page for it: whoever has not signed in sees nothing of a partnership. A scrutiny reader needs an account until then.

## With the matters of a group, a seat and an organisation

Of any: whoever has the role. Of their own: whoever holds a seat in that role on that group; the seat alone, and the indicators that it leads or contributes to; the organisation. Whoever leads or contributes to an indicator in person reports it, if they are a contributor or hold any seat but an observer's. The last column says for what a deputy who acts today (always, or while nobody who sits there is to be had, as the group says) may do what whoever sits there may.

| matter | of any | of their own group | of their own seat | of their own organisation | deputies |
| --- | --- | --- | --- | --- | --- |
${matters.map(matter => authorityLine(authorities[matter])).join('\n')}

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
