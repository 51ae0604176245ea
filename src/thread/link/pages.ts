import { idOf } from '../../kernel/ids.ts'
import type { Problem } from '../../kernel/ruling.ts'
import {
  type Answer,
  allow,
  type Fields,
  found,
  type Handler,
  mayManagePerformance,
  mayReport,
  page,
  redirect,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { keyOf, kindNames, nameOf, type Thread, type ThreadNode } from '../node/node.ts'
import { recordAsked, sightOf } from '../node/pages.ts'
import { nodesOf, wholeThread } from '../node/store.ts'
import { readLink } from './form.ts'
import { addLink, type OwnLink, ownLinkKinds, ownLinkSaid } from './link.ts'
import { recordsFound } from './search.ts'
import { addOwnLink, ownLink, ownLinksOf, removeOwnLink } from './store.ts'

/** Whoever has something to do here: those who manage performance, contributors, and whoever sits on a group. */
export const mayAddLinks = (visitor: Parameters<typeof mayReport>[0]): boolean => mayReport(visitor)

/** Which one is asked beside the link. */
export const mayRemoveSomeLinks = (visitor: Parameters<typeof mayReport>[0]): boolean => mayReport(visitor)

/** Who added it, and those who manage performance. */
export const mayRemoveLink = (
  visitor: Pick<Visit['visitor'], 'accountId'> & Parameters<typeof mayManagePerformance>[0],
  link: OwnLink,
): boolean => mayManagePerformance(visitor) || (link.accountId !== null && link.accountId === visitor.accountId)

export const newLink: Handler = async visit => {
  const { thread, record } = await linkingFrom(visit)
  return linkPage(thread, record, visit.query)
}

export const createLink: Handler = async visit => {
  const { db, body, today, visitor } = visit
  const { thread, record } = await linkingFrom(visit)
  const read = readLink(record, body)
  if (!read.accepted) return linkPage(thread, record, body, read.problems)
  const ruling = addLink(read.value, await ownLinksOf(db, record))
  if (!ruling.accepted) return linkPage(thread, record, body, ruling.problems)
  const to = thread.nodes.get(keyOf(ruling.value.to))
  if (to === undefined) return linkPage(thread, record, body, [{ field: 'to', text: 'That record is no longer there. Find another' }])
  await addOwnLink(db, ruling.value, { name: visitor.name, accountId: visitor.accountId, onDay: today })
  return redirect(`thread/${record.kind}/${record.id}`, `It is linked with ${nameOf(to)}`)
}

export const confirmLinkRemoval: Handler = async visit => {
  const { record, link, names } = await linkAsked(visit)
  return page(template(import.meta.url, 'removal.njk'), {
    title: 'Remove a link',
    said: `${names.from} ${ownLinkSaid(link.kind, 'from')} ${names.to}`,
    sentence: link.sentence,
    by: link.byName,
    action: `thread/${record.kind}/${record.id}/links/${link.id}/removal`,
    back: `thread/${record.kind}/${record.id}`,
    breadcrumbs: [],
  })
}

export const destroyLink: Handler = async visit => {
  const { record, link } = await linkAsked(visit)
  await removeOwnLink(visit.db, link.id)
  return redirect(`thread/${record.kind}/${record.id}`, 'The link is removed')
}

async function linkingFrom(visit: Visit): Promise<{ readonly thread: Thread; readonly record: ThreadNode }> {
  const thread = await wholeThread(visit.db, sightOf(visit))
  return { thread, record: found(thread.nodes.get(keyOf(recordAsked(visit)))) }
}

/** A link of which somebody does not see both ends is not there for them. */
async function linkAsked(visit: Visit) {
  const { db, params, visitor } = visit
  const record = recordAsked(visit)
  const link = found(await ownLink(db, found(idOf<'link'>(params['ownLink']))))
  const nodes = new Map((await nodesOf(db, [link.from, link.to], sightOf(visit))).map(node => [keyOf(node), node]))
  const [from, to] = [found(nodes.get(keyOf(link.from))), found(nodes.get(keyOf(link.to)))]
  found([keyOf(from), keyOf(to)].includes(keyOf(record)) ? record : null)
  allow(mayRemoveLink(visitor, link))
  return { record, link, names: { from: nameOf(from), to: nameOf(to) } }
}

function linkPage(thread: Thread, record: ThreadNode, fields: Fields, problems: readonly Problem[] = []): Answer {
  const words = text(fields, 'words')
  const { found: records, total } = recordsFound(thread, words, record)
  const chosen = text(fields, 'to')
  const kind = text(fields, 'kind')
  const view = {
    title: `Link ${nameOf(record)}`,
    own: `thread/${record.kind}/${record.id}/links/new`,
    back: `thread/${record.kind}/${record.id}`,
    words,
    isSearched: words.trim() !== '',
    more: total > records.length ? total - records.length : 0,
    records: records.map(node => ({
      value: keyOf(node),
      text: nameOf(node),
      hint: { text: kindNames[node.kind] },
      checked: keyOf(node) === chosen,
    })),
    kinds: ownLinkKinds.map(value => ({ value, text: `${ownLinkSaid(value, 'from')} it`, checked: value === kind })),
    sentence: text(fields, 'sentence'),
    breadcrumbs: [{ text: nameOf(record).slice(0, 80), href: record.address }],
  }
  return page(template(import.meta.url, 'new.njk'), view, problems)
}
