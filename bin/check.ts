// npm run check
//
// What can be said of the source without running it, fastest first. A step that fails does not keep the next ones from being told.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { systemPrograms } from '../test/database/server.ts'

type Step = { readonly name: string; readonly command: readonly string[]; readonly leftOut?: string }

const root = join(import.meta.dirname, '..')

const steps: readonly Step[] = [
  { name: 'styles up to date', command: [process.execPath, 'bin/css.ts', '--check'] },
  { name: 'boundaries', command: [tool('depcruise'), '--output-type', 'err-long', '--config', '.dependency-cruiser.cjs', 'src', 'bin'] },
  { name: 'unused', command: [tool('knip'), '--no-progress'] },
  { name: 'format and lint', command: [tool('biome'), 'ci', '--colors=off', '--error-on-warnings', '--max-diagnostics=200', '.'] },
  { name: 'types', command: [tool('tsc'), '--project', '.', '--pretty', 'false'] },
  { name: 'types of what runs in a browser', command: [tool('tsc'), '--project', 'test/journeys', '--pretty', 'false'] },
  {
    name: 'schema up to date',
    command: [process.execPath, 'bin/db.ts', 'schema', '--check'],
    ...(systemPrograms()?.includes('/15/') ? {} : { leftOut: 'there is no PostgreSQL 15 here (apt-get install postgresql-15)' }),
  },
]

const failed = steps.filter(step => !passes(step)).map(step => step.name)
console.log(failed.length === 0 ? 'The source is as it should be' : `Not as it should be: ${failed.join(', ')}`)
process.exit(failed.length === 0 ? 0 : 1)

function passes({ name, command: [program = '', ...rest], leftOut }: Step): boolean {
  if (leftOut !== undefined) {
    console.log(`–  ${name}: left out, ${leftOut}`)
    return true
  }
  const began = performance.now()
  const { status, error, stdout, stderr } = spawnSync(program, rest, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 2 ** 20,
    shell: process.platform === 'win32' && program !== process.execPath,
  })
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  console.log(`${status === 0 ? '✓' : '✗'}  ${name} (${seconds} s)`)
  if (status !== 0) console.log(`${stdout}${stderr}${error ? `${error.message}\n` : ''}`)
  return status === 0
}

function tool(name: string): string {
  return join(root, 'node_modules', '.bin', name)
}
