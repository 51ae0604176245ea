// The commands themselves, each in a process of its own, as a person or a timetable runs them.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, type TestContext, test } from 'node:test'
import { readCommand } from '../bin/command/arguments.ts'
import { type CommandName, commands } from '../bin/command/commands.ts'
import { grouped, table } from '../bin/command/scorecard-text.ts'
import { loadExample } from '../src/example/load.ts'
import { addAccount, addMembership, createPartnership } from '../src/platform/accounts/index.ts'
import { emptyDatabase, type FreshDatabase, freshDatabase } from './database/index.ts'

const root = join(import.meta.dirname, '..')
const now = Temporal.Instant.from('2009-05-06T09:30:00Z')

type Ended = { readonly code: number | null; readonly out: string; readonly err: string }

function goldthread(args: readonly string[], settings: Record<string, string> = {}, limit: string | null = null): Promise<Ended> {
  const { DATABASE_URL: _, APP_DATABASE_URL: __, DATA_DIR: ___, ...environment } = process.env
  const program = [process.execPath, join(root, 'bin/goldthread.ts'), ...args]
  const [command = '', ...rest] = limit === null ? program : ['/bin/sh', '-c', `ulimit -f ${limit}; exec "$@"`, 'sh', ...program]
  return new Promise(resolve => {
    const child = spawn(command, rest, { env: { ...environment, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] })
    let [out, err] = ['', '']
    child.stdout?.on('data', text => (out += text))
    child.stderr?.on('data', text => (err += text))
    child.on('close', code => resolve({ code, out, err }))
  })
}

function folder(t: TestContext): string {
  const made = mkdtempSync(join(tmpdir(), 'goldthread-command-'))
  t.after(() => rmSync(made, { recursive: true, force: true }))
  return made
}

const on = ({ ownerUrl }: Pick<FreshDatabase, 'ownerUrl'>) => ({ DATABASE_URL: ownerUrl })

describe('what is written wrongly is said', () => {
  const check = (line: string, expected: RegExp) =>
    test(`goldthread ${line}`, () => {
      const reading = readCommand(line.split(' ').filter(Boolean), commands)
      assert.equal(reading.kind, 'wrong')
      assert.match(reading.kind === 'wrong' ? reading.text : '', expected)
    })

  check('', /^Say what is to be done\. See: goldthread --help$/)
  check('bakcup x', /^There is no command bakcup x\. See: goldthread --help$/)
  check('--colour', /^There is no command --colour\./)
  check('user', /^Say which: goldthread user add\./)
  check('example', /^Say which: goldthread example load, goldthread example remove\./)
  check('example lode', /^Say which: goldthread example load, goldthread example remove\./)
  check('backup', /^Say FILE\. See: goldthread backup --help$/)
  check('backup a b', /^b is more than goldthread backup takes\./)
  check('backup --to a', /^--to is not an option of goldthread backup\./)
  check('backup verify', /^Say FILE\. See: goldthread backup verify --help$/)
  check('restore', /^Say FILE\./)
  check('serve now', /^now is more than goldthread serve takes\./)
  check('move', /^--to is needed\./)
  check('move --to', /^--to needs ADDRESS after it\./)
  check('import', /^Say KIND: indicators, targets or returns\./)
  check('import figures a.csv', /^KIND is indicators, targets or returns, not figures\./)
  check('import returns', /^Say FILE\./)
  check('import returns a.csv --map --good-rows', /^--map needs NAME after it\./)
  check('import returns a.csv --good-rows=no', /^--good-rows takes nothing after it\./)
  check('import returns a.csv --map a --map b', /^--map is given twice\./)
  check('scorecard --format xml', /^--format is table, csv or json, not xml\./)
  check('scorecard --by colour', /^--by is theme, outcome, lead or judgement, not colour\./)
  check('user add --name A --email a@b', /^--role is needed\./)
  check('user add --name A --email a@b --role king', /^--role is administrator, performance-officer or reader, not king\./)
})

describe('what is written rightly is understood', () => {
  const check = (line: string, command: CommandName, given: Record<string, string>) =>
    test(`goldthread ${line}`, () => assert.deepEqual(readCommand(line.split(' '), commands), { kind: 'run', command, given }))

  check('backup a.goldthread', 'backup', { FILE: 'a.goldthread' })
  check('backup verify a.goldthread', 'backup verify', { FILE: 'a.goldthread' })
  check('import returns --map NHS a.csv --good-rows', 'import', { KIND: 'returns', FILE: 'a.csv', map: 'NHS', 'good-rows': 'yes' })
  check('scorecard --period=2008-09-Q4 --by theme', 'scorecard', { period: '2008-09-Q4', by: 'theme' })
  check('backup -- --odd', 'backup', { FILE: '--odd' })
})

