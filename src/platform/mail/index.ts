/**
 * Mail: asked for in the transaction of what causes it, written when it is sent, sent at least once and always under the same Message-ID. It goes by
 * SMTP or GOV.UK Notify; who writes which letter is passed in, and modules write theirs in a visit to the partnership (`visitLetters`).
 */
export { attempts, type Mail, type MailSettings, nameOf, pause } from './mail.ts'
export { type Letter, type Letters, mailJobs } from './send.ts'
export { type MailQueue, type MailTrouble, mailJob, mailQueue, post } from './store.ts'
export { type LetterOptions, type VisitLetter, type VisitLetters, visitLetters, type Writing, type Written } from './visit-letter.ts'
