/** The structure of sixty groups drawn, the network of who sits on several of them, and both taken away. */
import { largePartnership } from '../test/pages/partnership.ts'
import { usualSize } from './county.ts'
import { type Benchmark, median, milliseconds, noted, times } from './figure.ts'
import { openedCounty } from './opened.ts'
import { inPlace } from './place.ts'
import { textOf, visitor } from './visitor.ts'

const rounds = 30

export const structure: Benchmark = () =>
  inPlace(async place => {
    const made = await place.database('structure')
    const { server, county, cookies } = await openedCounty(made, { ...usualSize, indicators: 1 })
    await largePartnership(made.owner, county.partnershipId, 60)
    const one = visitor(server.port, cookies[0])
    const path = `/${county.slug}/structure`
    const first = { structure: await one.get(path), network: await one.get(`/${county.slug}/network`), pdf: await one.get(`${path}.pdf`) }
    await server.serve(textOf(first.structure))

    let number = 0
    const taken = {
      anew: [] as number[],
      unchanged: [] as number[],
      same: [] as number[],
      network: [] as number[],
      pdf: [] as number[],
      png: [] as number[],
    }
    for (let round = -5; round < rounds; round++) {
      const asked = {
        // Of another day there is no page kept, and of another name no file.
        anew: await one.get(`${path}?made=${number++}`),
        unchanged: await one.get(path),
        same: await one.get('/bench/same'),
        network: await one.get(`/${county.slug}/network?made=${number}`),
        pdf: await one.get(`${path}.pdf`),
        png: await one.get(`${path}.png`),
      }
      if (round >= 0) for (const [name, { ms }] of Object.entries(asked)) taken[name as keyof typeof taken].push(ms)
    }
    one.leave()
    await server.stop()
    const same = median(taken.same)
    return {
      title: 'The structure, drawn',
      figures: [
        noted('60 groups and 300 seats, drawn for the first time since the start', milliseconds(first.structure.ms)),
        noted(
          'the page made anew, its structure as before',
          `${milliseconds(median(taken.anew))}, ${times(median(taken.anew) / same)} the same bytes from memory`,
        ),
        noted('nothing has changed since', `${milliseconds(median(taken.unchanged))}, ${times(median(taken.unchanged) / same)}`),
        noted(
          'who shares members, for the first time and made anew',
          `${milliseconds(first.network.ms)} and ${milliseconds(median(taken.network))}`,
        ),
        noted(
          'as PDF, for the first time (a typesetter is started) and again',
          `${milliseconds(first.pdf.ms)} and ${milliseconds(median(taken.pdf))}`,
        ),
        noted('as PNG again', milliseconds(median(taken.png))),
      ],
      how: [
        `Median of ${rounds} rounds after five to warm up. Graphviz places a structure once, and a picture or a paper is made once: kept by the digest of what they are made from.`,
      ],
    }
  })
