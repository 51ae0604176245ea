// Read by the test of the scan, and never run.
type Db = (text: TemplateStringsArray, ...values: readonly unknown[]) => unknown

export const indicators = (db: Db, least: number) =>
  db`
    select id
      from performance.indicator
     where ${db`id in (select indicator_id from performance.target where value > ${least})`}
     order by ${db`title, id`}`
