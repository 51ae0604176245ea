import assert from 'node:assert/strict'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Browser, type Program, startProgram } from '../kill/program.ts'
import { formIn } from '../web/form.ts'
import type { Disk } from './disk.ts'

/** A Goldthread on a disk, with somebody who saves organisations. */
export type Started = {
  readonly program: Program
  readonly browser: Browser
  readonly save: (name: string) => Promise<Answer>
  readonly kept: () => Promise<string[]>
}
export type Answer = { readonly status: number; readonly body: string }

export async function goldthreadOn(t: TestContext, disk: Pick<Disk, 'folder' | 'remove'>): Promise<Started> {
  const program = await startProgram({ DATA_DIR: join(disk.folder, 'data') })
  t.after(async () => {
    await program.stop()
    disk.remove()
  })
  const browser = new Browser()
  await browser.get(`${program.origin}/?code=${program.code}`)
  const person = { name: 'Amina Siddiqui', email: 'amina@disk.example', passphrase: 'seven yellow bicycles' }
  const answer = await browser.post(`${program.origin}/setup`, { partnership: 'Disk', area: 'Trafford', ...person })
  assert.equal(answer.status, 303)
  const { body } = await browser.get(`${program.origin}/disk/agreements/new`)
  const agreement = { title: 'Agreement', firstYear: '2008-09', lastYear: '2010-11', tolerance: '5%' }
  assert.equal((await browser.post(`${program.origin}/disk/agreements/new`, { ...formIn(body).fields, ...agreement })).status, 303)
  return {
    program,
    browser,
    save: name => browser.post(`${program.origin}/disk/organisations/new`, { name }),
    async kept() {
      const names: string[] = []
      for (let page = 1; ; page++) {
        const list = await browser.get(`${program.origin}/disk/organisations?page=${page}`)
        assert.equal(list.status, 200)
        names.push(...[...list.body.matchAll(/Partner \d+/g)].map(([name]) => name))
        if (!list.body.includes(`page=${page + 1}"`)) return [...new Set(names)]
      }
    },
  }
}

/** The next one, as soon as it is taken; whatever is answered before is that it cannot be. */
export async function saveAgain({ save, program }: Started, saved: string[], seconds: number): Promise<void> {
  const name = `Partner ${saved.length}`
  for (const deadline = performance.now() + seconds * 1_000; ; await sleep(200)) {
    const { status } = await save(name)
    if (status === 303) break
    assert.equal(status, 503)
    assert.ok(performance.now() < deadline, `It does not save again:\n${program.said()}`)
  }
  saved.push(name)
}

/** What a page says, in plain text. */
export const plain = (html: string): string =>
  html
    .replace(/^.*<main/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')

/** Where there can be no disk the test says why it is left out. */
export function diskOr<D extends object>(t: TestContext, disk: D | string): D | null {
  if (typeof disk !== 'string') return disk
  t.skip(disk)
  return null
}
