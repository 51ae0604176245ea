import { accept, type Problem, type Ruling, refuse } from './kernel/ruling.ts'

/** What whoever runs Goldthread may choose. Every setting is described in the administrators' guide; none is needed. */
export type Config = {
  readonly host: string
  /** 0 takes any free one. */
  readonly port: number
  /** The address that browsers see, when it is not this machine's own: https://thread.wexcombe.example */
  readonly publicUrl: string | null
  readonly logLevel: LogLevel
  /** How many proxies stand in front, or their addresses: whose word is taken for where a request came from. */
  readonly trustProxy: false | number | readonly string[]
  readonly database: OwnDatabase | ServerDatabase
  readonly poolSize: number
  /** A statement that takes at least so many milliseconds is in the log. */
  readonly slowQueryMs: number
  /** How large a file may be that somebody uploads. */
  readonly uploadLimitBytes: number
  /** How large one may be that is kept as it is: a paper of a meeting. */
  readonly fileLimitBytes: number
  /** For one browser in which somebody is signed in; 0 holds nobody off. */
  readonly requestsAMinute: number
  /** With it the figures at /metrics may be read from elsewhere than this machine. */
  readonly metricsToken: string | null
  /** What the key is made of that seals secrets in the database; null keeps a key in the database itself. */
  readonly secretKey: string | null
  /** Hosts that providers may have though they are inside our own network. */
  readonly insideHosts: readonly string[]
  /** Name servers that are asked for the records of a domain; none are those of this machine. */
  readonly nameServers: readonly string[]
  /** By what mail goes; without it links are shown to be passed on. */
  readonly mail: SmtpMail | NotifyMail | null
}
export type SmtpMail = { readonly kind: 'smtp'; readonly url: string; readonly from: string }
export type NotifyMail = { readonly kind: 'notify'; readonly url: string; readonly apiKey: string; readonly templateId: string }
/** A PostgreSQL that Goldthread starts itself; null is the usual folder. */
export type OwnDatabase = { readonly kind: 'own'; readonly dataDir: string | null }
/** A server. appUrl is for one on which the owner may not create roles. */
export type ServerDatabase = { readonly kind: 'server'; readonly url: string; readonly appUrl: string | null }

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const ours = [
  'GOLDTHREAD_FILE_LIMIT_MB',
  'GOLDTHREAD_INSIDE_HOSTS',
  'GOLDTHREAD_MAIL_FROM',
  'GOLDTHREAD_METRICS_TOKEN',
  'GOLDTHREAD_NAME_SERVERS',
  'GOLDTHREAD_NOTIFY_KEY',
  'GOLDTHREAD_NOTIFY_TEMPLATE',
  'GOLDTHREAD_NOTIFY_URL',
  'GOLDTHREAD_POOL_SIZE',
  'GOLDTHREAD_REQUESTS_A_MINUTE',
  'GOLDTHREAD_SECRET_KEY',
  'GOLDTHREAD_SLOW_QUERY_MS',
  'GOLDTHREAD_SMTP_URL',
  'GOLDTHREAD_UPLOAD_LIMIT_MB',
]

