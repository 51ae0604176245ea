import { z } from 'zod'
import type { Ruling } from '../../../kernel/ruling.ts'
import { type Fields, type Role, readForm, roles } from '../../web/index.ts'
import { emailField, nameField } from '../account/form.ts'

const role = z.enum(roles, { error: 'Select a role' })
const colleague = z.object({ name: nameField, email: emailField, role })

export const readColleague = (body: Fields): Ruling<z.infer<typeof colleague>> => readForm(colleague, body)
export const readRole = (body: Fields): Ruling<{ role: Role }> => readForm(z.object({ role }), body)
