import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { promisify } from 'node:util'
import { canMakePdf, type PaperDocument, pdfOf } from './index.ts'

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20"><text x="2" y="12" font-size="8">Drawn</text></svg>'
const paper = (changes: Partial<PaperDocument> = {}): PaperDocument => ({
  title: 'The structure',
  foot: 'Wexcombe, 6 May 2009',
  paper: 'a3',
  isOnItsSide: true,
  parts: [
    { kind: 'heading', level: 1, text: 'The structure' },
    { kind: 'picture', svg, description: 'Two groups' },
    { kind: 'heading', level: 2, text: 'As a list', onNewPage: true },
    {
      kind: 'list',
      columns: 1,
      items: [
        {
          name: 'Board',
          href: 'https://goldthread.example/groups/1',
          text: 'Strategic',
          under: [{ name: 'Executive', href: null, text: '', under: [] }],
        },
      ],
    },
  ],
  ...changes,
})
const raw = async (document: PaperDocument) => Buffer.from(await pdfOf(document)).toString('latin1')

describe('a document on paper', { skip: !canMakePdf && 'Typst does not come for this machine' }, () => {
  test('is a tagged PDF with title, language and a picture that is described', async () => {
    const pdf = await raw(paper())
    for (const part of [
      /^%PDF-1\.7/,
      /\/Marked true/,
      /\/Lang \(en-GB\)/,
      /\/DisplayDocTitle true/,
      /pdfuaid/,
      /\/Alt \(Two groups\)/,
      /\/MediaBox \[0 0 1190\.\d+ 841\.\d+\]/,
    ])
      assert.match(pdf, part)
    assert.equal(pdf.match(/\/Type \/Page\b/g)?.length, 2)
  })

  test('is the same for the same, byte by byte', async () => {
    const once = await raw(paper({ title: 'Once' }))
    assert.equal((await raw(paper({ title: 'Another' }))) === once, false)
    // Another foot is another document to what is kept, so that this one is typeset anew.
    const parts: PaperDocument['parts'] = [{ kind: 'paragraph', text: 'The same' }]
    assert.equal(
      await raw({ title: 'T', foot: 'F', paper: 'a4', isOnItsSide: false, parts }),
      await raw({ foot: 'F', title: 'T', paper: 'a4', isOnItsSide: false, parts }),
    )
  })

  test('takes words as words, whatever they look like', async t => {
    const text = '#panic("no") $x$ *bold* #read("document.typ") \\ @here'
    const pdf = await pdfOf(paper({ parts: [{ kind: 'paragraph', text }] }))
    const told = await textOf(pdf)
    if (told === null) return t.skip('there is no pdftotext')
    assert.ok(told.includes(text), told)
  })

  test('with a letter that the font has not is made all the same', async () => {
    assert.match(await raw(paper({ parts: [{ kind: 'paragraph', text: '名前 Łukasz' }] })), /^%PDF/)
  })

  test('is one of a hundred and more, some of which are asked for at once', async () => {
    const warnings: string[] = []
    process.on('warning', ({ message }) => warnings.push(message))
    const all = await Promise.all(
      Array.from({ length: 110 }, (_, number) =>
        raw(paper({ title: `Number ${number}`, parts: [{ kind: 'paragraph', text: `${number}` }] })),
      ),
    )
    assert.equal(new Set(all).size, 110)
    assert.deepEqual(warnings, [])
  })

  test('whose picture cannot be read is a fault, and the next is made all the same', async () => {
    await assert.rejects(pdfOf(paper({ parts: [{ kind: 'picture', svg: 'no picture', description: 'x' }] })), /A PDF could not be made/)
    assert.match(await raw(paper({ title: 'After that' })), /^%PDF/)
  })
})

async function textOf(pdf: Uint8Array): Promise<string | null> {
  const path = join(tmpdir(), `goldthread-${process.pid}.pdf`)
  await writeFile(path, pdf)
  try {
    return (await promisify(execFile)('pdftotext', [path, '-'])).stdout.replaceAll(/\s+/g, ' ')
  } catch {
    return null
  }
}
