import { z } from 'zod'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { lines } from '../form.ts'

const letter = z.object({ text: lines(10_000, 'The letter').refine(typed => typed !== '', 'Enter what the letter says') })
export const readLetter = (body: Fields): Ruling<z.infer<typeof letter>> => readForm(letter, body)
