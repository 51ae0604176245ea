import type { Config } from '../../src/config.ts'
import { addTo, inviteColleague, pathOf, readColleague, recoverAccount } from '../../src/platform/accounts/index.ts'
import type { Given } from './arguments.ts'
import { partnershipAsked, withDatabase } from './database.ts'
import { Refused } from './refused.ts'

export async function add(given: Given): Promise<void> {
  const { name = '', email = '', role = '' } = given
  await withDatabase(async (database, config) => {
    const partnership = await partnershipAsked(database, given)
    const open = addTo(partnership)
    const form = open.accepted ? readColleague({ name, email, role }) : open
    if (!form.accepted) throw refused(form.problems)
    const added = await database.platform(db =>
      inviteColleague(db, { ...form.value, partnershipId: partnership.id }, { byMail: false, now: Temporal.Now.instant() }),
    )
    if (!added.accepted) throw refused(added.problems)
    const { member, invited } = added.value
    if (invited.by !== 'link')
      return console.log(`${member.name} is added to ${partnership.name}, and signs in with the passphrase they have.`)
    console.log(`${member.name} is added to ${partnership.name}. With this link, once and within a week, they choose a passphrase:`)
    console.log(linkOf(config, invited.secret))
  })
}

export async function recover({ EMAIL: email = '' }: Given): Promise<void> {
  await withDatabase(async (database, config) => {
    const recovered = await database.platform(db => recoverAccount(db, email, Temporal.Now.instant()))
    if (!recovered.accepted) throw refused(recovered.problems)
    const { name, secret } = recovered.value
    console.log(`${name} is signed out everywhere, and what they signed in with lets nobody in any more.`)
    console.log('Make sure who they are, and give them this link, with which they choose a passphrase, once and within a week:')
    console.log(linkOf(config, secret))
  })
}

const linkOf = ({ publicUrl, host, port }: Config, secret: string): string =>
  `${publicUrl ?? `http://${host}:${port}`}${pathOf('invitation', secret)}`

const refused = (problems: readonly { readonly text: string }[]): Refused => new Refused(problems.map(({ text }) => `${text}.`).join('\n'))
