import type { Db } from '../../db/index.ts'

/** Whom one looks round the example as, unless one chooses another; null where there is no example. */
export async function firstPersona(db: Db): Promise<{ readonly slug: string; readonly accountId: number } | null> {
  const [persona] = await db<{ slug: string; accountId: number }[]>`
    select partnership.slug, account.id as account_id
      from platform.partnership
      join platform.membership on membership.partnership_id = partnership.id
      join platform.account on account.id = membership.account_id
     where partnership.is_example and account.is_example
     order by account.id
     limit 1`
  return persona ?? null
}
