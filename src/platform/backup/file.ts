import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { type Manifest, readManifest, type TableContent } from './manifest.ts'
import { BackupProblem } from './problem.ts'
import { blockSize, type Entry, endBlocks, headerOf, padding, readHeader } from './tar.ts'

/**
 * A backup is a tar file: `about.txt` for whoever finds it, `tables/<name>.copy.gz` for each table, what PostgreSQL's COPY gives, then `manifest.json` and
 * its digest. The manifest comes last because it is known last; a file that was cut short has none.
 */
const about = `This is a backup of Goldthread. Restore it with: goldthread restore FILE
In tables/ is what PostgreSQL's COPY … TO gives of each table, as text, compressed with gzip. manifest.json says of each table its columns, how many
rows it has and the SHA-256 of that text; which migrations the database had had; and where each sequence stood.
`

const nameOf = (table: string): string => `tables/${table}.copy.gz`

export type BackupWriter = {
  addTable(name: string, rows: AsyncIterable<Uint8Array>): Promise<Pick<TableContent, 'rows' | 'bytes' | 'sha256'>>
  end(manifest: Manifest): Promise<void>
  giveUp(): Promise<void>
}

/** Written beside its place under another name and moved there whole, so that under its name there never is half of one. */
export async function createBackup(file: string, now: Temporal.Instant): Promise<BackupWriter> {
  const half = `${file}.part-${process.pid}`
  const handle = await open(half, 'wx', 0o600)
  const seconds = Math.floor(now.epochMilliseconds / 1000)
  let position = 0

  async function write(content: Uint8Array): Promise<void> {
    await handle.writev([content], position)
    position += content.byteLength
  }
  async function add(name: string, content: string): Promise<void> {
    const bytes = Buffer.from(content)
    await write(Buffer.concat([headerOf({ name, size: bytes.length }, seconds), bytes, Buffer.alloc(padding(bytes.length))]))
  }
  await add('about.txt', about)

  return {
    async addTable(name, rows) {
      const header = position
      position += blockSize
      const counted = counting()
      const written = new Writable({ write: (chunk, _, done) => void write(chunk).then(() => done(), done) })
      await pipeline(rows, counted.stream, createGzip({ level: 2 }), written)
      const size = position - header - blockSize
      await write(Buffer.alloc(padding(size)))
      await handle.writev([headerOf({ name: nameOf(name), size }, seconds)], header)
      return counted.result()
    },
    async end(manifest) {
      const text = `${JSON.stringify(manifest, null, 1)}\n`
      await add('manifest.json', text)
      await add('manifest.json.sha256', `${sha256(text)}  manifest.json\n`)
      await write(endBlocks)
      await handle.sync()
      await handle.close()
      await rename(half, file)
      await syncFolder(dirname(file))
    },
    async giveUp() {
      await handle.close().catch(() => {})
      await rm(half, { force: true })
    },
  }
}

/** After a power cut the new name must be there as well. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

export type BackupReader = {
  readonly manifest: Manifest
  /** The rows of a table as COPY wrote them. Ends with a problem when they are not what the manifest says. */
  readInto(table: TableContent, sink: Writable): Promise<void>
  close(): Promise<void>
}

/** Finds what is in a backup and reads what it says of itself; the tables are looked at when they are read. */
export async function openBackup(file: string): Promise<BackupReader> {
  const handle = await open(file, 'r').catch(error => {
    throw new BackupProblem(cannotRead(file, error))
  })
  try {
    const entries = await entriesIn(handle, file)
    const text = await textOf(handle, entries, 'manifest.json', file)
    const digest = await textOf(handle, entries, 'manifest.json.sha256', file)
    if (!digest.startsWith(sha256(text))) throw new BackupProblem(`${file} is damaged: what it says of itself is not what was written.`)
    const manifest = readManifest(text)
    if (!manifest.accepted)
      throw new BackupProblem(`${file} cannot be restored. ${manifest.problems.map(problem => problem.text).join(' ')}`)
    return {
      manifest: manifest.value,
      async readInto(table, sink) {
        const place = entries.get(nameOf(table.name))
        if (place === undefined) throw new BackupProblem(`${file} is damaged: ${table.name} is not in it.`)
        await copyOut(handle, place, table, sink, file)
      },
      close: () => handle.close(),
    }
  } catch (error) {
    await handle.close()
    throw error
  }
}

