import type { Day } from '../../kernel/day.ts'
import type { Db } from '../../platform/db/index.ts'

type Fragment = ReturnType<Db>

/** As a piece of the statement that finds whose session it is, so that no page asks twice. */
export const capacityOf = (db: Db, partnershipId: Fragment, accountId: Fragment, today: Day): Fragment =>
  db`partnership.capacity_of(${partnershipId}, ${accountId}, ${today}::date)`
