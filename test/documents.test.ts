// What is written about the house has to be true of it.
import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, test } from 'node:test'

const root = join(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(join(root, file), 'utf8')
const files = (...patterns: string[]): string[] => globSync(patterns, { cwd: root }).map(file => file.replaceAll('\\', '/'))
const folders = (under: string): string[] =>
  readdirSync(join(root, under), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)

describe('the map', () => {
  const map = read('ARCHITECTURE.md')

  test('every folder of the source is on it', () => {
    const missing = folders('src').filter(name => !map.includes(`src/${name}`))
    assert.deepEqual(missing, [])
  })

  test('every part of the platform is on it', () => {
    const missing = folders('src/platform').filter(name => !map.includes(`platform/${name}`))
    assert.deepEqual(missing, [])
  })

  test('every thing that is not simply a word of the glossary is on it', () => {
    const words = `${map}\n${read('GLOSSARY.md')}`.toLowerCase()
    const modules = folders('src').filter(name => !['kernel', 'platform'].includes(name))
    const missing = modules.flatMap(name => folders(`src/${name}`)).filter(thing => !new RegExp(`\\b${thing}`).test(words))
    assert.deepEqual(missing, [])
  })
})

describe('what documents name', () => {
  for (const document of ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...files('docs/**/*.md')]) {
    test(`${document}: files that are named are there`, () => {
      const text = read(document)
      const inCode = [...text.matchAll(/`((?:src|bin|test|docs|migrations|bench)\/[\w./-]*)`/g)].map(([, name = '']) => name)
      const linked = [...text.matchAll(/\]\((?![a-z]+:|#)([^)#\s]+)/g)].map(([, name = '']) => join(dirname(document), name))
      const missing = [...inCode, ...linked].filter(name => !existsSync(join(root, name)))
      assert.deepEqual(missing, [])
    })
  }

  test('commands that are named are in package.json', () => {
    const { scripts } = JSON.parse(read('package.json'))
    const named = ['README.md', 'CONTRIBUTING.md', ...files('docs/**/*.md')].flatMap(document =>
      [...read(document).matchAll(/`npm (?:run )?([a-z:]+)/g)]
        .map(([, name = '']) => name)
        .filter(name => !['audit', 'ci', 'install', 'sbom'].includes(name)),
    )
    assert.deepEqual(
      [...new Set(named)].filter(name => !(name in scripts)),
      [],
    )
  })
})

describe('decisions', () => {
  const records = files('docs/decisions/*.md').sort()

  test('are numbered from one, each number once', () => {
    assert.ok(records.length > 0)
    assert.deepEqual(
      records.map(record => Number(basename(record).slice(0, 4))),
      records.map((_, index) => index + 1),
    )
  })

  for (const record of records)
    test(`${basename(record)} is in the form of one`, () => {
      const [title = '', blank, standing = '', ...rest] = read(record).split('\n')
      const [, number = '', words = ''] = /^# (\d+)\. ([A-Z].*[^.])$/.exec(title) ?? []
      const asFile = words
        .toLowerCase()
        .replace(/[’',:]/g, '')
        .replace(/[^a-z0-9]+/g, '-')
      assert.equal(basename(record), `${number.padStart(4, '0')}-${asFile}.md`)
      assert.equal(blank, '')
      assert.match(standing, /^\d{4}-\d{2}-\d{2}\. (Proposed|Accepted|Superseded by decision \d+)\. Supersedes (nothing|decision \d+)\.$/)
      assert.ok(rest.length + 3 <= 41, 'forty lines at most')
    })
})

describe('the walk through the security standard', () => {
  const chapters = read('docs/security.md')
    .split(/^## (?=\d)/m)
    .slice(1)
    .map(chapter => {
      const rows = [...chapter.matchAll(/^\| (\d+\.\d+\.\d+) \| [^|]+ \| ([^|]+) \| ([^|]+) \|$/gm)]
      return {
        title: chapter.split('\n', 1).join(),
        rows: rows.map(([, number = '', stands = '', where = '']) => ({ number, stands, where })),
      }
    })
  const states = ['met', 'with you', 'not applicable', '**not met**']

  test('has every requirement of levels 1 and 2 of its seventeen chapters, each once', () => {
    assert.deepEqual(
      chapters.map(({ rows }) => rows.length),
      [27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7],
    )
    const numbers = chapters.flatMap(({ rows }) => rows.map(({ number }) => number))
    assert.equal(new Set(numbers).size, 253)
  })

  test('counts them as they stand, and tells again what is not met', () => {
    const page = read('docs/security.md')
    const counts = (rows: readonly { stands: string }[]) => states.map(state => rows.filter(({ stands }) => stands === state).length)
    for (const { title, rows } of chapters) assert.ok(page.includes(`| ${title} | ${counts(rows).join(' | ')} |`), title)
    const all = chapters.flatMap(({ rows }) => rows)
    assert.equal(
      counts(all).reduce((sum, count) => sum + count),
      all.length,
    )
    assert.ok(
      page.includes(
        `| **all** | ${counts(all)
          .map(count => `**${count}**`)
          .join(' | ')} |`,
      ),
    )
    const told = page.split('\n').filter(line => line.startsWith('- **'))
    for (const { number, where } of all.filter(({ stands }) => stands === '**not met**'))
      assert.ok(
        told.some(line => line.startsWith(`- **${number}**,`) && line.endsWith(`: ${where}.`)),
        number,
      )
  })
})

test('the changelog begins with the version that this is', () => {
  const { version } = JSON.parse(read('package.json'))
  assert.equal(/^## (\S+)/m.exec(read('CHANGELOG.md'))?.[1], version)
})

test('words of the glossary are defined once', () => {
  const words = [...read('GLOSSARY.md').matchAll(/^\| \*\*([^*]+)\*\*/gm)].flatMap(([, cell = '']) => cell.split(', '))
  assert.ok(words.length > 30)
  assert.deepEqual(
    words.filter((word, index) => words.indexOf(word) !== index),
    [],
  )
})

test('nothing that runs reaches out of the project', () => {
  const outside = files('src/**/*', 'bin/**/*', 'migrations/**/*', 'test/**/*.ts')
    .filter(file => /\.\w+$/.test(file) && !/\.(png|ico|woff2?)$/.test(file))
    .filter(file => !['bin/conform.ts', 'test/documents.test.ts'].includes(file))
    .filter(file => /(\.\.\/shared\b|["'`(\s]\/(work|root|home)\/)/.test(read(file)))
  assert.deepEqual(outside, [])
})
