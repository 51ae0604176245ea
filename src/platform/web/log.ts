import { randomBytes } from 'node:crypto'
import { type FastifyReply, type FastifyRequest, type FastifyServerOptions, LogController } from 'fastify'

/** Where the log goes: standard output, nowhere, or (in tests) somewhere that is looked at. */
export type LogTo = 'stdout' | 'none' | { readonly write: (line: string) => void }

/**
 * One line of JSON for each request and fault. Addresses are logged as their route, never as they were typed: a query or a path can hold
 * what must not be kept (an invitation, the setup code), and so can what came with an error of the database.
 */
export function logger(to: LogTo, level: string): Pick<FastifyServerOptions, 'logger' | 'logController'> {
  if (to === 'none') return { logger: false }
  const options = {
    level,
    base: null,
    timestamp: isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err },
  }
  return {
    logController: new LogController({ disableRequestLogging: true }),
    logger: to === 'stdout' ? options : { ...options, stream: to },
  }
}

export const newRequestId = (): string => randomBytes(9).toString('base64url')

/** What was refused is told as a warning, with why and from where: whoever tries what they may not shows by how often they do. */
export async function reportRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { signedIn = null, place = null } = request.arrival ?? {}
  const refused = refusals[reply.statusCode]
  request.log[refused === undefined ? 'info' : 'warn'](
    {
      method: request.method,
      route: request.routeOptions.url ?? 'unknown',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
      ...(signedIn && { account: signedIn.accountId }),
      ...(place && { partnership: place.partnership.id }),
      ...(refused !== undefined && { refused, address: request.ip }),
    },
    'answered',
  )
}

const refusals: Readonly<Record<number, string>> = {
  400: 'not understood',
  403: 'not allowed',
  404: 'nothing there, or not theirs',
  413: 'too large',
  415: 'a form that is not taken',
  422: 'wrong input',
  429: 'too many attempts',
}

const isoTime = (): string => `,"time":"${Temporal.Now.instant().toString({ smallestUnit: 'millisecond' })}"`

type Logged = { readonly type: string; readonly message: string; readonly stack: string; readonly [key: string]: unknown }

function err(error: Error & { code?: unknown; constraint_name?: unknown }): Logged {
  const { name, message, stack, code, constraint_name: constraint, cause } = error
  return {
    type: name,
    message,
    stack: stack ?? '',
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    ...(cause instanceof Error && { cause: err(cause) }),
  }
}
