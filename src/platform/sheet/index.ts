export { type RandomAccess, UnreadableWorkbook } from './archive.ts'
export { type Sheet, type SheetForm, sheetForms, sheetTypes } from './form.ts'
export { openWorkbook, sheetLines, sheetsOf } from './workbook.ts'
export { sheet } from './write.ts'
