import type { Day } from '../../kernel/day.ts'
import type { GroupId, PersonId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { keepAnswer } from '../answer/store.ts'
import type { MeetingId } from '../meeting/meeting.ts'
import type { QuestionDraft } from '../question/question.ts'
import { addQuestions, questions } from '../question/store.ts'
import type { RequestDraft } from './request.ts'
import { addAsked, addRequest, moveRequest } from './store.ts'

export type RecordedRequest = RequestDraft & {
  readonly questions: readonly QuestionDraft[]
  readonly asked: readonly PersonId[]
  readonly sentOn: Day
  /** What was said to each question, in order; nothing where it was left out. */
  readonly answers: readonly { readonly by: PersonId; readonly onDay: Day; readonly said: readonly (readonly string[])[] }[]
}

/** A request that was sent already, with what came back. Nobody is written to. */
export async function recordRequest(db: Db, groupId: GroupId, meetingId: MeetingId | null, recorded: RecordedRequest): Promise<void> {
  const { questions: form, asked, sentOn, answers, ...draft } = recorded
  const id = await addRequest(db, groupId, draft, { meetingId, itemId: null, actionId: null })
  await addQuestions(db, id, form)
  const ids = await addAsked(
    db,
    id,
    asked.map(personId => ({ personId, seatId: null })),
    sentOn,
  )
  await moveRequest(db, id, 'sent', sentOn)
  const inOrder = await questions(db, id)
  for (const { by, onDay, said } of answers) {
    const askedId = ids[asked.indexOf(by)]
    const parts = inOrder.flatMap((question, at) => (said[at]?.length ? [[question.id, said[at]] as const] : []))
    if (askedId !== undefined) await keepAnswer(db, askedId, { state: 'sent', said: new Map(parts), by, enteredBy: '' }, onDay)
  }
}
