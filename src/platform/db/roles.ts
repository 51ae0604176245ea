import { createHmac } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotStart, codeOf, messageOf } from './cannot-start.ts'
import { connect, type Sql } from './connection.ts'

/**
 * Makes the roles that migrations grant to, and answers with the address at which the pool logs in.
 * Roles belong to the whole server, and several databases on it may be made ready at once.
 */
export async function prepareRoles(owner: Sql, ownerUrl: string, appUrl: string | null): Promise<string> {
  const login = appUrl === null ? 'goldthread_login' : decodeURIComponent(new URL(appUrl).username)
  const password = passwordFrom(ownerUrl)
  try {
    await patiently(() => createGroups(owner))
    if (appUrl === null) await patiently(() => createLogin(owner, password))
  } catch (error) {
    if (codeOf(error) === '42501') throw new CannotStart(askForRoles(appUrl))
    throw error
  }
  const url = appUrl ?? urlFor(ownerUrl, login, password)
  await ensureLogin(owner, url, appUrl === null ? password : null)
  await refuseAnIdleGuard(owner, login)
  return url
}

/** The same for every web process that was given the same owner; without the owner's password (a trusting server) none is needed. */
function passwordFrom(ownerUrl: string): string | null {
  const { username, password } = new URL(ownerUrl)
  return password === '' ? null : createHmac('sha256', decodeURIComponent(password)).update(`goldthread_login of ${username}`).digest('hex')
}

function urlFor(ownerUrl: string, login: string, password: string | null): string {
  const url = new URL(ownerUrl)
  url.username = login
  url.password = password ?? ''
  return url.href
}

/** Two databases that are made ready at once try for the same role: the one that comes second looks again. */
async function patiently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const clash = ['42710', '23505'].includes(codeOf(error)) || messageOf(error).includes('tuple concurrently')
      if (!clash || attempt === 20) throw error
      await sleep(Math.random() * 50 * attempt)
    }
  }
}

async function createGroups(owner: Sql): Promise<void> {
  for (const name of await missing(owner, ['goldthread_visit', 'goldthread_platform'])) await owner`create role ${owner(name)} nologin`
}

async function createLogin(owner: Sql, password: string | null): Promise<void> {
  for (const name of await missing(owner, ['goldthread_login']))
    await owner.unsafe(`create role ${name} login noinherit ${password === null ? '' : `password '${password}'`}`)
  const lacking = await owner<{ role: string }[]>`
    select role from unnest(array['goldthread_visit', 'goldthread_platform']) role where not pg_has_role('goldthread_login', role, 'member')`
  for (const { role } of lacking) await owner`grant ${owner(role)} to goldthread_login`
}

async function missing(owner: Sql, names: readonly string[]): Promise<string[]> {
  const found = await owner<{ rolname: string }[]>`select rolname from pg_roles where rolname = any(${names})`
  return names.filter(name => !found.some(({ rolname }) => rolname === name))
}

function askForRoles(appUrl: string | null): string {
  return [
    `The owner in DATABASE_URL may not create roles on this server. Ask its administrator to run`,
    `  create role goldthread_visit nologin; create role goldthread_platform nologin;`,
    `  create role goldthread_login login noinherit password '…'; grant goldthread_visit, goldthread_platform to goldthread_login;`,
    appUrl === null
      ? `and give the address of goldthread_login on this database in APP_DATABASE_URL.`
      : `(APP_DATABASE_URL is given, but one of these is still missing.)`,
  ].join('\n')
}

async function ensureLogin(owner: Sql, url: string, password: string | null): Promise<void> {
  const refused = await loginFails(url)
  if (refused === null) return
  if (password !== null && codeOf(refused) === '28P01') {
    try {
      await owner.unsafe(`alter role goldthread_login password '${password}'`)
    } catch (error) {
      if (codeOf(error) !== '42501') throw error
    }
    if ((await loginFails(url)) === null) return
  }
  throw new CannotStart(
    `Goldthread's pool cannot log in as ${new URL(url).username}: ${messageOf(refused)}. Give DATABASE_URL with the owner's password, or set APP_DATABASE_URL to an address at which a role that is a member of goldthread_visit and goldthread_platform, noinherit, can log in.`,
  )
}

async function loginFails(url: string): Promise<unknown> {
  const app = connect(url, { max: 1 })
  try {
    await app`select`
    return null
  } catch (error) {
    return error
  } finally {
    await app.end({ timeout: 2 })
  }
}

/** A login that owns tables, inherits or passes by row-level security would make it guard nothing. */
async function refuseAnIdleGuard(owner: Sql, login: string): Promise<void> {
  const [role] = await owner<{ strong: boolean; inherits: boolean; memberOf: string[]; owns: boolean }[]>`
    select rolsuper or rolbypassrls or rolcreaterole as strong, rolinherit as inherits,
           array(select g.rolname::text from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid order by 1) as member_of,
           r.rolname = current_user as owns
      from pg_roles r
     where rolname = ${login}`
  const fit = role && !role.strong && !role.inherits && !role.owns && new Set(role.memberOf).size === 2
  if (fit && role.memberOf.includes('goldthread_visit') && role.memberOf.includes('goldthread_platform')) return
  throw new CannotStart(
    `The role ${login} must not be a superuser nor the owner, must be noinherit, and a member of goldthread_visit and goldthread_platform and of nothing else: otherwise row-level security keeps no partnership from another.`,
  )
}
