import { pdfOf } from '../document/index.ts'
import { escaped, zipOf } from '../sheet/zip.ts'

/** For tests: a file of each kind that packs XML, with these words in it. */
export const docxWith = (text: string, more: Readonly<Record<string, string>> = {}): Buffer =>
  zipOf(null, {
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>',
    '_rels/.rels': '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>',
    'word/document.xml': `<w:document xmlns:w="w"><w:body>${paragraphs(text, line => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)}</w:body></w:document>`,
    ...more,
  })

export const pptxWith = (...slides: readonly string[]): Buffer =>
  zipOf(null, {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'ppt/presentation.xml': '<p:presentation xmlns:p="p"/>',
    ...Object.fromEntries(
      slides.map((text, at) => [
        `ppt/slides/slide${at + 1}.xml`,
        `<p:sld xmlns:p="p" xmlns:a="a">${paragraphs(text, line => `<a:p><a:r><a:t>${line}</a:t></a:r></a:p>`)}</p:sld>`,
      ]),
    ),
  })

export const openDocumentWith = (
  kind: 'text' | 'presentation' | 'spreadsheet',
  text: string,
  more: Readonly<Record<string, string>> = {},
): Buffer =>
  zipOf(['mimetype', `application/vnd.oasis.opendocument.${kind}`], {
    'content.xml': `<office:document-content xmlns:office="o" xmlns:text="t">${paragraphs(text, line => `<text:p>${line}</text:p>`)}</office:document-content>`,
    ...more,
  })

const paragraphs = (text: string, written: (line: string) => string): string =>
  text
    .split('\n')
    .map(line => written(escaped(line)))
    .join('')

export const pdfWith = async (text: string): Promise<Buffer> =>
  Buffer.from(await pdfOf({ title: 'A paper', foot: 'Wexcombe', paper: 'a4', isOnItsSide: false, parts: [{ kind: 'paragraph', text }] }))

/** What Office 97 wrote, as far as it is looked into: a header, and a directory with these names. */
export function legacyWith(...names: readonly string[]): Buffer {
  const file = Buffer.alloc(512 + 128 * names.length)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(file)
  for (const [at, name] of names.entries()) {
    const from = 512 + 128 * at
    file.write(name, from, 'utf16le')
    file.writeUInt16LE(2 * (name.length + 1), from + 64)
    file[from + 66] = 2
  }
  return file
}
