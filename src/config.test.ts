import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { type Config, readableWayTo, readConfig } from './config.ts'

const usual: Config = {
  host: 'localhost',
  port: 3000,
  publicUrl: null,
  logLevel: 'info',
  trustProxy: false,
  database: { kind: 'own', dataDir: null },
  poolSize: 10,
  slowQueryMs: 500,
  uploadLimitBytes: 250_000_000,
  fileLimitBytes: 25_000_000,
  requestsAMinute: 600,
  metricsToken: null,
  secretKey: null,
  insideHosts: [],
  nameServers: [],
  mail: null,
}
const template = '3f1a5b0c-0d2e-4a6b-8c9d-0123456789ab'
const notifyKey = `thread-11111111-2222-3333-4444-555555555555-${template}`
const server = 'postgres://owner:secret@db.example:5432/goldthread'

describe('settings that are understood', () => {
  const check = (name: string, environment: Record<string, string>, expected: Partial<Config>) =>
    test(name, () => assert.deepEqual(readConfig(environment), { accepted: true, value: { ...usual, ...expected } }))

  check('none', {}, {})
  check('those of other programs', { PATH: '/bin', HOME: '/root', DATABASE_PATH: '/x' }, {})
  check('empty ones are as if not made', { PORT: '', HOST: ' ', DATABASE_URL: '', DATA_DIR: '' }, {})
  check('port and host', { PORT: '8080', HOST: '0.0.0.0' }, { port: 8080, host: '0.0.0.0' })
  check('port 0, any free one', { PORT: '0' }, { port: 0 })
  check('a folder', { DATA_DIR: '/srv/thread' }, { database: { kind: 'own', dataDir: '/srv/thread' } })
  check('a server', { DATABASE_URL: server }, { database: { kind: 'server', url: server, appUrl: null } })
  check(
    'a server’s socket',
    { DATABASE_URL: 'postgresql:///thread?host=/run/postgresql' },
    { database: { kind: 'server', url: 'postgresql:///thread?host=/run/postgresql', appUrl: null } },
  )
  check(
    'a server with a login of its own',
    { DATABASE_URL: server, APP_DATABASE_URL: `${server}2` },
    { database: { kind: 'server', url: server, appUrl: `${server}2` } },
  )
  check('the public address', { PUBLIC_URL: 'https://Thread.Wexcombe.example/' }, { publicUrl: 'https://thread.wexcombe.example' })
  check('the log', { LOG_LEVEL: 'WARN' }, { logLevel: 'warn' })
  check('a proxy', { TRUST_PROXY: '1' }, { trustProxy: 1 })
  check('no proxy', { TRUST_PROXY: 'no' }, { trustProxy: false })
  check('proxies by address', { TRUST_PROXY: '10.0.0.0/8, ::1' }, { trustProxy: ['10.0.0.0/8', '::1'] })
  check('the pool', { GOLDTHREAD_POOL_SIZE: '25' }, { poolSize: 25 })
  check('slow queries', { GOLDTHREAD_SLOW_QUERY_MS: '0' }, { slowQueryMs: 0 })
  check('large papers', { GOLDTHREAD_FILE_LIMIT_MB: '60' }, { fileLimitBytes: 60_000_000 })
  check('large files', { GOLDTHREAD_UPLOAD_LIMIT_MB: '1000' }, { uploadLimitBytes: 1_000_000_000 })
  check('the pace', { GOLDTHREAD_REQUESTS_A_MINUTE: '0' }, { requestsAMinute: 0 })
  check('hosts inside', { GOLDTHREAD_INSIDE_HOSTS: 'Login.internal, 10.1.2.3:8443' }, { insideHosts: ['login.internal', '10.1.2.3:8443'] })
  check('name servers', { GOLDTHREAD_NAME_SERVERS: '10.1.2.3,[fd00::1]:5353' }, { nameServers: ['10.1.2.3', '[fd00::1]:5353'] })
  check('a key for secrets', { GOLDTHREAD_SECRET_KEY: 'x'.repeat(32) }, { secretKey: 'x'.repeat(32) })
  check('a token for the figures', { GOLDTHREAD_METRICS_TOKEN: 'c0rrect-h0rse-battery' }, { metricsToken: 'c0rrect-h0rse-battery' })
  const thread = { PUBLIC_URL: 'https://thread.example' }
  const publicUrl = 'https://thread.example'
  const smtp = 'smtp://thread:p%40ss@mail.example:587'
  check(
    'mail by SMTP',
    { ...thread, GOLDTHREAD_SMTP_URL: smtp, GOLDTHREAD_MAIL_FROM: 'Goldthread <thread@wexcombe.example>' },
    { publicUrl, mail: { kind: 'smtp', url: smtp, from: 'Goldthread <thread@wexcombe.example>' } },
  )
  check(
    'mail by GOV.UK Notify',
    { ...thread, GOLDTHREAD_NOTIFY_KEY: notifyKey, GOLDTHREAD_NOTIFY_TEMPLATE: template },
    { publicUrl, mail: { kind: 'notify', url: 'https://api.notifications.service.gov.uk', apiKey: notifyKey, templateId: template } },
  )
  check(
    'mail by something that stands in for GOV.UK Notify',
    { ...thread, GOLDTHREAD_NOTIFY_KEY: notifyKey, GOLDTHREAD_NOTIFY_TEMPLATE: template, GOLDTHREAD_NOTIFY_URL: 'http://127.0.0.1:8025/' },
    { publicUrl, mail: { kind: 'notify', url: 'http://127.0.0.1:8025', apiKey: notifyKey, templateId: template } },
  )
  check('those of tests', { GOLDTHREAD_TEST_SERVER: 'server' }, {})
})

