import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { freshApp } from '../../../test/web/index.ts'
import { type Head, headText, readHead, type Verified } from './chain.ts'
import { headsOf, verifyHistory } from './chain-store.ts'

const app = await freshApp({ after })
const { owner, partnershipId, database } = app

for (let number = 1; number <= 5; number++) await app.post(app.officer, 'organisations/new', { name: `Partner ${number}` })

class Undo extends Error {}

/** As somebody with the database in hand would, and undone. */
async function tampered(
  tamper: (db: Parameters<Parameters<typeof owner.begin>[1]>[0]) => Promise<unknown>,
  expected: Head | null = null,
): Promise<Verified> {
  let found: Verified | undefined
  await owner
    .begin(async db => {
      await db`set local session_replication_role = replica`
      await tamper(db)
      found = await verifyHistory(db, partnershipId, expected)
      throw new Undo()
    })
    .catch(error => assert.ok(error instanceof Undo, error))
  assert.ok(found)
  return found
}

const head = async (): Promise<Head> => {
  const found = (await database.platform(db => headsOf(db, partnershipId)))[0]
  assert.ok(found)
  return { count: found.count, digest: found.digest }
}
const told = ({ breaks }: Verified): string[] => breaks.map(({ number, text }) => `${number ?? '-'} ${text}`)

test('every entry is in the chain, and says from which address it came', async () => {
  const whole = await tampered(async () => {})
  const { count } = await head()
  assert.deepEqual([whole.breaks, whole.entries, whole.head], [[], count, await head()])
  assert.ok(count >= 9)
  const [entry] = await owner`select address from platform.history where after ->> 'name' = 'Partner 3'`
  assert.equal(entry?.['address'], '127.0.0.1')
})

describe('it shows when an entry was', () => {
  const check = (
    what: string,
    tamper: Parameters<typeof tampered>[0],
    expected: readonly RegExp[] | ((count: number) => readonly RegExp[]),
    kept: (head: Head) => Head | null = () => null,
  ) =>
    test(what, async () => {
      const before = await head()
      const wanted = typeof expected === 'function' ? expected(before.count) : expected
      const found = told(await tampered(tamper, kept(before)))
      assert.equal(found.length, wanted.length, found.join('\n'))
      for (const [index, pattern] of wanted.entries()) assert.match(found[index] ?? '', pattern)
    })
  const idOf = (number: number, db: Parameters<Parameters<typeof tampered>[0]>[0]) =>
    db`(select entry_id from platform.history_link where partnership_id = ${partnershipId} and number = ${number})`

  check('altered in what it says', db => db`update platform.history set after = after || '{"name": "Other"}' where id = ${idOf(6, db)}`, [
    /^6 was altered: it does not say what it said/,
  ])
  check('altered in who it was', db => db`update platform.history set who = 'Nobody' where id = ${idOf(6, db)}`, [
    /^6 was altered: it names another/,
  ])
  const lasting = (what: string, alter: Parameters<typeof tampered>[0]) =>
    check(`altered in ${what}`, alter, [/^6 does not follow from the one before it/])
  lasting('whose account it was', db => db`update platform.history set account_id = 77 where id = ${idOf(6, db)}`)
  lasting('when it was', db => db`update platform.history set at = at - interval '1 day' where id = ${idOf(6, db)}`)
  lasting('what was done', db => db`update platform.history set act = 'removed' where id = ${idOf(6, db)}`)
  lasting('to which record', db => db`update platform.history set subject_id = '99' where id = ${idOf(6, db)}`)
  lasting('for whom', db => db`update platform.history set for_whom = 'partnership.person 4' where id = ${idOf(6, db)}`)
  check(
    'altered with a digest to match',
    db => db`
      update platform.history set after = '{"name": "Other"}', content_digest = platform.salted(content_salt, jsonb_build_array(before, '{"name": "Other"}'::jsonb))
       where id = ${idOf(6, db)}`,
    [/^6 does not follow/],
  )
  check(
    'altered with its link to match',
    async db => {
      await db`update platform.history set after = null, content_digest = platform.salted(content_salt, '[null, null]') where id = ${idOf(6, db)}`
      await db`
        update platform.history_link as link set digest = platform.linked(
               (select digest from platform.history_link where partnership_id = ${partnershipId} and number = 5), 6, history)
          from platform.history
         where link.partnership_id = ${partnershipId} and link.number = 6 and history.id = link.entry_id`
    },
    [/^7 does not follow/],
  )
  check(
    'emptied without an erasure',
    db => db`
    update platform.history set before = null, after = null, content_salt = null where id = ${idOf(6, db)}`,
    [/^6 was emptied, and no erasure/],
  )
  check('replaced where it was erased', db => db`update platform.history set who_salt = null, who = 'Other' where id = ${idOf(6, db)}`, [
    /^6 was altered: it names another/,
    /^6 was emptied/,
  ])
  check('removed', db => db`delete from platform.history where id = ${idOf(6, db)}`, [/^6 was removed/])
  check(
    'removed with its link',
    async db => {
      await db`delete from platform.history where id = ${idOf(6, db)}`
      await db`delete from platform.history_link where partnership_id = ${partnershipId} and number = 6`
    },
    [/^6 is missing from the chain/],
  )
  check(
    'put in',
    db => db`
    insert into platform.history (partnership_id, who, request_id, subject, subject_id, act, who_digest, content_digest)
    values (${partnershipId}, 'Nobody', '', 'performance.target', '1', 'removed', '', '')`,
    [/^- was put in beside the chain/],
  )
  check(
    'put in with a link',
    async db => {
      await db`
        insert into platform.history (partnership_id, who, request_id, subject, subject_id, act, who_digest, content_digest)
        overriding system value
        select partnership_id, who, request_id, subject, subject_id, act, who_digest, content_digest from platform.history where id = ${idOf(6, db)}`
      await db`update platform.history_link set number = -number where partnership_id = ${partnershipId} and number > 6`
      await db`update platform.history_link set number = 1 - number where partnership_id = ${partnershipId} and number < 0`
      await db`insert into platform.history_link select ${partnershipId}, 7, max(id), '\\x00' from platform.history`
      await db`update platform.history_head set count = count + 1 where partnership_id = ${partnershipId}`
    },
    // Every number after it is another than it was.
    count => [...Array.from({ length: count - 5 }, () => /does not follow|was altered/), /^7 was emptied/],
  )
  check(
    'put where another was',
    async db => {
      await db`update platform.history_link set entry_id = -entry_id where partnership_id = ${partnershipId} and number in (6, 7)`
      await db`
        update platform.history_link as link set entry_id = -other.entry_id from platform.history_link as other
         where link.partnership_id = ${partnershipId} and other.partnership_id = ${partnershipId} and (link.number, other.number) in ((6, 7), (7, 6))`
    },
    [/^6 does not follow/, /^7 does not follow/],
  )
  check(
    'cut off at the end',
    db => db`delete from platform.history where id >= ${idOf(8, db)} and partnership_id = ${partnershipId}`,
    count => Array.from({ length: count - 7 }, (_, index) => new RegExp(`^${8 + index} was removed`)),
  )
  const cut = async (db: Parameters<Parameters<typeof tampered>[0]>[0]) => {
    await db`delete from platform.history where id >= ${idOf(8, db)} and partnership_id = ${partnershipId}`
    await db`delete from platform.history_link where number >= 8 and partnership_id = ${partnershipId}`
  }
  check('cut off with its links', cut, [/^8 and all after it were cut off: the chain says that it has \d+/])
  const cutWhole = async (db: Parameters<Parameters<typeof tampered>[0]>[0]) => {
    await cut(db)
    await db`
      update platform.history_head set count = 7, digest = (select digest from platform.history_link where partnership_id = ${partnershipId} and number = 7)
       where partnership_id = ${partnershipId}`
  }
  check(
    'cut off with its links and the head, which only a head that was kept shows',
    cutWhole,
    [/^8 and all after it were cut off: the head which was kept/],
    kept => kept,
  )
  check('cut off like that, where no head was kept: nothing shows', cutWhole, [])
  check(
    'rewritten as a whole',
    async db => {
      await db`update platform.history set who = 'Nobody', who_digest = platform.salted(who_salt, jsonb_build_array('Nobody', address)) where partnership_id = ${partnershipId}`
      await db`delete from platform.history_link where partnership_id = ${partnershipId}`
      await db`update platform.history_head set count = 0, digest = '' where partnership_id = ${partnershipId}`
      await db`select platform.link_history(${partnershipId}, 0)`
    },
    count => [new RegExp(`^${count} is not the one that the head which was kept names`)],
    kept => kept,
  )
})

