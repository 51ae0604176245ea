/** What Goldthread writes to people about their accounts. Plain text, in the name of a partnership. */
import { momentLabel } from '../../../kernel/moment.ts'

export type Letter = { readonly subject: string; readonly body: string }

/** Where it is written from: what the partnership is called, and where Goldthread is. */
export type From = { readonly partnership: string; readonly origin: string }
type WithLink = From & { readonly name: string; readonly link: string; readonly until: Temporal.Instant }

export function invitationLetter({ inviter, ...from }: WithLink & { readonly inviter: string }): Letter {
  return letter(from, `You are invited to ${from.partnership}`, from.name, [
    `${inviter} has invited you to ${from.partnership} on Goldthread, where the partnership keeps its agreement, its figures and what it decides.`,
    'Choose a passphrase with this link:',
    from.link,
    `The link works once, until ${momentLabel(from.until)}. It is for you alone: do not pass it on.`,
    'If you did not expect this, you need do nothing.',
  ])
}

export function addedLetter({ inviter, ...from }: From & { readonly name: string; readonly inviter: string }): Letter {
  return letter(from, `You now belong to ${from.partnership}`, from.name, [
    `${inviter} has added you to ${from.partnership} on Goldthread. Sign in as you always do:`,
    `${from.origin}/sign-in`,
  ])
}

export function resetLetter(from: WithLink): Letter {
  return letter(from, `${from.partnership}: choose a new passphrase`, from.name, [
    'Somebody, probably you, said that you have forgotten your passphrase. Choose a new one with this link:',
    from.link,
    `The link works once, until ${momentLabel(from.until)}. It is for you alone: do not pass it on.`,
    'If it was not you, you need do nothing. Your passphrase stays as it is.',
  ])
}

export function newEmailLetter(from: WithLink): Letter {
  return letter(from, `${from.partnership}: confirm your new e-mail address`, from.name, [
    'Somebody, probably you, wants to sign in to Goldthread with this e-mail address from now on. Confirm it with this link:',
    from.link,
    `The link works once, until ${momentLabel(from.until)}. Until you follow it nothing changes.`,
    'If it was not you, you need do nothing.',
  ])
}

/** What an owner is told of, so that what somebody else did in their name does not go unseen. */
export type News = 'passphrase-changed' | 'email-changed' | 'factor-changed' | 'recovery-code-used' | 'organisation-changed'
export const news: Readonly<Record<News, string>> = {
  'passphrase-changed': 'your passphrase was changed',
  'email-changed': 'your e-mail address was changed',
  'factor-changed': 'your second factor was changed',
  'recovery-code-used': 'one of your recovery codes was used to sign in',
  'organisation-changed': 'the organisation with which you sign in was changed',
}

export function newsLetter(told: News, at: Temporal.Instant, from: From & { readonly name: string }): Letter {
  const happened = news[told]
  return letter(from, `${from.partnership}: ${happened}`, from.name, [
    `On ${momentLabel(at)} ${happened}.`,
    'If it was you, you need do nothing.',
    `If it was not, tell an administrator of your partnership at once, and choose a new passphrase: ${from.origin}/reset`,
  ])
}

export function testLetter(from: From & { readonly name: string }): Letter {
  return letter(from, `${from.partnership}: a test mail`, from.name, [
    'You asked Goldthread for a test mail. Here it is: invitations and links for a new passphrase reach people in the same way.',
  ])
}

function letter({ partnership, origin }: From, subject: string, name: string, paragraphs: readonly string[]): Letter {
  return { subject, body: `${[`Dear ${name}`, ...paragraphs, `${partnership}\n${origin}`].join('\n\n')}\n` }
}