describe('settings that are refused', () => {
  const check = (name: string, environment: Record<string, string>, ...sentences: RegExp[]) =>
    test(name, () => {
      const ruling = readConfig(environment)
      const texts = ruling.accepted ? [] : ruling.problems.map(({ text }) => text)
      assert.equal(texts.length, sentences.length, texts.join('\n'))
      for (const [index, sentence] of sentences.entries()) assert.match(texts[index] ?? '', sentence)
    })

  check('one that does not exist', { GOLDTHREAD_PORT: '3000' }, /There is no setting GOLDTHREAD_PORT.*GOLDTHREAD_POOL_SIZE/)
  for (const port of ['x', '-1', '65536', '3000.5', '3e3', '99999999999'])
    check(`port ${port}`, { PORT: port }, /PORT must be a whole number from 0 to 65535, not/)
  check('a folder and a server', { DATA_DIR: '/srv', DATABASE_URL: server }, /DATABASE_URL and DATA_DIR are both set.*Take one away/)
  check('a second way into no server', { APP_DATABASE_URL: server }, /APP_DATABASE_URL is set without DATABASE_URL/)
  for (const url of ['mysql://a/b', 'goldthread', 'postgres://db.example', 'postgres://db.example/'])
    check(`the address ${url}`, { DATABASE_URL: url }, /DATABASE_URL must be the address of a PostgreSQL database/)
  for (const mode of ['prefer', 'allow', 'no-verify'])
    check(`sslmode=${mode}`, { DATABASE_URL: `${server}?sslmode=${mode}` }, /DATABASE_URL must have sslmode=verify-full/)
  for (const url of ['thread.example', 'https://thread.example/goldthread', 'https://thread.example/?a=b', 'ftp://thread.example'])
    check(`the public address ${url}`, { PUBLIC_URL: url }, /PUBLIC_URL must be the address that browsers see, without a path/)
  for (const proxy of ['true', 'yes', '10', 'proxy.example'])
    check(`the proxy ${proxy}`, { TRUST_PROXY: proxy }, /TRUST_PROXY must be the number of proxies/)
  check('a level of the log', { LOG_LEVEL: 'loud' }, /LOG_LEVEL must be one of fatal, error, warn, info/)
  check('a pool of one', { GOLDTHREAD_POOL_SIZE: '1' }, /GOLDTHREAD_POOL_SIZE must be a whole number from 2 to 200/)
  check(
    'slow queries in words',
    { GOLDTHREAD_SLOW_QUERY_MS: '1s' },
    /GOLDTHREAD_SLOW_QUERY_MS must be a whole number from 0 to 3600000, not 1s/,
  )
  check('papers of any size', { GOLDTHREAD_FILE_LIMIT_MB: '201' }, /GOLDTHREAD_FILE_LIMIT_MB must be a whole number from 1 to 200, not 201/)
  check('files of no size', { GOLDTHREAD_UPLOAD_LIMIT_MB: '0' }, /GOLDTHREAD_UPLOAD_LIMIT_MB must be a whole number from 1 to 2000, not 0/)
  for (const token of ['short', 'one two three four five'])
    check(
      `the token ${token}`,
      { GOLDTHREAD_METRICS_TOKEN: token },
      /GOLDTHREAD_METRICS_TOKEN must be at least 16 letters.*without spaces\.$/,
    )
  check(
    'a short key for secrets',
    { GOLDTHREAD_SECRET_KEY: 'correct horse battery staple' },
    /GOLDTHREAD_SECRET_KEY must be at least 32 letters.*without spaces\.$/,
  )
  const mail = {
    PUBLIC_URL: 'https://thread.example',
    GOLDTHREAD_SMTP_URL: 'smtp://mail.example',
    GOLDTHREAD_MAIL_FROM: 'thread@wexcombe.example',
  }
  const notify = { PUBLIC_URL: 'https://thread.example', GOLDTHREAD_NOTIFY_KEY: notifyKey, GOLDTHREAD_NOTIFY_TEMPLATE: template }
  check('mail by two ways', { ...mail, ...notify }, /both set: mail goes by one of them/)
  check(
    'mail without an address of our own',
    { ...mail, PUBLIC_URL: '' },
    /PUBLIC_URL is not: without it Goldthread does not know where the links/,
  )
  for (const url of [
    'mail.example',
    'http://mail.example',
    'smtp://',
    'smtp://mail.example/inbox',
    'smtp://a%zz@mail.example',
    'smtp://mail.example?tls=no',
  ])
    check(`the mail server ${url}`, { ...mail, GOLDTHREAD_SMTP_URL: url }, /GOLDTHREAD_SMTP_URL must be the address of a mail server/)
  for (const from of ['', 'Goldthread', 'Goldthread <thread@wexcombe.example', 'thread@wexcombe.example>', 'a@b'])
    check(`mail from “${from}”`, { ...mail, GOLDTHREAD_MAIL_FROM: from }, /GOLDTHREAD_MAIL_FROM must be who mail comes from/)
  check('a sender without a server', { GOLDTHREAD_MAIL_FROM: 'thread@wexcombe.example' }, /is set without GOLDTHREAD_SMTP_URL/)
  check('a template without a key', { GOLDTHREAD_NOTIFY_TEMPLATE: template }, /is set without GOLDTHREAD_NOTIFY_KEY/)
  check('a key that is none', { ...notify, GOLDTHREAD_NOTIFY_KEY: 'secret' }, /GOLDTHREAD_NOTIFY_KEY must be an API key/)
  check('a template that is none', { ...notify, GOLDTHREAD_NOTIFY_TEMPLATE: 'invitation' }, /GOLDTHREAD_NOTIFY_TEMPLATE must be the id/)
  check(
    'a Notify that is nowhere',
    { ...notify, GOLDTHREAD_NOTIFY_URL: 'notify' },
    /GOLDTHREAD_NOTIFY_URL must be an address without a path/,
  )
  check('several at once, all of them told', { PORT: 'x', LOG_LEVEL: 'loud', GOLDTHREAD_X: '' }, /GOLDTHREAD_X/, /LOG_LEVEL/, /PORT/)
})

