import { z } from 'zod'
import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'
import { type Fields, readForm } from '../../web/index.ts'
import { emailField } from '../account/form.ts'
import { choosePassphrase } from '../passphrase/passphrase.ts'

const fields = z.object({
  partnership: z.string().trim().min(1, 'Enter the name of your partnership').max(200, 'Name must be 200 characters or fewer'),
  area: z.string().trim().min(1, 'Enter the area that the partnership is for').max(200, 'Area must be 200 characters or fewer'),
  name: z.string().trim().min(1, 'Enter your name').max(200, 'Name must be 200 characters or fewer'),
  email: emailField,
  passphrase: z.string().max(1000),
})

export type SetupForm = z.infer<typeof fields>

/** All that is wrong at once, the passphrase included, since it has to be typed again each time. */
export function readSetup(body: Fields): Ruling<SetupForm> {
  const form = readForm(fields, body)
  const { passphrase, email, name } = Object.fromEntries(['passphrase', 'email', 'name'].map(key => [key, String(body[key] ?? '')]))
  const chosen = choosePassphrase(passphrase ?? '', [email ?? '', name ?? ''], 'passphrase')
  if (form.accepted && chosen.accepted) return accept({ ...form.value, passphrase: chosen.value })
  return refuse(...(form.accepted ? [] : form.problems), ...(chosen.accepted ? [] : chosen.problems))
}
