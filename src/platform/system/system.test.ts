import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { type Facts, linesOf } from './system.ts'

const now = Temporal.Instant.from('2009-05-06T09:30:00Z')
const well: Facts = {
  now,
  version: '0.1.0',
  uptimeSeconds: 90_000,
  database: { version: '15.18 (Debian 15.18-0+deb12u1)', isOwn: false },
  disk: { free: 80e9, size: 250e9 },
  migrations: { applied: 8, known: 8 },
  queue: { waiting: 0, running: 0, oldestWaitingSeconds: 0 },
  troubles: [],
  mail: { by: 'SMTP through mail.example, port 587', waiting: 0, troubles: [] },
  failedSignIns: { lastHour: 2, lastDay: 9 },
  memory: { used: 180e6, left: 5.2e9, all: 8e9 },
}
const jobNames = { 'keep-data-import': 'Importing a file' }

test('when all is well each line says how it stands, and nothing is to be done', () => {
  const lines = linesOf(well, jobNames)
  assert.deepEqual(
    lines.map(({ about, says }) => `${about}: ${says}`),
    [
      'Database: Answers: PostgreSQL 15.18, on a server',
      'Disk: 80.0 GB of 250.0 GB are free where the database is kept',
      'Form of the database: Migration 8',
      'Long work: Nothing is being done, nothing waiting',
      'Long work that failed: None in the last week',
      'Mail: Goes by SMTP through mail.example, port 587; none waits to be sent, none had trouble in the last week',
      'Failed sign-ins: 2 in the last hour, 9 in the last day, in all partnerships of this Goldthread',
      'Memory: Goldthread takes 180 MB; 5.2 GB of 8.0 GB are left',
      'Goldthread: Version 0.1.0, running for 25 hours',
    ],
  )
  assert.deepEqual(
    lines.filter(({ toDo }) => toDo !== null),
    [],
  )
})

describe('what is to be looked at', () => {
  const check = (name: string, facts: Partial<Facts>, about: string, toDo: RegExp) =>
    test(name, () => {
      const amiss = linesOf({ ...well, ...facts }, jobNames).filter(line => line.toDo !== null)
      assert.deepEqual(
        amiss.map(line => line.about),
        [about],
      )
      assert.match(amiss[0]?.toDo ?? '', toDo)
    })

  check('a small disk that is nearly full', { disk: { free: 1.9e9, size: 20e9 } }, 'Disk', /^Make room/)
  check('a large disk that is nearly full', { disk: { free: 40e9, size: 1000e9 } }, 'Disk', /^Make room/)
  check('a newer Goldthread beside this one', { migrations: { applied: 9, known: 8 } }, 'Form of the database', /^A newer Goldthread/)
  check('work that nobody takes up', { queue: { waiting: 3, running: 1, oldestWaitingSeconds: 301 } }, 'Long work', /start it again/)
  check('many failed sign-ins', { failedSignIns: { lastHour: 30, lastDay: 30 } }, 'Failed sign-ins', /guessing passphrases/)
  check('little memory', { memory: { used: 180e6, left: 100e6, all: 8e9 } }, 'Memory', /^The machine is short of memory/)
})

describe('a job that failed is told in plain words', () => {
  const check = (problem: string, isGivenUp: boolean, expected: string) =>
    test(problem, () => {
      const troubles = [{ id: 12, kind: 'keep-data-import', problem, at: now, isGivenUp }]
      const line = linesOf({ ...well, troubles }, jobNames).find(({ about }) => about === 'Long work that failed')
      assert.deepEqual(line?.details, [expected])
      assert.match(line?.toDo ?? '', /^Do what it was for once more/)
    })

  check(
    'could not extend file "base/1/2": No space left on device',
    true,
    'Importing a file: given up on 6 May 2009, 10:30am. The disk is full (job-12 in the log)',
  )
  check(
    'write CONNECTION_CLOSED localhost:5432',
    false,
    'Importing a file: failed, and is tried again on 6 May 2009, 10:30am. The database stopped meanwhile (job-12 in the log)',
  )
  check(
    'division by zero',
    true,
    'Importing a file: given up on 6 May 2009, 10:30am. Something went wrong in Goldthread, which says: division by zero (job-12 in the log)',
  )
})
