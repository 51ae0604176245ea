import { z } from 'zod'
import { idOf } from '../../kernel/ids.ts'
import type { Ruling } from '../../kernel/ruling.ts'
import { type Fields, readForm } from '../../platform/web/index.ts'
import { type AreaDraft, areaKinds } from './area.ts'

const fields = z.object({
  name: z.string().trim().min(1, 'Enter a name').max(200, 'Name must be 200 characters or fewer'),
  kind: z.enum(areaKinds, { error: 'Select what kind of area it is' }),
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z0-9]{0,20}$/, 'Code must be letters and digits, like E05015252')
    .transform(code => (code === '' ? null : code)),
  parentId: z.string().transform(text => idOf<'area'>(text)),
})

export const readArea = (body: Fields): Ruling<AreaDraft> => readForm(fields, body)
