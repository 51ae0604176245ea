import type { FileContent } from '../file/index.ts'
import type { FileKind } from './stored-file.ts'

/**
 * What Office 97 to 2003 wrote is a small file system (MS-CFB), and what is in it is told by the names in its directory, which stand in slots of 128 bytes
 * wherever the directory lies. All slots are looked at: where a name, its length and its type agree, it is one.
 */
export async function legacyKind(content: FileContent): Promise<FileKind | 'locked' | 'programs' | null> {
  const names = new Set<string>()
  let left = Buffer.alloc(0)
  for await (const piece of content.pieces) {
    const bytes = left.length === 0 ? Buffer.from(piece) : Buffer.concat([left, piece])
    const end = bytes.length - (bytes.length % slot)
    for (let at = 0; at < end; at += slot) {
      const name = nameAt(bytes, at)
      if (name !== null) names.add(name)
    }
    left = bytes.subarray(end)
  }
  if (names.has('EncryptedPackage') || names.has('EncryptionInfo')) return 'locked'
  if (['_VBA_PROJECT', '_VBA_PROJECT_CUR', 'VBA', 'Macros'].some(name => names.has(name))) return 'programs'
  return kindByStream.find(([name]) => names.has(name))?.[1] ?? null
}

const slot = 128
const kindByStream: readonly (readonly [string, FileKind])[] = [
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
  ['Workbook', 'xls'],
  ['Book', 'xls'],
]
const known = new Set([
  ...kindByStream.map(([name]) => name),
  'EncryptedPackage',
  'EncryptionInfo',
  '_VBA_PROJECT',
  '_VBA_PROJECT_CUR',
  'VBA',
  'Macros',
])

function nameAt(bytes: Buffer, at: number): string | null {
  const length = bytes.readUInt16LE(at + 64)
  const type = bytes[at + 66]
  if (length < 4 || length > 64 || length % 2 !== 0 || (type !== 1 && type !== 2)) return null
  const name = bytes.toString('utf16le', at, at + length - 2)
  return known.has(name) ? name : null
}
