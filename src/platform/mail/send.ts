import { createHash } from 'node:crypto'
import { Hopeless, type Job, type Jobs } from '../jobs/index.ts'
import type { Mail, MailSettings, Send } from './mail.ts'
import { sendByNotify } from './notify.ts'
import { sendBySmtp } from './smtp.ts'
import { mailJob } from './store.ts'

/** Writes a mail just before it is sent; null when there is no need any more. */
export type Letter = (job: Job & { readonly about: unknown }) => Promise<Mail | null>
export type Letters = Readonly<Record<string, Letter>>

/** Without settings nobody waits for a mail: what is asked for meanwhile is dropped. */
export function mailJobs(jobs: Jobs, settings: MailSettings | null, letters: Letters): void {
  const send = settings === null ? null : sender(settings)
  jobs.define(mailJob, async job => {
    if (send === null) return
    const { letter, about } = job.payload as { readonly letter: string; readonly about: unknown }
    const write = letters[letter]
    if (write === undefined) throw new Hopeless(`Nobody writes the letter ${letter}`)
    const mail = await write({ ...job, about })
    if (mail !== null) await send(mail, idOf(job), job.attempt > 1)
  })
}

const sender = (settings: MailSettings): Send => (settings.kind === 'smtp' ? sendBySmtp(settings) : sendByNotify(settings))

/** The same for each attempt, and another wherever else a Goldthread has asked for a mail with the same key. */
const idOf = ({ key, askedAt }: Job): string => createHash('sha256').update(`${key} ${askedAt}`).digest('hex').slice(0, 40)
