import type { Db } from '../../platform/db/index.ts'
import type { RequestId } from '../request/request.ts'
import type { Question, QuestionDraft, QuestionId } from './question.ts'

/** Of one request, in order. */
export async function questions(db: Db, requestId: RequestId): Promise<Question[]> {
  return db<Question[]>`
    select id, kind, text, hint, choices, is_required from meetings.question where request_id = ${requestId} order by place, id`
}

/** After those that are there. */
export async function addQuestions(db: Db, requestId: RequestId, drafts: readonly QuestionDraft[]): Promise<void> {
  for (const { kind, text, hint, choices, isRequired } of drafts)
    await db`
      insert into meetings.question (request_id, place, kind, text, hint, choices, is_required)
      select ${requestId}, coalesce(max(place), 0) + 1, ${kind}, ${text}, ${hint}, ${[...choices]}::text[], ${isRequired}
        from meetings.question where request_id = ${requestId}`
}

export async function changeQuestion(
  db: Db,
  questionId: QuestionId,
  { kind, text, hint, choices, isRequired }: QuestionDraft,
): Promise<void> {
  await db`
    update meetings.question
       set kind = ${kind}, text = ${text}, hint = ${hint}, choices = ${[...choices]}::text[], is_required = ${isRequired}
     where id = ${questionId}`
}

export async function orderQuestions(db: Db, inOrder: readonly QuestionId[]): Promise<void> {
  await db`
    update meetings.question set place = wanted.place
      from unnest(${[...inOrder]}::bigint[]) with ordinality as wanted (id, place)
     where question.id = wanted.id and question.place <> wanted.place`
}

export async function removeQuestion(db: Db, questionId: QuestionId): Promise<void> {
  await db`delete from meetings.question where id = ${questionId}`
}
