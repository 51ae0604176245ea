import { parseFileSync } from '@swc/core'

type Node = Readonly<Record<string, unknown>>

/** Every statement, or piece of one, that a file hands to the database: a template tagged with a name. A value in it is a question mark. */
export function sqlIn(file: string): string[] {
  const found: string[] = []
  visit(parseFileSync(file, { syntax: 'typescript' }), found)
  return found
}

function visit(value: unknown, found: string[]): void {
  if (Array.isArray(value)) for (const each of value) visit(each, found)
  else if (isNode(value)) {
    if (value.type === 'TaggedTemplateExpression' && isNode(value.tag) && value.tag.type === 'Identifier')
      found.push(textOf(value.template))
    for (const each of Object.values(value)) visit(each, found)
  }
}

function textOf(template: unknown): string {
  const quasis = isNode(template) && Array.isArray(template.quasis) ? template.quasis : []
  return quasis
    .map(({ raw }) => raw)
    .join('?')
    .replace(/\s+/g, ' ')
    .trim()
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/**
 * What a statement names of other schemas, apart from the views that are shared and the functions that the platform offers.
 * A table of one's own may be called what another schema is called (`platform.partnership`): then `partnership.name` is a column of it.
 */
export function sqlOfOthers(sql: string, own: string, schemas: readonly string[]): string[] {
  const others = schemas.filter(schema => schema !== own)
  return [...sql.matchAll(/(\b(?:from|join|into|update|using)\s+(?:only\s+)?)?(?<![\w."])"?(\w+)"?\s*\.\s*"?(\w+)"?(\s*\()?/gi)]
    .map(([, asTable, schema = '', name = '', call]) => ({ asTable, schema: schema.toLowerCase(), name: name.toLowerCase(), call }))
    .filter(({ schema }) => others.includes(schema))
    .filter(({ asTable, schema }) => asTable !== undefined || !new RegExp(`\\b${own}\\.${schema}\\b`, 'i').test(sql))
    .filter(({ asTable, schema, call }) => asTable !== undefined || schema !== 'platform' || call === undefined)
    .filter(({ name }) => !name.startsWith('shared_'))
    .map(({ schema, name }) => `${schema}.${name}`)
}
