import type { Db } from '../../platform/db/index.ts'
import type { IndicatorId } from '../indicator/indicator.ts'
import type { FormerDefinition } from './definition.ts'

/** The latest first. */
export async function formerDefinitions(db: Db, indicatorId: IndicatorId): Promise<FormerDefinition[]> {
  return db<FormerDefinition[]>`
    select replaced_on, reason, replaced_by_name, definition, value_type, rate_per, unit, source
      from performance.former_definition
     where indicator_id = ${indicatorId}
     order by replaced_on desc`
}

export async function addFormerDefinition(db: Db, indicatorId: IndicatorId, former: FormerDefinition): Promise<void> {
  await db`
    insert into performance.former_definition (indicator_id, replaced_on, reason, replaced_by_name, definition, value_type, rate_per, unit, source)
    values (${indicatorId}, ${former.replacedOn}, ${former.reason}, ${former.replacedByName}, ${former.definition}, ${former.valueType},
            ${former.ratePer}, ${former.unit}, ${former.source})`
}
