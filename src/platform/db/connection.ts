import postgres from 'postgres'

/** What the values of columns and parameters may be besides the driver's own. */
type Types = { readonly instant: Temporal.Instant }
export type Sql = postgres.Sql<Types>

/** The transaction of a visit. Columns are camelCase, keys inside jsonb as they are; day and number columns come as text, instants as Temporal. */
export type Db = postgres.TransactionSql<Types>

export type ConnectionOptions = {
  readonly max: number
  /** Zero: for ever, for a connection that holds a lock. */
  readonly lifetime?: number
  readonly connectTimeout?: number
  readonly settings?: Readonly<Record<string, string | number>>
  readonly onClose?: () => void
}

export function connect(url: string, { max, lifetime, connectTimeout, settings, onClose }: ConnectionOptions): Sql {
  return postgres<PostgresTypes>(withoutHost(url), {
    ...place(url),
    max,
    max_lifetime: lifetime ?? 45 * 60,
    connect_timeout: connectTimeout ?? 10,
    // In seconds. The driver's own goes up to twenty, for which nobody would be served after the database is back.
    backoff: (attempts: number) => Math.min(0.05 * 2 ** attempts, 1),
    connection: { application_name: 'goldthread', TimeZone: 'UTC', ...settings },
    // Not postgres.camel, which renames the keys inside jsonb too.
    transform: { column: { from: postgres.toCamel, to: postgres.fromCamel } },
    types: postgresTypes,
    onnotice: () => {},
    onclose: () => onClose?.(),
  })
}

/** A Unix socket is named as PostgreSQL's own tools do it, ?host=/folder, which the driver does not know. */
function place(url: string): { readonly host?: string; readonly path?: string } {
  const { searchParams, port } = new URL(url)
  const host = searchParams.get('host')
  if (host === null) return {}
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port || 5432}` } : { host }
}

function withoutHost(url: string): string {
  const plain = new URL(url)
  plain.searchParams.delete('host')
  return plain.href
}

const asText = { serialize: (value: unknown) => String(value), parse: (text: string) => text }

const postgresTypes = {
  wholeNumber: { to: 20, from: [20], serialize: asText.serialize, parse: safeNumber },
  decimal: { to: 1700, from: [1700], ...asText },
  day: { to: 1082, from: [1082], ...asText },
  localTime: { to: 1114, from: [1114], ...asText },
  instant: { to: 1184, from: [1184], serialize: asText.serialize, parse: instant },
}
type PostgresTypes = { readonly instant: postgres.PostgresType<Temporal.Instant> }

function safeNumber(text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is too large for a number: select it as text`)
  return number
}

/** PostgreSQL writes 2026-07-14 09:30:00.123+00. */
function instant(text: string): Temporal.Instant {
  return Temporal.Instant.from(text.replace(' ', 'T'))
}
