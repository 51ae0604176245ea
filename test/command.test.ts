// The commands as they are read, and those that show and add: each in a process of its own, as a person or a timetable runs them.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { describe, test } from 'node:test'
import { unzipSync } from 'fflate'
import { readCommand } from '../bin/command/arguments.ts'
import { type CommandName, commands } from '../bin/command/commands.ts'
import { grouped, table } from '../bin/command/scorecard-text.ts'
import { loadExample } from '../src/example/load.ts'
import { addAccount, addMembership, createPartnership, startSession } from '../src/platform/accounts/index.ts'
import { goldthread, now, on, root } from './command/goldthread.ts'
import { freshDatabase } from './database/index.ts'

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
  check('user', /^Say which: goldthread user add, goldthread user recover\./)
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
  check('import', /^Say KIND: people, indicators, targets or returns\./)
  check('import figures a.csv', /^KIND is people, indicators, targets or returns, not figures\./)
  check('import returns', /^Say FILE\./)
  check('import returns a.csv --map --good-rows', /^--map needs NAME after it\./)
  check('import returns a.csv --good-rows=no', /^--good-rows takes nothing after it\./)
  check('import returns a.csv --map a --map b', /^--map is given twice\./)
  check('scorecard --format xml', /^--format is table, csv, json, xlsx or ods, not xml\./)
  check('scorecard --by colour', /^--by is theme, outcome, lead, group, area or judgement, not colour\./)
  check('user add --name A --email a@b', /^--role is needed\./)
  check(
    'user add --name A --email a@b --role king',
    /^--role is administrator, performance-officer, finance-officer, contributor, auditor, scrutiny or reader, not king\./,
  )
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
  assert.match((await show('--format', 'ods')).err, /^Say into which file: --out scorecard\.ods\n$/)
  const file = join(await mkdtemp(join(tmpdir(), 'goldthread-')), 'scorecard.xlsx')
  t.after(() => rm(dirname(file), { recursive: true }))
  assert.deepEqual(await show('--format', 'xlsx', '--out', file), { code: 0, out: '', err: '' })
  assert.ok('xl/worksheets/sheet1.xml' in unzipSync(await readFile(file)))
  assert.match((await show('--format', 'csv', '--out', dirname(file))).err, /^The scorecard could not be written to /)
  assert.match((await show('--by', 'area')).out, /\n\nWexcombe \(\d+\)\n/)
  assert.match((await show('--area', 'Atlantis')).err, /^Wexcombe.* has no area Atlantis\.\n$/)
  assert.match(
    (await show('--partnership', 'elmbridge')).err,
    /^There is no partnership elmbridge\. There are: wexcombe, kingsferry, arnemouth\.\n$/,
  )
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
  assert.match(
    (await add('--email', 'b@elmbridge.example')).err,
    /^Say which with --partnership: elmbridge, wexcombe, kingsferry, arnemouth\.\n$/,
  )
  assert.match((await add('--email', 'b@elmbridge.example', '--partnership', 'wexcombe')).err, /^Nobody can be added to the example/)
})

test('somebody who has lost everything is let in again by a link, and by nothing from before', async t => {
  const fresh = await freshDatabase(t)
  const accountId = await fresh.database.platform(async db => {
    const partnershipId = await createPartnership(db, { slug: 'elmbridge', name: 'Elmbridge Partnership', isExample: false })
    const accountId = await addAccount(db, { email: 'olwen@elmbridge.example', name: 'Olwen Hart', passphraseHash: 'x', isExample: false })
    await addMembership(db, { partnershipId, accountId, role: 'administrator' })
    await startSession(db, { accountId, now, address: '', agent: '' })
    return accountId
  })
  await fresh.owner`
    insert into platform.authenticator (account_id, sealed_key, last_step, created_at) values (${accountId}, 'x', 1, now())`
  await fresh.owner`insert into platform.recovery_code (account_id, code_digest) values (${accountId}, sha256('x'))`
  const recover = (email: string) => goldthread(['user', 'recover', email], { ...on(fresh), PUBLIC_URL: 'https://thread.example' })
  assert.deepEqual(await recover('nobody@elmbridge.example'), { code: 1, out: '', err: 'Nobody signs in with nobody@elmbridge.example.\n' })

  const recovered = await recover('Olwen@Elmbridge.example')
  assert.equal(recovered.code, 0, recovered.err)
  assert.match(recovered.out, /^Olwen Hart is signed out everywhere.*\nhttps:\/\/thread\.example\/invitation\/[\w-]{43}\n$/s)
  for (const table of ['session', 'authenticator', 'recovery_code'])
    assert.equal((await fresh.owner`select from platform.${fresh.owner(table)} where account_id = ${accountId}`).length, 0, table)
  const [account] = await fresh.owner`select passphrase_hash from platform.account where id = ${accountId}`
  assert.equal(account?.['passphraseHash'], null)
  const events = await fresh.owner<{ act: string; who: string }[]>`
    select act, who from platform.history where subject = 'platform.account' and act in ('factor-removed', 'invited') order by id`
  assert.deepEqual(
    [...events].map(({ act, who }) => `${act} by ${who}`),
    ['factor-removed by Whoever runs Goldthread', 'invited by Whoever runs Goldthread'],
  )
})

test('a setting that is wrong, and a server that does not answer, are said', async () => {
  const wrong = await goldthread(['migrate'], { DATABASE_URL: 'here' })
  assert.deepEqual([wrong.code, wrong.out], [1, ''])
  assert.match(wrong.err, /^DATABASE_URL must be the address of a PostgreSQL database/)
})

test('a history is verified, and what was done to it is said', async t => {
  const fresh = await freshDatabase(t)
  const verify = (...args: string[]) => goldthread(['history', 'verify', ...args], on(fresh))
  assert.match((await verify()).err, /^There is no partnership yet, and no history\.\n$/)
  await loadExample(fresh.database, now)
  const whole = await verify()
  assert.deepEqual([whole.code, whole.err], [0, ''])
  const [, count = '', head = ''] =
    /^wexcombe: ([\d,]+) entries\. None was removed, altered, put in or cut off\. It stands at (\d+:[0-9a-f]{64})\n/.exec(whole.out) ?? []
  assert.ok(Number(count.replaceAll(',', '')) > 100)
  const [again, wrong, nobody] = await Promise.all([
    verify('--partnership', 'wexcombe', '--head', head),
    verify('--head', '12'),
    verify('--partnership', 'elmbridge'),
  ])
  assert.match(again.out, /It still holds what it held at [\d,]+ entries\./)
  assert.match(wrong.err, /^--head is written as the log and a backup have it: a count, a colon, and 64 digits and letters\.\n$/)
  assert.match(nobody.err, /^There is no partnership elmbridge\. There are: .*wexcombe.*\.\n$/)

  await fresh.owner`update platform.history set who = 'Nobody' where id = (select entry_id from platform.history_link where number = 7 and partnership_id = (select id from platform.partnership where slug = 'wexcombe'))`
  const broken = await verify()
  assert.equal(broken.code, 1)
  assert.doesNotMatch(broken.out, /wexcombe/)
  assert.match(broken.err, /, and the chain is broken\.\n {2}Entry 7 \(id \d+\) was altered: it names another than who it was\.\n$/)
})
