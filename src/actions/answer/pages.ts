import { dayLabel } from '../../kernel/day.ts'
import { accept, type Problem, type Ruling } from '../../kernel/ruling.ts'
import { type AnswerPurposes, type AnswerVisit, whoIsAsked } from '../../partnership/index.ts'
import { acceptedFiles, keepFile, type StoredFileId } from '../../platform/stored-file/index.ts'
import { type Answer, type Fields, page, redirect, template, text } from '../../platform/web/index.ts'
import { type ActionId, dueWords, finish, moveDate, progresses, progressNames } from '../action/action.ts'
import { readDate, readNote, readOutcome } from '../action/form.ts'
import { type Around, evidenceIn } from '../action/pages.ts'
import type { ActionRecord } from '../action/record.ts'
import { actionRecord, addEvidence, addNote, lockAction, setProgress, setState } from '../action/store.ts'
import { askedOf } from '../reminder/store.ts'

export const answerPurpose = 'action'

/** What an owner without an account says by a link: how it is going, that it is done, or that they need another date. */
export const actionAnswers = ({ confirmsClosings = async () => false }: Around): AnswerPurposes => {
  const show = async (visit: AnswerVisit): Promise<Answer> => {
    const record = await theirs(visit)
    return record === null ? settledPage(visit) : answerPage(visit, record)
  }

  const answer = async (visit: AnswerVisit): Promise<Answer> => {
    const { db, body, today, person, subjectId } = visit
    await lockAction(db, subjectId as ActionId)
    const record = await theirs(visit)
    if (record === null) return settledPage(visit)
    const act = text(body, 'act')
    if (act === 'done') {
      const [read, evidence] = [readOutcome(body), await evidenceIn(db, body, () => keepTheirs(visit))]
      const isWanted = record.groupId !== null && (await confirmsClosings(db, record.groupId))
      const ruling = read.accepted ? finish(record, read.value.outcome, { isWanted, isGiven: false }) : read
      if (!ruling.accepted || !evidence.accepted)
        return answerPage(visit, record, body, [
          ...(ruling.accepted ? [] : ruling.problems),
          ...(evidence.accepted ? [] : evidence.problems),
        ])
      await setState(db, record.id, { ...ruling.value, endedOn: today })
      for (const each of evidence.value) await addEvidence(db, record.id, each, person.id)
      return redirect(visit.here, 'Thank you. It is noted as done')
    }
    if (act === 'date') {
      const read = readDate(body)
      const ruling = read.accepted ? moveDate(record, read.value.dueOn, read.value.reason) : read
      if (!ruling.accepted) return answerPage(visit, record, body, ruling.problems)
      const { becomes, reason } = ruling.value
      if (becomes === null) return answerPage(visit, record, body, [{ field: 'dueOn', text: 'Enter the date that you ask for' }])
      if (reason === '') return answerPage(visit, record, body, [{ field: 'reason', text: 'Say why you need another date' }])
      await addNote(db, record.id, { kind: 'date-asked', text: reason, personId: person.id, askedFor: becomes })
      return redirect(visit.here, `Thank you. You have asked for ${dayLabel(becomes)}`)
    }
    const read = readNote(body, record.progress)
    if (!read.accepted) return answerPage(visit, record, body, read.problems)
    const { progress, note } = read.value
    const hasMoved = progress !== record.progress
    if (hasMoved) await setProgress(db, record.id, progress)
    const words = note === '' ? progressNames[progress] : hasMoved ? `${progressNames[progress]}. ${note}` : note
    await addNote(db, record.id, { kind: hasMoved ? 'progress' : 'note', text: words, personId: person.id })
    return redirect(visit.here, 'Thank you. What you said is noted')
  }
  return { [answerPurpose]: { show, answer } }
}

async function keepTheirs({ db, file, fileLimitBytes, person }: AnswerVisit): Promise<Ruling<StoredFileId | null>> {
  const upload = file('file')
  return upload === undefined
    ? accept(null)
    : keepFile(db, upload, { field: 'file', limitBytes: fileLimitBytes, by: { accountId: null, name: person.name } })
}

/** Null once it is not open any more, or is asked of somebody else. */
async function theirs({ db, subjectId, person, today }: AnswerVisit): Promise<ActionRecord | null> {
  const record = await actionRecord(db, subjectId as ActionId)
  if (record === null || record.state !== 'open') return null
  const asked = await whoIsAsked(db, askedOf([record]), today)
  return asked.some(({ personId }) => personId === person.id) ? record : null
}

function answerPage(
  { person, partnershipName, here, today }: AnswerVisit,
  record: ActionRecord,
  typed: Fields = {},
  problems: readonly Problem[] = [],
): Answer {
  const view = {
    title: 'How is this action going?',
    partnershipName,
    person: person.name,
    here,
    accept: acceptedFiles,
    action: { reference: record.reference, text: record.text, group: record.group ?? '', due: dueWords(record, today) },
    progresses: progresses.map(value => ({
      value,
      text: progressNames[value],
      checked: value === (text(typed, 'progress') || record.progress),
    })),
    typed: Object.fromEntries(['note', 'outcome', 'link', 'linkTitle', 'dueOn', 'reason'].map(name => [name, text(typed, name)])),
  }
  return page(template(import.meta.url, 'answer.njk'), view, problems)
}

const settledPage = ({ person, partnershipName }: AnswerVisit): Answer =>
  page(template(import.meta.url, 'settled.njk'), { title: 'Nothing more is asked of you', person: person.name, partnershipName })
