import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { madeOnce } from '../keep/index.ts'
import type { PaperDocument } from './document.ts'

/** Typst comes for this kind of machine only; on others a page says so and is printed by the browser. */
export const canMakePdf: boolean = process.platform === 'linux' && process.arch === 'x64'

/** Its memory never returns, so it is replaced after so many documents, and ended when nobody has wanted one for so long. */
const mostDocuments = 100
const longestSeconds = 60
const idleMinutes = 5

type Answer = { readonly pdf: Uint8Array } | { readonly problem: string }
type Typesetter = { readonly child: ChildProcess; made: number; idle: NodeJS.Timeout | undefined }

let typesetter: Typesetter | null = null
let last: Promise<unknown> = Promise.resolve()

/** A tagged PDF (PDF/UA-1) with the document's title, its headings, lists and pictures: the same bytes for the same document. One is made at a time. */
export const pdfOf = (document: PaperDocument): Promise<Uint8Array> => made(JSON.stringify(document))

const made = madeOnce((document): Promise<Uint8Array> => {
  const next = last.then(
    () => typeset(document),
    () => typeset(document),
  )
  last = next
  return next
}, 20)

async function typeset(document: string): Promise<Uint8Array> {
  const setter = typesetter?.child.connected ? typesetter : start()
  typesetter = setter
  const { child } = setter
  clearTimeout(setter.idle)
  child.ref()
  child.channel?.ref()
  const answered = new AbortController()
  const signal = AbortSignal.any([answered.signal, AbortSignal.timeout(longestSeconds * 1000)])
  try {
    child.send(document)
    const answer: Answer = await Promise.race([
      once(child, 'message', { signal }).then(([said]) => said),
      once(child, 'exit', { signal }).then(([code]) => ({ problem: `the typesetter ended with ${code}` })),
    ])
    if ('problem' in answer) throw new Error(`A PDF could not be made: ${answer.problem}`)
    setter.made++
    return answer.pdf
  } catch (error) {
    end(setter)
    throw error
  } finally {
    answered.abort()
    child.unref()
    child.channel?.unref()
    if (setter.made >= mostDocuments) end(setter)
    else setter.idle = setTimeout(end, idleMinutes * 60_000, setter).unref()
  }
}

function start(): Typesetter {
  const child = fork(fileURLToPath(new URL('typesetter.ts', import.meta.url)), {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  return { child, made: 0, idle: undefined }
}

function end(which: Typesetter): void {
  which.child.kill('SIGKILL')
  if (typesetter === which) typesetter = null
}
