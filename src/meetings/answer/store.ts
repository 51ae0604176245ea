import type { Day } from '../../kernel/day.ts'
import type { PersonId } from '../../partnership/index.ts'
import type { Db } from '../../platform/db/index.ts'
import { removeFile, type StoredFileId } from '../../platform/stored-file/index.ts'
import type { AskedId } from '../request/request.ts'
import type { AnswerState, Said } from './answer.ts'

/** Holds off whoever else answers for the same person or seat, until the visit ends. */
export async function lockAsked(db: Db, askedId: AskedId): Promise<void> {
  await db`select from meetings.asked where id = ${askedId} for update`
}

type Kept = { readonly state: AnswerState; readonly said: Said; readonly by: PersonId | null; readonly enteredBy: string }

/** In place of what was said before, files with it. When it was first sent stays, and the day of a change stands beside it. */
export async function keepAnswer(db: Db, askedId: AskedId, { state, said, by, enteredBy }: Kept, today: Day): Promise<void> {
  const sentOn = state === 'sent' ? today : null
  await db`
    insert into meetings.answer as kept (asked_id, state, sent_on, by_person_id, entered_by) values (${askedId}, ${state}, ${sentOn}, ${by}, ${enteredBy})
    on conflict (partnership_id, asked_id) do update
       set state = ${state}, sent_on = coalesce(kept.sent_on, ${sentOn}::date), changed_on = case when kept.sent_on is not null then ${today}::date end,
           by_person_id = ${by}, entered_by = ${enteredBy}`
  const before = await db<{ fileId: StoredFileId | null }[]>`delete from meetings.answer_part where asked_id = ${askedId} returning file_id`
  const parts = [...said].map(([questionId, values]) => ({ questionId, values }))
  await db`
    insert into meetings.answer_part (asked_id, question_id, said, file_id)
    select ${askedId}, question.id, case when kind = 'file' then '{}' else array(select jsonb_array_elements_text(part -> 'values')) end,
           case when kind = 'file' then (part -> 'values' ->> 0)::bigint end
      from jsonb_array_elements(${db.json(parts)}::jsonb) as part
      join meetings.question on question.id = (part ->> 'questionId')::bigint`
  const there = new Set([...said.values()].map(([value]) => value))
  for (const { fileId } of before) if (fileId !== null && !there.has(String(fileId))) await removeFile(db, fileId)
}
