/** What those who sign off, and those who write a plan, are told by mail. */
import type { Plan } from '../plan/plan.ts'

export type Letter = { readonly subject: string; readonly paragraphs: readonly string[] }
type Of = Pick<Plan, 'title' | 'group'> & { readonly by: string; readonly link: string }

export const submittedLetter = ({ title, group, by, link }: Of, missing: readonly string[], isRevision: boolean): Letter => ({
  subject: `To be signed off: ${title}`,
  paragraphs: [
    `${group} has submitted ${isRevision ? 'a revision of ' : ''}“${title}”${by === '' ? '' : `, by ${by}`}. You may sign it off, or return it with reasons.`,
    missing.length === 0 ? 'Nothing is missing.' : ['Still missing:', ...missing.map(each => `- ${each}`)].join('\n'),
    link,
  ],
})

export const returnedLetter = ({ title, by, link }: Of, reason: string): Letter => ({
  subject: `Returned: ${title}`,
  paragraphs: [
    `“${title}” is returned${by === '' ? '' : ` by ${by}`}, with these reasons:`,
    reason,
    'Change it, and submit it again:',
    link,
  ],
})

export const signedOffLetter = ({ title, by, link }: Of): Letter => ({
  subject: `Signed off: ${title}`,
  paragraphs: [
    `“${title}” is signed off${by === '' ? '' : ` by ${by}`}. Its actions are in the register of actions from now on, and whoever owns one is reminded of it.`,
    link,
  ],
})
