import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type Answer, entered, found, type Handler, page, redirect, template, type Visit } from '../../platform/web/index.ts'
import { formerDefinitions } from '../definition/store.ts'
import { subjectAsked, subjectLocked } from '../target/pages.ts'
import type { Subject } from '../target/subject.ts'
import { readBreak } from './form.ts'
import { type KeptBreak, mark } from './series-break.ts'
import { addBreak, breaksOf, removeBreak } from './store.ts'
import { breakFormView, comparabilityView, type Entered, removalView } from './view.ts'

export const showDefinition: Handler = async visit => {
  const subject = await subjectAsked(visit)
  const { id } = subject.indicator
  const [former, breaks] = await Promise.all([formerDefinitions(visit.db, id), breaksOf(visit.db, id)])
  return page(template(import.meta.url, 'show.njk'), comparabilityView(subject, former, breaks))
}

export const newBreak: Handler = async visit => breakPage(await subjectAsked(visit), {})

export const createBreak: Handler = async visit => {
  const { db, body } = visit
  const subject = await subjectLocked(visit)
  const form = readBreak(body)
  const draft = form.accepted && form.value.areaId !== null ? found(isArea(subject, form.value.areaId) ? form : null) : form
  const ruling = draft.accepted ? mark(draft.value, await breaksOf(db, subject.indicator.id)) : draft
  if (!ruling.accepted) return breakPage(subject, entered(body), ruling.problems)

  await addBreak(db, subject.indicator.id, ruling.value)
  return redirect(`indicators/${subject.indicator.id}/definition`, 'The break is marked: figures before and after it are not compared')
}

export const confirmBreakRemoval: Handler = async visit => {
  const subject = await subjectAsked(visit)
  return page(template(import.meta.url, 'removal.njk'), removalView(subject, found(await breakAsked(visit, subject))))
}

export const destroyBreak: Handler = async visit => {
  const subject = await subjectLocked(visit)
  const asked = found(await breakAsked(visit, subject))
  await removeBreak(visit.db, asked.id)
  return redirect(`indicators/${subject.indicator.id}/definition`, 'The break is removed: figures before and after it are compared again')
}

const isArea = ({ areas }: Subject, areaId: number): boolean => areas.some(({ id }) => id === areaId)

async function breakAsked({ db, params }: Visit, { indicator }: Subject): Promise<KeptBreak | null> {
  const id = found(idOf<'break'>(params['break']))
  return (await breaksOf(db, indicator.id)).find(each => each.id === id) ?? null
}

const breakPage = (subject: Subject, fields: Entered, problems: readonly Problem[] = []): Answer =>
  page(template(import.meta.url, 'new.njk'), breakFormView(subject, fields), problems)
