/** A scorecard made anew and unchanged, beside the same bytes from memory: one asker at a time, then twenty at once. */
import { setTimeout } from 'node:timers/promises'
import { type County, usualSize } from './county.ts'
import { atMost, type Benchmark, median, milliseconds, noted, quantile, times } from './figure.ts'
import { openedCounty } from './opened.ts'
import { inPlace, type Made } from './place.ts'
import { queriesOf } from './queries.ts'
import { startServer } from './server.ts'
import { atOnce, textOf, type Visitor, visitor } from './visitor.ts'

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

    const turns = ['', '?by=outcome', '?by=lead', '?by=judgement', '?judgement=off-target'].map(turn => path + turn)
    const together = {
      same: await atOnce(people, 20, () => '/bench/same'),
      unchanged: await atOnce(people, 20, () => path),
      changed: await justChanged(made, county, people, path),
      reading: await whileSomebodyChanges(made, county, () => atOnce(people, 6, number => turns[number % turns.length] ?? path, 2_000)),
      alone: await atOnce(people, 6, anew, 2_000),
      anew: await atOnce(people, 10, anew),
    }
    const second = await startServer(made.appUrl)
    const half = [...people.slice(0, 10), ...cookies.slice(10).map(cookie => visitor(second.port, cookie))]
    const shared = { anew: await atOnce(half, 10, anew), unchanged: await atOnce(half, 20, () => path) }
    for (const each of [...people, ...half]) each.leave()
    await Promise.all([server.stop(), second.stop()])
    const few = await queriesFor(await place.database('few'), 10)
    const many = await queriesFor(await place.database('many'), 198)

    return {
      title: 'A scorecard page',
      figures: [
        atMost('made anew, against the same bytes', median(taken.anew) / same, 10),
        atMost('nothing has changed since, against the same bytes', median(taken.unchanged) / same, 3),
        atMost('20 visitors at once, asking again at once, nothing has changed: p95', p95(together.unchanged), 100, milliseconds),
        atMost('20 visitors at once open the page just after a change: p95', p95(together.changed), 100, milliseconds),
        atMost(
          '20 visitors turn the scorecard, reading two seconds, while a colleague saves every second: p95',
          p95(together.reading),
          100,
          milliseconds,
        ),
        atMost('20 visitors reading two seconds, each page one that nobody had before: p95', p95(together.alone), 100, milliseconds),
        atMost('20 visitors asking again at once, each page one that nobody had before: p95', p95(together.anew), 100, milliseconds),
        noted('the same bytes from memory, 20 visitors asking again at once: p95', milliseconds(p95(together.same))),
        noted('the page made anew for 20 at once, against the same bytes for 20', times(median(together.anew) / median(together.same))),
        noted(
          'two processes instead of one, for 20 asking again at once: made anew, unchanged',
          `${times(median(shared.anew) / median(together.anew))}, ${times(median(shared.unchanged) / median(together.unchanged))}`,
        ),
        { what: 'queries with 10 and with 198 indicators', found: `${few} and ${many}`, wanted: 'the same', reached: few === many },
      ],
      how: [
        '198 indicators, 10 years of quarters, 13 areas behind them, a target for each quarter and each year. One process serves; another asks over HTTP, compressed, and has a page when its last byte is there.',
        `Medians of ${rounds} rounds after 20 to warm up; a round asks for a page that nobody has asked for before, for one that was just shown, and for the same bytes of HTML which the same server sends from memory with the same headers and compression.`,
        'Whoever asks again at once leaves the server no pause: twenty of them are as many as some hundreds who read. Those who read pause one to three seconds. A colleague’s saving makes every page of the partnership anew; the five ways in which the scorecard is turned are then each made once.',
      ],
    }
  })

const p95 = (taken: readonly number[]): number => quantile(taken, 0.95)

/** Ten times over: somebody saves something, and everybody asks for the page at the same moment. */
async function justChanged(made: Made, county: County, people: readonly Visitor[], path: string): Promise<number[]> {
  const taken: number[] = []
  for (let round = 0; round < 10; round++) {
    await save(made, county, round)
    taken.push(...(await atOnce(people, 1, () => path)))
  }
  return taken
}

async function whileSomebodyChanges<T>(made: Made, county: County, work: () => Promise<T>): Promise<T> {
  let isOver = false
  const saving = (async () => {
    for (let number = 0; !isOver; number++) {
      await save(made, county, number)
      await setTimeout(1_000)
    }
  })()
  try {
    return await work()
  } finally {
    isOver = true
    await saving
  }
}

const save = ({ database }: Made, { partnershipId }: County, number: number): Promise<unknown> =>
  database.visit(
    { partnershipId, accountId: null, name: 'Bench', requestId: 'bench' },
    'write',
    db => db`update performance.indicator set note = ${`Noted ${number}`} where id = (select min(id) from performance.indicator)`,
  )

async function queriesFor(made: Made, indicators: number): Promise<number> {
  const { county, cookies, server } = await openedCounty(made, { ...usualSize, indicators, quarters: 8 })
  await server.stop()
  return (await queriesOf(made, county, cookies[0] ?? '', 'scorecard')).length
}
