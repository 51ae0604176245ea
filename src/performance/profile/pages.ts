import { compare, type Decimal, zero } from '../../kernel/decimal.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Period } from '../../kernel/period.ts'
import { accept, type Problem, type Ruling, refuse } from '../../kernel/ruling.ts'
import { type Answer, type Fields, found, type Handler, page, redirect, template, text, type Visit } from '../../platform/web/index.ts'
import { lockOver } from '../closing/lock.ts'
import { locksOn } from '../closing/store.ts'
import { wholeStanding } from '../standing/store.ts'
import { subjectAsked, subjectLocked } from '../target/pages.ts'
import { addTargets, changeTargetValues, interimTargets, target } from '../target/store.ts'
import type { Subject } from '../target/subject.ts'
import { type KeptTarget, setTarget } from '../target/target.ts'
import { readProfile } from './form.ts'
import { partsOf, spread, weightsOf } from './profile.ts'
import { profileView, type Step, seenOf } from './view.ts'

/** With a profile chosen, what would come of it: nothing is kept yet. */
export const editProfile: Handler = async visit => {
  const asked = await yearAsked(visit, await subjectAsked(visit))
  if (text(visit.query, 'profile') === '') return profilePage(asked, visit.query, null)
  const steps = await stepsOf(visit, asked, visit.query)
  return steps.accepted ? profilePage(asked, visit.query, steps.value) : profilePage(asked, visit.query, null, steps.problems)
}

export const updateProfile: Handler = async visit => {
  const { db, body } = visit
  const asked = await yearAsked(visit, await subjectLocked(visit))
  const { subject, year } = asked
  const steps = await stepsOf(visit, asked, body)
  if (!steps.accepted) return profilePage(asked, body, null, steps.problems)
  if (text(body, 'seen') !== seenOf(steps.value))
    return profilePage(asked, body, steps.value, [
      { text: 'Something has changed since you looked. Look at what would be kept now, and save again' },
    ])
  const added = steps.value.filter(({ act }) => act === 'add')
  const replaced = text(body, 'replace') === 'yes' ? steps.value.filter(({ act }) => act === 'replace') : []
  if (added.length + replaced.length === 0)
    return profilePage(asked, body, steps.value, [
      { text: 'There is nothing to save: no period is without an interim target, or unlocked' },
    ])

  const whole = { areaId: year.areaId, kind: 'interim' as const, low: null, high: null }
  await addTargets(
    db,
    added.map(({ period, value }) => ({ ...whole, ...period, value, indicatorId: subject.indicator.id })),
  )
  await changeTargetValues(
    db,
    replaced.flatMap(({ there, value }) => (there === null ? [] : [{ ...there, value }])),
  )
  const count = added.length + replaced.length
  return redirect(
    `indicators/${subject.indicator.id}/targets?area=${year.areaId}`,
    count === 1 ? 'One interim target is set' : `${count} interim targets are set`,
  )
}

type Asked = { readonly subject: Subject; readonly year: KeptTarget; readonly parts: readonly Period[] }

/** Only the target of a year of what adds up within it can be spread. */
async function yearAsked({ db, params }: Visit, subject: Subject): Promise<Asked> {
  const year = found(await target(db, subject.indicator.id, found(idOf<'target'>(params['target']))))
  return { subject, year, parts: partsOf(year, subject.indicator) }
}

async function stepsOf({ db }: Visit, { subject, year, parts }: Asked, fields: Fields): Promise<Ruling<readonly Step[]>> {
  const { indicator } = subject
  const asked = readProfile(fields, parts.length)
  if (!asked.accepted || year.value === null) return asked.accepted ? accept([]) : asked
  const [standing, locks, interim] = await Promise.all([
    wholeStanding(db, indicator.id, year.areaId, new Map()).then(found),
    locksOn(db, indicator.id),
    interimTargets(db, indicator.id, year),
  ])
  const weights = weightsOf(asked.value.kind, parts, asked.value.own, standing)
  if (!weights.accepted) return weights
  const values = spread(year.value, weights.value, indicator.decimals)
  const steps = parts.map((period, at): Step => {
    const value = values[at] ?? zero
    const there = interim.find(({ startsOn, endsOn }) => startsOn === period.startsOn && endsOn === period.endsOn) ?? null
    return { period, value, there, act: actOn(period, value, there, year, locks) }
  })
  const unfit = steps.find(({ act }) => act === 'add' || act === 'replace')
  const first = unfit && setTarget({ ...year, ...unfit.period, kind: 'interim', value: unfit.value }, { ...subject, there: [] }, null)
  return first && !first.accepted ? refuse(...first.problems.map(({ text }) => ({ text }))) : accept(steps)
}

/** At the end of the year its own target counts. */
function actOn(period: Period, value: Decimal, there: KeptTarget | null, year: Period, locks: Parameters<typeof lockOver>[0]): Step['act'] {
  if (period.endsOn === year.endsOn) return 'year'
  if (lockOver(locks, period.endsOn) !== null) return 'locked'
  if (there === null) return 'add'
  return there.value !== null && compare(there.value, value) === 0 ? 'same' : 'replace'
}

function profilePage(asked: Asked, fields: Fields, steps: readonly Step[] | null, problems: readonly Problem[] = []): Answer {
  const entered = { kind: text(fields, 'profile'), shares: asked.parts.map((_, at) => text(fields, `share-${at}`)) }
  return page(template(import.meta.url, 'edit.njk'), profileView(asked.subject, asked.year, asked.parts, entered, steps), problems)
}
