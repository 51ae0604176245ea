import { type Day, dayLabel } from '../../kernel/day.ts'
import type { Problem } from '../../kernel/ruling.ts'
import type { PersonId } from '../../partnership/index.ts'
import { type AnswerPurposes, type AnswerVisit, makeAnswerLink, people } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import type { Daily } from '../../platform/jobs/index.ts'
import { post, type VisitLetter, type VisitLetters } from '../../platform/mail/index.ts'
import { acceptedFiles, keepFile } from '../../platform/stored-file/index.ts'
import { type Answer, entered, type Fields, page, redirect, template } from '../../platform/web/index.ts'
import { workingCalendarOf } from '../calendar/store.ts'
import { type Meeting, meetingName } from '../meeting/meeting.ts'
import { meeting, meetings } from '../meeting/store.ts'
import { practiceOf } from '../practice/store.ts'
import { type Deadlines, dueBy } from './deadline.ts'
import { readLink, readNote } from './form.ts'
import { isOwed, isWithdrawn, type Paper, type PaperId, reminderOn } from './paper.ts'
import { addVersion, lockPaper, owedPapers, paper, setAsked } from './store.ts'
import { answerView } from './view.ts'

/** An answer link is good for as long after the meeting, or after it was sent where there is none yet. */
const linkHours = 24 * 90

async function aboutPaper(
  db: Db,
  paperId: PaperId,
): Promise<{ paper: Paper; at: Meeting | null; due: Deadlines; dueOn: Day | null } | null> {
  const of = await paper(db, paperId)
  if (of === null) return null
  const at = of.meetingId === null ? null : await meeting(db, of.meetingId)
  const due = { practice: await practiceOf(db, of.groupId), calendar: await workingCalendarOf(db) }
  return { paper: of, at, due, dueOn: dueBy(of, at, due) }
}

type About = { readonly paperId: PaperId; readonly personId: PersonId }

/** Whatever became of the paper meanwhile: one that has come is not asked for, nor one of a cancelled meeting, nor of somebody who brings it no more. */
const letter =
  (begins: (paper: string, dueOn: Day | null, today: Day) => readonly [subject: string, words: string]): VisitLetter =>
  async ({ db, about, now, today, origin, partnership, asker }) => {
    const { paperId, personId } = about as unknown as About
    const found = await aboutPaper(db, paperId)
    if (found === null || !isOwed(found.paper) || found.paper.personId !== personId || found.at?.state === 'cancelled') return null
    const person = (await people(db)).find(({ id }) => id === personId)
    if (person === undefined || person.email === null) return null
    const { paper: of, at, dueOn } = found
    const link =
      origin + (await makeAnswerLink(db, { personId, purpose: 'paper', subjectId: of.id, expiresAt: now.add({ hours: linkHours }) }))
    const [subject, words] = begins(of.title, dueOn, today)
    return {
      to: person.email,
      name: person.name,
      subject: `${partnership}: ${subject}`,
      paragraphs: [
        words,
        ...(at === null ? [] : [`It is for ${meetingName(at)}${of.item === '' || of.item === of.title ? '' : `, under “${of.item}”`}.`]),
        'Bring it here, as a file or as a link. You need no account, and can bring a later version in the same way:',
        link,
        `Asked for by ${asker}.`,
      ],
    }
  }

const until = (dueOn: Day | null): string => (dueOn === null ? 'as soon as you can' : `by ${dayLabel(dueOn)}`)

export const paperLetters: VisitLetters = {
  'paper-asked': letter((title, dueOn) => [
    `please bring “${title}” ${until(dueOn)}`,
    `You are asked for the paper “${title}” ${until(dueOn)}.`,
  ]),
  'paper-reminder': letter((title, dueOn, today) =>
    dueOn !== null && dueOn < today
      ? [`“${title}” is overdue`, `The paper “${title}” was due by ${dayLabel(dueOn)} and has not come yet.`]
      : [`“${title}” is due ${until(dueOn)}`, `The paper “${title}” is due ${until(dueOn)} and has not come yet.`],
  ),
}

/** Whoever was asked is reminded by itself: before the day, the day after it, and once more. */
export const chasePapers: Daily = {
  name: 'papers',
  at: '07:00',
  work: async (db, { today, before }) => {
    const [owed, all, calendar] = await Promise.all([owedPapers(db), meetings(db, { from: today }), workingCalendarOf(db)])
    const planned = new Map(all.filter(({ state }) => state === 'planned').map(each => [each.id, each]))
    for (const of of owed) {
      const at = of.meetingId === null ? null : planned.get(of.meetingId)
      if (of.personId === null || of.askedOn === null || of.askedOn === today || at === undefined) continue
      const dueOn = dueBy(of, at, { practice: await practiceOf(db, of.groupId), calendar })
      const due = dueOn && reminderOn(dueOn, before, today)
      if (dueOn === null || due === null) continue
      await setAsked(db, of.id, today)
      await post(db, {
        letter: 'paper-reminder',
        about: { paperId: of.id, personId: of.personId },
        key: `paper due ${of.id} ${of.personId} ${dueOn} ${due.days}`,
      })
    }
  },
}

/** Somebody without an account brings a paper. */
export const paperAnswers: AnswerPurposes = {
  paper: {
    show: visit => brought(visit),
    answer: async visit => {
      const { db, person, today, body, file, fileLimitBytes } = visit
      await lockPaper(db, visit.subjectId as PaperId)
      const found = await aboutPaper(db, visit.subjectId as PaperId)
      if (found === null || isClosed(visit, found)) return brought(visit)
      const [link, note] = [readLink(body), readNote(body)]
      const upload = file('file')
      const problems = [...(link.accepted ? [] : link.problems), ...(note.accepted ? [] : note.problems)]
      if (!link.accepted || !note.accepted) return brought(visit, body, problems)
      if (upload === undefined && link.value === '')
        return brought(visit, body, [{ field: 'file', text: 'Select a file, or enter a link' }])
      if (upload !== undefined && link.value !== '')
        return brought(visit, body, [{ field: 'link', text: 'Bring a file or a link, not both' }])
      const kept =
        upload && (await keepFile(db, upload, { field: 'file', limitBytes: fileLimitBytes, by: { accountId: null, name: person.name } }))
      if (kept && !kept.accepted) return brought(visit, body, kept.problems)
      await addVersion(db, found.paper.id, {
        fileId: kept?.value ?? null,
        link: link.value,
        note: note.value.note,
        onDay: today,
        dueOn: found.dueOn,
        madeByName: person.name,
      })
      return redirect(visit.here, 'Thank you. The paper is here')
    },
  },
}

type Found = NonNullable<Awaited<ReturnType<typeof aboutPaper>>>

/** Another brings it now, it was withdrawn, or its meeting is over. */
const isClosed = ({ person, today }: AnswerVisit, { paper: of, at }: Found): boolean =>
  of.personId !== person.id || isWithdrawn(of) || (at !== null && (at.state === 'cancelled' || at.onDay < today))

async function brought(visit: AnswerVisit, fields: Fields = {}, problems: readonly Problem[] = []): Promise<Answer> {
  const found = await aboutPaper(visit.db, visit.subjectId as PaperId)
  const view = answerView(found, {
    isClosed: found === null || isClosed(visit, found),
    person: visit.person.name,
    partnership: visit.partnershipName,
    here: visit.here,
    entered: entered(fields),
    accept: acceptedFiles,
    limit: visit.fileLimitBytes,
    today: visit.today,
  })
  return page(template(import.meta.url, 'answer.njk'), view, problems)
}
