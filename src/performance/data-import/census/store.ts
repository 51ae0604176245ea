import type { Db } from '../../../platform/db/index.ts'
import type { ImportState } from '../data-import.ts'

/** Of all partnerships together: asked as the platform, which sees nothing else of them. */
export async function importsByState(db: Db): Promise<{ readonly state: ImportState; readonly count: number }[]> {
  return db`select state, count from performance.imports_by_state()`
}
