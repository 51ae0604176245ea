import type { z } from 'zod'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import type { Fields } from './visit.ts'

/** The first value of that name, and '' when there is none. */
export function text(fields: Fields, name: string): string {
  return texts(fields, name)[0] ?? ''
}

export function texts(fields: Fields, name: string): readonly string[] {
  const value = Object.hasOwn(fields, name) ? fields[name] : undefined
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}

/** Every single value by name, for showing again what was typed. */
export function entered(fields: Fields): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.keys(fields).map(name => [name, text(fields, name)]))
}

/** One problem for each field is enough to mend it. The field of a problem is the id of its input. */
export function readForm<T>(schema: z.ZodType<T>, body: Fields): Ruling<T> {
  const result = schema.safeParse(body, { error: () => 'Check what was entered here' })
  if (result.success) return accept(result.data)

  const problems = new Map<string, Problem>()
  for (const { path, message } of result.error.issues) {
    const field = path.map(String).join('-')
    if (!problems.has(field)) problems.set(field, field === '' ? { text: message } : { field, text: message })
  }
  return refuse(...problems.values())
}
