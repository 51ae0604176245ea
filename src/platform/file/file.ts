import { randomUUID } from 'node:crypto'
import { type FileHandle, open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** What is in a file, however large: it lies on disk, and is read as often as it is asked for. */
export type FileContent = {
  readonly bytes: number
  /** Each time from its beginning, as far as whoever reads wants to go. */
  readonly pieces: AsyncIterable<Uint8Array>
  /** From one byte to before another. */
  range(from: number, to: number): AsyncIterable<Uint8Array>
}

export type OpenFile = FileContent & { close(): Promise<void> }

export async function openFile(path: string): Promise<OpenFile> {
  const handle = await open(path)
  const { size } = await handle.stat()
  return opened(handle, size)
}

/** Keeps what streams in for as long as it is open. The file loses its name at once, so that it is gone with this process, however that ends. */
export async function putAside(stream: AsyncIterable<Uint8Array>): Promise<OpenFile> {
  const path = join(tmpdir(), `goldthread-${randomUUID()}`)
  const handle = await open(path, 'wx+', 0o600)
  try {
    await unlink(path)
    let bytes = 0
    for await (const piece of stream) {
      await handle.writeFile(piece)
      bytes += piece.length
    }
    return opened(handle, bytes)
  } catch (error) {
    await handle.close()
    throw error
  }
}

/** What a piece takes in memory; the driver needs it some four times over to send it on. */
const pieceSize = 1 << 18

function opened(handle: FileHandle, bytes: number): OpenFile {
  async function* range(from: number, to: number): AsyncGenerator<Uint8Array> {
    for (let at = from; at < to; ) {
      const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(Math.min(pieceSize, to - at)), { position: at })
      // Somebody else has cut it short.
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
      at += bytesRead
    }
  }
  return { bytes, pieces: { [Symbol.asyncIterator]: () => range(0, bytes) }, range, close: () => handle.close() }
}
