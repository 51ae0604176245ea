import { openApplication } from '../../src/application.ts'
import { addressesIn } from '../pages/addresses.ts'
import { freshApp } from '../web/index.ts'
import { addressFor, ask, faultLog, told, visitorsOf, wrongWith } from './asking.ts'
import type { Chance } from './chance.ts'
import { hostileText, urlEncoded } from './hostile.ts'
import type { Fuzz } from './rounds.ts'

/** Every name by which some page asks something in its address. */
const names =
  'agreement area before by change code from in judgement kind next of outcome page period q rows show text theme within __proto__'.split(
    ' ',
  )
const values = [
  '1',
  '2',
  'all',
  'area',
  'lead',
  'latest',
  'targets',
  '2025-26',
  '2025-07-01_2025-09-30',
  'agreement-1',
  'theme-1',
  'refused',
]

/** Whatever stands in an address, somebody is answered with a page, sent on, or told that there is nothing. */
export const addresses: Fuzz = {
  name: 'addresses',
  about: 'pages, by addresses and queries of every kind',
  async open(t) {
    const faults = faultLog()
    const app = await freshApp(t, { now: '2026-11-22T09:30:00Z', example: true })
    const { web } = await openApplication({
      database: app.database,
      version: '0.0.0',
      clock: () => Temporal.Instant.from('2026-11-22T09:30:00Z'),
      log: faults.log,
      logLevel: 'error',
    })
    t.after(() => web.server.close())
    const addressOf = await addressesIn(app)
    const routes = web.routes.filter(({ method }) => method === 'GET')
    const visitors = visitorsOf(app)

    return async chance => {
      const route = chance.pick(routes)
      const { as, person } = chance.pick(visitors)
      const url = addressFor(chance, route, addressOf(route)) + query(chance)
      const headers = { cookie: chance.may(0.05) ? hostileCookies(chance) : (person?.cookie ?? '') }
      const request = { method: chance.may(0.95) ? 'GET' : 'HEAD', url, headers } as const
      const answer = await ask(web, request)
      const wrong = wrongWith(answer, faults.take(), [200, 303, 400, 403, 404, 422])
      return { came: String(answer.statusCode), wrong: wrong.map(what => `${told(request, as)}\n  ${what}`) }
    }
  },
}

function query(chance: Chance): string {
  const pairs = chance.times(4, () => {
    const name = chance.may(0.95) ? chance.pick(names) : urlEncoded(hostileText(chance).slice(0, 200), chance)
    return `${name}=${chance.may(0.4) ? chance.pick(values) : urlEncoded(hostileText(chance).slice(0, 2_000), chance)}`
  })
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`
}

function hostileCookies(chance: Chance): string {
  const names = ['goldthread_session', 'goldthread_flash', 'goldthread_code']
  return names.map(name => `${name}=${urlEncoded(hostileText(chance).slice(0, 1_000), chance)}`).join('; ')
}