test('a password or a token is never repeated', () => {
  const ruling = readConfig({
    DATABASE_URL: 'mysql://owner:secret@db/x',
    GOLDTHREAD_METRICS_TOKEN: 'secret',
    GOLDTHREAD_SECRET_KEY: 'secret',
    GOLDTHREAD_NOTIFY_KEY: 'secret',
    GOLDTHREAD_SMTP_URL: 'http://thread:secret@x',
  })
  assert.doesNotMatch(JSON.stringify(ruling), /secret/)
})

describe('the way to a database', () => {
  const check = (url: string, readable: string | null) =>
    test(url, () => {
      assert.ok(readConfig({ DATABASE_URL: url }).accepted)
      assert.equal(readableWayTo({ kind: 'server', url, appUrl: null }), readable)
    })

  check(server, 'db.example')
  check(`${server}?sslmode=disable`, 'db.example')
  check(`${server}?sslmode=verify-full`, null)
  check(`${server}?sslmode=require`, null)
  check('postgres://owner@10.1.2.3/goldthread', '10.1.2.3')
  check('postgres://owner@localhost/goldthread', null)
  check('postgres://owner@127.0.0.1:5433/goldthread', null)
  check('postgres://owner@[::1]/goldthread', null)
  check('postgresql:///thread?host=/run/postgresql', null)
  check('postgresql:///thread?host=db.example', 'db.example')
})
