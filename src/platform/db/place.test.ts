import assert from 'node:assert/strict'
import { lstatSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import test from 'node:test'
import { hasLinks } from './place.ts'

test('links that npm did not make, because install scripts are switched off, are made', t => {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-links-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const native = join(folder, 'native')
  mkdirSync(join(native, 'lib'), { recursive: true })
  writeFileSync(join(native, 'lib', 'libpq.so.5.17'), 'the library')
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify(['native/lib/libpq.so', 'native/lib/libpq.so.5'].map(target => ({ source: 'native/lib/libpq.so.5.17', target }))),
  )
  for (let time = 0; time < 2; time++) assert.equal(hasLinks(native), true)
  assert.equal(readFileSync(join(native, 'lib', 'libpq.so.5'), 'utf8'), 'the library')
  assert.ok(lstatSync(join(native, 'lib', 'libpq.so')).isSymbolicLink())
  // Relative, so that the folder may be moved.
  assert.equal(readlinkSync(join(native, 'lib', 'libpq.so')), 'libpq.so.5.17')
})
