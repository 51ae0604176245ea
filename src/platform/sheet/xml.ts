/** Told what stands in XML, in its order. Names come without their prefix; attributes as they were written, for `attribute` to look into. */
export type XmlListener = {
  open(name: string, attributes: string): void
  close(name: string): void
  text(text: string): void
}

/** It is no XML of a workbook: cut off, damaged, or made to do harm. */
export class NotXml extends Error {
  override readonly name = 'NotXml'
}

/** Reads XML that comes in pieces, cut anywhere, in the room of a piece. Declarations of document types, in which entities could be made to grow, are refused. */
export function xmlScanner({ open, close, text }: XmlListener): { write(piece: string): void; end(): void } {
  let waiting = ''
  let depth = 0
  return {
    write(piece) {
      const source = waiting + piece
      let at = 0
      for (;;) {
        const left = source.indexOf('<', at)
        if (left < 0) break
        const end = endOfMarkup(source, left)
        if (end < 0) break
        if (left > at) text(decoded(source.slice(at, left)))
        at = end
        const sign = source.charCodeAt(left + 1)
        if (sign === slash) {
          close(localName(source.slice(left + 2, end - 1).trimEnd()))
          depth -= 1
        } else if (sign === exclamation) {
          if (source.startsWith('<![CDATA[', left)) text(source.slice(left + 9, end - 3))
        } else if (sign !== question) {
          const isEmpty = source.charCodeAt(end - 2) === slash
          const tag = source.slice(left + 1, isEmpty ? end - 2 : end - 1)
          const space = tag.search(/\s/)
          const name = localName(space < 0 ? tag : tag.slice(0, space))
          open(name, space < 0 ? '' : tag.slice(space))
          if (isEmpty) close(name)
          else depth += 1
        }
      }
      waiting = source.slice(at)
      if (waiting.length > longest) throw new NotXml('A text is too long')
    },
    end() {
      if (depth !== 0 || waiting.trim() !== '') throw new NotXml('It ends too early')
    },
  }
}

/** From beginning to end, told only what is asked for. */
export async function scan(pieces: AsyncIterable<string>, listener: Partial<XmlListener>): Promise<void> {
  const scanner = xmlScanner({ open() {}, close() {}, text() {}, ...listener })
  for await (const piece of pieces) scanner.write(piece)
  scanner.end()
}

const longest = 4_000_000
const [slash, exclamation, question, doubleQuote, singleQuote, greater] = [...'/!?"\'>'].map(sign => sign.charCodeAt(0))

/** Where the next thing begins; negative while its end has not come. */
function endOfMarkup(source: string, left: number): number {
  if (source.charCodeAt(left + 1) === exclamation) {
    if (source.startsWith('<!--', left)) return after(source, '-->', left + 4)
    if (source.startsWith('<![CDATA[', left)) return after(source, ']]>', left + 9)
    if (source.length - left < 9) return -1
    throw new NotXml('It declares a type of document')
  }
  if (source.charCodeAt(left + 1) === question) return after(source, '?>', left + 2)
  let quote = 0
  for (let at = left + 1; at < source.length; at++) {
    const sign = source.charCodeAt(at)
    if (quote !== 0) {
      if (sign === quote) quote = 0
    } else if (sign === greater) return at + 1
    else if (sign === doubleQuote || sign === singleQuote) quote = sign
  }
  return -1
}

function after(source: string, end: string, from: number): number {
  const at = source.indexOf(end, from)
  return at < 0 ? -1 : at + end.length
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)

/** An attribute of a tag, whatever its prefix; null where it has none. */
export function attribute(attributes: string, name: string): string | null {
  // Nearly all are written like this, and there may be millions.
  const at = attributes.indexOf(` ${name}="`)
  if (at >= 0) {
    const from = at + name.length + 3
    return decoded(attributes.slice(from, attributes.indexOf('"', from)))
  }
  if (!attributes.includes(name)) return null
  for (const [, each = '', double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (localName(each) === name) return decoded(double ?? single ?? '')
  return null
}

function decoded(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, digits, name: string | undefined) => {
    if (name !== undefined) return named[name.toLowerCase()] ?? whole
    const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
  })
}
const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
