import { idOf } from '../../kernel/ids.ts'
import { type Period, parsePeriodCode } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type IndicatorPart, type Judged, judgedIndicator, mayExplainIndicator, reasonCodeNames } from '../../performance/index.ts'
import {
  type Answer,
  allow,
  editionOf,
  found,
  type Handler,
  mayTakePart,
  overtaken,
  page,
  redirect,
  template,
  text,
  texts,
  type Visit,
} from '../../platform/web/index.ts'
import { isSame, type Story, storiesFrom } from './commentary.ts'
import { readCommentary } from './form.ts'
import { addCommentary, commentaryOn, lockCommentary } from './store.ts'
import { addressOf, editView, fieldsOf, inWords, partView, showView } from './view.ts'

/** On the page of an indicator, with the judgement of its period beside it and what was said before below. */
export const commentaryPart: IndicatorPart = async ({ db, visitor }, indicatorId, shown) => {
  const stories = storiesFrom(await commentaryOn(db, { indicatorId, areaId: shown.area.id }))
  const view = partView(stories, shown, shown.period, { mayExplain: shown.mayExplain, takesPart: mayTakePart(visitor) }, reasonCodeNames)
  if (view.current === null && view.others.length === 0 && view.writeHref === null) return null
  return { title: 'The story behind it', template: template(import.meta.url, 'part.njk'), view }
}

export type AskedPeriod = { readonly judged: Judged; readonly period: Period; readonly story: Story | null }

/** The indicator, the area and the period of the address, with what is said of them. */
export async function periodAsked({ db, params, today }: Pick<Visit, 'db' | 'params' | 'today'>): Promise<AskedPeriod> {
  const indicatorId = found(idOf<'indicator'>(params['id']))
  const areaId = found(idOf<'area'>(params['area']))
  const period = found(parsePeriodCode(params['period'] ?? ''))
  const [judged, said] = await Promise.all([
    judgedIndicator({ db, today }, indicatorId, areaId).then(found),
    commentaryOn(db, { indicatorId, areaId }),
  ])
  const story = storiesFrom(said).find(({ latest }) => latest.startsOn === period.startsOn && latest.endsOn === period.endsOn) ?? null
  return { judged, period, story }
}

export const showCommentary: Handler = async visit => {
  const { judged, period, story } = await periodAsked(visit)
  const mayExplain = await mayExplainIndicator(visit.db, visit.visitor, judged.indicator.id)
  return page(
    template(import.meta.url, 'show.njk'),
    showView(judged, period, story, { mayExplain, takesPart: mayTakePart(visit.visitor) }, reasonCodeNames),
  )
}

export const editCommentary: Handler = async visit => {
  const asked = await explained(visit)
  return editPage(asked, fieldsOf(asked.story?.latest ?? null))
}

export const updateCommentary: Handler = async visit => {
  const { db, body, today, visitor } = visit
  await lockCommentary(db, found(idOf<'indicator'>(visit.params['id'])))
  const asked = await explained(visit)
  const { judged, period, story } = asked
  const kept = story?.latest ?? null
  const typed = { text: text(body, 'text'), reasons: texts(body, 'reasons') }
  const form = readCommentary(body)
  if (!form.accepted) return editPage(asked, typed, form.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, fieldsOf(kept), inWords(kept, reasonCodeNames))
  if (meanwhile.length > 0) return editPage(asked, typed, meanwhile)

  if (kept === null || !isSame(kept, form.value))
    await addCommentary(db, {
      indicatorId: judged.indicator.id,
      areaId: judged.area.id,
      ...period,
      ...form.value,
      byName: visitor.name,
      onDay: today,
    })
  const own = addressOf(judged, period)
  return redirect(form.value.reasonCodes.length > 0 ? `${own}/steps` : own, 'The commentary is saved')
}

/** Whoever answers for the indicator says why. */
async function explained(visit: Visit): Promise<AskedPeriod> {
  const asked = await periodAsked(visit)
  allow(await mayExplainIndicator(visit.db, visit.visitor, asked.judged.indicator.id))
  return asked
}

function editPage(
  { judged, period, story }: AskedPeriod,
  entry: { readonly text: string; readonly reasons: readonly string[] },
  problems: readonly Problem[] = [],
  edition = editionOf(fieldsOf(story?.latest ?? null)),
): Answer {
  return page(template(import.meta.url, 'edit.njk'), editView(judged, period, entry, edition, reasonCodeNames), problems)
}
