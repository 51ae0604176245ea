export { type SheetForm, sheetForms, sheetTypes } from './form.ts'
export { sheet } from './write.ts'
