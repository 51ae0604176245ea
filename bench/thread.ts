/** The pages of the golden thread in a partnership with two thousand records: the strip above an indicator's heading, and a whole thread, drawn. */
import { usualSize } from './county.ts'
import { atMost, type Benchmark, median, milliseconds, noted, quantile, times } from './figure.ts'
import { openedCounty } from './opened.ts'
import { inPlace, type Made } from './place.ts'
import { textOf, visitor } from './visitor.ts'

const rounds = 60
const actions = 1_700

export const thread: Benchmark = () =>
  inPlace(async place => {
    const made = await place.database('thread')
    const { server, county, cookies } = await openedCounty(made, usualSize)
    const records = await fill(made, county.partnershipId)
    const one = visitor(server.port, cookies[0])
    const [indicator] = await made.owner<
      { id: number }[]
    >`select min(id) as id from performance.indicator where partnership_id = ${county.partnershipId}`
    const whole = `/${county.slug}/thread/indicator/${indicator?.id ?? 0}`
    await server.serve(textOf(await one.get(whole)))
    const taken = { whole: [] as number[], same: [] as number[], strip: [] as number[] }
    for (let round = -10; round < rounds; round++) {
      const asked = {
        whole: await one.get(`${whole}?made=${round}`),
        same: await one.get('/bench/same'),
        strip: await one.get(`/${county.slug}/indicators/${indicator?.id ?? 0}?made=${round}`),
      }
      for (const page of Object.values(asked)) textOf(page)
      if (round >= 0) for (const [name, { ms }] of Object.entries(asked)) taken[name as keyof typeof taken].push(ms)
    }
    one.leave()
    await server.stop()
    return {
      title: 'The golden thread',
      figures: [
        atMost(
          `the whole thread of an indicator among ${records.toLocaleString('en-GB')} records, made anew: p95`,
          quantile(taken.whole, 0.95),
          100,
          milliseconds,
        ),
        noted(
          'median',
          `${milliseconds(median(taken.whole))}, ${times(median(taken.whole) / median(taken.same))} the same bytes from memory`,
        ),
        noted(
          'the page of an indicator with its strip, made anew: median and p95',
          `${milliseconds(median(taken.strip))}, ${milliseconds(quantile(taken.strip, 0.95))}`,
        ),
      ],
      how: [
        `The county of ${usualSize.indicators} indicators with ${actions.toLocaleString('en-GB')} open actions, each to move an indicator and owned by an organisation. All records and links are read in two queries and walked; sixty boxes are drawn. ${rounds} rounds after ten to warm up.`,
      ],
    }
  })

/** How many records the thread has then. */
async function fill({ owner }: Made, partnershipId: number): Promise<number> {
  await owner.begin(async db => {
    await db`set local session_replication_role = replica`
    await db`
      insert into actions.action (partnership_id, source, source_id, source_name, source_day, number, text, due_on, state)
      select ${partnershipId}, 'meeting', 1, 'PMG', date '2009-05-06', n, 'Train advisers in every district, step number ' || n, date '2009-12-31', 'open'
        from generate_series(1, ${actions}::int) n`
    await db`
      insert into actions.indicator (partnership_id, action_id, indicator_id)
      select ${partnershipId}, action.id, (select min(id) from performance.indicator where partnership_id = ${partnershipId}) + action.id % ${usualSize.indicators}::int
        from actions.action where partnership_id = ${partnershipId}`
    await db`
      insert into actions.owner (partnership_id, action_id, organisation_id)
      select ${partnershipId}, action.id, (select min(id) from partnership.organisation where partnership_id = ${partnershipId}) + action.id % 12
        from actions.action where partnership_id = ${partnershipId}`
  })
  await owner`vacuum analyze`
  const [row] = await owner<
    { count: number }[]
  >`select count(*)::integer as count from thread.node where partnership_id = ${partnershipId} and kind <> 'target'`
  return row?.count ?? 0
}
