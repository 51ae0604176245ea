// Bringing a file in by a command, with nobody there to be asked.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadExample } from '../src/example/load.ts'
import { addAccount, addMembership, createPartnership } from '../src/platform/accounts/index.ts'
import { folder, goldthread, now, on, root } from './command/goldthread.ts'
import { freshDatabase } from './database/index.ts'

test('a file of returns is imported, once; what would have to be asked is refused and leaves nothing', async t => {
  const fresh = await freshDatabase(t)
  await loadExample(fresh.database, now)
  const [person] = await fresh.owner<{ email: string }[]>`
    select a.email from platform.account a join platform.membership m on m.account_id = a.id where m.role <> 'reader' order by a.id limit 1`
  const [indicator] = await fresh.owner<{ reference: string; area: string }[]>`
    select i.reference, a.name as area
      from performance.indicator i, partnership.area a
     where i.frequency = 'quarter' and i.reference is not null and i.closed_on is null and i.value_type = 'number' 
     order by i.id, a.id limit 1`
  const { reference, area } = indicator ?? { reference: '', area: '' }
  const inside = folder(t)
  const bring = (text: string, ...args: string[]) => {
    const file = join(inside, 'returns.csv')
    writeFileSync(file, text)
    return goldthread(['import', 'returns', file, '--as', person?.email ?? '', ...args], on(fresh))
  }
  const returns = async () => (await fresh.owner<{ count: number }[]>`select count(*) as count from performance.data_return`)[0]?.count ?? 0
  const imports = async () => (await fresh.owner<{ count: number }[]>`select count(*) as count from performance.data_import`)[0]?.count ?? 0
  const before = await returns()
  const heading = 'Reference,Area,Period,Value\n'
  const good = `${heading}${reference},${area},Q1 2011-12,12\n${reference},${area},Q2 2011-12,13\n`

  const imported = await bring(good)
  assert.equal(imported.code, 0, imported.err)
  assert.match(imported.out, /returns\.csv: 2 rows: 2 new, 0 revised, 0 unchanged, 0 refused\.\nIt is imported\.\n$/)
  assert.equal(await returns(), before + 2)
  const twice = await bring(good)
  assert.equal(twice.code, 0, twice.err)
  assert.match(twice.out, /2 unchanged, 0 refused\.\nThere is nothing new in it\.\n$/)
  assert.equal(await imports(), 1)

  const bad = `${heading}${reference},${area},Q3 2011-12,14\n${reference},${area},Q4 2011-12,many\nNI 999,${area},Q3 2011-12,1\n${reference},Atlantis,Q3 2011-12,1\n`
  const refused = await bring(bad)
  assert.equal(refused.code, 1)
  assert.match(refused.err, /^Nothing is imported\.\n/)
  assert.deepEqual([await returns(), await imports()], [before + 2, 1])
  const some = await bring(bad, '--good-rows')
  assert.equal(some.code, 0, some.err)
  assert.match(some.out, /line 3, Value: “many”: /)
  assert.equal(await returns(), before + 3)

  // Side by side: an empty cell is no return.
  const wide = await bring(`Reference,Area,Q1 2011-12,Q1 2012-13,Q2 2012-13,Q3 2012-13\n${reference},${area},12,21,,many\n`, '--good-rows')
  assert.equal(wide.code, 0, wide.err)
  assert.match(wide.out, /1 row: 1 new, 0 revised, 1 unchanged, 1 refused, 1 without a value\./)
  assert.match(wide.out, /line 2, Q3 2012-13: “many”: /)
  assert.equal(await returns(), before + 4)

  const nobody = await goldthread(['import', 'returns', join(inside, 'returns.csv')], on(fresh))
  assert.match(nobody.err, /^Say as whom with --as: /)
  assert.match((await bring(good, '--as=nobody@nowhere.example')).err, /--as is given twice/)
  assert.match((await bring(good, '--map', 'Somebody')).err, /Nothing is remembered of Somebody for returns/)
  assert.match((await bring(good, '--agreement', '999')).err, /^There is no agreement 999: \d+ \(/)
  assert.match((await bring('nonsense')).err, /^Nothing is imported\.\n/)
  const missing = await goldthread(['import', 'returns', 'nowhere.csv', '--as', person?.email ?? ''], on(fresh))
  assert.deepEqual(missing, { code: 1, out: '', err: 'There is no file nowhere.csv.\n' })
})

test('a reader’s name is not put to an import', async t => {
  const fresh = await freshDatabase(t)
  await fresh.database.platform(async db => {
    const partnershipId = await createPartnership(db, { slug: 'elmbridge', name: 'Elmbridge Partnership', isExample: false })
    const accountId = await addAccount(db, { email: 'r@elmbridge.example', name: 'Dafydd Rees', passphraseHash: null, isExample: false })
    await addMembership(db, { partnershipId, accountId, role: 'reader' })
  })
  const file = join(root, 'README.md')
  assert.match(
    (await goldthread(['import', 'returns', file], on(fresh))).err,
    /^Nobody in Elmbridge Partnership may do that: add somebody first/,
  )
  assert.match(
    (await goldthread(['import', 'returns', file, '--as', 'r@elmbridge.example'], on(fresh))).err,
    /^Dafydd Rees may not do that: they are a reader of Elmbridge Partnership\.\n$/,
  )
})

test('people are imported without an agreement, once', async t => {
  const fresh = await freshDatabase(t)
  await fresh.database.platform(async db => {
    const partnershipId = await createPartnership(db, { slug: 'elmbridge', name: 'Elmbridge Partnership', isExample: false })
    const accountId = await addAccount(db, { email: 'o@elmbridge.example', name: 'Olu', passphraseHash: null, isExample: false })
    await addMembership(db, { partnershipId, accountId, role: 'performance-officer' })
  })
  const file = join(folder(t), 'people.csv')
  writeFileSync(file, 'Group,Layer,Type,Role,Name,Organisation\nElmbridge Board,Strategic,Board,Chair,Amina Khan,Elmbridge Council\n')
  const bring = () => goldthread(['import', 'people', file, '--as', 'o@elmbridge.example'], on(fresh))
  assert.match((await bring()).out, /1 row: 1 new, 0 revised, 0 unchanged, 0 refused\.\nIt is imported\.\n$/)
  assert.match((await bring()).out, /1 unchanged, 0 refused\.\nThere is nothing new in it\.\n$/)
  writeFileSync(file, 'Group,Role,Name\nElmbridge Board,Wizard,Bea Moss\n')
  const refused = await bring()
  assert.equal(refused.code, 1)
  assert.match(refused.out, /line 2, Role: “Wizard”: A role is Chair/)
})
