import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type GroupName, groupNamed, lockGroup, reachOf } from '../../partnership/index.ts'
import {
  type Answer,
  allow,
  editionOf,
  entered,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { isWithin } from '../meeting/keeper.ts'
import { readPractice } from './form.ts'
import { practiceOf, setPractice } from './store.ts'
import { fieldsOf, inWords, practiceView } from './view.ts'

export const editPractice: Handler = async visit => {
  const group = await groupKept(visit)
  const fields = fieldsOf(await practiceOf(visit.db, group.id))
  return practicePage(group, fields, [], editionOf(fields))
}

export const updatePractice: Handler = async visit => {
  const { db, body } = visit
  const group = await groupKept(visit)
  await lockGroup(db, group.id)
  const practice = await practiceOf(db, group.id)
  const read = readPractice(body)
  if (!read.accepted) return practicePage(group, entered(body), read.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(practice), inWords(practice))
  if (meanwhile.length > 0) return practicePage(group, entered(body), meanwhile, editionOf(fieldsOf(practice)))
  await setPractice(db, group.id, read.value)
  return redirect(`groups/${group.id}`, `How ${group.name} meets is saved`)
}

async function groupKept({ db, params, visitor }: Visit): Promise<GroupName> {
  const group = found(await groupNamed(db, found(idOf<'group'>(params['group']))))
  allow(isWithin(reachOf('keep-meetings', visitor), { groupId: group.id }))
  return group
}

const practicePage = (group: GroupName, fields: Readonly<Record<string, string>>, problems: readonly Problem[], edition: string): Answer =>
  page(template(import.meta.url, 'edit.njk'), practiceView(group, fields, edition), problems)
