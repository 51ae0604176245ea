import { accept, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { FileContent } from '../file/index.ts'
import { openArchive, UnreadableWorkbook } from '../sheet/index.ts'
import { legacyKind } from './legacy.ts'
import { type FileKind, factsOf, kindNamed } from './stored-file.ts'

/** What a file is, by what is in it, which must be what its name says. Nothing is unpacked; what would run, grow beyond measure or is locked is refused. */
export async function recognise(content: FileContent, fileName: string): Promise<Ruling<FileKind>> {
  const no = (text: string) => refuse({ text: `${fileName} ${text}` })
  if (content.bytes === 0) return no('is empty. Choose the file that you meant')
  if (macroEndings.test(fileName)) return no(hasPrograms)
  const named = kindNamed(fileName)
  if (named === null) return no(`is of a kind that is not kept here. Bring ${whatIsKept}`)
  const found = await kindIn(content, named)
  if (found === 'locked') return no('is locked with a password, so that nobody else could open it. Save it without one')
  if (found === 'programs') return no(hasPrograms)
  if (found === 'bomb') return no('would take more room than any file that people make when it is unpacked')
  if (found === 'damaged') return no('is damaged: it cannot be unpacked. Save it again, and bring that file')
  if (found !== named)
    return no(`is not what its name says: it ends as ${aKind(named)} does, and is ${found === null ? 'none' : aKind(found)}`)
  return accept(found)
}

const aKind = (kind: FileKind): string => `${/^[EO]/.test(factsOf[kind].name) ? 'an' : 'a'} ${factsOf[kind].name}`

const macroEndings = /\.(do[ct]m|xls[bm]|xltm|xlam|pp[tsa]m|potm|sldm)$/i
const hasPrograms = 'has macros in it, which are programs. Save it without them, and bring that file'
const whatIsKept =
  'a PDF, a file of Word, Excel or PowerPoint, an OpenDocument file, a table as CSV, a text as TXT, or a picture as PNG or JPEG'

type Found = FileKind | 'locked' | 'programs' | 'bomb' | 'damaged' | null

/** `named` tells text from a table, which are the same bytes. */
async function kindIn(content: FileContent, named: FileKind): Promise<Found> {
  const head = await headOf(content)
  const begins = (...bytes: number[]) => bytes.every((byte, at) => head[at] === byte)
  if (begins(...Buffer.from('%PDF-'))) return 'pdf'
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (begins(0xff, 0xd8, 0xff)) return 'jpeg'
  if (begins(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)) return legacyKind(content)
  if (begins(0x50, 0x4b, 0x03, 0x04)) return packedKind(content)
  return (named === 'csv' || named === 'txt') && (await isText(content, head)) ? named : null
}

async function headOf(content: FileContent): Promise<Uint8Array> {
  for await (const piece of content.range(0, Math.min(content.bytes, 16))) return piece
  return new Uint8Array()
}

async function packedKind(content: FileContent): Promise<Found> {
  try {
    const archive = await openArchive(content, 'file')
    try {
      const { names } = archive
      if (archive.isLocked) return 'locked'
      if (archive.unpackedBytes > mostUnpacked || archive.mostGrowth > mostGrowth) return 'bomb'
      if ([...names].some(isProgram)) return 'programs'
      if (names.has('mimetype')) return openKinds[(await whole(archive.text('mimetype', 200))).trim()] ?? null
      if (!names.has('[content_types].xml')) return null
      if (/macroenabled/i.test(await whole(archive.text('[content_types].xml', 2_000_000)))) return 'programs'
      return officeParts.find(([part]) => names.has(part))?.[1] ?? null
    } finally {
      archive.close()
    }
  } catch (error) {
    if (error instanceof UnreadableWorkbook) return 'damaged'
    throw error
  }
}

const mostUnpacked = 250_000_000
/** Text over and over in a report stays well below; a bomb is a thousand. */
const mostGrowth = 500
const openKinds: Readonly<Record<string, FileKind>> = {
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/vnd.oasis.opendocument.presentation': 'odp',
}
const officeParts: readonly (readonly [string, FileKind])[] = [
  ['word/document.xml', 'docx'],
  ['xl/workbook.xml', 'xlsx'],
  ['ppt/presentation.xml', 'pptx'],
]

/** An empty library of macros, as OpenOffice writes it into each file, is none. */
const isProgram = (name: string): boolean =>
  /(^|\/)(vbaproject\.bin|vbadata\.xml)$|^xl\/macrosheets\/|(^|\/)activex\/.+|^scripts\/.*[^/]$/.test(name) ||
  (/^basic\/.*[^/]$/.test(name) && !/\/script-l[bc]\.xml$/.test(name))

async function whole(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

/** What no text has: control characters besides those of lines and pages. In UTF-16, which says so at its beginning, half the bytes are zero. */
async function isText(content: FileContent, head: Uint8Array): Promise<boolean> {
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return content.bytes % 2 === 0
  for await (const piece of content.pieces)
    for (const byte of piece)
      if (byte < 9 || byte === 11 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27) || byte === 127) return false
  return true
}
