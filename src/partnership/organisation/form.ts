import { z } from 'zod'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'

const fields = z.object({ name: z.string().trim().min(1, 'Enter a name').max(200, 'Name must be 200 characters or fewer') })

export const readOrganisation = (body: Fields): Ruling<{ name: string }> => readForm(fields, body)
