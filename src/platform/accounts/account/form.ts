import { z } from 'zod'
import type { Ruling } from '../../../kernel/ruling.ts'
import { type Fields, readForm } from '../../web/index.ts'

export const emailField = z
  .string()
  .trim()
  .toLowerCase()
  .min(1, 'Enter an e-mail address')
  .max(254, 'E-mail address must be 254 characters or fewer')
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Enter an e-mail address in the correct format, like name@example.org')

export const nameField = z.string().trim().min(1, 'Enter a name').max(200, 'Name must be 200 characters or fewer')

export const readName = (body: Fields): Ruling<{ name: string }> => readForm(z.object({ name: nameField }), body)

const passphrases = z.object({ current: z.string().min(1, 'Enter your current passphrase').max(1000), passphrase: z.string().max(1000) })
export const readNewPassphrase = (body: Fields): Ruling<z.infer<typeof passphrases>> => readForm(passphrases, body)
