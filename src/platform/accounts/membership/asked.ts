import { idOf } from '../../../kernel/ids.ts'
import { found, type Visit } from '../../web/index.ts'
import type { Member } from './membership.ts'
import { memberOf } from './store.ts'

/** The member that the address names. */
export async function memberAsked({ db, partnership, params: { account } }: Visit): Promise<Member> {
  return found(await memberOf(db, partnership.id, found(idOf<'account'>(account))))
}
