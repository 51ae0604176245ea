import { decimal } from '../../kernel/decimal.ts'
import type { AreaId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { AgreementId } from '../indicator/indicator.ts'
import type { News, Waiting } from './home.ts'

/** Of each indicator the figure of its last period, the newest reported first: one look into the index for each, however long the history is. */
export async function newsOf(db: Db, agreementId: AgreementId, areaId: AreaId, count: number): Promise<News[]> {
  const rows = await db<(Omit<News, 'value'> & { value: string })[]>`
    select i.id as indicator_id, r.starts_on, r.ends_on, r.value, r.revision, r.reported_by_name, r.reported_at
      from performance.indicator i
     cross join lateral (
           select starts_on, ends_on, value, revision, reported_by_name, reported_at
             from performance.data_return
            where indicator_id = i.id and area_id = ${areaId} and is_latest and value is not null
            order by ends_on desc, starts_on desc
            limit 1) r
     where i.agreement_id = ${agreementId}
     order by r.reported_at desc, i.id
     limit ${count}`
  return rows.map(row => ({ ...row, value: decimal(row.value) }))
}

export async function importsWaiting(db: Db): Promise<Waiting[]> {
  return db<Waiting[]>`
    select id, file_name, state, made_by_name
      from performance.data_import
     where state in ('uploaded', 'checked', 'failed')
     order by id desc
     limit 5`
}