function cannotRead(file: string, { code }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return `There is no file ${file}.`
  if (code === 'EACCES') return `${file} cannot be read: it is closed to this user.`
  return `${file} cannot be read (${code}).`
}

type Place = { readonly start: number; readonly size: number }

async function entriesIn(handle: FileHandle, file: string): Promise<Map<string, Place>> {
  const stat = await handle.stat()
  if (stat.isDirectory()) throw new BackupProblem(`${file} is a folder: name the backup in it.`)
  const entries = new Map<string, Place>()
  const header = Buffer.alloc(blockSize)
  for (let position = 0; ; ) {
    const { bytesRead } = await handle.read(header, 0, blockSize, position)
    const entry: Entry | 'end' | null = readHeader(header.subarray(0, bytesRead))
    if (entry === 'end') return entries
    if (position === 0 && (entry === null || entry.name !== 'about.txt')) throw new BackupProblem(`${file} is not a backup of Goldthread.`)
    if (bytesRead < blockSize || (entry !== null && position + blockSize + entry.size > stat.size))
      throw new BackupProblem(`${file} is cut short: the end of it is missing. Was it copied whole, and the disk not full?`)
    if (entry === null) throw new BackupProblem(`${file} is damaged: what is in it cannot be found.`)
    entries.set(entry.name, { start: position + blockSize, size: entry.size })
    position += blockSize + entry.size + padding(entry.size)
  }
}

async function textOf(handle: FileHandle, entries: ReadonlyMap<string, Place>, name: string, file: string): Promise<string> {
  const place = entries.get(name)
  if (place === undefined || place.size > 64e6) throw new BackupProblem(`${file} is damaged: it does not say what is in it.`)
  const content = Buffer.alloc(place.size)
  await handle.read(content, 0, place.size, place.start)
  return content.toString('utf8')
}

/** Whatever can be wrong with the bytes shows at the latest at the end, before whoever takes them may count them as whole. */
async function copyOut(handle: FileHandle, { start, size }: Place, table: TableContent, sink: Writable, file: string): Promise<void> {
  const damaged = () => new BackupProblem(`${file} is damaged: ${table.name} is not as it was written.`)
  const counted = counting(({ rows, sha256: digest }) => (rows === table.rows && digest === table.sha256 ? null : damaged()))
  const gunzip = createGunzip()
  gunzip.on('error', error => counted.stream.destroy(Object.assign(damaged(), { cause: error })))
  await pipeline(compressed(handle, start, size), gunzip, counted.stream, sink).catch(error => {
    throw isZlib(error) ? damaged() : error
  })
}

const isZlib = (error: unknown): boolean => error instanceof Error && 'code' in error && /^Z_|ERR_/.test(String(error.code))

async function* compressed(handle: FileHandle, start: number, size: number): AsyncGenerator<Uint8Array> {
  for (let position = 0; position < size; ) {
    const chunk = Buffer.allocUnsafe(Math.min(1 << 18, size - position))
    const { bytesRead } = await handle.read(chunk, 0, chunk.length, start + position)
    if (bytesRead === 0) return
    position += bytesRead
    yield chunk.subarray(0, bytesRead)
  }
}

type Count = Pick<TableContent, 'rows' | 'bytes' | 'sha256'>

/** Passes rows through and counts them: in COPY's text each ends with a line break, and no other is in it. */
export function counting(atEnd: (count: Count) => Error | null = () => null): { readonly stream: Transform; result(): Count } {
  const hash = createHash('sha256')
  let [rows, bytes] = [0, 0]
  let count: Count | undefined
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk)
      bytes += chunk.length
      for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) rows++
      done(null, chunk)
    },
    flush(done) {
      count = { rows, bytes, sha256: hash.digest('hex') }
      done(atEnd(count))
    },
  })
  return {
    stream,
    result() {
      if (count === undefined) throw new Error('Rows were not counted to their end')
      return count
    },
  }
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
