// A county partnership reads what its districts share, and nothing else crosses.
import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { addAccount, addMembership, createPartnership, startSession } from '../src/platform/accounts/index.ts'
import type { Role } from '../src/platform/web/index.ts'
import { addressesIn } from './pages/addresses.ts'
import { freshApp, type Person } from './web/index.ts'

const now = '2026-11-22T09:30:00Z'
/** The example is the district here, because it has everything that could be looked at; Northshire is its county, Southshire another. */
const app = await freshApp({ after }, { now, example: true })
const { database, owner, partnershipId, administrator, get, post } = app
const address = await addressesIn(app)
await owner`delete from platform.district`
await owner`delete from platform.history where subject in ('platform.district', 'platform.share')`

const somewhere = async (name: string) => {
  const slug = name.toLowerCase()
  const id = await database.platform(db => createPartnership(db, { slug, name: `${name} Partnership`, isExample: false }))
  return {
    id,
    slug,
    member: await member(id, `Reader of ${name}`, 'reader'),
    administrator: await member(id, `Administrator of ${name}`, 'administrator'),
  }
}
const member = (partnershipId: number, name: string, role: Role): Promise<Person> =>
  database.platform(async db => {
    const email = `${name.toLowerCase().replaceAll(' ', '.')}@county.example`
    const accountId = await addAccount(db, { email, name, passphraseHash: null, isExample: false })
    await addMembership(db, { partnershipId, accountId, role })
    const at = Temporal.Instant.from(now)
    return {
      accountId,
      name,
      cookie: `goldthread_session=${await startSession(db, { accountId, now: at, address: '127.0.0.1', agent: 'test' })}`,
    }
  })
const northshire = await somewhere('Northshire')
const southshire = await somewhere('Southshire')
const thornley = await somewhere('Thornley')
const guest = northshire.member

const codeFrom = async ({ slug, administrator }: typeof northshire) => {
  const { statusCode, body } = await post(administrator, `/${slug}/districts`, {})
  assert.equal(statusCode, 200)
  return /id="code"[^>]*value="([^"]+)"/.exec(body)?.[1] ?? assert.fail('There is no code')
}
const edition = async () => /name="edition" value="([^"]+)"/.exec((await get(administrator, '/wexcombe/sharing')).body)?.[1] ?? ''
const share = async (...shares: string[]) => {
  const answer = await post(administrator, '/wexcombe/sharing', { shares, edition: await edition() })
  assert.equal(answer.statusCode, 303)
}
const told = async (id: number) => {
  const rows = await owner<{ act: string; subject: string; before: unknown; after: unknown }[]>`
    select act, subject, before, after from platform.history
     where partnership_id = ${id} and subject in ('platform.district', 'platform.share') order by id`
  return rows.map(({ act, subject, before, after }) => `${subject} ${act} ${JSON.stringify(after ?? before)}`)
}

const routes = app.web.routes.filter(({ path }) => path.startsWith('/:partnership'))
const all = ['scorecard', 'exceptions', 'structure']

/** The routes that are answered otherwise than they should be for somebody to whom so much is shared. */
async function unlike(person: Person, shared: readonly string[]): Promise<string[]> {
  const wrong: string[] = []
  for (const { method, path, share } of routes) {
    const url = address({ path })
    const { statusCode, body, headers } = method === 'GET' ? await get(person, url) : await post(person, url, {})
    const isOpen = share !== undefined && shared.includes(share)
    const isRight = isOpen
      ? statusCode === 200 || headers.location === '/wexcombe/scorecard'
      : statusCode === 404 && !body.includes('Wexcombe')
    if (!isRight) wrong.push(`${method} ${path} with ${shared.join(', ') || 'nothing'} shared: ${statusCode}`)
  }
  return wrong
}

test('before anything is agreed the district does not exist', async () => {
  assert.deepEqual(await unlike(guest, []), [])
})

