import { csv } from '../../kernel/csv.ts'
import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import {
  type Answer,
  download,
  editionOf,
  entered,
  found,
  type Handler,
  mayManagePerformance,
  overtaken,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { readStrategy } from './form.ts'
import { addStrategy, changeStrategy, lockStrategies, owners, removeStrategy, strategies } from './store.ts'
import { type Strategy, strategyKindNames, strategyKinds } from './strategy.ts'
import { strategiesView, strategyFields, strategyRows, toStrategies } from './view.ts'

export const listStrategies: Handler = async ({ db, today, visitor }) =>
  page(template(import.meta.url, 'list.njk'), strategiesView(await strategies(db), today, mayManagePerformance(visitor)))

export const downloadStrategies: Handler = async ({ db, today }) =>
  download(`strategies-${today}.csv`, 'text/csv; charset=utf-8', csv(strategyRows(await strategies(db))))

export const newStrategy: Handler = visit => strategyPage(visit, null, strategyFields(null), '')

export const createStrategy: Handler = async visit => {
  const read = readStrategy(visit.body)
  if (!read.accepted) return strategyPage(visit, null, entered(visit.body), '', read.problems)
  await addStrategy(visit.db, read.value)
  return redirect('strategies', `${read.value.title} is added`)
}

export const editStrategy: Handler = async visit => {
  const asked = await strategyAsked(visit)
  return strategyPage(visit, asked, strategyFields(asked), editionOf(strategyFields(asked)))
}

export const updateStrategy: Handler = async visit => {
  const { db, body } = visit
  await lockStrategies(db)
  const asked = await strategyAsked(visit)
  const read = readStrategy(body)
  if (!read.accepted) return strategyPage(visit, asked, entered(body), text(body, 'edition'), read.problems)
  const now = strategyFields(asked)
  const meanwhile = overtaken(text(body, 'edition'), body, now, {
    kind: ['What it is', strategyKindNames[asked.kind]],
    title: ['The title', now['title'] ?? ''],
    summary: ['What it says', now['summary'] ?? ''],
    whose: ['Whose it is', asked.ownerName],
    owner: ['The owner', now['owner'] ?? ''],
    onDay: ['The day of which it is', now['onDay'] ?? ''],
    reviewOn: ['The day of its review', now['reviewOn'] ?? ''],
    link: ['The address', now['link'] ?? ''],
  })
  if (meanwhile.length > 0) return strategyPage(visit, asked, entered(body), editionOf(now), meanwhile)
  await changeStrategy(db, asked.id, read.value)
  return redirect('strategies', `${read.value.title} is saved`)
}

export const confirmStrategyRemoval: Handler = async visit => {
  const { id, title } = await strategyAsked(visit)
  return page(template(import.meta.url, 'removal.njk'), {
    title: `Remove ${title}`,
    action: `strategies/${id}/removal`,
    breadcrumbs: toStrategies,
  })
}

export const destroyStrategy: Handler = async visit => {
  const { id, title } = await strategyAsked(visit)
  await removeStrategy(visit.db, id)
  return redirect('strategies', `${title} is removed`)
}

async function strategyAsked({ db, params }: Pick<Visit, 'db' | 'params'>): Promise<Strategy> {
  const id = found(idOf<'strategy'>(params['strategy']))
  return found((await strategies(db)).find(each => each.id === id))
}

async function strategyPage(
  { db }: Pick<Visit, 'db'>,
  asked: Strategy | null,
  fields: Readonly<Record<string, string>>,
  edition: string,
  problems: readonly Problem[] = [],
): Promise<Answer> {
  const view = {
    title: asked === null ? 'Add a strategy or a guiding principle' : `Change ${asked.title}`,
    action: asked === null ? 'strategies/new' : `strategies/${asked.id}/edit`,
    removalHref: asked === null ? null : `strategies/${asked.id}/removal`,
    edition,
    fields: { ...strategyFields(null), ...fields },
    kinds: strategyKinds.map(value => ({ value, text: strategyKindNames[value], checked: value === (fields['kind'] ?? 'strategy') })),
    whose: [
      { value: '', text: 'None of these' },
      ...(await owners(db)).map(each => ({ ...each, selected: each.value === fields['whose'] })),
    ],
    breadcrumbs: toStrategies,
  }
  return page(template(import.meta.url, 'edit.njk'), view, problems)
}
