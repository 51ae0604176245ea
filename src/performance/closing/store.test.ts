import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { type FreshApp, freshApp } from '../../../test/web/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { examplePeriod } from '../judgement/example.ts'
import { exampleLock, exampleSetting, type Setting } from './example.ts'
import { addLocking, lockIndicators } from './store.ts'

const app: FreshApp = await freshApp({ after })
const setting: Setting = await exampleSetting(app)
const { burglary, fires, county } = setting

/** A figure and a target of both indicators in Q4 2008-09 and in the quarter before; the first is locked for burglaries. */
beforeEach(async () => {
  await app.owner`truncate performance.locking, performance.data_return, performance.target cascade`
  await app.visit('write', async db => {
    for (const indicator of [burglary, fires])
      for (const [first, last] of [
        ['2008-10-01', '2008-12-31'],
        ['2009-01-01', '2009-03-31'],
      ]) {
        await db`insert into performance.data_return (indicator_id, area_id, starts_on, ends_on, revision, value, reported_by_name)
                 values (${indicator}, ${county}, ${first ?? ''}, ${last ?? ''}, 1, 40, 'Tom Ellery')`
        await db`insert into performance.target (indicator_id, area_id, kind, starts_on, ends_on, value)
                 values (${indicator}, ${county}, 'target', ${first ?? ''}, ${last ?? ''}, 38)`
      }
  })
  await exampleLock(app, setting, [burglary])
})

describe('while a period of an indicator is locked, the database takes nothing of it', () => {
  const check = (what: string, isTaken: boolean, write: (db: Db) => Promise<unknown>) =>
    test(`${what}: ${isTaken ? 'taken' : 'refused'}`, async () => {
      const writing = app.visit('write', async db => void (await write(db)))
      if (isTaken) await writing
      else await assert.rejects(writing, { message: `The period of indicator ${burglary} that ends on ${'2009-03-31'} is locked` })
    })
  const returned = (db: Db, indicator: number, startsOn: string, endsOn: string, revision: number) => db`
    insert into performance.data_return (indicator_id, area_id, starts_on, ends_on, revision, is_latest, value, reported_by_name)
    values (${indicator}, ${county}, ${startsOn}, ${endsOn}, ${revision}, false, 41, 'Tom Ellery')`
  const aimed = (db: Db, indicator: number, kind: string, endsOn: string) => db`
    insert into performance.target (indicator_id, area_id, kind, starts_on, ends_on, value)
    values (${indicator}, ${county}, ${kind}, '2009-01-01', ${endsOn}, 37)`

  check('a revision', false, db => returned(db, burglary, '2009-01-01', '2009-03-31', 2))
  check('a return for twelve months that end with it', false, db => returned(db, burglary, '2008-04-01', '2009-03-31', 1))
  check('many returns, one of which is of it', false, async db => {
    await db`
      insert into performance.data_return (indicator_id, area_id, starts_on, ends_on, revision, is_latest, value, reported_by_name)
      select indicator_id, area_id, starts_on, ends_on, 2, false, 41, 'Tom Ellery' from performance.data_return`
  })
  check(
    'that a return is no longer the latest',
    false,
    db => db`update performance.data_return set is_latest = false where indicator_id = ${burglary} and ends_on = '2009-03-31'`,
  )
  check(
    'that a return vanishes',
    false,
    db => db`delete from performance.data_return where indicator_id = ${burglary} and ends_on = '2009-03-31'`,
  )
  check('another target', false, db => aimed(db, burglary, 'stretch', '2009-03-31'))
  check(
    'another value of its target',
    false,
    db => db`update performance.target set value = 37 where indicator_id = ${burglary} and ends_on = '2009-03-31'`,
  )
  check(
    'a target that is moved into it',
    false,
    db => db`
      update performance.target set kind = 'stretch', starts_on = '2009-01-01', ends_on = '2009-03-31'
       where indicator_id = ${burglary} and ends_on = '2008-12-31'`,
  )
  check(
    'that its target vanishes',
    false,
    db => db`delete from performance.target where indicator_id = ${burglary} and ends_on = '2009-03-31'`,
  )

  check('a revision of the quarter before', true, db => returned(db, burglary, '2008-10-01', '2008-12-31', 2))
  check('a return of the quarter after', true, db => returned(db, burglary, '2009-04-01', '2009-06-30', 1))
  check('the target of a year that ends later', true, db => aimed(db, burglary, 'target', '2009-12-31'))
  check('another indicator’s revision', true, db => returned(db, fires, '2009-01-01', '2009-03-31', 2))
})

test('what is unlocked is written again', async () => {
  await app.visit('write', async db => {
    await db`delete from performance.locked_indicator`
    await db`update performance.target set value = 37 where indicator_id = ${burglary}`
  })
})

test('whoever writes while somebody is locking waits, and is refused', async () => {
  const locked = Promise.withResolvers<void>()
  const written = Promise.withResolvers<void>()
  const locking = app.visit('write', async db => {
    await lockIndicators(db, setting.agreementId)
    const period = examplePeriod('2008-09-Q4')
    const lockedAt = Temporal.Instant.from('2009-05-06T09:00:00Z')
    const lock = { ...period, agreementId: setting.agreementId, reason: '', lockedAt, lockedBy: null, lockedByName: 'Amina Siddiqui' }
    await addLocking(db, lock, [fires])
    locked.resolve()
    await written.promise
  })
  await locked.promise
  const writing = app.visit(
    'write',
    async db =>
      void (await db`
      insert into performance.data_return (indicator_id, area_id, starts_on, ends_on, revision, is_latest, value, reported_by_name)
      values (${fires}, ${county}, '2009-01-01', '2009-03-31', 2, false, 41, 'Tom Ellery')`),
  )
  const outcome = writing.then(
    () => 'written',
    (error: Error) => error.message,
  )
  assert.equal(await Promise.race([outcome, sleep(200, 'waits')]), 'waits')
  written.resolve()
  await locking
  assert.equal(await outcome, `The period of indicator ${fires} that ends on 2009-03-31 is locked`)
})

test('a partnership that is removed takes its locked periods with it', async () => {
  await assert.rejects(
    async () =>
      app.owner.begin(async owner => {
        await owner`delete from platform.partnership where id = ${app.partnershipId}`
        const [left] = await owner`select count(*) as count from performance.data_return`
        assert.equal(left?.['count'], 0)
        throw new Error('not kept')
      }),
    /not kept/,
  )
})