describe('help', () => {
  for (const name of Object.keys(commands))
    test(`goldthread ${name} --help`, () => {
      const reading = readCommand([...name.split(' '), '--help'], commands)
      assert.match(reading.kind === 'help' ? reading.text : '', new RegExp(`^goldthread ${name}`))
    })

  test('the guide has every command and every option', () => {
    const guide = readFileSync(join(root, 'docs/guide/commands.md'), 'utf8')
    const missing = Object.entries(commands).flatMap(([name, { options }]) => [
      ...(guide.includes(`goldthread ${name}`) ? [] : [name]),
      ...options.map(option => `--${option.name}`).filter(option => !guide.includes(option)),
    ])
    assert.deepEqual(missing, [])
  })

  test('the command ends with 0 for help and with 2 for what is written wrongly', async () => {
    const [help, wrong] = await Promise.all([goldthread(['help']), goldthread(['backup'])])
    assert.deepEqual([help.code, help.err], [0, ''])
    assert.deepEqual([wrong.code, wrong.out, wrong.err], [2, '', 'Say FILE. See: goldthread backup --help\n'])
  })
})

test('a scorecard in groups has an indicator under everything that it serves', () => {
  const rows = [
    { Indicator: 'Burglary', Themes: 'Safer; Stronger', Target: '10', Actual: '9', Judgement: 'on target' },
    { Indicator: 'Litter', Themes: '', 'Why not judged': 'no target' },
  ]
  assert.deepEqual(
    grouped(rows, 'theme').map(({ title, rows: within }) => [title, within.length]),
    [
      ['Safer', 1],
      ['Stronger', 1],
      ['Not under an outcome', 1],
    ],
  )
  const lines = table(grouped(rows, 'judgement')).split('\n')
  assert.match(lines[0] ?? '', /^Reference {2}Indicator {2}Target {2}Actual/)
  assert.ok(lines.includes('on target (1)') && lines.includes('no target (1)'))
})

test('a database is migrated, filled, shown, backed up, and restored elsewhere by commands alone', async t => {
  const here = { DATABASE_URL: await emptyDatabase(t) }
  const there = { DATABASE_URL: await emptyDatabase(t) }
  const file = join(folder(t), 'w.goldthread')

  const migrated = await goldthread(['migrate'], here)
  assert.equal(migrated.code, 0, migrated.err)
  assert.match(migrated.out, /^0001_platform\.sql\n(.*\n)*The database is as this version needs it now\.\n$/)
  assert.equal((await goldthread(['migrate'], here)).out, 'The database is as this version needs it.\n')
  assert.deepEqual(await goldthread(['scorecard'], here), {
    code: 1,
    out: '',
    err: 'There is no partnership yet: start Goldthread and set one up, or load the example.\n',
  })

  assert.match((await goldthread(['example', 'load'], here)).out, /^Wexcombe.* is there, at \/wexcombe\.\n$/)
  assert.match((await goldthread(['example', 'load'], here)).err, /^The example is there already/)

  const backedUp = await goldthread(['backup', file], here)
  assert.equal(backedUp.code, 0, backedUp.err)
  assert.match(backedUp.out, /w\.goldthread has [\d,]+ rows of \d+ tables\.\n$/)
  assert.match((await goldthread(['backup', file], here)).err, /is already there, and is left as it is: name another file\.\n$/)
  assert.match((await goldthread(['backup', 'verify', file])).out, /w\.goldthread is whole: [\d,]+ rows of \d+ tables, as they were on /)
  const restored = await goldthread(['restore', file], there)
  assert.equal(restored.code, 0, restored.err)
  assert.match(
    restored.out,
    /^[\d,]+ rows of \d+ tables are restored, as they were on .*; every table was compared with what was backed up\.\n$/,
  )
  const again = await goldthread(['restore', file], there)
  assert.deepEqual([again.code, again.out], [1, ''])
  assert.match(again.err, /^The database is not empty/)

  const [one, other] = await Promise.all([
    goldthread(['scorecard', '--format', 'csv'], here),
    goldthread(['scorecard', '--format', 'csv'], there),
  ])
  assert.equal(one.out, other.out)
  assert.match((await goldthread(['example', 'remove'], here)).out, /^Wexcombe.* is removed, with its people\.\n$/)
  assert.deepEqual((await goldthread(['example', 'remove'], here)).err, 'There is no example to remove.\n')
})

test('everything moves from one database to another with one command', async t => {
  const fresh = await freshDatabase(t)
  await loadExample(fresh.database, now)
  const target = await emptyDatabase(t)
  const moved = await goldthread(['move', '--to', target], on(fresh))
  assert.equal(moved.code, 0, moved.err)
  assert.match(moved.out, /are restored.*\nWhat was there is still there/)
  assert.match((await goldthread(['scorecard'], { DATABASE_URL: target })).out, /^Reference/)
})

