import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type { FileKind } from '../stored-file.ts'

/** What one file may take. A crafted one of 867 kB took 2 GB of a reader without limits. */
const longestSeconds = 60
const mostMegabytes = 700
const mostCharacters = 1_000_000

const project = fileURLToPath(new URL('../../../../', import.meta.url))
const reader = fileURLToPath(new URL('reader.ts', import.meta.url))

/**
 * The words of a file, in a process of its own that may read the program and nothing else, knows no setting, and ends with its file: what it cannot
 * bear, or takes too long, ends nothing but it. '' where there are none to be read.
 */
export async function wordsOf(
  kind: FileKind,
  pieces: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
  limits: { readonly seconds?: number; readonly megabytes?: number } = {},
): Promise<string> {
  const { seconds = longestSeconds, megabytes = mostMegabytes } = limits
  const child = spawn(
    process.execPath,
    ['--permission', `--allow-fs-read=${project}*`, `--max-old-space-size=${Math.round(megabytes / 2)}`, '--no-warnings', reader, kind],
    { env: {}, stdio: ['pipe', 'pipe', 'ignore'] },
  )
  const end = () => void child.kill('SIGKILL')
  const ended = new Promise<number | null>(resolve => {
    child.once('exit', code => resolve(code))
    child.once('error', () => resolve(-1))
  })
  const watch = setInterval(() => memoryOf(child.pid) > megabytes && end(), 100)
  const late = setTimeout(end, seconds * 1000)
  signal?.addEventListener('abort', end, { once: true })
  try {
    // Whoever does not want the rest of it says so by ending.
    const sent = pipeline(Readable.from(pieces), child.stdin).catch(error => {
      if (!['EPIPE', 'ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'].includes(error.code)) throw error
    })
    const text = await textFrom(child.stdout)
    await sent
    const code = await ended
    signal?.throwIfAborted()
    return code === 0 ? tidy(text) : ''
  } finally {
    end()
    clearInterval(watch)
    clearTimeout(late)
    signal?.removeEventListener('abort', end)
  }
}

async function textFrom(stream: Readable): Promise<string> {
  let text = ''
  for await (const piece of stream.setEncoding('utf8')) if (text.length < mostCharacters) text += piece
  return text
}

/** PostgreSQL keeps no zero character, and no half of one. */
const tidy = (text: string): string =>
  text
    .slice(0, mostCharacters)
    .toWellFormed()
    .replaceAll('\0', '')
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .trim()

/** In megabytes, where the machine says it; a heap that grows too large ends by itself anywhere. */
function memoryOf(pid: number | undefined): number {
  if (process.platform !== 'linux' || pid === undefined) return 0
  try {
    return (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * 4096) / 1_000_000
  } catch {
    return 0
  }
}
