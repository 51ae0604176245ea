/** The same page of the same partnership with ten times the history, and with ninety-nine others in its database. */
import { makeCounty, type Size, settled, usualSize } from './county.ts'
import { atMost, type Benchmark, median, noted, times } from './figure.ts'
import { openedCounty } from './opened.ts'
import { inPlace, type Place } from './place.ts'
import { textOf, visitor } from './visitor.ts'

const rounds = 60

export const growth: Benchmark = ({ full }) =>
  inPlace(async place => {
    const others: Size = full ? usualSize : { ...usualSize, quarters: 4 }
    const opened = [
      await opening(place, 'before', usualSize, 0, others),
      await opening(place, 'again', usualSize, 0, others),
      await opening(place, 'history', { ...usualSize, quarters: usualSize.quarters * 10 }, 0, others),
      await opening(place, 'partnerships', usualSize, 99, others),
    ]
    const taken = opened.map(() => [] as number[])
    for (let round = -20; round < rounds; round++) {
      for (const [index, { one, path }] of opened.entries()) {
        const page = await one.get(`${path}?made=${round}`)
        textOf(page)
        if (round >= 0) taken[index]?.push(page.ms)
      }
    }
    for (const { one, server } of opened) {
      one.leave()
      await server.stop()
    }
    const [before = Number.NaN, again = Number.NaN, history = Number.NaN, partnerships = Number.NaN] = taken.map(median)
    return {
      title: 'Growth',
      figures: [
        atMost('10 times the history', history / before, 1.3),
        atMost('100 partnerships in one database', partnerships / before, 1.3),
        noted('the page before, against itself in another database: what is noise', times(again / before)),
      ],
      how: [
        `The scorecard of 198 indicators and 13 areas made anew, with 10 years of quarters (103,000 returns) and with 100 (1,030,000); and with 10 years beside 99 further partnerships of 198 indicators and 13 areas, each with ${full ? '10 years of quarters (10,300,000 returns in all)' : 'a year of quarters (1,100,000 returns in all; `-- growth --full` gives each 10 years)'}.`,
        `Each database has a server of its own; they are asked in turn, ${rounds} rounds after 20 to warm up. Medians.`,
      ],
    }
  })

async function opening(place: Place, name: string, size: Size, others: number, ofOthers: Size) {
  const made = await place.database(name)
  for (let number = 1; number <= others; number++) await makeCounty(made, `county-${number}`, ofOthers)
  const { server, county, cookies } = await openedCounty(made, size)
  if (others > 0) await settled(made)
  return { server, one: visitor(server.port, cookies[0]), path: `/${county.slug}/scorecard` }
}
