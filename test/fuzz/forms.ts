import { openApplication } from '../../src/application.ts'
import { addressesIn } from '../pages/addresses.ts'
import { type FreshApp, freshApp } from '../web/index.ts'
import { addressFor, ask, faultLog, mayCome, told, visitorsOf, wrongWith } from './asking.ts'
import type { Chance } from './chance.ts'
import { type Control, controlsIn } from './controls.ts'
import { hostileText, urlEncoded } from './hostile.ts'
import type { Fuzz } from './rounds.ts'
import { trial } from './trial.ts'

const now = '2026-11-22T09:30:00Z'
/** What is kept whatever becomes of a request: when somebody was seen, and how often something was tried. */
const keptAnyway = [
  'platform.session',
  'platform.attempt',
  'platform.setup_code',
  'platform.second_step',
  'platform.used_challenge',
  'platform.provider_request',
]

/** Every form, with what its page shows and with anything else, sent by everybody: it is accepted, or refused and nothing has changed. */
export const forms: Fuzz = {
  name: 'forms',
  about: 'every form, filled in with anything, by everybody',
  async open(t) {
    const faults = faultLog()
    const app = await freshApp(t, { now, example: true })
    const kept = new Set<string>()
    const database = trial(app.database, tables => {
      for (const table of tables) if (!keptAnyway.includes(table)) kept.add(table)
    })
    const clock = () => Temporal.Instant.from(now)
    const { web } = await openApplication({ database, version: '0.0.0', clock, log: faults.log, logLevel: 'error' })
    t.after(() => web.server.close())
    const addressOf = await addressesIn(app)
    const routes = web.routes.filter(({ method }) => method === 'POST')
    const controls = new Map(await Promise.all(routes.map(async route => [route.path, await controlsFor(app, addressOf(route))] as const)))
    const visitors = visitorsOf(app)

    return async chance => {
      const route = chance.pick(routes)
      const { as, person } = chance.pick(visitors)
      const body = bodyOf(chance, controls.get(route.path) ?? [])
      const request = {
        method: 'POST',
        url: addressFor(chance, route, addressOf(route)),
        headers: { ...(person && { cookie: person.cookie }), 'sec-fetch-site': 'same-origin', 'content-type': body.type },
        payload: body.payload,
      } as const
      kept.clear()
      const answer = await ask(web, request)
      const wrong = wrongWith(answer, faults.take(), [200, 303, 400, 403, 404, 413, 415, 422, 429])
      const { statusCode } = answer
      if (statusCode >= 400 && kept.size > 0) wrong.push(`answered with ${statusCode}, and ${[...kept].join(', ')} has changed`)
      if (!mayCome(route, as) && kept.size > 0) wrong.push(`has changed ${[...kept].join(', ')}, which they may not`)
      return { came: String(statusCode), wrong: wrong.map(what => `${told(request, as)}\n  ${what}`) }
    }
  },
}

/** What can be filled in where the form is shown: at its own address, or on the page that it belongs to. */
async function controlsFor({ get, administrator }: FreshApp, address: string): Promise<readonly Control[]> {
  for (const page of [address, `${address}/new`, address.replace(/\/[^/]*$/, ''), address.replace(/\/[^/]*\/[^/]*$/, '')]) {
    const { statusCode, body } = page === '' ? { statusCode: 0, body: '' } : await get(administrator, page)
    const controls = statusCode === 200 ? controlsIn(body, address, page === address) : []
    if (controls.length > 0) return controls
  }
  return []
}

type Body = { readonly type: string; readonly payload: string | Buffer }

function bodyOf(chance: Chance, controls: readonly Control[]): Body {
  const pairs = filledIn(chance, controls)
  const encoded = pairs.map(([name, value]) => `${urlEncoded(name, chance)}=${urlEncoded(value, chance)}`).join('&')
  if (chance.may(0.9)) return { type: 'application/x-www-form-urlencoded', payload: encoded }
  return chance.pick<() => Body>([
    () => multipart(chance, pairs),
    () => ({ type: 'application/json', payload: JSON.stringify(Object.fromEntries(pairs)) }),
    () => ({ type: 'text/plain', payload: encoded }),
    () => ({ type: 'application/x-www-form-urlencoded', payload: encoded.slice(0, chance.below(encoded.length + 1)) }),
    () => ({ type: 'application/x-www-form-urlencoded; charset=utf-16', payload: Buffer.from(encoded, 'utf16le') }),
    () => ({
      type:
        hostileText(chance)
          .replaceAll(/[^ -~]/g, '')
          .slice(0, 100) || 'x',
      payload: encoded,
    }),
    () => ({ type: 'application/x-www-form-urlencoded', payload: `${encoded}&`.repeat(200) }),
    () => ({ type: 'application/x-www-form-urlencoded', payload: `x=${'y'.repeat(1_100_000)}` }),
  ])()
}

/** As the page shows it, but for some: left out, twice, empty, or with something that nobody would type. */
function filledIn(chance: Chance, controls: readonly Control[]): [string, string][] {
  const boldness = chance.pick([0.05, 0.2, 0.6])
  const pairs = controls.flatMap(({ name, shown, choices }): [string, string][] => {
    const plain = shown ?? (choices.length > 0 && chance.may(0.5) ? chance.pick(choices) : null)
    if (!chance.may(boldness)) return plain === null ? [] : [[name, plain]]
    return chance.pick<() => [string, string][]>([
      () => [],
      () => [[name, hostileText(chance)]],
      () => [[name, hostileText(chance)]],
      () => [[name, (plain ?? '') + hostileText(chance)]],
      () => (choices.length > 0 ? [[name, chance.pick(choices)]] : [[name, String(chance.below(3_000))]]),
      () => [
        [name, plain ?? '1'],
        [name, hostileText(chance)],
      ],
    ])()
  })
  return [
    ...pairs,
    ...chance.times(chance.may(0.2) ? 3 : 0, () => [hostileText(chance).slice(0, 100), hostileText(chance)] as [string, string]),
  ]
}

function multipart(chance: Chance, pairs: readonly [string, string][]): Body {
  const boundary = 'fuzz-boundary'
  const parts = pairs.map(
    ([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name.replaceAll(/["\r\n\0]/g, '_')}"\r\n\r\n${value}\r\n`,
  )
  const file = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\na,b\r\n1,2\r\n`
  const whole = Buffer.from(`${parts.join('')}${chance.may(0.5) ? file : ''}--${boundary}--\r\n`)
  const payload = chance.may(0.7) ? whole : whole.subarray(0, chance.below(whole.length))
  return { type: chance.may(0.9) ? `multipart/form-data; boundary=${boundary}` : 'multipart/form-data', payload }
}
