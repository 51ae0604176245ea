import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { Register } from './register.ts'

/**
 * The files every page refers to: a handful, kept in memory and compressed once. Their names carry a digest of their content, so a browser
 * may keep them for ever and never shows an old one.
 */
export type Asset = { readonly contentType: string; readonly content: Buffer; readonly gzipped: Buffer | null }
export type Assets = { readonly hrefs: Readonly<Record<string, string>>; readonly byName: ReadonlyMap<string, Asset> }

export function assetRoutes(register: Register, { byName }: Assets): void {
  register.bare('/assets/:name', async (request, reply) => {
    const asset = byName.get((request.params as { name: string }).name)
    if (!asset) return reply.code(404).type('text/plain; charset=utf-8').send('There is no such file')

    const zipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) ? asset.gzipped : null
    if (zipped) reply.header('content-encoding', 'gzip')
    reply.headers({ 'cache-control': 'public, max-age=31536000, immutable', vary: 'accept-encoding' })
    return reply.type(asset.contentType).send(zipped ?? asset.content)
  })
}

export function loadAssets(): Assets {
  const byName = new Map<string, Asset>()
  const hrefs: Record<string, string> = {}
  for (const { name, path, contentType } of files) {
    const content = withHashedImports(readFileSync(path), name, hrefs)
    const hashed = hashedName(name, content)
    hrefs[name] = `/assets/${hashed}`
    byName.set(hashed, { contentType, content, gzipped: contentType.startsWith('image/png') ? null : gzipSync(content, { level: 9 }) })
  }
  return { hrefs, byName }
}

const own = (name: string): URL => new URL(`assets/${name}`, import.meta.url)
const script = 'text/javascript; charset=utf-8'

/** What is imported stands before what imports it. */
const files: readonly { readonly name: string; readonly path: URL | string; readonly contentType: string }[] = [
  { name: 'goldthread.css', path: own('goldthread.css'), contentType: 'text/css; charset=utf-8' },
  {
    name: 'govuk-frontend.min.js',
    path: createRequire(import.meta.url).resolve('govuk-frontend/dist/govuk/govuk-frontend.min.js'),
    contentType: script,
  },
  { name: 'search.js', path: own('search.js'), contentType: script },
  { name: 'scorecard.js', path: own('scorecard.js'), contentType: script },
  { name: 'passkey.js', path: own('passkey.js'), contentType: script },
  { name: 'attendance.js', path: own('attendance.js'), contentType: script },
  { name: 'grid.js', path: own('grid.js'), contentType: script },
  { name: 'order.js', path: own('order.js'), contentType: script },
  { name: 'minutes.js', path: own('minutes.js'), contentType: script },
  { name: 'workshop.js', path: own('workshop.js'), contentType: script },
  { name: 'goldthread.js', path: own('goldthread.js'), contentType: script },
  { name: 'favicon.svg', path: own('favicon.svg'), contentType: 'image/svg+xml; charset=utf-8' },
  { name: 'favicon.png', path: own('favicon.png'), contentType: 'image/png' },
]

function withHashedImports(content: Buffer, name: string, hrefs: Readonly<Record<string, string>>): Buffer {
  if (!name.endsWith('.js')) return content
  const source = content.toString('utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')
  return Buffer.from(source.replaceAll(/from '\.\/([\w.-]+)'/g, (whole, file: string) => (hrefs[file] ? `from '${hrefs[file]}'` : whole)))
}

function hashedName(name: string, content: Buffer): string {
  const digest = createHash('sha256').update(content).digest('base64url').slice(0, 12)
  return name.replace(/(\.min)?\.(\w+)$/, `.${digest}.$2`)
}
