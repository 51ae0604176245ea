/**
 * A page that is cut where the visitor is named, compressed once for all of them. In gzip's format (RFC 1951, 1952) what was compressed up to a whole byte can
 * be strung together; so the name, compressed by itself, goes between the pieces, and the checksum is that of the whole.
 */
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib'

/** A piece without the end of a gzip file, so that another can follow it. */
export const zippedPiece = (piece: Buffer): Promise<Buffer> => deflated(piece, { finishFlush: constants.Z_SYNC_FLUSH })

/** `zipped` are the `pieces`, each by `zippedPiece`; `between` stands between each two of them. */
export function zippedWhole(pieces: readonly Buffer[], zipped: readonly Buffer[], between: Buffer): Buffer {
  const zippedBetween = deflateRawSync(between, { finishFlush: constants.Z_SYNC_FLUSH, windowBits: 9, memLevel: 1 })
  const sum = pieces.reduce((sum, piece, at) => crc32(piece, at === 0 ? sum : crc32(between, sum)), 0)
  const length = pieces.reduce((all, piece) => all + piece.length, between.length * (pieces.length - 1))

  const end = Buffer.alloc(emptyLastBlock.length + 8)
  emptyLastBlock.copy(end)
  end.writeUInt32LE(sum, emptyLastBlock.length)
  end.writeUInt32LE(length % 2 ** 32, emptyLastBlock.length + 4)
  return Buffer.concat([head, ...zipped.flatMap((piece, at) => (at === 0 ? [piece] : [zippedBetween, piece])), end])
}

const deflated = promisify<Buffer, object, Buffer>(deflateRaw)

/** Made by deflate, at no time, on no system in particular. */
const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255])
const emptyLastBlock = Buffer.from([3, 0])
