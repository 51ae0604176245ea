import { accept, type Problem, type Ruling, refuse } from '../../../kernel/ruling.ts'
import type { Database, Db } from '../../db/index.ts'
import {
  type Answer,
  type CookieChange,
  entered,
  type Fields,
  found,
  NotFound,
  type PublicHandler,
  type PublicVisit,
  page,
  redirect,
  template,
  text,
  withCookie,
  withStatus,
} from '../../web/index.ts'
import { accountByEmail, addAccount } from '../account/store.ts'
import { createPartnership, examplePartnership, freeSlug, isSetUp, removePartnership } from '../address/store.ts'
import { firstPersona } from '../example/store.ts'
import { usualFactorRoles } from '../factor-role/pages.ts'
import { setFactorRoles } from '../factor-role/store.ts'
import { inOneGo } from '../in-one-go.ts'
import { addMembership } from '../membership/store.ts'
import { hashOf } from '../passphrase/hash.ts'
import { shortest } from '../passphrase/passphrase.ts'
import { beginSession } from '../session/begin.ts'
import { endSession, startSession } from '../session/store.ts'
import { land } from '../sign-in/pages.ts'
import { readSetup, type SetupForm } from './form.ts'
import { enterPartnership, leavePartnership, lockSetup, tryCode, withdrawSetupCodes } from './store.ts'

/** What setting up needs of the modules, of which the platform knows nothing. */
export type SetupOptions = {
  /** Suggested while an area is typed. */
  readonly areas: () => Promise<readonly { readonly value: string; readonly text: string }[]>
  /** Gives the new partnership what it has of its own, in its own visit; refuses an area that it does not understand (field 'area'). */
  readonly settle: (db: Db, form: { readonly partnership: string; readonly area: string }) => Promise<Ruling<unknown>>
  /** Makes the example: a partnership that is one, and its people, of whom the first is the one that one looks round as. */
  readonly loadExample: (database: Database) => Promise<unknown>
}

type Choices = { readonly removesExample: boolean; readonly asksFactor: boolean }

const codeCookie = 'goldthread_code'

