import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import type { Area } from '../../partnership/index.ts'
import { type Answer, entered, found, type Handler, page, redirect, template, text, type Visit } from '../../platform/web/index.ts'
import { seriesIn } from '../process-control/store.ts'
import { subjectAsked, subjectLocked } from '../target/pages.ts'
import type { Subject } from '../target/subject.ts'
import { readRebase } from './form.ts'
import { type KeptRebase, rebase } from './rebase.ts'
import { addRebase, rebases, removeRebase } from './store.ts'
import { type Entered, rebaseFormView, rebasesView, removalView, type Spans, spansOf } from './view.ts'

export const listRebases: Handler = async visit => {
  const subject = await subjectAsked(visit)
  const area = areaAsked(subject, text(visit.query, 'area'))
  return page(template(import.meta.url, 'list.njk'), rebasesView(subject, area, await rebases(visit.db, subject.indicator.id)))
}

export const newRebase: Handler = async visit => {
  const subject = await subjectAsked(visit)
  const area = areaAsked(subject, text(visit.query, 'area'))
  return rebasePage(subject, area, await spansIn(visit, subject, area), {})
}

export const createRebase: Handler = async visit => {
  const { db, body } = visit
  const subject = await subjectLocked(visit)
  const area = areaAsked(subject, text(body, 'area'))
  const [spans, all] = await Promise.all([spansIn(visit, subject, area), rebases(db, subject.indicator.id)])
  const form = readRebase(body)
  const there = all.filter(({ areaId }) => areaId === area.id)
  const ruling = form.accepted ? rebase(form.value, { periods: spans.map(({ startsOn }) => startsOn), there }) : form
  if (!ruling.accepted) return rebasePage(subject, area, spans, entered(body), ruling.problems)

  await addRebase(db, subject.indicator.id, area.id, ruling.value)
  return redirect(`indicators/${subject.indicator.id}?area=${area.id}`, 'The average begins anew from that period')
}

export const confirmRebaseRemoval: Handler = async visit => {
  const subject = await subjectAsked(visit)
  return page(template(import.meta.url, 'removal.njk'), removalView(subject, found(await rebaseAsked(visit, subject))))
}

export const destroyRebase: Handler = async visit => {
  const subject = await subjectLocked(visit)
  const { id } = subject.indicator
  const asked = await rebaseAsked(visit, subject)
  if (asked === null) return redirect(`indicators/${id}/rebases`, 'Somebody had undone the rebase already')
  await removeRebase(visit.db, asked.id)
  return redirect(`indicators/${id}?area=${asked.areaId}`, 'The rebase is undone: average and limits are worked out as before')
}

async function rebaseAsked({ db, params }: Visit, { indicator }: Subject): Promise<KeptRebase | null> {
  const id = found(idOf<'rebase'>(params['rebase']))
  return (await rebases(db, indicator.id)).find(each => each.id === id) ?? null
}

async function spansIn({ db }: Visit, { indicator }: Subject, area: Area): Promise<Spans> {
  const [placed] = await seriesIn(db, { indicatorId: indicator.id }, [area.id], null)
  return spansOf(placed?.series ?? null, indicator)
}

const areaAsked = ({ areas, ownAreaId }: Subject, asked: string): Area =>
  found(areas.find(({ id }) => id === (asked === '' ? ownAreaId : idOf<'area'>(asked))))

const rebasePage = (subject: Subject, area: Area, spans: Spans, fields: Entered, problems: readonly Problem[] = []): Answer =>
  page(template(import.meta.url, 'new.njk'), rebaseFormView(subject, area, spans, fields), problems)
