import { idOf } from '../../../kernel/ids.ts'
import type { Problem } from '../../../kernel/ruling.ts'
import {
  type Answer,
  editionOf,
  entered,
  type Fields,
  found,
  type Handler,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../../platform/web/index.ts'
import { toPlans } from '../../plan/frame.ts'
import { mayKeepSomePlans } from '../../plan/pages.ts'
import { readOtherPlan } from './form.ts'
import { asBefore, linesTyped, type OtherLine, type OtherPlan } from './other-plan.ts'
import { addOtherPlan, allOtherLines, changeOtherPlan, lockOtherPlan, otherLines, otherPlan, otherPlans, removeOtherPlan } from './store.ts'

export const listOtherPlans: Handler = async ({ db, visitor }) => {
  const [plans, lines] = await Promise.all([otherPlans(db), allOtherLines(db)])
  return page(template(import.meta.url, 'list.njk'), {
    title: 'Plans of others',
    mayAdd: mayKeepSomePlans(visitor),
    plans: plans.map(each => ({
      ...each,
      href: `other-plans/${each.id}`,
      lines: lines.filter(({ otherPlanId }) => otherPlanId === each.id).length,
    })),
    breadcrumbs: toPlans,
  })
}

export const showOtherPlan: Handler = async visit => {
  const asked = await otherPlanAsked(visit)
  return page(template(import.meta.url, 'show.njk'), {
    ...asked,
    caption: asked.whose,
    lines: await otherLines(visit.db, asked.id),
    changeHref: mayKeepSomePlans(visit.visitor) ? `other-plans/${asked.id}/edit` : '',
    breadcrumbs: toOtherPlans,
  })
}

export const newOtherPlan: Handler = async () => editPage(null, nothing, '')

export const createOtherPlan: Handler = async ({ db, body }) => {
  const read = readOtherPlan(body)
  if (!read.accepted) return editPage(null, entered(body), '', read.problems)
  const { plan, lines } = read.value
  const id = await addOtherPlan(db, plan, lines)
  return redirect(`other-plans/${id}`, `${plan.title} is added with ${lines.length === 1 ? '1 line' : `${lines.length} lines`}`)
}

export const editOtherPlan: Handler = async visit => {
  const asked = await otherPlanAsked(visit)
  const now = fieldsOf(asked, await otherLines(visit.db, asked.id))
  return editPage(asked, now, editionOf(now))
}

export const updateOtherPlan: Handler = async visit => {
  const { db, body } = visit
  const asked = await otherPlanAsked(visit, lockOtherPlan)
  const read = readOtherPlan(body)
  if (!read.accepted) return editPage(asked, entered(body), text(body, 'edition'), read.problems)
  const before = await otherLines(db, asked.id)
  const now = fieldsOf(asked, before)
  const { plan, lines } = read.value
  const meanwhile = overtaken(text(body, 'edition'), { ...plan, lines: linesTyped(lines) }, now, {
    title: ['The title', now.title],
    whose: ['Whose plan it is', now.whose],
    years: ['The years', now.years],
    link: ['The address', now.link],
    lines: ['What it says', now.lines],
  })
  if (meanwhile.length > 0) return editPage(asked, entered(body), editionOf(now), meanwhile)
  await changeOtherPlan(db, asked.id, plan, asBefore(before, lines))
  return redirect(`other-plans/${asked.id}`, `${plan.title} is saved`)
}

export const askToRemoveOtherPlan: Handler = async visit => {
  const asked = await otherPlanAsked(visit)
  return page(template(import.meta.url, 'removal.njk'), {
    title: `Remove ${asked.title}`,
    caption: asked.whose,
    back: `other-plans/${asked.id}`,
    breadcrumbs: toOtherPlans,
  })
}

export const deleteOtherPlan: Handler = async visit => {
  const asked = await otherPlanAsked(visit, lockOtherPlan)
  await removeOtherPlan(visit.db, asked.id)
  return redirect('other-plans', `${asked.title} is removed, with what it was matched with`)
}

export async function otherPlanAsked({ db, params }: Pick<Visit, 'db' | 'params'>, lock?: typeof lockOtherPlan): Promise<OtherPlan> {
  const id = found(idOf<'other plan'>(params['otherPlan']))
  if (lock) await lock(db, id)
  return found(await otherPlan(db, id))
}

function editPage(asked: OtherPlan | null, fields: Fields, edition: string, problems: readonly Problem[] = []): Answer {
  const view = {
    title: asked === null ? 'Add a plan of somebody else' : `Change ${asked.title}`,
    fields: { ...nothing, ...fields },
    edition,
    back: asked === null ? 'other-plans' : `other-plans/${asked.id}`,
    removalHref: asked === null ? '' : `other-plans/${asked.id}/removal`,
    breadcrumbs: toOtherPlans,
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}

const nothing = { title: '', whose: '', years: '', link: '', lines: '' }
const fieldsOf = ({ title, whose, years, link }: OtherPlan, lines: readonly OtherLine[]) => ({
  title,
  whose,
  years,
  link,
  lines: linesTyped(lines),
})

const toOtherPlans = [...toPlans, { text: 'Plans of others', href: 'other-plans' }]
