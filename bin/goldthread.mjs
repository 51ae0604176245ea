#!/usr/bin/env node
// npx goldthread <command>: see docs/guide/commands.md. Under the Node that Goldthread brings, as everything else.
process.argv.splice(2, 0, 'bin/goldthread.ts')
await import('./run.mjs')