describe('going under a county partnership', () => {
  const refused = (name: string, code: () => Promise<string>, words: RegExp) =>
    test(name, async () => {
      const answer = await post(administrator, '/wexcombe/sharing/county', { code: await code() })
      assert.equal(answer.statusCode, 422)
      assert.match(answer.body, words)
      assert.equal((await owner`select from platform.district`).length, 0)
    })
  refused('no code', async () => ' ', /Enter the code that an administrator of the county partnership gave you/)
  refused('a code that nobody made', async () => 'aaaaa-bbbbb-ccccc-ddddd', /No county partnership has made that code/)
  refused(
    'a code that is too old',
    async () => {
      const code = await codeFrom(northshire)
      await owner`update platform.district_code set expires_at = ${now}`
      return code
    },
    /No county partnership has made that code, or it was used, or it is older than 14 days/,
  )
  refused(
    'a code of one’s own',
    async () => {
      const { body } = await post(administrator, '/wexcombe/districts', {})
      return /id="code"[^>]*value="([^"]+)"/.exec(body)?.[1] ?? ''
    },
    /That code was made here/,
  )

  test('a code that was passed on, however it is typed, once', async () => {
    const code = await codeFrom(northshire)
    const answer = await post(administrator, '/wexcombe/sharing/county', { code: ` ${code.toUpperCase().replaceAll('-', ' ')}` })
    assert.equal(answer.statusCode, 303)
    assert.match((await get(administrator, '/wexcombe/sharing')).body, /under <strong>Northshire Partnership<\/strong>/)
    const again = await post(thornley.administrator, '/thornley/sharing/county', { code })
    assert.equal(again.statusCode, 422)
  })

  test('two layers: a district has no districts, and one that has some is no district', async () => {
    assert.equal((await post(administrator, '/wexcombe/districts', {})).statusCode, 422)
    const code = await codeFrom(southshire)
    const answer = await post(northshire.administrator, '/northshire/sharing/county', { code })
    assert.match(answer.body, /has districts of its own, so it cannot be one/)
    assert.match((await post(administrator, '/wexcombe/sharing/county', { code })).body, /is under Northshire Partnership already/)
  })

  test('nothing is shared by it alone', async () => {
    assert.deepEqual(await unlike(guest, []), [])
    assert.match((await get(guest, '/northshire/districts')).body, /Wexcombe.*nothing yet/s)
  })
})

