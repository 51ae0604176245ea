import type { Database } from '../db/index.ts'
import type { Register } from './register.ts'

/** For whoever watches the server: alive is this process, ready is its database too. */
export function healthRoutes(register: Register, database: Database): void {
  register.bare('/health/live', async (_, reply) =>
    reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8').send('live'),
  )

  register.bare('/health/ready', async (request, reply) => {
    reply.header('cache-control', 'no-store').type('text/plain; charset=utf-8')
    try {
      await database.platform(db => db`select 1`)
      return reply.send('ready')
    } catch (error) {
      request.log.error({ err: error }, 'the database does not answer')
      return reply.code(503).send('The database does not answer')
    }
  })
}
