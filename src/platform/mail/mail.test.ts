import assert from 'node:assert/strict'
import test, { describe } from 'node:test'
import { attempts, nameOf, oneLine, pause, type SmtpServer, smtpServer } from './mail.ts'

describe('the address of a mail server', () => {
  const check = (address: string, expected: Partial<SmtpServer>) =>
    test(address, () => {
      const server = smtpServer(address)
      assert.deepEqual({ ...server, ...expected }, server)
    })

  const encrypted = { secure: false, requireTLS: true, ignoreTLS: false }
  const inClear = { secure: false, requireTLS: false, ignoreTLS: true }
  check('smtp://mail.example', { host: 'mail.example', port: 587, ...encrypted })
  check('smtp://mail.example:25', { port: 25, ...encrypted })
  check('smtp://mail.example:25?starttls=no', { port: 25, ...inClear })
  check('smtps://mail.example', { port: 465, secure: true, requireTLS: false, ignoreTLS: false })
  check('smtp://localhost:1025', { port: 1025, ...inClear })
  check('smtp://[::1]:1025', { host: '::1', ...inClear })
  check('smtp://thread%40wexcombe.example:p%40ss%3A@mail.example', {
    host: 'mail.example',
    auth: { user: 'thread@wexcombe.example', pass: 'p@ss:' },
    ...encrypted,
  })
})

test('how mail goes is told without a secret', () => {
  assert.equal(nameOf({ kind: 'smtp', url: 'smtp://thread:secret@mail.example', from: '' }), 'SMTP through mail.example, port 587')
  assert.equal(
    nameOf({ kind: 'notify', url: 'https://notify.example', apiKey: 'secret', templateId: '' }),
    'GOV.UK Notify at notify.example',
  )
})

test('a mail is tried for more than a day, ever less often', () => {
  const pauses = Array.from({ length: attempts - 1 }, (_, at) => pause(at + 1))
  assert.deepEqual(pauses.slice(0, 3), [10_000, 20_000, 40_000])
  assert.ok(pauses.every(each => each <= 3_600_000))
  const hours = pauses.reduce((sum, each) => sum + each, 0) / 3_600_000
  assert.ok(hours > 24 && hours < 48, `${hours} hours`)
})

test('a heading stays one line', () =>
  assert.equal(oneLine('Wexcombe\r\nBcc: everybody@wexcombe.example '), 'Wexcombe Bcc: everybody@wexcombe.example'))