test('sixteen writers at once never fork it', async () => {
  const before = await head()
  const write = (writer: number) => async () => {
    for (let turn = 0; turn < 6; turn++)
      await database.visit({ partnershipId, accountId: null, name: `Writer ${writer}`, requestId: 'many' }, 'write', async db => {
        for (const part of ['a', 'b']) await db`insert into partnership.organisation (name) values (${`${writer} ${turn} ${part}`})`
      })
  }
  await Promise.all(Array.from({ length: 16 }, (_, writer) => write(writer)()))
  const found = await tampered(async () => {}, before)
  assert.deepEqual(found.breaks, [])
  assert.equal(found.head.count, before.count + 16 * 6 * 2)
})

test('who writes to several partnerships and who writes to one do not wait for each other for ever', async () => {
  const other = app.stranger.accountId
  await owner`insert into platform.membership (partnership_id, account_id, role) values (${partnershipId}, ${other}, 'reader')`
  const note = (backwards: boolean) =>
    owner.begin(async db => {
      const partnerships = await db<{ id: number }[]>`select id from platform.partnership order by id`
      for (const { id } of backwards ? partnerships.toReversed() : partnerships)
        await db`
          insert into platform.history (partnership_id, who, request_id, subject, subject_id, act)
          values (${id}, 'Olwen Hart', '', 'platform.account', ${String(other)}, 'signed-in')`
    })
  await Promise.all(Array.from({ length: 24 }, (_, number) => note(number % 2 === 0)))
  assert.deepEqual((await tampered(async () => {})).breaks, [])
})

test('a visit that is undone leaves nothing in it', async () => {
  const before = await head()
  await app.post(app.officer, 'organisations/new', { name: 'Partner 1' })
  assert.deepEqual(await head(), before)
})

test('a head is written as one word', async () => {
  const now = await head()
  assert.deepEqual(readHead(headText(now)), now)
  assert.deepEqual(readHead('0:'), { count: 0, digest: '' })
  for (const wrong of ['', '12', '12:', '12:abc', `0:${now.digest}`, `x:${now.digest}`]) assert.equal(readHead(wrong), null)
})
