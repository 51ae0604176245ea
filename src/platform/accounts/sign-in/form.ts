import { z } from 'zod'
import type { Ruling } from '../../../kernel/ruling.ts'
import { type Fields, readForm } from '../../web/index.ts'

const fields = z.object({
  email: z.string().trim().toLowerCase().min(1, 'Enter your e-mail address').max(254, 'E-mail address must be 254 characters or fewer'),
  passphrase: z.string().min(1, 'Enter your passphrase').max(1000, 'Enter your passphrase'),
})

export const readSignIn = (body: Fields): Ruling<z.infer<typeof fields>> => readForm(fields, body)
