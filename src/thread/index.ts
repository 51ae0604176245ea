/**
 * The golden thread: from any record up to why it is there and down to how, who and how much, and where it is broken.
 *
 * Owns the `thread` schema. Knows every module below it by what they say of their records and of how those hang together.
 */
export { threadWords } from './words.ts'
