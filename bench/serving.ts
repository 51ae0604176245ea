// Goldthread in a process of its own, as main.ts opens it, and beside its pages one route that answers with bytes it is given, from memory.
import { openApplication } from '../src/application.ts'
import { openDatabase } from '../src/platform/db/index.ts'
import type { Answered, Asked } from './server.ts'

const [appUrl = ''] = process.argv.slice(2)
const database = openDatabase(appUrl, { poolSize: 10 })
const { web, jobs } = await openApplication({ database, version: '0.0.0' })

let same = ''
web.server.route({
  method: 'GET',
  url: '/bench/same',
  config: { stated: true },
  handler: async (_, reply) => reply.header('cache-control', 'private, no-store').type('text/html; charset=utf-8').send(same),
})
await jobs.start()
const address = await web.server.listen({ host: '127.0.0.1', port: 0 })

process.on('message', (asked: Asked) => {
  if (asked.kind === 'serve') same = asked.html
  answer({ memory: process.memoryUsage.rss(), peak: process.resourceUsage().maxRSS * 1024, port: Number(new URL(address).port) })
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

const answer = (answered: Answered): void => void process.send?.(answered)
