import { NotifyClient } from 'notifications-node-client'
import { Hopeless } from '../jobs/index.ts'
import { type MailSettings, oneLine, type Send } from './mail.ts'

type Refusal = {
  readonly code?: string
  readonly response?: { readonly status: number; readonly data?: { readonly errors?: readonly { readonly message?: string }[] } }
}

/** GOV.UK Notify sends what a template makes of it: ours holds no more than ((subject)) and ((body)). */
export function sendByNotify({ url, apiKey, templateId }: Extract<MailSettings, { kind: 'notify' }>): Send {
  const client = new NotifyClient(url, apiKey)
  return async ({ to, subject, body }, reference, isRepeat) => {
    try {
      // It drops no doubles by itself, but it knows what it has been given.
      if (isRepeat && (await client.getNotifications('email', undefined, reference)).data.notifications.length > 0) return
      await client.sendEmail(templateId, to, { personalisation: { subject: oneLine(subject), body }, reference })
    } catch (error) {
      throw inWords(error as Refusal)
    }
  }
}

/** The error itself holds the request with its key, and is not passed on. */
function inWords({ code = 'no answer', response }: Refusal): Error {
  if (response === undefined) return new Error(`GOV.UK Notify does not answer (${code})`)
  const said = (response.data?.errors ?? []).map(({ message = '' }) => message).join('; ')
  const text = `GOV.UK Notify refused it: ${response.status} ${said}`.slice(0, 400).trim()
  return response.status === 400 ? new Hopeless(text) : new Error(text)
}