test('a database of Goldthread’s own is moved to a server and back, and backed up while it is used', async t => {
  const [own, back] = [folder(t), folder(t)]
  for (const made of [own, back]) rmSync(made, { recursive: true })
  const server = await emptyDatabase(t)
  assert.match((await goldthread(['backup', tmpdir()], { DATA_DIR: own })).err, /^There are no data of Goldthread in /)
  const loaded = await goldthread(['example', 'load'], { DATA_DIR: own })
  assert.equal(loaded.code, 0, loaded.err)
  const out = await goldthread(['move', '--to', server], { DATA_DIR: own })
  assert.equal(out.code, 0, out.err)
  const home = await goldthread(['move', '--to', 'own', '--data-dir', back], { DATABASE_URL: server })
  assert.equal(home.code, 0, home.err)

  const serving = spawn(process.execPath, [join(root, 'bin/goldthread.ts'), 'serve'], {
    env: { ...process.env, DATA_DIR: back, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise(resolve => serving.once('close', resolve))
  try {
    let said = ''
    for await (const text of serving.stdout) {
      said += text
      if (said.includes('Goldthread is ready')) break
    }
    const [during, scorecard, restoring] = await Promise.all([
      goldthread(['backup', join(own, '..', `${back.split('/').at(-1)}.goldthread`)], { DATA_DIR: back }),
      goldthread(['scorecard'], { DATA_DIR: back }),
      goldthread(['restore', join(root, 'test/backups/0.1.0.goldthread')], { DATA_DIR: back }),
    ])
    t.after(() => rmSync(`${back}.goldthread`, { force: true }))
    assert.equal(during.code, 0, during.err)
    assert.match(scorecard.out, /^Reference/)
    assert.match(restoring.err, /^The database is not empty/)
  } finally {
    serving.kill('SIGTERM')
    await ended
  }
})

test('the scorecard is printed as a table, in groups, as CSV and as JSON', async t => {
  const fresh = await freshDatabase(t)
  await loadExample(fresh.database, now)
  const show = (...args: string[]) => goldthread(['scorecard', ...args], on(fresh))
  const [plain, themes, csv, json, wrong] = await Promise.all([
    show('--period', '2008-09-Q4'),
    show('--by', 'theme'),
    show('--format', 'csv'),
    show('--format', 'json', '--period', '2008-09'),
    show('--period', 'someday'),
  ])
  assert.match(plain.out, /^Reference +Indicator +Target +Actual +Period +Judgement\n-+/)
  assert.match(plain.out, /on target/)
  assert.match(themes.out, /\n\n\w.* \(\d+\)\n/)
  assert.match(csv.out, /^\uFEFF?Reference,Indicator,/)
  const rows: Record<string, string>[] = JSON.parse(json.out)
  assert.ok(rows.length > 5 && rows.every(row => 'Judgement' in row))
  assert.deepEqual(wrong, { code: 1, out: '', err: 'someday is not a period: write it as 2008-09-Q4, 2008-09, or latest.\n' })
  assert.match((await show('--area', 'Atlantis')).err, /^Wexcombe.* has no area Atlantis\.\n$/)
  assert.match((await show('--partnership', 'elmbridge')).err, /^There is no partnership elmbridge\. There are: wexcombe\.\n$/)
})

test('somebody is added, with a link; the example takes nobody', async t => {
  const fresh = await freshDatabase(t)
  await fresh.database.platform(db => createPartnership(db, { slug: 'elmbridge', name: 'Elmbridge Partnership', isExample: false }))
  const add = (...args: string[]) =>
    goldthread(['user', 'add', '--name', 'Olwen Hart', '--role', 'administrator', ...args], {
      ...on(fresh),
      PUBLIC_URL: 'https://thread.example',
    })
  const added = await add('--email', 'Olwen.Hart@elmbridge.example')
  assert.equal(added.code, 0, added.err)
  assert.match(added.out, /^Olwen Hart is added to Elmbridge Partnership\..*\nhttps:\/\/thread\.example\/invitation\/\S{20,}\n$/)
  assert.match((await add('--email', 'olwen.hart@elmbridge.example')).err, /^Olwen Hart belongs to this partnership already\.\n$/)
  assert.deepEqual((await add('--email', 'nowhere')).code, 1)
  await loadExample(fresh.database, now)
  assert.match((await add('--email', 'b@elmbridge.example')).err, /^Say which with --partnership: elmbridge, wexcombe\.\n$/)
  assert.match((await add('--email', 'b@elmbridge.example', '--partnership', 'wexcombe')).err, /^Nobody can be added to the example/)
})

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

test('a disk that takes no more is said, and no half of a backup is left', async t => {
  const fresh = await freshDatabase(t)
  await loadExample(fresh.database, now)
  const inside = folder(t)
  const { code, err } = await goldthread(['backup', join(inside, 'a.goldthread')], on(fresh), '20')
  assert.equal(code, 1)
  assert.match(err, /^The backup could not be written to .*: the file may not become so large\. Nothing is left of it\.\n$/)
  assert.deepEqual(readdirSync(inside), [])
})

test('a setting that is wrong, and a server that does not answer, are said', async () => {
  const wrong = await goldthread(['migrate'], { DATABASE_URL: 'here' })
  assert.deepEqual([wrong.code, wrong.out], [1, ''])
  assert.match(wrong.err, /^DATABASE_URL must be the address of a PostgreSQL database/)
})
