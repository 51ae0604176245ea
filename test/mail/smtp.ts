import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type MailServer = {
  /** To be given to Goldthread as GOLDTHREAD_SMTP_URL. */
  readonly url: string
  readonly inbox: readonly ParsedMail[]
  /** The newest mail to an address that says this, when it has come. */
  mailTo(address: string, says?: RegExp): Promise<ParsedMail>
  /** The link in it. */
  linkTo(address: string, says?: RegExp): Promise<string>
}

/** A real mail server on this machine, which keeps what it takes. `options.onMail` may throw, and then it takes nothing. */
export async function startMailServer(
  t: { after(work: () => Promise<void>): void },
  options: SMTPServerOptions & { readonly onMail?: (mail: ParsedMail) => void } = {},
): Promise<MailServer> {
  const inbox: ParsedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    ...options,
    onData: (stream, _session, answer) => {
      simpleParser(stream)
        .then(mail => {
          options.onMail?.(mail)
          inbox.push(mail)
          answer()
        })
        .catch(answer)
    },
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  t.after(() => new Promise(resolve => server.close(() => resolve())))
  const address = listening.address()
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port')

  const mailTo = async (to: string, says = /./) => {
    for (let tries = 0; tries < 500; tries++) {
      const found = inbox.findLast(mail => recipients(mail).includes(to) && says.test(mail.text ?? ''))
      if (found) return found
      await sleep(20)
    }
    throw new Error(`No mail came to ${to}`)
  }
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    inbox,
    mailTo,
    linkTo: async (to, says) => linkIn(await mailTo(to, says)),
  }
}

export const recipients = ({ to }: ParsedMail): string[] =>
  [to ?? []].flat().flatMap(({ value }) => value.map(({ address = '' }) => address))

export function linkIn({ text = '' }: ParsedMail): string {
  const link = /^https?:\/\/\S+\/\S{20,}$/m.exec(text)?.[0]
  if (link === undefined) throw new Error(`There is no link in: ${text}`)
  return link
}
