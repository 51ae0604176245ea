// node bin/breached.ts LIST: makes src/platform/accounts/passphrase/breached.bin from a list of passwords, one on a line.
// docs/data-sources.md says from which list it was made.
import { readFileSync, writeFileSync } from 'node:fs'
import { breachedFile, digestsOf, shortest } from '../src/platform/accounts/index.ts'

const [list = ''] = process.argv.slice(2)
const digests = digestsOf(readFileSync(list, 'utf8').split(/\r?\n/), shortest)
writeFileSync(breachedFile, digests)
console.log(`${digests.length} bytes`)
