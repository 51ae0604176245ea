import type { Database, Db } from '../../db/index.ts'
import type { LetterOptions, Letters, Letter as WhenSent } from '../../mail/index.ts'
import type { Account } from '../account/account.ts'
import { accountByEmail, accountOf } from '../account/store.ts'
import { partnershipName } from '../address/store.ts'
import { isOver, type Link, pathOf } from '../one-time-link/one-time-link.ts'
import { addSecret, linkOf } from '../one-time-link/store.ts'
import {
  addedLetter,
  type From,
  invitationLetter,
  type Letter,
  type News,
  newEmailLetter,
  newsLetter,
  resetLetter,
  testLetter,
} from './letter.ts'

/** The letters about accounts, under the names by which they are asked for, each with what it is about. */
export function accountLetters({ origin, clock }: LetterOptions): Letters {
  const fromHere = async (db: Db, partnershipId: number): Promise<From> => ({
    partnership: await partnershipName(db, partnershipId),
    origin,
  })

  const aboutLink =
    (write: (from: From & { name: string; link: string; until: Temporal.Instant; asker: string }) => Letter): WhenSent =>
    async ({ database, who, about }) => {
      const { linkId } = about as { readonly linkId: number }
      const made = await secretFor(database, linkId)
      if (made === null) return null
      const { link, secret } = made
      const from = await database.platform(db => fromHere(db, who.partnershipId))
      const address = `${origin}${pathOf(link.purpose, secret)}`
      return {
        to: link.newEmail ?? link.email,
        ...write({ ...from, name: link.name, link: address, until: link.expiresAt, asker: who.name }),
      }
    }

  /** Committed before the mail goes: whoever is quick finds the link open. Nobody is sent one that opens nothing. */
  const secretFor = (database: Database, linkId: number): Promise<{ link: Link; secret: string } | null> =>
    database.platform(async db => {
      const link = await linkOf(db, linkId)
      if (link === null || isOver(link, clock())) return null
      if (link.newEmail !== null && (await accountByEmail(db, link.newEmail))) return null
      return { link, secret: await addSecret(db, linkId) }
    })

  const aboutAccount =
    (
      write: (from: From & { name: string; asker: string }, about: unknown) => Letter,
      to: (account: Account, about: unknown) => string,
    ): WhenSent =>
    ({ database, who, about }) =>
      database.platform(async db => {
        const account = await accountOf(db, (about as { readonly accountId: number }).accountId)
        if (account === null || account.isExample) return null
        const from = { ...(await fromHere(db, who.partnershipId)), name: account.name, asker: who.name }
        return { to: to(account, about), ...write(from, about) }
      })

  return {
    invitation: aboutLink(({ asker, ...from }) => invitationLetter({ ...from, inviter: asker })),
    reset: aboutLink(resetLetter),
    'new-email': aboutLink(newEmailLetter),
    added: aboutAccount(({ asker, ...from }) => addedLetter({ ...from, inviter: asker }), ownAddress),
    test: aboutAccount(testLetter, ownAddress),
    news: aboutAccount(
      (from, about) => newsLetter((about as AboutNews).told, Temporal.Instant.from((about as AboutNews).at), from),
      (account, about) => (about as AboutNews).to ?? account.email,
    ),
  }
}

/** `to` is an address that they no longer have. */
type AboutNews = { readonly told: News; readonly at: string; readonly to: string | null }

const ownAddress = ({ email }: Account): string => email
