// The rules that keep the house, each of them seen to work: a check that nobody has seen fail guards nothing.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { sqlIn, sqlOfOthers } from './architecture/sql.ts'

type Rule = { readonly name: string; readonly comment: string; readonly severity: string; readonly from: { readonly path?: string } }
type Cruise = {
  readonly modules: readonly { readonly source: string; readonly dependencies: readonly unknown[] }[]
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string; readonly to: string }[]
  }
}

const root = join(import.meta.dirname, '..')
const rules: readonly Rule[] = createRequire(import.meta.url)('../.dependency-cruiser.cjs').forbidden
const modules = readdirSync(join(root, 'src'), { withFileTypes: true })
  .filter(entry => entry.isDirectory() && !['kernel', 'platform', 'example'].includes(entry.name))
  .map(({ name }) => name)

describe('boundaries', () => {
  const inTheBadHouse = [
    'actions-looks-down: src/actions/upwards/pages.ts → src/meetings/index.ts',
    'assurance-looks-down: src/assurance/upwards/pages.ts → src/meetings/index.ts',
    'commissioning-looks-down: src/commissioning/upwards/pages.ts → src/meetings/index.ts',
    'delivery-looks-down: src/delivery/upwards/pages.ts → src/reporting/index.ts',
    'example-is-loaded-from-outside: src/example/index.ts → src/config.ts',
    'kernel-knows-nobody: src/kernel/greedy.ts → src/platform/db/index.ts',
    'meetings-looks-down: src/meetings/upwards/pages.ts → src/reporting/index.ts',
    'no-circular: src/platform/chicken.ts → src/platform/egg.ts',
    'no-dead-end: src/platform/nowhere.ts → ./lost.ts',
    'nobody-knows-the-top: src/performance/settings/pages.ts → src/config.ts',
    'only-the-database-knows-the-driver: src/performance/homemade/store.ts → node_modules/postgres/src/index.js',
    'partnership-looks-down: src/partnership/upwards/pages.ts → src/performance/index.ts',
    'performance-looks-down: src/performance/upwards/pages.ts → src/actions/index.ts',
    'platform-has-doors-inside: src/platform/web/window.ts → src/platform/db/pool.ts',
    'platform-has-doors: src/performance/backdoor/pages.ts → src/platform/db/pool.ts',
    'platform-knows-no-module: src/platform/web/curious.ts → src/performance/index.ts',
    'reporting-looks-down: src/reporting/upwards/pages.ts → src/hub/index.ts',
    'rules-are-pure: src/performance/impure/impure.ts → node_modules/zod/index.js',
    'rules-are-pure: src/performance/impure/impure.ts → src/performance/judgement/store.ts',
    'rules-are-pure: src/performance/impure/impure.ts → src/platform/db/index.ts',
    'rules-ask-no-machine: src/performance/impure/chance.ts → crypto',
    'rules-take-types-only: src/performance/impure/view.ts → src/partnership/index.ts',
    'settings-are-plain: src/config.ts → process',
    'tests-serve-tests: src/performance/staged/pages.ts → src/performance/judgement/example.ts',
    'thread-looks-down: src/thread/upwards/pages.ts → src/reporting/index.ts',
    'use-the-door-from-above: src/main.ts → src/performance/judgement/store.ts',
    'use-the-door: src/performance/window/pages.ts → src/partnership/organisation/store.ts',
    'what-runs-is-installed: src/performance/homemade/pages.ts → node_modules/fast-check/lib/fast-check.js',
  ]

  test('every breach in the bad house is found, and nothing else', () => {
    assert.deepEqual(breaches(cruise('test/bad-house', 'src')), [...inTheBadHouse].sort())
  })

  test('every rule has a breach in the bad house, and says why it is a rule', () => {
    assert.deepEqual(rules.map(({ name }) => name).sort(), [...new Set(inTheBadHouse.map(breach => breach.split(':')[0]))].sort())
    for (const { name, comment, severity } of rules) {
      assert.match(comment, /^\w.{40,}\.$/s, name)
      assert.equal(severity, 'error', name)
    }
  })

  test('the source has none, and every file of it was read', () => {
    const found = cruise('.', 'src', 'bin')
    assert.deepEqual(breaches(found), [])

    const read = new Map(found.modules.map(({ source, dependencies }) => [source, dependencies.length]))
    const unread = globSync(['src/**/*.ts', 'bin/**/*.ts'], { cwd: root }).filter(file => {
      const imports = /^(import|export) [^'"`]*from '/m.test(readFileSync(join(root, file), 'utf8'))
      return (read.get(file) ?? -1) < (imports ? 1 : 0)
    })
    assert.deepEqual(unread, [], 'dependency-cruiser saw no imports in these')
    assert.ok(read.size > 50, `only ${read.size} files were read`)
  })

  test('every folder of the source is a module of the table, with a door', () => {
    const anyModule = new RegExp(rules.find(({ name }) => name === 'use-the-door')?.from.path ?? '^$')
    assert.ok(modules.length > 1)
    for (const name of modules) {
      assert.match(`src/${name}/index.ts`, anyModule)
      assert.ok(existsSync(join(root, 'src', name, 'index.ts')), `src/${name}/index.ts`)
    }
  })
})

describe('lint', () => {
  const clock = 'export const now = () => new Date()\n'
  const forgotten = 'const save = async () => {}\nexport const update = () => {\n  save()\n}\n'

  test('finds the clock outside the platform, and an await that was forgotten', async t => {
    const house = await mkdtemp(join(tmpdir(), 'bad-house-'))
    t.after(() => rm(house, { recursive: true }))
    const files = {
      'src/kernel/day.ts': clock,
      'src/performance/target/target.ts': clock,
      'src/performance/target/pages.ts': forgotten,
      'src/platform/web/clock.ts': clock,
    }
    for (const [file, text] of Object.entries(files)) {
      await mkdir(join(house, file, '..'), { recursive: true })
      await writeFile(join(house, file), text)
    }
    await copyFile(join(root, 'biome.json'), join(house, 'biome.json'))

    const { stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'lint', '--vcs-enabled=false', '--reporter=json', '.'],
      { cwd: house, encoding: 'utf8' },
    )
    const found: readonly { readonly category: string; readonly location: { readonly path: string } }[] = JSON.parse(stdout).diagnostics
    assert.deepEqual(found.map(({ category, location }) => `${location.path}: ${category}`).sort(), [
      'src/kernel/day.ts: lint/style/noRestrictedGlobals',
      'src/performance/target/pages.ts: lint/nursery/noFloatingPromises',
      'src/performance/target/target.ts: lint/style/noRestrictedGlobals',
    ])
  })
})

