/**
 * Runs in a process of its own, which `pdf.ts` starts and ends: Typst keeps memory for as long as its process lives, and a document that it cannot
 * bear must not end the web process with it.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'

/** Fonts of our own, and a template that falls back to no other: what the machine has besides must not show. */
const fontBlobs = ['400Regular/NotoSans_400Regular.ttf', '600SemiBold/NotoSans_600SemiBold.ttf'].map(name =>
  readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans/${name}`))),
)
const here = fileURLToPath(new URL('.', import.meta.url))
const template = fileURLToPath(new URL('document.typ', import.meta.url))
const compiler = NodeCompiler.create({ workspace: here, fontArgs: [{ fontBlobs }] })

process.on('message', (document: string) => process.send?.(typeset(document)))
process.on('disconnect', () => process.exit())

function typeset(document: string): { pdf: Uint8Array } | { problem: string } {
  try {
    compiler.mapShadow(fileURLToPath(new URL('document.json', import.meta.url)), Buffer.from(document))
    const compiled = compiler.compile({ mainFilePath: template })
    if (compiled.result === null) {
      const error = compiled.takeError()
      return { problem: error === null ? 'Typst gave nothing' : JSON.stringify(compiler.fetchDiagnostics(error)) }
    }
    return { pdf: pdfFrom(compiled.result) }
  } catch (error) {
    return { problem: String(error) }
  } finally {
    compiler.evictCache(10)
  }
}

/** A letter that our font has not (名) is drawn as an empty box. The standard wants every letter drawn, so that such a paper is tagged, and no more. */
function pdfFrom(document: NodeTypstDocument): Uint8Array {
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' })
  } catch (error) {
    if (!String(error).includes('could not be displayed with font')) throw error
    return compiler.pdf(document)
  }
}
