import type { Db } from '../../db/index.ts'
import { type Role, roles } from '../../web/index.ts'

/** Which roles need a second factor in a partnership, in the order in which roles are named. */
export async function factorRoles(db: Db, partnershipId: number): Promise<readonly Role[]> {
  const rows = await db<{ role: Role }[]>`select role from platform.factor_role where partnership_id = ${partnershipId}`
  return roles.filter(role => rows.some(row => row.role === role))
}

export async function setFactorRoles(db: Db, partnershipId: number, wanted: readonly Role[]): Promise<void> {
  await db`delete from platform.factor_role where partnership_id = ${partnershipId} and role <> all (${[...wanted]})`
  await db`
    insert into platform.factor_role (partnership_id, role)
    select ${partnershipId}, unnest(${[...wanted]}::text[])
    on conflict do nothing`
}
