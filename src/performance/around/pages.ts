import type { Period } from '../../kernel/period.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Visit } from '../../platform/web/index.ts'
import type { Beside } from './around.ts'

/** Of all indicators, and the stories of one area, in a constant number of queries. A period that is not chosen is the latest of each. */
export type Around = (asked: Pick<Visit, 'db' | 'today'>, areaId: AreaId, chosen: Period | null) => Promise<Beside>
