import { z } from 'zod'
import type { Ruling } from '../../../kernel/ruling.ts'
import { type Fields, readForm } from '../../web/index.ts'
import { emailField } from '../account/form.ts'

const fields = z.object({
  email: emailField,
  'email-current': z.string().min(1, 'Enter your passphrase').max(1000, 'Enter your passphrase'),
})

export function readNewEmail(body: Fields): Ruling<z.infer<typeof fields>> {
  return readForm(fields, body)
}
