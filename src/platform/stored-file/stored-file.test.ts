import assert from 'node:assert/strict'
import { createHash, randomBytes } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { freshApp } from '../../../test/web/index.ts'
import { putAside } from '../file/index.ts'
import { docxWith, openDocumentWith, pdfWith, pptxWith } from './example.ts'
import { fileOf, filesOf, fileWords, keepFile, removeFile, type StoredFileId, storedFile } from './index.ts'
import { plainName, sizeWords } from './stored-file.ts'
import { wordsOf } from './text/words-of.ts'

const app = await freshApp({ after })
const read: Parameters<typeof fileOf>[0] = work => app.visit('read', work as never) as never

async function keep(fileName: string, bytes: Uint8Array, limitBytes = 25_000_000) {
  const content = await putAside(pieces(bytes))
  try {
    return (await app.visit('write', db =>
      keepFile(db, { fileName, content }, { field: 'file', limitBytes, by: { accountId: app.officer.accountId, name: app.officer.name } }),
    )) as Awaited<ReturnType<typeof keepFile>>
  } finally {
    await content.close()
  }
}
async function kept(fileName: string, bytes: Uint8Array): Promise<StoredFileId> {
  const ruling = await keep(fileName, bytes)
  if (!ruling.accepted) assert.fail(ruling.problems[0]?.text)
  return ruling.value
}
async function* pieces(bytes: Uint8Array) {
  yield bytes
}
async function whole(fileId: StoredFileId): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of fileOf(read, fileId)) parts.push(part)
  return Buffer.concat(parts)
}

describe('a file that is put in', () => {
  test('comes out as it was, in pieces, with who put it in', async () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(700_000)])
    const fileId = await kept('C:\\papers\\Budget  2010.pdf', bytes)
    assert.deepEqual(await whole(fileId), bytes)
    const file = await read(db => storedFile(db, fileId))
    assert.equal(file?.name, 'Budget 2010.pdf')
    assert.equal(file?.digest, createHash('sha256').update(bytes).digest('hex'))
    assert.equal(file?.madeByName, 'Priya Nair')
    assert.equal(file && fileWords(file), 'PDF, 700 KB')
    const rows = await app.owner`select number from platform.stored_file_piece where file_id = ${fileId}`
    assert.equal(rows.length, 3)
  })

  test('is nobody else’s', async () => {
    const fileId = await kept('notes.txt', Buffer.from('Not for Elmbridge'))
    const [other] = await app.owner<{ id: number }[]>`select id from platform.partnership where slug = 'elmbridge'`
    const who = { partnershipId: other?.id ?? 0, accountId: null, name: 'Olwen Hart', requestId: 'x' }
    assert.equal(await app.database.visit(who, 'read', db => storedFile(db, fileId)), null)
    for await (const _ of fileOf(work => app.database.visit(who, 'read', work), fileId)) assert.fail('A piece was given out')
  })

  test('is refused when it is larger than the setting, and nothing is kept', async () => {
    const [before] = await app.owner`select count(*) from platform.stored_file`
    const ruling = await keep('large.txt', Buffer.alloc(1_200_001, 65), 1_000_000)
    assert.deepEqual(ruling, {
      accepted: false,
      problems: [{ field: 'file', text: 'large.txt is 1.2 MB large. A file may be 1.0 MB at most' }],
    })
    const [now] = await app.owner`select count(*) from platform.stored_file`
    assert.deepEqual(now, before)
  })

  test('is gone with its pieces when it is removed', async () => {
    const fileId = await kept('notes.txt', Buffer.from('For nobody'))
    await app.visit('write', db => removeFile(db, fileId))
    assert.equal((await app.owner`select from platform.stored_file_piece where file_id = ${fileId}`).length, 0)
    assert.equal((await read(db => filesOf(db, [fileId]))).size, 0)
    const history = await app.owner<{ act: string }[]>`
      select act from platform.history where subject = 'platform.stored_file' and subject_id = ${String(fileId)} order by id`
    assert.deepEqual(
      history.map(({ act }) => act),
      ['added', 'removed'],
    )
  })

  test('has its words read out of it when the visit is over', async () => {
    const fileId = await kept('report.docx', docxWith('Repeat incidents fell\nin Wexcombe & Harley'))
    for (let tried = 0; tried < 100; tried++) {
      const [row] = await app.owner<{ text: string }[]>`select text from platform.stored_file_text where file_id = ${fileId}`
      if (row !== undefined) return assert.equal(row.text, 'Repeat incidents fell\nin Wexcombe & Harley')
      await sleep(100)
    }
    assert.fail('No words came')
  })
})

describe('the words', () => {
  const check = (kind: Parameters<typeof wordsOf>[0], bytes: Uint8Array | Promise<Uint8Array>, expected: string) =>
    test(`of a ${kind}`, async () => assert.equal(await wordsOf(kind, pieces(await bytes)), expected))

  check('pdf', pdfWith('Repeat incidents fell'), 'Repeat incidents fell\nWexcombe Page 1 of 1')
  check(
    'pptx',
    pptxWith('First slide', ...Array.from({ length: 9 }, (_, at) => `Slide ${at + 2}`)),
    ['First slide', 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n, at) => (at === 0 ? n : `Slide ${n}`)).join('\n'),
  )
  check('odt', openDocumentWith('text', 'One line\nand another'), 'One line\nand another')
  check('ods', openDocumentWith('spreadsheet', 'NI 32'), 'NI 32')
  check('csv', Buffer.from('area,value\r\nWexcombe,12\r\n'), 'area,value\nWexcombe,12')
  check('txt', Buffer.from('Café, £12', 'latin1'), 'Café, £12')

  test('of what is damaged are none', async () => {
    assert.equal(await wordsOf('pdf', pieces(Buffer.from('%PDF-1.7\nnothing that a reader knows'))), '')
    assert.equal(await wordsOf('docx', pieces(Buffer.from('PK'))), '')
  })

  test('of what takes too long or too much are none, and nothing else ends', async () => {
    const large = docxWith(Array.from({ length: 200_000 }, (_, at) => `Line ${at} of many`).join('\n'))
    assert.equal(await wordsOf('docx', pieces(large), undefined, { seconds: 0.05 }), '')
    assert.equal(await wordsOf('docx', pieces(large), undefined, { megabytes: 40 }), '')
    assert.match(await wordsOf('docx', pieces(large)), /^Line 0 of many\nLine 1 of many\n/)
  })
})

describe('a name and a size', () => {
  const named = (given: string, expected: string) => test(expected, () => assert.equal(plainName(given), expected))
  named('../../etc/passwd.txt', 'passwd.txt')
  named('Budget\u202Efdp.docx', 'Budget fdp.docx')
  named('a'.repeat(300) + '.docx', `${'a'.repeat(195)}.docx`)
  named('.pdf', 'file.pdf')

  const sized = (bytes: number, expected: string) => test(expected, () => assert.equal(sizeWords(bytes), expected))
  sized(1, '1 byte')
  sized(999, '999 bytes')
  sized(999_499, '999 KB')
  sized(999_500, '1.0 MB')
  sized(25_000_000, '25 MB')
})
