import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import type { FileContent } from '../file/index.ts'
import { zipOf } from '../sheet/zip.ts'
import { docxWith, legacyWith, openDocumentWith, pdfWith, pptxWith } from './example.ts'
import { recognise } from './recognise.ts'

/** In pieces of an odd size, so that nothing relies on where they end. */
function contentOf(content: string | Uint8Array): FileContent {
  const bytes = Buffer.from(content)
  async function* range(from: number, to: number) {
    for (let at = from; at < to; at += 1_001) yield bytes.subarray(at, Math.min(at + 1_001, to))
  }
  return { bytes: bytes.length, pieces: { [Symbol.asyncIterator]: () => range(0, bytes.length) }, range }
}

describe('a file is what its name says', () => {
  const check = (name: string, content: string | Uint8Array, expected: string) =>
    test(`${name}: ${expected}`, async () => {
      const kind = await recognise(contentOf(content), name)
      assert.deepEqual(kind, { accepted: true, value: expected })
    })

  test('a PDF', async () =>
    assert.deepEqual(await recognise(contentOf(await pdfWith('Budget')), 'Budget.PDF'), { accepted: true, value: 'pdf' }))
  check('report.docx', docxWith('Budget'), 'docx')
  check('slides.pptx', pptxWith('Budget'), 'pptx')
  check('figures.xlsx', zipOf(null, { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }), 'xlsx')
  check('report.odt', openDocumentWith('text', 'Budget'), 'odt')
  check('figures.ods', openDocumentWith('spreadsheet', '12'), 'ods')
  check('slides.odp', openDocumentWith('presentation', 'Budget'), 'odp')
  check(
    'an empty library of macros.odt',
    openDocumentWith('text', 'Budget', { 'Basic/script-lc.xml': '<l/>', 'Basic/Standard/script-lb.xml': '<l/>' }),
    'odt',
  )
  check('minutes.doc', legacyWith('Root Entry', 'WordDocument', '1Table'), 'doc')
  check('old figures.xls', legacyWith('Root Entry', 'Workbook'), 'xls')
  check('older figures.xls', legacyWith('Root Entry', 'Book'), 'xls')
  check('old slides.ppt', legacyWith('Root Entry', 'PowerPoint Document'), 'ppt')
  check('table.csv', 'area,value\nWexcombe,12\n', 'csv')
  check('notes.txt', Buffer.from('Café, £12', 'latin1'), 'txt')
  check('notes in Unicode.txt', Buffer.from('\ufeffBudget', 'utf16le'), 'txt')
  check('map.png', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'png')
  check('photo.jpg', Buffer.from('ffd8ffe000104a464946', 'hex'), 'jpeg')
})

describe('is refused, in a sentence,', () => {
  const check = (what: string, name: string, content: string | Uint8Array, expected: RegExp) =>
    test(what, async () => {
      const kind = await recognise(contentOf(content), name)
      assert.ok(!kind.accepted)
      assert.match(kind.problems[0]?.text ?? '', expected)
    })

  check('nothing', 'budget.pdf', '', /^budget.pdf is empty/)
  check('a page for a browser', 'page.html', '<!doctype html>', /of a kind that is not kept here. Bring a PDF/)
  check('a picture that can do things', 'logo.svg', '<svg/>', /not kept here/)
  check('a program', 'setup.exe', 'MZ', /not kept here/)
  check('a name without an ending', 'budget', 'text', /not kept here/)
  check('a program called a PDF', 'budget.pdf', 'MZ\x90\x00', /ends as a PDF does, and is none/)
  check('a page called a PDF', 'budget.pdf', '<html><script>', /ends as a PDF does, and is none/)
  check('a Word document called a PDF', 'budget.pdf', docxWith('Budget'), /ends as a PDF does, and is a Word document/)
  check('a PDF called text', 'budget.txt', '%PDF-1.7 ...', /ends as a text does, and is a PDF/)
  check(
    'an Excel workbook called a Word document',
    'a.docx',
    zipOf(null, { '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<w/>' }),
    /ends as a Word document does, and is an Excel workbook/,
  )
  check('a zip of anything', 'a.docx', zipOf(null, { 'a.txt': 'a' }), /and is none/)
  check('bytes called a table', 'a.csv', Buffer.from([65, 0, 66]), /ends as a CSV table does, and is none/)
  check('a file for macros', 'a.docm', docxWith('Budget'), /has macros in it/)
  check('a Word document with macros', 'a.docx', docxWith('Budget', { 'word/vbaProject.bin': 'x' }), /has macros in it/)
  check(
    'one that says so in its types',
    'a.docx',
    docxWith('Budget', {
      '[Content_Types].xml': '<Types><Override ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>',
    }),
    /has macros in it/,
  )
  check('an ActiveX control', 'a.docx', docxWith('Budget', { 'word/activeX/activeX1.bin': 'x' }), /has macros in it/)
  check(
    'an OpenDocument text with macros',
    'a.odt',
    openDocumentWith('text', 'Budget', { 'Basic/Standard/Module1.xml': '<m/>' }),
    /has macros in it/,
  )
  check('one with a script', 'a.odt', openDocumentWith('text', 'Budget', { 'Scripts/python/a.py': 'print' }), /has macros in it/)
  check('an old Word document with macros', 'a.doc', legacyWith('WordDocument', 'Macros', 'VBA', '_VBA_PROJECT'), /has macros in it/)
  check('a workbook locked with a password', 'a.xlsx', legacyWith('EncryptionInfo', 'EncryptedPackage'), /is locked with a password/)
  check(
    'one that would grow a thousandfold',
    'a.docx',
    docxWith('Budget', { 'word/more.xml': 'a'.repeat(20_000_000) }),
    /would take more room/,
  )
  check('one that is cut off', 'a.docx', docxWith('Budget').subarray(0, 300), /is damaged/)
  test('one that says it is smaller than it is', async () => {
    const bomb = Buffer.from(zipSync({ 'word/document.xml': strToU8('a'.repeat(3_000_000)) }))
    // Both headers say that the part has a hundred bytes.
    for (const [sign, at] of [
      ['504b0304', 22],
      ['504b0102', 24],
    ] as const)
      bomb.writeUInt32LE(100, bomb.indexOf(Buffer.from(sign, 'hex')) + at)
    const kind = await recognise(contentOf(bomb), 'a.docx')
    assert.ok(!kind.accepted)
  })
})
