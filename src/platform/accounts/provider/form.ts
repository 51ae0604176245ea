import { z } from 'zod'
import type { Ruling } from '../../../kernel/ruling.ts'
import { type Fields, readForm } from '../../web/index.ts'

const fields = {
  name: z.string().trim().min(1, 'Enter what people call the organisation').max(100, 'Name must be 100 characters or fewer'),
  clientId: z.string().trim().min(1, 'Enter the client ID that the provider gave').max(300, 'Client ID must be 300 characters or fewer'),
  clientSecret: z.string().trim().max(1000, 'Client secret must be 1,000 characters or fewer').default(''),
  countsAsSecondFactor: z
    .literal('yes')
    .optional()
    .transform(value => value === 'yes'),
}
const added = z.object({
  ...fields,
  key: z.string().regex(/^[A-Za-z0-9_-]{20,60}$/, 'Open this page again: the redirect address was lost'),
  issuer: z.string().trim().min(1, 'Enter the issuer').max(500, 'Issuer must be 500 characters or fewer'),
})
const changed = z.object(fields)

export const readProvider = (body: Fields): Ruling<z.infer<typeof added>> => readForm(added, body)
export const readProviderChange = (body: Fields): Ruling<z.infer<typeof changed>> => readForm(changed, body)

const email = z.object({
  email: z.string().trim().toLowerCase().min(1, 'Enter your e-mail address').max(254, 'E-mail address must be 254 characters or fewer'),
})
export const readEmail = (body: Fields): Ruling<{ email: string }> => readForm(email, body)
