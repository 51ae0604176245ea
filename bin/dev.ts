// npm run dev
//
// Goldthread, started again whenever a program, a template or a migration changes; styles are compiled when theirs change.
import { type ChildProcess, spawn } from 'node:child_process'
import { watch } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
let running = start()
let again: NodeJS.Timeout | undefined
let ending = false
let stopping: ChildProcess | undefined

for (const folder of ['src', 'migrations']) watch(join(root, folder), { recursive: true }, (_, name) => changed(name ?? ''))
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    ending = true
    if (running.exitCode !== null) process.exit(0)
    running.kill('SIGTERM')
  })
}

function start(): ChildProcess {
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: root, stdio: 'inherit' })
  child.on('exit', code => {
    if (ending) process.exit(code ?? 1)
  })
  return child
}

/** Editors write a file in several steps, and whoever saves often saves more than one. */
function changed(name: string): void {
  if (name.endsWith('.scss')) compileStyles()
  if (!/\.(ts|njk|sql|js|css)$/.test(name) || name.endsWith('.test.ts')) return
  clearTimeout(again)
  again = setTimeout(restart, 150)
}

function restart(): void {
  if (running.exitCode !== null || running.signalCode !== null) {
    running = start()
    return
  }
  if (stopping === running) return
  stopping = running
  running.once('exit', () => {
    if (!ending) running = start()
  })
  running.kill('SIGTERM')
}

/** It writes a .css, which starts Goldthread again. */
function compileStyles(): void {
  spawn(process.execPath, ['bin/css.ts'], { cwd: root, stdio: 'inherit' })
}
