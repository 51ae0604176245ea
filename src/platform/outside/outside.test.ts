import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { after, describe, test } from 'node:test'
import { mayBeAsked, NoAnswer, openOutside } from './outside.ts'

const asked = { method: 'GET', headers: {} }

async function served(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1')
  await once(server, 'listening')
  after(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  return `127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
}

describe('an address that somebody typed', () => {
  const check = (address: string, hosts: readonly string[], expected: true | RegExp) =>
    test(`${address}${hosts.length > 0 ? ` with ${hosts} allowed` : ''}: ${expected}`, () => {
      const ruling = mayBeAsked(address, hosts)
      if (expected === true) assert.ok(ruling.accepted)
      else assert.match(ruling.accepted ? '' : (ruling.problems[0]?.text ?? ''), expected)
    })

  check('https://login.wexcombe.example/a', [], true)
  check('http://login.wexcombe.example', [], /must begin with https/)
  check('http://login.wexcombe.example', ['login.wexcombe.example'], /must begin with https/)
  check('javascript:alert(1)', [], /must begin with https/)
  check('file:///etc/passwd', [], /must begin with https/)
  check('wexcombe', [], /not a whole address/)
  check('https://helen:secret@wexcombe.example', [], /must not have a name or password/)
  check('https://10.1.2.3', [], /inside a private network/)
  check('https://10.1.2.3:8443', ['10.1.2.3:8443'], true)
  check('https://10.1.2.3:8444', ['10.1.2.3:8443'], /inside a private network/)
  check('https://[::1]', [], /inside a private network/)
  check('https://[::ffff:127.0.0.1]/', [], /inside a private network/)
  check('https://2130706433', [], /inside a private network/)
  check('https://0x7f.1', [], /inside a private network/)
  check('http://localhost:4000', [], /must begin with https/)
  check('http://localhost:4000', ['localhost:4000'], true)
})

test('a name that leads inside is not asked either', async () => {
  const host = await served((_, response) => void response.end('secret'))
  const port = host.split(':')[1]
  await assert.rejects(openOutside()(`https://localhost:${port}`, asked), /^NoAnswer: localhost is inside a private network/)
})

test('an answer that points elsewhere is not followed', async () => {
  const host = await served((_, response) => void response.writeHead(302, { location: 'http://169.254.169.254/' }).end())
  const answer = await openOutside({ hosts: [host] })(`http://${host}`, asked)
  assert.equal(answer.status, 302)
})

test('an answer that is too long, or does not come, is none', async () => {
  const long = await served((_, response) => void response.end('x'.repeat(2_000)))
  await assert.rejects(openOutside({ hosts: [long], mostBytes: 1_000 })(`http://${long}`, asked), /answered with more than 1 kB/)
  const silent = await served(() => {})
  await assert.rejects(openOutside({ hosts: [silent], timeoutMs: 100 })(`http://${silent}`, asked), /did not answer in time/)
  const dribbling = await served((_, response) => void response.write('x'))
  await assert.rejects(openOutside({ hosts: [dribbling], timeoutMs: 100 })(`http://${dribbling}`, asked), /did not answer in time/)
})

test('what nobody answers is told in words', async () => {
  await assert.rejects(openOutside({ hosts: ['127.0.0.1:1'] })('http://127.0.0.1:1', asked), NoAnswer)
  await assert.rejects(
    openOutside()('https://nothing.invalid', asked),
    /nothing\.invalid (is not a name that is known|could not be looked up)/,
  )
})

test('what is sent arrives, and what comes back is what was answered', async () => {
  const host = await served(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece as Buffer)
    response.setHeader('content-type', 'text/plain').end(`${request.method} ${Buffer.concat(pieces)}`)
  })
  const answer = await openOutside({ hosts: [host] })(`http://${host}`, {
    method: 'POST',
    headers: {},
    body: new URLSearchParams({ code: 'a b' }),
  })
  assert.equal(answer.headers.get('content-type'), 'text/plain')
  assert.equal(await answer.text(), 'POST code=a+b')
})
