import { mayAdminister, mayRead, type Web } from '../web/index.ts'
import { changeName, changePassphrase, endOtherOwnSessions, endOwnSession, showAccount } from './account/pages.ts'
import { districtPages, type InShort } from './district/pages.ts'
import { confirmExampleRemoval, removeExample, switchPersona } from './example/pages.ts'
import {
  authenticatorPages,
  confirmAuthenticatorRemoval,
  confirmNewCodes,
  createRecoveryCodes,
  removeOwnAuthenticator,
  showFactors,
} from './factor/pages.ts'
import { changeFactorRoles, showFactorRoles } from './factor-role/pages.ts'
import { confirmFactorRemoval, removeMemberFactor } from './membership/factor.ts'
import {
  changeAccountRole,
  confirmRemoval,
  createAccount,
  createInvitation,
  editAccount,
  listAccounts,
  newAccount,
  removeAccount,
  withdrawInvitation,
} from './membership/pages.ts'
import { endMemberSession, endMemberSessions } from './membership/sessions.ts'
import { askForNewEmail, confirmNewEmail, openNewEmail } from './new-email/pages.ts'
import { openLink, takeLink } from './one-time-link/pages.ts'
import { confirmPasskeyRemoval, passkeyPages, removeOwnPasskey } from './passkey/pages.ts'
import { type OutsideSettings, openProviders } from './provider/pages.ts'
import { providerRoutes } from './provider/routes.ts'
import { askForReset, requestReset } from './reset/pages.ts'
import { secondStepPages } from './second-step/pages.ts'
import { openSeal } from './secret.ts'
import { type SetupOptions, setupPages } from './setup/pages.ts'
import { signInPages, signOutWith } from './sign-in/pages.ts'

export type AccountsOptions = SetupOptions & {
  /** How the scorecard of the partnership of a visit stands. */
  readonly scorecardInShort?: InShort
  /** What the key is made of that seals secrets in the database. */
  readonly secretKey?: string | null
  /** How the providers of single sign-on are reached. */
  readonly providers?: OutsideSettings
}

export function accountsRoutes(web: Web, options: AccountsOptions): void {
  const seal = openSeal(options.secretKey ?? null)
  const { open, enterCode, lookRound, askForSetup, setUp } = setupPages(options)
  web.public.get('/', open)
  web.public.post('/', enterCode)
  web.public.post('/example', lookRound)
  web.public.get('/setup', askForSetup)
  web.public.post('/setup', setUp)

  const { askToSignIn, signIn } = signInPages(seal)
  const { askForSecondStep, giveCode, askForRecoveryCode, giveRecoveryCode } = secondStepPages(seal)
  const { newAuthenticator, createAuthenticator } = authenticatorPages(seal)
  const { signInWithPasskey, newPasskey, createPasskey } = passkeyPages(seal)
  web.public.get('/sign-in', askToSignIn)
  web.public.post('/sign-in', signIn)
  const providers = openProviders(seal, options.providers, ({ id, issuer }, why) =>
    web.server.log.warn({ provider: id, issuer, why }, 'A provider of single sign-on did not answer as it should'),
  )
  web.public.post('/sign-out', signOutWith(providers))
  providerRoutes(web, providers)
  web.public.get('/sign-in/second-step', askForSecondStep)
  web.public.post('/sign-in/second-step', giveCode)
  web.public.get('/sign-in/recovery-code', askForRecoveryCode)
  web.public.post('/sign-in/recovery-code', giveRecoveryCode)
  web.public.post('/sign-in/passkey', signInWithPasskey)
  web.public.get('/invitation/:token', openLink('invitation'))
  web.public.post('/invitation/:token', takeLink('invitation'))
  web.public.get('/reset', askForReset)
  web.public.post('/reset', requestReset)
  web.public.get('/reset/:token', openLink('reset'))
  web.public.post('/reset/:token', takeLink('reset'))
  web.public.get('/new-email/:token', openNewEmail)
  web.public.post('/new-email/:token', confirmNewEmail)

  web.signedIn.get('/account', showAccount)
  web.signedIn.post('/account/name', changeName)
  web.signedIn.post('/account/email', askForNewEmail)
  web.signedIn.post('/account/passphrase', changePassphrase)
  web.signedIn.post('/account/sessions', endOwnSession)
  web.signedIn.post('/account/sessions/others', endOtherOwnSessions)
  web.signedIn.get('/account/second-factor', showFactors)
  web.signedIn.get('/account/authenticator', newAuthenticator)
  web.signedIn.post('/account/authenticator', createAuthenticator)
  web.signedIn.get('/account/authenticator/removal', confirmAuthenticatorRemoval)
  web.signedIn.post('/account/authenticator/removal', removeOwnAuthenticator)
  web.signedIn.get('/account/recovery-codes', confirmNewCodes)
  web.signedIn.post('/account/recovery-codes', createRecoveryCodes)
  web.signedIn.post('/account/passkeys', createPasskey)
  web.signedIn.get('/account/passkeys/new', newPasskey)
  web.signedIn.get('/account/passkeys/:passkey/removal', confirmPasskeyRemoval)
  web.signedIn.post('/account/passkeys/:passkey/removal', removeOwnPasskey)

  // Accounts belong to no partnership, so a visit cannot read them: these run as the platform, and name the partnership in each statement.
  web.get('/accounts', mayAdminister, listAccounts, 'platform')
  web.post('/accounts', mayAdminister, createAccount, 'platform')
  web.get('/accounts/new', mayAdminister, newAccount, 'platform')
  web.get('/accounts/second-factor', mayAdminister, showFactorRoles, 'platform')
  web.post('/accounts/second-factor', mayAdminister, changeFactorRoles, 'platform')
  web.get('/accounts/:account', mayAdminister, editAccount, 'platform')
  web.post('/accounts/:account', mayAdminister, changeAccountRole, 'platform')
  web.post('/accounts/:account/invitation', mayAdminister, createInvitation, 'platform')
  web.post('/accounts/:account/sessions', mayAdminister, endMemberSession, 'platform')
  web.post('/accounts/:account/sessions/all', mayAdminister, endMemberSessions, 'platform')
  web.get('/accounts/:account/second-factor/removal', mayAdminister, confirmFactorRemoval, 'platform')
  web.post('/accounts/:account/second-factor/removal', mayAdminister, removeMemberFactor, 'platform')
  web.post('/accounts/:account/invitation/cancellation', mayAdminister, withdrawInvitation, 'platform')
  web.get('/accounts/:account/removal', mayAdminister, confirmRemoval, 'platform')
  web.post('/accounts/:account/removal', mayAdminister, removeAccount, 'platform')

  const { listDistricts, createCode, showSharing, changeSharing, joinCounty, confirmLeaving, leaveCounty } = districtPages(
    options.scorecardInShort ?? (async () => null),
  )
  web.get('/districts', mayRead, listDistricts, 'platform')
  web.post('/districts', mayAdminister, createCode, 'platform')
  web.get('/sharing', mayAdminister, showSharing, 'platform')
  web.post('/sharing', mayAdminister, changeSharing, 'platform')
  web.post('/sharing/county', mayAdminister, joinCounty, 'platform')
  web.get('/sharing/leaving', mayAdminister, confirmLeaving, 'platform')
  web.post('/sharing/leaving', mayAdminister, leaveCounty, 'platform')

  web.post('/persona', mayRead, switchPersona, 'platform')
  web.get('/removal', mayRead, confirmExampleRemoval, 'platform')
  web.post('/removal', mayRead, removeExample, 'platform')
}
