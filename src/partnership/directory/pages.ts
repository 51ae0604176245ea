import { csv } from '../../kernel/csv.ts'
import type { Table } from '../../kernel/table.ts'
import { type SheetForm, sheet, sheetTypes } from '../../platform/sheet/index.ts'
import { type Answer, download, type Handler, NotFound, text } from '../../platform/web/index.ts'
import { dayAsked } from '../group/as-at.ts'
import { maySeeContacts } from '../person/person.ts'
import { directory } from './store.ts'
import { directoryTable, emptyDirectory } from './table.ts'

type Form = SheetForm | 'csv'

/** Everybody as at a day, in the form in which a file of people is brought in. Who may not see contacts gets none. */
export const downloadDirectory =
  (form: Form): Handler =>
  async ({ db, query, today, visitor }) => {
    const asked = dayAsked(text(query, 'on'), today)
    if (!asked.accepted) throw new NotFound()
    return answered(directoryTable(await directory(db), asked.value, maySeeContacts(visitor)), `people-${asked.value}`, form)
  }

export const downloadTemplate =
  (form: Form): Handler =>
  async () =>
    answered(emptyDirectory(), 'people-to-fill-in', form)

async function answered(table: Table, name: string, form: Form): Promise<Answer> {
  if (form !== 'csv') return download(`${name}.${form}`, sheetTypes[form], await sheet(table, form))
  return download(`${name}.csv`, 'text/csv; charset=utf-8', csv([table.columns.map(({ heading }) => heading), ...table.rows]))
}
