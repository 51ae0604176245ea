import { once } from 'node:events'
import { createServer } from 'node:http'

export type NotifyServer = {
  readonly url: string
  readonly sent: { readonly authorization: string; readonly body: NotifyMail }[]
  /** The next answers, before it takes anything again. */
  readonly refusals: { readonly status: number; readonly message: string }[]
}
type NotifyMail = {
  readonly email_address: string
  readonly template_id: string
  readonly reference: string
  readonly personalisation: { readonly subject: string; readonly body: string }
}

/** Answers as GOV.UK Notify does: https://docs.notifications.service.gov.uk/rest-api.html */
export async function startNotifyServer(t: { after(work: () => Promise<void>): void }): Promise<NotifyServer> {
  const sent: NotifyServer['sent'] = []
  const refusals: NotifyServer['refusals'] = []
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://notify')
    const refusal = refusals.shift()
    if (refusal) return answer(refusal.status, { status_code: refusal.status, errors: [{ error: 'Refused', message: refusal.message }] })
    if (request.method === 'GET' && pathname === '/v2/notifications') {
      const notifications = sent.filter(({ body }) => body.reference === searchParams.get('reference'))
      return answer(200, { notifications, links: {} })
    }
    if (request.method !== 'POST' || pathname !== '/v2/notifications/email') return answer(404, { errors: [] })
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = JSON.parse(Buffer.concat(chunks).toString()) as NotifyMail
    sent.push({ authorization: request.headers.authorization ?? '', body })
    return answer(201, { id: 'a', reference: body.reference })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(async () => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It has no port')
  return { url: `http://127.0.0.1:${address.port}`, sent, refusals }
}
