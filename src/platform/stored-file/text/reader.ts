/**
 * Runs in a process of its own, which `words-of.ts` starts and ends: a file comes in, its words go out. What it reads may have been made to do harm, so it
 * may read no other file, open no connection and start nothing.
 */
import { once } from 'node:events'
import { type Archive, openArchive, type RandomAccess, scan } from '../../sheet/index.ts'
import type { FileKind } from '../stored-file.ts'

const mostCharacters = 1_000_000
const mostXml = 60_000_000

async function read(kind: FileKind): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of process.stdin) parts.push(part)
  let written = 0
  for await (const text of textOf(Buffer.concat(parts), kind)) {
    written += text.length
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
    if (written >= mostCharacters) break
  }
  process.stdout.end(() => process.exit(0))
}

function textOf(file: Buffer, kind: FileKind): AsyncGenerator<string> {
  switch (kind) {
    case 'pdf':
      return ofPdf(file)
    case 'docx':
      return ofParts(file, names => names.filter(name => /^word\/(document|footnotes|endnotes)\.xml$/.test(name)), office)
    case 'pptx':
      return ofParts(file, names => names.filter(name => /^ppt\/slides\/slide\d+\.xml$/.test(name)).sort(byNumber), office)
    case 'xlsx':
      return ofParts(file, names => names.filter(name => name === 'xl/sharedstrings.xml'), { ...office, line: new Set(['si']) })
    case 'odt':
    case 'ods':
    case 'odp':
      return ofParts(file, names => names.filter(name => name === 'content.xml'), openDocument)
    default:
      return ofPlain(file)
  }
}

const byNumber = (one: string, other: string) => Number(/\d+/.exec(one)) - Number(/\d+/.exec(other))

async function* ofPlain(file: Buffer): AsyncGenerator<string> {
  const encoding = file[0] === 0xff && file[1] === 0xfe ? 'utf-16le' : file[0] === 0xfe && file[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    yield new TextDecoder(encoding, { fatal: true }).decode(file)
  } catch {
    yield new TextDecoder('windows-1252').decode(file)
  }
}

type Dialect = {
  /** In which words stand; within a line in the one, at any depth in the other. */
  readonly words: ReadonlySet<string>
  readonly line: ReadonlySet<string>
  readonly space: ReadonlySet<string>
  /** What is said elsewhere, or was taken out. */
  readonly besides: ReadonlySet<string>
}
const office: Dialect = {
  words: new Set(['t']),
  line: new Set(['p']),
  space: new Set(['tab', 'br']),
  besides: new Set(['Fallback', 'rPh', 'del']),
}
const openDocument: Dialect = {
  words: new Set(['p', 'h']),
  line: new Set(['p', 'h']),
  space: new Set(['s', 'tab', 'line-break']),
  besides: new Set(['tracked-changes', 'annotation']),
}

async function* ofParts(file: Buffer, chosen: (names: string[]) => string[], dialect: Dialect): AsyncGenerator<string> {
  const archive = await openArchive(inMemory(file), 'file')
  for (const name of chosen([...archive.names])) yield await ofXml(archive, name, dialect)
}

async function ofXml(archive: Archive, name: string, { words, line, space, besides }: Dialect): Promise<string> {
  let text = ''
  let inWords = 0
  let aside = 0
  await scan(archive.text(name, mostXml), {
    open(tag) {
      if (besides.has(tag)) aside++
      else if (words.has(tag)) inWords++
      else if (space.has(tag)) text += ' '
    },
    close(tag) {
      if (besides.has(tag)) aside--
      else if (words.has(tag)) inWords--
      if (line.has(tag)) text += '\n'
    },
    text(piece) {
      if (inWords > 0 && aside === 0 && text.length < mostCharacters) text += piece
    },
  })
  return text
}

const inMemory = (file: Buffer): RandomAccess => ({
  bytes: file.length,
  async *range(start, end) {
    yield file.subarray(start, end)
  },
})

async function* ofPdf(file: Buffer): AsyncGenerator<string> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const opening = getDocument({
    data: new Uint8Array(file),
    verbosity: VerbosityLevel.ERRORS,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
  })
  const document = await opening.promise
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent()
    yield `${items.map(item => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')}\n`
    page.cleanup()
  }
}

await read(process.argv[2] as FileKind)
