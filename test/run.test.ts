import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test, { type TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'

/** A small project with the launcher in it, and an npm that only notes that it was called and puts a Node where the real one would. */
function project(
  t: TestContext,
  npm = 'sleep 0.3; rm -rf node_modules; mkdir -p node_modules/.bin; ln -s "$NODE" node_modules/.bin/node',
): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-run-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of ['bin', 'path']) mkdirSync(join(folder, name))
  copyFileSync(join(import.meta.dirname, '..', 'bin', 'run.mjs'), join(folder, 'bin', 'run.mjs'))
  writeFileSync(join(folder, 'package-lock.json'), '{}')
  writeFileSync(join(folder, 'program.ts'), `const said: string = process.argv.slice(2).join(' '); console.log('ran', said)\n`)
  writeFileSync(join(folder, 'path', 'npm'), `#!/bin/sh\necho "$*" >> calls\n${npm}\n`)
  chmodSync(join(folder, 'path', 'npm'), 0o755)
  return folder
}

async function run(folder: string, args: string[], settings: Record<string, string> = {}) {
  const { npm_execpath: _, npm_lifecycle_event: __, ...environment } = process.env
  const child = spawn(process.execPath, [join(folder, 'bin', 'run.mjs'), ...args], {
    env: { ...environment, PATH: `${join(folder, 'path')}:/usr/bin:/bin`, NODE: process.execPath, ...settings },
    cwd: '/',
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', text => (output += String(text)))
  const ended = once(child, 'close')
  return { child, output: () => output, ended: ended.then(() => child.exitCode) }
}

const calls = (folder: string) => readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')

test('the first start installs, the second does not, a changed lock file installs again', async t => {
  const folder = project(t)
  const first = await run(folder, ['program.ts', 'a', 'b'])
  assert.equal(await first.ended, 0)
  assert.match(first.output(), /Installing what Goldthread needs.*ran a b/s)
  const second = await run(folder, ['program.ts'])
  assert.equal(await second.ended, 0)
  assert.doesNotMatch(second.output(), /Installing/)
  writeFileSync(join(folder, 'package-lock.json'), '{ }')
  await (await run(folder, ['program.ts'])).ended
  assert.deepEqual(calls(folder).length, 2)
  assert.match(calls(folder)[0] ?? '', /^ci --omit=dev --include=optional/)
})

test('development packages are added when they are asked for, and then serve both', async t => {
  const folder = project(t)
  for (const args of [['program.ts'], ['--all', 'program.ts'], ['program.ts'], ['--all', 'program.ts']])
    assert.equal(await (await run(folder, args)).ended, 0)
  assert.deepEqual(
    calls(folder).map(call => call.split(' ')[1]),
    ['--omit=dev', '--include=dev'],
  )
})

test('who has the development packages keeps them when the lock file changes', async t => {
  const folder = project(t)
  await (await run(folder, ['--all', 'program.ts'])).ended
  writeFileSync(join(folder, 'package-lock.json'), '{ }')
  await (await run(folder, ['program.ts'])).ended
  assert.match(calls(folder)[1] ?? '', /--include=dev/)
})

test('two starts at once install once', async t => {
  const folder = project(t)
  const both = await Promise.all([run(folder, ['program.ts']), run(folder, ['program.ts'])])
  for (const { ended, output } of both) {
    assert.equal(await ended, 0)
    assert.match(output(), /ran/)
  }
  assert.equal(calls(folder).length, 1)
  assert.ok(!existsSync(join(folder, '.cache', 'installing')))
})

test('a start that was killed while it installed leaves no lock behind', async t => {
  const folder = project(t)
  mkdirSync(join(folder, '.cache'))
  writeFileSync(join(folder, '.cache', 'installing'), '4194304')
  assert.equal(await (await run(folder, ['program.ts'])).ended, 0)
})

test('what the program ends with, the launcher ends with, and a signal reaches it', async t => {
  const folder = project(t)
  writeFileSync(join(folder, 'seven.ts'), 'process.exit(7)')
  assert.equal(await (await run(folder, ['seven.ts'])).ended, 7)
  writeFileSync(
    join(folder, 'waits.ts'),
    `process.on('SIGTERM', () => process.exit(3)); setInterval(() => {}, 1000); console.log('waiting')`,
  )
  const waiting = await run(folder, ['waits.ts'])
  while (!waiting.output().includes('waiting')) await sleep(10)
  waiting.child.kill('SIGTERM')
  assert.equal(await waiting.ended, 3)
})

test('what hinders the installation is said in a sentence', async t => {
  const check = async (npm: string, sentence: RegExp, settings = {}) => {
    const started = await run(project(t, npm), ['program.ts'], settings)
    assert.equal(await started.ended, 1)
    assert.match(started.output(), sentence)
    assert.doesNotMatch(started.output(), /at file:/)
  }
  await check('', /needs npm once, to install its packages, and there is none on the PATH/, { PATH: '/nowhere' })
  await check('echo "npm error code ENOTFOUND" >&2; exit 1', /could not be fetched: the package registry cannot be reached/)
  await check('echo "npm error code EACCES" >&2; exit 1', /could not be written to .*node_modules/)
  await check('echo "npm error code EUSAGE" >&2; exit 1', /package.json and package-lock.json do not fit each other/)
  await check(
    'echo "npm error something else" >&2; exit 1',
    /npm error something else\n\nThe packages could not be installed; what npm said stands above/,
  )
})
