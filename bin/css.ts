/**
 * Makes src/platform/web/assets/goldthread.css from the styles beside it: `npm run css`. With `--check` it only says whether that was done
 * since the styles (or govuk-frontend, or sass) last changed. The digest of what it was made from stands in its first line.
 */
import { createHash } from 'node:crypto'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const styles = join(root, 'src/platform/web/styles')
const target = join(root, 'src/platform/web/assets/goldthread.css')

const firstLine = `/* Made by npm run css from styles ${digestOfSources()}. Change those, not this. */`

if (process.argv.includes('--check')) {
  if (!readFileSync(target, 'utf8').startsWith(`${firstLine}\n`)) {
    console.error('src/platform/web/assets/goldthread.css is older than its styles: npm run css')
    process.exitCode = 1
  }
} else {
  const { compile } = await import('sass')
  const { css } = compile(join(styles, 'goldthread.scss'), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
    charset: false,
  })
  writeFileSync(target, `${firstLine}\n${css}\n`)
  console.log(`goldthread.css: ${Math.round(css.length / 1000)} kB`)
}

function digestOfSources(): string {
  const digest = createHash('sha256')
  for (const file of globSync('*.scss', { cwd: styles }).sort()) digest.update(file).update(readFileSync(join(styles, file)))
  for (const name of ['govuk-frontend', 'sass']) digest.update(`${name} ${installed(name)}`)
  return digest.digest('hex').slice(0, 16)
}

function installed(name: string): string {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }
  return version
}