export function setupPages({ areas, settle, loadExample }: SetupOptions) {
  let loading: Promise<unknown> | undefined

  /** The front door: of one's partnership, or of a Goldthread in which there is none yet. */
  const open: PublicHandler = async visit => {
    const { signedIn, query } = visit
    if (signedIn) return land({ ...visit, signedIn })
    if (await visit.database.platform(isSetUp)) return redirect('/sign-in')
    return text(query, 'code') === '' ? withCode(visit, welcomePage) : checkCode(visit, text(query, 'code'))
  }

  const enterCode: PublicHandler = async visit => {
    await refuseOnceSetUp(visit)
    return checkCode(visit, text(visit.body, 'code'))
  }

  const lookRound: PublicHandler = visit =>
    withCode(visit, async () => {
      const { database, signedIn, now, address, agent } = visit
      const { slug, accountId } = await example(database)
      const token = await database.platform(async db => {
        if (signedIn) await endSession(db, signedIn.sessionToken)
        return startSession(db, { accountId, now, address, agent })
      })
      return beginSession(redirect(`/${slug}`), token)
    })

  /** The one there is, or a new one; one at a time, however often the button is pressed. */
  async function example(database: Database): Promise<{ slug: string; accountId: number }> {
    const existing = await database.platform(firstPersona)
    if (existing) return existing
    // Looked for again: another may have ended between the look above and here.
    loading ??= database
      .platform(firstPersona)
      .then(there => (there ? undefined : loadExample(database)))
      .finally(() => {
        loading = undefined
      })
    await loading
    return found(await database.platform(firstPersona))
  }

  const askForSetup: PublicHandler = visit => withCode(visit, () => setupPage(visit, {}))

  const setUp: PublicHandler = visit =>
    withCode(visit, async () => {
      const { database, body, signedIn, now, address, agent } = visit
      const form = readSetup(body)
      if (!form.accepted) return setupPage(visit, body, form.problems)

      const passphraseHash = await hashOf(form.value.passphrase)
      const made = await inOneGo(database, db =>
        make(
          db,
          form.value,
          passphraseHash,
          { removesExample: text(body, 'remove-example') === 'yes', asksFactor: text(body, 'second-factor') === 'yes' },
          visit,
        ),
      )
      if (!made.accepted) return setupPage(visit, body, made.problems)

      const token = await database.platform(async db => {
        if (signedIn) await endSession(db, signedIn.sessionToken)
        return startSession(db, { accountId: made.value.accountId, now, address, agent })
      })
      const answer = redirect(`/${made.value.slug}`, `${form.value.partnership} is set up, and you are its administrator`)
      return withCookie(beginSession(answer, token), noCode)
    })

  /** Partnership, administrator and area in one transaction: nobody finds half of one. */
  async function make(
    db: Db,
    form: SetupForm,
    passphraseHash: string,
    { removesExample, asksFactor }: Choices,
    { requestId, address }: PublicVisit,
  ) {
    const { partnership, area, name, email } = form
    await lockSetup(db)
    if (await isSetUp(db)) throw new NotFound()
    if (await accountByEmail(db, email)) return refuse({ field: 'email', text: 'There is an account with this e-mail address already' })

    const example = await examplePartnership(db)
    if (example && removesExample) await removePartnership(db, example.id)
    const slug = await freeSlug(db, partnership)
    const partnershipId = await createPartnership(db, { slug, name: partnership, isExample: false })
    const accountId = await addAccount(db, { email, name, passphraseHash, isExample: false })
    await addMembership(db, { partnershipId, accountId, role: 'administrator' })
    if (asksFactor) await setFactorRoles(db, partnershipId, usualFactorRoles)
    await withdrawSetupCodes(db)

    await enterPartnership(db, { partnershipId, accountId, name, requestId, address })
    const settled = await settle(db, { partnership, area })
    await leavePartnership(db)
    return settled.accepted ? accept({ slug, accountId }) : settled
  }

  async function setupPage({ database }: PublicVisit, fields: Fields, problems: readonly Problem[] = []): Promise<Answer> {
    const { partnership = '', area = '', name = '', email = '' } = entered(fields)
    const example = await database.platform(examplePartnership)
    const view = {
      title: 'Set up your partnership',
      entered: { partnership, area, name, email },
      areas: await areas(),
      shortest,
      hasExample: example !== null,
      removesExample: problems.length === 0 || text(fields, 'remove-example') === 'yes',
      asksFactor: problems.length === 0 || text(fields, 'second-factor') === 'yes',
    }
    return page(template(import.meta.url, 'set-up.njk'), view, problems)
  }

  return { open, enterCode, lookRound, askForSetup, setUp }
}

const welcomePage = async (): Promise<Answer> => page(template(import.meta.url, 'welcome.njk'), { title: 'Welcome to Goldthread' })

const codePage = (problems: readonly Problem[] = []): Answer =>
  page(template(import.meta.url, 'code.njk'), { title: 'Welcome to Goldthread' }, problems)

/** Once the code has been seen a cookie keeps it, so that it stands in no address any more. */
async function checkCode({ database, address, now }: PublicVisit, code: string): Promise<Answer> {
  const ruling = await database.platform(db => tryCode(db, code, address, now))
  if (!ruling.accepted) return refusedCode(ruling.problems)
  return withCookie(redirect('/'), { name: codeCookie, value: code, seconds: null })
}

async function withCode(visit: PublicVisit, then: () => Promise<Answer>): Promise<Answer> {
  await refuseOnceSetUp(visit)
  const code = visit.cookie(codeCookie) ?? ''
  if (code === '') return codePage()
  const ruling = await visit.database.platform(db => tryCode(db, code, visit.address, visit.now))
  return ruling.accepted ? then() : withCookie(refusedCode(ruling.problems), noCode)
}

const noCode: CookieChange = { name: codeCookie, value: null, seconds: null }

function refusedCode(problems: readonly Problem[]): Answer {
  const tooMany = problems.some(({ field }) => field === undefined)
  return tooMany ? withStatus(codePage(problems), 429) : codePage(problems)
}

async function refuseOnceSetUp({ database }: PublicVisit): Promise<void> {
  if (await database.platform(isSetUp)) throw new NotFound()
}
