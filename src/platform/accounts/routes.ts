import { mayAdminister, mayRead, type Web } from '../web/index.ts'
import { changeName, changePassphrase, endOwnSession, showAccount } from './account/pages.ts'
import { confirmExampleRemoval, removeExample, switchPersona } from './example/pages.ts'
import { openInvitation, takeInvitation } from './invitation/pages.ts'
import {
  changeAccountRole,
  confirmRemoval,
  createAccount,
  createInvitation,
  editAccount,
  listAccounts,
  newAccount,
  removeAccount,
} from './membership/pages.ts'
import { type OutsideSettings, openProviders } from './provider/pages.ts'
import { providerRoutes } from './provider/routes.ts'
import { openSeal } from './secret.ts'
import { type SetupOptions, setupPages } from './setup/pages.ts'
import { askToSignIn, signIn, signOutWith } from './sign-in/pages.ts'

export type AccountsOptions = SetupOptions & {
  /** What the key is made of that seals secrets in the database. */
  readonly secretKey?: string | null
  /** How the providers of single sign-on are reached. */
  readonly providers?: OutsideSettings
}

export function accountsRoutes(web: Web, options: AccountsOptions): void {
  const { open, enterCode, lookRound, askForSetup, setUp } = setupPages(options)
  web.public.get('/', open)
  web.public.post('/', enterCode)
  web.public.post('/example', lookRound)
  web.public.get('/setup', askForSetup)
  web.public.post('/setup', setUp)

  web.public.get('/sign-in', askToSignIn)
  web.public.post('/sign-in', signIn)
  const providers = openProviders(openSeal(options.secretKey ?? null), options.providers)
  web.public.post('/sign-out', signOutWith(providers))
  providerRoutes(web, providers)
  web.public.get('/invitation/:token', openInvitation)
  web.public.post('/invitation/:token', takeInvitation)

  web.signedIn.get('/account', showAccount)
  web.signedIn.post('/account/name', changeName)
  web.signedIn.post('/account/passphrase', changePassphrase)
  web.signedIn.post('/account/sessions', endOwnSession)

  // Accounts belong to no partnership, so a visit cannot read them: these run as the platform, and name the partnership in each statement.
  web.get('/accounts', mayAdminister, listAccounts, 'platform')
  web.post('/accounts', mayAdminister, createAccount, 'platform')
  web.get('/accounts/new', mayAdminister, newAccount, 'platform')
  web.get('/accounts/:account', mayAdminister, editAccount, 'platform')
  web.post('/accounts/:account', mayAdminister, changeAccountRole, 'platform')
  web.post('/accounts/:account/invitation', mayAdminister, createInvitation, 'platform')
  web.get('/accounts/:account/removal', mayAdminister, confirmRemoval, 'platform')
  web.post('/accounts/:account/removal', mayAdminister, removeAccount, 'platform')

  web.post('/persona', mayRead, switchPersona, 'platform')
  web.get('/removal', mayRead, confirmExampleRemoval, 'platform')
  web.post('/removal', mayRead, removeExample, 'platform')
}
