import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyHelmetOptions } from '@fastify/helmet'
import { govuk } from './templates.ts'

/**
 * What a browser may do with our pages: load from us, and nothing inline but the one line with which govuk-frontend's page template says that
 * script runs. Its hash is taken from the template itself, so that an upgrade cannot leave a stale one.
 */
export function headersPolicy(secure: boolean): FastifyHelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", `'${inlineScriptHash()}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    // Never no-referrer: browsers then say "Origin: null" on our own forms, which we could not tell from a stranger's.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 365 * 24 * 60 * 60 } : false,
    crossOriginOpenerPolicy: secure,
    frameguard: { action: 'deny' },
  }
}

/**
 * Of what somebody put in: nothing in it loads or runs, and it is in no frame. One that is shown opens in the browser's own viewer, which a sandbox would
 * keep from opening.
 */
const stillness = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
export const policyOfOthers = { saved: `${stillness}; sandbox`, shown: stillness } as const

export function inlineScriptHash(): string {
  const template = readFileSync(join(govuk, 'dist/govuk/template.njk'), 'utf8')
  const inline = [...template.matchAll(/<script(?:\s[^>]*|\{%.*?%\})*>([^<]*)<\/script>/g)].map(([, source]) => source ?? '')
  if (inline.length !== 1 || inline[0] === undefined) throw new Error('The page template has another number of inline scripts than one')
  return `sha256-${createHash('sha256').update(inline[0]).digest('base64')}`
}
