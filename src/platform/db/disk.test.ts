import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type DiskTrouble, diskTrouble, diskTroubleAt, diskTroubleIn } from './disk.ts'

test('what a disk has to do with a fault is found in its code or its words', () => {
  const check = (fault: object, expected: DiskTrouble | null) =>
    assert.equal(diskTrouble(Object.assign(new Error('It did not work'), fault)), expected, JSON.stringify(fault))
  check({ code: '53100' }, 'full')
  check({ code: 'ENOSPC' }, 'full')
  check({ code: 'EDQUOT' }, 'full')
  check({ code: 'EROFS' }, 'read-only')
  check({ code: '42501', message: 'could not create file "base/5/16384": Read-only file system' }, 'read-only')
  check({ code: '58030', message: 'could not write block 3: Input/output error' }, 'failing')
  check({ code: '42501', message: 'permission denied for table account' }, null)
  assert.equal(diskTrouble('No space left on device'), null)
})

test('it is found in what PostgreSQL writes into its log', () => {
  assert.equal(diskTroubleIn('PANIC:  could not write to file "pg_wal/xlogtemp.31": No space left on device\nLOG:  terminating'), 'full')
  assert.equal(diskTroubleIn('FATAL:  could not open file "postmaster.pid": Read-only file system'), 'read-only')
  assert.equal(diskTroubleIn('LOG:  database system is ready to accept connections'), null)
})

test('nothing is said of a disk with room, and of a file that is not there', () => {
  assert.equal(diskTroubleAt(import.meta.filename), null)
  assert.equal(diskTroubleAt('/there/is/no/such/file'), null)
})
