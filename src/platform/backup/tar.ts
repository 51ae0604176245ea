/** As much of the tar format (ustar) as a backup needs: plain files, one after another, each after a header that says its name and length. */

export const blockSize = 512

/** Two empty blocks: a file without them was cut short. */
export const endBlocks: Uint8Array = Buffer.alloc(2 * blockSize)

export type Entry = { readonly name: string; readonly size: number }

export function headerOf({ name, size }: Entry, modifiedSeconds: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`${name} is too long a name for a tar file`)
  const header = Buffer.alloc(blockSize)
  header.write(name, 0)
  header.write('0000644\0', 100)
  header.write('0000000\0', 108)
  header.write('0000000\0', 116)
  writeSize(header, size)
  header.write(`${octal(modifiedSeconds, 11)}\0`, 136)
  header.write('0', 156)
  header.write('ustar\x0000', 257)
  header.write(`${octal(checksumOf(header), 6)}\0 `, 148)
  return header
}

/** null where there is no header: not a tar file, or damaged. */
export function readHeader(header: Uint8Array): Entry | 'end' | null {
  const block = Buffer.from(header.buffer, header.byteOffset, header.byteLength)
  if (block.length < blockSize) return null
  if (block.every(byte => byte === 0)) return 'end'
  if (Number.parseInt(block.toString('latin1', 148, 154), 8) !== checksumOf(block)) return null
  const end = block.indexOf(0)
  return { name: block.toString('utf8', 0, end < 0 || end > 100 ? 100 : end), size: readSize(block) }
}

/** How many bytes fill the last block of so many. */
export const padding = (size: number): number => (blockSize - (size % blockSize)) % blockSize

const octal = (number: number, digits: number): string => number.toString(8).padStart(digits, '0')

/** From 8 GB on the length is written in binary, as GNU tar and bsdtar do. */
function writeSize(header: Buffer, size: number): void {
  if (size < 8 ** 11) header.write(`${octal(size, 11)}\0`, 124)
  else {
    header[124] = 0x80
    header.writeUIntBE(size, 130, 6)
  }
}

function readSize(header: Buffer): number {
  return header[124] === 0x80 ? header.readUIntBE(130, 6) : Number.parseInt(header.toString('latin1', 124, 135), 8)
}

/** The sum of all bytes, those of the sum itself taken as spaces. */
function checksumOf(header: Buffer): number {
  let sum = 8 * 32
  for (let index = 0; index < blockSize; index++) if (index < 148 || index >= 156) sum += header[index] ?? 0
  return sum
}
