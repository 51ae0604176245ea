import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { template } from './answer.ts'
import { nobody } from './arrival.ts'
import { loadAssets } from './assets.ts'
import { frame } from './frame.ts'
import { headersPolicy, inlineScriptHash } from './policy.ts'
import { templates } from './templates.ts'

test('the one inline script of a page is the one that the policy allows', () => {
  const around = frame({ arrival: nobody, path: '/', address: '/', flash: null, problems: [], navigation: [] })
  const render = templates({ assets: loadAssets().hrefs, version: '1' })
  const shown = render(template(import.meta.url, 'templates/problem.njk'), {
    ...around,
    title: 'T',
    paragraphs: [],
    breadcrumbs: [],
    wide: false,
    beside: null,
  })
  const inline = [...shown.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([^<]*)<\/script>/g)].map(([, source]) => source ?? '')

  assert.equal(inline.length, 1)
  assert.equal(
    `sha256-${createHash('sha256')
      .update(inline[0] ?? '')
      .digest('base64')}`,
    inlineScriptHash(),
  )
  assert.doesNotMatch(shown, /\sstyle=|\son[a-z]+=/)
})

test('nothing may frame a page, and nothing is loaded from elsewhere', () => {
  const { contentSecurityPolicy } = headersPolicy(true)
  const directives = typeof contentSecurityPolicy === 'object' ? (contentSecurityPolicy.directives ?? {}) : {}
  assert.deepEqual(directives['frameAncestors'], ["'none'"])
  assert.deepEqual(directives['defaultSrc'], ["'self'"])
  assert.deepEqual(directives['styleSrc'], ["'self'"])
})
