import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'

/** A file that can be read from anywhere: a zip says at its end what is in it. */
export type RandomAccess = { readonly bytes: number; range(start: number, end: number): AsyncIterable<Uint8Array> }

/** Why a workbook cannot be read, in a sentence for whoever brought it. */
export class UnreadableWorkbook extends Error {
  override readonly name = 'UnreadableWorkbook'
}

export type Archive = {
  readonly names: ReadonlySet<string>
  /** What it comes to when all of it is unpacked, as it says itself, and which part would grow most. */
  readonly unpackedBytes: number
  readonly mostGrowth: number
  readonly isLocked: boolean
  /** The text of a part, in pieces; nothing where there is no such part. */
  text(name: string, mostBytes: number): AsyncIterable<string>
  close(): void
}

/** What is in a zip. Nothing is unpacked to find out, and what says that it would grow beyond measure is refused before. */
export async function openArchive(file: RandomAccess, what = 'workbook'): Promise<Archive> {
  const entries = new Map<string, Entry>()
  let zip: ZipFile
  try {
    zip = await fromRandomAccessReaderPromise(readerOf(file), file.bytes, { autoClose: false })
    if (zip.entryCount > mostParts) throw new UnreadableWorkbook(`The ${what} has more parts than any that people make`)
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.toLowerCase(), entry)
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? error : damaged(error, what)
  }
  const parts = [...entries.values()]
  return {
    names: new Set(entries.keys()),
    unpackedBytes: parts.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0),
    mostGrowth: Math.max(0, ...parts.map(({ uncompressedSize, compressedSize }) => uncompressedSize / (compressedSize + 1_000))),
    isLocked: parts.some(entry => entry.isEncrypted()),
    async *text(name, mostBytes) {
      const entry = entries.get(name.toLowerCase())
      if (entry === undefined) return
      if (entry.isEncrypted()) throw new UnreadableWorkbook(`The ${what} is locked with a password. Save it without one`)
      if (entry.uncompressedSize > mostBytes || entry.uncompressedSize > mostGrowth * (entry.compressedSize + 1_000))
        throw new UnreadableWorkbook(`The ${what} would take more room than any that people make when it is unpacked`)
      const decoder = new TextDecoder()
      let sum = 0
      try {
        for await (const piece of await zip.openReadStreamPromise(entry)) {
          sum = crc32(piece as Uint8Array, sum)
          yield decoder.decode(piece as Uint8Array, { stream: true })
        }
      } catch (error) {
        throw damaged(error, what)
      }
      if (sum !== entry.crc32) throw new UnreadableWorkbook(damage(what))
      yield decoder.decode()
    },
    close: () => zip.close(),
  }
}

const mostParts = 20_000
/** Deflate gives a thousandth of its size for one letter over and over; rows of a real sheet, all alike, stay well above this. */
const mostGrowth = 500

const damage = (what: string) => `The ${what} is damaged: it cannot be unpacked. Save it again, and bring that file`

/** Of zip and inflate each has its own words; the database and the disk have others, which are faults of ours. */
function damaged(error: unknown, what: string): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  const ofUnpacking = error instanceof Error && (code === undefined ? error.constructor === Error : code.startsWith('Z_'))
  return ofUnpacking ? new UnreadableWorkbook(damage(what)) : error
}

function readerOf(file: RandomAccess): RandomAccessReader {
  const reader = new (RandomAccessReader as unknown as new () => RandomAccessReader)()
  reader._readStreamForRange = (start, end) => Readable.from(file.range(start, end), { objectMode: false })
  return reader
}
