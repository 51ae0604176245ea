import { idOf } from '../../kernel/ids.ts'
import { type Period, parsePeriodCode } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { type Area, areas } from '../../partnership/index.ts'
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
import { mayExplainIndicator } from '../closing/store.ts'
import { type Indicator, nameOf } from '../indicator/indicator.ts'
import { indicator, indicators, lockIndicator } from '../indicator/store.ts'
import { readProxy, readText } from './form.ts'
import { type AssuranceText, type ProxyMeasure, standIn } from './stand-in.ts'
import { assuranceText, endProxy, proxyFor, setAssuranceText, setProxy } from './store.ts'
import { proxyFields, proxyInWords, proxyView, textFields, textInWords, textView } from './view.ts'

export const editProxy: Handler = async visit => {
  const [of, proxy] = await proxyAsked(visit)
  return proxyPage(visit, of, proxy, proxyFields(proxy))
}

export const updateProxy: Handler = async visit => {
  const { db, body } = visit
  await lockIndicator(db, idFrom(visit))
  const [of, proxy] = await proxyAsked(visit)
  const others = await indicators(db, of.agreementId)
  const form = readProxy(body)
  const ruling = form.accepted ? standIn(form.value, of, others) : form
  if (!ruling.accepted) return proxyPage(visit, of, proxy, entered(body), ruling.problems, text(body, 'edition'))
  const names = new Map<number, string>(others.map(each => [each.id, nameOf(each)]))
  const meanwhile = overtaken(text(body, 'edition'), body, proxyFields(proxy), proxyInWords(proxy, names))
  if (meanwhile.length > 0) return proxyPage(visit, of, proxy, entered(body), meanwhile)

  await setProxy(db, ruling.value)
  return redirect(`indicators/${of.id}`, `${names.get(ruling.value.proxyId) ?? 'Another indicator'} stands in where there is no judgement`)
}

export const removeProxy: Handler = async visit => {
  const [of] = await proxyAsked(visit)
  await endProxy(visit.db, of.id)
  return redirect(`indicators/${of.id}`, 'It has no proxy any more')
}

export const editText: Handler = async visit => {
  const asked = await textAsked(visit)
  return textPage(asked, textFields(asked.kept))
}

export const updateText: Handler = async visit => {
  const { db, body, visitor, today } = visit
  await lockIndicator(db, idFrom(visit))
  const asked = await textAsked(visit)
  const form = readText(body)
  if (!form.accepted) return textPage(asked, entered(body), form.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, textFields(asked.kept), textInWords(asked.kept))
  if (meanwhile.length > 0) return textPage(asked, entered(body), meanwhile)

  await setAssuranceText(db, { ...asked.place, ...form.value, writtenByName: visitor.name, writtenOn: today })
  const done = form.value.content === '' ? 'The text is removed' : 'The text is saved'
  return redirect(`indicators/${asked.of.id}?area=${asked.area.id}&period=${visit.params['period']}`, done)
}

const idFrom = ({ params }: Visit) => found(idOf<'indicator'>(params['id']))

async function proxyAsked(visit: Visit): Promise<[Indicator, ProxyMeasure | null]> {
  const id = idFrom(visit)
  return Promise.all([indicator(visit.db, id).then(found), proxyFor(visit.db, id)])
}

/** The edition is that of what is kept, unless the form has to come back as it was. */
async function proxyPage(
  { db }: Visit,
  of: Indicator,
  proxy: ProxyMeasure | null,
  entry: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = editionOf(proxyFields(proxy)),
): Promise<Answer> {
  const others = await indicators(db, of.agreementId)
  return page(template(import.meta.url, 'proxy.njk'), proxyView(of, others, proxy !== null, entry, edition), problems)
}

type Asked = {
  readonly of: Indicator
  readonly area: Area
  readonly period: Period
  readonly place: Pick<AssuranceText, 'indicatorId' | 'areaId' | 'startsOn' | 'endsOn'>
  readonly kept: AssuranceText | null
}

async function textAsked(visit: Visit): Promise<Asked> {
  const { db, params, visitor } = visit
  const id = idFrom(visit)
  const period = found(parsePeriodCode(params['period'] ?? ''))
  const [of, all, may] = await Promise.all([indicator(db, id).then(found), areas(db), mayExplainIndicator(db, visitor, id)])
  allow(may)
  const area = found(all.find(each => each.id === idOf<'area'>(params['area'])))
  const place = { indicatorId: id, areaId: area.id, ...period }
  return { of, area, period, place, kept: await assuranceText(db, place) }
}

function textPage(
  { of, area, period, kept }: Asked,
  entry: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = editionOf(textFields(kept)),
): Answer {
  return page(template(import.meta.url, 'text.njk'), textView(of, area, period, kept, entry, edition), problems)
}