describe('SQL', () => {
  const statements = globSync('src/**/*.ts', { cwd: root })
    .filter(file => !file.endsWith('.test.ts'))
    .flatMap(file => sqlIn(join(root, file)).map(sql => ({ file: file.replaceAll('\\', '/'), sql })))

  test('the scan sees a table of another module, and knows a shared view', () => {
    const schemas = ['partnership', 'performance', 'platform']
    const check = (sql: string, expected: readonly string[], own = 'performance') =>
      assert.deepEqual(sqlOfOthers(sql, own, schemas), expected)

    check('select id from performance.indicator', [])
    check('select id from partnership.shared_area a where a.id = ?', [])
    check('select i.id from performance.indicator i join partnership.area on true', ['partnership.area'])
    check('select id from performance.indicator, "partnership" . "area"', ['partnership.area'])
    check('INSERT INTO Platform.History (id) values (1)', ['platform.history'])
    check('select platform.current_partnership()', [])
    check('select partnership.tidy(1)', ['partnership.tidy'])
    check('select id from partnership_profile', [])
    check('select partnership.name from platform.partnership', [], 'platform')
    check('select partnership.name from platform.partnership join partnership.area on true', ['partnership.area'], 'platform')
  })

  test('the scan sees what is in a tagged template, with its nested parts', () => {
    const fixture = join(root, 'test/architecture/fixture-store.ts')
    assert.deepEqual(sqlIn(fixture), [
      'select id from performance.indicator where ? order by ?',
      'id in (select indicator_id from performance.target where value > ?)',
      'title, id',
    ])
  })

  test('a module asks its own schema and the views that others share, nothing else', () => {
    const trespasses = statements.flatMap(({ file, sql }) => {
      const own = file.split('/')[1] ?? ''
      return modules.includes(own) ? sqlOfOthers(sql, own, [...modules, 'platform']).map(name => `${file}: ${name}`) : []
    })
    assert.deepEqual(trespasses, [])
  })

  test('the platform asks no schema of a module', () => {
    const trespasses = statements
      .filter(({ file }) => file.startsWith('src/platform/'))
      .flatMap(({ file, sql }) => sqlOfOthers(sql, 'platform', modules).map(name => `${file}: ${name}`))
    assert.deepEqual(trespasses, [])
  })

  test('a module’s SQL stands in its stores', () => {
    const elsewhere = statements.filter(({ file }) => modules.includes(file.split('/')[1] ?? '') && !file.endsWith('/store.ts'))
    assert.deepEqual(
      elsewhere.map(({ file, sql }) => `${file}: ${sql}`),
      [],
    )
    assert.ok(statements.length > 0)
  })

  test('no statement is put together from text', () => {
    const unsafe = globSync('src/**/*.ts', { cwd: root }).filter(
      file => !file.startsWith(join('src', 'platform', 'db')) && /\.unsafe\(/.test(readFileSync(join(root, file), 'utf8')),
    )
    assert.deepEqual(unsafe, [])
  })
})

function cruise(house: string, ...folders: string[]): Cruise {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      join(root, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      ...folders,
    ],
    { cwd: join(root, house), encoding: 'utf8', maxBuffer: 256 * 2 ** 20 },
  )
  assert.notEqual(stdout, '', stderr)
  return JSON.parse(stdout)
}

function breaches({ summary }: Cruise): string[] {
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to.replace(/^(\.\.\/)+/, '')}`).sort()
}
