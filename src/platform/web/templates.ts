import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'
import type { Problem } from '../../kernel/ruling.ts'

/** A template by its path on disk and what it shows. */
export type Render = (template: string, context: object) => string

/**
 * Nunjucks as every page uses it: escaping everything, and refusing to print a name that nobody gave (a misspelling otherwise shows as nothing).
 * The shell's own templates and govuk-frontend's are found by their short names ("layout.njk", "govuk/components/button/macro.njk").
 */
export function templates(globals: Readonly<Record<string, unknown>>): Render {
  const environment = new nunjucks.Environment(new TemplateLoader(), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  })
  environment.addFilter('problemFor', problemFor)
  environment.addFilter('placed', placed)
  for (const [name, value] of Object.entries(globals)) environment.addGlobal(name, value)
  return (template, context) => environment.render(template, context)
}

export const govuk = dirname(createRequire(import.meta.url).resolve('govuk-frontend/package.json'))
const roots = [fileURLToPath(new URL('templates/', import.meta.url)), join(govuk, 'dist')]

const TemplateLoader = nunjucks.Loader.extend({
  getSource(name: string) {
    for (const path of isAbsolute(name) ? [name] : roots.map(root => join(root, name))) {
      const src = contentOf(path)
      if (src !== null) return { src, path: name, noCache: false }
    }
    throw new Error(`There is no template ${name}`)
  },
  /** A short name is relative to a short name, a path on disk to a path on disk. */
  resolve: (from: string, to: string) => join(dirname(from), to),
}) as unknown as new () => nunjucks.ILoader

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return null
  }
}

/** `problems | problemFor('reason')` is what the errorMessage of a govuk component wants: an object, or nothing. */
function problemFor(problems: readonly Problem[], field: string): { text: string } | false {
  const problem = problems.find(each => each.field === field)
  return problem ? { text: problem.text } : false
}

/** Breadcrumbs as a view gives them, with the partnership before each address. */
function placed(links: readonly { text: string; href: string }[], href: (to: string) => string): { text: string; href: string }[] {
  return links.map(link => ({ text: link.text, href: href(link.href) }))
}
