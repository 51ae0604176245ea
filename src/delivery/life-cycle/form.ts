import { z } from 'zod'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { lines } from '../form.ts'

const reasoned = z.object({ reason: lines(5_000, 'The reason') })
export const readReason = (body: Fields): Ruling<z.infer<typeof reasoned>> => readForm(reasoned, body)