/** Reads the environment. An empty setting is one that was not made. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Ruling<Config> {
  const problems: Problem[] = []
  const wrong = (field: string, text: string) => problems.push({ field, text })
  const given = (name: string) => environment[name]?.trim() || null

  for (const name of Object.keys(environment)) {
    if (!name.startsWith('GOLDTHREAD_') || name.startsWith('GOLDTHREAD_TEST_') || ours.includes(name)) continue
    wrong(name, `There is no setting ${name}. Those that begin like this are: ${ours.join(', ')}.`)
  }

  const wholeNumber = (name: string, usual: number, from: number, to: number) => {
    const text = given(name)
    if (text === null) return usual
    const number = /^\d{1,9}$/.test(text) ? Number(text) : -1
    if (number < from || number > to) wrong(name, `${name} must be a whole number from ${from} to ${to}, not ${text}.`)
    return number
  }

  const logLevel = logLevels.find(level => level === (given('LOG_LEVEL') ?? 'info').toLowerCase())
  if (logLevel === undefined) wrong('LOG_LEVEL', `LOG_LEVEL must be one of ${logLevels.join(', ')}, not ${given('LOG_LEVEL')}.`)

  const publicUrl = given('PUBLIC_URL')
  if (publicUrl !== null && !isOrigin(publicUrl))
    wrong(
      'PUBLIC_URL',
      `PUBLIC_URL must be the address that browsers see, without a path, such as https://thread.wexcombe.example, not ${publicUrl}.`,
    )

  const trustProxy = readTrustProxy(given('TRUST_PROXY'))
  if (trustProxy === null)
    wrong(
      'TRUST_PROXY',
      `TRUST_PROXY must be the number of proxies in front of Goldthread, or their addresses with commas between them, not ${given('TRUST_PROXY')}.`,
    )

  const metricsToken = given('GOLDTHREAD_METRICS_TOKEN')
  if (metricsToken !== null && !/^[\x21-\x7e]{16,}$/.test(metricsToken))
    wrong('GOLDTHREAD_METRICS_TOKEN', 'GOLDTHREAD_METRICS_TOKEN must be at least 16 letters, digits or signs, without spaces.')

  const secretKey = given('GOLDTHREAD_SECRET_KEY')
  if (secretKey !== null && !/^[\x21-\x7e]{32,}$/.test(secretKey))
    wrong('GOLDTHREAD_SECRET_KEY', 'GOLDTHREAD_SECRET_KEY must be at least 32 letters, digits or signs, without spaces.')

  const listed = (name: string, form: RegExp, example: string): readonly string[] => {
    const parts = (given(name) ?? '').split(',').map(part => part.trim().toLowerCase())
    if (parts.length === 1 && parts[0] === '') return []
    if (!parts.every(part => form.test(part)))
      wrong(name, `${name} must be names with commas between them, such as ${example}, not ${given(name)}.`)
    return parts
  }
  const insideHosts = listed(
    'GOLDTHREAD_INSIDE_HOSTS',
    /^([a-z0-9.-]+|\[[\da-f:.]+\])(:\d{1,5})?$/,
    'login.wexcombe.internal,10.1.2.3:8443',
  )
  const nameServers = listed(
    'GOLDTHREAD_NAME_SERVERS',
    /^([\d.]+(:\d{1,5})?|[\da-f:]+|\[[\da-f:]+\](:\d{1,5})?)$/,
    '10.1.2.3,10.1.2.4:5353',
  )

  const [dataDir, url, appUrl] = [given('DATA_DIR'), given('DATABASE_URL'), given('APP_DATABASE_URL')]
  if (dataDir !== null && url !== null)
    wrong(
      'DATA_DIR',
      'DATABASE_URL and DATA_DIR are both set: either Goldthread uses a server, or it keeps a database of its own in a folder. Take one away.',
    )
  if (appUrl !== null && url === null)
    wrong('APP_DATABASE_URL', 'APP_DATABASE_URL is set without DATABASE_URL, whose database it is another way into.')
  for (const [name, address] of Object.entries({ DATABASE_URL: url, APP_DATABASE_URL: appUrl })) {
    if (address !== null && !isDatabaseUrl(address))
      wrong(name, `${name} must be the address of a PostgreSQL database, such as postgres://owner:password@host:5432/goldthread.`)
    else if (address !== null && !sslModes.includes(new URL(address).searchParams.get('sslmode') ?? 'disable'))
      wrong(name, `${name} must have sslmode=verify-full (or require, which trusts any certificate, or disable), and no other.`)
  }

  const mail = readMail(given, wrong)
  if (mail !== null && publicUrl === null)
    wrong('PUBLIC_URL', 'Mail is set up, and PUBLIC_URL is not: without it Goldthread does not know where the links in a mail should lead.')

  const config: Config = {
    host: given('HOST') ?? 'localhost',
    port: wholeNumber('PORT', 3000, 0, 65_535),
    publicUrl: publicUrl === null || !isOrigin(publicUrl) ? null : new URL(publicUrl).origin,
    logLevel: logLevel ?? 'info',
    trustProxy: trustProxy ?? false,
    database: url === null ? { kind: 'own', dataDir } : { kind: 'server', url, appUrl },
    // Each visit takes one connection for as long as it lasts; a server has a hundred by default, for all its web processes.
    poolSize: wholeNumber('GOLDTHREAD_POOL_SIZE', 10, 2, 200),
    slowQueryMs: wholeNumber('GOLDTHREAD_SLOW_QUERY_MS', 500, 0, 3_600_000),
    uploadLimitBytes: wholeNumber('GOLDTHREAD_UPLOAD_LIMIT_MB', 250, 1, 2_000) * 1_000_000,
    fileLimitBytes: wholeNumber('GOLDTHREAD_FILE_LIMIT_MB', 25, 1, 200) * 1_000_000,
    requestsAMinute: wholeNumber('GOLDTHREAD_REQUESTS_A_MINUTE', 600, 0, 1_000_000),
    metricsToken,
    secretKey,
    insideHosts,
    nameServers,
    mail,
  }
  return problems.length === 0 ? accept(config) : refuse(...problems)
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && ['http:', 'https:'].includes(url.protocol) && url.href === `${url.origin}/`
}

/** null when it means nothing. */
function readTrustProxy(text: string | null): Config['trustProxy'] | null {
  if (text === null || text === 'no' || text === '0') return false
  if (/^[1-9]$/.test(text)) return Number(text)
  const addresses = text.split(',').map(part => part.trim())
  return addresses.every(address => /^((\d{1,3}\.){3}\d{1,3}|[\da-f:]*:[\da-f:.]*)(\/\d{1,3})?$/i.test(address)) ? addresses : null
}

