import type { Answer } from './answer.ts'

/** An answer with its page already drawn, so that what cannot be drawn is never saved, and what is sent was saved before. */
export type Drawn = {
  readonly answer: Answer
  readonly body: string | Buffer | AsyncIterable<string | Uint8Array>
  /** The same, compressed before. */
  readonly zipped?: () => Promise<Buffer>
}
