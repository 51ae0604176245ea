import type { Table } from '../../kernel/table.ts'
import type { SheetForm } from './form.ts'
import { ods } from './write-ods.ts'
import { xlsx } from './write-xlsx.ts'

/**
 * A table as a file of a spreadsheet program: its heading stays in sight, a number is a number, a day is a date.
 * Words are written as words, which no program takes for a formula.
 */
export const sheet = async (table: Table, form: SheetForm): Promise<Buffer> => (form === 'xlsx' ? xlsx(table) : ods(table))