function readMail(given: (name: string) => string | null, wrong: (field: string, text: string) => void): Config['mail'] {
  const [smtp, from] = [given('GOLDTHREAD_SMTP_URL'), given('GOLDTHREAD_MAIL_FROM')]
  const [apiKey, templateId, notifyUrl] = [
    given('GOLDTHREAD_NOTIFY_KEY'),
    given('GOLDTHREAD_NOTIFY_TEMPLATE'),
    given('GOLDTHREAD_NOTIFY_URL'),
  ]
  if (smtp !== null && apiKey !== null)
    wrong('GOLDTHREAD_SMTP_URL', 'GOLDTHREAD_SMTP_URL and GOLDTHREAD_NOTIFY_KEY are both set: mail goes by one of them. Take one away.')
  if (smtp === null && from !== null) wrong('GOLDTHREAD_MAIL_FROM', 'GOLDTHREAD_MAIL_FROM is set without GOLDTHREAD_SMTP_URL.')
  if (apiKey === null && (templateId ?? notifyUrl) !== null)
    wrong('GOLDTHREAD_NOTIFY_KEY', 'GOLDTHREAD_NOTIFY_TEMPLATE or GOLDTHREAD_NOTIFY_URL is set without GOLDTHREAD_NOTIFY_KEY.')

  if (smtp !== null) {
    if (!isSmtpUrl(smtp))
      wrong(
        'GOLDTHREAD_SMTP_URL',
        'GOLDTHREAD_SMTP_URL must be the address of a mail server, such as smtp://user:password@mail.wexcombe.example:587 or smtps://mail.wexcombe.example.',
      )
    if (from === null || !/^([^<>\p{Cc}]*<)?[^\s<>@]+@[^\s<>@]+\.[^\s<>@]+>?$/u.test(from) || from.includes('<') !== from.endsWith('>'))
      wrong('GOLDTHREAD_MAIL_FROM', 'GOLDTHREAD_MAIL_FROM must be who mail comes from, such as Goldthread <thread@wexcombe.example>.')
    return { kind: 'smtp', url: smtp, from: from ?? '' }
  }
  if (apiKey === null) return null
  if (!/^\S+-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(apiKey))
    wrong(
      'GOLDTHREAD_NOTIFY_KEY',
      'GOLDTHREAD_NOTIFY_KEY must be an API key as GOV.UK Notify shows it: a name and two long numbers, with hyphens.',
    )
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(templateId ?? ''))
    wrong(
      'GOLDTHREAD_NOTIFY_TEMPLATE',
      'GOLDTHREAD_NOTIFY_TEMPLATE must be the id of an e-mail template of GOV.UK Notify with ((subject)) and ((body)).',
    )
  if (notifyUrl !== null && !isOrigin(notifyUrl))
    wrong('GOLDTHREAD_NOTIFY_URL', `GOLDTHREAD_NOTIFY_URL must be an address without a path, not ${notifyUrl}.`)
  const url = notifyUrl !== null && isOrigin(notifyUrl) ? new URL(notifyUrl).origin : 'https://api.notifications.service.gov.uk'
  return { kind: 'notify', url, apiKey, templateId: templateId ?? '' }
}

/** Never printed: it may hold a password. */
function isSmtpUrl(text: string): boolean {
  const url = URL.parse(text)
  if (url === null || !['smtp:', 'smtps:'].includes(url.protocol) || url.hostname === '' || !['', '/'].includes(url.pathname)) return false
  const wishes =
    [...url.searchParams.keys()].every(name => name === 'starttls') && /^(no|yes)?$/.test(url.searchParams.get('starttls') ?? '')
  try {
    decodeURIComponent(url.username + url.password)
    return wishes
  } catch {
    return false
  }
}

/** The host to which what is asked and answered goes as it is, for anybody on the way to read; null where it is encrypted, or leaves this machine by no wire. */
export function readableWayTo(database: Config['database']): string | null {
  if (database.kind === 'own') return null
  const { hostname, searchParams } = new URL(database.url)
  const host = searchParams.get('host') ?? hostname
  const isHere = host === '' || host.startsWith('/') || /^(localhost|127\.[\d.]+|\[?::1\]?)$/.test(host)
  return isHere || (searchParams.get('sslmode') ?? 'disable') !== 'disable' ? null : host
}

/** Those that fall back to plain text are not among them. */
const sslModes = ['disable', 'require', 'verify-ca', 'verify-full']

/** Never printed: it holds a password. */
function isDatabaseUrl(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && url.pathname.length > 1
}
