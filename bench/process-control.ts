/** A scorecard's rows with process control and without: read from the database, judged, and made into what the cells show. */
import { day } from '../src/kernel/day.ts'
import type { AreaId } from '../src/partnership/index.ts'
import { assessmentOf, control, makingDataCount, standingsIn } from '../src/performance/index.ts'
import { glanceAt } from '../src/performance/standing/glance.ts'
import { makeCounty, settled, usualSize } from './county.ts'
import { type Benchmark, median, milliseconds, noted, quantile, times } from './figure.ts'
import { inPlace, type Made } from './place.ts'

type Standing = Awaited<ReturnType<typeof standingsIn>>[number]
type County = Awaited<ReturnType<typeof makeCounty>>

const rounds = 40

export const processControl: Benchmark = () =>
  inPlace(async place => {
    const made = await place.database('process_control')
    const county = await makeCounty(made, 'wexcombe', usualSize)
    await settled(made)
    const today = day(Temporal.Now.plainDateISO('Europe/London').toString())

    const taken = {
      with: [] as number[],
      without: [] as number[],
      reading: [] as number[],
      readingWithout: [] as number[],
      rule: [] as number[],
    }
    let told = 0
    for (let round = -10; round < rounds; round++)
      for (const isWith of round % 2 === 0 ? [true, false] : [false, true]) {
        const started = performance.now()
        const standings = await standingsOf(made, county, isWith)
        const haveRead = performance.now()
        const cells = standings.map(each => glanceAt(each, assessmentOf(each, null, today), null, today))
        const ended = performance.now()
        if (isWith) told = cells.filter(({ change }) => change !== null).length
        if (round < 0) continue
        taken[isWith ? 'with' : 'without'].push(ended - started)
        taken[isWith ? 'reading' : 'readingWithout'].push(haveRead - started)
        if (isWith) taken.rule.push(ruleAlone(standings))
      }
    if (told !== usualSize.indicators) throw new Error(`Process control finds something of ${told} indicators`)
    return {
      title: 'Process control on a scorecard',
      figures: [
        noted('198 rows with process control, against the same without', times(median(taken.with) / median(taken.without))),
        noted('with, and without', `${milliseconds(median(taken.with))}, ${milliseconds(median(taken.without))}`),
        noted(
          'of that, reading from the database',
          `${milliseconds(median(taken.reading))}, ${milliseconds(median(taken.readingWithout))}`,
        ),
        noted('the rules alone, 198 series of 40 figures', milliseconds(median(taken.rule))),
        noted('with, the slowest in twenty', milliseconds(quantile(taken.with, 0.95))),
      ],
      how: [
        '198 indicators, 40 quarters each, one area: what a scorecard reads (`standingsIn`), judges and shows in its cells (`glanceAt`), without the page about it (the figures of *A scorecard page* have process control in them); with the latest figures of each indicator, its limits and its sentence, and without. ' +
          `Medians of ${rounds} rounds after 10 to warm up, both in each round, in turn first.`,
      ],
    }
  })

function ruleAlone(standings: readonly Standing[]): number {
  const started = performance.now()
  for (const { series, indicator } of standings) control(series?.points ?? [], [], indicator.polarity, makingDataCount)
  return performance.now() - started
}

function standingsOf({ database }: Made, { partnershipId, agreementId, areaIds }: County, isWith: boolean): Promise<Standing[]> {
  const who = { partnershipId, accountId: null, name: 'Bench', requestId: 'bench' }
  const wanted = { agreementId: agreementId as Standing['indicator']['agreementId'] }
  const own: readonly unknown[] = areaIds.slice(0, 1)
  const reach = { areaIds: own as readonly AreaId[], by: null, last: 13, ...(isWith ? { withSeries: true as const } : {}) }
  return database.visit(who, 'read', db => standingsIn(db, wanted, reach, new Map()))
}
