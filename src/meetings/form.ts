import { z } from 'zod'

/** One line that has to be there; `words` say what to enter. */
export const line = (words: string, longest: number, tooLong: string) =>
  z
    .string(words)
    .transform(typed => typed.replace(/\s+/g, ' ').trim())
    .refine(typed => typed !== '', words)
    .refine(typed => typed.length <= longest, tooLong)

/** Several lines, or none. */
export const lines = (longest: number, tooLong: string) =>
  z
    .string()
    .default('')
    .transform(typed => typed.replaceAll('\r\n', '\n').trim())
    .refine(typed => typed.length <= longest, tooLong)
