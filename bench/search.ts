/** Search in 100,000 texts, as one types. */
import { usualSize } from './county.ts'
import { atMost, type Benchmark, median, milliseconds, noted, quantile } from './figure.ts'
import { openedCounty } from './opened.ts'
import { inPlace } from './place.ts'
import { visitor } from './visitor.ts'

const texts = 100_000
const rounds = 4
/** Letter by letter: every word and what came before it. */
const typed = [
  'carers assessment',
  'place survey results',
  'PMG/090506/3',
  'anti-social behaviour order',
  'delivery plan',
  '"delivery plan" health',
  'the group agreed',
]

export const search: Benchmark = () =>
  inPlace(async place => {
    const made = await place.database('search')
    const { server, county, cookies } = await openedCounty(made, { ...usualSize, indicators: 1 })
    await fill(made.owner, county.partnershipId)
    const one = visitor(server.port, cookies[0])
    const asked = typed.flatMap(words => Array.from({ length: words.length - 1 }, (_, at) => words.slice(0, at + 2)))
    const taken: number[] = []
    const whole: number[] = []
    for (let round = -1; round < rounds; round++)
      for (const words of asked) {
        const { ms } = await one.get(`/${county.slug}/search?typing=1&made=${round}&q=${encodeURIComponent(words)}`)
        if (round < 0) continue
        taken.push(ms)
        if (typed.includes(words)) whole.push(ms)
      }
    const everywhere = await one.get(`/${county.slug}/search?q=partnership`)
    one.leave()
    await server.stop()
    return {
      title: 'Search',
      figures: [
        atMost(`${texts.toLocaleString('en-GB')} texts, letter by letter: p95`, quantile(taken, 0.95), 100, milliseconds),
        noted('median', milliseconds(median(taken))),
        noted('the words as a whole: median and slowest', `${milliseconds(median(whole))} and ${milliseconds(Math.max(...whole))}`),
        noted('a word that stands in nearly every text', milliseconds(everywhere.ms)),
      ],
      how: [
        `${asked.length} questions (what ${typed.length} people have typed after each letter from the second), ${rounds} rounds, no answer kept, the page as a whole. Texts of 30 to 90 words out of 4,000, some of them in every second text.`,
      ],
    }
  })

/** Minutes as they read to an index: a few words everywhere, some often, most seldom. */
async function fill(
  owner: Parameters<typeof import('../test/pages/partnership.ts').largePartnership>[0],
  partnershipId: number,
): Promise<void> {
  await owner`
    insert into platform.search_entry (partnership_id, subject, record, title, body, belongs_to, address, on_day, words)
    select ${partnershipId}, (array['meetings.minute', 'meetings.decision', 'actions.action', 'performance.indicator'])[n % 4 + 1], n, title, body, 'Management Group',
           'meetings/' || n, date '2000-04-01' + n % 9000, platform.search_words(${partnershipId}, title, body)
      from generate_series(1, ${texts}) as n,
           lateral (select case when n % 4 = 2 then 'PMG/' || to_char(date '2000-04-01' + n % 9000, 'YYMMDD') || '/' || n % 30 else 'Item ' || n % 12 end as title,
                           'The partnership' || case when n % 2 = 0 then ' agreed that the group' else ' noted' end
                           || case when n % 7 = 0 then ' delivery plan' else '' end || case when n % 40 = 0 then ' carers assessment' else '' end
                           || case when n % 60 = 0 then ' place survey results' else '' end || case when n % 90 = 0 then ' anti-social behaviour order' else '' end
                           || (select string_agg(' ' || (array['hous', 'scho', 'burg', 'heal', 'tran', 'plan', 'comm', 'serv'])[k * n % 8 + 1] || (k * n * 31) % 500, '')
                                 from generate_series(1, 30 + n % 60) as k) as body) as made`
  await owner`analyze platform.search_entry`
}
