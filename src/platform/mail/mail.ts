/** What a mail is, and what is meant by the settings of the server that takes it. */
export type Mail = { readonly to: string; readonly subject: string; readonly body: string; readonly calendar?: CalendarPart }

/** What a calendar takes from the mail by itself (iTIP). GOV.UK Notify sends none: the body has to say where it is to be had. */
export type CalendarPart = { readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL'; readonly content: string }

export type MailSettings =
  | { readonly kind: 'smtp'; readonly url: string; readonly from: string }
  | { readonly kind: 'notify'; readonly url: string; readonly apiKey: string; readonly templateId: string }

/**
 * Hands a mail over, or throws what an administrator may read: never a secret. The id is the same each time the same mail is sent, so that a
 * receiver drops the second; `isRepeat` when it may have been sent before.
 */
export type Send = (mail: Mail, id: string, isRepeat: boolean) => Promise<void>

export type SmtpServer = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte, or asked for (STARTTLS) before anything is said. */
  readonly secure: boolean
  readonly requireTLS: boolean
  readonly ignoreTLS: boolean
  readonly auth?: { readonly user: string; readonly pass: string }
}

/** Mail is never sent in clear by accident: only on this machine, or where the address says `?starttls=no`. */
export function smtpServer(address: string): SmtpServer {
  const { protocol, hostname, port, username, password, searchParams } = new URL(address)
  const host = hostname.replace(/^\[(.*)\]$/, '$1')
  const secure = protocol === 'smtps:'
  const inClear = !secure && (['localhost', '127.0.0.1', '::1'].includes(host) || searchParams.get('starttls') === 'no')
  return {
    host,
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !inClear,
    ignoreTLS: inClear,
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
  }
}

/** For the page that says whether all is well: by what mail goes, without a secret. */
export function nameOf(settings: MailSettings): string {
  if (settings.kind === 'notify') return `GOV.UK Notify at ${new URL(settings.url).host}`
  const { host, port } = smtpServer(settings.url)
  return `SMTP through ${host}, port ${port}`
}

/** A heading of a mail is one line, whatever a partnership calls itself. */
export const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** Tried again after ten seconds, then after ever longer, at most an hour: given up after a day and a half. */
export const attempts = 40
export const pause = (attempt: number): number => Math.min(10_000 * 2 ** (attempt - 1), 3_600_000)
