/** A scorecard made anew and unchanged, beside the same bytes from memory: one asker at a time, then twenty at once. */
import { usualSize } from './county.ts'
import { atMost, type Benchmark, median, milliseconds, noted, quantile, times } from './figure.ts'
import { openedCounty } from './opened.ts'
import { inPlace, type Made } from './place.ts'
import { queriesOf } from './queries.ts'
import { atOnce, textOf, visitor } from './visitor.ts'

const rounds = 60

export const scorecard: Benchmark = () =>
  inPlace(async place => {
    const made = await place.database('scorecard')
    const { server, county, cookies } = await openedCounty(made, usualSize)
    const people = cookies.map(cookie => visitor(server.port, cookie))
    const [one] = people
    if (one === undefined) throw new Error('There is nobody to ask')
    const path = `/${county.slug}/scorecard`
    await server.serve(textOf(await one.get(path)))

    let number = 0
    const anew = () => `${path}?made=${number++}`
    const taken = { anew: [] as number[], unchanged: [] as number[], same: [] as number[] }
    for (let round = -20; round < rounds; round++) {
      const asked = { anew: await one.get(anew()), unchanged: await one.get(path), same: await one.get('/bench/same') }
      for (const page of Object.values(asked)) textOf(page)
      if (round < 0) continue
      taken.anew.push(asked.anew.ms)
      taken.unchanged.push(asked.unchanged.ms)
      taken.same.push(asked.same.ms)
    }
    const same = median(taken.same)

    const together = {
      anew: await atOnce(people, 10, anew),
      unchanged: await atOnce(people, 20, () => path),
      reading: await atOnce(people, 6, anew, 2_000),
      same: await atOnce(people, 20, () => '/bench/same'),
    }
    for (const each of people) each.leave()
    await server.stop()
    const few = await queriesFor(await place.database('few'), 10)
    const many = await queriesFor(await place.database('many'), 198)

    return {
      title: 'A scorecard page',
      figures: [
        atMost('made anew, against the same bytes', median(taken.anew) / same, 10),
        atMost('nothing has changed since, against the same bytes', median(taken.unchanged) / same, 3),
        atMost('20 visitors at once, each asking again at once, all made anew: p95', quantile(together.anew, 0.95), 100, milliseconds),
        atMost('the same, nothing changed: p95', quantile(together.unchanged, 0.95), 100, milliseconds),
        atMost(
          '20 visitors at once who read two seconds between pages, all made anew: p95',
          quantile(together.reading, 0.95),
          100,
          milliseconds,
        ),
        noted('the same bytes from memory, 20 visitors asking again at once: p95', milliseconds(quantile(together.same, 0.95))),
        noted('the page made anew for 20 at once, against the same bytes for 20', times(median(together.anew) / median(together.same))),
        { what: 'queries with 10 and with 198 indicators', found: `${few} and ${many}`, wanted: 'the same', reached: few === many },
      ],
      how: [
        '198 indicators, 10 years of quarters, 13 areas behind them, a target for each quarter and each year. One process serves; another asks over HTTP, compressed, and has a page when its last byte is there.',
        `Medians of ${rounds} rounds after 20 to warm up; a round asks for a page that nobody has asked for before, for one that was just shown, and for the same bytes of HTML which the same server sends from memory with the same headers and compression.`,
      ],
    }
  })

async function queriesFor(made: Made, indicators: number): Promise<number> {
  const { county, cookies, server } = await openedCounty(made, { ...usualSize, indicators, quarters: 8 })
  await server.stop()
  return (await queriesOf(made, county, cookies[0] ?? '', 'scorecard')).length
}
