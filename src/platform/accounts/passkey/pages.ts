import { idOf } from '../../../kernel/ids.ts'
import { accept, type Problem, refuse } from '../../../kernel/ruling.ts'
import { type Answer, found, type PersonalHandler, type PersonalVisit, type PublicHandler, page, template, text } from '../../web/index.ts'
import { askAgain, confirmPage, isStillThem, ownAccount, toFactors } from '../factor/still-them.ts'
import { strengthened, weakened } from '../factor/strengthened.ts'
import { inOneGo } from '../in-one-go.ts'
import { answerEntered, enter } from '../second-step/enter.ts'
import type { Seal } from '../secret.ts'
import { signInPage } from '../sign-in/page.ts'
import { landing } from '../sign-in/sign-in.ts'
import type { Passkey } from './passkey.ts'
import { newPasskeyQuestion, readNewPasskey, usePasskey } from './question.ts'
import { addPasskey, passkeyOf, passkeysOf, removePasskey } from './store.ts'

export function passkeyPages(seal: Seal) {
  /** In place of passphrase and second factor, or as the second step. */
  const signInWithPasskey: PublicHandler = async visit => {
    const { database, body } = visit
    const used = await database.platform(db => usePasskey(db, seal, visit, body))
    if (!used.accepted) return signInPage(visit, seal, used.problems)
    const shown = { accountId: used.value.accountId, isStrong: true, by: 'with a passkey' }
    return answerEntered(await database.platform(db => enter(db, shown, visit)), landing(body))
  }

  const newPasskey: PersonalHandler = visit => newPage(visit)

  const createPasskey: PersonalHandler = async visit => {
    const { database, signedIn, body, now } = visit
    const account = await ownAccount(visit)
    const name = text(body, 'name').trim()
    if (name === '') return newPage(visit, [{ field: 'name', text: 'Enter a name by which you will know it' }])
    if (name.length > 100) return newPage(visit, [{ field: 'name', text: 'Name must be 100 characters or fewer' }])
    const still = await isStillThem(visit, account, { standsAlone: true })
    if (!still.accepted) return newPage(visit, still.problems)

    const { accountId } = signedIn
    const made = await database.platform(db => readNewPasskey(db, seal, visit, accountId, body))
    if (!made.accepted) return newPage(visit, made.problems)
    const added = await inOneGo(database, async db => {
      await addPasskey(db, { ...made.value, accountId, name, now })
      return accept(await strengthened(db, visit, 'passkey-added', { factor: name }))
    }).catch(error => {
      if (error instanceof Error && 'code' in error && error.code === '23505')
        return refuse({ field: 'credential', text: 'That passkey is there already' })
      throw error
    })
    return added.accepted ? added.value(`The passkey ${name} is added`) : newPage(visit, added.problems)
  }

  async function newPage(visit: PersonalVisit, problems: readonly Problem[] = []): Promise<Answer> {
    const { database, body, query, signedIn, now } = visit
    const account = await ownAccount(visit)
    const question = await database.platform(async db => newPasskeyQuestion(db, seal, visit, account, await passkeysOf(db, account.id)))
    const view = {
      title: 'Add a passkey',
      name: text(body, 'name'),
      next: landing(text(body, 'next') === '' ? query : body),
      again: await database.platform(db => askAgain(db, signedIn.sessionToken, account, now)),
      question,
      breadcrumbs: toFactors,
    }
    return page(template(import.meta.url, 'new.njk'), view, problems)
  }

  return { signInWithPasskey, newPasskey, createPasskey }
}

export const confirmPasskeyRemoval: PersonalHandler = async visit => removalPage(visit, await passkeyAsked(visit))

export const removeOwnPasskey: PersonalHandler = async visit => {
  const passkey = await passkeyAsked(visit)
  const still = await isStillThem(visit, await ownAccount(visit), { standsAlone: true })
  if (!still.accepted) return removalPage(visit, passkey, still.problems)
  const answer = await visit.database.platform(async db => {
    await removePasskey(db, passkey)
    return weakened(db, visit, 'passkey-removed', { factor: passkey.name })
  })
  return answer(`The passkey ${passkey.name} is removed`)
}

async function passkeyAsked({ database, signedIn, params }: PersonalVisit): Promise<Passkey> {
  const id = found(idOf<'passkey'>(params['passkey']))
  return found(await database.platform(db => passkeyOf(db, signedIn.accountId, id)))
}

const removalPage = (visit: PersonalVisit, { name }: Passkey, problems: readonly Problem[] = []): Promise<Answer> =>
  confirmPage(
    visit,
    {
      title: `Remove the passkey ${name}`,
      paragraph: 'It no longer signs you in. Remove it from the device as well, where your browser or password manager lists it.',
      button: 'Remove',
    },
    problems,
  )
