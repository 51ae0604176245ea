import type { Db } from '../../platform/db/index.ts'
import { removeFile, type StoredFileId } from '../../platform/stored-file/index.ts'
import type { RequestId } from '../request/request.ts'
import type { Question, QuestionDraft, QuestionId } from './question.ts'

/** Of one request, in order. */
export async function questions(db: Db, requestId: RequestId): Promise<Question[]> {
  return db<Question[]>`
    select question.id, question.kind, question.text, hint, choices, is_required,
           case when file.id is not null then jsonb_build_object('id', file.id, 'name', file.name) end as template
      from meetings.question left join platform.shared_stored_file as file on file.id = template_id
     where request_id = ${requestId}
     order by place, question.id`
}

/** After those that are there. */
export async function addQuestions(db: Db, requestId: RequestId, drafts: readonly QuestionDraft[]): Promise<void> {
  for (const { kind, text, hint, choices, isRequired, template } of drafts)
    await db`
      insert into meetings.question (request_id, place, kind, text, hint, choices, is_required, template_id)
      select ${requestId}, coalesce(max(place), 0) + 1, ${kind}, ${text}, ${hint}, ${[...choices]}::text[], ${isRequired}, ${template?.id ?? null}
        from meetings.question where request_id = ${requestId}`
}

export async function changeQuestion(
  db: Db,
  questionId: QuestionId,
  { kind, text, hint, choices, isRequired, template }: QuestionDraft,
): Promise<void> {
  await db`
    update meetings.question
       set kind = ${kind}, text = ${text}, hint = ${hint}, choices = ${[...choices]}::text[], is_required = ${isRequired}, template_id = ${template?.id ?? null}
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

/** Files of questions that are gone are removed, but for those that copies of the request ask to be filled in still. */
export async function dropSpare(db: Db, gone: readonly Pick<Question, 'template'>[]): Promise<void> {
  const ids = gone.flatMap(({ template }) => (template === null ? [] : [template.id]))
  if (ids.length === 0) return
  const spare = await db<{ id: StoredFileId }[]>`
    select id from unnest(${ids}::bigint[]) as gone (id) where not exists (select from meetings.question where template_id = gone.id)`
  for (const { id } of spare) await removeFile(db, id)
}
