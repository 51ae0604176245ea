import { idOf } from '../../kernel/ids.ts'
import { opens } from '../../partnership/index.ts'
import { type SheetForm, sheet, sheetTypes } from '../../platform/sheet/index.ts'
import {
  download,
  type Handler,
  page,
  pageNumber,
  pageSize,
  pagination,
  rowsBefore,
  template,
  text,
  type Visit,
} from '../../platform/web/index.ts'
import { type Around, partyOf, sittingFor } from '../action/pages.ts'
import { seeingOf } from '../action/party.ts'
import { actionsFound, countFound, groupChoices, type Sought } from '../action/store.ts'
import { ownersMeant, statesOf, type Wanted, wantedIn } from './register.ts'
import { registerCsv, registerTable, registerView } from './view.ts'

/** Six queries, whatever the number of actions. */
export const listActions =
  ({ crossCuttingOf = async () => new Map() }: Around): Handler =>
  async visit => {
    const { db, query, today, partnership, visitor } = visit
    const { wanted, sought } = asked(visit)
    const number = pageNumber(text(query, 'page'))
    const [records, total, overdue, groups] = await Promise.all([
      actionsFound(db, sought, wanted.sort, { limit: pageSize, offset: rowsBefore(number) }),
      countFound(db, sought),
      countFound(db, { ...sought, states: ['open'], dueBefore: today }),
      groupChoices(db),
    ])
    const [sitting, crossCutting] = await Promise.all([
      sittingFor(db, records, today),
      crossCuttingOf(
        { db },
        records.map(({ id }) => id),
      ),
    ])
    const address = addressOf(visit)
    const listed = {
      wanted,
      typed: text(query, 'text'),
      records,
      sitting,
      crossCutting,
      total,
      overdue,
      groups,
      mayAdd: opens('keep-meetings')(visitor),
      query: address,
    }
    const pages = pagination(total, number, `/${partnership.slug}/actions${address === '' ? '' : `?${address}`}`)
    return page(template(import.meta.url, 'list.njk'), { ...registerView(listed, today), pages })
  }

export const downloadActions: Handler = async visit => {
  const table = await tableAsked(visit)
  return download(`${table.name}.csv`, 'text/csv; charset=utf-8', registerCsv(table))
}
/** The same for a spreadsheet program, in its own form. */
const downloadAs =
  (form: SheetForm): Handler =>
  async visit => {
    const table = await tableAsked(visit)
    return download(`${table.name}.${form}`, sheetTypes[form], await sheet(table, form))
  }
export const downloadXlsx = downloadAs('xlsx')
export const downloadOds = downloadAs('ods')

async function tableAsked(visit: Visit) {
  const { wanted, sought } = asked(visit)
  const records = await actionsFound(visit.db, sought, wanted.sort, { limit: null, offset: 0 })
  return registerTable(records, await sittingFor(visit.db, records, visit.today), visit.today)
}

function asked(visit: Visit): { readonly wanted: Wanted; readonly sought: Sought } {
  const { query, today } = visit
  const party = partyOf(visit)
  const wanted = wantedIn(name => text(query, name), idOf<'group'>(text(query, 'group')))
  const { whose, stand, groupId, source, words } = wanted
  const sought = {
    seeing: seeingOf(party),
    owners: ownersMeant(whose, party),
    groupIds: groupId === null ? null : [groupId],
    states: statesOf[stand],
    dueBefore: stand === 'overdue' ? today : null,
    source,
    words,
  }
  return { wanted, sought }
}

const asking = ['whose', 'state', 'group', 'source', 'text', 'sort']
function addressOf({ query }: Visit): string {
  return new URLSearchParams(
    asking.map(name => [name, text(query, name)]).filter(([, value]) => value !== '') as [string, string][],
  ).toString()
}
