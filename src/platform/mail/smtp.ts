import { createTransport } from 'nodemailer'
import { Hopeless } from '../jobs/index.ts'
import { type MailSettings, oneLine, type Send, smtpServer } from './mail.ts'

type Refusal = { readonly code?: string; readonly responseCode?: number; readonly response?: string; readonly command?: string }

export function sendBySmtp({ url, from }: Extract<MailSettings, { kind: 'smtp' }>): Send {
  const server = smtpServer(url)
  // A server that does not answer must not hold up the next mail for long.
  const transport = createTransport({ ...server, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 })
  const domain = /@([^\s@>]+)>?$/.exec(from)?.[1] ?? 'goldthread'
  return async ({ to, subject, body, calendar }, id) => {
    await transport
      .sendMail({
        from,
        to: { name: '', address: to },
        subject: oneLine(subject),
        text: body,
        ...(calendar && { icalEvent: { method: calendar.method, filename: 'meeting.ics', content: calendar.content } }),
        messageId: `<${id}@${domain}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      })
      .catch((error: Refusal) => {
        throw inWords(error, `${server.host}:${server.port}`)
      })
  }
}

/** What the server said never holds our password; what the driver says of a connection has nothing but its code. */
function inWords({ code = '', responseCode, response = '' }: Refusal, server: string): Error {
  if (code === 'EAUTH') return new Error(`The mail server ${server} refused the user name or the password`)
  if (code === 'ETLS' || /^ERR_TLS|CERT|SELF_SIGNED/.test(code))
    return new Error(`The mail server ${server} offers no encryption that can be trusted (${code})`)
  if (responseCode === undefined) return new Error(`The mail server ${server} does not answer (${code || 'the connection was lost'})`)
  const text = `The mail server ${server} refused it: ${response.slice(0, 300)}`
  return responseCode >= 500 ? new Hopeless(text) : new Error(text)
}