describe('a guest', () => {
  for (const shared of [['scorecard'], ['exceptions'], ['structure'], all])
    test(`reaches what is shared and nothing else: ${shared.join(', ')}`, async () => {
      await share(...shared)
      assert.deepEqual(await unlike(guest, shared), [])
      assert.ok(routes.some(({ share }) => share !== undefined && shared.includes(share)))
      assert.deepEqual(await unlike(southshire.administrator, []), [])
    })

  test('is told that they are one, and offered nothing that they may not', async () => {
    await share('scorecard')
    const { body } = await get(guest, '/wexcombe/scorecard')
    assert.match(body, /You are looking at <strong>Wexcombe Partnership<\/strong> as a guest from Northshire Partnership/)
    assert.match(body, /href="\/wexcombe\/indicators\/\d+"/)
    await share(...all)
    const followed = new Set<string>()
    for (const page of routes.filter(({ method, share, path }) => method === 'GET' && share !== undefined && !/\.\w+$/.test(path))) {
      const { body } = await get(guest, address(page))
      for (const [, href = ''] of body.matchAll(/href="(\/wexcombe[^"#]*)["#]/g)) {
        if (followed.has(href)) continue
        followed.add(href)
        const { statusCode } = await get(guest, href.replaceAll('&amp;', '&'))
        assert.ok([200, 303].includes(statusCode), `${page.path} leads to ${href}: ${statusCode}`)
      }
      assert.doesNotMatch(body.replace(/<form[^>]*action="\/sign-out"/, ''), /method="post"/, page.path)
      assert.doesNotMatch(body, /@[\w.]+\.example/, `${page.path} says how to reach somebody`)
    }
    assert.ok(followed.size > 30)
  })

  test('sees a change at once, and nothing at the next click after it is no longer shared', async () => {
    await share('structure')
    assert.equal((await get(guest, '/wexcombe/groups')).statusCode, 200)
    await owner`update partnership."group" set name = 'Renamed since' where id = (select min(id) from partnership."group" where partnership_id = ${partnershipId})`
    assert.match((await get(guest, '/wexcombe/groups')).body, /Renamed since/)
    await share('scorecard')
    assert.equal((await get(guest, '/wexcombe/groups')).statusCode, 404)
    assert.equal((await get(guest, '/wexcombe/scorecard')).statusCode, 200)
    await share()
    assert.equal((await get(guest, '/wexcombe/scorecard')).statusCode, 404)
  })

  test('is no guest where they are a member', async () => {
    await share('scorecard')
    await owner`insert into platform.membership (partnership_id, account_id, role) values (${partnershipId}, ${northshire.administrator.accountId}, 'reader')`
    const { body } = await get(northshire.administrator, '/wexcombe/organisations')
    assert.doesNotMatch(body, /as a guest/)
  })

  test('shows a second factor where their own partnership asks for one', async () => {
    await owner`insert into platform.factor_role (partnership_id, role) values (${northshire.id}, 'reader')`
    assert.match(String((await get(guest, '/wexcombe/scorecard')).headers.location), /second-factor/)
    await owner`delete from platform.factor_role where partnership_id = ${northshire.id}`
  })

  test('comes from the partnership only that their session opens', async () => {
    await owner`update platform.session set only_partnership_id = ${southshire.id} where account_id = ${guest.accountId}`
    assert.equal((await get(guest, '/wexcombe/scorecard')).statusCode, 404)
    await owner`update platform.session set only_partnership_id = ${northshire.id} where account_id = ${guest.accountId}`
    assert.equal((await get(guest, '/wexcombe/scorecard')).statusCode, 200)
    await owner`update platform.session set only_partnership_id = null where account_id = ${guest.accountId}`
  })
})

test('the county sees its districts side by side where they share the scorecard', async () => {
  await share('scorecard', 'structure')
  const { body } = await get(guest, '/northshire/districts')
  assert.match(body, /Side by side.*Wexcombe Partnership.*\d+ on target/s)
  assert.match(body, /Northshire Partnership.*no agreement yet/s)
  const account = await get(guest, '/account')
  assert.match(account.body, /Districts you may look at.*href="\/wexcombe\/scorecard".*href="\/wexcombe\/structure"/s)
  assert.doesNotMatch((await get(southshire.member, '/account')).body, /Districts you may look at/)
  await share('structure')
  assert.doesNotMatch((await get(guest, '/northshire/districts')).body, /Side by side/)
})

test('two who choose at once do not overwrite each other unseen', async () => {
  const before = await edition()
  await share('exceptions')
  const answer = await post(administrator, '/wexcombe/sharing', { shares: ['scorecard'], edition: before })
  assert.equal(answer.statusCode, 422)
  assert.match(answer.body, /What is shared is “exceptions” now/)
})

test('what was agreed and shared stands in the history of both, and leaving ends it', async () => {
  assert.equal((await post(administrator, '/wexcombe/sharing/leaving', {})).statusCode, 303)
  assert.equal((await get(guest, '/wexcombe/exceptions')).statusCode, 404)
  assert.equal((await get(administrator, '/wexcombe/sharing/leaving')).statusCode, 404)
  const [district, county] = [await told(partnershipId), await told(northshire.id)]
  assert.deepEqual(district, county)
  const names = '{"county":"Northshire Partnership","district":"Wexcombe Partnership"'
  assert.equal(district[0], `platform.district added ${names}}`)
  assert.equal(district[1], `platform.share added {"what":"scorecard",${names.slice(1)}}`)
  assert.deepEqual(district.slice(-2), [
    `platform.share removed {"what":"exceptions",${names.slice(1)}}`,
    `platform.district removed ${names}}`,
  ])
  assert.match((await get(administrator, '/wexcombe/history')).body, /Northshire Partnership/)
  assert.deepEqual(await told(southshire.id), [])
})
