import { idOf } from '../../kernel/ids.ts'
import { parsePeriodCode } from '../../kernel/period.ts'
import type { Problem } from '../../kernel/ruling.ts'
import { areas } from '../../partnership/index.ts'
import {
  type Answer,
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
import { whileUnlocked } from '../closing/lock.ts'
import { locksOn } from '../closing/store.ts'
import { indicator, lockIndicator } from '../indicator/store.ts'
import { assessmentOf } from '../standing/standing.ts'
import { wholeStanding } from '../standing/store.ts'
import { readOverride } from './form.ts'
import { overridable, override } from './override.ts'
import { endOverride, setOverride } from './store.ts'
import { entryOf, inWords, overrideView } from './view.ts'

export const editOverride: Handler = async visit => {
  const asked = await judgementAsked(visit)
  return overridePage(asked, entryOf(asked.set))
}

export const updateOverride: Handler = async visit => {
  const { db, body, visitor, today } = visit
  await lockIndicator(db, found(idOf<'indicator'>(visit.params['id'])))
  const asked = await judgementAsked(visit)
  if (!asked.subject.accepted) return overridePage(asked, entered(body), asked.subject.problems)
  const form = readOverride(body)
  const ruling = form.accepted ? override(form.value, asked.subject.value, visitor.name, today) : form
  if (!ruling.accepted) return overridePage(asked, entered(body), ruling.problems, text(body, 'edition'))
  const meanwhile = overtaken(text(body, 'edition'), body, entryOf(asked.set), inWords(asked.set, asked.subject.value.scheme))
  if (meanwhile.length > 0) return overridePage(asked, entered(body), meanwhile)

  await setOverride(db, asked.place, ruling.value)
  return redirect(asked.back, 'The judgement is overridden')
}

export const removeOverride: Handler = async visit => {
  await lockIndicator(visit.db, found(idOf<'indicator'>(visit.params['id'])))
  const asked = await judgementAsked(visit)
  if (!asked.subject.accepted) return overridePage(asked, entryOf(null), asked.subject.problems)
  await endOverride(visit.db, asked.place, asked.period)
  return redirect(asked.back, 'The computed judgement counts again')
}

/** The judgement of a period of its own: an older figure that stands in for it cannot be overridden under another period's name. */
async function judgementAsked({ db, params, today }: Visit) {
  const id = found(idOf<'indicator'>(params['id']))
  const period = found(parsePeriodCode(params['period'] ?? ''))
  const [of, all, locks] = await Promise.all([indicator(db, id).then(found), areas(db), locksOn(db, id)])
  const area = found(all.find(each => each.id === idOf<'area'>(params['area'])))
  const assessment = assessmentOf(found(await wholeStanding(db, id, area.id, new Map())), period, today)
  const isOwn = assessment.return?.startsOn === period.startsOn && assessment.return.endsOn === period.endsOn
  found(isOwn || null)
  const open = whileUnlocked(locks, period)
  const subject = open.accepted ? overridable(assessment) : open
  return {
    of,
    area,
    period,
    subject,
    set: subject.accepted ? subject.value.override : null,
    place: { indicatorId: id, areaId: area.id },
    back: `indicators/${id}?area=${area.id}&period=${params['period']}`,
  }
}

type Asked = Awaited<ReturnType<typeof judgementAsked>>

/** The edition is that of what is kept, unless the form has to come back as it was. */
function overridePage(
  { of, area, subject, set }: Asked,
  entry: Readonly<Record<string, string>>,
  problems: readonly Problem[] = [],
  edition = editionOf(entryOf(set)),
): Answer {
  return page(template(import.meta.url, 'edit.njk'), overrideView(of, area, subject, entry, edition), problems)
}
