import { z } from 'zod'
import type { Ruling } from '../../../kernel/ruling.ts'
import { type Fields, readForm } from '../../web/index.ts'
import { emailField } from '../account/form.ts'

export const readEmail = (body: Fields): Ruling<{ email: string }> => readForm(z.object({ email: emailField }), body)
