import { accept, type Ruling, refuse } from '../../../kernel/ruling.ts'

/** An account is a person who can sign in, whichever partnerships they belong to. */
export type Account = {
  readonly id: number
  readonly email: string
  readonly name: string
  readonly passphraseHash: string | null
  /** One of the people of the example: anybody who looks round it can be them, and nobody signs in as them. */
  readonly isExample: boolean
}

export function changeOwn(account: Account): Ruling<Account> {
  if (account.isExample) return refuse({ text: `${account.name} is one of the people of the example and cannot be changed` })
  return accept(account)
}
